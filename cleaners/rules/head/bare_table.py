"""The values of the table of catalogue facts above an official document, in a list whose labels a dump lost.

With labels: `official_table`.
"""

from collections.abc import Sequence
from itertools import takewhile

from cleaners.regex import regex
from cleaners.rules.lines import Line, filled, is_sentence

INDEX = regex(r"[\dA-Z]{5,12}[-/]?(?:[\dA-Z]{1,4}[-/])?(?:\d{2}[-/])?\d{4}[-/]\d{3,7}")
"""`757135265/2022-00001`: how an index number is made: the office's code, the year, a number; bounded."""
DAY = regex(r"\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{4}年\d{1,2}月\d{1,2}日")
OFFICE = regex(r"[一-鿿]{2,24}(?:政府|委员会|局|办公室|厅|院|中心|联合会|办事处|处|部|委|会|站|所)")
DOTS = "•●▪◦"
TOP, LEAST, VALUE_CHARS = 4, 4, 60
"""Filled lines from the top among which such a list begins, the values it has at least, and their characters."""


def bare_rows(lines: Sequence[Line]) -> tuple[tuple[int, ...], tuple[tuple[str, str], ...]]:
    """Give the places of a list of values and what of it tells itself: number, office, a day all rows agree on.

    Both empty where the first value is no index number, or no day is among them.
    """
    places = filled(lines)
    start = next((n for n, at in enumerate(places[:TOP]) if INDEX.fullmatch(_value(lines[at].words))), None)
    if start is None:
        return (), ()
    rows = list(takewhile(lambda at: _is_row(lines[at].words), places[start:]))
    values = [_value(lines[at].words) for at in rows]
    days = {value for value in values if DAY.fullmatch(value)}
    if len(rows) < LEAST or not days:
        return (), ()
    office = next((value for value in values if OFFICE.fullmatch(value)), "")
    day = days.pop() if len(days) == 1 else ""
    named = (("索引号", values[0]), ("发布机构", office), ("发布日期", day))
    return tuple(rows), tuple(pair for pair in named if pair[1])


def _value(words: str) -> str:
    return words.lstrip(DOTS).strip() if words[:1] in DOTS else ""


def _is_row(words: str) -> bool:
    return words[:1] in DOTS and len(words) <= VALUE_CHARS and not is_sentence(words)
