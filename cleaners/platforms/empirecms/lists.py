"""Lists of EmpireCMS, told by their pager or their skin: they lead to articles and to their own further pages."""

from dataclasses import replace

from lxml.html import HtmlElement

from cleaners.outcome import Outcome, State
from cleaners.platforms.empirecms.addresses import address
from cleaners.platforms.generic.linking import links_of
from cleaners.platforms.platform import Findings, Sheet
from cleaners.platforms.template import find
from cleaners.reading import Links, PageKind, UrlKind

RECORDS = '//a[@title="Total record" or @title="总数" or @title="總數"]'
"""What `sys_ShowListMorePage` and the dynamic lists print before their numbers."""
LIST_BODY = '//body[@class="listpage" or @class="channle" or @class="homepage"]'
"""Bodies of the shipped list, channel (so spelt) and home templates."""
CHOICE = '//select[@name="select"][contains(@onchange,"location")]'
"""The choice of pages that `sys_ShowListPage` prints."""
TEXT_ID = "text"
"""The id of the cell that an article's text stands in."""


def read_list(sheet: Sheet) -> Findings | None:
    """Read a list; None for every other page. What only may be a list is left to `generic`."""
    tree, own = sheet.tree, address(sheet.page.address or "")
    if tree is None or (own is not None and ":info:" in own.key) or _has_text(tree):
        return None
    is_list = own is not None and own.kind is UrlKind.LIST and not own.key.startswith("url:")
    if not is_list and not find(tree, (RECORDS, LIST_BODY, CHOICE)):
        return None
    links = links_of(tree, sheet)
    return Findings(
        page_kind=PageKind.LIST,
        outcome=Outcome(state=State.LISTED),
        document_key=own.key if own is not None else None,
        page=own.page if own is not None else 1,
        links=_listed(links),
    )


def _has_text(tree: HtmlElement) -> bool:
    """Say whether the page has the cell of a text; ends at the first, in a third of an XPath's time."""
    return any(cell.get("id") == TEXT_ID for cell in tree.iter("td"))


def _listed(links: Links) -> Links:
    """On a list the pager leads to lists, the next page among them."""
    is_known = links.next is None or any(link.url == links.next for link in links.pages)
    return replace(links, pages=(), lists=links.pages, next=None if is_known else links.next)
