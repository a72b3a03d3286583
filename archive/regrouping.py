"""All wordings of an archive put together anew, in memory: which texts are one report, and how reports relate.

A function of the set of texts, what people said and the rules, not of the order in which texts came: they are placed
in an order of their own, the best and longest first, each as filing would place it. Written by `archive.rededup`.
"""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from archive.assertions import joined, parted
from archive.duplicates import MOST_EDITIONS, Edge, edge_from
from archive.likeness.candidates import Standing, likeliest
from archive.likeness.grams import Lookup
from archive.likeness.judge import AROUND, Judged, Kind, judge
from archive.likeness.prepared import Prepared
from archive.likeness.sketch import LEAST_RUNS
from archive.posting_delta import Delta
from archive.stars import ALL_OF_IT, TOUCH, Found, Star, place, touch_of
from archive.wording_order import Wording, wordings_of

_REMEMBERED: Final = 400
"""Canonical texts kept ready for comparing; some 60 KB each."""


@dataclass(slots=True)
class Group:
    """A report in the making: its canonical text, and the edge of each other one."""

    center: int
    edges: dict[int, Edge]
    spans: dict[int, tuple[float, float]] = field(default_factory=dict)
    """Where in the canonical text its excerpts stand."""


class Regrouping:
    """Groups under way; `stops` are the runs that tell nothing."""

    def __init__(self, conn: sqlite3.Connection, stops: Lookup) -> None:
        self.conn, self.stops = conn, stops
        self.groups: dict[int, Group] = {}
        self.group_of: dict[int, int] = {}
        self.relations: dict[tuple[int, int, str], float] = {}
        """By texts, not groups: groups may become one later."""
        self._delta = Delta(0)
        self._runs: dict[int, int] = {}
        self._by_pair: dict[tuple[str, str], int] = {}
        self._by_key: dict[str, list[int]] = {}
        self._prepared: dict[int, Prepared] = {}
        self._parted = _both_ways(parted(conn))

    def add(self, one: Wording) -> None:
        """Place one wording."""
        same = min((self._by_pair[pair] for pair in one.pairs if pair in self._by_pair), default=None)
        if same is not None and one.id not in self._parted.get(same, ()):
            self._join(one.id, self.group_of[same], self._edge_of(same))
        else:
            self._place(one)
        for key in {one.key, one.title_key}:
            alike = self._by_key.setdefault(key, [])
            for other in alike[:MOST_EDITIONS]:
                self._relate(other, one.id, "edition", 1.0)
            alike.append(one.id)
        for pair in one.pairs:
            self._by_pair.setdefault(pair, one.id)

    def _edge_of(self, text_id: int) -> Edge:
        return self.groups[self.group_of[text_id]].edges[text_id]

    def _place(self, one: Wording) -> None:
        new = self.prepared(one.id)
        stars = self._stars(new) if one.han >= LEAST_RUNS else ()
        apart = frozenset(self.group_of[other] for other in self._parted.get(one.id, ()) if other in self.group_of)
        placed = place(new, stars, parted=apart)
        for kind, others in placed.related.items():
            for other in others:
                self._note(one.id, kind, other)
        if placed.joins is None:
            self._found(one.id, new)
            return
        number = self._merged([placed.joins.star.report_id, *(found.star.report_id for found in placed.also)])
        self._take_in(one.id, number, placed.joins.judged)

    def _found(self, text_id: int, new: Prepared) -> None:
        """Make a group of a text that belongs to none."""
        self.groups[text_id] = Group(text_id, {text_id: Edge()})
        self.group_of[text_id] = text_id
        self._index(text_id, new)

    def _index(self, text_id: int, text: Prepared) -> None:
        if text_id not in self._runs and text.sketch.runs >= LEAST_RUNS:
            self._runs[text_id] = text.sketch.runs
            self._delta.add(text_id, text_id, text.sketch.indexed())

    def _stars(self, new: Prepared) -> Iterator[Star]:
        found = likeliest(new.sketch, self._delta.find(new.sketch.indexed()), self)
        return (
            Star(report_id=one.report_id, text_id=one.text_id, prepared=self.prepared(one.text_id)) for one in found
        )

    def runs(self, texts: list[int]) -> dict[int, int]:
        """Give the runs of eight of texts that were found."""
        return {text_id: self._runs[text_id] for text_id in texts}

    def standing(self, texts: list[int]) -> Iterator[Standing]:
        """Give the group of texts that were found, and its canonical text."""
        for text_id in texts:
            number = self.group_of[text_id]
            yield text_id, number, self.groups[number].center

    def prepared(self, text_id: int) -> Prepared:
        """Give a text ready for comparing; the last ones asked for are remembered."""
        found = self._prepared.pop(text_id, None)
        if found is None:
            (text,) = self.conn.execute("SELECT text FROM texts WHERE id = ?", (text_id,)).fetchone()
            found = Prepared(text, self.stops)
            while len(self._prepared) >= _REMEMBERED:
                del self._prepared[next(iter(self._prepared))]
        self._prepared[text_id] = found
        return found

    def _join(self, text_id: int, number: int, edge: Edge) -> None:
        self.groups[number].edges[text_id] = edge
        self.group_of[text_id] = number

    def _take_in(self, text_id: int, number: int, judged: Judged) -> None:
        """Let a text join a group; one that holds the canonical text takes its place where all others verify."""
        self._join(text_id, number, edge_from(judged))
        if judged.kind is Kind.EXCERPT:
            self.groups[number].spans[text_id] = judged.known_span
        if judged.kind is Kind.SOURCE:
            self._recenter(number, text_id)

    def _recenter(self, number: int, center: int) -> None:
        """Let a text stand in the middle of its group where all others verify against it; else nothing changes."""
        group = self.groups[number]
        edges: dict[int, Edge] = {center: Edge()}
        spans: dict[int, tuple[float, float]] = {}
        for text_id in group.edges:
            if text_id == center:
                continue
            judged = judge(self.prepared(text_id), self.prepared(center))
            if judged is None or judged.kind not in AROUND:
                return
            edges[text_id] = edge_from(judged)
            if judged.kind is Kind.EXCERPT:
                spans[text_id] = judged.known_span
        group.center, group.edges, group.spans = center, edges, spans
        self._index(center, self.prepared(center))

    def _edge(self, text_id: int, center: int) -> Edge:
        """Give the edge of a text that was put beside a canonical one, whether it verifies or not."""
        judged = judge(self.prepared(text_id), self.prepared(center))
        return edge_from(judged) if judged else Edge(relation="same", measure=0.0)

    def _merged(self, numbers: list[int]) -> int:
        """Make one group of several, round the first one's canonical text; give its number."""
        first, *others = dict.fromkeys(numbers)
        kept = self.groups[first]
        for number in others:
            if self._are_parted(number, first):
                continue
            for text_id in self.groups.pop(number).edges:
                kept.edges[text_id] = self._edge(text_id, kept.center)
                self.group_of[text_id] = first
        return first

    def _are_parted(self, one: int, other: int) -> bool:
        """Say whether a person said of any texts of two groups that they are not one report."""
        edges = self.groups[other].edges
        return any(not self._parted[text].isdisjoint(edges) for text in self.groups[one].edges if text in self._parted)

    def put_together(self, one: int, other: int) -> None:
        """Make one group of the groups of two texts, as a person said."""
        numbers = [self.group_of.get(text_id) for text_id in (one, other)]
        if None not in numbers and numbers[0] != numbers[1]:
            self._merged(sorted(number for number in numbers if number is not None))

    def part_collections(self) -> None:
        """Take out of a group what stands side by side in its canonical text and makes up all of it: a collection.

        Each stretch becomes a report of its own, which the collection contains.
        """
        for number in [number for number, group in self.groups.items() if len(group.spans) > 1]:
            group = self.groups[number]
            stretches = side_by_side(group.spans, touch_of(self.prepared(group.center)))
            for texts in stretches:
                center, *others = sorted(texts, key=lambda text_id: (-len(self.prepared(text_id).runs), text_id))
                self._relate(number, center, "contains", group.edges[center].measure or 1.0)
                for text_id in texts:
                    del group.edges[text_id]
                self._found(center, self.prepared(center))
                for text_id in others:
                    self._join(text_id, center, self._edge(text_id, center))

    def _note(self, text_id: int, kind: Kind, other: Found) -> None:
        """Note what a text is to the canonical text of another group."""
        known, measure = other.star.text_id, round(other.judged.measure, 4)
        if kind is Kind.CONTAINS:
            self._relate(text_id, known, "contains", measure)
        elif kind is Kind.INSIDE:
            self._relate(known, text_id, "contains", measure)
        else:
            self._relate(known, text_id, kind.value, measure)

    def _relate(self, one: int, other: int, name: str, measure: float) -> None:
        key = (one, other, name)
        self.relations[key] = max(measure, self.relations.get(key, 0.0))


def side_by_side(spans: dict[int, tuple[float, float]], touch: float = TOUCH) -> list[list[int]]:
    """Give the texts of each stretch where stretches that do not overlap make up a text; empty where they do not."""
    stretches: list[tuple[float, float, list[int]]] = []
    for text_id, (start, end) in sorted(spans.items(), key=lambda item: (item[1], item[0])):
        if stretches and start < stretches[-1][1] - touch:
            first, last, texts = stretches[-1]
            stretches[-1] = (first, max(last, end), [*texts, text_id])
        else:
            stretches.append((start, end, [text_id]))
    is_all = sum(end - start for start, end, _ in stretches) >= ALL_OF_IT
    return [texts for _, _, texts in stretches] if is_all and len(stretches) > 1 else []


def _both_ways(pairs: list[tuple[int, int]]) -> dict[int, set[int]]:
    found: dict[int, set[int]] = {}
    for one, other in pairs:
        found.setdefault(one, set()).add(other)
        found.setdefault(other, set()).add(one)
    return found


def regrouped(conn: sqlite3.Connection, stops: Lookup) -> Regrouping:
    """Place all wordings of the archive anew; what people said to be one is put together at the end."""
    made = Regrouping(conn, stops)
    for wording in wordings_of(conn):
        made.add(wording)
    made.part_collections()
    for one, other in joined(conn):
        made.put_together(one, other)
    return made
