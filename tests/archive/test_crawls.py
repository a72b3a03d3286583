"""Runs: begun, taken up after a kill, told dead from living, and what they are said to have brought."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from archive import crawls
from archive.database import Archive, open_archive
from archive.frontier import add, claim
from archive.record import record_capture
from tests.archive.samples import NOON, answer, later, place, run, seed


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with open_archive(tmp_path, create=True) as opened:
        yield opened


def column(archive: Archive, name: str, crawl_id: int = 1) -> object:
    return archive.conn.execute(f"SELECT {name} FROM crawls WHERE id = ?", (crawl_id,)).fetchone()[0]  # noqa: S608


@pytest.fixture
def gone() -> int:
    """Number of a process that has just ended."""
    process = subprocess.Popen([sys.executable, "-c", ""])
    process.wait()
    return process.pid


@pytest.fixture
def other() -> Iterator[int]:
    """Number of another process that lives."""
    process = subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE)
    yield process.pid
    process.kill()
    process.wait()


def test_a_run_is_written_down_when_it_begins(archive: Archive) -> None:
    settings = {"delay_s": 1.5, "名": Path("x")}
    crawl = crawls.begin(archive, label="论坛", spider="forum", software="gongwen/9", settings=settings, now=NOON)
    assert (crawl.id, crawl.label, crawl.started_at, crawl.resumed) == (1, "论坛", NOON, False)
    assert column(archive, "pid") == os.getpid() and column(archive, "software") == "gongwen/9"
    assert column(archive, "settings") == '{"delay_s": 1.5, "名": "x"}'


def test_a_run_whose_process_is_gone_is_taken_up_with_its_start(archive: Archive, gone: int) -> None:
    run(archive)
    archive.conn.execute("UPDATE crawls SET pid = ?", (gone,))
    resumed = run(archive, minutes=1)
    assert (resumed.id, resumed.started_at, resumed.resumed) == (1, NOON, True)
    assert column(archive, "pid") == os.getpid() and column(archive, "heartbeat_at") == "2026-03-01T12:01:00.000000Z"


@pytest.mark.parametrize("minutes, resumed", [(4.9, False), (5.1, True)])
def test_a_silent_run_is_dead_after_five_minutes_whoever_has_its_number(
    archive: Archive, other: int, minutes: float, resumed: bool
) -> None:
    run(archive)
    archive.conn.execute("UPDATE crawls SET pid = ?", (other,))
    assert run(archive, minutes=minutes).resumed is resumed


def test_a_heartbeat_keeps_a_run_alive_and_counts_requests(archive: Archive, other: int) -> None:
    crawl = run(archive)
    archive.conn.execute("UPDATE crawls SET pid = ?", (other,))
    crawls.heartbeat(archive, crawl.id, now=later(4), requests=7)
    crawls.heartbeat(archive, crawl.id, now=later(8), requests=5)
    assert column(archive, "requests") == 12
    assert not run(archive, minutes=12).resumed


def test_our_own_run_is_alive_but_an_earlier_process_of_our_number_is_not(archive: Archive) -> None:
    first = run(archive)
    assert not run(archive, minutes=99).resumed, "this process is still at it"
    # As in a container, where each start of the program is process 1.
    crawls._begun_here.clear()
    assert first.id in crawls.dead_runs(archive, now=NOON)
    assert run(archive, minutes=1).resumed


@pytest.mark.parametrize("label, spider", [("other", "forum"), ("bbs.example", "urls")])
def test_another_label_or_spider_begins_its_own_run(archive: Archive, gone: int, label: str, spider: str) -> None:
    run(archive)
    archive.conn.execute("UPDATE crawls SET pid = ?", (gone,))
    crawl = crawls.begin(archive, label=label, spider=spider, software="g", settings={}, now=later(1))
    assert not crawl.resumed and crawl.id == 2


def test_a_finished_run_is_never_taken_up(archive: Archive, gone: int) -> None:
    crawl = run(archive)
    archive.conn.execute("UPDATE crawls SET pid = ?", (gone,))
    crawls.finish(archive, crawl.id, reason="interrupted", now=later(1))
    assert not run(archive, minutes=2).resumed
    assert crawls.dead_runs(archive, now=later(2)) == frozenset()


def test_what_a_run_brought_is_counted_from_rows(archive: Archive) -> None:
    other_run, crawl = run(archive, label="other"), run(archive)
    add(archive, [seed(n) for n in range(3)], crawl=crawl, now=NOON)
    for number, claimed in enumerate(claim(archive, crawl, hosts=None, limit=3, lease_s=60, now=NOON)):
        owner = other_run if number == 2 else crawl
        fetched = answer(b"x" * (number + 1))
        record_capture(archive, claim_id=claimed.frontier_id, fetched=fetched, place=place(), crawl_id=owner.id)
    archive.conn.execute(
        "INSERT INTO reports (public_id, added_at, crawl_id) VALUES ('r1', 'x', ?), ('r2', 'x', ?)",
        (crawl.id, other_run.id),
    )
    crawls.finish(archive, crawl.id, reason="finished", now=later(1), requests=4)
    found = [column(archive, name, crawl.id) for name in ("pages", "bytes", "reports_new", "copies_new", "requests")]
    assert found == [2, 3, 1, 0, 4]
    assert column(archive, "finish_reason", crawl.id) == "finished"
    assert column(archive, "finished_at", other_run.id) is None
