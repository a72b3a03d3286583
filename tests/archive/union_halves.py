"""Archives whose captures are filed from hand-made readings, joined without any bytes, and compared by content."""

import sqlite3
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from archive.database import Archive, open_archive
from archive.rededup import rededup
from archive.union.captures import put_unit, units, with_ours
from archive.union.ids import Ids, join_ids
from archive.union.rows import join_rows
from archive.union.words import Words, join_words
from cleaners.reading import Reading

Readings = Mapping[str, Reading]
"""What each capture gives, by the digest of its bytes."""

QUESTIONS = {
    "copies": "SELECT d.key, k.position, k.part, k.version, k.is_current, t.sha256, k.relation, k.title,"
    " k.published_on, k.first_seen_at, k.last_seen_at FROM copies AS k JOIN documents AS d ON d.id = k.document_id"
    " JOIN texts AS t ON t.id = k.text_id",
    "documents": "SELECT key, kind, view, title, pages_of, pages_have, is_complete, first_seen_at, last_seen_at,"
    " asserted FROM documents",
    "replies": "SELECT key, floor, text FROM replies JOIN documents ON documents.id = document_id",
    "captures": "SELECT sha256, url, fetched_at, state, reason, page FROM captures",
    "frontier": "SELECT frontier.key, frontier.state, frontier.reason, captures.fetched_at FROM frontier"
    " LEFT JOIN captures ON captures.id = capture_id",
    "failures": "SELECT url, reason, failed_at FROM failures",
}


def join(archive: Archive, folder: Path, readings: Readings, *, most: int | None = None) -> tuple[int, Ids, Words]:
    """Join the archive in a folder; with `most` as if killed after so many units."""
    with open_archive(folder, read_only=True) as other:
        numbers = join_rows(archive, other.conn)
        todo, _, _ = units(archive, other.conn, numbers)
        new = 0
        for unit in todo[:most]:
            whole = with_ours(archive, unit)
            answers = [None if shot.is_verbatim else readings[shot.place.sha256] for shot in whole.shots]
            with archive.transaction() as conn:
                new += put_unit(conn, whole, answers)
        if most is not None:
            return new, Ids(redirects=0, kept=0, clashes={}), Words(new=0, replaced=0)
        ids = join_ids(archive, other.conn)
        words = join_words(archive, other.conn, ids.clashes)
    rededup(archive)
    return new, ids, words


def content(archive: Archive) -> dict[str, Any]:
    """Give what an archive holds, without any number of a row: reports as sets of texts."""
    conn = archive.conn
    reports: dict[int, set[str]] = {}
    shown = "SELECT report_id, sha256 FROM texts WHERE id IN (SELECT text_id FROM copies)"
    for report_id, sha256 in conn.execute(shown):
        reports.setdefault(report_id, set()).add(sha256)
    sets = {report_id: frozenset(texts) for report_id, texts in reports.items()}
    return {
        "reports": set(sets.values()),
        "relations": {
            (sets[one] if name == "contains" else frozenset((sets[one], sets[other])), sets[other] if name == "contains"
             else None, name)
            for one, other, name in conn.execute("SELECT report_id, other_id, relation FROM relations")
        },
        **{name: sorted(conn.execute(sql).fetchall(), key=repr) for name, sql in QUESTIONS.items()},
    }  # fmt: skip


def leads_to(conn: sqlite3.Connection, public_id: str) -> str | None:
    """Give the canonical text of the report that an id leads to; None where it leads nowhere."""
    row = conn.execute(
        "SELECT texts.text FROM reports"
        " JOIN reports AS stands ON stands.id = coalesce(reports.merged_into_id, reports.id)"
        " JOIN texts ON texts.id = stands.text_id WHERE reports.public_id = ?", (public_id,),
    ).fetchone()  # fmt: skip
    return None if row is None else str(row[0])
