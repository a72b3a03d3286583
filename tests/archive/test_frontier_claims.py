"""Claims: leases, order, fairness between hosts, whose claims are void; and that none of it reads the whole table."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from archive import crawls
from archive.database import Archive, open_archive
from archive.frontier import Claim, add, claim, next_due, outcomes, release_dead, retry_later, settle
from archive.frontier import claims as statements
from cleaners.outcome import Reason, State
from tests.archive.samples import NOON, later, run, seed

HOSTS = [f"h{number}.example" for number in range(40)]


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with open_archive(tmp_path, create=True) as opened:
        yield opened


def numbers(claims: list[Claim]) -> list[int]:
    return [int(claimed.key.rpartition(":")[2]) for claimed in claims]


def test_the_highest_priority_comes_first_then_the_oldest(archive: Archive) -> None:
    crawl = run(archive)
    priorities = {1: 0, 2: 5, 3: 0, 4: -1, 5: 5}
    add(archive, [seed(n, priority=level) for n, level in priorities.items()], crawl=crawl, now=NOON)
    claims = claim(archive, crawl, hosts=["bbs.example"], limit=4, lease_s=60, now=NOON)
    assert numbers(claims) == [2, 5, 1, 3]
    assert numbers(claim(archive, crawl, hosts=["bbs.example"], limit=4, lease_s=60, now=NOON)) == [4]


def test_a_claim_is_not_given_twice_until_its_lease_is_over(archive: Archive) -> None:
    first, second = run(archive), run(archive, label="other")
    add(archive, [seed(1)], crawl=first, now=NOON)
    assert len(claim(archive, first, hosts=["bbs.example"], limit=9, lease_s=90, now=NOON)) == 1
    for crawl in (first, second):
        assert claim(archive, crawl, hosts=["bbs.example"], limit=9, lease_s=90, now=later(1.4)) == []
    assert len(claim(archive, second, hosts=["bbs.example"], limit=9, lease_s=90, now=later(1.5))) == 1
    assert archive.conn.execute("SELECT crawl_id FROM frontier").fetchone() == (second.id,)


def test_only_the_named_hosts_and_not_the_busy_ones(archive: Archive) -> None:
    crawl = run(archive)
    add(archive, [seed(n, host=f"h{n}.example") for n in range(4)], crawl=crawl, now=NOON)
    hosts = ["h0.example", "h1.example", "h2.example", "unknown.example"]
    claims = claim(archive, crawl, hosts=hosts, limit=9, lease_s=60, now=NOON, busy=["h1.example"])
    assert sorted(numbers(claims)) == [0, 2]
    assert claim(archive, crawl, hosts=[], limit=9, lease_s=60, now=NOON) == []


def test_a_list_crawl_claims_only_its_own_urls(archive: Archive) -> None:
    site, listed = run(archive), run(archive, label="archive")
    add(archive, [seed(n, depth=1) for n in range(10)], crawl=site, now=NOON)
    add(archive, [seed(3), seed(99, host="far.example")], crawl=listed, now=NOON)
    assert sorted(numbers(claim(archive, listed, hosts=None, limit=50, lease_s=60, now=NOON))) == [3, 99]
    assert claim(archive, listed, hosts=None, limit=50, lease_s=60, now=NOON) == []


def test_one_big_host_does_not_starve_39_others(archive: Archive) -> None:
    crawl = run(archive)
    add(archive, [seed(n, host=HOSTS[0], priority=9) for n in range(500)], crawl=crawl, now=NOON)
    add(archive, [seed(n, host=host) for host in HOSTS[1:] for n in range(5)], crawl=crawl, now=NOON)
    claims = claim(archive, crawl, hosts=HOSTS, limit=80, lease_s=60, now=NOON)
    assert Counter(claimed.host for claimed in claims) == dict.fromkeys(HOSTS, 2)
    hosts = [claimed.host for claimed in claims]
    assert set(hosts[:40]) == set(hosts[40:]) == set(HOSTS), "the hosts take turns"


def test_hosts_with_fewer_claims_out_come_first(archive: Archive) -> None:
    crawl = run(archive)
    add(archive, [seed(n, host=host) for host in HOSTS for n in range(3)], crawl=crawl, now=NOON)
    seen = [claim(archive, crawl, hosts=HOSTS, limit=1, lease_s=600, now=later(n / 60))[0].host for n in range(80)]
    assert set(seen[:40]) == set(seen[40:]) == set(HOSTS)


def test_no_host_has_more_claims_out_than_allowed_over_any_number_of_calls(archive: Archive) -> None:
    crawl = run(archive)
    add(archive, [seed(n, host=HOSTS[0]) for n in range(100)] + [seed(1, host=HOSTS[1])], crawl=crawl, now=NOON)
    claims = [one for _ in range(5) for one in claim(
        archive, crawl, hosts=HOSTS, limit=10, lease_s=60, now=NOON, per_host=2)]  # fmt: skip
    assert Counter(claimed.host for claimed in claims) == {HOSTS[0]: 2, HOSTS[1]: 1}
    settle(archive, claims[0].frontier_id, state=State.FAILED, reason=Reason.TIMEOUT, now=NOON)
    settle(archive, claims[1].frontier_id, state=State.FAILED, reason=Reason.TIMEOUT, now=NOON)
    settle(archive, claims[2].frontier_id, state=State.FAILED, reason=Reason.TIMEOUT, now=NOON)
    assert len(claim(archive, crawl, hosts=HOSTS, limit=10, lease_s=60, now=NOON, per_host=2)) == 2


@pytest.mark.parametrize("own", [False, True])
def test_when_the_next_url_is_due(archive: Archive, own: bool) -> None:
    crawl = run(archive)
    hosts = None if own else ["bbs.example", "b.example"]
    assert next_due(archive, crawl, hosts=hosts, now=NOON) is None
    add(archive, [seed(1), seed(2, host="b.example")], crawl=crawl, now=NOON)
    assert next_due(archive, crawl, hosts=hosts, now=NOON) == NOON
    claims = claim(archive, crawl, hosts=hosts, limit=2, lease_s=60, now=NOON)
    assert next_due(archive, crawl, hosts=hosts, now=NOON) is None, "what is being fetched is not waited for"
    for claimed, minutes in zip(claims, (9, 5), strict=True):
        due = later(minutes)
        retry_later(archive, claimed.frontier_id, due_at=due, reason=Reason.TIMEOUT, message=None, now=NOON)
    assert next_due(archive, crawl, hosts=hosts, now=NOON) == later(5)
    assert next_due(archive, crawl, hosts=hosts, now=later(6)) == later(6)
    claim(archive, crawl, hosts=hosts, limit=1, lease_s=600, now=later(6))
    assert next_due(archive, crawl, hosts=hosts, now=later(6)) == later(9), "the one that is tried again is out"


def test_at_start_only_dead_runs_claims_and_our_own_old_ones_are_released(archive: Archive) -> None:
    dead, ended, live, mine = (run(archive, label=label) for label in ("dead", "ended", "live", "mine"))
    hosts = {crawl.id: f"{crawl.label}.example" for crawl in (dead, ended, live, mine)}
    for crawl in (dead, ended, live, mine):
        add(archive, [seed(crawl.id, host=hosts[crawl.id]), seed(crawl.id, host="far.example")], crawl=crawl, now=NOON)
        assert len(claim(archive, crawl, hosts=None, limit=9, lease_s=3600, now=NOON)) == 2
    archive.conn.execute("UPDATE crawls SET pid = 0 WHERE id = ?", (dead.id,))
    crawls.finish(archive, ended.id, reason="interrupted", now=NOON)
    assert release_dead(archive, mine, hosts=list(hosts.values()), now=later(1)) == 3
    again = claim(archive, mine, hosts=list(hosts.values()), limit=9, lease_s=60, now=later(1))
    assert {claimed.host for claimed in again} == {"dead.example", "ended.example", "mine.example"}
    assert release_dead(archive, mine, hosts=None, now=later(1)) == 4, "this run's own, on every host"


def test_no_statement_of_a_claim_reads_what_it_passes_over(archive: Archive) -> None:
    plans = {}
    for name in ("BEST_OF_SITE", "BEST_OWN_OF_SITE", "OWN_SITES", "CLAIMED", "NEXT_OF_SITE", "NEXT_OWN_OF_SITE"):
        sql = getattr(statements, name)
        values = {"site": 1, "crawl": 1, "now": "x", "limit": 1}
        used = {key: value for key, value in values.items() if f":{key}" in sql}
        plans[name] = " / ".join(line[3] for line in archive.conn.execute(f"EXPLAIN QUERY PLAN {sql}", used))
    for name, plan in plans.items():
        assert "SCAN frontier" not in plan and "TEMP B-TREE FOR ORDER" not in plan, f"{name}: {plan}"
        assert "COVERING INDEX" in plan, f"{name}: {plan}"


def test_no_count_reads_rows(archive: Archive) -> None:
    for sql in (outcomes.COUNT_ALL, outcomes.COUNT_HOST, outcomes.COUNT_RUN):
        plan = archive.conn.execute(f"EXPLAIN QUERY PLAN {sql}", {"host": "bbs.example", "crawl": 1})
        assert any("COVERING INDEX" in line[3] and "frontier" in line[3] for line in plan), sql


def test_looking_seeds_up_uses_the_key(archive: Archive) -> None:
    sql = "EXPLAIN QUERY PLAN SELECT id FROM frontier WHERE key IN (SELECT value FROM json_each('[\"a\"]'))"
    assert "SEARCH frontier USING" in " / ".join(line[3] for line in archive.conn.execute(sql))
