"""Names and dates of posts, word by word: what stands where they do and is none; routes, feeds, short texts."""

import pytest

from cleaners.outcome import State
from cleaners.reading import PageKind
from tests.cleaners.platforms.generic_word_pages import BOXED, LINES, MORE, TITLE, floor, page, read, thread
from tests.cleaners.platforms.test_generic_threads import told
from tests.tables import table

HEAD = "<div class='post'><a class='username' href='/u/{n}'>用户{n}</a><span>2021-03-05 09:1{n}</span>{inside}</div>"


@table(
    "label",
    [
        "注册：", "註冊：", "加入时间：", "Joined: ", "joined ", "Registered: ", "registered ", "登录：",
        "上次登陆：", "在线时间：", "最后编辑：", "最后修改：", "最后由山人改于 ", "最后回复：", "最后更新：",
        "最後發表：", "编辑于 ", "編輯於 ", "修改于 ", "更新于 ", "Edited ", "edited ", "Modified ", "modified ",
        "Last visit: ", "采纳于 ",
    ],
)  # fmt: skip
def test_a_date_of_something_else(label: str) -> None:
    """It stands before the post's own."""
    html = thread(BOXED, post=HEAD.replace("<span>", f"<i>{label}2015-01-02</i><span>"))
    assert [row[2] for row in told(read(html))] == [f"2021-03-05T09:1{n}" for n in (1, 2, 3, 4)]


@pytest.mark.parametrize("label", ["发表于 ", "时间：", "Posted ", "", "最快 ", "登山 "])
def test_a_post_s_own_date(label: str) -> None:
    html = thread(BOXED, post=HEAD.replace("<span>", f"<i>{label}2015-01-02</i><span>"))
    assert [row[2] for row in told(read(html))] == ["2015-01-02"] * 4


@table(
    "words",
    [
        "楼主", "管理员", "版主", "作者", "注册", "登录", "登陆", "退出", "更多", "回复", "举报", "关注", "私信",
        "匿名", "立即注册", "Find", "#7", "7楼", "＃7樓", "@山人", "谢谢，收到", "好。", "来了！", "谁？", "甲；乙",
        "ok!", "why?", "a,b", "a;b", "a：b", "a:b",
    ],
)  # fmt: skip
def test_what_stands_for_a_name_and_is_none(words: str) -> None:
    """It stands before the name, marked as it is."""
    html = thread(BOXED, post=HEAD.replace("<a ", f"<a class='username' href='/u/8'>{words}</a> <a "))
    assert [row[1] for row in told(read(html))] == ["用户1", "用户2", "用户3", "用户4"]


@pytest.mark.parametrize("words", ["楼主一号", "回复君", "7号楼", "Finder", "山·人"])
def test_a_name_like_a_button(words: str) -> None:
    html = thread(BOXED, post=HEAD.replace("<a ", f"<a class='username' href='/u/8'>{words}</a> <a "))
    assert [row[1] for row in told(read(html))] == [words] * 4


@pytest.mark.parametrize(
    ("printed", "time"),
    [
        ("<span>03-05 <time datetime='2021-03-05T09:12+08:00'>09:12</time></span>", "2021-03-05T09:12"),
        ("<p>03-05 <span title='2021-03-05 09:12'>09:12</span></p>", "2021-03-05T09:12"),
        ("<p>03-05 <abbr title='2021-03-05 09:12'>09:12</abbr></p>", "2021-03-05T09:12"),
        ("<p>03-05 <b title='2021-03-05 09:12'>09:12</b></p>", None),
        ("<p title='2021-03-05 09:12'><i>3天前</i></p>", "2021-03-05T09:12"),
        ("<i title='2021-03-05 09:12'>3天前</i>", "2021-03-05T09:12"),
        ("<i title='2015-01-02'>2021-03-05 09:12</i>", "2021-03-05T09:12"),
        ("<i title='2015-01-02'>1999-03-05 09:12</i>", "1999-03-05T09:12"),
        ("<i title='山人'>3天前</i>", "2021-03-29"),
    ],
)
def test_the_date_that_an_element_bears_goes_before_the_time_of_the_crawl(printed: str, time: str | None) -> None:
    post = HEAD.replace("<span>2021-03-05 09:1{n}</span>", f"{printed}<em>#{{n}}</em>")
    assert told(read(thread(BOXED, post=post)))[1][2] == time


@table(
    "printed",
    [
        "1999-03-05 09:12", "2021年3月5日 上午 9:12", "2021年3月5日 下午9:12", "30秒前", "30秒钟前", "5分钟前",
        "5分鐘前", "2小时前", "2小時前", "2个小时前", "3天前", "2周前", "2个月前", "1月前", "1年前", "半年前",
        "今天 09:12", "昨天 09:12", "前天 9:12", "刚刚", "剛剛", "3-5 09:12", "3/5 09:12", "3月5日 09:12", "3月5日",
        "03-05", "Jan 5, 2021", "Feb 5, 2021", "Mar 5, 2021", "Apr 5, 2021", "May 5, 2021", "Jun 5, 2021",
        "Jul 5, 2021", "Aug 5, 2021", "Sep 5, 2021", "Oct 5, 2021", "Nov 5, 2021", "Dec 5, 2021", "January 5, 2021",
        "March 1st, 2021", "March 2nd, 2021", "March 3rd, 2021", "March 5th, 1999 at 9:12 PM", "30 seconds ago",
        "1 second ago", "5 minutes ago", "2 hours ago", "3 days ago", "2 weeks ago", "2 months ago", "1 year ago",
        "2021-03-05 9:12 PM",
    ],
)  # fmt: skip
def test_a_date_is_taken_as_it_is_printed(printed: str) -> None:
    date = read(thread(BOXED, post=HEAD.replace("2021-03-05 09:1{n}", f"发表于：{printed}"))).drafts[1].date
    assert date is not None
    assert date.stated == printed


@pytest.mark.parametrize(
    ("url", "is_thread"),
    [
        ("https://www.qinghe.example/#/d/31", True), ("https://www.qinghe.example/#!/t/31", True),
        ("https://www.qinghe.example/", False), ("https://www.qinghe.example/#top", False),
        ("https://www.qinghe.example/#/", False),
    ],
)  # fmt: skip
def test_a_thread_that_a_script_draws_on_the_home_page(url: str, is_thread: bool) -> None:
    assert (read(thread(BOXED), url=url).page_kind is PageKind.THREAD) is is_thread


@pytest.mark.parametrize(
    "start",
    [
        "<rss version='2.0'>", "<feed xmlns='http://www.w3.org/2005/Atom'>", "<rdf:RDF>", "<RSS>",
        "<?xml version='1.0' encoding='utf-8'?>\n<rss>", "<!-- made by hand --><rss>",
        "<?xml version='1.0'?><!-- x --> <feed>",
    ],
)  # fmt: skip
def test_the_beginning_of_a_feed(start: str) -> None:
    found = read(f"{start}<channel><item><title>停水检修通知</title></item></channel>")
    assert (found.page_kind, found.outcome.state) == (PageKind.FEED, State.LISTED)


@pytest.mark.parametrize("start", ["<rssx>", "<html><rss>", "rss", "<feedback>"])
def test_no_beginning_of_a_feed(start: str) -> None:
    assert read(f"{start}<channel><p>停水检修通知</p></channel>").page_kind is not PageKind.FEED


def test_short_texts_weigh_more_than_where_their_authors_live() -> None:
    """A word of a few characters may be a label, except where a sentence ends in it."""
    said = ("收到，谢谢！", "好的，明白。", "行，我去。", "同意，支持。")
    posts = "".join(
        HEAD.format(n=n, inside=f"<div>{words}</div><b>{town}街</b>")
        for n, (words, town) in enumerate(zip(said, "东西南北", strict=True), 1)
    )
    found = read(page(f"<h1>{TITLE}</h1><div class='topic'><p>{LINES[0]}{MORE}</p></div>{posts}"))
    assert [draft.shown for draft in found.drafts[1:]] == list(said)


def test_the_text_of_a_floor() -> None:
    assert floor(thread(BOXED), 1) == [LINES[0], MORE]
