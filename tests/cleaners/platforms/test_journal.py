"""Journal articles of fx361 and its mirrors: the path they keep, the glued head, journal and issue, keywords."""

# ruff: noqa: E501 - markup as the sites print it, one element a line

from datetime import UTC, datetime
from functools import partial

import pytest

from cleaners.outcome import State
from cleaners.page import Hints, Page
from cleaners.platforms import journal
from cleaners.platforms.journal import PLATFORM, address
from cleaners.platforms.platform import Findings, Sheet
from cleaners.read import read
from cleaners.reading import PageKind, Reading
from cleaners.sheet import open_sheet
from tests.tables import table
from tests.timing import assert_quick

FETCHED = datetime(2026, 11, 22, 1, 26, tzinfo=UTC)
URL = "https://www.fx361.com/page/2021/0304/10852880.shtml"
MIRROR = "http://copies.example/page/2021/0304/10852880.shtml"
TEXT = "基层治理是国家治理的基石，本文以某县为例，分析其做法与不足，并提出建议。" * 6
PHONE = f"""<html><head><title>基层治理研究_参考网</title></head><body><div class="nav">首页 分类</div><div class="main"><h3 class="bt">基层治理研究</h3>
<p class="sj">2021-03-04 10:52张三某 李四某</p><p><a href="/bk/xdgl/">现代管理</a></p><span>现代管理 2021年1期</span><div class="wz"><p>关键词：基层治理；创新；路径</p><p>{TEXT}</p></div>
<h3>猜你喜欢</h3><ul class="others"><li>别的文章</li></ul></div></body></html>"""
DESK = f"""<html><head><title>基层治理研究</title></head><body><div class="top"><a href="/">首页</a></div><div id="left"><h1>基层治理研究</h1>
<div class="info"><span>2021-03-04 10:52</span><em>张三某，李四某</em></div><div class="from"><a href="/bk/">《现代管理》</a> 2021年第1期</div>
<div class="article"><p>【关键词】基层治理；创新</p><p>{TEXT}</p><p>{TEXT}</p></div></div></body></html>"""


def page_of(text: str, url: str | None) -> Page:
    return Page(body=text.encode(), url=url, headers=(("Content-Type", "text/html; charset=utf-8"),), fetched_at=FETCHED)


def open_text(text: str, url: str | None = URL) -> Sheet:
    return open_sheet(page_of(text, url), Hints())


def read_text(text: str, url: str | None = URL) -> Findings:
    sheet = open_text(text, url)
    guess = PLATFORM.detect(sheet)
    assert guess is not None, "the family does not know its own page"
    return PLATFORM.read(sheet, guess)


def whole(text: str, url: str) -> Reading:
    return read(page_of(text, url), Hints())


def test_the_phone_page() -> None:
    found = read_text(PHONE, "https://m.fx361.com/news/2021/0304/10852880.html")
    assert (found.page_kind, found.outcome.state) == (PageKind.ARTICLE, State.READ)
    assert found.document_key == "journal:fx361.com:article:10852880"
    draft = found.drafts[0]
    assert (draft.title, draft.author) == ("基层治理研究", "张三某 李四某")
    assert draft.shown == f"关键词：基层治理；创新；路径\n{TEXT}"
    facts = found.facts
    assert (facts.author, facts.source, facts.document_id) == ("张三某 李四某", "现代管理 2021年1期", "10852880")
    assert facts.keywords == ("基层治理", "创新", "路径")
    assert facts.published_at == "2021-03-04T10:52+08:00"
    assert {"author", "source", "document_id", "keywords"} <= dict(facts.where).keys()
    assert facts.dates[0].where == "p.sj"


def test_a_phone_page_without_a_box_around_the_text() -> None:
    page = PHONE.replace('<div class="wz">', "<div>")
    shown = read_text(page).drafts[0].shown
    assert TEXT in shown
    assert "别的文章" not in shown
    assert "10:52" not in shown
    assert not shown.startswith("基层治理研究")


@pytest.mark.parametrize("url", [URL, MIRROR])
def test_a_desktop_page_is_read_with_generics_help(url: str) -> None:
    reading = whole(DESK, url)
    assert TEXT in reading.entries[0].text
    facts = reading.facts
    assert (facts.author, facts.source) == ("张三某 李四某", "现代管理 2021年第1期")
    assert (facts.keywords, facts.document_id) == (("基层治理", "创新"), "10852880")
    assert facts.published_at == "2021-03-04T10:52+08:00"
    host = "copies.example" if url == MIRROR else "fx361.com"
    assert reading.document_key == f"journal:{host}:article:10852880"


@pytest.mark.parametrize(
    ("line", "author", "source"),
    [
        ("<p>2021-03-04 10:52张三某</p>", "张三某", None),
        ("<p>2021-03-04 10:52:33作者：张三某、李四某</p>", "张三某 李四某", None),
        ("<p>2021-03-04 10:52阿里木·买买提</p>", "阿里木·买买提", None),
        ("<p>2021-03-04 10:52张三某 现代管理 2021年1期</p>", "张三某", "现代管理 2021年1期"),
        ("<p>会议纪要 现代管理 2021年1期</p>", None, None),
        ("<p>2021-03-04 10:52</p><p>《现代管理》2021年3月下</p>", None, "现代管理 2021年3月下"),
        ("<p>2021-03-04 10:52阅读 123</p>", None, None),
        ("<p>2021-03-04 10:52来源 某网</p>", None, None),
        ("<p>会议于2021-03-04 10:52张三某主持召开</p>", None, None),
        ("<p>本刊 2021年1期登载了一组文章</p>", None, None),
    ],
)
def test_the_glued_head(line: str, author: str | None, source: str | None) -> None:
    page = DESK.replace('<span>2021-03-04 10:52</span><em>张三某，李四某</em>', line).replace('<a href="/bk/">《现代管理》</a> 2021年第1期', "")
    facts = read_text(page).facts
    assert facts.source == source
    assert facts.author == author


@table(
    "tag", ["span", "p", "div", "em", "small", "h2", "h3", "h4", "li", "a", "font", "td", "b", "strong", "time", "i"]
)
def test_elements_of_the_head(tag: str) -> None:
    line = f"<{tag}>2021-03-04 10:52张三某</{tag}>"
    if tag == "td":
        line = f"<table><tr>{line}</tr></table>"
    page = DESK.replace('<div class="info"><span>2021-03-04 10:52</span><em>张三某，李四某</em></div>', f"<section>{line}</section>")
    assert read_text(page).facts.author == "张三某"


def test_the_title_of_the_phone_page() -> None:
    page = PHONE.replace("<title>基层治理研究_参考网</title>", "<title>别的_参考网</title>").replace('</div><div class="main">', '<h1>参考网</h1></div><div class="main">')
    assert read_text(page).drafts[0].title == "基层治理研究"


@pytest.mark.parametrize(
    ("url", "key"),
    [
        (URL, "journal:fx361.com:article:10852880"),
        ("https://m.fx361.com/news/2021/0304/10852880.html", "journal:fx361.com:article:10852880"),
        ("http://fx361.cc/page/2021/0304/10852880", "journal:fx361.cc:article:10852880"),
        ("http://copies.example/page/2013/0815/16368496.shtml?x=1", "journal:copies.example:article:16368496"),
    ],
)
def test_addresses(url: str, key: str) -> None:
    found = address(url)
    assert found is not None
    assert found.key == key
    assert PLATFORM.is_decisive(url)


@pytest.mark.parametrize(
    "url",
    ["http://copies.example/page/2021/1304/1085288.shtml", "http://copies.example/page/21/0304/1.html", "http://copies.example/page/2", "http://[",
     "ftp://www.fx361.com/page/2021/0304/10852880.shtml", "http://www.fx361.com/"],
)  # fmt: skip
def test_other_shapes_are_nobodys(url: str) -> None:
    assert address(url) is None


def test_a_news_path_proves_nothing_elsewhere() -> None:
    url = "http://news.example/news/2021/0304/10852880.html"
    assert not PLATFORM.is_decisive(url)
    assert PLATFORM.detect(open_text(DESK, url)) is None
    assert PLATFORM.detect(open_text(DESK, None)) is None


@pytest.mark.parametrize(("url", "page", "sure"), [(URL, DESK, 0.95), (URL.replace(".com", ".cc"), DESK, 0.95), (MIRROR, PHONE, 0.92), (MIRROR, "<p>甲</p>", 0.6)])
def test_how_sure(url: str, page: str, sure: float) -> None:
    guess = PLATFORM.detect(open_text(page, url))
    assert guess is not None
    assert guess.sure == sure


def test_shapes_are_quick_on_nasty_input() -> None:
    for text in ("2021-03-04 10:52" + "张三 " * 20_000, "某" * 60_000 + "2021年", "关键词：" * 20_000, "/page/2021" * 9_000, "《" * 50_000):
        for shape in (journal.PATH, journal.GLUED, journal.ISSUE, journal.KEYWORDS):
            for way in (shape.search, shape.fullmatch):
                assert_quick(partial(way, text), seconds=0.3, name=f"{shape.pattern} on {text[:10]}")
