"""tx1: a capture and its URL's state together; what waits for its reading; what is set aside."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from archive import crawls
from archive.capture import Fetched
from archive.crawls import Crawl
from archive.database import Archive, open_archive
from archive.errors import UnknownId
from archive.frontier import add, claim, retry_later
from archive.record import put_capture, quarantine, record_capture, unread
from cleaners.outcome import Reason
from cleaners.page import Media
from cleaners.reading import UrlKind
from tests.archive.samples import NOON, answer, later, place, run, seed

STATE = "state, reason, attempts, due_at, lease_until_at, http_status, etag, last_modified, fetched_stamp, fetched_at"


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with open_archive(tmp_path, create=True) as opened:
        yield opened


def record(archive: Archive, crawl: Crawl, fetched: Fetched, *, stamp: str | None = None, number: int = 1) -> int:
    add(archive, [seed(number, stamp=stamp)], crawl=crawl, now=NOON)
    (claimed,) = claim(archive, crawl, hosts=None, limit=1, lease_s=60, now=later(9))
    id_ = claimed.frontier_id
    return record_capture(archive, claim_id=id_, fetched=fetched, place=place(number), crawl_id=crawl.id)


def test_a_capture_and_its_url_change_together(archive: Archive) -> None:
    crawl = run(archive)
    add(archive, [seed(1, stamp="3 replies")], crawl=crawl, now=NOON)
    (claimed,) = claim(archive, crawl, hosts=None, limit=1, lease_s=60, now=NOON)
    retry_later(archive, claimed.frontier_id, due_at=later(1), reason=Reason.TIMEOUT, message="slow", now=NOON)
    claim(archive, crawl, hosts=None, limit=1, lease_s=60, now=later(1))
    fetched = answer(minutes=2, redirects=((301, "http://bbs.example/old"),), file_name=None)
    capture = record_capture(
        archive, claim_id=claimed.frontier_id, fetched=fetched, place=place(7, sha256="ab" * 32), crawl_id=crawl.id
    )
    assert archive.conn.execute(f"SELECT {STATE}, capture_id, crawl_id FROM frontier").fetchone() == (  # noqa: S608
        "fetched", None, 0, None, None, 200, '"v1"', "Sun, 01 Mar 2026 00:00:00 GMT", "3 replies",
        "2026-03-01T12:02:00.000000Z", capture, crawl.id,
    )  # fmt: skip
    assert archive.conn.execute(
        "SELECT frontier_id, crawl_id, site_id, url, status, source, media, fetched_at, sha256, bytes, warc_file,"
        " warc_offset, warc_length, state, headers, redirects FROM captures"
    ).fetchone() == (
        claimed.frontier_id, crawl.id, 1, "http://bbs.example/thread-1-1-1.html", 200, "wire", "unknown",
        "2026-03-01T12:02:00.000000Z", "ab" * 32, 19, "gongwen-20260301120000-1-0.warc.gz", 7000, 1000, "fetched",
        '[["Content-Type", "text/html"], ["ETag", "\\"v1\\""], ["Last-Modified", "Sun, 01 Mar 2026 00:00:00 GMT"]]',
        '[[301, "http://bbs.example/old"]]',
    )  # fmt: skip


@pytest.mark.parametrize("status, kept", [(200, True), (404, False), (206, False), (503, False)])
def test_validators_are_kept_of_full_answers_only(archive: Archive, status: int, kept: bool) -> None:
    record(archive, run(archive), answer(status=status))
    (etag,) = archive.conn.execute("SELECT etag FROM frontier").fetchone()
    assert etag == ('"v1"' if kept else None)


def test_several_captures_may_share_a_transaction(archive: Archive) -> None:
    crawl = run(archive)
    add(archive, [seed(n) for n in range(3)], crawl=crawl, now=NOON)
    claims = claim(archive, crawl, hosts=None, limit=3, lease_s=60, now=NOON)
    with archive.transaction() as conn:
        for claimed in claims:
            put_capture(conn, claim_id=claimed.frontier_id, fetched=answer(), place=place(), crawl_id=crawl.id)
    assert len(unread(archive, now=NOON, crawl_id=crawl.id)) == 3


def test_a_capture_of_a_url_that_is_not_there_leaves_nothing(archive: Archive) -> None:
    crawl = run(archive)
    with pytest.raises(UnknownId, match="forgotten"):
        record_capture(archive, claim_id=99, fetched=answer(), place=place(), crawl_id=crawl.id)
    with pytest.raises(sqlite3.IntegrityError):
        record_capture(archive, claim_id=None, fetched=answer(), place=place(), crawl_id=99)
    assert archive.conn.execute("SELECT count(*) FROM captures").fetchone() == (0,)


def test_an_import_without_address_is_a_capture_alone(archive: Archive) -> None:
    crawl = run(archive)
    fetched = answer(url=None, final_url=None, status=0, source="import", media=Media.TEXT, file_name="\udcb9.txt")
    capture = record_capture(archive, claim_id=None, fetched=fetched, place=place(3), crawl_id=crawl.id)
    (waiting,) = unread(archive, now=NOON, crawl_id=crawl.id)
    assert (waiting.capture_id, waiting.frontier_id, waiting.key, waiting.host) == (capture, None, None, None)
    assert (waiting.media, waiting.file_name, waiting.kind) == (Media.TEXT, "\\udcb9.txt", UrlKind.DOCUMENT)
    assert waiting.place == place(3)


def test_an_import_with_an_address_gets_its_url_and_says_nothing_of_the_live_page(archive: Archive) -> None:
    live = run(archive, label="live")
    record(archive, live, answer(minutes=1), stamp="4 replies")
    before = archive.conn.execute("SELECT etag, last_modified, fetched_stamp, fetched_at FROM frontier").fetchone()
    crawl = run(archive, label="import")
    saved = answer(b"old", minutes=5, status=0, source="import", headers=())
    capture = record_capture(archive, claim_id=None, fetched=saved, place=place(2), crawl_id=crawl.id, seed=seed(1))
    new = record_capture(archive, claim_id=None, fetched=saved, place=place(3), crawl_id=crawl.id, seed=seed(2))
    rows = archive.conn.execute("SELECT state, capture_id FROM frontier ORDER BY id").fetchall()
    assert rows == [("fetched", capture), ("fetched", new)]
    after = archive.conn.execute("SELECT etag, last_modified, fetched_stamp, fetched_at FROM frontier").fetchone()
    assert after == before


def test_unread_captures_are_those_of_this_run_and_of_runs_that_are_over(archive: Archive) -> None:
    runs = {label: run(archive, label=label) for label in ("mine", "live", "dead", "ended")}
    captures = {
        label: record(archive, crawl, answer(), number=number) for number, (label, crawl) in enumerate(runs.items())
    }
    archive.conn.execute("UPDATE crawls SET pid = 0 WHERE label = 'dead'")
    crawls.finish(archive, runs["ended"].id, reason="disk_full", now=NOON)
    archive.conn.execute("UPDATE captures SET state = 'read' WHERE id = ?", (captures["mine"],))
    another = record(archive, runs["mine"], answer(), number=9)
    found = unread(archive, now=NOON, crawl_id=runs["mine"].id)
    assert [waiting.capture_id for waiting in found] == [captures["dead"], captures["ended"], another]
    assert found[-1].key == "discuz:bbs.example:thread:9" and found[-1].host == "bbs.example"
    assert [waiting.capture_id for waiting in unread(archive, now=NOON)] == [captures["dead"], captures["ended"]]


def test_a_capture_is_set_aside_with_its_cause(archive: Archive) -> None:
    capture = record(archive, run(archive), answer())
    quarantine(archive, capture, reason=Reason.KILLED_WORKER, detail="2 s of\nCPU", now=later(3))
    for table in ("captures", "frontier"):
        assert archive.conn.execute(f"SELECT state, reason, detail FROM {table}").fetchone() == (  # noqa: S608
            "quarantined", "killed_worker", "2 s of CPU",
        )  # fmt: skip
    assert archive.conn.execute("SELECT stage, reason FROM failures").fetchone() == ("read", "killed_worker")
    assert unread(archive, now=later(3)) == []
    with pytest.raises(UnknownId):
        quarantine(archive, 99, reason=Reason.UNPARSABLE, detail=None, now=later(3))


def test_the_fate_of_an_older_capture_does_not_hide_that_of_a_newer_one(archive: Archive) -> None:
    crawl = run(archive)
    old = record(archive, crawl, answer())
    new = record_capture(archive, claim_id=1, fetched=answer(minutes=1), place=place(), crawl_id=crawl.id)
    quarantine(archive, old, reason=Reason.UNPARSABLE, detail=None, now=later(2))
    assert archive.conn.execute("SELECT state, capture_id FROM frontier").fetchone() == ("fetched", new)
