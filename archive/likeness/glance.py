"""A glance at two texts that are one report by their runs: whether the second look could still say something else.

Putting two texts side by side (`masked`) takes five times as long as all the rest of judging them. It can say that they
contradict each other, that one quotes the other, that both are one form filled twice. Each of these needs characters of
both texts that the other has not; where one of them has next to none, or only words here and there, none can be. That
is seen from the runs alone, with room to spare, for runs tell less exactly where a difference begins.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np

from archive.likeness.compare import Pair, flags
from archive.likeness.grams import Places
from archive.likeness.masked import CONTRADICTION, FRAGMENT, LONGEST_SLOT, OVERLAP, OWN_END, is_slot
from archive.likeness.prepared import RUN, Prepared
from archive.likeness.quotations import quoted

_BOUND: Final = 1 / 2
"""Share of the second look's bounds up to which it is not asked. Of 1,100 pairs that a glance let pass at this share,
it would have held none."""
_CHANCE: Final = 5
"""Han characters of a stretch of one's own from which it may be part of another sentence: with what both have beside it
by chance it is as long as one."""
_OTHERS_PER_SLOT: Final = 3
"""Places with other words for each name or number, from which on a copy in other words is no form."""


@dataclass(frozen=True, slots=True)
class _Own:
    """Where those Han characters of a text begin and end that no run in common covers."""

    text: Prepared
    starts: Places
    ends: Places

    @property
    def sentences(self) -> float:
        """Give the share of the text in stretches that may be sentences of its own."""
        sizes = self.ends - self.starts
        return float(sizes[sizes >= _CHANCE].sum() / len(self.text.folded))

    @property
    def outside(self) -> float:
        """Give the share of the text before the first and behind the last run in common."""
        is_end = (self.starts == 0) | (self.ends == len(self.text.folded))
        return float((self.ends - self.starts)[is_end].sum() / len(self.text.folded))

    @property
    def plain(self) -> int:
        """Count the characters in common that stand outside of long quotations."""
        is_plain = ~quoted(self.text)
        for start, end in zip(self.starts.tolist(), self.ends.tolist(), strict=True):
            is_plain[start:end] = False
        return int(is_plain.sum())

    @property
    def may_be_form(self) -> bool:
        """Say whether so much of it are names, places and numbers that one form may have been filled twice."""
        slots = others = 0
        for start, end in zip(self.starts.tolist(), self.ends.tolist(), strict=True):
            if end - start <= LONGEST_SLOT and is_slot(self.text, start, end):
                slots += 1
            else:
                others += 1
        return slots > 1 and others < _OTHERS_PER_SLOT * slots


def is_clear(pair: Pair) -> bool:
    """Say whether two whole texts of which is known that they are one report need no second look; True = they do not.

    Texts under 800 Han characters always need one: there it looks at single words.
    """
    longer, shorter = pair.one, pair.other
    if not isinstance(longer, Prepared) or len(shorter.folded) < 2 * FRAGMENT:
        return False
    shared = flags(len(shorter.lookup), pair.values)[shorter.by_value.which]
    sides = _own(longer, pair.at), _own(shorter, np.flatnonzero(shared))
    if min(side.sentences for side in sides) > _BOUND * CONTRADICTION:
        return False
    if min(side.outside for side in sides) > _BOUND * OWN_END and min(side.plain for side in sides) < OVERLAP / _BOUND:
        return False
    return not all(side.may_be_form for side in sides)


def _own(text: Prepared, common: Places) -> _Own:
    """Give what the runs in common, by where they begin, leave of a text."""
    steps = np.zeros(len(text.folded) + 1, dtype=np.int64)
    steps[common] += 1
    steps[common + RUN] -= 1
    is_own = np.concatenate(([False], np.cumsum(steps[:-1]) == 0, [False]))
    edges = np.flatnonzero(is_own[1:] != is_own[:-1])
    return _Own(text, edges[::2], edges[1::2])
