"""How often a dumped thread was opened and answered, as its head states it. Floors and other facts: `dump.discuz`."""

import re
from collections.abc import Sequence
from itertools import pairwise

from cleaners.regex import regex
from cleaners.rules.forum.floor_heads import FLOOR_MARK, header_of

VIEWS = regex(r"(?:查看|点击|阅读|浏览)\s*[:：]?\s*(\d{1,9})")
REPLIES = regex(r"(?:回复|回帖)\s*[:：]?\s*(\d{1,7})")
COUNTED_BEHIND = regex(r"(?<!\d)(\d{1,9})\s?人?(?:阅读|浏览|查看)\s?[|｜]\s?(\d{1,7})\s?人?(?:回复|回帖)")
"""`382 人阅读 | 0 人回复`: both before their labels."""
READ_LINE = regex(r"[•·\s]*+(\d{1,9})\s?人?(?:阅读|浏览|查看)")
ANSWERED_LINE = regex(r"[•·\s]*+(\d{1,7})\s?人?(?:回复|回帖)")
"""`50阅读` and below it `0回复`: phpwind 8 above the title."""
LABELS = ("查看", "点击", "阅读", "浏览")
"""What heads the thread's counters; the first stands alone, the others beside the answers only."""
CELLS = 5
CHARS = 40
"""Lines over which the two counters and the bar between them may be spread, and how long the first may be."""
PAIR = regex(r"(\d{1,9})\s?[|｜]\s?(\d{1,9})")
"""`10205|54`: both without a label, as skins print them below the title."""
BARE_PAIR = regex(r"(\d{1,9})\s{1,4}(\d{1,7})")
STARTER = ("楼主:", "楼主：")
"""`楼主: 青禾` and `5000 3` below it: skins that print both above the title, parted by a blank."""
PAIR_BEHIND = regex(r"[^\d:.]\s(\d{1,9})\s(\d{1,9})")
"""Both behind the links beside the date: `阅读模式 关闭右栏 2 32039`."""


def counts_of(head: Sequence[str]) -> tuple[int | None, int | None]:
    """Give views and replies as the lines above the first floor's text state them; None for what they do not state."""
    below = _labels_below(head)
    if below is not None:
        return below
    lines = _lines_of_counts(head)
    if lines is not None:
        return lines
    behind = next((pair for words in head if (pair := COUNTED_BEHIND.search(words))), None)
    if behind:
        return int(behind[1]), int(behind[2])
    views, replies = _count(VIEWS, head), _count(REPLIES, head)
    if views is None and replies is None:
        return _unlabelled(head)
    return views, replies


def _labels_below(head: Sequence[str]) -> tuple[int, int] | None:
    """Read `1286`, `阅读`, `2`, `回复`, a line each; None where the head has no such four."""
    for n, words in enumerate(head[3:]):
        is_last = words in ("回复", "回帖")
        if is_last and head[n + 1] in LABELS and head[n].isdecimal() and head[n + 2].isdecimal():
            return int(head[n]), int(head[n + 2])
    return None


def _lines_of_counts(head: Sequence[str]) -> tuple[int, int] | None:
    """Read both where each stands on a line of its own, before its label; None where the head has no such two."""
    for above, below in pairwise(head):
        answered = ANSWERED_LINE.fullmatch(below)
        if answered and (seen := READ_LINE.fullmatch(above)):
            return int(seen[1]), int(answered[1])
    return None


def _count(shape: re.Pattern[str], head: Sequence[str]) -> int | None:
    """Read a counter where the head states it as `查看: N | 回复: N`, in one line or a cell a line."""
    for n, words in enumerate(head):
        if not any(label in words for label in LABELS):
            continue
        near = " ".join(head[n : n + CELLS]) if len(words) <= CHARS else words
        match = shape.search(near) if LABELS[0] in words or REPLIES.search(near) else None
        if match:
            return int(match[1])
    return None


def _is_place(head: Sequence[str], n: int) -> bool:
    """Say whether a pair without bar or label may stand on a line: below the starter's name, above the first mark."""
    if n and head[n - 1].startswith(STARTER):
        return True
    return bool(n) and n + 1 < len(head) and is_bare_pair(head[n]) and bool(FLOOR_MARK.fullmatch(head[n + 1]))


def is_bare_pair(words: str) -> bool:
    """Say whether a line is two numbers parted by a blank, as skins print answers and views below a title."""
    return bool(BARE_PAIR.fullmatch(words))


def _unlabelled(head: Sequence[str]) -> tuple[int | None, int | None]:
    """Read a pair of numbers without labels: nobody answers without opening the thread, so the larger are the views."""
    for n, words in enumerate(head):
        pair = PAIR.fullmatch(words) or (BARE_PAIR.fullmatch(words) if _is_place(head, n) else None)
        if pair is None and (header := header_of(words)):
            pair = PAIR_BEHIND.search(words, header.end("stamp"))
        if pair:
            both = sorted((int(pair[1]), int(pair[2])))
            return both[1], both[0]
    return None, None
