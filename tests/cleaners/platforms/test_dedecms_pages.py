"""Which pages are DedeCMS's, its lists, and its messages and walls."""

from itertools import chain

import pytest

from cleaners.outcome import Reason, State
from cleaners.platforms import detect
from cleaners.platforms.dedecms import PLATFORM, signs
from cleaners.platforms.dedecms.errors import reason_of
from cleaners.platforms.platform import Findings
from cleaners.reading import PageKind
from cleaners.rules.inside.cms_lines import EDITOR_END
from tests.cleaners.platforms import dedecms_pages as pages
from tests.cleaners.platforms.dedecms_pages import ARTICLE, sheet
from tests.tables import table
from tests.timing import assert_quick

VIEW = "http://dede.test/plus/view.php?aid=37"
LIST = "http://dede.test/a/zongjie/list_4_1.html"


def found_on(html: str, url: str | None = ARTICLE) -> Findings:
    page = sheet(html, url)
    guess = PLATFORM.detect(page)
    assert guess is not None
    return PLATFORM.read(page, guess)


@table("mark", [*chain(*signs.SURE_MARKS.values()), *signs.MESSAGE_MARKS])
def test_one_sure_mark_is_enough(mark: str) -> None:
    guess = PLATFORM.detect(sheet(f"<p>正文</p><!-- {mark} -->"))
    assert guess is not None
    assert guess.sure == signs.SURE


@pytest.mark.parametrize("mark", [*chain(*signs.PLAUSIBLE_MARKS.values())])
def test_one_plausible_mark_makes_it_likely(mark: str) -> None:
    guess = PLATFORM.detect(sheet(f"<p>正文</p><!-- {mark} -->"))
    assert guess is not None
    assert guess.sure == signs.PLAUSIBLE


def test_several_plausible_marks_make_it_surer() -> None:
    guess = PLATFORM.detect(sheet(pages.skin_of_divs()))
    assert guess is not None
    assert guess.sure == pytest.approx(signs.PLAUSIBLE + 2 * signs.STEP)
    assert detect(sheet(pages.skin_of_divs()))[0] is PLATFORM


@pytest.mark.parametrize(
    "html",
    ["<p>无关的页面</p>", '<?xml version="1.0"?><rss><a>/plus/view.php?aid=1</a></rss>', "<rss>www.dedecms.com</rss>",
     '上一篇：<a href="/1.html">前文</a>', "<p>Request Error!</p>"],
)  # fmt: skip
def test_other_pages_are_not_claimed(html: str) -> None:
    assert PLATFORM.detect(sheet(html, "http://other.test/1.html")) is None


@pytest.mark.parametrize(
    ("html", "url"),
    [
        (pages.listing(), LIST),
        (pages.listing(info=False), "http://dede.test/zongjie/"),
        (pages.listing(info=False, box="newslist"), "http://dede.test/zongjie/"),
        (pages.listing(box="nobodys"), "http://dede.test/zongjie/"),
        (pages.listing(info=False, box="nobodys", pager=False), LIST),
        (pages.listing(info=False, box="x", pager=False).replace("column", "articlelist"), "http://dede.test/zongjie/"),
        (pages.listing(info=False, box="nobodys", pager=False), "http://dede.test/"),
        (pages.article(), "http://dede.test/"),
        (pages.listing(info=False, box="nobodys", pager=False), "http://dede.test/m/"),
    ],
)
def test_lists(html: str, url: str) -> None:
    found = found_on(html, url)
    assert (found.page_kind, found.outcome.state, found.drafts) == (PageKind.LIST, State.LISTED, ())


def test_what_a_list_leads_to() -> None:
    found = found_on(pages.listing(), LIST)
    assert (found.page, found.pages, found.document_key) == (1, 2, "dedecms:dede.test:list:4")
    assert [(link.url[16:], link.title) for link in found.links.documents if link.url.endswith("36.html")] == [
        ("/a/zongjie/2021/1207/36.html", "红柳镇植树工作总结")
    ]
    assert ("dedecms:dede.test:list:4", 2) in [(link.key, link.page) for link in found.links.lists]
    assert found.facts.path == ("公文", "工作总结")
    assert dict(found.links.dropped)["mobile-twin"] == 1


def test_a_pager_of_a_list_with_names_of_its_own() -> None:
    html = pages.listing().replace("list_4_2.html", "index_2.html")
    assert "http://dede.test/a/zongjie/index_2.html" in [link.url for link in found_on(html, LIST).links.lists]


@table(
    ("words", "reason"),
    [
        ("对不起，你输入的参数有误！", Reason.GONE),
        ("你所浏览的文档不存在！", Reason.GONE),
        ("文章尚未审核,非作者本人无权查看!", Reason.GONE),
        ("文章没有通过审核！", Reason.GONE),
        ("该文档已被管理员删除！", Reason.GONE),
        ("找不到该栏目！", Reason.GONE),
        ("读取文档信息失败！", Reason.GONE),
        ("管理员设定搜索时间间隔为3秒，请稍后再试！", Reason.CHALLENGE),
        ("验证码不正确！", Reason.CHALLENGE),
        ("你的操作太频繁！", Reason.CHALLENGE),
        ("你尚未登录！", Reason.LOGIN),
        ("你还没有登录！", Reason.LOGIN),
        ("请先登陆！", Reason.LOGIN),
        ("登录后才能查看！", Reason.LOGIN),
        ("你是游客，不能查看！", Reason.LOGIN),
        ("你的会员级别太低，不能查看！", Reason.PERMISSION),
        ("没有权限使用此功能！", Reason.PERMISSION),
        ("你无权使用此功能！", Reason.PERMISSION),
        ("你的权限不足！", Reason.PERMISSION),
        ("你的等级不够！", Reason.PERMISSION),
        ("你的地址被禁止！", Reason.PERMISSION),
        ("系统对此作了限制！", Reason.PERMISSION),
        ("请求被拒绝！", Reason.PERMISSION),
        ("需要 5 个金币才能下载！", Reason.PAID),
        ("你的积分不够！", Reason.PAID),
        ("你的点数不够！", Reason.PAID),
        ("该文档需要付费！", Reason.PAID),
        ("你没有购买该文档！", Reason.PAID),
        ("网站已经临时关闭！", Reason.CLOSED),
        ("数据库连接失败！", Reason.SERVER_ERROR),
        ("服务器繁忙！", Reason.SERVER_ERROR),
        ("模板文件不存在，无法解析文档！", Reason.SERVER_ERROR),
        ("成功发表评论！", Reason.NO_CONTENT),
    ],
)
def test_messages(words: str, reason: Reason) -> None:
    for title in ("DedeCMS提示信息", "DEDECMS提示信息", "提示信息"):
        found = found_on(pages.message(words, title=title), VIEW)
        assert (found.outcome.state, found.outcome.reason) == (State.REFUSED, reason)
        assert found.outcome.detail == words
        assert found.page_kind is PageKind.ERROR
    assert reason_of(words) is reason


def test_a_message_in_a_box() -> None:
    found = found_on('<!-- /plus/view.php?aid=1 --><script>alert("你没有权限查看！");</script>', VIEW)
    assert (found.outcome.reason, found.outcome.detail) == (Reason.PERMISSION, "你没有权限查看！")


def test_a_message_without_words() -> None:
    outcome = found_on(pages.message(""), VIEW).outcome
    assert (outcome.reason, outcome.detail) == (Reason.NO_CONTENT, "a message without words")


@pytest.mark.parametrize(
    ("words", "title", "reason"),
    [
        ("这篇文档需要 <font>高级会员</font> 才能访问，你目前是：<font>游客</font> ！", None, Reason.PERMISSION),
        ("这篇文档需要 <font>5 金币</font> 才能访问，你目前拥有金币：<font>0 个</font> ！", None, Reason.PAID),
        ("阅读该文档内容需要付费！<br>这篇文档需要 <font>5 金币</font> 才能访问", "扣金币购买阅读！", Reason.PAID),
        ("这篇文档需要 <font>高级会员</font> 才能访问", "您没有权限浏览文档", Reason.PERMISSION),
        ("这个软件需要 <font>高级会员</font> 才能下载", "你没有权限下载软件：统计表！", Reason.PERMISSION),
    ],
)
@pytest.mark.parametrize("skin", ["", "<div class='menu'>栏目</div>" * 500])
def test_walls(words: str, title: str | None, reason: Reason, skin: str) -> None:
    html = pages.wall(words, skin=skin) if title is None else pages.wall(words, title=title, skin=skin)
    found = found_on(html, VIEW)
    assert (found.outcome.state, found.outcome.reason, found.drafts) == (State.REFUSED, reason, ())


def test_a_small_wall_is_told_by_its_table() -> None:
    found = found_on(pages.wall("这篇文档需要 高级会员 才能访问", title="某某文库"), VIEW)
    assert found.outcome.reason is Reason.PERMISSION
    assert found.outcome.detail == "这篇文档需要 高级会员 才能访问"


def test_the_words_of_a_broken_server() -> None:
    found = found_on("<h3>DedeCMS Error Warning!</h3><p>Error page: /plus/view.php</p>", VIEW)
    assert found.outcome.detail == "DedeCMS Error Warning!"


@pytest.mark.parametrize("url", ["http://dede.test/plus/feedback.php?aid=37", "http://dede.test/plus/stow.php?aid=37"])
def test_a_page_of_an_action_is_no_twin_of_its_article(url: str) -> None:
    found = found_on(pages.article(), url)
    assert (found.outcome.state, found.outcome.reason) == (State.REFUSED, Reason.NO_CONTENT)
    assert (found.drafts, found.document_key) == ((), None)


def test_search_results_are_a_list() -> None:
    assert found_on(pages.listing(), "http://dede.test/plus/search.php?q=x").outcome.state is State.LISTED


@pytest.mark.parametrize(
    ("html", "reason"),
    [
        (" Request Error! ", Reason.GONE),
        ("<body>Safe Alert: Request Error step 2! /plus/view.php?aid=1</body>", Reason.GONE),
        ("<h3>DedeCMS Error Warning!</h3><p>Error page: /plus/view.php</p>", Reason.SERVER_ERROR),
    ],
)
def test_bare_errors(html: str, reason: Reason) -> None:
    found = found_on(f"<html>{html}</html>", VIEW)
    assert (found.outcome.state, found.outcome.reason) == (State.REFUSED, reason)


@pytest.mark.parametrize(
    "words",
    ["<p>网站提示：对不起，你输入的参数有误！</p>", "<p>错误具体提示信息：这篇文档需要 高级会员 才能访问。</p>",
     "<table><tr><td>登录后才能访问</td></tr></table>", "<p>DedeCMS Error Warning! 的处理办法</p>",
     "<pre>if(pgo==0){ location='x'; }</pre>"],
)  # fmt: skip
def test_an_article_about_errors_is_no_error(words: str) -> None:
    found = found_on(pages.article(body=pages.BODY + "<p>系统维护工作按计划推进。</p>" * 600 + words))
    assert found.outcome.state is State.READ


def test_nasty_input_takes_no_time() -> None:
    def work() -> None:
        for text in ("(责任编辑：" * 4000, " " * 90_000, "document.write(\"" + "\\" * 90_000):
            EDITOR_END.search(text, max(0, len(text) - 160))
            signs.number_of(text, is_article=True)
            found_on(f"<html><!-- pgo==0 dedeajax2.js --><p>{text[:7000]}</p></html>")
        signs.number_of("/feedback.php?" * 9000 + "count.php?view=yes&" * 9000, is_article=True)

    assert_quick(work, seconds=1.0)
