"""Documents: one row a canonical key, with facts as last stated, its pages, replies and attachments."""

import json
from dataclasses import dataclass

from archive.filing.context import Filing
from cleaners.as_json import to_json
from cleaners.reading import PageKind, Reading, View

_FIND = "SELECT id, kind, view, url FROM documents WHERE key = ?"
_NEW = """
INSERT INTO documents (key, url, site_id, kind, view, first_seen_at, last_seen_at) VALUES (?, ?, ?, ?, ?, ?, ?)
"""
_SEEN = """
UPDATE documents SET first_seen_at = min(first_seen_at, :at), last_seen_at = max(last_seen_at, :at),
  pages_of = coalesce(:pages, pages_of), views = coalesce(:views, views),
  stated_replies = coalesce(:replies, stated_replies) WHERE id = :id
"""
_STATED = """
UPDATE documents SET title = coalesce(:title, title), category = coalesce(:category, category),
  author = coalesce(:author, author), published_on = coalesce(:published_on, published_on), view = :view,
  is_truncated = :is_truncated, noarchive = :noarchive, facts = :facts WHERE id = :id
"""
_REPLY = """
INSERT INTO replies (document_id, floor, author, posted_on, note, capture_id, text) VALUES (?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (document_id, floor) DO UPDATE SET author = excluded.author, posted_on = excluded.posted_on,
  note = excluded.note, capture_id = excluded.capture_id, text = excluded.text
WHERE coalesce((SELECT fetched_at FROM captures WHERE id = replies.capture_id), '')
    <= (SELECT fetched_at FROM captures WHERE id = excluded.capture_id) AND
  (author, posted_on, note, text) IS NOT (excluded.author, excluded.posted_on, excluded.note, excluded.text)
"""
_NEWER = """
SELECT 1 FROM captures WHERE document_id = ? AND page = ? AND state = 'read' AND fetched_at > ? LIMIT 1
"""
_ATTACHMENT = """
INSERT INTO attachments (document_id, key, name, url, stated_size) VALUES (?, ?, ?, ?, ?)
ON CONFLICT (document_id, key) DO UPDATE SET name = excluded.name, url = excluded.url,
  stated_size = coalesce(excluded.stated_size, stated_size)
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A document's row as it was before this reading, or as it was made for it."""

    id: int
    key: str
    is_thread: bool
    view: View
    """The best view read before; the reading's own for a new document."""
    url: str | None
    is_latest: bool = True
    """False where a later capture of the same page was read: what it states holds."""


def key_of(filing: Filing, reading: Reading) -> str:
    """Give the key of the document: its canonical key; a file without address is known by its bytes."""
    if reading.document_key:
        return reading.document_key
    return f"url:{filing.url}" if filing.url else f"file:{filing.sha256}"


def put_document(filing: Filing, reading: Reading) -> Document:
    """Find or make the document and bring its facts up to date; a lower-ranked view changes no facts."""
    conn, key = filing.conn, key_of(filing, reading)
    row = conn.execute(_FIND, (key,)).fetchone()
    url = _url(filing, reading, key)
    if row is None:
        at = filing.fetched_at
        values = (key, url, filing.site_id, reading.page_kind.value, reading.view.value, at, at)
        row = (conn.execute(_NEW, values).lastrowid, reading.page_kind.value, reading.view.value, url)
    document_id, kind, view, known_url = row
    is_latest = conn.execute(_NEWER, (document_id, reading.page, filing.fetched_at)).fetchone() is None
    document = Document(
        id=document_id, key=key, is_thread=kind == PageKind.THREAD, view=View(view), url=url or known_url,
        is_latest=is_latest,
    )  # fmt: skip
    _see(filing, reading, document)
    _state_facts(filing, reading, document)
    if url != known_url and reading.page == 1 and url is not None:
        conn.execute("UPDATE documents SET url = ? WHERE id = ?", (url, document_id))
        conn.execute("UPDATE copies SET url = ? WHERE document_id = ?", (url, document_id))
    return document


def _url(filing: Filing, reading: Reading, key: str) -> str | None:
    """Give the address that a person would open: that of the first page where the frontier knows it."""
    row = filing.conn.execute("SELECT url FROM frontier WHERE key = ?", (key,)).fetchone()
    return row[0] if row else filing.url or reading.facts.stated_url or reading.url


def _see(filing: Filing, reading: Reading, document: Document) -> None:
    """Move the sight of the document, and its counters to what was stated last."""
    facts = reading.facts
    counters = {"pages": reading.pages, "views": facts.views, "replies": facts.replies}
    if not document.is_latest:
        counters = dict.fromkeys(counters)
    filing.conn.execute(_SEEN, {**counters, "at": filing.fetched_at, "id": document.id})


def _state_facts(filing: Filing, reading: Reading, document: Document) -> None:
    """Write what the first page states, in the best view; a later page speaks only where nothing was said yet."""
    facts = reading.facts
    (known,) = filing.conn.execute("SELECT facts FROM documents WHERE id = ?", (document.id,)).fetchone()
    is_later_page = reading.page > 1 and known is not None
    if reading.view.rank > document.view.rank or is_later_page or not document.is_latest:
        return
    stated = {
        "id": document.id, "title": reading.title, "category": facts.category, "author": facts.author,
        "published_on": facts.published_at, "view": reading.view.value, "is_truncated": facts.truncated,
        "noarchive": facts.noarchive, "facts": json.dumps(to_json(facts), ensure_ascii=False),
    }  # fmt: skip
    filing.conn.execute(_STATED, stated)


def count_pages(filing: Filing, document_id: int) -> None:
    """Count the pages that were read, by the captures; the capture being filed must already be noted."""
    filing.conn.execute(
        "UPDATE documents SET (pages_have, is_complete) = (SELECT count(DISTINCT page),"
        " count(DISTINCT page) >= max(coalesce(documents.pages_of, 1), coalesce(max(page), 1))"
        " FROM captures WHERE document_id = documents.id AND state = 'read') WHERE id = ?",
        (document_id,),
    )


def put_replies(filing: Filing, document: Document, reading: Reading) -> None:
    """Keep the floors that are no reports, as last shown; a lower-ranked view changes none."""
    if reading.view.rank > document.view.rank:
        return
    capture_id = filing.capture_id
    rows = [
        (document.id, reply.floor, reply.author, reply.date and reply.date.at, reply.note, capture_id, reply.text)
        for reply in reading.replies
    ]
    filing.conn.executemany(_REPLY, rows)
    floors = [(document.id, entry.position) for entry in reading.entries]
    filing.conn.executemany("DELETE FROM replies WHERE document_id = ? AND floor = ?", floors)


def put_attachments(filing: Filing, document: Document, reading: Reading) -> None:
    """Keep the files that the document offers; a signed link is replaced by its latest form."""
    if not document.is_latest:
        return
    rows = [
        (document.id, item.key or item.url or f"name:{item.name}", item.name, item.url, item.size)
        for item in reading.facts.attachments
    ]
    filing.conn.executemany(_ATTACHMENT, rows)
