"""Which floor of its thread a post is, by what stands in its corner and by its neighbours. Ids and words, no texts.

The software prints `楼主 沙发 板凳 地板`, then `<em>5</em>#`; a site may set other names (`1楼` for the second floor
among them), robots get none. A pinned reply says `来自 17#`, a recommended one has no number at all.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from lxml.html import HtmlElement

from cleaners.platforms.elements import words
from cleaners.regex import regex

FLOOR_NAMES = {
    "楼主": 1, "沙发": 2, "板凳": 3, "地板": 4, "地下室": 5, "樓主": 1, "沙發": 2,
}  # fmt: skip
"""The names that the software gives to the first floors unless a site sets others."""
FLOORS_A_PAGE = 10
"""The software's own setting, for pages of which only the last one is seen and no floor is numbered."""

_DIGITS = regex(r"\d{1,7}")
# `来自 17#`, `置顶 来自 17楼`: what a pinned reply prints; a literal and one bounded class.
_PINNED = regex(r"[来來]自 ?(\d{1,7})")
_RECOMMENDED = regex(r"推[荐薦](?:回复|帖)?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Corner:
    """What a post says of its place in the thread."""

    pid: int
    number: int | None = None
    is_sure: bool = False
    """The template's own element for numbers, or a name that only one floor has; bare digits may be a site's name."""
    is_lifted: bool = False
    """Pinned or recommended: it stands above its place and takes none in the row."""


def read_corner(pid: int, node: HtmlElement | None) -> Corner:
    """Read the corner of a post (`a#postnumPID`, or the touch template's `em` or `span`); None = it has none."""
    if node is None:
        return Corner(pid=pid)
    text = words(node)
    if text in FLOOR_NAMES:
        return Corner(pid=pid, number=FLOOR_NAMES[text], is_sure=True)
    if (pinned := _PINNED.search(text)) is not None:
        return Corner(pid=pid, number=int(pinned[1]), is_sure=True, is_lifted=True)
    if _RECOMMENDED.fullmatch(text):
        return Corner(pid=pid, is_lifted=True)
    own = next((line for em in node.iter("em") if _DIGITS.fullmatch(line := words(em))), None)
    if own is not None:
        return Corner(pid=pid, number=int(own), is_sure=True)
    found = _DIGITS.search(text)
    return Corner(pid=pid, number=int(found[0])) if found else Corner(pid=pid)


def positions_of(corners: Sequence[Corner], *, page: int, is_last_page: bool) -> list[int | None]:
    """Give the position of each post, from 1; None for a recommended one whose own place is on a later page.

    Names of a site's own are filled in from the numbered neighbours; without any, pages of the thread are counted.
    """
    corners = _without_shifted_names(corners, page=page)
    row = [corner for corner in corners if not corner.is_lifted]
    filled = _fill([corner.number for corner in row], page=page, is_last_page=is_last_page)
    by_pid = {corner.pid: number for corner, number in zip(row, filled, strict=True)}
    for corner in corners:
        if corner.is_lifted:
            by_pid[corner.pid] = corner.number or 0
    for corner in sorted(corners, key=lambda corner: corner.pid):
        if corner.is_lifted and corner.number is None:
            by_pid[corner.pid] = _gap_for(corner.pid, by_pid, is_last_page=is_last_page)
    return [by_pid[corner.pid] or None for corner in corners]


def _without_shifted_names(corners: Sequence[Corner], *, page: int) -> Sequence[Corner]:
    """Drop bare digits that cannot be floors: `1楼` twice, or below what the row has already come to."""
    row = [corner.number for corner in corners if not corner.is_lifted]
    numbers = [number for number in row if number is not None]
    is_rising = numbers == sorted(numbers)
    is_behind = page == 1 and any(number is not None and number <= index for index, number in enumerate(row))
    if len(set(numbers)) == len(numbers) and not (is_rising and is_behind):
        return corners
    return [corner if corner.is_sure or corner.is_lifted else replace(corner, number=None) for corner in corners]


def _fill(stated: Sequence[int | None], *, page: int, is_last_page: bool) -> list[int]:
    known = [(index, number) for index, number in enumerate(stated) if number is not None]
    if len(known) > 1 and known[0][1] > known[-1][1]:
        return [number if number is not None else index + 1 for index, number in enumerate(stated)]
    per_page = FLOORS_A_PAGE if is_last_page else max(len(stated), 1)
    start = known[0][1] - known[0][0] if known and page > 1 else (page - 1) * per_page + 1
    return [number if number is not None else start + index for index, number in enumerate(stated)]


def _gap_for(pid: int, by_pid: dict[int, int], *, is_last_page: bool) -> int:
    """Give the free place that a post's number asks for, as later posts have higher ones; 0 where there is none."""
    before = max((other for other, place in by_pid.items() if other < pid and place), default=None)
    if before is None:
        return 0
    place = by_pid[before] + 1
    is_within = place < max(by_pid.values()) or is_last_page
    return place if is_within and place not in by_pid.values() else 0
