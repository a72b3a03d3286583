"""tx2: one reading, filed in one transaction. Articles whose pages will not come are settled by `archive.settling`.

What is written, and how, stands in `archive.filing`; this module decides the order. Filing the same capture again
changes nothing: after a kill it is either all there or not at all.
"""

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from archive.database import Archive
from archive.filing import documents, outcomes, pages, places
from archive.filing.context import Filing, begin
from archive.filing.places import Fate, Placed, Source
from archive.frontier import Seed, put_seeds, settle_row
from archive.settling import settle_documents
from cleaners.outcome import Reason, State
from cleaners.reading import Reading

__all__ = ["Filed", "file_read", "file_reading", "public_id", "put_reading", "settle_documents"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Filed:
    """What a page came to."""

    state: State
    reason: Reason | None = None
    reports_new: int = 0
    copies_new: int = 0
    public_ids: tuple[str, ...] = ()
    """Reports that the page shows, in order of their places, each once."""
    note: str | None = None
    """`duplicate of ID`, `unchanged`, `waits for pages …`; None where there is nothing to add."""


def file_reading(  # noqa: PLR0913 - the contract of tx2: what was read, from what, and for which run
    archive: Archive, *, capture_id: int, reading: Reading, seeds: Sequence[Seed], crawl_id: int | None, now: datetime
) -> Filed:
    """File what a capture gave, and the links it leads to, as one transaction.

    Raises UnknownId for a capture that was never recorded. A capture that was filed before is left as it is.
    """
    with archive.transaction() as conn:
        return put_reading(conn, capture_id=capture_id, reading=reading, seeds=seeds, crawl_id=crawl_id, now=now)


def put_reading(  # noqa: PLR0913 - as `file_reading`
    conn: sqlite3.Connection, *, capture_id: int, reading: Reading, seeds: Sequence[Seed], crawl_id: int | None,
    now: datetime,
) -> Filed:  # fmt: skip
    """Do what `file_reading` does inside the caller's transaction, so that several pages share one commit."""
    filing = begin(conn, capture_id, crawl_id=crawl_id, now=now)
    if filing.state != State.FETCHED:
        return _filed_before(filing)
    put_seeds(conn, seeds, crawl_id=crawl_id, now=now)
    outcomes.note_dropped(filing, reading)
    outcomes.note_site(filing, reading)
    if reading.outcome.state is State.READ:
        filed = file_read(filing, reading)
    else:
        outcomes.note_capture(filing, reading, document_id=None)
        filed = Filed(state=reading.outcome.state, reason=reading.outcome.reason)
    _settle(filing, reading, filed)
    outcomes.count_for_crawl(filing, reports=filed.reports_new, copies=filed.copies_new)
    return filed


def file_read(filing: Filing, reading: Reading, *, in_place: bool = False) -> Filed:
    """File a page that was read: its document and, unless pages are awaited, what stands on it."""
    document = documents.put_document(filing, reading)
    outcomes.note_capture(filing, reading, document_id=document.id)
    documents.count_pages(filing, document.id)
    documents.put_attachments(filing, document, reading)
    documents.put_replies(filing, document, reading)
    gathered = pages.gather(filing, document, reading)
    if gathered.whole is None:
        awaited = ", ".join(map(str, gathered.missing))
        note = f"waits for pages {awaited} of {gathered.total}" if awaited else "waits for its other pages"
        return Filed(state=State.ARCHIVED, note=note)
    is_joined = gathered.total > 1
    source = Source(
        filing=filing, document=document, reading=gathered.whole, in_place=in_place, is_joined=is_joined
    )
    return _tell(filing, places.place(source))


def _tell(filing: Filing, placed: Sequence[Placed]) -> Filed:
    """Say what filing came to, with public ids."""
    ids = {one.report_id: public_id(filing, one.report_id) for one in placed}
    fates = {one.fate for one in placed}
    fresh = {one.report_id for one in placed if one.fate is Fate.NEW}
    doubles = [ids[one.report_id] for one in placed if one.fate is Fate.COPY and one.report_id not in fresh]
    versions = [ids[one.report_id] for one in placed if one.fate is Fate.VERSION]
    notes = [f"duplicate of {', '.join(dict.fromkeys(doubles))}"] if doubles else []
    notes += [f"new version of {', '.join(dict.fromkeys(versions))}"] if versions else []
    if not placed:
        notes = ["no report on this page"]
    elif fates <= {Fate.SAME, Fate.KEPT}:
        notes = ["unchanged"]
    return Filed(
        state=State.ARCHIVED,
        reports_new=len(fresh),
        copies_new=sum(one.fate in (Fate.NEW, Fate.COPY, Fate.VERSION) for one in placed),
        public_ids=tuple(ids.values()),
        note="; ".join(notes) or None,
    )


def public_id(filing: Filing, report_id: int) -> str:
    """Give the public id of a report's row."""
    found: str = filing.conn.execute("SELECT public_id FROM reports WHERE id = ?", (report_id,)).fetchone()[0]
    return found


def _settle(filing: Filing, reading: Reading, filed: Filed) -> None:
    """Give the URL its final state; an older capture of it changes nothing."""
    row = filing.conn.execute("SELECT capture_id FROM frontier WHERE id = ?", (filing.frontier_id,)).fetchone()
    if filing.frontier_id is None or row is None or row[0] not in (None, filing.capture_id):
        return
    outcome = reading.outcome
    reason, detail = outcome.reason, outcome.detail
    settle_row(filing.conn, filing.frontier_id, state=filed.state, reason=reason, detail=detail, note=filed.note)


def _filed_before(filing: Filing) -> Filed:
    """Say of a capture that was filed already what it came to; nothing is new."""
    state, reason = filing.conn.execute(
        "SELECT state, reason FROM captures WHERE id = ?", (filing.capture_id,)
    ).fetchone()  # fmt: skip
    rows = filing.conn.execute(
        "SELECT reports.public_id FROM copies JOIN reports ON reports.id = copies.report_id"
        " WHERE copies.document_id = ? AND copies.is_current ORDER BY copies.position, copies.part",
        (filing.document_id,),
    )
    ids = dict.fromkeys(public for (public,) in rows)
    is_read = state == State.READ
    return Filed(
        state=State.ARCHIVED if is_read else State(state),
        reason=Reason(reason) if reason else None,
        public_ids=tuple(ids) if is_read else (),
        note="filed before",
    )
