"""The links of an unknown page by role: next page, other pages, documents, attachments, feeds. `read` makes keys."""

import re
from collections import Counter
from functools import lru_cache
from html import unescape
from typing import NamedTuple
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
PAGER_CHARS = 9
"""Characters of the longest words of a pager, `next page`, blanks folded."""
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


class _Target(NamedTuple):
    """What a link's target comes to on this page, whatever its words are."""

    found: Address | None
    """None for a dead one, and for what is no URL."""
    verdict: str
    """Empty where the link is filed by its words; `dead` and `own` are passed over, others are counted as dropped."""


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
        self._targets: dict[str, _Target] = {}  # by the attribute as it stands: a page's menus repeat half of them

    def add(self, node: HtmlElement, *, is_too_many: bool = False) -> None:
        """File one `a`, `area`, `link` or `frame`."""
        tag = node.tag
        href = node.get("src" if tag == "frame" else "href")
        if not href:
            return
        target = self._targets.get(href)
        if target is None:
            target = self._targets[href] = self._target(href.strip())
        found, verdict = target
        if verdict == "dead":
            return
        stated, is_of_head = node.get("rel"), tag == "link"
        rel = stated.lower().split() if stated else []
        if is_of_head and "next" not in rel and "alternate" not in rel:
            return
        if is_too_many:
            self._dropped["too-many"] += 1
        elif verdict == "own":
            return
        elif found is not None and is_of_head and "alternate" in rel and verdict != "asset":
            self._keep_feed(node, found)
        elif found is None or verdict:
            self._dropped[verdict] += 1
        else:
            self._file(node, rel, found)

    def _target(self, href: str) -> _Target:
        """Say what a target comes to: before its words are asked for, which most links to other hosts are spared."""
        if not href or href[:LONGEST_DEAD].lower().startswith(DEAD):
            return _Target(None, "dead")
        try:
            found = address(joined(self._base, href))
        except ValueError:
            found = None
        if found is None:
            return _Target(None, "bad-url")
        if self._own is not None and found.key == self._own.key:
            return _Target(found, "own")
        if found.kind is UrlKind.SKIP:
            return _Target(found, "asset")
        is_kept = found.kind is UrlKind.ATTACHMENT or self._is_same_site(found.url)
        return _Target(found, "" if is_kept else "other-host")

    def _keep_feed(self, node: HtmlElement, found: Address) -> None:
        """Keep what the head says is a feed, whatever its address."""
        kind = node.get("type") or ""
        if "xml" in kind and ("rss" in kind or "atom" in kind):
            self._keep("feeds", found, node.get("title"))

    def _file(self, node: HtmlElement, rel: list[str], found: Address) -> None:
        is_of_head = node.tag == "link"
        words = "" if is_of_head else " ".join(text_of(node).split())[:TITLE_CHARS]
        title = words or node.get("title")
        said = title or ""
        may_turn = not words or len(words) <= PAGER_CHARS
        if found.kind is UrlKind.ATTACHMENT:
            self._keep("attachments", found, title)
        elif "next" in rel or (may_turn and NEXT.fullmatch(said)):
            self._next = self._next or found.url
            self._keep("pages", found, title)
        elif may_turn and PAGER.fullmatch(said) and self._is_neighbour(found.url):
            self._keep("pages", found, title)
        elif not is_of_head:
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
