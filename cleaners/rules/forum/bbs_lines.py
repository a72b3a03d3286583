"""Lines of posts on boards of the terminal's days: PTT and its mirrors, SMTH and its kin, as web pages print them.

Above a text stand author, board, title and an English date, below it the station; behind that what others pushed.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from cleaners.regex import regex
from cleaners.rules.forum.bbs_stations import STATIONS, is_station
from cleaners.rules.lines import Line, filled, is_sentence, lines_of, taken
from cleaners.rules.rule import Change, Context, Rule

FAMILY = "bbs"
FAMILIES = frozenset({FAMILY})
TIME = (
    r"(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)\s{1,2}(?P<month>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\s{1,2}"
    r"(?P<day>\d{1,2})\s{1,2}(?P<clock>\d{2}[:：]\d{2}[:：]\d{2})\s{1,2}(?:[A-Z]{3,4}\s{1,2})?(?P<year>\d{4})"
)
ENGLISH = regex(TIME)
BOARD = r"(?P<board>[A-Za-z][\w-]{1,30})"
AUTHOR = regex(
    r"(?:作者|[发發]信人)\s?[:：]?\s?(?P<author>[A-Za-z]\w{1,20})\s?(?:[(（][^\n]{0,60}?[)）])?"
    rf"(?:\s?[,，]?\s?(?:看板|信[区區]|站[内內])\s?[:：]?\s?{BOARD}[^\n]{{0,20}})?"
)
"""`作者X (nick)`, `发信人: X (nick), 信区: Y`; bounded."""
BOARD_LINE = regex(rf"(?:看板|信[区區])\s?[:：]?\s?{BOARD}(?:\s?[(（][^\n()（）]{{1,40}}[)）])?")
TITLE = regex(r"(?:标\s{0,4}题|標\s{0,4}題)\s?[:：]?\s{0,4}(?P<title>[^\n]{0,120})")
DATED = regex(
    rf"(?:[时時][间間]\s?[:：]?\s{{0,3}}|[发發转轉]信站\s?[:：][^\n(（]{{1,40}}[(（])(?P<date>{TIME})(?:[)）][^\n]{{0,20}})?"
)
"""`時間Thu Jul 2 06:49:59 2009`, `发信站: 水木社区 (Thu Jul 2 06:49:59 2009), 站内`; bounded."""
JOINED = regex(
    rf"看板\s?{BOARD}(?:\s?[(（][^\n()（）]{{1,40}}[)）])?\s?作者\s?(?P<author>[A-Za-z]\w{{1,20}})?\s?(?:[(（][^\n]{{0,60}}?[)）])?\s?"
    r"[时時][间間][^\n(（]{0,12}[(（](?P<stamp>\d{4}/\d{2}/\d{2} \d{2}[:：]\d{2})[)）][^\n]{0,120}"
)
"""All of it in one line of a mirror, the title above, the author's account hidden or not; bounded."""
COUNTS = regex(
    r"留言\d{1,5}[则則]\s?[,，]\s?\d{1,5}人[参參][与與][^\n]{0,30}[讨討][论論]串\d{1,4}/\d{1,4}[^\n]{0,12}"
    r"|文章代[码碼]\s?[(（]AID[)）]\s?[:：]\s?#[\w-]{8}(?:\s?[(（][\w-]{2,32}[)）])?"
)
"""`留言9則, 4人參與, 最新討論串1/1`, `文章代碼(AID): #…`: what mirrors print below that line; whole lines, bounded."""
INLINE = regex(
    r"(?:※\s?\[本文[转轉][录錄]自[^\]\n]{1,40}\]\s{0,3})?(?:作者|[发發]信人)\s?[:：]?\s?(?P<author>[A-Za-z][A-Za-z0-9]{1,20})"
    r"\s?(?:[(（][^\n()（）]{0,40}[)）])?\s{0,3}[,，]?\s?(?:看板|信[区區])\s?[:：]?\s?(?P<board>[A-Za-z][A-Za-z0-9_-]{1,30})\s{0,3}"
    rf"[标標]\s{{0,4}}[题題]\s?[:：]?\s?(?P<title>[^\n]{{1,120}}?)\s{{0,3}}[时時][间間]\s?[:：]?\s{{0,3}}(?P<date>{TIME})\s{{1,3}}(?=\S)"
)
"""The fields in one line with the text behind them, as the collection of a board (精華區) prints a post; bounded."""
PUSH = regex(
    r"(?P<head>(?:\d{1,4}F\s?[:：]\s?)?[推噓嘘→]\s{0,2}(?P<author>[A-Za-z]\w{1,14})\s{0,2}[:：]\s?)(?P<said>[^\n]{0,200}?)"
    r"(?P<tail>\s{0,40}(?:\d{1,3}(?:\.\d{1,3}){3}\s{1,2})?(?P<stamp>\d{2}/\d{2}(?:\s\d{2}[:：]\d{2})?)?)"
)
"""`推 name: text 07/02 10:42`: one push, the text lazy up to its time; bounded."""
SIGNS = ("看板", "信人", "信区", "信區", "发信站", "發信站")
HEAD_LINES = 14
"""Filled lines from the top among which the fields stand."""
SHOWN_CHARS = 1500
"""Characters from the top within which a sign stands; other pages are asked no further."""
ABOVE_CHARS = 60
"""Characters of a page's own line above the fields."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """What a post's fields say: lines[:body) are its head, `date` as printed and `at` as ISO reads it without zone.

    `author`: None where a mirror hides the account.
    """

    body: int
    end: int
    author: str | None
    board: str | None
    title: str | None
    date: str
    at: str
    within: int = 0
    """Characters of the body's first line that are the fields, where the text goes on behind them."""


def post_of(text: str) -> Post | None:
    """Read the fields above a post; None for a text without author and English date among its first lines."""
    if not any(sign in text[:SHOWN_CHARS] for sign in SIGNS):
        return None
    lines = lines_of(text)
    shown = filled(lines)[:HEAD_LINES]
    joined = next((n for n in shown if JOINED.fullmatch(lines[n].words)), None)
    if joined is not None:
        return _joined(lines, joined)
    inline = _inline(lines, shown)
    if inline is not None:
        return inline
    author = _first(AUTHOR, lines, shown)
    dated = _first(DATED, lines, shown)
    if author is None or dated is None or dated[0] <= author[0]:
        return None
    board, title = _first(BOARD_LINE, lines, shown), _first(TITLE, lines, shown)
    body = dated[0] + 1
    return Post(
        body=body,
        end=_end(lines, body),
        author=author[1]["author"],
        board=board[1]["board"] if board else author[1]["board"],
        title=_title(lines, title, body),
        date=dated[1]["date"],
        at=at_of(dated[1]),
    )


def at_of(stamp: re.Match[str]) -> str:
    """Give an English date (`TIME`) as ISO 8601 reads it, without a zone."""
    month = MONTHS.index(stamp["month"]) + 1
    return f"{stamp['year']}-{month:02d}-{int(stamp['day']):02d} {stamp['clock'].replace('：', ':')}"


MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def _joined(lines: Sequence[Line], at: int) -> Post | None:
    found = JOINED.fullmatch(lines[at].words)
    title = next((lines[n].words for n in range(at - 1, -1, -1) if lines[n].words), None)
    body = at + 1
    while body < len(lines) and (not lines[body].words or COUNTS.fullmatch(lines[body].words)):
        body += 1
    return found and Post(
        body=body, end=_end(lines, body), author=found["author"], board=found["board"], title=title,
        date=found["stamp"], at=found["stamp"].replace("/", "-").replace("：", ":"),
    )  # fmt: skip


def _inline(lines: Sequence[Line], shown: Sequence[int]) -> Post | None:
    """Read the fields before the text of a line among the first; None where no line holds them all."""
    for n in shown[:INLINE_LINES]:
        found = INLINE.match(lines[n].words)
        if found:
            return Post(
                body=n, end=_end(lines, n), author=found["author"], board=found["board"], title=found["title"],
                date=found["date"], at=at_of(found), within=found.end(),
            )  # fmt: skip
    return None


INLINE_LINES = 4
"""Filled lines from the top of which one may hold fields and text."""


def _first(shape: re.Pattern[str], lines: Sequence[Line], shown: Sequence[int]) -> tuple[int, re.Match[str]] | None:
    """Give the first line of a shape above running text, with its place."""
    for n in shown:
        found = shape.fullmatch(lines[n].words)
        if found:
            return n, found
        if is_sentence(lines[n].words) and len(lines[n].words) > ABOVE_CHARS:
            return None
    return None


def _title(lines: Sequence[Line], found: tuple[int, re.Match[str]] | None, body: int) -> str | None:
    """Give the title behind its label, or on the line below it."""
    if found is None:
        return None
    below = (lines[n].words for n in range(found[0] + 1, body - 1) if lines[n].words)
    return found[1]["title"].strip() or next(below, None)


def _end(lines: Sequence[Line], body: int) -> int:
    """Give where the first push begins, the end of the page where there is none below the station's line."""
    station = next((n for n in range(body, len(lines)) if is_station(lines[n].words)), None)
    pushes = pushes_of(lines, station) if station is not None else []
    return pushes[0] if pushes else len(lines)


def pushes_of(lines: Sequence[Line], start: int) -> list[int]:
    """Give the lines below a post on which pushes begin."""
    return [n for n in range(start, len(lines)) if PUSH.fullmatch(lines[n].words)]


def find_head(text: str, context: Context) -> Iterable[Change]:
    """Take the fields above a post, and the page's own lines above them."""
    post = post_of(text)
    if post is None:
        return []
    lines = lines_of(text)
    if not post.within:
        return taken(lines[: post.body])
    begin = text.index(lines[post.body].words, lines[post.body].start)
    return [Change(start=0, end=begin + post.within)]


def find_push(text: str, context: Context) -> Iterable[Change]:
    """Take who pushed and when from a push."""
    line = next((line for line in lines_of(text) if line.words), None)
    found = PUSH.fullmatch(line.words) if line and context.position != 1 else None
    if line is None or found is None:
        return []
    start = text.index(line.words, line.start)
    spans = ((start, start + found.end("head")), (start + found.start("tail"), start + found.end("tail")))
    return [Change(start=a, end=b) for a, b in spans if b > a]


FIRST = Context(family=FAMILY, is_dump=True, position=1)
ANSWER = Context(family=FAMILY, is_dump=True, position=2)
FIELDS = "作者Lihe (青禾)\n看板Report\n标题[总结] 城关镇总结\n时间Thu Jul 2 06:49:59 2009\n"
HEAD = Rule(
    name="bbs-head",
    version=3,
    reason="Author, board, title and date above a post are facts.",
    families=FAMILIES,
    dumps_only=True,
    find=find_head,
    context=FIRST,
    examples=(
        (FIELDS + "今年以来，工作有序。", "今年以来，工作有序。"),
        (
            "顯示廣告\n看板 Report\n作者 Lihe (青禾)\n標題\n [總結] 工作\n\n時間 Sat Aug  3 01:56:16 2013\n今年以來。",
            "今年以來。",
        ),
        (
            "发信人: Lihe (青禾), 信区: Report\n标  题: 总结\n发信站: 某社区 (Thu Jul  2 06:49:59 2009), 站内\n"
            "\n今年以来。",
            "\n今年以来。",
        ),
        (
            "[總結] 工作\n看板Report作者 ( 2003 + 4 = ? )時間9年前 (2014/02/26 20:13), 編輯推噓1(100)\n"
            "留言3則, 2人參與, 最新討論串1/1\n文章代碼(AID): #1S3kP9Qa (Report)\n今年以來。",
            "今年以來。",
        ),
        (
            "精華區 Report\n※ [本文轉錄自某某社版] 作者: lihe (青禾) 看板: Report 標題: 工作記錄 "
            "時間: Mon May 21 22:15:40 2001 今年以來。",
            "今年以來。",
        ),
        (
            "[總結] 工作\n看板Report (報告)作者Lihe (青禾)時間17年前 (2009/02/05 04:55)推噓3(3推 0噓 8→)\n今年以來。",
            "今年以來。",
        ),
    ),
    counter_examples=(
        "作者：青禾\n时间：2009-07-02\n今年以来，工作有序。",
        "作者Lihe\n看板Report\n今年以来，工作有序。",
        "看板上公布了作者名单，时间为7月2日。",
        "作者: lihe 看板: Report 標題: 工作記錄\n今年以來。",
    ),
)
PUSHES = Rule(
    name="bbs-push",
    version=1,
    reason="Who pushed and when are facts of the answer.",
    families=FAMILIES,
    dumps_only=True,
    find=find_push,
    context=ANSWER,
    examples=(
        ("推 lihe: 感謝分享 07/02 10:42\n", "感謝分享\n"),
        ("1F:→ lihe:已經看過了\n", "已經看過了\n"),
        ("噓 lihe: 不同意 192.0.2.1 07/02 10:42", "不同意"),
    ),
    counter_examples=("推动工作：07/02 10:42", "→ 下一步：抓落实", "推进 A: 工作"),
)
RULES = (HEAD, STATIONS, PUSHES)
