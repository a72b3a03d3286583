"""Reading captures again under other rules: which ones, and what takes the place of what they gave before.

A wording that changed because rules changed is no new version: it is put in the old one's place, and ids stay. Who
reads the bytes again (the workers) is the caller's matter.
"""

import json
import sqlite3
from collections.abc import Collection, Mapping
from datetime import datetime

from archive.asserting import follow
from archive.database import Archive
from archive.file import Filed, file_read
from archive.filing import outcomes
from archive.filing.context import Filing, begin
from archive.filing.documents import key_of
from archive.filing.reports import drop_orphan, refresh
from archive.filing.versions import fuse_versions, move_part, take_copy
from archive.frontier import settle_row
from cleaners.outcome import State
from cleaners.reading import PageKind, Reading

_STALE = """
SELECT captures.id FROM captures LEFT JOIN sites ON sites.id = captures.site_id
LEFT JOIN json_each(:hints) AS hints ON hints.key = sites.host
WHERE captures.state <> 'fetched' AND (captures.recipe IS NOT :recipe
  OR (hints.value IS NOT NULL AND captures.hints_digest IS NOT hints.value))
  AND NOT (captures.state = 'quarantined' AND captures.reason = 'truncated')
  AND (:hosts IS NULL OR sites.host IN (SELECT value FROM json_each(:hosts)))
ORDER BY captures.id
"""
# What was cut on the wire is no page, whatever rules read it.


def hosts_of(archive: Archive) -> list[str]:
    """List the hosts of the archive."""
    return [host for (host,) in archive.conn.execute("SELECT host FROM sites ORDER BY id")]


def stale(
    archive: Archive, recipe: str, *, hints: Mapping[str, str] | None = None, hosts: Collection[str] | None = None
) -> list[int]:
    """List the captures that were read by another recipe, or under other hints, the oldest first.

    `hints` gives the digest that holds now by host; hosts it does not name are compared by recipe alone. `hosts`: of
    these only.
    """
    known = {
        "recipe": recipe, "hints": json.dumps(dict(hints or {})),
        "hosts": None if hosts is None else json.dumps(sorted(hosts)),
    }  # fmt: skip
    return [row[0] for row in archive.conn.execute(_STALE, known)]


def refile(archive: Archive, capture_id: int, reading: Reading, now: datetime) -> Filed:
    """Put what a capture gives now in the place of what it gave before, in one transaction.

    Raises UnknownId for a capture that is not there. One that was never filed is filed; no links are followed.
    """
    with archive.transaction() as conn:
        return put_again(conn, capture_id=capture_id, reading=reading, now=now)


def put_again(conn: sqlite3.Connection, *, capture_id: int, reading: Reading, now: datetime) -> Filed:
    """Do what `refile` does inside the caller's transaction, so that several captures share one commit."""
    (crawl_id,) = conn.execute("SELECT crawl_id FROM captures WHERE id = ?", (capture_id,)).fetchone() or (None,)
    filing = begin(conn, capture_id, crawl_id=crawl_id, now=now)
    outcomes.note_dropped(filing, reading)
    outcomes.note_site(filing, reading)
    if reading.outcome.state is not State.READ:
        _withdraw(filing, kept=set())
        outcomes.note_capture(filing, reading, document_id=None)
        filed = Filed(state=reading.outcome.state, reason=reading.outcome.reason)
    else:
        filed = _refile_read(filing, reading)
    _settle(filing, reading, filed)
    return filed


def note_tried(archive: Archive, capture_id: int, *, recipe: str, hints_digest: str) -> None:
    """Note that a capture could not be read by this recipe either, so that it is not tried again until another."""
    with archive.transaction() as conn:
        known = (recipe, hints_digest, capture_id)
        conn.execute("UPDATE captures SET recipe = ?, hints_digest = ? WHERE id = ?", known)


def _refile_read(filing: Filing, reading: Reading) -> Filed:
    stands_alone = reading.page_kind is PageKind.THREAD or (reading.pages or 1) == 1
    shown = (entry for entry in reading.entries if entry.text.strip())
    places = {(entry.position, entry.part) for entry in shown} if stands_alone else set()
    old_key, key = _document_key(filing), key_of(filing, reading)
    is_same_document = old_key in (None, key)
    if stands_alone or not is_same_document:
        _withdraw(filing, kept=places if is_same_document else set())
    filed = file_read(filing, reading, in_place=True)
    if old_key is not None:
        follow(filing.conn, old_key, key)
    fuse_versions(filing.conn, filing.capture_id)
    return filed


def _document_key(filing: Filing) -> str | None:
    row = filing.conn.execute("SELECT key FROM documents WHERE id = ?", (filing.document_id,)).fetchone()
    return None if row is None else str(row[0])


def _withdraw(filing: Filing, *, kept: set[tuple[int, int]]) -> None:
    """Take back what this capture gave and no longer gives: copies at places that are not `kept`, and replies.

    A floor that was whole and holds several reports now goes on as its first one, and the other way round.
    """
    conn = filing.conn
    rows = conn.execute(
        "SELECT id, report_id, text_id, position, part FROM copies WHERE capture_id = ?", (filing.capture_id,)
    ).fetchall()
    for copy_id, report_id, text_id, position, part in rows:
        if (position, part) in kept:
            continue
        if part < 2 and (position, 1 - part) in kept:
            move_part(conn, copy_id, 1 - part)
        else:
            take_copy(conn, copy_id)
            refresh(conn, report_id)
            drop_orphan(conn, text_id)
    conn.execute("DELETE FROM replies WHERE capture_id = ?", (filing.capture_id,))
    conn.execute("DELETE FROM readings WHERE capture_id = ?", (filing.capture_id,))


def _settle(filing: Filing, reading: Reading, filed: Filed) -> None:
    """Change the URL's state where this is still its latest capture and the reading is what decides its state."""
    row = filing.conn.execute(
        "SELECT state FROM frontier WHERE id = ? AND capture_id = ?", (filing.frontier_id, filing.capture_id)
    ).fetchone()  # fmt: skip
    decided = {State.FETCHED, State.ARCHIVED, State.REFUSED, State.QUARANTINED, State.LISTED}
    if filing.frontier_id is None or row is None or State(row[0]) not in decided:
        return
    settle_row(
        filing.conn, filing.frontier_id, state=filed.state, reason=reading.outcome.reason,
        detail=reading.outcome.detail, note=filed.note,
    )  # fmt: skip
