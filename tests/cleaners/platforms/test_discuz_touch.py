"""The touch templates (X2.5 to X3.5) and their skins: the same thread, key and text as the desktop page."""

import pytest

from cleaners.reading import View

from .discuz_pages import author_line, post, read_text, text_of, thread_page

URL = "http://bbs.test/forum.php?mod=viewthread&tid=7&mobile=2"
NAME = '<a href="home.php?mod=space&amp;uid=6&amp;mobile=2">甲某</a>'


def floor(text: str, *, corner: str = "楼主", name: str = NAME, time: str = "2021-1-2 03:04:05") -> str:
    """One post as the X3.5 template prints it."""
    return (
        '<div class="plc cl"><div class="display pi"><ul class="authi"><li class="mtit">'
        f'<span class="y">{corner}</span><span class="z">{name}</span></li><li class="mtime">{time}</li></ul>'
        f'<div class="message">{text}</div></div></div>'
    )


def page(*floors: str, before: str = '<div class="view_tit">试写题</div>', after: str = "") -> str:
    return (
        "<html><head><title>试写题 - 版 - 站 - 手机版 - Powered by Discuz!</title><base href='http://bbs.test/' />"
        f"</head><body>{before}{''.join(floors)}{after}</body></html>"
    )


TEXTS = [
    ("正文", "正文", 0, None),
    ('<span class="grey quote">受到警告</span>正文', "正文", 0, None),
    ('<div class="grey quote"><blockquote>引用: 引文</blockquote></div>正文', "引用: 引文\n正文", 0, None),
    ('<div class="quote">游客，如果您要查看本帖隐藏内容请回复</div>正文', "正文", 1, None),
    ('<div class="locked">游客，如果您要查看本帖隐藏内容请回复</div>正文', "正文", 1, None),
    ('<div class="quote">附件: <em>您需要登录才可以下载或查看附件</em></div>正文', "正文", 0, None),
    ('<div class="grey quote">提示: <em>该帖被管理员或版主屏蔽</em></div>', "", 0, "shielded"),
    ('<div id="attach_31" class="box attach"><a href="x">文稿.doc</a><em>(3 KB)</em></div>正文', "正文", 0, None),
    ('<ul id="attach_31" class="quote post_attlist"><li>文稿.doc</li></ul>正文', "正文", 0, None),
    (
        '<div id="postmessage_1" class="postmessage">正文</div><form id="poll"><strong>单选投票</strong>选项</form>',
        "正文",
        0,
        None,
    ),
    (
        '<div class="box_ex2 viewsort"><h4>公文</h4>单位: 某局<br /></div><div id="postmessage_1">正文</div>',
        "公文\n单位: 某局\n正文",
        0,
        None,
    ),
]


@pytest.mark.parametrize(("inside", "shown", "parts", "note"), TEXTS)
def test_the_first_post(inside: str, shown: str, parts: int, note: str | None) -> None:
    findings = read_text(page(floor(inside)), URL)
    draft = findings.drafts[0]
    assert (findings.view, findings.document_key) == (View.MOBILE, "discuz:bbs.test:thread:7")
    assert (draft.shown, draft.hidden_parts, draft.note, draft.title) == (shown, parts, note, "试写题")


REPLIES = [
    ('<h2><strong>回复 2# 甲某</strong></h2>答', "答"),
    ('<div class="quote"><blockquote>甲某 发表于</blockquote></div>答', "答"),
    ("<div><h2>小标题</h2></div>答", "小标题\n答"),
]


@pytest.mark.parametrize(("inside", "shown"), REPLIES)
def test_a_reply(inside: str, shown: str) -> None:
    findings = read_text(page(floor("文"), floor(inside, corner="沙发")), URL)
    assert (findings.drafts[1].position, findings.drafts[1].shown) == (2, shown)


def test_near_miss_a_quote_that_speaks_of_locks_is_no_lock() -> None:
    quote = '<div class="quote"><blockquote>提示: 该帖被管理员或版主屏蔽</blockquote></div>'
    draft = read_text(page(floor("文"), floor(f"{quote}答", corner="沙发")), URL).drafts[1]
    assert (draft.shown, draft.note, draft.hidden_parts) == ("答", None, 0)


@pytest.mark.parametrize(
    ("corners", "positions"),
    [
        (["楼主", "1楼", "2楼"], [1, 2, 3]),
        (["楼主", "来自 7#", "沙发"], [1, 7, 2]),
        (["楼主", "2#", "推荐帖", "4#"], [1, 2, 3, 4]),
        (["11#", "12#"], [11, 12]),
    ],
)
def test_positions(corners: list[str], positions: list[int]) -> None:
    floors = [floor(f"文{corner}", corner=corner) for corner in corners]
    assert [draft.position for draft in read_text(page(*floors), URL).drafts] == positions


def test_floors_without_numbers_on_a_later_page() -> None:
    pages = '<div class="pg"><strong>2</strong><a href="forum.php?mod=viewthread&amp;tid=7&amp;page=1">1</a></div>'
    findings = read_text(page(floor("甲", corner=""), floor("乙", corner=""), after=pages), URL)
    assert [(draft.position, draft.title) for draft in findings.drafts] == [(11, None), (12, None)]


NAMES = [
    (NAME, "甲某", None),
    ("匿名", "匿名", "anonymous"),
    ('<a href="javascript:;">游客 <em>10.0.0.x</em></a>', "游客 10.0.0.x", None),
    ("蒙面人", "蒙面人", "anonymous"),
    ("丙某 <em>该用户已被删除</em>", "丙某", None),
    ("", None, None),
]


@pytest.mark.parametrize(("name", "author", "note"), NAMES)
def test_authors(name: str, author: str | None, note: str | None) -> None:
    draft = read_text(page(floor("文", name=name)), URL).drafts[0]
    assert (draft.author, draft.note) == (author, note)


TIMES = [
    ("2021-1-2 03:04:05", "2021-01-02T03:04:05+08:00"),
    ('<span class="y"><i class="dm-eye"></i><em>30</em></span>2021/1/2 03:04:05', "2021-01-02T03:04:05+08:00"),
    ('<em><a href="home.php?mod=spacecp&amp;ac=favorite">收藏</a></em> 2021-1-2 03:04', "2021-01-02T03:04+08:00"),
    ('<span title="2026-11-22 08:23:39">1&nbsp;小时前</span>', "2026-11-22T08:23:39+08:00"),
    ("<p>2021-1-2 03:04</p>", "2021-01-02T03:04+08:00"),
    ("<p>昨天 08:00</p>", "2026-11-21T08:00+08:00"),
    ("不详", None),
]


@pytest.mark.parametrize(("time", "at"), TIMES)
def test_times(time: str, at: str | None) -> None:
    date = read_text(page(floor("文", time=time)), URL).drafts[0].date
    assert (date.at if date else None) == at


TITLES = [
    ('<div class="view_tit"><em>[总结]</em> <em>[下载]</em> 试写题 <span>(审核中)</span></div>', "试写题", "总结"),
    ('<div class="postlist"><h2>[总结] 试写题 <a href="x">只看楼主</a></h2></div>', "试写题", "总结"),
    ('<div class="postlist"><div class="at"><h2><a href="x">试写题</a></h2></div></div>', "试写题", None),
    ("", "试写题", None),
]


@pytest.mark.parametrize(("before", "title", "category"), TITLES)
def test_titles_and_categories(before: str, title: str, category: str | None) -> None:
    findings = read_text(page(floor("文"), before=before), URL)
    assert (findings.drafts[0].title, findings.facts.category) == (title, category)


def test_facts_of_the_newest_template() -> None:
    header = '<div class="header cl"><h2><a href="forum.php?mod=forumdisplay&amp;fid=9">材料交流</a></h2></div>'
    counts = '<span class="y"><i class="dm-eye"></i><em>1.2万</em><i class="dm-chat-s"></i><em>4</em></span>2021-1-2'
    tags = '<div class="tags xg1"><a class="tag-item" href="misc.php?mod=tag&amp;id=3">乡镇</a></div>'
    before = header + '<div class="view_tit">题</div>'
    facts = read_text(page(floor("文", time=counts), before=before, after=tags), URL).facts
    assert (facts.path, facts.views, facts.replies, facts.keywords) == (("材料交流",), 12000, 4, ("乡镇",))
    assert facts.stated == (("views", "1.2万"),)
    assert dict(facts.where)["views"] == "i.dm-eye"
    old = '<header class="header"><div class="nav"><span class="name">材料交流</span></div></header>'
    assert read_text(page(floor("文"), before=old), URL).facts.path == ("材料交流",)


def test_a_skin_that_names_the_opener_above_the_posts() -> None:
    before = (
        '<div class="postlist"><h2>试写题</h2><div class="fh"><a href="home.php?mod=space&amp;uid=6">甲某</a>'
        '<p id="authorposton" class="xg1"> 2021-01-02 03:04</p></div></div>'
    )
    bare = '<div class="plc" id="pid1"><ul class="authi"></ul><div class="message">正文</div></div>'
    findings = read_text(page(bare, before=before), URL)
    draft = findings.drafts[0]
    assert (draft.author, draft.date.at, draft.shown) == ("甲某", "2021-01-02T03:04+08:00", "正文")


def test_near_miss_a_desktop_page_with_a_message_class() -> None:
    inside = '<div class="plc"><div class="authi">x</div><div class="message">站内信</div></div>'
    findings = read_text(thread_page(post(1, text_of(1, "正文"), corner="楼主", head=author_line(1)), after=inside))
    assert (findings.view, [draft.shown for draft in findings.drafts]) == (View.MAIN, ["正文"])


def test_single_quotes_in_a_skin() -> None:
    text = page(floor("正文")).replace('class="message"', "class='message'")
    assert read_text(text, URL).view is View.MOBILE


def test_a_skin_with_classes_of_its_own() -> None:
    one = (
        '<section id="pid{0}"><header><em>{1}</em><a href="home.php?mod=space&amp;uid=6">甲某</a>'
        '<time>2021-1-2 03:04</time></header><div class="message">文{0} 2020-1-1 01:01</div></section>'
    )
    findings = read_text(page(one.format(1, "楼主"), one.format(2, "沙发")), URL)
    assert [(draft.position, draft.author, draft.shown) for draft in findings.drafts] == [
        (1, "甲某", "文1 2020-1-1 01:01"),
        (2, "甲某", "文2 2020-1-1 01:01"),
    ]
    assert (findings.view, findings.facts.published_at) == (View.MOBILE, "2021-01-02T03:04+08:00")


def test_near_miss_a_long_post_without_a_time_has_none() -> None:
    for text in ("2020-1-1 01:01 文", f"{'文' * 200}2020-1-1 01:01"):
        block = f'<section id="pid1"><p>{"名" * 130}</p><div class="message">{text}</div></section>'
        assert read_text(page(block), URL).drafts[0].date is None
    far = f'<section id="pid1"><p>{"名" * 130} 2020-1-1 01:01</p><div class="message">文</div></section>'
    assert read_text(page(far), URL).drafts[0].date is None
