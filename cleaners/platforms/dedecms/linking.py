"""The links of a page of DedeCMS by role with their keys, and its breadcrumb. What a URL leads to: `addresses`."""

from collections import Counter
from dataclasses import dataclass, field, replace
from functools import lru_cache

from lxml.html import HtmlElement

from cleaners.platforms.dedecms.addresses import MOBILE_HOSTS, address
from cleaners.platforms.dedecms.pager import Pager
from cleaners.platforms.generic.addresses import address as plain_address
from cleaners.platforms.generic.targets import joined
from cleaners.platforms.platform import Address, Sheet
from cleaners.platforms.template import element_name, words_of
from cleaners.reading import Link, Links, UrlKind, View
from cleaners.regex import regex

STEPS = (">", "»", "›", "→", "/", "-", "|")
"""What stands behind a step of a breadcrumb: the software's `>`, or the mark that a site set instead."""
HOMES = frozenset({"主页", "首页", "网站首页", "返回首页", "Home", "home"})
MOBILE_RULE = "mobile-twin"
DEAD = ("javascript:", "mailto:", "tel:", "data:", "about:")
"""Beginnings of targets that lead nowhere."""
TITLE_CHARS = 200
LISTS = (UrlKind.LIST, UrlKind.HOME)
# Words of a list's pager, whatever its address looks like. Literals and bounded digits.
PAGER_WORDS = regex(r"\d{1,5}|上一页|下一页|末页|尾页")


@dataclass(slots=True)
class _Sorted:
    """Links by role, each URL once, and what was left by rule."""

    host: str
    is_mobile: bool
    documents: dict[str, Link] = field(default_factory=dict)
    lists: dict[str, Link] = field(default_factory=dict)
    files: dict[str, Link] = field(default_factory=dict)
    feeds: dict[str, Link] = field(default_factory=dict)
    dropped: Counter[str] = field(default_factory=Counter)

    def add(self, found: Address, host: str, words: str) -> None:
        """File a link by what its address says; `host` is that of the address."""
        if found.kind is UrlKind.SKIP:
            self.dropped[found.rule or "skip"] += 1
        elif found.kind is not UrlKind.ATTACHMENT and host != self.host:
            self.dropped["other-host"] += 1
        elif found.view is View.MOBILE and not self.is_mobile:
            self.dropped[MOBILE_RULE] += 1
        else:
            role = self._role(found, words)
            known = role.get(found.url)
            if known is None or known.title is None:
                role[found.url] = _link(found, words)

    def _role(self, found: Address, words: str) -> dict[str, Link]:
        if found.kind is UrlKind.ATTACHMENT:
            return self.files
        if found.kind is UrlKind.FEED:
            return self.feeds
        return self.lists if found.kind in LISTS or PAGER_WORDS.fullmatch(words) else self.documents


def links_of(sheet: Sheet, tree: HtmlElement) -> Links:
    """Sort a page's links with their keys; those to other hosts and to what is no document are counted, not kept.

    Links from a desktop page to the mobile twins are dropped and counted: the desktop page is the better view.
    """
    base = sheet.base_url or ""
    own = address(base) or plain_address(base)
    found = _Sorted(_host(base), is_mobile=own is not None and own.view is View.MOBILE)
    targets: dict[str, HtmlElement] = {}
    for node in tree.iter("a", "area"):
        href = (node.get("href") or "").strip()
        if href and not href.startswith(DEAD) and (href not in targets or not words_of(targets[href])):
            targets[href] = node
    origin = _origin(base)
    for href, node in targets.items():
        leads_to = _leads_to(href, origin if href.startswith("/") else base)
        if leads_to is None:
            found.dropped["bad-url"] += 1
            continue
        target, host = leads_to
        if own is None or target.key != own.key or target.page != own.page:
            words = words_of(node) if len(node) else " ".join((node.text or "").split())
            found.add(target, host, words[:TITLE_CHARS])
    return Links(
        documents=tuple(found.documents.values()), lists=tuple(found.lists.values()),
        attachments=tuple(found.files.values()), feeds=tuple(found.feeds.values()),
        dropped=tuple(sorted(found.dropped.items())),
    )  # fmt: skip


def of_article(links: Links, pager: Pager | None, key: str | None) -> Links:
    """Give an article's links: its own pages by its pager, and by no other role."""
    pages = pager.links(key) if pager else ()
    known = {link.url for link in pages}
    return replace(
        links, pages=pages, next=pager.next_url if pager else None,
        documents=tuple(link for link in links.documents if link.url not in known),
        lists=tuple(link for link in links.lists if link.url not in known),
    )  # fmt: skip


def path_of(tree: HtmlElement) -> tuple[tuple[str, ...], str]:
    """Give the steps of the breadcrumb without the home, and the element that holds it; empty without one.

    The software writes `<a>主页</a> > <a>…</a> > ` into any skin; a menu has no such mark behind its links.
    """
    for node in tree.iter("a"):
        tail = node.tail
        if tail is None or not tail.lstrip().startswith(STEPS) or words_of(node) not in HOMES:
            continue
        parent = node.getparent()
        if parent is None:
            continue
        steps = (words_of(step) for step in parent.iterchildren("a"))
        kept = tuple(step for step in steps if step and step not in HOMES)
        if kept:
            return kept, element_name(parent)
    return (), ""


def _link(found: Address, words: str) -> Link:
    return Link(url=found.url, key=found.key, kind=found.kind, page=found.page, title=words or None)


@lru_cache(maxsize=8192)
def _leads_to(href: str, base: str) -> tuple[Address, str] | None:
    """Say what a target leads to, and on which host; None for what is no http(s) URL.

    A site's pages share most of their targets.
    """
    try:
        url = joined(base, href)
    except ValueError:  # a bracket that is not closed
        return None
    found = address(url) or plain_address(url)
    return None if found is None else (found, _host(found.url))


def _origin(base: str) -> str:
    """Give the beginning of a URL up to its path: all that a target from the root is relative to."""
    return "/".join(base.split("/", 3)[:3])


@lru_cache(maxsize=8192)
def _host(url: str) -> str:
    """Give the host that links are compared by: without `www.` and the mobile prefixes."""
    host = url.split("/", 3)[2].lower() if url.count("/") > 1 else ""
    for prefix in ("www.", *MOBILE_HOSTS):
        host = host.removeprefix(prefix)
    return host.removesuffix(":80").removesuffix(":443")
