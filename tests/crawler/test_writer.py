"""The writer thread: what waits shares a commit, a fault costs only the work that has it, what is told is durable."""

import asyncio
import sqlite3
import threading
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from archive.capture import Fetched
from archive.crawls import begin
from archive.database import Archive, open_archive
from archive.errors import DiskFull
from archive.together import do_together
from archive.warc import read_page
from crawler.writer import Writer

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)


def note(name: str) -> Callable[[sqlite3.Connection], str]:
    """Make work that puts a row down; `bad` fails after it has done so."""

    def work(conn: sqlite3.Connection) -> str:
        conn.execute("INSERT INTO sites (host, first_seen_at) VALUES (?, ?)", (name, NOW.isoformat()))
        if name.startswith("bad"):
            raise ValueError(name)
        if name.startswith("full"):
            raise DiskFull(name)
        return name

    return work


@pytest.mark.parametrize(
    ("names", "told", "kept"),
    [
        (["a", "b"], ["a", "b"], ["a", "b"]),
        (["a", "bad", "b"], ["a", ValueError, "b"], ["a", "b"]),
        (["bad"], [ValueError], []),
        (["bad 1", "bad 2"], [ValueError, ValueError], []),
        (["a", "full", "b"], [DiskFull, DiskFull, DiskFull], []),
        ([], [], []),
    ],
)
def test_a_fault_costs_only_the_work_that_has_it(
    tmp_path: Path, names: list[str], told: list[object], kept: list[str]
) -> None:
    with open_archive(tmp_path, create=True) as archive:
        results = do_together(archive, [note(name) for name in names])
        assert [type(one) if isinstance(one, Exception) else one for one in results] == told
        assert [host for (host,) in archive.conn.execute("SELECT host FROM sites ORDER BY host")] == kept


def fetched(number: int) -> Fetched:
    url = f"http://a.test/{number}"
    return Fetched(url=url, final_url=url, status=200, body=f"<p>{number}".encode() * 50, fetched_at=NOW)


async def hand_in(writer: Writer, statements: list[str]) -> list[object]:
    """Hand in twenty captures and three other works while the thread is kept busy, then let it go."""
    crawl = await writer.run(begin, label="t", spider="urls", software="t", settings={}, now=NOW)
    go_on = threading.Event()

    def hold(archive: Archive) -> None:
        archive.conn.set_trace_callback(statements.append)
        go_on.wait(30)

    held = asyncio.ensure_future(writer.run(hold))
    captures = [asyncio.ensure_future(writer.capture(fetched(n), claim_id=None, crawl_id=crawl.id)) for n in range(20)]
    works = [asyncio.ensure_future(writer.share(note(name))) for name in ("a", "b")]
    await asyncio.sleep(0)  # all of them are begun now
    go_on.set()
    results = await asyncio.gather(*captures, *works)
    await held
    return list(results)


def test_what_waits_shares_a_commit_and_is_in_the_archive_when_told(tmp_path: Path) -> None:
    writer = Writer(tmp_path, software="t")
    writer.open()
    statements: list[str] = []
    *captures, a, b = asyncio.run(hand_in(writer, statements))
    with open_archive(tmp_path, read_only=True) as seen:  # before the writer is closed
        assert seen.conn.execute("SELECT count(*), count(DISTINCT warc_offset) FROM captures").fetchone() == (20, 20)
        for number, told in enumerate(captures):
            assert isinstance(told, tuple)
            assert read_page(tmp_path, told[1]).body == f"<p>{number}".encode() * 50
    assert (a, b) == ("a", "b")
    assert statements.count("COMMIT") == 1
    writer.close()
