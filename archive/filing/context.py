"""What every part of one filing needs to know: the open transaction and the capture that is filed."""

import sqlite3
from dataclasses import dataclass
from datetime import datetime

from archive.errors import UnknownId
from archive.instants import to_text

_CAPTURE = "SELECT frontier_id, site_id, url, sha256, fetched_at, state, document_id, page FROM captures WHERE id = ?"


@dataclass(frozen=True, slots=True, kw_only=True)
class Filing:
    """One capture being filed inside one open transaction."""

    conn: sqlite3.Connection
    capture_id: int
    crawl_id: int | None
    now: str
    frontier_id: int | None
    site_id: int | None
    url: str | None
    sha256: str
    fetched_at: str
    """When the page was seen; rows are dated by it, so that filing late or twice changes nothing."""
    state: str
    """`fetched` before it was ever filed."""
    document_id: int | None
    page: int | None


def begin(conn: sqlite3.Connection, capture_id: int, *, crawl_id: int | None, now: datetime) -> Filing:
    """Look the capture up; UnknownId where there is none."""
    row = conn.execute(_CAPTURE, (capture_id,)).fetchone()
    if row is None:
        raise UnknownId(f"no capture {capture_id} in this archive")
    names = ("frontier_id", "site_id", "url", "sha256", "fetched_at", "state", "document_id", "page")
    return Filing(
        conn=conn, capture_id=capture_id, crawl_id=crawl_id, now=to_text(now), **dict(zip(names, row, strict=True))
    )
