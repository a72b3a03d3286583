"""What servers and posters do on purpose: a name, the behaviour, and the state and reason that the URL must come to.

What bad luck does (cut bodies, hang-ups, statuses, redirects) is in `tests.crawler.hostile_pages`.
"""

import gzip
import threading
import zlib

import brotli  # type: ignore[import-untyped]  # brotli carries no annotations

from tests.crawler.loopback import Handler, Page, article

HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n"
HTML = b"<!DOCTYPE html><html><head><meta charset='utf-8'></head><body>"
PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(256)) * 40
RULES = b"User-agent: *\nDisallow: /\n"
PATIENCE_S = 10.0
"""How long a server holds out at most; the crawl's own limit is far below."""


def packed(body: bytes, encoding: str) -> Page:
    def send(to: Handler) -> None:
        to.answer(body, Content_Encoding=encoding)

    return send


def typed(body: bytes | str, content_type: str) -> Page:
    def send(to: Handler) -> None:
        to.answer(body, Content_Type=content_type)

    return send


def moved(location: str) -> Page:
    def send(to: Handler) -> None:
        to.raw(b"HTTP/1.1 302 Found\r\nContent-Length: 0\r\nLocation: " + location.encode() + b"\r\n\r\n")

    return send


def endless_headers(to: Handler) -> None:
    """Send 3 MB of headers, as much as a machine at a tenth of its pace takes in within the timeout, and hang up."""
    to.wfile.write(b"HTTP/1.1 200 OK\r\n")
    for number in range(3_000):
        to.wfile.write(b"X-%d: %s\r\n" % (number, b"x" * 1_000))
    to.close_connection = True


def one_long_header(to: Handler) -> None:
    to.wfile.write(b"HTTP/1.1 200 OK\r\nX-Long: ")
    for _ in range(10_000):
        to.wfile.write(b"x" * 1_000)
    to.close_connection = True


def dripping(head: bytes) -> Page:
    """Send a byte at a time: a slow-loris."""

    def send(to: Handler) -> None:
        to.wfile.write(head)
        for _ in range(int(PATIENCE_S / 0.1)):
            to.wfile.write(b"x")
            threading.Event().wait(0.1)
        to.close_connection = True

    return send


def bad_chunk(to: Handler) -> None:
    to.raw(HEAD + b"Transfer-Encoding: chunked\r\n\r\nZZ\r\n<html>\r\n0\r\n\r\n")


def two_lengths(to: Handler) -> None:
    to.raw(HEAD + b"Content-Length: 5\r\nContent-Length: 50\r\n\r\n<html>" + b"x" * 50)


def negative_length(to: Handler) -> None:
    to.raw(HEAD + b"Content-Length: -7\r\n\r\n<html>" + b"x" * 50)


def many(head: bytes, piece: bytes, times: int, tail: bytes = b"") -> bytes:
    return HTML + head + piece * times + tail + b"</body></html>"


WHOLE = brotli.compress(article(201).encode())
DEFLATE_BOMB = zlib.compress(bytes(60_000_000))
PAGES: dict[str, tuple[Page, str, str | None]] = {
    "/cut-brotli": (packed(WHOLE[: len(WHOLE) // 2], "br"), "quarantined", "truncated"),
    "/whole-brotli": (packed(WHOLE, "br"), "archived", None),
    "/brotli-bomb": (packed(brotli.compress(bytes(60_000_000)), "br"), "failed", "too_large"),
    "/deflate-bomb": (packed(DEFLATE_BOMB, "deflate"), "failed", "too_large"),
    "/gzip-of-bomb": (packed(gzip.compress(DEFLATE_BOMB), "deflate, gzip"), "failed", "too_large"),
    "/said-gzip-is-plain": (packed(article(202).encode(), "gzip"), "archived", None),
    "/endless-headers": (endless_headers, "failed", "connection"),
    "/one-long-header": (one_long_header, "failed", "connection"),
    "/slow-head": (dripping(b"HTTP/1.1 200 OK\r\nX-Slow: "), "failed", "timeout"),
    "/slow-body": (dripping(HEAD + b"Content-Length: 5000\r\n\r\n"), "failed", "timeout"),
    "/bad-chunk": (bad_chunk, "quarantined", "truncated"),
    "/two-lengths": (two_lengths, "failed", "connection"),
    "/negative-length": (negative_length, "failed", "connection"),
    "/picture": (typed(PNG, "text/html"), "refused", "not_a_page"),
    "/zip": (typed(b"PK\x03\x04" + bytes(range(256)) * 40, "text/html"), "refused", "not_a_page"),
    "/attributes": (many(b"<p ", b"a=1 ", 100_000, b">"), "quarantined", "unparsable"),
    "/elements": (many(b"", b"<br>", 200_000), "quarantined", "unparsable"),
    "/nested": (many(b"", b"<div>", 99_000, article(203).encode()), "archived", None),
    "/one-line": (HTML + article(204).encode() * 9_000, "failed", "too_large"),
    "/bad-base": (article(205).replace("<head>", '<head><base href="http://[">'), "archived", None),
    "/meta-refresh": (
        HTML + b"<meta http-equiv=refresh content='0;url=http://127.0.0.1:9/'>",
        "refused",
        "no_content",
    ),
    "/charset-escape": (typed(article(206), "text/html; charset=unicode_escape"), "archived", None),
    "/charset-idna": (typed(article(207), "text/html; charset=idna"), "archived", None),
    "/zeros": (article(208).replace("第1条", "第1条\0\0"), "archived", None),
    "/to-user": (moved("http://user:word@127.0.0.1/x"), "skipped", "guard"),
    "/to-six": (moved("http://[::1]/x"), "skipped", "guard"),
    "/to-hex": (moved("http://0x7f.1/x"), "skipped", "guard"),
    "/to-circled": (moved("http://①②⑦.⓪.⓪.①/x"), "skipped", "guard"),
    "/to-script": (moved("javascript:alert(1)"), "skipped", "guard"),
    "/to-data": (moved("data:text/html,x"), "skipped", "guard"),
    "/to-long": (moved("/" + "x" * 5_000), "skipped", "trap"),
}


def status(code: int, body: bytes = b"") -> Page:
    def send(to: Handler) -> None:
        to.answer(body, code)

    return send


def reset(to: Handler) -> None:
    to.close_connection = True


def hang(to: Handler) -> None:
    threading.Event().wait(PATIENCE_S)
    to.close_connection = True


FREE, DENIED, WAITS = ("archived", None), ("skipped", "robots"), ("pending", "robots_unreachable")
ROBOTS: dict[str, tuple[Page, tuple[str, str | None]]] = {
    "none": (status(404), FREE),
    "forbidden": (status(403), FREE),
    "deny": (RULES, DENIED),
    "marked": (b"\xef\xbb\xbf" + RULES, DENIED),
    "packed": (packed(gzip.compress(RULES), "gzip"), DENIED),
    "binary": (PNG, FREE),
    "page": (HTML + b"404", FREE),
    "comments": (b"# nothing\n" * 100_000 + RULES, FREE),  # rules past 512 KiB are not read (RFC 9309 section 2.5)
    "large": (RULES + b"# nothing\n" * 100_000, DENIED),
    "many-rules": (b"User-agent: *\n" + b"Disallow: /a*b*c*d*e$\n" * 20_000 + b"Disallow: /page\n", DENIED),
    "broken": (status(500), WAITS),
    "busy": (status(429), WAITS),
    "reset": (reset, WAITS),
    "hang": (hang, WAITS),
    "bomb": (packed(gzip.compress(bytes(60_000_000)), "gzip"), WAITS),
    "loop": (moved("/robots.txt"), FREE),
}
"""By host: what its robots.txt is, and what its one page comes to."""
