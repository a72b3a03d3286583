"""Pages that ask not to be shown from an archive, taken out of a copy of it, with all that only they had."""

import json
import sqlite3

from archive import search
from archive.filing.reports import refresh

_DOCUMENTS = "SELECT id FROM documents WHERE noarchive"
_COPIES = f"SELECT id FROM copies WHERE document_id IN ({_DOCUMENTS})"  # noqa: S608 - our own words
_OF_PASSAGES = """
UPDATE passages SET reports = (SELECT count(*) FROM passage_uses AS u WHERE u.passage_id = passages.id AND is_counted)
WHERE id IN (SELECT value FROM json_each(?))
"""


def leave_noarchive_out(conn: sqlite3.Connection) -> dict[str, int]:
    """Take these pages out, in a transaction of the caller's; give how many pages and reports are gone."""
    (pages,) = conn.execute(f"SELECT count(*) FROM ({_DOCUMENTS})").fetchone()  # noqa: S608 - our own words
    if not pages:
        return {"pages that ask not to be archived": 0}
    touched = [number for (number,) in conn.execute(
        f"SELECT DISTINCT report_id FROM copies WHERE id IN ({_COPIES})")]  # noqa: S608 - as above  # fmt: skip
    _forget_words(conn)
    for statement in (
        f"DELETE FROM edits WHERE copy_id IN ({_COPIES})", f"DELETE FROM copies WHERE id IN ({_COPIES})",  # noqa: S608
        *(f"DELETE FROM {table} WHERE document_id IN ({_DOCUMENTS})"  # noqa: S608 - as above
          for table in ("replies", "attachments", "readings", "captures", "frontier")),
        "DELETE FROM documents WHERE noarchive",
    ):  # fmt: skip
        conn.execute(statement)
    gone = [number for number in touched if not _is_left(conn, number)]
    passages = _passages_of(conn, touched)
    for number in touched:
        refresh(conn, number) if number not in gone else _drop(conn, number)
    numbers = json.dumps(touched)
    conn.execute("DELETE FROM texts WHERE report_id IN (SELECT value FROM json_each(?)) AND id NOT IN"
                 " (SELECT text_id FROM copies) AND id NOT IN (SELECT text_id FROM reports WHERE text_id IS NOT NULL)",
                 (numbers,))  # fmt: skip
    _mend_passages(conn, passages)
    for table in ("reports_fts", "reports_characters"):  # what was taken out lies there until it is put in order
        conn.execute(f"INSERT INTO {table} ({table}) VALUES ('optimize')")  # noqa: S608 - as above
    return {"pages that ask not to be archived": pages, "reports that stood on such pages only": len(gone)}


def _forget_words(conn: sqlite3.Connection) -> None:
    """Delete what people said of these pages and of places on them."""
    keys = conn.execute("SELECT key FROM documents WHERE noarchive").fetchall()
    for (key,) in keys:
        conn.execute("DELETE FROM assertions WHERE subject = 'document:' || ?1"
                     " OR substr(subject, 1, length(?1) + 6) = 'copy:' || ?1 || '#'", (key,))  # fmt: skip


def _is_left(conn: sqlite3.Connection, report: int) -> bool:
    return conn.execute("SELECT 1 FROM copies WHERE report_id = ?", (report,)).fetchone() is not None


def _drop(conn: sqlite3.Connection, report: int) -> None:
    """Delete a report that stands nowhere any more, with the ids that led to it."""
    public_id, title, text = conn.execute(
        "SELECT public_id, reports.title, text FROM reports LEFT JOIN texts ON texts.id = text_id WHERE reports.id = ?",
        (report,),
    ).fetchone()
    if conn.execute("SELECT 1 FROM reports_fts_docsize WHERE id = ?", (report,)).fetchone():
        search.unindex(conn, report, title=title, text=text or "")
    for statement in (
        "DELETE FROM relations WHERE ?1 IN (report_id, other_id)", "DELETE FROM passage_uses WHERE report_id = ?1",
        "UPDATE passages SET first_report_id = NULL, first_used_on = NULL WHERE first_report_id = ?1",
        "DELETE FROM texts WHERE report_id = ?1", "DELETE FROM reports WHERE ?1 IN (id, merged_into_id)",
    ):  # fmt: skip
        conn.execute(statement, (report,))
    conn.execute("DELETE FROM assertions WHERE subject = 'report:' || ?1 OR (field IN ('same_as', 'not_same_as')"
                 " AND value = ?1)", (public_id,))  # fmt: skip


def _passages_of(conn: sqlite3.Connection, reports: list[int]) -> str:
    """Give the passages of reports, as JSON."""
    found = conn.execute("SELECT DISTINCT passage_id FROM passage_uses WHERE report_id IN"
                         " (SELECT value FROM json_each(?))", (json.dumps(reports),))  # fmt: skip
    return json.dumps([number for (number,) in found])


def _mend_passages(conn: sqlite3.Connection, passages: str) -> None:
    """Count the passages anew that reports had which are gone or show another text; those of one report are none."""
    conn.execute(_OF_PASSAGES, (passages,))
    few = "SELECT id FROM passages WHERE reports < 2 AND id IN (SELECT value FROM json_each(?))"
    conn.execute(f"DELETE FROM passage_uses WHERE passage_id IN ({few})", (passages,))  # noqa: S608 - our own words
    conn.execute(f"DELETE FROM passages WHERE id IN ({few})", (passages,))  # noqa: S608 - as above
