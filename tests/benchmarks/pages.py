"""The pages that everybody is measured on, and the server that gives them, in a process of its own.

Where ../shared exists: the 291 thread pages of three captured Discuz boards, under as many host names as it takes.
Elsewhere: thread pages of the demo, all different.
"""

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from cleaners.page import Page
from crawler.demo import world
from crawler.demo.loopback import Answer
from tests.replay.answers import SHARED, WARCS

ROOT = Path(__file__).resolve().parents[2]
BOARDS = ("forum.example", "x35.forum.example", "gbk.forum.example")
DEMO_REPORTS = 1_800
"""Enough for more than 2,000 thread pages on the demo's board."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pages:
    """URLs, and the server that answers them."""

    urls: tuple[str, ...]
    port: int
    what: str

    @property
    def hosts(self) -> tuple[str, ...]:
        """Give the host names, each once, in order."""
        return tuple(dict.fromkeys(url.split("/")[2] for url in self.urls))

    @property
    def proxy(self) -> str:
        """Give the server as a proxy."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def resolve_rules(self) -> tuple[str, ...]:
        """Give the rules for `--resolve`."""
        return tuple(f"{host}:80:127.0.0.1:{self.port}" for host in self.hosts)


def thread_pages() -> list[tuple[str, str]]:
    """Give (host, target) of every readable thread page of the three captured boards."""
    found = []
    for host in BOARDS:
        gold = json.loads((SHARED / "sites" / f"gold-{WARCS[host]}.json").read_text(encoding="utf-8"))
        for thread in gold["threads"].values():
            found += [(host, url.removeprefix(f"http://{host}")) for url in thread["page_urls"]]
    return found


@contextmanager
def served(count: int) -> Iterator[Pages]:
    """Serve at least `count` pages while the context lasts."""
    if not SHARED.is_dir():
        with _demo_served(count) as pages:
            yield pages
        return
    known = thread_pages()
    rounds = -(-count // len(known))
    urls = [f"http://c{number}.{host}{target}" for number in range(rounds) for host, target in known]
    aliases = [f"c{number}.{host}={host}" for number in range(rounds) for host in BOARDS]
    words = [word for host in BOARDS for word in ("--host", host)]
    words += [word for alias in aliases for word in ("--alias", alias)]
    with _running("tests.replay", *words) as port:
        what = f"{min(count, len(known))} thread pages of 3 captured boards under {len(BOARDS) * rounds} host names"
        yield Pages(urls=tuple(urls[:count]), port=port, what=what)


@contextmanager
def spread(hosts: int, *, each: int) -> Iterator[Pages]:
    """Serve the same pages under so many host names while the context lasts: `each` of one host, hosts in turn."""
    if not SHARED.is_dir():
        with _demo_served(each) as pages:  # the demo's board is one host
            yield pages
        return
    known = [target for host, target in thread_pages() if host == BOARDS[0]][:each]
    names = [f"h{number}.{BOARDS[0]}" for number in range(hosts)]
    words = ["--host", BOARDS[0], *(word for name in names for word in ("--alias", f"{name}={BOARDS[0]}"))]
    with _running("tests.replay", *words) as port:
        urls = tuple(f"http://{name}{target}" for target in known for name in names)
        yield Pages(urls=urls, port=port, what=f"{len(known)} thread pages under {hosts} host names")


@contextmanager
def _demo_served(count: int) -> Iterator[Pages]:
    """Serve thread pages of the demo."""
    truths = world(reports=DEMO_REPORTS).board.truths()
    urls = [f"http://{truth.host}{path}" for truth in truths if truth.title for path in truth.paths][:count]
    with _running("crawler.demo", "--reports", str(DEMO_REPORTS)) as port:
        yield Pages(urls=tuple(urls), port=port, what=f"{len(urls)} thread pages of the demo's board")


@contextmanager
def _running(module: str, *words: str) -> Iterator[int]:
    """Run a server module in its own process; give its port."""
    with subprocess.Popen(
        [sys.executable, "-m", module, "--port", "0", *words], cwd=ROOT, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        try:
            yield int(process.stdout.readline())
        finally:
            process.terminate()


def page_of(url: str, answer: Answer) -> Page:
    """Make a page of a captured or served answer, chunks undone."""
    lines = answer.head.decode("latin-1").split("\r\n")[1:]
    headers = tuple((name, value.strip()) for name, _, value in (line.partition(":") for line in lines if line))
    body = answer.body
    if ("transfer-encoding", "chunked") in {(name.lower(), value.lower()) for name, value in headers}:
        body = _unchunked(body)
    return Page(body=body, url=url, status=answer.status, headers=headers)


def _unchunked(body: bytes) -> bytes:
    """Undo the chunks."""
    parts = []
    while body:
        size, _, rest = body.partition(b"\r\n")
        length = int(size.split(b";")[0], 16)
        parts.append(rest[:length])
        body = rest[length + 2 :]
    return b"".join(parts)
