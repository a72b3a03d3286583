"""The second look at two texts: put side by side in order, a mask taken for a gap, and asked where they contradict.

Runs in common say how much two texts share, not what the rest is. Here each stretch that is not common lies between two
that are: a copy has nothing there (left out, masked) or lost bytes; another report of the same form, template or
edition has words of its own where the other has its own. What follows from that is said in `judge`.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

import numpy as np

from archive.likeness.alignment import align
from archive.likeness.anchors import Block
from archive.likeness.grams import across_masks, points_of
from archive.likeness.prepared import Prepared
from archive.likeness.quotations import quoted
from cleaners.facts.mask_kinds import UNKNOWN, kind_of

OWN_WORDS: Final = 9
"""Han characters on both sides from which a stretch is another sentence; a synonym, a name, an office has fewer."""
CONTRADICTION: Final = 0.12
"""Share of other sentences from which two texts are two reports. Copies on real pages: 0.00 in the median, 0.03 at most
but for re-worded openings (0.15); new-year addresses 0.15 to 0.3, summaries of two years 0.2 and more."""
LONG, REPLACED, AT_END = 600, 0.25, 0.2
"""Of a text of so many Han characters this share, where the rest lies within such a share of an end of one of them: a
cut copy has a notice of its site where the other goes on."""
FRAGMENT: Final = 400
"""Han characters under which a text may be little more than a quotation or a form."""
REWORDED_EVERY: Final = 150
"""Characters of a fragment for each place in other words: copies have none, forms filled twice one in fifty."""
PLAIN: Final = 0.5
"""Share of what fragments have in common that must stand outside of quotations."""
OWN_END, OVERLAP = 0.05, FRAGMENT
"""Two texts that both have an end of their own, of such a share of the shorter, must have so much in common."""
PART_TIMES, ENOUGH, SPARE = 1.5, 200, 160
"""A text that is so many times as long as a fragment must have so many characters of it, unless no more than so many
are its own: a notice of the site."""
OTHERS_PER_SLOT: Final = 6
"""Places in other words for each slot of a fragment; a longer text must have more slots than others: what was misread
stands beside a name or a number now and then."""
COPY, COPY_INNER, COPY_CONTRADICTION, LEAST = 0.85, 0.12, 0.05, 60
"""What the second look asks where too few runs are in common: real copies with every name, number and political word
masked have 0.97 of themselves, 0.00 and 0.00; nothing else comes near all three."""
MASKED: Final = 40
"""Han characters for each mask under which a text is a masked one."""
_PER_MASK: Final = 3
"""Han characters beside a mask that may still be the alignment's doing: 的, 同志 found a few words off."""
_LEFT_OUT: Final = 4
"""Han characters that one mask stands for: a name, an office, a word or two."""
LONGEST_SLOT: Final = 8
"""Han characters of the longest name, place or number that a form has a gap for."""
_FIRST_LEAD, _LAST_LEAD = 0xA1, 0xD7
"""Lead bytes of GB 2312 up to its first level's last: signs, then the characters of running text."""
_RARE_SHARE: Final = 0.2
"""Share of others from which a stretch is lost bytes: a shifted run gives a third of them, a name one now and then."""
_NUMERALS: Final = frozenset(map(ord, "〇零一二三四五六七八九十百千万两"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """Two texts side by side; counts are of Han characters."""

    matched: int
    """In common, in the same order or moved."""
    plain: int
    """Of these, outside of long quotations."""
    sizes: tuple[int, int]
    """Of both texts."""
    excused: int
    """Masked in one of them, or read from shifted bytes, where the other has something else."""
    ends: tuple[int, int]
    """Of either text before the first and behind the last stretch in common."""
    contradicted: int
    """In other sentences at the same place, on the side that has fewer."""
    replaced: int
    """Of these, at the beginning or the end of one of them: it may be cut there and have a notice of its site."""
    inner: int
    """In stretches between the first and the last in common that the other lacks, or has another one for; no masks."""
    slots: int
    """Places where a name, a place, an office or a numeral stands in both, and another one."""
    reworded: int
    """Places where other words stand that are none of these."""

    @property
    def covered(self) -> float:
        """Share of the shorter text that is in common, masked or lost."""
        return (self.matched + self.excused) / max(1, min(self.sizes))

    @property
    def contradiction(self) -> float:
        """Share of other sentences in what both have to say."""
        return self.contradicted / max(1, self.matched + self.contradicted)

    @property
    def shorter(self) -> int:
        """Give the Han characters of the shorter text."""
        return min(self.sizes)

    @property
    def is_contradicted(self) -> bool:
        """Say whether so much stands in other sentences, or in a short text in other words, that it is another one."""
        if self.shorter < FRAGMENT and self._is_reworded:
            return True
        inside = (self.contradicted - self.replaced) / max(1, self.matched + self.contradicted)
        allowed = REPLACED if self.shorter >= LONG else CONTRADICTION
        return inside > CONTRADICTION or self.contradiction > allowed

    @property
    def _is_reworded(self) -> bool:
        return self.reworded > 1 + self.shorter // REWORDED_EVERY

    @property
    def is_quotation(self) -> bool:
        """Say whether what is in common may be no more than what both quote: too short a piece of too long a text."""
        if self.shorter < 2 * FRAGMENT and self.plain < self.matched * PLAIN:
            return True
        if min(self.ends) >= max(OWN_WORDS, OWN_END * self.shorter) and self.plain < OVERLAP:
            return True
        is_part = max(self.sizes) >= PART_TIMES * self.shorter
        spare = max(self.sizes) - self.matched
        return is_part and self.shorter < FRAGMENT and self.plain < ENOUGH and spare > SPARE

    @property
    def is_filled_form(self) -> bool:
        """Say whether names, places and numerals are what sets them apart: one form, filled twice.

        A copy in other words has such places too, but many more others.
        """
        if self.shorter < 2 * FRAGMENT:
            return bool(self.slots) and self.slots * OTHERS_PER_SLOT >= self.reworded
        return self.slots > 1 and self.slots > self.reworded

    @property
    def is_copy(self) -> bool:
        """Say whether the shorter text stands in the other all over, but for what is left out or masked."""
        is_kept = self.covered >= COPY and self.inner <= COPY_INNER * self.matched
        return is_kept and self.matched >= LEAST and self.contradiction <= COPY_CONTRADICTION


@dataclass(frozen=True, slots=True)
class _Gap:
    """Where two texts differ: from and to in Han characters, of the one and of the other."""

    one: int
    one_end: int
    other: int
    other_end: int


class _Row:
    """The Han characters of a text as a string, with the masks between them."""

    def __init__(self, text: Prepared) -> None:
        self.text = text
        self.han = text.folded.astype("<u4").tobytes().decode("utf-32-le")
        between = across_masks(points_of(text.text), text.places, 2)
        self._masks = None if between is None else np.concatenate(([0], np.cumsum(between)))
        self._left = np.ones(len(self.han) + 1, dtype=np.int64)

    def take(self, stretches: Iterable[tuple[int, int]]) -> None:
        """Note which stretches, by start and size, the other text has too, wherever they stand in it."""
        left = np.ones(len(self.han), dtype=np.int64)
        for start, size in stretches:
            left[start : start + size] = 0
        self._left = np.concatenate(([0], np.cumsum(left)))

    def left(self, start: int, end: int) -> int:
        """Count the characters of a stretch that the other text has nowhere."""
        return int(self._left[end] - self._left[start])

    def masks(self, start: int, end: int) -> int:
        """Count the masks between the Han characters around a stretch; 0 at the ends of the text."""
        if self._masks is None:
            return 0
        last = len(self._masks) - 1
        return int(self._masks[min(end, last)] - self._masks[min(max(0, start - 1), last)])

    def is_at_end(self, start: int, end: int) -> bool:
        """Say whether a stretch lies by the beginning or the end of the text."""
        near = AT_END * len(self.han)
        return end <= near or start >= len(self.han) - near


def agreement(new: Prepared, known: Prepared) -> Agreement:
    """Put two texts side by side and count what they share and where they contradict each other."""
    one, other = _Row(new), _Row(known)
    found = align(one.han, other.han)
    shared = (*found.blocks, *found.moved)
    one.take((block.one, block.size) for block in shared)
    other.take((block.other, block.size) for block in shared)
    counts = _Counts()
    for gap in _gaps([(block.one, block.other, block.size) for block in found.blocks], len(one.han), len(other.han)):
        counts.add(one, other, gap)
    in_one, in_other = quoted(new), quoted(known)
    in_quotes = sum(
        int((in_one[block.one : block.one + block.size] | in_other[block.other : block.other + block.size]).sum())
        for block in shared
    )
    matched = sum(block.size for block in shared)
    return Agreement(
        matched=matched, plain=matched - in_quotes, sizes=(len(one.han), len(other.han)),
        ends=_ends(found.blocks, len(one.han), len(other.han)), excused=counts.excused,
        contradicted=counts.contradicted, replaced=counts.replaced, inner=counts.inner,
        slots=counts.slots, reworded=counts.reworded,
    )  # fmt: skip


def _ends(blocks: Sequence[Block], size: int, other_size: int) -> tuple[int, int]:
    """Count the characters of two texts that lie outside of all that they have in common."""
    if not blocks:
        return size, other_size
    first, last = blocks[0], blocks[-1]
    return first.one + size - last.one - last.size, first.other + other_size - last.other - last.size


class _Counts:
    """What stands in the gaps of two texts."""

    def __init__(self) -> None:
        self.excused = self.contradicted = self.replaced = self.inner = self.slots = self.reworded = 0

    def add(self, one: _Row, other: _Row, gap: _Gap) -> None:
        """Count one gap: as lost, masked, left out, another sentence, a filled slot or other words."""
        mine, theirs = one.left(gap.one, gap.one_end), other.left(gap.other, gap.other_end)
        if _is_lost(one.han[gap.one : gap.one_end]) or _is_lost(other.han[gap.other : gap.other_end]):
            self.excused += min(mine, theirs)
            return
        masks = one.masks(gap.one, gap.one_end) + other.masks(gap.other, gap.other_end)
        is_inner = min(gap.one, gap.other) > 0 and gap.one_end < len(one.han) and gap.other_end < len(other.han)
        if is_inner and not masks:
            self.inner += max(mine, theirs)
        least = min(mine, theirs)
        self.excused += min(max(mine, theirs), _LEFT_OUT * masks)
        if least - _PER_MASK * masks >= OWN_WORDS:
            self.contradicted += least - _PER_MASK * masks
            is_at_end = one.is_at_end(gap.one, gap.one_end) or other.is_at_end(gap.other, gap.other_end)
            self.replaced += least - _PER_MASK * masks if is_at_end else 0
        elif least and not masks:
            if max(mine, theirs) <= LONGEST_SLOT and _is_slot(one, other, gap):
                self.slots += 1
            else:
                self.reworded += 1


def is_masked(text: Prepared) -> bool:
    """Say whether masks stand so close in a text that runs of it are of little use."""
    between = across_masks(points_of(text.text), text.places, 2)
    return between is not None and int(between.sum()) * MASKED >= len(text.places)


def _gaps(blocks: list[tuple[int, int, int]], size: int, other_size: int) -> Iterator[_Gap]:
    """Give the stretches between blocks, those before the first and behind the last with them."""
    at = there = 0
    for one, other, length in (*blocks, (size, other_size, 0)):
        if one > at or other > there:
            yield _Gap(at, one, there, other)
        at, there = one + length, other + length


def _is_slot(one: _Row, other: _Row, gap: _Gap) -> bool:
    return is_slot(one.text, gap.one, gap.one_end) or is_slot(other.text, gap.other, gap.other_end)


def is_slot(text: Prepared, start: int, end: int) -> bool:
    """Say whether what stands there is a name, a place or a number by its neighbours, or numerals by itself.

    `start`, `end`: in Han characters.
    """
    if start < end and _NUMERALS.issuperset(text.folded[start:end].tolist()):
        return True
    first = int(text.places[start])
    last = int(text.places[end - 1]) + 1
    return kind_of(text.text, first, last) != UNKNOWN


def _is_lost(stretch: str) -> bool:
    """Say whether a stretch is what shifted bytes were read as: too many characters of no running text."""
    return len(stretch) > 1 and len(stretch) - sum(map(_common().__contains__, stretch)) > _RARE_SHARE * len(stretch)


@cache
def _common() -> frozenset[str]:
    """Give the 3,755 characters that running text is made of, and signs."""
    leads, trails = range(_FIRST_LEAD, _LAST_LEAD + 1), range(0xA1, 0xFF)
    rows = (bytes((lead, trail)) for lead in leads for trail in trails)
    return frozenset("".join(row.decode("gb2312", "ignore") for row in rows))
