"""What people said in another archive, put into our log in order of time, and applied.

A word is known by subject, field, value, who, why and when. Of two that hold about the same thing the later one holds,
as if both had been said here; one that was ended in either archive stays ended.
"""

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from archive.asserted import Field, Subject
from archive.asserted_pairs import ids_of
from archive.asserting import apply
from archive.assertions import Assertion, family, is_here
from archive.database import Archive

_COLUMNS: Final = ("id", "subject", "field", "value", "who", "why", "asserted_at", "state", "ended_by_id")
_KNOWN: Final = """
SELECT id, state FROM assertions WHERE subject = :subject AND field = :field AND value IS :value AND who IS :who
  AND why IS :why AND asserted_at = :asserted_at
"""
_HOLDS: Final = "holds"


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """What became of the words."""

    new: int
    replaced: int
    """Words that held in either archive and do so no more: a later one says something else of the same."""


def join_words(archive: Archive, other: sqlite3.Connection, clashes: Mapping[str, str]) -> Words:
    """Join the words of another archive in one transaction; `clashes`: its ids that are other texts' here."""
    rows = other.execute(f"SELECT {', '.join(_COLUMNS)} FROM assertions ORDER BY asserted_at, id")  # noqa: S608 - ours
    theirs = [_translated(dict(zip(_COLUMNS, row, strict=True)), clashes) for row in rows]
    with archive.transaction() as conn:
        numbers: dict[int, int] = {}
        fresh = [word for word in theirs if _put(conn, word, numbers)]
        ended = _end_as_there(conn, theirs, numbers)
        touched = [word for word in theirs if word in fresh or word["id"] in ended]
        replaced = sum(_replace(conn, word) for word in touched)
        for word in touched:
            kind, _, name = word["subject"].partition(":")
            is_pair = Field(word["field"]).is_pair
            apply(conn, Subject(kind=kind, name=name), other=word["value"] if is_pair else None)
    return Words(new=len(fresh), replaced=replaced)


def _translated(word: dict[str, Any], clashes: Mapping[str, str]) -> dict[str, Any]:
    """Let a word about reports name them as they are called here."""
    kind, _, name = word["subject"].partition(":")
    subject = f"report:{clashes.get(name, name)}" if kind == "report" else word["subject"]
    value = clashes.get(word["value"], word["value"]) if Field(word["field"]).is_pair else word["value"]
    return {**word, "subject": subject, "value": value}


def _put(conn: sqlite3.Connection, word: dict[str, Any], numbers: dict[int, int]) -> bool:
    """Find a word in our log or add it; True where it is new."""
    known = conn.execute(_KNOWN, word).fetchone()
    if known is not None:
        numbers[word["id"]] = known[0]
        return False
    made = conn.execute(
        "INSERT INTO assertions (subject, field, value, who, why, asserted_at, state)"
        " VALUES (:subject, :field, :value, :who, :why, :asserted_at, :state)", word,
    )  # fmt: skip
    numbers[word["id"]] = int(made.lastrowid or 0)
    return True


def _end_as_there(conn: sqlite3.Connection, theirs: list[dict[str, Any]], numbers: Mapping[int, int]) -> set[int]:
    """Let words that were ended there be ended here, by the same later word; gives their numbers there."""
    ended: set[int] = set()
    for word in theirs:
        if word["ended_by_id"] is not None:
            changed = conn.execute(
                "UPDATE assertions SET state = ?, ended_by_id = ? WHERE id = ? AND ended_by_id IS NULL",
                (word["state"], numbers.get(word["ended_by_id"]), numbers[word["id"]]),
            ).rowcount
            ended |= {word["id"]} if changed else set()
    return ended


def _replace(conn: sqlite3.Connection, word: dict[str, Any]) -> int:
    """Let the latest of the words that hold about the same thing as this one stand alone; gives how many ended."""
    field = Field(word["field"])
    rows = conn.execute(
        f"SELECT {', '.join(_COLUMNS)} FROM assertions WHERE state = ? AND field IN (?, ?)"  # noqa: S608 - our names
        " ORDER BY asserted_at, id",
        (_HOLDS, field.value, _opposite(field)),
    ).fetchall()
    holding = [Assertion(**dict(zip(_COLUMNS, row, strict=True))) for row in rows]
    about = [one for one in holding if _is_about(conn, one, word)]
    earlier = about[:-1]
    conn.executemany("UPDATE assertions SET state = 'replaced', ended_by_id = ? WHERE id = ?",
                     [(about[-1].id, one.id) for one in earlier])  # fmt: skip
    return len(earlier)


def _opposite(field: Field) -> str:
    return {Field.SAME_AS: Field.NOT_SAME_AS, Field.NOT_SAME_AS: Field.SAME_AS}.get(field, field).value


def _is_about(conn: sqlite3.Connection, one: Assertion, word: dict[str, Any]) -> bool:
    """Say whether a word is about the very thing that another one is about, so that only one of them can hold."""
    field = Field(word["field"])
    if field.is_pair:
        return ids_of(one) == {word["subject"].removeprefix("report:"), word["value"]}
    if field.is_many and one.value != word["value"]:
        return False
    kind, _, name = word["subject"].partition(":")
    is_known = kind == "report" and is_here(conn, name)
    return one.subject in (family(conn, name) if is_known else (word["subject"],))
