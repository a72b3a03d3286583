"""The title and the tag of a dumped thread. What lines are: `rules.discuz_lines`; floors and facts: `dump.discuz`."""

import re
from collections.abc import Sequence

from cleaners.platforms.dump.thread_counts import is_bare_pair
from cleaners.regex import regex
from cleaners.rules.forum.bare_threads import COUNTED
from cleaners.rules.forum.bbs_lines import TIME
from cleaners.rules.forum.boxed_floors import BOX_LINE
from cleaners.rules.forum.discuz_lines import STATISTIC, is_tail_line
from cleaners.rules.forum.floor_heads import FLOOR_MARK, HEAD_REST, JOINED_HEADER, header_of
from cleaners.rules.head.meta_lines import path_of
from cleaners.rules.intro.intro_lines import is_intro
from cleaners.rules.lines import HAN, Line, bare
from cleaners.rules.title.title_forms import FILE_END, GENRE_END, is_title_like, without_claims
from cleaners.rules.title.title_suffixes import shorn_marks

COPY_LINK = "[复制链接]"
COPY_LINKS = (COPY_LINK, "[复制连结]")
LINKS_BEHIND = (*COPY_LINKS, "[推广有奖]")
"""What boards print behind a title in its line."""
PRINT_LINK = "[打印本页]"
CATEGORY = regex(r"\[(?P<category>[^\[\]]{1,16})\]\s*(?P<title>.*)")
PRINTED_TITLE = regex(
    r"(?:[*＊]\s?)?(?:本页|[帖贴]子)?(?:标题|主题)\s*[:：]\s*(?P<title>.{2,120}?)\s*(?:\[打印本页\]|打印\s?[|｜].{0,80})?"
)
COUNTED_TITLE = regex(
    r"查看\s?[:：]\s?\d{1,9}\s{0,3}[|｜]\s{0,3}回复\s?[:：]\s?\d{1,7}\s{1,6}(?:主题|标题)\s?[:：]\s?(?P<title>[^\n]{2,100}?)"
    r"(?:\s{1,20}[上下]一篇){0,2}"
)
"""`查看: 17 | 回复: 0   主题: T   下一篇`: all in one line; bounded, the title lazy up to the links."""
COMPLETE = regex(r"查看完整版本\s*[:：]\s*(?P<title>.{2,120})")
TITLE_HAN = 4
"""Han characters of a title; a box's `主题: 12` has none."""
FILE_LINES = 3
"""Filled lines of a floor among which a copied portal's page names its file."""
SEARCHED = regex(r"查看\s?[:：].*|热搜\s*[:：].*|搜索|本版|用户|帖子|.{0,40}'s Archiver")
"""Lines of the page's own head that would pass for a title."""


def title_of(lines: Sequence[Line], body: int, end: int) -> tuple[str | None, str | None]:
    """Give the thread's title and where it was found; (None, None) where no line can be told to be it.

    Lines [body:end) are the first floor's text; above stands the page's head.
    """
    head = [line.words for line in lines[:body] if line.words]
    headings = [heading_of(words) for words in _candidates(head)]
    heading = next((words for words in headings if words), None)
    if heading:
        return heading, "heading"
    complete = next((m["title"] for line in lines[-12:] if (m := COMPLETE.fullmatch(line.words))), None)
    if complete:
        return heading_of(complete) or complete, "title"
    text = [line.words for line in lines[body:end] if line.words]
    named = next((words for words in text[:FILE_LINES] if FILE_END.search(words) and is_title_like(words)), None)
    if named:
        return without_claims(named), "file_name"
    first = text[0] if len(text) > 1 else ""
    is_typed_above = any(bare(first) and bare(words).endswith(bare(first)) for words in head)
    is_heading = is_title_like(first) and (is_typed_above or bool(GENRE_END.search(first)))
    return (first, "first_line") if is_heading else (None, None)


def _candidates(head: Sequence[str]) -> list[str]:
    """Give lines that may be the title, the surest first."""
    found = [words for words in head if words.endswith(COPY_LINKS) and words not in COPY_LINKS]
    found += [match["title"] for words in head if (match := JOINED_HEADER.fullmatch(words))]
    above = next((n for n, words in enumerate(head) if words in COPY_LINKS), 0)
    found += [words for words in reversed(head[:above]) if not is_tail_line(words) and not SEARCHED.fullmatch(words)][
        :2
    ]
    printed = [match["title"] for words in head if (match := PRINTED_TITLE.fullmatch(words))]
    printed = [words for words in printed if len(HAN.findall(words)) >= TITLE_HAN]
    printed += [match["title"] for words in head if (match := COUNTED_TITLE.fullmatch(words))]
    steps = {path[-1] for words in head if (path := path_of(words))}
    printed += [words for words in head if words in steps]
    mark = next((n for n, words in enumerate(head) if n and FLOOR_MARK.fullmatch(words)), 0)
    beside = head[max(0, mark - 1) : mark]
    printed += [words for words in head if CATEGORY.fullmatch(words) and len(HAN.findall(words)) >= 6]
    printed += [words for words in beside if is_title_like(words) and not _is_beside(words)]
    return found + printed + _around_header(head)


def _is_beside(words: str) -> bool:
    """Say whether a line is a link or a row of the author's box, which stand beside a floor's mark as titles do."""
    return bool(HEAD_REST.fullmatch(words) or STATISTIC.fullmatch(words) or BOX_LINE.fullmatch(words))


READ = regex(r"(?:查看|阅读|浏览|点击)\s?[:：]\s?\d{1,9}[\s|｜]{0,4}(?:回复|回帖)\s?[:：]\s?\d{1,7}")
"""A thread's counters in the words of any board; whole line, bounded."""


def _around_header(head: Sequence[str]) -> list[str]:
    """Give the lines that are the title where nothing marks it: below the counters, above a header, above both."""
    counters = next((n for n, words in enumerate(head) if COUNTED.fullmatch(words)), None)
    below = head[counters + 1 : counters + 2] if counters is not None else []
    header = next((n for n in range(len(head) - 1, 0, -1) if header_of(head[n])), 0)
    above = head[header - 1 : header] if header else []
    read = next((n for n, words in enumerate(head) if READ.fullmatch(words)), 0)
    over = head[max(0, read - 1) : read]
    mark = next((n for n, words in enumerate(head) if n > 1 and FLOOR_MARK.fullmatch(words)), 0)
    paired = head[mark - 2 : mark - 1] if mark and is_bare_pair(head[mark - 1]) else []
    near = (*below, *above, *over, *paired)
    return [words for words in near if is_title_like(words) and not HEAD_REST.fullmatch(words)]


WINDOW = regex(
    r"(?P<title>[^\n]{2,100}?)(?:\s[-–—_|]\s|\s?_\s?)[^\n]{1,120}Powered by (?:Discuz|phpwind)!?.{0,20}", re.IGNORECASE
)
"""`T - 版块 - 论坛 - Powered by Discuz!`: the title of a browser's window; bounded."""


def heading_of(words: str) -> str | None:
    """Give the title that a line of a thread's head is, without its tag and link; None where it is none."""
    words = next((words.removesuffix(link) for link in LINKS_BEHIND if words.endswith(link)), words).strip()
    window = WINDOW.fullmatch(words) if "owered by" in words else None
    words = window["title"] if window else words
    words = POSTED_BEHIND.sub("", words) if "发表于" in words else words
    match = CATEGORY.fullmatch(words)
    title = shorn_marks(match["title"].strip() if match else words)
    return title if len(title) >= 2 and not is_tail_line(title) and not is_intro(title) else None


POSTED_BEHIND = regex(rf"\s发表于\s?[:：]\s?(?:{TIME}|\d{{4}}-[\d: -]{{4,16}})\Z")
"""`T 发表于:Fri Oct 19 11:33:16 CST 2018`: when the thread began, in its title's line; bounded."""


def category_of(head: Sequence[str]) -> str | None:
    """Give the tag before a thread's title, `[计划总结]`; None where there is none."""
    for words in head:
        printed = PRINTED_TITLE.fullmatch(words) or COUNTED_TITLE.fullmatch(words)
        match = CATEGORY.fullmatch(printed["title"] if printed else words)
        if match and f"[{match['category']}]" not in (*COPY_LINKS, PRINT_LINK) and not match["category"].isdigit():
            return match["category"]
    return None


ARROWS = frozenset("»›>＞")
"""Marks between the steps of a path."""
STEPS = 8


def path_of_cells(head: Sequence[str]) -> tuple[str, ...]:
    """Give the steps of a path whose steps and arrows stand on lines of their own; empty for fewer than three."""
    at = next((n for n, words in enumerate(head) if n and words in ARROWS), None)
    if at is None:
        return ()
    steps = [head[at - 1]]
    while at + 1 < len(head) and head[at] in ARROWS and len(steps) < STEPS:
        steps.append(head[at + 1])
        at += 2
    return tuple(steps) if len(steps) > 2 and all(len(step) <= STEP_CHARS for step in steps) else ()


STEP_CHARS = 60
"""Characters of a step, the last of which may be the thread's title."""
