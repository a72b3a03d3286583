"""Prints our figures beside the peers': `make bench`, or `python -m tests.benchmarks [--quick] [--only PART]`.

Medians of several runs in one go; a budget is a ratio to the named peer in this very run (DESIGN section 6), never a
number of seconds. Nothing here judges: a figure past its budget is printed with a cross, and the exit code stays 0.
"""

import argparse
import os
import platform
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from tests.benchmarks import cleaned, duplicates, growth, recleaning, search
from tests.benchmarks.ours import Weight, archive_lap, demo_weight, weight
from tests.benchmarks.pages import Pages, served
from tests.benchmarks.polite import BUDGET_LAG_MS, BUDGET_MEMORY_MB, BUDGET_SHARE, race
from tests.benchmarks.quality import tables
from tests.benchmarks.racing import Lap, Pace, lap, pace
from tests.benchmarks.reading import Measured, measure

PARTS = ("reading", "quality", "cleaned", "crawling", "polite", "weight", "reclean", "duplicates", "searching")
FEW = 10
"""Pages of the run that is taken off as start-up."""
BUDGET_FLAT_OUT = 0.6
"""CPU a page of Gongwen, to that of bare Scrapy with `trafilatura.extract`."""


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks")
    parser.add_argument("--quick", action="store_true", help="a few pages and one round: shows that it runs")
    parser.add_argument("--pages", type=int, default=2_000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--only", choices=PARTS, action="append", help="print this part only (repeatable)")
    parser.add_argument("--texts", type=int, default=10_000, help="texts of the growth of duplicates, up to 100,000")
    parser.add_argument("--reports", type=int, default=100_000, help="reports of the library that is searched")
    parser.add_argument("--sketches", type=int, default=100_000, help="sketches of that growth, up to 1,000,000")
    options = parser.parse_args()
    wanted = options.only or PARTS
    pages, rounds, sample = (60, 1, 6) if options.quick else (options.pages, options.rounds, 60)
    print(f"Python {platform.python_version()}, {os.cpu_count()} cores, {platform.machine()}; {rounds} rounds, medians")
    if "reading" in wanted:
        reading(measure(sample=sample, rounds=rounds))
    if "quality" in wanted:
        for line in tables(most=4 if options.quick else None):
            print(line, flush=True)
    if "cleaned" in wanted:
        for line in cleaned.tables(is_quick=options.quick):
            print(line, flush=True)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        if "crawling" in wanted:
            with served(pages) as found:
                crawling(found, rounds=rounds, folder=folder)
        if "polite" in wanted:
            politely(folder, seconds=3 if options.quick else 25)
        if "weight" in wanted:
            weights(demo_weight(12 if options.quick else 600, folder), "demo board, every report different")
        if "reclean" in wanted:
            for line in recleaning.lines(300 if options.quick else 10_000, folder):
                print(line, flush=True)
        in_large(wanted, options, folder)
    return 0


def in_large(wanted: Sequence[str], options: argparse.Namespace, folder: Path) -> None:
    """Print the parts about many texts: their duplicates, and searching them."""
    if "duplicates" in wanted:
        found_alike(options, folder)
    if "searching" in wanted:
        reports, each = (500, 4) if options.quick else (options.reports, 40)
        for line in search.lines(reports, folder, each=each):
            print(line, flush=True)


def found_alike(options: argparse.Namespace, folder: Path) -> None:
    """Print the tables of duplicates: quality beside the peers, and growth."""
    pages, texts, sketches = (200, 1_000, 1_000) if options.quick else (3_000, options.texts, options.sketches)
    for lines in (duplicates.tables(pages), growth.filed(texts, folder), growth.sketched(sketches, folder)):
        for line in lines:
            print(line, flush=True)


def reading(rows: list[Measured]) -> None:
    """Print the table of reading."""
    print("\nReading a page, CPU ms: cleaners.read beside trafilatura.extract on the same bytes")
    print(f"  {'family':<22}{'pages':>6}{'read':>9}{'extract':>9}{'ratio':>8}{'budget':>8}")
    for row in rows:
        ratio = row.read_ms / row.extract_ms
        print(f"  {row.family:<22}{row.pages:>6}{row.read_ms:>9.2f}{row.extract_ms:>9.2f}{_judged(ratio, row.budget)}")


def crawling(pages: Pages, *, rounds: int, folder: Path) -> None:
    """Race the contestants and print the table of crawling."""
    count = len(pages.urls)
    print(f"\nCrawling {count} pages flat out: {pages.what}; start-up taken off")
    print(f"  {'who':<42}{'pages/s':>9}{'CPU ms':>9}{'ratio':>8}{'budget':>8}")
    bare = pace(lambda n: _peer(pages, n, folder), pages=count, few=FEW, rounds=rounds)
    _row("bare Scrapy, bodies only", bare)
    full = pace(lambda n: _peer(pages, n, folder, "--extract"), pages=count, few=FEW, rounds=rounds)
    _row("bare Scrapy + trafilatura.extract", full)
    ours = pace(lambda n: archive_lap(pages, n, folder), pages=count, few=FEW, rounds=rounds)
    _row("Gongwen: capture, read, file, index", ours, ours.cpu_ms / full.cpu_ms)
    print(f"  CPU a page of Gongwen: {ours.cpu_ms / bare.cpu_ms:.1f} x bare Scrapy without any reading")
    weights(weight(folder / "data"), "the same pages, each under several hosts")


def politely(folder: Path, *, seconds: int) -> None:
    """Race over polite hosts and print the table."""
    what, bare, full = race(folder, seconds=seconds)
    print(f"\nCrawling {what} at a page a second each, one after the other: {bare.pages} pages")
    print(f"  {'who':<42}{'pages/s':>9}{'lag p99 ms':>12}{'MB':>7}{'CPU s':>8}")
    for who, seen in (("bare Scrapy at the same politeness", bare), ("Gongwen with everything on", full)):
        print(f"  {who:<42}{seen.pages_a_second:>9.1f}{seen.lag_p99_ms:>12.1f}{seen.memory_mb:>7.0f}{seen.cpu_s:>8.1f}")
    share = full.pages_a_second / bare.pages_a_second
    is_good = share >= BUDGET_SHARE and full.lag_p99_ms <= BUDGET_LAG_MS and full.memory_mb <= BUDGET_MEMORY_MB
    asked = f"bar: {BUDGET_SHARE} x, lag {BUDGET_LAG_MS:.0f} ms, {BUDGET_MEMORY_MB:.0f} MB"
    print(f"  Gongwen has {share:.2f} x its pages a second ({asked}){'  ok' if is_good else '  ✗ past its budget'}")


def weights(found: Weight, what: str) -> None:
    """Print what an archive weighs."""
    print(f"\nBytes a report and a copy ({what})")
    for name, count in (("report", found.reports), ("copy", found.copies)):
        each = max(1, count)
        print(f"  {count:>6} {name + ':':<8} text {found.texts_bytes / each:>9,.0f}, archive.db "
              f"{found.database_bytes / each:>9,.0f}, WARC {found.warc_bytes / each:>9,.0f}")


def _peer(pages: Pages, count: int, folder: Path, *options: str) -> Lap:
    """Run the peer over the first `count` pages."""
    listed = folder / "peer-urls.txt"
    listed.write_text("\n".join(pages.urls[:count]), encoding="utf-8")
    return lap(["-m", "tests.benchmarks.peer", str(listed), pages.proxy, *options], log=folder / "peer.log")


def _row(who: str, found: Pace, ratio: float | None = None) -> None:
    """Print one contestant."""
    judged = "" if ratio is None else _judged(ratio, BUDGET_FLAT_OUT)
    print(f"  {who:<42}{found.pages_a_second:>9.1f}{found.cpu_ms:>9.2f}{judged}", flush=True)


def _judged(ratio: float, budget: float) -> str:
    """Give a ratio beside its budget, with a mark."""
    return f"{ratio:>8.2f}{budget:>8.2f}{'  ok' if ratio <= budget else '  ✗ past its budget'}"


if __name__ == "__main__":
    sys.exit(main())
