"""What Datasette is told of an archive, from one source: meanings, labels, hidden tables, facets, order, search box.

The same words become `metadata` for Datasette 0.65 and `config` for 1.0, under whatever names the archives are served;
`told` hands them over by itself, so that plain `datasette FILE` has them too. Queries stand in `queries`.
"""

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from archive.datasette.column_words import column_meaning, table_meaning
from archive.datasette.list_words import table_title
from archive.datasette.queries import CANNED
from archive.schema import TABLES, Table
from archive.tables.passages import SHADOWS

TITLE = "公文档案 Gongwen"
DESCRIPTION = (
    "论坛和文库网站上的公文，每篇只存一份，并记下它出现过的每一处。"
    " Reports from Chinese forums and document sites, each once, with every place where it was seen."
)
HIDDEN = ("_sqlite_migrations", "reports_fts", "reports_fts_config", "reports_fts_data", "reports_fts_docsize",
          "reports_fts_idx", "sqlite_sequence")  # fmt: skip
SORTED = {"passages": "reports"}
"""Tables that begin with the largest of a column."""
NEWEST_FIRST = ("reports", "captures", "copies", "crawls", "documents", "failures", "assertions")
FACETS: Mapping[str, list[Any]] = {
    "reports": [{"site": "site"}, "genre_id", {"years": "period"}, "script"],
    "frontier": ["state"], "captures": ["state"], "edits": ["rule"],
    "passages": ["kind"], "assertions": ["field", "state", "who"],
}  # fmt: skip
"""Few, and short lists of values: each costs a pass over what a page's filter finds. `site` and `years` are ours
(`facets`); Datasette's own facet of JSON lists sorts every column of every row."""
MEANT_FOR_METADATA = ("title", "description", "columns")
"""What 1.0 keeps among its metadata; all else of a table is configuration there."""


@cache
def tables() -> Mapping[str, Mapping[str, Any]]:
    """Give what is said of each table, by name; not to be changed by who gets it."""
    unseen = (*HIDDEN, *(table.name for table in SHADOWS))  # the latter exist while passages are being made
    return {table.name: _table(table) for table in TABLES} | {name: {"hidden": True} for name in unseen}


def metadata(databases: Iterable[str]) -> dict[str, Any]:
    """Give all of it as Datasette 0.65 takes it from a file."""
    return {"databases": {name: {"tables": copied_tables(), "queries": queries()} for name in databases}}


def config(databases: Iterable[str]) -> dict[str, Any]:
    """Give what Datasette 1.0 takes as configuration: all but descriptions and queries, which it is told by calls."""
    settled = {
        name: {key: value for key, value in said.items() if key not in MEANT_FOR_METADATA}
        for name, said in tables().items()
    }
    return {"databases": {name: {"tables": dict(settled)} for name in databases}}


def queries(names: Iterable[str] | None = None) -> dict[str, dict[str, Any]]:
    """Give the ready-made queries of these names, or all, by name, in the order of the list; fresh at each call."""
    wanted = None if names is None else frozenset(names)
    return {name: dict(said) for name, said in _asked().items() if wanted is None or name in wanted}


@cache
def _asked() -> Mapping[str, Mapping[str, Any]]:
    return {
        canned.name: {"title": canned.title, "description": canned.description, "sql": canned.sql,
                      "params": canned.params, "hide_sql": True}
        for canned in CANNED
    }  # fmt: skip


def copied_tables() -> dict[str, dict[str, Any]]:
    """Give what is said of the tables, fresh at each call: 0.65 asks a hundred times a page, and merges into it."""
    return {
        name: {key: dict(value) if isinstance(value, dict) else value for key, value in said.items()}
        for name, said in tables().items()
    }


def _both(chinese: str | None, english: str) -> str:
    return english if chinese is None else f"{chinese} {english}"


def _table(table: Table) -> dict[str, Any]:
    """Describe one table."""
    said: dict[str, Any] = {
        "description": _both(table_meaning(table.name), table.meaning),
        "columns": {
            column.name: _both(column_meaning(table.name, column.name), column.meaning) for column in table.columns
        },
        "hidden": table.hidden,
    }
    title = table_title(table.name)
    if title is not None:
        said["title"] = title
    if table.label:
        said["label_column"] = table.label
    if table.name in NEWEST_FIRST:
        said["sort_desc"] = "id"
    if table.name in SORTED:
        said["sort_desc"] = SORTED[table.name]
    if table.name in FACETS:
        said["facets"] = FACETS[table.name]
    if table.name == "reports":
        said |= {"fts_table": "reports_fts", "fts_pk": "id"}
    return said
