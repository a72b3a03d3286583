"""How Datasette comes to know what `config` says, whichever file it was started with: 0.65 asks, 1.0 is told at start.

The names of its databases are what the person called the files; what a person wrote in a file of their own goes first.
"""

import sqlite3
from collections.abc import Mapping
from itertools import product
from typing import TYPE_CHECKING, Any
from weakref import WeakKeyDictionary

from archive.datasette.archives import is_archive_database
from archive.datasette.config import DESCRIPTION, TITLE, config, copied_tables, queries, tables
from archive.datasette.queries import CANNED, Canned

if TYPE_CHECKING:
    from datasette.app import Datasette  # type: ignore[import-untyped]  # datasette carries no annotations

_answerable: "WeakKeyDictionary[Any, frozenset[str]]" = WeakKeyDictionary()
"""Names of the queries that each database can answer: an archive of an older schema lacks tables for some."""


def archives_of(datasette: "Datasette") -> list[str]:
    """Give the names of the databases that are archives."""
    return [name for name, database in datasette.databases.items() if is_archive_database(database)]


def metadata_of(datasette: "Datasette") -> dict[str, Any]:
    """Give what Datasette 0.65 asks a plugin for; nothing where no archive is served."""
    names = archives_of(datasette)
    if not names:
        return {}
    databases = {name: {"tables": copied_tables()} for name in names}  # `queries_of` gives those that can be answered
    return {"title": TITLE, "description": DESCRIPTION, "databases": databases}


async def queries_of(datasette: "Datasette", name: str) -> dict[str, Any]:
    """Give the ready-made queries that a database can answer; none where it is no archive."""
    database = datasette.databases.get(name)
    if database is None or not is_archive_database(database):
        return {}
    if database not in _answerable:
        _answerable[database] = await database.execute_fn(_tried)
    return queries(_answerable[database])


def _tried(conn: sqlite3.Connection) -> frozenset[str]:
    return frozenset(canned.name for canned in CANNED if _is_answerable(conn, canned))


def _is_answerable(conn: sqlite3.Connection, canned: Canned) -> bool:
    """Say whether all that a query names is there; it is compiled, not run."""
    try:
        conn.execute(f"explain {canned.sql}", dict.fromkeys(canned.params)).close()
    except sqlite3.Error:  # `no such table`, `no such column`: nothing to offer
        return False
    return True


async def tell(datasette: "Datasette") -> None:
    """Tell Datasette 1.0 all of it, once, at its start; 0.65 has no such calls and asks by itself."""
    if not hasattr(datasette, "add_query"):
        return
    names = archives_of(datasette)
    if not names:
        return
    datasette.config = _under(config(names), datasette.config or {})
    await _tell_meanings(datasette, names)
    for name in names:
        own = await _own_queries(datasette, name)
        for query, said in (await queries_of(datasette, name)).items():
            if query not in own:
                await datasette.add_query(
                    name, query, said["sql"], title=said["title"], description=said["description"], hide_sql=True,
                    parameters=list(said["params"]), is_trusted=True, source="plugin",
                )  # fmt: skip


async def _own_queries(datasette: "Datasette", name: str) -> frozenset[str]:
    """Give the names of queries that a person configured."""
    databases = (datasette.config or {}).get("databases") or {}
    return frozenset((databases.get(name) or {}).get("queries") or ())


async def _tell_meanings(datasette: "Datasette", names: list[str]) -> None:
    """Put descriptions among the metadata of 1.0, in one transaction; a person's own stay."""
    rows: list[tuple[str, tuple[str, ...], str, str]] = []
    rows += [("instance", (), "title", TITLE), ("instance", (), "description", DESCRIPTION)]
    for name, (table, about) in product(names, tables().items()):
        rows += [("resources", (name, table), key, about[key]) for key in ("title", "description") if key in about]
        rows += [("columns", (name, table, column), "description", meaning)
                 for column, meaning in about.get("columns", {}).items()]  # fmt: skip

    def write(conn: sqlite3.Connection) -> None:
        for kind, place, key, value in rows:
            into, fields = _METADATA[kind]
            marks = ", ".join("?" * (len(place) + 2))
            statement = f"INSERT OR IGNORE INTO {into} ({fields}key, value) VALUES ({marks})"  # noqa: S608 - ours
            conn.execute(statement, (*place, key, value))

    await datasette.get_internal_database().execute_write_fn(write)


_METADATA = {
    "instance": ("metadata_instance", ""),
    "resources": ("metadata_resources", "database_name, resource_name, "),
    "columns": ("metadata_columns", "database_name, resource_name, column_name, "),
}
"""Tables of Datasette 1.0's internal database: its own calls would be four hundred writes, each awaited."""


def _under(ours: Mapping[str, Any], theirs: Mapping[str, Any]) -> dict[str, Any]:
    """Lay what a person configured over ours; neither is changed."""
    merged = dict(ours)
    for key, value in theirs.items():
        known = merged.get(key)
        merged[key] = _under(known, value) if isinstance(known, dict) and isinstance(value, dict) else value
    return merged
