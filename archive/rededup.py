"""All relations made anew from the texts, the rules and what people said; and what that changes, before it is written.

Everything is computed in memory and beside what is there; then what differs is written in one transaction, so that a
kill leaves either the old relations or the new ones. Ids stay: a report keeps that of its oldest text, the others
redirect, and one that was merged by mistake gets its own again.
"""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import numpy as np

from archive.database import Archive
from archive.likeness.candidates import Standing, likeliest
from archive.likeness.grams import Numbers, han_of, points_of
from archive.likeness.sketch import LEAST_RUNS, sketch_of
from archive.likeness.stops import with_starter
from archive.merging import merge
from archive.posting_delta import Delta
from archive.postings import forget
from archive.regrouping import regrouped
from archive.regrouping_write import Changes, write
from archive.stop_grams import LEAST_REPORTS, LONGEST, MOST_REPORTS, common_runs, keep
from archive.wording_order import wordings_of

ALIKE: Final = 0.4
"""Share of a sketch from which a text is taken for another one's copy while formulae are learned."""


class _Undone(Exception):
    """Ends a dry run's transaction without a trace."""


def rededup(archive: Archive, *, dry_run: bool = False) -> Changes:
    """Make all relations anew; with `dry_run` only say what would change. Raises Busy, DiskFull as any writer."""
    stops = learned(archive.conn)
    made = regrouped(archive.conn, with_starter(stops))
    found: list[Changes] = []
    try:
        with archive.transaction() as conn:
            found.append(write(conn, made))
            keep(conn, stops, len(made.groups))
            if dry_run:
                raise _Undone
    except _Undone:
        return found[0]
    forget(archive.conn)
    merge(archive)
    return found[0]


@dataclass(frozen=True, slots=True)
class _Alone:
    """Texts of which each stands for itself, with their runs."""

    sizes: dict[int, int]

    def runs(self, texts: list[int]) -> dict[int, int]:
        return {text: self.sizes[text] for text in texts}

    def standing(self, texts: list[int]) -> Iterator[Standing]:
        return ((text, text, text) for text in texts)


def learned(conn: sqlite3.Connection) -> Numbers:
    """Learn the formulae from texts that have no likeness among those before them, in the order of `wordings_of`.

    So they follow from the set of texts alone. Empty where there are too few of them to tell.
    """
    delta = Delta(0)
    runs: dict[int, int] = {}
    for one in wordings_of(conn):
        (words,) = conn.execute("SELECT text FROM texts WHERE id = ?", (one.id,)).fetchone()
        sketch = sketch_of(han_of(points_of(words))[0])
        if sketch.runs < LEAST_RUNS:
            continue
        pairs = delta.find(sketch.indexed())
        found = likeliest(sketch, pairs, _Alone(runs), most=1)
        if not found or found[0].share < ALIKE:
            runs[one.id] = sketch.runs
            delta.add(one.id, one.id, sketch.indexed())
    texts = sorted(text_id for text_id, count in runs.items() if count <= LONGEST)
    if len(texts) < LEAST_REPORTS:
        return np.zeros(0, dtype=np.uint64)
    return common_runs(conn, texts[:: -(-len(texts) // MOST_REPORTS)])
