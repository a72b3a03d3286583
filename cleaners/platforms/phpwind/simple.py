"""The light view of a thread (`simple/?t5.html`, this software's archiver): same key, lower rank, the same floors."""

from dataclasses import replace
from typing import Final

from lxml.html import HtmlElement

from cleaners.platforms.elements import finder, first, words
from cleaners.platforms.generic.places import element_name as name_of
from cleaners.platforms.phpwind.anatomy import Anatomy, by_class
from cleaners.platforms.phpwind.bodies import Locks, is_shielded, locks_in, show
from cleaners.platforms.phpwind.floors import ANONYMOUS, read_time
from cleaners.platforms.phpwind.linking import Own, gather
from cleaners.platforms.phpwind.pager import place_of
from cleaners.platforms.phpwind.statements import path_of, site_facts, title_in_head
from cleaners.platforms.phpwind.threads import READ, document_key, titled
from cleaners.platforms.platform import Draft, Findings
from cleaners.reading import PageKind, StatedDate, View
from cleaners.regex import regex

FLOORS_A_PAGE: Final = 50
"""Floors of a light page in 6 to 8: a constant of the software."""
_BODIES: Final = finder('//td[contains(concat(" ",@class," ")," tpc_content ")]')
_NEXT_BODIES: Final = by_class("editor_content")
_HEADS: Final = finder("./tr[1] | ./tbody/tr[1]")
_NAME: Final = finder(".//b")
_TIME: Final = by_class("smalltxt")
_H1: Final = finder("//h1")
_SIGN: Final = regex(r"查看完整版本: \[--")
_NEXT_SIGN: Final = regex(r"""class=["']intact["']""")
_AUTHOR_LINES: Final = by_class("author")
_POSTED: Final = regex(r"(?P<name>.{1,60}?)发表于(?P<at>\d{4}-.{6,20})")


def is_light(anatomy: Anatomy) -> bool:
    """Say whether a page is of the light view; True = its own frame is there, or its address says so."""
    own = anatomy.address
    return (own is not None and own.view is View.ARCHIVER) or bool(
        _SIGN.search(anatomy.sheet.text) or _NEXT_SIGN.search(anatomy.sheet.text)
    )


def bodies_of(anatomy: Anatomy) -> list[HtmlElement]:
    """Give the bodies of the floors on a light page, none on a light list."""
    return _BODIES(anatomy.tree) or [node for node in _NEXT_BODIES(anatomy.tree) if node.tag == "div"]


def read_light(anatomy: Anatomy, bodies: list[HtmlElement]) -> Findings:
    """Read a light thread page: at most 50 floors, their authors and times, no members' boxes."""
    place = place_of(anatomy)
    start = (place.page - 1) * FLOORS_A_PAGE + 1
    title = words(first(_H1(anatomy.tree))) or title_in_head(anatomy)
    drafts = [_floor(anatomy, body, position) for position, body in enumerate(bodies, start=start)]
    opening = drafts[0] if drafts and drafts[0].position == 1 else None
    date = opening.date if opening else None
    key = document_key(anatomy)
    path, breadcrumb = path_of(anatomy)
    site = site_facts(anatomy)
    where = (
        ("author", "first floor" if opening and opening.author else None),
        ("path", "head" if breadcrumb is not None else None),
    )
    facts = replace(
        site, path=path, author=opening.author if opening else None, published_at=date.at if date else None,
        dates=(date,) if date else (), where=(*site.where, *((name, at) for name, at in where if at is not None)),
    )  # fmt: skip
    return Findings(
        page_kind=PageKind.THREAD, outcome=READ, document_key=key, view=View.ARCHIVER, page=place.page,
        pages=place.pages, facts=facts, drafts=titled(drafts, title),
        links=gather(anatomy, Own(key=key, page=place.page, view=View.ARCHIVER, next_url=place.next_url)),
    )  # fmt: skip


def _floor(anatomy: Anatomy, body: HtmlElement, position: int) -> Draft:
    author, date = _next_head(anatomy, body) if body.tag == "div" else _head(anatomy, body)
    is_kept_back = is_shielded(body)
    locks = Locks() if is_kept_back else locks_in(body)
    # The thread's title stands in the cell of its first floor.
    shown = "" if is_kept_back else show(body, is_reply=position > 1, title=body.find("h1"))
    note = "shielded" if is_kept_back else "anonymous" if author in ANONYMOUS else None
    return Draft(
        position=position, shown=shown, author=author, date=date, note=note, hidden_parts=locks.parts,
        node=name_of(body),
    )  # fmt: skip


def _head(anatomy: Anatomy, body: HtmlElement) -> tuple[str | None, StatedDate | None]:
    """Read the row above a floor of 6 to 8: the name in bold, the time at its end."""
    table = next(body.iterancestors("table"), None)
    head = first(_HEADS(table)) if table is not None else None
    if head is None:
        return None, None
    time = words(first(_TIME(head)))
    return words(first(_NAME(head))) or None, read_time(anatomy, time, where="td.smalltxt")


def _next_head(anatomy: Anatomy, body: HtmlElement) -> tuple[str | None, StatedDate | None]:
    """Read the line above a floor of 9: `X发表于2013-03-02 09:11`."""
    above = body.getprevious()
    line = first(_AUTHOR_LINES(above)) if above is not None else None
    found = _POSTED.fullmatch(words(line))
    if found is None:
        return None, None
    return found["name"].strip() or None, read_time(anatomy, found["at"].strip(), where="span.author")
