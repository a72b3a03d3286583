"""The floors of a desktop thread page, one Draft each: found by the ids that the software gives to posts."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from lxml.html import HtmlElement

from cleaners.facts.dates import read_date
from cleaners.platforms.discuz.anatomy import Anatomy, by_class, has_class, name_of
from cleaners.platforms.discuz.bodies import Locked, edited_at, locks_in, quotes_in, show
from cleaners.platforms.discuz.positions import FLOOR_NAMES, positions_of, read_corner
from cleaners.platforms.elements import finder, first, words
from cleaners.platforms.platform import Draft
from cleaners.reading import StatedDate, UrlKind
from cleaners.regex import regex

_PID = regex(r"\d{1,10}")
_BODY = finder('.//*[starts-with(@id,"postmessage_")]')
_AUTHI = by_class("authi")
_ANCHORS = finder(".//a[@href]")
_SPACE_LINK = regex(
    r"space-uid-\d|mod=space(?:&(?:amp;)?|\b)[^#]{0,40}uid=\d|space\.php\?uid=\d|space-username-|javascript:;"
)
_LEFT = finder('.//td[contains(concat(" ",@class," ")," pls ")]//*[contains(concat(" ",@class," ")," pi ")]')
_TITLED_SPAN = finder(".//span[@title]")
_FIELDS = finder('.//*[contains(concat(" ",@class," ")," typeoption ")]')
_TRADE_MARK = "trdb"
"""Class of an offer: where it is, the post may have two elements of one id."""
# Ids of the elements around a post; a literal and one bounded class.
_POST_ID = regex(r"(?:post_|pid)\d{1,10}")
_DELETED = regex(r"用户已被删除|已被删除")
ANONYMOUS = "匿名"


@dataclass(frozen=True, slots=True, kw_only=True)
class Floor:
    """One floor with what the thread needs of it besides the draft."""

    pid: int
    draft: Draft
    block: HtmlElement
    locked: Locked
    edited: StatedDate | None = None
    quotes: int = 0
    """Passages of the first post that the page sets as quotes; they are part of its text."""


def floors_of(anatomy: Anatomy, *, page: int, is_last_page: bool) -> list[Floor]:
    """Give the floors of a page in its order; a floor shown twice (pinned above) counts once."""
    blocks = blocks_of(anatomy)
    corners = [read_corner(pid, anatomy.ids.get(f"postnum{pid}")) for pid in blocks]
    positions = positions_of(corners, page=page, is_last_page=is_last_page)
    floors: dict[int, Floor] = {}
    for (pid, block), position in zip(blocks.items(), positions, strict=True):
        if position is not None and position not in floors:
            floors[position] = _floor(anatomy, pid, block, position=position)
    return list(floors.values())


def blocks_of(anatomy: Anatomy) -> dict[int, HtmlElement]:
    """Give the element around each post, by post id, in the order of the page.

    The body's id comes last: on priced threads it carries the number of another post.
    """
    for prefix in ("post_", "pid", "postmessage_"):
        found = {
            int(name.removeprefix(prefix)): node
            for name, node in anatomy.ids.items()
            if name.startswith(prefix) and _PID.fullmatch(name.removeprefix(prefix))
        }
        if found:
            return found
    return {}


def is_one_author_only(anatomy: Anatomy, floors: Sequence[Floor]) -> bool:
    """Say whether a page shows the floors of one author, numbered anew; True = its numbers are not the thread's.

    The opening post links to its thread, every other one to itself: a first floor that links to itself gives it away.
    """
    own = anatomy.address
    if own is not None and own.kind is UrlKind.DOCUMENT:
        return False
    is_asked = own is not None and own.rule == "variant-authorid"
    if is_asked and len(floors) > 1:
        return True
    number = anatomy.ids.get(f"postnum{floors[0].pid}") if floors else None
    return number is not None and floors[0].draft.position == 1 and "goto=findpost" in number.get("href", "")


def bodies_of(anatomy: Anatomy, pid: int, block: HtmlElement) -> list[HtmlElement]:
    """Give the elements that hold a post's text, empty where the post shows none.

    A trade has two of one id: about the shop, and about the goods. The oldest touch template sets the text beside the
    post's element. On a priced thread the id is another post's.
    """
    name = f"postmessage_{pid}"
    named = anatomy.ids.get(name)
    if named is not None and _is_within(named, block):
        return _of_one_id(anatomy, name, block) if anatomy.mentions(_TRADE_MARK) else [named]
    inner = first(_BODY(block))
    if inner is not None:
        return [inner]
    return [named] if named is not None and not _is_in_a_post(named) else []


def _of_one_id(anatomy: Anatomy, name: str, block: HtmlElement) -> list[HtmlElement]:
    """Give the elements of an id within a post, each text once."""
    by_words = {words(node): node for node in reversed(anatomy.all_with_id(name)) if _is_within(node, block)}
    return list(reversed(by_words.values()))


def _is_within(node: HtmlElement, block: HtmlElement) -> bool:
    return node is block or any(above is block for above in node.iterancestors())


def _is_in_a_post(node: HtmlElement) -> bool:
    return any(_POST_ID.fullmatch(above.get("id") or "") for above in node.iterancestors())


def date_in(anatomy: Anatomy, node: HtmlElement | None, *, kind: str = "posted") -> StatedDate | None:
    """Read a time: the exact one is in a span's title where the words are relative; None without words."""
    if node is None:
        return None
    span = node if node.tag == "span" and node.get("title") else first(_TITLED_SPAN(node))
    exact = span.get("title", "") if span is not None else ""
    return read_time(anatomy, words(node), exact=exact, kind=kind, where=name_of(node))


def read_time(
    anatomy: Anatomy, stated: str, *, exact: str = "", kind: str = "posted", where: str = ""
) -> StatedDate | None:
    """Understand a stated time, from its exact form where the page gives one too; None for no words at all."""
    sheet = anatomy.sheet
    if not stated and not exact:
        return None
    zone, fetched_at = sheet.hints.zone, sheet.page.fetched_at
    date = read_date(exact or stated, kind=kind, zone=zone, fetched_at=fetched_at, where=where)
    if exact and date.at is None and stated:
        date = read_date(stated, kind=kind, zone=zone, fetched_at=fetched_at, where=where)
    words = stated or exact
    return date if date.stated == words else replace(date, stated=words)


def _floor(anatomy: Anatomy, pid: int, block: HtmlElement, *, position: int) -> Floor:
    bodies = bodies_of(anatomy, pid, block)
    fields = _fields(block) if position == 1 and anatomy.mentions("typeoption") else []
    shown = show([*fields, *bodies], is_reply=position > 1) if bodies else ""
    has_locks = anatomy.mentions("locked")
    locked = locks_in(block, has_text=bool(bodies)) if has_locks else Locked()
    author, note = author_of(anatomy, pid, block)
    draft = Draft(
        position=position,
        shown=shown,
        author=author,
        date=date_in(anatomy, anatomy.ids.get(f"authorposton{pid}")),
        note=locked.note or note,
        hidden_parts=locked.parts,
        node=name_of(bodies[0]) if bodies else None,
    )
    edit_time = edited_at(bodies[0]) if bodies and anatomy.mentions("pstatus") else None
    edited = read_time(anatomy, edit_time, kind="edited", where="i.pstatus") if edit_time else None
    quotes = quotes_in(bodies) if position == 1 and anatomy.mentions("blockquote") else 0
    return Floor(pid=pid, draft=draft, block=block, locked=locked, edited=edited, quotes=quotes)


def _fields(block: HtmlElement) -> list[HtmlElement]:
    """Give the classified fields above the text of a first post (download boards keep their data there)."""
    return [node for node in _FIELDS(block) if has_class(node, "typeoption")]


def author_of(anatomy: Anatomy, pid: int, block: HtmlElement) -> tuple[str | None, str | None]:
    """Give the author's name as shown, and the note `anonymous` where the page hides who it was."""
    side, time = anatomy.ids.get(f"favatar{pid}"), anatomy.ids.get(f"authorposton{pid}")
    for area in (side, block):
        name = _linked_name(area) if area is not None else None
        if name:
            return name, None
    for area in (side, time.getparent() if time is not None else None):  # skins that rename the classes
        name = _owner_of(area) if area is not None else None
        if name:
            return name, None
    name = _bare_name(time)
    if name and name not in FLOOR_NAMES:
        return name, "anonymous"
    left = first(_LEFT(block))
    if left is None:
        return _owner_of(block), None
    remark = " ".join(words(em) for em in left.iter("em"))
    name = words(left).removesuffix(remark).strip()
    return name or None, None if _DELETED.search(remark) or not name else "anonymous"


def _linked_name(area: HtmlElement) -> str | None:
    """Give the name in an author line that links to its owner; None without one."""
    for line in _AUTHI(area):
        for anchor in _ANCHORS(line):
            name = words(anchor)
            is_author = has_class(anchor, "xw1") or _SPACE_LINK.search(anchor.get("href", "")) is not None
            if name and is_author and name != ANONYMOUS:
                return name
    return None


def _owner_of(block: HtmlElement) -> str | None:
    """Give the first name in a post that links to a member's page (Discuz 7, skins without the usual classes)."""
    for anchor in _ANCHORS(block):
        href = anchor.get("href", "")
        name = words(anchor)
        if name and name != ANONYMOUS and not href.startswith("javascript:") and _SPACE_LINK.search(href):
            return name
    return None


def _bare_name(time: HtmlElement | None) -> str:
    """Give the words that stand before the time without a link: 匿名, 游客, or what a site calls them."""
    if time is None or (parent := time.getparent()) is None:
        return ""
    parts = [parent.text or ""]
    before = time.getprevious()
    while before is not None:
        parts.append(before.tail or "")
        before = before.getprevious()
    return "".join(parts).replace("\u00a0", " ").replace("|", " ").strip()
