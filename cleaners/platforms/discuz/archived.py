"""The archiver: a light twin of threads and lists, with bare text. Same key, lower rank, the same floors."""

import re
from collections.abc import Sequence
from dataclasses import replace

from lxml.html import HtmlElement

from cleaners.platforms.discuz.addresses import address
from cleaners.platforms.discuz.anatomy import Anatomy, by_class, has_class, name_of
from cleaners.platforms.discuz.attachments import attachments_of
from cleaners.platforms.discuz.bodies import locks_in, show
from cleaners.platforms.discuz.floors import ANONYMOUS, date_in, read_time
from cleaners.platforms.discuz.linking import Own, gather
from cleaners.platforms.discuz.lists import LISTED
from cleaners.platforms.discuz.positions import FLOORS_A_PAGE
from cleaners.platforms.discuz.runs import children, cut_before, drop_head, split_runs
from cleaners.platforms.discuz.statements import keywords_of, placed, site_facts
from cleaners.platforms.discuz.threads import READ, document_key
from cleaners.platforms.elements import finder, first, words
from cleaners.platforms.platform import Draft, Findings
from cleaners.reading import Facts, Link, PageKind, UrlKind, View
from cleaners.regex import regex

_AUTHORS = finder('//*[@id="content"]/p[contains(concat(" ",@class," ")," author ")]')
_PAGE_BOX = by_class("page", tag="div")
_LOCKED = by_class("locked")
_STRONG = finder(".//strong")
_ANCHORS = finder(".//a[@href]")
_NAV = finder('//*[@id="nav"]//a[@href]')
_ITEMS = finder('//*[@id="content"]//li')
_POSTED = regex(r"发表于 ?(.{6,40})$")
_REPLIES = regex(r"\((\d{1,8})篇回复\)")
PLACES_IN_BARE_TEXT = {
    "path": "#nav", "published_at": "head of the first floor", "author": "head of the first floor",
    "keywords": "meta keywords", "stated_url": "link rel=canonical", "attachments": "links mod=attachment",
}  # fmt: skip
"""Where the facts of a print or archiver page stand."""
_BARE_PRICE = regex(r"本主题需向作者支付|本主题需要支付")


def is_archiver(anatomy: Anatomy) -> bool:
    """Say whether a page is of the archiver; True = its base, address or title say so, and its frame is there."""
    base = (anatomy.sheet.base_url or "").lower()
    says_so = "/archiver/" in base or anatomy.title.endswith("Archiver")
    return says_so and "content" in anatomy.ids and "nv_forum" not in anatomy.ids


def read_archiver(anatomy: Anatomy) -> Findings:
    """Read an archiver page: a thread's floors, or a list of threads or boards."""
    if not _AUTHORS(anatomy.tree):
        return _archiver_list(anatomy)
    page, pages = _archiver_place(anatomy)
    parent = anatomy.ids["content"]
    runs = split_runs(parent, lambda node: node.tag == "p" and has_class(node, "author"))
    start = (page - 1) * (len(runs) if page < pages else FLOORS_A_PAGE) + 1
    title: str | None = None
    drafts: list[Draft] = []
    for position, (mark, run) in enumerate(runs, start=start):
        draft, heading = _archived_floor(anatomy, mark, run, position=position)
        drafts.append(draft)
        title = title or heading
    title = title or _archived_title(anatomy)
    own = Own(key=document_key(anatomy), page=page, view=View.ARCHIVER)
    is_cut = start == 1 and bool(runs) and _is_priced(runs[0][1])
    found = thread_findings(anatomy, drafts, title, own, pages=pages)
    return cut(found) if is_cut else found


def cut(findings: Findings) -> Findings:
    """Say of a thread that its first floor is shown only in part."""
    return replace(findings, facts=replace(findings.facts, truncated=True))


def thread_findings(anatomy: Anatomy, drafts: Sequence[Draft], title: str | None, own: Own, *, pages: int) -> Findings:
    """Make findings of the floors of a view with bare text; the title is that of the first floor."""
    opening = drafts[0] if drafts and drafts[0].position == 1 else None
    named = [
        replace(draft, title=title, title_from="heading" if title else None) if draft.position == 1 else draft
        for draft in drafts
    ]
    return Findings(
        page_kind=PageKind.THREAD,
        outcome=READ,
        document_key=own.key,
        view=own.view,
        page=own.page,
        pages=pages,
        facts=_facts(anatomy, opening, title),
        drafts=tuple(named),
        links=gather(anatomy, own),
    )


def _facts(anatomy: Anatomy, opening: Draft | None, title: str | None) -> Facts:
    date = opening.date if opening else None
    boards = tuple(text for anchor in _NAV(anatomy.tree) if _leads_to_list(anatomy, anchor) and (text := words(anchor)))
    found = replace(
        site_facts(anatomy),
        path=boards,
        published_at=date.at if date else None,
        dates=(date,) if date else (),
        author=opening.author if opening else None,
        keywords=keywords_of(anatomy, title),
        stated_url=anatomy.canonical,
        attachments=attachments_of(anatomy, [anatomy.tree]),
    )
    return placed(found, PLACES_IN_BARE_TEXT)


def _leads_to_list(anatomy: Anatomy, anchor: HtmlElement) -> bool:
    return anchor.get("href", "").startswith(("fid-", "?fid-")) or "fid-" in anchor.get("href", "")


def _archived_floor(
    anatomy: Anatomy, mark: HtmlElement, run: HtmlElement, *, position: int
) -> tuple[Draft, str | None]:
    """Read `<p class="author">NAME 发表于 T</p>`, on the first floor `<h3>`, then the text."""
    cut_before(run, lambda node: node.tag == "div" and has_class(node, "page"))
    heading = first(child for child in children(run) if child.tag == "h3")
    title = words(heading) or None
    if heading is not None:
        drop_head(run, heading)
    body, is_priced = _free_part(run), _is_priced(run)
    locked = locks_in(run, has_text=True)
    author = words(first(_STRONG(mark))) or None
    author = ANONYMOUS if author == "Anonymous" else author  # the archiver alone says it in English
    found = _POSTED.search(words(mark))
    exact = date_in(anatomy, mark) if mark.find(".//span[@title]") is not None else None
    draft = Draft(
        position=position,
        shown=show([body if body is not None else run], is_reply=position > 1),
        author=author,
        date=exact or (read_time(anatomy, found[1]) if found else None),
        note=_note(author, has_text=heading is not None or body is not None, is_priced=is_priced),
        hidden_parts=max(locked.parts, int(is_priced)),
        node=name_of(body) if body is not None else "p.author and what follows",
    )
    return draft, title


def _free_part(run: HtmlElement) -> HtmlElement | None:
    """Give the element with the free part of a priced thread: of all archiver pages these alone have one."""
    return first(node for node in run.iter("div") if (node.get("id") or "").startswith("postmessage_"))


def _is_priced(run: HtmlElement) -> bool:
    """Say whether a floor names its price in a lock or beside its free part; True = the rest is paid for."""
    places = [*_LOCKED(run), *([run] if _free_part(run) is not None else [])]
    return any(_BARE_PRICE.search(words(place)) for place in places)


def _note(author: str | None, *, has_text: bool, is_priced: bool) -> str | None:
    if author == ANONYMOUS:
        return "anonymous"
    return None if has_text else "locked" if is_priced else "shielded"


def _archived_title(anatomy: Anatomy) -> str | None:
    return anatomy.title.partition(" - ")[0].strip() or None


def _archiver_place(anatomy: Anatomy) -> tuple[int, int]:
    box = first(_PAGE_BOX(anatomy.ids["content"]))
    if box is None:
        return 1, 1
    strong = re.search(r"\d{1,7}", words(first(_STRONG(box))))
    page = int(strong[0]) if strong else 1
    others = [int(text) for anchor in _ANCHORS(box) if (text := words(anchor)).isdigit()]
    return page, max([page, *others])


def _archiver_list(anatomy: Anatomy) -> Findings:
    page, pages = _archiver_place(anatomy)
    own = anatomy.address
    key = own.key if own is not None and own.kind in (UrlKind.LIST, UrlKind.HOME) else None
    rows = [link for item in _ITEMS(anatomy.tree) if (link := _archived_row(anatomy, item)) is not None]
    links = gather(anatomy, Own(key=key, page=page, view=View.ARCHIVER), known=rows)
    following = next((link.url for link in links.pages if link.page == page + 1), None)
    return Findings(
        page_kind=PageKind.LIST,
        outcome=LISTED,
        document_key=key,
        view=View.ARCHIVER,
        page=page,
        pages=pages,
        facts=site_facts(anatomy),
        links=replace(links, next=following),
    )


def _archived_row(anatomy: Anatomy, item: HtmlElement) -> Link | None:
    anchor = first(_ANCHORS(item))
    url = anatomy.resolve(anchor.get("href", "")) if anchor is not None else None
    found = address(url) if url else None
    if anchor is None or found is None or found.kind is not UrlKind.DOCUMENT:
        return None
    count = _REPLIES.search(anchor.tail or "")
    return Link(url=found.url, key=found.key, page=found.page, title=words(anchor), stamp=count[1] if count else None)
