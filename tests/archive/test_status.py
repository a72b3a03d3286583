"""Sums that add up, and the story of one URL."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from archive import crawls
from archive.database import Archive, open_archive
from archive.errors import UnknownId
from archive.frontier import add, claim, retry_later, settle
from archive.record import quarantine, record_capture
from archive.status import explain, summary
from cleaners.outcome import Reason, State
from tests.archive.samples import NOON, answer, later, place, run, seed


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with open_archive(tmp_path, create=True) as opened:
        yield opened


@pytest.fixture
def story(archive: Archive) -> Archive:
    """An archive where each of six URLs on two hosts came to something else."""
    crawl = run(archive)
    add(archive, [*(seed(n) for n in range(5)), seed(9, host="far.example")], crawl=crawl, now=NOON)
    claims = {one.url: one.frontier_id for one in claim(archive, crawl, hosts=None, limit=9, lease_s=60, now=NOON)}
    ids = [claims[f"http://bbs.example/thread-{number}-1-1.html"] for number in range(5)]
    captures = [
        record_capture(archive, claim_id=id_, fetched=answer(b"12345"), place=place(), crawl_id=crawl.id)
        for id_ in ids[:2]
    ]
    quarantine(archive, captures[1], reason=Reason.UNDECODABLE, detail="no codec", now=later(1))
    settle(archive, ids[2], state=State.REFUSED, reason=Reason.GONE, detail="主题不存在", http_status=404, now=later(1))
    settle(archive, ids[3], state=State.SKIPPED, reason=Reason.ROBOTS, now=later(1))
    retry_later(archive, ids[4], due_at=later(5), reason=Reason.TIMEOUT, message="60 s", now=later(1))
    return archive


def test_an_empty_archive_adds_up_too(archive: Archive) -> None:
    found = summary(archive)
    assert found.adds_up and found.urls == found.captures == found.reports == 0
    assert found.last_run is None and found.by_state() == {}


def test_the_sums_add_up_by_state_reason_and_host(story: Archive) -> None:
    found = summary(story)
    assert found.adds_up and found.urls == 6
    assert found.by_state() == {
        State.PENDING: 2, State.FETCHED: 1, State.REFUSED: 1, State.QUARANTINED: 1, State.SKIPPED: 1,
    }  # fmt: skip
    assert found.by_reason() == {
        (State.PENDING, Reason.TIMEOUT): 1, (State.PENDING, None): 1, (State.FETCHED, None): 1,
        (State.REFUSED, Reason.GONE): 1, (State.QUARANTINED, Reason.UNDECODABLE): 1, (State.SKIPPED, Reason.ROBOTS): 1,
    }  # fmt: skip
    assert sum(part.urls for part in found.sums if part.host == "far.example") == 1
    assert (found.captures, found.unread, found.bytes) == (2, 1, 10)


def test_a_url_without_a_known_host_would_not_add_up(story: Archive) -> None:
    story.conn.execute("PRAGMA foreign_keys = OFF")
    story.conn.execute("UPDATE frontier SET site_id = 99 WHERE id = 1")
    assert not summary(story).adds_up


def test_reports_and_copies_are_counted_as_they_stand_now(archive: Archive) -> None:
    archive.conn.executescript("""
        INSERT INTO documents (id, key, kind, first_seen_at, last_seen_at) VALUES (1, 'k', 'thread', 'x', 'x');
        INSERT INTO reports (id, public_id, added_at, merged_into_id) VALUES (1, 'a', 'x', NULL), (2, 'b', 'x', 1);
        INSERT INTO texts (id, sha256, report_id, chars, han, key, title_key, digits, rules, text)
          VALUES (1, 's', 1, 1, 1, 'k', 'k', 'd', 'r', 't');
        INSERT INTO copies (report_id, text_id, document_id, position, version, is_current, first_seen_at, last_seen_at)
          VALUES (1, 1, 1, 1, 1, 0, 'x', 'x'), (1, 1, 1, 1, 2, 1, 'x', 'x');
        INSERT INTO replies (document_id, floor, text) VALUES (1, 2, '顶');
    """)
    found = summary(archive)
    assert (found.documents, found.reports, found.copies, found.replies) == (1, 1, 1, 1)


def test_the_last_run_is_told_whether_it_ended_or_not(archive: Archive) -> None:
    crawl = run(archive)
    last = summary(archive).last_run
    assert last is not None and (last.label, last.finished_at) == ("bbs.example", None)
    crawls.finish(archive, crawl.id, reason="limit", now=later(3), requests=2)
    last = summary(archive).last_run
    assert last is not None
    assert (last.finished_at, last.finish_reason, last.requests) == (later(3), "limit", 2)


@pytest.mark.parametrize("name", [
    "discuz:bbs.example:thread:2", "http://bbs.example/thread-2-1-1.html",
])  # fmt: skip
def test_the_story_of_a_refused_url_by_key_or_address(story: Archive, name: str) -> None:
    found = explain(story, name)
    assert (found.state, found.reason, found.http_status) == (State.REFUSED, Reason.GONE, 404)
    assert (found.detail, found.host, found.kind) == ("主题不存在", "bbs.example", "document")
    assert (found.captures, found.reports) == ((), ())
    ((failed_at, reason, status),) = [(line.failed_at, line.reason, line.http_status) for line in found.failures]
    assert (failed_at, reason, status) == (later(1), "gone", 404)


def test_the_story_of_a_url_that_waits(story: Archive) -> None:
    found = explain(story, "discuz:bbs.example:thread:4")
    assert (found.state, found.reason, found.attempts, found.due_at) == (State.PENDING, Reason.TIMEOUT, 1, later(5))


def test_a_captured_url_is_found_by_the_spelling_that_was_asked_for(archive: Archive) -> None:
    crawl = run(archive)
    add(archive, [seed(1)], crawl=crawl, now=NOON)
    for number, url in enumerate(("http://bbs.example/old", "http://bbs.example/new")):
        fetched = answer(url=url, final_url="http://bbs.example/end", minutes=number)
        record_capture(archive, claim_id=1, fetched=fetched, place=place(), crawl_id=crawl.id)
    for name in ("http://bbs.example/old", "http://bbs.example/new", "http://bbs.example/end"):
        found = explain(archive, name)
        assert [line.fetched_at for line in found.captures] == [later(1), later(0)]


def test_a_url_that_was_never_seen_is_told_so(archive: Archive) -> None:
    with pytest.raises(UnknownId, match="never seen"):
        explain(archive, "http://bbs.example/thread-404-1-1.html")


def test_a_summary_leaves_no_transaction_open_and_works_read_only(story: Archive) -> None:
    summary(story)
    assert not story.conn.in_transaction
    with open_archive(story.folder, read_only=True) as reader:
        assert summary(reader).adds_up
