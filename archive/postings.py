"""The index of sketches: which texts share hashes with a new one. What they have in common is `archive.likeness`'s.

A text's hashes lie all over the index, and ninety random pages written for each text are what such an index dies of
(reference, section 5: 0.5 MB a text at 100,000 texts). So new ones are kept in memory, rebuilt from `sketches` whenever
that is needed, and merged into `postings` in order, many texts at once. Only texts that others are compared with are
in it: the canonical ones.
"""

import json
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import numpy as np

from archive.database import memory_of
from archive.likeness.candidates import MOST_CANDIDATES, MOST_TEXTS, Candidate, Finds, Standing, joined, likeliest
from archive.likeness.grams import RULES, Numbers
from archive.likeness.sketch import LEAST_RUNS, Sketch, unpacked
from archive.posting_delta import Delta

MERGE_AT: Final = 20_000
"""Texts in memory from which they are merged: 10.7 KB are written for each then, 216 with 1,000 (reference)."""
MOST_BYTES: Final = 4 * MOST_TEXTS
"""Of a list that is longer nothing is read any more: it is a formula's."""
SLICES: Final = 16
"""Parts of the index, each merged in a transaction of its own."""


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
    return likeliest(sketch, find(conn, sketch.indexed()), _Filed(conn), most=most)


def find(conn: sqlite3.Connection, hashes: Numbers) -> Finds:
    """Look hashes up: which texts have them. Of a long text only the indexed share of its hashes is there."""
    return joined([_merged(conn, hashes), _delta(conn).find(hashes)])


@dataclass(frozen=True, slots=True)
class _Filed:
    """Texts of the archive."""

    conn: sqlite3.Connection

    def runs(self, texts: list[int]) -> dict[int, int]:
        return dict(self.conn.execute(_RUNS, (json.dumps(texts),)))

    def standing(self, texts: list[int]) -> Iterator[Standing]:
        return self.conn.execute(_STANDING, (json.dumps(texts),))


_RUNS: Final = """
SELECT text_id, grams FROM sketches INDEXED BY idx_sketches_text_id_grams
WHERE text_id IN (SELECT value FROM json_each(?))
"""
_STANDING: Final = """
SELECT texts.id, reports.id, reports.text_id FROM texts JOIN reports ON reports.id = texts.report_id
WHERE texts.id IN (SELECT value FROM json_each(?)) AND reports.text_id IS NOT NULL
"""


def _merged(conn: sqlite3.Connection, hashes: Numbers) -> Finds:
    """Look hashes up in the merged index: for each find the hash's place among those asked for, and the text."""
    asked = hashes.tolist()
    place = {one: at for at, one in enumerate(asked)}
    query = "SELECT hash, texts FROM postings WHERE hash IN (SELECT value FROM json_each(?))"
    rows = conn.execute(query, (json.dumps(asked),)).fetchall()
    few = [row for row in rows if len(row[1]) <= MOST_BYTES]
    formulae = [place[one] for one, blob in rows if len(blob) > MOST_BYTES]
    texts = np.frombuffer(b"".join(blob for _, blob in few), dtype="<u4").astype(np.int64)
    at = np.repeat(np.array([place[one] for one, _ in few], dtype=np.int64), [len(blob) // 4 for _, blob in few])
    return Finds(at, texts, np.array(formulae, dtype=np.int64))


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
