"""Versions of a place when rules or pages change: taken back, moved, retired; neighbours that became equal made one."""

import sqlite3

from archive.filing.context import Filing
from archive.filing.reports import refresh
from archive.filing.words import follow_part

_AROUND = """
SELECT copies.id, copies.report_id, copies.text_id, copies.document_id, copies.position, copies.part FROM copies
JOIN copies AS own ON own.document_id = copies.document_id AND own.position = copies.position
  AND own.part = copies.part
WHERE own.capture_id = ? ORDER BY copies.document_id, copies.position, copies.part, copies.version
"""


def take_copy(conn: sqlite3.Connection, copy_id: int) -> None:
    """Delete a copy with its edits; an older version at its place stands there again."""
    which = "SELECT document_id, position, part FROM copies WHERE id = ?"
    document_id, position, part = conn.execute(which, (copy_id,)).fetchone()
    conn.execute("DELETE FROM edits WHERE copy_id = ?", (copy_id,))
    conn.execute("DELETE FROM copies WHERE id = ?", (copy_id,))
    conn.execute(
        "UPDATE copies SET is_current = 1 WHERE id = (SELECT id FROM copies WHERE document_id = :document"
        " AND position = :position AND part = :part ORDER BY is_current DESC, version DESC LIMIT 1)",
        {"document": document_id, "position": position, "part": part},
    )


def move_part(conn: sqlite3.Connection, copy_id: int, part: int) -> None:
    """Let a copy of a floor stand as another part of it; as the highest version where its own is taken there."""
    follow_part(conn, copy_id, part)
    conn.execute(
        "UPDATE copies SET part = :part, version = CASE WHEN version IN (SELECT other.version FROM copies AS other"
        " WHERE other.document_id = copies.document_id AND other.position = copies.position AND other.part = :part)"
        " THEN (SELECT max(other.version) + 1 FROM copies AS other WHERE other.document_id = copies.document_id"
        " AND other.position = copies.position AND other.part = :part) ELSE version END WHERE id = :id",
        {"part": part, "id": copy_id},
    )


def retire(filing: Filing, document_id: int, places: set[tuple[int, int]], *, floors_alone: bool) -> None:
    """Let copies that were current at other places than these be so no more; of a thread, only in the same floors."""
    conn, floors = filing.conn, {position for position, _ in places}
    rows = conn.execute(
        "SELECT id, report_id, position, part FROM copies WHERE document_id = ? AND is_current AND last_seen_at <= ?",
        (document_id, filing.fetched_at),
    ).fetchall()
    for copy_id, report_id, position, part in rows:
        if (position, part) not in places and (position in floors or not floors_alone):
            conn.execute("UPDATE copies SET is_current = 0 WHERE id = ?", (copy_id,))
            refresh(conn, report_id)


def fuse_versions(conn: sqlite3.Connection, capture_id: int) -> None:
    """Make one of neighbouring versions whose wordings are equal now, at the places where this capture gave one."""
    rows = conn.execute(_AROUND, (capture_id,)).fetchall()
    kept: tuple[int, ...] | None = None
    for row in dict.fromkeys(rows):
        if kept is not None and row[2:] == kept[2:]:
            _fuse(conn, kept[0], row[0])
            refresh(conn, kept[1])
        else:
            kept = row


def _fuse(conn: sqlite3.Connection, earlier_id: int, later_id: int) -> None:
    """Let the earlier of two equal versions stand for both."""
    conn.execute(
        "UPDATE copies SET (last_seen_at, is_current) = (SELECT max(copies.last_seen_at, later.last_seen_at),"
        " max(copies.is_current, later.is_current) FROM copies AS later WHERE later.id = ?) WHERE id = ?",
        (later_id, earlier_id),
    )
    conn.execute("DELETE FROM edits WHERE copy_id = ?", (later_id,))
    conn.execute("DELETE FROM copies WHERE id = ?", (later_id,))
