"""What stands beside a message: polite words, help, an apology, the site's name in the title. All pages are made up."""

# ruff: noqa: E501 - words in rows of tables

import pytest

from cleaners.outcome import Reason, State
from tests.cleaners.platforms.test_generic_words_walls import PROSE, SAID, read
from tests.tables import table

ROWS = "<ul>" + "".join(f"<li><a href='/x/{n}.html'>青禾县第{n}季度河道清理情况通报</a></li>" for n in range(40)) + "</ul>"
FEW = "<ul>" + "".join(f"<li><a href='/x/{n}.html'>青禾县第{n}季度通报</a></li>" for n in range(4)) + "</ul>"
REASONS = "您想看的内容或许换了地方，或许从来没有过。" * 5


@table("words", SAID[Reason.NO_CONTENT])
def test_an_empty_search_beside_rows_is_no_list(words: str) -> None:
    outcome = read(f"<p>{words}</p>{FEW}").outcome
    assert (outcome.state, outcome.reason) == (State.REFUSED, Reason.NO_CONTENT)
    assert read(f"<p>搜索一下</p>{FEW}").outcome.state is State.LISTED


@table(
    "title",
    ["很抱歉，页面不存在", "抱歉：页面不存在！", "对不起，您要访问的页面不存在", "對不起，頁面不存在", "Sorry, 页面不存在", "哎呀，页面不存在了", "提示信息：页面不存在", "错误：页面不存在", "錯誤：页面不存在", "出错啦！页面不存在", "Error 404", "HTTP 404 页面", "您查看的信息已被删除了", "你浏览的内容不存在",
     "请查找，页面不存在啦", "正在访问此页面不存在吧", "该网站页面已不存在", "本页面不存在", "页面不存在！！！", "【页面不存在】……", "404 - 页面不存在", "页面不存在 - 青禾网", "页面不存在_青禾县人民政府", "页面不存在 | 青禾县", "页面不存在—青禾县", "页面不存在 › 青禾县", "页面不存在 » 青禾县"],
)  # fmt: skip
def test_a_title_that_is_nothing_but_a_message(title: str) -> None:
    assert read(ROWS, title=title).outcome.reason is Reason.GONE


@pytest.mark.parametrize("title", ["页面不存在的三个原因", "青禾县页面不存在问题", "页面不存在怎么办 - 青禾网", "再论页面不存在", "青禾网 - 页面不存在"])
def test_a_title_that_speaks_of_one(title: str) -> None:
    assert read(ROWS, title=title).outcome.state is State.LISTED


@table(
    "words",
    ["返回首页", "返回上一页", "返回主页", "返回前页", "回到首页", "回首頁", "5秒钟后为您跳转", "3秒后自动进入", "自动返回", "自動跳轉", "可能的原因", "可能原因", "输入的网址不对", "输入地址", "請檢查", "请检查", "联系管理员", "联系网站管理员", "站长", "稍后再试", "稍后重试", "稍後", "重新加载",
     "重新访问", "刷新", "事件ID", "Ray ID", "客户端IP", "您的 IP", "Request ID", "未备案", "解决办法", "解决方案", "尝试以下操作", "尝试方法", "拼写", "Go back", "Homepage"],
)  # fmt: skip
def test_help_beside_a_message_of_more_than_a_line(words: str) -> None:
    assert read(f"<div><p>{REASONS}</p><p>{words}，{REASONS[:20]}。</p></div>", title="页面不存在").outcome.reason is Reason.GONE


@pytest.mark.parametrize("words", ["返回家乡", "首页大图", "秒针", "自动化", "原因很多", "检查团", "管理员工", "以后再说", "方法论"])
def test_words_that_are_no_help(words: str) -> None:
    assert read(f"<div><p>{REASONS}</p><p>{words}，{REASONS[:20]}。</p></div>", title="页面不存在").outcome.state is State.READ


@table(
    "words",
    ["很抱歉", "抱歉", "对不起", "對不起", "非常抱歉", "Sorry", "您的请求", "您的访问", "您的IP", "您的浏览器", "您所访问", "您访问", "您没有", "您需要", "您无权", "您当前", "当前访问", "当前页面"],
)  # fmt: skip
def test_an_apology_before_a_message(words: str) -> None:
    line = f"{words}，因为长时间里没有做过任何一个动作或者别的什么样的缘故，打开的页面不存在"
    assert read(f"<p>{line}</p>").outcome.reason is Reason.GONE


@pytest.mark.parametrize("words", ["据说", "他的请求", "抱怨", "您好", "当前"])
def test_a_line_that_begins_otherwise_is_no_message(words: str) -> None:
    line = f"{words}，因为长时间里没有做过任何一个动作或者别的什么样的缘故，打开的页面不存在"
    assert read(f"<p>{line}</p>").outcome.reason is not Reason.GONE


def test_a_text_below_a_message_in_the_title_is_a_text() -> None:
    assert read(f"<div>{PROSE * 3}</div>", title="页面不存在").outcome.state is State.READ
