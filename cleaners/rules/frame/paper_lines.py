"""The frame that a newspaper's own site prints round an article: its sheets, its days, its arrows. Taken: `page_frame`.

All shapes are tried on one trimmed line, folded to simplified characters, and match it whole.
"""

from collections.abc import Sequence
from itertools import takewhile

from cleaners.regex import regex
from cleaners.rules.folding import folded
from cleaners.rules.lines import Line, filled, is_sentence
from cleaners.rules.title.title_forms import is_title_like

SHEET = regex(
    r"(?P<sheet>第?\s?[A-Z]{0,3}\s?\d{1,3}[A-Z]?\s?版)(?:[（(]\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?[)）])?"
    r"(?:\s?[:：/]\s?|\s{1,4})(?P<name>[^\s。，；：:]{1,16}(?:\s[^\s。，；：:]{1,10})?)"
    r"(?:[\s|｜]{1,4}[34<>]?[上下]一版[34<>]?){0,3}"
)
"""`第05版：要闻`, `A03版 专题`: a sheet and what it is for; bounded."""
LONE_SHEET = regex(r"第\s?[A-Z]{0,3}\s?\d{1,3}\s?版(?:\s?[:：])?")
SURE = regex(
    r"(?:版面(?:导航|概览|目录|列表)|本版(?:新闻|导读|标题|文章|目录)|标题导航|(?:上一?版|下一?版|上一期|下一期|前一期|后一期"
    r"|返回目录|往期回顾|按日期(?:检索|查找)|PDF版|放大|缩小|默认|[\s|｜/<>《》«»+＋\-－34○]){2,24})"
)
"""Words and arrows that only such a frame has, whole line; the words and marks begin apart, bounded."""
ARROWS = regex(r"(?:[34<>«»◀▶]\s{0,3})?上一篇\s{0,6}(?:[34<>«»◀▶]\s{0,3}){0,2}下一篇(?:\s{0,3}[34<>«»◀▶])?")
"""`3 上一篇 下一篇 4`: both arrows in one line, as the frame's script font leaves them."""
TURNED = regex(r"[上下]一版\s?[34<>]|[34<>]\s?[上下]一版")
"""A page's arrow beside a sheet's name, which no edition of a document has."""
DAY = regex(r"(?P<day>\d{4}\s?年\s?\d{1,2}\s?月\s?\d{1,2}\s?日)(?:\s{0,3}(?:星期|周)[一二三四五六日天]?)?")
"""The day of an issue; bounded."""
SURE_WORDS = ("版", "放大", "缩小", "縮小", "往期", "期", "目录", "目錄")
SHEETS = 80
FIRST = 12
"""Filled lines from the top among which a paper's frame stands, and among which it begins."""


def is_paper_line(words: str) -> bool:
    """Say whether a line is of a newspaper's frame and of nothing else."""
    if len(words) > 60 or not any(word in words for word in (*SURE_WORDS, "上一篇")):
        return False
    line = folded(words).rstrip("|｜ ")
    shapes = (SHEET, LONE_SHEET, SURE, ARROWS)
    return any(shape.fullmatch(line) for shape in shapes) and any(letter.isalpha() for letter in line)


def frame_end(words: Sequence[str]) -> int:
    """Give how many lines of a page are a newspaper's frame, which stands above its first sentence; 0 for none.

    A sheet alone must be the first line (`第2版：修订稿` below a title is an edition), and what may be a title must
    stand below the frame.
    """
    if not any(word in line for line in words[:FIRST] for word in SURE_WORDS):
        return 0
    words = list(takewhile(lambda line: not is_sentence(line), words))
    papers = [at for at, line in enumerate(words) if is_paper_line(line)]
    # days of a calendar, or the day, stand above
    is_first = papers and all(line.isdigit() or DAY.fullmatch(line) for line in words[: papers[0]])
    if not papers or not (is_first or any(SURE.fullmatch(folded(words[at])) for at in papers)):
        return 0
    rest = words[papers[-1] + 1 :]
    cells = len(list(takewhile(lambda line: not line.strip("|｜ "), rest)))  # borders of a table whose title is lost
    is_lost = cells == len(rest) and len(papers) == 1 and bool(TURNED.search(folded(words[papers[0]])))
    return papers[-1] + 1 + cells if is_lost or any(is_title_like(line) for line in rest) else 0


def paper_pairs(lines: Sequence[Line], end: int) -> list[tuple[str, str]]:
    """Give the sheet's name and the issue's day that a frame above line `end` states, as labels and values."""
    above = [folded(lines[n].words) for n in filled(lines[:end])][:SHEETS]
    sheet = next((match["name"] for line in above if is_paper_line(line) and (match := SHEET.fullmatch(line))), None)
    if sheet is None:
        return []
    day = next((match["day"] for line in above if (match := DAY.fullmatch(line))), None)
    return [("栏目", sheet), *([("日期", day)] if day else [])]
