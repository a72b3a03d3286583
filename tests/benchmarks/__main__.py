"""Prints our figures beside the peers': `make bench`, or `python -m tests.benchmarks [--quick]`.

Medians of several runs in one go; a budget is a ratio to the named peer in this very run (DESIGN section 6), never a
number of seconds. Nothing here judges: a figure past its budget is printed with a cross, and the exit code stays 0.
"""

import argparse
import os
import platform
import sys
import tempfile
from pathlib import Path

from tests.benchmarks.ours import Weight, archive_lap, demo_weight, weight
from tests.benchmarks.pages import Pages, served
from tests.benchmarks.racing import Lap, Pace, lap, pace
from tests.benchmarks.reading import Measured, measure

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
    options = parser.parse_args()
    pages, rounds, sample = (60, 1, 6) if options.quick else (options.pages, options.rounds, 60)
    print(f"Python {platform.python_version()}, {os.cpu_count()} cores, {platform.machine()}; {rounds} rounds, medians")
    reading(measure(sample=sample, rounds=rounds))
    with tempfile.TemporaryDirectory() as folder, served(pages) as found:
        crawling(found, rounds=rounds, folder=Path(folder))
        weights(demo_weight(12 if options.quick else 600, Path(folder)), "demo board, every report different")
    return 0


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
