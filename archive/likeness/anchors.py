"""Anchors: runs of symbols that two rows have once each, the heaviest chain of them, and what moved. Pure, numpy."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

GRAM = 8
"""Symbols of an anchor: shorter ones recur in the phrases of the genre."""
MOVED = 16
"""Symbols of the shortest run that counts as moved: about a sentence."""

Codes = npt.NDArray[np.uint32]
Places = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Block:
    """`size` symbols from `one` in the one row and from `other` in the other, which are equal."""

    one: int
    other: int
    size: int


def codes_of(row: str) -> Codes:
    """Give the code of each symbol."""
    return np.frombuffer(row.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)


def runs_of(one: Codes, other: Codes) -> list[Block]:
    """Give runs of `GRAM` symbols and more that both rows have, from grams that each has once; in order of the one."""
    grams, places = _single_grams(one)
    other_grams, other_places = _single_grams(other)
    _, mine, theirs = np.intersect1d(grams, other_grams, assume_unique=True, return_indices=True)
    order = np.argsort(places[mine])
    starts, others = places[mine][order], other_places[theirs][order]
    if not len(starts):
        return []
    breaks = np.flatnonzero((np.diff(starts - others) != 0) | (np.diff(starts) > GRAM)) + 1
    firsts, lasts = np.append(0, breaks), np.append(breaks, len(starts)) - 1
    found = (
        Block(int(starts[first]), int(others[first]), int(starts[last] - starts[first]) + GRAM)
        for first, last in zip(firsts, lasts, strict=True)
    )
    return [block for block in found if np.array_equal(
        one[block.one : block.one + block.size], other[block.other : block.other + block.size]
    )]  # fmt: skip


def _single_grams(codes: Codes) -> tuple[npt.NDArray[np.uint64], Places]:
    """Give the hashes of the grams that a row has once, and where."""
    count = len(codes) - GRAM + 1
    if count <= 0:
        return np.empty(0, np.uint64), np.empty(0, np.int64)
    wide = codes.astype(np.uint64)
    hashes = np.zeros(count, np.uint64)
    for step in range(GRAM):
        hashes = hashes * np.uint64(0x9E3779B97F4A7C15) + wide[step : step + count]
    grams, places, counts = np.unique(hashes, return_index=True, return_counts=True)
    return grams[counts == 1], places[counts == 1]


def heaviest(blocks: Sequence[Block]) -> list[Block]:
    """Give the chain of blocks, ascending in both rows, that holds the most symbols; overlaps are cut off."""
    order = sorted({block.other for block in blocks})
    rank = {other: number for number, other in enumerate(order, start=1)}
    tree: list[tuple[int, int]] = [(0, -1)] * (len(order) + 1)  # best weight and its last block, by rank
    before: list[int] = []
    for number, block in enumerate(blocks):
        best, at = (0, -1), rank[block.other] - 1
        while at > 0:
            best, at = max(best, tree[at]), at & (at - 1)
        before.append(best[1])
        reached, at = (best[0] + block.size, number), rank[block.other]
        while at < len(tree):
            tree[at], at = max(tree[at], reached), at + (at & -at)
    number = max(tree)[1]
    chain: list[Block] = []
    while number >= 0:
        chain.append(blocks[number])
        number = before[number]
    return _trimmed(reversed(chain))


def _trimmed(chain: Iterator[Block]) -> list[Block]:
    """Cut the head off each block that overlaps the one before it in either row."""
    kept: list[Block] = []
    one = other = 0
    for block in chain:
        cut = max(one - block.one, other - block.other, 0)
        if cut < block.size:
            kept.append(Block(block.one + cut, block.other + cut, block.size - cut))
            one, other = block.one + block.size, block.other + block.size
    return kept


def off_chain(blocks: Sequence[Block], chain: Sequence[Block]) -> list[Block]:
    """Give the parts of blocks that no block of the chain covers, the longest first to choose; in order of the one."""
    if not blocks:
        return []
    is_taken = (np.zeros(max(block.one + block.size for block in blocks), bool),
                np.zeros(max(block.other + block.size for block in blocks), bool))  # fmt: skip
    for block in chain:
        is_taken[0][block.one : block.one + block.size] = True
        is_taken[1][block.other : block.other + block.size] = True
    moved: list[Block] = []
    for block in sorted(blocks, key=lambda block: (-block.size, block.one)):
        taken = is_taken[0][block.one : block.one + block.size] | is_taken[1][block.other : block.other + block.size]
        free = np.flatnonzero(~taken)
        if len(free) < MOVED or int(free[-1] - free[0]) + 1 != len(free):
            continue
        part = Block(block.one + int(free[0]), block.other + int(free[0]), len(free))
        is_taken[0][part.one : part.one + part.size] = True
        is_taken[1][part.other : part.other + part.size] = True
        moved.append(part)
    return sorted(moved, key=lambda block: block.one)
