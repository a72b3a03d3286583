"""The rule that takes blanks out of words, where a conversion set them. Blanks at the ends of lines: `layout`."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from cleaners.regex import regex
from cleaners.rules.lines import BLANK, ENUMERATOR, Line, lines_of
from cleaners.rules.rule import Change, Context, Rule

_HAN = "㐀-鿿"
HAN_BLANKS = " \u00a0\u3000"
BLANK_IN_HAN = regex(rf"[ \u00a0\u3000](?<=[{_HAN}].)[ \u00a0\u3000]?(?=[{_HAN}])")
"""One or two blanks between Han characters; more of them part cells. Fixed look-behind: linear."""
DAMAGE = regex(
    rf"(?<=[{_HAN}])[ \u00a0\u3000]{{1,2}}(?=[{_HAN}，。、；：！？,;:!?”》）)])"
    rf"|(?<=[“《（，、])[ \u00a0\u3000]{{1,2}}(?=[{_HAN}])"
)
"""The same, and before marks, behind commas and opening ones. Fixed look-behind: linear."""
BORDER = regex(rf"(?<=[{_HAN}])[ \u00a0\u3000]{{1,2}}(?=[0-9A-Za-z“《（(*×])")
"""Blanks between a Han character and a figure, a Latin letter, an opening mark or a mask."""
TIGHT_BORDER = regex(rf"(?<=[{_HAN}])(?=[0-9A-Za-z“《（(*×])")
LEAST = 4
"""Blanks inside words before a text is looked at."""
SHARE = 0.006
"""Their share of the Han characters: a conversion sets a few per cent (realtext 4: more than 3; the generator 1.5)."""
PROVEN = 3
PROVEN_SHARE = 0.15
"""Share of the blanks that no person sets: between two characters which stand together elsewhere in the text, or before
a comma. Of random places a half in a report (measured: 0.18 to 0.8), of names, headings and slogans a few per cent."""
BEFORE_MARK = regex(rf"(?<=[{_HAN}])[ \u00a0\u3000](?=[，。、；,;])")
LETTER_SPACED = regex(rf"[{_HAN}](?:[ \u00a0\u3000][{_HAN}，。、；：,;]){{7,}}")
"""Eight characters in a row, each apart: no word is written so but in headings. One step a place: linear."""
BORDER_SHARE = 0.2
"""Share of the borders between Han and figures that hold a blank; where more do, it is the author's habit."""
NAMES = regex(rf"[{_HAN}][ \u00a0\u3000]{{1,2}}(?:[{_HAN}]{{2,3}}[ \u00a0\u3000]{{1,2}}){{2,}}(?=[{_HAN}])")
"""Two or more words of two or three characters between blanks: names. Bounded steps parted by blanks: linear."""
HEADING_GAP = regex(rf"[{_HAN}\d]{{2,30}}(?P<gap>[ \u00a0\u3000]{{1,2}})(?=[{_HAN}])(?![{_HAN}]{{1,20}}。)")
"""What stands between an enumerator and the text below its heading, on a collapsed page; where a full stop follows at
once, the heading itself was torn."""
QUOTED = regex(rf"[“「『][{_HAN}]{{4,16}}[ \u00a0\u3000]{{1,2}}[{_HAN}]{{4,16}}[”」』]")
"""A slogan of two parts: its blank is its own. Bounded."""
TITLE_CHARS = 8
"""A line this long is no `通 知` or `目 录`, set apart on purpose."""
MARKS = regex("[，。；：！？、,;:!?]")


def find_spaces(text: str, context: Context) -> Iterable[Change]:
    """Take out blanks between Han characters in prose where their places show that no person set them."""
    words = "\n".join([line.words for line in lines_of(text)])
    if sum(map(words.count, HAN_BLANKS)) < LEAST:
        return ()
    blanks = [match.start() for match in BLANK_IN_HAN.finditer(text)]
    if len(blanks) < LEAST:
        return ()
    pairs = set(pairwise(text))
    if not _is_damaged(text, blanks, pairs):
        return ()
    takes_borders = len(BORDER.findall(text)) <= BORDER_SHARE * len(TIGHT_BORDER.findall(text))
    changes: list[Change] = []
    for line in lines_of(text):
        changes += _of_line(text, line, pairs, takes_borders=takes_borders)
    return changes


def _is_damaged(text: str, blanks: Sequence[int], pairs: set[tuple[str, str]]) -> bool:
    """Say whether the blanks of a text are many and stand inside words, or between all characters."""
    if LETTER_SPACED.search(text) and MARKS.search(text):
        spaced = sum(len(match[0]) // 2 for match in LETTER_SPACED.finditer(text))
        return spaced >= 0.5 * len(blanks)
    han = sum("㐀" <= character <= "鿿" for character in text)
    before = len(BEFORE_MARK.findall(text))
    proven = before + sum(_is_known(text, at, pairs) for at in blanks)
    return len(blanks) >= SHARE * han and proven >= max(PROVEN, PROVEN_SHARE * (len(blanks) + before))


def _is_known(text: str, at: int, pairs: set[tuple[str, str]]) -> bool:
    """Say whether the characters on both sides of a blank stand together elsewhere."""
    behind = at + 1 if text[at + 1] > "\u3000" else at + 2
    return (text[at - 1], text[behind]) in pairs


def _of_line(text: str, line: Line, pairs: set[tuple[str, str]], *, takes_borders: bool) -> list[Change]:
    """Find the blanks of one line that go: all of prose that nothing explains, of other lines those inside words."""
    spans = [match.span() for match in DAMAGE.finditer(text, line.start, line.end)]
    if takes_borders:
        spans = sorted({*spans, *(match.span() for match in BORDER.finditer(text, line.start, line.end))})
    if not spans:
        return []
    kept = _explained(text, line, pairs)
    is_prose = bool(MARKS.search(line.words)) or bool(ENUMERATOR.match(line.words))
    return [
        Change(start=start, end=end)
        for start, end in spans
        if not any(first <= start < last for first, last in kept)
        and (is_prose or (text[start - 1], text[end]) in pairs or _is_torn_off(line, start, end))
    ]


def _is_torn_off(line: Line, start: int, end: int) -> bool:
    """Say whether a blank parts one character from the end or the beginning of a longer line: `总结报 告`."""
    is_outer = start - line.start == 1 or line.start + len(line.words) - end == 1
    return is_outer and len(line.words) >= TITLE_CHARS and sum(map(line.words.count, BLANK)) == 1


def _explained(text: str, line: Line, pairs: set[tuple[str, str]]) -> list[tuple[int, int]]:
    """Give the stretches of a line whose blanks mean something: names, slogans, the gap behind a heading."""
    shapes = (shape.finditer(text, line.start, line.end) for shape in (NAMES, QUOTED))
    kept = [
        match.span() for found in shapes for match in found
        if not any(_is_known(text, blank.start(), pairs) for blank in BLANK_IN_HAN.finditer(text, *match.span()))
    ]  # fmt: skip
    mark = ENUMERATOR.match(line.words)
    if mark:
        start = line.start + text[line.start : line.end].index(line.words[0]) + mark.end()
        gap = HEADING_GAP.match(text, start, line.end)
        if gap and "。" in text[gap.end() : line.end] and not _is_known(text, gap.start("gap"), pairs):
            kept.append(gap.span("gap"))
    return kept


_DAMAGED = "各村认真落实各 项重点工作，重点工 作有序推进，各项任务落 实到村 。认真组织学习，认 真总结，推进各项任务。"
SPACES = Rule(
    name="blanks-inside-words",
    version=1,
    reason="Conversions of PDF set blanks inside words; then no search finds them.",
    families=frozenset(),
    find=find_spaces,
    examples=(
        (
            _DAMAGED,
            "各村认真落实各项重点工作，重点工作有序推进，各项任务落实到村。认真组织学习，认真总结，推进各项任务。",
        ),
        (
            "全 镇 上 下 围 绕 中 心 任 务 ， 狠 抓 工 作 落 实 。\n通 知",
            "全镇上下围绕中心任务，狠抓工作落实。\n通 知",
        ),
    ),
    counter_examples=(
        "参会人员：张三 李四 王五 赵六 钱七 孙八，列席人员：周九 吴十 郑大 王二。",
        "一、工作回顾 今年以来，工作有序推进。二、存在问题 一是 力量不足。三、下步打算 明年 继续。四、建议 请 支持。",
        "通 知\n目 录\n总 结\n报 告\n全镇各村认真落实工作。",
        "共有党员 7 名，干部 12 名，村民 300 人，学生 40 名。",
    ),
)
RULES = (SPACES,)
