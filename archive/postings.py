"""The index of sketches: which texts share hashes with a new one. What they have in common is `archive.likeness`'s.

A text's hashes lie all over the index, and ninety random pages written for each text are what such an index dies of
(reference, section 5: 0.5 MB a text at 100,000 texts). So new ones are kept in memory, rebuilt from `sketches` whenever
that is needed, and merged into `postings` in order, many texts at once. Only texts that others are compared with are
in it: the canonical ones.
"""

import json
import sqlite3
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from archive.database import memory_of
from archive.likeness.grams import RULES, Numbers
from archive.likeness.sketch import BITS, LEAST_RUNS, Sketch, share_of, unpacked
from archive.posting_delta import Delta, Pairs

MOST_TEXTS: Final = 100
"""Texts from which a hash tells nothing (Passim's maxDF): it is a formula's."""
MERGE_AT: Final = 20_000
"""Texts in memory from which they are merged: 10.7 KB are written for each then, 216 with 1,000 (reference)."""
SLICES: Final = 16
"""Parts of the index, each merged in a transaction of its own."""
MOST_CANDIDATES, LEAST_HITS, LEAST_SHARE = 16, 2, 0.2
"""Reports that are looked at, the likeliest first; hashes in common that make one, and their share of the smaller
sketch (reference: 0.999 of true pairs at 0.3, all at 0.2)."""
_FEW: Final = 8
"""Hashes to be had in common under which a single one will do."""
_LOOKED_UP: Final = 400
"""Texts with hits whose sizes are asked for, those with most hits first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A report whose canonical text may have something in common with a new one."""

    report_id: int
    text_id: int
    share: float
    """Hashes in common, of the smaller sketch."""


def index(conn: sqlite3.Connection, text_id: int, sketch: Sketch) -> None:
    """Let a text be found by its hashes; one that is there already, or too short to have any, changes nothing."""
    if sketch.runs < LEAST_RUNS:
        return
    conn.execute(
        "INSERT INTO sketches (text_id, rules, grams, hashes) VALUES (?, ?, ?, ?) ON CONFLICT (text_id) DO NOTHING",
        (text_id, RULES, sketch.runs, sketch.packed()),
    )


def candidates(conn: sqlite3.Connection, sketch: Sketch, *, most: int = MOST_CANDIDATES) -> list[Candidate]:
    """Give the reports that share enough hashes with a text, the likeliest first; of each its canonical text."""
    if sketch.runs < LEAST_RUNS:
        return []
    texts, hits, live = _hits(conn, sketch.indexed())
    if not len(texts):
        return []
    order = np.lexsort((texts, -hits))[:_LOOKED_UP]
    counted = {int(texts[at]): int(hits[at]) for at in order}
    best: dict[int, Candidate] = {}
    for text_id, runs, report_id, canonical_id in _places(conn, list(counted)):
        share = _share(counted[text_id], sketch, runs, live)
        known = best.get(report_id)
        if share is not None and (known is None or share > known.share):
            best[report_id] = Candidate(report_id=report_id, text_id=canonical_id, share=share)
    return sorted(best.values(), key=lambda one: (-one.share, one.report_id))[:most]


def _share(hits: int, sketch: Sketch, runs: int, live: float) -> float | None:
    """Give the share of the smaller sketch that is in common; None where that is too little."""
    coarse = max(sketch.share, share_of(runs))
    own = len(sketch.indexed(coarse)) * live
    least = max(1.0, min(own, runs / coarse))
    if hits < (LEAST_HITS if least >= _FEW else 1) or hits < LEAST_SHARE * least:
        return None
    return hits / least


_PLACES = """
SELECT sketches.text_id, sketches.grams, reports.id, reports.text_id FROM sketches
JOIN texts ON texts.id = sketches.text_id JOIN reports ON reports.id = texts.report_id
WHERE sketches.text_id IN (SELECT value FROM json_each(?)) AND reports.text_id IS NOT NULL
"""


def _places(conn: sqlite3.Connection, texts: list[int]) -> list[tuple[int, int, int, int]]:
    """Give for texts: the text, its runs, its report and that report's canonical text."""
    return conn.execute(_PLACES, (json.dumps(texts),)).fetchall()


def _hits(conn: sqlite3.Connection, hashes: Numbers) -> tuple[NDArray[np.int64], NDArray[np.int64], float]:
    """Give the texts that share hashes, how many each, and the share of the hashes that tell anything."""
    at, texts = _joined([_merged(conn, hashes), _delta(conn).find(hashes)])
    if not len(at):
        return texts, texts, 1.0
    pairs = np.unique((at << 32) | texts)  # a text may be in both
    at, texts = pairs >> 32, pairs & 0xFFFFFFFF
    spread = np.bincount(at, minlength=len(hashes))
    telling = spread[at] <= MOST_TEXTS
    found, hits = np.unique(texts[telling], return_counts=True)
    return found, hits, float((spread <= MOST_TEXTS).mean())


def _joined(parts: list[Pairs]) -> Pairs:
    return np.concatenate([at for at, _ in parts]), np.concatenate([texts for _, texts in parts])


def _merged(conn: sqlite3.Connection, hashes: Numbers) -> Pairs:
    """Look hashes up in the merged index: for each find the hash's place among those asked for, and the text."""
    asked = hashes.tolist()
    place = {one: at for at, one in enumerate(asked)}
    query = "SELECT hash, texts FROM postings WHERE hash IN (SELECT value FROM json_each(?))"
    rows = conn.execute(query, (json.dumps(asked),)).fetchall()
    if not rows:
        return np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64)
    sizes = [len(blob) // 4 for _, blob in rows]
    texts = np.frombuffer(b"".join(blob for _, blob in rows), dtype="<u4").astype(np.int64)
    return np.repeat(np.array([place[one] for one, _ in rows], dtype=np.int64), sizes), texts


def _delta(conn: sqlite3.Connection) -> Delta:
    """Give what is not merged yet, brought up to date: other connections file as well."""
    memory = memory_of(conn)
    delta = memory.get("delta")
    if not isinstance(delta, Delta):
        delta = memory["delta"] = Delta(_merged_to(conn))
    rows = conn.execute("SELECT seq, text_id, grams, hashes FROM sketches WHERE seq > ? ORDER BY seq", (delta.seq,))
    for seq, text_id, runs, packed in rows:
        delta.add(seq, text_id, unpacked(packed, runs).indexed())
    return delta


def forget(conn: sqlite3.Connection) -> None:
    """Drop the memory of what is not merged; it is rebuilt at the next look-up."""
    memory_of(conn).pop("delta", None)


def unmerged(conn: sqlite3.Connection) -> int:
    """Count the texts that are not merged yet."""
    (last,) = conn.execute("SELECT coalesce(max(seq), 0) FROM sketches").fetchone()
    return int(last) - _merged_to(conn)


def _merged_to(conn: sqlite3.Connection) -> int:
    """Give the sketch up to which all slices are merged; a slice without a row never was."""
    slices, seq = conn.execute("SELECT count(*), min(seq) FROM postings_merged").fetchone()
    return int(seq) if slices == SLICES else 0


SLICE_BITS: Final = BITS - 4
"""Bits of a hash below those that name its slice."""
