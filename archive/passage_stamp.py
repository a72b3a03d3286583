"""From which state of the archive the passages were made: written by who makes them, read by who shows them."""

import json
import sqlite3

from archive.errors import ArchiveError
from archive.passage_units import RULES

_NAME = "passages"
"""Row of `archive_info`; none = never made."""
_STAMP = "SELECT count(*), total(text_id) FROM reports WHERE merged_into_id IS NULL AND text_id IS NOT NULL"


def stamp(conn: sqlite3.Connection) -> str:
    """Give the rules, and a short sign of which reports there are and which texts they stand on, as JSON."""
    count, texts = conn.execute(_STAMP).fetchone()
    return json.dumps({"rules": RULES, "reports": count, "texts": int(texts)})


def put_stamp(conn: sqlite3.Connection, made_from: str) -> None:
    """Note what the passages were made from."""
    conn.execute("INSERT OR REPLACE INTO archive_info (name, value) VALUES (?, ?)", (_NAME, made_from))


def is_current(conn: sqlite3.Connection) -> bool:
    """Return True when no report or text changed since the passages were made; ArchiveError where they never were."""
    row = conn.execute("SELECT value FROM archive_info WHERE name = ?", (_NAME,)).fetchone()
    if row is None:
        raise ArchiveError("passages were never looked for in this archive: `gongwen passages --rebuild` finds them")
    return bool(row[0] == stamp(conn))
