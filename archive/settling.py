"""Articles whose missing pages will not come: filed with what is there, and marked so. Run at the end of a crawl.

A later completion takes the place of such a copy (`archive.filing.places`); it is no new version.
"""

import sqlite3
from datetime import datetime

from archive.database import Archive
from archive.filing import outcomes, pages, places
from archive.filing.context import Filing, begin
from archive.filing.documents import Document
from archive.filing.places import Fate, Source
from cleaners.join import join
from cleaners.reading import PageKind, Reading, View
from cleaners.split.documents import stated_pages

BATCH = 50
"""Documents in one transaction: each commit costs an fsync, and other writers wait for the lock."""

# Documents with a page that is newer than what was filed of them; those of other runs that go on are left to them.
_WAITING = """
SELECT DISTINCT readings.document_id FROM readings JOIN captures ON captures.id = readings.capture_id
LEFT JOIN crawls ON crawls.id = captures.crawl_id
WHERE (crawls.id IS NULL OR crawls.id = :crawl OR crawls.finished_at IS NOT NULL)
  AND captures.fetched_at > coalesce(
    (SELECT max(last_seen_at) FROM copies WHERE copies.document_id = readings.document_id), '')
ORDER BY readings.document_id
"""
_PAGES = "SELECT view, readings.page, capture_id, fetched_at FROM readings JOIN captures ON captures.id = capture_id" \
    " WHERE readings.document_id = ?"
_COMING = """
SELECT 1 FROM frontier WHERE state IN ('pending', 'fetched') AND (document_id = :id OR key IN (
  SELECT documents.key || ':p' || pages.value FROM documents, json_each(:pages) AS pages WHERE documents.id = :id))
LIMIT 1
"""


def settle_documents(archive: Archive, crawl_id: int | None, now: datetime) -> int:
    """File the articles that wait for pages which will not come; gives the number of documents that changed.

    While the run is not finished, only those of which no page is pending or unread; after it, all.
    """
    waiting = [row[0] for row in archive.conn.execute(_WAITING, {"crawl": crawl_id})]
    changed = 0
    for start in range(0, len(waiting), BATCH):
        with archive.transaction() as conn:
            changed += sum(_settle(conn, document_id, crawl_id, now) for document_id in waiting[start : start + BATCH])
    return changed


def settle_document(conn: sqlite3.Connection, document_id: int, *, now: datetime) -> bool:
    """File one document with the pages that are there, inside the caller's transaction; True when that changed it."""
    return _settle(conn, document_id, None, now)


def _settle(conn: sqlite3.Connection, document_id: int, crawl_id: int | None, now: datetime) -> bool:
    """File one document with the pages that are there; True when that changed anything."""
    rows = conn.execute(_PAGES, (document_id,)).fetchall()
    if not rows:
        return False
    best = min({view for view, *_ in rows}, key=lambda view: View(view).rank)
    readings = pages.kept(conn, document_id, best)
    total = max(stated_pages(reading) for reading in readings)
    missing = sorted(set(range(1, total + 1)) - {reading.page for reading in readings})
    if not _is_over(conn, crawl_id) and _is_coming(conn, document_id, missing):
        return False
    latest = max((fetched_at, capture_id) for view, _, capture_id, fetched_at in rows if view == best)[1]
    filing = begin(conn, latest, crawl_id=crawl_id, now=now)
    return _file(filing, document_id, join(readings), is_partial=bool(missing))


def _file(filing: Filing, document_id: int, whole: Reading, *, is_partial: bool) -> bool:
    key, kind, view, url = filing.conn.execute(
        "SELECT key, kind, view, url FROM documents WHERE id = ?", (document_id,)
    ).fetchone()  # fmt: skip
    document = Document(id=document_id, key=key, is_thread=kind == PageKind.THREAD, view=View(view), url=url)
    placed = places.place(Source(filing=filing, document=document, reading=whole, is_partial=is_partial))
    fates = [one.fate for one in placed]
    fresh = len({one.report_id for one in placed if one.fate is Fate.NEW})
    copies = sum(fate in (Fate.NEW, Fate.COPY, Fate.VERSION) for fate in fates)
    outcomes.count_for_crawl(filing, reports=fresh, copies=copies)
    return any(fate not in (Fate.SAME, Fate.KEPT) for fate in fates)


def _is_over(conn: sqlite3.Connection, crawl_id: int | None) -> bool:
    """True when the run has ended, or there is none."""
    row = conn.execute("SELECT finished_at FROM crawls WHERE id = ?", (crawl_id,)).fetchone()
    return row is None or row[0] is not None


def _is_coming(conn: sqlite3.Connection, document_id: int, missing: list[int]) -> bool:
    """True while a page of the document, or a missing one, is pending or not yet read."""
    listed = "[" + ",".join(map(str, missing)) + "]"
    return conn.execute(_COMING, {"id": document_id, "pages": listed}).fetchone() is not None
