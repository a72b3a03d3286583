"""Facts of a thread under a site's own settings and skins, each with its place; and the files that posts offer."""


import pytest

from tests.timing import assert_quick

from .discuz_pages import post, read_page, read_text, text_of, thread_page

FIRST = post(1, text_of(1, "正文"), corner="楼主")

COUNTS = [
    ("查看: 30|回复: 4", 30, 4, ()),
    ("浏览：30 回帖：4", 30, 4, ()),
    ("阅读数 1.2万 评论数 1.5K", 12000, 1500, (("views", "1.2万"), ("replies", "1.5K"))),
    ("人气 3W 回复 0", 30000, 0, (("views", "3W"),)),
    ("點擊 9", None, None, ()),
    ("瀏覽: 30 回覆: 4", 30, 4, ()),
    ("檢視 30", 30, None, ()),
    ("点击量 30", 30, None, ()),
    ("查看 回复", None, None, ()),
    ("", None, None, ()),
]


@pytest.mark.parametrize(("counts", "views", "replies", "stated"), COUNTS)
def test_counters(counts: str, views: int | None, replies: int | None, stated: tuple[tuple[str, str], ...]) -> None:
    facts = read_text(thread_page(FIRST, counts=counts)).facts
    assert (facts.views, facts.replies, facts.stated) == (views, replies, stated)


def test_counters_beside_the_title_above_the_posts() -> None:
    page = thread_page(FIRST, counts="", heading="").replace(
        '<div id="postlist">',
        '<div class="top"><div><h1 id="thread_subject">回复 99 条来信</h1></div><p>查看 30 | 回复 4</p></div>'
        '<div id="postlist">',
    )
    facts = read_text(page).facts
    assert (facts.views, facts.replies) == (30, 4)
    assert ("views", "div.top") in facts.where


def test_near_miss_words_of_a_post_are_no_counters() -> None:
    page = thread_page(post(1, text_of(1, "查看: 999 回复: 999"), corner="楼主"), counts="")
    assert (read_text(page).facts.views, read_text(page).facts.replies) == (None, None)


LIST = "forum.php?mod=forumdisplay&amp;fid=9&amp;filter="
SUBJECT = '<span id="thread_subject">试写题</span>'
CATEGORIES = [
    (f'<a href="{LIST}typeid&amp;typeid=4">[总结]</a> {SUBJECT}', "总结"),
    (f'[总结] <a href="{LIST}sortid&amp;sortid=5">[下载]</a> {SUBJECT}', "总结"),
    (f'<a href="{LIST}sortid&amp;sortid=5">[下载]</a> {SUBJECT}', "下载"),
    (f'<a href="{LIST}sortid&amp;sortid=5">[下载]</a><a href="{LIST}typeid&amp;typeid=4">[总结]</a> {SUBJECT}', "总结"),
    (f'<a href="f-9-1.html?id=4">【总结】</a> {SUBJECT}', "总结"),
    (f"[总结] {SUBJECT}", "总结"),
    (SUBJECT, None),
    ('<span id="thread_subject">[转载] 试写题</span>', None),
    (f'<a href="forum.php?mod=viewthread&amp;tid=8">[上一篇]</a> {SUBJECT}', None),
]


@pytest.mark.parametrize(("inside", "category"), CATEGORIES)
def test_categories(inside: str, category: str | None) -> None:
    facts = read_text(thread_page(FIRST, heading=f'<h1 class="ts">{inside}</h1>')).facts
    assert facts.category == category
    assert ("category" in dict(facts.where)) == (category is not None)


TITLES = [
    ('<h1><a id="thread_subject" href="thread-7-1-1.html">标题甲</a></h1>', "标题甲"),
    ('<h1 id="threadtitle">标题甲</h1>', "标题甲"),
    ("<h1>标题甲</h1>", "标题甲"),
    ("", "试写题"),
]


@pytest.mark.parametrize(("heading", "title"), TITLES)
def test_titles(heading: str, title: str) -> None:
    draft = read_text(thread_page(FIRST, heading=heading)).drafts[0]
    assert (draft.title, draft.title_from) == (title, "heading")


CLOCKS = [
    ("GMT+8, 2026-11-22 09:26 , Processed in 0.06 second(s)", "2026-11-22T09:26+08:00"),
    ("GMT+8, 2026/11/2 09:26:01", "2026-11-02T09:26:01+08:00"),
    ("GMT+5.5, 2026.11.22 9:26", "2026-11-22T09:26+05:30"),
    ("GMT-3, 2026-11-22 12:26 AM", "2026-11-22T00:26-03:00"),
    ("GMT+8, 2026-11-22 09:26 PM", "2026-11-22T21:26+08:00"),
    ("GMT+8, 22-11-2026 09:26", None),
]


@pytest.mark.parametrize(("foot", "at"), CLOCKS)
def test_the_clock_in_a_sites_own_format(foot: str, at: str | None) -> None:
    assert read_text(thread_page(FIRST, foot=foot)).facts.rendered_at == at


def test_a_foot_without_an_id() -> None:
    foot = '<div class="foot">京ICP备00000000号</div><script></script>'
    page = thread_page(FIRST).replace('<div id="ft"></div>', foot)
    facts = read_text(page).facts
    assert (facts.icp, dict(facts.where)["icp"]) == ("京ICP备00000000号", "end of the page")


def test_every_fact_of_a_thread_says_where_it_stands() -> None:
    facts = read_page("discuz_thread.html", "http://bbs.test/thread-71-1-1.html").facts
    assert facts.where == (
        ("site_name", "meta application-name"),
        ("noarchive", "meta robots"),
        ("icp", "#ft"),
        ("police_record", "#ft"),
        ("rendered_at", "#ft"),
        ("views", "#postlist"),
        ("replies", "#postlist"),
        ("category", "h1 before #thread_subject"),
        ("path", "#pt"),
        ("published_at", "#authorposton501"),
        ("author", "#favatar501"),
        ("keywords", ".ptg"),
        ("stated_url", "link rel=canonical"),
        ("attachments", "links mod=attachment"),
    )
    assert [date.where for date in facts.dates] == ["em#authorposton501", "i.pstatus"]


def test_the_opener_as_later_pages_name_it() -> None:
    page = thread_page(
        post(11, text_of(11, "答"), corner="<em>11</em>#"), counts='<div id="tath">楼主: <a href="u">开帖人</a></div>'
    )
    facts = read_text(page).facts
    assert (facts.author, dict(facts.where)["author"]) == ("开帖人", "#tath")


AID = "MzF8YWJjZGVmMTJ8MTYwMDAwMDAwMHwwfDc%3D"
GET = f"forum.php?mod=attachment&amp;aid={AID}"
PAY = "forum.php?mod=misc&amp;action=attachpay&amp;aid=31&amp;tid=7"
FILES = [
    ("in the text", f'<span id="attach_31"><a href="{GET}">文稿.doc</a><em>(3 KB, 下载次数: 7)</em></span>', True),
    (
        "below the text",
        f'<dl class="tattl"><dd><p class="attnm"><a href="{GET}">文稿.doc</a></p><p>3 KB, 下载次数: 7</p></dd></dl>',
        True,
    ),
    (
        "to be paid for",
        f'<dl class="tattl"><dd><p class="attnm"><a href="{PAY}">文稿.doc</a></p><p>3 KB, 下载次数: 7</p>'
        f'<p>售价: <strong>5 金钱</strong> [<a href="{PAY}">购买</a>]</p></dd></dl>',
        False,
    ),
    (
        "named by the button's title",
        f'<ignore_js_op><div><a href="{GET}" title="文稿.doc 下载次数:7"><strong>下载附件</strong> '
        "<span>(3 KB)</span></a></div></ignore_js_op>",
        True,
    ),
    ("with an old link", '<span><a href="attachment.php?aid=31">文稿.doc</a> (3 KB)</span>', True),
    (
        "a picture",
        '<ignore_js_op><img /><div class="tip"><p><strong>文稿.doc</strong> <em>(3 KB)</em></p>'
        f'<p><a href="{GET}">下载附件</a> 保存到相册</p></div></ignore_js_op>',
        True,
    ),
    (
        "of the X3.5 touch template",
        f'<ul id="attach_31"><li><a href="{GET}"><div class="tit"><span class="link">文稿.doc</span>'
        "<p>2021-1-2 上传</p><p>3 KB, 下载次数: 7</p></div></a></li></ul>",
        True,
    ),
    (
        "of the X3.2 touch template",
        f'<div id="attach_31" class="box attach"><a href="{GET}">文稿.doc</a><em>(3 KB)</em></div>',
        True,
    ),
]


@pytest.mark.parametrize(("box", "is_free"), [row[1:] for row in FILES], ids=[row[0] for row in FILES])
def test_files(box: str, is_free: bool) -> None:
    findings = read_text(thread_page(post(1, text_of(1, f"正文{box}"), corner="楼主")))
    found = [(file.name, file.size, file.key, file.url is not None) for file in findings.facts.attachments]
    key = "attachment:0:31" if "attachment.php?" in box else "attachment:7:31"
    assert found == [("文稿.doc", "3 KB", key, is_free)]
    assert len(findings.links.attachments) == is_free


def test_two_pictures_side_by_side_keep_their_own_names() -> None:
    box = "<dl><dd><p><strong>{0}.jpg</strong> (3 KB)</p><p><a href='attachment.php?aid={1}'>下载</a></p></dd></dl>"
    page = thread_page(post(1, text_of(1, "文") + box.format("甲", 8) + box.format("乙", 9), corner="楼主"))
    assert [file.name for file in read_text(page).facts.attachments] == ["甲.jpg", "乙.jpg"]


NASTY = [
    "最后由 甲 于 " * 5_000,
    "查看 " * 20_000,
    "查看: 1" * 20_000,
    "show_threadpage(1, " * 10_000,
    "font-size:" + " " * 50_000,
    "来自 " * 20_000,
    "推荐" * 20_000,
    "(" * 50_000,
    "1" * 50_000,
    "GMT+8, 2026-1" * 5_000,
    "[总结" * 20_000,
]


@pytest.mark.parametrize("nasty", NASTY)
def test_nasty_texts_cost_no_time(nasty: str) -> None:
    link = f'<a href="attachment.php?aid=1" title="{nasty}">下载</a>'
    text = f'<i class="pstatus">{nasty}</i><font style="{nasty}">x</font>{link}'
    page = thread_page(
        post(1, text_of(1, text + nasty), corner=nasty, beside=f"<script>show_threadpage(1{nasty}</script>"),
        counts=nasty, foot=nasty, heading=f'<h1>{nasty}<span id="thread_subject">题</span></h1>',
    )  # fmt: skip
    assert_quick(lambda: read_text(page), seconds=2)


PAGERS = [
    ('<div class="pg"><strong>2</strong><a href="x">1</a><span title="共 25 页"></span></div>', 2, 25),
    ('<div class="pg"><strong>2</strong><a href="x">1</a><a href="y">3</a></div>', 2, 3),
    ('<div class="pg"><strong>-</strong><input name="custompage" value="4" /><i title="共 9 页"></i></div>', 4, 4),
    (
        '<div class="page"></div><div class="pg"><select id="dumppage"><option>第1页</option>'
        '<option selected="selected">第2页</option><option>第3页</option></select></div>',
        2,
        3,
    ),
]  # fmt: skip


@pytest.mark.parametrize(("links", "page", "pages"), PAGERS)
def test_the_place_of_a_page(links: str, page: int, pages: int) -> None:
    findings = read_text(thread_page(FIRST, pager=f'<div id="pgt">{links}</div>'))
    assert (findings.page, findings.pages) == (page, pages)


SITES = [
    ("", '<div id="hd"><h2><a href="./" title="标志名">x</a></h2></div>', "标志名", "#hd h2 a"),
    ('<meta name="application-name" content="头名" />', "", "头名", "meta application-name"),
    ("", '<div id="pt"><a class="nvhm" href="./">路名</a></div>', "路名", "#pt a.nvhm"),
    ("", '<div id="pt"><a class="nvhm" href="./">首页</a></div>', "站", "title"),
    ("", "", "站", "title"),
]


@pytest.mark.parametrize(("head", "before", "name", "where"), SITES)
def test_the_sites_name(head: str, before: str, name: str, where: str) -> None:
    facts = read_text(thread_page(FIRST, head=head, pager=before)).facts
    assert (facts.site_name, dict(facts.where)["site_name"]) == (name, where)


@pytest.mark.parametrize("name", ["ft", "footer", "flk", "frt"])
def test_the_foot_by_its_id(name: str) -> None:
    text = thread_page(FIRST).replace('<div id="ft"></div>', f'<p id="{name}">桂 ICP 备 00000000 号-1</p><p>末</p>')
    facts = read_text(text).facts
    assert (facts.icp, dict(facts.where)["icp"]) == ("桂ICP备00000000号-1", f"#{name}")


def test_the_key_of_a_page_that_only_its_print_link_names() -> None:
    link = '<a href="forum.php?mod=viewthread&amp;action=printable&amp;tid=7">打印</a>'
    assert read_text(thread_page(FIRST, after=link), None).document_key == "discuz:bbs.test:thread:7"
