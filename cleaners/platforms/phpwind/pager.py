"""Which page of how many a page is, and where the next one lies: from the pager, never from the URL."""

from dataclasses import dataclass
from typing import Final

from lxml.html import HtmlElement

from cleaners.platforms.elements import finder, first, words
from cleaners.platforms.phpwind.addresses import address
from cleaners.platforms.phpwind.anatomy import Anatomy, by_class
from cleaners.reading import UrlKind
from cleaners.regex import regex

_PAGERS: Final = by_class("pages")
_OLD_PAGERS: Final = finder('.//center[contains(.,"total )")] | .//td[contains(.,"total )")][not(.//table)]')
_CURRENT: Final = finder("./b | ./strong")
_ANCHORS: Final = finder("./a[@href]")
_NEXT: Final = by_class("pages_next", "J_pages_next")
# `Pages: 2/5`, 6.x `Pages: ( 2/5 total )`, the light view `Pages: ( 5 total )`.
_TOTAL: Final = regex(
    r"Pages: ?\(? ?(?:(?P<page>\d{1,7}) ?/ ?)?(?P<total>\d{1,7})(?: ?total ?\))?|共 ?(?P<han>\d{1,7}) ?页"
)
_NUMBER: Final = regex(r"\.{0,3}(\d{1,7})\.{0,3}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Page `page` of `pages`; `next_url` is None on the last."""

    page: int = 1
    pages: int = 1
    next_url: str | None = None


def place_of(anatomy: Anatomy) -> Place:
    """Read the first pager of the page; without one the page is the only one."""
    pager = first(node for node in _PAGERS(anatomy.tree) if _CURRENT(node))
    if pager is None and "total )" in anatomy.sheet.text:
        pager = first(node for node in _OLD_PAGERS(anatomy.tree) if _CURRENT(node))
    if pager is None:
        return Place()
    current = _number(words(first(_CURRENT(pager))))
    total = _TOTAL.search(words(pager))
    numbered = {number: anchor for anchor in _ANCHORS(pager) if (number := _number(words(anchor))) is not None}
    page = current or (int(total["page"]) if total and total["page"] else 1)
    pages = max([page, *numbered, *([int(total["total"] or total["han"])] if total else [])])
    following = first(_NEXT(pager))
    anchor = following if following is not None else numbered.get(page + 1)
    return Place(page=page, pages=pages, next_url=_url(anatomy, anchor) if page < pages else None)


def _url(anatomy: Anatomy, anchor: HtmlElement | None) -> str | None:
    """Give where a link of the pager leads, without what only belongs to a session; None where it is not followed."""
    url = anatomy.resolve(anchor.get("href", "")) if anchor is not None else None
    found = address(url) if url else None
    if found is None:
        return url
    return found.url if found.kind is not UrlKind.SKIP else None


def _number(text: str) -> int | None:
    found = _NUMBER.fullmatch(text.replace(" ", ""))
    return int(found[1]) if found else None
