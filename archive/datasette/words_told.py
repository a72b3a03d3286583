"""Cells in which a person's word stands: told with whose it is, why, and what was derived. Everything is escaped."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

import markupsafe

IN_PLACE = {("reports", "title"), ("reports", "first_published_on")}
"""Columns whose value itself is a person's word where one holds; those of copies and documents stay as stated."""


def told_cell(row: object, table: str | None, column: str, value: object) -> str | None:
    """Give the cell of the column `asserted`, or of a value that is a person's word; None for every other cell."""
    if column == "asserted" and isinstance(value, str):
        return _all_of(_marks(value))
    mark = _marks(_beside(row)).get(column) if (table or "", column) in IN_PLACE else None
    return markupsafe.Markup("{} <em>({})</em>").format(value, _whose(mark)) if isinstance(mark, dict) else None


def _beside(row: Any) -> object:  # noqa: ANN401 - SQLite's row, or Datasette's own with labels
    """Give the column `asserted` of the row at hand; None where the page does not show it."""
    try:
        return row["asserted"]
    except (KeyError, IndexError, TypeError):
        return None


def _marks(text: object) -> Mapping[str, Any]:
    """Read the JSON of a row; nothing where it is none of ours."""
    try:
        marks = json.loads(text) if isinstance(text, str) else {}
    except ValueError:
        return {}
    return marks if isinstance(marks, dict) else {}


def _all_of(marks: Mapping[str, Any]) -> str | None:
    """Tell every word about a row, a line each; None where there is none."""
    lines = [
        markupsafe.Markup("<strong>{}</strong> {} <em>({})</em>").format(field, mark.get("value"), _whose(mark))
        for field, mark in _each(marks)
    ]
    return markupsafe.Markup("<br>").join(lines) if lines else None


def _each(marks: Mapping[str, Any]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    for field, said in marks.items():
        yield from ((field, mark) for mark in (said if isinstance(said, list) else [said]) if isinstance(mark, dict))


def _whose(mark: Mapping[str, Any]) -> str:
    why = f": {mark['why']}" if mark.get("why") else ""
    derived = f"; derived: {'nothing' if mark['derived'] is None else mark['derived']}" if "derived" in mark else ""
    return f"asserted by {mark.get('who') or 'someone'}{why}{derived}"
