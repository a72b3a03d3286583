"""Every name that phpwind is read by, one at a time: parameters, scripts, classes, ids, words of its templates."""

# ruff: noqa: E501 - markup as the templates print it, one element a line

import pytest

from cleaners.outcome import Reason
from cleaners.platforms.phpwind import PLATFORM
from cleaners.platforms.phpwind.addresses import address
from cleaners.reading import PageKind, UrlKind, View
from tests.tables import table

from .phpwind_pages import (
    BODY,
    CRUMB_8,
    FOOT_8,
    SHOWN,
    TOP_8,
    floor_6,
    floor_7,
    floor_8,
    floors,
    head,
    open_text,
    read_text,
    thread_6,
    thread_7,
    thread_8,
    thread_9,
)
from .test_phpwind_lists import BOARD_8, LIGHT_9, light_8

TITLED_IN_HEAD = '<html><head><meta name="generator" content="phpwind 8.7"><title>镇年终总结|总结交流 - 试写论坛 - Powered by phpwind</title></head><body>'


@table(
    "name", ["type", "search", "special", "modelid", "pcid", "actmid", "allactmid", "allpcid", "allmodelid", "orderway",
             "asc", "orderby", "tab", "digest"],
)  # fmt: skip
def test_parts_of_a_board(name: str) -> None:
    found = address(f"http://bbs.test/thread.php?fid=3&{name}=1")
    assert found is not None
    assert (found.kind, found.rule) == (UrlKind.SKIP, "list-filter")


@table(
    "name", ["fpage", "toread", "ds", "displaymode", "skinco", "keyword", "viewbbs", "sid", "utm_source", "utm_medium",
             "utm_campaign", "from", "winduid", "u", "pingpage", "rpage", "verify"],
)  # fmt: skip
def test_what_is_not_asked_for(name: str) -> None:
    found = address(f"http://bbs.test/read.php?tid=71&{name}=x1")
    assert found is not None
    assert found.url == "http://bbs.test/read.php?tid=71"


@pytest.mark.parametrize(
    ("scripts", "rule"),
    [
        ("u profile space mode", "space"),
        ("post mawhole masingle operate ajax pw_ajax message mawholecolony job", "action"),
        ("login sendpwd", "login"),
        ("register reg", "register"),
        ("searcher search", "search"),
        ("link", "redirect"),
        ("apps hack slide", "plugin"),
        ("faq sort member notice show push cms showpic ck", "misc"),
    ],
)
def test_scripts_without_threads(scripts: str, rule: str) -> None:
    for script in scripts.split():
        found = address(f"http://bbs.test/{script}.php?x=1")
        assert found is not None, script
        assert (found.kind, found.rule) == (UrlKind.SKIP, rule), script


@pytest.mark.parametrize(
    ("query", "key"),
    [("m=bbs&c=index", "home"), ("m=bbs&c=forum", "home"), ("m=bbs&c=cate&fid=1", "forum:1"), ("c=thread&fid=1", "forum:1")],
)
def test_controllers_of_version_9(query: str, key: str) -> None:
    found = address(f"http://bbs.test/index.php?{query}")
    assert found is not None
    assert found.key == f"phpwind:bbs.test:{key}"


@table(
    "name", ["louMes", "phone", "file_insert", "J_attach_img_wrap", "img_info", "edit_log", "at_icon", "pw_menu", "read_tags",
             "return", "signature", "sigline", "jammer", "sell_notice"],
)  # fmt: skip
def test_furniture_within_a_body(name: str) -> None:
    page = thread_8(floor_8(body=f'{BODY}<div class="{name} cc">杂项一行</div>'))
    assert floors(read_text(page))[1].shown == SHOWN


@table("name", ["quoteTips", "blockquote", "hidden", "content_hidden", "content_sell", "quote", "f12", "s3"])
@table("tag", ["div", "blockquote", "h6", "span", "font", "p"])
def test_boxes_that_are_locks(tag: str, name: str) -> None:
    page = thread_8(floor_8(body=f'{BODY}<br><{tag} class="{name}">本部分内容设定了隐藏，需要回复后才能看到</{tag}>'))
    found = floors(read_text(page))[1]
    assert (found.shown, found.hidden_parts) == (SHOWN, 1)


@pytest.mark.parametrize("tag", ["div", "font", "span"])
def test_elements_of_an_edit_note(tag: str) -> None:
    note = f"<{tag}>[ 此帖被甲某在2011-03-05 10:00重新编辑 ]</{tag}>"
    facts = read_text(thread_8(floor_8(body=BODY + note))).facts
    assert [(date.kind, date.at) for date in facts.dates] == [("posted", "2011-03-02T09:11:22+08:00"), ("edited", "2011-03-05T10:00+08:00")]


@pytest.mark.parametrize("name", ["匿名", "匿名用户", "匿名者", "匿名会员", "游客"])
def test_words_for_nobody(name: str) -> None:
    assert floors(read_text(thread_8(floor_8(author=name))))[1].note == "anonymous"


@pytest.mark.parametrize(("mark", "position"), [("楼主", 1), ("GF", 1), ("沙发", 2), ("板凳", 3), ("地板", 4), ("地下室", 5), ("B7F", 8), ("7楼", 8)])
def test_names_of_floors(mark: str, position: int) -> None:
    assert list(floors(read_text(thread_8(floor_8("899", mark="20楼"), floor_8("900", mark=mark))))) == [21, position]


def test_the_time_without_a_head_of_its_own() -> None:
    page = thread_7(floor_7().replace('class="tiptop"', 'class="own"'))
    date = floors(read_text(page))[1].date
    assert date is not None
    assert date.at == "2009-06-06T00:38+08:00"


@pytest.mark.parametrize("box", ["readName", "r_name", "name"])
def test_the_authors_box_comes_before_other_links_to_members(box: str) -> None:
    floor = floor_8().replace("readName", box).replace('<td rowspan="2" class="floot_left">', '<td rowspan="2" class="floot_left"><a href="u.php?uid=5">查看资料</a>')
    assert floors(read_text(thread_8(floor)))[1].author == "甲某"


def test_blanks_are_folded_and_robots_are_heard() -> None:
    page = thread_8(floor_8(), top=TOP_8.replace("镇年终总结 ", "镇&nbsp;\n 年终总结 "))
    page = page.replace("<title>", '<meta name="robots" content="noarchive"><title>')
    found = read_text(page)
    assert floors(found)[1].title == "镇 年终总结"
    assert found.facts.noarchive
    assert not read_text(thread_8(floor_8())).facts.noarchive


@pytest.mark.parametrize(
    ("file", "name"),
    [
        ('<span>范文.zip</span> (98 K) <a href="job.php?action=attachbuy&type=download&aid=78">[购买]</a>', "范文.zip"),
        ('<a href="job.php?action=download&aid=78" title="下载：范文.zip">[下载]</a> (98 K)', "范文.zip"),
    ],
)
def test_where_a_file_has_its_name(file: str, name: str) -> None:
    found = read_text(thread_8(floor_8(files=file))).facts.attachments
    assert [(one.name, one.size) for one in found] == [(name, "98 K")]


def test_a_message_without_its_box() -> None:
    page = f"{head('提示信息 - 试写论坛')}<table><tr><td><center>您没有登录或者您没有权限访问此页面 本版块需要登录</center></td></tr></table></body></html>"
    found = read_text(page)
    assert (found.page_kind, found.outcome.reason) == (PageKind.ERROR, Reason.LOGIN)
    talk = page.replace("提示信息 - 试写论坛", "试写论坛").replace("您没有登录", "提示信息：您没有登录")
    assert read_text(talk).page_kind is not PageKind.ERROR


@pytest.mark.parametrize("form", ['<form action="register.php?"></form>', '<form action="index.php?m=u&c=register"></form>'])
def test_a_form_to_register(form: str) -> None:
    found = read_text(head() + form + "</body></html>", "http://bbs.test/register.php")
    assert found.outcome.detail == "a form to register"


def test_links_within_the_page_are_none() -> None:
    page = thread_8(floor_8(), pager='<a href="#top">上</a><a href="http://bbs.test/rss.php?fid=3">RSS</a>')
    links = read_text(page, "http://bbs.test/read.php?tid=71&uid=5").links
    assert "variant-author" not in dict(links.dropped)
    assert [link.key for link in links.feeds] == ["phpwind:bbs.test:rss:3"]


@pytest.mark.parametrize("table", ["threadlist", "ajaxtable", "J_posts_list"])
def test_tables_of_boards(table: str) -> None:
    page = BOARD_8.replace('id="ajaxtable"', "").replace('id="threadlist"', f'id="{table}"')
    board = read_text(page, "http://bbs.test/thread.php?fid=3")
    assert board.links.documents[0].stamp == "25|2011-03-05T10:00|乙某"


@pytest.mark.parametrize("name", ["pages_next", "J_pages_next"])
def test_the_next_page_by_its_own_link(name: str) -> None:
    pager = f'<div class="pages"><strong>2</strong><a href="read.php?tid=71&page=9">...9</a><a class="{name}" href="http://bbs.test/read.php?tid=71&page=3">下一页</a></div>'
    found = read_text(thread_9(pager=pager), "http://bbs.test/read.php?tid=71&page=2")
    assert (found.page, found.pages, found.links.next) == (2, 9, "http://bbs.test/read.php?tid=71&page=3")


def test_the_light_view_without_its_address() -> None:
    eight = light_8(("甲某", "2011-03-02 09:11", BODY)).replace("<title>镇年终总结 ", "<title>别的 ")
    found = read_text(eight, None)
    assert (found.view, found.drafts[0].title, found.drafts[0].shown) == (View.ARCHIVER, "镇年终总结", SHOWN)
    bare = eight.replace("<h1>镇年终总结</h1>", "")
    assert read_text(bare, None).drafts[0].title == "别的"
    nine = read_text(LIGHT_9.format(body=BODY, reply="收到。"), None)
    assert (nine.view, nine.drafts[0].title) == (View.ARCHIVER, "镇年终总结")


@pytest.mark.parametrize("name", ["breadCrumb", "bread_crumb"])
def test_ids_of_the_path(name: str) -> None:
    page = thread_8(floor_8()).replace('id="breadCrumb"', f'id="{name}"')
    assert read_text(page).facts.path == ("机关材料", "总结交流")


@pytest.mark.parametrize("sign", ["link.php?action=tag&tagname=x", "link.php?action-tag-tagname-x.html"])
def test_tags(sign: str) -> None:
    page = thread_8(floor_8().replace("link.php?action=tag&tagname=x", sign))
    assert read_text(page).facts.keywords == ("乡镇",)


@pytest.mark.parametrize(("row", "title"), [("<b>本页主题:</b> 镇年终总结", "镇年终总结"), ("<b>别的:</b> 镇年终总结", "楼上的题")])
def test_where_version_6_has_its_title(row: str, title: str) -> None:
    page = thread_6(floor_6().replace("<h4>镇年终总结</h4>", "<h4>楼上的题</h4>")).replace("<b>本页主题:</b> 镇年终总结", row)
    assert floors(read_text(page))[1].title == title


@pytest.mark.parametrize("box", ['id="footer"', 'id="bottom"', 'class="footer"', 'class="footer_wrap"', 'class="footer-wrap"'])
def test_where_the_record_stands(box: str) -> None:
    page = thread_8(floor_8()).replace('id="footer"', box)
    assert read_text(page).facts.icp == "桂ICP备00000001号"


@pytest.mark.parametrize("name", ["首页", "论坛首页", "论坛", "社区首页", " "])
def test_a_home_link_that_names_nothing(name: str) -> None:
    crumb = CRUMB_8.replace('title="试写论坛">试写论坛', f">{name}")
    page = TITLED_IN_HEAD.replace("试写论坛", "题中论坛") + crumb + TOP_8 + floor_8() + FOOT_8
    facts = read_text(page).facts
    assert (facts.site_name, dict(facts.where)["site_name"]) == ("题中论坛", "title")


@pytest.mark.parametrize("script", ["var db_bbsurl = 'http://bbs.test';", "var x = {JS_EXTRES : 'a'}", "getObj('readface_1')", "load('js/pw_ajax.js')"])
def test_scripts_of_the_template(script: str) -> None:
    guess = PLATFORM.detect(open_text(f"<p>phpwind</p><script>{script}</script>"))
    assert guess is not None
    assert (guess.sure, guess.why) == (0.9, "scripts of the template")


def test_the_software_signs_at_the_head_and_the_foot_of_a_long_page() -> None:
    filler = "<p>正文一行</p>" * 4_000
    foot = '<center>Powered by <a href="http://www.phpwind.net/"><b>PHPWind</b></a> <b>v7.5</b></center>'
    signed = PLATFORM.detect(open_text(f"<html><body>{filler}{foot}{'<div>菜单</div>' * 500}</body></html>"))
    assert signed is not None
    assert (signed.why, signed.version) == ("powered-by line", "7.5")
    assert PLATFORM.detect(open_text(f"<html><body>{filler}{foot}{filler}</body></html>")) is None
    headed = PLATFORM.detect(open_text(f"{head()}{filler}</body></html>"))
    assert headed is not None
    assert (headed.why, headed.version) == ("generator meta", "8.7")
