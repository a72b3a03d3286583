"""The Han characters of a text as folded numbers, and hashes of the runs that they form. Nothing is compared here.

Script, width, wraps, punctuation, masks, pinyin and figures drop out in one look-up (reference: 160-385 MB a second,
all of s2t, s2tw and s2hk alike). What stands between two Han characters is asked for apart: `signs_between`.
"""

from dataclasses import dataclass
from functools import cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

from archive.fingerprint import MASKS_OF_HAN
from archive.han import is_han, variant_of

RULES = "grams-1"
"""Version of folding and hashing; sketches and stop-grams made with another one are of no use."""
Numbers = NDArray[np.uint64]
Places = NDArray[np.int64]
Flags = NDArray[np.bool_]

_BLOCKS: Final = ((0x3007, 0x3007), (0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFAD9), (0x20000, 0x323AF))
BEYOND: Final = 0x323B0
"""First number above all Han characters; what lies above is taken for it."""
_MASK_SIGNS: Final = "XxＸｘ*＊×□○◯_＿?？\ufffd" + "".join(MASKS_OF_HAN)
_STEP: Final = np.uint64(0x9E3779B97F4A7C15)
_MIXERS: Final = (np.uint64(0xBF58476D1CE4E5B9), np.uint64(0x94D049BB133111EB))
"""An odd number for the rolling sum, and those of splitmix64's last step, which spreads it over all bits."""


@cache
def _folding() -> NDArray[np.uint32]:
    """Give the folded character of each code point; 0 for what is no Han character, and for masks."""
    table = np.zeros(BEYOND + 1, dtype=np.uint32)
    for first, last in _BLOCKS:
        table[first : last + 1] = np.arange(first, last + 1)
    for one, other in variant_of().items():
        if is_han(one):
            table[ord(one)] = ord(other)
    table[[ord(mask) for mask in MASKS_OF_HAN]] = 0
    return table


@cache
def _masks() -> Flags:
    """Say of each code point whether it is a sign that stands for left-out or lost characters."""
    table = np.zeros(BEYOND + 1, dtype=np.bool_)
    table[[ord(sign) for sign in _MASK_SIGNS]] = True
    return table


def points_of(text: str) -> NDArray[np.uint32]:
    """Give the code points of a text, those above all Han characters as one."""
    raw = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    return np.minimum(raw, BEYOND)


def han_of(points: NDArray[np.uint32]) -> tuple[NDArray[np.uint32], Places]:
    """Give the folded Han characters of a text, and where each stands in it."""
    folded = _folding()[points]
    places = np.flatnonzero(folded)
    return folded[places], places


def hashes_of(folded: NDArray[np.uint32], size: int) -> Numbers:
    """Give a hash of 64 bits for each run of `size` characters, in order; empty for a text of fewer."""
    count = len(folded) - size + 1
    if count <= 0:
        return np.zeros(0, dtype=np.uint64)
    wide = folded.astype(np.uint64)
    sums = np.zeros(count, dtype=np.uint64)
    for offset in range(size):
        sums = sums * _STEP + wide[offset : offset + count]
    sums ^= sums >> np.uint64(30)
    sums *= _MIXERS[0]
    sums ^= sums >> np.uint64(27)
    sums *= _MIXERS[1]
    sums ^= sums >> np.uint64(31)
    return sums


def across_masks(points: NDArray[np.uint32], places: Places, size: int) -> Flags | None:
    """Say of each run of `size` Han characters whether a mask stands between its ends; None in a text without masks.

    Such a run joins words that had others between them: it can be found in no text that has those.
    """
    masks = _masks()[points]
    count = len(places) - size + 1
    if count <= 0 or not masks.any():
        return None
    before = np.concatenate(([0], np.cumsum(masks)))
    found: Flags = before[places[size - 1 :]] > before[places[:count]]
    return found


def distinct(hashes: Numbers) -> Numbers:
    """Give the hashes ascending, each once; a sixth of what numpy's own `unique` takes, which makes a table first."""
    ascending = np.sort(hashes)
    if len(ascending) < 2:
        return ascending
    first = np.concatenate(([True], ascending[1:] != ascending[:-1]))
    found: Numbers = ascending[first]
    return found


@dataclass(frozen=True, slots=True)
class Ordered:
    """Hashes of the runs of a text, by value."""

    values: Numbers
    """Ascending, each once."""
    which: Places
    """For each run its place among the values."""
    order: Places
    """The runs by value, those of one value in the order of the text."""
    starts: Places
    """For each value its first place in `order`."""


_INDEX_BITS: Final = 20


def ordered(hashes: Numbers) -> Ordered:
    """Put hashes in order; a quarter of what `argsort` takes: place and upper bits are sorted as one number."""
    order = _order(hashes)
    arranged = hashes[order]
    first = np.ones(len(hashes), dtype=np.bool_)
    np.not_equal(arranged[1:], arranged[:-1], out=first[1:])
    starts = np.flatnonzero(first)
    which = np.empty(len(hashes), dtype=np.int64)
    which[order] = np.cumsum(first) - 1
    return Ordered(arranged[starts], which, order, starts)


def _order(hashes: Numbers) -> Places:
    """Give the places of the hashes, ascending by hash, equal ones by place."""
    if len(hashes) < 1 << _INDEX_BITS:
        places = np.uint64((1 << _INDEX_BITS) - 1)
        packed = np.sort((hashes & ~places) | np.arange(len(hashes), dtype=np.uint64))
        order = (packed & places).astype(np.int64)
        arranged = hashes[order]
        if bool((arranged[1:] >= arranged[:-1]).all()):  # else two that differ in the lower bits alone
            return order
    return np.argsort(hashes, kind="stable")


class Lookup:
    """Distinct hashes to look others up in: the upper bits of a hash say where to look.

    What is looked up need not be sorted: of a long text, that would take most of the time.
    """

    def __init__(self, ascending: Numbers) -> None:
        self.ascending = ascending
        bits = min(_MOST_TABLE_BITS, len(ascending).bit_length() + 2)
        self._shift = np.uint64(64 - bits)
        self._guarded = np.append(ascending, np.uint64(2**64 - 1))
        self._first = np.full(1 << bits, -1, dtype=np.int32)
        self._first[(ascending >> self._shift)[::-1]] = np.arange(len(ascending) - 1, -1, -1)  # the last one stays

    def __len__(self) -> int:
        return len(self.ascending)

    def find(self, hashes: Numbers) -> tuple[Places, Places]:
        """Give the places of those hashes that are there, ascending, and the place of each among the ascending ones."""
        at = self._first[hashes >> self._shift]
        likely = np.flatnonzero(at >= 0)
        at, wanted = at[likely], hashes[likely]
        behind = np.flatnonzero(self._guarded[at] < wanted)
        while len(behind):  # few share their upper bits
            at[behind] += 1
            behind = behind[self._guarded[at[behind]] < wanted[behind]]
        is_there = (self._guarded[at] == wanted) & (at < len(self.ascending))
        return likely[is_there], at[is_there]

    def holds(self, hashes: Numbers) -> Flags:
        """Say of each hash whether it is there."""
        found = np.zeros(len(hashes), dtype=np.bool_)
        found[self.find(hashes)[0]] = True
        return found


_MOST_TABLE_BITS: Final = 20
"""A table is four to eight times as long as what it leads to, 4 MB at most."""


def is_in(hashes: Numbers, ascending: Numbers) -> Flags:
    """Say of each hash whether it is in an ascending array."""
    if not len(ascending):
        return np.zeros(len(hashes), dtype=np.bool_)
    at = np.searchsorted(ascending, hashes)
    at[at == len(ascending)] = 0
    found: Flags = ascending[at] == hashes
    return found
