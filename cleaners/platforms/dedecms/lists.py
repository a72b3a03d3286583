"""Lists of DedeCMS: columns, tags, searches, its maps and home pages. They lead to articles and hold no report."""

from lxml.html import HtmlElement

from cleaners.outcome import Outcome, State
from cleaners.platforms.dedecms.addresses import address
from cleaners.platforms.dedecms.linking import links_of, path_of
from cleaners.platforms.generic.addresses import address as plain_address
from cleaners.platforms.generic.head import metas_of, page_facts
from cleaners.platforms.platform import Findings, Sheet
from cleaners.platforms.template import find
from cleaners.reading import Facts, PageKind, UrlKind, View
from cleaners.regex import regex

LISTED = Outcome(state=State.LISTED)
# What the software writes under a list in any skin: `共 2页13条`, the numbers set in bold. Bounded, disjoint.
PAGE_INFO = regex(
    r'class=["\']pageinfo["\']>共 ?<strong>(?P<pages>\d{1,6})</strong> ?页 ?<strong>\d{1,9}</strong> ?条'
)
LIST_BODIES = (
    '//div[contains(concat(" ",normalize-space(@class)," ")," listbox ")]',
    '//div[contains(concat(" ",normalize-space(@class)," ")," newslist ")]',
    '//body[contains(concat(" ",normalize-space(@class)," ")," articlelist ") or @class="index"]',
)
"""The lists of the shipped skins, of a single page too."""


def is_home(sheet: Sheet) -> bool:
    """Say whether a page is a home page by its address; True = it is, whatever stands on it."""
    url = sheet.page.address or ""
    found = address(url) or plain_address(url)
    return found is not None and found.kind is UrlKind.HOME


def is_list(sheet: Sheet, tree: HtmlElement) -> bool:
    """Say whether a page without an article is a list: by its address, by the words under it, by its skin."""
    own = address(sheet.page.address or "")
    if own is not None and own.kind is UrlKind.LIST:
        return True
    return PAGE_INFO.search(sheet.text) is not None or bool(find(tree, LIST_BODIES))


def read_list(sheet: Sheet, tree: HtmlElement) -> Findings:
    """Read a list: its links, its breadcrumb, page n of N where its address or pager says so; no drafts."""
    own = address(sheet.page.address or "")
    stated = PAGE_INFO.search(sheet.text)
    path, where = path_of(tree)
    facts = page_facts(sheet, metas_of(tree))
    places = (*facts.where, ("path", where)) if path else facts.where
    return Findings(
        page_kind=PageKind.LIST,
        outcome=LISTED,
        document_key=own.key if own is not None and own.kind is UrlKind.LIST else None,
        view=own.view if own is not None else View.MAIN,
        page=own.page if own is not None else 1,
        pages=int(stated["pages"]) if stated else None,
        facts=Facts(
            site_name=facts.site_name, icp=facts.icp, police_record=facts.police_record, path=path, where=places
        ),
        links=links_of(sheet, tree),
    )
