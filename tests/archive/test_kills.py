"""Writers that are killed at any moment, and two at once: nothing acknowledged is lost, nothing is doubled.

The writer does to the archive what a crawl does: it claims, puts the bytes on disk, records, files, and adds the links
that it found. It says on a pipe what was committed; the test kills it after a drawn number of such words.
"""

import os
import random
import signal
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from archive.capture import Fetched, Place
from archive.crawls import Crawl, begin, finish
from archive.database import Archive, open_archive
from archive.frontier import Seed, add, claim, put_seeds, release_dead, settle_row
from archive.record import record_capture, unread
from archive.status import summary
from archive.warc import WarcWriter, read_page
from cleaners.outcome import State
from cleaners.reading import UrlKind

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork on this system")

PAGES = 260
KILLS = 24
Say = Callable[[str], None]


def page_of(number: int, host: str) -> Seed:
    return Seed(url=f"http://{host}/{number}", key=f"url:{host}/{number}", kind=UrlKind.DOCUMENT, host=host)


def body_of(url: str) -> bytes:
    return f"<html>{url}</html>".encode() * 20


def crawl_all(folder: Path, host: str, say: Say) -> None:
    """Crawl a site where page n links to 2n and 2n+1, until nothing waits."""
    with open_archive(folder) as archive:
        now = datetime.now(UTC)
        crawl = begin(archive, label=host, spider="forum", software="t", settings={}, now=now)
        release_dead(archive, crawl, hosts=[host], now=now)
        add(archive, [page_of(1, host)], crawl=crawl, now=now)
        writer = WarcWriter(folder, software="t")
        for waiting in unread(archive, now=now, crawl_id=crawl.id):
            file(archive, waiting.capture_id, crawl, say)
        while claims := claim(archive, crawl, hosts=[host], limit=4, lease_s=600, now=datetime.now(UTC)):
            for claimed in claims:
                fetched = Fetched(
                    url=claimed.url, final_url=claimed.url, status=200, body=body_of(claimed.url), fetched_at=now
                )
                place = writer.append(fetched)
                capture = record_capture(
                    archive, claim_id=claimed.frontier_id, fetched=fetched, place=place, crawl_id=crawl.id
                )
                say(f"captured {claimed.url}")
                file(archive, capture, crawl, say)
        finish(archive, crawl.id, reason="finished", now=datetime.now(UTC))


def file(archive: Archive, capture_id: int, crawl: Crawl, say: Say) -> None:
    """Stand in for tx2: the outcome and the links in one transaction."""
    with archive.transaction() as conn:
        frontier_id, url, host = conn.execute(
            "SELECT c.frontier_id, c.url, s.host FROM captures c JOIN sites s ON s.id = c.site_id WHERE c.id = ?",
            (capture_id,),
        ).fetchone()
        number = int(url.rpartition("/")[2])
        links = [page_of(n, host) for n in (2 * number, 2 * number + 1) if n <= PAGES]
        put_seeds(conn, links, crawl_id=crawl.id, now=datetime.now(UTC))
        settle_row(conn, frontier_id, state=State.ARCHIVED)
        conn.execute("UPDATE captures SET state = 'read' WHERE id = ?", (capture_id,))
    say(f"filed {url}")


def start(folder: Path, host: str) -> tuple[int, int]:
    """Fork a writer; give its process number and the pipe on which it says what was committed."""
    read, write = os.pipe()
    child = os.fork()
    if child:
        os.close(write)
        return child, read
    code = 1
    try:
        os.close(read)
        crawl_all(folder, host, lambda words: (os.write(write, f"{words}\n".encode()), None)[1])
        code = 0
    finally:
        os._exit(code)


def check(archive: Archive, said: set[str]) -> None:
    """Everything that was said is there, once; every capture can be read."""
    captured = archive.conn.execute("SELECT url, count(*) FROM captures GROUP BY url").fetchall()
    assert all(times == 1 for _, times in captured), "a page was archived twice"
    filed = archive.conn.execute("SELECT url FROM frontier WHERE state = 'archived'").fetchall()
    there = {f"captured {url}" for url, _ in captured} | {f"filed {url}" for (url,) in filed}
    assert said <= there, "what was acknowledged is gone"
    assert archive.conn.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert archive.conn.execute("PRAGMA foreign_key_check").fetchall() == []
    assert summary(archive).adds_up


def test_a_writer_killed_again_and_again_loses_and_doubles_nothing(tmp_path: Path) -> None:
    open_archive(tmp_path, create=True).close()
    draw, said, host = random.Random(20260301), set[str](), "bbs.example"  # noqa: S311 - drawn kills, no secret
    for _ in range(KILLS):
        child, pipe = start(tmp_path, host)
        with os.fdopen(pipe) as words:
            for _, line in zip(range(draw.randrange(0, 14)), words, strict=False):
                said.add(line.strip())
            os.kill(child, signal.SIGKILL)
            said |= {line.strip() for line in words if line.endswith("\n")}  # said before the kill came
        os.waitpid(child, 0)
        with open_archive(tmp_path) as archive:
            check(archive, said)
    assert len(said) < 2 * PAGES, "the kills came before the end"
    child, pipe = start(tmp_path, host)
    with os.fdopen(pipe) as words:
        said |= {line.strip() for line in words}
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    with open_archive(tmp_path) as archive:
        check(archive, said)
        urls = {url for (url,) in archive.conn.execute("SELECT url FROM frontier WHERE state = 'archived'")}
        assert urls == {f"http://{host}/{number}" for number in range(1, PAGES + 1)}
        assert archive.conn.execute("SELECT count(*), max(pages) FROM crawls").fetchone() == (1, PAGES)
        for waiting in archive.conn.execute("SELECT url, warc_file, warc_offset, warc_length, sha256 FROM captures"):
            url, file_name, offset, length, sha256 = waiting
            place = Place(file=file_name, offset=offset, length=length, sha256=sha256)
            assert read_page(tmp_path, place).body == body_of(url)


def test_two_crawls_at_once_disturb_each_other_in_nothing(tmp_path: Path) -> None:
    open_archive(tmp_path, create=True).close()
    hosts = ("one.example", "two.example")
    writers = [start(tmp_path, host) for host in hosts]
    said: set[str] = set()
    for child, pipe in writers:
        with os.fdopen(pipe) as words:
            said |= {line.strip() for line in words}
        assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    with open_archive(tmp_path) as archive:
        check(archive, said)
        assert len(said) == 4 * PAGES
        assert archive.conn.execute("SELECT pages FROM crawls").fetchall() == [(PAGES,), (PAGES,)]
