"""PHPCMS v9: made-up pages as its default skin prints them."""


import pytest

from cleaners.outcome import Reason, State
from cleaners.page import Hints, Page
from cleaners.platforms import address_of
from cleaners.platforms.phpcms import MARKS, PLATFORM
from cleaners.platforms.platform import Findings, Sheet
from cleaners.reading import UrlKind, View
from cleaners.sheet import open_sheet
from tests.timing import assert_quick

TITLE = "青石街道2020年社区养老工作汇报"
BODY = "<p>　　2020年，青石街道建成日间照料中心三处。</p>\n<p>　　一、健全机制。定期走访独居老人。</p>"
TEXT = "2020年，青石街道建成日间照料中心三处。\n　　一、健全机制。定期走访独居老人。"
A = "phpcms:cms.test:article:9-12"
URL = "http://cms.test/html/2020/yanglao_0512/12.html"
COUNT = '<script src="http://cms.test/api.php?op=count&id=12&modelid=1"></script>'
FRAME = '<iframe src="index.php?m=comment&c=index&a=init&commentid=content_9-12-1&iframe=1"></iframe>'
PAGER = "<a class='a1' href='{0}.html'>上一页</a> <a href='{0}.html'>1</a> <span>2</span> <a href='{0}_3.html'>3</a>"
NEXT = " <a class='a1' href='{0}_3.html'>下一页</a>"


def article(*, body: str = BODY, pager: str = "", frame: str = FRAME, digest: str = "") -> str:
    return f"""<html><head><title>{TITLE} - 养老 - 某某文库</title>
<meta name="keywords" content="养老,社区"></head><body>
<div class="header"><a href="/">首页</a></div><div class="main"><div class="col-left"><div class="crumbs">
<a href="/">首页</a><span> &gt; </span><a href="/html/yanglao/">养老工作</a> &gt;  正文</div>
<div id="Article"><h1>{TITLE}<br />
<span>2020-05-12 09:26:31&nbsp;&nbsp;&nbsp;来源：青石街道办&nbsp;&nbsp;&nbsp;评论：<a
 href="#c" id="comment">0</a> 点击：</span>
<span id="hits"></span></h1>{digest}<div class="content">{body}</div><div id="pages" class="text-c">{pager}</div>
<p><strong>相关热词搜索：</strong><a href="index.php?m=content&c=tag&tag=x">养老</a></p>
<p class="f14"><strong>上一篇：</strong><a href="/html/2020/yanglao_0511/11.html">南坡社区活动记</a></p>
<div class="related"><h5>延伸阅读：</h5></div></div><div class="Article-Tool">分享到：</div>{frame}</div></div>{COUNT}
<div class="footer">某某文库</div></body></html>"""


def download() -> str:
    return f"""<html><head><title>{TITLE} - 某某文库</title></head><body><div class="crumbs"><a href="/">首页</a> &gt;
<a href="/html/xiazai/">下载</a> &gt; </div><div class="contents">
<table class="down_info"><caption><h5>{TITLE}</h5></caption>
<tr><th>更新时间：</th><td>2020-05-12</td></tr><tr><th>文件大小：</th><td>1.5 MB</td></tr></table>
<h5 class="tit">软件简介</h5>
<div class="down_intro"><h4 class="tits">{TITLE}</h4>{BODY}</div><h5 class="tit">下载地址</h5></div>
{FRAME}{COUNT}</body></html>"""


def message(words: str) -> str:
    return f"""<html><head><title>提示信息</title></head><body><div class="showMsg" style="text-align:center">
<h5>提示信息</h5>
<div class="content guery">{words}</div><div class="bottom">
<a href="javascript:history.back();">返回</a></div></div></body></html>"""


def sheet(html: str, url: str | None = URL) -> Sheet:
    headers = (("Content-Type", "text/html; charset=utf-8"),)
    return open_sheet(Page(body=html.encode(), url=url, headers=headers), Hints())


def found_on(html: str, url: str | None = URL) -> Findings:
    page = sheet(html, url)
    guess = PLATFORM.detect(page)
    assert guess is not None
    return PLATFORM.read(page, guess)


@pytest.mark.parametrize(
    ("url", "key", "kind", "page", "view"),
    [
        ("http://cms.test/index.php?m=content&c=index&a=show&catid=9&id=12", A, UrlKind.DOCUMENT, 1, View.MAIN),
        ("http://www.cms.test/?m=content&c=index&a=show&catid=9&id=12&page=3", A, UrlKind.DOCUMENT, 3, View.MAIN),
        ("http://cms.test/index.php?m=wap&c=index&a=show&catid=9&typeid=1&id=12", A, UrlKind.DOCUMENT, 1, View.MOBILE),
        ("http://cms.test/show-9-12-1.html", A, UrlKind.DOCUMENT, 1, View.MAIN),
        ("http://cms.test/content-9-12-2.html", A, UrlKind.DOCUMENT, 2, View.MAIN),
        ("http://cms.test/list-9-2.html", "phpcms:cms.test:list:9", UrlKind.LIST, 2, View.MAIN),
        ("http://cms.test/index.php?m=content&amp;c=index&amp;a=lists&amp;catid=9", "phpcms:cms.test:list:9",
         UrlKind.LIST, 1, View.MAIN),
        ("http://cms.test:81/show-9-12-1.html", "phpcms:cms.test:81:article:9-12", UrlKind.DOCUMENT, 1, View.MAIN),
    ],
)  # fmt: skip
def test_addresses(url: str, key: str, kind: UrlKind, page: int, view: View) -> None:
    found = PLATFORM.address(url)
    assert found is not None
    assert (found.key, found.kind, found.page, found.view) == (key, kind, page, view)


@pytest.mark.parametrize(
    ("url", "kind", "rule"),
    [
        ("http://cms.test/index.php?m=content&c=tag&tag=x", UrlKind.LIST, None),
        ("http://cms.test/index.php?m=content&c=rss&rssid=9", UrlKind.FEED, None),
        ("http://cms.test/index.php?m=content&c=down&a_k=ab", UrlKind.ATTACHMENT, None),
        ("http://cms.test/index.php?m=comment&c=index&a=init", UrlKind.SKIP, "module-comment"),
        ("http://cms.test/index.php?m=member&c=index&a=login", UrlKind.SKIP, "module-member"),
        ("http://cms.test/index.php?m=content&c=readpoint&allow_visitor=x", UrlKind.SKIP, "action-readpoint"),
        ("http://cms.test/index.php?m=content&c=index&a=json_list", UrlKind.SKIP, "action-json_list"),
        ("http://cms.test/index.php?m=content&c=index&a=show&catid=x&id=12", UrlKind.SKIP, "action-show"),
        ("http://cms.test/api.php?op=count&id=12", UrlKind.SKIP, "api"),
    ],
)
def test_other_addresses(url: str, kind: UrlKind, rule: str | None) -> None:
    found = PLATFORM.address(url)
    assert found is not None
    assert (found.kind, found.rule) == (kind, rule)


@pytest.mark.parametrize(
    "url",
    ["http://cms.test/", URL, "http://cms.test/index.php?id=3", "http://cms.test/show-0-12-1.html", "ftp://cms.test/list-9-1.html",
     "http://[bad/list-9-1.html", "http://cms.test/show-9-12-1.html?" + "a" * 3000, "http:///list-9-1.html"],
)  # fmt: skip
def test_other_shapes_are_not_claimed(url: str) -> None:
    assert PLATFORM.address(url) is None


def test_which_shape_proves_the_software() -> None:
    for action in ("show&id=12", "lists"):
        url = f"http://any.test/index.php?m=content&c=index&a={action}&catid=9"
        assert PLATFORM.is_decisive(url)
        assert address_of(url).key.startswith("phpcms:")
    for url in ("http://any.test/show-9-12-1.html", "http://any.test/?m=content&a=show", "http://any.test/?m=x&c=index"):
        assert not PLATFORM.is_decisive(url)


@pytest.mark.parametrize("mark", MARKS)
def test_one_mark_is_enough(mark: str) -> None:
    guess = PLATFORM.detect(sheet(f"<p>正文</p><!-- {mark} -->"))
    assert guess is not None
    assert guess.sure == 0.95


def test_the_name_alone_makes_it_possible() -> None:
    guess = PLATFORM.detect(sheet("<p>Powered by PHPCMS</p>"))
    assert guess is not None
    assert guess.sure == 0.5
    assert PLATFORM.detect(sheet("<p>正文</p>")) is None


def test_an_article() -> None:
    found = found_on(article(digest=f'<div class="summary">{TEXT[:20]}</div>'))
    (draft,) = found.drafts
    assert draft.shown.strip() == TEXT
    assert (draft.title, draft.title_from, found.document_key) == (TITLE, "heading", A)
    facts = found.facts
    assert (facts.published_at, facts.source) == ("2020-05-12T09:26:31+08:00", "青石街道办")
    assert (facts.category, facts.path, facts.keywords) == ("养老工作", ("养老工作",), ("养老", "社区"))
    assert (facts.views, facts.comments, facts.abstract) == (None, None, TEXT[:20])
    assert "comments" not in dict(facts.where)


def test_pages() -> None:
    found = found_on(article(pager=(PAGER + NEXT).format("12")), "http://cms.test/html/2020/yanglao_0512/12_2.html")
    assert (found.page, found.pages, found.document_key) == (2, 3, A)
    assert [link.page for link in found.links.pages] == [1, 3]
    assert "上一页" not in found.drafts[0].shown


def test_twins() -> None:
    for url in ("http://cms.test/show-9-12-1.html", "http://cms.test/index.php?m=content&c=index&a=show&catid=9&id=12"):
        assert found_on(article(frame=""), url).document_key == A
    wap = found_on(article(), "http://cms.test/index.php?m=wap&c=index&a=show&catid=9&id=12")
    assert (wap.document_key, wap.view) == (A, View.MOBILE)


def test_without_frame_and_number_the_key_is_open() -> None:
    assert found_on(article(frame="")).document_key is None


def test_a_file() -> None:
    found = found_on(download())
    (draft,) = found.drafts
    assert (draft.shown.strip(), draft.title, draft.title_from) == (TEXT, TITLE, "heading")
    facts = found.facts
    assert (facts.file_size, facts.published_at, facts.category) == ("1.5 MB", "2020-05-12", "下载")


def test_the_title_of_a_file_stands_above_its_facts() -> None:
    (draft,) = found_on(download().replace(f'<h4 class="tits">{TITLE}</h4>', "")).drafts
    assert (draft.title, draft.title_from) == (TITLE, "heading")


def test_another_skin_is_left_to_generic_with_its_key() -> None:
    found = found_on(f"<h1>{TITLE}</h1><div class='x'>{BODY}</div>{FRAME}{COUNT}")
    assert (found.drafts, found.outcome.state, found.document_key) == ((), State.READ, A)


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("您要查看的信息不存在或者还未通过审批！", Reason.GONE),
        ("该信息未通过审核", Reason.GONE),
        ("请先登录网站", Reason.LOGIN),
        ("您没有访问该信息的权限！", Reason.PERMISSION),
        ("您的余额不足", Reason.PAID),
        ("搜索间隔太短，请在10秒后再搜索", Reason.CHALLENGE),
        ("网站暂时关闭", Reason.CLOSED),
        ("操作成功", Reason.NO_CONTENT),
    ],
)
def test_messages(words: str, reason: Reason) -> None:
    outcome = found_on(message(words)).outcome
    assert (outcome.state, outcome.reason, outcome.detail) == (State.REFUSED, reason, words)


def test_what_must_be_paid_for() -> None:
    words = "阅读此信息需要您支付 5点，点击这里支付"
    pay = f'<CENTER><a href="index.php?m=content&c=readpoint&allow_visitor=x">{words}</a></CENTER>'
    outcome = found_on(article(body=pay)).outcome
    assert (outcome.state, outcome.reason) == (State.REFUSED, Reason.PAID)
    assert found_on(article(body=BODY + pay)).outcome.state is State.READ


def test_nasty_addresses_take_no_time() -> None:
    def work() -> None:
        for url in ("http://a.test/?m=content&" + "c=index&" * 200, "http://a.test/show-" + "1-" * 900):
            PLATFORM.address(url)
            PLATFORM.is_decisive(url)

    assert_quick(work, seconds=0.1)
