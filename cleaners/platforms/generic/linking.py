"""The links of an unknown page by role: next page, other pages, documents, attachments, feeds. `read` makes keys."""

import re
from collections import Counter
from functools import lru_cache
from html import unescape
from urllib.parse import urlsplit

from lxml.html import HtmlElement

from cleaners.platforms.elements import text_of
from cleaners.platforms.generic.addresses import address
from cleaners.platforms.generic.targets import joined
from cleaners.platforms.platform import Address, Sheet
from cleaners.reading import Link, Links, UrlKind
from cleaners.regex import regex

NEXT = regex(r"(?:下\s*一?\s*页|下页|后一页|next(?:\s*page)?|[>›»]{1,2}|下一页\s*[>›»]{1,2})", re.IGNORECASE)
PAGER = regex(
    r"(?:上\s*一?\s*页|首\s*页|尾\s*页|末\s*页|最后一页|第?\s*\d{1,4}\s*页?|\[\d{1,4}\]|prev(?:ious)?|last|first)",
    re.IGNORECASE,
)
DEAD = ("javascript:", "mailto:", "tel:", "data:", "#", "about:", "ftp:")
LONGEST_DEAD = max(map(len, DEAD))
TITLE_CHARS = 200
MOST_FILED = 10_000
"""Links of a page that are kept; more are counted as dropped."""
FEED_ITEM = regex(r"<(?:item|entry)\b", re.IGNORECASE)
"""Where an item of a feed begins; FEED_END: where it ends, or the next one begins. Literals: one pass."""
FEED_END = regex(r"</(?:item|entry)\b", re.IGNORECASE)
FEED_URL = regex(
    r"<link>\s*+(?:<!\[CDATA\[\s*+)?(https?://[^\s<\]]{1,2000})|<link\b[^<>]{0,300}?\bhref=[\"'](https?://[^\"'<>\s]{1,2000})",
    re.IGNORECASE,
)
"""Possessive blanks, bounded values, and no attribute holds `<`: each place is tried once."""
FEED_TITLE = regex(r"<title\b[^>]{0,100}>\s*(?:<!\[CDATA\[)?([^<\]]{1,300})", re.IGNORECASE)


def links_of(tree: HtmlElement, sheet: Sheet) -> Links:
    """Sort the page's links; those to other hosts and to what is no page are counted, not kept."""
    sorter = _Sorter(sheet)
    for count, node in enumerate(tree.iter("a", "area", "link", "frame")):
        sorter.add(node, is_too_many=count >= MOST_FILED)
    return sorter.links()


def feed_links(sheet: Sheet) -> Links:
    """Give the documents that a feed names, from its source text: HTML parsers empty its `link` elements."""
    found: dict[str, Link] = {}
    for rest in FEED_ITEM.split(sheet.text)[1:]:
        item = FEED_END.split(rest, maxsplit=1)[0]
        match = FEED_URL.search(item)
        known = address(unescape(match[1] or match[2]).strip()) if match else None
        title = FEED_TITLE.search(item)
        if known is not None and known.kind is UrlKind.DOCUMENT:
            words = unescape(title[1]).strip()[:TITLE_CHARS] if title else None
            found.setdefault(known.key, Link(url=known.url, title=words))
    return Links(documents=tuple(found.values()))


class _Sorter:
    """Collects links by role, each URL once."""

    def __init__(self, sheet: Sheet) -> None:
        self._base = sheet.base_url or ""
        self._host = _host(self._base)
        self._origin = "/".join([*self._base.split("/", 3)[:3], ""])
        self._own = address(self._base)
        self._roles: dict[str, dict[str, Link]] = {role: {} for role in ("pages", "documents", "attachments", "feeds")}
        self._dropped: Counter[str] = Counter()
        self._next: str | None = None

    def add(self, node: HtmlElement, *, is_too_many: bool = False) -> None:
        """File one `a`, `area`, `link` or `frame`."""
        tag = node.tag
        href = (node.get("src" if tag == "frame" else "href") or "").strip()
        if not href or href[:LONGEST_DEAD].lower().startswith(DEAD):
            return
        stated, is_of_head = node.get("rel"), tag == "link"
        rel = stated.lower().split() if stated else []
        if is_of_head and "next" not in rel and "alternate" not in rel:
            return
        if is_too_many:
            self._dropped["too-many"] += 1
            return
        try:
            found = address(joined(self._base, href))
        except ValueError:
            found = None
        if found is None:
            self._dropped["bad-url"] += 1
            return
        if self._own is not None and found.key == self._own.key:
            return
        words = "" if is_of_head else " ".join(text_of(node).split())[:TITLE_CHARS]
        self._file(node, rel, found, words or node.get("title"))

    def _file(self, node: HtmlElement, rel: list[str], found: Address, title: str | None) -> None:
        words = title or ""
        if found.kind is UrlKind.SKIP:
            self._dropped["asset"] += 1
        elif node.tag == "link" and "alternate" in rel:
            if "xml" in (node.get("type") or "") and (
                "rss" in (node.get("type") or "") or "atom" in (node.get("type") or "")
            ):
                self._keep("feeds", found, title)
        elif found.kind is UrlKind.ATTACHMENT:
            self._keep("attachments", found, title)
        elif not self._is_same_site(found.url):
            self._dropped["other-host"] += 1
        elif "next" in rel or NEXT.fullmatch(words):
            self._next = self._next or found.url
            self._keep("pages", found, title)
        elif PAGER.fullmatch(words) and self._is_neighbour(found.url):
            self._keep("pages", found, title)
        elif node.tag != "link":
            self._keep("feeds" if found.kind is UrlKind.FEED else "documents", found, title)

    def _keep(self, role: str, found: Address, title: str | None) -> None:
        links = self._roles[role]
        if found.url not in links:
            links[found.url] = Link(url=found.url, kind=found.kind, title=title)

    def _is_same_site(self, url: str) -> bool:
        return url.startswith(self._origin) or not self._host or _host("/".join(url.split("/", 3)[:3])) == self._host

    def _is_neighbour(self, url: str) -> bool:
        """Say whether a URL differs from the page's own in numbers only, as the pages of one list or text do."""
        own, other = _path(self._base), _path(url)
        return own == other or _shape(own) == _shape(other)

    def links(self) -> Links:
        """Give what was collected."""
        pages = tuple(link for url, link in self._roles["pages"].items())
        known = self._roles["pages"]
        return Links(
            next=self._next,
            pages=pages,
            documents=tuple(link for url, link in self._roles["documents"].items() if url not in known),
            attachments=tuple(self._roles["attachments"].values()),
            feeds=tuple(self._roles["feeds"].values()),
            dropped=tuple(sorted(self._dropped.items())),
        )


@lru_cache(maxsize=1024)
def _host(origin: str) -> str:
    """Give the host of a URL's beginning, without `www.`; a page's links share a few."""
    return (urlsplit(origin).hostname or "").removeprefix("www.")


@lru_cache(maxsize=4)
def _path(url: str) -> str:
    """Give a URL's path; the page's own is asked for with each of its links."""
    return urlsplit(url).path


@lru_cache(maxsize=4)
def _shape(path: str) -> str:
    """Write a path without its numbers: `/a/12_3.html` and `/a/12.html` are alike, `index` counts as a number."""
    return re.sub(r"[\d_-]+|index", "", path.lower())
