"""The width at which a page broke its lines, read from their lengths. What is joined again: `wraps`."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from cleaners.regex import regex
from cleaners.rules.damage.flow import INNER_MARK, INNER_STOP, End, end_of
from cleaners.rules.lines import BLANK, Line, lines_of

EXACT_LINES = 4
"""Lines that end at one and the same place, the farthest of all, before a width is believed (measured: none of 1,744
ordinary reports has four, wrapped ones of 800 characters have ten)."""
EXACT_SHARE = 0.12
"""Their share of all lines: wrapped at 72 characters, paragraphs of 100 and headings between give 0.3."""
EXACT_CHARS = 16
"""The narrowest such width: verse and names are narrower."""
EVEN_LINES = 5
EVEN_SHARE = 0.2
EVEN_COLUMNS = 24
HANGING = 2
"""Columns by which a mark that may not begin a line hangs over its end."""
WHOLE = regex(r"[0-9A-Za-z.%]{1,40}")
"""What is kept whole at the end of a line. One class, bounded."""
ABOUT_LINES = 6
ABOUT_SHARE = 0.35
ABOUT_SLACK = 6
"""Columns by which lines of one width differ where marks may not begin a line and digits are half as wide."""
ABOUT_COLUMNS = 36
"""The narrowest width that is believed without being exact."""
LONGER_SHARE = 0.05
"""Share of lines that may be longer: titles, addresses, what a page adds."""
CUT_SHARE = 0.6
"""Share of the full lines that end inside a sentence: of wrapped prose nine in ten do, of lists at most a few."""
FEWEST_CUT = 3
"""Cut lines that this share asks for, of the fewest full ones (EXACT_LINES)."""
INNER_SHARE = 0.1
"""Share of the full lines that hold a full stop before their end: of wrapped prose a third, of lists none."""

WIDEST_CHARS = 80
"""Characters of a line above which it was not broken at columns: 160 of them."""
LONG_SIZE = 24
MARKED_SHARE = 0.9
"""Lines of one length, this long, of which this share holds a comma inside."""


_CUT_ENDS = (End.OPEN, End.MIDDLE)


class Row(NamedTuple):
    """A line that holds something: words = text[start:end)."""

    start: int
    end: int
    words: str
    indent: int
    """Blanks before it beyond those before every line."""
    columns: int
    """Columns of that indent."""
    spare: int
    """Blanks that a page sets before every line: of the first one nobody knows whether it had them too."""
    gap: int
    """Empty lines above it."""
    is_cut: bool
    """True when the line ends inside a sentence, or in a heading."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Width:
    """A width at which lines were broken."""

    size: int
    """Characters or columns, as `measure` counts them."""
    measure: Callable[[Row], int]
    slack: int
    """Columns by which a line may miss the width and still be near it; 0 where characters were counted off."""
    is_even: bool
    """True where all lines but the last ones of paragraphs reach the width, so that to reach it says something."""

    def is_reached(self, above: Row, below: Row) -> bool:
        """Say whether a line was broken because what the next one begins with had no more room on it."""
        size = self.measure(above)
        if self.slack == 0:
            return size in (self.size, self.size - above.spare)
        return self.is_even and self.size - size < first_columns(below.words) and size <= self.size + HANGING

    def is_near(self, row: Row) -> bool:
        """Say whether a line goes about as far as lines go."""
        return abs(self.measure(row) - self.size) <= self.slack


def rows_of(text: str) -> list[Row]:
    """Give the lines that hold something, in order."""
    found: list[tuple[str, Line, int]] = []
    gap = 0
    for line in lines_of(text):
        if not line.words:
            gap += 1
            continue
        found.append((_lead(text, line), line, gap))
        gap = 0
    least = min((len(lead) for lead, _, _ in found[1:]), default=0)
    return [_row(*one, least=least, is_first=number == 0) for number, one in enumerate(found)]


def _lead(text: str, line: Line) -> str:
    """Give the white space before a line's words."""
    if line.end - line.start == len(line.words):
        return ""
    shown = text[line.start : line.end]
    return shown[: len(shown) - len(shown.lstrip())]


def _row(lead: str, line: Line, gap: int, *, least: int, is_first: bool) -> Row:
    start = line.start + len(lead)
    own = lead[least:]
    return Row(
        start=start, end=start + len(line.words), words=line.words, gap=gap,
        indent=len(own), columns=len(own) + own.count("\u3000"), spare=len(lead) - len(own) if is_first else 0,
        is_cut=end_of(line.words) in _CUT_ENDS,
    )  # fmt: skip


def bare_size(row: Row) -> int:
    """Count characters without the blanks between them; the indent counts."""
    words = row.words
    return row.indent + len(words) - sum(words.count(blank) for blank in BLANK)


def full_size(row: Row) -> int:
    """Count characters; the indent counts."""
    return row.indent + len(row.words)


def columns(row: Row) -> int:
    """Count columns: two for a Han character or full-width mark, one for the rest; the indent counts."""
    return row.columns + bare_columns(row)


def bare_columns(row: Row) -> int:
    """Count columns without the indent, which pages take off after the lines were broken."""
    return len(row.words.encode("gbk", "replace"))  # one byte a column, whatever it holds


def first_columns(words: str) -> int:
    """Count the columns of what a line begins with and no line breaks: a figure, a Latin word, a character."""
    match = WHOLE.match(words)
    return len(match[0]) if match else 2


def width_of(rows: Sequence[Row]) -> Width | None:
    """Find the width at which most lines of a text were broken; None where it was not, or nothing proves it."""
    cut = [row for row in rows if row.is_cut]
    if len(rows) < EXACT_LINES or len(cut) < FEWEST_CUT:
        return None
    found: list[tuple[int, Width]] = []
    for measure in (bare_size, full_size):
        if not _may_be_full(cut, measure, least=EXACT_CHARS, spread=0):
            continue
        size, count = _exact(rows, [measure(row) for row in rows])
        found.append((count, Width(size=size, slack=0, measure=measure, is_even=True)))
    can_be_columns = sum(len(row.words) > WIDEST_CHARS for row in rows) <= max(1, LONGER_SHARE * len(rows))
    for measure in (columns, bare_columns) if can_be_columns else ():
        if not _may_be_full(cut, measure, least=EVEN_COLUMNS - 1, spread=1):
            continue
        size, count = _even(rows, [measure(row) for row in rows])
        found.append((count, Width(size=size, slack=ABOUT_SLACK, measure=measure, is_even=True)))
    count, best = max(found, key=lambda one: one[0], default=(0, None))
    lowest, spread = ABOUT_COLUMNS - ABOUT_SLACK, 2 * ABOUT_SLACK
    if not count and can_be_columns and _may_be_full(cut, columns, least=lowest, spread=spread):
        size, count = _about(rows, [columns(row) for row in rows])
        best = Width(size=size, slack=ABOUT_SLACK, measure=columns, is_even=False)
    return best if count else None


def _may_be_full(cut: Sequence[Row], measure: Callable[[Row], int], *, least: int, spread: int) -> bool:
    """Say whether some cut lines are of about one size: without them no width is found, see `_if_wrapped`."""
    sizes = sorted(size for size in map(measure, cut) if size >= least)
    return any(third - first <= spread for first, third in zip(sizes, sizes[FEWEST_CUT - 1 :], strict=False))


def _exact(rows: Sequence[Row], sizes: Sequence[int]) -> tuple[int, int]:
    """Give the size that many lines have and hardly any exceeds, and how many; (0, 0) where there is none."""
    counts = Counter(sizes)
    longer = 0
    for size in sorted(counts, reverse=True):
        if size < EXACT_CHARS or longer > max(1, LONGER_SHARE * len(rows)):
            break
        if counts[size] >= max(EXACT_LINES, EXACT_SHARE * len(rows)):
            return _if_wrapped(rows, sizes, range(size, size + 1))
        longer += counts[size]
    return 0, 0


def _even(rows: Sequence[Row], sizes: Sequence[int]) -> tuple[int, int]:
    """Find the width in columns: a Han character takes two, so that lines end at it or one before."""
    counts = Counter(sizes)
    size = max(counts, key=lambda one: (counts[one] + counts[one - 1], one))
    longer = sum(one > size + HANGING for one in sizes)
    few = counts[size] + counts[size - 1] < max(EVEN_LINES, EVEN_SHARE * len(rows))
    if few or size < EVEN_COLUMNS or longer > max(1, LONGER_SHARE * len(rows)):
        return 0, 0
    return _if_wrapped(rows, sizes, range(size - 1, size + 1))


def _about(rows: Sequence[Row], sizes: Sequence[int]) -> tuple[int, int]:
    """Find a width that lines only come near, as where letters are of different breadth."""
    size = sorted(sizes, reverse=True)[int(LONGER_SHARE * len(sizes))]
    near = sum(abs(one - size) <= ABOUT_SLACK for one in sizes)
    if size < ABOUT_COLUMNS or near < max(ABOUT_LINES, ABOUT_SHARE * len(rows)):
        return 0, 0
    near_sizes = range(size - ABOUT_SLACK, size + ABOUT_SLACK + 1)
    return size, _if_wrapped(rows, sizes, near_sizes, is_close=False)[1]


def _if_wrapped(
    rows: Sequence[Row], sizes: Sequence[int], wanted: range, *, is_close: bool = True
) -> tuple[int, int]:
    """Give a size and the number of lines that have it, if they are cut sentences; (0, 0) if not.

    Tables, lists and verse have lines of one length as well, but their sentences end with them. Where lines are of one
    length to the character (`is_close`) and long, commas in nearly all of them say as much.
    """
    full = [row for row, one in zip(rows, sizes, strict=True) if one in wanted]
    cut = sum(row.is_cut for row in full)
    inner = sum(bool(INNER_STOP.search(row.words)) for row in full)
    marked = sum(bool(INNER_MARK.search(row.words)) for row in full)
    is_prose = inner >= INNER_SHARE * len(full) and 2 * marked >= len(full)
    if is_close and wanted[-1] >= LONG_SIZE:
        is_prose = is_prose or marked >= MARKED_SHARE * len(full)
    return (wanted[-1], len(full)) if is_prose and cut >= CUT_SHARE * len(full) else (0, 0)
