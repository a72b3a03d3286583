"""Two reports that turned out to be one: the older id stays, the other redirects, and the star is made anew."""

import sqlite3

from archive import search
from archive.filing.centers import recenter
from archive.filing.reports import redirect, refresh


def merge(conn: sqlite3.Connection, one: int, other: int) -> int:
    """Make one report of two and give the one that stays: the older. Two that are one already are left alone."""
    one, other = _standing(conn, one), _standing(conn, other)
    kept, gone = min(one, other), max(one, other)
    if kept == gone:
        return kept
    title, text_id, text = conn.execute(
        "SELECT reports.title, reports.text_id, texts.text FROM reports LEFT JOIN texts ON texts.id = reports.text_id"
        " WHERE reports.id = ?",
        (gone,),
    ).fetchone()
    if conn.execute("SELECT 1 FROM reports_fts_docsize WHERE id = ?", (gone,)).fetchone():
        search.unindex(conn, gone, title=title, text=text)
    (kept_center,) = conn.execute("SELECT text_id FROM reports WHERE id = ?", (kept,)).fetchone()
    conn.execute("UPDATE copies SET report_id = ? WHERE report_id = ?", (kept, gone))
    redirect(conn, gone, kept)
    if not recenter(conn, kept, kept_center) and not (text_id and recenter(conn, kept, text_id)):
        recenter(conn, kept, kept_center, forced=True)
    refresh(conn, kept)
    return kept


def _standing(conn: sqlite3.Connection, report_id: int) -> int:
    """Give the report that stands for one now."""
    (merged_into,) = conn.execute("SELECT merged_into_id FROM reports WHERE id = ?", (report_id,)).fetchone()
    return int(merged_into or report_id)
