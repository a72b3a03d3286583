"""The order of a handful of reports by how well their texts answer the words: read, not asked of an index. No SQL.

FTS5 reads the whole index twice to rank one report of a long passage. What it computes (bm25) is computed here for a
handful that was found already, every word weighing alike: for one term the order is the same.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from archive.bigrams import terms
from archive.fold import fold
from archive.words import pattern

TITLE_WEIGHT = 8.0
_SATURATION, _LENGTH_SHARE = 1.2, 0.75
"""k1 and b of bm25, as FTS5 has them."""
_READ_THROUGH = 200_000
"""Characters of a text that are read: a whole book."""
_PLACES = 1_000
"""Places of a term that are counted: more change nothing."""


class Read(NamedTuple):
    """A report that was found."""

    id: int
    title: str
    text: str


def ranked(found: Sequence[Read], query: str) -> list[int]:
    """Give the numbers of the reports, the best first; equals in the order of filing."""
    wanted = [pattern(term) for term in terms(query)]
    middle = sum(len(one.text) for one in found) / max(1, len(found))
    scores = {one.id: _score(one, wanted, middle) for one in found}
    return sorted(scores, key=lambda number: (-scores[number], number))


def _score(one: Read, wanted: Sequence[re.Pattern[str]], middle: float) -> float:
    title, text = fold(one.title[:_READ_THROUGH]), fold(one.text[:_READ_THROUGH])
    damp = _SATURATION * (1 - _LENGTH_SHARE + _LENGTH_SHARE * len(one.text) / max(1.0, middle))
    counts = (TITLE_WEIGHT * _count(term, title) + _count(term, text) for term in wanted)
    return sum(count * (_SATURATION + 1) / (count + damp) for count in counts)


def _count(term: re.Pattern[str], text: str) -> int:
    return sum(1 for _, _ in zip(range(_PLACES), term.finditer(text), strict=False))
