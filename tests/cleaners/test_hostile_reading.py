"""Pages made to break readers end within a worker's CPU in right text, or in an outcome with a reason."""

from collections.abc import Callable

import pytest

from cleaners.outcome import Reason, State
from cleaners.page import Media, Page
from cleaners.read import read
from cleaners.reading import Reading
from tests.tables import table
from tests.timing import assert_quick

CPU_SECONDS = 2.0
"""What a worker may take (DESIGN, section 1)."""
SENTENCE = "今年以来，全镇上下齐心协力，清理河道三公里，新修水渠两条，群众生活有了明显改善。"
TEXT = "".join(f"<p>第{n}，{SENTENCE}</p>" for n in range(1, 9))
HEAD = "<!DOCTYPE html><html><head><meta charset='utf-8'><title>河道清理总结</title></head><body><h1>河道清理总结</h1>"


def html(inside: str) -> bytes:
    return f"{HEAD}<div class='content'>{TEXT}</div>{inside}</body></html>".encode()


def around(before: str, behind: str) -> bytes:
    return f"{HEAD}{before}<div class='content'>{TEXT}</div>{behind}</body></html>".encode()


def many(shape: str, count: int) -> str:
    return "".join(shape.format(n=n) for n in range(count))


def attributes() -> bytes:
    return html("<div " + " ".join(f'a{n}="{n}"' for n in range(100_000)) + ">x</div>")


READ: dict[str, Callable[[], bytes]] = {
    "nested divs, the text in the deepest": lambda: around("<div>" * 20_000, "</div>" * 20_000),
    "nested divs, never closed": lambda: around("", "<div>" * 40_000),
    "deep inline": lambda: html("<b><i><span>" * 10_000 + "x"),
    "one line of megabytes": lambda: html("<p>" + "x" * 4_000_000 + "</p>"),
    "unclosed comment": lambda: html("<!-- " + "a" * 1_000_000),
    "unclosed script": lambda: html("<script>" + "var a='<p>';" * 50_000),
    "unclosed CDATA": lambda: html("<![CDATA[" + "a" * 1_000_000),
    "unclosed tag": lambda: html("<div class='" + "a" * 1_000_000),
    "entities": lambda: html("<p>" + "&amp;&nbsp;&#20013;" * 60_000 + "</p>"),
    "links": lambda: html(many('<a href="/x/{n}.html">{n}</a>', 50_000)),
    "titled links": lambda: html(
        "<ul>" + many('<li><a href="/x/{n}.html">第{n}期河道清理情况通报</a></li>', 12_000) + "</ul>"
    ),
    "empty spans": lambda: html("<span></span>" * 60_000),
    "breaks": lambda: html("<br>" * 60_000),
    "hidden blocks": lambda: html("<div style='display:none'>x</div>" * 50_000),
    "a great table": lambda: html("<table>" + "<tr><td>1</td><td>2</td><td>3</td></tr>" * 10_000 + "</table>"),
    "tables in tables": lambda: around("<table><tr><td>" * 2_000, "</td></tr></table>" * 2_000),
    "bad base": lambda: html("").replace(b"<title>", b"<base href='http://['><title>"),
    "NUL bytes": lambda: html("").replace("今年".encode(), "今\0年".encode()),
    "comments of readers": lambda: html(
        "<ul>" + many("<li class='c'><div>读者{n}</div><p>支持。</p><div>回复 赞</div></li>", 6_000) + "</ul>"
    ),
    "heads of lists": lambda: html("<div>相关阅读</div>" * 20_000),
    "meta lines": lambda: around("<div>来源：青禾网 作者：山人 2021-03-04</div>" * 10_000, ""),
    "ends of texts": lambda: html("<p>责任编辑：山人</p>" * 10_000),
    "numbers like pagers": lambda: html(many('<a href="?page={n}">{n}</a> ', 8_000)),
}
REFUSED: dict[str, tuple[Callable[[], bytes], State, Reason]] = {
    "attribute bomb": (attributes, State.QUARANTINED, Reason.UNPARSABLE),
    "elements past the limit": (lambda: html("<b>x</b>" * 120_000), State.QUARANTINED, Reason.UNPARSABLE),
    "binary": (lambda: bytes(range(256)) * 4_000, State.REFUSED, Reason.NOT_A_PAGE),
    "an image": (lambda: b"\x89PNG\r\n\x1a\n" + bytes(10_000), State.REFUSED, Reason.NOT_A_PAGE),
    "white space": (lambda: b" \n" * 500_000, State.REFUSED, Reason.NO_CONTENT),
    "nothing but tags": (lambda: b"<html><body>" + b"<div></div>" * 40_000, State.REFUSED, Reason.NO_CONTENT),
    "a wall of digits": (
        lambda: html("").replace(TEXT.encode(), b"<p>1 2 3</p>" * 9_000), State.REFUSED, Reason.NO_CONTENT,
    ),
}  # fmt: skip


def read_in_time(body: bytes) -> Reading:
    headers = (("Content-Type", "text/html"),)
    page = Page(body=body, url="http://docs.example/a/7.html", media=Media.UNKNOWN, headers=headers)
    return assert_quick(lambda: read(page), seconds=CPU_SECONDS)


@table("make", READ.values(), ids=READ)
def test_the_text_comes_out_in_time(make: Callable[[], bytes]) -> None:
    reading = read_in_time(make())
    assert reading.outcome.state is State.READ
    text = "".join("".join(entry.text.split()) for entry in reading.entries)
    assert all(f"第{n}，{SENTENCE}" in text for n in range(1, 9))


@pytest.mark.parametrize(("make", "state", "reason"), REFUSED.values(), ids=REFUSED)
def test_what_is_not_read_says_why_in_time(make: Callable[[], bytes], state: State, reason: Reason) -> None:
    reading = read_in_time(make())
    assert (reading.outcome.state, reading.outcome.reason) == (state, reason)
    assert not reading.entries
    assert reading.outcome.detail
