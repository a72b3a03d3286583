"""Cells read for showing: what is no JSON, or of another shape than was asked for, is as nothing. No statements.

Pages show rows that other programs may have written; a damaged cell costs its own line, never the page.
"""

import json
from collections.abc import Mapping
from typing import Any

LONGEST = 2_000_000
"""Characters of a cell that are read: facts of the longest documents seen take a tenth."""
PLURAL = frozenset({"labels", "same_as", "not_same_as"})
"""Fields of which people may say many things."""


def object_in(cell: object) -> Mapping[str, Any]:
    """Give the object that a cell holds; an empty one where it holds none."""
    found = _value(cell)
    return found if isinstance(found, dict) else {}


def whole_object_in(cell: object) -> dict[str, Any]:
    """Give the object that a cell holds, of any length and with halves of characters as they stand; as `object_in`."""
    found = value_in(cell)
    return found if isinstance(found, dict) else {}


def value_in(cell: object) -> object:
    """Give whatever JSON a cell holds, of any length and as it stands; None where it holds none."""
    try:
        found: object = json.loads(cell) if isinstance(cell, str) else None
    except (ValueError, RecursionError):
        return None
    return found


def strings_in(cell: object) -> tuple[str, ...]:
    """Give the list of strings that a cell holds, other items left out; empty where it holds none."""
    found = _value(cell)
    return tuple(one for one in found if isinstance(one, str)) if isinstance(found, list) else ()


def objects_in(cell: object) -> tuple[Mapping[str, Any], ...]:
    """Give the list of objects that a cell holds, other items left out; empty where it holds none."""
    found = _value(cell)
    return tuple(one for one in found if isinstance(one, dict)) if isinstance(found, list) else ()


def marks_in(cell: object) -> dict[str, Any]:
    """Give what people said of a row by field, as `archive.filing.words` keeps it: a word, or a list of words."""
    kept: dict[str, Any] = {}
    for field, said in object_in(cell).items():
        if field in PLURAL:
            kept |= {field: [one for one in said if isinstance(one, dict)]} if isinstance(said, list) else {}
        elif isinstance(said, dict) and "value" in said:
            kept[field] = said
    return kept


def text_in(cell: object) -> str | None:
    """Give what a column of text holds, as text; None for nothing, for a column of SQLite takes anything."""
    if cell is None or isinstance(cell, str):
        return cell
    return cell.decode("utf-8", "replace") if isinstance(cell, bytes) else str(cell)


def whole(cell: object) -> int:
    """Give the number that a cell holds; 0 where it holds none, for a column of SQLite takes anything."""
    return cell if isinstance(cell, int) else 0


def share(cell: object) -> float | None:
    """Give the share that a cell holds; None where it holds none."""
    return float(cell) if isinstance(cell, int | float) else None


def _value(cell: object) -> object:
    if not isinstance(cell, str) or len(cell) > LONGEST:
        return None
    try:
        found: object = json.loads(cell)
        if "\\ud" in cell.lower():  # half of a character, which no answer can be encoded with
            found = json.loads(json.dumps(found, ensure_ascii=False).encode("utf-8", "replace"))
    except (ValueError, RecursionError):
        return None
    return found
