"""The tables that are taken away: columns with their meanings, and rows as they come, of the reports chosen.

Another kind is another entry of `KINDS`, with a function that yields its rows. How they are written: `writing`.
"""

import sqlite3
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from archive.export import COPY_COLUMNS, copies_now
from archive.exporting import audit, hosts, reports
from archive.exporting.column import Column
from archive.people import People

Rows = Callable[[sqlite3.Connection, People], Iterator[Mapping[str, Any]]]

_COPY_MEANINGS = {
    "url": ("text", "Address of the document."),
    "report_id": ("text", "Report that stands there."),
    "text_id": ("int", "Wording; a number of this archive alone."),
    "relation": ("text", "To the report's canonical text: identical, same or excerpt; contains = an item of it."),
    "measure": ("real", "Share of this text found in the canonical one, 0 to 1; null = by its key."),
    "edition_of": ("text", "Oldest of the reports that are editions of each other."),
    "document": ("text", "Canonical key of the document."),
    "source_id": ("text", "Id that a text of `import-jsonl` came with."),
    "position": ("int", "Floor or part, from 1."),
    "part": ("int", "Item of a compilation in a floor, from 1; 0 = all of it."),
    "title": ("text", "Title at this place."),
    "published_on": ("text", "Date as stated; null = undated."),
    "date_kind": ("text", "posted, published, uploaded or updated."),
    "site": ("text", "Host."),
    "first_seen_at": ("text", "First capture that showed it, UTC."),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """One kind of table that can be taken away."""

    meaning: str
    columns: tuple[Column, ...]
    rows: Rows
    needs_people: bool = False
    """True where all of it is what people wrote: it leaves only with `--with-people`."""

    def names(self, *, with_people: bool) -> tuple[str, ...]:
        """Give the names of the columns that leave when all are asked for."""
        return tuple(column.name for column in self.columns if with_people or not column.is_personal)


def copy_rows(conn: sqlite3.Connection, people: People) -> Iterator[Mapping[str, Any]]:
    """Give the places of the reports chosen, as `archive.export` tells of them; nobody is named there."""
    rest = conn.execute("SELECT 1 FROM judged WHERE reason IS NOT NULL AND reason <> 'merged into another report'")
    if rest.fetchone() is None:
        yield from copies_now(conn)
        return
    chosen = {name for (name,) in conn.execute("SELECT public_id FROM judged WHERE reason IS NULL")}
    yield from (row for row in copies_now(conn) if row["report_id"] in chosen)


KINDS: Mapping[str, Kind] = {
    "reports": Kind(meaning="each report once, with its canonical text", columns=reports.REPORT_COLUMNS,
                    rows=reports.report_rows),
    "texts": Kind(meaning="every wording of every report", columns=reports.TEXT_COLUMNS, rows=reports.text_rows),
    "copies": Kind(meaning="every place of every report", rows=copy_rows,
                   columns=tuple(Column(name, *_COPY_MEANINGS[name]) for name in COPY_COLUMNS)),
    "replies": Kind(meaning="floors under the reports that are none; only with --with-people",
                    columns=audit.REPLY_COLUMNS, rows=audit.reply_rows, needs_people=True),
    "edits": Kind(meaning="every change that cleaning made, by rule", columns=audit.EDIT_COLUMNS, rows=audit.edit_rows),
    "relations": Kind(meaning="how reports relate: edition, contains, sibling", columns=audit.RELATION_COLUMNS,
                      rows=audit.relation_rows),
    "hosts": Kind(meaning="which hosts have the same reports, and which of two states the earlier date",
                  columns=hosts.COLUMNS, rows=hosts.host_rows),
}  # fmt: skip
