"""Print pages, archiver pages and portal articles branch by branch, as X1 to X3.5 print them."""

import pytest

from cleaners.outcome import State
from cleaners.reading import View
from tests.tables import table

from .discuz_pages import read_text

PRINT_URL = "http://bbs.test/forum.php?mod=viewthread&action=printable&tid=7"
HEAD = "<b>作者: </b>甲某&nbsp; &nbsp; <b>时间: </b>2021-1-2 03:04"


def print_page(*floors: str, title: str = "试写题 - 站 - Powered by Discuz!") -> str:
    rule = '<hr noshade size="2">'
    return (
        f"<html><head><title>{title}</title></head><body><h1>站</h1><b>标题: </b>试写题 <b>[打印本页]</b><br />"
        + "".join(f"{rule}{floor}" for floor in floors)
        + f"<br />{rule}<table><tr><td>欢迎光临 站</td><td>Powered by Discuz! X3.4</td></tr></table></body></html>"
    )


FLOORS = [
    (f"{HEAD}<br /><b>标题: </b>试写题<br />正文", "正文", None, 0),
    (f"{HEAD} &nbsp; &nbsp; <b>标题: </b>试写题<br /><br />正文", "正文", None, 0),
    (f"{HEAD}<br />正文<br /><b>标题: </b>文中的<br />尾", "正文\n标题: 文中的\n尾", None, 0),
    (f"{HEAD}<br />正文<b>作者: </b>文中的", "正文作者: 文中的", None, 0),
    (f"{HEAD}<br />提示: <em>作者被禁止或删除 内容自动屏蔽</em>", "", "shielded", 0),
    (f"{HEAD}<br />提示: <em>该帖被管理员或版主屏蔽</em>", "", "shielded", 0),
    (f"{HEAD}<br />提示: 该帖被管理员或版主屏蔽", "提示: 该帖被管理员或版主屏蔽", None, 0),
    (f"{HEAD}<br />本主题需向作者支付 <strong>5 金钱</strong> 才能浏览", "", "locked", 1),
    (f"{HEAD}<br />见本主题需要支付 <strong>5 金钱</strong> 才能浏览", "见本主题需要支付 5 金钱 才能浏览", None, 0),
    (f"{HEAD}<br />正文<ignore_js_op><a>文稿.doc</a></ignore_js_op>", "正文", None, 0),
    (
        f'{HEAD}<br />正文<br /><br /><img src="i.gif" /> 附件: [说明] <b>文稿.doc</b> (2021-1-2, 3 KB) / 下载次数 7'
        "<br />http://bbs.test/forum.php?mod=attachment&amp;aid=1",
        "正文",
        None,
        0,
    ),
    (f"{HEAD}<br />见附件: <b>文稿</b> (草稿)", "见附件: 文稿 (草稿)", None, 0),
]  # fmt: skip


@table(("floor", "shown", "note", "parts"), FLOORS)
def test_a_printed_floor(floor: str, shown: str, note: str | None, parts: int) -> None:
    findings = read_text(print_page(floor), PRINT_URL)
    draft = findings.drafts[0]
    assert (findings.view, findings.document_key) == (View.PRINTABLE, "discuz:bbs.test:thread:7")
    assert (draft.shown, draft.note, draft.hidden_parts, draft.author) == (shown, note, parts, "甲某")
    assert (draft.title, draft.date.at) == ("试写题", "2021-01-02T03:04+08:00")
    assert findings.facts.truncated == bool(parts)


def test_a_printed_reply_has_a_title_of_its_own() -> None:
    reply = "<b>作者: </b>乙某&nbsp; &nbsp; <b>时间: </b>2021-1-3 03:04<br /><b>标题: </b>回复 1# 甲某<br />答"
    findings = read_text(print_page(f"{HEAD}<br />正文", reply), PRINT_URL)
    assert [(draft.shown, draft.title) for draft in findings.drafts] == [("正文", "试写题"), ("答", None)]


def archived(*floors: str) -> str:
    return (
        '<html><head><base href="http://bbs.test/archiver/" />'
        "<title>试写题 - 版 - 站 - Powered by Discuz! Archiver</title>"
        '</head><body><div id="nav"><a href="./">论坛</a> <a href="?fid-9.html">版</a></div><div id="content">'
        + "".join(floors)
        + '<div class="page"></div></div><div id="footer">Powered by <b>Discuz! X3.4 Archiver</b></div></body></html>'
    )


def archived_floor(rest: str, name: str = "甲某") -> str:
    return f'<p class="author"><strong>{name}</strong> 发表于 2021-1-2 03:04:05</p>{rest}'


LOCK = '<div class="locked">本主题需向作者支付 <strong>5 金钱</strong> 才能浏览</div>'
ARCHIVED = [
    ("<h3>试写题</h3>正文", "正文", None, 0, False),
    ("<h3>试写题</h3>本主题需向作者支付 5 金钱 才能浏览", "本主题需向作者支付 5 金钱 才能浏览", None, 0, False),
    (f'<div id="postmessage_2">免费的</div>{LOCK}', "免费的", None, 1, True),
    ('<div id="postmessage_2">免费的</div>本主题需要支付 5 金钱', "免费的", None, 1, True),
    (LOCK, "", "locked", 1, True),
    ("", "", "shielded", 0, False),
]


@pytest.mark.parametrize(("rest", "shown", "note", "parts", "is_cut"), ARCHIVED)
def test_an_archived_floor(rest: str, shown: str, note: str | None, parts: int, is_cut: bool) -> None:
    findings = read_text(archived(archived_floor(rest)), "http://bbs.test/archiver/?tid-7.html")
    draft = findings.drafts[0]
    assert (draft.shown, draft.note, draft.hidden_parts, findings.facts.truncated) == (shown, note, parts, is_cut)
    assert (draft.title, findings.facts.path) == ("试写题", ("版",))
    assert dict(findings.facts.where)["path"] == "#nav"


def test_the_first_archiver_of_x1_is_a_twin_too() -> None:
    findings = read_text(
        archived(archived_floor("<h3>试写题</h3>正文")), "http://bbs.test/forum.php?mod=viewthread&tid=7&archiver=1"
    )
    assert (findings.view, findings.document_key) == (View.ARCHIVER, "discuz:bbs.test:thread:7")


INFO = "2022/12/12 08:31<span>|</span> 发布者: <a href='u'>管</a><span>|</span> 查看: 1.2万<span>|</span> 评论: 2"
OLD_PORTAL = (
    "<html><head><title>题 - 站 -  Powered by Discuz!</title>HEAD</head><body id='nv_portal'><div class='bm vw'>"
    f"<div class='h'><h1 class='ph'>试写题 (待审核)</h1><p class='xg1'>{INFO}</p></div>"
    "<div class='s'><div><strong>摘要</strong>: 摘要文字</div></div>"
    "<div class='d'><table><tr><td><div class='a_af'>广告</div><p>正文</p></td></tr></table></div></div></body></html>"
)


def test_an_article_of_x1() -> None:
    findings = read_text(OLD_PORTAL.replace("HEAD", ""), "http://bbs.test/portal.php?mod=view&aid=5")
    draft, facts = findings.drafts[0], findings.facts
    assert (draft.title, draft.shown, draft.author, draft.node) == ("试写题", "正文", "管", "td")
    assert (facts.published_at, facts.views, facts.replies) == ("2022-12-12T08:31+08:00", 12000, 2)
    assert (facts.abstract, facts.stated) == ("摘要文字", (("views", "1.2万"),))
    assert dict(facts.where)["abstract"] == "div.s"
    assert facts.dates[0].where == "line below h1"


@pytest.mark.parametrize(
    ("url", "canonical", "key"),
    [
        (None, "http://bbs.test/article-5-1.html", "discuz:bbs.test:article:5"),
        ("http://bbs.test/news/5", "http://bbs.test/portal.php?mod=view&amp;aid=5", "discuz:bbs.test:article:5"),
        ("http://bbs.test/article-6-1.html", "http://bbs.test/article-5-1.html", "discuz:bbs.test:article:6"),
        (None, "http://bbs.test/news/5", None),
    ],
)
def test_the_key_of_an_article(url: str | None, canonical: str, key: str | None) -> None:
    text = OLD_PORTAL.replace("HEAD", f'<link rel="canonical" href="{canonical}" />')
    assert read_text(text, url).document_key == key


def test_near_miss_a_blog_is_no_article() -> None:
    text = OLD_PORTAL.replace("nv_portal", "nv_home").replace("HEAD", "")
    assert read_text(text, "http://bbs.test/home.php?mod=space&do=blog&id=5").outcome.state is not State.READ


def test_an_article_in_the_touch_template() -> None:
    text = (
        "<html><head><title>试写题 - 站 - 手机版 - Powered by Discuz!</title><base href='http://bbs.test/' /></head>"
        '<body><div class="wzview cl"><div class="wzview_top cl"><h2>试写题<span>(已忽略)</span></h2>'
        "<p><span>2022-12-12 08:31</span><span>查看3296</span><span>评论2</span>"
        '<span><a href="http://source.test/">某报</a></span></p></div>'
        '<div class="wzview_desc cl"><span>摘要:</span>摘要文字</div>'
        '<div class="wzview_body cl"><div class="mtit">第2部分</div>正文'
        '<div class="page"><div class="pg"><strong>1</strong></div></div></div></div>'
        '<div class="txtlist"><ul><li><a href="article-4-1.html">相关</a></li></ul></div></body></html>'
    )
    findings = read_text(text, "http://bbs.test/portal.php?mod=view&aid=5&mobile=2")
    draft, facts = findings.drafts[0], findings.facts
    assert (findings.view, findings.document_key) == (View.MOBILE, "discuz:bbs.test:article:5")
    assert (draft.title, draft.shown, draft.node) == ("试写题", "正文", "div.wzview_body.cl")
    assert (facts.published_at, facts.views, facts.replies) == ("2022-12-12T08:31+08:00", 3296, 2)
    assert (facts.source, facts.source_url, facts.abstract) == ("某报", "http://source.test/", "摘要文字")


def test_near_miss_a_page_class_typed_into_an_article() -> None:
    text = OLD_PORTAL.replace("<p>正文</p>", '<div class="page">粘贴的一页</div>').replace("HEAD", "")
    assert read_text(text, "http://bbs.test/portal.php?mod=view&aid=5").drafts[0].shown == "粘贴的一页"


LINK = '<link rel="canonical" href="http://bbs.test/thread-7-1-1.html" />'
KEYWORDS = f'<meta name="keywords" content="乡镇,年终" />{LINK}'


def test_every_fact_of_an_archiver_page_says_where_it_stands() -> None:
    file = '<a href="forum.php?mod=attachment&amp;aid=31">文稿.doc</a>'
    text = archived(archived_floor(f"<h3>试写题</h3>正文{file}")).replace("<base", f"{KEYWORDS}<base")
    facts = read_text(text, "http://bbs.test/archiver/?tid-7.html").facts
    assert facts.where == (
        ("site_name", "title"),
        ("path", "#nav"),
        ("published_at", "head of the first floor"),
        ("author", "head of the first floor"),
        ("keywords", "meta keywords"),
        ("stated_url", "link rel=canonical"),
        ("attachments", "links mod=attachment"),
    )


def test_every_fact_of_an_article_says_where_it_stands() -> None:
    path = '<div id="pt"><a href="./">站</a> <a href="portal.php?mod=list&amp;catid=2">党建</a></div>'
    source = '<span>|</span>来自: <a href="http://source.test/a">某报</a></p>'
    file = '<p>正文<a href="portal.php?mod=attachment&amp;id=31">文稿.doc</a></p>'
    text = OLD_PORTAL.replace("HEAD", f"{KEYWORDS}<base href='http://bbs.test/' />").replace("<p>正文</p>", file)
    text = text.replace("</p></div><div class='s'>", f"{source}</div><div class='s'>")
    text = text.replace("<div class='bm", f"{path}<div class='bm")
    facts = read_text(text, "http://bbs.test/portal.php?mod=view&aid=5").facts
    assert facts.where == (
        ("site_name", "title"),
        ("views", "line below h1"),
        ("replies", "line below h1"),
        ("path", "#pt"),
        ("category", "#pt"),
        ("published_at", "line below h1"),
        ("author", "line below h1"),
        ("source", "line below h1"),
        ("source_url", "line below h1"),
        ("abstract", "div.s"),
        ("keywords", "meta keywords"),
        ("stated_url", "link rel=canonical"),
        ("attachments", "links mod=attachment"),
    )
