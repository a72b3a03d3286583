"""Where two texts have words in common, to the character, and how much of each that is. What it makes them: `judge`.

For showing, not for deciding: every run that stands in both counts, formulae of the genre too, so that a paragraph that
was quoted is found where it stands.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from archive.likeness.prepared import RUN, Prepared

LEAST_RUNS: Final = 4
"""Runs in a row that must stand in both: eight Han characters; less than that any two reports have in common."""
MOST_PLACES: Final = 16
"""Places of one run in the other text that are looked at; what stands there more often says nothing of where."""
OVERLAP: Final = 0.5
"""Share of a piece that may lie in longer ones."""
APART: Final = 60
"""Han characters that may lie between two pieces of one stretch, in either text."""
Places = NDArray[np.int64]
Span = tuple[int, int]
_NOWHERE: Final = (0, 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shared:
    """What two texts have in common; shares are of the Han characters of each, spans in its characters."""

    share: float
    other_share: float
    han: int
    """Han characters of the longest stretch in common, what lies between its pieces left out."""
    telling: int = 0
    """Runs of that stretch that are no formulae."""
    span: Span = _NOWHERE
    """That stretch in the one text; (0, 0) where there is none."""
    other_span: Span = _NOWHERE


def shared(one: Prepared, other: Prepared) -> Shared:
    """Find what two texts have in common, in order: pieces close to each other in both texts are one stretch."""
    at, there, lengths = _pieces(one, other)
    if not len(at):
        return Shared(share=0.0, other_share=0.0, han=0)
    first, last = _longest(at, there, lengths)
    chosen = slice(first, last)
    start, other_start = int(at[chosen].min()), int(there[chosen].min())
    end, other_end = int((at + lengths)[chosen].max()), int((there + lengths)[chosen].max())
    pieces = zip(there[chosen].tolist(), lengths[chosen].tolist(), strict=True)
    telling = sum(int(other.telling[place : place + size - RUN + 1].sum()) for place, size in pieces)
    return Shared(
        share=_covered(at, lengths, len(one.places)), other_share=_covered(there, lengths, len(other.places)),
        han=round(_covered(there[chosen], lengths[chosen], len(other.places)) * len(other.places)),
        telling=telling, span=_in_chars(one, start, end), other_span=_in_chars(other, other_start, other_end),
    )  # fmt: skip


def _pieces(one: Prepared, other: Prepared) -> tuple[Places, Places, Places]:
    """Give the pieces in common by place in the other text: Han character in either text, and how many."""
    order = np.argsort(other.runs, kind="stable")
    ordered = other.runs[order]
    first = np.searchsorted(ordered, one.runs, side="left")
    counts = np.searchsorted(ordered, one.runs, side="right") - first
    counts[counts > MOST_PLACES] = 0
    at = np.repeat(np.arange(len(one.runs)), counts)
    begins = np.repeat(first - (np.cumsum(counts) - counts), counts)
    there = order[begins + np.arange(len(at))] if len(at) else np.zeros(0, dtype=np.int64)
    by_diagonal = np.lexsort((at, there - at))
    at, there = at[by_diagonal], there[by_diagonal]
    breaks = np.flatnonzero((np.diff(at) != 1) | (np.diff(there) != 1)) + 1
    starts = np.concatenate(([0], breaks)) if len(at) else np.zeros(0, dtype=np.int64)
    runs = np.diff(np.concatenate((starts, [len(at)])))
    kept = runs >= LEAST_RUNS
    at, there, lengths = at[starts[kept]], there[starts[kept]], runs[kept] + RUN - 1
    chosen = _apart(at, there, lengths, (len(one.places), len(other.places)))
    return at[chosen], there[chosen], lengths[chosen]


def _apart(at: Places, there: Places, lengths: Places, sizes: tuple[int, int]) -> Places:
    """Give the numbers of the pieces that lie beside each other in both texts, the long ones chosen first.

    What is said twice in a text has several places in the other, and all but one of them would tear a stretch.
    """
    taken, taken_there = np.zeros(sizes[0], dtype=np.bool_), np.zeros(sizes[1], dtype=np.bool_)
    kept: list[int] = []
    for number in np.lexsort((at, there, -lengths)).tolist():
        here, that = (slice(start[number], start[number] + lengths[number]) for start in (at, there))
        if taken[here].mean() <= OVERLAP and taken_there[that].mean() <= OVERLAP:
            taken[here] = taken_there[that] = True
            kept.append(number)
    chosen = np.array(kept, dtype=np.int64)
    ordered: Places = chosen[np.lexsort((at[chosen], there[chosen]))]
    return ordered


def _longest(at: Places, there: Places, lengths: Places) -> tuple[int, int]:
    """Give the pieces, first and past the last, of the stretch that has most characters."""
    ends, other_ends = at + lengths, there + lengths
    is_apart = (there[1:] - other_ends[:-1] > APART) | (np.abs(at[1:] - ends[:-1]) > APART)
    bounds = [0, *(np.flatnonzero(is_apart) + 1).tolist(), len(at)]
    sums = np.concatenate(([0], np.cumsum(lengths)))
    best = max(range(len(bounds) - 1), key=lambda number: int(sums[bounds[number + 1]] - sums[bounds[number]]))
    return bounds[best], bounds[best + 1]


def _covered(at: Places, lengths: Places, count: int) -> float:
    """Give the share of `count` characters that lie in any piece."""
    edges = np.zeros(count + 1, dtype=np.int64)
    np.add.at(edges, at, 1)
    np.add.at(edges, at + lengths, -1)
    return float((np.cumsum(edges)[:-1] > 0).mean()) if count else 0.0


def _in_chars(text: Prepared, start: int, end: int) -> Span:
    return int(text.places[start]), int(text.places[end - 1]) + 1
