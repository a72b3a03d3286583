"""The rule that joins lines which a page broke inside their sentences. The width they were broken at: `widths`."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence, Set
from itertools import pairwise

from cleaners.regex import regex
from cleaners.rules.damage.flow import (
    FOLLOWING_MARKS,
    INNER_STOP,
    MARKS_IN_FRONT,
    STOPS,
    End,
    Start,
    end_of,
    is_apart,
    is_cell,
    is_heading,
    is_prose,
    is_title,
    start_of,
)
from cleaners.rules.damage.widths import Row, Width, rows_of, width_of
from cleaners.rules.lines import HAN, lines_of
from cleaners.rules.rule import Change, Context, Rule

PROSE_CHARS = 30
"""A line this long that ends in a comma is no heading, no verse and no salutation."""
HELD_CHARS = 40
"""Characters of the next line within which a quote or bracket is closed that the line before opened."""
LONG_CHARS = 40
"""A line this long that holds several clauses and lacks its full stop was cut, if other lines of the text were."""
CERTAIN_CUTS = 2
"""Lines of a text that were cut beyond doubt before those that only look so are joined."""
TAIL_CHARS = 200
"""Characters of a line under way that are looked at: no sentence needs more to be known as one."""
FEW_CHARS = 24
"""A line this short without a full stop may be a heading or a signature."""
COLUMN_LINES = 8
COLUMN_CHARS = 45
COLUMN_SHARE = 0.6
"""Broken columns: short lines, most of which end inside a sentence."""
LEAST_MEAN = 8
"""Characters of a line in the mean below which a text is a menu or a column of figures."""
TORN = regex(
    r"[的和与與及或在对對为為把被将將从從向由于於并並而是不各该該其且因使让讓每第]|\d[个個名次人万萬亿億元年月日项項场場份条條家户戶篇期件处處亩畝%％.．\d]"
    r"|.[㐀-鿿]{1,2}[。；、]|[㐀-鿿](?![某但故即则則另又并而且或经經据據因对對从從自按一二三四五六七八九十凡如若其只再更便遂])[㐀-鿿][，,]"
)
"""A line's last character with the three that follow it on the next: a word that ends no sentence, a figure and its
unit, or a rest of one or two characters before a mark: before a comma of one that begins no clause."""
FIGURED = regex(
    r"[达達为為至约約近超到于於共计計占佔]\d{1,6}\.\d{1,4}\s?[亿億万萬个個%％元人倍年月次家户戶亩畝]"
)
FIGURE_CHARS = 16
"""`规模达` above `4.2亿人`: a decimal that a library took for an enumerator, with its unit; bounded."""
MASKS = "Xx×*＊_"


def find_wraps(text: str, context: Context) -> Iterable[Change]:
    """Join a line with the next where it was broken at a width, or where its sentence goes on beyond doubt."""
    if len(text) < LEAST_MEAN * text.count("\n"):
        return ()
    words = [line.words for line in lines_of(text) if line.words]
    cuts = {number for number, (above, below) in enumerate(pairwise(words)) if _may_join(above, below)}
    if not cuts:
        return ()
    rows = rows_of(text)
    width = width_of(rows)
    usual_gap = _usual_gap(rows)
    if width is not None:
        joined = _chained(rows, lambda n, above: (
            _runs_over(rows, n, width, usual_gap) or (n in cuts and _is_certain(above, rows[n + 1], text, usual_gap))
        ))  # fmt: skip
    elif _is_column(rows):
        joined = {n for n in cuts if _reads_on(rows, n) and rows[n + 1].gap <= usual_gap}
    else:
        joined = _sporadic(rows, cuts, text, usual_gap)
    is_counted = width is not None and width.slack == 0
    return [_join(text, rows[n], rows[n + 1], is_counted=is_counted) for n in sorted(joined)]


def _chained(rows: Sequence[Row], is_joined: Callable[[int, Row], bool]) -> set[int]:
    """Ask of each line, with the end of what was joined to it already, whether the next belongs to it."""
    joined: set[int] = set()
    above = rows[0]
    for number, below in enumerate(rows[1:]):
        if is_joined(number, above):
            joined.add(number)
            above = below._replace(words=(above.words + below.words)[-TAIL_CHARS:])
        else:
            above = below
    return joined


def _may_join(above: str, below: str) -> bool:
    """Say whether two trimmed lines can be one at all: a cheap test that most pairs of an ordinary text fail."""
    can_follow = below[0] in MARKS_IN_FRONT
    if above[-1] in STOPS and not can_follow:  # most lines; the full test says the same
        return False
    is_open = end_of(above) in (End.OPEN, End.MIDDLE)
    if not is_open and not can_follow:
        return False
    start = start_of(below)
    if start is Start.MARK:
        return not is_apart(above)
    if not is_open or start in (Start.ITEM, Start.OTHER):
        return False
    return not is_apart(above) and not is_apart(below)


def _usual_gap(rows: Sequence[Row]) -> int:
    """Give the number of empty lines between most lines; more of them part paragraphs."""
    gaps = Counter(row.gap for row in rows[1:])
    gap, count = gaps.most_common(1)[0]
    return gap if 2 * count >= len(rows) else max(gaps)


def _runs_over(rows: Sequence[Row], number: int, width: Width, usual_gap: int) -> bool:
    """Say whether the line after a full one belongs to it."""
    above, below = rows[number], rows[number + 1]
    is_reached = width.is_reached(above, below)
    if not (is_reached or (width.slack and width.is_near(above))):
        return False
    if below.gap > usual_gap or (below.indent and below.indent > above.indent):
        return False
    if is_cell(above.words) or is_cell(below.words) or is_title(above.words):
        return False
    start = start_of(below.words)
    if is_reached and below.words[0] in FOLLOWING_MARKS:
        start = Start.MARK
    if start in (Start.ITEM, Start.OTHER):
        return False
    return start is Start.MARK or _continues(above, below, start, is_reached=is_reached)


def _continues(above: Row, below: Row, start: Start, *, is_reached: bool) -> bool:
    """Say whether words below a full line go on with it, by how that line ends."""
    end = end_of(above.words)
    if end in (End.OPEN, End.MIDDLE):
        return is_reached or not (is_heading(above.words) or is_apart(below.words))
    if start is Start.RUN_IN:
        return is_reached and above.words[-1] in "；;"
    if not is_reached or below.indent:
        return False
    # The last line of a paragraph is seldom full: the sentence ended where the line did, and another follows.
    return end_of(below.words) is End.SENTENCE or len(below.words) > FEW_CHARS


def _is_certain(above: Row, below: Row, text: str, usual_gap: int) -> bool:
    """Say whether a sentence goes on in the next line beyond doubt, whatever the other lines are."""
    start = start_of(below.words)
    if start is Start.MARK:
        return True
    if start is not Start.WORDS or below.gap > usual_gap:
        return False
    is_figure = FIGURED.match(above.words[-1] + below.words[:FIGURE_CHARS]) and is_prose(above.words)
    if is_figure or _is_open(above.words, below.words):
        return True
    if end_of(above.words) is End.MIDDLE:
        return len(above.words) >= PROSE_CHARS
    if len(above.words) < LONG_CHARS or not is_prose(above.words) or not is_prose(below.words):
        return False
    return bool(TORN.match(above.words[-1] + below.words[:3])) or _is_word(above.words, below.words, text)


def _is_open(above: str, below: str) -> bool:
    """Say whether a quote or bracket that one line opens is closed in the next."""
    for opening, closing in ("“”", "《》", "（）", "()"):
        opened, closed = above.rfind(opening), below.find(closing)
        if opened > above.rfind(closing) and 0 <= closed < min(HELD_CHARS, below.find(opening) % (len(below) + 1)):
            return True
    return False


def _is_word(above: str, below: str, text: str) -> bool:
    """Say whether three characters across a break stand together elsewhere in the text: two do by chance (`作为`)."""
    if not (HAN.match(above[-1]) and HAN.match(below[0])):
        return False
    return above[-2:] + below[0] in text or above[-1] + below[:2] in text


def _sporadic(rows: Sequence[Row], cuts: Set[int], text: str, usual_gap: int) -> set[int]:
    """Find single breaks, as the ends of a book's pages leave them: the certain ones prove the likely ones."""
    certain = _chained(rows, lambda n, above: n in cuts and _is_certain(above, rows[n + 1], text, usual_gap))
    if len(certain) < CERTAIN_CUTS:
        return certain
    return _chained(rows, lambda n, above: n in cuts and (
        _is_certain(above, rows[n + 1], text, usual_gap)
        or (rows[n + 1].gap <= usual_gap and _is_likely(above, rows[n + 1]))
    ))  # fmt: skip


def _is_likely(above: Row, below: Row) -> bool:
    """Say whether a line looks cut."""
    if not is_prose(above.words) or start_of(below.words) is not Start.WORDS:
        return False
    is_long = len(above.words) >= LONG_CHARS
    if not is_long and not (len(above.words) >= FEW_CHARS and INNER_STOP.search(above.words)):
        return False
    return is_prose(below.words) or end_of(below.words) is End.SENTENCE


def _is_column(rows: Sequence[Row]) -> bool:
    """Say whether a text stands in broken columns: short lines, most cut, with full stops inside rather than behind."""
    cut = sum(row.is_cut for row in rows)
    if len(rows) < COLUMN_LINES or cut < COLUMN_SHARE * len(rows):
        return False
    short = sum(len(row.words) <= COLUMN_CHARS for row in rows)
    inside = sum(mark in row.words[:-1] for row in rows for mark in "。；")
    behind = sum(row.words[-1] in "。；" for row in rows)
    return short >= 0.9 * len(rows) and inside >= max(3, behind)


def _reads_on(rows: Sequence[Row], number: int) -> bool:
    """Say whether a line of a broken column goes on in the next: no title above it, no heading."""
    above, below = rows[number], rows[number + 1]
    if is_heading(above.words) or start_of(below.words) is Start.RUN_IN:
        return False
    is_first = number == 0 or end_of(rows[number - 1].words) is End.SENTENCE or is_heading(rows[number - 1].words)
    return end_of(above.words) is End.MIDDLE or is_prose(above.words) or not is_first


def _join(text: str, above: Row, below: Row, *, is_counted: bool) -> Change:
    """Join two lines: nothing between them, but a blank between words of Latin letters."""
    last, first = text[above.end - 1], text[below.start]
    if last in "，,":  # of commas doubled at the break one remains, as `characters` leaves of those inside lines
        start, end = above.end, below.start + (first == last)
        while start - 2 >= above.start and text[start - 2] == last:
            start -= 1
        return Change(start=start, end=end)
    is_latin = last.isascii() and first.isascii() and last.isalpha() and first.isalpha()
    is_parted = is_latin and not (last == first and last in MASKS)
    if is_counted:  # broken after so many characters, words or not; a blank at the break shows that one ended there
        is_parted = is_parted and (text[above.end] != "\n" or below.indent > 0)
    return Change(start=above.end, end=below.start, put=" " if is_parted else "")


_WIDE = """今年以来，全镇上下认真学习贯彻上级会
议精神，扎实推进各项重点工作。一是抓
学习，组织集体学习12次，参加200
人次。二是抓落实，各村成立工作专班，
逐户走访，逐项登记，建立台账。三是抓
督查，每月通报一次，结果与年终考核挂
钩。
二、存在问题
有的村重视不够，有的同志方法不多。"""
_WIDE_JOINED = (
    "今年以来，全镇上下认真学习贯彻上级会议精神，扎实推进各项重点工作。一是抓学习，组织集体学习12次，参加200人次。"
    "二是抓落实，各村成立工作专班，逐户走访，逐项登记，建立台账。三是抓督查，每月通报一次，结果与年终考核挂钩。\n"
    "二、存在问题\n有的村重视不够，有的同志方法不多。"
)
WRAPS = Rule(
    name="hard-wraps",
    version=2,
    reason="Conversions break lines at a width or a page's end; then neither search nor comparison finds the sentence.",
    families=frozenset(),
    find=find_wraps,
    examples=(
        (_WIDE, _WIDE_JOINED),
        (
            "全镇上下认真组织党员干部和村民代表集中学习，对照先进典型查找自身差距，结合实际逐条研究，\n形成整改清单。",
            "全镇上下认真组织党员干部和村民代表集中学习，对照先进典型查找自身差距，结合实际逐条研究，形成整改清单。",
        ),
    ),
    counter_examples=(
        "各位代表：\n现在，我代表镇人民政府向大会报告工作，请予审议，\n一、工作回顾\n成绩来之不易",
        "听党话，\n跟党走，\n感党恩，\n做主人",
        "某某镇宣传办公室\n2021年3月4日\n附件：名单",
        "一、强化组织领导，压实工作责任\n成立领导小组，定期研究。\n二、强化督查考核，推动工作落实\n每月通报。",
    ),
)
RULES = (WRAPS,)
