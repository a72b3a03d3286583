"""What goes wrong around a run is one clear line on stderr and the right exit code; nothing that was kept is lost."""

import os
import signal
import sqlite3
import subprocess
import sys
import threading
from contextlib import closing
from pathlib import Path

import pytest

from archive.database import open_archive
from archive.locks import hold
from crawler.demo import serve
from crawler.demo.layout import GBK, PORTAL
from tests.journeys import comparing
from tests.journeys.runs import BOUND_S, ROOT, Kept, Run, command, gongwen, resolving, surroundings

pytestmark = pytest.mark.journey
CRAMPED = """
import sqlite3, sys
connect, limit = sqlite3.connect, sys.argv[1]
def cramped(*args, **options):
    conn = connect(*args, **options)
    conn.execute("PRAGMA max_page_count = " + limit)
    return conn
sqlite3.connect = cramped
sys.argv = ["gongwen", *sys.argv[2:]]
import gongwen
gongwen.main()
"""
"""Runs the command line with a real SQLite that may use so many pages (of 4 KiB) only: a full disk."""


def one_line(run: Run) -> str:
    """Give the one line that tells the error; fail where a traceback or a second complaint stands beside it."""
    lines = [line for line in run.err.splitlines() if line.startswith("gongwen: ")]
    assert "Traceback" not in run.err
    assert len(lines) == 1, run.err
    return lines[0]


def test_a_missing_list(tmp_path: Path) -> None:
    run = gongwen(tmp_path / "data", "archive", "-i", str(tmp_path / "nowhere.txt"))
    assert run.code == 2
    assert "nowhere.txt" in one_line(run)
    assert not (tmp_path / "data").exists()


def test_an_empty_list(tmp_path: Path) -> None:
    (tmp_path / "none.txt").write_text("# nothing yet\n\n", encoding="utf-8")
    run = gongwen(tmp_path / "data", "archive", "-i", str(tmp_path / "none.txt"))
    assert run.code == 2
    assert "none.txt" in one_line(run)


def test_a_broken_site_file(tmp_path: Path) -> None:
    (tmp_path / "data" / "sites").mkdir(parents=True)
    (tmp_path / "data" / "sites" / "mine.toml").write_text('[site]\nname = "x"\nhost = ["a.test"]\n', encoding="utf-8")
    run = gongwen(tmp_path / "data", "crawl", "mine")
    assert run.code == 2
    line = one_line(run)
    assert "mine.toml" in line
    assert "host" in line
    assert "hosts" in line  # the accepted key


def test_a_site_that_nobody_knows(tmp_path: Path) -> None:
    run = gongwen(tmp_path / "data", "crawl", "demo-bord")
    assert run.code == 2
    assert "demo-board" in one_line(run)


def test_a_host_that_does_not_answer_fails_its_url_and_says_so(tmp_path: Path) -> None:
    rule = "silent.gongwen.test:80:127.0.0.1:9"  # the discard port: nobody listens on loopback
    words = ("archive", "http://silent.gongwen.test/a.html", "--workers", "1", "--resolve", rule)
    run = gongwen(tmp_path / "data", *words)
    assert run.code == 3
    (state,) = Kept(tmp_path / "data").states().values()
    assert state[0] in ("pending", "failed")


def test_a_private_address_is_refused(tmp_path: Path) -> None:
    run = gongwen(
        tmp_path / "data", "archive", "http://127.0.0.1/a.html", "--workers", "1", "--contact", "test@gongwen.test"
    )
    assert run.code == 3
    assert Kept(tmp_path / "data").states() == {"http://127.0.0.1/a.html": ("skipped", "guard")}


def test_a_full_disk_stops_the_crawl_and_the_next_one_goes_on(tmp_path: Path) -> None:
    data = tmp_path / "data"
    with serve(reports=48) as demo:
        words = ["--data", str(data), "crawl", GBK, *resolving(demo.resolve_rules)]
        done = subprocess.run(
            [sys.executable, "-c", CRAMPED, "110", *words], cwd=ROOT, env=surroundings(), capture_output=True,
            text=True, encoding="utf-8", timeout=BOUND_S, check=False,
        )
        stopped = Run(code=done.returncode, out=done.stdout, err=done.stderr, seconds=0)
        assert stopped.code == 1, stopped.err
        assert "full" in one_line(stopped)
        assert Kept(data).is_sound()
        later = gongwen(data, "crawl", GBK, *resolving(demo.resolve_rules))
        assert later.code in (0, 3), later.err
        truths = [truth for truth in demo.truths() if truth.site == GBK]
    kept = Kept(data)
    assert comparing.text_differences(truths, kept) == []
    assert comparing.state_differences(truths, kept) == []
    assert kept.is_sound()


def test_an_occupied_lock_and_an_archive_of_a_newer_version(tmp_path: Path) -> None:
    """Either is left alone, and nothing is asked for; once the lock is free, the same command crawls."""
    data = tmp_path / "data"
    open_archive(data, create=True).close()
    with serve(reports=12) as demo:
        words = ["crawl", PORTAL, "--workers", "1", *resolving(demo.resolve_rules)]
        with hold(data, f"site-{PORTAL}", purpose="a test"):
            busy = gongwen(data, *words)
        assert (busy.code, demo.requests) == (75, [])
        assert PORTAL in one_line(busy)
        assert gongwen(data, *words).code in (0, 3)
        with closing(sqlite3.connect(data / "archive.db")) as conn, conn:
            conn.execute("UPDATE archive_info SET value = '99' WHERE name = 'schema_version'")
        before, asked = Kept(data).counts(), len(demo.requests)
        assert asked
        newer = gongwen(data, *words)
        assert newer.code == 1
        assert "newer" in one_line(newer)
        assert len(demo.requests) == asked
    assert Kept(data).counts() == before


@pytest.mark.skipif(os.name != "posix", reason="SIGTERM ends a process at once there")
def test_a_signal_before_anything_has_begun_is_an_interruption(tmp_path: Path) -> None:
    data = tmp_path / "data"
    open_archive(data, create=True).close()
    words = ["crawl", PORTAL, "--resolve", "portal.gongwen.test:80:127.0.0.1:9"]
    with closing(sqlite3.connect(data / "archive.db", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")  # the run cannot be put down until this ends
        process = subprocess.Popen(
            command(data, *words), cwd=ROOT, env=surroundings(), stdout=subprocess.PIPE, stderr=subprocess.PIPE,
            text=True, encoding="utf-8",
        )
        while process.poll() is None and not list((data / "locks").glob("*.lock")):
            threading.Event().wait(0.02)
        process.send_signal(signal.SIGTERM)
        threading.Event().wait(0.5)
        other.execute("ROLLBACK")
        _, told = process.communicate(timeout=BOUND_S)
    assert process.returncode == 130, told
    assert "unexpected" not in told


@pytest.mark.parametrize("words", [["status"], ["search", "总结"], ["show", "x"], ["copies", "x"]])
def test_commands_that_ask_make_no_archive(tmp_path: Path, words: list[str]) -> None:
    run = gongwen(tmp_path / "data", *words)
    assert run.code == 1
    assert "archive" in one_line(run)
    assert not (tmp_path / "data").exists()
