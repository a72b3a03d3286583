"""Years as texts write them: `2020年`, `2016-2017学年`, `二〇二〇年`, `“十四五”`, `20XX`. What they are for: `period`.

Nothing is guessed: 今年 and 去年 name no year, and a bare number counts as one only where its place says so.
"""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from cleaners.regex import regex

_FULL_WIDTH: Final = str.maketrans("０１２３４５６７８９", "0123456789")

_CENTURIES: Final = ("20", "19")
"""Strings, which are found in a tenth of the time of an expression; what stands there is tried at each hit."""
_DASH: Final = r"[-—–~～－﹣至到]"
_LETTERS: Final = "xXＸｘ×*＊_＿某"
_OPEN: Final = _LETTERS + "〇○□"
# After a year: a day (`2021-01-02`, `2021.1.2`), or a span's end (`-2017`, `至2017`, `-17学年`), then 年 with what
# narrows it: 上半年, 第三季度, 1-6月, 3月, 3月5日. Every part is bounded and begins with another character.
_YEAR_AT: Final = regex(
    rf"""(?P<first>(?:19[5-9]|20[0-4])\d)(?!\d)
    (?:(?P<day>[-/.]\d{{1,2}}[-/.]\d{{1,2}}(?!\d))
      |(?:\s?年?度?\s?{_DASH}{{1,2}}\s?(?P<last>(?:19[5-9]|20[0-4])\d(?!\d)|\d\d(?=\s?学年)))?
       (?P<unit>\s{{0,2}}(?:学年度?|年度|年))?
       (?P<part>(?<=[年度])\s?(?:[上下]半年|第?[一二三四1-4]季度|前?[一二三四五六七八九十\d]{{1,2}}个月
          |\d{{1,2}}\s?月?(?:份)?\s?{_DASH}\s?\d{{1,2}}\s?月份?
          |\d{{1,2}}\s?月份?(?:\s?\d{{1,2}}\s?[日号])?))?)""",
    re.VERBOSE,
)
# `20XX`, `201x`, `20__`, `20**`, `20〇〇`: four places, of which one or two are open. `2022XX镇` is a year and a mask.
_OPEN_AT: Final = regex(rf"(?:19|20)(?:\d[{_OPEN}]|[{_OPEN}]{{2}})(?![{_OPEN}\dA-Za-z])(?:\s?年度?)?")
_ZEROS: Final = "〇○零ＯO0０"
_HAN_DIGITS: Final = "一二三四五六七八九"
_HAN_YEAR: Final = regex(rf"[一二][九{_ZEROS}][{_ZEROS}{_HAN_DIGITS}]{{2}}\s?年度?")
_HAN_OPEN: Final = regex(rf"二[{_ZEROS}](?:[一二][{_LETTERS}]|[{_LETTERS}]{{2}})\s?年度?")
_HAN_SIGNS: Final = ("〇", "○", "零", "Ｏ", "一九")
_HAN_SIGN: Final = regex("二[O0０]")
"""Without any of them a text has no year in Chinese figures."""
_HAN_BEGINNINGS: Final = (regex(f"二[九{_ZEROS}]"), regex(f"一[九{_ZEROS}]"))
"""What such a year begins with; a search for one string each, 零距离 has neither."""
_VALUES: Final = {sign: str(value) for value, sign in enumerate(_HAN_DIGITS, 1)} | dict.fromkeys(_ZEROS, "0")

# A five-year plan by its number, where a quotation mark or a word of time follows: 二十一五 is no plan.
_PLAN: Final = regex(
    r"十(?P<number>[一二三四五])五(?<![二三四五六七八九]...)(?=[”\"’」』]|时期|期间|规划|以来|末|开局|收官|发展|工作|目标)"
)
_PLANS: Final = {
    "一": (2006, 2010),
    "二": (2011, 2015),
    "三": (2016, 2020),
    "四": (2021, 2025),
    "五": (2026, 2030),
}


class Year(NamedTuple):
    """A year or a span of years where it stands; `first` is 0 for an open one."""

    first: int
    last: int
    start: int
    end: int
    words: str
    unit: str
    """`年`, `年度`, `学年`, `日` (a date in figures), `五年` (a five-year plan); empty for a bare number."""
    part: str = ""
    """What narrows it: `上半年`, `第一季度`, `1-6月`, `3月5日`."""

    @property
    def name(self) -> str:
        """Give the year as it is filed: `2020`, `2016-2017`, or as printed where it is open."""
        if not self.first:
            return self.words.rstrip("度年 ")
        return str(self.first) if self.first == self.last else f"{self.first}-{self.last}"


def years_in(plain: str) -> list[Year]:
    """Give the years of a text in simplified characters, in order; bare numbers that may be years are among them."""
    if ("２" in plain and "２０" in plain) or ("１" in plain and "１９" in plain):
        plain = plain.translate(_FULL_WIDTH)
    found = [*_in_figures(plain), *_in_characters(plain), *_five_year_plans(plain)]
    if len(found) > 1:
        found.sort(key=lambda year: year.start)
    return found


def _in_figures(plain: str) -> list[Year]:
    found: list[Year] = []
    for century in _CENTURIES:
        start = plain.find(century)
        while start >= 0:
            year = None if plain[start - 1 : start].isdigit() else _year_at(plain, start)
            if year:
                found.append(year)
            start = plain.find(century, max(year.end, start + 2) if year else start + 2)
    return found


def _year_at(plain: str, start: int) -> Year | None:
    match = _YEAR_AT.match(plain, start)
    if match is None:
        opened = _OPEN_AT.match(plain, start)
        return Year(0, 0, start, opened.end(), opened[0], "年") if opened else None
    begin, day, until, written, part = match.groups()
    unit = "日" if day else (written or "").strip()
    if not unit and plain[start - 1 : start].isascii() and plain[start - 1 : start].isalpha():
        return None
    first = int(begin)
    last = int(until or first)
    if last < first:
        last = first + 1 if last == (first + 1) % 100 else first
    return Year(first, last, start, match.end(), match[0], unit, (part or "").strip())


def _in_characters(plain: str) -> Iterator[Year]:
    if not any(beginning.search(plain) for beginning in _HAN_BEGINNINGS):
        return
    if not (any(sign in plain for sign in _HAN_SIGNS) or _HAN_SIGN.search(plain)):
        return
    for match in _HAN_YEAR.finditer(plain):
        number = int("".join(_VALUES[sign] for sign in match[0][:4]))
        yield Year(number, number, match.start(), match.end(), match[0], "年")
    for match in _HAN_OPEN.finditer(plain):
        yield Year(0, 0, match.start(), match.end(), match[0], "年")


def _five_year_plans(plain: str) -> Iterator[Year]:
    for match in _PLAN.finditer(plain):
        first, last = _PLANS[match["number"]]
        yield Year(first, last, match.start(), match.end(), match[0], "五年")
