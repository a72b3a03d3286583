"""Paths of a head whose steps stand on lines of their own, made one line; and a path's step below the title.

`1. 首页` / `2. 新闻` / `3. 正文` is told by its ends: the home page first, the word for the text last. Days in pieces:
`date_pieces`; paths on one line: `path_shapes`; labels and values: `labels_apart`.
"""

from collections.abc import Sequence
from itertools import pairwise

from cleaners.regex import regex
from cleaners.rules.folding import folded
from cleaners.rules.head.meta_lines import path_of
from cleaners.rules.lines import Line

STEP = regex(
    r"(?:(?P<number>\d)[.、．]|[•·●▪◦*-])\s{0,4}"
    r"(?P<step>[^\s。；，：:,;>](?:[^\n。；，：:,;>]{0,14}[^\s。；，：:,;>])?)"
)
"""One step with its mark in the list; bounded."""
HOMES = frozenset({"首页", "网站首页", "主页", "本站首页", "返回首页"})
TEXTS = frozenset(
    {"正文", "内文", "内容", "文章", "详情", "文章正文", "新闻正文", "新闻详情", "文章详情", "详细内容", "浏览文章"}
)
"""What the first and the last step are called, folded."""
TOP_LINES, STEPS = 6, 7
"""Filled lines from the top among which such a path begins, and its steps at most."""


def with_path(lines: Sequence[Line]) -> Sequence[Line]:
    """Give the filled lines of a head with the steps of such a path made one line, arrows between them."""
    for n, line in enumerate(lines[:TOP_LINES]):
        if STEP.fullmatch(line.words) and (steps := _steps(lines[n : n + STEPS])):
            last = lines[n + len(steps) - 1]
            path = Line(line.start, last.end, last.after, " > ".join(steps))
            return [*lines[:n], path, *lines[n + len(steps) :]]
    return lines


def _steps(lines: Sequence[Line]) -> list[str]:
    """Give the steps from the home page to the text; empty where one of both is missing or the numbers leap."""
    steps: list[str] = []
    for number, line in enumerate(lines, 1):
        step = STEP.fullmatch(line.words)
        if step is None or int(step["number"] or number) != number:
            return []
        steps.append(step["step"].strip())
        if number == 1 and folded(steps[0]) not in HOMES:
            return []
        if folded(steps[-1]) in TEXTS:
            return steps
    return []


def path_to_title(lines: Sequence[Line]) -> dict[int, str]:
    """Give the kind of a path whose last step is the title right below it, and of the site's slogan above it."""
    for n, (line, below) in enumerate(pairwise(lines[:TOP_LINES])):
        steps = [step.strip() for step in ARROW.split(line.words)] if ARROW.search(line.words) else []
        if len(steps) < MORE_STEPS or steps[-1] != below.words or len(below.words) < TITLE_CHARS or path_of(line.words):
            continue
        if not all(0 < len(step) <= STEP_CHARS for step in steps[:-1]):
            continue
        is_slogan = n == 1 and steps[0] in lines[0].words and len(lines[0].words) <= SLOGAN_CHARS
        return {line.start: "button"} | ({lines[0].start: "button"} if is_slogan else {})
    return {}


ARROW = regex(r"\s[>›»]\s?")
MORE_STEPS, STEP_CHARS, TITLE_CHARS, SLOGAN_CHARS = 2, 12, 6, 40
"""Steps of such a path at least; characters of each, of the title, and of a slogan with the site's name in it."""
NEAR_TOP = 8
"""Filled lines from the top among which a step in brackets stands."""


BRACKETS = regex(r"[\[【(（〔「]\s{0,3}(?P<step>[^\[\]【】()（）〔〕「」]{2,12}?)\s{0,3}[\]】)）〕」]")
"""`[ 图片新闻 ]` alone on its line; bounded."""


def steps_again(lines: Sequence[Line]) -> dict[int, str]:
    """Give the kind of a line in brackets that is a last step of the path above it, by its start."""
    top = lines[:NEAR_TOP]
    likely = [(n, found["step"]) for n, line in enumerate(top) if n and (found := BRACKETS.fullmatch(line.words))]
    if not likely:
        return {}
    return {
        top[n].start: "button"
        for n, step in likely
        if any(step in path_of(line.words)[-2:] for line in top[:n])
    }
