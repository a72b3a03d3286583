"""Looks captures up: by their number, and by their bytes, so that the same saved page brings nothing twice."""

from dataclasses import dataclass
from typing import Any

from archive.capture import Place
from archive.database import Archive
from archive.errors import UnknownId
from cleaners.outcome import Reason, State


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A capture as it lies in the archive."""

    capture_id: int
    place: Place
    url: str | None
    """Address that answered; None for an import without address."""
    file_name: str | None
    """Name of an imported file; None for a page from the wire."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Earlier:
    """The latest capture of the same bytes from the same address, and what it came to."""

    capture_id: int
    state: State
    """`fetched` where it was never read."""
    reason: Reason | None
    detail: str | None
    reports: tuple[str, ...]
    """Public ids of what its document holds now."""


def kept(archive: Archive, capture_id: int) -> Kept:
    """Give a capture by its number; UnknownId where there is none."""
    row = archive.conn.execute(
        "SELECT warc_file, warc_offset, warc_length, sha256, coalesce(final_url, url), file_name FROM captures"
        " WHERE id = ?",
        (capture_id,),
    ).fetchone()
    if row is None:
        raise UnknownId(f"no capture {capture_id}")
    file, offset, length, sha256, url, file_name = row
    place = Place(file=file, offset=offset, length=length, sha256=sha256)
    return Kept(capture_id=capture_id, place=place, url=url, file_name=file_name)


def find_given(archive: Archive, *, sha256: str, content_type: str) -> Earlier | None:
    """Find the capture of a text that was given in these bytes, to be read as this type says; None where there is none.

    Its address stands in the bytes, so equal bytes have the same one.
    """
    row = archive.conn.execute(
        "SELECT id, state, reason, detail, document_id FROM captures WHERE sha256 = ? AND media = 'given'"
        " AND json_extract(headers, '$[0][1]') = ? ORDER BY id DESC LIMIT 1",
        (sha256, content_type),
    ).fetchone()
    return None if row is None else _earlier(archive, row)


def find_earlier(archive: Archive, *, sha256: str, url: str | None) -> Earlier | None:
    """Find the capture of these bytes from this address (None = from none); None where there is none."""
    row = archive.conn.execute(
        "SELECT id, state, reason, detail, document_id FROM captures WHERE sha256 = ? AND url IS ?"
        " ORDER BY id DESC LIMIT 1",
        (sha256, url),
    ).fetchone()
    return None if row is None else _earlier(archive, row)


def _earlier(archive: Archive, row: tuple[Any, ...]) -> Earlier:
    capture_id, state, reason, detail, document_id = row
    return Earlier(
        capture_id=capture_id, state=State(state), reason=None if reason is None else Reason(reason), detail=detail,
        reports=_reports(archive, document_id),
    )  # fmt: skip


def _reports(archive: Archive, document_id: int | None) -> tuple[str, ...]:
    rows = archive.conn.execute(
        "SELECT r.public_id FROM copies c JOIN reports r ON r.id = c.report_id"
        " WHERE c.document_id = ? AND c.is_current GROUP BY r.id ORDER BY min(c.position), min(c.part)",
        (document_id,),
    )
    return tuple(public_id for (public_id,) in rows)
