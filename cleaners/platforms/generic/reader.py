"""The generic platform: reads any HTML page that no family claims.

Bodies: `body`; threads: `threads`; kinds: `kinds` by `rows`; pages of one text: `pager`; facts: `head`; links:
`linking`.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from lxml.html import HtmlElement

from cleaners.outcome import Outcome, Reason, State
from cleaners.platforms.generic.addresses import address
from cleaners.platforms.generic.body import Body, body_of
from cleaners.platforms.generic.head import Metas, facts_of, metas_of, title_of
from cleaners.platforms.generic.kinds import Seen, judge
from cleaners.platforms.generic.linking import feed_links, links_of
from cleaners.platforms.generic.openings import Where
from cleaners.platforms.generic.pager import Pager, pager_of
from cleaners.platforms.generic.places import WHITE, Places, element_name, places_of
from cleaners.platforms.generic.rows import rows_of
from cleaners.platforms.generic.threads import floors_of, with_first
from cleaners.platforms.generic.walls import cut_of
from cleaners.platforms.platform import Address, Draft, Findings, Sheet
from cleaners.reading import Attachment, Link, Links, PageKind, PlatformGuess, UrlKind
from cleaners.regex import regex
from cleaners.shown import BLOCKS, render

FEED = regex(r"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--[^>]{0,200}-->\s*)?<(?:rss|feed|rdf:RDF)\b", re.IGNORECASE)
SUMMARY_CHARS = range(30, 400)
"""Characters of a page's own description that a box above the text may repeat."""
ROUTE = regex(r"#!?/.")
"""The address of a page that a script draws: the home page's, with the route behind it."""
LONG_LINE = 4_000
"""Characters of a line that are looked at for facts and messages."""
SMALL_SOURCE = 60_000
"""Characters of a page that may be a shield's script."""
PAGER_GAP = 40
"""Characters that may stand between a text and its pager: who edited it, a like counter."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Looked:
    """A page taken apart: its tree with places, and what was found in it."""

    root: HtmlElement
    places: Places
    metas: Metas
    title: str | None
    title_from: str | None
    pager: Pager | None


class GenericPlatform:
    """Reads what no family claims; see `cleaners.platforms.platform.Platform`."""

    family = "generic"
    version = 12

    def address(self, url: str) -> Address | None:
        """Give the key of any http(s) URL; None for others."""
        return address(url)

    def detect(self, sheet: Sheet) -> PlatformGuess | None:
        """Claim every page of markup, least of all families; None for a text dump."""
        return (
            None if sheet.tree is None else PlatformGuess(family="generic", sure=0.1, why="markup of no known family")
        )

    def read(self, sheet: Sheet, guess: PlatformGuess) -> Findings:
        """Read a page by measures that hold anywhere."""
        tree = sheet.tree
        if tree is None:
            outcome = Outcome(state=State.REFUSED, reason=Reason.NO_CONTENT, detail="no markup")
            return Findings(page_kind=PageKind.OTHER, outcome=outcome)
        if FEED.match(sheet.text):
            return Findings(page_kind=PageKind.FEED, outcome=Outcome(state=State.LISTED), links=feed_links(sheet))
        looked = _look(tree, sheet)
        thread = _thread(sheet, looked, tree)
        if thread:
            return thread
        body = _body(looked)
        seen = _see(looked, tree, sheet, body)
        kind, outcome = judge(seen, looked.metas.title)
        if kind is PageKind.ARTICLE:
            return _article(sheet, looked, seen, node=element_name(body.nodes[0]) if body else None)
        own = address(sheet.page.address or "")
        facts = facts_of(sheet, looked.metas, seen.lines, shown="", title=looked.title)
        files = tuple(Attachment(name=link.title or link.url, url=link.url) for link in seen.links.attachments)
        return Findings(
            page_kind=kind,
            outcome=outcome,
            document_key=own.key if own else None,
            facts=replace(facts, attachments=files),
            links=_listed(seen.links) if kind is PageKind.LIST else _paged(seen.links, looked.pager),
        )


def _thread(sheet: Sheet, looked: _Looked, tree: HtmlElement) -> Findings | None:
    """Make the findings of a page of a thread; None where the page is none."""
    pager, own = looked.pager, address(sheet.page.address or "")
    if own is not None and own.kind is UrlKind.HOME and not ROUTE.search(sheet.page.address or ""):
        return None
    page = pager.page if pager else 1
    where = Where(
        sheet=sheet, title=without_number(looked.title, page), title_from=looked.title_from,
        whole_title=looked.metas.title, page=page, has_next=bool(pager and pager.next_url),
    )  # fmt: skip
    drafts = floors_of(looked.root, looked.places, where)
    if not drafts:
        return None
    lines = tuple(line.strip() for line in render([looked.root]).splitlines() if line.strip())
    facts = facts_of(sheet, looked.metas, lines, shown=drafts[0].shown, title=looked.title)
    return Findings(
        page_kind=PageKind.THREAD,
        outcome=Outcome(state=State.READ),
        document_key=pager.key if pager else own.key if own else None,
        page=page,
        pages=pager.pages if pager else None,
        facts=with_first(facts, drafts[0], page=page),
        drafts=drafts,
        links=_paged(links_of(tree, sheet), pager),
    )


def _article(sheet: Sheet, looked: _Looked, seen: Seen, *, node: str | None) -> Findings:
    """Make the findings of a text, or of one page of it."""
    pager, own = looked.pager, address(sheet.page.address or "")
    page = pager.page if pager else 1
    facts = facts_of(sheet, looked.metas, seen.lines, shown=seen.shown, title=looked.title)
    files = tuple(Attachment(name=link.title or link.url, url=link.url) for link in seen.links.attachments)
    title = without_number(looked.title, page)
    draft = Draft(
        position=1, shown=seen.shown, title=title, title_from=looked.title_from, author=facts.author, node=node,
    )  # fmt: skip
    key = pager.key if pager else own.key if own else None
    cut = cut_of(seen.lines, seen.shown)
    if cut:
        facts = replace(facts, truncated=True, where=(*facts.where, ("truncated", cut)))
    return Findings(
        page_kind=PageKind.ARTICLE,
        outcome=Outcome(state=State.READ),
        document_key=key,
        page=page,
        pages=pager.pages if pager else None,
        # What a later page calls its canonical address is that of page 1 as often as not.
        facts=replace(facts, attachments=files, stated_url=facts.stated_url if page == 1 else None),
        drafts=(draft,),
        links=_paged(seen.links, pager),
    )


def without_number(title: str | None, page: int) -> str | None:
    """Take the page's number off the title of a later page: `…(2)`, `…_2`, `…（第2页）`."""
    if title is None or page == 1:
        return title
    return re.sub(rf"\s*(?:[(（\[]\s*第?{page}页?\s*[)）\]]|[_-]\s*第?{page}页?|\s第{page}页)$", "", title) or title


def _listed(links: Links) -> Links:
    """On a list the pager leads to lists."""
    return replace(links, pages=(), lists=links.pages)


def _paged(links: Links, pager: Pager | None) -> Links:
    """Put a text's proven pages where they belong; what only looked like a pager leads to other documents."""
    proven = pager.links if pager else ()
    known = {link.url for link in proven}
    others = [link for link in (*links.documents, *links.pages) if link.url not in known]
    if pager:
        others = [link for link in others if pager.series.page(_key(link)) is None]
    return replace(links, pages=proven, next=pager.next_url if pager else None, documents=tuple(others))


def _key(link: Link) -> str:
    found = address(link.url)
    return found.key if found else ""


def _look(tree: HtmlElement, sheet: Sheet) -> _Looked:
    root = tree.find("body")
    root = tree if root is None else root
    places, metas = places_of(root), metas_of(tree)
    title, title_from = title_of(tree, metas)
    pager = pager_of(root, places, sheet.base_url, sheet.page.address)
    return _Looked(root=root, places=places, metas=metas, title=title, title_from=title_from, pager=pager)


def _body(looked: _Looked) -> Body | None:
    """Choose the page's text."""
    pagers = looked.pager.nodes if looked.pager else frozenset()
    return body_of(looked.root, looked.places, {*pagers, *_summaries(looked)}, title=looked.title)


def _see(looked: _Looked, tree: HtmlElement, sheet: Sheet, body: Body | None) -> Seen:
    """Measure the page's text and what stands beside it."""
    root, base = looked.root, sheet.base_url or ""
    rows = rows_of(root, looked.places, base, title=looked.title)
    prose, inside = _beside(body, base, looked.title)
    own = address(sheet.page.address or "")
    lines = tuple(line.strip()[:LONG_LINE] for line in render([root]).splitlines() if line.strip())
    return Seen(
        lines=lines,
        shown=render(body.nodes, drop=body.drop) if body else "",
        prose=prose,
        links=links_of(tree, sheet),
        title=looked.title,
        has_password=any((node.get("type") or "").lower() == "password" for node in root.iter("input")),
        is_part=_is_above_pager(looked, prose),
        is_home=own is not None and own.kind is UrlKind.HOME,
        rows=len(rows.titles),
        rows_inside=inside,
        leads=rows.links,
        has_frames=next(tree.iter("frame"), None) is not None,
        spoken=_spoken(looked.places, lines),
        source=sheet.text if len(sheet.text) <= SMALL_SOURCE else "",
    )


def _spoken(places: Places, lines: Iterable[str]) -> tuple[str, ...]:
    """Give the lines that are no links."""
    linked = {places.text[at.start : at.end] for at in places.lines if 2 * places.linked(at.start, at.end) > at.size}
    return tuple(line for line in lines if WHITE.sub("", line) not in linked)


def _beside(body: Body | None, base: str, title: str | None) -> tuple[str, int]:
    """Give the chosen text without rows of lists, and how many rows stand in it."""
    if body is None:
        return "", 0
    rows, node = rows_of(body.work, body.places, base, is_pruned=True, title=title), body.nodes[0]
    inside = sum(node in anchor.iterancestors() for anchor in rows.titles.values())
    if node in rows.blocks or any(above in rows.blocks for above in node.iterancestors()):
        return "", max(inside, 1)
    return render(body.nodes, drop=lambda one: one in rows.blocks or body.drop(one)), inside


def _is_above_pager(looked: _Looked, prose: str) -> bool:
    """Say whether the last line of a text stands right above a proven pager."""
    last = next((words for line in reversed(prose.splitlines()) if (words := WHITE.sub("", line))), "")
    if looked.pager is None or not last:
        return False
    places = looked.places
    starts = [places.spans[node][0] for node in looked.pager.nodes if node in places.spans]
    return any(last in places.text[max(0, start - len(last) - PAGER_GAP) : start] for start in starts)


def _summaries(looked: _Looked) -> Iterator[HtmlElement]:
    """Give the boxes that only repeat the page's description, where the text itself says the same again below."""
    described = WHITE.sub("", looked.metas.first("description", "og:description") or "").rstrip(".…")
    if len(described) not in SUMMARY_CHARS:
        return
    places = looked.places
    at = places.text.find(described)
    if at < 0 or places.text.find(described, at + 1) < 0:
        return
    for node in looked.root.iter(*BLOCKS):
        start, end = places.spans.get(node, (0, 0))
        if start == at and end - start <= len(described) + 6 and next(node.iter("h1"), None) is None:
            yield node


PLATFORM = GenericPlatform()
