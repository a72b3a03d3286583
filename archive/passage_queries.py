"""Questions about passages for the command line: which of a report's sentences and paragraphs others have too.

Nothing is counted here: the rows were made by `archive.passages`, and show the archive as it was then.
"""

import json
import sqlite3
from dataclasses import dataclass, replace
from itertools import chain
from typing import Any

from archive.database import Archive
from archive.errors import UnknownId
from archive.passage_stamp import is_current
from archive.passage_units import words_of

_PASSAGES = """
SELECT passages.id, passages.kind, passages.text, passages.reports, passages.sites, passages.figures,
  passages.first_used_on, reports.id, reports.public_id, reports.title, uses.start, uses."end",
  (SELECT count(*) FROM json_each(:kin) AS kin JOIN passage_uses AS own
   ON own.passage_id = passages.id AND own.report_id = kin.value WHERE own.is_counted),
  reports.first_published_on
FROM passage_uses AS uses JOIN passages ON passages.id = uses.passage_id
LEFT JOIN reports ON reports.id = passages.first_report_id
WHERE uses.report_id = :id ORDER BY uses.start, uses."end" DESC, passages.id
"""
# The oldest first, which is the order of the key: a formula of 20,000 reports is not sorted for a handful of them.
_OTHERS = """
SELECT reports.public_id, reports.title, reports.first_published_on
FROM passage_uses AS uses JOIN reports ON reports.id = uses.report_id
WHERE uses.passage_id = :passage AND uses.is_counted AND uses.report_id NOT IN (SELECT value FROM json_each(:kin))
ORDER BY uses.report_id LIMIT :limit
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Other:
    """Another report that has a passage."""

    public_id: str
    title: str | None
    first_published_on: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A sentence or paragraph of a report that other reports have too."""

    id: int
    kind: str
    """sentence or paragraph."""
    text: str
    """As this report has it; as its first user has it, where this report's text changed since they were found."""
    start: int
    end: int
    """Place in the report's canonical text, in characters."""
    others: int
    """Different reports that have it too: neither editions of this one nor its compilations or items."""
    sites: int
    figures: int
    """In how many ways its figures are filled in; 1 = everywhere alike."""
    first_used_on: str | None
    """Earliest date of a copy, posted, published or asserted; None = all undated."""
    first_id: str | None
    first_title: str | None
    is_first: bool
    """True where the first use that is known is this report's own, or its edition's, compilation's or item's."""
    reports: tuple[Other, ...]
    """Some of the others: the first user, then in the order of filing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shared:
    """The passages of a report, and whether they are those of today."""

    passages: tuple[Passage, ...]
    is_current: bool
    """False where reports or their texts changed since the passages were made."""
    total: int
    """How many there are, those that were not asked for among them."""


def passages(  # noqa: PLR0913 - each is a filter of its own
    archive: Archive, public_id: str, *, least: int = 1, limit: int = 5, nested: bool = False, most: int | None = None
) -> Shared:
    """Give a report's passages that `least` other reports have, in order of place, each with `limit` of these reports.

    `most`: only so many, those that most other reports have. A sentence inside a paragraph that as many reports share
    says nothing new: it is left out unless `nested`. Raises UnknownId, and ArchiveError where passages were never
    looked for.
    """
    report_id = _report_id(archive, public_id)
    conn = archive.conn
    is_today = is_current(conn)
    kin = _kin(conn, report_id)
    found = [one for one in _of_report(conn, report_id, kin) if one.others >= least]
    kept = found if nested else _without_nested(found)
    shown = kept if most is None else sorted(kept, key=lambda one: (-one.others, one.start))[:most]
    told = tuple(_with_others(conn, one, kin, limit) for one in sorted(shown, key=lambda one: (one.start, -one.end)))
    return Shared(passages=told, is_current=is_today, total=len(kept))


def _report_id(archive: Archive, public_id: str) -> int:
    """Give a report's row, redirects followed."""
    sql = "SELECT coalesce(merged_into_id, id) FROM reports WHERE public_id = ?"
    row = archive.conn.execute(sql, (public_id,)).fetchone()
    if row is None:
        raise UnknownId(f"no report {public_id!r} in {archive.folder}: `gongwen search` lists ids")
    return int(row[0])


def _kin(conn: sqlite3.Connection, report_id: int) -> set[int]:
    """Give the reports that are no different ones from a report: itself, its editions, its compilations and items."""
    neighbours = (
        "SELECT DISTINCT report_id + other_id - :id FROM relations WHERE (report_id = :id OR other_id = :id)"
        " AND relation IN ({})"
    )
    editions, fresh = {report_id}, [report_id]
    while fresh:
        found = chain.from_iterable(
            conn.execute(neighbours.format("'edition', 'same'"), {"id": one}).fetchall() for one in fresh
        )
        fresh = list({other for (other,) in found} - editions)
        editions.update(fresh)
    bundled = (conn.execute(neighbours.format("'contains'"), {"id": one}).fetchall() for one in editions)
    return editions | {other for (other,) in chain.from_iterable(bundled)}


def _of_report(conn: sqlite3.Connection, report_id: int, kin: set[int]) -> list[Passage]:
    sql = "SELECT texts.text FROM reports JOIN texts ON texts.id = reports.text_id WHERE reports.id = ?"
    (text,) = conn.execute(sql, (report_id,)).fetchone() or ("",)
    rows = conn.execute(_PASSAGES, {"id": report_id, "kin": json.dumps(sorted(kin))})
    return [_passage(row, text, kin) for row in rows]


def _passage(row: tuple[Any, ...], text: str, kin: set[int]) -> Passage:
    own = text[row[10] : row[11]]
    return Passage(
        id=row[0], kind=row[1], text=own if words_of(own) == words_of(row[2]) else row[2], start=row[10], end=row[11],
        others=row[3] - row[12], sites=row[4], figures=row[5], first_used_on=row[6], first_id=row[8],
        first_title=row[9], is_first=row[7] in kin, reports=_first_user(row, kin),
    )  # fmt: skip


def _first_user(row: tuple[Any, ...], kin: set[int]) -> tuple[Other, ...]:
    if row[7] is None or row[7] in kin:
        return ()
    return (Other(public_id=row[8], title=row[9], first_published_on=row[13]),)


def _without_nested(found: list[Passage]) -> list[Passage]:
    """Leave out sentences inside a paragraph that as many reports share: they are the same reports."""
    kept: list[Passage] = []
    around: Passage | None = None
    for one in found:
        if one.kind == "paragraph":
            around = one
        elif around is not None and one.end <= around.end and one.others == around.others:
            continue
        kept.append(one)
    return kept


def _with_others(conn: sqlite3.Connection, one: Passage, kin: set[int], limit: int) -> Passage:
    known = {"passage": one.id, "kin": json.dumps(sorted(kin)), "limit": limit}
    others = (Other(public_id=public_id, title=title, first_published_on=date)
              for public_id, title, date in conn.execute(_OTHERS, known))  # fmt: skip
    return replace(one, reports=tuple(dict.fromkeys((*one.reports, *others)))[:limit])
