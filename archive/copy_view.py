"""One copy as its page shows it: found by its stable name; its text, source, capture, versions and dates. Reads only.

A name is KEY@POSITION.PART, or KEY#POSITION.PART as `archive.asserted` writes it, for what stands there now; with
.VERSION for the wording that was seen first, second … there. Row numbers are taken too, but change with a rebuild.
"""

import re
import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from archive.changes import RuleSum, edits_of, sums_of
from archive.dating import Interval, Series, bracket
from archive.errors import UnknownId
from archive.places import Placed, places_of
from archive.queries import own_text
from archive.report_view import ReportHead, head_of
from archive.stored_json import object_in, whole
from archive.stretches import Stretch, stretch_of
from cleaners.reading import Edit

SERIES_MOST = 20_000
"""Documents of one series of numbers that are asked for what brackets a date: 20,000 take some 0.1 s."""
# A key is whatever a family made of an address; behind its last @ or # two or three short numbers: linear.
_NAME = re.compile(
    r"(?P<key>.{1,3000})[@#](?P<position>[0-9]{1,7})\.(?P<part>[0-9]{1,5})(?:\.(?P<version>[0-9]{1,6}))?", re.DOTALL
)
_FIND = """
SELECT copies.id FROM copies JOIN documents ON documents.id = copies.document_id
WHERE documents.key = :key AND position = :position AND part = :part AND (:version IS NULL OR version = :version)
ORDER BY is_current DESC, version DESC LIMIT 1
"""
_COPY = """
SELECT coalesce(reports.merged_into_id, reports.id), standing.public_id, texts.text, copies.facts, copies.subtitle,
  copies.shown_sha256, copies.capture_id, documents.facts, documents.kind, documents.site_id, texts.sha256
FROM copies JOIN texts ON texts.id = copies.text_id JOIN documents ON documents.id = copies.document_id
JOIN reports ON reports.id = copies.report_id
JOIN reports AS standing ON standing.id = coalesce(reports.merged_into_id, reports.id)
WHERE copies.id = ?
"""
_CAPTURE = """
SELECT id, iif(length(url) <= 4000, url, NULL), iif(length(final_url) <= 4000, final_url, NULL), status, source,
  file_name, fetched_at, sha256, bytes, warc_file, warc_offset, warc_length, charset, charset_how, platform, recipe
FROM captures WHERE id = ?
"""
_SERIES = """
SELECT count(*) FROM (SELECT 1 FROM documents WHERE site_id IS :site AND published_on IS NOT NULL LIMIT :most)
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class CaptureFacts:
    """The capture that a copy was first read from."""

    id: int
    url: str | None
    final_url: str | None
    status: int
    source: str
    """wire or import."""
    file_name: str | None
    fetched_at: str
    sha256: str
    """Of the body as received."""
    bytes: int
    warc_file: str
    warc_offset: int
    warc_length: int
    charset: str | None
    charset_how: str | None
    platform: str | None
    recipe: str | None
    """Digest of the rules and readers that read it last."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyView:
    """A copy with what a page of it shows."""

    place: Placed
    report: ReportHead
    subtitle: str | None
    stretch: Stretch
    """A part of its text, with its own white space."""
    edits: tuple[Edit, ...]
    """Every change between what the page showed and the text."""
    sums: tuple[RuleSum, ...]
    facts: Mapping[str, Any]
    """Of the text."""
    document: Mapping[str, Any]
    """Of the document it stands on."""
    document_kind: str
    text_sha256: str
    shown_sha256: str | None
    capture: CaptureFacts | None
    """None where the row of the capture is gone, as in a published archive."""
    versions: tuple[Placed, ...]
    """Wordings of this report seen at this place, this one among them, the first seen before the others."""
    interval: Interval | None
    """What brackets an undated one; None for a dated one, and where its series is too long to ask."""
    is_canonical: bool


def copy_named(conn: sqlite3.Connection, name: str) -> int:
    """Give the row of a copy by its name; UnknownId, naming it, where there is none."""
    row: tuple[int] | None = None
    if name.isascii() and name.isdecimal() and len(name) < 19:
        row = conn.execute("SELECT id FROM copies WHERE id = ?", (int(name),)).fetchone()
    elif found := _NAME.fullmatch(name):
        row = conn.execute(_FIND, found.groupdict()).fetchone()
    if row is None:
        raise UnknownId(f"no copy {name[:200]!r} here: the page of its report lists all of them")
    return int(row[0])


def copy_view(conn: sqlite3.Connection, name: str, *, text_page: int = 1) -> CopyView:
    """Give a copy as its page shows it, with the stretch of its text that this page number names, from 1.

    Raises UnknownId where there is no copy of that name.
    """
    copy_id = copy_named(conn, name)
    row = conn.execute(_COPY, (copy_id,)).fetchone()
    places = places_of(conn, row[0]).all
    place = next((one for one in places if one.id == copy_id), None)
    if place is None:  # its report was joined to another one, whose places do not hold it: rows of a foreign hand
        raise UnknownId(f"copy {name[:200]!r} belongs to no report that stands")
    report, facts = head_of(conn, row[1]), object_in(row[3])
    here = (place.document_key, place.position, place.part)
    versions = (one for one in places if (one.document_key, one.position, one.part) == here)
    return CopyView(
        place=place, report=report, subtitle=row[4], stretch=stretch_of(_text(facts, row[2]), text_page),
        edits=edits_of(conn, copy_id), sums=sums_of(conn, copy_id), facts=facts, document=object_in(row[7]),
        document_kind=row[8], text_sha256=row[10], shown_sha256=row[5], capture=_capture(conn, row[6]),
        versions=tuple(sorted(versions, key=lambda one: one.version)),
        interval=_interval(conn, place, row[9], row[8]), is_canonical=place.text_id == report.text_id,
    )  # fmt: skip


def copy_text(conn: sqlite3.Connection, copy_id: int) -> str:
    """Give a copy's text with its own white space; the row must be there."""
    row = conn.execute(
        "SELECT copies.facts, texts.text FROM copies JOIN texts ON texts.id = copies.text_id WHERE copies.id = ?",
        (copy_id,),
    ).fetchone()
    return _text(object_in(row[0]), row[1])


def _text(facts: Mapping[str, Any], kept: str) -> str:
    """Give the text with the white space of its place; without it where the facts are no facts of ours."""
    try:
        return own_text(facts, kept)
    except (ValueError, TypeError, KeyError, IndexError):
        return kept


def _capture(conn: sqlite3.Connection, capture_id: int | None) -> CaptureFacts | None:
    row = conn.execute(_CAPTURE, (capture_id,)).fetchone()
    if row is None:
        return None
    return CaptureFacts(
        id=row[0], url=row[1], final_url=row[2], status=row[3], source=row[4], file_name=row[5], fetched_at=row[6],
        sha256=row[7], bytes=whole(row[8]), warc_file=row[9], warc_offset=row[10], warc_length=row[11], charset=row[12],
        charset_how=row[13], platform=row[14], recipe=row[15],
    )  # fmt: skip


def _interval(conn: sqlite3.Connection, place: Placed, site_id: int | None, kind: str) -> Interval | None:
    """Say what brackets an undated copy, as `archive.provenance` does for all places of a report."""
    if place.span is not None:
        return None
    asked = {"site": site_id, "most": SERIES_MOST + 1}
    is_long = conn.execute(_SERIES, asked).fetchone()[0] > SERIES_MOST
    try:
        below, above = ([], []) if is_long or place.version != 1 else Series(conn).around(site_id, place.document_key)
        is_later_floor = kind == "thread" and place.position > 1  # which may have been added at any time
        return bracket(place, below, [] if is_later_floor else above)
    except (ValueError, TypeError, AttributeError, sqlite3.OperationalError):  # dates or facts of a foreign hand
        return None
