"""The torture server: one crawl of everything, healthy pages among it. Each URL ends where it must, within bounds."""

import resource
import sqlite3
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.crawler.hostile_pages import CASES
from tests.crawler.loopback import HOST, Handler, Server, article, crawl, listing, serving, urls
from tests.hostile.pages import PAGES, ROBOTS

pytestmark = pytest.mark.journey
HEALTHY = 30
BOUND_S = 180.0
"""Seconds for the whole run: the timeouts alone make up 20, the work as many on two idle cores."""
BOUND_MB = 600
QUICK = {"DOWNLOAD_TIMEOUT": 2, "GONGWEN_BACK_OFF_S": 0.05, "GONGWEN_WAIT_S": 2}
SITE = {
    "slug": "trap",
    "name": "陷阱",
    "hosts": [HOST],
    "spider": "forum",
    "starts": [f"http://{HOST}/"],
    "delay_s": 0,
    "concurrency": 4,
}


@pytest.fixture
def server() -> Iterator[Server]:
    with serving() as made:
        yield made


def robots_by_host(to: Handler) -> None:
    name = to.headers["Host"].removesuffix(".example")
    page = ROBOTS[name][0] if name in ROBOTS else b""
    if callable(page):
        page(to)
    else:
        to.answer(page)


@pytest.mark.slow  # each trap has a test of its own; this one runs them all side by side
def test_everything_at_once(tmp_path: Path, server: Server) -> None:
    everything = CASES | PAGES
    healthy = {f"/healthy-{number}": article(300 + number) for number in range(HEALTHY)}
    server.pages = {path: page for path, (page, _, _) in everything.items()} | dict(healthy)
    server.pages |= {"/page": lambda to: to.answer(article(sum(to.headers["Host"].encode())))}
    server.robots = robots_by_host
    hosts = [f"{name}.example" for name in ROBOTS]
    wanted = {f"http://{HOST}{path}": (state, reason) for path, (_, state, reason) in everything.items()}
    wanted |= {f"http://{HOST}{path}": ("archived", None) for path in healthy}
    wanted |= {f"http://{name}.example/page": outcome for name, (_, outcome) in ROBOTS.items()}
    began = time.monotonic()
    result = crawl(
        tmp_path,
        server,
        urls=_mixed(list(wanted), list(urls(*healthy))),
        settings=QUICK,
        workers=2,
        resolve=[f"{host}:80:127.0.0.1:{server.port}" for host in [HOST, *hosts]],
    )
    seconds = time.monotonic() - began
    assert result.report["finish_reason"] == "finished", result.errors
    found = {url: (state, reason) for url, state, reason in result.report["urls"]}
    differences = {url: (found.get(url), outcome) for url, outcome in wanted.items() if found.get(url) != outcome}
    assert differences == {}
    assert seconds < BOUND_S
    assert resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss < BOUND_MB * 1_024


def _mixed(all_urls: list[str], healthy: list[str]) -> list[str]:
    """Put the healthy pages between the others."""
    bad = [url for url in all_urls if url not in healthy]
    step = max(1, len(bad) // len(healthy))
    mixed: list[str] = []
    for number, url in enumerate(bad):
        mixed.append(url)
        if number % step == 0 and healthy:
            mixed.append(healthy.pop())
    return mixed + healthy


def calendar(to: Handler) -> None:
    """Lead to the next months for ever."""
    month = int(to.path.rpartition("=")[2])
    to.answer(listing(f"/cal?m={month + 2}", extra=f"<a href='/cal?m={month + 1}'>下个月活动安排</a>"))


def sessions(to: Handler) -> None:
    """Give each visitor, and each visit, another id in all links."""
    visit = len(to.server.hits)
    to.answer(listing(f"/doc?tid=1&PHPSESSID={visit:032x}", f"/walk/{visit}?sid={visit:06d}"))


def test_traps_end(tmp_path: Path, server: Server) -> None:
    healthy = [f"/doc/{number}.html" for number in range(10)]
    server.pages = {path: article(number) for number, path in enumerate(healthy)}
    server.pages["/"] = listing(*healthy, "/cal?m=1", "/walk/0")

    class Endless(dict[str, object]):
        def get(self, path: str, default: object = None) -> object:
            if path.startswith("/cal?"):
                return calendar
            if path.startswith("/walk/"):
                return sessions
            if path.startswith("/doc?"):
                return article(99)
            return super().get(path, default)

    server.pages = Endless(server.pages)  # type: ignore[assignment]  # pages without end are made when asked for
    result = crawl(tmp_path, server, site=SITE, settings=QUICK)
    assert result.report["finish_reason"] == "finished", result.errors
    assert len(server.hits) < 400
    with sqlite3.connect(tmp_path / "archive.db") as conn:
        (kept,) = conn.execute(
            "SELECT count(*) FROM frontier WHERE state = 'archived' AND url LIKE '%/doc/%'"
        ).fetchone()
    assert kept == len(healthy)
