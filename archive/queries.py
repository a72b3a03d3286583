"""Questions about single reports, documents and URLs, for the command line. Search and Datasette are elsewhere."""

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from archive.database import Archive
from archive.errors import UnknownId
from archive.layout import with_breaks
from archive.stored_json import marks_in, strings_in, text_in, whole, whole_object_in
from archive.stored_paths import held_on

_REPORT = """
SELECT reports.id, reports.public_id, reports.title, reports.merged_into_id, reports.period, genres.name,
  reports.script, reports.first_published_on, reports.copies, reports.sites, reports.chars, reports.added_at,
  texts.text, reports.labels, reports.asserted
FROM reports LEFT JOIN texts ON texts.id = reports.text_id LEFT JOIN genres ON genres.id = reports.genre_id
WHERE reports.{column} = ?
"""
_COPIES = f"""
SELECT copies.id, sites.host, copies.url, documents.key, copies.position, copies.part, copies.version,
  copies.is_current, copies.title, copies.subtitle, copies.author, copies.published_on, copies.date_kind,
  copies.first_seen_at, copies.last_seen_at, copies.relation, copies.facts,
  (SELECT count(*) FROM edits WHERE edits.copy_id = copies.id), texts.text, copies.asserted,
  {held_on("copies.")} AS held_on
FROM copies JOIN documents ON documents.id = copies.document_id JOIN texts ON texts.id = copies.text_id
LEFT JOIN sites ON sites.id = copies.site_id
WHERE copies.report_id = ?
ORDER BY held_on IS NULL, held_on, copies.first_seen_at, copies.id
"""  # noqa: S608 - constants of ours
_RELATED = """
SELECT relations.relation, reports.public_id, reports.title, relations.measure FROM relations
JOIN reports ON reports.id = relations.report_id + relations.other_id - :id
WHERE relations.report_id = :id OR relations.other_id = :id ORDER BY relations.relation, reports.id
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """One place where a report stands or stood."""

    id: int
    site: str | None
    url: str | None
    document_key: str
    position: int
    part: int
    """Item of a compilation that stands in one floor, from 1; 0 for a whole floor or part."""
    version: int
    is_current: bool
    title: str | None
    subtitle: str | None
    author: str | None
    published_on: str | None
    date_kind: str | None
    """posted, published, uploaded or updated; `asserted` where a person gave the date."""
    first_seen_at: str
    last_seen_at: str
    relation: str
    facts: Mapping[str, Any]
    edits: int
    """How many changes lie between what the page showed and `text`."""
    text: str
    """As this place has it: with its own white space."""
    asserted: Mapping[str, Any] = field(default_factory=dict)
    """What people said of it, by field: value, derived (what the page states), who, why, at; `labels` is a list."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Related:
    """Another report, and how it relates."""

    relation: str
    public_id: str
    title: str | None
    measure: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A report as the archive shows it."""

    public_id: str
    title: str | None
    text: str
    period: tuple[str, ...]
    genre: str | None
    script: str | None
    first_published_on: str | None
    copies: tuple[Copy, ...]
    """Dated ones first, the earliest before; older versions are among them."""
    current_copies: int
    sites: int
    chars: int
    added_at: str
    edits: int
    """Changes in the copy whose text this is, or the first of several."""
    related: tuple[Related, ...]
    redirected_from: str | None = None
    """The id that was asked for, where it redirects here."""
    labels: tuple[str, ...] = ()
    asserted: Mapping[str, Any] = field(default_factory=dict)
    """What people said of it, by field: value, derived, who, why, at; of fields with many values a list."""


def show(archive: Archive, public_id: str) -> Report:
    """Give a report by its public id; an id that was merged leads to the report that stands for it now.

    Raises UnknownId, naming the id, where there is none.
    """
    row = _report_row(archive, public_id)
    copies = _copies_of(archive.conn, row[0])
    own = next((copy for copy in copies if copy.text == row[12]), None) or next(iter(copies), None)
    related = [
        Related(relation=relation, public_id=other, title=title, measure=measure)
        for relation, other, title, measure in archive.conn.execute(_RELATED, {"id": row[0]})
    ]
    return Report(
        public_id=row[1], title=text_in(row[2]), text=text_in(row[12]) or "", period=strings_in(row[4]), genre=row[5],
        script=row[6], first_published_on=row[7], copies=copies, current_copies=row[8], sites=row[9], chars=row[10],
        added_at=row[11], edits=own.edits if own else 0, related=tuple(related),
        redirected_from=public_id if row[1] != public_id else None, labels=strings_in(row[13]),
        asserted=marks_in(row[14]),
    )  # fmt: skip


def copies(archive: Archive, public_id: str) -> tuple[Copy, ...]:
    """Give every place of a report, dated ones first; UnknownId where there is no such report."""
    return _copies_of(archive.conn, _report_row(archive, public_id)[0])


def reports_of_url(archive: Archive, frontier_id: int) -> tuple[str, ...]:
    """Give the public ids of the reports that stand on the document of a URL, in order of place; empty for none."""
    rows = archive.conn.execute(
        "SELECT reports.public_id FROM frontier JOIN copies ON copies.document_id = frontier.document_id"
        " JOIN reports ON reports.id = copies.report_id WHERE frontier.id = ? AND copies.is_current"
        " ORDER BY copies.position, copies.part",
        (frontier_id,),
    )
    return tuple(dict.fromkeys(public_id for (public_id,) in rows))


def reports_of_key(archive: Archive, document_key: str) -> tuple[str, ...]:
    """Give the public ids of the reports that stand on a document, in order of place; empty for none."""
    rows = archive.conn.execute(
        "SELECT reports.public_id FROM documents JOIN copies ON copies.document_id = documents.id"
        " JOIN reports ON reports.id = copies.report_id WHERE documents.key = ? AND copies.is_current"
        " ORDER BY copies.position, copies.part",
        (document_key,),
    )
    return tuple(dict.fromkeys(public_id for (public_id,) in rows))


def _report_row(archive: Archive, public_id: str) -> tuple[Any, ...]:
    """Give a report's row, redirects followed."""
    row = archive.conn.execute(_REPORT.format(column="public_id"), (public_id,)).fetchone()
    if row is None:
        raise UnknownId(f"no report {public_id!r} in {archive.folder}: `gongwen search` lists ids")
    found: tuple[Any, ...] = row
    if row[3] is not None:
        found = archive.conn.execute(_REPORT.format(column="id"), (row[3],)).fetchone()
    return found


def _copies_of(conn: sqlite3.Connection, report_id: int) -> tuple[Copy, ...]:
    return tuple(_copy(row) for row in conn.execute(_COPIES, (report_id,)))


def _copy(row: tuple[Any, ...]) -> Copy:
    facts, asserted = whole_object_in(row[16]), marks_in(row[19])
    title, author, published_on = (
        text_in(asserted[name]["value"] if name in asserted else stated)
        for name, stated in (("title", row[8]), ("author", row[10]), ("published_on", row[11]))
    )
    return Copy(
        id=row[0], site=text_in(row[1]), url=text_in(row[2]), document_key=text_in(row[3]) or "",
        position=whole(row[4]), part=whole(row[5]), version=whole(row[6]),
        is_current=bool(row[7]), title=title, subtitle=text_in(row[9]), author=author, published_on=published_on,
        date_kind="asserted" if "published_on" in asserted else row[12], first_seen_at=row[13], last_seen_at=row[14],
        relation=row[15],
        facts={name: value for name, value in facts.items() if name not in ("breaks", "wording", "where", "stated")},
        edits=row[17], text=_laid_out(facts, text_in(row[18]) or ""), asserted=asserted,
    )  # fmt: skip


def _laid_out(facts: Mapping[str, Any], kept_text: str) -> str:
    """Give a copy's own text; as it is kept where the facts, of a foreign hand, lay out nothing."""
    try:
        return own_text(facts, kept_text)
    except (ValueError, TypeError, KeyError, IndexError):
        return kept_text


def own_text(facts: Mapping[str, Any], kept_text: str) -> str:
    """Give a copy's text with its own white space: what its edits fit; see `archive.layout`."""
    if "wording" in facts:
        return str(facts["wording"])
    return with_breaks(kept_text, facts["breaks"]) if "breaks" in facts else kept_text
