"""Which page of how many an article's page is, by the pagers that EmpireCMS prints. Other pagers: `generic.pager`.

Files: `2.html`, `2_2.html`; scripts and rewritten addresses count from 0. `sys_ShowTextPage` prints `<b>1</b>/<b>5</b>`
and a window of numbers, dynamic pages the number of pages alone, `sys_ShowTextPageSelect` a choice of titles.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import urlsplit

from lxml.html import HtmlElement

from cleaners.platforms.elements import possible
from cleaners.platforms.empirecms.addresses import MAX_PAGE, address
from cleaners.platforms.generic.addresses import address as generic_address
from cleaners.platforms.generic.targets import joined
from cleaners.platforms.platform import Sheet
from cleaners.platforms.template import find, words_of
from cleaners.reading import Link, UrlKind
from cleaners.regex import regex

STATIC = '//a[@title="Page"]'
DYNAMIC = '//a[@title="总数" or @title="總數"]'
SELECT = '//select[@name="titleselect"]'
COUNT = regex(r"(\d{1,4})\s?/\s?(\d{1,4})")
# A file's name with and without the number of a page: the number stands last, behind an underscore.
_FILE = regex(r"(?P<name>[^/]{1,120}?)(?:_(?P<page>\d{1,4}))?(?P<ending>\.\w{2,6})")
MAX_PAGES = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Paged:
    """Where a page stands among the pages of its article."""

    key: str
    """Key of the first page, as the frontier has it."""
    page: int
    pages: int | None
    links: tuple[Link, ...]

    @property
    def next_url(self) -> str | None:
        """Give the address of the next page; None on the last."""
        return next((link.url for link in self.links if link.page == self.page + 1), None)


def paged_of(sheet: Sheet) -> Paged | None:
    """Read the pager of an article's page; None where the software's own is not on it."""
    tree, own = sheet.tree, _place(sheet.page.address or "")
    if tree is None or own is None:
        return None
    key, page = own
    total, urls = _stated(tree, sheet.text)
    if total is None:
        return None
    links = {
        number: Link(url=url, key=key, kind=UrlKind.DOCUMENT, page=number)
        for url, number in _others(sheet, urls, key)
        if number != page
    }
    total = max([total, page, *links]) if page <= MAX_PAGES else None
    return Paged(key=key, page=page, pages=total, links=tuple(links[number] for number in sorted(links)))


def _stated(tree: HtmlElement, source: str) -> tuple[int | None, list[str]]:
    """Give how many pages the pager states, and the addresses it leads to; None without a pager of an article."""
    for node in find(tree, possible((STATIC,), source)):
        found = COUNT.search(words_of(node))
        block = node.getparent()
        if found is not None and block is not None:
            return min(int(found[2]), MAX_PAGES), _hrefs(block)
    for choice in find(tree, possible((SELECT,), source)):
        urls = [option.get("value") or "" for option in choice.iter("option")]
        return min(len(urls), MAX_PAGES), urls
    for node in find(tree, possible((DYNAMIC,), source)):
        words, block = words_of(node), node.getparent()
        if words.isdigit() and block is not None and 1 < int(words) <= MAX_PAGES:
            return int(words), _hrefs(block)
    return None, []


def _hrefs(block: HtmlElement) -> list[str]:
    return [href for node in block.iter("a") if (href := node.get("href"))]


def _others(sheet: Sheet, urls: list[str], key: str) -> Iterator[tuple[str, int]]:
    """Give the addresses that are pages of the same article, with their numbers; the last one fits no list."""
    for url in urls:
        try:
            target = joined(sheet.base_url or "", re.sub(r"\?\d{1,4}$", "", url) if "?" in url else url)
        except ValueError:
            continue
        place = _place(target)
        if place is not None and place[0] == key:
            known = generic_address(target)
            yield (known.url if known else target), place[1]


@lru_cache(maxsize=1024)
def _place(url: str) -> tuple[str, int] | None:
    """Give the key of an address's first page and its own number; None for what is no file and no script."""
    own = address(url)
    if own is not None and (":info:" in own.key or own.key.startswith("url:")):
        return own.key, own.page  # a script, or `37/index_2.html` where each article has a folder
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    folder, _, file = parts.path.rpartition("/")
    found = _FILE.fullmatch(file)
    if found is None:
        return None
    first = generic_address(parts._replace(path=f"{folder}/{found['name']}{found['ending']}", query="").geturl())
    page = int(found["page"] or 1)
    return (first.key, page) if first is not None and 1 <= page <= MAX_PAGE else None
