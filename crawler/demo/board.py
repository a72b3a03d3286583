"""The pages of a demo board in the shape of Discuz! X3.4: ids and classes as its readers know them, text of our own.

Twice used: in UTF-8 with rewritten addresses, and as a GBK twin with addresses that have a query.
"""

import itertools
import re
import urllib.parse
from collections.abc import Iterator

from cleaners.outcome import Reason
from crawler.demo import threads as facts
from crawler.demo.floors import day, floor_markup, pager
from crawler.demo.layout import HOSTS, Layout
from crawler.demo.loopback import Answer
from crawler.demo.pages import fill, page, plain, text
from crawler.demo.threads import (
    BOARD_NAMES,
    CLOSED_BOARDS,
    FLOORS_A_PAGE,
    TOPICS_A_PAGE,
    TYPES,
    PathsOf,
    Thread,
    Threads,
)
from crawler.demo.truth import Truth

REWRITTEN = re.compile(r"/(thread|forum)-([0-9]{1,9})-([0-9]{1,6})(?:-[0-9]{1,6})?\.html")
"""`/thread-T-P-L.html` and `/forum-F-P.html` of Discuz; bounded digits between fixed marks cannot backtrack."""
GONE = "抱歉，指定的主题不存在或已被删除或正在被审核"
MESSAGES = {
    Reason.LOGIN: "抱歉，您尚未登录，没有权限访问该版块",
    Reason.PERMISSION: "抱歉，您没有权限访问该版块",
}
ROBOTS = """User-agent: *
Disallow: /api/
Disallow: /search.php
Disallow: /member.php
Disallow: /misc.php
Disallow: /forum.php?mod=redirect*
Disallow: /forum.php?mod=post*
Disallow: /*?mod=attachment*
Disallow: /*mobile=yes*
"""


class Board:
    """One board on one host."""

    def __init__(self, layout: Layout, site: str, *, name: str, charset: str, rewritten: bool) -> None:
        self.threads = Threads(layout, site)
        self._seed, self._host = layout.seed, HOSTS[site]
        self._name, self._charset, self._paths = name, charset, PathsOf(rewritten)
        self._asked = itertools.count(1)

    def truths(self) -> Iterator[Truth]:
        """Give what is true of every document of the board."""
        return self.threads.truths(self._paths)

    def answer(self, target: str) -> Answer:
        """Answer one request."""
        if target == "/robots.txt":
            return text(ROBOTS)
        wanted = _wanted(target)
        if wanted is None:
            return self._message("抱歉，您请求的页面不存在", status=404)
        kind, number, at = wanted
        if kind == "index":
            return self._page("forumdisplay", self._name, self._index())
        return self._thread(number, at) if kind == "thread" else self._list(number, at)

    def _page(self, page_class: str, title: str, content: str, *, status: int = 200, canonical: str = "") -> Answer:
        """Put the frame round a page; what changes at each view changes here too."""
        asked = next(self._asked)
        link = f'<link href="http://{self._host}{plain(canonical)}" rel="canonical" />\n' if canonical else ""
        markup = fill(
            "board_page", charset=self._charset, title=plain(title), canonical=link, host=self._host, content=content,
            page_class=page_class, site_name=self._name, formhash=f"{asked:08x}",
            seconds=f"0.0{asked % 90_000 + 10_000}",
        )
        cookie = f"demo_2132_sid={asked:06d}; path=/"
        return page(markup, status=status, charset=self._charset, cookies=(cookie,))

    def _message(self, message: str, *, status: int = 200) -> Answer:
        """Answer with the board's page for all that cannot be shown."""
        content = fill("board_message", message=message)
        return self._page("viewthread", f"提示信息 - {self._name}", content, status=status)

    def _index(self) -> str:
        """Give the home page: boards, and some threads that a guest will not get."""
        rows = []
        counts = {fid: len(self.threads.on_board(fid)) for fid in self.threads.boards}
        names = {fid: BOARD_NAMES[fid] for fid in counts} | {fid: name for fid, (name, _) in CLOSED_BOARDS.items()}
        for fid, name in names.items():
            url = plain(self._paths.board(fid, 1)[1:])
            rows.append(fill("board_index_row", url=url, name=name, about=f"{name}交流", threads=counts.get(fid, 0)))
        gone = "".join(
            f'<li><a href="{plain(self._paths.thread(tid, 1)[1:])}">往期推荐{tid}</a></li>'
            for tid in (facts.GONE_404, facts.GONE_200)
        )
        total = sum(counts.values())
        return fill("board_index", site_name=self._name, boards="\n".join(rows), recommended=gone, threads=total)

    def _list(self, fid: int, at: int) -> Answer:
        """Answer with a page of a list; too large a number gives page 1, as the model does."""
        if fid in CLOSED_BOARDS:
            return self._closed_board(fid)
        if fid not in BOARD_NAMES:
            return self._message("抱歉，指定的版块不存在")
        found = self.threads.on_board(fid)
        pages = max(1, -(-len(found) // TOPICS_A_PAGE))
        at = at if at <= pages else 1
        rows = [self._row(thread) for thread in found[(at - 1) * TOPICS_A_PAGE : at * TOPICS_A_PAGE]]
        if at == 1:
            rows = self._with_first_rows(rows, found, fid)
        name = BOARD_NAMES[fid]
        content = fill(
            "board_list", site_name=self._name, name=name, fid=fid, first_url=plain(self._paths.board(fid, 1)[1:]),
            pager=pager(at, pages, lambda number: self._paths.board(fid, number)), rows="\n".join(rows),
        )
        return self._page("forumdisplay", f"{name} - {self._name}", content)

    def _with_first_rows(self, rows: list[str], found: list[Thread], fid: int) -> list[str]:
        """Put the separator after the sticky row, and on the main board a thread that asks for a permission."""
        split = 1 if found and facts.is_sticky(found[0]) else 0
        line = '<tbody id="separatorline"><tr class="ts"><td>&nbsp;</td><th>版块主题</th></tr></tbody>'
        locked = []
        if fid == facts.SUMMARIES and found:
            url = plain(self._paths.thread(facts.READPERM, 1)[1:])
            locked = [fill(
                "board_row", row="normal", tid=facts.READPERM, url=url, type="", title="内部材料汇编",
                more=' - [阅读权限 <span class="xw1">100</span>]', author="老科员", author_url="#", day="2020-1-2",
                replies=0, views=9, last_author="老科员", last="2020-1-2 08:00",
            )]
        return [*rows[:split], line, *locked, *rows[split:]]

    def _closed_board(self, fid: int) -> Answer:
        """Answer as a board does that guests may not read."""
        name, reason = CLOSED_BOARDS[fid]
        if reason is not Reason.PASSWORD:
            return self._message(MESSAGES[reason])
        url = plain(self._paths.board(fid, 1)[1:])
        content = fill("board_password", site_name=self._name, name=name, fid=fid, url=url)
        return self._page("forumdisplay", f"{name} - {self._name}", content)

    def _row(self, thread: Thread) -> str:
        """Give the row of a thread in a list."""
        typeid, kind = TYPES[thread.genre]
        link = f"forum.php?mod=forumdisplay&amp;fid={thread.fid}&amp;filter=typeid&amp;typeid={typeid}"
        return fill(
            "board_row", row="stick" if facts.is_sticky(thread) else "normal", tid=thread.tid, author=thread.author,
            url=plain(self._paths.thread(thread.tid, 1)[1:]), type=f'<em>[<a href="{link}">{kind}</a>]</em> ', more="",
            title=plain(self.threads.title(thread)), author_url=plain(self._paths.member(thread.tid)[1:]),
            day=day(thread.posted), last=f"{thread.last:%Y-%m-%d %H:%M}", replies=thread.replies, views=thread.tid * 7,
            last_author=facts.member(thread.tid, thread.replies + 1) if thread.replies else thread.author,
        )

    def _thread(self, tid: int, at: int) -> Answer:
        """Answer with a page of a thread; too large a number gives its last page, as the model does."""
        if tid == facts.READPERM:
            return self._message("抱歉，本帖要求阅读权限高于 100 才能浏览")
        thread = self.threads.thread(tid)
        if thread is None:
            return self._message(GONE, status=200 if tid == facts.GONE_200 else 404)
        asked_for, at = at, min(at, thread.pages)
        title, (typeid, kind) = self.threads.title(thread), TYPES[thread.genre]
        first, last = (at - 1) * FLOORS_A_PAGE + 1, min(at * FLOORS_A_PAGE, thread.replies + 1)
        link = f"forum.php?mod=forumdisplay&amp;fid={thread.fid}&amp;filter=typeid&amp;typeid={typeid}"
        content = fill(
            "board_thread", site_name=self._name, board=BOARD_NAMES[thread.fid], tid=tid, title=plain(title),
            list_url=plain(self._paths.board(thread.fid, 1)[1:]), url=plain(self._paths.thread(tid, 1)[1:]),
            type=f'<a href="{link}">[{kind}]</a> ', views=tid * 7, replies=thread.replies,
            pager=pager(at, thread.pages, lambda number: self._paths.thread(tid, number)),
            floors="\n".join(
                floor_markup(self.threads, self._paths, thread, floor) for floor in range(first, last + 1)
            ),
        )
        which = f"第{asked_for}页 - " if asked_for > 1 else ""
        shown = f"{title} - {which}{BOARD_NAMES[thread.fid]} - {self._name}"
        return self._page("viewthread", shown, content, canonical=self._paths.thread(tid, 1))


def _wanted(target: str) -> tuple[str, int, int] | None:
    """Say which page a target asks for: its kind, its number, the page; None where the board has none."""
    parts = urllib.parse.urlsplit(target)
    if found := REWRITTEN.fullmatch(parts.path):
        return ("thread" if found[1] == "thread" else "list"), int(found[2]), max(1, int(found[3]))
    if parts.path not in ("/", "/forum.php"):
        return None
    query = dict(urllib.parse.parse_qsl(parts.query))
    kind, key = {"viewthread": ("thread", "tid"), "forumdisplay": ("list", "fid")}.get(query.get("mod", ""), ("", ""))
    if not kind:
        return None if "mod" in query else ("index", 0, 1)
    numbers = query.get(key, ""), query.get("page", "1")
    if not all(number.isascii() and number.isdigit() for number in numbers):
        return None
    return kind, int(numbers[0]), max(1, int(numbers[1]))
