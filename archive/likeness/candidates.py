"""Which texts are worth comparing with a new one, by the hashes of their sketches. Where those are kept is not here."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from archive.likeness.grams import distinct
from archive.likeness.sketch import SHARES, Sketch, share_of

MOST_TEXTS: Final = 100
"""Texts from which a hash tells nothing (Passim's maxDF): it is a formula's."""
MOST_CANDIDATES, LEAST_HITS, LEAST_SHARE = 16, 2, 0.2
"""Reports that are looked at, the likeliest first; hashes in common that make one, and their share of the smaller
sketch (reference: 0.999 of true pairs at 0.3, all at 0.2)."""
_FEW: Final = 8
"""Hashes to be had in common under which a single one will do."""
_LOOKED_UP: Final = 200
"""Texts with hits whose sizes are asked for, those with most hits first."""
Pairs = tuple[NDArray[np.int64], NDArray[np.int64]]
"""For each find: the place of the hash among those asked for, and the text that has it."""
Place = tuple[int, int, int, int]
"""A text that was found, its runs of eight, its report, and that report's canonical text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A report whose canonical text may have something in common with a new one."""

    report_id: int
    text_id: int
    share: float
    """Hashes in common, of the smaller sketch."""


def joined(parts: list[Pairs]) -> Pairs:
    """Give the finds of several places as one."""
    return np.concatenate([at for at, _ in parts]), np.concatenate([texts for _, texts in parts])


def likeliest(
    sketch: Sketch, pairs: Pairs, places: Callable[[list[int]], Iterable[Place]], *, most: int = MOST_CANDIDATES
) -> list[Candidate]:
    """Give the reports that share enough hashes with a sketch, the likeliest first; of each its canonical text."""
    texts, hits, live = _hits(len(sketch.indexed()), pairs)
    if not len(texts):
        return []
    if len(sketch.indexed()) >= 2 * _FEW:  # else a text of a sentence or two may have no more than one
        texts, hits = texts[hits >= LEAST_HITS], hits[hits >= LEAST_HITS]
    order = np.lexsort((texts, -hits))[:_LOOKED_UP]
    counted = {int(texts[at]): int(hits[at]) for at in order}
    own = {share: len(sketch.indexed(max(share, sketch.share))) * live for share in SHARES}
    best: dict[int, Candidate] = {}
    for text_id, runs, report_id, canonical_id in places(list(counted)):
        coarse = max(sketch.share, share_of(runs))
        share = _share(counted[text_id], own[coarse], runs / coarse)
        known = best.get(report_id)
        if share is not None and (known is None or share > known.share):
            best[report_id] = Candidate(report_id=report_id, text_id=canonical_id, share=share)
    return sorted(best.values(), key=lambda one: (-one.share, one.report_id))[:most]


def _hits(asked: int, pairs: Pairs) -> tuple[NDArray[np.int64], NDArray[np.int64], float]:
    """Give the texts that share hashes, how many each, and the share of the hashes asked for that tell anything."""
    at, texts = pairs
    if not len(at):
        return texts, texts, 1.0
    once = distinct(((at << 32) | texts).astype(np.uint64)).astype(np.int64)  # a text may be found in two places
    at, texts = once >> 32, once & 0xFFFFFFFF
    spread = np.bincount(at, minlength=asked)
    found, hits = np.unique(texts[spread[at] <= MOST_TEXTS], return_counts=True)
    return found, hits, float((spread <= MOST_TEXTS).mean())


def _share(hits: int, own: float, theirs: float) -> float | None:
    """Give the share of the smaller of two sketches that is in common; None where that is too little."""
    least = max(1.0, min(own, theirs))
    if hits < (LEAST_HITS if least >= _FEW else 1) or hits < LEAST_SHARE * least:
        return None
    return hits / least
