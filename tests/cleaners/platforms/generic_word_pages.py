"""A short thread of made-up content in the plainest markup, into which cases put one word, tag or name."""

from cleaners.platforms.platform import Findings
from tests.cleaners.platforms.test_generic_threads import found_on, told

TITLE = "七号楼水压偏低的几点疑问"
URL = "https://bbs.qinghe.example/a/31.html"
LINES = (
    "昨晚七号楼的水压又低了，洗澡都成问题。",
    "物业说泵房在换零件，周五以前能修好。",
    "顶楼从月初起就这样，报修单填了三回。",
    "希望把检修时段写清楚，贴在单元门口。",
)
MORE = "我家住在西边单元，情况也差不多，大家都报一报。"
BARE = "<p>{line}</p><p>" + MORE + "</p>{put}"
"""Inside a post: its text without a box of its own."""
BOXED = "<div class='content'><p>{line}</p>{put}<p>" + MORE + "</p></div>"
"""The same in a box that is named as a text."""
POST = (
    "<div class='post'><a class='username' href='/u/{n}'>用户{n}</a><span class='time'>2021-03-05 09:1{n}</span>"
    "{inside}</div>"
)


def thread(inside: str, put: str = "", *, post: str = POST, at: int = 2) -> str:
    """Give the page: in the post of number `at` stands what is put there, in the others nothing."""
    posts = "".join(
        post.format(n=n, inside=inside.format(line=line, put=put if n == at else "")) for n, line in enumerate(LINES, 1)
    )
    return page(f"<h1>{TITLE}</h1>{posts}")


def page(body: str, *, title: str = f"{TITLE} - 青禾论坛", head: str = "") -> str:
    """Give a page of this body."""
    return f"<html><head><meta charset=utf-8><title>{title}</title>{head}</head><body>{body}</body></html>"


def floor(html: str, at: int = 2, *, url: str = URL) -> list[str]:
    """Give the lines of one floor."""
    return told(read(html, url=url))[at - 1][3].splitlines()


def read(html: str, *, url: str = URL) -> Findings:
    """Read a page with the generic platform."""
    return found_on(html, url)
