"""Expressions of SQL for what lies in cells of JSON: a cell that is none, left by another program, gives NULL.

Cells read into Python are read by `stored_json`.
"""


def json_at(cell: str, path: str) -> str:
    """Write the expression for what lies at a path of a cell; NULL where the cell, or the path, is not there."""
    return f"iif(json_valid({cell}), json_extract({cell}, '{path}'), NULL)"


def held_on(table: str = "") -> str:
    """Write the expression for the date of a row of copies or documents: a person's word, else what the page states.

    `table` is its name with a dot behind it.
    """
    return f"coalesce({json_at(f'{table}asserted', '$.published_on.value')}, {table}published_on)"
