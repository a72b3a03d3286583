"""The yjbys family of model-text sites: `时间：Δ 昵称 栏目 我要投稿` above, lists of 推荐度 beside the text.

Reference: realtext, family 13. The text stands in no element that all of these sites share; `generic` finds it.
"""

import re
from dataclasses import replace

from cleaners.facts.labels import DATE, merged
from cleaners.platforms.article_family import ArticleFamily, Sign
from cleaners.platforms.platform import Findings, Sheet
from cleaners.reading import Facts
from cleaners.regex import regex

SIGNS = (
    Sign(words="我要投稿", sure=0.6, why="我要投稿 beside 推荐度", also=("推荐度", "】相关文章")),
    Sign(words="推荐度：", sure=0.5, why="a list of 推荐度", also=("相关推荐", "】相关文章")),
)
BUTTON = "我要投稿"
# What stands between two tags, in the order of the page. One bounded class between two marks that it does not hold.
WORDS = regex(r">([^<>]{1,120})<")
BEFORE = 700
"""Characters of source before the button in which its line stands."""


def line_of_button(sheet: Sheet) -> list[str]:
    """Give the words of the line that ends with the button, from its date on; empty where it has none."""
    at = sheet.text.find(BUTTON)
    source = sheet.text[max(0, at - BEFORE) : at] if at >= 0 else ""
    words = [word.replace("&nbsp;", " ").strip() for word in WORDS.findall(f"{source}<")]
    pieces = [piece for word in words for piece in word.split() if piece]
    dates = [n for n, piece in enumerate(pieces) if DATE.search(piece)]
    return pieces[dates[-1] :] if dates else []


def with_line(sheet: Sheet, findings: Findings) -> Findings:
    """Add nickname and column, which stand without labels between date and button."""
    pieces = [piece.strip("【】[]") for piece in line_of_button(sheet)[1:] if not re.fullmatch(r"[\d:：]{1,8}", piece)]
    if not 1 <= len(pieces) <= 2:
        return findings
    author = pieces[0] if len(pieces) == 2 else None
    where = (("author", f"line of {BUTTON}"),) if author else ()
    stated = Facts(author=author, category=pieces[-1], where=(*where, ("category", f"line of {BUTTON}")))
    return replace(findings, facts=merged(stated, findings.facts))


PLATFORM = ArticleFamily(family="yjbys", version=1, signs=SIGNS, templates=(), improve=with_line)
