"""A server on loopback that does what a test says, and crawls of it in a process of their own."""

import json
import socketserver
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from tests.crawler.forked import Forked

ROOT = Path(__file__).resolve().parents[2]
HOST = "forum.example"
HAN = "各单位要认真总结一年来的工作情况，查找存在的问题和不足，提出下一步的打算，确保各项任务按时完成。"


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: "Server"

    def do_GET(self) -> None:
        self.server.hits.append(Hit(path=self.path, at=time.monotonic(), headers=dict(self.headers.items())))
        page = self.server.pages.get(self.path)
        if page is None and self.path == "/robots.txt":
            page = self.server.robots
        try:
            if callable(page):
                page(self)
            else:
                self.answer(page, 200 if page is not None else 404)
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True

    def answer(self, body: bytes | str | None, status: int = 200, **headers: str) -> None:
        data = body.encode() if isinstance(body, str) else body or b""
        self.send_response(status)
        for name, value in ({"Content-Type": "text/html; charset=utf-8"} | headers).items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def raw(self, data: bytes) -> None:
        """Send bytes as they are and close."""
        self.wfile.write(data)
        self.close_connection = True

    def log_message(self, format: str, *args: Any) -> None:
        pass


Page = bytes | str | Callable[[Handler], None]


@dataclass(frozen=True)
class Hit:
    path: str
    at: float
    headers: dict[str, str]


class Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 64

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.pages: dict[str, Page] = {}
        self.robots: Page = ""
        self.hits: list[Hit] = []

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Clients that go away in the middle are part of the tests."""

    @property
    def port(self) -> int:
        return int(self.server_address[1])

    @property
    def rule(self) -> str:
        return f"{HOST}:80:127.0.0.1:{self.port}"

    def paths(self) -> list[str]:
        return [hit.path for hit in self.hits if hit.path != "/robots.txt"]


@contextmanager
def serving() -> Iterator[Server]:
    server = Server()
    thread = threading.Thread(target=socketserver.BaseServer.serve_forever, args=(server, 0.05), daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def article(number: int, extra: str = "") -> str:
    """Give a page with one report of about 400 characters, different for each number."""
    lines = "".join(f"<p>第{part}条：{number}号单位。{HAN}</p>" for part in range(1, 9))
    return (
        f"<!DOCTYPE html><html><head><meta charset='utf-8'><title>{number}号单位工作总结</title></head><body>"
        f"<h1>{number}号单位工作总结</h1><div class='content' id='content'>{lines}{extra}</div></body></html>"
    )


def listing(*paths: str, extra: str = "") -> str:
    """Give a page with a list of links to reports."""
    rows = "".join(f"<li><a href='{path}'>{path.strip('/')}号单位工作总结和下一步打算</a></li>" for path in paths)
    head = "<!DOCTYPE html><html><head><title>列表</title></head>"
    return f"{head}<body><ul class='list'>{rows}</ul>{extra}</body></html>"


@dataclass(frozen=True, kw_only=True)
class Result:
    """What the crawl's process printed when it ended."""

    code: int
    report: dict[str, Any]
    errors: str
    outcomes: dict[str, int] = field(default_factory=dict)

    def state(self, path: str) -> tuple[str, str | None]:
        """Give state and reason of a URL of the list."""
        return next((state, reason) for url, state, reason in self.report["urls"] if url.endswith(path))


def start_crawl(data: Path, server: Server, **plan: Any) -> Forked:
    """Start a crawl with these fields of the plan; without `urls` or `site` it begins at the server's home page."""
    order = {"data": str(data), "resolve": [server.rule], "delay_s": 0, "workers": 1} | plan
    return Forked("tests.crawler.run_plan", json.dumps(order), environment={"GONGWEN_CONTACT": ""})


def finish_crawl(process: Forked, seconds: float = 240) -> Result:
    """Wait for a crawl's end and read what it printed."""
    out, errors = process.communicate(timeout=seconds)
    report = json.loads(out) if out.strip() else {}
    return Result(code=process.returncode, report=report, errors=errors, outcomes=report.get("outcomes", {}))


def crawl(data: Path, server: Server, **plan: Any) -> Result:
    """Run a crawl to its end."""
    return finish_crawl(start_crawl(data, server, **plan))


def urls(*paths: str) -> list[str]:
    return [f"http://{HOST}{path}" for path in paths]


def wait_until(what: Callable[[], bool], seconds: float = 90.0) -> None:
    end = time.monotonic() + seconds
    while not what():
        assert time.monotonic() < end, "waited too long"
        threading.Event().wait(0.02)
