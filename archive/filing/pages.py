"""Pages of an article: readings kept until all are there, then joined. Floors of threads stand alone."""

import json
import sqlite3
import zlib
from collections.abc import Sequence
from dataclasses import dataclass, replace

from archive.filing.context import Filing
from archive.filing.documents import Document
from cleaners.as_json import from_json, to_json
from cleaners.join import join
from cleaners.reading import Links, Reading
from cleaners.split.documents import stated_pages

_IN_FLIGHT = """
SELECT 1 FROM frontier WHERE document_id = ? AND id IS NOT ? AND state IN ('pending', 'fetched') LIMIT 1
"""

_NEWER = """
SELECT 1 FROM readings JOIN captures ON captures.id = readings.capture_id
WHERE readings.document_id = ? AND readings.page = ? AND readings.view = ? AND captures.fetched_at > ?
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathered:
    """What can be filed of a document now."""

    whole: Reading | None
    """The page itself, or all pages joined; None while pages are awaited."""
    missing: tuple[int, ...] = ()
    total: int = 1


def gather(filing: Filing, document: Document, reading: Reading) -> Gathered:
    """Put the page by and give the whole document once all its pages are there and none is being fetched anew."""
    if document.is_thread:
        return Gathered(whole=reading)
    if stated_pages(reading) == 1:
        filing.conn.execute(
            "DELETE FROM readings WHERE document_id = ? AND view = ?", (document.id, reading.view.value)
        )
        return Gathered(whole=reading)
    _keep(filing, document, reading)
    pages = kept(filing.conn, document.id, reading.view.value)
    total = reading.pages or max(stated_pages(page) for page in pages)
    pages = [page for page in pages if page.page <= total]
    missing = tuple(sorted(set(range(1, total + 1)) - {page.page for page in pages}))
    is_moving = filing.conn.execute(_IN_FLIGHT, (document.id, filing.frontier_id)).fetchone() is not None
    whole = None if missing or is_moving else join(pages)
    return Gathered(whole=whole, missing=missing, total=total)


def _keep(filing: Filing, document: Document, reading: Reading) -> None:
    """Keep the reading as the latest of its page, without the links that only the crawl needs."""
    place = (document.id, reading.page, reading.view.value)
    if filing.conn.execute(_NEWER, (*place, filing.fetched_at)).fetchone():
        return
    slim = replace(reading, links=Links(pages=reading.links.pages))
    body = zlib.compress(json.dumps(to_json(slim), ensure_ascii=False, separators=(",", ":")).encode())
    filing.conn.execute("DELETE FROM readings WHERE document_id = ? AND page = ? AND view = ?", place)
    filing.conn.execute(
        "INSERT OR REPLACE INTO readings (capture_id, document_id, page, view, body) VALUES (?, ?, ?, ?, ?)",
        (filing.capture_id, *place, body),
    )


def kept(conn: sqlite3.Connection, document_id: int, view: str) -> list[Reading]:
    """Give the kept readings of a document's pages in one view, in order of pages."""
    rows: Sequence[tuple[bytes]] = conn.execute(
        "SELECT body FROM readings WHERE document_id = ? AND view = ? ORDER BY page", (document_id, view)
    ).fetchall()
    return [from_json(json.loads(zlib.decompress(body))) for (body,) in rows]
