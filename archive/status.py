"""What the archive holds and what each URL came to, as sums that add up. No printing, no change of a row."""

from dataclasses import dataclass
from datetime import datetime

from archive.database import Archive
from archive.errors import UnknownId
from archive.instants import from_text
from cleaners.outcome import Reason, State


@dataclass(frozen=True, slots=True, kw_only=True)
class Sum:
    """How many URLs of a host are in a state for a reason."""

    host: str
    state: State
    reason: Reason | None
    urls: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """A run and what it brought; without `finished_at` it is at work, or was killed and will be taken up again."""

    id: int
    label: str
    started_at: datetime | None
    finished_at: datetime | None
    finish_reason: str | None
    requests: int
    pages: int
    reports_new: int
    copies_new: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """The archive in numbers."""

    urls: int
    """All rows of the frontier."""
    sums: tuple[Sum, ...]
    """Their parts by host, state and reason."""
    captures: int
    unread: int
    """Captures whose reading is not filed yet."""
    bytes: int
    """Body bytes of all captures, as received."""
    documents: int
    reports: int
    """Without those that were merged into others."""
    copies: int
    """At their current version."""
    replies: int
    last_run: Run | None

    @property
    def adds_up(self) -> bool:
        """True when every URL is counted in exactly one sum."""
        return self.urls == sum(part.urls for part in self.sums)

    def by_state(self) -> dict[State, int]:
        """Sum the URLs by state, in the order of `State`; states without URLs are left out."""
        found = {state: sum(part.urls for part in self.sums if part.state == state) for state in State}
        return {state: urls for state, urls in found.items() if urls}

    def by_reason(self) -> dict[tuple[State, Reason | None], int]:
        """Sum the URLs of all hosts by state and reason, the largest sum first."""
        found: dict[tuple[State, Reason | None], int] = {}
        for part in self.sums:
            found[part.state, part.reason] = found.get((part.state, part.reason), 0) + part.urls
        return dict(sorted(found.items(), key=lambda item: -item[1]))


@dataclass(frozen=True, slots=True, kw_only=True)
class CaptureLine:
    """One capture of a URL."""

    id: int
    fetched_at: datetime | None
    status: int
    state: str
    reason: str | None
    bytes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FailureLine:
    """One attempt on a URL that gave no page."""

    failed_at: datetime | None
    stage: str
    reason: str
    http_status: int | None
    message: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class UrlStatus:
    """What one URL came to, and how."""

    url: str
    key: str
    host: str
    kind: str
    state: State
    reason: Reason | None
    detail: str | None
    note: str | None
    attempts: int
    due_at: datetime | None
    fetched_at: datetime | None
    http_status: int | None
    reports: tuple[str, ...]
    """Public ids of the reports that its document holds now."""
    captures: tuple[CaptureLine, ...]
    """The latest first."""
    failures: tuple[FailureLine, ...]
    """The latest first."""


def summary(archive: Archive) -> Summary:
    """Count everything at one instant, so that the sums agree while others write."""
    conn = archive.conn
    conn.execute("BEGIN")  # a read transaction: all counts see the same rows
    try:
        (urls,) = conn.execute("SELECT count(*) FROM frontier").fetchone()
        captures, unread, size = conn.execute(
            "SELECT count(*), count(*) FILTER (WHERE state = 'fetched'), coalesce(sum(bytes), 0) FROM captures"
        ).fetchone()
        documents, reports, copies, replies = conn.execute(
            "SELECT (SELECT count(*) FROM documents), (SELECT count(*) FROM reports WHERE merged_into_id IS NULL),"
            " (SELECT count(*) FROM copies WHERE is_current), (SELECT count(*) FROM replies)"
        ).fetchone()
        sums, last_run = _sums(archive), _last_run(archive)
    finally:
        conn.execute("ROLLBACK")
    return Summary(
        urls=urls, sums=sums, captures=captures, unread=unread, bytes=size, documents=documents, reports=reports,
        copies=copies, replies=replies, last_run=last_run,
    )  # fmt: skip


def explain(archive: Archive, url_or_key: str) -> UrlStatus:
    """Tell one URL's story, by any spelling that was asked for, or by its key. Raises UnknownId."""
    row = archive.conn.execute(
        "SELECT f.id, f.document_id, f.url, f.key, s.host, f.kind, f.state, f.reason, f.detail, f.note, f.attempts,"
        " f.due_at, f.fetched_at, f.http_status FROM frontier f JOIN sites s ON s.id = f.site_id WHERE f.id ="
        " coalesce((SELECT id FROM frontier WHERE key = :name), (SELECT id FROM frontier WHERE url = :name LIMIT 1),"
        " (SELECT frontier_id FROM captures WHERE (url = :name OR final_url = :name) AND frontier_id IS NOT NULL"
        " ORDER BY id DESC LIMIT 1))",
        {"name": url_or_key},
    ).fetchone()
    if row is None:
        raise UnknownId(f"{url_or_key}: never seen here")
    (id_, document, url, key, host, kind, state, reason, detail, note, attempts, due, fetched, status) = row
    return UrlStatus(
        url=url, key=key, host=host, kind=kind, state=State(state), reason=_reason(reason), detail=detail, note=note,
        attempts=attempts, due_at=from_text(due), fetched_at=from_text(fetched), http_status=status,
        reports=_reports(archive, document), captures=_captures(archive, id_), failures=_failures(archive, id_),
    )  # fmt: skip


def _sums(archive: Archive) -> tuple[Sum, ...]:
    rows = archive.conn.execute(
        "SELECT s.host, f.state, f.reason, f.urls FROM"
        " (SELECT site_id, state, reason, count(*) AS urls FROM frontier GROUP BY site_id, state, reason) f"
        " JOIN sites s ON s.id = f.site_id ORDER BY s.host, f.urls DESC"
    )
    return tuple(
        Sum(host=host, state=State(state), reason=_reason(reason), urls=urls) for host, state, reason, urls in rows
    )


def _last_run(archive: Archive) -> Run | None:
    row = archive.conn.execute(
        "SELECT id, label, started_at, finished_at, finish_reason, requests, pages, reports_new, copies_new"
        " FROM crawls ORDER BY id DESC LIMIT 1"
    ).fetchone()
    if row is None:
        return None
    id_, label, started, finished, reason, requests, pages, reports, copies = row
    return Run(
        id=id_, label=label, started_at=from_text(started), finished_at=from_text(finished), finish_reason=reason,
        requests=requests, pages=pages, reports_new=reports, copies_new=copies,
    )  # fmt: skip


def _reports(archive: Archive, document_id: int | None) -> tuple[str, ...]:
    rows = archive.conn.execute(
        "SELECT DISTINCT r.public_id FROM copies c JOIN reports r ON r.id = c.report_id"
        " WHERE c.document_id = ? AND c.is_current ORDER BY c.position, c.part",
        (document_id,),
    )
    return tuple(public_id for (public_id,) in rows)


def _captures(archive: Archive, frontier_id: int) -> tuple[CaptureLine, ...]:
    rows = archive.conn.execute(
        "SELECT id, fetched_at, status, state, reason, bytes FROM captures WHERE frontier_id = ? ORDER BY id DESC",
        (frontier_id,),
    )
    return tuple(
        CaptureLine(id=id_, fetched_at=from_text(at), status=status, state=state, reason=reason, bytes=size)
        for id_, at, status, state, reason, size in rows
    )


def _failures(archive: Archive, frontier_id: int) -> tuple[FailureLine, ...]:
    rows = archive.conn.execute(
        "SELECT failed_at, stage, reason, http_status, message FROM failures WHERE frontier_id = ? ORDER BY id DESC",
        (frontier_id,),
    )
    return tuple(
        FailureLine(failed_at=from_text(at), stage=stage, reason=reason, http_status=status, message=message)
        for at, stage, reason, status, message in rows
    )


def _reason(text: str | None) -> Reason | None:
    return None if text is None else Reason(text)
