"""A chapter's facts that a reader's application prints as a list above its title: book, author, length, day.

`- 某某文集`, `- 某局机关党委`, `- 8968字`, `- 2021-10-22 18:42:08`, and the title below without a mark (realtext,
family 9). Taken: `bylines`; facts: `dump.journal_facts`.
"""

from collections.abc import Mapping, Sequence
from itertools import takewhile

from cleaners.regex import regex
from cleaners.rules.head.head_repeats import is_person
from cleaners.rules.head.paper_heads import is_office
from cleaners.rules.head.record_lines import record_lines
from cleaners.rules.lines import ENUMERATOR, Line, is_sentence
from cleaners.rules.title.title_forms import is_title_like

DOTS = "-•·●▪*–—"
MOST, ENTRY_CHARS = 6, 40
"""Entries of such a list at most, and the characters of each."""
LENGTH = regex(r"(?:\d{2,7}|\d{1,3},\d{3})\s?字")
DAY = regex(r"\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?:\s{1,3}\d{1,2}:\d{2}(?::\d{2})?)?")


def listed_facts(lines: Sequence[Line]) -> tuple[tuple[Line, str, str], ...]:
    """Give the filled lines of the list at the very top with the label and the value of each; empty for no such list.

    It must state a length and a day, and a title stands right above it or below it. A label is empty where nothing
    tells it. Without a list, the lines of a data base's record.
    """
    if len(lines) > 1 and lines[1].words[0] in DOTS and is_title_like(lines[0].words):
        return _facts_of(lines[1:], is_headed=True) or record_lines(lines)
    if not lines or lines[0].words[0] not in DOTS:
        return record_lines(lines)
    return _facts_of(lines, is_headed=False)


def _facts_of(lines: Sequence[Line], *, is_headed: bool) -> tuple[tuple[Line, str, str], ...]:
    """Give the rows of a list that begins on the first of some lines; a title stands above it or below it."""
    rows = list(takewhile(lambda line: line.words[0] == lines[0].words[0], lines[: MOST + 1]))
    values = [line.words[1:].strip() for line in rows]
    length = next((n for n, value in enumerate(values) if LENGTH.fullmatch(value)), -1)
    day = next((n for n, value in enumerate(values) if DAY.fullmatch(value)), -1)
    if len(rows) > MOST or min(length, day) < 0 or not all(map(_is_entry, values)):
        return ()
    if len(lines) <= len(rows) or not (is_headed or is_title_like(lines[len(rows)].words)):
        return ()
    labels = {length: "字数", day: "时间"} | _named({n: one for n, one in enumerate(values) if n not in (length, day)})
    return tuple((line, labels.get(n, ""), value) for n, (line, value) in enumerate(zip(rows, values, strict=True)))


def _named(values: Mapping[int, str]) -> dict[int, str]:
    """Give labels of the entries that are names: the last office or person wrote it, what stands above is the book."""
    author = next((n for n in reversed(tuple(values)) if is_office(values[n]) or is_person(values[n])), None)
    named = {} if author is None else {author: "作者"}
    return named | ({min(values): "来源"} if len(values) == len("书人") and author != min(values) else {})


def _is_entry(value: str) -> bool:
    return 0 < len(value) <= ENTRY_CHARS and not is_sentence(value) and not ENUMERATOR.match(value)
