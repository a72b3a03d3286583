"""A text with all that comparing it needs, each made at its first use: hashes, figures, items. Comparing: `compare`."""

from functools import cached_property, lru_cache
from typing import Final

import numpy as np

from archive.likeness.figures import Figures, figures_of
from archive.likeness.grams import (
    Flags,
    Numbers,
    Ordered,
    Places,
    across_masks,
    han_of,
    hashes_of,
    is_in,
    ordered,
    points_of,
)
from archive.likeness.sketch import Sketch, sketch_of
from archive.likeness.stops import RUN
from cleaners.split.finder import SPLIT, find_items
from cleaners.split.series import spans

_NO_STOPS: Final = np.zeros(0, dtype=np.uint64)


class Prepared:
    """One text; `stops` are hashes of runs that so many reports share that they tell nothing, ascending."""

    def __init__(self, text: str, stops: Numbers = _NO_STOPS) -> None:
        self.text = text
        self.stops = stops
        points = points_of(text)
        self.folded, self.places = han_of(points)
        self.runs = hashes_of(self.folded, RUN)
        self.by_value = ordered(self.runs)
        self.values, self.which = self.by_value.values, self.by_value.which
        blind = across_masks(points, self.places, RUN)
        telling = ~is_in(self.values, stops)[self.which]
        self.telling: Flags = telling if blind is None else telling & ~blind
        """Of each run: neither a stop-gram nor across a mask."""

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


@lru_cache(maxsize=512)
def _item_spans(text: str) -> tuple[tuple[int, int], ...]:
    """Give where the items of a compilation stand; remembered, for a collection is compared with each of its items."""
    found = find_items(text)
    if found.kind != SPLIT or found.series is None:
        return ()
    return tuple(spans(found.series.headings, len(text)))


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

    @cached_property
    def by_value(self) -> Ordered:
        """Give the runs by value."""
        return ordered(self.runs)

    @property
    def values(self) -> Numbers:
        """Give the hashes of the runs ascending, each once."""
        return self.by_value.values

    @property
    def which(self) -> Places:
        """Give for each run its place among the values."""
        return self.by_value.which


Runs = Prepared | Part
"""What can be compared."""
__all__ = ["RUN", "Part", "Places", "Prepared", "Runs"]
