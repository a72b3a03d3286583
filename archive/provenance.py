"""Where a report stands and stood: each place beside the canonical text, the earliest known copy, likely mirrors.

What dates say is known to `dating`, what makes a mirror to `mirrors`, why a text is canonical to `chosen`, and how two
texts differ to `likeness.differences`. Nothing is changed here.
"""

import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from archive.chosen import Reason, reason_of
from archive.database import Archive
from archive.dating import Interval, Series, Span, bracket, publication_of
from archive.errors import UnknownId
from archive.likeness.differences import Differences, differences
from archive.mirrors import Mirror, Standing, mirrors
from archive.queries import Copy, Related, copies, show
from archive.stored_json import text_in

_EDGES = """
SELECT copies.id, copies.text_id, copies.site_id, texts.key, texts.measure, texts.canonical_share, documents.kind
FROM copies JOIN texts ON texts.id = copies.text_id JOIN documents ON documents.id = copies.document_id
WHERE copies.report_id = ?
"""
_HOLDERS = """
SELECT relations.relation, reports.public_id, reports.title, relations.measure FROM relations
JOIN reports ON reports.id = relations.report_id
WHERE relations.other_id = ? AND relations.relation = 'contains' ORDER BY reports.id
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Located:
    """A place of a report, with what is known of it beside the canonical text."""

    number: int
    """As `copies` counts them, from 1; `diff` takes it as ID:NUMBER."""
    copy: Copy
    is_canonical: bool
    """True where it has the canonical wording."""
    measure: float | None
    """Share of its text found in the canonical one, 0 to 1; None = by its key, or not measured."""
    canonical_share: float | None
    differences: Differences
    """Beside the canonical text."""
    is_earliest: bool
    is_dated: bool
    """True where its own date says when it was published."""
    date_note: str | None
    """Why a date that it has does not count."""
    interval: Interval | None
    """What brackets an undated one; None for a dated one."""
    mirror: Mirror | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Provenance:
    """All places of a report and what follows from them."""

    public_id: str
    redirected_from: str | None
    places: tuple[Located, ...]
    canonical: int | None
    """Number of the place whose text is canonical; None for a report without copies."""
    why_canonical: str | None
    canonical_by: str | None
    """The part of the rank that decided, as `archive.chosen.PARTS` has them; only, edges."""
    earliest: int | None
    """Number of the earliest dated place; None where all are undated."""
    perhaps_earlier: tuple[int, ...]
    """Undated places that nothing keeps from being earlier than that."""
    contained_in: tuple[Related, ...]
    """Compilations that hold the report and are reports of their own."""


@dataclass(frozen=True, slots=True)
class _Edge:
    text_id: int
    site_id: int | None
    key: str
    measure: float | None
    canonical_share: float | None
    kind: str
    """Of the document: thread, article, entry."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Dated:
    """What is known of when a place's text was published."""

    span: Span | None
    note: str | None
    interval: Interval | None


def provenance(archive: Archive, public_id: str) -> Provenance:
    """Give all places of a report with what is known of each; UnknownId, naming the id, where there is none."""
    found = copies(archive, public_id)
    conn = archive.conn
    report_id, own_id = _report_of(conn, public_id)
    edges = {row[0]: _Edge(*row[1:]) for row in conn.execute(_EDGES, (report_id,))}
    dated = _dates(conn, found, edges)
    earliest = _earliest(found, dated)
    reason = reason_of(conn, report_id)
    compared = _compared(conn, {edge.text_id for edge in edges.values()}, reason)
    likely = mirrors(_standings(found, edges, dated))
    places = tuple(
        Located(
            number=number, copy=copy, is_canonical=reason is not None and edges[copy.id].text_id == reason.text_id,
            measure=edges[copy.id].measure, canonical_share=edges[copy.id].canonical_share,
            differences=compared[edges[copy.id].text_id], is_earliest=number == earliest,
            is_dated=dated[number].span is not None, date_note=dated[number].note, interval=dated[number].interval,
            mirror=likely.get(number),
        )
        for number, copy in enumerate(found, start=1)
    )  # fmt: skip
    numbers = {edges[place.copy.id].text_id: place.number for place in reversed(places)}
    base = Provenance(
        public_id=own_id, redirected_from=public_id if public_id != own_id else None, places=places, canonical=None,
        why_canonical=None, canonical_by=None, earliest=earliest, perhaps_earlier=_perhaps_earlier(dated, earliest),
        contained_in=_holders(conn, report_id),
    )  # fmt: skip
    if reason is None:
        return base
    other = f"place {numbers[reason.runner_up_id]}" if reason.runner_up_id is not None else ""
    return replace(base, canonical=numbers[reason.text_id], why_canonical=reason.why.replace("{other}", other),
                   canonical_by=reason.part)  # fmt: skip


def _report_of(conn: sqlite3.Connection, public_id: str) -> tuple[int, str]:
    """Give the row and the public id of a report that is known to be there, redirects followed."""
    row: tuple[int, str] = conn.execute(
        "SELECT own.id, own.public_id FROM reports AS asked JOIN reports AS own"
        " ON own.id = coalesce(asked.merged_into_id, asked.id) WHERE asked.public_id = ?",
        (public_id,),
    ).fetchone()
    return row


def _holders(conn: sqlite3.Connection, report_id: int) -> tuple[Related, ...]:
    return tuple(
        Related(relation=relation, public_id=public_id, title=title, measure=measure)
        for relation, public_id, title, measure in conn.execute(_HOLDERS, (report_id,))
    )


def _compared(conn: sqlite3.Connection, text_ids: Iterable[int], reason: Reason | None) -> dict[int, Differences]:
    """Compare each wording once with the canonical one."""
    texts = {text_id: text_in(conn.execute("SELECT text FROM texts WHERE id = ?", (text_id,)).fetchone()[0]) or ""
             for text_id in text_ids}  # fmt: skip
    canonical = texts[reason.text_id] if reason is not None else None
    return {text_id: differences(text if canonical is None else canonical, text) for text_id, text in texts.items()}


def _dates(conn: sqlite3.Connection, found: Sequence[Copy], edges: dict[int, _Edge]) -> dict[int, _Dated]:
    """Say of each place, by number, when its text was published or what brackets that."""
    series = Series(conn)
    first: dict[tuple[str, int, int], int] = {}
    for copy in found:
        place = (copy.document_key, copy.position, copy.part)
        first[place] = min(copy.version, first.get(place, copy.version))
    dated: dict[int, _Dated] = {}
    for number, copy in enumerate(found, start=1):
        is_first_here = first[copy.document_key, copy.position, copy.part] == 1
        span, note = publication_of(copy, is_first_here=is_first_here)
        interval = None
        if span is None:
            edge = edges[copy.id]
            below, above = series.around(edge.site_id, copy.document_key) if is_first_here else ([], [])
            is_later_floor = edge.kind == "thread" and copy.position > 1  # which may have been added at any time
            interval = bracket(copy, below, [] if is_later_floor else above)
        dated[number] = _Dated(span=span, note=note, interval=interval)
    return dated


def _earliest(found: Sequence[Copy], dated: dict[int, _Dated]) -> int | None:
    """Give the number of the earliest dated place; of equal dates the one captured first."""
    ranked = [
        (one.span.start, found[number - 1].first_seen_at, number)
        for number, one in dated.items() if one.span is not None
    ]  # fmt: skip
    return min(ranked)[2] if ranked else None


def _perhaps_earlier(dated: dict[int, _Dated], earliest: int | None) -> tuple[int, ...]:
    """Give the undated places whose interval begins before the earliest date, or does not begin."""
    if earliest is None:
        return ()
    known = dated[earliest].span
    return tuple(
        number for number, one in dated.items()
        if one.interval is not None and known is not None and one.interval.begins_before(known.end)
    )  # fmt: skip


def _standings(found: Sequence[Copy], edges: dict[int, _Edge], dated: dict[int, _Dated]) -> list[Standing]:
    """Give the places as mirrors are told by, the likeliest original first: the earliest dated, else first captured."""

    def rank(number: int) -> tuple[bool, str, str, int]:
        span = dated[number].span
        return span is None, span.start.isoformat() if span else "", found[number - 1].first_seen_at, number

    return [
        Standing(
            number=number, host=found[number - 1].site, url=found[number - 1].url, key=found[number - 1].document_key,
            text_key=edges[found[number - 1].id].key, place=(found[number - 1].position, found[number - 1].part),
        )
        for number in sorted(dated, key=rank)
    ]  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class TextAt:
    """A report's canonical text, or its text at a place."""

    public_id: str
    number: int | None
    title: str | None
    url: str | None
    """None for a canonical text, and for a place without an address."""
    published_on: str | None
    text: str


def text_at(archive: Archive, public_id: str, number: int | None = None) -> TextAt:
    """Give a report's canonical text, or its text at the place that `copies` lists under a number, with its breaks.

    UnknownId, naming id and number, where there is none.
    """
    if number is None:
        report = show(archive, public_id)
        return TextAt(public_id=report.public_id, number=None, title=report.title, url=None,
                      published_on=report.first_published_on, text=report.text)  # fmt: skip
    found = copies(archive, public_id)
    _, own_id = _report_of(archive.conn, public_id)
    if not 1 <= number <= len(found):
        raise UnknownId(f"no place {number} of report {public_id}: `gongwen copies {public_id}` lists {len(found)}")
    copy = found[number - 1]
    return TextAt(public_id=own_id, number=number, title=copy.title, url=copy.url or copy.document_key,
                  published_on=copy.published_on, text=copy.text)  # fmt: skip
