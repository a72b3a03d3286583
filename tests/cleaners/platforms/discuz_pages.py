"""Opens the written pages of this folder the way `read` does, for the tests of the Discuz family."""

from datetime import UTC, datetime
from pathlib import Path

from cleaners.page import Hints, Page
from cleaners.platforms.discuz import PLATFORM
from cleaners.platforms.platform import Findings, Sheet
from cleaners.sheet import open_sheet

PAGES = Path(__file__).parent / "pages"
FETCHED = datetime(2026, 11, 22, 1, 26, tzinfo=UTC)


def open_page(name: str, url: str | None = None, *, replace: dict[str, str] | None = None) -> Sheet:
    text = (PAGES / name).read_text(encoding="utf-8")
    for before, after in (replace or {}).items():
        assert before in text, before
        text = text.replace(before, after)
    return open_text(text, url)


def open_text(text: str, url: str | None = None, *, content_type: str = "text/html; charset=utf-8") -> Sheet:
    page = Page(body=text.encode(), url=url, headers=(("Content-Type", content_type),), fetched_at=FETCHED)
    return open_sheet(page, Hints())


def read_sheet(sheet: Sheet) -> Findings:
    guess = PLATFORM.detect(sheet)
    assert guess is not None, "the family does not know its own page"
    return PLATFORM.read(sheet, guess)


def read_page(name: str, url: str | None = None, *, replace: dict[str, str] | None = None) -> Findings:
    return read_sheet(open_page(name, url, replace=replace))


def post(pid: int, body: str, *, corner: str, head: str = "", beside: str = "") -> str:
    """One post of the desktop template: `head` is the line of author and time, `beside` what follows the text."""
    head = head or author_line(pid)
    own = f"forum.php?mod=redirect&amp;goto=findpost&amp;ptid=7&amp;pid={pid}"
    link = "forum.php?mod=viewthread&amp;tid=7" if pid == 1 else own
    return (
        f'<div id="post_{pid}"><table id="pid{pid}"><tr><td class="plc"><div class="pi">'
        f'<strong><a id="postnum{pid}" href="{link}">{corner}</a></strong>{head}</div>'
        f'<div class="pct"><div class="pcb">{body}</div></div>{beside}</td></tr>'
        "</table></div>"
    )


def author_line(pid: int, *, name: str = "甲某", time: str = "发表于 2021-1-2 03:04:05") -> str:
    return (
        f'<div class="authi"><a href="home.php?mod=space&amp;uid=6" class="xi2">{name}</a>'
        f'<em id="authorposton{pid}">{time}</em></div>'
    )


def text_of(pid: int, text: str) -> str:
    return f'<table><tr><td class="t_f" id="postmessage_{pid}">{text}</td></tr></table>'


def thread_page(*posts: str, **parts: str) -> str:
    """A desktop thread page; `parts`: title, heading (`h1`), counts, pager, head, foot, after."""
    title = parts.get("title", "试写题")
    heading = parts.get("heading", f'<h1 class="ts"><span id="thread_subject">{title}</span></h1>')
    counts = parts.get("counts", '<span>查看:</span> <span>30</span>|<span>回复:</span> <span>4</span>')
    return (
        f"<html><head><title>{title} - 版 - 站 - Powered by Discuz!</title>"
        f'<meta name="generator" content="Discuz! X3.4" /><base href="http://bbs.test/" />'
        f'{parts.get("head", "")}</head>'
        f'<body id="nv_forum" class="pg_viewthread">{parts.get("pager", "")}<div id="postlist"><table><tr>'
        f'<td class="pls">{counts}</td><td class="plc">{heading}</td></tr></table>{"".join(posts)}</div>'
        f'{parts.get("after", "")}<div id="ft">{parts.get("foot", "")}</div></body></html>'
    )


def pager(page: int, pages: int) -> str:
    links = "".join(f'<a href="thread-7-{n}-1.html">{n}</a>' for n in range(1, pages + 1) if n != page)
    total = f'<span title="共 {pages} 页"></span>'
    return f'<div id="pgt"><div class="pg"><strong>{page}</strong>{links}{total}</div></div>'


def read_text(text: str, url: str | None = "http://bbs.test/thread-7-1-1.html") -> Findings:
    return read_sheet(open_text(text, url))
