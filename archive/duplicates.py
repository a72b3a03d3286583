"""Which report a text is in the archive: by its keys first, then by what it has in common with canonical texts.

Keys are made in `archive.fingerprint`, comparing is done in `archive.likeness`, candidates come from
`archive.postings`, and `archive.stars` says what follows. A text of few Han characters is known by its key alone.
"""

import sqlite3
from dataclasses import dataclass, field
from typing import Final

import numpy as np

from archive import postings
from archive.database import memory_of
from archive.fingerprint import Keys
from archive.likeness.grams import RULES as GRAMS
from archive.likeness.grams import Lookup
from archive.likeness.judge import RULES as LIKENESS
from archive.likeness.judge import Judged, Kind
from archive.likeness.prepared import Prepared
from archive.likeness.sketch import LEAST_RUNS
from archive.likeness.stops import with_starter
from archive.stars import Found, Star, place

RULES = "exact-1"
"""Version of what equal keys decide; kept with each relation."""
MOST_EDITIONS = 16
"""Relations made for one text. A form of which thousands are filled in would otherwise relate all to all."""
_REMEMBERED: Final = 96
"""Canonical texts kept ready for comparing; some 60 KB each."""

_SAME_TEXT = "SELECT texts.report_id, reports.merged_into_id FROM texts JOIN reports ON reports.id = texts.report_id" \
    " WHERE texts.sha256 = ?"
_SAME_KEY = """
SELECT coalesce(reports.merged_into_id, reports.id), found.key, found.title_key, found.digits, found.relation,
  found.measure, found.canonical_share
FROM (SELECT report_id, key, title_key, digits, relation, measure, canonical_share FROM texts
    WHERE key IN (:key, :title_key)
  UNION SELECT report_id, key, title_key, digits, relation, measure, canonical_share FROM texts
    WHERE title_key IN (:key, :title_key)) AS found
JOIN reports ON reports.id = found.report_id
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """How a text relates to its report's canonical text."""

    relation: str = "identical"
    measure: float | None = None
    """Share of this text found in the canonical one; None = by its key."""
    canonical_share: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What a text is to the reports that are there."""

    report_id: int | None
    """The report that it is a text of; None = a new one."""
    editions: tuple[int, ...] = ()
    """Reports of the same wording by key with other figures, the oldest first."""
    edge: Edge = Edge()
    is_source: bool = False
    """True where the report's canonical text is an excerpt of this one."""
    also: tuple[int, ...] = ()
    """Reports that it shows to be the same one."""
    related: dict[Kind, tuple[tuple[int, float], ...]] = field(default_factory=dict)
    """Other reports by what it is to them, each with a measure."""
    prepared: Prepared | None = None
    """The text, ready for comparing; None where its key decided."""


def decide(conn: sqlite3.Connection, keys: Keys, text: str) -> Verdict:
    """Say which report a text belongs to; the oldest where several would do."""
    row = conn.execute(_SAME_TEXT, (keys.sha256,)).fetchone()
    same: dict[int, Edge] = {} if row is None else {row[1] or row[0]: Edge()}
    editions: set[int] = set()
    for report_id, *stored, relation, measure, share in conn.execute(
        _SAME_KEY, {"key": keys.key, "title_key": keys.title_key}
    ):
        if keys.pairs & key_pairs(*stored):
            same.setdefault(report_id, Edge(relation=relation, measure=measure, canonical_share=share))
        else:
            editions.add(report_id)
    others = tuple(sorted(editions - set(same)))[:MOST_EDITIONS]
    if same:
        chosen = (row[1] or row[0]) if row else min(same)
        return Verdict(report_id=chosen, editions=others, edge=same[chosen])
    return _by_likeness(conn, keys, text, others)


def _by_likeness(conn: sqlite3.Connection, keys: Keys, text: str, editions: tuple[int, ...]) -> Verdict:
    """Say which report a text belongs to whose keys are new."""
    if keys.han < LEAST_RUNS:
        return Verdict(report_id=None, editions=editions)
    new = Prepared(text, stops_of(conn))
    found = postings.candidates(conn, new.sketch)
    stars = (
        Star(report_id=one.report_id, text_id=one.text_id, prepared=prepared_of(conn, one.text_id)) for one in found
    )
    placed = place(new, stars)
    related = {kind: tuple(_measured(one) for one in found) for kind, found in placed.related.items()}
    if placed.joins is None:
        return Verdict(report_id=None, editions=editions, related=related, prepared=new)
    judged = placed.joins.judged
    return Verdict(
        report_id=placed.joins.star.report_id, editions=editions, related=related, prepared=new,
        edge=edge_from(judged),
        is_source=judged.kind is Kind.SOURCE, also=tuple(one.star.report_id for one in placed.also),
    )  # fmt: skip


def edge_from(judged: Judged) -> Edge:
    """Give the edge of a text that was judged against a canonical one; shares to four places."""
    return Edge(
        relation="excerpt" if judged.kind is Kind.EXCERPT else "same", measure=round(judged.own_share, 4),
        canonical_share=round(judged.known_share, 4),
    )  # fmt: skip


def _measured(one: Found) -> tuple[int, float]:
    return one.star.report_id, round(one.judged.measure, 4)


def prepared_of(conn: sqlite3.Connection, text_id: int) -> Prepared:
    """Give a text of the archive ready for comparing; the last ones asked for are remembered.

    By their digests: the row of a text that went may be another one's now.
    """
    kept = memory_of(conn).setdefault("prepared", {})
    if not isinstance(kept, dict):
        raise TypeError("the memory of prepared texts is taken")
    (sha256,) = conn.execute("SELECT sha256 FROM texts WHERE id = ?", (text_id,)).fetchone()
    found: Prepared | None = kept.pop(sha256, None)
    if found is None:
        (text,) = conn.execute("SELECT text FROM texts WHERE id = ?", (text_id,)).fetchone()
        found = Prepared(text, stops_of(conn))
        while len(kept) >= _REMEMBERED:
            del kept[next(iter(kept))]
    kept[sha256] = found
    return found


def stops_of(conn: sqlite3.Connection) -> Lookup:
    """Give the runs that tell nothing in this archive: those of the genre, and those that it learned."""
    memory = memory_of(conn)
    stops = memory.get("stops")
    if not isinstance(stops, Lookup):
        row = conn.execute("SELECT hashes FROM stop_grams WHERE rules = ?", (GRAMS,)).fetchone()
        stops = with_starter(np.frombuffer(row[0] if row else b"", dtype="<u8").astype(np.uint64))
        memory["stops"] = stops
    return stops


def key_pairs(key: str, title_key: str, digits: str) -> frozenset[tuple[str, str]]:
    """Give both keys of a stored text, each with the digest of its digits."""
    body, titled = digits.split(" ")
    return frozenset(((key, body), (title_key, titled)))


def relate(conn: sqlite3.Connection, report_id: int, verdict: Verdict) -> None:
    """Note what a report is to others, as a text of it showed."""
    relate_editions(conn, report_id, verdict.editions)
    for kind, others in verdict.related.items():
        rows = [
            (*_in_order(kind, report_id, other), _NAMES[kind], measure, LIKENESS)
            for other, measure in others
            if other != report_id
        ]
        conn.executemany(_RELATE, rows)


_NAMES: Final = {
    Kind.EDITION: "edition", Kind.SIBLING: "sibling", Kind.CONTAINS: "contains", Kind.INSIDE: "contains",
}  # fmt: skip
_RELATE = """
INSERT INTO relations (report_id, other_id, relation, measure, rules) VALUES (?, ?, ?, ?, ?)
ON CONFLICT (report_id, other_id, relation) DO UPDATE SET measure = max(measure, excluded.measure)
"""


def _in_order(kind: Kind, report_id: int, other: int) -> tuple[int, int]:
    """Give the pair as relations have it: a compilation before what it holds, else the older report first."""
    if kind is Kind.CONTAINS:
        return report_id, other
    return (other, report_id) if kind is Kind.INSIDE else (min(report_id, other), max(report_id, other))


def relate_editions(conn: sqlite3.Connection, report_id: int, editions: tuple[int, ...]) -> None:
    """Note that reports are editions of each other, each pair once, the older report first."""
    pairs = [(min(report_id, other), max(report_id, other), RULES) for other in editions if other != report_id]
    conn.executemany(
        "INSERT OR IGNORE INTO relations (report_id, other_id, relation, measure, rules)"
        " VALUES (?, ?, 'edition', 1.0, ?)",
        pairs,
    )


def move_relations(conn: sqlite3.Connection, old_id: int, new_id: int) -> None:
    """Give a report's relations to the one that it redirects to; one between the two is none any more."""
    cut = "DELETE FROM relations WHERE :old IN (report_id, other_id) RETURNING report_id, other_id," \
        " relation, measure, rules"
    for one, other, relation, measure, rules in conn.execute(cut, {"old": old_id}).fetchall():
        pair = tuple(new_id if report_id == old_id else report_id for report_id in (one, other))
        if relation != "contains":
            pair = min(pair), max(pair)
        if pair[0] != pair[1]:
            conn.execute(_RELATE, (*pair, relation, measure, rules))
