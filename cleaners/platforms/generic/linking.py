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
from cleaners.platforms.platform import Sheet
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
NOWHERE = Link(url="")
"""Stands for the link of a target that leads nowhere."""
# A target that comes to the same from every page of a host: from the root, or with a host. Literals: linear.
FROM_ROOT = regex(r"/(?!/)|(?:https?:)?//\w")
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
    base = sheet.base_url or ""
    sorter, origin = _Sorter(base), "/".join(base.split("/", 3)[:3])
    for count, node in enumerate(tree.iter("a", "area", "link", "frame")):
        tag, is_too_many = node.tag, count >= MOST_FILED
        href = (node.get("src" if tag == "frame" else "href") or "").strip()
        if not href:
            continue
        start = origin if FROM_ROOT.match(href) else base
        if tag == "link":
            sorter.add_head(node, href, start, is_too_many=is_too_many)
            continue
        words = " ".join((text_of(node) if len(node) else node.text or "").split())[:TITLE_CHARS]
        target = _target(href, start, words, None if words else node.get("title"))
        sorter.add(target, node.get("rel"), is_too_many=is_too_many)
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
    """What a target with its words comes to on any page of a site; which page it stands on is not known here."""

    verdict: str
    """Empty where the link is filed by its role; `dead` is passed over, others are counted as dropped."""
    role: str = ""
    """`attachments`, `next`, `pager` where the page turns to neighbours, `feeds` or `documents`."""
    key: str = ""
    host: str = ""
    link: Link = NOWHERE


class _Sorter:
    """Collects links by role, each URL once."""

    def __init__(self, base: str) -> None:
        own = address(base)
        self._base = base
        self._host = _host(base)
        self._own_key = None if own is None else own.key
        self._roles: dict[str, dict[str, Link]] = {role: {} for role in ("pages", "documents", "attachments", "feeds")}
        self._dropped: Counter[str] = Counter()
        self._next: str | None = None

    def add(self, target: _Target, rel: str | None, *, is_too_many: bool) -> None:
        """File one `a`, `area` or `frame`, or the next page that the head names."""
        verdict, role, key, host, link = target
        if verdict == "dead" or (key == self._own_key and not is_too_many):
            return
        if is_too_many or verdict:
            self._dropped["too-many" if is_too_many else verdict] += 1
            return
        if role != "attachments":
            if host != self._host and self._host:
                self._dropped["other-host"] += 1
                return
            if role == "next" or (rel is not None and "next" in rel.lower().split()):
                self._next = self._next or link.url
                role = "pages"
            elif role == "pager":
                role = "pages" if self._is_neighbour(link.url) else _plain_role(link.kind)
        self._roles[role].setdefault(link.url, link)

    def add_head(self, node: HtmlElement, href: str, base: str, *, is_too_many: bool) -> None:
        """File one `link`, which has no words: the next page, or what the head says is a feed, whatever its address."""
        rel = (node.get("rel") or "").lower().split()
        if "next" not in rel and "alternate" not in rel:
            return
        target = _target(href, base, "", node.get("title"))
        if is_too_many or target.verdict or "alternate" not in rel:
            self.add(target, "next", is_too_many=is_too_many)
            return
        kind = node.get("type") or ""
        if "xml" in kind and ("rss" in kind or "atom" in kind) and target.key != self._own_key:
            self._roles["feeds"].setdefault(target.link.url, target.link)

    def _is_neighbour(self, url: str) -> bool:
        """Say whether a URL differs from the page's own in numbers only, as the pages of one list or text do."""
        own, other = _path(self._base), _path(url)
        return own == other or _shape(own) == _shape(other)

    def links(self) -> Links:
        """Give what was collected."""
        known, documents = self._roles["pages"], self._roles["documents"]
        return Links(
            next=self._next,
            pages=tuple(known.values()),
            documents=tuple([link for url, link in documents.items() if url not in known]),
            attachments=tuple(self._roles["attachments"].values()),
            feeds=tuple(self._roles["feeds"].values()),
            dropped=tuple(sorted(self._dropped.items())),
        )


@lru_cache(maxsize=8192)
def _target(href: str, base: str, words: str, title: str | None) -> _Target:
    """Say what a target comes to with its words, or, without any, with the `title` of its element.

    A site's pages share most of their links, words and all: to make one anew takes 5 us, and a page has forty.
    """
    if href[:LONGEST_DEAD].lower().startswith(DEAD):
        return _Target("dead")
    try:
        found = address(joined(base, href))
    except ValueError:  # a bracket that is not closed
        found = None
    if found is None:
        return _Target("bad-url")
    return _Target(
        verdict="asset" if found.kind is UrlKind.SKIP else "",
        role=_role(found.kind, words, words or title or ""),
        key=found.key,
        host=_host("/".join(found.url.split("/", 3)[:3])),
        link=Link(url=found.url, kind=found.kind, title=words or title),
    )


def _role(kind: UrlKind, words: str, said: str) -> str:
    """Give the role of a link on any page; `said`: its words, or what its element's `title` says instead."""
    if kind is UrlKind.ATTACHMENT:
        return "attachments"
    may_turn = len(words) <= PAGER_CHARS
    if may_turn and NEXT.fullmatch(said):
        return "next"
    return "pager" if may_turn and PAGER.fullmatch(said) else _plain_role(kind)


def _plain_role(kind: UrlKind) -> str:
    return "feeds" if kind is UrlKind.FEED else "documents"


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
