"""The replay server answers as the captured sites did, and guesses nothing."""

import base64
import http.client
import json
import socket
import time
import urllib.parse
from collections.abc import Iterator, Mapping

import pytest

from tests.replay.answers import SHARED
from tests.replay.server import CONTROL, Replay

pytestmark = [pytest.mark.shared, pytest.mark.skipif(not SHARED.is_dir(), reason="../shared is not here")]


@pytest.fixture(scope="module")
def replay() -> Iterator[Replay]:
    with Replay(["forum.example"], aliases={"twin.example": "forum.example"}) as server:
        yield server


def ask(
    replay: Replay, target: str, *, host: str = "forum.example", method: str = "GET", headers: Mapping[str, str] = {}
) -> tuple[http.client.HTTPResponse, bytes]:
    line = http.client.HTTPConnection("127.0.0.1", replay.port, timeout=60)
    line.request(method, target, headers={"Host": host, **headers})
    got = line.getresponse()
    body = got.read()
    line.close()
    return got, body


@pytest.mark.parametrize(
    ("target", "status", "inside"),
    [
        ("/robots.txt", 200, b"Disallow: /search.php"),
        ("/", 200, b"forum-2-1.html"),
        ("/thread-2-1-1.html", 200, b'id="postlist"'),
        ("/thread-9-1-1.html", 404, b"messagetext"),  # captured as 404: the site's own page, not ours
        ("/thread-2-1-77.html", 404, b"not captured"),  # another spelling of thread 2: not guessed
        ("/forum.php?mod=viewthread&tid=2&mobile=2", 302, b""),  # the browser's row, not the telephone's
        ("/no-such-page", 404, b"not captured"),
    ],
)
def test_answers_as_captured(replay: Replay, target: str, status: int, inside: bytes) -> None:
    got, body = ask(replay, target)
    assert got.status == status
    assert inside in body


def test_headers_stay_as_they_were(replay: Replay) -> None:
    got, body = ask(replay, "/thread-2-1-1.html")
    assert got.headers.get_all("Transfer-Encoding") == ["chunked"]
    assert len(got.headers.get_all("Set-Cookie") or []) > 3
    assert got.headers.get_all("Connection") == ["keep-alive"]
    assert got.headers["Content-Length"] is None
    assert body.rstrip().endswith(b"</html>")


def test_attachment_is_found_by_its_number_and_keeps_its_odd_encoding(replay: Replay) -> None:
    gold = json.loads((SHARED / "sites" / "gold-x34.json").read_text(encoding="utf-8"))
    wanted = next(one for thread in gold["threads"].values() for one in thread["attachments"])
    fresh = "/forum.php?mod=attachment&aid=" + signed_anew(wanted["url"])
    got, body = ask(replay, fresh)
    assert (got.status, len(body)) == (200, wanted["size"])
    assert got.headers["Content-Encoding"] == "none"
    assert ask(replay, "/forum.php?mod=attachment&aid=OTl8eA%3D%3D")[0].status == 404  # number 99


def signed_anew(url: str) -> str:
    aid = urllib.parse.parse_qs(urllib.parse.urlsplit(url).query)["aid"][0]
    number = base64.b64decode(aid).split(b"|")[0]
    return urllib.parse.quote(base64.b64encode(number + b"|0badcafe|1|0|2").decode())


def test_validators_of_static_pages_hold(replay: Replay) -> None:
    got, _ = ask(replay, "/robots.txt")
    again, body = ask(replay, "/robots.txt", headers={"If-None-Match": got.headers["ETag"]})
    assert (again.status, body) == (304, b"")
    assert ask(replay, "/robots.txt", headers={"If-None-Match": '"other"'})[0].status == 200
    since = {"If-Modified-Since": "Sun, 22 Nov 2026 02:38:02 GMT"}
    assert ask(replay, "/thread-2-1-1.html", headers=since)[0].status == 200  # a dynamic page answers in full


def test_head_has_no_body_and_the_line_stays_usable(replay: Replay) -> None:
    line = http.client.HTTPConnection("127.0.0.1", replay.port, timeout=60)
    for method in ("HEAD", "GET", "HEAD"):
        line.request(method, "/robots.txt", headers={"Host": "forum.example:80"})
        got = line.getresponse()
        assert len(got.read()) == (615 if method == "GET" else 0)
    line.close()


@pytest.mark.parametrize(
    ("name", "target", "status", "inside"),
    [
        ("closed", "/thread-2-1-1.html", 200, b"messagetext"),
        ("closed", "/forum-2-1.html", 200, b"messagetext"),  # every URL
        ("banned", "/", 302, b""),
        ("database-lost", "/thread-4-1-1.html", 200, b"Database Error"),
        ("challenge", "/thread-5-1-1.html", 200, b"<script"),
        ("challenge", "/thread-15-2-1.html", 200, b'id="postlist"'),  # page 2 is not guarded
        ("challenge", "/forum-2-1.html", 200, b'id="threadlist"'),  # nor are lists
    ],
)
def test_scenarios_switch_a_host_and_back(replay: Replay, name: str, target: str, status: int, inside: bytes) -> None:
    before = ask(replay, target)[1]
    replay.scenario("forum.example", name)
    got, body = ask(replay, target)
    assert (got.status, inside in body) == (status, True)
    assert ask(replay, target, host="twin.example")[1] == before  # the alias is a host of its own
    replay.scenario("forum.example", None)
    assert ask(replay, target)[1] == before


def test_unknown_scenario_is_refused(replay: Replay) -> None:
    with pytest.raises(KeyError, match="on fire"):
        replay.scenario("forum.example", "on fire")


def test_control_requests_and_log(replay: Replay) -> None:
    ask(replay, "/clear", host=CONTROL, method="POST")
    assert ask(replay, "/scenario?host=forum.example&name=closed", host=CONTROL, method="POST")[0].status == 200
    assert ask(replay, "/scenario?host=forum.example&name=nonsense", host=CONTROL, method="POST")[0].status == 400
    assert b"messagetext" in ask(replay, "/")[1]
    ask(replay, "/scenario?host=forum.example", host=CONTROL, method="POST")
    ask(replay, "/nowhere")
    log = json.loads(ask(replay, "/log", host=CONTROL)[1])
    assert log == [["forum.example", "/", 200], ["forum.example", "/nowhere", 404]]


def test_rules_for_the_crawler(replay: Replay) -> None:
    assert replay.resolve_rules == (
        f"forum.example:80:127.0.0.1:{replay.port}",
        f"twin.example:80:127.0.0.1:{replay.port}",
    )


def test_pipelined_requests_are_answered_in_order(replay: Replay) -> None:
    with socket.create_connection(("127.0.0.1", replay.port), timeout=60) as raw:
        one = b"GET /robots.txt HTTP/1.1\r\nHost: forum.example\r\n\r\n"
        began = time.monotonic()
        raw.sendall(one * 50 + b"GET /gone HTTP/1.1\r\nHost: forum.example\r\nConnection: close\r\n\r\n")
        got = b"".join(iter(lambda: raw.recv(65536), b""))
    assert got.count(b"HTTP/1.1 200 OK") == 50
    assert got.rstrip().endswith(b"not captured")
    assert time.monotonic() - began < 20  # a line that waits to be closed takes a minute
