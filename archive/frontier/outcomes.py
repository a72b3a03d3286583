"""What became of a URL: settled, tried again later, unchanged; and how many there are in each state."""

import sqlite3
from collections.abc import Mapping
from datetime import datetime

from archive.database import Archive
from archive.instants import to_text
from cleaners.outcome import Reason, State

MAX_MESSAGE = 500
"""Characters of a message that are kept: it is for a person, not for a program."""


def settle(  # noqa: PLR0913 - the facts of an outcome, each named by its caller
    archive: Archive, frontier_id: int, *, state: State, reason: Reason | None = None, detail: str | None = None,
    http_status: int | None = None, now: datetime,
) -> bool:  # fmt: skip
    """End a claimed URL that gave no page to keep: refused, failed, skipped …; refused and failed are also logged.

    Gives False, changing nothing, where it no longer waits: another run, after our lease, may have archived it.
    """
    with archive.transaction() as conn:
        changed = conn.execute(
            "UPDATE frontier SET state = :state, reason = :reason, detail = :detail, http_status = :status,"
            " lease_until_at = NULL, due_at = NULL,"
            # An answer counts as a fetch: a refused page is asked for again only when its stamp changes.
            " fetched_at = CASE WHEN :status IS NULL THEN fetched_at ELSE :now END,"
            " fetched_stamp = CASE WHEN :state = 'refused' THEN stamp ELSE fetched_stamp END"
            " WHERE id = :id AND state = 'pending'",
            {"state": state, "reason": reason, "detail": one_line(detail), "status": http_status,
             "now": to_text(now), "id": frontier_id},
        ).rowcount  # fmt: skip
        if changed and state in (State.REFUSED, State.FAILED):
            log_failure(conn, frontier_id, reason=reason or state, message=detail, http_status=http_status, now=now)
        return bool(changed)


def settle_row(  # noqa: PLR0913 - the facts of an outcome, each named by its caller
    conn: sqlite3.Connection, frontier_id: int, *, state: State, reason: Reason | None = None,
    detail: str | None = None, note: str | None = None,
) -> None:  # fmt: skip
    """Write what a reading came to into its URL's row, inside the caller's transaction (tx2).

    A document's address that led to a list is a list's from now on: lists are asked for in each run, in full, for a 304
    would hide what is new behind them.
    """
    conn.execute(
        "UPDATE frontier SET state = :state, reason = :reason, detail = :detail, note = :note, lease_until_at = NULL,"
        " due_at = NULL, kind = CASE WHEN :state = 'listed' AND kind = 'document' THEN 'list' ELSE kind END"
        " WHERE id = :id",
        {"state": state, "reason": reason, "detail": one_line(detail), "note": one_line(note), "id": frontier_id},
    )


def settle_unchanged(archive: Archive, frontier_id: int, *, now: datetime, http_status: int = 304) -> bool:
    """End a claimed URL whose page is as we have it; False where it no longer waits."""
    with archive.transaction() as conn:
        changed = conn.execute(
            "UPDATE frontier SET state = 'unchanged', reason = NULL, detail = NULL, http_status = ?, attempts = 0,"
            " lease_until_at = NULL, due_at = NULL, fetched_at = ?, fetched_stamp = stamp"
            " WHERE id = ? AND state = 'pending'",
            (http_status, to_text(now), frontier_id),
        ).rowcount
        return bool(changed)


def retry_later(  # noqa: PLR0913 - the facts of a failed attempt, each named by its caller
    archive: Archive, frontier_id: int, *, due_at: datetime, reason: Reason, message: str | None, now: datetime,
    crawl_id: int | None = None, http_status: int | None = None,
) -> bool:  # fmt: skip
    """Log a failed attempt and leave the URL pending until `due_at`; False where it no longer waits."""
    with archive.transaction() as conn:
        changed = conn.execute(
            "UPDATE frontier SET attempts = attempts + 1, due_at = ?, reason = ?, detail = ?, lease_until_at = NULL,"
            " http_status = ?, crawl_id = coalesce(?, crawl_id) WHERE id = ? AND state = 'pending'",
            (to_text(due_at), reason, one_line(message), http_status, crawl_id, frontier_id),
        ).rowcount
        if changed:
            log_failure(conn, frontier_id, reason=reason, message=message, http_status=http_status, now=now)
        return bool(changed)


def log_failure(  # noqa: PLR0913 - the columns of `failures`, each named by its caller
    conn: sqlite3.Connection, frontier_id: int, *, reason: str, message: str | None, now: datetime,
    http_status: int | None = None, stage: str = "fetch",
) -> None:  # fmt: skip
    """Add a row to `failures` for a URL, inside the caller's transaction."""
    conn.execute(
        "INSERT INTO failures (url, frontier_id, crawl_id, stage, reason, http_status, message, failed_at)"
        " SELECT url, id, crawl_id, ?, ?, ?, ?, ? FROM frontier WHERE id = ?",
        (stage, reason, http_status, one_line(message), to_text(now), frontier_id),
    )


# One statement for each question: with `:host IS NULL OR …` SQLite reads the whole table.
COUNT_ALL = "SELECT state, count(*) FROM frontier GROUP BY state"
COUNT_HOST = """
    SELECT state, count(*) FROM frontier
    WHERE site_id = (SELECT id FROM sites WHERE host = :host) GROUP BY state"""
COUNT_RUN = "SELECT state, count(*) FROM frontier WHERE crawl_id = :crawl GROUP BY state"


def counts(archive: Archive, *, host: str | None = None, crawl_id: int | None = None) -> Mapping[State, int]:
    """Count URLs by state: of a host, or of a run (which claimed or put them down last), or all."""
    sql = COUNT_HOST if host is not None else COUNT_RUN if crawl_id is not None else COUNT_ALL
    rows = archive.conn.execute(sql, {"host": host, "crawl": crawl_id})
    return {State(state): urls for state, urls in rows}


def one_line(text: str | None) -> str | None:
    """Put a message on one line of at most 500 characters; None for None."""
    return None if text is None else " ".join(text.split())[:MAX_MESSAGE]
