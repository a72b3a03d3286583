"""Articles of several pages: which pagers prove them and which do not, what is taken off, and how pages are joined."""

import random
from itertools import permutations

import pytest

from cleaners.join import join
from cleaners.page import Media, Page
from cleaners.platforms.generic import pager
from cleaners.platforms.generic.series import series_of
from cleaners.read import read
from cleaners.reading import PageKind, Reading
from tests.tables import table
from tests.timing import assert_quick

HOST = "http://docs.example"
TEXT = (
    "今年以来，全局干部职工围绕年初定下的目标，分工合作，按月对账，各项工作有序推进。",
    "一是抓学习。每周五下午集中学习，学完交流体会，把学到的方法用到窗口服务上来。",
    "二是抓服务。窗口中午不休息，办件时间由三天减到一天，群众少跑了许多路。",
)
LINKS = {1: "/a/6.html", 2: "/a/6_2.html", 3: "/a/6_3.html"}


def bar(links: dict[int, str], here: int, *, dead: str = "<b>{n}</b>", words: bool = True, total: str = "") -> str:
    """Write a pager: numbers, and on request words before and behind."""
    numbers = [dead.format(n=n) if n == here else f'<a href="{url}">{n}</a>' for n, url in sorted(links.items())]
    before = [f'<a href="{links[here - 1]}">上一页</a>'] if words and here - 1 in links else []
    behind = [f'<a href="{links[here + 1]}">下一页</a>'] if words and here + 1 in links else []
    return f'<div class="p">{total} {" ".join([*before, *numbers, *behind])}</div>'


def page(address: str, foot: str, *, title: str = "某局半年工作总结", head: str = "", text: str = "") -> Reading:
    body = text or "".join(f"<p>{words}</p>" for words in TEXT * 2)
    html = (
        f"<html><head><meta charset=utf-8><title>{title}_白桦文库</title>{head}</head><body>"
        f"<h1>{title}</h1><div class='content'>{body}</div>{foot}</body></html>"
    )
    return read(Page(body=html.encode(), url=HOST + address, media=Media.HTML))


def numbered(shape: str, count: int, *, first: str | None = None, offset: int = 0) -> dict[int, str]:
    links = {n: shape.format(n + offset) for n in range(1, count + 1)}
    return links if first is None else {**links, 1: first}


SHAPES = {
    "6_2": numbered("/a/6_{}.html", 3, first="/a/6.html"),
    "6-2": numbered("/a/6-{}.html", 3),
    "6-2, first bare": numbered("/a/6-{}.html", 3, first="/a/6.html"),
    "query": numbered("/a.php?id=6&page={}", 3, first="/a.php?id=6"),
    "query, first numbered": numbered("/a.php?id=6&page={}", 3),
    "query from 0": numbered("/a.php?id=6&page={}", 3, first="/a.php?id=6", offset=-1),
    "query before others": numbered("/a.php?page={}&z=1", 3, first="/a.php?z=1"),
    "pageno": numbered("/v.php?aid=2&pageno={}", 4),
    "index": numbered("/a/6/index_{}.html", 3, first="/a/6/"),
    "folder": numbered("/6/{}.html", 3, first="/6/"),
    "folder, numbered": numbered("/6/{}.html", 3),
    "folder, first a file": numbered("/6/{}.html", 3, first="/6.html"),
    "bare folder": numbered("/archives/6/{}", 3, first="/archives/6"),
    "date in the path": numbered("/2021/0102/2_{}.html", 4, first="/2021/0102/2.html"),
    "two pages": numbered("/a/6_{}.html", 2, first="/a/6.html"),
}
KEYS = {
    "6-2": "/a/6-1.html", "query, first numbered": "/a.php?id=6", "pageno": "/v.php?aid=2",
    "folder, numbered": "/6/1.html",
}  # fmt: skip


@table("dead", ["<b>{n}</b>", "<a href='#'>{n}</a>", "<span>{n}</span>", "<a>{n}</a>"])
@table("name", SHAPES)
def test_every_page_knows_its_document(name: str, dead: str) -> None:
    links = SHAPES[name]
    key = "url:docs.example" + KEYS.get(name, links[1])
    for here, address in links.items():
        reading = page(address, bar(links, here, dead=dead))
        assert (reading.document_key, reading.page, reading.pages) == (key, here, len(links))
        assert {(link.key, link.page) for link in reading.links.pages} == {(key, n) for n in links if n != here}
        assert reading.links.next == (HOST + links[here + 1] if here < len(links) else None)
        assert reading.links.documents == ()
        assert reading.entries[0].text.splitlines() == list(TEXT * 2)


@pytest.mark.parametrize(
    ("foot", "pages"),
    [
        (bar(LINKS, 2, words=False), 3),
        (bar(LINKS, 2, total="共3页"), 3),
        (bar(LINKS, 2, total="共7页"), 7),
        (bar(LINKS, 2, total="<b>2</b>/<b>3</b>"), 3),
        ('<p><a href="/a/6.html">上一页</a> <a href="/a/6_3.html">下一页</a></p>', None),
        ('<p><a href="/a/6.html">首页</a> <a href="/a/6_3.html">下一页</a> <a href="/a/6_9.html">尾页</a></p>', 9),
        (bar({**LINKS, 4: "/a/6_4.html"}, 2).replace("</div>", "…</div>"), None),
        ("<ul><li><a>共3页: </a></li><li><a href='6.html'>上一页</a></li><li><a href='6.html'>1</a></li>"
         "<li class='thisclass'><a href='#'>2</a></li><li><a href='6_3.html'>3</a></li></ul>", 3),
        (bar(LINKS, 2) + bar(LINKS, 2), 3),
        ("<p>[<a href='/a/6.html'>1</a>] [2] [<a href='/a/6_3.html'>3</a>]</p>", 3),
    ],
)  # fmt: skip
def test_pagers_of_many_forms(foot: str, pages: int | None) -> None:
    reading = page("/a/6_2.html", foot)
    assert (reading.document_key, reading.page, reading.pages) == ("url:docs.example/a/6.html", 2, pages)
    assert reading.entries[0].text.splitlines() == list(TEXT * 2)


@table(
    ("address", "foot"),
    [
        ("/a/doc_1.html", '<p>下一篇：<a href="/a/doc_2.html">某局全年总结</a></p>'),
        ("/a/doc_2.html", '<p><a href="/a/doc_1.html">上一篇</a> <a href="/a/doc_3.html">下一篇</a></p>'),
        ("/a/doc_1.html", '<p><a href="/a/doc_2.html">下一页</a></p>'),
        ("/a/doc_2.html", '<p><a href="/a/doc_1.html">上一页</a> <a href="/a/doc_3.html">下一页</a></p>'),
        ("/a/doc_1.html", '<ul><li><a href="/a/doc_2.html">2</a></li><li><a href="/a/doc_3.html">3</a></li></ul>'),
        ("/a/6.html", bar({1: "/a/list_1.html", 2: "/a/list_2.html", 3: "/a/list_3.html"}, 0)),
        ("/a/6.html", '<p><a href="/b/6_2.html">2</a><a href="/b/6_3.html">3</a><a href="/b/6_2.html">下一页</a></p>'),
        ("/a.php?id=6", bar({1: "/a.php?id=6", 2: "/a.php?id=7", 3: "/a.php?id=8"}, 1, words=False)),
        ("/a/6.html", f'<div class="comments">{bar(LINKS, 1)}</div>'),
        ("/a/6.html", '<p><a href="/">首页</a> <a href="/a/">2</a></p>'),
        ("/a/6.html", "<p><a href='#'>1</a> <a href='#'>2</a></p>"),
        ("/a/6.html", ""),
    ],
)
def test_neighbours_are_no_pages(address: str, foot: str) -> None:
    reading = page(address, foot)
    assert (reading.page_kind, reading.page, reading.pages) == (PageKind.ARTICLE, 1, None)
    assert (reading.document_key, reading.links.pages) == (f"url:docs.example{address}", ())
    assert reading.links.next is None


def test_a_lists_pager_stays_a_lists() -> None:
    rows = "".join(f'<li><a href="/a/{n}.html">青禾县第{n}季度河道清理情况通报</a></li>' for n in range(9))
    links = numbered("/a/list_{}.html", 3)
    reading = page("/a/list_2.html", bar(links, 2), text=f"<ul>{rows}</ul>")
    assert (reading.page_kind, reading.page, reading.pages) == (PageKind.LIST, 1, None)
    assert {link.url for link in reading.links.lists} >= {HOST + links[1], HOST + links[3]}


@pytest.mark.parametrize("ending", ["(2)", "（2）", "_2", "-2", "（第2页）", " 第2页", " (第2页)"])
def test_a_later_pages_title_loses_its_number(ending: str) -> None:
    reading = page("/a/6_2.html", bar(LINKS, 2), title=f"某局半年工作总结{ending}")
    assert reading.title == "某局半年工作总结"


@pytest.mark.parametrize(("here", "ending"), [(1, "(2)"), (1, "_2"), (3, "(2)"), (2, "(2篇)"), (2, "2")])
def test_another_number_stays_in_the_title(here: int, ending: str) -> None:
    reading = page(LINKS[here], bar(LINKS, here), title=f"某局半年工作总结{ending}")
    assert reading.title == f"某局半年工作总结{ending}"


def test_canonical_is_believed_of_page_one_only() -> None:
    head = f"<link rel=canonical href='{HOST}/a/6.html'>"
    assert page("/a/6_2.html", bar(LINKS, 2), head=head).facts.stated_url is None
    assert page("/a/6.html", bar(LINKS, 1), head=head).facts.stated_url == f"{HOST}/a/6.html"


def test_pages_join_in_any_order() -> None:
    texts = {1: "第一部分，今年的工作。" * 9, 2: "第二部分，存在的问题。" * 9, 3: "此页只有这一句话。"}
    readings = [page(url, bar(LINKS, n), text=f"<p>{texts[n]}</p>") for n, url in LINKS.items()]
    for order in permutations(readings):
        (entry,) = join(order).entries
        assert entry.text.splitlines() == list(texts.values())


@pytest.mark.parametrize(
    "words", ["<p>此页只有这一句话。</p>", "<p>某局办公室</p><p>2021年12月6日</p>", "<p>（以下无正文）</p>"]
)
def test_a_last_page_of_a_line_is_a_page_beside_many_links(words: str) -> None:
    rows = "".join(f'<li><a href="/a/{n}.html">青禾县第{n}季度河道清理情况通报</a></li>' for n in range(20, 40))
    side = f"<table><tr><td><ul>{rows}</ul></td></tr></table>"
    reading = page("/a/6_3.html", bar(LINKS, 3) + side, text=words)
    assert (reading.page_kind, reading.document_key, reading.page) == (
        PageKind.ARTICLE, "url:docs.example/a/6.html", 3,
    )  # fmt: skip
    a_list = page("/a/6_3.html", bar(LINKS, 3), text=f"<p>此页只有这一句话。</p><ul>{rows}</ul>")
    assert a_list.page_kind is PageKind.LIST


def test_a_heading_at_a_pages_beginning_stays() -> None:
    text = "<p>　　二、存在问题</p>" + "".join(f"<p>　　{words}</p>" for words in TEXT * 3)
    assert page("/a/6_2.html", bar(LINKS, 2), text=text).entries[0].text.splitlines() == ["二、存在问题", *TEXT * 3]


def test_a_box_that_repeats_the_beginning_goes() -> None:
    described = "".join(TEXT)[:60]
    head = f"<meta name='description' content='{described}'>"
    text = f"<div>{described}</div>" + "".join(f"<p>{words}</p>" for words in TEXT)
    assert page("/a/6.html", "", head=head, text=text).entries[0].text.splitlines() == list(TEXT)
    other = "".join(f"<p>{words}</p>" for words in TEXT)
    assert page("/a/6.html", "", head=head, text=other).entries[0].text.splitlines() == list(TEXT)


@pytest.mark.parametrize(
    ("known", "first"),
    [
        ({1: "url:d/6.html", 2: "url:d/6_2.html"}, "url:d/6.html"),
        ({2: "url:d/6_2.html", 3: "url:d/6_3.html"}, "url:d/6.html"),
        ({1: "url:d/7.html", 2: "url:d/6_2.html"}, None),
        ({1: "url:d/6.html", 2: "url:d/6_3.html"}, None),
        ({1: "url:d/6.html"}, None),
        ({2: "url:d/6_2.html", 3: "url:d/6_4.html"}, None),
        ({2: "url:d/a?id=2"}, None),
    ],
)
def test_what_makes_a_series(known: dict[int, str], first: str | None) -> None:
    found = series_of(known)
    assert (found.first if found else None) == first


def test_shapes_are_fast_on_nasty_input() -> None:
    rng = random.Random(7)  # noqa: S311 - no secret
    nasty = ["1" * 50_000, "上" * 50_000, "共" * 50_000, "[(" * 20_000, "1 /" * 20_000,
             "".join(rng.choices("12页上下一/共.… ", k=50_000))]  # fmt: skip

    def work() -> None:
        for words in nasty:
            for shape in (pager.WORDS, pager.PREVIOUS, pager.FOLLOWING, pager.LAST, pager.NUMBER):
                shape.fullmatch(words)
            pager.TOTAL.search(words)

    assert_quick(work, seconds=1.0)
