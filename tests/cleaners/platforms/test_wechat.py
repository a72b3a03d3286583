"""WeChat articles: body behind its own style, facts of elements and scripts, message pages, addresses."""

# ruff: noqa: E501 - markup as the site prints it, one element a line

from datetime import UTC, datetime
from functools import partial

import pytest

from cleaners.outcome import Reason, State
from cleaners.page import Hints, Page
from cleaners.platforms import wechat
from cleaners.platforms.platform import Findings, Sheet
from cleaners.platforms.wechat import PLATFORM, address
from cleaners.reading import PageKind, UrlKind
from cleaners.sheet import open_sheet
from tests.tables import table
from tests.timing import assert_quick

FETCHED = datetime(2026, 11, 22, 1, 26, tzinfo=UTC)
LONG = "https://mp.weixin.qq.com/s?__biz=MzA0MDAwMDAwMA==&mid=2650000001&idx=1&sn=0a1b2c3d4e5f60718293a4b5c6d7e8f9"
SHORT = "https://mp.weixin.qq.com/s/AbCdEfGhIjKlMnOpQrStUv"
KEY = "wechat:mp.weixin.qq.com:article:"
SCRIPTS = """<script>var biz = "" || "MzA0MDAwMDAwMA=="; var sn = "" || "0a1b2c3d4e5f60718293a4b5c6d7e8f9" || ""; var mid = "" || "2650000001" || "";
var idx = "" || "1" || ""; var nickname = "某镇发布"; var ct = "1659274471"; var _copyright_stat = "0"; var msg_source_url = '';</script>"""
BODY = "<section><section><p>第一段文字。</p></section><section style='margin:0'>第二段<strong>重点</strong>文字。</section></section>"


def page_of(body: str = BODY, *, head: str = "", meta: str = "", scripts: str = SCRIPTS) -> str:
    return f"""<html><head><meta property="og:title" content="某镇召开工作总结会"/><meta property="og:site_name" content="微信公众平台"/>
<meta property="og:url" content="{LONG.replace("&", "&amp;")}"/><meta name="author" content="">{meta}</head><body><div id="img-content">
<h1 class="rich_media_title" id="activity-name">
  某镇召开工作总结会 </h1><div id="meta_content">{head}<span id="profileBt"><a id="js_name"> 某镇发布 </a><div id="js_profile_qrcode" style="display:none">
<strong class="profile_nickname">某镇发布</strong></div></span><em id="publish_time" class="rich_media_meta"></em></div>
<div class="rich_media_content" id="js_content" style="visibility: hidden; opacity: 0;">{body}</div></div>
<div id="js_tags_preview_toast" style="display:none">预览时标签不可点</div><div class="weui-dialog">微信扫一扫<br>关注该公众号 知道了 取消 允许</div>{scripts}</body></html>"""


def open_text(text: str, url: str | None = LONG) -> Sheet:
    page = Page(body=text.encode(), url=url, headers=(("Content-Type", "text/html; charset=utf-8"),), fetched_at=FETCHED)
    return open_sheet(page, Hints())


def read_text(text: str, url: str | None = LONG) -> Findings:
    sheet = open_text(text, url)
    guess = PLATFORM.detect(sheet)
    assert guess is not None, "the family does not know its own page"
    return PLATFORM.read(sheet, guess)


def test_an_article() -> None:
    found = read_text(page_of())
    assert (found.page_kind, found.outcome.state) == (PageKind.ARTICLE, State.READ)
    draft = found.drafts[0]
    assert draft.shown == "第一段文字。\n第二段重点文字。"
    assert (draft.title, draft.title_from, draft.node) == ("某镇召开工作总结会", "heading", "div#js_content.rich_media_content")
    facts = found.facts
    assert (facts.source, facts.site_name, facts.author, facts.rights) == ("某镇发布", "微信公众平台", None, None)
    assert facts.published_at == "2022-07-31T21:34:31+08:00"
    assert [(date.kind, date.stated, date.precision, date.where) for date in facts.dates] == [("published", "1659274471", "second", "script")]
    assert facts.stated_url == LONG
    assert facts.source_url is None
    assert not facts.truncated
    assert dict(facts.where)["source"] == "a#js_name"


def test_one_key_for_every_address() -> None:
    known = address(LONG)
    assert known is not None
    assert known.key.startswith(KEY)
    assert {read_text(page_of(), url).document_key for url in (LONG, SHORT, None)} == {known.key}
    assert read_text(page_of(scripts=""), SHORT).document_key == KEY + "AbCdEfGhIjKlMnOpQrStUv"


@pytest.mark.parametrize(
    ("head", "meta", "scripts", "fact", "value"),
    [
        ('<span id="js_author_name">甲某</span>', "", "", "author", "甲某"),
        ("", '<meta property="og:article:author" content="乙某">', "", "author", "乙某"),
        ('<span id="copyright_logo" class="wx_tap_link">原创</span>', "", "", "rights", "原创"),
        ("", "", '<script>var _copyright_stat = "1";</script>', "rights", "原创"),
        ("", "", r"<script>var msg_source_url = 'http://town.example/a?x=1\x26amp;y=2';</script>", "source_url", "http://town.example/a?x=1&y=2"),
        ('<div class="article-tag__item">#基层治理</div><div class="article-tag__item">#党建</div>', "", "", "keywords", ("基层治理", "党建")),
        ("", "", "<script>window.isPaySubscribe = '1';</script>", "truncated", True),
    ],
)  # fmt: skip
def test_facts_with_their_places(head: str, meta: str, scripts: str, fact: str, value: object) -> None:
    facts = read_text(page_of(head=head, meta=meta, scripts=scripts)).facts
    assert getattr(facts, fact) == value
    assert fact in dict(facts.where)


@pytest.mark.parametrize(
    ("scripts", "printed", "at", "precision"),
    [
        ("<script>var oriCreateTime = '1659274471';</script>", "", "2022-07-31T21:34:31+08:00", "second"),
        ("<script>x = {create_time: JsDecode('1659274471')}</script>", "", "2022-07-31T21:34:31+08:00", "second"),
        ("<script>var createTime = '2022-07-31 21:34';</script>", "", "2022-07-31T21:34+08:00", "minute"),
        ("", "2022年07月31日 21:34", "2022-07-31T21:34+08:00", "minute"),
        ("", "", None, None),
        ("<script>var ct = \"\";</script>", "", None, None),
    ],
)  # fmt: skip
def test_when_it_was_published(scripts: str, printed: str, at: str | None, precision: str | None) -> None:
    page = page_of(scripts=scripts).replace('class="rich_media_meta"></em>', f'class="rich_media_meta">{printed}</em>')
    found = read_text(page)
    assert found.facts.published_at == at
    date = found.drafts[0].date
    assert (date.precision if date else None) == precision


@pytest.mark.parametrize(
    "page",
    [
        page_of().replace('id="js_content"', "id=js_content").replace('class="rich_media_content" id=', 'class="rich_media_content js_content" id='),
        page_of().replace('<h1 class="rich_media_title" id="activity-name">', '<h2 class="rich_media_title">').replace("</h1>", "</h2>"),
        page_of().replace('id="js_content"', 'id="x"'),
        page_of().replace('<div class="rich_media_content" id="js_content" style="visibility: hidden; opacity: 0;">', '<div id="js_image_desc">'),
    ],
)
def test_other_skins(page: str) -> None:
    found = read_text(page)
    assert found.drafts[0].shown == "第一段文字。\n第二段重点文字。"
    assert found.drafts[0].title == "某镇召开工作总结会"


@pytest.mark.parametrize("gone", ['class="rich_media_title" ', 'id="activity-name"'])
def test_the_title_is_the_headings(gone: str) -> None:
    page = page_of().replace('og:title" content="', 'og:title" content="别的').replace(f" {gone}".rstrip(), "")
    assert read_text(page).drafts[0].title == "某镇召开工作总结会"


def test_the_body_by_its_id_alone() -> None:
    page = page_of().replace('class="rich_media_content" id="js_content"', 'id="js_content"')
    assert read_text(page).drafts[0].shown == "第一段文字。\n第二段重点文字。"


def test_the_title_may_stand_in_the_head_only() -> None:
    page = page_of().replace('<h1 class="rich_media_title" id="activity-name">\n  某镇召开工作总结会 </h1>', "<i>rich_media_title</i>")
    assert read_text(page).drafts[0].title == "某镇召开工作总结会"


def test_the_account_of_old_pages() -> None:
    page = page_of().replace('<a id="js_name"> 某镇发布 </a>', "")
    assert read_text(page).facts.source == "某镇发布"
    old = page_of(scripts="").replace('<em id="publish_time"', '<em id="post-date">2013-05-06</em><em id="publish_time"')
    assert read_text(old).facts.published_at == "2013-05-06"


def test_a_copy_on_another_host_names_where_it_is_from() -> None:
    found = read_text(page_of(), "http://copies.example/2022/1.html")
    assert (found.document_key, found.facts.source_url) == (None, LONG)


def test_pictures_only_is_no_report() -> None:
    found = read_text(page_of(body="<p><img data-src='a.jpg'></p>"))
    assert (found.outcome.state, found.outcome.reason) == (State.REFUSED, Reason.NO_CONTENT)


def message(words: str, *, heading: str = '<h2 class="weui-msg__title">{}</h2>') -> str:
    return f'<html><head><title></title></head><body><div class="weui-msg"><div>{heading.format(words)}</div></div></body></html>'


@table(
    ("words", "reason"),
    [
        ("该内容已被发布者删除", Reason.GONE),
        ("此内容因违规无法查看", Reason.GONE),
        ("该公众号已迁移", Reason.GONE),
        ("此帐号已自主注销，内容无法查看", Reason.GONE),
        ("此账号已被屏蔽, 内容无法查看", Reason.GONE),
        ("链接已过期", Reason.GONE),
        ("参数错误", Reason.GONE),
        ("此内容被投诉且经审核涉嫌侵权，无法查看。", Reason.GONE),
        ("环境异常", Reason.CHALLENGE),
        ("访问过于频繁，请用微信扫描二维码进行访问", Reason.CHALLENGE),
        ("请在微信客户端打开链接", Reason.PERMISSION),
        ("系统错误", Reason.SERVER_ERROR),
        ("未知的说明", Reason.NO_CONTENT),
    ],
)
def test_messages_at_status_200(words: str, reason: Reason) -> None:
    found = read_text(message(words), SHORT)
    assert (found.outcome.state, found.outcome.reason, found.drafts) == (State.REFUSED, reason, ())
    assert found.outcome.detail == words
    assert (found.page_kind is PageKind.CHALLENGE) is (reason is Reason.CHALLENGE)
    assert found.document_key == KEY + "AbCdEfGhIjKlMnOpQrStUv"


@pytest.mark.parametrize(
    "heading",
    ['<p class="global_error_msg warn">{}</p>', '<h4 class="weui_msg_title">{}</h4>', '<p class="tips warn">{}</p>',
     '<h4 class="mesg-title">{}</h4>', '<div class="page_msg"><h4>{}</h4></div>'],
)  # fmt: skip
def test_messages_of_older_pages(heading: str) -> None:
    assert read_text(message("该内容已被发布者删除", heading=heading), SHORT).outcome.reason is Reason.GONE


def test_the_page_that_asks_for_a_sign_of_life() -> None:
    page = '<html><body><div class="weui-msg"></div><a id="js_verify">去验证</a><script src="//mp.weixin.qq.com/x.js"></script></body></html>'
    assert read_text(page, "http://proxy.example/x").outcome.reason is Reason.CHALLENGE


def test_an_article_about_errors_is_content() -> None:
    page = page_of(body='<p>该内容已被发布者删除，环境异常。</p><h2 class="weui-msg__title">环境异常</h2>')
    assert read_text(page).outcome.state is State.READ


@pytest.mark.parametrize(
    ("url", "asked"),
    [
        (LONG + "&chksm=80687383b71f&scene=27#wechat_redirect", LONG),
        (LONG.replace("https", "http").replace("&", "&amp;"), LONG),
        (SHORT + "?scene=1", SHORT),
        ("http://mp.weixin.qq.com/mp/appmsg/show?__biz=MzA0MDAwMDAwMA==&appmsgid=10000001&itemidx=1&sign=0a1b2c3d4e5f", None),
    ],
)
def test_addresses_of_articles(url: str, asked: str | None) -> None:
    found = address(url)
    assert found is not None
    assert (found.kind, found.key.startswith(KEY)) == (UrlKind.DOCUMENT, True)
    if asked is not None:
        known = address(asked)
        assert known is not None
        assert found.key == known.key
        assert found.url.replace("%3D%3D", "==") == asked


@pytest.mark.parametrize(
    ("url", "kind"),
    [
        ("https://mp.weixin.qq.com/s?src=11&timestamp=1&ver=1&signature=abc*d", UrlKind.DOCUMENT),
        ("https://mp.weixin.qq.com/mp/appmsgalbum?action=getalbum&album_id=1", UrlKind.LIST),
        ("https://mp.weixin.qq.com/mp/homepage?__biz=x", UrlKind.LIST),
        ("https://mp.weixin.qq.com/mp/profile_ext?action=home&__biz=x", UrlKind.SKIP),
        ("https://mp.weixin.qq.com/s", UrlKind.SKIP),
    ],
)
def test_other_addresses_of_the_host(url: str, kind: UrlKind) -> None:
    found = address(url)
    assert found is not None
    assert found.kind is kind
    assert PLATFORM.is_decisive(url)


@pytest.mark.parametrize("url", ["https://weixin.qq.com/s/AbCdEfGhIjKlMnOpQrStUv", "http://[", "ftp://mp.weixin.qq.com/s", "http://x.example/s/AbCdEfGhIjKlMnOp"])
def test_other_hosts_are_nobodys(url: str) -> None:
    assert address(url) is None
    assert not PLATFORM.is_decisive(url.replace("ftp://mp.weixin.qq.com", "ftp://x"))


@pytest.mark.parametrize("text", ["<p>正文</p>", '<div id="js_content">正文</div>', '<h1 class="rich_media_title">标题</h1>'])
def test_other_pages_are_not_claimed(text: str) -> None:
    assert PLATFORM.detect(open_text(f"<html><body>{text}</body></html>", "http://x.example/1.html")) is None


def test_shapes_are_quick_on_nasty_input() -> None:
    shapes = [*wechat.CREATED, wechat.CREATED_AT, wechat.STATED, wechat.SOURCE_URL, wechat.ORIGINAL, wechat.PAID]
    shapes += [shape for _, shape in wechat.WORDINGS]
    for text in ("var ct = " * 20_000, 'var biz = "" || ' * 9_000, "msg_source_url = 'http:" * 5_000, "create_time:" * 15_000, "公众号已" * 30_000):
        for shape in shapes:
            assert_quick(partial(shape.search, text), seconds=0.3, name=shape.pattern)
