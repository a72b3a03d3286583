"""A report as its page shows it: title, facts, a stretch of its text, places, relations, words of people. Reads only.

Lists come in parts, texts in stretches: neither a megabyte of text nor 500 places make a page heavy. What was changed
by which rule stands in `archive.changes`, how pages look in `archive.datasette`.
"""

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from archive.asserted import Subject
from archive.assertions import Assertion, history
from archive.chosen import Reason, reason_of
from archive.errors import UnknownId
from archive.places import TITLE_CHARS, Placed, Places, places_of
from archive.queries import Related
from archive.stored_json import marks_in, object_in, share, strings_in, whole
from archive.stretches import Stretch, stretch_of

WORDS_MOST = 100
"""Words of people that are shown; the table of assertions has all of them."""
_REPORT = f"""
SELECT own.id, own.public_id, substr(own.title, 1, {TITLE_CHARS}), length(own.title), own.period, genres.name,
  own.script, own.first_published_on, own.copies, own.sites, own.chars, own.added_at, own.labels, own.asserted,
  own.text_id
FROM reports AS asked JOIN reports AS own ON own.id = coalesce(asked.merged_into_id, asked.id)
LEFT JOIN genres ON genres.id = own.genre_id
WHERE asked.public_id = ?
"""  # noqa: S608 - numbers of ours
_RELATED = f"""
SELECT CASE WHEN relations.relation = 'contains' AND relations.other_id = :id THEN 'contained in'
    ELSE relations.relation END AS told,
  reports.public_id, substr(reports.title, 1, {TITLE_CHARS}), relations.measure
FROM relations JOIN reports ON reports.id = relations.report_id + relations.other_id - :id
WHERE relations.report_id = :id OR relations.other_id = :id ORDER BY told, reports.id LIMIT :limit OFFSET :offset
"""  # noqa: S608 - numbers of ours
_RELATED_SUMS = """
SELECT CASE WHEN relation = 'contains' AND other_id = :id THEN 'contained in' ELSE relation END AS told, count(*)
FROM relations WHERE report_id = :id OR other_id = :id GROUP BY told ORDER BY told
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportHead:
    """What is known of a report, its text and places apart."""

    id: int
    """Row number: for questions about it, never for an address."""
    public_id: str
    redirected_from: str | None
    """The id that was asked for, where it leads here."""
    title: str | None
    title_is_cut: bool
    period: tuple[str, ...]
    genre: str | None
    script: str | None
    first_published_on: str | None
    copies: int
    """Places where it stands now."""
    sites: int
    chars: int
    """White space apart."""
    added_at: str
    labels: tuple[str, ...]
    asserted: Mapping[str, Any]
    text_id: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportView:
    """A report with what a page of it shows."""

    head: ReportHead
    stretch: Stretch
    """A part of the canonical text, or all of it."""
    places: Places
    shown: Placed | None
    """The place whose text and facts the page shows; None for a report without places."""
    facts: Mapping[str, Any]
    """Of the text at that place."""
    reason: Reason | None
    """Why that text was chosen; None where nothing can be said."""
    words: tuple[Assertion, ...]
    """What people said of it, its places and documents, the latest first; at most `WORDS_MOST`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Relations:
    """Other reports that relate to one: a part of the list, and how many there are of each kind."""

    sums: Mapping[str, int]
    """By kind: edition, contains, contained in, sibling."""
    shown: tuple[Related, ...]

    @property
    def total(self) -> int:
        """Count all of them."""
        return sum(self.sums.values())


def head_of(conn: sqlite3.Connection, public_id: str) -> ReportHead:
    """Give a report's facts by its public id, redirects followed; UnknownId, naming the id, where there is none."""
    row = conn.execute(_REPORT, (public_id,)).fetchone()
    if row is None:
        raise UnknownId(f"no report {public_id[:80]!r} here: the search lists those that are")
    return ReportHead(
        id=row[0], public_id=row[1], redirected_from=public_id if row[1] != public_id else None, title=row[2],
        title_is_cut=(row[3] or 0) > TITLE_CHARS, period=strings_in(row[4]), genre=row[5], script=row[6],
        first_published_on=row[7], copies=whole(row[8]), sites=whole(row[9]), chars=whole(row[10]),
        added_at=str(row[11]), labels=strings_in(row[12]), asserted=marks_in(row[13]), text_id=row[14],
    )  # fmt: skip


def view_of(conn: sqlite3.Connection, public_id: str, *, text_page: int = 1) -> ReportView:
    """Give a report as its page shows it, with the stretch of its text that this page number names, from 1.

    Raises UnknownId where there is no such report.
    """
    head = head_of(conn, public_id)
    places = places_of(conn, head.id)
    own = [one for one in places.all if one.text_id == head.text_id]
    shown = next((one for one in own if one.is_current), None) or next(iter([*own, *places.all]), None)
    return ReportView(
        head=head, stretch=stretch_of(text_of(conn, head), text_page), places=places, shown=shown,
        facts=facts_of(conn, shown.id) if shown else {}, reason=_reason(conn, head.id), words=_words(conn, head),
    )  # fmt: skip


def text_of(conn: sqlite3.Connection, head: ReportHead) -> str:
    """Give a report's canonical text; an empty one where its row is gone."""
    row = conn.execute("SELECT text FROM texts WHERE id = ?", (head.text_id,)).fetchone()
    return str(row[0]) if row else ""


def facts_of(conn: sqlite3.Connection, copy_id: int) -> Mapping[str, Any]:
    """Give the facts of the text at a place; nothing where there are none."""
    row = conn.execute("SELECT facts FROM copies WHERE id = ?", (copy_id,)).fetchone()
    return object_in(row[0]) if row else {}


def relations_of(conn: sqlite3.Connection, report_id: int, *, limit: int, offset: int = 0) -> Relations:
    """Give a part of the reports that relate to one: editions, compilations, items, siblings."""
    sums = dict(conn.execute(_RELATED_SUMS, {"id": report_id}).fetchall())
    rows = conn.execute(_RELATED, {"id": report_id, "limit": limit, "offset": offset})
    shown = (Related(relation=told, public_id=public_id, title=title, measure=share(measure))
             for told, public_id, title, measure in rows)  # fmt: skip
    return Relations(sums=sums, shown=tuple(shown))


def _reason(conn: sqlite3.Connection, report_id: int) -> Reason | None:
    """Say why the text was chosen; nothing where the rows of its places cannot be ranked, as after a foreign hand."""
    try:
        return reason_of(conn, report_id)
    except (ValueError, TypeError, AttributeError, KeyError, StopIteration):
        return None


def _words(conn: sqlite3.Connection, head: ReportHead) -> tuple[Assertion, ...]:
    said = history(conn, Subject(kind="report", name=head.public_id))
    return said[: -WORDS_MOST - 1 : -1]
