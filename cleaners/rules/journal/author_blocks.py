"""Blocks about a journal's authors above an article, without labels beside values: names, each again with a post.

`青禾 溪山` below a title, then `青禾`, `某某公司`, `工程师，硕士`, `溪山`, …; `作者简介` alone above what it states.
"""

from collections.abc import Mapping, Sequence

from cleaners.regex import regex
from cleaners.rules.folding import folded
from cleaners.rules.head.meta_lines import plain
from cleaners.rules.lines import ENUMERATOR, Line

NAMES = regex(r"[一-鿿]{2,4}(?:[\s,，、;；?？]{1,3}[一-鿿]{2,4}){1,7}")
"""Two names or more, set apart by blanks, marks or lost blanks; bounded."""
SEAM = regex(r"[\s,，、;；?？]{1,3}")
HEADING = regex(r"(?:第一)?作者(?:简介|单位|介绍)|基金项目|基金资助|课题项目|通[信讯]作者|收稿日期")
"""What heads a note alone on its line."""
ABSTRACT = regex(r"[〔\[【]?\s?(?:内容)?(?:摘\s{0,4}要|提\s{0,4}要)\s?[〕\]】]?(?:[:：]|\s{1,3}\S|\Z)|[〔\[【]\s?摘")
TOP, POST_CHARS, NOTES = 4, 40, 8
"""Filled lines from the top among which the names stand, characters of a post's line, lines from notes to abstract."""


def author_blocks(near: Sequence[Line]) -> Mapping[int, tuple[str, str]]:
    """Give the lines of such blocks by where they start, with a label and a value for names; empty for none."""
    return _posts(near) | _notes(near)


def _posts(near: Sequence[Line]) -> dict[int, tuple[str, str]]:
    for n in range(1, min(TOP, len(near) - 1)):
        words = plain(near[n].words)
        if not NAMES.fullmatch(words):
            continue
        names = {name for name in SEAM.split(words) if name}
        end = n + 1
        seen: set[str] = set()
        while end < len(near) - 1 and _may_be_post(near[end].words):
            seen |= {near[end].words} & names
            end += 1
        if seen == names:
            found = {line.start: ("", "") for line in near[n + 1 : end]}
            return found | {near[n].start: ("作者", words.replace("?", " ").replace("？", " "))}
    return {}


def _may_be_post(words: str) -> bool:
    return len(words) <= POST_CHARS and not ENUMERATOR.match(words) and not any(mark in words for mark in "。！!?？：:")


def _notes(near: Sequence[Line]) -> dict[int, tuple[str, str]]:
    """Give notes whose heading stands alone, and the names right above the first, where the abstract stands below."""
    heads = [n for n in range(1, len(near) - 1) if HEADING.fullmatch(folded(near[n].words))]
    last = heads[-1] + 2 if heads else 0
    if not heads or last >= len(near) or not ABSTRACT.match(folded(near[last].words)) or last - heads[0] > NOTES:
        return {}
    found = {line.start: ("", "") for line in near[heads[0] : last]}
    above = plain(near[heads[0] - 1].words)
    if heads[0] > 1 and NAMES.fullmatch(above):
        found[near[heads[0] - 1].start] = ("作者", above.replace("?", " ").replace("？", " "))
    return found
