"""The twin views of a thread that have bare text: print page and archiver. Same key, lower rank, the same floors."""

import re
from collections.abc import Sequence
from dataclasses import replace

from lxml.html import HtmlElement

from cleaners.platforms.discuz.addresses import address
from cleaners.platforms.discuz.anatomy import Anatomy, by_class, finder, first, has_class, words
from cleaners.platforms.discuz.bodies import locks_in, show
from cleaners.platforms.discuz.floors import ANONYMOUS, FLOORS_A_PAGE, date_in, read_time
from cleaners.platforms.discuz.linking import Own, gather
from cleaners.platforms.discuz.lists import LISTED
from cleaners.platforms.discuz.runs import children, cut_before, drop_head, split_runs
from cleaners.platforms.discuz.statements import keywords_of, site_facts
from cleaners.platforms.discuz.threads import READ, document_key
from cleaners.platforms.platform import Draft, Findings
from cleaners.reading import Facts, Link, PageKind, UrlKind, View

_AUTHORS = finder('//*[@id="content"]/p[contains(concat(" ",@class," ")," author ")]')
_PAGE_BOX = by_class("page", tag="div")
_STRONG = finder(".//strong")
_ANCHORS = finder(".//a[@href]")
_NAV = finder('//*[@id="nav"]//a[@href]')
_ITEMS = finder('//*[@id="content"]//li')
_BOLD = finder("/html/body/b | /html/body/*/b")
_POSTED = re.compile(r"发表于 ?(.{6,40})$")
_REPLIES = re.compile(r"\((\d{1,8})篇回复\)")
_BARE_PRICE = re.compile(r"本主题需向作者支付|本主题需要支付")
_LABEL = re.compile(r"(作者|时间|标题) ?[:：]")


def is_archiver(anatomy: Anatomy) -> bool:
    """Say whether a page is of the archiver; True = its base, address or title say so, and its frame is there."""
    base = (anatomy.sheet.base_url or "").lower()
    says_so = "/archiver/" in base or anatomy.title.endswith("Archiver")
    return says_so and "content" in anatomy.ids and "nv_forum" not in anatomy.ids


def is_printable(anatomy: Anatomy) -> bool:
    """Say whether a page is a thread's print page; True = the labels and rules of that template are there."""
    if "postlist" in anatomy.ids or "hd" in anatomy.ids or "打印本页" not in anatomy.sheet.text:
        return False
    labels = {found[1] for bold in _BOLD(anatomy.tree) if (found := _LABEL.match(words(bold)))}
    return {"作者", "时间"} <= labels


def read_printable(anatomy: Anatomy) -> Findings:
    """Read a print page: at most the first 100 floors of a thread, all on one page, times without seconds."""
    parent = next(node.getparent() for node in _BOLD(anatomy.tree) if _label(node) == "作者")
    runs = [run for _, run in split_runs(parent, lambda node: node.tag == "hr") if _has_label(run, "作者")]
    title = None
    drafts: list[Draft] = []
    for position, run in enumerate(runs, start=1):
        draft, own_title = _printed_floor(anatomy, run, position)
        drafts.append(draft)
        title = title or own_title
    title = title or anatomy.title.partition(" - ")[0].strip() or None
    own = Own(key=document_key(anatomy), view=View.PRINTABLE)
    return _findings(anatomy, drafts, title, own, pages=1)


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
    return _findings(anatomy, drafts, title, own, pages=pages)


def _findings(anatomy: Anatomy, drafts: Sequence[Draft], title: str | None, own: Own, *, pages: int) -> Findings:
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
    return replace(
        site_facts(anatomy),
        path=boards,
        published_at=date.at if date else None,
        dates=(date,) if date else (),
        author=opening.author if opening else None,
        keywords=keywords_of(anatomy, title),
        truncated=bool(opening and _BARE_PRICE.search(anatomy.sheet.text)),
        stated_url=anatomy.canonical,
    )


def _leads_to_list(anatomy: Anatomy, anchor: HtmlElement) -> bool:
    return anchor.get("href", "").startswith(("fid-", "?fid-")) or "fid-" in anchor.get("href", "")


def _label(bold: HtmlElement) -> str | None:
    found = _LABEL.match(words(bold))
    return found[1] if found else None


def _has_label(run: HtmlElement, label: str) -> bool:
    return any(child.tag == "b" and _label(child) == label for child in children(run))


def _printed_floor(anatomy: Anatomy, run: HtmlElement, position: int) -> tuple[Draft, str | None]:
    """Read `作者: X  时间: T`, on the first floor `标题: …`, then the text."""
    cut_before(run, lambda node: node.tag == "table" and "Powered by" in words(node))
    labels = {label: child for child in children(run) if child.tag == "b" and (label := _label(child))}
    author = (labels["作者"].tail or "").replace("\u00a0", " ").strip() or None
    time = labels.get("时间")
    date = None
    if time is not None:
        following = time.getnext()
        is_span = following is not None and following.tag == "span" and not (time.tail or "").strip()
        date = date_in(anatomy, following) if is_span else read_time(anatomy, (time.tail or "").strip())
    subject = labels.get("标题") if position == 1 else None
    title = (subject.tail or "").strip() or None if subject is not None else None
    head = subject if subject is not None else time if time is not None else labels["作者"]
    line_end = next((node for node in head.itersiblings() if node.tag == "br"), head)
    drop_head(run, line_end)
    locked = locks_in(run, has_text=True)
    draft = Draft(
        position=position,
        shown=show([run], is_reply=position > 1),
        author=author,
        date=date,
        note="anonymous" if author == ANONYMOUS else None,
        hidden_parts=locked.parts,
    )
    return draft, title


def _archived_floor(
    anatomy: Anatomy, mark: HtmlElement, run: HtmlElement, *, position: int
) -> tuple[Draft, str | None]:
    """Read `<p class="author">NAME 发表于 T</p>`, on the first floor `<h3>`, then the text."""
    cut_before(run, lambda node: node.tag == "div" and has_class(node, "page"))
    heading = first(child for child in children(run) if child.tag == "h3")
    title = words(heading) or None
    if heading is not None:
        drop_head(run, heading)
    body = first(node for node in run.iter("div") if (node.get("id") or "").startswith("postmessage_"))
    is_priced = body is not None and _BARE_PRICE.search(words(run)) is not None
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
        note="anonymous" if author == ANONYMOUS else None if heading is not None or body is not None else "shielded",
        hidden_parts=locked.parts + int(is_priced),
    )
    return draft, title


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
