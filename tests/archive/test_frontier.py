"""Seeds and outcomes: one state and one reason a URL, and when a known URL is fetched once more."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from archive import crawls
from archive.crawls import Crawl
from archive.database import Archive, open_archive
from archive.frontier import (
    Added,
    add,
    claim,
    counts,
    put_seeds,
    retry_failed,
    retry_later,
    settle,
    settle_row,
    settle_unchanged,
    site_id,
)
from archive.record import record_capture
from cleaners.outcome import Reason, State
from cleaners.reading import UrlKind
from tests.archive.samples import NOON, answer, later, place, run, seed

COLUMNS = (
    "state, reason, detail, crawl_id, attempts, due_at, lease_until_at, stamp, fetched_stamp, priority, depth, url"
)


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with open_archive(tmp_path, create=True) as opened:
        yield opened


def row(archive: Archive, number: int = 1, kind: str = "thread") -> dict[str, object]:
    key = f"discuz:bbs.example:{kind}:{number}"
    values = archive.conn.execute(f"SELECT {COLUMNS} FROM frontier WHERE key = ?", (key,)).fetchone()  # noqa: S608
    return dict(zip(COLUMNS.split(", "), values, strict=True))


def fetch(archive: Archive, crawl: Crawl, number: int = 1, *, minutes: float = 1) -> int:
    """Claim the one URL that waits, and record a capture of it; its row is `fetched` then."""
    (claimed,) = claim(archive, crawl, hosts=["bbs.example"], limit=1, lease_s=60, now=later(minutes))
    fetched = answer(minutes=minutes)
    record_capture(archive, claim_id=claimed.frontier_id, fetched=fetched, place=place(number), crawl_id=crawl.id)
    return claimed.frontier_id


def end(archive: Archive, crawl: Crawl, *, state: State, reason: Reason | None, stamp: str | None,
        kind: UrlKind = UrlKind.DOCUMENT) -> None:  # fmt: skip
    """Bring URL 1 into a state within a run, and end the run."""
    add(archive, [seed(1, kind=kind, stamp=stamp)], crawl=crawl, now=later(0))
    if state in (State.FAILED, State.SKIPPED):
        (claimed,) = claim(archive, crawl, hosts=["bbs.example"], limit=1, lease_s=60, now=later(1))
        assert settle(archive, claimed.frontier_id, state=state, reason=reason, now=later(1))
    else:
        id_ = fetch(archive, crawl)
        with archive.transaction() as conn:
            settle_row(conn, id_, state=state, reason=reason)
    crawls.finish(archive, crawl.id, reason="finished", now=later(2))


def test_new_seeds_wait_each_key_once_and_hosts_get_rows(archive: Archive) -> None:
    crawl = run(archive)
    offered = [seed(1, priority=1, depth=2), seed(2, host="b.example"), seed(1, priority=5, depth=1, stamp="s")]
    assert add(archive, offered, crawl=crawl, now=NOON) == Added(new=2)
    found = row(archive)
    assert (found["state"], found["priority"], found["depth"], found["stamp"]) == ("pending", 5, 1, "s")
    assert found["crawl_id"] == crawl.id
    hosts = [host for (host,) in archive.conn.execute("SELECT host FROM sites ORDER BY id")]
    assert hosts == ["bbs.example", "b.example"]
    assert add(archive, offered, crawl=crawl, now=NOON) == Added(known=2)


def test_more_seeds_than_a_batch_are_all_put_down(archive: Archive) -> None:
    crawl = run(archive)
    assert add(archive, (seed(n) for n in range(1201)), crawl=crawl, now=NOON) == Added(new=1201)
    assert counts(archive) == {State.PENDING: 1201}


LIST, DOC = UrlKind.LIST, UrlKind.DOCUMENT


@pytest.mark.parametrize("kind, came_to, stamps, expected", [
    # Lists: fetched anew by every new run, whatever they came to.
    (LIST, (State.LISTED, None), (None, None), True),
    (UrlKind.HOME, (State.LISTED, None), (None, None), True),
    (UrlKind.FEED, (State.UNCHANGED, None), (None, None), True),
    (LIST, (State.REFUSED, Reason.LOGIN), (None, None), True),
    # Documents: only when the list says that they changed.
    (DOC, (State.ARCHIVED, None), ("3 replies", "3 replies"), False),
    (DOC, (State.ARCHIVED, None), ("3 replies", "4 replies"), True),
    (DOC, (State.ARCHIVED, None), (None, "4 replies"), True),
    (DOC, (State.ARCHIVED, None), ("3 replies", None), False),
    (DOC, (State.ARCHIVED, None), (None, None), False),
    (DOC, (State.UNCHANGED, None), ("3 replies", "3 replies"), False),
    (DOC, (State.UNCHANGED, None), ("3 replies", "4 replies"), True),
    (DOC, (State.REFUSED, Reason.GONE), ("3 replies", "3 replies"), False),
    (DOC, (State.REFUSED, Reason.GONE), ("3 replies", None), False),
    (DOC, (State.REFUSED, Reason.GONE), ("3 replies", "4 replies"), True),
    (DOC, (State.LISTED, None), (None, None), True),  # its address did not say so, but it is a list
    (DOC, (State.QUARANTINED, Reason.UNDECODABLE), ("s", "s"), False),
    (DOC, (State.QUARANTINED, Reason.UNDECODABLE), ("s", "t"), True),
    (DOC, (State.QUARANTINED, Reason.TRUNCATED), ("s", "s"), True),
    # A capture that waits to be read comes to its own outcome first.
    (DOC, (State.FETCHED, None), ("s", "t"), False),
    (LIST, (State.FETCHED, None), (None, None), False),
    # What failed or was not asked for gets another chance in another run, but not for ever.
    (DOC, (State.FAILED, Reason.TIMEOUT), (None, None), True),
    (DOC, (State.SKIPPED, Reason.ROBOTS), (None, None), True),
    (DOC, (State.SKIPPED, Reason.ROBOTS_UNREACHABLE), (None, None), True),
    (DOC, (State.SKIPPED, Reason.LIMIT), (None, None), True),
    (DOC, (State.SKIPPED, Reason.FORGOTTEN), (None, "new"), False),
    (LIST, (State.SKIPPED, Reason.FORGOTTEN), (None, None), False),
    (DOC, (State.SKIPPED, Reason.TRAP), (None, None), False),
])  # fmt: skip
def test_a_later_run_fetches_again_only_what_it_has_a_reason_to(
    archive: Archive, kind: UrlKind, came_to: tuple[State, Reason | None], stamps: tuple[str | None, str | None],
    expected: bool,
) -> None:  # fmt: skip
    (state, reason), (old_stamp, new_stamp) = came_to, stamps
    end(archive, run(archive), state=state, reason=reason, stamp=old_stamp, kind=kind)
    before = row(archive, kind="thread" if kind is DOC else kind.value)
    second = run(archive, minutes=10)
    offered = seed(1, kind=kind, stamp=new_stamp)
    assert add(archive, [offered], crawl=second, now=later(10)) == (Added(again=1) if expected else Added(known=1))
    after = row(archive, kind="thread" if kind is DOC else kind.value)
    assert after["state"] == ("pending" if expected else state)
    assert after["reason"] == (None if expected else reason)
    assert after["crawl_id"] == (second.id if expected else before["crawl_id"])
    assert after["stamp"] == (old_stamp if new_stamp is None else new_stamp)
    assert after["fetched_stamp"] == before["fetched_stamp"]


@pytest.mark.parametrize("kind", [LIST, DOC])
@pytest.mark.parametrize("force", [False, True])
@pytest.mark.parametrize("state, reason", [
    (State.ARCHIVED, None), (State.FAILED, Reason.TIMEOUT), (State.SKIPPED, Reason.ROBOTS), (State.LISTED, None),
])  # fmt: skip
def test_the_same_run_never_fetches_twice_not_even_after_a_kill(
    archive: Archive, kind: UrlKind, state: State, reason: Reason | None, force: bool
) -> None:
    crawl = run(archive)
    end(archive, crawl, state=state, reason=reason, stamp="s", kind=kind)
    # The run as it comes back after a kill: the same id, the same start.
    assert add(archive, [seed(1, kind=kind, stamp="t")], crawl=crawl, now=later(9), force=force) == Added(known=1)


@pytest.mark.parametrize("state, reason, expected", [
    (State.ARCHIVED, None, True), (State.UNCHANGED, None, True), (State.REFUSED, Reason.GONE, True),
    (State.QUARANTINED, Reason.EMPTY_TEXT, True), (State.SKIPPED, Reason.FORGOTTEN, False),
    (State.FETCHED, None, False),
])  # fmt: skip
def test_force_makes_pending_what_this_run_has_not_fetched(
    archive: Archive, state: State, reason: Reason | None, expected: bool
) -> None:
    end(archive, run(archive), state=state, reason=reason, stamp=None)
    second = run(archive, minutes=10)
    assert add(archive, [seed(1)], crawl=second, now=later(10), force=True).again == expected


def test_a_list_that_another_live_run_has_just_fetched_is_left(archive: Archive) -> None:
    slow, quick = run(archive), run(archive, label="other")
    add(archive, [seed(1, kind=LIST)], crawl=quick, now=later(0))
    id_ = fetch(archive, quick, minutes=1)
    with archive.transaction() as conn:
        settle_row(conn, id_, state=State.LISTED)
    assert add(archive, [seed(1, kind=LIST)], crawl=slow, now=later(2)) == Added(known=1)


def test_pending_again_starts_over_with_the_new_spelling(archive: Archive) -> None:
    first = run(archive)
    add(archive, [seed(1, depth=3, priority=2)], crawl=first, now=NOON)
    (claimed,) = claim(archive, first, hosts=["bbs.example"], limit=1, lease_s=60, now=NOON)
    retry_later(archive, claimed.frontier_id, due_at=later(1), reason=Reason.DNS, message="no such host", now=NOON)
    settle(archive, claimed.frontier_id, state=State.FAILED, reason=Reason.DNS, detail="no such host", now=later(2))
    crawls.finish(archive, first.id, reason="finished", now=later(3))
    second = run(archive, minutes=10)
    add(archive, [seed(1, depth=5, priority=1, url="https://bbs.example/t-1")], crawl=second, now=later(10))
    assert row(archive) == {
        "state": "pending", "reason": None, "detail": None, "crawl_id": second.id, "attempts": 0, "due_at": None,
        "lease_until_at": None, "stamp": None, "fetched_stamp": None, "priority": 1, "depth": 3,
        "url": "https://bbs.example/t-1",
    }  # fmt: skip


@pytest.mark.parametrize("depth, ended, claimed, expected", [
    (0, False, False, True),  # a person names it: it is this run's now
    (0, False, True, False),  # but a URL that is being fetched stays with whoever fetches it
    (1, False, False, False),  # a link found by the way stays with the live run that found it first
    (1, True, False, True),  # whose run has ended
])  # fmt: skip
def test_whose_a_url_is_that_waits_for_another_run(
    archive: Archive, depth: int, ended: bool, claimed: bool, expected: bool
) -> None:
    first, second = run(archive), run(archive, label="list")
    add(archive, [seed(1, depth=1)], crawl=first, now=NOON)
    if claimed:
        claim(archive, first, hosts=["bbs.example"], limit=1, lease_s=600, now=NOON)
    if ended:
        crawls.finish(archive, first.id, reason="limit", now=later(1))
    assert add(archive, [seed(1, depth=depth)], crawl=second, now=later(2)) == Added(known=1)
    assert row(archive)["crawl_id"] == (second.id if expected else first.id)


@pytest.mark.parametrize("state, reason, host, expected", [
    (State.FAILED, Reason.TIMEOUT, "bbs.example", "pending"),
    (State.FAILED, Reason.TIMEOUT, "other.example", "failed"),  # another site's
    (State.SKIPPED, Reason.ROBOTS, "bbs.example", "skipped"),
    (State.REFUSED, Reason.GONE, "bbs.example", "refused"),
])  # fmt: skip
def test_what_failed_is_tried_again_though_no_list_offers_it(
    archive: Archive, state: State, reason: Reason, host: str, expected: str
) -> None:
    end(archive, run(archive), state=state, reason=reason, stamp="s")
    second = run(archive, minutes=10)
    assert retry_failed(archive, second, hosts=[host], now=later(10)) == (expected == "pending")
    after = row(archive)
    assert (after["state"], after["crawl_id"] == second.id) == (expected, expected == "pending")


def test_what_failed_in_this_run_stays_failed(archive: Archive) -> None:
    crawl = run(archive)
    end(archive, crawl, state=State.FAILED, reason=Reason.TIMEOUT, stamp="s")
    assert retry_failed(archive, crawl, hosts=["bbs.example"], now=later(10)) == 0
    assert row(archive)["state"] == "failed"


def test_an_import_puts_seeds_down_without_a_run(archive: Archive) -> None:
    with archive.transaction() as conn:
        assert put_seeds(conn, [seed(1)], crawl_id=None, now=NOON) == Added(new=1)
        assert put_seeds(conn, [seed(1)], crawl_id=None, now=NOON) == Added(known=1)
        assert site_id(conn, "bbs.example", now=NOON) == site_id(conn, "bbs.example", now=NOON) == 1
    assert row(archive)["crawl_id"] is None


def failures(archive: Archive) -> list[tuple[object, ...]]:
    return archive.conn.execute("SELECT url, stage, reason, http_status, message FROM failures ORDER BY id").fetchall()


def test_a_failed_attempt_waits_with_its_reason_and_is_logged(archive: Archive) -> None:
    crawl = run(archive)
    add(archive, [seed(1)], crawl=crawl, now=NOON)
    (claimed,) = claim(archive, crawl, hosts=None, limit=1, lease_s=60, now=NOON)
    message = "no answer\n  within 60 s" + " x" * 600
    assert retry_later(archive, claimed.frontier_id, due_at=later(5), reason=Reason.TIMEOUT, message=message, now=NOON)
    found = row(archive)
    assert (found["state"], found["reason"], found["attempts"]) == ("pending", "timeout", 1)
    assert found["due_at"] == "2026-03-01T12:05:00.000000Z" and found["lease_until_at"] is None
    ((url, stage, reason, status, said),) = failures(archive)
    assert (url, stage, reason, status) == (claimed.url, "fetch", "timeout", None)
    assert isinstance(said, str) and said.startswith("no answer within 60 s x") and len(said) == 500
    assert claim(archive, crawl, hosts=None, limit=1, lease_s=60, now=later(4)) == []
    (again,) = claim(archive, crawl, hosts=None, limit=1, lease_s=60, now=later(5))
    assert again.attempts == 1


@pytest.mark.parametrize("state, reason, status, logged", [
    (State.REFUSED, Reason.GONE, 404, 1), (State.FAILED, Reason.CONNECTION, None, 1),
    (State.SKIPPED, Reason.ROBOTS, None, 0),
])  # fmt: skip
def test_a_settled_url_has_one_state_and_refusals_and_failures_are_logged(
    archive: Archive, state: State, reason: Reason, status: int | None, logged: int
) -> None:
    crawl = run(archive)
    add(archive, [seed(1)], crawl=crawl, now=NOON)
    (claimed,) = claim(archive, crawl, hosts=None, limit=1, lease_s=60, now=NOON)
    assert settle(archive, claimed.frontier_id, state=state, reason=reason, http_status=status, now=NOON)
    assert (row(archive)["state"], row(archive)["reason"], row(archive)["lease_until_at"]) == (state, reason, None)
    assert len(failures(archive)) == logged
    assert counts(archive, host="bbs.example") == counts(archive, crawl_id=crawl.id) == {state: 1}
    assert counts(archive, host="other.example") == {}


@pytest.mark.parametrize("stamp, expected", [("3", Added(known=1)), ("4", Added(again=1)), (None, Added(known=1))])
def test_a_url_refused_on_the_wire_waits_for_another_stamp(
    archive: Archive, stamp: str | None, expected: Added
) -> None:
    crawl = run(archive)
    add(archive, [seed(1, stamp="3")], crawl=crawl, now=NOON)
    (claimed,) = claim(archive, crawl, hosts=None, limit=1, lease_s=60, now=NOON)
    settle(archive, claimed.frontier_id, state=State.REFUSED, reason=Reason.GONE, http_status=404, now=NOON)
    crawls.finish(archive, crawl.id, reason="finished", now=later(1))
    assert add(archive, [seed(1, stamp=stamp)], crawl=run(archive, minutes=2), now=later(2)) == expected


def test_a_late_holder_of_a_void_lease_downgrades_nothing(archive: Archive) -> None:
    slow, quick = run(archive), run(archive, label="other")
    add(archive, [seed(1)], crawl=slow, now=NOON)
    (held,) = claim(archive, slow, hosts=["bbs.example"], limit=1, lease_s=60, now=NOON)
    id_ = fetch(archive, quick, minutes=2)
    assert id_ == held.frontier_id
    with archive.transaction() as conn:
        settle_row(conn, id_, state=State.ARCHIVED)
    assert not settle(archive, id_, state=State.FAILED, reason=Reason.TIMEOUT, now=later(3))
    assert not settle_unchanged(archive, id_, now=later(3))
    assert not retry_later(archive, id_, due_at=later(9), reason=Reason.TIMEOUT, message=None, now=later(3))
    assert row(archive)["state"] == "archived" and failures(archive) == []


def test_unchanged_takes_the_new_stamp_as_seen(archive: Archive) -> None:
    end(archive, run(archive), state=State.ARCHIVED, reason=None, stamp="3")
    second = run(archive, minutes=10)
    add(archive, [seed(1, stamp="4")], crawl=second, now=later(10))
    (claimed,) = claim(archive, second, hosts=["bbs.example"], limit=1, lease_s=60, now=later(11))
    assert (claimed.etag, claimed.last_modified) == ('"v1"', "Sun, 01 Mar 2026 00:00:00 GMT")
    assert claimed.capture_id == 1 and claimed.stamp == "4"
    assert settle_unchanged(archive, claimed.frontier_id, now=later(11))
    assert (row(archive)["state"], row(archive)["fetched_stamp"]) == ("unchanged", "4")
    crawls.finish(archive, second.id, reason="finished", now=later(12))
    assert add(archive, [seed(1, stamp="4")], crawl=run(archive, minutes=20), now=later(20)) == Added(known=1)


@pytest.mark.parametrize("came_to, kind", [(State.LISTED, LIST), (State.REFUSED, DOC)])
def test_an_address_that_led_to_a_list_is_a_lists_from_then_on(archive: Archive, came_to: State, kind: UrlKind) -> None:
    reason = Reason.GONE if came_to is State.REFUSED else None
    end(archive, run(archive), state=came_to, reason=reason, stamp="s")
    second = run(archive, minutes=10)
    add(archive, [seed(1, stamp="t")], crawl=second, now=later(10))  # the link's address still looks like a document's
    (claimed,) = claim(archive, second, hosts=["bbs.example"], limit=1, lease_s=60, now=later(11))
    assert claimed.kind is kind
