"""Lines of a forum's page with the words of its template in simplified script, so that one table of words serves both.

Only for telling what lines are: character for character, but for readings in brackets, which mirrors put behind them
and which are left out. The text itself keeps its script.
"""

from collections.abc import Sequence
from functools import lru_cache

from cleaners.regex import regex
from cleaners.rules.folding import folded
from cleaners.rules.forum.printed_labels import joined
from cleaners.rules.lines import Line, lines_of

_TRADITIONAL = "樓達層獎勵覆則順顯讚離頭證觸壓縮聽錢臨見樂鮮雞變連"
_SIMPLIFIED = "楼达层奖励复则顺显赞离头证触压缩听钱临见乐鲜鸡变连"
OWN = str.maketrans(_TRADITIONAL, _SIMPLIFIED)
"""Characters of the words that Discuz and phpwind print and other sites do not, in pairs."""
CHROME_CHARS = 200
"""Characters above which a line is no chrome and stays as it is."""
MARK = regex(f"[{_TRADITIONAL}於發復錄註舉覽複]")
"""One class of which every line of a traditional template that matters has a member; other texts are searched once."""


TONED = regex(r"[(（]\s?[a-zA-Z]{0,5}[āáǎàōóǒòēéěèīíǐìūúǔùǖǘǚǜü][a-zA-Z]{0,3}\s?[)）]")
"""A reading in brackets, as mirrors put it behind a character (reference: realtext 4); bounded."""
TONE = "("
"""What such a line holds, of either width."""


def without_readings(words: str) -> str:
    """Give a line of a forum's chrome without the readings that a mirror put into it."""
    return TONED.sub("", words) if TONE in words or "（" in words else words


def simplified(words: str) -> str:
    """Give a line of a forum's chrome with its words in simplified script; of the same length."""
    return folded(words).translate(OWN)


@lru_cache(maxsize=2)
def forum_lines(text: str) -> Sequence[Line]:
    """Cut a text at its line feeds; short lines of a traditional page with the template's words in simplified script.

    Places are those of the text itself. The last two answers are kept, as for `lines_of`.
    """
    lines: Sequence[Line] = lines_of(text)
    if MARK.search(text):
        lines = tuple(
            line if len(line.words) > CHROME_CHARS else line._replace(words=simplified(without_readings(line.words)))
            for line in lines
        )
    return with_labels(text, lines)


def with_labels(text: str, lines: Sequence[Line]) -> Sequence[Line]:
    """Give a text's lines with the pieces of a printable page's heads made one, of another text's as they are."""
    return joined(lines) if "作者" in text and ("时间" in text or "時間" in text) else lines
