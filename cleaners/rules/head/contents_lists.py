"""The list of a page's own headings above its text, which each stand again below: `文章目录列表:` and links.

A document's own contents stand below `目录` alone and are the document's. Kinds: `head_lines`; taken: `bylines`.
"""

from collections.abc import Sequence

from cleaners.regex import regex
from cleaners.rules.folding import folded
from cleaners.rules.lines import Line, bare, is_sentence

LABEL = regex(r"[【\[#*\s]{0,3}(?:本文|文章|内容|全文|文档|本篇)目录(?:列表|一览|导航)?[】\]\s]{0,3}[:：]?")
SIGNS = ("目录", "目錄")
BULLETED = regex(r"[•●▪◦·]\s{0,4}(?P<name>[^\n]{2,60})")
"""A link of such a list behind the dot that a dump prints."""
NUMBER = regex(r"\A(?:[•●▪◦·]\s{0,4})?(?:\d{1,2}(?:\.\d{1,2})?\s?[.、．:：]?\s{0,3})?")
"""What stands before a heading in the list or in the text, and not in both."""
TOP, MOST, LEAST = 12, 30, 3
"""Filled lines from the top among which it begins, links at most, and links of one without its label."""
TWICE = 2
"""Links of a list without its label that stand again below."""
CHARS = 60


def contents_lines(lines: Sequence[Line]) -> dict[int, str]:
    """Give the kinds of such a list's lines by the places where they start; empty for none."""
    for n, line in enumerate(lines[: min(TOP, len(lines) - 1)]):
        if any(sign in line.words for sign in SIGNS) and LABEL.fullmatch(folded(line.words)):
            return dict.fromkeys((one.start for one in (line, *_links(lines, n + 1))), "button")
        if n and BULLETED.fullmatch(line.words):
            rows = _bulleted(lines, n)
            again = _again(rows, lines[n + len(rows) :])
            if len(rows) >= LEAST and again[:1] == [True] and sum(again) >= TWICE:
                return dict.fromkeys((one.start for one in rows), "button")
    return {}


def _bulleted(lines: Sequence[Line], start: int) -> list[Line]:
    """Give the run of lines behind the same dot."""
    end, dot = start, lines[start].words[0]
    while end < min(len(lines), start + MOST) and lines[end].words[0] == dot and BULLETED.fullmatch(lines[end].words):
        end += 1
    return list(lines[start:end])


def _links(lines: Sequence[Line], start: int) -> list[Line]:
    """Give the lines below a label down to the last that stands again; the title may stand among them."""
    end = start
    while end < min(len(lines), start + MOST) and len(lines[end].words) <= CHARS and not is_sentence(lines[end].words):
        end += 1
    for last in range(end, start, -1):
        rows = lines[start:last]
        again = _again(rows, lines[last:])
        titles = {bare(line.words) for line in lines[: start - 1]}
        own = [_name(line.words) for line in rows]
        if len(set(own)) == len(own) and any(again) and all(
            is_again or _is_numbered(line.words) or bare(line.words) in titles
            for is_again, line in zip(again, rows, strict=True)
        ):
            return list(rows)
    return []


def _again(rows: Sequence[Line], below: Sequence[Line]) -> list[bool]:
    names = {_name(line.words) for line in below}
    return [_name(line.words) in names for line in rows]


def _is_numbered(words: str) -> bool:
    return words[:1].isdigit()


def _name(words: str) -> str:
    return bare(NUMBER.sub("", words))
