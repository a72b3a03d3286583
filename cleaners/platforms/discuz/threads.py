"""A desktop thread page becomes findings: title, category, floors, facts, links."""

import re
from collections.abc import Sequence
from dataclasses import replace

from lxml.html import HtmlElement

from cleaners.outcome import Outcome, Reason, State
from cleaners.platforms.discuz import errors
from cleaners.platforms.discuz.addresses import address, make_key, site_of
from cleaners.platforms.discuz.anatomy import Anatomy, by_class, finder, words
from cleaners.platforms.discuz.attachments import attachments_of, links_to
from cleaners.platforms.discuz.floors import Floor, blocks_of, floors_of, is_one_author_only
from cleaners.platforms.discuz.linking import Own, gather
from cleaners.platforms.discuz.pager import next_of, place_of
from cleaners.platforms.discuz.statements import keywords_of, path_of, site_facts
from cleaners.platforms.platform import Draft, Findings
from cleaners.reading import Facts, PageKind, UrlKind

READ = Outcome(state=State.READ)
LONG_REPLY = 200
"""Characters of a reply that make a page worth reading even where its first floor is walled off."""

_CATEGORY = re.compile(r"[\[【]([^\[\]【】]{1,40})[\]】]")
_H1 = finder("//h1")
_TAGS = finder('.//a[contains(@href,"mod=tag") or contains(@href,"tag-")]')
_TAG_BOXES = by_class("ptg")
_PRINT_LINK = finder('//a[contains(@href,"action=printable")]')
# `查看: 3039|回复: 4`: a label, at most some blanks, a bounded number that may be abbreviated.
_VIEWS = re.compile(r"(?:查看|浏览|阅读|点击)(?:次数)? ?[:：]? {0,3}(\d{1,10})(?![\d.])")
_REPLIES = re.compile(r"(?:回复|回帖|评论) ?[:：]? {0,3}(\d{1,9})(?![\d.])")
_TID_SCRIPT = re.compile(r"tid = parseInt\('(\d{1,10})'\)")


def is_thread(anatomy: Anatomy) -> bool:
    """Say whether a page shows posts in the desktop templates; True = it does."""
    return any(name.startswith(("postmessage_", "authorposton", "postnum")) for name in anatomy.ids) or (
        "postlist" in anatomy.ids and bool(blocks_of(anatomy))
    )


def read_thread(anatomy: Anatomy) -> Findings:
    """Read a thread page; a first floor that is nothing but a wall to pay or enter a password is refused."""
    place = place_of(anatomy)
    floors = floors_of(anatomy, page=place.page, is_last_page=place.page == place.pages)
    wall = _wall(floors)
    if wall is not None:
        return replace(wall, document_key=document_key(anatomy))
    title = title_of(anatomy)
    key = document_key(anatomy)
    if key is not None and is_one_author_only(anatomy, floors):
        key = f"{key}:one-author:{_asked_author(anatomy)}"
    facts = _facts(anatomy, floors, title)
    return Findings(
        page_kind=PageKind.THREAD,
        outcome=READ,
        document_key=key,
        page=place.page,
        pages=place.pages,
        facts=facts,
        drafts=titled(floors, title),
        links=gather(
            anatomy,
            Own(key=key, page=place.page),
            attachments=links_to(facts.attachments),
            next_url=next_of(place),
        ),
    )


def titled(floors: Sequence[Floor], title: str | None) -> tuple[Draft, ...]:
    """Give the drafts; the thread's title is that of its first floor."""
    return tuple(
        replace(floor.draft, title=title, title_from="heading" if title else None)
        if floor.draft.position == 1
        else floor.draft
        for floor in floors
    )


def title_of(anatomy: Anatomy) -> str | None:
    """Give the thread's title: the element of that id, else the heading, else the start of `title`."""
    subject = anatomy.ids.get("thread_subject")
    if subject is not None and words(subject):
        return words(subject)
    named = words(anatomy.ids.get("threadtitle"))  # Discuz 7
    heading = named or next((text for node in _H1(anatomy.tree) if (text := words(node))), None)
    return heading or anatomy.title.partition(" - ")[0].strip() or None


def category_of(anatomy: Anatomy) -> str | None:
    """Give the category before the title, without its brackets; None where the thread has none."""
    subject = anatomy.ids.get("thread_subject")
    if subject is None or (heading := subject.getparent()) is None:
        return None
    before = [anchor for anchor in heading.iter("a") if anchor is not subject and "id=" in anchor.get("href", "")]
    sorts = ("typeid", "sortid")
    before.sort(key=lambda node: next((i for i, s in enumerate(sorts) if s in node.get("href", "")), 2))
    for anchor in before:
        found = _CATEGORY.fullmatch(words(anchor))
        if found is not None:
            return found[1].strip()
    text = (heading.text or "").strip()
    found = _CATEGORY.match(text) if text else None
    return found[1].strip() if found else None


def document_key(anatomy: Anatomy) -> str | None:
    """Give the thread's key: from the page's URL, else from what the page names itself by."""
    own = anatomy.address
    if own is not None and own.kind is UrlKind.DOCUMENT:
        return own.key
    candidates = [anatomy.canonical, *(anatomy.resolve(node.get("href", "")) for node in _PRINT_LINK(anatomy.tree)[:1])]
    for url in candidates:
        found = address(url) if url else None
        if found is not None and found.kind is UrlKind.DOCUMENT:
            return found.key
    site, tid = site_of(anatomy.sheet.base_url or ""), _TID_SCRIPT.search(anatomy.sheet.text)
    return make_key(site, "thread", int(tid[1])) if site and tid else None


def _asked_author(anatomy: Anatomy) -> str:
    """Give the author that a view of one author's floors was asked for."""
    found = re.search(r"authorid=(\d{1,10})", anatomy.sheet.page.address or "")
    return found[1] if found else "unknown"


def _facts(anatomy: Anatomy, floors: Sequence[Floor], title: str | None) -> Facts:
    opening = next((floor for floor in floors if floor.draft.position == 1), None)
    date = opening.draft.date if opening else None
    boxes = _TAG_BOXES(anatomy.tree)[:2] if anatomy.mentions('"ptg') else []
    tags = tuple(words(tag) for box in boxes for tag in _TAGS(box))
    views, replies = _counts(anatomy, floors)
    return replace(
        site_facts(anatomy),
        category=category_of(anatomy),
        path=path_of(anatomy),
        published_at=date.at if date else None,
        dates=tuple(found for found in (date, opening.edited if opening else None) if found is not None),
        author=opening.draft.author if opening else _thread_author(anatomy),
        keywords=keywords_of(anatomy, title, tags=tags),
        views=views,
        replies=replies,
        price=opening.locked.price if opening else None,
        truncated=bool(opening and opening.locked.price),
        stated_url=anatomy.canonical,
        attachments=attachments_of(anatomy, [floor.block for floor in floors]),
    )


def _thread_author(anatomy: Anatomy) -> str | None:
    """Give who opened the thread as later pages state it (`楼主: NAME`, from X3.1 on)."""
    box = anatomy.ids.get("tath")
    return words(box).partition(":")[2].strip() or None if box is not None else None


def _counts(anatomy: Anatomy, floors: Sequence[Floor]) -> tuple[int | None, int | None]:
    """Give views and replies as the row above the first post states them."""
    area = anatomy.ids.get("postlist")
    if area is None:
        return None, None
    head = _text_before(area, floors[0].block if floors else None)
    views, replies = _VIEWS.search(head), _REPLIES.search(head)
    return int(views[1]) if views else None, int(replies[1]) if replies else None


def _text_before(area: HtmlElement, block: HtmlElement | None) -> str:
    """Give the words of an element's first children, up to the one that holds the first post."""
    top = block
    while top is not None and (parent := top.getparent()) is not area:
        top = parent
    parts: list[str] = []
    for child in area:
        if child is top or len(parts) > 5:
            break
        if isinstance(child.tag, str):
            parts.append(words(child))
    return " ".join(parts)[:2000]


def _wall(floors: Sequence[Floor]) -> Findings | None:
    """Refuse a thread whose first floor is all behind a wall, where no other floor says much either."""
    opening = next((floor for floor in floors if floor.draft.position == 1), None)
    if opening is None or opening.draft.note != "locked" or opening.draft.shown:
        return None
    if any(len(floor.draft.shown) >= LONG_REPLY for floor in floors):
        return None
    text = opening.locked.words
    reason = Reason.PAID if opening.locked.price else Reason.PASSWORD if "密码" in text else Reason.PERMISSION
    return errors.refuse(reason, text)
