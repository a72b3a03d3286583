"""The names and tags by which posts, first posts and rows of lists are told from other boxes, each on a page."""

import pytest

from cleaners.reading import PageKind
from tests.cleaners.platforms.generic_word_pages import BOXED, LINES, MORE, POST, TITLE, page, read, thread
from tests.tables import table

SIGNED = "<a class='username' href='/u/{n}'>用户{n}</a>"
SHORT = "七号楼三层以上晚间用不上水，请问泵房何时修好？"


@table(
    ("name", "is_post"),
    [
        *((name, True) for name in (
            "reply", "replies", "post", "posts", "answer", "answers", "floor", "thread", "message", "msg", "topic",
            "huifu", "huida", "louceng", "atl-item", "lzl_item", "b-reply", "postItem", "myPost", "Post1", "reply_item",
        )),
        *((name, False) for name in ("row", "poster", "ripost", "composted", "messenger", "topics-bar", "lzlx")),
    ],
)  # fmt: skip
def test_the_name_of_a_post(name: str, is_post: bool) -> None:
    """Boxes that bear somebody's name and nothing else are posts where they are called so."""
    posts = "".join(f"<div class='{name}'>{SIGNED.format(n=n)}<p>{line}</p></div>" for n, line in enumerate(LINES, 1))
    found = read(page(f"<h1>{TITLE}</h1>{posts}"))
    assert (found.page_kind is PageKind.THREAD) is is_post


@table(
    ("form", "is_post"),
    [
        *((f"id='{name}7{{n}}'", True) for name in ("re", "r_", "p-", "p", "post_", "reply", "answer-", "pid")),
        *((f"id='{name}7{{n}}'", False) for name in ("sp", "row", "item_", "pids")),
        ("class='row p7{n}'", True), ("class='p7{n} row'", True), ("class='row p7{n}x'", False),
        ("id='p{n}'", False),
    ],
)  # fmt: skip
def test_the_number_of_a_post(form: str, is_post: bool) -> None:
    box = f"<div {form}>{SIGNED}<p>{{line}}</p></div>"
    posts = "".join(box.format(n=n, line=line) for n, line in enumerate(LINES, 1))
    found = read(page(f"<h1>{TITLE}</h1>{posts}"))
    assert (found.page_kind is PageKind.THREAD) is is_post


@table(
    ("name", "is_first"),
    [
        *((name, True) for name in (
            "topic", "thread", "question", "ask", "bbs", "post-title", "post-detail", "posttext", "post-main", "lz",
            "louzhu-content", "discussion", "topic-box", "mainTopic", "askBody", "big-topic", "wide topic",
        )),
        *((name, False) for name in ("board", "task", "tips-bar", "postal", "bbsx", "lzl0")),
    ],
)  # fmt: skip
def test_the_name_of_a_first_post(name: str, is_first: bool) -> None:
    """A short text above the answers that nobody signs is a notice, except where its box is called a question."""
    posts = "".join(POST.format(n=n, inside=BOXED.format(line=line, put="")) for n, line in enumerate(LINES, 1))
    found = read(page(f"<h1>{TITLE}</h1><div class='{name}'><p>{SHORT}</p></div>{posts}"))
    assert found.page_kind is PageKind.THREAD
    assert (found.drafts[0].shown == SHORT) is is_first


def test_the_id_of_a_first_post() -> None:
    posts = "".join(POST.format(n=n, inside=BOXED.format(line=line, put="")) for n, line in enumerate(LINES, 1))
    assert read(page(f"<h1>{TITLE}</h1><div id='topic'><p>{SHORT}</p></div>{posts}")).drafts[0].shown == SHORT


@pytest.mark.parametrize(
    ("name", "is_question"), [("answer", True), ("best-answer", True), ("huida", True), ("post", False)]
)
def test_the_name_of_an_answer(name: str, is_question: bool) -> None:
    """Above answers the title alone is the first post."""
    post = POST.replace("class='post'", f"class='{name}'")
    found = read(thread(BOXED, post=post))
    assert (found.drafts[0].shown == TITLE) is is_question


@pytest.mark.parametrize(
    "part",
    [
        "<p>{}</p>", "<ul><li>{}</li></ul>", "<ol><li>{}</li></ol>", "<pre>{}</pre>", "<blockquote>{}</blockquote>",
        "<h2>{}</h2>", "<h3>{}</h3>", "<h4>{}</h4>", "<table><tr><td>{}</td></tr></table>", "<figure>{}</figure>",
    ],
)  # fmt: skip
def test_a_first_post_without_a_box_is_put_together(part: str) -> None:
    words = "昨晚又停了一回。"
    posts = "".join(POST.format(n=n, inside=BOXED.format(line=line, put="")) for n, line in enumerate(LINES, 1))
    first = f"<div class='topic'><h1>{TITLE}</h1><p>{SHORT}</p>{part.format(words)}</div>"
    found = read(page(first + posts))
    assert found.drafts[0].shown.split() == [SHORT, words]


def test_another_box_beside_a_first_post_is_not_put_to_it() -> None:
    posts = "".join(POST.format(n=n, inside=BOXED.format(line=line, put="")) for n, line in enumerate(LINES, 1))
    first = f"<div class='topic'><h1>{TITLE}</h1><p>{SHORT}</p><section>住户服务热线见门厅</section></div>"
    assert read(page(first + posts)).drafts[0].shown == SHORT


@pytest.mark.parametrize(
    ("name", "is_layout"), [("clearfix", True), ("cf", True), ("cc", True), ("one", False)]
)
def test_a_class_that_only_draws_makes_no_posts_alike(name: str, is_layout: bool) -> None:
    """A notice at the side is drawn as the posts are, and signed."""
    post = POST.replace("class='post'", f"class='item {name}'")
    side = post.format(n=5, inside=f"<p>{MORE}本周六上午在门厅集中登记。</p>").replace("item ", "")
    found = read(page(f"<h1>{TITLE}</h1><div>{_posts(post)}</div><div>{side}</div>"))
    assert len(found.drafts) == (4 if is_layout else 5)


def _posts(post: str) -> str:
    return "".join(post.format(n=n, inside=BOXED.format(line=line, put="")) for n, line in enumerate(LINES, 1))


ROW = (
    "<li class='topic'><div><a class='username' href='/u/{n}'>用户{n}</a><span class='time'>2021-03-05 09:1{n}</span>"
    "<p>{line}{line}</p></div>{title}</li>"
)
LINK = "<a href='/a/7{n}.html'>第{n}单元停水检修的补充说明</a>"


@table(
    ("title", "is_row"),
    [
        *((f"<{tag}>{LINK}</{tag}>", True) for tag in ("h1", "h2", "h3", "h4", "h5")),
        (f"<dl><dt>{LINK}</dt></dl>", True),
        *((f"<div class='{name}'>{LINK}</div>", True) for name in (
            "title", "tit", "subject", "headline", "post-title", "title_box",
        )),
        (LINK.replace("<a ", "<a class='title' "), True),
        (f"<h6>{LINK}</h6>", False), (f"<div class='subtitle'>{LINK}</div>", False), (f"<p>{LINK}</p>", False),
        (f"<h3>{LINK}</h3>".replace("/a/7{n}.html", "#a7{n}"), False),
        ("<h3><a href='/a/7{n}.html'>原帖</a></h3>", False),
    ],
)  # fmt: skip
def test_rows_with_titles_below_their_text_are_no_posts(title: str, is_row: bool) -> None:
    rows = "".join((ROW.replace("{title}", title)).format(n=n, line=line) for n, line in enumerate(LINES, 1))
    found = read(page(f"<h1>{TITLE}</h1><ul>{rows}</ul>"))
    assert (found.page_kind is not PageKind.THREAD) is is_row
