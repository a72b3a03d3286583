"""Five hundred views while a writer files reports: every one is answered, none shows a count of before it was asked."""

import json
import random
import re
import threading
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import quote

import pytest

from archive.crawls import begin
from archive.database import open_archive
from tests.archive.desk import START, Desk, entry, reading
from tests.browser.serving import Page, data_of, fetch, served
from tests.browser.shelves import opinion_shelf

pytestmark = pytest.mark.slow
VIEWS = 500
READERS = 3
_TILE = re.compile(r"报告 <span[^>]*>reports</span></dt><dd>([0-9,]+)")
_SUM = re.compile(r'class="sum"[^>]*><strong>([0-9,]+)')


class Writer(threading.Thread):
    """Files one report after the other until it is told to stop; `filed` counts those that are committed."""

    def __init__(self, folder: Path, reports: int) -> None:
        super().__init__()
        self.folder, self.filed, self.fault = folder, reports, ""
        self.begun = threading.Event()
        self.ending = threading.Event()

    def run(self) -> None:
        with open_archive(self.folder) as archive:
            crawl = begin(archive, label="writer", spider="forum", software="gongwen/0", settings={}, now=START)
            desk = Desk(archive=archive, crawl_id=crawl.id, captures=50_000)
            drawn = random.Random(7)  # noqa: S311 - texts with nothing in common: each is a report
            while not self.ending.is_set():
                number = self.filed
                words = "".join(chr(drawn.randrange(0x4E00, 0x9000)) for _ in range(120))
                url = f"http://w.test/{number}"
                desk.file(reading(entry(f"舆情快报。{words}", title=f"快报{number}"), key=f"w:{number}", url=url))
                self.filed = number + 1
                self.begun.set()


def counted(page: Page, shape: re.Pattern[str]) -> int:
    found = shape.search(page.body.decode("utf-8"))
    assert found is not None
    return int(found[1].replace(",", ""))


def all_of_table(page: Page) -> int:
    return int(json.loads(page.body)["filtered_table_rows_count"])


COUNTS: list[tuple[str, Callable[[Page], int] | None]] = [  # a page, and what it says of how many reports there are
    ("/", lambda page: counted(page, _TILE)),
    (f"/search?q={quote('快报')}", lambda page: counted(page, _SUM)),
    ("/archive/reports.json?_size=1", all_of_table),
    ("/archive/reports", None),
    ("/archive/reports/1", None),
    (f"/archive/reports?_search={quote('舆情')}", None),
    ("/archive/copies.csv?_size=10", None),
    ("", None),  # the page of a report
]


def test_every_view_is_answered_and_no_count_is_stale(tmp_path: Path) -> None:
    opinion_shelf(tmp_path)
    with open_archive(tmp_path, read_only=True) as archive:
        before = archive.conn.execute("SELECT count(*) FROM reports").fetchone()[0]
        (public_id,) = archive.conn.execute("SELECT public_id FROM reports ORDER BY id LIMIT 1").fetchone()
    writer = Writer(tmp_path, before)

    def view(number: int) -> str:
        path, count = COUNTS[number % len(COUNTS)]
        least = writer.filed
        page = fetch(origin, path or f"/report/{public_id}")
        if page.status != 200:
            return f"{path}: status {page.status}"
        shown = count(page) if count else None
        old = before if path.startswith("/search") else 0  # these have no 快报 in them
        is_stale = shown is not None and not least <= shown + old <= writer.filed + 1
        return f"{path}: {shown} of {least} to {writer.filed}" if is_stale else "fresh"

    with served(*data_of(tmp_path / "archive.db")) as origin:
        writer.start()
        assert writer.begun.wait(20)
        with ThreadPoolExecutor(READERS) as readers:
            told = Counter(readers.map(view, range(VIEWS)))
        written = writer.filed - before
        writer.ending.set()
        writer.join(20)
    assert told == {"fresh": VIEWS}
    assert written >= 50  # else nothing was written meanwhile
