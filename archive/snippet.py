"""Pieces of a report around what was searched for, cut from the original text by an offset map. No SQL here."""

import re
from collections.abc import Iterable, Iterator
from itertools import islice

from archive.bigrams import terms
from archive.fold import fold_with_offsets
from archive.folded import Folded
from archive.han import HAN

Piece = tuple[str, bool]
"""A stretch of the text, and whether it is a find."""
Span = tuple[int, int]

AROUND = 24
"""Characters of the text shown on each side of a place."""
PIECES = 3
"""Terms that get a piece of their own; all terms are marked in all pieces."""
LOOKED_THROUGH = 200_000
"""Characters of a text in which terms are looked for: a whole book; of a longer one its beginning is shown."""
TITLE_SHOWN = 300
"""Characters of a title that are shown: what is longer is no title."""
MARKS = ("«", "»")

# A run of Han characters, or of other letters and digits. Two classes that share nothing, possessive: linear.
_WORDS = re.compile(rf"[{HAN}]++|[^\W_{HAN}]++")


def snippet(text: str, query: str, *, marks: tuple[str, str] = MARKS) -> str:
    """Cut the places where a query's terms stand first, with marks around each find; the beginning where none does.

    One line: white space is folded for display only. Nothing is escaped: that is for whoever puts it into HTML.
    """
    return joined(pieces(text, query), marks)


def joined(found: tuple[Piece, ...], marks: tuple[str, str] = MARKS) -> str:
    """Write pieces as one text, with marks around each find."""
    return "".join(f"{marks[0]}{text}{marks[1]}" if is_find else text for text, is_find in found)


def pieces(text: str, query: str) -> tuple[Piece, ...]:
    """Cut the same places as `snippet` and give them in pieces: what is a find, and what stands round it."""
    folded = Folded(text[:LOOKED_THROUGH])
    places = [[folded.original(span) for span in found] for found in _places(folded.text, terms(query))]
    finds = sorted({span for found in places for span in found})
    if not finds:
        return _one_line([(_window(text, 0, 4 * AROUND), False)])
    firsts = sorted({found[0] for found in places if found})
    parts: list[Piece] = []
    for window in _windows(text, firsts[:PIECES]):
        parts += [(" ", False)] if parts else []
        parts += _marked(text, window, finds)
    return _one_line(parts)


def title_pieces(title: str, query: str) -> tuple[Piece, ...]:
    """Give a title in pieces, all of it as far as TITLE_SHOWN."""
    folded, offsets = fold_with_offsets(title[:TITLE_SHOWN])
    found = sorted({(offsets[start], offsets[end - 1] + 1) for spans in _places(folded, terms(query))
                    for start, end in spans})  # fmt: skip
    return _one_line(_marked(title, (0, min(len(title), TITLE_SHOWN)), found))


def _places(folded: str, wanted: tuple[str, ...]) -> list[list[Span]]:
    """Find every term in the folded text, at most 50 times each."""
    return [[match.span() for match in islice(_pattern(term).finditer(folded), 50)] for term in wanted]


def _pattern(term: str) -> re.Pattern[str]:
    # Between the words of a phrase the index knows no marks, so any few may stand there. The gaps are bounded and
    # possessive, the words literal: nothing is tried twice.
    words = map(re.escape, _WORDS.findall(term))
    return re.compile(r"[\W_]{0,8}+".join(words))


def _windows(text: str, spans: list[Span]) -> list[Span]:
    """Widen spans and join those that touch."""
    windows: list[Span] = []
    for start, end in spans:
        first, last = max(0, start - AROUND), min(len(text), end + AROUND)
        if windows and first <= windows[-1][1]:
            windows[-1] = (windows[-1][0], max(last, windows[-1][1]))
        else:
            windows.append((first, last))
    return windows


def _marked(text: str, window: Span, finds: list[Span]) -> Iterator[Piece]:
    """Give one window with its finds marked; a find that reaches into another one is marked as one with it."""
    at, last = window
    yield ("…" if at else "", False)
    for start, end in finds:
        if start < window[0] or end > last or end <= at:
            continue  # a find that the window cuts is no longer what was searched for
        first = max(at, start)
        yield (text[at:first], False)
        yield (text[first:end], True)
        at = end
    yield (text[at:last] + ("…" if last < len(text) else ""), False)


def _window(text: str, start: int, end: int) -> str:
    return text[start:end] + ("…" if end < len(text) else "")


def _one_line(parts: Iterable[Piece]) -> tuple[Piece, ...]:
    """Fold white space as if the pieces were one text, none of it marked at the edge of a find; no piece is empty."""
    shown: list[Piece] = []
    is_space_due = False
    for text, is_find in parts:
        words = " ".join(text.split())
        is_space_due = bool(shown) and (is_space_due or text[:1].isspace())
        if words:
            if is_space_due and is_find:
                shown.append((" ", False))
            shown.append((f" {words}" if is_space_due and not is_find else words, is_find))
            is_space_due = text[-1].isspace()
    return tuple(shown)
