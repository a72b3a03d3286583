"""Pieces of a report around what was searched for, cut from the original text by an offset map. No SQL here."""

import re
from itertools import islice

from archive.bigrams import terms
from archive.fold import fold_with_offsets
from archive.han import HAN

AROUND = 24
"""Characters of the text shown on each side of a place."""
PIECES = 3
"""Terms that get a piece of their own; all terms are marked in all pieces."""
MARKS = ("«", "»")

# A run of Han characters, or of other letters and digits. Two classes that share nothing, possessive: linear.
_WORDS = re.compile(rf"[{HAN}]++|[^\W_{HAN}]++")


def snippet(text: str, query: str, *, marks: tuple[str, str] = MARKS) -> str:
    """Cut the places where a query's terms stand first, with marks around each find; the beginning where none does.

    One line: white space is folded for display only. Nothing is escaped: that is for whoever puts it into HTML.
    """
    folded, offsets = fold_with_offsets(text)
    offsets.append(len(text))
    places = _places(folded, terms(query))
    finds = sorted({(offsets[start], offsets[end - 1] + 1) for found in places for start, end in found})
    if not finds:
        return _one_line(_window(text, 0, 4 * AROUND))
    firsts = sorted({(offsets[found[0][0]], offsets[found[0][1] - 1] + 1) for found in places if found})
    return " ".join(_marked(text, window, finds, marks) for window in _windows(text, firsts[:PIECES]))


def _places(folded: str, wanted: tuple[str, ...]) -> list[list[tuple[int, int]]]:
    """Find every term in the folded text, at most 50 times each."""
    return [[match.span() for match in islice(_pattern(term).finditer(folded), 50)] for term in wanted]


def _pattern(term: str) -> re.Pattern[str]:
    # Between the words of a phrase the index knows no marks, so any few may stand there. The gaps are bounded and
    # possessive, the words literal: nothing is tried twice.
    words = map(re.escape, _WORDS.findall(term))
    return re.compile(r"[\W_]{0,8}+".join(words))


def _windows(text: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Widen spans and join those that touch."""
    windows: list[tuple[int, int]] = []
    for start, end in spans:
        first, last = max(0, start - AROUND), min(len(text), end + AROUND)
        if windows and first <= windows[-1][1]:
            windows[-1] = (windows[-1][0], max(last, windows[-1][1]))
        else:
            windows.append((first, last))
    return windows


def _marked(text: str, window: tuple[int, int], finds: list[tuple[int, int]], marks: tuple[str, str]) -> str:
    """Write one window with its finds marked; a find that reaches into another one is marked as one with it."""
    at, last = window
    parts = ["…" if at else ""]
    for start, end in finds:
        if start < window[0] or end > last or end <= at:
            continue  # a find that the window cuts is no longer what was searched for
        first = max(at, start)
        parts += [text[at:first], marks[0], text[first:end], marks[1]]
        at = end
    parts += [text[at:last], "…" if last < len(text) else ""]
    return _one_line("".join(parts))


def _window(text: str, start: int, end: int) -> str:
    return text[start:end] + ("…" if end < len(text) else "")


def _one_line(text: str) -> str:
    return " ".join(text.split())
