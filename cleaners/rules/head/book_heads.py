"""Heads of pages that show a chapter of a book: the window's title above the chapter's, the book's facts one a line.

`第三篇 发展党员_三、培养和考察` above `三、培养和考察`; `书名：`, `作者：`, `出版社：`, `ISBN：`. Kinds: `head_lines`.
"""

from collections.abc import Sequence
from itertools import takewhile

from cleaners.regex import regex
from cleaners.rules.folding import folded
from cleaners.rules.head.meta_lines import is_field_line
from cleaners.rules.lines import Line, is_sentence
from cleaners.rules.title.title_forms import without_claims

CHAPTER = regex(
    r"第\s?[一二三四五六七八九十百零〇\d]{1,5}\s?(?:章|节|回|卷|篇|编|部分|部|讲|课|单元)|[一二三四五六七八九十]{1,3}、|\d{1,3}(?:\.\d{1,2}){0,2}[\s、.]"
    r"|(?:前言|序言|自序|后记|附录|引言|绪论|导论|尾声)(?=[\s:：]|\Z)"
)
"""How a chapter's heading begins; bounded."""
SEAMS = "_-—–·|｜》›> \u3000"
"""What stands between a book's or a part's name and the chapter's in the title of a window."""
HEADING_CHARS, NEAR = 60, 6
"""Characters of a heading, and filled lines from the top among which it stands below its window's title."""
_NAMES = r"书\s{0,4}名|书籍名称|图书名称|作品名称"
_FACTS = (
    r"作\s{0,4}者|著\s{0,4}者|译\s{0,4}者|作者名|主编|编者|编著|编著者|责任者|出\s?版\s?社|出版单位|出版者|出版时间|出版日期|出版年份?|ISBN号?|书\s{0,4}号"
    r"|定\s{0,4}价|原\s{0,4}价|售\s{0,4}价|页\s{0,4}数|字\s{0,4}数|开\s{0,4}本|装\s{0,4}帧|版\s{0,4}次|印\s{0,4}次|丛书名?|纸张|包装|语种|语言|中图分类号|条形码"
)
FACT = regex(rf"[-•·*\s]{{0,4}}(?P<label>{_NAMES}|{_FACTS})\s?[:：]\s{{0,3}}(?P<value>[^。；\n]{{0,60}})")
"""One fact of a book, alone on its line; bounded."""
NAME = regex(_NAMES)
PUBLISHED = ("出版社", "出版单位", "出版者", "ISBN", "ISBN号", "书号")
"""Labels of which one stands among a book's facts: a form has the others as well."""
LEAST, TOP = 3, 8
"""Lines of such a box, and filled lines from the top among which it begins."""


def book_lines(lines: Sequence[Line]) -> dict[int, str]:
    """Give the kinds of a book's own lines by the places where they start; empty for most heads."""
    return _chapter(lines) | _box(lines)


def _chapter(lines: Sequence[Line]) -> dict[int, str]:
    """Give the window's title and the chapter's below it, which ends it."""
    if len(lines) <= len("书章"):
        return {}
    window = lines[0].words
    if _is_heading(window) and is_field_line(lines[1].words):
        return {lines[0].start: "title"}
    heading = next((line for line in lines[1:NEAR] if _is_heading(line.words)), None)
    if heading is None or is_sentence(window) or not _is_window(window, heading.words):
        return {}
    return {lines[0].start: "button", heading.start: "title"}


def _is_heading(words: str) -> bool:
    return len(words) <= HEADING_CHARS and not is_sentence(words) and CHAPTER.match(folded(words)) is not None


def _is_window(window: str, heading: str) -> bool:
    """Say whether a line is a chapter's heading with names set apart before it, or behind it."""
    core = without_claims(heading)
    before, found, behind = window.partition(core)
    if not found or window == heading:
        return False
    return (not behind and before[-1:] in tuple(SEAMS)) or (not before and behind[:1] in tuple(SEAMS))


def _box(lines: Sequence[Line]) -> dict[int, str]:
    """Give the run of a book's facts, one a line, who published it among them; its name is the title below none."""
    first = next((n for n, line in enumerate(lines[:TOP]) if _is_fact(line.words)), None)
    if first is None:
        return {}
    rows = list(takewhile(lambda line: _is_fact(line.words), lines[first:]))
    labels = ["".join(found["label"].split()) for line in rows if (found := FACT.fullmatch(folded(line.words)))]
    if len(rows) < LEAST or not any(label in PUBLISHED for label in labels):
        return {}
    return {
        line.start: "title" if not first and NAME.fullmatch(label) else "byline"
        for line, label in zip(rows, labels, strict=True)
    }


def _is_fact(words: str) -> bool:
    return len(words) <= HEADING_CHARS + len("书名：") and FACT.fullmatch(folded(words)) is not None
