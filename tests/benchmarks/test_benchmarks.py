"""The benchmark runs and prints its tables; what its figures are is nobody's business here."""

import subprocess
import sys

import pytest

from crawler.demo import world
from tests.benchmarks.pages import DEMO_REPORTS, ROOT

pytestmark = [pytest.mark.journey, pytest.mark.slow]


def test_quick_prints_every_table() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.benchmarks", "--quick"], cwd=ROOT, capture_output=True, text=True,
        encoding="utf-8", timeout=300, check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    for word in ("Reading a page", "discuz (demo)", "generic (demo)", "bare Scrapy, bodies only",
                 "bare Scrapy + trafilatura.extract", "Gongwen: capture, read, file, index", "Bytes a report",
                 "Main text", "Gongwen, before its rules", "at a page a second each",
                 "Damaged reports cleaned back", "captures again after a change of rules", "cores busy",
                 "Duplicates: ", "Duplicates as an archive grows", "The index of sketches alone",
                 "Searching 500 reports"):
        assert word in done.stdout


def test_the_demo_has_enough_pages_where_nothing_was_captured() -> None:
    truths = world(reports=DEMO_REPORTS).board.threads.all()
    assert sum(thread.pages for thread in truths) >= 2_000
