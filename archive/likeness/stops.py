"""Stop-grams: runs of five Han characters that so many reports share that they tell nothing. Learning: `stop_grams`.

A new archive begins with the frozen formulae of `archive/data`; what it learns itself is added to them.
"""

from functools import cache

import numpy as np

from archive.han import lines_of_table
from archive.likeness.grams import Lookup, Numbers, distinct, han_of, hashes_of, points_of

RUN = 5
"""Han characters of a run that is compared: short enough that a re-worded copy keeps most of them."""


@cache
def starter() -> Numbers:
    """Give the stop-grams that every archive begins with, ascending."""
    phrases = (hashes_of(han_of(points_of(line))[0], RUN) for line in lines_of_table("formulae.txt"))
    return distinct(np.concatenate(list(phrases)))


def with_starter(learned: Numbers) -> Lookup:
    """Give learned stop-grams together with those that every archive begins with."""
    return Lookup(distinct(np.concatenate((learned, starter()))))


def is_learned(stops: Lookup) -> bool:
    """Say whether stop-grams hold any that an archive learned itself."""
    return len(stops) > len(starter())
