"""The places of a report for a page: light rows without their texts, by date, undated apart. Nothing is compared.

`archive.provenance` knows more of each place and reads every text for it; a page with 500 of them must not.
"""

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from archive.dating import Span, publication_of
from archive.mirrors import Standing, mirrors
from archive.stored_json import marks_in, share

TITLE_CHARS, URL_CHARS = 300, 4000
"""Characters of a title or name that are read for a list, and of an address: a longer one is not given at all."""
KEY_CHARS = 3000
"""Characters of a document's key by which its places can be named; longer keys no family of ours makes."""
_PLACES = f"""
SELECT copies.id, substr(sites.host, 1, {TITLE_CHARS}), iif(length(copies.url) <= {URL_CHARS}, copies.url, NULL),
  substr(documents.key, 1, {KEY_CHARS + 1}), copies.position, copies.part, copies.version, copies.is_current,
  substr(copies.title, 1, {TITLE_CHARS}), substr(copies.author, 1, {TITLE_CHARS}), copies.published_on,
  copies.date_kind, copies.first_seen_at, copies.last_seen_at, copies.relation, copies.asserted, texts.id,
  texts.key, texts.measure, texts.canonical_share, documents.noarchive,
  coalesce(json_extract(iif(json_valid(copies.asserted), copies.asserted, NULL), '$.published_on.value'),
    copies.published_on) AS held_on
FROM copies JOIN documents ON documents.id = copies.document_id JOIN texts ON texts.id = copies.text_id
LEFT JOIN sites ON sites.id = copies.site_id
WHERE copies.report_id = ?
ORDER BY held_on IS NULL, held_on, copies.first_seen_at, copies.id
"""  # noqa: S608 - numbers of ours


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A place where a report stands or stood, without its text."""

    number: int
    """As `gongwen copies` counts them, from 1."""
    id: int
    site: str | None
    url: str | None
    document_key: str
    position: int
    part: int
    version: int
    is_current: bool
    title: str | None
    author: str | None
    published_on: str | None
    """What a person asserted, else what the page states."""
    date_kind: str | None
    first_seen_at: str
    last_seen_at: str
    relation: str
    """To the canonical text: identical, same or excerpt."""
    asserted: Mapping[str, Any]
    text_id: int
    text_key: str
    measure: float | None
    canonical_share: float | None
    noarchive: bool
    span: Span | None = None
    """When it was published; None = undated."""
    date_note: str | None = None
    """Why a date that it has does not count."""
    mirror_of: int | None = None
    """Number of the place that it is likely a mirror of."""

    @property
    def address(self) -> str:
        """Give its stable name, which survives rebuilds: key, floor or part, item, version; its row for want of one."""
        if len(self.document_key) > KEY_CHARS:
            return str(self.id)
        return address(self.document_key, self.position, self.part, self.version)

    @property
    def day(self) -> str | None:
        """Give the day, month or year that it is dated by; None = undated."""
        return day_of(self.published_on) if self.span is not None else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Places:
    """All places of a report, in the order in which they are shown."""

    dated: tuple[Placed, ...]
    """The earliest first."""
    undated: tuple[Placed, ...]
    """The one captured first before the others."""

    @property
    def all(self) -> tuple[Placed, ...]:
        """Give dated ones, then undated ones."""
        return self.dated + self.undated

    @property
    def earliest(self) -> Placed | None:
        """Give the earliest dated place; None where all are undated."""
        return self.dated[0] if self.dated else None


def address(document_key: str, position: int, part: int, version: int | None = None) -> str:
    """Write the name of a place: KEY@POSITION.PART, with .VERSION where one wording is meant."""
    return f"{document_key}@{position}.{part}" + ("" if version is None else f".{version}")


def day_of(published_on: str | None) -> str:
    """Give the date of a stated date or instant, in the zone that the page states."""
    return (published_on or "").partition("T")[0]


def places_of(conn: sqlite3.Connection, report_id: int) -> Places:
    """Give all places of a report; by date of publication, those without one by their first capture."""
    found = [_placed(number, row) for number, row in enumerate(conn.execute(_PLACES, (report_id,)), start=1)]
    dated = _with_mirrors(_with_dates(found))
    known = [(one.span.start, one.first_seen_at, one.number, one) for one in dated if one.span is not None]
    undated = sorted((one for one in dated if one.span is None), key=lambda one: (one.first_seen_at, one.number))
    return Places(dated=tuple(one for *_, one in sorted(known, key=lambda row: row[:3])), undated=tuple(undated))


def _placed(number: int, row: Sequence[Any]) -> Placed:
    asserted = marks_in(row[15])
    title, author, published_on = (
        str(asserted[name]["value"])[:TITLE_CHARS] if isinstance(asserted.get(name), dict) else stated
        for name, stated in (("title", row[8]), ("author", row[9]), ("published_on", row[10]))
    )
    return Placed(
        number=number, id=row[0], site=row[1], url=row[2], document_key=str(row[3]), position=row[4], part=row[5],
        version=row[6], is_current=bool(row[7]), title=title, author=author, published_on=published_on,
        date_kind="asserted" if "published_on" in asserted else row[11], first_seen_at=str(row[12]),
        last_seen_at=str(row[13]), relation=row[14], asserted=asserted, text_id=row[16], text_key=row[17],
        measure=share(row[18]), canonical_share=share(row[19]), noarchive=bool(row[20]),
    )  # fmt: skip


def _with_dates(found: Sequence[Placed]) -> list[Placed]:
    """Say of each place when its text was published, by the rules of `archive.dating`."""
    first: dict[tuple[str, int, int], int] = {}
    for one in found:
        place = (one.document_key, one.position, one.part)
        first[place] = min(one.version, first.get(place, one.version))
    return [_dated(one, is_first_here=first[one.document_key, one.position, one.part] == 1) for one in found]


def _dated(one: Placed, *, is_first_here: bool) -> Placed:
    try:
        span, note = publication_of(one, is_first_here=is_first_here)
    except (ValueError, TypeError):  # an instant of capture that is none: nothing can be said
        return one
    return replace(one, span=span, date_note=note)


def _with_mirrors(found: Sequence[Placed]) -> list[Placed]:
    """Mark likely mirrors; the earliest dated place, else the one captured first, is likely what they mirror."""

    def rank(one: Placed) -> tuple[bool, str, str, int]:
        return one.span is None, one.span.start.isoformat() if one.span else "", one.first_seen_at, one.number

    likely = mirrors(_standings(sorted(found, key=rank)))
    return [replace(one, mirror_of=likely[one.number].of) if one.number in likely else one for one in found]


def _standings(found: Iterable[Placed]) -> list[Standing]:
    return [
        Standing(number=one.number, host=one.site, url=one.url, key=one.document_key, text_key=one.text_key,
                 place=(one.position, one.part))
        for one in found
    ]  # fmt: skip
