"""A page's day in pieces on lines of their own: `2023` / `04-23` / `16:21`, `23` / `2023-04`. Joined for `head_lines`.

Boxes beside a title print year, day and hour below each other. Labels with values apart: `labels_apart`.
"""

import re
from collections.abc import Collection, Sequence
from itertools import takewhile

from cleaners.regex import regex
from cleaners.rules.lines import Line

_YEAR, _MONTH, _DAY = r"(?P<y>(?:19[89]|20[0-3])\d)", r"(?P<m>0?[1-9]|1[0-2])", r"(?P<d>0?[1-9]|[12]\d|3[01])"
_MARK = r"\s?[-/.]\s?"
PIECES = (
    regex(rf"{_YEAR}\s?年?\n{_MONTH}(?:{_MARK}|\s?月\s?){_DAY}\s?日?"),
    regex(rf"{_YEAR}(?:{_MARK}|\s?年\s?){_MONTH}\s?月?\n{_DAY}\s?日?"),
    regex(rf"{_MONTH}{_MARK}{_DAY}\n{_YEAR}"),
    regex(rf"{_DAY}\s?日?\n{_YEAR}(?:{_MARK}|\s?年\s?){_MONTH}\s?月?"),
    regex(rf"{_YEAR}\s?年?\n{_MONTH}\s?月\n{_DAY}\s?日"),
)
"""Year and day, month and day, on two lines or three; bounded, a line's end parts them."""
CLOCK = regex(r"(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d)?")
PIECE_CHARS, TOP_LINES = 10, 16
"""Characters of a piece, and filled lines from the top among which one stands."""
TITLE_CHARS = 8
"""Characters of a line beside such pieces that may be the title."""


def with_dates_joined(lines: Sequence[Line], known: Collection[int]) -> list[Line]:
    """Give the filled lines of a head with the pieces of its day made one line; lines that start at `known` stay.

    The day stands right below or above a line as long as a title, or among the page's short lines below one.
    """
    for n in range(min(TOP_LINES, len(lines) - 1)):
        if len(lines[n].words) > PIECE_CHARS or not lines[n].words[0].isdigit() or lines[n].start in known:
            continue
        count, found = _pieces_at(lines, n)
        if found and _is_beside_title(lines, n, n + count):
            return [*lines[:n], _joined(lines[n : n + count], found), *lines[n + count :]]
    return list(lines)


def _pieces_at(lines: Sequence[Line], n: int) -> tuple[int, re.Match[str] | None]:
    """Give how many lines the day takes, with the hour below it, and its match; None for no day."""
    for count in (2, 3):
        words = "\n".join(line.words for line in lines[n : n + count])
        found = next((match for shape in PIECES if (match := shape.fullmatch(words))), None)
        if found:
            is_timed = n + count < len(lines) and CLOCK.fullmatch(lines[n + count].words)
            return count + bool(is_timed), found
    return 0, None


def _is_beside_title(lines: Sequence[Line], start: int, end: int) -> bool:
    """Say whether no list of numbers goes on round the pieces, and a line stands above or below that may be a title."""
    above = lines[start - 1].words if start else ""
    below = lines[end].words if end < len(lines) else ""
    is_listed = any(words[:1].isdigit() and len(words) <= PIECE_CHARS for words in (above, below))
    near = list(takewhile(lambda line: "。" not in line.words, lines[:start]))
    is_named = any(len(line.words) >= TITLE_CHARS for line in near) if len(near) == start else False
    return not is_listed and (is_named or (not start and len(below) >= TITLE_CHARS and "。" not in below))


def _joined(pieces: Sequence[Line], found: re.Match[str]) -> Line:
    words = f"{found['y']}-{int(found['m']):02d}-{int(found['d']):02d}"
    timed = pieces[-1].words if CLOCK.fullmatch(pieces[-1].words) else ""
    return Line(pieces[0].start, pieces[-1].end, pieces[-1].after, f"{words} {timed}".strip())
