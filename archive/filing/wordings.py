"""Wordings: a text found or made, with the report it is a text of. Which one is canonical is decided in `reports`."""

import sqlite3
from dataclasses import dataclass, replace

from archive import postings, search
from archive.duplicates import Verdict, decide, relate
from archive.filing.centers import recenter
from archive.filing.context import Filing
from archive.filing.joining import merge
from archive.filing.minting import free_id
from archive.fingerprint import RULES, Keys
from archive.likeness.judge import RULES as LIKENESS
from archive.likeness.prepared import Prepared

_NEW_TEXT = """
INSERT INTO texts (sha256, report_id, chars, han, key, title_key, digits, rules, text, relation, measure,
  canonical_share, relation_rules)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
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
    verdict = decide(conn, keys, text)
    report_id = verdict.report_id or heir
    is_new = report_id is None
    if report_id is None:
        report_id = _new_report(filing, keys)
    text_id = _put_text(conn, report_id, text, keys, verdict)
    relate(conn, report_id, verdict)
    if verdict.report_id is None:
        postings.index(conn, text_id, (verdict.prepared or Prepared(text)).sketch)
    else:
        report_id = _settle(conn, report_id, text_id, verdict)
    return Wording(text_id=text_id, report_id=report_id, text=text, is_new_report=is_new)


def _put_text(conn: sqlite3.Connection, report_id: int, text: str, keys: Keys, verdict: Verdict) -> int:
    edge = verdict.edge
    rules = None if edge.measure is None else LIKENESS
    values = (keys.sha256, report_id, keys.chars, keys.han, keys.key, keys.title_key, keys.digits, RULES, text,
              edge.relation, edge.measure, edge.canonical_share, rules)  # fmt: skip
    return int(conn.execute(_NEW_TEXT, values).lastrowid or 0)


def _settle(conn: sqlite3.Connection, report_id: int, text_id: int, verdict: Verdict) -> int:
    """Let a text that joined a report change what it shows of it: its center, and reports that are one now."""
    for other in verdict.also:  # first: a center that no copy shows yet would be taken for one that lost its last
        report_id = merge(conn, report_id, other)
    if verdict.is_source:
        recenter(conn, report_id, text_id)
    return report_id


def _new_report(filing: Filing, keys: Keys) -> int:
    """Mint a report: its public id is the beginning of its first text's digest, longer where that is taken."""
    values = (free_id(filing.conn, keys.sha256), filing.now, filing.crawl_id)
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
