"""The one search engine: `find(conn, Query(...)) -> Found`, behind the command line, the web pages and Datasette.

What a page of results holds and in which order; a read-only connection will do. The index is kept in `archive.search`,
the sieve of facts stands in `archive.sieve`, the pieces of text with their marks in `archive.snippet`.
"""

import json
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from archive.question import Order, Query
from archive.search import version_of
from archive.selecting import MOST_RANKED, Selection, select
from archive.sieve import conditions
from archive.snippet import MARKS, Piece, joined, pieces, title_pieces
from archive.stored_json import marks_in, strings_in
from archive.words import words_of

__all__ = ["MOST_HITS", "MOST_RANKED", "Found", "Hit", "Note", "Order", "Query", "find"]

MOST_HITS = 100_000
"""Reports of one page of results: each is read, for its snippet."""
_TOGETHER = 100


class Note(StrEnum):
    """Why an answer is not quite what was asked for; the value says it in English, `chinese` in Chinese."""

    TOO_MANY_TO_RANK = f"more than {MOST_RANKED:,} reports match: too many to rank, the newest first"
    NO_WORDS = "nothing to search for: marks and operators alone mean nothing"

    @property
    def chinese(self) -> str:
        """Say it in Chinese."""
        return _CHINESE[self]


_CHINESE = {
    Note.TOO_MANY_TO_RANK: f"匹配超过 {MOST_RANKED:,} 篇，无法按相关度排序，改按日期从新到旧排列",
    Note.NO_WORDS: "没有可检索的字词：只有标点或运算符",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """One report that was found, however many copies there are of it."""

    public_id: str
    title: str | None
    title_pieces: tuple[Piece, ...]
    """The title in pieces of (text, is it a find); empty where there is none."""
    pieces: tuple[Piece, ...]
    """The places of the terms in one line, in pieces of (text, is it a find); nothing is escaped."""
    copies: int
    """Places where it stands now."""
    sites: int
    first_published_on: str | None
    """Earliest date of a copy; None = all undated."""
    site: str | None
    """Host of the earliest copy; None for imports without address."""
    genre: str | None
    script: str | None
    period: tuple[str, ...]
    """Years that the text speaks of."""
    chars: int
    labels: tuple[str, ...] = ()
    asserted: Mapping[str, Any] = field(default_factory=dict)
    """What people said of it, by field: value, derived, who, why, at."""

    @property
    def snippet(self) -> str:
        """Give the places of the terms as plain text, finds between « and »; not escaped."""
        return joined(self.pieces, MARKS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A page of results, and how many reports match in all."""

    total: int
    hits: tuple[Hit, ...]
    ordered_by: Order
    """The order they are in; not the one asked for where `note` says why."""
    note: Note | None = None


_HITS = """
SELECT reports.id, reports.public_id, reports.title, texts.text, reports.copies, reports.sites,
  reports.first_published_on, genres.name AS genre, reports.script, reports.period, reports.chars, reports.labels,
  reports.asserted, (SELECT sites.host FROM copies JOIN sites ON sites.id = copies.site_id
    WHERE copies.report_id = reports.id AND copies.is_current
    ORDER BY coalesce(iif(json_valid(copies.asserted), json_extract(copies.asserted, '$.published_on.value'), NULL),
      copies.published_on, '9999'),
      copies.id LIMIT 1) AS site
FROM json_each(?) AS wanted JOIN reports ON reports.id = wanted.value JOIN texts ON texts.id = reports.text_id
LEFT JOIN genres ON genres.id = reports.genre_id ORDER BY wanted.key
"""


def find(conn: sqlite3.Connection, query: Query) -> Found:
    """Find the reports that hold every term, in title or text, and pass every filter; one hit a report.

    Best first is bm25 with the title weighing eight times the text, where at most MOST_RANKED match; past that, and
    without terms, the newest first. Total and hits are of one moment, though a crawl may be writing. Raises BadQuery
    for a date that is none.
    """
    sieve = conditions(query)
    limit, offset = max(0, min(query.limit, MOST_HITS)), max(0, min(query.offset, 2**40))
    with _one_moment(conn):
        words = words_of(query.text, version=version_of(conn))
        if query.text.strip() and not words.ranked:
            return Found(total=0, hits=(), ordered_by=query.order, note=Note.NO_WORDS)
        selection = select(conn, words, sieve)
        order, note = _order(query.order, selection)
        ids = selection.page(order, limit=limit, offset=offset)
        hits = tuple(_hit(row, query.text) for row in _rows(conn, ids))
    return Found(total=selection.total, hits=hits, ordered_by=order, note=note)


@contextmanager
def _one_moment(conn: sqlite3.Connection) -> Iterator[None]:
    """Let several questions see the same rows."""
    if conn.in_transaction:
        yield
        return
    conn.execute("BEGIN")
    try:
        yield
    finally:
        if conn.in_transaction:  # some faults of a disk end it by themselves
            conn.execute("ROLLBACK")


def _order(asked: Order, selection: Selection) -> tuple[Order, Note | None]:
    """Say which order is given, and why where it is another one than was asked for."""
    if asked is not Order.BEST or not selection.words.ranked:
        return (Order.NEWEST if asked is Order.BEST else asked), None
    return (asked, None) if selection.is_rankable else (Order.NEWEST, Note.TOO_MANY_TO_RANK)


def _rows(conn: sqlite3.Connection, ids: Sequence[int]) -> Iterator[Sequence[Any]]:
    """Give what is shown of reports, with their texts: a few at a time, for a text may be a book."""
    for start in range(0, len(ids), _TOGETHER):
        yield from conn.execute(_HITS, (json.dumps(ids[start : start + _TOGETHER]),))


def _hit(row: Sequence[Any], text: str) -> Hit:
    _, public_id, title, body, copies, sites, first, genre, script, period, chars, labels, asserted, site = row
    return Hit(
        public_id=public_id, title=title, title_pieces=title_pieces(title or "", text), pieces=pieces(body, text),
        copies=copies, sites=sites, first_published_on=first, site=site, genre=genre, script=script,
        period=strings_in(period), chars=chars, labels=strings_in(labels), asserted=marks_in(asserted),
    )  # fmt: skip
