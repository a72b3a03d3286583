"""A text with all that comparing it needs, each made at its first use: hashes, figures, items. Comparing: `compare`."""

from functools import cached_property
from hashlib import blake2b
from typing import Final

import numpy as np

from archive.likeness.figures import Figures, figures_of
from archive.likeness.grams import (
    Flags,
    Lookup,
    Ordered,
    Places,
    across_masks,
    han_of,
    hashes_of,
    ordered,
    points_of,
)
from archive.likeness.sketch import Sketch, sketch_of
from archive.likeness.stops import RUN
from cleaners.split.finder import SPLIT, find_items
from cleaners.split.series import spans

_NO_STOPS: Final = Lookup(np.zeros(0, dtype=np.uint64))


class Prepared:
    """One text; `stops` are hashes of runs that so many reports share that they tell nothing."""

    def __init__(self, text: str, stops: Lookup = _NO_STOPS) -> None:
        self.text = text
        self.stops = stops
        points = points_of(text)
        self.folded, self.places = han_of(points)
        self.runs = hashes_of(self.folded, RUN)
        blind = across_masks(points, self.places, RUN)
        telling = ~stops.holds(self.runs)
        self.telling: Flags = telling if blind is None else telling & ~blind
        """Of each run: neither a stop-gram nor across a mask."""

    @cached_property
    def by_value(self) -> Ordered:
        """Give the runs by value."""
        return ordered(self.runs)

    @cached_property
    def lookup(self) -> Lookup:
        """Give the runs to look others up in."""
        return Lookup(self.by_value.values)

    @cached_property
    def sketch(self) -> Sketch:
        """Give the text's sketch."""
        return sketch_of(self.folded)

    @cached_property
    def figures(self) -> Figures:
        """Give the figures that stand between the Han characters."""
        return figures_of(self.text)

    @cached_property
    def items(self) -> tuple["Part", ...]:
        """Give the reports that a compilation holds; empty for an ordinary text."""
        return tuple(Part(self, start, end) for start, end in _item_spans(self.text))


def _item_spans(text: str) -> tuple[tuple[int, int], ...]:
    """Give where the items of a compilation stand; remembered, for a collection is compared with each of its items."""
    digest = blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).digest()
    found = _spans_of.get(digest)
    if found is None:
        while len(_spans_of) >= _REMEMBERED:
            del _spans_of[next(iter(_spans_of))]
        found = _spans_of[digest] = _found_spans(text)
    return found


def _found_spans(text: str) -> tuple[tuple[int, int], ...]:
    found = find_items(text)
    if found.kind != SPLIT or found.series is None:
        return ()
    return tuple(spans(found.series.headings, len(text)))


_REMEMBERED: Final = 50_000
"""Texts of which is remembered where their items stand: some 200 bytes each, of a collection more."""
_spans_of: dict[bytes, tuple[tuple[int, int], ...]] = {}


class Part:
    """The runs of a stretch of a text, under the names that `Prepared` has for them."""

    def __init__(self, whole: Prepared, start: int, end: int) -> None:
        self.start, self.end = start, end
        """In characters of the whole text."""
        first, last = np.searchsorted(whole.places, (start, end))
        self.first = int(first)
        self.whole = whole
        last = max(int(first), int(last) - RUN + 1)
        self.runs = whole.runs[first:last]
        self.telling = whole.telling[first:last]


Runs = Prepared | Part
"""What can be compared."""
__all__ = ["RUN", "Part", "Places", "Prepared", "Runs"]
