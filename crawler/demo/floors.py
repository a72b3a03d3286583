"""The markup of a demo board's floors: text, quotes, noise, attachments, notices. And its pager."""

import base64
import itertools
from collections.abc import Callable
from datetime import datetime

from crawler.demo import threads as facts
from crawler.demo.composer import draw
from crawler.demo.pages import fill, plain
from crawler.demo.threads import PathsOf, Thread, Threads

FLOOR_NAMES = {1: "楼主", 2: "沙发", 3: "板凳", 4: "地板"}
NOISE = "abcdefghjkmnpqrstuvwxyz0123456789,;!^&~ "
QUOTED = 40
"""Characters of the first floor that a quote repeats."""
_views = itertools.count(1)


def day(at: datetime) -> str:
    """Give a date as the model prints it: without leading zeros."""
    return f"{at.year}-{at.month}-{at.day}"


def moment(at: datetime) -> str:
    """Give an instant as the model prints it."""
    return f"{day(at)} {at:%H:%M:%S}"


def pager(at: int, pages: int, path_of: Callable[[int], str]) -> str:
    """Give the strip of page numbers; nothing where there is one page only."""
    if pages == 1:
        return ""
    first = max(1, min(at - 4, pages - 9))
    shown = range(first, min(first + 9, pages) + 1)
    numbers = "".join(
        f"<strong>{number}</strong>" if number == at else f'<a href="{plain(path_of(number)[1:])}">{number}</a>'
        for number in shown
    )
    last = f'<a href="{plain(path_of(pages)[1:])}" class="last">... {pages}</a>' if shown[-1] < pages else ""
    ahead = f'<a href="{plain(path_of(at + 1)[1:])}" class="nxt">下一页</a>' if at < pages else ""
    label = f'<label><input type="text" value="{at}" /><span title="共 {pages} 页"> / {pages} 页</span></label>'
    return f'<div class="pg">{numbers}{last}{label}{ahead}</div>'


def floor_markup(threads: Threads, paths: PathsOf, thread: Thread, floor: int) -> str:
    """Give one floor."""
    pid = thread.tid * 100 + floor
    if floor == 1:
        author, at = thread.author, thread.posted
        body = _body(pid, _report(threads, thread), _attachment(thread))
    else:
        reply = threads.reply(thread, floor)
        author, at = reply.author, datetime.fromisoformat(reply.posted_at)
        body = _shielded() if reply.shielded else _body(pid, _reply(threads, thread, floor), "")
    find = f"/forum.php?mod=redirect&goto=findpost&ptid={thread.tid}&pid={pid}"
    url = paths.thread(thread.tid, 1) if floor == 1 else find
    return fill(
        "board_floor", pid=pid, tid=thread.tid, uid=pid % 97 + 1, author=plain(author), credits=pid % 500, body=body,
        author_url=plain(paths.member(pid % 97 + 1)[1:]), floor_url=plain(url[1:]), posted=_posted(thread, floor, at),
        floor_name=FLOOR_NAMES.get(floor, f"<em>{floor}</em><sup>#</sup>"),
    )


def _posted(thread: Thread, floor: int, at: datetime) -> str:
    """Give the time as printed: of some floors in the words for recent ones, with the instant in the title."""
    if (thread.tid + floor) % 5:
        return moment(at)
    return f'<span title="{moment(at)}">昨天&nbsp;{at:%H:%M}</span>'


def _body(pid: int, markup: str, attachments: str) -> str:
    """Give the part of a floor that holds its text."""
    return fill("board_body", pid=pid, text=markup, attachments=attachments)


def _report(threads: Threads, thread: Thread) -> str:
    """Give the text of the first floor: on some threads after the mark of an edit, or the title typed again."""
    lines = [f"&nbsp;&nbsp;&nbsp;&nbsp;{plain(paragraph)}" for paragraph in threads.paragraphs(thread)]
    if thread.placed.relation and thread.tid % 3 == 0:
        lines.insert(0, f'<div align="center"><strong>{plain(threads.title(thread))}</strong></div>')
    if thread.fid == facts.JAMMER:
        lines = [f"{line}{_noise()}" for line in lines]
    edited = ""
    if thread.tid % 4 == 0:
        edited = f'<i class="pstatus"> 本帖最后由 {thread.author} 于 {day(thread.last)} 10:00 编辑 </i><br />\n<br />\n'
    return edited + "<br />\n".join(lines)


def _noise() -> str:
    """Give a noise string, drawn anew at each view, in one of the two shapes of the model."""
    random = draw("noise", next(_views))
    noise = plain("".join(random.choices(NOISE, k=12)))
    return random.choice((f'<font class="jammer">{noise}</font>', f'<span style="display:none">{noise}</span>'))


def _reply(threads: Threads, thread: Thread, floor: int) -> str:
    """Give the text of a reply; every fourth quotes the first floor."""
    line = plain(threads.reply(thread, floor).text)
    if floor % 4 != 3:
        return line
    quoted = plain(threads.paragraphs(thread)[0][:QUOTED])
    head = f"{thread.author} 发表于 {day(thread.posted)} {thread.posted:%H:%M}"
    quote = f'<font size="2"><font color="#999999">{head}</font></font><br />\n{quoted}'
    return f'<div class="quote"><blockquote>{quote}</blockquote></div><br />\n{line}'


def _shielded() -> str:
    """Give what stands where a moderator took a text away."""
    return '<div class="locked">提示: <em>该帖被管理员或版主屏蔽</em></div>'


def _attachment(thread: Thread) -> str:
    """Give the box of the attached file, its link signed anew at each view."""
    if not facts.has_attachment(thread):
        return ""
    signed = base64.b64encode(f"{thread.tid}|{next(_views):08x}|1700000000|0|{thread.tid}".encode()).decode()
    return fill(
        "board_attachment", signed=signed.replace("=", "%3D"), aid=thread.tid, name=facts.attachment_name(thread),
        posted=f"{day(thread.posted)} {thread.posted:%H:%M}", size=f"{thread.tid % 40 + 3}.5",
    )
