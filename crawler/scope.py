"""Which links of a page are followed: in scope, no trap, within the budgets. Each that is not has a counted reason.

What a link is (document, list, a variant to skip) was told by `cleaners.read`; a site's own patterns overrule it.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from urllib.parse import urlsplit

from archive.frontier import Seed
from cleaners.outcome import Reason
from cleaners.platforms import address_of
from cleaners.reading import Link, Links, UrlKind
from crawler.addresses import host_of
from crawler.errors import BadInput
from crawler.site import Site

MAX_URL = 1024
"""Characters of a URL (reliability.md section 7)."""
MAX_SEGMENTS = 20
MAX_REPEATS = 2
"""How often one path segment may stand in a path: Heritrix's number against `/a/b/a/b/…` traps."""
MAX_DEPTH = 20
MAX_LINKS = 2_000
"""Links taken from one page."""
MAX_HOST = 50_000
"""URLs put down for one host in one crawl; `Site.max_pages` may lower it."""
MAX_BARREN = 5_000
"""Pages of one URL pattern that a host may answer without a report on any of its pages: a calendar has no end."""

PRIORITIES = {"pages": 30, "documents": 20, "next": 10, "lists": 10}
"""A begun document is finished first, then new ones are read, then lists bring more."""
LISTS = frozenset({UrlKind.LIST, UrlKind.HOME})
TOO_OLD = "before-since"
"""Why a link is left whose list says that nothing happened there since the date that was asked for."""


# A run of digits, as dates and page numbers stand in paths. One class, possessive: linear.
_NUMBER = re.compile(r"[0-9]++")


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """The page that links are on."""

    frontier_id: int | None
    key: str
    kind: UrlKind
    depth: int
    host: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """The links to follow by role, and how many were left for which reason."""

    documents: tuple[Seed, ...] = ()
    further: tuple[Seed, ...] = ()
    """Other pages of the same document or list."""
    lists: tuple[Seed, ...] = ()
    left: dict[str, int] = field(default_factory=dict)


class Scope:
    """The rules of one crawl: hosts, patterns and budgets."""

    def __init__(
        self, site: Site, *, follows: bool = True, any_host: bool = False, since: datetime | None = None
    ) -> None:
        self._site = site
        self._since = since.date().isoformat() if since is not None else ""
        self._follows = follows
        self._any_host = any_host
        self._hosts = {host.lower() for host in site.hosts}
        self._patterns = [
            (kind, [re.compile(pattern) for pattern in patterns])
            for kind, patterns in (
                (UrlKind.SKIP, site.skip), (UrlKind.DOCUMENT, site.documents), (UrlKind.LIST, site.lists),
            )
        ]
        self._has_patterns = bool(site.skip or site.documents or site.lists)
        self._barren: dict[str, Counter[str]] = {}
        """For each host, how many pages of each URL pattern have come since the last one with a report."""
        self._offered: dict[str, set[int]] = {}
        """Hashes of the keys taken for each host: links repeat on many pages, and count once."""

    def starts(self, urls: Sequence[str], *, are_lists: bool) -> tuple[Seed, ...]:
        """Make the seeds of start URLs, or of those that the operator listed. Raises BadInput."""
        seeds = []
        for url in urls:
            try:
                seeds.append(self.start(url, is_list=are_lists))
            except ValueError as error:
                raise BadInput(f"{url[:200]}: not an address that can be crawled ({error})") from error
        return tuple(seeds)

    def start(self, url: str, *, is_list: bool) -> Seed:
        """Make the seed of one; ValueError for what is no http(s) URL."""
        address = address_of(url, family=self._site.platform)
        kind = self._kind(address.url, address.kind)
        if kind is UrlKind.SKIP:  # asked for by name: it is fetched all the same
            kind = UrlKind.LIST if is_list else UrlKind.DOCUMENT
        if is_list and kind not in LISTS and address.key.startswith("url:") and not self._has_patterns:
            kind = UrlKind.LIST  # no family knows its shape: a crawl begins at lists
        key = frontier_key(address.key, address.page)
        if address.kind is UrlKind.SKIP:
            key = f"url:{url}"  # what is skipped shares one key by rule: it would stand for all of them
        return Seed(url=address.url, key=key, kind=kind, host=host_of(address.url), priority=40, depth=0)

    def choose(self, links: Links, origin: Origin) -> Chosen:
        """Choose the links to follow from a page."""
        left: Counter[str] = Counter()
        seen: set[str] = {origin.key}
        chosen: dict[str, list[Seed]] = {role: [] for role in PRIORITIES}
        for role, link in self._in_order(links):
            if len(seen) > MAX_LINKS:
                left[Reason.LIMIT] += 1
                continue
            seed = self._seed(role, link, origin)
            if isinstance(seed, str):
                left[seed] += 1
            elif seed.key not in seen:
                seen.add(seed.key)
                chosen[role].append(seed)
        return Chosen(
            documents=tuple(chosen["documents"]), further=(*chosen["pages"], *chosen["next"]),
            lists=tuple(chosen["lists"]), left=dict(left),
        )

    def _in_order(self, links: Links) -> Iterator[tuple[str, Link]]:
        """Give the links with their roles: further pages of this document or list first."""
        yield from (("pages", link) for link in links.pages)
        if links.next is not None and all(link.url != links.next for link in links.pages):
            yield "next", Link(url=links.next)
        if self._follows:
            yield from (("documents", link) for link in links.documents)
            yield from (("lists", link) for link in links.lists)

    def _seed(self, role: str, link: Link, origin: Origin) -> Seed | str:
        """Make the seed of a link, or say why it is left."""
        reason = self.fault(link.url) or self._why_left(link, origin)
        if reason is not None:
            return reason
        depth = origin.depth + (role in ("documents", "lists"))
        if depth > MAX_DEPTH:
            return Reason.TRAP
        found = self._what(role, link, origin)
        if found is None:
            return Reason.SCOPE
        key, kind, url = found
        host = host_of(url)
        if not self._is_within_budget(host, key):
            return Reason.LIMIT
        return Seed(
            url=url, key=key, kind=kind, host=host, priority=PRIORITIES[role], depth=depth,
            parent_id=origin.frontier_id, stamp=link.stamp,
        )

    def note_page(self, url: str, *, has_report: bool) -> None:
        """Note a page that was filed: one with a report, new or known, shows that its host is no endless trap."""
        barren = self._barren.setdefault(host_of(url), Counter())
        if has_report:
            barren.clear()
        else:
            barren[pattern_of(url)] += 1

    def _is_barren(self, url: str) -> bool:
        barren = self._barren.get(host_of(url))
        return barren is not None and barren[pattern_of(url)] >= MAX_BARREN

    def _why_left(self, link: Link, origin: Origin) -> str | None:
        """Say why a link without fault is left; None where it is not."""
        if self._is_barren(link.url):
            return Reason.TRAP
        if self._any_host and host_of(link.url) != origin.host:
            return Reason.SCOPE  # of a listed document, pages elsewhere are not its own
        if link.active_on is not None and link.active_on[:10] < self._since:
            return TOO_OLD
        return None

    def _is_within_budget(self, host: str, key: str) -> bool:
        """True where the host may have one more URL, or this one was taken before."""
        offered = self._offered.setdefault(host, set())
        mark = hash(key)
        if mark in offered:
            return True
        if len(offered) >= min(MAX_HOST, self._site.max_pages):
            return False
        offered.add(mark)
        return True

    def _what(self, role: str, link: Link, origin: Origin) -> tuple[str, UrlKind, str] | None:
        """Give key, kind and URL of a link; None for what is never followed."""
        key, kind, page, url = link.key, link.kind, link.page, link.url
        if key is None:
            try:
                address = address_of(url, family=self._site.platform)
            except ValueError:
                return None
            key, kind, page, url = address.key, address.kind, address.page, address.url
        if role in ("pages", "next"):
            kind = origin.kind if kind is not UrlKind.SKIP else kind
        kind = self._kind(url, kind)
        if kind not in (UrlKind.DOCUMENT, *LISTS):
            return None
        return frontier_key(key, page), kind, url

    def _kind(self, url: str, kind: UrlKind) -> UrlKind:
        """Give the kind that the site's own patterns say; the one told by the URL's shape where they are silent."""
        if not self._has_patterns:
            return kind
        parts = urlsplit(url)
        target = parts.path + (f"?{parts.query}" if parts.query else "")
        for wanted, patterns in self._patterns:
            if any(pattern.fullmatch(target) for pattern in patterns):
                return wanted
        return kind

    def fault(self, url: str) -> Reason | None:
        """Say why a URL is not followed, told by itself alone; None where nothing speaks against it."""
        if len(url) > MAX_URL:
            return Reason.TRAP
        try:
            parts = urlsplit(url)
            host = host_of(url)
        except ValueError:
            return Reason.BAD_URL
        if parts.scheme not in ("http", "https"):
            return Reason.GUARD
        if not self._any_host and host not in self._hosts:
            return Reason.SCOPE
        return Reason.TRAP if is_trap(parts.path) else None


def is_trap(path: str) -> bool:
    """True for a path that only a loop of relative links makes: too deep, or one segment too often."""
    segments = [segment for segment in path.split("/") if segment]
    if len(segments) > MAX_SEGMENTS:
        return True
    return len(segments) > MAX_REPEATS and max(Counter(segments).values()) > MAX_REPEATS


def pattern_of(url: str) -> str:
    """Give what pages of one kind share: the path with its numbers levelled, and the names in the query."""
    parts = urlsplit(url)
    names = sorted({pair.partition("=")[0] for pair in parts.query.split("&")})
    return f"{_NUMBER.sub('0', parts.path)}?{'&'.join(names)}"


def frontier_key(key: str, page: int) -> str:
    """Give the key of one page of a document or list."""
    return f"{key}:p{page}" if page > 1 else key
