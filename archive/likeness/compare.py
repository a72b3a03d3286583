"""How much of each of two texts is found in the other, and in what shape. What that makes them: `judge`.

Containment over runs of five Han characters, not similarity: an excerpt is all there, a compilation holds all of its
items (reference, section 0). What a copy lost (masks, changed words) lies scattered; what another report of the same
template has of its own comes in whole sentences. So the shape of what is missing tells them apart where shares do not.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np

from archive.likeness.grams import Flags, Places
from archive.likeness.prepared import Part, Prepared, Runs

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


@dataclass(frozen=True, slots=True)
class Pair:
    """Two texts and the runs that they have in common, looked up once; one of them may be an item of the longer."""

    one: Runs
    other: Prepared
    at: Places
    """Runs of the one that are in common, ascending."""
    values: Places
    """The place of each among the other's runs by value."""

    def part(self, item: Part) -> "Pair":
        """Give the pair of an item of the one with the other."""
        first, last = self.at.searchsorted((item.first, item.first + len(item.runs)))
        return Pair(item, self.other, self.at[first:last] - item.first, self.values[first:last])

    def found(self) -> tuple[Flags, Flags]:
        """Say of each run of both whether it is telling and stands in the other, within one stretch of the longer."""
        found, shared = flags(len(self.one.runs), self.at), self._shared(self.values)
        if len(self.one.runs) >= len(self.other.runs):
            stretch = _stretch(found & self.one.telling, len(self.other.runs))
            if stretch is not None:
                found = _within(found, stretch)
                first, last = self.at.searchsorted((stretch.start, stretch.stop))
                shared = self._shared(self.values[first:last])
        else:
            stretch = _stretch(shared & self.other.telling, len(self.one.runs))
            if stretch is not None:
                shared = _within(shared, stretch)
                inside = flags(len(self.other.lookup), self.other.by_value.which[stretch])
                found = flags(len(self.one.runs), self.at[inside[self.values]])
        return found & self.one.telling, shared & self.other.telling

    def _shared(self, values: Places) -> Flags:
        return flags(len(self.other.lookup), values)[self.other.by_value.which]

    def likeness(self) -> Likeness:
        """Compare them; of one that is much longer only the stretch that has most in common counts."""
        found, shared = self.found()
        return Likeness(one=_side(self.one, found), other=_side(self.other, shared))


def flags(size: int, places: Places) -> Flags:
    """Give so many flags of which those at these places are True."""
    found = np.zeros(size, dtype=np.bool_)
    found[places] = True
    return found


def pair_of(one: Prepared, other: Prepared) -> Pair:
    """Look up what two texts have in common: the longer one's runs among the shorter one's, which have to be sorted."""
    longer, shorter = (one, other) if len(one.runs) >= len(other.runs) else (other, one)
    return Pair(longer, shorter, *shorter.lookup.find(longer.runs))


def compare(one: Prepared, other: Prepared) -> Likeness:
    """Compare two texts."""
    return in_order(pair_of(one, other), one)


def in_order(pair: Pair, one: Prepared) -> Likeness:
    """Compare a pair and put this text's side first."""
    found = pair.likeness()
    return found if pair.one is one else Likeness(one=found.other, other=found.one)


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
