"""A column's name above a headline that stands again below its first paragraph behind a dash. Kinds: `head_lines`.

`学习心得` / T / `112` / a first paragraph / `-学习心得`: pages of writing tools print column, title, counter, and the
column once more (realtext, family 29).
"""

from collections.abc import Iterable, Sequence
from itertools import islice

from cleaners.regex import regex
from cleaners.rules.head.opener_lines import is_headline
from cleaners.rules.lines import Line, lines_of, taken
from cleaners.rules.rule import Change, Context, Rule

COLUMN = regex(r"[一-鿿A-Za-z]{2,10}")
COUNTER = regex(r"\d{1,8}(?:\.\d{1,2})?[KkWw万]?")
DASHES = "-—–"
TOP, HEADLINE_CHARS = 12, 10
"""Filled lines from the top among which the column stands again, and the characters of the headline below it."""


def columns_again(lines: Sequence[Line]) -> tuple[Line, Line | None, Line] | None:
    """Give the column above the headline, the counter below it if any, and the column again; None for others.

    No other line among them has a dash: the column again is no entry of a list.
    """
    if len(lines) < len("甲乙丙丁") or not COLUMN.fullmatch(lines[0].words):
        return None
    headline = lines[1].words
    if len(headline) < HEADLINE_CHARS or not is_headline(headline) or len(headline) <= len(lines[0].words):
        return None
    dashed = [line for line in lines[2:TOP] if line.words[0] in DASHES]
    if len(dashed) != 1 or dashed[0].words.lstrip(DASHES).strip() != lines[0].words or dashed[0] is lines[-1]:
        return None
    return lines[0], lines[2] if COUNTER.fullmatch(lines[2].words) else None, dashed[0]


def find_again(text: str, context: Context) -> Iterable[Change]:
    """Take a column above the headline, the counter below it, and the column again."""
    if not any(f"\n{dash}" in text[:TOP_CHARS] or f" {dash}" in text[:TOP_CHARS] for dash in DASHES):
        return []
    found = columns_again(list(islice((line for line in lines_of(text) if line.words), TOP + 1)))
    return taken(line for line in found if line) if found else []


TOP_CHARS = 3_000
AGAIN = Rule(
    name="column-again",
    version=1,
    reason="A page's column stands above the headline and, behind a dash, below the first paragraph once more.",
    families=frozenset(),
    dumps_only=True,
    find=find_again,
    context=Context(family="dump", title="怎样写好一篇调研报告？三个步骤", is_dump=True),
    examples=(
        (
            "调研报告\n怎样写好一篇调研报告？三个步骤\n356\n先定题目，再下去看。\n-调研报告\n一、定题目",
            "怎样写好一篇调研报告？三个步骤\n先定题目，再下去看。\n一、定题目",
        ),
        (
            "學習心得\n學習心得怎樣寫得深入具體\n先學原文，再談體會。\n— 學習心得\n一、學原文",
            "學習心得怎樣寫得深入具體\n先學原文，再談體會。\n一、學原文",
        ),
    ),
    counter_examples=(
        "调研报告\n怎样写好一篇调研报告？三个步骤\n先定题目，再下去看。\n-工作总结\n-调研报告\n一、定题目",
        "调研报告\n今年以来，工作有序。\n-调研报告\n一、定题目",
        "调研报告\n怎样写好一篇调研报告？三个步骤\n先定题目，再下去看。\n-调研报告",
    ),
)
RULES: tuple[Rule, ...] = (AGAIN,)
