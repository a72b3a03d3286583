"""Figures of a text by the Han characters that they stand between, so that two copies' figures can be compared.

A masked figure (`20XX年`) agrees with any, one that is missing with any; an enumerator is none.
"""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from archive.likeness.grams import Numbers, han_of, ordered, points_of
from cleaners.regex import regex

NONE, MASKED = 0, 1
"""What stands for no figure, and for one of which a part is masked."""
Figures = NDArray[np.uint64]
"""Before each Han character and behind the last: NONE, MASKED or a number that is the figures'."""

# A run of decimal digits of either width with the signs of a mask among them. One class, possessive: linear. A mask
# without a digit is caught too: it may stand for a whole figure.
_FIGURE: Final = regex(r"[\dXxＸｘ*＊×□○◯_＿?？]++")
# What stands round a number that counts a paragraph: `。1、`, `(2)`, `；3.`; in copies of half width `.1,`. A number
# in a list of numbers is taken for one too: what is not compared makes no edition.
_BEHIND_NUMBER: Final = frozenset("、.．,，)）】:：")
_BEFORE_NUMBER: Final = frozenset("。.．；;：:(（【,，、%％!！?？”\"")
_LONGEST_NUMBER: Final = 2
"""Digits of an enumerator."""
_HALF: Final = str.maketrans("０１２３４５６７８９", "0123456789")


def figures_of(text: str) -> Figures:
    """Give the figures between the Han characters of a text; those of one place are joined, what parts them is not.

    White space does not count: a wrapped line may end inside a figure.
    """
    bare = "".join(text.split())
    places = han_of(points_of(bare))[1]
    found = np.zeros(len(places) + 1, dtype=np.uint64)
    matches = [match for match in _FIGURE.finditer(bare) if not _is_enumerator(bare, match.start(), match[0])]
    if not matches:
        return found
    gaps = np.searchsorted(places, [match.start() for match in matches])
    words: dict[int, str] = {}
    for gap, match in zip(gaps.tolist(), matches, strict=True):
        words[gap] = words.get(gap, "") + match[0]
    found[list(words)] = [_number(signs) for signs in words.values()]
    return found


def _is_enumerator(text: str, start: int, signs: str) -> bool:
    """Say whether a short number counts a paragraph."""
    if len(signs) > _LONGEST_NUMBER or not signs.isdecimal():
        return False
    behind = text[start + len(signs) : start + len(signs) + 1]
    return behind in _BEHIND_NUMBER and (start == 0 or text[start - 1] in _BEFORE_NUMBER)


def _number(signs: str) -> int:
    """Give a number of 62 bits for figures as printed; MASKED where a sign of a mask is among them."""
    if not signs.isdecimal():
        return MASKED
    digits = signs.translate(_HALF)[-32:]
    return (int(digits) * 0x9E3779B97F4A7C15 + len(digits)) % (1 << 62) + 2


class _Sorted:
    """The runs of a text by their hashes: those that are equal stand together."""

    def __init__(self, runs: Numbers, figures: Figures, size: int) -> None:
        by_value = ordered(runs)
        self.order, self.starts, self.values = by_value.order, by_value.starts, by_value.values
        self.figures, self.size = figures, size

    def figure(self, inside: int) -> Figures:
        """Give for each hash the figure before the run's character of this number, where all its runs have the same.

        NONE elsewhere. Before the first character and behind the last one only at the very ends of the text.
        """
        found = self.figures[self.order + inside]
        if inside == 0:
            found = np.where(self.order == 0, found, NONE)
        elif inside == self.size:
            found = np.where(self.order == len(self.order) - 1, found, NONE)
        least, most = np.minimum.reduceat(found, self.starts), np.maximum.reduceat(found, self.starts)
        return np.where(least == most, least, np.uint64(NONE))


def differing(one: tuple[Numbers, Figures], other: tuple[Numbers, Figures], run: int) -> int:
    """Count the runs at which both texts have a figure, in the same words, and not the same one.

    Each side: hashes of its runs of `run` Han characters in order, and its figures. A run that occurs several times in
    a text counts where it has the same figure each time: else nobody knows which belong together.
    """
    if not len(one[0]) or not len(other[0]):
        return 0
    own, others = _Sorted(*one, run), _Sorted(*other, run)
    _, mine, theirs = np.intersect1d(own.values, others.values, assume_unique=True, return_indices=True)
    count = 0
    for inside in range(run + 1):
        here, there = own.figure(inside)[mine], others.figure(inside)[theirs]
        count += int(((here > MASKED) & (there > MASKED) & (here != there)).sum())
    return count
