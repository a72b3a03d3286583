"""The links of a page of DedeCMS by role with their keys, and its breadcrumb. What a URL leads to: `addresses`."""

from collections import Counter
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

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


class _Target(NamedTuple):
    """What a target with its words comes to on any page of a site; which page it stands on is not known here."""

    key: str
    page: int
    host: str
    role: str
    """`documents`, `lists`, `attachments` or `feeds`; `dropped` where no page keeps it."""
    dropped: str
    """The rule that drops it; of a link that is kept, empty."""
    is_mobile: bool
    link: Link


def links_of(sheet: Sheet, tree: HtmlElement) -> Links:
    """Sort a page's links with their keys; those to other hosts and to what is no document are counted, not kept.

    Links from a desktop page to the mobile twins are dropped and counted: the desktop page is the better view.
    """
    base = sheet.base_url or ""
    own = address(base) or plain_address(base)
    own_key, own_page = (own.key, own.page) if own is not None else ("", 0)
    host, is_mobile = _host(base), own is not None and own.view is View.MOBILE
    roles: dict[str, dict[str, Link]] = {"documents": {}, "lists": {}, "attachments": {}, "feeds": {}}
    dropped: Counter[str] = Counter()
    origin = _origin(base)
    for href, words in _targets(tree).items():
        target = _target(href, origin if href[0] == "/" else base, words[:TITLE_CHARS])
        if target is None:
            dropped["bad-url"] += 1
        elif target.key == own_key and target.page == own_page:
            continue
        elif target.dropped:
            dropped[target.dropped] += 1
        elif target.host != host and target.role != "attachments":
            dropped["other-host"] += 1
        elif target.is_mobile and not is_mobile:
            dropped[MOBILE_RULE] += 1
        else:
            known, link = roles[target.role], target.link
            if link.url not in known or known[link.url].title is None:
                known[link.url] = link
    return Links(
        documents=tuple(roles["documents"].values()), lists=tuple(roles["lists"].values()),
        attachments=tuple(roles["attachments"].values()), feeds=tuple(roles["feeds"].values()),
        dropped=tuple(sorted(dropped.items())),
    )  # fmt: skip


def _targets(tree: HtmlElement) -> dict[str, str]:
    """Give the targets of a page as they are written, each with the words of the first of its links that has any."""
    targets: dict[str, str] = {}
    for node in tree.iter("a", "area"):
        href = (node.get("href") or "").strip()
        if href and not targets.get(href) and not href.startswith(DEAD):
            targets[href] = words_of(node) if len(node) else " ".join((node.text or "").split())
    return targets


def of_article(links: Links, pager: Pager | None, key: str | None) -> Links:
    """Give an article's links: its own pages by its pager, and by no other role."""
    if pager is None:
        return links
    pages = pager.links(key)
    known = {link.url for link in pages}
    return replace(
        links, pages=pages, next=pager.next_url,
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


@lru_cache(maxsize=8192)
def _target(href: str, base: str, words: str) -> _Target | None:
    """Say what a target leads to and on which host; None for what is no http(s) URL.

    A site's pages share most of their links, words and all: to make one anew takes 4 us, and a page has forty.
    """
    try:
        url = joined(base, href)
    except ValueError:  # a bracket that is not closed
        return None
    found = address(url) or plain_address(url)
    if found is None:
        return None
    is_skipped = found.kind is UrlKind.SKIP
    return _Target(
        key=found.key, page=found.page, host=_host(found.url), role="dropped" if is_skipped else _role(found, words),
        dropped=(found.rule or "skip") if is_skipped else "", is_mobile=found.view is View.MOBILE,
        link=Link(url=found.url, key=found.key, kind=found.kind, page=found.page, title=words or None),
    )  # fmt: skip


def _role(found: Address, words: str) -> str:
    if found.kind is UrlKind.ATTACHMENT:
        return "attachments"
    if found.kind is UrlKind.FEED:
        return "feeds"
    return "lists" if found.kind in LISTS or PAGER_WORDS.fullmatch(words) else "documents"


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
