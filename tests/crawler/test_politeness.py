"""robots.txt as RFC 9309 reads it, Crawl-delay, Retry-After: the host's word is kept."""

import gzip
import itertools
import threading
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from crawler.middlewares.politeness import retry_after_s
from crawler.middlewares.robots import MAX_BYTES, Ruling, parse, ruling_for
from tests.crawler.loopback import Handler, Result, Server, article, crawl, serving

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
DENY = b"User-agent: *\nDisallow: /\n"


@pytest.mark.parametrize(
    ("status", "ruling"),
    [(200, Ruling.RULES), (204, Ruling.RULES), (400, Ruling.FREE), (401, Ruling.FREE), (403, Ruling.FREE),
     (404, Ruling.FREE), (410, Ruling.FREE), (429, Ruling.WAIT), (500, Ruling.WAIT), (503, Ruling.WAIT),
     (599, Ruling.WAIT), (100, Ruling.WAIT)],
)
def test_ruling_for(status: int, ruling: Ruling) -> None:
    assert ruling_for(status) is ruling


@pytest.mark.parametrize(
    ("body", "path", "allowed"),
    [
        (b"", "/a", True),
        (DENY, "/a", False),
        (b"\xef\xbb\xbf" + DENY, "/a", False),
        (b"User-agent: Gongwen\nDisallow: /private\n\nUser-agent: *\nDisallow: /\n", "/a", True),
        (b"User-agent: gongwen\nDisallow: /private\n\nUser-agent: *\nDisallow:\n", "/private/x", False),
        (b"User-agent: OtherBot\nDisallow: /\n", "/a", True),
        (b"User-agent: *\nDisallow: /*?mod=misc*\n", "/forum.php?mod=misc", False),
        (b"User-agent: *\nDisallow: /*?mod=misc*\n", "/forum.php?mod=viewthread", True),
        (b"User-agent: *\nDisallow: /a\nAllow: /a/b\n", "/a/b/c", True),
        (b"<html><body>not found</body></html>", "/a", True),
        (bytes(range(256)) * 8, "/a", True),
        (b"User-agent: *\n" + b"Disallow: /x\n" * 60_000, "/a", True),
        (DENY + b"#" * (MAX_BYTES * 2), "/a", False),
        (b"User-agent: *\nDisallow: /" + b"*a" * 3_000 + b"$\n", "/aaaaaaaa", True),
    ],
)
def test_rules(body: bytes, path: str, allowed: bool) -> None:
    assert parse(body).can_fetch(f"http://forum.example{path}", "Gongwen") is allowed


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        (None, None), (b"", None), (b"5", 5.0), (b" 120 ", 120.0), (b"999999999999", 86400.0), (b"-5", None),
        (b"soon", None), (b"1.5", None), (b"Sun, 22 Nov 2026 12:01:00 GMT", 60.0),
        (b"Sun, 22 Nov 2026 11:00:00 GMT", 0.0), (b"Sun, 22 Nov 2026 12:01:00 -0000", 60.0),
        (b"Mon, 22 Nov 2027 12:00:00 GMT", 86400.0), ("１２".encode(), None), (b"\xff\xfe", None),
    ],
)
def test_retry_after(header: bytes | None, seconds: float | None) -> None:
    assert retry_after_s(header, NOW) == seconds


# --- by crawling

@pytest.fixture
def server() -> Iterator[Server]:
    with serving() as made:
        yield made


def robots_of(to: Handler) -> None:
    """Answer robots.txt by the name of the host."""
    kind = to.headers["Host"].partition(".")[0]
    if kind.isdigit():
        to.answer("", int(kind))
    elif kind == "hang-up":
        to.close_connection = True
    elif kind == "slow":
        threading.Event().wait(4)
        to.close_connection = True
    elif kind == "cut":
        to.answer(gzip.compress(DENY)[:20], Content_Encoding="gzip")
    elif kind == "hop":
        to.answer("", 301, Location="http://deny.example/robots.txt")
    elif kind == "circle":
        to.answer("", 302, Location="/robots.txt")
    elif kind == "inward":
        to.answer("", 302, Location="http://127.0.0.1:1/robots.txt")
    elif kind == "bomb":
        to.answer(gzip.compress(bytes(20_000_000)), Content_Encoding="gzip")
    elif kind == "packed":
        to.answer(gzip.compress(DENY), Content_Encoding="gzip")
    elif kind == "late":
        to.answer("User-agent: *\nCrawl-delay: 600\n")
    else:
        to.answer({"deny": DENY, "bom": b"\xef\xbb\xbf" + DENY}.get(kind, b""))


ARCHIVED, DENIED, WAITS = ("archived", None), ("skipped", "robots"), ("pending", "robots_unreachable")
HOSTS = {
    "free": ARCHIVED, "404": ARCHIVED, "403": ARCHIVED, "circle": ARCHIVED, "inward": ARCHIVED, "deny": DENIED,
    "bom": DENIED, "hop": DENIED, "packed": DENIED, "late": DENIED, "500": WAITS, "503": WAITS, "429": WAITS,
    "hang-up": WAITS, "slow": WAITS, "cut": WAITS, "bomb": WAITS,
}


def crawl_hosts(data: Path, server: Server, names: list[str], pages: int = 1, **plan: object) -> Result:
    addresses = [f"http://{name}.example/{number}" for name in names for number in range(pages)]
    rules = [f"{name}.example:80:127.0.0.1:{server.port}" for name in names]
    return crawl(data, server, urls=addresses, resolve=rules, **plan)


def test_robots_txt_of_every_kind(tmp_path: Path, server: Server) -> None:
    server.robots = robots_of
    for number, name in enumerate(HOSTS):
        server.pages[f"/{name}"] = article(number)
    addresses = [f"http://{name}.example/{name}" for name in HOSTS]
    rules = [f"{name}.example:80:127.0.0.1:{server.port}" for name in HOSTS]
    result = crawl(tmp_path, server, urls=addresses, resolve=rules, settings={"DOWNLOAD_TIMEOUT": 1.5})
    assert {name: result.state(f"/{name}") for name in HOSTS} == HOSTS
    asked = {path.strip("/") for path in server.paths()}
    assert asked == {name for name, state in HOSTS.items() if state == ARCHIVED}
    assert result.report["pending"] == sum(state == WAITS for state in HOSTS.values())


def test_robots_txt_is_asked_once_for_a_host(tmp_path: Path, server: Server) -> None:
    server.pages = {f"/{number}": article(number) for number in range(5)}
    crawl_hosts(tmp_path, server, ["free"], pages=5)
    assert [hit.path for hit in server.hits].count("/robots.txt") == 1
    assert server.hits[0].path == "/robots.txt"
    assert "Gongwen" in server.hits[0].headers["User-Agent"]


def test_crawl_delay_sets_the_pace(tmp_path: Path, server: Server) -> None:
    server.robots = "User-agent: *\nCrawl-delay: 0.6\n"
    server.pages = {f"/{number}": article(number) for number in range(4)}
    crawl_hosts(tmp_path, server, ["slowly"], pages=4)
    times = [hit.at for hit in server.hits if hit.path != "/robots.txt"]
    assert len(times) == 4
    assert all(later - earlier >= 0.55 for earlier, later in itertools.pairwise(times))


def test_retry_after_holds_the_whole_host_and_no_other(tmp_path: Path, server: Server) -> None:
    refused: list[float] = []

    def page(to: Handler) -> None:
        if to.headers["Host"] == "busy.example" and not refused:
            refused.append(server.hits[-1].at)
            to.answer("", 429, Retry_After="3")
        else:
            to.answer(article(int(to.path.strip("/"))))

    server.pages = {f"/{number}": page for number in range(4)}
    result = crawl_hosts(tmp_path, server, ["busy", "idle"], pages=4)
    assert result.outcomes["archived -"] == 8
    times = {name: [hit.at for hit in server.hits if hit.headers["Host"] == f"{name}.example"]
             for name in ("busy", "idle")}
    asked_again = min(at for at in times["busy"] if at > refused[0])
    assert asked_again - refused[0] >= 2.95
    assert max(times["idle"]) < asked_again, "the other host is not held up"


def test_a_host_that_asks_for_a_long_pause_is_left_for_the_next_run(tmp_path: Path, server: Server) -> None:
    server.pages = {f"/{number}": lambda to: to.answer("", 503, Retry_After="3600") for number in range(3)}
    result = crawl_hosts(tmp_path, server, ["closed"], pages=3)
    assert len(server.paths()) == 1
    assert result.report["finish_reason"] == "finished"
    assert result.report["pending"] == 3
