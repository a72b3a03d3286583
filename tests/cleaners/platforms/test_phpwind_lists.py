"""phpwind's lists, light views (the twins of threads and boards) and feeds."""

# ruff: noqa: E501 - markup as the templates print it, one element a line

import pytest

from cleaners.outcome import State
from cleaners.reading import PageKind, View

from .phpwind_pages import BODY, FOOT_8, SHOWN, floors, head, read_text

REPLY = "收到，已按要求修改。"


def light_8(*posts: tuple[str, str, str], pages: str = "", subject: str = "镇年终总结") -> str:
    """The light view of 6 to 8; posts as (author, time, body)."""
    blocks = [
        f"""<table cellspacing="1" class="i_table" align="center"><tr><td><table width="100%"><tr class="head"><td><b>{author}</b></td>
<td align="right" class="smalltxt">{posted}</td></tr><tr bgcolor="#FFFFFF"><td colspan="2" class="tpc_content">
{f"<h1>{subject}</h1>" if n == 0 else ""}{body}</td></tr></table></td></tr></table><br />"""
        for n, (author, posted, body) in enumerate(posts)
    ]
    return (
        "<html><head><title>镇年终总结 - 试写论坛</title></head><body>"
        '<center><b>查看完整版本: [-- <a href="read.php?tid=71" target="_blank">镇年终总结</a> --]</b></center>'
        '<table><tr><td><b><a href="simple/?">试写论坛</a> -&gt; <a href="simple/?f3.html">总结交流</a></b></td></tr></table>'
        f"<p><center>{pages}</center></p>" + "".join(blocks) + "<center>Powered by <b>PHPWind</b></center></body></html>"
    )


def test_the_light_view_is_a_twin() -> None:
    page = light_8(("甲某", "2011-03-02 09:11", BODY), ("匿名", "2011-03-03 10:00", REPLY))
    thread = read_text(page, "http://bbs.test/simple/?t71.html")
    assert (thread.page_kind, thread.view, thread.document_key) == (PageKind.THREAD, View.ARCHIVER, "phpwind:bbs.test:thread:71")
    first, second = floors(thread)[1], floors(thread)[2]
    assert (first.shown, first.title, first.author) == (SHOWN, "镇年终总结", "甲某")
    assert (second.shown, second.note) == (REPLY, "anonymous")
    assert thread.facts.published_at == "2011-03-02T09:11+08:00"
    assert (thread.page, thread.pages) == (1, 1)


def test_later_pages_of_the_light_view() -> None:
    pages = (
        '<a href="simple/?t71.html">&lt;&lt; </a> <a href=simple/?t71.html>&nbsp;1&nbsp;</a>&nbsp;&nbsp;<b>2</b>&nbsp; '
        '<a href=simple/?t71_3.html>&nbsp;3&nbsp;</a> <a href="simple/?t71_3.html"> &gt;&gt;</a> &nbsp;Pages: ( 3 total )'
    )
    page = light_8(("乙某", "2011-03-04 09:11", REPLY), pages=pages).replace("simple/?", "http://bbs.test/simple/?")
    thread = read_text(page, "http://bbs.test/simple/?t71_2.html")
    assert (thread.page, thread.pages) == (2, 3)
    assert thread.links.next == "http://bbs.test/simple/?t71_3.html"
    assert [draft.position for draft in thread.drafts] == [51]


LIGHT_9 = """<html><head><title>试写论坛</title><meta name="generator" content="phpwind v9.0.1" /></head><body><div class="header">
<a href="x" class="home_link">返回</a><a href="http://bbs.test/read.php?tid=71&fid=3" target="_blank" class="intact">完整</a><h1>镇年终总结</h1></div>
<div class="subject"><h2>镇年终总结</h2><div class="info"><span class="author">甲某发表于2013-03-02 09:11</span></div></div>
<div class="editor_content">{body}</div><div class="subject"><div class="info"><span class="author">乙某发表于2013-03-03 09:11</span></div></div>
<div class="editor_content">{reply}</div></body></html>"""


def test_the_light_view_of_version_9() -> None:
    page = LIGHT_9.format(body=BODY, reply=REPLY)
    thread = read_text(page, "http://bbs.test/index.php?m=app&app=simple&c=index&a=read&tid=71")
    assert (thread.view, thread.document_key) == (View.ARCHIVER, "phpwind:bbs.test:thread:71")
    assert [(draft.author, draft.shown) for draft in thread.drafts] == [("甲某", SHOWN), ("乙某", REPLY)]
    assert thread.facts.published_at == "2013-03-02T09:11+08:00"


BOARD_8 = (
    head("总结交流 - 试写论坛 - Powered by phpwind")
    + '<div id="breadCrumb"><a href="index.php">试写论坛</a><em>&gt;</em><a href="thread.php?fid=3">总结交流</a></div>'
    '<div id="ajaxtable"><table><tbody id="threadlist"><tr class="tr3"><td class="icon"><a href="read.php?tid=71"><img></a></td>'
    '<td class="subject" id="td_71"><a href="thread.php?fid=3&type=9" class="view">[总结]</a><a href="read.php?tid=71" name="readlink" '
    'id="a_ajax_71" class="subject_t f14">镇年终总结</a> <span class="w"><a href="read.php?tid=71&page=2">2</a></span></td>'
    '<td class="author"><a href="u.php?uid=5">甲某</a><p>2011-03-02</p></td><td class="num"><em>25</em>/1234</td>'
    '<td class="author"><a href="u.php?username=乙某">乙某</a><p><a href="read.php?tid=71&page=e#a" title="2011-03-05 10:00">03-05</a></p></td></tr>'
    '<tr class="tr3"><td class="subject" id="td_72"><a href="read.php?tid=72" name="readlink" id="a_ajax_72">计划</a></td>'
    '<td class="num"><em>0</em>/3</td><td class="author"><a href="u.php?username=丙某">丙某</a><p><a href="read.php?tid=72&page=e#a">5小时前</a></p></td></tr>'
    '</tbody></table></div><div class="pages"><b>1</b><a href="thread.php?fid=3&page=2">2</a><span class="pagesone"><span>Pages: 1/2</span></span></div>'
    + FOOT_8
)
BOARD_6 = (
    "<html><head><title>总结交流 - 试写论坛 - powered by PHPWind</title></head><body>"
    '<div id="ajaxtable"><table><tr class="tr3 t_one"><td><h3><a href="read.php?tid=71&fpage=1" id="a_ajax_71">镇年终总结</a></h3></td>'
    '<td class="tal y-style"><a href="profile.php?action=show&uid=5" class="bl">甲某</a><div class="f10">2008-05-06</div></td>'
    '<td class="tal f10 y-style">25</td><td class="tal f10 y-style">1234</td><td class="tal y-style">'
    '<a href="read.php?tid=71&page=e&fpage=1#a" class="f10"> 2008-05-07 08:00 </a><br />by: 乙某</td></tr></table></div>'
    "<center>Powered by <b>PHPWind</b> v6.3.2</center></body></html>"
)
BOARD_9 = (
    '<html><head><title>总结交流 - 试写论坛 - Powered by phpwind</title></head><body><table id="J_posts_list"><tr><td class="author"></td>'
    '<td class="subject"><p class="title"><a href="http://bbs.test/index.php?m=bbs&c=thread&fid=3&type=9" class="st">[总结]</a>'
    '<a href="http://bbs.test/read.php?tid=71&fid=3" class="st" title="镇年终总结全文">镇年终总结…</a></p><p class="info">楼主：<a href="u">甲某</a>'
    '<span>2013-03-02</span> 最后回复：<a href="u2">乙某</a><span><a href="http://bbs.test/read.php?tid=71&fid=3&page=e#a">03-05 10:00</a></span></p></td>'
    '<td class="num"><span>回复<em>25</em></span><span>浏览<em>1234</em></span></td></tr></table></body></html>'
)


@pytest.mark.parametrize(
    ("page", "title", "stamp", "active_on"),
    [
        (BOARD_8, "镇年终总结", "25|2011-03-05T10:00|乙某", "2011-03-05T10:00"),
        (BOARD_6, "镇年终总结", "25|2008-05-07T08:00|乙某", "2008-05-07T08:00"),
        (BOARD_9, "镇年终总结全文", "25|03-05T10:00|乙某", None),
    ],
)
def test_rows_of_a_board(page: str, title: str, stamp: str, active_on: str | None) -> None:
    board = read_text(page, "http://bbs.test/thread.php?fid=3")
    assert (board.page_kind, board.outcome.state, board.drafts) == (PageKind.LIST, State.LISTED, ())
    assert board.document_key == "phpwind:bbs.test:forum:3"
    row = board.links.documents[0]
    assert (row.key, row.title, row.stamp, row.active_on) == ("phpwind:bbs.test:thread:71", title, stamp, active_on)


def test_a_board_and_its_other_pages() -> None:
    board = read_text(BOARD_8, "http://bbs.test/thread.php?fid=3")
    assert (board.page, board.pages, board.links.next) == (1, 2, "http://bbs.test/thread.php?fid=3&page=2")
    assert [(link.key, link.page) for link in board.links.pages] == [("phpwind:bbs.test:forum:3", 2)]
    rows = {(link.key, link.page): link for link in board.links.documents}
    assert rows[("phpwind:bbs.test:thread:72", 1)].stamp == "0||"  # 5小时前 changes by itself
    assert rows[("phpwind:bbs.test:thread:71", 2)].stamp == "25|2011-03-05T10:00|乙某"
    assert dict(board.links.dropped)["list-filter"] == 1
    assert dict(board.links.dropped)["space"] == 3


def test_light_lists() -> None:
    page = (
        "<html><head><title>试写论坛</title></head><body><center><b>查看完整版本: [-- <a href=\"thread.php?fid=3\">总结交流</a> --]</b></center>"
        '<ul><li><a href="http://bbs.test/simple/?t71.html">镇年终总结</a> &nbsp; <span class="smalltxt">(25 回复)</span></li></ul>'
        "<center>Powered by <b>PHPWind</b> v7.5</center></body></html>"
    )
    board = read_text(page, "http://bbs.test/simple/?f3.html")
    assert (board.page_kind, board.view, board.document_key) == (PageKind.LIST, View.ARCHIVER, "phpwind:bbs.test:forum:3")
    assert [(link.key, link.title, link.stamp) for link in board.links.documents] == [("phpwind:bbs.test:thread:71", "镇年终总结", "25")]
    nine = (
        '<html><head><title>x</title><meta name="generator" content="phpwind v9.0.1" /></head><body><a class="intact" href="z">完整</a><ul class="list"><li>'
        '<a href="http://bbs.test/index.php?m=app&app=simple&c=index&a=read&tid=71"><span class="num">25 回复</span>镇年终总结</a></li></ul></body></html>'
    )
    board = read_text(nine, "http://bbs.test/index.php?m=app&app=simple&c=index&a=thread&fid=3")
    assert [(link.title, link.stamp) for link in board.links.documents] == [("镇年终总结", "25")]


def test_a_feed_names_threads() -> None:
    feed = (
        '<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>试写论坛</title><generator><![CDATA[http://www.phpwind.com]]></generator>'
        "<item><title><![CDATA[镇年终总结]]></title><link>http://bbs.test/read.php?tid=71</link><description>x</description></item>"
        "<item><title>跟帖</title><link>http://bbs.test/job.php?action=topost&amp;tid=71&amp;pid=9</link></item></channel></rss>"
    )
    found = read_text(feed, "http://bbs.test/rss.php?fid=3")
    assert (found.page_kind, found.view, found.document_key) == (PageKind.FEED, View.FEED, "phpwind:bbs.test:rss:3")
    assert [(link.key, link.title) for link in found.links.documents] == [("phpwind:bbs.test:thread:71", "镇年终总结")]
