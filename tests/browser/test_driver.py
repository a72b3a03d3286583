"""The browser's eyes are open: a page that does each forbidden thing is told for each of them."""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from tests.browser.driver import Browser, is_outside
from tests.browser.looking import Look, faults_of
from tests.browser.serving import Page, dangers

pytestmark = pytest.mark.browser
BAD = """<!doctype html><html lang=zh><title>坏页</title><meta name=viewport content="width=device-width"><main>
<h1>坏页</h1><script>window.pwned=1; console.error('出错')</script><p style="width:3000px">宽</p>
<img src="http://evil.invalid/x.png"><a href="/x"></a><button onclick="window.pwned=2">点</button></main>"""


@pytest.fixture(scope="module")
def bad() -> Iterator[str]:
    """Address of a page that does everything that a page must not do."""

    class Answer(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(BAD.encode())

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = HTTPServer(("127.0.0.1", 0), Answer)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


def test_each_fault_of_a_bad_page_is_seen(chromium: Browser, bad: str, tmp_path: Path) -> None:
    chromium.forget()
    chromium.open(bad + "/")
    told = "\n".join(faults_of(chromium, Look(name="bad", shots=tmp_path)))
    for fault in (
        "desktop: scrolls sideways: 30", "phone: scrolls sideways: 30", "a script ran or may run: number",
        "'rule': 'image-alt'", "'rule': 'link-name'", "console: SEVERE", "出错", "asked for http://evil.invalid/x.png",
    ):  # fmt: skip
        assert fault in told, fault
    assert sorted(path.name for path in tmp_path.glob("*.png")) == ["bad-desktop.png", "bad-phone.png"]


SENT = [
    ("<p>一</p>", 0),
    ('<a href="/report/1">一</a><a href="?q=1">二</a><a href="http://a.test/" rel="noreferrer">三</a>', 0),
    ('<a href="http://a.test/">一</a>', 1),
    ('<a href="javascript:x">一</a>', 1),
    ('<a href="//evil.invalid/">一</a>', 2),
    ('<img src="http://evil.invalid/x.png">', 1),
    ('<p onmouseover="x">一</p>', 1),
    ('<iframe src="/x"></iframe>', 1),
    ("<script>window.pwned=1</script>", 1),
    ("<p>62710561</p>", 1),
    ('<p style="position:fixed">一</p>', 1),
    ("<p>" + "长" * 1_100_000 + "</p>", 1),
]


@pytest.mark.parametrize(("body", "count"), SENT)
def test_what_could_run_is_seen_in_what_is_sent(body: str, count: int) -> None:
    headers = {"content-type": "text/html"}
    page = Page(url="http://127.0.0.1:1/", status=200, headers=headers, body=f"<html><body>{body}".encode())
    assert len(dangers(page)) == count


OUTSIDE = [
    ("http://127.0.0.1:1/x", False), ("http://127.0.0.1:2/x", True), ("https://127.0.0.1:1/x", True),
    ("data:image/png;base64,", False), ("http://evil.invalid/", True), ("ws://127.0.0.1:1/", True),
]  # fmt: skip


@pytest.mark.parametrize(("url", "expected"), OUTSIDE)
def test_an_address_outside_is_told_from_the_servers_own(url: str, expected: bool) -> None:
    assert is_outside(url, "http://127.0.0.1:1") is expected
