"""Handing URLs out: claims with a lease, the best of each host in turn, never by reading rows that are passed over."""

import json
import sqlite3
import zlib
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import chain, zip_longest

from archive.crawls import Crawl, dead_runs
from archive.database import Archive
from archive.instants import from_text, to_text
from cleaners.reading import UrlKind

_FREE = "(due_at IS NULL OR due_at <= :now) AND (lease_until_at IS NULL OR lease_until_at <= :now)"
BEST_OF_SITE = f"""
    SELECT id FROM frontier INDEXED BY idx_frontier_waiting
    WHERE state = 'pending' AND site_id = :site AND {_FREE}
    ORDER BY priority DESC, id LIMIT :limit"""  # noqa: S608 - a constant of this module
BEST_OWN_OF_SITE = f"""
    SELECT id FROM frontier INDEXED BY idx_frontier_own
    WHERE state = 'pending' AND crawl_id = :crawl AND site_id = :site AND {_FREE}
    ORDER BY priority DESC, id LIMIT :limit"""  # noqa: S608 - as above
# One step down the index for each host, however many rows each has.
OWN_SITES = """
    WITH RECURSIVE own(site) AS (
      SELECT min(site_id) FROM frontier INDEXED BY idx_frontier_own WHERE state = 'pending' AND crawl_id = :crawl
      UNION ALL
      SELECT (SELECT min(site_id) FROM frontier INDEXED BY idx_frontier_own
              WHERE state = 'pending' AND crawl_id = :crawl AND site_id > own.site)
      FROM own WHERE own.site IS NOT NULL)
    SELECT site FROM own WHERE site IS NOT NULL"""
CLAIMED = """
    SELECT site_id, count(*) FROM frontier INDEXED BY idx_frontier_claimed
    WHERE lease_until_at > :now GROUP BY site_id"""
NEXT_OF_SITE = """
    SELECT min(due_at) FROM frontier INDEXED BY idx_frontier_due
    WHERE state = 'pending' AND due_at IS NOT NULL AND site_id = :site AND lease_until_at IS NULL"""
NEXT_OWN_OF_SITE = """
    SELECT min(due_at) FROM frontier INDEXED BY idx_frontier_own
    WHERE state = 'pending' AND crawl_id = :crawl AND site_id = :site AND lease_until_at IS NULL"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A URL that this run may fetch until its lease ends."""

    frontier_id: int
    url: str
    key: str
    kind: UrlKind
    host: str
    depth: int
    attempts: int
    """Fetches that failed before this one."""
    stamp: str | None
    etag: str | None
    last_modified: str | None
    capture_id: int | None
    """Latest capture, which a 304 would stand for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Wish:
    """What one call of `claim` asks for."""

    crawl_id: int
    own: bool
    limit: int
    per_host: int | None
    now: str


def claim(  # noqa: PLR0913 - options, each named by its caller
    archive: Archive, crawl: Crawl, *, hosts: Collection[str] | None, limit: int, lease_s: float, now: datetime,
    per_host: int | None = None, busy: Collection[str] = (),
) -> list[Claim]:  # fmt: skip
    """Claim up to `limit` URLs that are due, the hosts in turn, of each the highest priority first, then the oldest.

    `hosts=None`: this run's own URLs only (a list that a person gave). `per_host`: no host has more claims out than
    that at any time, all runs counted. `busy`: hosts left out this time.
    """
    wish = _Wish(crawl_id=crawl.id, own=hosts is None, limit=limit, per_host=per_host, now=to_text(now))
    until = to_text(now + timedelta(seconds=lease_s))
    with archive.transaction() as conn:
        sites = _own_sites(conn, crawl) if hosts is None else _sites(conn, hosts)
        lots = _lots(conn, sites - _sites(conn, busy), wish)
        chosen = [id_ for id_ in chain.from_iterable(zip_longest(*lots)) if id_ is not None][:limit]
        conn.executemany(
            "UPDATE frontier SET crawl_id = ?, lease_until_at = ? WHERE id = ?",
            [(crawl.id, until, id_) for id_ in chosen],
        )
        return [_claim(conn, id_) for id_ in chosen]


def _lots(conn: sqlite3.Connection, sites: Collection[int], wish: _Wish) -> list[list[int]]:
    """Give the best rows of each host, from at most `limit` hosts: those with the fewest claims out come first."""
    out = dict(conn.execute(CLAIMED, {"now": wish.now}).fetchall())
    # Among equals the turn changes with the time: the same few hosts must not always come first.
    turns = sorted(sites, key=lambda site: (out.get(site, 0), zlib.crc32(f"{wish.now} {site}".encode())))
    lots: list[list[int]] = []
    for site in turns:
        room = wish.limit if wish.per_host is None else min(wish.limit, wish.per_host - out.get(site, 0))
        values = {"site": site, "crawl": wish.crawl_id, "now": wish.now, "limit": room}
        rows = conn.execute(BEST_OWN_OF_SITE if wish.own else BEST_OF_SITE, values).fetchall() if room > 0 else []
        if rows:
            lots.append([id_ for (id_,) in rows])
        if len(lots) == wish.limit:
            break
    return lots


def _claim(conn: sqlite3.Connection, id_: int) -> Claim:
    row = conn.execute(
        "SELECT f.url, f.key, f.kind, s.host, f.depth, f.attempts, f.stamp, f.etag, f.last_modified, f.capture_id"
        " FROM frontier f JOIN sites s ON s.id = f.site_id WHERE f.id = ?",
        (id_,),
    ).fetchone()
    url, key, kind, host, depth, attempts, stamp, etag, last_modified, capture_id = row
    return Claim(
        frontier_id=id_, url=url, key=key, kind=UrlKind(kind), host=host, depth=depth, attempts=attempts, stamp=stamp,
        etag=etag, last_modified=last_modified, capture_id=capture_id,
    )  # fmt: skip


def next_due(archive: Archive, crawl: Crawl, *, hosts: Collection[str] | None, now: datetime) -> datetime | None:
    """Say when the next unclaimed URL is due: `now` where one is, a later instant, or None where nothing waits."""
    conn, found = archive.conn, None
    best, soonest = (BEST_OWN_OF_SITE, NEXT_OWN_OF_SITE) if hosts is None else (BEST_OF_SITE, NEXT_OF_SITE)
    values: dict[str, object] = {"crawl": crawl.id, "now": to_text(now), "limit": 1}
    for site in _own_sites(conn, crawl) if hosts is None else _sites(conn, hosts):
        if conn.execute(best, values | {"site": site}).fetchone():
            return now
        (due,) = conn.execute(soonest, values | {"site": site}).fetchone()
        if due is not None and (found is None or due < found):
            found = due
    return from_text(found)


def release_dead(archive: Archive, crawl: Crawl, *, hosts: Collection[str] | None, now: datetime) -> int:
    """Release the claims of dead or ended runs and of this run's earlier process; call it before the first `claim`.

    Only within `hosts`; None: this run's own. Gives how many URLs were released; a live run's claims stay.
    """
    with archive.transaction() as conn:
        dead = dead_runs(archive, now=now) | {crawl.id}
        rows = conn.execute(
            "SELECT f.id, f.site_id, f.crawl_id FROM frontier f LEFT JOIN crawls c ON c.id = f.crawl_id"
            " WHERE f.lease_until_at IS NOT NULL"
            " AND (f.lease_until_at <= ? OR c.id IS NULL OR c.finished_at IS NOT NULL OR c.id IN (SELECT value FROM"
            " json_each(?)))",
            (to_text(now), json.dumps(sorted(dead))),
        ).fetchall()
        sites = None if hosts is None else _sites(conn, hosts)
        void = [(id_,) for id_, site, run in rows if (run == crawl.id if sites is None else site in sites)]
        conn.executemany("UPDATE frontier SET lease_until_at = NULL WHERE id = ?", void)
        return len(void)


def retry_failed(archive: Archive, crawl: Crawl, *, hosts: Collection[str], now: datetime) -> int:
    """Make what failed in earlier runs pending for this one; gives how many URLs.

    Without it a thread that failed once is lost for good: its list says that nothing changed, and offers it no more.
    """
    with archive.transaction() as conn:
        changed = 0
        for site in _sites(conn, hosts):
            changed += conn.execute(
                "UPDATE frontier SET state = 'pending', reason = NULL, detail = NULL, attempts = 0, due_at = NULL,"
                " lease_until_at = NULL, crawl_id = ? WHERE site_id = ? AND state = 'failed'"
                " AND (crawl_id IS NULL OR crawl_id <> ?)",
                (crawl.id, site, crawl.id),
            ).rowcount
        return changed


def _sites(conn: sqlite3.Connection, hosts: Collection[str]) -> set[int]:
    """Give the numbers of the hosts that are known; a host without a row has no URLs."""
    rows = conn.execute("SELECT id FROM sites WHERE host IN (SELECT value FROM json_each(?))", (json.dumps([*hosts]),))
    return {id_ for (id_,) in rows}


def _own_sites(conn: sqlite3.Connection, crawl: Crawl) -> set[int]:
    return {site for (site,) in conn.execute(OWN_SITES, {"crawl": crawl.id})}
