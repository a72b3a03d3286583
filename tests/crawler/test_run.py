"""Whole crawls against a server on loopback, each in a process of its own."""

import os
import signal
import sqlite3
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.crawler.hostile_pages import CASES
from tests.crawler.loopback import (
    HOST,
    Handler,
    Server,
    article,
    crawl,
    finish_crawl,
    listing,
    serving,
    start_crawl,
    urls,
    wait_until,
)

pytestmark = pytest.mark.journey
SITE = {"slug": "trial", "name": "试验", "hosts": [HOST], "spider": "forum", "starts": [f"http://{HOST}/"],
        "delay_s": 0, "concurrency": 4}


@pytest.fixture
def server() -> Iterator[Server]:
    with serving() as made:
        yield made


def rows(data: Path, sql: str) -> list[tuple[object, ...]]:
    with sqlite3.connect(data / "archive.db") as conn:
        return conn.execute(sql).fetchall()


def board(server: Server, pages: int, each: int) -> None:
    """Put up a list of several pages with its documents."""
    for page in range(1, pages + 1):
        first = (page - 1) * each + 1
        more = f"<a class='nxt' href='/list-{page + 1}'>下一页</a>" if page < pages else ""
        paths = [f"/doc/{number}.html" for number in range(first, first + each)]
        server.pages["/" if page == 1 else f"/list-{page}"] = listing(*paths, extra=more)
        for number in range(first, first + each):
            server.pages[f"/doc/{number}.html"] = article(number)


def test_every_bad_answer_comes_to_its_state_and_the_crawl_goes_on(tmp_path: Path, server: Server) -> None:
    server.pages = {path: page for path, (page, _, _) in CASES.items()}
    # One page at a time: the redirect must have landed before its target's turn comes, and of connections that are
    # kept open Twisted itself asks once more where one is hung up on.
    settings = {"DOWNLOAD_TIMEOUT": 1.5, "GONGWEN_BACK_OFF_S": 0.05, "CONCURRENT_REQUESTS_PER_DOMAIN": 1}
    result = crawl(tmp_path, server, urls=urls(*CASES), settings=settings)
    found = {path: result.state(path) for path in CASES}
    assert found == {path: (state, reason) for path, (_, state, reason) in CASES.items()}
    assert result.report["finish_reason"] == "finished"
    hits = Counter(server.paths())
    assert {path: hits[path] for path in ("/cut-gzip", "/hang-up", "/500", "/bomb", "/404")} == {
        "/cut-gzip": 3, "/hang-up": 3, "/500": 3, "/bomb": 1, "/404": 1}
    assert hits["/fine-2"] == 1, "a redirect brought it"
    kept = rows(tmp_path, "SELECT url, bytes FROM captures WHERE reason = 'truncated'")
    assert len(kept) == 5
    assert all(size for _, size in kept), "the bytes of cut answers are kept"


def test_a_redirect_chain_is_kept_with_the_capture(tmp_path: Path, server: Server) -> None:
    server.pages["/a"] = lambda to: to.answer(b"", 301, Location="/b")
    server.pages["/b"] = lambda to: to.answer(b"", 302, Location="c?x=1#part")
    server.pages["/c?x=1"] = article(1)
    result = crawl(tmp_path, server, urls=urls("/a"))
    assert result.state("/a") == ("archived", None)
    ((url, final, chain),) = rows(tmp_path, "SELECT url, final_url, redirects FROM captures")
    assert (url, final) == (f"http://{HOST}/a", f"http://{HOST}/c?x=1")
    assert chain == f'[[301, "http://{HOST}/a"], [302, "http://{HOST}/b"]]'


def test_a_board_is_crawled_and_an_unchanged_one_makes_few_requests(tmp_path: Path, server: Server) -> None:
    board(server, pages=3, each=5)
    first = crawl(tmp_path, server, site=SITE)
    assert first.report["finish_reason"] == "finished"
    assert sorted(server.paths()) == sorted(server.pages)
    assert first.report["reports_new"] == 15
    server.hits.clear()
    second = crawl(tmp_path, server, site=SITE)
    assert server.paths() == ["/"], "its first page shows nothing new"
    assert second.report["reports_new"] == 0
    server.hits.clear()
    server.pages["/doc/99.html"] = article(99)
    row = "<li><a href='/doc/99.html'>新的工作总结报告</a></li></ul>"
    server.pages["/"] = str(server.pages["/"]).replace("</ul>", row)
    third = crawl(tmp_path, server, site=SITE)
    assert sorted(server.paths()) == ["/", "/doc/99.html", "/list-2"], "page 2 again, as page 1 had a new row"
    assert third.report["reports_new"] == 1


@pytest.mark.parametrize("how", ["kill", "interrupt"])
def test_a_stopped_crawl_goes_on_where_it_was(tmp_path: Path, server: Server, how: str) -> None:
    board(server, pages=4, each=10)
    process = start_crawl(tmp_path, server, site=SITE)
    wait_until(lambda: len(server.paths()) >= 15)
    os.kill(process.pid, signal.SIGKILL if how == "kill" else signal.SIGINT)
    stopped = finish_crawl(process)
    if how == "interrupt":
        assert stopped.report["finish_reason"] == "interrupted"
    again = crawl(tmp_path, server, site=SITE)
    assert again.report["finish_reason"] == "finished"
    assert again.report["resumed"] is (how == "kill")
    assert rows(tmp_path, "SELECT count(*), count(DISTINCT public_id) FROM reports") == [(40, 40)]
    assert rows(tmp_path, "SELECT count(*) FROM copies") == [(40,)]
    documents = Counter(path for path in server.paths() if "doc" in path)
    assert len(documents) == 40
    assert sum(documents.values()) <= 40 + 8, "at most what was in flight is fetched again"
    assert rows(tmp_path, "SELECT count(*) FROM captures WHERE state = 'fetched'") == [(0,)]


def test_a_limit_ends_the_crawl(tmp_path: Path, server: Server) -> None:
    board(server, pages=2, each=10)
    result = crawl(tmp_path, server, site=SITE, limit=5)
    assert (result.report["finish_reason"], result.report["pages"]) == ("limit", 5)
    rest = crawl(tmp_path, server, site=SITE)
    assert rest.report["finish_reason"] == "finished"
    assert rows(tmp_path, "SELECT count(*) FROM reports") == [(20,)]


def test_an_unchanged_static_page_answers_304(tmp_path: Path, server: Server) -> None:
    def page(to: Handler) -> None:
        if to.headers.get("If-None-Match") == '"v1"':
            to.raw(b"HTTP/1.1 304 Not Modified\r\nETag: \"v1\"\r\n\r\n")
        else:
            to.answer(article(1), ETag='"v1"')

    server.pages["/doc/1.html"] = page
    crawl(tmp_path, server, urls=urls("/doc/1.html"))
    known = crawl(tmp_path, server, urls=urls("/doc/1.html"))
    assert known.state("/doc/1.html") == ("archived", None)
    assert len(server.paths()) == 1, "a page that we hold is asked for again only when told so"
    again = crawl(tmp_path, server, urls=urls("/doc/1.html"), refetch=True)
    assert again.state("/doc/1.html") == ("unchanged", None)
    assert rows(tmp_path, "SELECT count(*) FROM captures") == [(1,)]


def test_a_closed_site_is_left_alone_and_its_pages_wait(tmp_path: Path, server: Server) -> None:
    board(server, pages=1, each=30)
    crawl(tmp_path, server, site=SITE, limit=1)
    for path in list(server.pages):
        server.pages[path] = lambda to: to.answer("<html><body>500</body></html>", 500)
    settings = {"GONGWEN_BACK_OFF_S": 0.01}
    result = crawl(tmp_path, server, site=SITE | {"concurrency": 1}, settings=settings)
    assert len(result.report["warnings"]) == 1
    assert "the whole site answers 'server_error'" in result.report["warnings"][0]
    assert result.report["pending"] >= 20
    assert len(server.paths()) < 20


def test_two_crawls_of_one_site_exclude_each_other(tmp_path: Path, server: Server) -> None:
    released = []
    server.pages["/"] = lambda to: (wait_until(lambda: bool(released)), to.answer(listing()))[1]
    first = start_crawl(tmp_path, server, site=SITE)
    wait_until(lambda: bool(server.paths()))
    second = crawl(tmp_path, server, site=SITE)
    released.append(True)
    assert second.code == 75
    assert "Busy" in second.errors
    assert finish_crawl(first).report["finish_reason"] == "finished"


def test_off_loopback_a_contact_is_needed(tmp_path: Path, server: Server) -> None:
    result = crawl(tmp_path, server, urls=["http://other.example/"])
    assert result.code == 2
    assert "NoContact: say who runs this crawl" in result.errors
    assert not (tmp_path / "archive.db").exists()


def test_a_disk_that_is_nearly_full_stops_the_crawl(tmp_path: Path, server: Server) -> None:
    board(server, pages=1, each=5)
    stopped = crawl(tmp_path, server, site=SITE, settings={"GONGWEN_MIN_FREE_MB": 10**9})
    assert stopped.report["finish_reason"] == "disk_full"
    assert "Make room" in stopped.errors
    assert crawl(tmp_path, server, site=SITE).report["finish_reason"] == "finished"
    assert rows(tmp_path, "SELECT count(*) FROM reports") == [(5,)]
