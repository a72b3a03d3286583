"""A desktop thread page becomes findings: title, category, floors, facts, links."""

import re
from collections.abc import Sequence
from dataclasses import replace

from cleaners.facts.changes import changed
from cleaners.outcome import Outcome, Reason, State
from cleaners.platforms.discuz import errors
from cleaners.platforms.discuz.addresses import WHOLE, address, make_key, site_of
from cleaners.platforms.discuz.anatomy import Anatomy, by_class
from cleaners.platforms.discuz.attachments import attachments_of, links_to
from cleaners.platforms.discuz.floors import Floor, blocks_of, floors_of, is_one_author_only
from cleaners.platforms.discuz.heads import category_of, title_of, with_counts
from cleaners.platforms.discuz.linking import Own, gather
from cleaners.platforms.discuz.pager import next_of, place_of
from cleaners.platforms.discuz.statements import keywords_of, path_of, placed, site_facts
from cleaners.platforms.elements import finder, words
from cleaners.platforms.platform import Draft, Findings
from cleaners.reading import Facts, Link, PageKind, UrlKind, View
from cleaners.regex import regex

READ = Outcome(state=State.READ)
LONG_REPLY = 200
"""Characters of a reply that make a page worth reading even where its first floor is walled off."""

_TAGS = finder('.//a[contains(@href,"mod=tag") or contains(@href,"tag-")]')
_TAG_BOXES = by_class("ptg")
_PRINT_LINK = finder('//a[contains(@href,"action=printable")]')
# `show_threadpage(501, 1, 3, 0)`: which part of how many of a post the page shows; bounded digits.
_PARTS = regex(r"show_threadpage\((\d{1,10}), ?(\d{1,4}), ?(\d{1,4})")
_INDEX = finder('//*[@id="threadindex"]//a[@page]')
_TOUCH_TITLE = "手机版 - Powered by"
_TID_SCRIPT = regex(r"tid = parseInt\('(\d{1,10})'\)")


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
    key = _key_of_what_is_shown(anatomy, floors)
    parts = _parts(anatomy)
    facts = _facts(anatomy, floors, title)
    view = View.MOBILE if _TOUCH_TITLE in anatomy.title else View.MAIN
    links = gather(
        anatomy,
        Own(key=key, page=place.page, view=view),
        known=_whole_post(anatomy) if parts else (),
        attachments=links_to(facts.attachments),
        next_url=next_of(place),
    )
    return Findings(
        page_kind=PageKind.THREAD,
        outcome=READ,
        document_key=key,
        view=view,
        page=place.page,
        pages=place.pages,
        facts=changed(facts, truncated=True) if parts else facts,
        drafts=titled(floors, title),
        links=links,
        warnings=_warnings(floors, parts, page=place.page),
    )


def _key_of_what_is_shown(anatomy: Anatomy, floors: Sequence[Floor]) -> str | None:
    """Give the thread's key, or one of its own for a page that shows only some floors, or a part of the first."""
    key, own = document_key(anatomy), anatomy.address
    if key is None:
        return None
    if is_one_author_only(anatomy, floors):
        return f"{key}:one-author:{_asked_author(anatomy)}"
    if own is not None and own.rule == "variant-part":
        return f"{key}:part"
    return key


def _parts(anatomy: Anatomy) -> int:
    """Give in how many parts the first post is shown, 0 = all of it is on this page (`[page]` in the text)."""
    if not anatomy.mentions("show_thread"):
        return 0
    own = anatomy.address
    if own is not None and own.key.endswith(f":{WHOLE}"):
        return 0
    found = _PARTS.search(anatomy.sheet.text)
    listed = [int(anchor.get("page", "")) for anchor in _INDEX(anatomy.tree) if anchor.get("page", "").isdigit()]
    count = int(found[3]) if found else max(listed, default=0)
    return count if count > 1 else 0


def _whole_post(anatomy: Anatomy) -> list[Link]:
    """Give the page that shows all parts of the first post at once: the software's own `cp=all`."""
    tid = (document_key(anatomy) or "").rpartition(":thread:")[2]
    url = anatomy.resolve(f"forum.php?mod=viewthread&tid={tid}&cp=all") if tid.isdigit() else None
    found = address(url) if url else None
    return [Link(url=found.url, key=found.key)] if found is not None else []


def _warnings(floors: Sequence[Floor], parts: int, *, page: int) -> tuple[str, ...]:
    """Say what the text alone does not: a first post missing, quotes within it, and that it goes on elsewhere."""
    opening = next((floor for floor in floors if floor.draft.position == 1), None)
    found = []
    if opening is None and page == 1:
        found.append("page 1 without a first post: a skin that sets it without its id, or it is not shown")
    if opening is not None and opening.quotes and not opening.locked.price:  # a paid thread's free part looks like one
        found.append(f"first post: {opening.quotes} quoted passages, part of the text (div.quote)")
    if parts:
        found.append(f"first post: 1 of {parts} parts; cp=all has them all")
    return tuple(found)


def titled(floors: Sequence[Floor], title: str | None) -> tuple[Draft, ...]:
    """Give the drafts; the thread's title is that of its first floor."""
    return tuple(
        replace(floor.draft, title=title, title_from="heading" if title else None)
        if floor.draft.position == 1
        else floor.draft
        for floor in floors
    )


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
    found = changed(
        site_facts(anatomy),
        category=category_of(anatomy),
        path=path_of(anatomy),
        published_at=date.at if date else None,
        dates=tuple(found for found in (date, opening.edited if opening else None) if found is not None),
        author=opening.draft.author if opening else _thread_author(anatomy),
        keywords=keywords_of(anatomy, title, tags=tags),
        price=opening.locked.price if opening else None,
        truncated=bool(opening and opening.locked.price),
        stated_url=anatomy.canonical,
        attachments=attachments_of(anatomy, [floor.block for floor in floors]),
    )
    found = with_counts(anatomy, floors[0].block if floors else None, found)
    return placed(found, _places(opening, has_tags=bool(tags)))


def _places(opening: Floor | None, *, has_tags: bool) -> dict[str, str]:
    """Give where the facts of a thread stand, by name."""
    pid = opening.pid if opening is not None else 0
    return {
        "category": "h1 before #thread_subject",
        "path": "#pt",
        "published_at": f"#authorposton{pid}",
        "author": f"#favatar{pid}" if opening is not None else "#tath",
        "keywords": ".ptg" if has_tags else "meta keywords",
        "price": ".locked",
        "stated_url": "link rel=canonical",
        "attachments": "links mod=attachment",
    }


def _thread_author(anatomy: Anatomy) -> str | None:
    """Give who opened the thread as later pages state it (`楼主: NAME`, from X3.1 on)."""
    box = anatomy.ids.get("tath")
    return words(box).partition(":")[2].strip() or None if box is not None else None


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
