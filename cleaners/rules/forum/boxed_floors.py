"""Floors of boards that date no post above its text: an author's box with the floor's mark right below it.

DVBBS 6 to 8 prints `等级`, `文章`, `积分`, `注册`, then `楼主` or `第 3 楼`, then the text. Floors that a line heads:
`floor_heads`; boxes above and dates below: `posted_below`.
"""

from collections.abc import Iterable, Sequence

from cleaners.regex import regex
from cleaners.rules.forum.floor_heads import FLOOR_MARK, are_quoted
from cleaners.rules.forum.forum_script import forum_lines
from cleaners.rules.forum.posted_below import FAMILIES, NAME_CHARS, Below
from cleaners.rules.lines import Line, is_sentence, taken
from cleaners.rules.rule import Change, Context, Rule

BOX_LINE = regex(
    r"(?:等级|头衔|级别|文章|贴子|帖子|发帖|积分|威望|门派|注册|注册时间|精华|金钱|来自|魅力|经验|财富|状态|性别)"
    r"\s?[:：]\s?[^\n。，；]{0,30}"
)
"""A line of the author's box: label and value; bounded."""
RANK = ("等级", "头衔", "级别")
"""Labels with which a box begins."""
SIGNS = (*RANK, "等級", "頭銜", "級別")
"""What a page with such boxes holds, in either script; a page without is asked no further."""
POSTED_AT = regex(r"\d{4}[-/]\d{1,2}[-/]\d{1,2}\s\d{1,2}:\d{2}:\d{2}")
"""When a post was made, below its text: to the second, as no letter is dated; bounded."""
BOX_LINES = 3
"""Lines of the shortest box."""
LONG_HEAD = 60
"""Characters of running text above the first box that are no page's head."""


def boxed_floors(lines: Sequence[Line]) -> tuple[Below, ...]:
    """Find the floors of a page whose boxes end with the floor's mark; empty where a line with a date heads any."""
    shown = [n for n, line in enumerate(lines) if line.words]
    found = [box for at, n in enumerate(shown) if lines[n].words.startswith(RANK) and (box := _box(lines, shown, at))]
    if not found or _is_text_above(lines, found[0][0]):
        return ()
    names = _names(lines, shown, found)
    begins = names or [box for box, _ in found]
    starts = [0, *begins[1:]]
    stops = [*begins[1:], len(lines)]
    floors: list[Below] = []
    for number, (start, stop) in enumerate(zip(starts, stops, strict=True)):
        body = found[number][1]
        author = lines[names[number]].words if names else None
        end, stamp = _dated_end(lines, body, stop)
        if not any(line.words for line in lines[body:end]):
            return ()
        floors.append(Below(start, body, end, stop, author, stamp))
    return tuple(floors) if are_quoted(lines, [(floor.body, floor.end) for floor in floors]) else ()


def _dated_end(lines: Sequence[Line], body: int, stop: int) -> tuple[int, str]:
    """Give where a post's text ends and the time on its last line; all of the floor and no time where none stands."""
    last = next((n for n in range(stop - 1, body, -1) if lines[n].words), body)
    return (last, lines[last].words) if POSTED_AT.fullmatch(lines[last].words) else (stop, "")


def _box(lines: Sequence[Line], shown: Sequence[int], at: int) -> tuple[int, int] | None:
    """Give where a box begins and where the text below its mark does; None where the lines are no box with a mark."""
    end = at
    while end < len(shown) and BOX_LINE.fullmatch(lines[shown[end]].words):
        end += 1
    if end - at < BOX_LINES or end + 1 >= len(shown) or not FLOOR_MARK.fullmatch(lines[shown[end]].words):
        return None
    return shown[at], shown[end] + 1


def _is_text_above(lines: Sequence[Line], box: int) -> bool:
    return sum(len(line.words) for line in lines[:box] if is_sentence(line.words)) > LONG_HEAD


def _names(lines: Sequence[Line], shown: Sequence[int], found: Sequence[tuple[int, int]]) -> list[int]:
    """Give the lines above the boxes that are the authors' names; empty where one can be none.

    A text's last line may be as short: the time of the post above must part both.
    """
    names: list[int] = []
    for number, (box, _) in enumerate(found):
        above = shown.index(box) - 1
        if above < 0 or not _may_be_name(lines[shown[above]].words):
            return []
        if number and not (above and POSTED_AT.fullmatch(lines[shown[above - 1]].words)):
            return []
        names.append(shown[above])
    return names if POSTED_AT.fullmatch(lines[shown[-1]].words) else []


def _may_be_name(words: str) -> bool:
    return len(words) <= NAME_CHARS and not is_sentence(words) and words[-1] not in "。！？!?.:：…"


def find_boxes(text: str, context: Context) -> Iterable[Change]:
    """Take what stands above a post's text down to the mark below its author's box."""
    if not any(sign in text for sign in SIGNS):
        return []
    lines = forum_lines(text)
    floors = boxed_floors(lines)
    return taken([*lines[: floors[0].body], *lines[floors[0].end :]]) if len(floors) == 1 else []


BOX = "等级：版主\n文章：474\n积分：2814\n注册：2005年12月3日\n"
BOXED = Rule(
    name="boxed-floor-head",
    version=3,
    reason="DVBBS prints the author's box and the floor's mark above a post; both are facts.",
    families=FAMILIES,
    dumps_only=True,
    find=find_boxes,
    context=Context(family="forum", is_dump=True),
    examples=(
        (BOX + "楼主\n今年以来，工作有序。\n", "今年以来，工作有序。\n"),
        ("青禾\n" + BOX + "\n第 3 楼\n写得好\n2009-12-3 10:00:00\n", "写得好\n"),
        ("等級：版主\n文章：474\n積分：2814\n樓主\n今年以來，工作有序。\n", "今年以來，工作有序。\n"),
    ),
    counter_examples=(
        BOX + "今年以来，工作有序。\n楼主\n",
        "等级：三级\n楼主\n今年以来，工作有序。",
        BOX + "楼主\n",
        "今年以来，工作有序推进，成效明显。\n" * 13 + BOX + "楼主\n写得好",
    ),
)
RULES = (BOXED,)
