"""The marks of posts and the names of boxes, word by word; and that no pattern is slow on nasty text."""

import re
from types import ModuleType

import pytest
from lxml.html import HtmlElement

from cleaners.platforms.generic import floors, marks, openings, post_texts, posts, thread_signs
from cleaners.platforms.generic.marks import is_author, is_author_name, is_body_name, is_meta_name, marks_of
from cleaners.platforms.generic.places import places_of
from cleaners.tree import parse
from tests.tables import table
from tests.timing import assert_quick

BESIDE = (
    "userinfo post_author username-box nickname nick user-nick uname u-user poster replyer-line userlink member_card "
    "creator postuser PostUser authorname displayname louzhu post-avatar avator postprofile profile info meta metadata "
    "pubdate date time timestamp timeago action post-actions tool tools toolbar btn btns button buttons opt opts "
    "operate operation operations operator postBTN "
    "control controls ctrl vote votes voting like likes liked zan praise agree "
    "share sign sig12 signature badge badges rank level slogan score reward floor foot footer menu nav ad ads "
    "advert accuse evaluate permalink count counts stat stats statistics supporter supporters gravatar side "
    "text-mask edit edited editor lastedit notice tip tips tags taglist reactions message-attribution pstatus toggle "
    "dropdown tail tailinfo replytools jubao copyright breadcrumb pagination pager icons follow recommend related "
    "postnum number admin moderation header head keyinfo lzl rules announcement pubtime postdate"
)
TEXTS = (
    "user-content user_contents js-user-body user-text user-message user-markdown user-cooked user-richtext "
    "user-inner user-detail user-description user-postbody user-wrapper user-container user-wrap user-main"
)
PEOPLE = (
    "author username nickname nick uname user poster replyer userlink member creator PostUser postuser authorname "
    "displayname louzhu name"
)
BODIES = (
    "reply-content entry-contents post_body comment-text kmessage-message topic-markdown post-cooked u-richtext "
    "postbody thing-description"
)


@table("name", BESIDE.split())
def test_the_name_of_a_box_beside_a_text(name: str) -> None:
    assert is_meta_name(name)


@table("name", [*TEXTS.split(), "post", "answer", "col-md-9", "thread", "information", "update"])
def test_the_name_of_another_box(name: str) -> None:
    assert not is_meta_name(name)


@pytest.mark.parametrize("name", BODIES.split())
def test_the_name_of_a_text(name: str) -> None:
    assert is_body_name(name)


@pytest.mark.parametrize("name", ["content-head", "text-muted", "message-cell", "post", "bodyguard", "context"])
def test_the_name_of_no_text(name: str) -> None:
    assert not is_body_name(name)


@table("name", PEOPLE.split())
def test_the_name_of_a_persons_box(name: str) -> None:
    assert is_author_name(name)


@pytest.mark.parametrize("name", ["product-name", "filename", "users-online", "title"])
def test_the_name_of_no_persons_box(name: str) -> None:
    assert not is_author_name(name)


def body(markup: str) -> HtmlElement:
    root = parse(f"<html><body>{markup}</body></html>").find("body")
    assert root is not None
    return root


@table(
    "markup",
    [
        *(f"<a {key}='7' href='#'>山人</a>" for key in ("uname", "uid", "data-username", "data-uid", "data-user-id")),
        "<a data-userid='7' href='#'>山人</a>",
        "<a rel='author' href='#'>山人</a>",
        "<span itemprop='author'>山人</span>",
        *(
            f"<a href='{href}'>山人</a>"
            for href in (
                "/u/7", "/user/7", "/people/shanren", "/member/shanren", "/profile/7-shan", "space.php?uid=7",
                "./memberlist.php?mode=viewprofile&u=7", "/home/main?un=shan", "index.php?action=profile;u=7",
                "https://www.qinghe.example/@shanren", "/space-uid-7.html",
                "/space/7", "/account/7", "/home/main?i=7", "/i/i?i=7", "space.php?i=7", "uid-7.html", "uc.php?uid=7",
                "x.php?a=1&userid=7", "x.php?user_id=7", "x.php?username=shan", "x.php?un=shan", "home.php?mod=space",
                "memberlist.php?i=7", "./?mode=viewprofile&i=7", "./?action=profile", "./?showuser=7", "/~shanren/",
                "/users/7", "/members/7", "/profiles/7", "/author/shan",
            )
        ),
    ],
)  # fmt: skip
def test_a_persons_name(markup: str) -> None:
    root = body(f"<div>{markup}</div>")
    assert list(marks_of(root, places_of(root)).authors.values()) == ["山人"]


@pytest.mark.parametrize(
    "markup",
    [
        "<a href='/t/7'>山人</a>", "<a href='/update/7'>山人</a>", "<a class='user' href='/u/7'>@山人</a>",
        "<a class='user' href='/u/7'>登录</a>", "<a class='user' href='/u/7'>2021-03-04</a>",
        "<span class='user'>谢谢，已经收到</span>", "<a class='user' href='/u/7'></a>",
        "<div class='user'>这里是一个人的长长的自我介绍它有好几行字所以不会是谁的名字而是一段话</div>",
    ],
)  # fmt: skip
def test_no_persons_name(markup: str) -> None:
    root = body(f"<div>{markup}</div>")
    assert marks_of(root, places_of(root)).authors == {}


def test_the_innermost_element_is_the_name() -> None:
    inner = "<a href='/u/7'><span class='username'>山人</span></a>"
    root = body(f"<div class='author'><h3 class='PostUser-name'>{inner}</h3></div>")
    (node,) = marks_of(root, places_of(root)).authors
    assert node.tag == "span"
    assert is_author(node)


@table(
    "words",
    [
        "2021-03-04 22:18", "发表于 2021/3/4 22:18:05", "2021.06.09 09:37 发布于", "2021年3月4日 下午 10:18",
        "1月前",
        "5 分钟前", "半小时前", "昨天 22:18", "刚刚", "03-04 22:18", "3月4日", "03-04", "Mar 4, 2021",
        "March 4th, 2021 10:18 PM",
        "3 days ago", "2021-3-4T22:18:05",
    ],
)  # fmt: skip
def test_a_date_beside_a_post(words: str) -> None:
    root = body(f"<div><span>{words}</span></div>")
    assert list(marks_of(root, places_of(root)).dates.values()) == [words]


@pytest.mark.parametrize(
    "words",
    ["12345678", "第2004段", "3.14", "1/2", "192.168.1.20", "022-87654321", "13:20", f"2021年3月4日，{'话' * 90}"],
)
def test_no_date_beside_a_post(words: str) -> None:
    root = body(f"<div><span>{words}</span></div>")
    assert marks_of(root, places_of(root)).dates == {}


@pytest.mark.parametrize(
    "markup",
    [
        "<time datetime='2021-03-04T22:18:00Z'>不久以前</time>", "<abbr title='2021-03-04 22:18'>不久以前</abbr>",
        "<relative-time datetime='2021-03-04'>不久以前</relative-time>",
        "<span class='timeago' title='2021年3月4日'></span>",
        "<time data-time='2021/03/04'>不久以前</time>", "<time content='1999-03-04'>不久以前</time>",
    ],
)  # fmt: skip
def test_a_date_that_an_element_bears(markup: str) -> None:
    root = body(f"<div>{markup}</div>")
    assert len(marks_of(root, places_of(root)).dates) == 1


@table(
    ("words", "floor"),
    [
        ("#12", 12), ("12楼", 12), ("第12楼", 12), ("12#", 12), ("3F", 3), ("楼主", 1), ("沙发", 2), ("板凳", 3),
        ("地板", 4), ("12", None), ("12次", None), ("楼下", None),
    ],
)  # fmt: skip
def test_a_floor(words: str, floor: int | None) -> None:
    root = body(f"<div><span>{words}</span></div>")
    assert list(marks_of(root, places_of(root)).floors.values()) == ([floor] if floor else [])


@pytest.mark.parametrize(
    ("words", "count"),
    [("楼主", 1), ("（楼主）", 1), ("[题主]", 1), ("樓主", 1), ("贴主", 1), ("谢谢楼主", 0)],
)
def test_whoever_opened_the_thread_is_marked(words: str, count: int) -> None:
    root = body(f"<div><span>{words}</span></div>")
    assert len(marks_of(root, places_of(root)).openers) == count


def patterns() -> list[tuple[str, re.Pattern[str]]]:
    modules: tuple[ModuleType, ...] = (floors, marks, openings, post_texts, posts, thread_signs)
    return [
        (f"{module.__name__}.{name}", value)
        for module in modules
        for name, value in vars(module).items()
        if isinstance(value, re.Pattern)
    ]


NASTY = (
    "2021-" * 4_000, "回复" * 10_000, "1 " * 10_000, "post-" * 4_000, "((((" * 5_000, "最后由" + "的" * 20_000,
    "a_b" * 7_000,
)  # fmt: skip


@table(("name", "pattern"), patterns())
def test_no_pattern_is_slow(name: str, pattern: re.Pattern[str]) -> None:
    def work() -> None:
        for text in NASTY:
            pattern.search(text)
            pattern.fullmatch(text + "？")

    assert_quick(work, seconds=0.5, name=name)
