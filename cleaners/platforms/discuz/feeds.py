"""RSS of Discuz: the newest threads of a board or articles of a category, as links with a stamp."""

from lxml import etree

from cleaners.outcome import Outcome, Reason, State
from cleaners.platforms.discuz.addresses import address
from cleaners.platforms.platform import Findings, Sheet
from cleaners.reading import Facts, Link, Links, PageKind, UrlKind, View
from cleaners.regex import regex

_DECLARATION = regex(r"^\s{0,20}<\?xml[^>]{0,200}\?>")


def is_feed(sheet: Sheet) -> bool:
    """Say whether a page is RSS; True = its first element says so."""
    head = _DECLARATION.sub("", sheet.text[:600].lstrip("\ufeff"))
    return head.lstrip().startswith(("<rss", "<feed"))


def read_feed(sheet: Sheet) -> Findings:
    """Read a feed: every item is a document link; texts are beginnings only and are no drafts."""
    # No entities, no network: the parser only ever sees this text.
    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True, huge_tree=False)
    text = _DECLARATION.sub("", sheet.text.lstrip("\ufeff")).encode("utf-8", "replace")
    root = etree.fromstring(text, parser)
    if root is None:
        outcome = Outcome(state=State.REFUSED, reason=Reason.NO_CONTENT, detail="a feed that is no XML")
        return Findings(page_kind=PageKind.FEED, outcome=outcome, view=View.FEED)
    links = [link for item in root.iter("item") if (link := _item(item)) is not None]
    own = address(sheet.page.address) if sheet.page.address else None
    return Findings(
        page_kind=PageKind.FEED,
        outcome=Outcome(state=State.LISTED),
        document_key=own.key if own is not None and own.kind is UrlKind.FEED else None,
        view=View.FEED,
        facts=Facts(site_name=(root.findtext("channel/image/title") or "").strip() or None),
        links=Links(documents=tuple({link.key: link for link in links}.values())),
    )


def _item(item: etree._Element) -> Link | None:
    url = (item.findtext("link") or "").strip()
    found = address(url) if url.startswith(("http://", "https://")) else None
    if found is None or found.kind is not UrlKind.DOCUMENT:
        return None
    title = (item.findtext("title") or "").strip()
    return Link(url=found.url, key=found.key, page=found.page, title=title[:300] or None)
