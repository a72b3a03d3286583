"""The dates of a report's copies on a line, as numbers for an inline SVG. Pure; what is drawn stands in the template.

Places are shares of the width, so that the line fits a phone without its words becoming small.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from archive.places import Placed, Places

BINS = 60
"""Places on the line at most: neighbours closer than that share a dot, which grows with them."""
TICKS = 6
"""Years that are written below the line at most."""
MARGIN = 4.0
"""Percent left free on either side, so that the first and last dot are whole."""
SMALL, LARGE = 5, 14
"""Radius of a dot for one copy, and the largest, in pixels."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dot:
    """One or more copies at about one date."""

    x: str
    """Share of the width, as SVG writes it."""
    radius: int
    copies: int
    first: str
    last: str
    """First and last day among them."""
    is_earliest: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    """A year below the line."""

    x: str
    told: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """The line of a report."""

    dots: tuple[Dot, ...]
    ticks: tuple[Tick, ...]
    first: str
    last: str
    dated: int
    undated: int


def timeline_of(places: Places) -> Timeline | None:
    """Give the line; None for a report without a dated copy, or with one alone."""
    if len(places.dated) < 2:
        return None
    days = [_day(one) for one in places.dated]
    first, last = min(days), max(days)
    width = max((last - first).days, 1)
    bins: dict[int, list[Placed]] = {}
    for one, day in zip(places.dated, days, strict=True):
        bins.setdefault((day - first).days * BINS // width, []).append(one)
    is_one_day = first == last
    dots = tuple(_dot(held, _share((_day(held[0]) - first).days, width, is_one_day), is_earliest=index == 0)
                 for index, (_, held) in enumerate(sorted(bins.items())))  # fmt: skip
    return Timeline(
        dots=dots, ticks=_ticks(first, last), first=places.dated[0].day or "", last=_latest(places.dated),
        dated=len(places.dated), undated=len(places.undated),
    )  # fmt: skip


def by_site(places: Places, most: int = 12) -> tuple[tuple[str, int], ...]:
    """Give the sites with most of the places that stand now, and how many each has."""
    found = Counter(one.site for one in places.all if one.is_current and one.site)
    return tuple(found.most_common(most))


def _day(one: Placed) -> date:
    """Give the day on which a dated copy was published; of a month or year its first."""
    stated = (one.day or "").split("-")
    try:
        return date(*(int(part) for part in [*stated, "1", "1"][:3]))
    except (ValueError, TypeError):  # an instant in a spelling of its own: as the archive understood it
        return one.span.start.date() if one.span else date.min


def _latest(dated: Sequence[Placed]) -> str:
    return max(dated, key=_day).day or ""


def _dot(held: Sequence[Placed], x: str, *, is_earliest: bool) -> Dot:
    days = [one.day or "" for one in held]
    radius = min(LARGE, SMALL + round(1.5 * (len(held) - 1) ** 0.5))
    return Dot(x=x, radius=radius, copies=len(held), first=days[0], last=days[-1], is_earliest=is_earliest)


def _share(days: int, width: int, is_one_day: bool = False) -> str:
    return "50%" if is_one_day else f"{MARGIN + (100 - 2 * MARGIN) * days / width:.2f}%"


def _ticks(first: date, last: date) -> tuple[Tick, ...]:
    years = range(first.year + 1, last.year + 1)
    width = max((last - first).days, 1)
    step = max(1, -(-len(years) // TICKS))
    return tuple(
        Tick(x=_share((date(year, 1, 1) - first).days, width), told=str(year)) for year in years[::step]
    )
