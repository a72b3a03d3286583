"""The links of a page of DedeCMS by role, and its breadcrumb. `read` makes keys of the links."""

from collections import Counter
from dataclasses import replace

from lxml.html import HtmlElement

from cleaners.platforms.dedecms.addresses import address
from cleaners.platforms.dedecms.pager import Pager
from cleaners.platforms.generic.linking import links_of as sorted_links
from cleaners.platforms.platform import Sheet
from cleaners.platforms.template import element_name, words_of
from cleaners.reading import Links, View

STEPS = (">", "»", "›", "→", "/", "-", "|")
"""What stands behind a step of a breadcrumb: the software's `>`, or the mark that a site set instead."""
HOMES = frozenset({"主页", "首页", "网站首页", "返回首页", "Home", "home"})
MOBILE_RULE = "mobile-twin"


def links_of(sheet: Sheet, tree: HtmlElement) -> Links:
    """Sort a page's links; what looks like a pager is under `pages`.

    Links from a desktop page to the mobile twins are dropped and counted: the desktop page is the better view.
    """
    found = sorted_links(tree, sheet)
    if _is_mobile(sheet.page.address):
        return found
    kept = tuple(link for link in found.documents if not _is_mobile(link.url))
    dropped = Counter(dict(found.dropped))
    if len(kept) < len(found.documents):
        dropped[MOBILE_RULE] += len(found.documents) - len(kept)
    return replace(found, documents=kept, dropped=tuple(sorted(dropped.items())))


def of_article(links: Links, pager: Pager | None, key: str | None) -> Links:
    """Give an article's links: its own pages by its pager; what only looked like one leads to other documents."""
    pages = pager.links(key) if pager else ()
    known = {link.url for link in pages}
    others = tuple(link for link in (*links.documents, *links.pages) if link.url not in known)
    return replace(links, pages=pages, next=pager.next_url if pager else None, documents=others)


def of_list(links: Links) -> Links:
    """Give a list's links: its pager leads to lists."""
    return replace(links, lists=links.pages, pages=())


def path_of(tree: HtmlElement) -> tuple[tuple[str, ...], str]:
    """Give the steps of the breadcrumb without the home, and the element that holds it; empty without one.

    The software writes `<a>主页</a> > <a>…</a> > ` into any skin; a menu has no such mark behind its links.
    """
    for node in tree.iter("a"):
        parent = node.getparent()
        if parent is None or not (node.tail or "").lstrip().startswith(STEPS) or words_of(node) not in HOMES:
            continue
        steps = (words_of(step) for step in parent.iterchildren("a"))
        kept = tuple(step for step in steps if step and step not in HOMES)
        if kept:
            return kept, element_name(parent)
    return (), ""


def _is_mobile(url: str | None) -> bool:
    """Say whether a URL leads to a mobile page of the software; True = its desktop twin is elsewhere."""
    found = address(url or "")
    return found is not None and found.view is View.MOBILE
