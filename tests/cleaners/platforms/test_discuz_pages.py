"""Lists, portal, feed and the twin views."""

import pytest

from cleaners.outcome import State
from cleaners.reading import PageKind, UrlKind, View

from .discuz_pages import open_page, open_text, read_page, read_sheet

KEY = "discuz:bbs.test:thread:71"


def test_a_board_list() -> None:
    findings = read_page("discuz_list.html", "http://bbs.test/forum-9-999.html")
    assert (findings.page_kind, findings.outcome.state, findings.drafts) == (PageKind.LIST, State.LISTED, ())
    assert findings.document_key == "discuz:bbs.test:forum:9"
    assert (findings.page, findings.pages) == (2, 3)
    assert findings.facts.path == ("机关材料", "材料交流")
    links = findings.links
    assert [(link.key, link.page, link.title, link.stamp) for link in links.documents] == [
        ("discuz:bbs.test:thread:1", 1, "版规", "3|2018-06-03T05:29|末某"),
        (KEY, 1, "测试镇工作总结", "12|2026-11-22T08:33|乙某"),
        ("discuz:bbs.test:thread:72", 1, "别样的网址", "0||丁某"),
        (KEY, 2, "2", "12|2026-11-22T08:33|乙某"),
    ]
    assert links.documents[2].url == "http://bbs.test/t/72/"
    assert [link.active_on for link in links.documents] == [
        "2018-06-03T05:29",
        "2026-11-22T08:33",
        None,
        "2026-11-22T08:33",
    ]
    assert links.next == "http://bbs.test/forum-9-3.html"
    assert [link.page for link in links.pages] == [1, 3]
    assert "discuz:bbs.test:forum:11" in [link.key for link in links.lists]
    assert [(link.key, link.kind) for link in links.feeds] == [("discuz:bbs.test:rss:9", UrlKind.FEED)]
    assert dict(links.dropped)["list-filter"] == 1


def test_a_stamp_does_not_change_by_the_clock() -> None:
    before = read_page("discuz_list.html", "http://bbs.test/forum-9-2.html")
    after = read_page(
        "discuz_list.html",
        "http://bbs.test/forum-9-2.html",
        replace={"半小时前": "2&nbsp;小时前", "3&nbsp;天前": "4&nbsp;天前", "<em>99</em>": "<em>107</em>"},
    )
    assert [link.stamp for link in before.links.documents] == [link.stamp for link in after.links.documents]


def test_a_board_may_be_called_like_a_message_page() -> None:
    findings = read_page(
        "discuz_list.html", "http://bbs.test/forum-9-2.html", replace={"<title>材料交流": "<title>提示信息"}
    )
    assert findings.page_kind is PageKind.LIST


def test_an_index_leads_to_boards() -> None:
    text = (
        '<html><head><title>试写论坛 -  Powered by Discuz!</title></head><body id="nv_forum" class="pg_index">'
        '<div id="category_1"><h2><a href="forum-9-1.html">材料</a></h2><h2><a href="/forum-9-1.html">又</a></h2></div>'
        "</body></html>"
    )
    findings = read_sheet(open_text(text, "http://bbs.test/forum.php"))
    assert (findings.page_kind, findings.document_key) == (PageKind.LIST, "discuz:bbs.test:forum-index")
    assert [link.url for link in findings.links.lists] == ["http://bbs.test/forum-9-1.html"]


@pytest.mark.parametrize(
    ("label", "shown"),
    [
        ("试写局总结", "　　正文一\n　　正文二"),
        ("第2部分", "　　正文一\n　　正文二"),
        ("二、存在的问题", "二、存在的问题\n　　正文一\n　　正文二"),
    ],
)
def test_a_portal_article(label: str, shown: str) -> None:
    findings = read_page("discuz_article.html", "http://bbs.test/article-5-2.html", replace={"LABEL": label})
    assert (findings.page_kind, findings.outcome.state) == (PageKind.ARTICLE, State.READ)
    assert (findings.document_key, findings.page, findings.pages) == ("discuz:bbs.test:article:5", 2, 3)
    draft, facts = findings.drafts[0], findings.facts
    assert (draft.position, draft.title, draft.author, draft.shown) == (1, "试写局总结", "丁某", shown)
    assert (facts.source, facts.source_url, facts.views, facts.replies) == ("某报", "http://source.test/a", 3296, 2)
    assert (facts.published_at, facts.path, facts.keywords) == ("2022-12-12T08:31+08:00", ("党建",), ("总结", "计划"))
    assert findings.links.next == "http://bbs.test/article-5-3.html"
    assert [link.key for link in findings.links.documents] == ["discuz:bbs.test:article:4"]


def test_a_feed() -> None:
    sheet = open_text(
        open_page("discuz_feed.xml").text, "http://bbs.test/forum.php?mod=rss&fid=9", content_type="application/xml"
    )
    findings = read_sheet(sheet)
    assert (findings.page_kind, findings.view, findings.outcome.state) == (PageKind.FEED, View.FEED, State.LISTED)
    assert findings.document_key == "discuz:bbs.test:rss:9"
    assert [(link.key, link.title) for link in findings.links.documents] == [
        (KEY, "甲 & 乙"),
        ("discuz:bbs.test:thread:72", "丙又一次"),
    ]


def test_the_print_page() -> None:
    findings = read_page("discuz_print.html", "http://bbs.test/forum.php?mod=viewthread&action=printable&tid=71")
    assert (findings.page_kind, findings.view, findings.document_key) == (PageKind.THREAD, View.PRINTABLE, KEY)
    assert (findings.page, findings.pages) == (1, 1)
    assert [(d.position, d.title, d.author, d.note, d.date.at, d.shown) for d in findings.drafts] == [
        (1, "测试镇工作总结", "甲某", None, "2021-01-02T03:04+08:00", "\u00a0\u00a0一、开头\n二、标题: 不是标签\n尾"),
        (2, None, "匿名", "anonymous", "2026-11-21T06:48+08:00", "同意"),
    ]


def test_the_archiver() -> None:
    findings = read_page("discuz_archiver.html", "http://bbs.test/archiver/tid-71.html")
    assert (findings.page_kind, findings.view, findings.document_key) == (PageKind.THREAD, View.ARCHIVER, KEY)
    assert (findings.page, findings.pages, findings.facts.path) == (1, 2, ("材料交流",))
    assert [(d.position, d.title, d.author, d.note, d.hidden_parts, d.shown) for d in findings.drafts] == [
        (1, "测试镇工作总结", "甲某", None, 1, "一、开头\n\n尾"),
        (2, None, "匿名", "anonymous", 0, "同意"),
        (3, None, "乙某", "shielded", 0, ""),
    ]
    assert findings.drafts[0].date.at == "2021-01-02T03:04:05+08:00"
    assert [link.page for link in findings.links.pages] == [2]


def test_a_list_of_the_archiver() -> None:
    text = (
        '<html><head><base href="http://bbs.test/archiver/" />'
        "<title>材料 - 试写论坛 -  Powered by Discuz! Archiver</title></head>"
        '<body><div id="nav"><a href="./">论坛</a></div><div id="content"><ul>'
        '<li><a href="tid-71.html">题</a> (12篇回复)<li><a href="tid-72.html">二</a> (0篇回复)</ul>'
        '<div class="page">页: <a href="fid-9.html">1</a> <strong>[2]</strong> <a href="fid-9.html?page=3">3</a></div>'
        "</div></body></html>"
    )
    findings = read_sheet(open_text(text, "http://bbs.test/archiver/fid-9.html?page=2"))
    assert (findings.page_kind, findings.view, findings.page, findings.pages) == (PageKind.LIST, View.ARCHIVER, 2, 3)
    assert [(link.key, link.title, link.stamp) for link in findings.links.documents] == [
        (KEY, "题", "12"),
        ("discuz:bbs.test:thread:72", "二", "0"),
    ]
    assert findings.links.next == "http://bbs.test/archiver/fid-9.html?page=3"


def test_the_mobile_page() -> None:
    findings = read_page("discuz_mobile.html", "http://bbs.test/forum.php?mod=viewthread&tid=71&mobile=2")
    assert (findings.page_kind, findings.view, findings.document_key) == (PageKind.THREAD, View.MOBILE, KEY)
    assert findings.facts.category == "总结"
    assert [(d.position, d.title, d.author, d.note, d.hidden_parts) for d in findings.drafts] == [
        (1, "测试镇工作总结", "甲某", None, 1),
        (2, None, "匿名", "anonymous", 0),
        (7, None, "乙某", "shielded", 0),
    ]
    assert [d.date.at for d in findings.drafts] == [
        "2021-01-02T03:04:05+08:00",
        "2026-11-22T08:23:39+08:00",
        "2021-01-03T03:04+08:00",
    ]
    assert [d.shown for d in findings.drafts] == ["一、开头\n尾", "同意", ""]
    assert [link.key for link in findings.links.documents] == ["discuz:bbs.test:thread:80"]


def test_a_mobile_list_leads_to_the_main_view() -> None:
    text = (
        "<html><head><title>材料 - 试写论坛 -  手机版 - Powered by Discuz!</title></head><body><div class='threadlist'>"
        '<a href="forum.php?mod=viewthread&amp;tid=71&amp;extra=page%3D1&amp;mobile=2">题</a></div></body></html>'
    )
    findings = read_sheet(open_text(text, "http://bbs.test/forum.php?mod=forumdisplay&fid=9&mobile=2"))
    assert (findings.page_kind, findings.view) == (PageKind.LIST, View.MOBILE)
    assert [(link.key, link.url) for link in findings.links.documents] == [
        (KEY, "http://bbs.test/forum.php?mod=viewthread&tid=71")
    ]


def test_a_name_like_a_date_is_no_time_of_a_last_post() -> None:
    row = (
        '<html><head><title>版 - Powered by Discuz!</title><base href="http://bbs.test/" /></head><body><table><tbody '
        'id="normalthread_7"><tr><th><a class="s xst" href="thread-7-1-1.html">题</a></th><td class="num"><a>3</a></td>'
        '<td class="by"><cite>2019-1-1</cite> <em>2021-1-2 03:04</em></td></tr></tbody></table></body></html>'
    )
    findings = read_sheet(open_text(row, "http://bbs.test/forum-9-1.html"))
    assert [link.stamp for link in findings.links.documents] == ["3|2021-01-02T03:04|2019-1-1"]
