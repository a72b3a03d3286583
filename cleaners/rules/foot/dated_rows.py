"""Runs of names of other texts with their dates below a text, whose head a dump lost: `·T(2019-12-01)`, one a line.

Three lines at least, each with a whole date behind the name, running text above them. Taken: `tails`. Lists below a
head: `link_lines`.
"""

from collections.abc import Sequence

from cleaners.regex import regex
from cleaners.rules.folding import folded
from cleaners.rules.lines import ENUMERATOR, Line, is_sentence

ROW = regex(
    r"[·•●▪■◆»>*\s-]{0,4}[^\s。；，,:：\d][^。；\n]{3,70}?[\s(（\[【]{1,4}(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{4}年\d{1,2}月\d{1,2}日)(?:\s\d{1,2}:\d{2}(?::\d{2})?)?\s?[)）\]】]?"
)
"""A name and a date in figures behind it; bounded. What happened on a day has its date first."""
COUNTED = regex(
    r"[·•●▪■◆»>*\s-]{0,4}[^\s。；][^。；\n]{3,60}[(（](?:优选|精选|通用|优秀|合集|集合|汇编|汇总|推荐|热门|必备|实用|锦集|模板|范文|大全|通用版|共)\s?\d{1,3}\s?篇[)）]"
)
"""`- T(精选32篇)`: other compilations of a site of model texts; bounded."""
TEASED = frozenset({"…", "……", "...", "......"})
"""What is left of each one's teaser."""
LEAST, MOST = 3, 40


def rows_above(lines: Sequence[Line], end: int) -> int:
    """Give the index of the first of such lines that stand right above `end`; `end` where they are too few."""
    start, count = end, 0
    for at in range(end - 1, max(-1, end - 1 - MOST), -1):
        words = lines[at].words
        if words in TEASED:
            continue
        if words and not is_row(words):
            break
        start, count = (at, count + 1) if words else (start, count)
    above = next((line.words for line in reversed(lines[:start]) if line.words), "")
    is_list = count >= LEAST and is_sentence(above) and not above.endswith(("：", ":"))
    return start if is_list else end


def is_row(words: str) -> bool:
    """Say whether a whole line is such a name with its date, or what is left of its teaser."""
    if words in TEASED:
        return True
    if words[-1:] not in ENDS or ENUMERATOR.match(words):
        return False
    return bool(COUNTED.fullmatch(folded(words)) if words[-2:-1] == "篇" else ROW.fullmatch(words))


ENDS = tuple("0123456789)）]】日")
"""How such a line ends."""
