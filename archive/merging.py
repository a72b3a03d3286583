"""Merging of what waits in memory into the index of sketches, slice by slice in the order of the hashes.

Each slice is a transaction of its own and notes how far it came. A text that is in a slice twice, after a kill between
two of them, counts once.
"""

import sqlite3
from collections.abc import Iterator
from typing import Final

import numpy as np

from archive.database import Archive
from archive.likeness.candidates import MOST_TEXTS
from archive.likeness.grams import Numbers
from archive.likeness.sketch import BITS, INDEXED_SHARE, KEPT_SHARE, unpacked
from archive.postings import MERGE_AT, MOST_BYTES, SLICES, forget, unmerged

_ADD: Final = """
INSERT INTO postings (hash, texts) VALUES (?, ?) ON CONFLICT (hash) DO UPDATE
SET texts = CAST(texts || excluded.texts AS BLOB) WHERE length(texts) <= ?
"""
_DENSE: Final = 12
"""Slices of the lowest hashes, of which every text has some; long ones, as most are, have no others."""


def _bounds() -> tuple[int, ...]:
    """Give where the slices begin, and the end: twelve of the lowest hashes, two of the next, two of all others."""
    low, middle, end = (1 << BITS) // INDEXED_SHARE, (1 << BITS) // KEPT_SHARE, 1 << BITS
    dense = [low * part // _DENSE for part in range(_DENSE)]
    return (*dense, low, (low + middle) // 2, middle, (middle + end) // 2, end)


BOUNDS: Final = _bounds()


def merge_when_due(archive: Archive) -> bool:
    """Merge where enough texts wait; True when that was done. To be called outside of any transaction."""
    if unmerged(archive.conn) < MERGE_AT:
        return False
    merge(archive)
    return True


def merge(archive: Archive) -> None:
    """Merge all that waits into the index, in sixteen transactions."""
    (last,) = archive.conn.execute("SELECT coalesce(max(seq), 0) FROM sketches").fetchone()
    for number in range(SLICES):
        with archive.transaction() as conn:
            _merge_slice(conn, number, last)
    forget(archive.conn)


def _merge_slice(conn: sqlite3.Connection, number: int, last: int) -> None:
    row = conn.execute("SELECT seq FROM postings_merged WHERE slice = ?", (number,)).fetchone()
    since = row[0] if row else 0
    conn.executemany(_ADD, _lists(conn, number, since, last))
    conn.execute("INSERT OR REPLACE INTO postings_merged (slice, seq) VALUES (?, ?)", (number, max(since, last)))


def _lists(conn: sqlite3.Connection, number: int, since: int, last: int) -> Iterator[tuple[int, bytes, int]]:
    """Give the new hashes of a slice in order, each with its texts."""
    hashes, texts = _gathered(conn, number, since, last)
    if not len(hashes):
        return
    order = np.lexsort((texts, hashes))
    hashes, texts = hashes[order], texts[order].astype("<u4")
    starts = np.flatnonzero(np.concatenate(([True], hashes[1:] != hashes[:-1])))
    ends = np.append(starts[1:], len(hashes))
    for one, start, end in zip(hashes[starts].tolist(), starts.tolist(), ends.tolist(), strict=True):
        yield one, texts[start : min(end, start + MOST_TEXTS + 1)].tobytes(), MOST_BYTES  # a longer list is not read


def _gathered(conn: sqlite3.Connection, number: int, since: int, last: int) -> tuple[Numbers, Numbers]:
    """Give the hashes of a slice that the sketches after `since` have, and whose they are."""
    low, high = np.uint64(BOUNDS[number]), np.uint64(BOUNDS[number + 1])
    hashes, texts = [np.zeros(0, dtype=np.uint64)], [np.zeros(0, dtype=np.uint64)]
    rows = conn.execute(
        "SELECT text_id, grams, hashes FROM sketches WHERE seq > ? AND seq <= ? ORDER BY seq", (since, last)
    )
    for text_id, runs, packed in rows:
        own = unpacked(packed, runs).indexed()
        own = own[np.searchsorted(own, low) : np.searchsorted(own, high)]
        hashes.append(own)
        texts.append(np.full(len(own), text_id, dtype=np.uint64))
    return np.concatenate(hashes), np.concatenate(texts)
