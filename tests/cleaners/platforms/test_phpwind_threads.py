"""Threads of phpwind 6 to 9: floors, authors, times, facts."""

# ruff: noqa: E501 - markup as the templates print it, one element a line

import pytest

from cleaners.outcome import State
from cleaners.platforms.platform import Findings
from cleaners.reading import Attachment, PageKind, View

from .phpwind_pages import (
    BODY,
    SHOWN,
    TOP_9,
    floor_6,
    floor_7,
    floor_8,
    floor_9,
    floors,
    read_text,
    thread_6,
    thread_7,
    thread_8,
    thread_9,
)  # fmt: skip

REPLY = "收到，已按要求修改。"


def of_8(body: str) -> Findings:
    return read_text(thread_8(floor_8(body=body), floor_8("9", REPLY * 30, mark="沙发")))


THREADS = {
    "8": thread_8(floor_8(), floor_8("901", REPLY, mark="沙发", author="乙某"), floor_8("902", REPLY, mark="4楼", author="丙某")),
    "7": thread_7(floor_7(title="镇年终总结"), floor_7("901", REPLY, mark="B1F", author="乙某"), floor_7("902", REPLY, mark="B4F", author="丙某")),
    "6": thread_6(floor_6(), floor_6(REPLY, mark="1 楼", author="乙某"), floor_6(REPLY, mark="4 楼", author="丙某")),
    "9": thread_9(floor_9(top=TOP_9), floor_9("901", REPLY, mark="沙发"), floor_9("902", REPLY, mark="4楼")),
}  # fmt: skip
"""A thread of each version: the opening floor, the first and the fourth reply."""


@pytest.mark.parametrize("version", THREADS)
def test_a_thread_of_every_version(version: str) -> None:
    thread = read_text(THREADS[version])
    assert (thread.page_kind, thread.outcome.state, thread.view) == (PageKind.THREAD, State.READ, View.MAIN)
    assert thread.document_key == "phpwind:bbs.test:thread:71"
    assert (thread.page, thread.pages) == (1, 1)
    by_floor = floors(thread)
    assert sorted(by_floor) == [1, 2, 5]
    assert [by_floor[n].shown for n in (1, 2, 5)] == [SHOWN, REPLY, REPLY]
    assert (by_floor[1].title, by_floor[1].title_from, by_floor[2].title) == ("镇年终总结", "heading", None)
    assert by_floor[1].author == thread.facts.author == "甲某"
    assert by_floor[1].note is None
    assert "总结交流" in thread.facts.path
    assert thread.facts.site_name == "试写论坛"


@pytest.mark.parametrize(
    ("version", "at", "stated"),
    [
        ("8", "2011-03-02T09:11:22+08:00", "发表于: 2011-03-02 09:11"),
        ("7", "2009-06-06T00:38+08:00", "发表于: 2009-06-06"),
        ("6", "2008-05-06T12:11+08:00", "Posted: 2008-05-06 12:11"),
        ("9", "2013-03-02T09:11+08:00", "发布于：2013-03-02 09:11"),
    ],
)
def test_when_it_was_posted(version: str, at: str, stated: str) -> None:
    thread = read_text(THREADS[version])
    date = floors(thread)[1].date
    assert date is not None
    assert (date.kind, date.at, date.stated) == ("posted", at, stated)
    assert date.where
    assert thread.facts.published_at == at


@pytest.mark.parametrize("version", ["8", "9"])
def test_facts_of_the_thread(version: str) -> None:
    facts = read_text(THREADS[version]).facts
    assert (facts.category, facts.path) == ("总结", ("机关材料", "总结交流"))
    assert (facts.views, facts.replies) == (1234, 25)
    assert facts.keywords == ("乡镇",)
    assert facts.icp == "桂ICP备00000001号"
    assert {"author", "views", "replies", "category", "path", "keywords", "icp", "site_name"} <= dict(facts.where).keys()


@pytest.mark.parametrize(
    ("block", "node"),
    [("8", "div#read_tpc.f14.mb10"), ("7", "div#read_tpc.f14"), ("6", "div.tpc_content"), ("9", "div.editor_content")],
)
def test_the_element_of_the_text_is_named(block: str, node: str) -> None:
    assert floors(read_text(THREADS[block]))[1].node == node


def test_a_pages_charset_may_be_gbk() -> None:
    text = THREADS["7"].replace('<meta charset="utf-8">', '<meta http-equiv="Content-Type" content="text/html; charset=gbk">')
    assert floors(read_text(text, encoding="gbk"))[1].shown == SHOWN


def test_other_pages_and_the_next_one() -> None:
    pager = (
        '<div class="pages"><a href="read.php?tid=71&page=1" class="b">&laquo;</a><a href="read.php?tid=71&page=1">1</a><b>2</b>'
        '<a href="read.php?tid=71&fpage=2&toread=1&page=3">3</a><a href="read.php?tid=71&page=9">&raquo;</a>'
        '<span class="pagesone"><span>Pages: 2/9</span></span></div>'
    )
    thread = read_text(thread_8(floor_8("903", REPLY, mark="10楼"), floor_8("904", REPLY, mark="板凳楼名"), pager=pager, top=""),
                       "http://bbs.test/read.php?tid=71&page=2")  # fmt: skip
    assert (thread.page, thread.pages) == (2, 9)
    assert thread.links.next == "http://bbs.test/read.php?tid=71&page=3"
    assert sorted(floors(thread)) == [11, 12]
    assert {(link.page, link.key) for link in thread.links.pages} == {
        (1, "phpwind:bbs.test:thread:71"), (3, "phpwind:bbs.test:thread:71"), (9, "phpwind:bbs.test:thread:71"),
    }  # fmt: skip


def test_the_pager_of_version_9() -> None:
    pager = (
        '<div class="pages"><strong>1</strong><a href="http://bbs.test/read.php?tid=71&fid=3&page=2">2</a>'
        '<a href="http://bbs.test/read.php?tid=71&fid=3&page=7">...7</a>'
        '<a href="http://bbs.test/read.php?tid=71&fid=3&page=2" class="pages_next J_pages_next">下一页&nbsp;&raquo;</a></div>'
    )
    thread = read_text(thread_9(floor_9(top=TOP_9), pager=pager))
    assert (thread.page, thread.pages) == (1, 7)
    assert thread.links.next == "http://bbs.test/read.php?tid=71&fid=3&page=2"


def test_floors_without_numbers_are_counted_from_the_pager() -> None:
    pager = '<div class="pages"><a href="read.php?tid=71&page=1">1</a><b>2</b><span>Pages: 2/2</span></div>'
    page = thread_8(floor_8("8", REPLY, mark="雅座"), floor_8("9", REPLY, mark="雅座"), pager=pager, top="")
    assert sorted(floors(read_text(page))) == [11, 12]


def test_a_pinned_floor_counts_once_and_where_it_came_from() -> None:
    pinned = floor_8("902", REPLY, mark="置顶").replace(">置顶</a>&nbsp;&nbsp;", ">置顶</a>&nbsp;(来自<a href='#'>7楼)</a>")
    thread = read_text(thread_8(floor_8(), pinned, floor_8("901", REPLY, mark="沙发")))
    assert [draft.position for draft in thread.drafts] == [1, 8, 2]


def test_when_it_was_edited() -> None:
    old = of_8(f'{BODY}<div id="alert_tpc" style="color:gray">[ 此帖被甲某在2011-03-05 10:00重新编辑 ]</div>').facts
    later = read_text(thread_9(floor_9(top=TOP_9, below='<div class="edit_log">[甲某于2013-03-05 10:00编辑了帖子]</div>'))).facts
    assert [(date.kind, date.at) for date in old.dates] == [
        ("posted", "2011-03-02T09:11:22+08:00"), ("edited", "2011-03-05T10:00+08:00"),
    ]  # fmt: skip
    assert ("edited", "2013-03-05T10:00+08:00") in [(date.kind, date.at) for date in later.dates]


@pytest.mark.parametrize(("author", "uid", "note"), [("匿名", 0, "anonymous"), ("某甲", 0, "anonymous"), ("匿名", 7, "anonymous"), ("甲某", 7, None)])
def test_anonymous_authors(author: str, uid: int, note: str | None) -> None:
    floor = floors(read_text(thread_8(floor_8(author=author, uid=uid))))[1]
    assert (floor.author, floor.note) == (author, note)


def test_relative_times_without_an_exact_one() -> None:
    floor = floor_8(time="<span>发表于: 昨天 12:30</span>")
    date = floors(read_text(thread_8(floor)))[1].date
    assert date is not None
    assert (date.at, date.stated) == ("2026-11-21T12:30+08:00", "发表于: 昨天 12:30")


FILE_8 = (
    '<div class="mb10" id="att_77">描述:附表<br />附件: <img src="doc.gif" /> <a href="job.php?action=download&aid=77&mt=0af">'
    ' <font color="red">总结附表.doc</font></a> (12 K) 下载次数:3</div>'
)
SOLD_8 = (
    '<div class="mb10" id="att_78"><img src="zip.gif" /> <span class="s1">范文.zip</span> (98 K) 已下载:2次 , <span class="mr10">售价:5铜币</span>'
    '<a href="job.php?action=attachbuy&type=record&aid=78" title="查看">[记录]</a> '
    '<a href="job.php?action=attachbuy&type=download&aid=78" title="下载：范文.zip">[下载]</a></div>'
)
FILE_9 = (
    '<div class="read_attach_downattach"><dl><dd id="J_att_77"><span class="name"><a class="J_attach_post_buy" '
    'href="http://bbs.test/index.php?m=bbs&c=attach&a=download&aid=77">总结附表.doc</a>&nbsp;(12KB)&nbsp;</span></dd></dl></div>'
)
SET_9 = (
    '<span class="file_insert"><a href="http://bbs.test/index.php?m=bbs&c=attach&a=download&aid=79" class="J_post_attachs" data-size="7">'
    '夹在文中.doc</a><div class="img_info" style="display: none;"><p><a href="http://bbs.test/index.php?m=bbs&c=attach&a=download&aid=79">[下载]</a></p>'
    "</div></span>"
)


def test_attachments_with_names_and_sizes() -> None:
    eight = read_text(thread_8(floor_8(files=FILE_8 + SOLD_8)))
    assert [(file.name, file.size, file.key) for file in eight.facts.attachments] == [
        ("总结附表.doc", "12 K", "attachment:77"), ("范文.zip", "98 K", "attachment:78"),
    ]  # fmt: skip
    assert [link.key for link in eight.links.attachments] == ["phpwind:bbs.test:attachment:77", "phpwind:bbs.test:attachment:78"]
    nine = read_text(thread_9(floor_9(top=TOP_9, body=BODY + SET_9, files=FILE_9)))
    assert floors(nine)[1].shown == SHOWN
    assert nine.facts.attachments == (
        Attachment(name="夹在文中.doc", url="http://bbs.test/index.php?m=bbs&c=attach&a=download&aid=79", key="attachment:79", size="7KB"),
        Attachment(name="总结附表.doc", url="http://bbs.test/index.php?m=bbs&c=attach&a=download&aid=77", key="attachment:77", size="12KB"),
    )  # fmt: skip


def test_the_thread_is_known_without_its_address() -> None:
    assert read_text(THREADS["8"], None).document_key == "phpwind:bbs.test:thread:71"


def test_a_view_of_one_author_is_not_the_thread() -> None:
    page = read_text(THREADS["8"], "http://bbs.test/read.php?tid=71&uid=5")
    assert page.document_key == "phpwind:bbs.test:thread:71:variant-author"
