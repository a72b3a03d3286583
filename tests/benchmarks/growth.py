"""What finding duplicates takes as an archive grows: texts filed one by one, and sketches alone up to a million.

Printed and drawn as bars: CPU ms a text over the last fifth before each mark, bytes a text. Nothing here judges.
"""

import time
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import numpy as np

from archive import postings
from archive.database import open_archive
from archive.likeness.grams import distinct
from archive.likeness.sketch import BITS, INDEXED_SHARE, Sketch
from archive.merging import merge_when_due
from tests.benchmarks.reports import report
from tests.benchmarks.shelf import TOGETHER, Shelf, memory_mb

MARKS: Final = (1_000, 3_000, 10_000, 30_000, 100_000, 300_000, 1_000_000)
BUDGET_MS, BUDGET_MEMORY_MB = 3.0, 600.0
_BAR: Final = 40
_RUNS: Final = 2_880
"""Runs of eight of a page: 90 hashes are indexed of it."""
_QUERIES: Final = 300


def filed(texts: int, folder: Path) -> Iterator[str]:
    """File so many texts of our own and give a line at each mark."""
    yield f"\nDuplicates as an archive grows: {texts} short reports of our own, two in five copies; no pages, no WARC"
    yield f"  {'texts':>9}{'reports':>9}{'CPU ms':>9}{'all ms':>9}{'index B':>9}{'db B':>9}{'MB':>7}  CPU ms a text"
    with open_archive(folder / "growth-data", create=True) as archive:
        shelf = Shelf(archive)
        for mark in [mark for mark in MARKS if mark <= texts]:
            shelf.put((str(number), report(number)) for number in range(shelf.texts, mark * 4 // 5))
            before = (shelf.texts, shelf.duplicates_s, shelf.all_s)
            shelf.put((str(number), report(number)) for number in range(shelf.texts, mark))
            count = shelf.texts - before[0]
            ms, whole = (1000 * (shelf.duplicates_s - before[1]) / count, 1000 * (shelf.all_s - before[2]) / count)
            (reports,) = archive.conn.execute("SELECT count(*) FROM reports WHERE merged_into_id IS NULL").fetchone()
            yield (f"  {mark:>9}{reports:>9}{ms:>9.2f}{whole:>9.2f}{shelf.index_bytes() / mark:>9,.0f}"
                   f"{shelf.database_bytes() / mark:>9,.0f}{memory_mb():>7.0f}  {_bar(ms)}")
    yield f"  bar: {BUDGET_MS:.0f} ms a text, {BUDGET_MEMORY_MB:.0f} MB{_judged(ms, memory_mb())}"


def sketched(texts: int, folder: Path) -> Iterator[str]:
    """Index so many random sketches, one in three sharing most of an earlier one, and give a line at each mark."""
    yield f"\nThe index of sketches alone: {texts} random ones of 90 hashes, one in three like an earlier one"
    yield f"  {'texts':>9}{'index ms':>10}{'query ms':>10}{'bytes':>8}{'written':>9}{'MB':>7}  query ms"
    dice = np.random.default_rng(7)
    with open_archive(folder / "sketch-data", create=True) as archive:
        archive.conn.execute("PRAGMA foreign_keys = OFF")  # sketches without texts
        known: list[Sketch] = []
        done, began, wrote = 0, time.process_time(), _written()
        for mark in [mark for mark in MARKS if mark <= texts]:
            while done < mark:
                merge_when_due(archive)
                with archive.transaction() as conn:
                    for number in range(done, min(mark, done + TOGETHER)):
                        one = _sketch(dice, known)
                        if number % 50 == 0:
                            known.append(one)
                        postings.index(conn, number + 1, one)
                done = min(mark, done + TOGETHER)
                postings.candidates(archive.conn, one)  # as filing does: what waits in memory is kept up to date
            index_ms = 1000 * (time.process_time() - began) / mark
            asked = [_sketch(dice, known) for _ in range(_QUERIES)]
            start = time.process_time()
            for sketch in asked:
                postings.candidates(archive.conn, sketch)
            query_ms = 1000 * (time.process_time() - start) / _QUERIES
            began += time.process_time() - start
            (pages,) = archive.conn.execute("PRAGMA page_count").fetchone()
            (size,) = archive.conn.execute("PRAGMA page_size").fetchone()
            yield (f"  {mark:>9}{index_ms:>10.3f}{query_ms:>10.3f}{pages * size / mark:>8,.0f}"
                   f"{(_written() - wrote) / mark:>9,.0f}{memory_mb():>7.0f}  {_bar(query_ms)}")


def _sketch(dice: np.random.Generator, known: list[Sketch]) -> Sketch:
    """Make a sketch of random hashes; one in three has most of those of an earlier one."""
    limit = (1 << BITS) // INDEXED_SHARE
    hashes = dice.integers(0, limit, _RUNS // INDEXED_SHARE, dtype=np.uint64)
    if known and dice.random() < 1 / 3:
        other = known[int(dice.integers(len(known)))].hashes
        hashes = np.concatenate((other[: len(other) * 3 // 4], hashes[: len(hashes) // 4]))
    return Sketch(runs=_RUNS, hashes=distinct(hashes))


def _written() -> int:
    """Give the bytes that this process wrote so far; 0 where the system does not say."""
    try:
        lines = Path("/proc/self/io").read_text(encoding="ascii").splitlines()
    except OSError:
        return 0
    return int(next(line.split()[1] for line in lines if line.startswith("wchar")))


def _bar(ms: float) -> str:
    return "▇" * max(1, min(_BAR, round(ms * _BAR / 2 / BUDGET_MS)))


def _judged(ms: float, memory: float) -> str:
    return "  ok" if ms <= BUDGET_MS and memory <= BUDGET_MEMORY_MB else "  ✗ past its budget"
