"""Words by which two reports are, or are not, one: which ones touch an id, what follows from them, what contradicts."""

import json
import sqlite3
from collections.abc import Collection, Sequence

from archive.asserted import Field
from archive.assertions import Assertion, holding
from archive.errors import BadAssertion


def ids_of(word: Assertion) -> set[str]:
    """Give the two reports that a word about a pair names."""
    return {word.subject.removeprefix("report:"), word.value or ""}


def touching(conn: sqlite3.Connection, field: Field, ids: Collection[str]) -> list[Assertion]:
    """Give the words in force about pairs of which any of these ids is one."""
    sql = ("SELECT id FROM assertions WHERE state = 'holds' AND field = :field AND"
           " (subject IN (SELECT 'report:' || value FROM json_each(:ids)) OR value IN"
           " (SELECT value FROM json_each(:ids)))")  # fmt: skip
    rows = {row for (row,) in conn.execute(sql, {"field": field, "ids": json.dumps(sorted(ids))})}
    named = [f"report:{one}" for one in ids]
    named += [one for (one,) in conn.execute(
        "SELECT subject FROM assertions WHERE id IN (SELECT value FROM json_each(?))", (json.dumps(sorted(rows)),))]
    return [word for word in holding(conn, named, (field,)) if word.id in rows]


def _joined_with(conn: sqlite3.Connection, public_id: str) -> dict[str, tuple[Assertion, ...]]:
    """Give every id that people said to be one with this one, with the words that lead there."""
    reached: dict[str, tuple[Assertion, ...]] = {public_id: ()}
    edge = {public_id}
    while edge:
        found: set[str] = set()
        for word in touching(conn, Field.SAME_AS, edge):
            for near in ids_of(word) & edge:
                for far in ids_of(word) - reached.keys():
                    reached[far] = (*reached[near], word)
                    found.add(far)
        edge = found
    return reached


def refuse_contradiction(conn: sqlite3.Connection, field: Field, one: str, other: str) -> None:
    """Raise BadAssertion where a word about two reports cannot hold beside the earlier ones."""
    if one == other:
        raise BadAssertion(f"report:{one} {field} itself: name two ids, of which one may redirect to the other")
    ours = _joined_with(conn, one)
    against: Sequence[Assertion] = ()
    if field is Field.NOT_SAME_AS:
        against = ours.get(other, ())
    else:
        theirs = _joined_with(conn, other)
        apart = touching(conn, Field.NOT_SAME_AS, ours)
        against = [word for word in apart if ids_of(word) & ours.keys() and ids_of(word) & theirs.keys()][:1]
    if against:
        told = " and ".join(word.told() for word in against)
        taken = f"{against[-1].subject} {against[-1].field} {against[-1].value}"
        raise BadAssertion(
            f"report:{one} {field} {other} contradicts {told}: take that back first, `gongwen assert --retract {taken}`"
        )
