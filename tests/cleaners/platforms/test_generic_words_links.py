"""Each word by which links are told: dead ones, next pages, pagers, rows of lists and what follows them. Made up."""

# ruff: noqa: E501 - words in rows of tables

from dataclasses import replace

import pytest
from lxml.html import HtmlElement, fromstring

from cleaners.page import Hints, Media, Page
from cleaners.platforms.generic import linking, pager, rows
from cleaners.platforms.generic.linking import feed_links, links_of
from cleaners.platforms.generic.pager import Pager, pager_of
from cleaners.platforms.generic.places import places_of
from cleaners.platforms.generic.rows import rows_of
from cleaners.platforms.platform import Sheet
from cleaners.reading import Links
from cleaners.sheet import open_sheet
from tests.tables import table
from tests.timing import assert_quick

HOST = "http://docs.example"
TEASER = "本季度各村清理河道三公里，清运垃圾二十车，村民自发参加，河水清了许多。"


def sheet_of(body: str, *, head: str = "", path: str = "/zj/7.html") -> Sheet:
    html = f"<html><head><meta charset=utf-8>{head}</head><body>{body}</body></html>"
    return open_sheet(Page(body=html.encode(), url=HOST + path, media=Media.HTML), Hints())


def links(body: str, *, head: str = "", path: str = "/zj/7.html") -> Links:
    sheet = sheet_of(body, head=head, path=path)
    assert sheet.tree is not None
    return links_of(sheet.tree, sheet)


def paging(foot: str, *, path: str = "/a/6_2.html") -> Pager | None:
    sheet = sheet_of(f"<p>今年以来，工作有序推进。</p>{foot}", path=path)
    assert sheet.tree is not None
    return pager_of(sheet.tree, places_of(sheet.tree), sheet.base_url, HOST + path)


def tree(inside: str) -> HtmlElement:
    root = fromstring(f"<html><body>{inside}</body></html>").find("body")
    assert root is not None
    return root


@pytest.mark.parametrize(
    "href", ["javascript:void(0)", "JavaScript:;", "mailto:a@docs.example", "tel:000", "data:text/html,x", "#top", "about:blank",
             "ftp://docs.example/a", ""],
)  # fmt: skip
def test_a_dead_link_is_not_even_counted(href: str) -> None:
    found = links(f"<a href='{href}'>某局总结</a>")
    assert (found.documents, found.dropped) == ((), ())


def test_an_anchor_of_a_page_without_an_address_is_dead() -> None:
    sheet = open_sheet(Page(body=b"<html><body><a href='#top'>x</a></body></html>", url=None, media=Media.HTML), Hints())
    assert sheet.tree is not None
    assert links_of(sheet.tree, sheet).dropped == ()


@pytest.mark.parametrize("href", ["javascript/1.html", "tel/1.html", "data/1.html", "about/", "ftp/1.html", "/a#top"])
def test_a_like_target_is_a_document(href: str) -> None:
    assert len(links(f"<a href='{href}'>某局总结</a>").documents) == 1


@pytest.mark.parametrize("words", ["下一页", "下页", "下 页", "下 一 页", "后一页", "Next", "next page", "›", ">>", "»", "下一页 &gt;"])
def test_words_of_the_next_page(words: str) -> None:
    assert links(f"<a href='/b/x.html'>{words}</a>").next == f"{HOST}/b/x.html"


@pytest.mark.parametrize("words", ["下一篇", "下一页的故事", "后页", "nextel", "&gt;&gt;&gt;", "next chapter"])
def test_words_of_no_next_page(words: str) -> None:
    assert links(f"<a href='/b/x.html'>{words}</a>").next is None


@table(
    "words", ["上一页", "上页", "首页", "尾页", "末页", "末 页", "最后一页", "第3页", "3", "3页", "第 3 页", "[3]", "prev", "Previous", "last", "First"]
)
def test_words_of_a_pager(words: str) -> None:
    assert [link.url for link in links(f"<a href='/zj/7_3.html'>{words}</a>").pages] == [f"{HOST}/zj/7_3.html"]
    assert links(f"<a href='/b/x.html'>{words}</a>").pages == ()


@pytest.mark.parametrize("words", ["上一篇", "头页", "第三页", "3篇", "previously", "12345", "尾页的话"])
def test_words_of_no_pager(words: str) -> None:
    assert links(f"<a href='/zj/7_3.html'>{words}</a>").pages == ()


def test_links_of_the_head() -> None:
    head = (
        "<link rel='next' href='/zj/7_2.html'><link rel='alternate' type='application/rss+xml' href='/r1'>"
        "<link rel='alternate' type='application/atom+xml' href='/r2'><link rel='alternate' type='text/html' href='/m'>"
        "<link rel='alternate' type='application/rss' href='/no'><link rel='alternate' type='text/xml' href='/no2'>"
        "<link rel='stylesheet' href='/s'>"
    )
    found = links("", head=head)
    assert found.next == f"{HOST}/zj/7_2.html"
    assert [link.url for link in found.feeds] == [f"{HOST}/r1", f"{HOST}/r2"]
    assert found.documents == ()


def test_too_many_links_are_counted() -> None:
    found = links("".join(f"<a href='/{n}'>某局总结</a>" for n in range(10_003)))
    assert (len(found.documents), dict(found.dropped)) == (10_000, {"too-many": 3})


@pytest.mark.parametrize(
    "item",
    ["<item><title>某局总结</title><link>http://docs.example/7</link></item>",
     "<item><title><![CDATA[某局总结]]></title><link> <![CDATA[http://docs.example/7]]></link></item>",
     "<entry><title type='text'>某局总结</title><link rel='alternate' href='http://docs.example/7'/></entry>",
     "<ITEM a='1'><LINK>http://docs.example/7</LINK><b/><title>某局总结</title></ITEM>"],
)  # fmt: skip
def test_an_item_of_a_feed(item: str) -> None:
    found = feed_links(sheet_of(f"<link>http://docs.example/0</link>{item}<item><title>空</title></item>")).documents
    assert [(link.url, link.title) for link in found] == [("http://docs.example/7", "某局总结")]


def test_what_follows_an_item_is_none_of_it() -> None:
    feed = "<item><title>空</title></item><textinput><link>http://docs.example/9</link></textinput>"
    assert feed_links(sheet_of(feed)).documents == ()


ROW = "<{head}><a href='/zj/{n}.html'>青禾县第{n}季度情况通报</a></{head}><{teaser}>" + TEASER + "</{teaser}>"


def blocks(head: str, teaser: str) -> set[str]:
    inside = "".join(ROW.format(head=head, teaser=teaser, n=n) for n in range(3))
    root = tree(f"<div>{inside}</div>")
    return {str(node.tag) for node in rows_of(root, places_of(root), HOST).blocks}


@pytest.mark.parametrize("head", ["h2", "h3", "h4", "h5", "dt"])
def test_the_teaser_below_a_heading_is_of_the_row(head: str) -> None:
    assert blocks(head, "dd") == {head, "dd"}


@pytest.mark.parametrize("teaser", ["p", "div", "dd", "span", "ul"])
def test_a_teaser_may_stand_in_this_tag(teaser: str) -> None:
    assert blocks("h3", teaser) == {"h3", teaser}


@pytest.mark.parametrize(("head", "teaser"), [("h1", "p"), ("h6", "p"), ("h3", "section"), ("h3", "ol"), ("h3", "pre")])
def test_what_is_no_teaser(head: str, teaser: str) -> None:
    assert teaser not in blocks(head, teaser)


def titles(inside: str, *, before: str = "", behind: str = "", title: str | None = None) -> int:
    root = tree(f"<div>{before}</div>{inside}<div>{behind}</div>")
    return len(rows_of(root, places_of(root), HOST, title=title).titles)


@pytest.mark.parametrize(
    "row", ["{a}", "[工作总结] {a}", "【总结】{a}", "（总结）{a}", "《总结》{a}", "「总结」{a}", "2021-12-08 {a}", "· {a}", "12-08 09:15 | {a}", "{a} 2021-12-08", "{a}（图）"]
)
def test_a_row_begins_with_its_title(row: str) -> None:
    assert titles(f"<p>{row.format(a='<a href=/zj/1.html>青禾县第一季度通报</a>')}</p>") == 1


@pytest.mark.parametrize(
    "row", ["根据{a}", "请看 {a}", "{a}，请遵照执行", "{a}的要求", "{a}：", "{a}”", "<b>总结</b>{a}", "2021年，{a}"]
)
def test_a_link_in_a_sentence_is_no_row(row: str) -> None:
    assert titles(f"<p>{row.format(a='<a href=/zj/1.html>青禾县第一季度通报</a>')}</p>") == 0


@pytest.mark.parametrize("words", ["上一篇某局总结", "下一篇：某局总结", "上篇某局总结", "前一条某局总结", "后一章某局总结", "没有了某局总结", "返回总结列表"])
def test_a_neighbour_is_no_row(words: str) -> None:
    assert titles(f"<p><a href='/zj/1.html'>{words}</a></p>") == 0


@pytest.mark.parametrize("words", ["上旬工作总结", "下乡工作总结", "没有完成的工作", "一返回就写总结"])
def test_a_like_title_is_a_row(words: str) -> None:
    assert titles(f"<p><a href='/zj/1.html'>{words}</a></p>") == 1


@table("name", ["top", "head", "header", "path", "logo", "top-bar", "Header"])
@table("attribute", ["class", "id"])
def test_what_stands_above_a_pages_matter_holds_no_rows(attribute: str, name: str) -> None:
    row = "<p><a href='/zj/1.html'>青禾县第一季度通报</a></p>"
    assert titles(f"<div {attribute}='{name}'>{row}</div>") == 0
    assert titles(f"<div {attribute}='x{name}'>{row}</div>") == 1


@pytest.mark.parametrize("tag", ["header", "nav", "footer"])
def test_a_pages_own_parts_hold_no_rows(tag: str) -> None:
    row = "<p><a href='/zj/1.html'>青禾县第一季度通报</a></p>"
    assert titles(f"<{tag}>{row}</{tag}>") == 0
    assert titles(f"<section>{row}</section>") == 1


@pytest.mark.parametrize(("words", "count"), [("年度总结", 1), ("总结", 0), ("ABCDEF", 0), ("年度的总结A", 1)])
def test_a_title_has_four_characters(words: str, count: int) -> None:
    assert titles(f"<p><a href='/zj/1.html'>{words}</a></p>") == count


FIRST = "<a href='/a/6.html'>{}</a>"
NEXT = "<a href='/a/6_3.html'>{}</a>"


@table(
    "words", ["上一页", "上页", "前一页", "上頁", "上一頁", "&lt;上一页", "[上一页]", "【上一页】", "«上一页", "Prev", "previous", "Previous Page"]
)
def test_words_of_the_page_before(words: str) -> None:
    found = paging(f"<p>{FIRST.format(words)} {NEXT.format('下一页')}</p>")
    assert found is not None
    assert (found.page, [link.page for link in found.links]) == (2, [1, 3])


@table(
    "words", ["下一页", "下页", "后一页", "下頁", "下一頁", "阅读下一页", "下一页&gt;", "[下一页]", "【下一页】", "下一页»", "Next", "next", "Next Page"]
)
def test_words_of_the_page_behind(words: str) -> None:
    found = paging(f"<p>{FIRST.format('上一页')} {NEXT.format(words)}</p>")
    assert found is not None
    assert (found.next_url, [link.page for link in found.links]) == (f"{HOST}/a/6_3.html", [1, 3])


@pytest.mark.parametrize("words", ["首页", "第一页", "首頁", "[首页]", "«首页", "First", "first", "上一页"])
def test_words_of_the_first_page(words: str) -> None:
    """Without numbers, a next page alone proves nothing where the address of the text is not known."""
    behind = "<a href='/a.php?id=6&page=3'>下一页</a>"
    found = paging(f"<p><a href='/a.php?id=6'>{words}</a> {behind}</p>", path="/a.php?id=6&page=2")
    assert found is not None
    assert (found.key, found.page) == ("url:docs.example/a.php?id=6", 2)
    assert paging(f"<p><a href='/a.php?id=6'>分页</a> {behind}</p>", path="/a.php?id=6&page=2") is None


@pytest.mark.parametrize(("before", "is_one"), [("6_", True), ("6-", True), ("doc_", False), ("6x", False)])
def test_a_number_before_the_pages_own_is_the_texts(before: str, is_one: bool) -> None:
    foot = f"<p><a href='/a/{before}2.html'>上一页</a> <a href='/a/{before}4.html'>下一页</a></p>"
    assert (paging(foot, path=f"/a/{before}3.html") is not None) is is_one


@pytest.mark.parametrize("words", ["尾页", "末页", "最后一页", "末頁", "[尾页]", "尾页»", "Last", "last"])
def test_words_of_the_last_page(words: str) -> None:
    found = paging(f"<p>{FIRST.format('首页')} {NEXT.format('下一页')} <a href='/a/6_9.html'>{words}</a></p>")
    assert found is not None
    assert found.pages == 9


@pytest.mark.parametrize("words", ["共9页", "共 9 页", "共9頁", "2/9", "页次：2/9", "共9页 2/9"])
def test_words_of_the_number_of_pages(words: str) -> None:
    found = paging(f"<p>{words} {FIRST.format('上一页')} {NEXT.format('下一页')}</p>")
    assert found is not None
    assert found.pages == 9


@pytest.mark.parametrize("words", ["", "共9条", "2021/12/9"])
def test_words_of_no_number_of_pages(words: str) -> None:
    found = paging(f"<p>{words} {FIRST.format('上一页')} {NEXT.format('下一页')}</p>")
    assert found is not None
    assert found.pages is None


@pytest.mark.parametrize("name", ["comments", "comment", "comment-list", "replies", "reply", "review", "pinglun", "plun", "guestbook", "Comments"])
def test_a_pager_of_comments_is_none_of_the_text(name: str) -> None:
    foot = f"<p>{FIRST.format('1')} <b>2</b> {NEXT.format('3')}</p>"
    assert paging(f"<div class='{name}'>{foot}</div>") is None
    assert paging(f"<div id='{name}'>{foot}</div>") is None
    assert paging(f"<div class='x{name}'>{foot}</div>") is not None


@pytest.mark.parametrize("nasty", ["<item>" * 8_000, "<entry><" * 8_000, "<link " * 8_000, "<link>" + " " * 40_000, "<title>" + " " * 40_000, "<title " * 8_000, "[" * 40_000, "下 " * 20_000, " " * 40_000])
def test_no_shape_lingers(nasty: str) -> None:
    def work() -> None:
        feed_links(replace(sheet_of(""), text=f"<rss><item>{nasty}"))
        for shape in (linking.FEED_ITEM, linking.FEED_END, linking.FEED_URL, linking.FEED_TITLE, pager.COMMENTS, rows.TOP):
            shape.search(nasty)
        for shape in (linking.NEXT, linking.PAGER, rows.LEAD, rows.GOES_ON, rows.NEIGHBOUR, pager.FIRST):
            shape.fullmatch(nasty)

    assert_quick(work, seconds=1.0)
