"""The graph of hosts: which of them have the same reports, and which of two states the earlier date. No files here.

An edge says what two hosts STATE, not who copied from whom: a site may date its pages as it likes, may have taken a
report from a third, and is often not the only one that was never captured.
"""

import sqlite3
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import combinations
from typing import Any

from archive.dating import COUNTING, Span, span_of
from archive.exporting.column import Column
from archive.people import People
from archive.stored_paths import held_on, json_at

EARLIER = "states an earlier date"
NO_ORDER = "same or no date"
COLUMNS = (
    Column("source", "text", "Host; of a directed edge the one that states the earlier date."),
    Column("target", "text", "The other host."),
    Column("relation", "text", f"{EARLIER} (source before target; NOT copied from), or {NO_ORDER} (no direction)."),
    Column("weight", "int", "Reports that both hosts have, of which this is said."),
    Column("shared", "int", "Reports that both hosts have in all."),
    Column("dated", "int", "Of these: both state a date of publication."),
    Column("dated_share", "real", "dated / shared: how far the directions of this pair can be trusted."),
)
MOST_HOSTS = 200
"""Of one report: with more it is a template of the web, and its 20,000 pairs would drown the graph's others."""
_PLACES = f"""
SELECT judged.id, sites.host, {held_on("copies.")},
  {json_at("copies.asserted", "$.published_on")} IS NOT NULL
    OR copies.date_kind IN ({", ".join(f"'{kind}'" for kind in sorted(COUNTING))})
FROM judged CROSS JOIN copies ON copies.report_id = judged.id CROSS JOIN sites ON sites.id = copies.site_id
WHERE judged.reason IS NULL AND copies.is_current ORDER BY judged.id
"""  # noqa: S608 - constants of ours


@dataclass(slots=True)
class Pair:
    """Two hosts, the first by name first: counts of the reports that both have."""

    shared: int = 0
    dated: int = 0
    first: int = 0
    """The first states the earlier date."""
    second: int = 0


@dataclass(slots=True)
class Graph:
    """What is known of the hosts of the reports chosen."""

    reports: dict[str, int] = field(default_factory=dict)
    """Host: reports that stand there."""
    pairs: dict[tuple[str, str], Pair] = field(default_factory=dict)
    passed_over: int = 0
    """Reports on more than `MOST_HOSTS` hosts."""


def graph_of(conn: sqlite3.Connection) -> Graph:
    """Count the pairs of hosts that have reports in common; memory grows with hosts and pairs, not with reports."""
    graph = Graph()
    for standing in _reports(conn):
        for host in standing:
            graph.reports[host] = graph.reports.get(host, 0) + 1
        if len(standing) > MOST_HOSTS:
            graph.passed_over += 1
            continue
        for one, other in combinations(sorted(standing), 2):
            _count(graph.pairs.setdefault((one, other), Pair()), standing[one], standing[other])
    return graph


def _reports(conn: sqlite3.Connection) -> Iterator[dict[str, Span | None]]:
    """Give for each report its hosts, each with the earliest date of publication stated there."""
    report: int | None = None
    standing: dict[str, Span | None] = {}
    for number, host, on, counts in conn.execute(_PLACES):
        if number != report and standing:
            yield standing
            standing = {}
        report = number
        span = span_of(on) if counts else None
        known = standing.get(host)
        standing[host] = span if known is None or (span is not None and span.end < known.end) else known
    if standing:
        yield standing


def _count(pair: Pair, one: Span | None, other: Span | None) -> None:
    """Count a report for a pair: spans that overlap, as a day and an hour of it, have no order."""
    pair.shared += 1
    if one is None or other is None:
        return
    pair.dated += 1
    pair.first += one.end < other.start
    pair.second += other.end < one.start


def edges_of(graph: Graph) -> Iterator[dict[str, Any]]:
    """Give the edges in the order of the hosts' names; the weights of a pair's edges add up to what it shares."""
    for (one, other), pair in sorted(graph.pairs.items()):
        beside = {"shared": pair.shared, "dated": pair.dated, "dated_share": round(pair.dated / pair.shared, 4)}
        directed = ((one, other, pair.first), (other, one, pair.second))
        yield from ({"source": source, "target": target, "relation": EARLIER, "weight": weight, **beside}
                    for source, target, weight in directed if weight)  # fmt: skip
        rest = pair.shared - pair.first - pair.second
        if rest:
            yield {"source": one, "target": other, "relation": NO_ORDER, "weight": rest, **beside}


def host_rows(conn: sqlite3.Connection, people: People) -> Iterator[Mapping[str, Any]]:
    """Give a row for each edge between hosts of the reports chosen."""
    return edges_of(graph_of(conn))
