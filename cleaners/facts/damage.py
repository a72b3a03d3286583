"""Damage that a text shows in its numbers and words: missing or impossible numbers, words and paragraphs twice.

Kept as found and told with its place. Lost single characters are `text`'s, censored words `censored`'s.
"""

from collections.abc import Iterator
from typing import Final

from cleaners.regex import regex
from cleaners.text_facts import Found

_ANYTHING: Final = regex(r"$")
_NO_FIGURE: Final = regex(r"(?<![\d.])$")
# What measures stand behind, with no figure between.
_MEASURED: Final = regex(r"(?:投入|投资|资金|收入|总值|产值|达|达到|增长|下降|完成|占)$")
_BROKEN: Final = (
    # 第号, not 等第号
    ("第", regex(r"第(?:[号届](?![一二三四五六七八九十\d])|20\d\d[届次])"), regex(r"(?<![等及次门落])$")),
    ("〔", regex(r"〔(?:〕\s?\d{0,4}\s?号?|(?:19|20)\d\d〕号)"), _ANYTHING),
    ("[", regex(r"\[\]\s?\d{0,4}\s?号"), _ANYTHING),
    # 截止年9月, not 今年9月
    ("年", regex(r"年\d{1,2}月"), regex(r"(?:^|[止至到在于自从。；;，,\n(（])$")),
    ("年月日", regex(r"年月日"), regex(r"(?<![\d年一二三四五六七八九十〇○零XxＸ×*＊_＿ \u3000])$")),
    # 202023年 (10 of 2010 became 2023), 2023月
    ("20", regex(r"20(?:\d{4}年|\d\d(?:月(?!刊)|日(?![报元])|岁|点(?=[\d整半])))"), _NO_FIGURE),
    ("元", regex(r"万元(?!以[上下内]|户|村|镇|级|产值|项目)"), _MEASURED),
    ("元", regex(r"亿元(?!以[上下内]|户|村|镇|级|产值|项目|强)"), _MEASURED),
    ("%", regex(r"%"), _MEASURED),
    ("个百分点", regex(r"个百分点"), _MEASURED),
)
"""Where a figure must stand and none does, or one that cannot be: a sign, the shape, and what must stand left of it.

Each shape begins with its own character, so that the search is one for a string; the left side is looked at in a hit.
"""
_LEFT: Final = 4
_MONTH: Final = "月"
_LAST_MONTH, _LAST_DAY = 12, 31
_DAY_AFTER: Final = regex(r"(\d{1,2})[日号]")
_OF_MONTH: Final = regex(r"\d{1,2}[日号]|份|底|初|中旬|上旬|下旬")
_FIGURES_BEFORE: Final = regex(r"(?<![\d.,+—-])(\d\d)$")
MOST_FOUND = 20
"""So many places are kept of one text."""

_REDOUBLED: Final = frozenset(
    (
        "研究", "讨论", "商量", "学习", "考虑", "打扫", "收拾", "休息", "活动", "锻炼",
        "总结", "交流", "调查", "检查", "教育", "帮助", "一步", "一个", "一点", "一次",
        "一天", "一遍", "一样", "一层", "很多", "非常", "不断",
    )
)  # fmt: skip
"""Words that are said twice on purpose: 研究研究, 一步一步."""
_WORD_SIZES: Final = (2, 3)
"""Characters of a word that is looked for twice; the next size would cost as much again and find next to nothing."""
_LONG_LINE: Final = 30
"""Characters from which a paragraph that stands twice is no slogan (realtext, section 4)."""


def broken_numbers(plain: str) -> tuple[Found, ...]:
    """Give the places where a number is missing or cannot be right, the first MOST_FOUND; `plain` as elsewhere."""
    found = [
        Found(words=match[0], start=match.start())
        for sign, pattern, before in _BROKEN
        if sign in plain
        for match in pattern.finditer(plain)
        if not plain[match.start() - 1 : match.start()].isdigit()
        and before.search(plain[max(0, match.start() - _LEFT) : match.start()])
    ]
    found += _impossible_dates(plain)
    return tuple(sorted(found, key=lambda one: one.start or 0)[:MOST_FOUND])


def _impossible_dates(plain: str) -> Iterator[Found]:
    """Find 13月5日 and 3月32日; 24月 may be a number of months."""
    at = plain.find(_MONTH)
    while at >= 0:
        before = _FIGURES_BEFORE.search(plain[max(0, at - 3) : at])
        day = _DAY_AFTER.match(plain, at + 1)
        if before and int(before[1]) > _LAST_MONTH and _OF_MONTH.match(plain, at + 1):
            yield Found(words=plain[at - 2 : day.end() if day else at + 1], start=at - 2)
        elif day and int(day[1]) > _LAST_DAY and plain[at - 1 : at].isdigit():
            yield Found(words=plain[at - 1 : day.end()], start=at - 1)
        at = plain.find(_MONTH, at + 1)


def doubled(text: str) -> tuple[Found, ...]:
    """Give words of two or three Han characters that stand twice side by side, and long paragraphs that stand twice."""
    found = [*_doubled_words(text), *_doubled_lines(text)]
    if not found:
        return ()
    found = sorted(set(found), key=lambda one: one[1])
    return tuple(Found(words=words, start=start) for words, start in found[:MOST_FOUND])


def _doubled_words(text: str) -> Iterator[tuple[str, int]]:
    """Find words twice by laying the text over itself: where as many characters as the shift are equal, XOR is zero.

    In whole numbers over the low bytes of the text's UTF-16, each place then looked at in the text: an expression with
    a backreference takes forty times as long.
    """
    units = text.encode("utf-16-le", "surrogatepass")[::2]
    whole = int.from_bytes(units, "little")
    behind = 0
    for size in _WORD_SIZES:
        same = (whole ^ (whole >> (8 * size))).to_bytes(len(units), "little")
        start = same.find(bytes(size))
        while start >= 0:
            word = text[start : start + size]
            if start >= behind and text[start + size : start + 2 * size] == word and _is_word(word):
                yield word * 2, start
                behind = start + 2 * size
            start = same.find(bytes(size), start + 1)
        behind = 0


def _is_word(word: str) -> bool:
    """Say whether these are different Han characters and no word that is said twice on purpose."""
    is_han = all("\u4e00" <= character <= "\u9fff" for character in word)
    return is_han and len(set(word)) == len(word) and word not in _REDOUBLED


def _doubled_lines(text: str) -> Iterator[tuple[str, int]]:
    seen: set[str] = set()
    start = 0
    for line in text.split("\n"):
        if len(line) >= _LONG_LINE:
            if line in seen:
                yield line[:_LONG_LINE], start
            seen.add(line)
        start += len(line) + 1
