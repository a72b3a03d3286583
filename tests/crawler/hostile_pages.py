"""What bad servers answer, each by its path, and what the URL must come to."""

import gzip
import threading

from tests.crawler.loopback import HOST, Handler, Page, article

HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n"
PACKED = gzip.compress(article(90).encode())


def cut_gzip(to: Handler) -> None:
    to.answer(PACKED[: len(PACKED) // 2], Content_Encoding="gzip")


def bad_crc(to: Handler) -> None:
    to.answer(PACKED[:-8] + b"\0\0\0\0" + PACKED[-4:], Content_Encoding="gzip")


def bomb(to: Handler) -> None:
    to.answer(gzip.compress(bytes(20_000_000)), Content_Encoding="gzip")


def endless(to: Handler) -> None:
    to.wfile.write(HEAD + b"\r\n")
    for _ in range(4_000):
        to.wfile.write(b"<p>" + b"x" * 16_000)
    to.close_connection = True


def large(to: Handler) -> None:
    to.raw(HEAD + b"Content-Length: 99999999\r\n\r\n")


def cut_chunk(to: Handler) -> None:
    to.raw(HEAD + b"Transfer-Encoding: chunked\r\n\r\n400\r\n<html><body>" + b"x" * 100)


def short_body(to: Handler) -> None:
    to.raw(HEAD + b"Content-Length: 5000\r\n\r\n<html><body>" + b"x" * 100)


def no_length_cut(to: Handler) -> None:
    to.raw(HEAD + b"\r\n" + article(91).encode()[:600])


def no_length_whole(to: Handler) -> None:
    to.raw(HEAD + b"\r\n" + article(92).encode())


def hang_up(to: Handler) -> None:
    to.close_connection = True


def garbage(to: Handler) -> None:
    to.raw(b"\x00\x01\x02 what is this\r\n\r\n")


def slow(to: Handler) -> None:
    to.wfile.write(HEAD + b"Content-Length: 100\r\n\r\n")
    threading.Event().wait(5)
    to.close_connection = True


def part(to: Handler) -> None:
    to.answer(article(93)[:500], 206, Content_Range="bytes 0-499/5000")


def empty(to: Handler) -> None:
    to.answer(b"")


def no_content(to: Handler) -> None:
    to.raw(b"HTTP/1.1 204 No Content\r\n\r\n")


def status(code: int) -> Page:
    def send(to: Handler) -> None:
        to.answer("<html><body>no</body></html>", code)

    return send


def moved(location: str, code: int = 302) -> Page:
    def send(to: Handler) -> None:
        to.answer(b"", code, Location=location)

    return send


def packed(to: Handler) -> None:
    to.answer(gzip.compress(article(94).encode()), Content_Encoding="gzip")


CASES: dict[str, tuple[Page, str, str | None]] = {
    "/fine": (article(95), "archived", None),
    "/packed": (packed, "archived", None),
    "/no-length-whole": (no_length_whole, "archived", None),
    "/cut-gzip": (cut_gzip, "quarantined", "truncated"),
    "/bad-crc": (bad_crc, "quarantined", "truncated"),
    "/cut-chunk": (cut_chunk, "quarantined", "truncated"),
    "/short-body": (short_body, "quarantined", "truncated"),
    "/no-length-cut": (no_length_cut, "quarantined", "truncated"),
    "/bomb": (bomb, "failed", "too_large"),
    "/endless": (endless, "failed", "too_large"),
    "/large": (large, "failed", "too_large"),
    "/hang-up": (hang_up, "failed", "connection"),
    "/garbage": (garbage, "failed", "connection"),
    "/slow": (slow, "failed", "timeout"),
    "/part": (part, "refused", "no_content"),
    "/empty": (empty, "refused", "no_content"),
    "/204": (no_content, "refused", "no_content"),
    "/404": (status(404), "refused", "gone"),
    "/410": (status(410), "refused", "gone"),
    "/401": (status(401), "refused", "login"),
    "/403": (status(403), "refused", "permission"),
    "/400": (status(400), "failed", "http_status"),
    "/304": (status(304), "failed", "http_status"),
    "/500": (status(500), "refused", "server_error"),
    "/hop": (moved("/fine-2", 301), "archived", None),
    "/loop-a": (moved("/loop-b"), "failed", "too_many_redirects"),
    "/loop-b": (moved("/loop-a"), "failed", "too_many_redirects"),
    "/to-file": (moved("file:///etc/passwd"), "skipped", "guard"),
    "/to-inside": (moved("http://127.0.0.1:8000/x"), "skipped", "guard"),
    "/to-metadata": (moved("http://169.254.169.254/latest"), "skipped", "guard"),
    "/to-decimal": (moved("http://2130706433/x"), "skipped", "guard"),
    "/to-port": (moved(f"http://{HOST}:22/x"), "skipped", "guard"),
    "/to-nonsense": (moved("http://["), "skipped", "bad_url"),
    "/nowhere": (status(302), "failed", "http_status"),
    "/fine-2": (article(96), "unchanged", None),  # last: a redirect has brought it by then
}
