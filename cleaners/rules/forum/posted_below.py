"""Floors of boards that print a post's date below it: phpwind 5 to 7, `Posted: 2009-12-21 09:30 | [楼 主]`.

Above the text stand the author's name and box, whose lines are labels with values. Floors that a line heads:
`floor_heads`.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from cleaners.regex import regex
from cleaners.rules.forum.floor_heads import STAMP, are_quoted
from cleaners.rules.forum.forum_script import forum_lines
from cleaners.rules.lines import Line, is_sentence, taken
from cleaners.rules.rule import Change, Context, Rule

FAMILIES = frozenset({"discuz", "phpwind", "forum"})
_MARK = r"\[?\s?(?:楼\s?主|沙发|板凳|地板|第?\s?\d{1,5}\s?楼)\s?\]?"
POSTED = regex(
    r"(?:(?:顶端|TOP|引用|回复|" + _MARK + r")[\s|｜]*+){0,4}+Posted\s?[:：]\s?"
    r"(?P<stamp>" + STAMP + r")[\s|｜]*+(?:(?:顶端|TOP|引用|回复|只看该作者|小|中|大|" + _MARK + r")[\s|｜]*+){0,8}+"
)
"""The line below a post, with its links in any order; possessive and bounded."""
BOX_LINE = regex(
    r"(?:级别|等级|头衔|精华|发帖|帖子|威望|金钱|金币|银元|贡献值?|好评度|交易币|积分|魅力|体力|经验|财富|状态|性别|来自|"
    r"总积分|在线时间|注册时间|最后登[录陆]|UID|勋章|作者资料)\s?[:：]\s?[^\n。，]{0,30}"
)
"""A line of the author's box: label and value; bounded."""
RANK = ("级别", "等级", "头衔")
"""Labels of which a box has one."""
NAME_CHARS = 20
SIGN = "Posted"
"""What a line below a post says; a page without is asked no further. Later versions print 发表于 above it."""


@dataclass(frozen=True, slots=True)
class Below:
    """One floor: lines[start:stop) are its slice, lines[body:end) its text, `end` the line with its date."""

    start: int
    body: int
    end: int
    stop: int
    author: str | None
    stamp: str


def floors_below(lines: Sequence[Line]) -> tuple[Below, ...]:
    """Find the floors of a page whose dates stand below the posts; empty where any stands elsewhere."""
    may_be = (n for n, line in enumerate(lines) if _may_be(line.words))
    found = [(n, match) for n in may_be if (match := POSTED.fullmatch(lines[n].words))]
    floors: list[Below] = []
    start = 0
    for number, (end, match) in enumerate(found):
        box = _box(lines, start, end)
        if box is None or not any(line.words for line in lines[box[1] : end]):
            return ()
        stop = end + 1 if number + 1 < len(found) else len(lines)
        floors.append(Below(start, box[1], end, stop, _name_above(lines, start, box[0]), match["stamp"]))
        start = stop
    return tuple(floors) if floors and are_quoted(lines, [(floor.body, floor.end) for floor in floors]) else ()


def _may_be(words: str) -> bool:
    return len(words) <= LINE_CHARS and SIGN in words


LINE_CHARS = 100
"""Characters of the longest line below a post."""


def _box(lines: Sequence[Line], start: int, stop: int) -> tuple[int, int] | None:
    """Give where an author's box begins and ends: its rank, and below it nothing but such lines; None without one."""
    shown = (n for n in range(start, stop) if BOX_LINE.fullmatch(lines[n].words))
    first = next((n for n in shown if lines[n].words.startswith(RANK)), None)
    if first is None:
        return None
    end = first
    while end < stop and (not lines[end].words or BOX_LINE.fullmatch(lines[end].words)):
        end += 1
    return (first, end) if sum(bool(line.words) for line in lines[first:end]) >= BOX_LINES else None


BOX_LINES = 3
"""Lines of the shortest box."""


def _name_above(lines: Sequence[Line], start: int, box: int) -> str | None:
    above = next((lines[n].words for n in range(box - 1, start - 1, -1) if lines[n].words), "")
    return above if above and len(above) <= NAME_CHARS and not is_sentence(above) else None


def find_below(text: str, context: Context) -> Iterable[Change]:
    """Take what stands above a post's text, name and box, and from the line with its date on."""
    if SIGN not in text:
        return []
    lines = forum_lines(text)
    floors = floors_below(lines)
    return taken([*lines[: floors[0].body], *lines[floors[0].end :]]) if len(floors) == 1 else []


BOX = "青禾\n级别: 论坛版主\n精华: 3\n发帖: 452\n注册时间:2007-03-05\n"
POSTED_BELOW = Rule(
    name="posted-below",
    version=2,
    reason="phpwind 5 to 7 print the author's box above a post and its date below; both are facts.",
    families=FAMILIES,
    dumps_only=True,
    find=find_below,
    context=Context(family="phpwind", is_dump=True),
    examples=(
        (BOX + "今年以来，工作有序。\nPosted: 2009-12-21 09:30 | [楼 主]\n", "今年以来，工作有序。\n"),
        (BOX + "\n写得好\n顶端 Posted: 2009-12-21 09:30 | 1 楼\n小 中 大\n", "写得好\n"),
        ("本页主题: 总结 打印\n" + BOX + "今年以来。\n[楼 主] | Posted:2009-12-21 09:30 顶端\n", "今年以来。\n"),
    ),
    counter_examples=(
        BOX + "Posted: 2009-12-21 09:30 | [楼 主]\n今年以来，工作有序。",
        BOX + "今年以来，工作有序。\n发表于: 2009-12-21 09:30 | [楼 主]\n写得好",
        "级别: 三级\n今年以来，工作有序。\nPosted: 2009-12-21 09:30",
        "青禾\n今年以来，工作有序。\nPosted: 2009-12-21 09:30 | [楼 主]",
    ),
)
RULES = (POSTED_BELOW,)
