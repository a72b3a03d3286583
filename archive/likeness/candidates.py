"""Which texts are worth comparing with a new one, by the hashes of their sketches. Where those are kept is not here."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, NamedTuple, Protocol

import numpy as np
from numpy.typing import NDArray

from archive.likeness.grams import distinct
from archive.likeness.sketch import INDEXED_SHARE, KEPT_SHARE, LONG, SHARES, SHORT, Sketch

MOST_TEXTS: Final = 100
"""Texts from which a hash tells nothing (Passim's maxDF): it is a formula's."""
MOST_CANDIDATES, LEAST_HITS, LEAST_SHARE = 16, 2, 0.2
"""Reports that are looked at, the likeliest first; hashes in common that make one, and their share of the smaller
sketch (reference: 0.999 of true pairs at 0.3, all at 0.2)."""
RUNS_EACH: Final = 700
"""Runs for each further report that is looked at: a compilation of seventeen has two dozen that share one with it. With
sixteen for all, two in a hundred of what compilations hold went unseen at 10,000 pages."""
_FEW: Final = 8
"""Hashes to be had in common under which a single one will do."""
_LOOKED_UP: Final = 200
"""Texts with hits whose sizes are asked for, those with most hits first."""
Places = NDArray[np.int64]


class Finds(NamedTuple):
    """What was found of the hashes asked for."""

    at: Places
    """For each find the place of the hash among those asked for."""
    texts: Places
    """For each the text that has it."""
    formulae: Places
    """Places of hashes that more than MOST_TEXTS texts have: none of these is given."""


Standing = tuple[int, int, int]
"""A text that was found, its report, and that report's canonical text."""


class Known(Protocol):
    """What is known of the texts that are found. Asked in two steps: few of those that share a hash share enough."""

    def runs(self, texts: list[int]) -> dict[int, int]:
        """Give the runs of eight of each text; a text that is no more is left out."""
        ...

    def standing(self, texts: list[int]) -> Iterable[Standing]:
        """Give the report of each text; one whose report shows no text is left out."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A report whose canonical text may have something in common with a new one."""

    report_id: int
    text_id: int
    share: float
    """Hashes in common, of the smaller sketch."""


def joined(parts: list[Finds]) -> Finds:
    """Give the finds of several places as one."""
    return Finds(*(np.concatenate(rows) for rows in zip(*parts, strict=True)))


def likeliest(sketch: Sketch, finds: Finds, known: Known, *, most: int = MOST_CANDIDATES) -> list[Candidate]:
    """Give the reports that share enough hashes with a sketch, the likeliest first; of each its canonical text.

    `most`: how many of them, of a long text a few more.
    """
    texts, hits, live = _hits(len(sketch.indexed()), finds)
    if len(sketch.indexed()) >= 2 * _FEW:  # else a text of a sentence or two may have no more than one
        texts, hits = texts[hits >= LEAST_HITS], hits[hits >= LEAST_HITS]
    if not len(texts):
        return []
    order = np.lexsort((texts, -hits))[:_LOOKED_UP]
    texts, hits = texts[order], hits[order]
    runs = known.runs(texts.tolist())
    shares = _shares(sketch, hits, np.array([runs.get(text, 0) for text in texts.tolist()]), live)
    found = {text: share for text, share in zip(texts.tolist(), shares.tolist(), strict=True) if share and text in runs}
    best: dict[int, Candidate] = {}
    for text_id, report_id, canonical_id in known.standing(list(found)) if found else ():
        share = found[text_id]
        if report_id not in best or share > best[report_id].share:
            best[report_id] = Candidate(report_id=report_id, text_id=canonical_id, share=share)
    most += sketch.runs // RUNS_EACH
    return sorted(best.values(), key=lambda one: (-one.share, one.report_id))[:most]


def _hits(asked: int, finds: Finds) -> tuple[Places, Places, float]:
    """Give the texts that share hashes, how many each, and the share of the hashes asked for that tell anything."""
    is_live = np.ones(asked, dtype=np.bool_)
    is_live[finds.formulae] = False
    if not len(finds.at):
        return finds.texts, finds.texts, 1.0  # nothing to weigh
    once = distinct(((finds.at << 32) | finds.texts).astype(np.uint64)).astype(np.int64)  # it may be in two places
    at, texts = once >> 32, once & 0xFFFFFFFF
    is_live &= np.bincount(at, minlength=asked) <= MOST_TEXTS
    found, hits = np.unique(texts[is_live[at]], return_counts=True)
    return found, hits, float(is_live.mean())


def _shares(sketch: Sketch, hits: Places, runs: Places, live: float) -> NDArray[np.float64]:
    """Give of each text the share of the smaller of two sketches that is in common; 0 where that is too little.

    Two sketches have in common what the coarser one keeps.
    """
    coarse = np.maximum(np.where(runs >= LONG, INDEXED_SHARE, np.where(runs >= SHORT, KEPT_SHARE, 1)), sketch.share)
    own = np.zeros(INDEXED_SHARE + 1)
    for share in SHARES:
        own[share] = len(sketch.indexed(max(share, sketch.share))) * live
    least = np.maximum(1.0, np.minimum(own[coarse], runs / coarse))
    enough = (hits >= np.where(least >= _FEW, LEAST_HITS, 1)) & (hits >= LEAST_SHARE * least)
    return np.where(enough, hits / least, 0.0)
