"""Which cells of a report its evidence leaves out, as they hold no JSON: another program wrote there. Lines only."""

import sqlite3
from collections.abc import Iterator

from archive.stored_json import value_in

_CELLS = {
    "reports": ("period", "labels", "asserted"),
    "copies": ("facts", "asserted"),
    "documents": ("facts", "asserted"),
}
"""Columns of JSON, by table."""
_LISTS = frozenset({"period", "labels"})
_ROWS = {
    "reports": "id = :id",
    "copies": "report_id = :id",
    "documents": "id IN (SELECT document_id FROM copies WHERE report_id = :id)",
}
MOST = 100
"""Lines; more say the same of ever more places."""


def unread_cells(conn: sqlite3.Connection, public_id: str) -> tuple[str, ...]:
    """Give a line for each cell of a report, its places and their documents that was left out; empty where all is read.

    At most `MOST`, and one that says so.
    """
    (report_id,) = conn.execute("SELECT id FROM reports WHERE public_id = ?", (public_id,)).fetchone()
    found: list[str] = []
    for line in _unread(conn, report_id):
        if len(found) == MOST:
            return (*found, "more cells were left out")
        found.append(line)
    return tuple(found)


def _unread(conn: sqlite3.Connection, report_id: int) -> Iterator[str]:
    for table, columns in _CELLS.items():
        named = ", ".join(("id", *columns))
        query = f"SELECT {named} FROM {table} WHERE {_ROWS[table]} ORDER BY id"  # noqa: S608 - names of ours
        for number, *cells in conn.execute(query, {"id": report_id}):
            for column, cell in zip(columns, cells, strict=True):
                kind, name = (list, "list") if column in _LISTS else (dict, "object")
                if cell is not None and not isinstance(value_in(cell), kind):
                    yield f"{table}.{column} of row {number} was left out: no JSON {name}"
