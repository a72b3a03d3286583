"""Hashes of texts that are not yet in the merged index, in memory: as arrays, for a dict takes eight times as much."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from archive.likeness.candidates import MOST_TEXTS, Finds, joined
from archive.likeness.grams import Numbers

_RECENT: Final = 8_192
"""Hashes that wait unsorted; sorting more at a time costs less, asking them one by one more."""
_LEVEL_TIMES: Final = 8
"""A run is joined with the next one while that is not so many times as long: each hash is sorted a few times in all."""


class Delta:
    """What was indexed after `seq`, up to its present value."""

    def __init__(self, seq: int) -> None:
        self.seq = seq
        self._recent: dict[int, list[int]] = {}
        self._waiting = 0
        self._runs: list[tuple[Numbers, NDArray[np.int64]]] = []

    def add(self, seq: int, text_id: int, hashes: Numbers) -> None:
        """Add a text; `seq` must be above those added before."""
        self.seq = seq
        for one in hashes.tolist():
            self._recent.setdefault(one, []).append(text_id)
        self._waiting += len(hashes)
        if self._waiting >= _RECENT:
            self._sort()

    def find(self, hashes: Numbers) -> Finds:
        """Look hashes up."""
        parts = [self._find_recent(hashes)]
        for ascending, owners in self._runs:
            first = ascending.searchsorted(hashes)
            first[first == len(ascending)] = 0
            known = np.flatnonzero(ascending[first] == hashes)  # most are not there: where they end is not looked for
            first = first[known]
            counts = ascending.searchsorted(hashes[known], side="right") - first
            is_few = counts <= MOST_TEXTS  # of a formula there are thousands
            few, counts = known[is_few], counts[is_few]
            parts.append(Finds(np.repeat(few, counts), owners[_ranges(first[is_few], counts)], known[~is_few]))
        return joined(parts)

    def _find_recent(self, hashes: Numbers) -> Finds:
        """Look hashes up among those that wait unsorted."""
        at: list[int] = []
        texts: list[int] = []
        formulae: list[int] = []
        recent = self._recent
        for place, one in enumerate(hashes.tolist() if recent else ()):
            if one in recent:
                held = recent[one]
                if len(held) > MOST_TEXTS:
                    formulae.append(place)
                else:
                    at += [place] * len(held)
                    texts += held
        return Finds(*(np.array(row, dtype=np.int64) for row in (at, texts, formulae)))

    def _sort(self) -> None:
        """Make a sorted run of what waits, and join runs of like length."""
        counts = [len(held) for held in self._recent.values()]
        hashes = np.repeat(np.fromiter(self._recent, dtype=np.uint64), counts)
        owners = np.array([text_id for held in self._recent.values() for text_id in held], dtype=np.int64)
        self._recent, self._waiting = {}, 0
        while self._runs and len(self._runs[-1][0]) < _LEVEL_TIMES * len(hashes):
            more, their_owners = self._runs.pop()
            hashes, owners = np.concatenate((hashes, more)), np.concatenate((owners, their_owners))
        order = np.argsort(hashes, kind="stable")
        self._runs.append((hashes[order], owners[order]))


def _ranges(first: NDArray[np.int64], counts: NDArray[np.int64]) -> NDArray[np.int64]:
    """Give the numbers from each `first` on, as many as its count, one after the other."""
    ends = np.cumsum(counts)
    total = int(ends[-1]) if len(ends) else 0
    found: NDArray[np.int64] = np.arange(total) + np.repeat(first - (ends - counts), counts)
    return found
