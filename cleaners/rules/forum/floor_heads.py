"""Lines that head the floors of a dumped thread: who posted it and when, in the forms of forums' templates.

What stands round them: `discuz_lines`. The words are those of the default templates of Discuz 6 to X3.5, desktop,
printable and archiver, of skins of it, and of boards that put author and time in one line (reference: realtext 3a).
"""

import re
from collections.abc import Sequence

from cleaners.regex import regex
from cleaners.rules.lines import BLANK, Line

STAMP = (
    r"(?:\d{4}[-/年.]\d{1,2}[-/月.]\d{1,2}日?(?:\s+\d{1,2}:\d{2}(?::\d{2})?(?:\s?[AP]M)?)?|(?:\d{1,3}|半)\s*[秒分小天个][^\s|]{0,4}前"
    r"|(?:今|昨|前)天(?:\s*\d{1,2}:\d{2}(?::\d{2})?)?)"
)
"""A date as Discuz prints it: absolute, `3 天前`, `半小时前`, `昨天 12:30`. Bounded throughout."""
_SURE_WORDS = (
    "只看该?作者|只看楼主|只看TA|显示全部楼层|显示全部帖子|倒序浏览|正序浏览|倒序阅读|倒序看帖|阅读模式|全部帖|楼主帖"
)
"""Links beside a floor's date that nothing but a forum prints."""
_HEAD_WORDS = (
    f"{_SURE_WORDS}|(?:\\d{{1,3}}\\s)?更多操作|只看大图|回帖奖励|字体大小|[小中大](?![^\\s|])|手机版|看该作者|电梯直达|跳转到指定楼层|复制链接|复制连结"
    "|楼主|沙发|板凳|地板|推荐|打印|上一主题|下一主题|手机看帖|扫描二维码|随时随地手机跟帖|(?:关闭|开启|收起|展开)[左右][侧栏]"
    "|使用道具|更多(?![^\\s|])|(?:原创|转载|精华|倒序)(?![^\\s|])|AI写论文|坛友微信交流群"
)
_FROM = r"手机用户(?![^\s|])|来自[:：]?\s?[^\s|:：]{1,12}(?:\s{1,2}(?:电信|联通|移动|铁通|教育网|广电)(?![^\s|]))?"
"""`来自 手机`, `来自 江西省 电信`: by what or from where a post was sent; bounded."""
_BUTTONS = "资料|个人空间|发?短消息|加为好友|当前[在离]线"
"""Links to the author that old templates print behind the date."""
_REST = (
    r"(?P<rest>(?:[\s|｜·.:：\d#\[\]]|" + _HEAD_WORDS + "|" + _BUTTONS + r"|" + _FROM
    + r"|IP属地[:：]?\s?[^\s|:：]{0,10})*+)"
)
_MARKS = (
    r"(?P<marks>(?:(?:楼主|沙发|板凳|地板|\d{1,5}(?:[#楼]|(?=\s发表于))|字体大小[:：]?|更多|只看楼主|只看该作者|倒序阅读|使用道具|[大中小tT](?=\s))"
    r"[\s|｜#]*+){0,6}+)"
)
"""What stands before the date: `只看楼主 倒序阅读 0 发表于: 2010-01-29` of phpwind 8, whose floors are numbers."""
HEADER = regex(
    _MARKS + r"(?P<prefix>[^\s|｜][^|｜\n]{0,30}?\s*[|｜]?\s+)?"
    r"发(?:表|布)于\s*[:：]?\s*(?:IP\s?[:：]\s?[^\s|｜]{1,16}\s{1,3})?(?P<stamp>" + STAMP + r")" + _REST
)
"""`发表于 2021-1-2 22:08:16 | 只看该作者 …`, whole line; possessive ends, bounded prefix: linear. Old boards print
between both what guests may see of the address: `发表于: IP:您无权察看 2015-1-12 9:47:47`."""
JOINED_HEADER = regex(r"(?P<title>[^\n|｜]{2,100}?)\s?\[复制(?:链接|连结)\]\s*" + HEADER.pattern)
"""`[总结] T [复制链接] 青禾 发表于 …`: title and header in one line; bounded."""
BARRED_HEADER = regex(
    r"(?:查看\s?[:：]?\s?\d{1,9}\s?[|｜]\s?回复\s?[:：]?\s?\d{1,7}\s?[|｜]\s?)?"
    r"(?:(?P<prefix>[^\s|｜:：][^|｜:：\n]{0,24})[|｜][\s|｜]*+)?(?:楼主[\s|｜]*+)?(?P<stamp>" + STAMP + r")"
    r"(?=\s{0,3}[|｜])" + _REST
)
"""`青禾 | 楼主 | 2008-9-7 10:04 | 只看该作者`, `查看11 | 回复2 | 2008-3-7 19:54:07 | 显示全部楼层`: as `发表于` is not
there, one of the links beside the date must be. Bounded parts between bars."""
COUNTED_HEADER = regex(
    r"(?:(?P<prefix>(?!))|[^\s|｜\d][^|｜\n]{0,40}\s)?\d{1,9}\s?人?(?:阅读|浏览|查看)\s?[|｜]\s?\d{1,7}\s?人?(?:回复|回帖)\s?[|｜]\s?"
    r"(?P<stamp>" + STAMP + r")(?P<rest>\s*)"
)
"""`技术问答 382 人阅读 | 0 人回复 | 2023-09-11`: counters and date of a skin's first floor; bounded between bars."""
PRINTED_HEADER = regex(
    r"(?P<who>作者|楼主)[:：]\s*(?P<prefix>[^\s:：](?:[^\n:：]{0,28}[^\s:：])?)\s+时间[:：]\s*(?P<stamp>" + STAMP + r")"
    r"(?:\s+(?:点击|阅读|浏览)[:：]\s?\d{1,9})?(?:\s+(?:回复|回帖)[:：]\s?\d{1,7})?(?:\s+标题[:：].{0,120})?"
)
"""The line above each floor of a printable page, and of boards that print `楼主:青禾 时间:… 点击:12 回复:3`."""
SURE = regex(_SURE_WORDS)
HEAD_REST = regex(r"(?=.*[^\d\s])(?:" + _HEAD_WORDS + r"|[\s|｜\[\]]|\d{1,5}#|" + _FROM + r")++")
"""A line that continues a floor's head: its words only."""
FLOOR_MARK = regex(
    r"(?:楼主|沙发|板凳|地板|(?:第\s*)?\d{1,5}\s*[#楼])(?:\s*[|｜]?\s*(?:电梯直达|楼主|大|中|小|\d{1,5}#?))*#?"
)


ANSWERS = regex(
    r"已有\s?[（(]?\d{1,6}[)）]?\s?[人条个](?:评论|回复|回帖)|(?:最新|全部|所有|精彩)(?:回复|评论|回帖)(?:\s?[（(]\d{1,6}[)）])?"
)
"""The heading above the answers: below it every named header heads one."""
COPY = "[复制"
"""What parts a title from its header."""
HEADER_CHARS = 240
"""Characters above which a line heads no floor."""


def header_of(words: str) -> re.Match[str] | None:
    """Match a line that heads a floor; None for any other, most of which lack its words."""
    if len(words) > HEADER_CHARS:
        return None
    if COPY in words and (joined := JOINED_HEADER.fullmatch(words)):
        return joined
    if "于" in words or "时间" in words:
        found = HEADER.fullmatch(words) or PRINTED_HEADER.fullmatch(words)
        if found:
            return found
    if ("回复" in words or "回帖" in words) and (counted := COUNTED_HEADER.fullmatch(words)):
        return counted
    barred = BARRED_HEADER.fullmatch(words) if "只看" in words or "显示全部" in words or "倒序" in words else None
    return barred if barred and is_sure(barred) else None


def is_sure(match: re.Match[str]) -> bool:
    """Say whether a header holds a link that only a forum prints beside a floor's date."""
    if match.re.pattern == COUNTED_HEADER.pattern:
        return True
    if match.re.pattern == PRINTED_HEADER.pattern:
        return False
    return bool(SURE.search(match["rest"]) or SURE.search(match.groupdict().get("marks") or ""))


def is_sure_at(lines: Sequence[Line], index: int) -> bool:
    """Say whether such a link stands in a header or on a line of its own right below it, behind bars."""
    match = header_of(lines[index].words)
    if match is None or is_sure(match):
        return match is not None
    for line in lines[index + 1 : index + 1 + LINK_LINES]:
        if SURE.fullmatch(line.words):
            return match.re.pattern == HEADER.pattern
        if line.words.strip("|｜ ") and not HEAD_REST.fullmatch(line.words):
            return False
    return False


LINK_LINES = 8
"""Lines below a header within which its first link stands."""


NUMBERED = regex(r"(?:ID|UID)\s?[:：]\s?\d{1,10}")
"""`ID:887218`: boards that print a member's number where others print the name."""


NOBODY = "-"
"""What stands for a name that a page left empty."""


def named_in(match: re.Match[str]) -> str | None:
    """Give the author whom a header names; None where it names none."""
    name = (match["prefix"] or "").strip(BLANK + "|｜")
    return name if name and name != NOBODY and not NUMBERED.fullmatch(name) else None


def named_at(words: str) -> str | None:
    """Give the author whom a line that heads a floor names; None for others."""
    match = header_of(words)
    return named_in(match) if match else None


def headers_of(lines: Sequence[Line]) -> tuple[int, ...]:
    """Give the indices of the lines that head floors; quoted floors, which name their author, are told apart."""
    found = [(index, match) for index, line in enumerate(lines) if (match := header_of(line.words))]
    if not found:
        return ()
    first = found[0][1]
    answers = next((n for n in range(found[0][0], found[-1][0]) if ANSWERS.fullmatch(lines[n].words)), len(lines))
    return tuple(
        index
        for index, match in found
        if is_sure_at(lines, index)
        or (match.re is first.re and (_is_like(match, first) or index > answers or _is_marked(lines, index)))
    )


def are_quoted(lines: Sequence[Line], texts: Sequence[tuple[int, int]]) -> bool:
    """Say whether every line that would head a floor stands inside one of the texts [body:end), as quoted posts do."""
    return all(
        bool(named_at(lines[n].words)) and not is_sure_at(lines, n) and any(body <= n < end for body, end in texts)
        for n in headers_of(lines)
    )


def _is_marked(lines: Sequence[Line], index: int) -> bool:
    """Say whether the filled line above is a floor's mark; True for anonymous posts, whose header lacks the words."""
    above = next((line.words for line in reversed(lines[max(0, index - 4) : index]) if line.words), "")
    return bool(FLOOR_MARK.fullmatch(above))


def _is_like(match: re.Match[str], first: re.Match[str]) -> bool:
    """Say whether a header is made as the first one: True when author, words and seconds are there alike."""
    if match.re.pattern == PRINTED_HEADER.pattern:
        return True
    has_words = bool(first["rest"].strip(BLANK + "|｜"))
    has_seconds = first["stamp"].count(":") == 2
    return (
        bool(match["prefix"]) == bool(first["prefix"])
        and (not has_words or bool(match["rest"].strip(BLANK + "|｜")))
        and (not has_seconds or match["stamp"].count(":") != 1)
    )
