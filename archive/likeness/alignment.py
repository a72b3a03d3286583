"""Which symbols two rows have in common, in the same order or moved. What the rest means is said in `differences`.

Runs of eight symbols that both rows have once are anchors; the heaviest chain of them is kept, what lies off it is
moved. Only between anchors is a longest common subsequence sought, over at most `CELLS` pairs of symbols at a time:
two rows of 100,000 symbols take a fraction of a second and some tens of megabytes, whatever is in them.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from rapidfuzz.distance import Indel

from archive.likeness.anchors import GRAM, Block, Codes, Places, codes_of, heaviest, off_chain, runs_of
from archive.likeness.symbols import MASK

CELLS = 150_000_000
"""Pairs of symbols compared at once: one bit each, 19 MB."""
_DEEPEST = 4
_STRAY = 6
"""Longest run between two larger differences that counts as chance: 工作 and 的 recur in any two sentences."""
_PASSES = 3
"""Times that such runs are looked for: each that goes makes the differences beside it larger."""
_FARTHEST = 60
"""Symbols over which a difference is slid to the beginning of a sentence."""
_SENTENCE_ENDS = frozenset("。!?;！？；")


@dataclass(frozen=True, slots=True, kw_only=True)
class Alignment:
    """What two rows have in common."""

    blocks: tuple[Block, ...]
    """In the order of both, neighbours never touch in both rows."""
    moved: tuple[Block, ...]
    """Elsewhere in the other row, in the order of the one."""


def align(one: str, other: str) -> Alignment:
    """Align two rows of symbols."""
    rows = _Rows(one, other)
    head = rows.common_head()
    tail = rows.common_tail(head)
    tail = tail if tail >= GRAM else 0  # a closing mark belongs to what stands before it
    inner = (head, len(one) - tail, head, len(other) - tail)
    chain, moved = rows.anchored(*inner)
    free = _Free.without(moved, len(one), len(other))
    blocks = [Block(0, 0, head)]
    for gap in _gaps(chain, inner):
        blocks += rows.fill(gap, free)
    blocks += [*chain, Block(len(one) - tail, len(other) - tail, tail)]
    merged = _merged(sorted((block for block in blocks if block.size), key=lambda block: (block.one, block.other)))
    for _ in range(_PASSES):
        merged = _settled(merged, rows, free)
    blocks = slid(merged, one, other)
    moved += rows.left_elsewhere([*blocks, *moved])
    return Alignment(blocks=tuple(blocks), moved=tuple(sorted(moved, key=lambda block: block.one)))


@dataclass(frozen=True, slots=True)
class _Free:
    """Which symbols are not part of moved runs: their places, ascending."""

    one: Places
    other: Places

    @classmethod
    def without(cls, moved: Sequence[Block], one: int, other: int) -> "_Free":
        is_free = np.ones(one, dtype=bool), np.ones(other, dtype=bool)
        for block in moved:
            is_free[0][block.one : block.one + block.size] = False
            is_free[1][block.other : block.other + block.size] = False
        return cls(np.flatnonzero(is_free[0]), np.flatnonzero(is_free[1]))

    def counted(self, gap: "Gap") -> int:
        """Count the free symbols of a gap, on the side that has more."""
        return max(len(_within(self.one, gap[0], gap[1])), len(_within(self.other, gap[2], gap[3])))


Gap = tuple[int, int, int, int]
"""Start and end in the one row, start and end in the other."""


class _Rows:
    """Two rows of symbols, also as arrays of their codes."""

    def __init__(self, one: str, other: str) -> None:
        self.one, self.other = one, other
        self.codes = codes_of(one), codes_of(other)

    def common_head(self) -> int:
        return _common(*self.codes)

    def common_tail(self, head: int) -> int:
        return _common(self.codes[0][head:][::-1], self.codes[1][head:][::-1])

    def anchored(self, one: int, one_end: int, other: int, other_end: int) -> tuple[list[Block], list[Block]]:
        """Give the heaviest chain of anchors within these bounds, and the longer runs that lie off it."""
        codes = self.codes[0][one:one_end], self.codes[1][other:other_end]
        found = [Block(one + block.one, other + block.other, block.size) for block in runs_of(*codes)]
        chain = heaviest(found)
        return chain, off_chain(found, chain)

    def left_elsewhere(self, known: Sequence[Block]) -> list[Block]:
        """Give moved runs among what is left over: of phrases that recur, only one may have lost its place."""
        free = _Free.without(known, len(self.one), len(self.other))
        sides = [_parted(codes, places, number) for number, (codes, places)
                 in enumerate(zip(self.codes, (free.one, free.other), strict=True))]  # fmt: skip
        (codes, places), (other_codes, other_places) = sides
        found = [
            Block(int(places[block.one]), int(other_places[block.other]), block.size)
            for block in runs_of(codes, other_codes)
        ]
        return off_chain(found, [])

    def fill(self, gap: Gap, free: _Free, depth: int = 0) -> list[Block]:
        """Give what is common within a gap, moved symbols apart."""
        one, one_end, other, other_end = gap
        places = _within(free.one, one, one_end), _within(free.other, other, other_end)
        cells = len(places[0]) * len(places[1])
        if cells <= CELLS:
            return list(self._subsequence(*places)) if cells else []
        chain = self.anchored(*gap)[0] if depth < _DEEPEST else []
        gaps = _gaps(chain, gap) if chain else _halves(gap)
        return [*chain, *(block for part in gaps for block in self.fill(part, free, depth + bool(chain)))]

    def _subsequence(self, one: Places, other: Places) -> Iterator[Block]:
        """Give the longest common subsequence of the symbols at these places, as runs."""
        texts = "".join(self.one[place] for place in one), "".join(self.other[place] for place in other)
        for step in Indel.opcodes(*texts):
            if step.tag == "equal":
                first = step.src_start
                for index in range(first + 1, step.src_end + 1):
                    shift = step.dest_start - step.src_start
                    is_whole = index < step.src_end and (
                        one[index] == one[index - 1] + 1 and other[index + shift] == other[index + shift - 1] + 1
                    )
                    if not is_whole:  # a moved run was left out here
                        yield Block(int(one[first]), int(other[first + shift]), index - first)
                        first = index


def _common(one: Codes, other: Codes) -> int:
    """Count the symbols that two rows begin with alike."""
    size = min(len(one), len(other))
    unequal = np.flatnonzero(one[:size] != other[:size])
    return int(unequal[0]) if len(unequal) else size


def _within(places: Places, start: int, end: int) -> Places:
    first, last = places.searchsorted((start, end))
    return places[first:last]


def _parted(codes: Codes, places: Places, side: int) -> tuple[Codes, Places]:
    """Give the symbols at these places, and the places; where others lay between stands one that nothing equals."""
    cuts = np.flatnonzero(np.diff(places) > 1) + 1
    never = (0x110000 + 2 * np.arange(len(cuts)) + side).astype(np.uint32)
    return np.insert(codes[places], cuts, never), np.insert(places, cuts, -1)


def _gaps(chain: Sequence[Block], bounds: Gap) -> Iterator[Gap]:
    """Give what lies before, between and behind the blocks of a chain."""
    one, one_end, other, other_end = bounds
    for block in chain:
        yield one, block.one, other, block.other
        one, other = block.one + block.size, block.other + block.size
    yield one, one_end, other, other_end


def _halves(gap: Gap) -> tuple[Gap, Gap]:
    """Cut a gap without anchors in two; what is common across the cut is lost, time and memory stay bounded."""
    one, one_end, other, other_end = gap
    middle, other_middle = (one + one_end) // 2, (other + other_end) // 2
    return (one, middle, other, other_middle), (middle, one_end, other_middle, other_end)


def _merged(blocks: Sequence[Block]) -> list[Block]:
    """Join blocks that touch in both rows."""
    kept: list[Block] = []
    for block in blocks:
        last = kept[-1] if kept else None
        if last and (last.one + last.size, last.other + last.size) == (block.one, block.other):
            kept[-1] = Block(last.one, last.other, last.size + block.size)
        else:
            kept.append(block)
    return kept


def _settled(blocks: Sequence[Block], rows: _Rows, free: _Free) -> list[Block]:
    """Drop short runs between two larger differences: both sentences are other ones, though they share a word."""
    kept: list[Block] = []
    ends = len(rows.one), len(rows.other)
    for number, block in enumerate(blocks):
        one, other = (kept[-1].one + kept[-1].size, kept[-1].other + kept[-1].size) if kept else (0, 0)
        following = blocks[number + 1] if number + 1 < len(blocks) else Block(*ends, 0)
        before = (one, block.one, other, block.other)
        after = (block.one + block.size, following.one, block.other + block.size, following.other)
        if block.size > _STRAY or _weight(before, rows, free) < 2 * block.size or (
            _weight(after, rows, free) < 2 * block.size
        ):
            kept.append(block)
    return kept


def slid(blocks: Sequence[Block], one: str, other: str) -> list[Block]:
    """Let each difference that stands in one row alone begin where a sentence begins, where its symbols allow it.

    `甲。[乙。]丙` and `甲[。乙]。丙` say the same; the first is what a person sees.
    """
    placed = list(blocks)
    for number in range(1, len(placed)):
        before, after = placed[number - 1], placed[number]
        one_end, other_end = before.one + before.size, before.other + before.size
        if one_end != after.one and other_end != after.other:
            continue
        row, start, end = (one, one_end, after.one) if one_end != after.one else (other, other_end, after.other)
        step = _slide(row, start, end, reach=(before.size, after.size))
        placed[number - 1] = Block(before.one, before.other, before.size + step)
        placed[number] = Block(after.one + step, after.other + step, after.size - step)
    return [block for block in placed if block.size]


def _slide(row: str, start: int, end: int, *, reach: tuple[int, int]) -> int:
    """Say by how many symbols to slide row[start:end], to the left (below 0) or the right; 0 where it stands well."""
    back, forth = (min(size, _FARTHEST) for size in reach)
    steps = [0]
    for step in range(1, back + 1):
        if row[start - step] != row[end - step]:
            break
        steps.append(-step)
    for step in range(1, forth + 1):
        if row[start + step - 1] != row[end + step - 1]:
            break
        steps.append(step)
    good = (step for step in steps if start + step == 0 or row[start + step - 1] in _SENTENCE_ENDS)
    return min(good, key=abs, default=0)


def _weight(gap: Gap, rows: _Rows, free: _Free) -> int:
    """Say how much a difference outweighs a short run beside it: nothing where it is a mask alone."""
    one, one_end, other, other_end = gap
    if MASK in (rows.one[one:one_end], rows.other[other:other_end]):
        return 0
    return free.counted(gap)
