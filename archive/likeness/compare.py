"""How much of each of two texts is found in the other, and in what shape. What that makes them: `judge`.

Containment over runs of five Han characters, not similarity: an excerpt is all there, a compilation holds all of its
items (reference, section 0). What a copy lost (masks, changed words) lies scattered; what another report of the same
template has of its own comes in whole sentences. So the shape of what is missing tells them apart where shares do not.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np

from archive.likeness.grams import Flags
from archive.likeness.prepared import Runs

SPARE, SLACK = 1.3, 200
"""Of a text that is much longer, only the stretch of so many times the shorter one's length, and so many runs more, is
looked at: formulae that are found all over a collection of seventeen reports prove nothing."""
_WINDOW: Final = 30
"""Runs over which the share of found ones is taken to say where what is common begins and ends."""
_DENSE, _SPARSE = 0.4, 0.2
LONG_GAP: Final = 20
"""Runs in a row that are not found: a changed word costs five to twelve, another sentence twenty and more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One text of a pair; counts are of telling runs (neither stop-grams nor across a mask)."""

    runs: int
    share: float
    """Found in the other, 0 to 1."""
    core: float
    """Share of the text between the first and the last stretch that is found."""
    foreign: float
    """Share of that core which lies in long gaps."""
    before: int
    """Runs before the first stretch that is found densely; behind: after the last one."""
    behind: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Likeness:
    """Two texts compared."""

    one: Side
    other: Side

    @property
    def best(self) -> Side:
        """Give the side of which more is found in the other."""
        return self.one if self.one.share >= self.other.share else self.other


def compare(one: Runs, other: Runs) -> Likeness:
    """Compare two texts; of one that is much longer only the stretch that has most in common counts."""
    if len(one.runs) >= len(other.runs):
        found, found_other = in_common(one, other)
        return Likeness(one=_side(one, found), other=_side(other, found_other))
    found_other, found = in_common(other, one)
    return Likeness(one=_side(one, found), other=_side(other, found_other))


def in_common(longer: Runs, shorter: Runs) -> tuple[Flags, Flags]:
    """Say of each run of two texts whether it is telling and stands in the other, within one stretch of the longer."""
    place = np.searchsorted(longer.values, shorter.values)
    place[place == len(longer.values)] = 0
    shared = longer.values[place] == shorter.values if len(longer.values) else np.zeros(len(place), dtype=np.bool_)
    there = np.zeros(len(longer.values), dtype=np.bool_)
    there[place[shared]] = True
    found = there[longer.which] & longer.telling
    stretch = _stretch(found, len(shorter.runs))
    if stretch is not None:
        found = _within(found, stretch)
        inside = np.zeros(len(longer.values), dtype=np.bool_)
        inside[longer.which[stretch]] = True
        shared = shared & inside[place]
    return found, shared[shorter.which] & shorter.telling


def _stretch(found: Flags, shorter: int) -> slice | None:
    """Give the stretch of a long text that holds most of what is common; None where the lengths are alike."""
    size = int(shorter * SPARE) + SLACK
    at = np.flatnonzero(found)
    if len(found) <= size * 3 // 2 or not len(at):
        return None
    counts = np.searchsorted(at, at + size) - np.arange(len(at))
    start = int(at[int(np.argmax(counts))])
    return slice(start, start + size)


def _within(found: Flags, stretch: slice) -> Flags:
    kept = np.zeros_like(found)
    kept[stretch] = found[stretch]
    return kept


def _side(side: Runs, found: Flags) -> Side:
    hits = found[side.telling]
    runs = len(hits)
    if not runs:
        return Side(runs=0, share=0.0, core=0.0, foreign=1.0, before=0, behind=0)
    share = float(hits.mean())
    (first, last), (dense_first, dense_last) = _extents(hits, (_SPARSE, _DENSE))
    return Side(
        runs=runs, share=share, core=(last - first) / runs, foreign=_foreign(hits[first:last]),
        before=dense_first, behind=runs - dense_last,
    )  # fmt: skip


def _extents(hits: Flags, shares: tuple[float, float]) -> list[tuple[int, int]]:
    """Give for each share where the first window with so many found runs begins, the last one ends; (n, n) for none."""
    runs = len(hits)
    window = min(_WINDOW, max(1, runs // 2))
    sums = np.zeros(runs + 1, dtype=np.int32)
    np.cumsum(hits, out=sums[1:])
    counts = sums[window:] - sums[:-window]
    return [_ends(counts >= share * window, window, runs) for share in shares]


def _ends(dense: Flags, window: int, runs: int) -> tuple[int, int]:
    """Give where the first dense window begins and the last one ends."""
    first = int(dense.argmax())
    return (first, len(dense) - 1 - int(dense[::-1].argmax()) + window) if dense[first] else (runs, runs)


def _foreign(core: Flags) -> float:
    """Give the share of a core that lies in long gaps."""
    if not len(core):
        return 1.0
    at = np.flatnonzero(np.concatenate(([True], core, [True])))
    gaps = np.diff(at) - 1
    return float(gaps[gaps >= LONG_GAP].sum() / len(core))
