"""Official documents of any software: a page with the table that the rules on open information prescribe.

The table (`索引号`, `发文机构`, `成文日期` …) is read by its labels and stays out of the text; the text stands in one
of the few elements that official sites use. Sites made with TRS wear that family's signs too, and are read there.
"""

from dataclasses import replace
from typing import cast

from lxml.html import HtmlElement

from cleaners.facts.labels import merged
from cleaners.outcome import Outcome, State
from cleaners.platforms.article_family import ArticleFamily
from cleaners.platforms.elements import text_of
from cleaners.platforms.platform import Findings, Sheet
from cleaners.platforms.template import Template, find_all, head_facts, read_article
from cleaners.platforms.wide import holds
from cleaners.reading import PageKind, PlatformGuess
from cleaners.regex import regex

# `索引号` as labels print it: at an element's beginning, blanks within, a colon or a tag behind. Every part bounded.
_GAP = r"[\s\u3000]{0,6}(?:&nbsp;){0,6}"
INDEX = regex(rf">\s{{0,40}}[*【\[]?\s{{0,4}}索{_GAP}引{_GAP}号\s{{0,4}}[】\]]?\s{{0,4}}[:：<]")
OTHERS = (
    "发文机", "发布机", "发文字号", "文号", "成文日期", "主题分类", "组配分类", "公开单位", "生成日期", "发文单位",
)  # fmt: skip
"""Labels of which two must stand beside `索引号`: one alone may be a report's own word."""
_BLANKLESS = 'translate(.," \u00a0\u3000\t\n","")'
TABLES = (
    f'//table[contains({_BLANKLESS},"索引号")][not(.//table[contains({_BLANKLESS},"索引号")])]',
    f'//dl[contains({_BLANKLESS},"索引号")]',
    f'//ul[contains({_BLANKLESS},"索引号")][not(.//ul[contains({_BLANKLESS},"索引号")])]',
    f'//div[contains({_BLANKLESS},"索引号")][string-length(.)<1500][not(.//table)]'
    f'[not(.//div[contains({_BLANKLESS},"索引号")])]/..',
)
"""The table of information in the forms in use, the innermost of each."""
TABLE_CHARS = 1500
"""Characters of a table of information; a longer element holds the text as well."""
SKIN = Template(
    name="official document",
    body=(
        '//*[@id="UCAP-CONTENT"]',
        '//*[@id="zoom" or @id="Zoom" or @id="zoomcon"]',
        '//*[@id="conN" or @id="mainText" or @id="article_content" or @id="artibody"]',
        '//*[contains(concat(" ",@class," ")," pages_content ")]',
        '//*[contains(concat(" ",@class," ")," article-content ") or contains(concat(" ",@class," ")," article_con ")]',
        '//*[contains(concat(" ",@class," ")," TRS_Editor ") or contains(concat(" ",@class," ")," trs_editor_view ")]',
    ),
    drop=TABLES[:1],
)


class GovInfo(ArticleFamily):
    """The family; its sign is a table, and the table is its facts."""

    __slots__ = ()

    def detect(self, sheet: Sheet) -> PlatformGuess | None:
        """Claim a page whose markup prints the label of the index number and two more of its table."""
        text = sheet.text
        if sheet.tree is None or not all(holds(text, part) for part in "索引号") or not INDEX.search(text):
            return None
        others = [label for label in OTHERS if holds(text, label)]
        if len(others) < 2:
            return None
        return PlatformGuess(family=self.family, sure=0.7, why=f"a table of 索引号, {', '.join(others[:3])}")

    def read(self, sheet: Sheet, guess: PlatformGuess) -> Findings:
        """Read the table, then the text by the usual elements; without one, `generic` is asked (by `read`)."""
        stated = head_facts(sheet, tables(cast("HtmlElement", sheet.tree)))
        found = read_article(sheet, self.templates, is_by_lines=True)
        if found is None:
            return Findings(page_kind=PageKind.OTHER, outcome=Outcome(state=State.READ), facts=stated)
        return replace(found, facts=merged(stated, found.facts))


def tables(tree: HtmlElement) -> list[HtmlElement]:
    """Give the elements that hold the table of information."""
    return [node for node in find_all(tree, TABLES) if len(text_of(node)) <= TABLE_CHARS]


PLATFORM = GovInfo(family="govinfo", version=1, signs=(), templates=(SKIN,))
