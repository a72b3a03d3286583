"""Captures of another archive, filed here as if they had come in time: a document that both have is filed anew.

A unit is what has to be filed together, in one transaction: all captures of a document in order of time, or one
capture that shows none. Reading the bytes is the caller's matter; nothing is taken over that was derived from them.
"""

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Final

from archive.capture import Place
from archive.database import Archive
from archive.errors import ArchiveError
from archive.file import put_reading
from archive.filing.reports import drop_orphan, redirect, refresh
from archive.filing.words import mark_document
from archive.frontier import settle_row
from archive.instants import from_text
from archive.settling import settle_document
from archive.union.rows import Numbers
from cleaners.outcome import Reason, State
from cleaners.reading import Reading

_FACTS: Final = (
    "url", "final_url", "status", "source", "file_name", "media", "fetched_at", "sha256", "bytes", "warc_file",
    "warc_offset", "warc_length", "headers", "redirects", "state", "reason", "detail", "recipe", "hints_digest",
)  # fmt: skip
_THEIRS: Final = f"""
SELECT captures.frontier_id, captures.crawl_id, captures.site_id, documents.key,
  {', '.join(f'captures.{name}' for name in _FACTS)}
FROM captures LEFT JOIN documents ON documents.id = captures.document_id ORDER BY captures.fetched_at, captures.id
"""  # noqa: S608 - our names
_KNOWN: Final = """
SELECT id FROM captures WHERE sha256 = :sha256 AND fetched_at = :fetched_at AND url IS :url AND status = :status
  AND source = :source AND media = :media AND file_name IS :file_name LIMIT 1
"""
_OURS: Final = """
SELECT captures.id, captures.frontier_id, captures.crawl_id, fetched_at, coalesce(final_url, captures.url),
  warc_file, warc_offset, warc_length, sha256
FROM captures JOIN documents ON documents.id = captures.document_id WHERE documents.key = ? AND captures.state = 'read'
"""
_IN_ITS_PLACE: Final = """
SELECT copies.report_id FROM copies JOIN documents ON documents.id = copies.document_id
WHERE documents.key = :key AND position = :position AND part = :part
  AND NOT EXISTS (SELECT 1 FROM copies AS own WHERE own.report_id = :id)
  AND EXISTS (SELECT 1 FROM reports WHERE id = :id AND merged_into_id IS NULL)
ORDER BY version LIMIT 1
"""
_SUMS: Final = """
UPDATE crawls SET (reports_new, copies_new) = (?2, ?3) WHERE id = ?1 AND (reports_new, copies_new) IS NOT (?2, ?3)
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shot:
    """One capture of a unit; numbers of rows are ours."""

    id: int | None
    """Its row; None for one that is still to be put down."""
    frontier_id: int | None
    crawl_id: int | None
    site_id: int | None = None
    fetched_at: str
    address: str | None
    """Address that answered."""
    place: Place
    facts: Mapping[str, Any]
    """Columns of a row that is to be put down; empty for one of ours."""

    @property
    def is_verbatim(self) -> bool:
        """True where nothing is read: it was set aside there, and stays so until other rules look at it."""
        return self.facts.get("state") == State.QUARANTINED


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """Captures that are filed together, in order of time."""

    key: str | None
    """Of the document; None for a capture that shows none."""
    shots: tuple[Shot, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Failed:
    """A capture that could not be read."""

    reason: Reason
    detail: str


def units(archive: Archive, other: sqlite3.Connection, numbers: Numbers) -> tuple[list[Unit], int, int]:
    """Give what is to be filed, by first capture; how many captures are here already, and how many were forgotten.

    Places name the segments as the other archive does; see `renamed`.
    """
    known = forgotten = 0
    by_key: dict[str, list[Shot]] = {}
    found: list[list[Shot]] = []
    for frontier_id, crawl_id, site_id, key, *values in other.execute(_THEIRS):
        facts = dict(zip(_FACTS, values, strict=True))
        url_id = numbers.frontier.get(frontier_id)
        if archive.conn.execute(_KNOWN, facts).fetchone() is not None:
            known += 1
        elif _is_forgotten(archive.conn, url_id):
            forgotten += 1
        else:
            shot = _shot(facts, (url_id, numbers.crawls.get(crawl_id), numbers.sites.get(site_id)))
            shots = by_key.setdefault(key, []) if key is not None else []
            if not shots:
                found.append(shots)
            shots.append(shot)
    keys = {id(shots): key for key, shots in by_key.items()}
    made = [Unit(key=keys.get(id(shots)), shots=tuple(shots)) for shots in found]
    return made, known, forgotten


def _is_forgotten(conn: sqlite3.Connection, frontier_id: int | None) -> bool:
    asked = "SELECT 1 FROM frontier WHERE id = ? AND state = 'skipped' AND reason = 'forgotten'"
    return conn.execute(asked, (frontier_id,)).fetchone() is not None


def _shot(facts: dict[str, Any], links: tuple[int | None, int | None, int | None]) -> Shot:
    place = Place(file=facts["warc_file"], offset=facts["warc_offset"], length=facts["warc_length"],
                  sha256=facts["sha256"])  # fmt: skip
    return Shot(id=None, frontier_id=links[0], crawl_id=links[1], site_id=links[2], fetched_at=facts["fetched_at"],
                address=facts["final_url"] or facts["url"], place=place, facts=facts)  # fmt: skip


def renamed(unit: Unit, names: Mapping[str, str]) -> Unit:
    """Let the places of a unit name the segments as they are called here."""
    return replace(unit, shots=tuple(
        replace(shot, place=replace(shot.place, file=names[shot.place.file]),
                facts={**shot.facts, "warc_file": names[shot.place.file]})
        for shot in unit.shots
    ))  # fmt: skip


def with_ours(archive: Archive, unit: Unit) -> Unit:
    """Add the captures that this archive has of the unit's document, all in order of time."""
    rows = archive.conn.execute(_OURS, (unit.key,)).fetchall() if unit.key is not None else []
    ours = [
        Shot(id=row[0], frontier_id=row[1], crawl_id=row[2], fetched_at=row[3], address=row[4], facts={},
             place=Place(file=row[5], offset=row[6], length=row[7], sha256=row[8]))
        for row in rows
    ]  # fmt: skip
    return replace(unit, shots=tuple(sorted([*ours, *unit.shots], key=lambda shot: shot.fetched_at)))


def put_unit(conn: sqlite3.Connection, unit: Unit, answers: Sequence[Reading | Failed | None]) -> int:
    """File a unit inside the caller's transaction; gives how many captures were new. None: not to be read."""
    if all(_known(conn, shot) for shot in unit.shots):
        return 0
    pairs = list(zip((_put(conn, shot) for shot in unit.shots), answers, strict=True))
    if any(shot.facts == {} and not isinstance(answer, Reading) for shot, answer in pairs):
        pairs = [(shot, answer) for shot, answer in pairs if shot.facts]  # ours cannot be read: it stays as it is
    sums = conn.execute("SELECT id, reports_new, copies_new FROM crawls").fetchall()
    states = _hold_urls(conn, [shot for shot, _ in pairs])
    stood = []
    if any(not shot.facts for shot, _ in pairs):
        stood = _withdraw(conn, unit.key or "", [(shot.id or 0, answer) for shot, answer in pairs])
    for number, (shot, answer) in enumerate(pairs):
        _in_flight(conn, [later for later, _ in pairs[number:]])
        filed = _file(conn, shot, answer)
        if filed is not None and states.get(shot.frontier_id, "") == State.FETCHED:
            settle_row(conn, shot.frontier_id or 0, state=filed)
            states[shot.frontier_id] = filed
        if all(later.crawl_id != shot.crawl_id for later, _ in pairs[number + 1 :]):
            _settle(conn, shot)
    _release_urls(conn, states)
    _lead_on(conn, unit.key or "", stood)
    conn.executemany(_SUMS, sums)
    if unit.key is not None:
        mark_document(conn, unit.key)
    return sum(bool(shot.facts) for shot in unit.shots)


def _known(conn: sqlite3.Connection, shot: Shot) -> bool:
    return not shot.facts or conn.execute(_KNOWN, dict(shot.facts)).fetchone() is not None


def _put(conn: sqlite3.Connection, shot: Shot) -> Shot:
    """Put a capture down as not yet read, or as it was set aside."""
    if shot.id is not None:
        return shot
    values = {**shot.facts, "frontier_id": shot.frontier_id, "crawl_id": shot.crawl_id, "site_id": shot.site_id}
    if not shot.is_verbatim:
        values |= {"state": State.FETCHED.value, "reason": None, "detail": None, "recipe": None, "hints_digest": None}
    columns, marks = ", ".join(values), ", ".join(f":{name}" for name in values)
    made = conn.execute(f"INSERT INTO captures ({columns}) VALUES ({marks})", values)  # noqa: S608 - our names
    return replace(shot, id=int(made.lastrowid or 0))


def _hold_urls(conn: sqlite3.Connection, shots: Iterable[Shot]) -> dict[int | None, str]:
    """Keep filing from changing what the URLs of these captures came to; gives their states."""
    states: dict[int | None, str] = {}
    for url_id in {shot.frontier_id for shot in shots} - {None}:
        (states[url_id],) = conn.execute("SELECT state FROM frontier WHERE id = ?", (url_id,)).fetchone()
        conn.execute("UPDATE frontier SET capture_id = -1 WHERE id = ?", (url_id,))
    return states


def _in_flight(conn: sqlite3.Connection, rest: Sequence[Shot]) -> None:
    """Let the URLs wait of which the same run has captures still to come, as they did then: pages are joined by it."""
    now, coming = rest[0], {shot.frontier_id for shot in rest[1:] if shot.crawl_id == rest[0].crawl_id}
    for url_id in {shot.frontier_id for shot in rest} - {None}:
        is_coming = url_id in coming and url_id != now.frontier_id
        state = State.PENDING if is_coming else State.ARCHIVED
        conn.execute("UPDATE frontier SET state = ? WHERE id = ?", (state.value, url_id))


def _release_urls(conn: sqlite3.Connection, states: Mapping[int | None, str]) -> None:
    for url_id, state in states.items():
        conn.execute(
            "UPDATE frontier SET state = ?, capture_id = (SELECT id FROM captures WHERE frontier_id = frontier.id"
            " ORDER BY fetched_at DESC, id DESC LIMIT 1) WHERE id = ?",
            (state, url_id),
        )


def _withdraw(
    conn: sqlite3.Connection, key: str, captures: Sequence[tuple[int, Reading | Failed | None]]
) -> list[tuple[int, int, int, int]]:
    """Take back all that stands on a document, so that it is filed from the beginning.

    Gives what stood there: report, position, part and text of each, the earliest versions first.
    """
    (document_id,) = conn.execute("SELECT id FROM documents WHERE key = ?", (key,)).fetchone()
    asked = "SELECT id, report_id, text_id, position, part FROM copies WHERE document_id = ? ORDER BY version"
    rows = conn.execute(asked, (document_id,)).fetchall()
    conn.executemany("DELETE FROM edits WHERE copy_id = ?", [(row[0],) for row in rows])
    for table in ("copies", "replies", "readings", "attachments"):
        conn.execute(f"DELETE FROM {table} WHERE document_id = ?", (document_id,))  # noqa: S608 - our names
    for report_id in dict.fromkeys(row[1] for row in rows):
        refresh(conn, report_id)
    for text_id in dict.fromkeys(row[2] for row in rows):
        drop_orphan(conn, text_id)
    conn.executemany(
        "UPDATE captures SET state = 'fetched', document_id = NULL, page = NULL WHERE id = ?",
        [(capture_id,) for capture_id, answer in captures if isinstance(answer, Reading)],
    )
    first = next((answer for _, answer in captures if isinstance(answer, Reading)), None)
    conn.execute(
        "UPDATE documents SET title = NULL, category = NULL, author = NULL, published_on = NULL, facts = NULL,"
        " pages_of = NULL, views = NULL, stated_replies = NULL, is_truncated = 0, view = coalesce(?, view)"
        " WHERE id = ?",
        (first and first.view.value, document_id),
    )
    return [(report_id, position, part, text_id) for _, report_id, text_id, position, part in rows]


def _lead_on(conn: sqlite3.Connection, key: str, stood: Iterable[tuple[int, int, int, int]]) -> None:
    """Let a report that stands nowhere any more lead to what stands in its place: the same page, read in part."""
    for report_id, position, part, text_id in stood:
        row = conn.execute(_IN_ITS_PLACE, {"key": key, "position": position, "part": part, "id": report_id}).fetchone()
        if row is not None:
            redirect(conn, report_id, row[0])
            refresh(conn, row[0])
        drop_orphan(conn, text_id)


def _file(conn: sqlite3.Connection, shot: Shot, answer: Reading | Failed | None) -> State | None:
    """File one capture; gives the state of its page, None where it was not read."""
    if isinstance(answer, Reading):
        number = shot.id or 0
        filed = put_reading(conn, capture_id=number, reading=answer, seeds=(), crawl_id=shot.crawl_id, now=_at(shot))
        return filed.state
    if answer is not None:
        conn.execute("UPDATE captures SET state = 'quarantined', reason = ?, detail = ? WHERE id = ?",
                     (answer.reason.value, answer.detail, shot.id))  # fmt: skip
    return None


def _at(shot: Shot) -> datetime:
    at = from_text(shot.fetched_at)
    if at is None:
        raise ArchiveError(f"the capture of {shot.address} has no time")
    return at


def _settle(conn: sqlite3.Connection, shot: Shot) -> None:
    """File a document with the pages that are there, as the end of a run does; one that goes on may bring more."""
    row = conn.execute(
        "SELECT readings.document_id FROM readings JOIN captures ON captures.id = capture_id"
        " LEFT JOIN crawls ON crawls.id = crawl_id"
        " WHERE capture_id = ? AND (crawls.id IS NULL OR crawls.finished_at IS NOT NULL)",
        (shot.id,),
    ).fetchone()
    if row is not None:
        settle_document(conn, row[0], now=_at(shot))
