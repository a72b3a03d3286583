"""Rules about what the pages of a printed document leave in its text: page numbers, tables of contents."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from cleaners.facts.words import by_rarest, has_any
from cleaners.regex import regex
from cleaners.rules.lines import Line, lines_of, taken
from cleaners.rules.rule import Change, Context, Rule
from cleaners.rules.signs import ascii_of

STATED_PAGE = regex(
    r"[-—–\s(（【\[]{0,4}(?:第\s{0,3}\d{1,4}\s{0,3}[页頁]\s{0,3}[，,/／|]?\s{0,3}[（(]?[共总總]\s{0,3}\d{1,4}\s{0,3}[页頁]"
    r"|PAGE\s{0,3}\d{0,4}(?:\s{0,3}\\\*\s{0,3}MERGEFORMAT\s{0,3}\d{0,4})?|Page\s{1,3}\d{1,4}\s{1,3}of\s{1,3}\d{1,4})"
    r"[-—–\s)）】\]]{0,4}"
)
"""`第 3 页 共 8 页`, `PAGE 2`: a page's number that says so. Whole line; bounded."""
PAGE_NUMBER = regex(
    r"(?P<bare>\d{1,4})|[-—–·~～]{1,3}\s{0,3}(?P<dashed>\d{1,4})\s{0,3}[-—–·~～]{1,3}"
    r"|第\s{0,3}(?P<named>\d{1,4})\s{0,3}[页頁]|(?P<of>\d{1,4})\s{0,3}[/／]\s{0,3}\d{1,4}"
)
"""A number that may be a page's. Whole line; the forms begin apart, bounded."""
PAGE_SIGNS = frozenset("页頁-—–PAGE")
LEAST_OF = {"bare": 3, "dashed": 2, "named": 2, "of": 2}
"""Numbers in a row before they are believed: a bare one may be data (realtext 4)."""
PAGE_CHARS = (150, 4_000)
"""Characters between the numbers of neighbouring pages."""
SERIES_SHARE = 0.8
"""Share of all such lines that must lie in the series; a table's column of figures does not."""
SLIDE_DAY = regex(r"(?:19|20)\d{2}[-/.年]\d{1,2}[-/.月]\d{1,2}日?")
"""The day that a presentation prints on each of its slides, alone on a line."""
SLIDE_NUMBER = regex(r"\d{1,3}(?=\Z|[一二三四五六七八九十]{1,2}、[一-鿿])")
"""A slide's number above or below it, alone or glued to the slide's heading."""
SLIDES = regex(r"PPT|ppt|课件|課件|幻灯|幻燈|演示文稿|簡報|投影片")
"""What a presentation is called in the title, or above the text."""
LEAST_SLIDES, SLIDES_CHARS = 3, 200
LEADER = regex(r"[^。；\n]{2,60}?[.．·…]{4,200}\s{0,4}[（(]?(\d{1,3})[）)]?")
"""`一、基本情况......3`: a line of a table of contents. Whole line; the words may not hold a full stop. Bounded."""
LEADER_SIGNS = by_rarest(("…", "··", "．．"))
"""One of them, or three full stops, is in every such line."""
NUMBERED = regex(r"[^。；\n]{3,60}?[^\s\d。；，,、：:]\s{1,8}(\d{1,3})")
"""`专题党课讲稿 12`: such a line without leaders, believed below `目录` only; bounded."""
CONTENTS_HEAD = regex(r"[目]\s{0,6}[录錄]")
LEAST_ENTRIES = 3


class _Number(NamedTuple):
    line: Line
    number: int


def find_page_numbers(text: str, context: Context) -> Iterable[Change]:
    """Take lines that hold a page's number: stated ones, and those that count up page by page."""
    lines = [line for line in lines_of(text) if 0 < len(line.words) <= 30 and _has_digit(line.words)]
    stated = [line for line in lines if STATED_PAGE.fullmatch(line.words)]
    found = {line.start: line for line in (*stated, *_counted(lines))}
    slides = _slides(text, context)
    places = {change.start for change in slides}
    changes = [*taken(found[start] for start in sorted(found) if start not in places), *slides]
    return sorted(changes, key=lambda change: change.start)


def _slides(text: str, context: Context) -> list[Change]:
    """Give the day that stands on each slide of a presentation, and the slides' numbers beside it; [] for others."""
    if not SLIDES.search(f"{context.title or ''}\n{text[:SLIDES_CHARS]}"):
        return []
    lines = [line for line in lines_of(text) if line.words]
    days = Counter(line.words for line in lines if SLIDE_DAY.fullmatch(line.words))
    found: dict[int, Change] = {}
    for at, line in enumerate(lines):
        if days[line.words] < LEAST_SLIDES:
            continue
        found[line.start] = Change(start=line.start, end=line.after)
        for near in (*lines[max(0, at - 1) : at], *lines[at + 1 : at + 2]):
            number = SLIDE_NUMBER.match(near.words)
            if number and (near.start > line.start or number[0] == near.words):
                found[near.start] = _number_of(text, near, number.end())
    return [found[start] for start in sorted(found)]


def _number_of(text: str, line: Line, size: int) -> Change:
    """Give the change that takes a line's number, with its line where nothing else stands there."""
    if size == len(line.words):
        return Change(start=line.start, end=line.after)
    start = text.index(line.words, line.start)
    return Change(start=start, end=start + size)


def _has_digit(words: str) -> bool:
    return words[-1].isdigit() or words[0].isdigit() or not PAGE_SIGNS.isdisjoint(words)


def _counted(lines: Sequence[Line]) -> Iterator[Line]:
    """Give the lines of each form whose numbers count up at the distance of pages."""
    by_form: dict[str, list[_Number]] = {}
    for line in lines:
        match = PAGE_NUMBER.fullmatch(line.words)
        if match and match.lastgroup:
            by_form.setdefault(match.lastgroup, []).append(_Number(line, int(match[match.lastgroup])))
    for form, numbers in by_form.items():
        series = _series(numbers)
        if len(series) >= max(LEAST_OF[form], SERIES_SHARE * len(numbers)):
            yield from (one.line for one in series)


def _series(numbers: Sequence[_Number]) -> list[_Number]:
    series = list(numbers[:1])
    for one in numbers[1:]:
        apart = one.line.start - series[-1].line.after
        least = 0 if one is numbers[-1] and len(series) > 1 else PAGE_CHARS[0]  # the last page may hold a few words
        if one.number == series[-1].number + 1 and least <= apart <= PAGE_CHARS[1]:
            series.append(one)
        elif len(series) == 1:
            series = [one]
    return series


STAMP = regex(
    r"[ \t\u3000]{0,4}第\s{0,2}(?P<page>\d{1,3})\s{0,2}[页頁]\s{0,2}[，,/／]?"
    r"\s{0,2}共\s{0,2}(?P<all>\d{1,3})\s{0,2}[页頁]"
)
"""`第1页共7页` inside a line, with the blanks before it; bounded, begins with blanks or a rare character."""
LEAST_STAMPS = 2


def find_stamps(text: str, context: Context) -> Iterable[Change]:
    """Take pages' stamps from inside lines where two or more count up to one total; alone it may be the text's."""
    if "页" not in text and "頁" not in text:
        return []
    stamps = list(STAMP.finditer(text))
    pages = [int(stamp["page"]) for stamp in stamps]
    is_series = len(stamps) >= LEAST_STAMPS and all(one < other for one, other in pairwise(pages))
    if not is_series or len({stamp["all"] for stamp in stamps}) > 1 or pages[-1] > int(stamps[0]["all"]):
        return []
    return [Change(start=stamp.start(), end=stamp.end()) for stamp in stamps if not _fills_line(text, stamp)]


def _fills_line(text: str, stamp: re.Match[str]) -> bool:
    """Say whether a stamp stands alone on its line, which `find_page_numbers` takes whole."""
    before, behind = text[: stamp.start()].rpartition("\n")[2], text[stamp.end() :].partition("\n")[0]
    return not (before.strip() or behind.strip())


def find_contents(text: str, context: Context) -> Iterable[Change]:
    """Take a table of contents: three or more lines with leaders whose page numbers do not fall, and its heading."""
    has_leaders = b"..." in ascii_of(text) or has_any(text, LEADER_SIGNS)
    if not has_leaders and not ("目" in text and ("录" in text or "錄" in text)):
        return ()
    lines = [line for line in lines_of(text) if line.words]
    if not has_leaders and not any(line.words[0] == "目" for line in lines):
        return ()
    found: list[Line] = []
    at = 0
    while at < len(lines):
        block = _entries(lines, at) if has_leaders else []
        if not block and at and CONTENTS_HEAD.fullmatch(lines[at - 1].words):
            block = _entries(lines, at, NUMBERED)
        if len(block) >= LEAST_ENTRIES:
            head = lines[at - 1 : at] if at and CONTENTS_HEAD.fullmatch(lines[at - 1].words) else []
            found += [*head, *block]
        elif 0 < at <= TOP_LINES and LOST_HEAD.fullmatch(lines[at - 1].words) and ITEM.fullmatch(lines[at].words):
            found.append(lines[at - 1])  # its links were lost: the first text begins right below
        at += max(1, len(block))
    return taken(found)


LOST_HEAD = regex(r"(?:文章|本文)?[目]\s{0,6}[录錄]\s?[:：]?")
ITEM = regex(r".{0,50}(?:篇\s?[一二三四五六七八九十\d]{1,3}|第[一二三四五六七八九十\d]{1,3}篇)(?:[:：].{0,40})?")
"""The heading of a compilation's text; bounded."""
TOP_LINES = 6
"""Filled lines from the top in which a list of contents may stand whose links were lost."""


def _entries(lines: Sequence[Line], at: int, shape: re.Pattern[str] = LEADER) -> list[Line]:
    """Give the lines from a place on that are entries of one table of contents."""
    block: list[Line] = []
    last = 0
    for line in lines[at:]:
        match = shape.fullmatch(line.words)
        if not match or int(match[1]) < last:
            break
        last = int(match[1])
        block.append(line)
    return block


_PAGE = "全镇上下围绕中心服务大局，坚持把学习宣传贯彻作为首要任务，推动各项工作取得新进展。" * 5
PAGE_NUMBERS = Rule(
    name="page-numbers",
    version=2,
    reason="The pages of a printed document leave their numbers in its text, often inside a sentence.",
    families=frozenset(),
    find=find_page_numbers,
    examples=(
        (f"{_PAGE}\n1\n{_PAGE}\n2\n{_PAGE}\n3", f"{_PAGE}\n{_PAGE}\n{_PAGE}\n"),
        (f"{_PAGE}\n- 3 -\n{_PAGE}\n- 4 -\n{_PAGE}", f"{_PAGE}\n{_PAGE}\n{_PAGE}"),
        (f"{_PAGE}\n第 1 页 共 2 页\n{_PAGE}\nPAGE 2", f"{_PAGE}\n{_PAGE}\n"),
        (
            "盘点方法PPT课件\n四、盘点方式\n2018/4/12\n5\n2018/4/12\n6三、盘点内容\n盘点要停止进出货。\n2018/4/12\n3",
            "盘点方法PPT课件\n四、盘点方式\n三、盘点内容\n盘点要停止进出货。\n",
        ),
    ),
    counter_examples=(
        "参加人数\n12\n13\n14\n15",
        f"{_PAGE}\n7\n{_PAGE}\n3\n{_PAGE}\n12",
        f"{_PAGE}\n2020\n{_PAGE}\n2021\n{_PAGE}",
        "盘点记录\n2018/4/12\n5\n入库\n2018/4/12\n3\n出库\n2018/4/12\n8\n入库",
        "盘点方法PPT课件\n2018/4/12\n5人参加。\n2018/4/13\n3人参加。\n2018/4/14\n8人参加。",
        "详见第3页。\n第3页共8页的说明写道：",
    ),
)
CONTENTS = Rule(
    name="contents-lines",
    version=3,
    reason="A table of contents names headings that stand in the text, with page numbers that mean nothing there.",
    families=frozenset(),
    find=find_contents,
    examples=(
        (
            "目 录\n一、基本情况......1\n二、主要做法......3\n三、存在问题......8\n一、基本情况\n全镇共有村12个。",
            "一、基本情况\n全镇共有村12个。",
        ),
        (
            "工作报告\n（一）抓学习…………1\n（二）抓落实…………1\n（三）抓督查…………2\n正文如下。",
            "工作报告\n正文如下。",
        ),
    ),
    counter_examples=(
        "姓名：................\n单位：................\n电话：................",
        "一是抓学习......1\n正文如下。",
        "他说：“道路漫长……”\n她说：“还要努力……”\n大家说：“一起加油……”",
    ),
)
STAMPS = Rule(
    name="page-stamps",
    version=1,
    reason="A file's pages leave `第1页共7页` inside the lines of a text that was run together.",
    families=frozenset(),
    find=find_stamps,
    examples=(
        ("今年以来，与上级 第1 页共 3 页 要求相比。第2页共3页二、打算。", "今年以来，与上级 要求相比。二、打算。"),
        ("第1頁共2頁今年以來，工作有序。\n第2頁共2頁二、打算。", "今年以來，工作有序。\n二、打算。"),
    ),
    counter_examples=(
        "责任书第1页共3页，由各村签字。",
        "见第3页共8页的说明。\n又见第2页共8页的说明。",
        "甲册第1页共3页，乙册第2页共5页。",
    ),
)
RULES = (CONTENTS, STAMPS, PAGE_NUMBERS)
