"""A thread page becomes findings: title, category, floors, facts, links."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from cleaners.outcome import Outcome, Reason, State
from cleaners.platforms.generic.places import element_name as name_of
from cleaners.platforms.phpwind import errors
from cleaners.platforms.phpwind.addresses import make_key, site_of
from cleaners.platforms.phpwind.anatomy import Anatomy
from cleaners.platforms.phpwind.attachments import attachments_of, links_to
from cleaners.platforms.phpwind.floors import Floor, Post, floors_of
from cleaners.platforms.phpwind.linking import Own, gather
from cleaners.platforms.phpwind.pager import place_of
from cleaners.platforms.phpwind.statements import floor_title_of, path_of, site_facts, tags_of, title_of, with_counts
from cleaners.platforms.platform import Draft, Findings
from cleaners.reading import Facts, PageKind, UrlKind, View
from cleaners.regex import regex

READ: Final = Outcome(state=State.READ)
LONG_REPLY: Final = 200
"""Characters of a reply that make a page worth reading even where its first floor is walled off."""
# The scripts of 7 and 8 state the thread (`var tid = '5';`), a hidden field of 7 to 9 does too.
_TID: Final = regex(
    r"""var tid ?= ?'(\d{1,10})'|<input[^>]{0,80}name=["']?tid["']?[^>]{0,80}value=["']?(\d{1,10})"""
)


def read_thread(anatomy: Anatomy, posts: Sequence[Post]) -> Findings:
    """Read a thread page; a first floor that is nothing but a wall is refused where no other floor says much."""
    place = place_of(anatomy)
    floors = floors_of(anatomy, posts, page=place.page, is_last_page=place.page == place.pages)
    key = document_key(anatomy)
    wall = _wall(floors)
    if wall is not None:
        return replace(wall, document_key=key)
    facts, title = _facts(anatomy, floors)
    own = anatomy.address
    return Findings(
        page_kind=PageKind.THREAD,
        outcome=READ,
        document_key=key,
        view=own.view if own is not None else View.MAIN,
        page=place.page,
        pages=place.pages,
        facts=facts,
        drafts=titled([floor.draft for floor in floors], title),
        links=gather(
            anatomy,
            Own(key=key, page=place.page, next_url=place.next_url),
            attachments=links_to(facts.attachments),
        ),
    )


def titled(drafts: Sequence[Draft], title: str | None) -> tuple[Draft, ...]:
    """Give the drafts; the thread's title is that of its first floor."""
    title_from = "heading" if title else None
    return tuple(
        replace(draft, title=title, title_from=title_from) if draft.position == 1 else draft for draft in drafts
    )


def document_key(anatomy: Anatomy) -> str | None:
    """Give the thread's key: from the page's URL, else from what the page names itself by.

    A view of one author's floors, or in another order, has a key of its own: it is not the thread.
    """
    own = anatomy.address
    if own is not None and own.kind is UrlKind.DOCUMENT:
        return own.key
    site, tid = site_of(anatomy.sheet.base_url or ""), _TID.search(anatomy.sheet.text)
    if site is None or tid is None:
        return None
    key = make_key(site, "thread", int(tid[1] or tid[2]))
    is_variant = own is not None and own.rule is not None and own.rule.startswith("variant")
    return f"{key}:{own.rule}" if own is not None and is_variant else key


def _facts(anatomy: Anatomy, floors: Sequence[Floor]) -> tuple[Facts, str | None]:
    """Give the thread's facts and its title."""
    opening = next((floor for floor in floors if floor.draft.position == 1), None)
    title, category, where_title = title_of(anatomy)
    title = title or (floor_title_of(opening.block) if opening is not None else None)
    path, breadcrumb = path_of(anatomy)
    tags = tags_of(anatomy)
    site = site_facts(anatomy)
    date = opening.draft.date if opening else None
    author = opening.draft.author if opening else None
    files = attachments_of(anatomy, [floor.block for floor in floors])
    where = (
        ("category", where_title if category else None),
        ("path", name_of(breadcrumb) if breadcrumb is not None else None),
        ("author", "first floor" if author else None), ("keywords", "tags" if tags else None),
        ("price", "first floor" if opening and opening.locks.price else None),
        ("attachments", "floors" if files else None),
    )  # fmt: skip
    facts = replace(
        site, category=category, path=path, author=author, keywords=tags, attachments=files,
        published_at=date.at if date else None,
        dates=tuple(found for found in (date, opening.edited if opening else None) if found is not None),
        price=opening.locks.price if opening else None,
        truncated=bool(opening and opening.locks.price and opening.locks.parts),
        where=(*site.where, *((name, place) for name, place in where if place is not None)),
    )  # fmt: skip
    return with_counts(anatomy, facts), title


def _wall(floors: Sequence[Floor]) -> Findings | None:
    """Refuse a thread whose first floor is all behind a wall, where no other floor says much either."""
    opening = next((floor for floor in floors if floor.draft.position == 1), None)
    if opening is None or opening.draft.note != "locked":
        return None
    if any(len(floor.draft.shown) >= LONG_REPLY for floor in floors):
        return None
    text = opening.locks.words
    reason = Reason.PAID if opening.locks.price else Reason.LOGIN if "登录" in text else Reason.PERMISSION
    return errors.refuse(reason, text)


