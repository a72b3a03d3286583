"""When a copy was published: which stated dates count, and what brackets a copy without one. Asks, changes nothing.

A date of upload or update is no publication: it only says that the copy stood there by then. Nothing is guessed from a
text. Which copy is the earliest is said in `provenance`.
"""

import re
import sqlite3
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone
from itertools import pairwise
from typing import Protocol

from archive.stored_json import objects_in
from archive.stored_paths import held_on, json_at

COUNTING = frozenset({"posted", "published", "asserted"})
"""Kinds of date that say when a copy was published."""
_ORDERED = COUNTING | {"uploaded"}
"""Kinds that follow the numbers which a site gives its documents; an update may come at any time after."""
_ZONE = timezone(timedelta(hours=8))
"""Where a date is meant that states no zone: sites of China print their own time."""
_FAR = datetime(9999, 1, 1, tzinfo=UTC)
_SLACK = timedelta(days=1)
"""How much later than its capture a page may date itself: clocks and zones."""
NEIGHBOURS = 2
"""Dated documents on either side that must not contradict each other."""
# The last number of a key, with the ending of a file behind it; longer runs of digits are digests or instants. The look
# behind lets a run be tried from its first digit only: linear.
_NUMBER = re.compile(r"(?<![0-9])([0-9]{1,12})(\.[a-z]{2,5})?/?$")
# A year, a month or a day as printed by the cleaners; an instant has a T. Fixed widths.
_DAY = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?$")
_DATED = f"""
SELECT key, url, {held_on()}, {json_at("asserted", "$.published_on")} IS NOT NULL, first_seen_at,
  {json_at("facts", "$.dates")}
FROM documents WHERE site_id IS :site AND key >= :low AND key < :high
  AND {held_on()} IS NOT NULL
"""  # noqa: S608 - constants of ours


class Stated(Protocol):
    """A copy, as far as it matters for its date."""

    @property
    def published_on(self) -> str | None:
        """As the page states it, or as a person asserted it."""

    @property
    def date_kind(self) -> str | None:
        """posted, published, uploaded, updated or asserted."""

    @property
    def first_seen_at(self) -> str:
        """First capture."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """What a stated date means: an instant, or a whole day, month or year."""

    start: datetime
    end: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """One fact that bounds the publication of an undated copy."""

    what: str
    """lower id, higher id, stated date, first capture."""
    on: str
    """The date, as stated or measured."""
    where: str | None = None
    """Address or key of the document that has it; None = the copy itself."""
    number: int | None = None
    """Document id there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Interval:
    """What is known of the publication of an undated copy."""

    not_before: str | None
    """None = nothing bounds it from below."""
    not_after: str
    evidence: tuple[Evidence, ...]
    contradiction: str | None = None
    """Why neighbours were not believed; then only the first capture and a stated date bound it."""

    def begins_before(self, instant: datetime) -> bool:
        """Return True where the interval has no beginning, or one before that instant."""
        span = span_of(self.not_before)
        return span is None or span.start < instant


@dataclass(frozen=True, slots=True, kw_only=True)
class Neighbour:
    """A dated document of a series of numbers."""

    number: int
    on: str
    where: str
    span: Span


def span_of(stated: object) -> Span | None:
    """Read a stated date; None for none, and for what is no date, of whatever type another program wrote it."""
    if not isinstance(stated, str):
        return None
    day = _DAY.match(stated)
    try:
        if day is None:
            instant = datetime.fromisoformat(stated)
            instant = instant if instant.tzinfo else instant.replace(tzinfo=_ZONE)
            return Span(start=instant.astimezone(UTC), end=instant.astimezone(UTC))
        year, month, number = (int(part) if part else None for part in day.groups())
        first = date(int(year or 0), month or 1, number or 1)
        following = first + timedelta(days=1) if number else _next_month(first) if month else date(first.year + 1, 1, 1)
    except (ValueError, OverflowError):  # 2021-02-30, the year 9999
        return None
    start, end = (datetime.combine(one, time.min, _ZONE).astimezone(UTC) for one in (first, following))
    return Span(start=start, end=end - timedelta(microseconds=1))


def _next_month(first: date) -> date:
    return date(first.year + first.month // 12, first.month % 12 + 1, 1)


def publication_of(copy: Stated, *, is_first_here: bool) -> tuple[Span | None, str | None]:
    """Give when a copy was published, as far as its own date says it, and why a date that it has does not count.

    `is_first_here`: the report stood at this place from the first version on, so that the place's date is its own.
    """
    span = span_of(copy.published_on)
    if span is None:
        return None, None
    if copy.date_kind not in COUNTING:
        return None, f"{copy.date_kind} is no date of publication"
    if copy.date_kind == "asserted":
        return span, None
    if span.start > _seen(copy.first_seen_at) + _SLACK:
        return None, "the date stated is later than the first capture"
    if not is_first_here:
        return None, "the date is that of another text, which stood here before"
    return span, None


def _seen(text: object) -> datetime:
    """Give the instant of a first capture; one that nobody can read, of a foreign hand, keeps no date from counting."""
    span = span_of(text)
    return span.start if span is not None else _FAR


class Series:
    """The dated documents of the archive's hosts by their numbers; each series is asked for once."""

    def __init__(self, conn: sqlite3.Connection) -> None:
        self.conn = conn
        self.known: dict[tuple[int | None, str, str], list[Neighbour]] = {}

    def around(self, site_id: int | None, key: str) -> tuple[list[Neighbour], list[Neighbour]]:
        """Give the dated documents next below and above a key's number, each side ascending; empty without a number."""
        found = _NUMBER.search(key)
        if found is None:
            return [], []
        prefix, ending, number = key[: found.start()], key[found.end(1) :], int(found[1])
        name = (site_id, prefix, ending)
        if name not in self.known:
            self.known[name] = sorted(self._dated(site_id, prefix, ending), key=lambda one: (one.number, one.where))
        numbers = [one.number for one in self.known[name]]
        below, above = bisect_left(numbers, number), bisect_left(numbers, number + 1)
        return self.known[name][max(0, below - NEIGHBOURS) : below], self.known[name][above : above + NEIGHBOURS]

    def _dated(self, site_id: int | None, prefix: str, ending: str) -> Iterable[Neighbour]:
        """Give the documents of a series whose date follows their numbers and does not lie behind their capture."""
        bounds = {"site": site_id, "low": f"{prefix}0", "high": f"{prefix}:"}  # a colon is what follows 9
        for key, url, on, is_asserted, first_seen_at, dates in self.conn.execute(_DATED, bounds):
            found = _NUMBER.search(key)
            span = span_of(on)
            if found is None or key[: found.start()] != prefix or key[found.end(1) :] != ending or span is None:
                continue
            kinds = {str(one.get("kind")) for one in objects_in(dates) if one.get("at") == on}
            is_ordered = is_asserted or not kinds or bool(kinds & _ORDERED)
            if is_ordered and span.start <= _seen(first_seen_at) + _SLACK:
                yield Neighbour(number=int(found[1]), on=on, where=url or key, span=span)


def bracket(copy: Stated, below: Sequence[Neighbour], above: Sequence[Neighbour]) -> Interval:
    """Say what bounds the publication of an undated copy: its neighbours by number, a date it states, its capture.

    Neighbours that contradict each other, or the capture, bound nothing.
    """
    upper = [Evidence(what="first capture", on=copy.first_seen_at)]
    stated = span_of(copy.published_on)
    if stated is not None and copy.date_kind in ("uploaded", "updated") and copy.published_on:
        upper.append(Evidence(what=f"{copy.date_kind} date", on=copy.published_on))
    problem = _contradiction([*below, *above], copy)
    lower: list[Evidence] = []
    if problem is None and below:
        lower = [_evidence("lower id", below[-1])]
    if problem is None and above:
        upper.append(_evidence("higher id", above[0]))
    last = min(upper, key=lambda one: _end(one.on))
    return Interval(
        not_before=lower[0].on if lower else None, not_after=last.on, evidence=(*lower, *upper), contradiction=problem
    )


def _contradiction(neighbours: Sequence[Neighbour], copy: Stated) -> str | None:
    """Say which neighbours are not in the order of their numbers, or lie behind the copy's capture; None = fine."""
    for one, other in pairwise(neighbours):
        if one.span.start > other.span.end:
            return f"{one.number} is of {one.on}, {other.number} of {other.on}"
    late = next((one for one in neighbours[:1] if one.span.start > _seen(copy.first_seen_at) + _SLACK), None)
    return f"{late.number} is of {late.on}, later than the capture" if late else None


def _evidence(what: str, neighbour: Neighbour) -> Evidence:
    return Evidence(what=what, on=neighbour.on, where=neighbour.where, number=neighbour.number)


def _end(on: str) -> datetime:
    span = span_of(on)
    return span.end if span else datetime.max.replace(tzinfo=UTC)
