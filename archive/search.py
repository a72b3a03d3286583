"""The search index over reports and its queries. Folding, bigrams and snippets are made in their own modules.

The index is contentless (it stores tokens, no text) and lives in the same transaction as the report: `index`, `unindex`
and `replace` take the connection of an open transaction. To take a row out, FTS5 must be told the OLD title and text.
"""

import json
import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from archive.bigrams import VERSION, match_query, tokens
from archive.database import Archive
from archive.snippet import MARKS, snippet

TITLE_WEIGHT = 8.0

_ADD = "INSERT INTO reports_fts (rowid, title, text) VALUES (?, ?, ?)"
_TAKE = "INSERT INTO reports_fts (reports_fts, rowid, title, text) VALUES ('delete', ?, ?, ?)"
_HITS = f"""
SELECT reports.public_id, reports.title, texts.text, reports.copies, reports.sites, reports.first_published_on,
  reports.labels, reports.asserted, (SELECT sites.host FROM copies JOIN sites ON sites.id = copies.site_id
    WHERE copies.report_id = reports.id AND copies.is_current
    ORDER BY coalesce(json_extract(copies.asserted, '$.published_on.value'), copies.published_on, '9999'),
      copies.id LIMIT 1)
FROM (SELECT rowid AS id, bm25(reports_fts, {TITLE_WEIGHT}, 1.0) AS score FROM reports_fts
  WHERE reports_fts MATCH ? ORDER BY score, rowid LIMIT ? OFFSET ?) AS found
JOIN reports ON reports.id = found.id JOIN texts ON texts.id = reports.text_id
ORDER BY found.score, found.id
"""  # noqa: S608 - a constant of ours


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """One report that a search found."""

    public_id: str
    title: str | None
    snippet: str
    """The places of the terms in one line, finds between `«` and `»`; not escaped."""
    copies: int
    sites: int
    first_published_on: str | None
    site: str | None
    """Host of the earliest copy; None for imports without address."""
    labels: tuple[str, ...] = ()
    asserted: Mapping[str, Any] = field(default_factory=dict)
    """What people said of it, by field: value, derived, who, why, at."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hits:
    """A page of results, the best first, and how many reports match in all."""

    total: int
    hits: tuple[Hit, ...]


def index(conn: sqlite3.Connection, report_id: int, *, title: str | None, text: str) -> None:
    """Put a report into the index; it must not be in it. Call inside the transaction that files it."""
    conn.execute(_ADD, (report_id, tokens(title or ""), tokens(text)))


def unindex(conn: sqlite3.Connection, report_id: int, *, title: str | None, text: str) -> None:
    """Take a report out of the index; title and text are those it was put in with."""
    conn.execute(_TAKE, (report_id, tokens(title or ""), tokens(text)))


def reindex(archive: Archive) -> int:
    """Make the whole index anew from the canonical texts, in one transaction; gives the number of reports."""
    with archive.transaction() as conn:
        conn.execute("INSERT INTO reports_fts (reports_fts) VALUES ('delete-all')")
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


def search(archive: Archive, query: str, *, limit: int = 20, offset: int = 0) -> Hits:
    """Find the reports that hold every term of the query, in either script, the best match first.

    Terms are set apart by white space; marks and operators mean nothing. A query without letters finds nothing.
    Ranked by bm25 with the title weighing eight times the text.
    """
    expression = match_query(query)
    if not expression:
        return Hits(total=0, hits=())
    count = archive.conn.execute("SELECT count(*) FROM reports_fts WHERE reports_fts MATCH ?", (expression,))
    total: int = count.fetchone()[0]
    rows = archive.conn.execute(_HITS, (expression, limit, offset)).fetchall()
    return Hits(total=total, hits=tuple(_hit(row, query) for row in rows))


def _hit(row: tuple[Any, ...], query: str) -> Hit:
    public_id, title, text, copies, sites, first_published_on, labels, asserted, site = row
    return Hit(
        public_id=public_id,
        title=title,
        snippet=snippet(text, query, marks=MARKS),
        copies=copies,
        sites=sites,
        first_published_on=first_published_on,
        site=site,
        labels=tuple(json.loads(labels or "[]")),
        asserted=json.loads(asserted or "{}"),
    )
