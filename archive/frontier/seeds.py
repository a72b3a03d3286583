"""Putting URLs into the frontier: new ones as pending, known ones pending again only where there is a reason."""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import islice

from archive.crawls import Crawl
from archive.database import Archive
from archive.instants import to_text
from cleaners.outcome import Reason, State
from cleaners.reading import UrlKind

BATCH = 500
"""Keys looked up by one statement, and seeds put down by one transaction of `add`: writers take short turns."""

_LISTS = frozenset({UrlKind.LIST, UrlKind.HOME, UrlKind.FEED})
_FOR_GOOD = frozenset({Reason.FORGOTTEN, Reason.TRAP, Reason.BAD_URL})
"""Skipped for these, a URL stays skipped: nothing that a later run could meet changes them."""
_CUT = frozenset({Reason.TRUNCATED, Reason.DIGEST_MISMATCH})
"""Quarantined for these, the bytes are at fault, and another fetch may bring better ones."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Seed:
    """A URL to put down: a start, or a link that a page offered."""

    url: str
    key: str
    """Canonical key, with `:pN` for a later page."""
    kind: UrlKind
    host: str
    """With the port where it is not the usual one."""
    priority: int = 0
    depth: int = 0
    """Links from a start; 0 = given by a person."""
    parent_id: int | None = None
    stamp: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """How many seeds were new, pending again, and left as they were."""

    new: int = 0
    again: int = 0
    known: int = 0

    def __add__(self, other: "Added") -> "Added":
        return Added(new=self.new + other.new, again=self.again + other.again, known=self.known + other.known)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    """What the frontier knows of a URL that is offered again; instants as stored."""

    id: int
    state: str
    reason: str | None
    crawl_id: int | None
    stamp: str | None
    fetched_stamp: str | None
    fetched_at: str | None
    lease_until_at: str | None
    priority: int


@dataclass(frozen=True, slots=True, kw_only=True)
class _Run:
    """The run that offers the seeds."""

    crawl_id: int | None
    started_at: str
    now: str
    force: bool
    unfinished: frozenset[int]
    """Other runs that have not ended: what waits for them is theirs."""


def add(archive: Archive, seeds: Iterable[Seed], *, crawl: Crawl, now: datetime, force: bool = False) -> Added:
    """Put seeds down, a transaction for each 500; `force` makes all pending that this run has not fetched yet."""
    added, rest = Added(), iter(seeds)
    while batch := list(islice(rest, BATCH)):
        with archive.transaction() as conn:
            added += put_seeds(conn, batch, crawl_id=crawl.id, now=now, force=force)
    return added


def put_seeds(
    conn: sqlite3.Connection, seeds: Iterable[Seed], *, crawl_id: int | None, now: datetime, force: bool = False
) -> Added:
    """Put seeds down inside the caller's transaction; each key counts once a batch of 500."""
    run = _run(conn, crawl_id, now=now, force=force)
    sites: dict[str, int] = {}
    added, rest = Added(), iter(seeds)
    while batch := _by_key(islice(rest, BATCH)):
        known = _known(conn, list(batch))
        new = [seed for key, seed in batch.items() if key not in known]
        _insert(conn, new, run=run, sites=sites)
        again = sum(_offer(conn, row, batch[key], run) for key, row in known.items())
        added += Added(new=len(new), again=again, known=len(known) - again)
    return added


def site_id(conn: sqlite3.Connection, host: str, *, now: datetime) -> int:
    """Give the number of a host's row, made where there is none, inside the caller's transaction."""
    row = conn.execute("SELECT id FROM sites WHERE host = ?", (host,)).fetchone()
    if row is None:
        values = (host, host, to_text(now))
        row = (conn.execute("INSERT INTO sites (host, name, first_seen_at) VALUES (?, ?, ?)", values).lastrowid,)
    return int(row[0])


def _run(conn: sqlite3.Connection, crawl_id: int | None, *, now: datetime, force: bool) -> _Run:
    row = conn.execute("SELECT started_at FROM crawls WHERE id = ?", (crawl_id,)).fetchone()
    others = conn.execute("SELECT id FROM crawls WHERE finished_at IS NULL AND id IS NOT ?", (crawl_id,))
    return _Run(
        crawl_id=crawl_id,
        started_at=row[0] if row else to_text(now),
        now=to_text(now),
        force=force,
        unfinished=frozenset(run for (run,) in others),
    )


def _by_key(seeds: Iterator[Seed]) -> dict[str, Seed]:
    """Join seeds of one key: the first spelling, the highest priority, the least depth, the first stamp that speaks."""
    joined: dict[str, Seed] = {}
    for seed in seeds:
        first = joined.setdefault(seed.key, seed)
        if first is not seed:
            joined[seed.key] = replace(
                first,
                priority=max(first.priority, seed.priority),
                depth=min(first.depth, seed.depth),
                stamp=first.stamp if first.stamp is not None else seed.stamp,
            )
    return joined


def _known(conn: sqlite3.Connection, keys: list[str]) -> Mapping[str, _Row]:
    rows = conn.execute(
        "SELECT key, id, state, reason, crawl_id, stamp, fetched_stamp, fetched_at, lease_until_at, priority"
        " FROM frontier WHERE key IN (SELECT value FROM json_each(?))",
        (json.dumps(keys),),
    )
    return {
        key: _Row(
            id=id_, state=state, reason=reason, crawl_id=crawl_id, stamp=stamp, fetched_stamp=fetched_stamp,
            fetched_at=fetched_at, lease_until_at=lease, priority=priority,
        )
        for key, id_, state, reason, crawl_id, stamp, fetched_stamp, fetched_at, lease, priority in rows
    }  # fmt: skip


def _insert(conn: sqlite3.Connection, seeds: Iterable[Seed], *, run: _Run, sites: dict[str, int]) -> None:
    rows = []
    for seed in seeds:
        if seed.host not in sites:
            sites[seed.host] = site_id(conn, seed.host, now=datetime.fromisoformat(run.now))
        rows.append((
            seed.key, seed.url, sites[seed.host], seed.kind.value, seed.priority, seed.depth, seed.parent_id,
            run.crawl_id, seed.stamp, run.now,
        ))  # fmt: skip
    conn.executemany(
        "INSERT INTO frontier (key, url, site_id, kind, priority, depth, parent_id, crawl_id, stamp, first_seen_at)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        rows,
    )


def _offer(conn: sqlite3.Connection, row: _Row, seed: Seed, run: _Run) -> bool:
    """Offer a known URL again; True when that made it pending."""
    if _is_wanted_again(row, seed, run):
        conn.execute(
            "UPDATE frontier SET state = 'pending', reason = NULL, detail = NULL, attempts = 0, due_at = NULL,"
            # What a reading found to be a list stays one, whatever the link's address looks like.
            " lease_until_at = NULL, crawl_id = ?1, url = ?2, priority = ?3, depth = min(depth, ?4),"
            " kind = CASE WHEN kind = 'list' AND ?5 = 'document' THEN kind ELSE ?5 END,"
            " stamp = coalesce(?6, stamp) WHERE id = ?7",
            (run.crawl_id, seed.url, seed.priority, seed.depth, seed.kind.value, seed.stamp, row.id),
        )
        return True
    owner = run.crawl_id if _is_taken_over(row, seed, run) else row.crawl_id
    stamp = row.stamp if seed.stamp is None else seed.stamp
    priority = max(row.priority, seed.priority) if row.state == State.PENDING else row.priority
    if (owner, stamp, priority) != (row.crawl_id, row.stamp, row.priority):  # most links of a page change nothing
        values = (owner, stamp, priority, row.id)
        conn.execute("UPDATE frontier SET crawl_id = ?, stamp = ?, priority = ? WHERE id = ?", values)
    return False


def _is_wanted_again(row: _Row, seed: Seed, run: _Run) -> bool:
    """True when a URL that came to an end is to be fetched once more, in this run."""
    is_of_this_run = run.crawl_id is not None and row.crawl_id == run.crawl_id
    was_fetched_in_it = row.fetched_at is not None and row.fetched_at >= run.started_at
    # `fetched` is a capture that waits to be read: its outcome comes first.
    if row.state in (State.PENDING, State.FETCHED) or is_of_this_run or was_fetched_in_it:
        return False
    if row.state == State.SKIPPED:
        return row.reason not in _FOR_GOOD
    # A page that turned out to be a list is one, whatever its address looked like: what is new stands there first.
    if run.force or seed.kind in _LISTS or row.state in (State.FAILED, State.LISTED):
        return True
    if row.state == State.QUARANTINED and row.reason in _CUT:
        return True
    return seed.stamp is not None and seed.stamp != row.fetched_stamp


def _is_taken_over(row: _Row, seed: Seed, run: _Run) -> bool:
    """True when a URL that waits becomes this run's own: a person names it, or the run that found it has ended."""
    if row.state != State.PENDING or row.crawl_id == run.crawl_id or run.crawl_id is None:
        return False
    is_claimed = row.lease_until_at is not None and row.lease_until_at > run.now
    return not is_claimed and (seed.depth == 0 or row.crawl_id not in run.unfinished)
