"""The links of a page by role, absolute and without doubles; what is never followed is counted by rule."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from lxml.html import HtmlElement

from cleaners.platforms.discuz.addresses import address, is_decisive
from cleaners.platforms.discuz.anatomy import Anatomy
from cleaners.platforms.discuz.routes import quick_rule
from cleaners.platforms.elements import words
from cleaners.platforms.platform import Address
from cleaners.reading import Link, Links, UrlKind, View

MAX_LINKS = 2000
"""Links kept of one page; a page of the software has some hundred."""
_ROLES = {
    UrlKind.DOCUMENT: "documents", UrlKind.LIST: "lists", UrlKind.HOME: "lists", UrlKind.FEED: "feeds",
    UrlKind.ATTACHMENT: "attachments",
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Own:
    """Which document or list a page is of, which page of it, and in which view."""

    key: str | None
    page: int = 1
    view: View = View.MAIN


class _Sorter:
    """Puts links into their roles; one instance a page."""

    def __init__(self, anatomy: Anatomy, own: Own) -> None:
        self._anatomy = anatomy
        self._own_key = own.key
        self._is_twin = own.view is not View.MAIN
        self._host = _host_of(anatomy.sheet.base_url or "")
        self._origin = "/".join([*(anatomy.sheet.base_url or "").split("/", 3)[:3], ""])
        self._seen: set[tuple[str, int]] = {(own.key, own.page)} if own.key is not None else set()
        self._rows: dict[str, Link] = {}
        self._kept = 0
        self.dropped: Counter[str] = Counter()
        self.roles: dict[str, list[Link]] = {
            role: [] for role in ("pages", "documents", "lists", "feeds", "attachments")
        }

    def add_known(self, links: Iterable[Link], role: str) -> None:
        """Take links that a reader of the page has already made out."""
        for link in links:
            if link.stamp is not None and link.key is not None:
                self._rows[link.key] = link
            self._keep(link, role)

    def add(self, node: HtmlElement) -> None:
        """Take an `a` by what its target is."""
        href = node.get("href", "").strip()
        rule = quick_rule(href)
        if rule is not None and not (rule == "mobile" and self._is_twin):
            # All links of a mobile page carry `mobile=2`; without it they are those of the main view.
            if rule:
                self.dropped[rule] += 1
            return
        url = self._anatomy.resolve(href)
        if url is None:
            return
        found = address(url)
        rule = self._refusal(found, url)
        if found is None or rule is not None:
            self.dropped[rule or "other-software"] += 1
            return
        is_page = found.key == self._own_key
        row = self._rows.get(found.key)
        link = Link(
            url=found.url,
            key=found.key,
            kind=found.kind,
            page=found.page,
            stamp=None if row is None else row.stamp,  # a row's later pages change when the row does
            active_on=None if row is None else row.active_on,
            title=words(node)[:300] or None if found.kind is UrlKind.DOCUMENT and not is_page else None,
        )
        self._keep(link, "pages" if is_page else _ROLES[found.kind])

    def _refusal(self, found: Address | None, url: str) -> str | None:
        """Name the rule by which a link is dropped; None = it is kept."""
        is_own = self._is_own(url)
        if found is None:
            return "other-software" if is_own else "off-site"
        if not is_own and not is_decisive(url):
            return "off-site"
        if found.kind is UrlKind.SKIP:
            return found.rule or "skip"
        if not self._is_twin and found.view is not View.MAIN:
            return "twin-view"
        return None

    def _is_own(self, url: str) -> bool:
        """Say whether a URL lies on the page's own host; True = the same host, whatever the folder."""
        return self._host is not None and (url.startswith(self._origin) or _host_of(url) == self._host)

    def _keep(self, link: Link, role: str) -> None:
        identity = (link.key or link.url, link.page)
        if identity in self._seen:
            return
        if self._kept >= MAX_LINKS:
            self.dropped["too-many-links"] += 1
            return
        self._seen.add(identity)
        self._kept += 1
        self.roles[role].append(link)


def gather(
    anatomy: Anatomy,
    own: Own,
    *,
    known: Iterable[Link] = (),
    attachments: Iterable[Link] = (),
    next_url: str | None = None,
) -> Links:
    """Sort all links of a page into their roles.

    Other pages of the page's `own` document or list go to `pages`; `known` are document links that the page's reader
    made out itself, with title and stamp. At most 2,000 are kept, the rest is counted.
    """
    sorter = _Sorter(anatomy, own)
    sorter.add_known(known, "documents")
    sorter.add_known(attachments, "attachments")
    for node in _one_for_each_target(anatomy.links):
        sorter.add(node)
    return Links(
        next=next_url,
        dropped=tuple(sorted(sorter.dropped.items())),
        **{role: tuple(links) for role, links in sorter.roles.items()},
    )


def _one_for_each_target(nodes: Iterable[HtmlElement]) -> list[HtmlElement]:
    """Give one element for each target: the first that begins with text, else the first."""
    chosen: dict[str, HtmlElement] = {}
    for node in nodes:
        href = node.get("href", "")
        before = chosen.get(href)
        if before is None or (_is_wordless(before) and not _is_wordless(node)):
            chosen[href] = node
    return list(chosen.values())


def _is_wordless(node: HtmlElement) -> bool:
    return not (node.text and not node.text.isspace())


def _host_of(url: str) -> str | None:
    """Give the host of an http(s) URL without `www.`; None for anything else."""
    parts = url.split("/", 3)
    return parts[2].lower().removeprefix("www.") if len(parts) > 2 and url.startswith("http") else None
