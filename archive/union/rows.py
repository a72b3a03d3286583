"""Hosts, runs, URLs, failed attempts and what was forgotten of another archive, put beside our own.

Each is known by what it is, not by its number: a host by its name, a run by its label and beginning, a URL by its key.
So joining the same archive again finds everything there.
"""

import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from archive.database import Archive
from cleaners.outcome import Reason, State

BATCH: Final = 500
"""Rows in one transaction: other writers take their turn between two."""
_RUN: Final = (
    "heartbeat_at", "finished_at", "finish_reason", "requests", "pages", "reports_new", "copies_new", "bytes",
    "software", "settings",
)  # fmt: skip
_URL: Final = (
    "url", "state", "reason", "detail", "kind", "attempts", "due_at", "http_status", "etag", "last_modified", "stamp",
    "fetched_stamp", "note", "fetched_at",
)  # fmt: skip
_ANSWERED: Final = (
    State.REFUSED, State.QUARANTINED, State.LISTED, State.FETCHED, State.UNCHANGED, State.ARCHIVED,
)  # fmt: skip
_UNANSWERED: Final = (State.SKIPPED, State.FAILED, State.PENDING)


@dataclass(slots=True)
class Numbers:
    """Which row of ours each row of theirs is."""

    sites: dict[int, int] = field(default_factory=dict)
    crawls: dict[int, int] = field(default_factory=dict)
    frontier: dict[int, int] = field(default_factory=dict)
    urls_new: int = 0
    urls_changed: int = 0


def join_rows(archive: Archive, other: sqlite3.Connection) -> Numbers:
    """Join hosts, runs, tombstones, URLs and failures; give the numbers that they have here."""
    numbers = Numbers()
    with archive.transaction() as conn:
        _join_sites(conn, other, numbers)
        _join_crawls(conn, other, numbers)
        conn.executemany(
            "INSERT OR IGNORE INTO tombstones (digest, reason, forgotten_at) VALUES (?, ?, ?)",
            other.execute("SELECT digest, reason, forgotten_at FROM tombstones ORDER BY id").fetchall(),
        )
    names = ("id", "key", "site_id", "crawl_id", "parent_id", "priority", "depth", "first_seen_at", *_URL)
    for rows in _batches(other.execute(f"SELECT {', '.join(names)} FROM frontier ORDER BY id")):  # noqa: S608 - ours
        with archive.transaction() as conn:
            for row in rows:
                _join_url(conn, dict(zip(names, row, strict=True)), numbers)
    _join_failures(archive, other, numbers)
    return numbers


def _batches(rows: sqlite3.Cursor) -> Iterator[Sequence[tuple[Any, ...]]]:
    while batch := rows.fetchmany(BATCH):
        yield batch


def _join_sites(conn: sqlite3.Connection, other: sqlite3.Connection, numbers: Numbers) -> None:
    asked = "SELECT sites.id, host, sites.name, platforms.name, first_seen_at FROM sites" \
        " LEFT JOIN platforms ON platforms.id = platform_id ORDER BY sites.id"
    for site_id, host, name, platform, seen in other.execute(asked):
        if platform is not None:
            conn.execute("INSERT OR IGNORE INTO platforms (name) VALUES (?)", (platform,))
        conn.execute(
            "INSERT INTO sites (host, name, platform_id, first_seen_at)"
            " VALUES (:host, :name, (SELECT id FROM platforms WHERE name = :platform), :seen)"
            " ON CONFLICT (host) DO UPDATE SET first_seen_at = min(first_seen_at, excluded.first_seen_at),"
            " platform_id = coalesce(platform_id, excluded.platform_id),"
            " name = CASE WHEN name IS host THEN coalesce(excluded.name, name) ELSE name END",
            {"host": host, "name": name, "platform": platform, "seen": seen},
        )
        (numbers.sites[site_id],) = conn.execute("SELECT id FROM sites WHERE host = ?", (host,)).fetchone()


def _join_crawls(conn: sqlite3.Connection, other: sqlite3.Connection, numbers: Numbers) -> None:
    """Put runs down; of a run that both have, the row that lived longer holds. One without an end can be taken up."""
    listed = ", ".join(_RUN)
    for crawl_id, *named, beat in other.execute("SELECT id, label, spider, started_at, heartbeat_at FROM crawls"):
        row = conn.execute(
            "SELECT id, heartbeat_at FROM crawls WHERE label = ? AND spider = ? AND started_at = ?", named
        ).fetchone()
        values = other.execute(f"SELECT {listed} FROM crawls WHERE id = ?", (crawl_id,)).fetchone()  # noqa: S608
        if row is None:
            marks = ", ".join("?" * (3 + len(_RUN)))
            made = conn.execute(f"INSERT INTO crawls (label, spider, started_at, {listed}) VALUES ({marks})",  # noqa: S608
                                (*named, *values))  # fmt: skip
            row = (made.lastrowid, beat)
        elif (beat or "") > (row[1] or ""):
            marks = ", ".join("?" * len(_RUN))
            conn.execute(f"UPDATE crawls SET ({listed}) = ({marks}) WHERE id = ?", (*values, row[0]))  # noqa: S608
        numbers.crawls[crawl_id] = row[0]


def _join_url(conn: sqlite3.Connection, theirs: dict[str, Any], numbers: Numbers) -> None:
    """Put a URL down, or let the further of two states hold; its captures come later."""
    names = ("id", "crawl_id", "priority", "depth", "first_seen_at", *_URL)
    found = conn.execute(f"SELECT {', '.join(names)} FROM frontier WHERE key = ?", (theirs["key"],))  # noqa: S608 - ours
    row = found.fetchone()
    crawl_id = numbers.crawls.get(theirs["crawl_id"])
    if row is None:
        values = {name: theirs[name] for name in ("key", "priority", "depth", "first_seen_at", *_URL)} | {
            "site_id": numbers.sites[theirs["site_id"]], "crawl_id": crawl_id,
            "parent_id": numbers.frontier.get(theirs["parent_id"]),
        }  # fmt: skip
        columns, marks = ", ".join(values), ", ".join(f":{name}" for name in values)
        made = conn.execute(f"INSERT INTO frontier ({columns}) VALUES ({marks})", values)  # noqa: S608 - our names
        numbers.frontier[theirs["id"]] = int(made.lastrowid or 0)
        numbers.urls_new += 1
        return
    ours = dict(zip(names, row, strict=True))
    numbers.frontier[theirs["id"]] = ours["id"]
    holds = {**theirs, "crawl_id": crawl_id} if further(theirs) > further(ours) else ours
    merged = {name: holds[name] for name in ("crawl_id", *_URL)} | {
        "depth": min(ours["depth"], theirs["depth"]), "priority": max(ours["priority"], theirs["priority"]),
        "first_seen_at": min(ours["first_seen_at"], theirs["first_seen_at"]),
    }  # fmt: skip
    if any(merged[name] != ours[name] for name in merged):
        columns, marks = ", ".join(merged), ", ".join(f":{name}" for name in merged)
        conn.execute(f"UPDATE frontier SET ({columns}) = ({marks}), lease_until_at = NULL WHERE id = :id",  # noqa: S608
                     {**merged, "id": ours["id"]})  # fmt: skip
        numbers.urls_changed += 1


def further(row: dict[str, Any]) -> tuple[object, ...]:
    """Rank the state of a URL: what was forgotten stays so; else an answer is further than none, a later one further.

    Of URLs without an answer one that waits is further than one given up, and that than one never asked for.
    """
    state = State(row["state"])
    is_forgotten = state is State.SKIPPED and row["reason"] == Reason.FORGOTTEN
    if state in _ANSWERED:
        return is_forgotten, True, row["fetched_at"] or "", _ANSWERED.index(state)
    return is_forgotten, False, "", _UNANSWERED.index(state)


def _join_failures(archive: Archive, other: sqlite3.Connection, numbers: Numbers) -> None:
    names = "url, stage, reason, http_status, message, failed_at"
    for rows in _batches(other.execute(f"SELECT frontier_id, crawl_id, {names} FROM failures ORDER BY id")):  # noqa: S608
        with archive.transaction() as conn:
            for frontier_id, crawl_id, *told in rows:
                url_id = numbers.frontier.get(frontier_id)
                known = conn.execute(
                    "SELECT 1 FROM failures WHERE frontier_id IS ? AND url = ? AND stage = ? AND reason = ?"
                    " AND failed_at = ?", (url_id, *told[:3], told[5]),
                ).fetchone()  # fmt: skip
                if known is None:
                    conn.execute(f"INSERT INTO failures (frontier_id, crawl_id, {names}) VALUES (?,?,?,?,?,?,?,?)",  # noqa: S608
                                 (url_id, numbers.crawls.get(crawl_id), *told))  # fmt: skip
