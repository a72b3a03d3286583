"""phpwind's messages at status 200, and how the family is told."""

# ruff: noqa: E501 - markup as the templates print it, one element a line

import re
from functools import partial

import pytest

from cleaners.outcome import Reason, State
from cleaners.platforms.phpwind import (
    PLATFORM,
    attachments,
    bodies,
    errors,
    floors,
    lists,
    pager,
    signs,
    simple,
    statements,
    threads,
)  # fmt: skip
from cleaners.reading import PageKind
from tests.tables import table
from tests.timing import assert_quick

from .phpwind_pages import FOOT_8, floor_6, floor_8, head, open_text, read_text, thread_6, thread_8


def message_8(words: str) -> str:
    return (
        head("提示信息 - Powered by phpwind") + '<div id="pw_content"><div class="regTitle cc"><h5 class="s6"><b>提示信息</b></h5></div>'
        f'<div class="regForm"><div class="regIgnore"><p class="f14 mb10">{words}</p><p class="f14"><a>返回继续操作</a></p></div></div></div></body></html>'
    )  # fmt: skip


def message_8_login(words: str) -> str:
    return (
        head("提示信息 - Powered by phpwind") + '<h5 class="s6"><b>提示信息</b></h5><div class="regForm"><div class="regIgnore">'
        f'<div class="f14">您没有登录或者您没有权限访问此页面，可能有如下几个原因</div><ol><li>1、{words}</li><li>2、您还不是站点会员,请先登录站点</li></ol></div>'
        '<form action="login.php?"><input name="pwuser"></form></div></body></html>'
    )  # fmt: skip


def message_6(words: str) -> str:
    return (
        "<html><head><title>试写论坛 - powered by PHPWind</title></head><body><div class=\"t\"><table><tr><td class=\"h\" colspan=\"2\">试写论坛 提示信息</td></tr>"
        f"<tr class=\"f_one\"><td><center><br /><br />{words}<br /></center></td></tr></table></div><center>Powered by <b>PHPWind</b> v6.3</center></body></html>"
    )


def message_9(words: str) -> str:
    return (
        '<html><head><title>试写论坛 - Powered by phpwind</title></head><body><div class="reg_cont_wrap"><div class="reg_message reg_ignore"><ul>'
        f'<li id="J_html_error">{words}</li></ul><div class="error_return"><a>返回上一页</a></div></div></div></body></html>'
    )


@table("page", [message_8, message_8_login, message_6, message_9])
@table(
    ("words", "reason"),
    [
        ("读取数据错误,原因：您要访问的链接无效,可能链接不完整,或数据已被删除！", Reason.GONE),
        ("帖子ID非法", Reason.GONE),
        ("访问的主题不存在", Reason.GONE),
        ("用户组权限：你所属的用户组没有浏览帖子的权限", Reason.PERMISSION),
        ("对不起,本版块为认证版块,您没有权限查看此版块的内容！", Reason.PERMISSION),
        ("这篇帖子还没通过管理员验证，暂时不能查看", Reason.PERMISSION),
        ("此帖被管理员关闭，暂时不能浏览", Reason.PERMISSION),
        ("您的IP被禁止，不能访问论坛", Reason.PERMISSION),
        ("您还没有登录或注册，暂时不能使用此功能！", Reason.LOGIN),
        ("本版块为正规版块,只有注册会员才能进入！", Reason.LOGIN),
        ("本版块为加密版块,需密码验证( 游客无权登录此版块)", Reason.PASSWORD),
        ("本版块为出售版块，需要支付一定积分才能浏览，立即购买!", Reason.PAID),
        ("论坛设置:刷新不要快于 2 秒", Reason.CHALLENGE),
        ("站点已关闭，正在整改", Reason.CLOSED),
        ("论坛正在升级维护", Reason.CLOSED),
        ("服务器繁忙，请稍侯重试！", Reason.SERVER_ERROR),
    ],
)
def test_messages_at_status_200(page: object, words: str, reason: Reason) -> None:
    assert callable(page)
    found = read_text(page(words))
    assert (found.outcome.state, found.outcome.reason, found.drafts) == (State.REFUSED, reason, ())
    assert found.outcome.detail is not None
    assert words[:10] in found.outcome.detail


def test_messages_without_known_words() -> None:
    assert read_text(message_8("完成密码修改")).outcome.reason is Reason.NO_CONTENT
    assert read_text(message_8_login("未知的原因")).outcome.reason is Reason.LOGIN


@pytest.mark.parametrize(
    ("form", "reason"),
    [
        ('<form method="post" action="thread.php?">请输入密码<input type="password" name="wind_password" /></form>', Reason.PASSWORD),
        ('<form id="J_forum_pwd_form" action="x"><div>输入密码后继续访问</div></form>', Reason.PASSWORD),
    ],
)
def test_boards_that_ask_for_a_password(form: str, reason: Reason) -> None:
    found = read_text(head() + form + "</body></html>", "http://bbs.test/thread.php?fid=3")
    assert found.outcome.reason is reason


@pytest.mark.parametrize(
    ("url", "form", "kind", "reason"),
    [
        ("http://bbs.test/login.php", '<form action="login.php?"><input name="pwuser"></form>', PageKind.LOGIN, Reason.LOGIN),
        ("http://bbs.test/index.php?m=u&c=login", '<form id="J_u_login_form"></form>', PageKind.LOGIN, Reason.LOGIN),
        ("http://bbs.test/register.php", '<form action="register.php?"></form>', PageKind.OTHER, Reason.NO_CONTENT),
        ("http://bbs.test/faq.php", "<p>帮助</p>", PageKind.OTHER, Reason.NO_CONTENT),
    ],
)
def test_forms_and_other_pages(url: str, form: str, kind: PageKind, reason: Reason) -> None:
    found = read_text(head() + form + "</body></html>", url)
    assert (found.page_kind, found.outcome.reason) == (kind, reason)


def test_a_broken_database() -> None:
    page = (
        '<html><head><title>试写论坛</title></head><body>The URL Is:<br>http://bbs.test/read.php<br>MySQL Server Error:<br>'
        'You Can Get Help In:<br><a href="http://www.phpwind.net">x</a></body></html>'
    )
    assert read_text(page).outcome.reason is Reason.SERVER_ERROR


BOARD = (
    head("提示信息 - 试写论坛 - Powered by phpwind")
    + '<div id="ajaxtable"><a href="read.php?tid=71" id="a_ajax_71">提示信息 服务器繁忙</a></div>'
    + FOOT_8
)


@pytest.mark.parametrize(
    "page",
    [
        thread_8(floor_8(body="提示信息：主题不存在，您没有权限，请先登录。")).replace("<title>", "<title>提示信息 - "),
        BOARD,
        thread_8(floor_8()).replace("</form>", '<form action="login.php?"><input name="pwuser"></form></form>'),
    ],
)
def test_real_pages_that_speak_of_errors(page: str) -> None:
    assert read_text(page).outcome.state in (State.READ, State.LISTED)


@pytest.mark.parametrize(
    ("page", "why", "version"),
    [
        (thread_8(floor_8()), "generator meta", "8.7"),
        ("<html><title>甲 - Powered by phpwind</title>", "powered-by title", None),
        (thread_6(floor_6()), "powered-by title", "6.3.2"),
        ('<html><body><h1 id="subject_tpc">甲</h1></body>', "ids of its floors", None),
        ('<html><body><div class="floor cc J_read_floor" id="read_0">', "ids of its floors", None),
        ('<p>查看完整版本: [-- <a href="read.php?tid=1">甲</a> --]</p>', "light view", None),
        ('<div class="tpc_content">甲</div>Posted: 2008-05-06 12:11', "floors of version 6", None),
        ("<script>var db_bbsurl = 'http://bbs.test';</script>", "scripts of the template", None),
        ('<p>Powered by <a href="http://www.phpwind.net/"><b>PHPWind</b></a> <b class="s3">v7.5</b></p>', "powered-by line", "7.5"),
    ],
)
def test_how_the_family_is_told(page: str, why: str, version: str | None) -> None:
    guess = PLATFORM.detect(open_text(page))
    assert guess is not None
    assert (guess.why, guess.version) == (why, version)
    assert guess.sure >= 0.9


@pytest.mark.parametrize(
    "page",
    ["<p>普通网页</p>", "<p>论坛程序 phpwind 使用说明</p>", '<div class="tpc_content">别的程序</div>', '<script>var db_bbsurl = 1</script>'],
)
def test_other_pages_are_not_claimed(page: str) -> None:
    assert PLATFORM.detect(open_text(page)) is None


def test_talk_about_the_software_is_no_proof() -> None:
    guess = PLATFORM.detect(open_text("<p>页脚写着 Powered by phpwind v8.7 的网站</p>"))
    assert guess is not None
    assert guess.sure == 0.5


def test_shapes_are_quick_on_nasty_input() -> None:
    shapes = [
        value
        for module in (attachments, bodies, errors, floors, lists, pager, signs, simple, statements, threads)
        for value in vars(module).values()
        if isinstance(value, re.Pattern)
    ]
    assert len(shapes) > 15
    for text in ("[ 此帖被" * 20_000, "Powered by " * 9_000, "u.php?" * 15_000, "1" * 90_000, "阅读 " * 30_000, "font-size : " * 9_000,
                 "<input name=tid " * 6_000, "Pages: ( " * 10_000, "2011-03-02 " * 9_000):  # fmt: skip
        for shape in shapes:
            for way in (shape.search, shape.fullmatch):
                assert_quick(partial(way, text), seconds=0.3, name=f"{shape.pattern} on {text[:10]}")
