"""A folded text that finds its way back: offsets are mapped only where somebody looks. No SQL here."""

import re
from bisect import bisect_right
from itertools import accumulate

from archive.fold import fold, fold_with_offsets

# Behind one of these marks a text may be cut: what folding joins or takes out has a Han character before it, and
# reaches over none of them. Stretches of two classes that share nothing, possessive: linear.
_STRETCH = re.compile("[^。，、；：！？]*+[。，、；：！？]++|[^。，、；：！？]++")
_LEAST = 128
"""Characters of a block: shorter ones cost more than they spare."""


class Folded:
    """A text and its fold, by blocks; the offsets of a block are made when a place in it is asked for."""

    def __init__(self, text: str) -> None:
        self._blocks = list(_blocks(text))
        folded = [fold(block) for block in self._blocks]
        self.text = "".join(folded)
        self._starts = [0, *accumulate(map(len, self._blocks))]
        self._folded_starts = [0, *accumulate(map(len, folded))]
        self._offsets: dict[int, list[int]] = {}

    def original(self, span: tuple[int, int]) -> tuple[int, int]:
        """Give where a place of the folded text stands in the original; a place has one character at least."""
        start, end = span
        return self._origin(start), self._origin(end - 1) + 1

    def _origin(self, offset: int) -> int:
        number = bisect_right(self._folded_starts, offset) - 1
        if number not in self._offsets:
            self._offsets[number] = fold_with_offsets(self._blocks[number])[1]
        return self._starts[number] + self._offsets[number][offset - self._folded_starts[number]]


def _blocks(text: str) -> list[str]:
    """Cut a text behind marks into blocks of some length, of which it is made."""
    blocks: list[str] = []
    gathered: list[str] = []
    size = 0
    for match in _STRETCH.finditer(text):
        gathered.append(match[0])
        size += len(match[0])
        if size >= _LEAST:
            blocks.append("".join(gathered))
            gathered, size = [], 0
    return [*blocks, "".join(gathered)] if gathered else blocks
