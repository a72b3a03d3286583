"""Which reports match, how many they are, and the page of them that is shown: numbers of rows only.

Few matches are ranked. Of many that one or two tokens find the count alone is asked, and the page is found from its
other end: reports in the order wanted are tried until it is full. Matches of longer phrases are all fetched, once.
"""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from archive.question import Order
from archive.ranking import TITLE_WEIGHT, Read, ranked
from archive.sieve import Condition
from archive.words import Words

MOST_RANKED = 5_000
"""Matches up to which the best come first: ranking reads every place of every term in each of them."""
MOST_READ = 500
"""Reports that are read to see whether a passage stands there as it was given; past them its numbers must be whole."""
_HANDFUL = 50
"""Matches up to which they are ranked by their texts: FTS5 goes through the index again to rank a single one."""
_CHEAP_TOKENS = 2
"""Tokens of a query up to which a report is tried in 20 µs; a phrase of eight takes 150."""
_SORTED = 20_000
"""Matches up to which they are sorted; of more, reports are gone through in the order wanted: most of these match."""
_TRIED = 4_000
"""Reports that are tried one by one for a page before all matches are sorted instead."""
_AT_ONCE = 100
# The plus: a row number that FTS5 is given to look up makes it weigh all terms anew, 3 ms each
_RANKED = f"""
SELECT rowid FROM reports_fts WHERE reports_fts MATCH ? AND +rowid IN (SELECT value FROM json_each(?))
ORDER BY bm25(reports_fts, {TITLE_WEIGHT}, 1.0), rowid LIMIT ? OFFSET ?
"""  # noqa: S608 - a number of ours


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """What matches at a moment; `page` gives a part of it."""

    conn: sqlite3.Connection
    words: Words
    sieve: Sequence[Condition]
    total: int
    ids: Sequence[int] | None
    """Every match, in the order of filing; None where only their count was asked."""

    @property
    def is_rankable(self) -> bool:
        """Say whether the best can come first."""
        return bool(self.words.ranked) and self.ids is not None and len(self.ids) <= MOST_RANKED

    def page(self, order: Order, *, limit: int, offset: int) -> list[int]:
        """Give the reports of a page in order; BEST only of what is rankable."""
        if offset >= self.total or limit <= 0:
            return []
        if order is Order.BEST:
            return self._ranked(limit, offset)
        return list(islice(self._all(order, offset + limit), offset, offset + limit))

    def every(self) -> set[int]:
        """Give all reports in which the words stand."""
        if self.ids is not None:
            return set(self.ids)
        source, values = _source(self.words, self.words.phrases, self.sieve)
        return set(_numbers(self.conn.execute(f"SELECT found.rowid {source}", values)))

    def _ranked(self, limit: int, offset: int) -> list[int]:
        ids = json.dumps(self.ids)
        if self.total <= _HANDFUL:
            return ranked(_texts(self.conn, ids), self.words.query)[offset : offset + limit]
        expression = self.words.middle or self.words.ranked
        return _numbers(self.conn.execute(_RANKED, (expression, ids, limit, offset)))

    def _all(self, order: Order, count: int) -> Iterable[int]:
        """Give the matches in an order other than BEST, so many of them at least."""
        tests, values = _tests(self.sieve)
        if not self.words.ranked and not self.sieve:
            return _in_order(self.conn, order, tests, values)
        if self.total <= _SORTED:
            ids = json.dumps(sorted(self.every()))
            return _in_order(self.conn, order, "reports.id IN (SELECT value FROM json_each(?))", [ids])
        found = None if self.ids is not None else self._tried(order, count)
        if found is not None:
            return found
        every = self.every()
        return (number for number in _in_order(self.conn, order, tests, values) if number in every)

    def _tried(self, order: Order, count: int) -> list[int] | None:
        """Find the first matches from the other end; None where too many reports would have to be tried."""
        (last,) = self.conn.execute("SELECT max(id) FROM reports").fetchone()
        if 2 * count * last > _TRIED * self.total:
            return None
        tests, values = _tests(self.sieve)
        waiting = islice(_in_order(self.conn, order, tests, values), _TRIED)
        found: list[int] = []
        while tried := list(islice(waiting, _AT_ONCE)):
            found += self._matching(tried)
            if len(found) >= count:
                return found
        return None

    def _matching(self, tried: Sequence[int]) -> list[int]:
        """Keep those of some reports in which the words stand."""
        kept = list(tried)
        asked = (("reports_fts", self.words.phrases), ("reports_characters", self.words.characters))
        for table, expression in ((table, expression) for table, expression in asked if expression):
            sql = f"SELECT rowid FROM {table} WHERE {table} MATCH ? AND rowid IN (SELECT value FROM json_each(?))"  # noqa: S608
            there = set(_numbers(self.conn.execute(sql, (expression, json.dumps(kept)))))
            kept = [number for number in kept if number in there]
        return kept


def select(conn: sqlite3.Connection, words: Words, sieve: Sequence[Condition]) -> Selection:
    """Find what matches, in a transaction of the caller: what `page` gives must be of the same moment."""
    if not words.ranked:
        return _without_words(conn, words, sieve)
    ids = _read(conn, words, sieve)
    if ids is None:
        source, values = _source(words, words.phrases, sieve)
        most = MOST_RANKED + 1 if words.tokens <= _CHEAP_TOKENS else -1
        ids = _numbers(conn.execute(f"SELECT found.rowid {source} LIMIT ?", [*values, most]))
        if len(ids) == most:
            (total,) = conn.execute(f"SELECT count(*) {source}", values).fetchone()
            return Selection(conn=conn, words=words, sieve=sieve, total=total, ids=None)
    return Selection(conn=conn, words=words, sieve=sieve, total=len(ids), ids=ids)


def _without_words(conn: sqlite3.Connection, words: Words, sieve: Sequence[Condition]) -> Selection:
    """Select every report that passes the sieve."""
    tests, values = _tests(sieve)
    ids = _numbers(conn.execute(f"SELECT id FROM reports WHERE {tests}", values)) if sieve else None  # noqa: S608
    if ids is not None:
        return Selection(conn=conn, words=words, sieve=sieve, total=len(ids), ids=ids)
    (total,) = conn.execute(f"SELECT count(*) FROM reports WHERE {tests}").fetchone()  # noqa: S608 - text of ours
    return Selection(conn=conn, words=words, sieve=sieve, total=total, ids=None)


def _read(conn: sqlite3.Connection, words: Words, sieve: Sequence[Condition]) -> list[int] | None:
    """Give the matches of a query with passages whose edges must be read; None where there is none, or too much."""
    if words.middle is None:
        return None
    source, values = _source(words, words.middle, sieve)
    ids = _numbers(conn.execute(f"SELECT found.rowid {source} LIMIT ?", [*values, MOST_READ + 1]))
    if len(ids) > MOST_READ:
        return None
    return [one.id for one in _texts(conn, json.dumps(ids)) if words.holds(one.title, one.text)]


def _texts(conn: sqlite3.Connection, ids: str) -> list[Read]:
    """Give what reports hold, in the order of a JSON list of their numbers."""
    rows = conn.execute(
        "SELECT reports.id, coalesce(reports.title, ''), texts.text FROM json_each(?) AS wanted JOIN reports"
        " ON reports.id = wanted.value JOIN texts ON texts.id = reports.text_id ORDER BY wanted.key",
        (ids,),
    )
    return [Read(*row) for row in rows]


def _source(words: Words, phrases: str, sieve: Sequence[Condition]) -> tuple[str, list[object]]:
    """Give what matches (`found.rowid`) are taken from, with the values of its places; the index is asked first."""
    index, expression = ("reports_fts", phrases) if phrases else ("reports_characters", words.characters)
    tests = [f"found.{index} MATCH ?"]
    values: list[object] = [expression]
    if phrases and words.characters:
        # The plus: the index of phrases is walked once, not asked for each report of the other one
        tests.append("+found.rowid IN (SELECT rowid FROM reports_characters WHERE reports_characters MATCH ?)")
        values.append(words.characters)
    if not sieve:
        return f"FROM {index} AS found WHERE {' AND '.join(tests)}", values
    facts, given = _tests(sieve)
    joined = f"FROM {index} AS found CROSS JOIN reports ON reports.id = found.rowid"
    return f"{joined} WHERE {' AND '.join([*tests, facts])}", [*values, *given]


def _tests(sieve: Sequence[Condition]) -> tuple[str, list[object]]:
    """Give the conditions on a report that stands for itself, with the values of their places."""
    tests = ["+reports.merged_into_id IS NULL", "reports.text_id IS NOT NULL", *(one.sql for one in sieve)]
    return " AND ".join(tests), [value for one in sieve for value in one.values]


_IN_ORDER = {
    Order.NEWEST: (("", "reports.first_published_on DESC, reports.id DESC"),),
    Order.OLDEST: (
        (" AND reports.first_published_on IS NOT NULL", "reports.first_published_on, reports.id"),
        (" AND reports.first_published_on IS NULL", "reports.id"),
    ),
    Order.COPIES: (("", "reports.copies DESC, reports.id DESC"),),
}
"""Conditions and orders, one after the other, that the indexes of `reports` give without sorting."""


def _in_order(conn: sqlite3.Connection, order: Order, tests: str, values: Sequence[object]) -> Iterator[int]:
    """Give the reports that pass tests, in order, as they are asked for."""
    for condition, by in _IN_ORDER[order]:
        sql = f"SELECT reports.id FROM reports WHERE {tests}{condition} ORDER BY {by}"  # noqa: S608 - text of ours
        rows = conn.execute(sql, values)
        yield from (number for (number,) in rows)


def _numbers(rows: Iterable[Sequence[int]]) -> list[int]:
    return [number for (number,) in rows]
