"""Search over a library of our own, beside LIKE, FTS5 trigram and FTS5 unicode61: what is found, how fast, how large.

Queries are drawn from the texts, half of them asked in the other script. The truth is a scan of the folded texts for
each term. `first page` is `find`: total, twenty hits, snippets; the peers only fetch the numbers of all matches.
"""

import random
import re
import sqlite3
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from statistics import median
from typing import Final

from archive.bigrams import terms
from archive.database import Archive
from archive.finding import Query, find
from archive.fold import fold
from archive.han import HAN
from archive.selecting import select
from archive.words import words_of
from tests.benchmarks.large import made, row, to_traditional

BUDGET_MS: Final = 100.0
CLASSES: Final = ("1", "2", "3", "4", "5", "6", "7", "8", "two", "30")
_HAN: Final = re.compile(f"[{HAN}]+")
_PEERS: Final = {"trigram": "trigram", "unicode61": "unicode61 remove_diacritics 0"}
_LIKES: Final = 3
"""Queries of a class that LIKE is asked: each reads every text."""

Found = set[int]


def lines(count: int, folder: Path, *, each: int) -> Iterator[str]:
    """Measure with so many reports and queries of each class, and give the tables line by line."""
    yield f"\nSearching {count} reports of our own, one in ten traditional; {each} queries a class, half in each script"
    with made(folder / "library", count) as archive:
        folded = [fold(f"{one.title}\n{one.text}") for one in map(row, range(count))]
        asked = {name: [_query(name, number, count) for number in range(each)] for name in CLASSES}
        truths = {query: _scan(folded, query) for queries in asked.values() for query in queries}
        columns = f"{'matches':>9}{'P':>7}{'R':>7}{'p50 ms':>9}{'p99 ms':>9}{'CPU p99':>9}"
        yield f"  {'query':<8}{columns}  bar: {BUDGET_MS:.0f} ms"
        for name, queries in asked.items():
            yield _ours(archive, name, queries, truths)
        yield from _beside(archive, asked, truths)


def _query(name: str, number: int, count: int) -> str:
    """Draw a query; every other one is asked in the other script than its text is in."""
    dice = random.Random(f"query {name} {number}")  # noqa: S311 - for texts
    lengths = (2, 3) if name == "two" else (int(name),)
    drawn = " ".join(_drawn(dice, length, count) for length in lengths)
    return drawn if number % 2 else to_traditional(fold(drawn))


def _drawn(dice: random.Random, length: int, count: int) -> str:
    """Draw Han characters that stand together, or a passage of a line, wherever it is cut."""
    while True:
        text = row(dice.randrange(count)).text
        start = dice.randrange(len(text))
        drawn = text[start : start + length]
        if len(drawn) == length and (_HAN.fullmatch(drawn) or (length > 8 and "\n" not in drawn)):
            return drawn


def _scan(folded: Sequence[str], query: str) -> Found:
    """Give the reports that hold every term."""
    wanted = terms(query)
    return {number for number, text in enumerate(folded, start=1) if all(term in text for term in wanted)}


def _ours(archive: Archive, name: str, queries: Sequence[str], truths: dict[str, Found]) -> str:
    conn = archive.conn
    walls, works, scores = [], [], []
    for query in queries:
        wall, work = time.perf_counter(), time.process_time()
        page = find(conn, Query(text=query))
        walls.append(1000 * (time.perf_counter() - wall))
        works.append(1000 * (time.process_time() - work))
        scores.append(_score(select(conn, words_of(query), []).every(), truths[query]))
        assert page.total == len(select(conn, words_of(query), []).every()), query
    matches = median(len(truths[query]) for query in queries)
    judged = "  ok" if _p99(walls) <= BUDGET_MS else "  ✗ past its budget"
    return (f"  {name:<8}{matches:>9.0f}{_mean(scores, 0):>7.3f}{_mean(scores, 1):>7.3f}{median(walls):>9.1f}"
            f"{_p99(walls):>9.1f}{_p99(works):>9.1f}{judged}")


def _score(found: Found, truth: Found) -> tuple[float, float]:
    """Give precision and recall; nothing found of nothing is all of it."""
    both = len(found & truth)
    return both / len(found) if found else float(not truth), both / len(truth) if truth else 1.0


def _mean(scores: Sequence[tuple[float, float]], which: int) -> float:
    return sum(score[which] for score in scores) / len(scores)


def _p99(times: Sequence[float]) -> float:
    return sorted(times)[min(len(times) - 1, int(len(times) * 0.99))]


def _beside(archive: Archive, asked: dict[str, list[str]], truths: dict[str, Found]) -> Iterator[str]:
    """Put the texts into the peers' indexes and give a line for each class and peer."""
    peers = sqlite3.connect("")  # a file that nobody sees
    peers.execute("PRAGMA cache_size = -32768")
    for name, tokenizer in _PEERS.items():
        peers.execute(f"CREATE VIRTUAL TABLE {name} USING fts5(title, text, content='', tokenize='{tokenizer}')")
        rows = archive.conn.execute("SELECT reports.id, title, text FROM reports JOIN texts ON texts.id = text_id")
        peers.executemany(f"INSERT INTO {name} (rowid, title, text) VALUES (?, ?, ?)", rows)  # noqa: S608 - our names
    peers.commit()
    yield f"  {'':<8}" + "".join(f"{who + ': P':>14}{'R':>7}{'p50 ms':>9}{'p99':>8}" for who in ("LIKE", *_PEERS))
    for name, queries in asked.items():
        columns = [_asked(queries[:_LIKES], truths, lambda query: _like(archive.conn, query))]
        columns += [_asked(queries, truths, lambda query, peer=peer: _matched(peers, peer, query)) for peer in _PEERS]
        yield f"  {name:<8}" + "".join(columns)
    (count,) = archive.conn.execute("SELECT count(*) FROM reports").fetchone()
    ours, text = _bytes(archive.conn, ("reports_fts", "reports_characters")), _text_bytes(archive.conn)
    sizes = {"ours": ours, "LIKE": 0, **{name: _bytes(peers, (name,)) for name in _PEERS}}
    told = ", ".join(f"{who} {size / count:,.0f} ({size / text:.2f})" for who, size in sizes.items())
    yield f"  index bytes a report (to a byte of text): {told}"


def _asked(queries: Sequence[str], truths: dict[str, Found], ask: Callable[[str], Found]) -> str:
    times, scores = [], []
    for query in queries:
        began = time.perf_counter()
        found = ask(query)
        times.append(1000 * (time.perf_counter() - began))
        scores.append(_score(found, truths[query]))
    return f"{_mean(scores, 0):>14.3f}{_mean(scores, 1):>7.3f}{median(times):>9.1f}{_p99(times):>8.1f}"


def _like(conn: sqlite3.Connection, query: str) -> Found:
    tests = " AND ".join("(title LIKE ? OR text LIKE ?)" for _ in query.split())
    values = [f"%{term}%" for term in query.split() for _ in range(2)]
    sql = f"SELECT reports.id FROM reports JOIN texts ON texts.id = text_id WHERE {tests}"  # noqa: S608 - our own words
    return {number for (number,) in conn.execute(sql, values)}


def _matched(conn: sqlite3.Connection, peer: str, query: str) -> Found:
    expression = " ".join(f'"{term}"' for term in query.split())
    rows = conn.execute(f"SELECT rowid FROM {peer} WHERE {peer} MATCH ?", (expression,))  # noqa: S608 - our own names
    return {number for (number,) in rows}


def _text_bytes(conn: sqlite3.Connection) -> int:
    return int(conn.execute("SELECT sum(length(CAST(text AS BLOB))) FROM texts").fetchone()[0])


def _bytes(conn: sqlite3.Connection, tables: Sequence[str]) -> int:
    sums = (conn.execute(f"SELECT sum(length(block)) FROM {table}_data").fetchone() for table in tables)  # noqa: S608
    return sum(int(size) for (size,) in sums)
