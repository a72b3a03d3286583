"""tx1: a capture and its URL's new state in one transaction; and the captures that still wait for their reading (tx2).

The bytes are on disk before (`archive.warc`); what they mean is filed after (`archive.file`).
"""

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from archive.capture import Fetched, Place
from archive.crawls import dead_runs
from archive.database import Archive
from archive.errors import UnknownId
from archive.frontier.outcomes import log_failure, one_line, settle_row
from archive.frontier.seeds import Seed, put_seeds, site_id
from archive.instants import to_text
from cleaners.outcome import Reason, State
from cleaners.page import Media
from cleaners.reading import UrlKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """A capture that was recorded but not yet read: all that a worker and tx2 need."""

    capture_id: int
    place: Place
    crawl_id: int | None
    frontier_id: int | None
    key: str | None
    """Of its URL; None for an import without address."""
    kind: UrlKind
    depth: int
    host: str | None
    url: str | None
    final_url: str | None
    media: Media
    file_name: str | None


def record_capture(  # noqa: PLR0913 - the facts of a capture, each named by its caller
    archive: Archive, *, claim_id: int | None, fetched: Fetched, place: Place, crawl_id: int, seed: Seed | None = None
) -> int:
    """File a capture whose bytes are on disk, and give its id; see `put_capture`."""
    with archive.transaction() as conn:
        return put_capture(conn, claim_id=claim_id, fetched=fetched, place=place, crawl_id=crawl_id, seed=seed)


def put_capture(  # noqa: PLR0913 - as above
    conn: sqlite3.Connection, *, claim_id: int | None, fetched: Fetched, place: Place, crawl_id: int,
    seed: Seed | None = None, host: str | None = None,
) -> int:  # fmt: skip
    """File a capture inside the caller's transaction, so that several share one commit; gives its id.

    `claim_id` is the frontier row that it answers. Without one (an import), `seed` names its URL, if it has any;
    `host` is that of a text whose page nobody saved: the page itself stays to be fetched.
    """
    row_id = claim_id
    if row_id is None and seed is not None:
        put_seeds(conn, [seed], crawl_id=crawl_id, now=fetched.fetched_at)
        (row_id,) = conn.execute("SELECT id FROM frontier WHERE key = ?", (seed.key,)).fetchone()
    site = None if host is None else site_id(conn, host, now=fetched.fetched_at)
    site = site if row_id is None else _site_of(conn, row_id)
    capture_id = _insert(conn, fetched, place=place, links=(row_id, crawl_id, site))
    if row_id is not None:
        _mark_fetched(conn, row_id, fetched=fetched, capture_id=capture_id, crawl_id=crawl_id)
    return capture_id


def unread(archive: Archive, *, now: datetime, crawl_id: int | None = None) -> list[Waiting]:
    """List captures without tx2, oldest first: this run's and those of ended or dead runs.

    What another live run is about to read is left to it.
    """
    dead = dead_runs(archive, now=now)
    rows = archive.conn.execute(
        "SELECT c.id, c.warc_file, c.warc_offset, c.warc_length, c.sha256, c.crawl_id, f.id, f.key,"
        " coalesce(f.kind, 'document'), coalesce(f.depth, 0), s.host, c.url, c.final_url, c.media, c.file_name,"
        " r.id IS NOT NULL AND r.finished_at IS NULL"
        " FROM captures c LEFT JOIN frontier f ON f.id = c.frontier_id LEFT JOIN sites s ON s.id = c.site_id"
        " LEFT JOIN crawls r ON r.id = c.crawl_id WHERE c.state = 'fetched' ORDER BY c.id"
    )
    return [_waiting(row) for *row, is_open in rows if not is_open or row[5] == crawl_id or row[5] in dead]


def quarantine(archive: Archive, capture_id: int, *, reason: Reason, detail: str | None, now: datetime) -> None:
    """Set a capture aside with its cause: its bytes stay, no report is made of it. Raises UnknownId."""
    with archive.transaction() as conn:
        changed = conn.execute(
            "UPDATE captures SET state = 'quarantined', reason = ?, detail = ? WHERE id = ?",
            (reason, one_line(detail), capture_id),
        ).rowcount
        if not changed:
            raise UnknownId(f"no capture {capture_id}")
        # An older capture's fate must not hide what a newer one of the same URL came to.
        row = conn.execute("SELECT id FROM frontier WHERE capture_id = ?", (capture_id,)).fetchone()
        if row is not None:
            settle_row(conn, row[0], state=State.QUARANTINED, reason=reason, detail=detail)
            log_failure(conn, row[0], reason=reason, message=detail, now=now, stage="read")


def _site_of(conn: sqlite3.Connection, frontier_id: int) -> int:
    row = conn.execute("SELECT site_id FROM frontier WHERE id = ?", (frontier_id,)).fetchone()
    if row is None:
        raise UnknownId(f"no URL {frontier_id} in the frontier: it was forgotten meanwhile")
    return int(row[0])


def _insert(
    conn: sqlite3.Connection, fetched: Fetched, *, place: Place, links: tuple[int | None, int, int | None]
) -> int:
    """Insert the row of a capture; `links` are its URL, run and host."""
    values = (
        *links, fetched.url, fetched.final_url, fetched.status, fetched.source, _storable(fetched.file_name),
        fetched.media, to_text(fetched.fetched_at), place.sha256, len(fetched.body),
        place.file, place.offset, place.length, json.dumps(fetched.headers), json.dumps(fetched.redirects),
    )  # fmt: skip
    cursor = conn.execute(
        "INSERT INTO captures (frontier_id, crawl_id, site_id, url, final_url, status, source, file_name, media,"
        " fetched_at, sha256, bytes, warc_file, warc_offset, warc_length, headers, redirects)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        values,
    )
    return int(cursor.lastrowid or 0)


def _mark_fetched(
    conn: sqlite3.Connection, frontier_id: int, *, fetched: Fetched, capture_id: int, crawl_id: int
) -> None:
    conn.execute(
        "UPDATE frontier SET state = 'fetched', reason = NULL, detail = NULL, attempts = 0, due_at = NULL,"
        " lease_until_at = NULL, crawl_id = ?, capture_id = ? WHERE id = ?",
        (crawl_id, capture_id, frontier_id),
    )
    if fetched.source == "import":  # what somebody saved once says nothing of the page as it stands on the site today
        return
    # Validators of anything but a full answer would make the next one a 304 for a page that we never had.
    is_full = fetched.status == 200
    etag = _header(fetched, "etag") if is_full else None
    modified = _header(fetched, "last-modified") if is_full else None
    conn.execute(
        "UPDATE frontier SET http_status = ?, etag = ?, last_modified = ?, fetched_stamp = stamp, fetched_at = ?"
        " WHERE id = ?",
        (fetched.status, etag, modified, to_text(fetched.fetched_at), frontier_id),
    )


def _storable(name: str | None) -> str | None:
    """Spell out in hex the bytes of a file name that are no UTF-8: SQLite takes no lone surrogates."""
    return None if name is None else name.encode("utf-8", "backslashreplace").decode()


def _header(fetched: Fetched, name: str) -> str | None:
    return next((value for key, value in fetched.headers if key.lower() == name), None)


def _waiting(row: Sequence[Any]) -> Waiting:
    (capture_id, file, offset, length, sha256, crawl_id, frontier_id, key, kind, depth, host, url, final_url, media,
     file_name) = row  # fmt: skip
    return Waiting(
        capture_id=capture_id, place=Place(file=file, offset=offset, length=length, sha256=sha256), crawl_id=crawl_id,
        frontier_id=frontier_id, key=key, kind=UrlKind(kind), depth=depth, host=host, url=url, final_url=final_url,
        media=Media(media), file_name=file_name,
    )  # fmt: skip
