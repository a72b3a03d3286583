"""The signs of a thread and of something commented on, word by word, each on a page that nothing else decides."""

import pytest

from cleaners.reading import PageKind
from tests.cleaners.platforms.generic_word_pages import LINES, TITLE, page, read
from tests.tables import table

ITEM = (
    "<div class='item'><a class='username' href='/u/{n}'>用户{n}</a><span class='time'>2021-03-05 09:1{n}</span>"
    "<span>#{n}</span><p>{line}</p></div>"
)
OPENING = (
    "<div class='detail'><a class='username' href='/u/9'>山前雨</a><span class='time'>2021-03-04 22:18</span>"
    "<p>七号楼三层以上晚间用不上水，请问泵房何时修好？</p></div>"
)
PLAIN = "https://www.qinghe.example/a/31.html"
SITE = f"{TITLE} - 青禾网"


def items(more: str = "", *, opening: str = OPENING, title: str = SITE, head: str = "") -> str:
    """Give a page of like boxes, numbered and signed, whose names say nothing."""
    posts = "".join(ITEM.format(n=n, line=line) for n, line in enumerate(LINES, 1))
    return page(f"<h1>{TITLE}</h1>{opening}{posts}{more}", title=title, head=head)


def is_thread(html: str, url: str = PLAIN) -> bool:
    return read(html, url=url).page_kind is PageKind.THREAD


def test_like_boxes_alone_are_no_thread() -> None:
    assert not is_thread(items())
    assert not is_thread(items(opening=""))


@table(
    "url",
    [
        *(f"https://{host}.qinghe.example/a/31.html" for host in (
            "bbs", "bbs2", "bbsxinxi", "forum", "forums", "club", "tieba", "guba", "luntan", "ask", "wenda", "zhidao",
            "iask", "wenwen", "community", "talk", "group",
        )),
        *(f"https://www.qinghe.example/{path}" for path in (
            "thread-31-1-1.html", "threads/shui.31/", "topic/31", "topics/31", "question/31.html", "questions/31",
            "discuss/31", "discussion/31", "discussions/31", "answer/31.html", "answers/31", "showthread.php?t=31",
            "showtopic-31.html", "viewthread.php?tid=31", "viewtopic.php?t=31", "read.php?tid=31", "read-31.html",
            "dispbbs.asp?id=31", "groups/31", "group/topic31", "t/31", "d/31-shui", "q/31", "a/bbs/31", "bbs.asp?id=31",
            "a/31/forum", "bbs",
        )),
    ],
)  # fmt: skip
def test_an_address_of_a_thread(url: str) -> None:
    assert is_thread(items(), url)


@pytest.mark.parametrize(
    "path",
    ["tongzhi/31.html", "a/31.html?tk=1", "reading/31", "subject/31", "topical/31", "basket/31", "clubs2/31", "tt/31"],
)
def test_no_address_of_a_thread(path: str) -> None:
    assert not is_thread(items(), f"https://www.qinghe.example/{path}")


@table(
    "site",
    [
        "青禾论坛", "青禾論壇", "青禾社区", "青禾社區", "青禾贴吧", "青禾股吧", "青禾问答", "青禾知道", "青禾知乎",
        "青禾小组", "供水讨论区", "供水讨论组", "供水讨论版", "青禾俱乐部", "青禾天涯", "青禾 BBS", "Qinghe Forum",
        "qinghe forums", "Qinghe Community", "qinghe community", "青禾交流区", "青禾交流群", "青禾交流版",
        "青禾互动平台", "青禾留言板", "青禾有问必答",
    ],
)  # fmt: skip
def test_the_title_of_a_forum(site: str) -> None:
    assert is_thread(items(title=f"{TITLE} - {site}"))


@pytest.mark.parametrize("site", ["青禾网", "青禾交流会", "青禾小区", "Qinghe Forumla", "讨论会", "QHBBSX", "知识"])
def test_the_title_of_another_site(site: str) -> None:
    assert not is_thread(items(title=f"{TITLE} - {site}"))


@table(
    "words",
    [
        "只看该作者", "只看楼主", "仅看楼主", "看楼主", "倒序看帖", "楼主", "回帖", "跟帖", "发帖", "发表新帖",
        "发新帖", "4个回答", "4 条回复", "12个回复", "12条回答", "4个回帖", "回复本帖", "回复帖", "回复主题",
        "最佳答案", "被采纳", "已采纳", "写回答", "我来答", "邀请回答", "添加回答",
    ],
)  # fmt: skip
def test_words_of_a_forum(words: str) -> None:
    assert is_thread(items(f"<p>{words}</p>", opening=""))


@pytest.mark.parametrize("words", ["楼道", "回答", "看帖", "采纳", "回复", "主题", "4个", "该作者", "邀请", "写下回答"])
def test_no_words_of_a_forum(words: str) -> None:
    assert not is_thread(items(f"<p>{words}</p>", opening=""))


@pytest.mark.parametrize(
    ("mark", "is_one"),
    [
        ("<div itemscope itemtype='https://schema.org/DiscussionForumPosting'></div>", True),
        ("<div itemscope itemtype='https://schema.org/SocialMediaPosting'></div>", True),
        ("<script type='application/ld+json'>{\"@type\":\"QAPage\"}</script>", True),
        ("<div itemscope itemtype='http://schema.org/Question'></div>", True),
        ("<div itemscope itemtype='http://schema.org/Questionnaire'></div>", False),
        ("<div itemscope itemtype='http://schema.org/WebPage'></div>", False),
    ],
)  # fmt: skip
def test_markup_of_a_thread(mark: str, is_one: bool) -> None:
    assert is_thread(items(mark)) is is_one


BBS = "https://bbs.qinghe.example/a/31.html"


@pytest.mark.parametrize(
    ("mark", "is_one"),
    [
        *((f"<div itemscope itemtype='http://schema.org/{kind}'></div>", True) for kind in (
            "NewsArticle", "Article", "ReportageNewsArticle", "Product",
        )),
        ("<div itemscope itemtype='http://schema.org/Articles'></div>", False),
        ("<div itemscope itemtype='http://schema.org/ProductGroup'></div>", False),
    ],
)  # fmt: skip
def test_markup_of_an_article(mark: str, is_one: bool) -> None:
    assert is_thread(items(mark), BBS) is not is_one


@table(
    ("path", "is_one"),
    [
        *((f"{word}/31.html", True) for word in (
            "news", "article", "articles", "blog", "blogs", "product", "goods", "item", "shop", "mall", "archives",
            "2021-03", "2021/03", "202103",
        )),
        ("a/31/blog", True),
        ("newsroom/31.html", False), ("items2/31.html", False), ("3021/03", False), ("2021/33", False),
    ],
)  # fmt: skip
def test_an_address_of_an_article(path: str, is_one: bool) -> None:
    assert is_thread(items(), f"https://bbs.qinghe.example/{path}") is not is_one


@table(
    ("site", "is_one"),
    [
        *((site, True) for site in (
            "山人的博客", "青禾新闻", "青禾资讯", "青禾日报", "青禾晚报", "青禾商城", "青禾商品", "青禾评价",
            "青禾频道", "Shanren Blog", "shanren blog",
        )),
        ("青禾网", False), ("Blogger", False), ("青禾早报", False),
    ],
)  # fmt: skip
def test_the_title_of_an_article(site: str, is_one: bool) -> None:
    assert is_thread(items(title=f"{TITLE} - {site}"), BBS) is not is_one


@pytest.mark.parametrize("name", ["topic", "thread-box"])
def test_a_named_first_post_speaks_for_a_thread(name: str) -> None:
    opening = OPENING.replace("'detail'", f"'{name}'")
    assert is_thread(items("<p>4个回答</p>", opening=opening))
    assert not is_thread(items("<p>4个回答</p>"))


def test_whoever_opened_the_thread_speaks_for_it() -> None:
    """Two points: without them a text longer than its few answers is an article."""
    long = OPENING.replace("<p>", "<p>" + "各位邻居，最近三号楼到七号楼之间的供水管道连续两晚停水检修。" * 9)
    marked = items(opening=long).replace("用户2</a>", "用户2</a><i>楼主</i>")
    assert not is_thread(items(opening=long), BBS)
    assert is_thread(marked, BBS)
