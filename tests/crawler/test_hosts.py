"""Hosts take turns, and one that answers everything with one page is left alone."""

from archive.frontier import Claim
from cleaners.outcome import Reason
from cleaners.reading import UrlKind
from crawler.hosts import BAD_ANSWERS, Hosts

NONE: frozenset[str] = frozenset()


def claim(host: str, number: int) -> Claim:
    return Claim(
        frontier_id=number, url=f"http://{host}/{number}", key=f"{host}:{number}", kind=UrlKind.DOCUMENT, host=host,
        depth=0, attempts=0, stamp=None, etag=None, last_modified=None, capture_id=None,
    )


def book(*claims: Claim, concurrency: int = 1) -> Hosts:
    hosts = Hosts(concurrency=concurrency, prefetch=2)
    hosts.put(list(claims))
    return hosts


def taken(hosts: Hosts, paused: frozenset[str] = NONE) -> str | None:
    found = hosts.take(paused)
    return found.url.removeprefix("http://") if found else None


def test_hosts_take_turns_and_keep_to_their_concurrency() -> None:
    hosts = book(claim("a", 1), claim("a", 2), claim("b", 3))
    assert [taken(hosts), taken(hosts), taken(hosts)] == ["a/1", "b/3", None]
    hosts.leave("a")
    assert [taken(hosts), taken(hosts)] == ["a/2", None]
    assert hosts.in_flight == 2


def test_a_paused_host_waits_and_others_go_on() -> None:
    hosts = book(claim("a", 1), claim("b", 2))
    assert taken(hosts, frozenset({"a"})) == "b/2"
    assert hosts.waiting(NONE)
    assert not hosts.waiting(frozenset({"a"}))
    assert taken(hosts) == "a/1"


def test_nothing_is_claimed_for_hosts_that_are_dry_until_there_is_news() -> None:
    hosts = book(claim("a", 1))
    assert taken(hosts) == "a/1"
    assert hosts.wants_claims(NONE)
    hosts.note_dry(NONE)
    assert not hosts.wants_claims(NONE)
    hosts.note_news({"a"})
    assert hosts.wants_claims(NONE)
    hosts.note_dry(NONE)
    hosts.note_news({"new.example"})
    assert hosts.wants_claims(NONE), "a host that was never met may have URLs"


def test_a_site_that_is_closed_is_left_alone() -> None:
    hosts = book(claim("a", 1))
    for _ in range(BAD_ANSWERS - 1):
        assert hosts.note_answer("a", Reason.CLOSED) is None
    assert hosts.note_answer("a", None, "x") is None, "one good page ends the row"
    for _ in range(BAD_ANSWERS - 1):
        assert hosts.note_answer("a", Reason.CLOSED) is None
    assert hosts.note_answer("a", Reason.CLOSED) == "the whole site answers 'closed'"
    assert hosts.note_answer("a", Reason.CLOSED) is None, "told once"
    assert taken(hosts) is None


def test_equal_bodies_in_a_row_stop_a_host() -> None:
    hosts = book(claim("a", 1))
    told = [hosts.note_answer("a", None, "same") for _ in range(BAD_ANSWERS)]
    assert told == [None] * (BAD_ANSWERS - 1) + ["the whole site answers one and the same page"]


def test_different_bodies_do_not() -> None:
    hosts = book(claim("a", 1))
    assert not any(hosts.note_answer("a", None, str(number % 2)) for number in range(40))


def test_pages_that_are_gone_do_not() -> None:
    hosts = book(claim("a", 1))
    assert not any(hosts.note_answer("a", Reason.GONE) for _ in range(40))
