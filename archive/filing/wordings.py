"""Wordings: a text found or made, with the report it is a text of. Which one is canonical is decided in `reports`."""

import sqlite3
from dataclasses import dataclass, replace

from archive import search
from archive.duplicates import decide, relate_editions
from archive.filing.context import Filing
from archive.fingerprint import RULES, Keys

PUBLIC_ID_DIGITS = 10

_NEW_TEXT = """
INSERT INTO texts (sha256, report_id, chars, han, key, title_key, digits, rules, text)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
_CHANGE_TEXT = """
UPDATE texts SET chars = ?, han = ?, key = ?, title_key = ?, digits = ?, rules = ?, text = ? WHERE id = ?
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """A text in the archive and the report it is a text of."""

    text_id: int
    report_id: int
    text: str
    """As kept; its white space may not be that of the copy at hand."""
    is_new_report: bool = False


def wording_of(filing: Filing, text: str, keys: Keys, *, heir: int | None = None) -> Wording:
    """Find the wording or make it, with its report; a text of no known report goes to `heir`, else makes a new one."""
    conn = filing.conn
    known = conn.execute("SELECT id, report_id, text FROM texts WHERE sha256 = ?", (keys.sha256,)).fetchone()
    if known is not None:
        return Wording(text_id=known[0], report_id=known[1], text=known[2])
    verdict = decide(conn, keys)
    report_id = verdict.report_id or heir
    is_new = report_id is None
    if report_id is None:
        report_id = _new_report(filing, keys)
    values = (keys.sha256, report_id, keys.chars, keys.han, keys.key, keys.title_key, keys.digits, RULES, text)
    text_id = conn.execute(_NEW_TEXT, values).lastrowid
    relate_editions(conn, report_id, verdict.editions)
    return Wording(text_id=int(text_id or 0), report_id=report_id, text=text, is_new_report=is_new)


def _new_report(filing: Filing, keys: Keys) -> int:
    """Mint a report: its public id is the beginning of its first text's digest, longer where that is taken."""
    digits = PUBLIC_ID_DIGITS
    while filing.conn.execute("SELECT 1 FROM reports WHERE public_id = ?", (keys.sha256[:digits],)).fetchone():
        digits += 1
    values = (keys.sha256[:digits], filing.now, filing.crawl_id)
    made = filing.conn.execute("INSERT INTO reports (public_id, added_at, crawl_id) VALUES (?, ?, ?)", values)
    return int(made.lastrowid or 0)


def keep_as(conn: sqlite3.Connection, wording: Wording, text: str, keys: Keys) -> Wording:
    """Keep a wording with this white space and these keys, unless a second copy stands on it as it is.

    A second copy's edits fit only the text that they were made for.
    """
    (copies,) = conn.execute("SELECT count(*) FROM copies WHERE text_id = ?", (wording.text_id,)).fetchone()
    if copies > 1:
        return wording
    if text != wording.text:
        _index_as(conn, wording, text)
    values = (keys.chars, keys.han, keys.key, keys.title_key, keys.digits, RULES, text, wording.text_id)
    conn.execute(_CHANGE_TEXT, values)
    return replace(wording, text=text)


def _index_as(conn: sqlite3.Connection, wording: Wording, text: str) -> None:
    """Put the reports that show this wording into the index with its new white space."""
    shown_by = conn.execute(
        "SELECT reports.id, reports.title FROM reports JOIN reports_fts_docsize ON reports_fts_docsize.id = reports.id"
        " WHERE reports.text_id = ?",
        (wording.text_id,),
    ).fetchall()
    for report_id, title in shown_by:
        search.unindex(conn, report_id, title=title, text=wording.text)
        search.index(conn, report_id, title=title, text=text)
