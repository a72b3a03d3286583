"""Which page of how many a page is, and where the next one lies: from the pager, never from the URL.

A page number too large is answered with the last page (threads) or the first (lists), so the URL proves nothing.
"""

import re
from dataclasses import dataclass

from lxml.html import HtmlElement

from cleaners.platforms.discuz.addresses import address
from cleaners.platforms.discuz.anatomy import Anatomy, has_class
from cleaners.platforms.elements import finder, first, words
from cleaners.reading import UrlKind
from cleaners.regex import regex

_PAGERS = finder('.//div[contains(concat(" ",@class," ")," pg ") or contains(concat(" ",@class," ")," pages ")]')
_STRONG = finder("./strong")
_ANCHORS = finder("./a[@href]")
_TOTAL = finder(".//span[@title]")
_INPUT = finder('.//input[@name="custompage"]')
_SELECT = finder('.//select[contains(@id,"dumppage")]/option')
_TOTAL_WORDS = regex(r"共 {0,2}(\d{1,7}) {0,2}页")
_NUMBER = regex(r"(?:\.{3} ?)?(\d{1,7})(?: ?\.{3})?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Page `page` of `pages`; `next_url` is None on the last."""

    page: int = 1
    pages: int | None = None
    next_url: str | None = None
    has_pager: bool = False


def place_of(anatomy: Anatomy) -> Place:
    """Read the first pager of the page; without one the page is the only one."""
    pager = _pager_in(anatomy.ids.get("pgt"))
    if pager is None and (anatomy.mentions('class="pg"') or anatomy.mentions('class="pages"')):
        pager = _pager_in(anatomy.tree)
    if pager is None:
        return Place(page=1, pages=1)
    anchors = _ANCHORS(pager)
    page = _current(pager)
    numbers = [number for anchor in anchors if (number := _number(words(anchor))) is not None]
    total = _total(pager) or max([page, *numbers])
    following = first(anchor for anchor in anchors if has_class(anchor, "nxt") or has_class(anchor, "next"))
    next_url = anatomy.resolve(following.get("href", "")) if following is not None and page < total else None
    return Place(page=page, pages=max(total, page), next_url=next_url, has_pager=True)


def next_of(place: Place) -> str | None:
    """Give the next page's URL without what only belongs to a session; None where a rule says not to follow it."""
    if place.next_url is None:
        return None
    found = address(place.next_url)
    if found is None:
        return place.next_url
    return found.url if found.kind is not UrlKind.SKIP else None


def _pager_in(area: HtmlElement | None) -> HtmlElement | None:
    """Give the first pager below an element; one without a current page is none."""
    found = _PAGERS(area) if area is not None else []
    return first(pager for pager in found if _STRONG(pager) or _SELECT(pager))


def _current(pager: HtmlElement) -> int:
    strong = first(_STRONG(pager))
    number = _number(words(strong)) if strong is not None else None
    if number is None:
        field = first(_INPUT(pager))
        number = _number(field.get("value", "")) if field is not None else None
    if number is None:
        chosen = first(option for option in _SELECT(pager) if option.get("selected") is not None)
        number = _chosen(chosen)
    return max(number or 1, 1)


def _chosen(option: HtmlElement | None) -> int | None:
    found = re.search(r"\d{1,7}", words(option)) if option is not None else None
    return int(found[0]) if found else None


def _total(pager: HtmlElement) -> int | None:
    for span in _TOTAL(pager):
        found = _TOTAL_WORDS.search(span.get("title", ""))
        if found is not None:
            return int(found[1])
    options = _SELECT(pager)
    return len(options) or None


def _number(text: str) -> int | None:
    found = _NUMBER.fullmatch(text.strip())
    return int(found[1]) if found else None
