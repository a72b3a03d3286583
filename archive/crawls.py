"""Runs: begun, kept alive by a heartbeat, finished; a killed run is taken up again by the next of its label."""

import json
import os
import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from archive.database import Archive
from archive.instants import from_text, to_text
from archive.locks import is_alive

DEAD_AFTER = timedelta(minutes=5)
"""A run that gave no sign of life for so long is dead, even where its process number is in use: numbers come back."""

_begun_here: set[tuple[int, str, int]] = set()
"""(process, database, run) begun by this very process: in a container the next process may get the same number."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Crawl:
    """A run of `crawl`, `archive`, `import` or `reclean`."""

    id: int
    label: str
    spider: str
    started_at: datetime
    """When it first began: a resumed run keeps it, so that what was fetched before the kill counts as fetched."""
    resumed: bool


def begin(  # noqa: PLR0913 - the facts of a run, each named by its caller
    archive: Archive, *, label: str, spider: str, software: str, settings: Mapping[str, object], now: datetime
) -> Crawl:
    """Begin a run, or take up the unfinished dead one of the same label and spider."""
    with archive.transaction() as conn:
        crawl = _dead_run(archive, label=label, spider=spider, now=now)
        if crawl is None:
            cursor = conn.execute(
                "INSERT INTO crawls (label, spider, started_at, software) VALUES (?, ?, ?, ?)",
                (label, spider, to_text(now), software),
            )
            crawl = Crawl(id=int(cursor.lastrowid or 0), label=label, spider=spider, started_at=now, resumed=False)
        conn.execute(
            "UPDATE crawls SET pid = ?, heartbeat_at = ?, software = ?, settings = ? WHERE id = ?",
            (os.getpid(), to_text(now), software, _as_json(settings), crawl.id),
        )
    _begun_here.add((os.getpid(), str(archive.path), crawl.id))
    return crawl


def _dead_run(archive: Archive, *, label: str, spider: str, now: datetime) -> Crawl | None:
    rows = archive.conn.execute(
        "SELECT id, started_at FROM crawls WHERE label = ? AND spider = ? AND finished_at IS NULL ORDER BY id DESC",
        (label, spider),
    ).fetchall()
    dead = dead_runs(archive, now=now)
    for run, started_at in rows:
        if run in dead:
            return Crawl(id=run, label=label, spider=spider, started_at=_instant(started_at), resumed=True)
    return None


def dead_runs(archive: Archive, *, now: datetime) -> frozenset[int]:
    """Give the unfinished runs that nobody works on: their process is gone, or silent for five minutes."""
    rows = archive.conn.execute("SELECT id, pid, heartbeat_at FROM crawls WHERE finished_at IS NULL")
    return frozenset(run for run, pid, beat in rows if _is_dead(archive, run, pid=pid, beat=beat, now=now))


def _is_dead(archive: Archive, run: int, *, pid: int | None, beat: str | None, now: datetime) -> bool:
    """True when the run's process is gone, silent for too long, or has our number without being us."""
    if pid is None or beat is None:
        return True
    if pid == os.getpid():
        return (pid, str(archive.path), run) not in _begun_here
    return not is_alive(pid) or now - _instant(beat) > DEAD_AFTER


def heartbeat(archive: Archive, crawl_id: int, *, now: datetime, requests: int = 0) -> None:
    """Say that the run lives, at least every two minutes; `requests` sent since the last call are added."""
    with archive.transaction() as conn:
        _beat(conn, crawl_id, now=now, requests=requests)


def finish(archive: Archive, crawl_id: int, *, reason: str, now: datetime, requests: int = 0) -> None:
    """End a run with its reason (finished, interrupted, limit, disk_full, error) and count what it brought.

    Pages, bytes, reports and copies are counted from their rows, so that they are right after any number of kills.
    """
    with archive.transaction() as conn:
        _beat(conn, crawl_id, now=now, requests=requests)
        conn.execute(
            "UPDATE crawls SET finished_at = :now, finish_reason = :reason,"
            " (pages, bytes) = (SELECT count(*), coalesce(sum(bytes), 0) FROM captures WHERE crawl_id = :id),"
            " reports_new = (SELECT count(*) FROM reports WHERE crawl_id = :id),"
            " copies_new = (SELECT count(*) FROM copies WHERE crawl_id = :id)"
            " WHERE id = :id",
            {"now": to_text(now), "reason": reason, "id": crawl_id},
        )


def _beat(conn: sqlite3.Connection, crawl_id: int, *, now: datetime, requests: int) -> None:
    conn.execute(
        "UPDATE crawls SET heartbeat_at = ?, requests = requests + ? WHERE id = ?", (to_text(now), requests, crawl_id)
    )


def _as_json(settings: Mapping[str, object]) -> str:
    return json.dumps(dict(settings), ensure_ascii=False, default=str)


def _instant(text: str) -> datetime:
    instant = from_text(text)
    assert instant is not None  # noqa: S101 - the column is NOT NULL, or was looked at just before
    return instant
