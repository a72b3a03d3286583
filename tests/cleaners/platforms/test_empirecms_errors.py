"""Pages of EmpireCMS without the page asked for: each has its reason; near misses are read as what they are."""


import pytest

from cleaners.outcome import Reason, State
from cleaners.platforms.empirecms import PLATFORM
from cleaners.platforms.empirecms.errors import is_message, reason_of
from cleaners.reading import PageKind
from tests.cleaners.platforms import empirecms_pages as pages
from tests.tables import table
from tests.timing import assert_quick

ASKED = f"{pages.HOST}/e/action/ShowInfo.php?classid=5&id=99"
MESSAGES = [
    ("此信息不存在", Reason.GONE),
    ("您来自的链接不存在", Reason.GONE),
    ("此栏目不存在", Reason.GONE),
    ("下面没有记录了", Reason.GONE),
    ("此TAG不存在", Reason.GONE),
    ("您还没登录!", Reason.LOGIN),
    ("同一帐号同一时刻只能一人在线!", Reason.LOGIN),
    ("您的会员级别不足，没有下载权限!", Reason.PERMISSION),
    ("您所在的会员组没有权限访问此栏目", Reason.PERMISSION),
    ("您没有足够的权限查看会员信息", Reason.PERMISSION),
    ("您的IP不在允许提交数据的范围内，所以无法提交", Reason.PERMISSION),
    ("您的点数不足，无法下载", Reason.PAID),
    ("您的帐号余额不足,不能购买商品", Reason.PAID),
    ("系统关闭投稿功能", Reason.CLOSED),
    ("TAG功能已关闭", Reason.CLOSED),
    ("网站没有开启WAP功能", Reason.CLOSED),
    ("全站搜索未开启", Reason.CLOSED),
    ("系统限制的搜索时间间隔为 20 秒,请稍后再搜索", Reason.CHALLENGE),
    ("您今天的下载与观看次数已超过系统限制", Reason.CHALLENGE),
    ("没有搜索到相关的内容", Reason.NO_CONTENT),
    ("提交成功", Reason.NO_CONTENT),
]


@table(("words", "reason"), MESSAGES)
def test_every_message_of_the_language_file_has_its_reason(words: str, reason: Reason) -> None:
    found = pages.read(pages.message(words), ASKED)
    assert (found.outcome.state, found.outcome.reason, found.outcome.detail) == (State.REFUSED, reason, words)
    assert found.entries == ()
    assert (found.page_kind is PageKind.LOGIN) is (reason is Reason.LOGIN)


@pytest.mark.parametrize(
    ("said", "needed", "reason"),
    [
        ("您还未登陆，点击这里进行登陆操作；注册请点击这里。", "需要 [普通会员] 级别以上才能查看。", Reason.LOGIN),
        ("您还未登陆，点击这里进行登陆操作。", "需要 [VIP会员] 级别以上与扣除 10 点才能查看。", Reason.PAID),
        ("您的会员级别不足(您的当前级别：普通会员)，没有查看此信息的权限!", "需要 [VIP会员] 级别以上才能查看。",
         Reason.PERMISSION),
        ("您的点数不足(您当前拥有的点数 3 点)，没有查看此信息的权限!", "需要 [特定访问组] 级别才能查看。", Reason.PAID),
        ("同一帐号只能一人在线，点击这里重新登陆。", "需要 [特定访问组] 级别才能查看。", Reason.LOGIN),
    ],
)  # fmt: skip
def test_walls_before_an_article(said: str, needed: str, reason: Reason) -> None:
    found = pages.read(pages.wall(said, needed))
    assert (found.outcome.state, found.outcome.reason) == (State.REFUSED, reason)
    assert found.entries == ()
    assert needed in (found.outcome.detail or "")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("search is close", Reason.CLOSED),
        ("rss is close\n", Reason.CLOSED),
        ("<script>alert('此信息不存在');history.go(-1);</script>", Reason.GONE),
        ("<meta charset=utf-8><script>alert('您还没登录!');self.location.href='/e/member/login/';</script>",
         Reason.LOGIN),
        ("<script>alert('您的点数不足，无法下载');history.go(-2);</script>", Reason.PAID),
        ("<script>alert('您的点数不足，无法下载');history.back();</script>", Reason.PAID),
        ("<title>信息提示</title><b>此信息不存在</b><a href='/'>如果您的浏览器没有自动跳转</a>", Reason.GONE),
        ("<title>提示信息</title><p>没有开启WAP功能<a href='/'>如果您的浏览器没有自动跳转</a></p>", Reason.CLOSED),
        (
            '<html><head><title>访问验证</title></head><body><form method="post">请输入访问密码：'
            '<input name="eckvpassword" type="password"><input type="submit" value="进入"></form></body></html>',
            Reason.PASSWORD,
        ),
    ],
)  # fmt: skip
def test_answers_that_are_nothing_but_a_word(text: str, reason: Reason) -> None:
    found = pages.read(text, ASKED)
    assert (found.outcome.state, found.outcome.reason) == (State.REFUSED, reason)


def test_a_message_in_gbk() -> None:
    text = pages.message("此信息不存在").replace("<title>", '<meta charset="gb2312"><title>')
    found = pages.read(text, codec="gb18030")
    assert (found.outcome.reason, found.outcome.detail) == (Reason.GONE, "此信息不存在")


QUOTED = pages.BODY + "<p>网站提示“此信息不存在”“您还没登录”“search is close”。</p>"


@pytest.mark.parametrize(
    "text",
    [
        pages.default(pages.Article(body=QUOTED)),
        pages.default(pages.Article(title="信息提示", body=QUOTED)),
        pages.default(pages.Article(title="404 此信息不存在的处理办法", body=QUOTED)),
        pages.default(pages.Article(body=QUOTED + "<p>提示信息</p><p>查看权限：</p>")),
    ],
)
def test_an_article_that_quotes_messages_is_an_article(text: str) -> None:
    found = pages.read(text)
    assert (found.outcome.state, found.page_kind) == (State.READ, PageKind.ARTICLE)
    assert "此信息不存在" in found.entries[0].text


@pytest.mark.parametrize(
    "text",
    [
        "这项工作 search is close to the end",
        "<p>alert('此信息不存在');history.go(-1);</p>",
        "<script>alert('欢迎光临');history.go(-1);</script>",
        "<script>alert('此信息不存在')</script><p>正文在这里，继续阅读。</p>",
        "<title>信息提示</title><p>关于信息提示工作的通知。</p>",
    ],
)
def test_near_misses_are_no_messages(text: str) -> None:
    assert not is_message(text)


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("/e/pl/?classid=5&id=37", Reason.NO_CONTENT),
        ("/e/public/report/?classid=5&id=37", Reason.NO_CONTENT),
        ("/e/DownSys/DownSoft/?classid=5&id=37&pathid=0", Reason.NO_CONTENT),
        ("/e/member/login/", Reason.LOGIN),
    ],
)
def test_pages_round_an_article_never_stand_for_it(path: str, reason: Reason) -> None:
    found = pages.read(pages.default(), pages.HOST + path)
    assert (found.outcome.reason, found.entries) == (reason, ())


def test_a_list_of_results_asked_for_by_name_is_a_list() -> None:
    text = pages.listed('<li><a href="/zongjie/2024-03-05/37.html">总结</a></li>', '<a title="总数"><b>1</b></a>')
    for path in ("/e/search/result/?searchid=3", "/e/wap/list.php?classid=5", "/e/action/ListInfo.php?classid=5&ph=1"):
        assert pages.read(text, pages.HOST + path).page_kind is PageKind.LIST


def test_a_message_is_told_by_detection() -> None:
    guess = PLATFORM.detect(pages.opened(pages.message("此信息不存在"), ASKED))
    assert guess is not None
    assert (guess.sure, guess.why) == (0.9, "a message of the software")


def test_nasty_input_takes_no_time() -> None:
    def work() -> None:
        for text in ("<script " * 800, "alert('" * 800, "a" * 5900 + " is close", "间隔" * 2900, "扣除" + " " * 5000):
            is_message(text)
            reason_of(text)

    assert_quick(work, seconds=0.1)
