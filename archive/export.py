"""What is handed out of the archive as tables: their columns, and their rows as they come. Written by the command line.

Each kind is one entry of `KINDS`: another kind is another function with its columns, nothing else changes.
"""

import json
import sqlite3
from collections.abc import Callable, Generator, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from archive.database import Archive
from archive.stored_json import whole_object_in

Row = Mapping[str, Any]

COPY_COLUMNS = (
    "url", "report_id", "text_id", "relation", "measure", "edition_of", "document", "source_id", "position", "part",
    "title", "published_on", "date_kind", "site", "first_seen_at",
)  # fmt: skip
WHOLE = ("identical", "same")
"""Relations of a wording that has all of its report, and so all that its report contains."""

# CROSS JOIN keeps the order of the tables: the index on the key gives the rows in order, and nothing is sorted.
_PLACES = """
SELECT coalesce(merged.id, reports.id), coalesce(merged.public_id, reports.public_id), documents.key,
  CASE WHEN documents.key LIKE 'given:%' THEN documents.facts END, copies.url, copies.position, copies.part, texts.id,
  texts.relation, texts.measure, copies.title, copies.published_on, copies.date_kind, sites.host, copies.first_seen_at
FROM documents CROSS JOIN copies ON copies.document_id = documents.id
CROSS JOIN texts ON texts.id = copies.text_id CROSS JOIN reports ON reports.id = copies.report_id
LEFT JOIN reports AS merged ON merged.id = reports.merged_into_id
LEFT JOIN sites ON sites.id = copies.site_id
WHERE copies.is_current ORDER BY documents.key, copies.position, copies.part, copies.version
"""
_RELATED = """
SELECT coalesce(one.merged_into_id, one.id), coalesce(other.merged_into_id, other.id), relations.measure
FROM relations JOIN reports AS one ON one.id = relations.report_id
JOIN reports AS other ON other.id = relations.other_id
WHERE relations.relation = ? ORDER BY 1, 2
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """One kind of table that can be handed out."""

    meaning: str
    columns: tuple[str, ...]
    rows: Callable[[Archive], Generator[Row, None, None]]
    """Gives the rows at one instant, whatever is written meanwhile, in an order that does not hang on row numbers; to
    be closed before the archive, as it holds a transaction of its own."""


def copy_rows(archive: Archive) -> Generator[Row, None, None]:
    """Give a row for each place where a report stands now, by document and place.

    A compilation's place has its own row and, of relation `contains`, one for each report in it. `edition_of` is the
    oldest of the reports that are editions of each other, itself among them; None where there is no other.
    `source_id` is the id that a text of `import-jsonl` came with.
    """
    archive.conn.execute("BEGIN")
    try:
        yield from copies_now(archive.conn)
    finally:
        archive.conn.execute("ROLLBACK")


def copies_now(conn: sqlite3.Connection) -> Generator[Row, None, None]:
    """Give the same rows inside a transaction of the caller's."""
    oldest, items = _oldest_editions(conn), _items(conn)
    for row in conn.execute(_PLACES):
        place = _place(row)
        report = row[0]
        yield place | {"edition_of": oldest.get(report)}
        if place["relation"] in WHOLE:
            for item, public_id, measure in items.get(report, ()):
                contained = {"report_id": public_id, "relation": "contains", "measure": measure}
                yield place | contained | {"edition_of": oldest.get(item)}


def _place(row: tuple[Any, ...]) -> dict[str, Any]:
    _, public_id, key, facts, url, position, part, text_id, relation, measure, title, on, kind, site, seen_at = row
    return {
        "url": url, "report_id": public_id, "text_id": text_id, "relation": relation, "measure": measure,
        "edition_of": None, "document": key, "source_id": _source_id(key, facts), "position": position, "part": part,
        "title": title, "published_on": on, "date_kind": kind, "site": site, "first_seen_at": seen_at,
    }  # fmt: skip


def _source_id(key: str, facts: str | None) -> str | None:
    """Give the id that a text was given with: in the key where it has no address, else among the facts."""
    if key.startswith("jsonl:"):
        return key.removeprefix("jsonl:")
    stated = whole_object_in(facts)
    where = stated.get("where")
    is_given = isinstance(where, list) and ["document_id", "as given"] in where
    return str(stated.get("document_id")) if is_given else None


def _items(conn: sqlite3.Connection) -> dict[int, list[tuple[int, str, float | None]]]:
    """Give the reports in each compilation, by their public ids."""
    pairs = conn.execute(_RELATED, ("contains",)).fetchall()
    names = _names(conn, {item for _, item, _ in pairs})
    found: dict[int, list[tuple[int, str, float | None]]] = {}
    for whole, item, measure in dict.fromkeys(pairs):
        found.setdefault(whole, []).append((item, names[item][1], measure))
    return {whole: sorted(items, key=lambda one: one[1]) for whole, items in found.items()}


def _oldest_editions(conn: sqlite3.Connection) -> dict[int, str]:
    """Give for each report with other editions the public id of the oldest that it is joined to, over any number."""
    heads: dict[int, int] = {}

    def head(report: int) -> int:
        while (above := heads.setdefault(report, report)) != report:
            heads[report] = heads.setdefault(above, above)  # half the way each time: paths stay short
            report = above
        return report

    for one, other, _ in conn.execute(_RELATED, ("edition",)):
        heads[head(one)] = head(other)
    groups: dict[int, list[int]] = {}
    for report in list(heads):
        groups.setdefault(head(report), []).append(report)
    names = _names(conn, heads)
    oldest = {group: min(names[report] for report in reports)[1] for group, reports in groups.items()}
    return {report: oldest[head(report)] for report in heads if len(groups[head(report)]) > 1}


def _names(conn: sqlite3.Connection, reports: Iterable[int]) -> dict[int, tuple[str, str]]:
    """Give when each of these reports was added, and its public id."""
    query = "SELECT id, added_at, public_id FROM reports WHERE id IN (SELECT value FROM json_each(?))"
    found = conn.execute(query, (json.dumps(sorted(reports)),))
    return {report: (added_at, public_id) for report, added_at, public_id in found}


KINDS: Mapping[str, Kind] = {
    "copies": Kind(meaning="every place of every report", columns=COPY_COLUMNS, rows=copy_rows),
}
