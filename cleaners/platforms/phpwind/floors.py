"""The floors of a thread page, one Draft each: found by the ids that the software gives to posts, else by class."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from lxml.html import HtmlElement

from cleaners.facts.dates import read_date
from cleaners.platforms.elements import finder, first, words
from cleaners.platforms.generic.places import element_name as name_of
from cleaners.platforms.phpwind.anatomy import Anatomy, by_class, classes_of
from cleaners.platforms.phpwind.bodies import Locks, edited_at, is_shielded, locks_in, show
from cleaners.platforms.platform import Draft
from cleaners.reading import StatedDate
from cleaners.regex import regex

FLOOR_NAMES: Final = {"楼主": 1, "GF": 1, "沙发": 2, "板凳": 3, "地板": 4, "地下室": 5}
"""The names that the software gives to the first floors unless a site sets others."""
FLOORS_A_PAGE: Final = 10
"""The software's own setting, for pages of which only the last one is seen and no floor is numbered."""
ANONYMOUS: Final = frozenset({"匿名", "匿名用户", "匿名者", "匿名会员", "游客"})
_BODY_ID: Final = regex(r"read_(tpc|\d{1,10})")
_OLD_BODIES: Final = by_class("tpc_content")
_NEXT_BODY: Final = by_class("editor_content")
_LEFT: Final = by_class("floot_left", "floor_left", "r_two")
_NAMES: Final = by_class("readName", "r_name", "name")
_OLD_NAME: Final = finder("./b")
_HEADS: Final = by_class("tipTop", "tiptop", "floor_top_tips", "tipad")
_DATED: Final = finder('.//span[starts-with(normalize-space(@title),"发表于")]')
_TITLED: Final = finder(".//span[@title]")
_ANCHORS: Final = finder(".//a[@href]")
_FLOOR_MARKS: Final = finder(
    './/a[contains(@onclick,"copyUrl") or contains(@onclick,"copyFloorUrl") or contains(@onclick,"postreply")]'
    ' | .//*[contains(concat(" ",@class," ")," lou ")]'
)
# Members' pages in all versions: `u.php?uid=5`, `u.php?action-show-uid-5.html`, `profile.php?action=show&uid=5`,
# `index.php?m=space&uid=5`, `mode.php?m=o&space=1&u=5`. One bounded gap after a literal.
MEMBER: Final = regex(
    r"(?:u|profile|space)\.php\?[^#]{0,60}?(?:uid|username)[=-](?P<uid>\d{0,10})"
    r"|m=space[^#]{0,40}?uid=(?P<later>\d{1,10})|[?&]u=(?P<mode>\d{1,10})|/space-(?P<static>\d{1,10})"
)
# `4楼`, `4 楼`, `4F`, `B4F` and `4#` (whose `#` is cut off) name the fourth floor above the opening one.
_NUMBER: Final = regex(r"(?:来自 ?)?\[?B? ?(\d{1,7}) ?(?:楼|F|L)?\]?")
_POSTED: Final = regex(r"(?:发表于|发布于|Posted) ?[:：] ?(?P<at>[^,，|\[【]{4,30})")


@dataclass(frozen=True, slots=True, kw_only=True)
class Floor:
    """One floor with what the thread needs of it besides the draft."""

    pid: str
    draft: Draft
    block: HtmlElement
    locks: Locks
    edited: StatedDate | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """Where a post stands: its number (`tpc` and `0` are the opening one), its body, and the block around it."""

    pid: str
    body: HtmlElement
    block: HtmlElement


def posts_of(anatomy: Anatomy) -> list[Post]:
    """Give the posts of a page in its order; a post that stands twice (pinned above) is given twice."""
    found = []
    for name, node in anatomy.ids.items():
        match = _BODY_ID.fullmatch(name)
        if match is None:
            continue
        body = first(_NEXT_BODY(node)) if "J_read_floor" in classes_of(node) else node
        if body is not None:
            block = node if body is not node else anatomy.ids.get(f"readfloor_{match[1]}")
            found.append(Post(pid=match[1], body=body, block=_block(body) if block is None else block))
    if found or "tpc_content" not in anatomy.sheet.text:
        return found
    bodies = [node for node in _OLD_BODIES(anatomy.tree) if node.tag == "div"]
    return [Post(pid=str(number), body=body, block=_block(body)) for number, body in enumerate(bodies)]


def floors_of(anatomy: Anatomy, posts: Sequence[Post], *, page: int, is_last_page: bool) -> list[Floor]:
    """Give the floors of a page; a floor shown twice counts once."""
    positions = _positions([_stated_position(post) for post in posts], page=page, is_last_page=is_last_page)
    floors: dict[int, Floor] = {}
    for post, position in zip(posts, positions, strict=True):
        if position not in floors:
            floors[position] = _floor(anatomy, post, position)
    return list(floors.values())


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
    return replace(date, stated=stated or exact)


def _block(body: HtmlElement) -> HtmlElement:
    """Give the table around a post, which holds its author and its foot too; its parent in skins without tables."""
    for above in body.iterancestors("table"):
        return above
    parent = body.getparent()
    return parent if parent is not None else body


def _floor(anatomy: Anatomy, post: Post, position: int) -> Floor:
    is_kept_back = is_shielded(post.body)
    locks = Locks() if is_kept_back else locks_in(post.body)
    author, note = author_of(post.block)
    shown = "" if is_kept_back else show(post.body, is_reply=position > 1)
    if is_kept_back:
        note = "shielded"
    elif locks.parts and not shown.strip():
        note = "locked"
    draft = Draft(
        position=position, shown=shown, author=author, date=date_of(anatomy, post.block), note=note,
        hidden_parts=locks.parts, node=name_of(post.body),
    )  # fmt: skip
    edit_time = edited_at(post.body, post.block) if "编辑" in anatomy.sheet.text else None
    edited = read_time(anatomy, edit_time, kind="edited", where="edit note") if edit_time else None
    return Floor(pid=post.pid, draft=draft, block=post.block, locks=locks, edited=edited)


def author_of(block: HtmlElement) -> tuple[str | None, str | None]:
    """Give the author's name as shown, and the note `anonymous` where the page hides who it was."""
    left = first(_LEFT(block))
    area = block if left is None else left
    for place in (first(_NAMES(area)), area):
        if place is None:
            continue
        for anchor in _ANCHORS(place):
            found, name = MEMBER.search(anchor.get("href", "")), words(anchor)
            if found is not None and name:
                uid = found["uid"] or found["later"] or found["mode"] or found["static"]
                return name, "anonymous" if uid == "0" or name in ANONYMOUS else None
    named = first(_NAMES(area)) if left is not None else None
    bare = words(named) or words(first(_OLD_NAME(area)))
    if not bare:
        return None, None
    return bare, "anonymous" if bare in ANONYMOUS or named is not None else None


def date_of(anatomy: Anatomy, block: HtmlElement) -> StatedDate | None:
    """Read when a floor was posted; the exact time is in a span's title where the words are relative."""
    heads = _HEADS(block)
    for head in (*heads, *(() if heads else _DATED(block))):
        found = _POSTED.search(words(head)) or _POSTED.search(head.get("title", ""))
        if found is None:
            continue
        titles = [span.get("title", "") for span in (head, *_TITLED(head)) if span.get("title")]
        exact = next((title for title in titles if re.search(r"\d{4}-\d", title)), "")
        return read_time(anatomy, found[0].strip(), exact=exact, where=name_of(head))
    return None


def _stated_position(post: Post) -> int | None:
    """Give a floor's place in the thread, from 1, as its mark says; the opening post by its number too."""
    for mark in _FLOOR_MARKS(post.block):
        text = words(mark).replace(" ", "").strip("[]")
        if text == "置顶":  # a pinned reply: the floor it came from stands beside the mark
            text = words(mark.getparent())
            number = re.search(r"来自 ?(\d{1,7}) ?楼", text)
            return int(number[1]) + 1 if number else None
        text = text.rstrip("#")
        if text in FLOOR_NAMES:
            return FLOOR_NAMES[text]
        found = _NUMBER.fullmatch(text)
        if found is not None:
            return int(found[1]) + 1
    return 1 if post.pid == "tpc" else None


def _positions(stated: Iterable[int | None], *, page: int, is_last_page: bool) -> list[int]:
    """Fill in the floors that are named in a site's own words, or not at all.

    A numbered neighbour says where they are; without any, pages of the thread are counted.
    """
    given = list(stated)
    known = [(index, number) for index, number in enumerate(given) if number is not None]
    per_page = FLOORS_A_PAGE if is_last_page else max(len(given), 1)
    start = known[-1][1] - known[-1][0] if known else (page - 1) * per_page + 1
    return [number if number is not None else max(start + index, 1) for index, number in enumerate(given)]
