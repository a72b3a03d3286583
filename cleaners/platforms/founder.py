"""Newspapers made with Founder's publisher: the text between two comments, its facts in a third.

`<!--enpproperty <date>…</date><author>…</author>…/enpproperty-->` stands on the page as the editors typed it.
"""

import re
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import replace
from typing import cast

from lxml.html import Element, HtmlElement

from cleaners.facts.dates import read_date
from cleaners.facts.keywords import keywords_in
from cleaners.facts.labels import merged
from cleaners.outcome import Outcome, State
from cleaners.platforms.article_family import ArticleFamily, Sign
from cleaners.platforms.platform import Findings, Sheet
from cleaners.platforms.template import Chosen, Template, find_all, read_chosen
from cleaners.platforms.template import words_of as words_in
from cleaners.reading import Facts, PageKind, PlatformGuess, StatedDate
from cleaners.regex import regex

SIGNS = (
    Sign(words="<!--enpcontent", sure=0.9, why="the comment enpcontent round the text"),
    Sign(words="<!--enpproperty", sure=0.85, why="the comment enpproperty with facts"),
    Sign(words="founder-content", sure=0.9, why="the element founder-content"),
)
STARTS = ('//comment()[starts-with(normalize-space(.),"enpcontent")]',)
ELEMENTS = ("//founder-content", '//*[@id="ozoom"]')
"""What the publisher's later versions set round a text."""
END = "/enpcontent"
# The comment of facts: its names and values. Both are bounded and end at a character that they do not hold.
PROPERTY = regex(r"<!--\s{0,3}enpproperty(?P<all>.{0,4000}?)/?enpproperty\s{0,3}-->", re.DOTALL)
FIELD = regex(r"<(?P<name>[a-z]{3,20})>(?P<value>[^<>]{0,500})</(?P=name)>")
SKIN = Template(name="Founder publisher", body=())
NAMES = {"author": "author", "source": "source", "nodename": "category", "articleid": "document_id"}
"""Fields of the comment by the fact that they state."""


class Founder(ArticleFamily):
    """The family; its body is no element but what stands between two comments."""

    __slots__ = ()

    def read(self, sheet: Sheet, guess: PlatformGuess) -> Findings:
        """Read a page by its comments; without them, `generic` is asked (by `read`)."""
        tree = cast("HtmlElement", sheet.tree)  # `detect` claims markup only
        stated = property_facts(sheet)
        body = next(bodies(tree), None)
        if body is None:
            return Findings(page_kind=PageKind.OTHER, outcome=Outcome(state=State.READ), facts=stated)
        chosen = Chosen(template=SKIN, nodes=(body,), dropped=frozenset())
        found = read_chosen(sheet, chosen, is_by_lines=True)
        drafts = tuple(replace(draft, author=stated.author or draft.author) for draft in found.drafts)
        return replace(found, facts=merged(stated, found.facts), drafts=drafts)


def bodies(tree: HtmlElement) -> Iterator[HtmlElement]:
    """Give the texts between the comments, each copied into an element of its own; then the publisher's elements."""
    for start in find_all(tree, STARTS):
        body = Element("div", {"class": "enpcontent"})
        body.text = start.tail
        for node in start.itersiblings():
            if not isinstance(node.tag, str) and END in (node.text or ""):
                break
            body.append(deepcopy(node))
        if words_in(body):
            yield body
    yield from find_all(tree, ELEMENTS)


def property_facts(sheet: Sheet) -> Facts:
    """Give what the comment of facts states; empty fields are silent."""
    comment = PROPERTY.search(sheet.text)
    if comment is None:
        return Facts()
    fields = {match["name"]: " ".join(match["value"].split()) for match in FIELD.finditer(comment["all"])}
    named = {fact: fields[name] for name, fact in NAMES.items() if fields.get(name)}
    keywords = keywords_in(fields.get("keyword"))
    dates: tuple[StatedDate, ...] = ()
    if fields.get("date"):
        date = re.sub(r"(?<=\d\d:\d\d:\d\d)[:.]\d{1,6}$", "", fields["date"])
        dates = (
            read_date(date, kind="published", zone=sheet.hints.zone, fetched_at=sheet.page.fetched_at,
                      where="comment enpproperty"),
        )  # fmt: skip
    places = tuple((fact, "comment enpproperty") for fact in (*named, *(("keywords",) if keywords else ())))
    return replace(
        Facts(keywords=keywords, dates=dates, published_at=dates[0].at if dates else None, where=places),
        **named,  # type: ignore[arg-type]  # by name
    )


PLATFORM = Founder(family="founder", version=1, signs=SIGNS, templates=(SKIN,))
