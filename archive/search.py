"""The search index over reports: what is put in and taken out. How it is asked stands in `archive.finding`.

Both tables are contentless (they store tokens, no text) and live in the same transaction as the report: `index` and
`unindex` take the connection of an open transaction. To take a row out, FTS5 must be told the OLD title and text.
"""

import sqlite3
from typing import TYPE_CHECKING

from archive.bigrams import VERSION, WITHOUT_STARTS, characters, tokens

if TYPE_CHECKING:
    from archive.database import Archive

_ADD = "INSERT INTO reports_fts (rowid, title, text) VALUES (?, ?, ?)"
_TAKE = "INSERT INTO reports_fts (reports_fts, rowid, title, text) VALUES ('delete', ?, ?, ?)"
_ADD_CHARACTERS = "INSERT INTO reports_characters (rowid, characters) VALUES (?, ?)"
_TAKE_CHARACTERS = "INSERT INTO reports_characters (reports_characters, rowid, characters) VALUES ('delete', ?, ?)"


def index(conn: sqlite3.Connection, report_id: int, *, title: str | None, text: str) -> None:
    """Put a report into the index; it must not be in it. Call inside the transaction that files it."""
    conn.execute(_ADD, (report_id, tokens(title or ""), tokens(text)))
    conn.execute(_ADD_CHARACTERS, (report_id, characters(title or "", text)))


def unindex(conn: sqlite3.Connection, report_id: int, *, title: str | None, text: str) -> None:
    """Take a report out of the index; title and text are those it was put in with."""
    conn.execute(_TAKE, (report_id, tokens(title or ""), tokens(text)))
    conn.execute(_TAKE_CHARACTERS, (report_id, characters(title or "", text)))


def reindex(archive: "Archive") -> int:
    """Make the whole index anew from the canonical texts, in one transaction; gives the number of reports."""
    with archive.transaction() as conn:
        return refill(conn)


def refill(conn: sqlite3.Connection) -> int:
    """Empty the index and fill it from the canonical texts, in the transaction at hand; gives the number of reports."""
    for table in ("reports_fts", "reports_characters"):
        conn.execute(f"INSERT INTO {table} ({table}) VALUES ('delete-all')")  # noqa: S608 - our own names
    rows = conn.execute(
        "SELECT reports.id, reports.title, texts.text FROM reports JOIN texts ON texts.id = reports.text_id"
        " WHERE reports.merged_into_id IS NULL ORDER BY reports.id"
    )
    count = 0
    for report_id, title, text in rows:
        index(conn, report_id, title=title, text=text)
        count += 1
    conn.execute("INSERT OR REPLACE INTO archive_info (name, value) VALUES ('search_version', ?)", (VERSION,))
    return count


def is_current(conn: sqlite3.Connection) -> bool:
    """True when the index was made by this version of fold and cut, or holds nothing yet."""
    row = conn.execute("SELECT value FROM archive_info WHERE name = 'search_version'").fetchone()
    return row is None or row[0] == VERSION


def version_of(conn: sqlite3.Connection) -> str:
    """Give the version by which the index is to be asked: an older archive that nobody may write to keeps its own."""
    known = conn.execute("SELECT 1 FROM sqlite_master WHERE name = 'reports_characters'").fetchone()
    return VERSION if known else WITHOUT_STARTS
