"""What the search for passages must know of all reports: families, dates, hosts.

Everything is read inside the caller's snapshot. What counts as a different report is decided here.
"""

import sqlite3
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

# Reports that stand for themselves and stand somewhere; a redirect or a report whose last copy was withdrawn does not.
_REPORTS = """
SELECT reports.id, reports.text_id FROM reports JOIN texts ON texts.id = reports.text_id
WHERE reports.merged_into_id IS NULL AND EXISTS (SELECT 1 FROM copies WHERE copies.report_id = reports.id)
ORDER BY reports.id
"""
# A person's date beats the stated one, of whatever kind that is.
_DATES = """
SELECT report_id, min(held_on) FROM (
  SELECT report_id, coalesce(json_extract(asserted, '$.published_on.value'),
    CASE WHEN date_kind IN ('posted', 'published') THEN published_on END) AS held_on FROM copies)
WHERE held_on IS NOT NULL GROUP BY report_id
"""
_SITES = "SELECT DISTINCT report_id, site_id FROM copies WHERE is_current AND site_id IS NOT NULL ORDER BY 1, 2"
_RELATIONS = """
SELECT coalesce(one.merged_into_id, one.id), coalesce(other.merged_into_id, other.id), relation = 'contains'
FROM relations JOIN reports AS one ON one.id = relations.report_id JOIN reports AS other ON other.id = other_id
WHERE relation IN ('edition', 'same', 'contains')
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reports:
    """All reports, each known by its place in the order of ids; arrays have one value a report."""

    ids: NDArray[np.int64]
    text_ids: NDArray[np.int64]
    rank: NDArray[np.int64]
    """Place in the order of first use: by date, undated ones last, then by id."""
    dates: list[str | None]
    """Earliest date of a copy, posted, published or asserted; None = undated."""
    site_starts: NDArray[np.int64]
    """Hosts of report r: sites[site_starts[r]:site_starts[r + 1]]."""
    sites: NDArray[np.int64]
    family: NDArray[np.int64]
    """Reports that are editions of each other share a number: the place of the first of them."""
    items: dict[int, frozenset[int]]
    """Families that a compilation's family contains, itself apart."""


def load(conn: sqlite3.Connection) -> Reports:
    """Read what is known of all reports; about 100 bytes a report are kept."""
    rows = np.array(conn.execute(_REPORTS).fetchall(), dtype=np.int64).reshape(-1, 2)
    place = {int(report_id): at for at, report_id in enumerate(rows[:, 0])}
    dates = _dates(conn, place)
    order = sorted(range(len(dates)), key=lambda at: (dates[at] is None, dates[at] or "", at))
    rank = np.empty(len(order), dtype=np.int64)
    rank[order] = np.arange(len(order))
    starts, sites = _sites(conn, place)
    family, items = _families(conn, place)
    return Reports(
        ids=rows[:, 0].copy(), text_ids=rows[:, 1].copy(), rank=rank, dates=dates, site_starts=starts, sites=sites,
        family=family, items=items,
    )  # fmt: skip


def _dates(conn: sqlite3.Connection, place: dict[int, int]) -> list[str | None]:
    dates: list[str | None] = [None] * len(place)
    for report_id, date in conn.execute(_DATES):
        if report_id in place:
            dates[place[report_id]] = date
    return dates


def _sites(conn: sqlite3.Connection, place: dict[int, int]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    pairs = [(place[report_id], site_id) for report_id, site_id in conn.execute(_SITES) if report_id in place]
    found = np.array(pairs, dtype=np.int64).reshape(-1, 2)
    return np.searchsorted(found[:, 0], np.arange(len(place) + 1)), found[:, 1].copy()


def _families(conn: sqlite3.Connection, place: dict[int, int]) -> tuple[NDArray[np.int64], dict[int, frozenset[int]]]:
    """Put editions into families, and say which families a compilation contains.

    Editions are one family through any chain of them. A compilation is not joined with its items: through it they would
    become one report, though they are different ones. Two that contain each other are one family.
    """
    rows = [(place[one], place[other], bool(contains)) for one, other, contains in conn.execute(_RELATIONS)
            if one in place and other in place]  # fmt: skip
    holds = {(one, other) for one, other, contains in rows if contains}
    parent = list(range(len(place)))
    for one, other, contains in rows:
        if not contains or (other, one) in holds:
            first, second = sorted((_root(parent, one), _root(parent, other)))
            parent[second] = first
    family = [_root(parent, at) for at in range(len(parent))]
    items: dict[int, set[int]] = {}
    for one, other in holds:
        if family[one] != family[other]:
            items.setdefault(family[one], set()).add(family[other])
    return np.array(family, dtype=np.int64), {one: frozenset(others) for one, others in items.items()}


def _root(parent: list[int], at: int) -> int:
    while parent[at] != at:
        parent[at] = parent[parent[at]]
        at = parent[at]
    return at
