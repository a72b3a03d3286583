"""Figures of a text by the Han characters that they stand between, so that two copies' figures can be compared.

A masked figure (`20XX年`) agrees with any, one that is missing with any; an enumerator is none.
"""

import unicodedata
from functools import cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

from archive.fingerprint import MASKS_OF_HAN
from archive.likeness.grams import BEYOND, Flags, Numbers, Ordered, Places, han_of, is_in, points_of

NONE, MASKED = 0, 1
"""What stands for no figure, and for one of which a part is masked."""
Figures = NDArray[np.uint64]
"""Before each Han character and behind the last: NONE, MASKED or a number that is the figures'."""

_OTHER, _SPACE, _SIGN, _ZERO = 0, 1, 2, 3
"""What a character is here: of no account, white space, a sign of a mask, or a digit (its value added to _ZERO)."""
_SIGNS: Final = "XxＸｘ*＊×□○◯_＿?？\ufffd" + "".join(MASKS_OF_HAN)
"""A sign without a digit counts too: it may stand for a whole figure."""
_STREWN: Final = ("So", "Mn", "Cf")
"""Categories of pictures and of what joins them: strewn over a copy they part no figure and hide no enumerator."""
# What stands round a number that counts a paragraph: `。1、`, `(2)`, `；3.`; in copies of half width `.1,`. A number
# in a list of numbers is taken for one too: what is not compared makes no edition.
_BEHIND_NUMBER: Final = "、.．,，)）】:："
_BEFORE_NUMBER: Final = "。.．；;：:(（【,，、%％!！?？”\""
_LONGEST_NUMBER: Final = 2
"""Digits of an enumerator."""
_LONGEST_FIGURE: Final = 4096
"""Digits of a figure whose order counts."""


@cache
def _classes() -> NDArray[np.uint8]:
    """Give the class of each code point that `points_of` may give; decimal digits are those of any script."""
    table = np.zeros(BEYOND + 1, dtype=np.uint8)
    for point in range(len(table)):
        character = chr(point)
        if character.isspace() or unicodedata.category(character) in _STREWN:
            table[point] = _SPACE
        elif character.isdecimal():
            table[point] = _ZERO + unicodedata.decimal(character)
    table[[ord(sign) for sign in _SIGNS]] = _SIGN
    return table


@cache
def _beside(signs: str) -> Flags:
    """Say of each code point whether it is one of these signs."""
    table = np.zeros(BEYOND + 1, dtype=np.bool_)
    table[[ord(sign) for sign in signs]] = True
    return table


@cache
def _powers() -> Numbers:
    """Give the factors of the digits of a figure, by their places in it."""
    factors = np.full(_LONGEST_FIGURE, 0x9E3779B97F4A7C15, dtype=np.uint64)
    return np.cumprod(factors, dtype=np.uint64)


def figures_of(text: str) -> Figures:
    """Give the figures between the Han characters of a text; those of one place are joined, what parts them is not.

    White space does not count: a wrapped line may end inside a figure.
    """
    points = points_of(text)
    classes = _classes()[points]
    if _SPACE in classes:
        points, classes = points[classes != _SPACE], classes[classes != _SPACE]
    places = han_of(points)[1]
    found = np.zeros(len(places) + 1, dtype=np.uint64)
    signs = np.flatnonzero(classes >= _SIGN)
    signs = signs[~_are_enumerators(points, classes, signs)]
    if not len(signs):
        return found
    gaps = np.searchsorted(places, signs)
    starts = np.flatnonzero(np.concatenate(([True], gaps[1:] != gaps[:-1])))
    found[gaps[starts]] = _numbers(classes[signs], starts)
    return found


def _are_enumerators(points: NDArray[np.uint32], classes: NDArray[np.uint8], signs: Places) -> Flags:
    """Say of each digit or sign whether it belongs to a short number that counts a paragraph."""
    if not len(signs):
        return np.zeros(0, dtype=np.bool_)
    first = np.flatnonzero(np.concatenate(([True], np.diff(signs) != 1)))
    sizes = np.diff(np.append(first, len(signs)))
    starts, ends = signs[first], signs[first] + sizes
    padded = np.append(points, np.uint32(0))
    is_one = (sizes <= _LONGEST_NUMBER) & (np.minimum.reduceat(classes[signs], first) >= _ZERO)
    is_one &= _beside(_BEHIND_NUMBER)[padded[ends]] & ((starts == 0) | _beside(_BEFORE_NUMBER)[padded[starts - 1]])
    return np.repeat(is_one, sizes)


def _numbers(classes: NDArray[np.uint8], starts: Places) -> Numbers:
    """Give a number above MASKED for each figure, from its digits; MASKED where a sign of a mask is among them."""
    sizes = np.diff(np.append(starts, len(classes)))
    inside = np.arange(len(classes)) - np.repeat(starts, sizes)
    parts = (classes.astype(np.uint64) + np.uint64(1)) * _powers()[inside % _LONGEST_FIGURE]
    numbers = np.add.reduceat(parts, starts) | np.uint64(1 << 63)
    return np.where(np.minimum.reduceat(classes, starts) == _SIGN, np.uint64(MASKED), numbers)


def differing(one: tuple[Ordered, Figures], other: tuple[Ordered, Figures], run: int) -> int:
    """Count the runs at which both texts have a figure, in the same words, and not the same one.

    Each side: its runs of `run` Han characters by their hashes, and its figures. A run that occurs several times in a
    text counts where it has the same figure each time: else nobody knows which belong together.
    """
    shared = _beside_figures(*one, run)
    shared = shared[is_in(shared, _beside_figures(*other, run))]
    if not len(shared):
        return 0
    here, there = _figures_at(*one, shared, run), _figures_at(*other, shared, run)
    return int(((here > MASKED) & (there > MASKED) & (here != there)).sum())


def _beside_figures(runs: Ordered, figures: Figures, run: int) -> Numbers:
    """Give the distinct runs that stand at a figure somewhere, ascending."""
    before = np.zeros(len(figures) + 1, dtype=np.int32)
    np.cumsum(figures > MASKED, out=before[1:])
    count = len(runs.which)
    near = np.zeros(len(runs.values), dtype=np.bool_)
    near[runs.which[before[run + 1 : run + 1 + count] > before[:count]]] = True
    return runs.values[near]


def _figures_at(runs: Ordered, figures: Figures, shared: Numbers, run: int) -> NDArray[np.uint64]:
    """Give for each of these runs the figure before each of its characters and behind it, the same all over the text.

    NONE where it is not. Before the first character and behind the last one only at the very ends of the text.
    """
    at = np.searchsorted(runs.values, shared)
    starts = runs.starts[at]
    sizes = np.append(runs.starts, len(runs.order))[at + 1] - starts
    firsts = np.cumsum(sizes) - sizes
    places = runs.order[np.arange(int(sizes.sum())) + np.repeat(starts - firsts, sizes)]
    found = figures[places[None, :] + np.arange(run + 1)[:, None]]
    found[0, places != 0] = NONE
    found[run, places != len(runs.order) - 1] = NONE
    least, most = np.minimum.reduceat(found, firsts, axis=1), np.maximum.reduceat(found, firsts, axis=1)
    return np.where(least == most, least, np.uint64(NONE))
