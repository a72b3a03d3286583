"""Making the tables of passages anew: beside the old rows, in short transactions, swapped in one at the end.

What a passage is: `archive.passage_units`; what counts as another report: `archive.passage_reports`; the counting:
`archive.passage_finding`; questions about the rows: `archive.passage_queries`.
"""

import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress

import numpy as np

from archive.database import Archive, open_archive
from archive.errors import ArchiveError
from archive.locks import hold
from archive.passage_finding import Found, Spill, shared
from archive.passage_reports import Reports, load
from archive.passage_stamp import put_stamp, stamp
from archive.passage_units import units_of
from archive.tables.passages import BESIDE, PASSAGE_USES, PASSAGES, SHADOWS
from archive.tables.table import Table

ROWS = 20_000
"""Uses written in one transaction: some 50 ms, so that a crawl beside it never waits for long."""
TEXTS = 256
"""Texts read at a time."""
Numbered = tuple[int, str]
Watch = Callable[[Iterator[Numbered], int], Iterable[Numbered]]
"""Passes on the texts, of which it is told how many there are; for showing how far the work is."""


def rebuild_passages(archive: Archive, *, watch: Watch | None = None) -> int:
    """Make all passages anew from the canonical texts; give how many there are. Call it outside a transaction.

    The same reports give the same rows, whatever was there. Interrupted at any moment, the old rows stay as they were.
    Raises Busy where another process does the same.
    """
    with hold(archive.folder, "passages", purpose="finding passages"):
        try:
            return _build(archive, watch)
        finally:
            with suppress(ArchiveError):  # as on a full disk: the next build takes them away
                _drop(archive, SHADOWS)


def _build(archive: Archive, watch: Watch | None) -> int:
    """Build from one snapshot, so that places fit the texts although others file meanwhile."""
    with open_archive(archive.folder, read_only=True) as seen:
        seen.conn.execute("BEGIN")
        reports = load(seen.conn)
        made_from = stamp(seen.conn)
        _drop(archive, SHADOWS)
        with archive.transaction() as conn:
            for table in SHADOWS:
                conn.execute(table.create())
        with Spill(archive.folder, len(reports.ids)) as spill:
            _cut(seen.conn, reports, spill, watch)
            count = 0
            for records in spill.slices():
                count += _write(archive, _Finds(seen.conn, reports, shared(records, reports), count))
    with _working_on_disk(archive.conn):
        _index(archive)
        _swap(archive, made_from)
    return count


@contextmanager
def _working_on_disk(conn: sqlite3.Connection) -> Iterator[None]:
    """Let SQLite sort and undo on disk for a block: in memory, as elsewhere, both grow with the tables (300 MB)."""
    (kept,) = conn.execute("PRAGMA temp_store").fetchone()
    conn.execute("PRAGMA temp_store = FILE")
    try:
        yield
    finally:
        conn.execute(f"PRAGMA temp_store = {kept}")


def _cut(conn: sqlite3.Connection, reports: Reports, spill: Spill, watch: Watch | None) -> None:
    texts = _in_order(conn, reports)
    for at, text in texts if watch is None else watch(texts, len(reports.ids)):
        spill.add(at, units_of(text))


def _in_order(conn: sqlite3.Connection, reports: Reports) -> Iterator[Numbered]:
    """Give the canonical text of every report with the report's place."""
    for low in range(0, len(reports.ids), TEXTS):
        wanted = reports.text_ids[low : low + TEXTS].tolist()
        texts = _texts(conn, wanted)
        yield from ((at, texts[text_id]) for at, text_id in enumerate(wanted, start=low))


def _texts(conn: sqlite3.Connection, text_ids: list[int]) -> dict[int, str]:
    sql = "SELECT id, text FROM texts WHERE id IN (SELECT value FROM json_each(?))"
    return dict(conn.execute(sql, (json.dumps(text_ids),)).fetchall())


class _Finds:
    """The finds of a slice as rows; `before` passages were numbered already."""

    def __init__(self, conn: sqlite3.Connection, reports: Reports, found: Found, before: int) -> None:
        self.found, self.before = found, before
        self._conn, self._reports = conn, reports

    def passages(self, low: int, high: int) -> Iterator[tuple[object, ...]]:
        """Give the rows of the passages low to high, in the order of first use, so that each text is read once."""
        found, reports = self.found, self._reports
        firsts = found.uses[found.first[low:high]]
        wording: tuple[int, str] = (-1, "")
        for at in np.argsort(firsts["report"], kind="stable").tolist():
            _, report, start, end, _ = firsts[at].item()
            if wording[0] != report:
                text_id = int(reports.text_ids[report])
                wording = (report, _texts(self._conn, [text_id])[text_id])
            text, number = wording[1][start:end], low + at
            yield (
                self.before + number + 1, "paragraph" if found.is_paragraph[number] else "sentence",
                int(found.reports[number]), int(found.sites[number]), int(found.figures[number]),
                len("".join(text.split())), reports.dates[report], int(reports.ids[report]), text,
            )  # fmt: skip

    def uses(self, low: int, high: int) -> Iterator[tuple[int, ...]]:
        """Give the rows of the uses of the passages low to high."""
        found = self.found
        first, last = np.searchsorted(found.passage, [low, high])
        uses = found.uses[first:last]
        columns: tuple[np.ndarray, ...] = (
            found.passage[first:last] + self.before + 1, self._reports.ids[uses["report"]], uses["start"], uses["end"],
            found.is_counted[first:last].astype(np.int64),
        )  # fmt: skip
        return zip(*(column.tolist() for column in columns), strict=True)


def _write(archive: Archive, finds: _Finds) -> int:
    """Write the rows of a slice beside the old ones, some thousands a transaction; give how many passages."""
    count = len(finds.found.reports)
    low = 0
    while low < count:
        begin = int(np.searchsorted(finds.found.passage, low))
        end = begin + ROWS
        high = count if end >= len(finds.found.passage) else max(low + 1, int(finds.found.passage[end]))
        rows, uses = list(finds.passages(low, high)), list(finds.uses(low, high))
        with archive.transaction() as conn:
            conn.executemany(_insert(SHADOWS[0]), rows)
            conn.executemany(_insert(SHADOWS[1]), uses)
        low = high
    return count


def _insert(table: Table) -> str:
    names = ", ".join(f'"{column.name}"' for column in table.columns)
    holes = ", ".join("?" * len(table.columns))
    return f'INSERT INTO "{table.name}" ({names}) VALUES ({holes})'  # noqa: S608 - names of our own table


def _drop(archive: Archive, tables: Iterable[Table]) -> None:
    """Take tables away, those that point to others first."""
    known = {name for (name,) in archive.conn.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    gone = [table for table in reversed(tuple(tables)) if table.name in known]
    if gone:
        with archive.transaction() as conn:
            for table in gone:
                conn.execute(f'DROP TABLE "{table.name}"')


def _index(archive: Archive) -> None:
    """Make the indexes of the new rows, one a transaction.

    Indexes keep their names when their table is renamed, so every other time the names are those of the old tables'
    schema, and in between those of the shadows: whichever are free.
    """
    taken = {name for (name,) in archive.conn.execute("SELECT name FROM sqlite_master WHERE type = 'index'")}
    for table in SHADOWS:
        for statement in table.create_indexes():
            name = statement.split('"')[1]
            free = name.replace(BESIDE, "") if name in taken else name
            with archive.transaction() as conn:
                conn.execute(statement.replace(f'"{name}"', f'"{free}"'))


def _swap(archive: Archive, made_from: str) -> None:
    """Put the new rows in the place of the old ones, and say what they were made from.

    SQLite follows the new names in what refers to them; `archive_info` changes in the same transaction.
    """
    with archive.transaction() as conn:
        for table in (PASSAGE_USES, PASSAGES):
            conn.execute(f'DROP TABLE IF EXISTS "{table.name}"')
        for table in (PASSAGES, PASSAGE_USES):
            conn.execute(f'ALTER TABLE "{table.name}{BESIDE}" RENAME TO "{table.name}"')
        put_stamp(conn, made_from)
