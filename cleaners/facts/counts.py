"""Numbers as pages print them: counters, file sizes, claims of length. Where they stand is the platform's knowledge."""

import re
from decimal import Decimal
from typing import Final

from cleaners.regex import regex

_WIDE_MARKS: Final = str.maketrans("．，", ".,")
"""Full-width digits are digits to patterns, `int` and `Decimal`; their marks are not."""
_TIMES: Final = {
    "": 1,
    "k": 1_000,
    "千": 1_000,
    "w": 10_000,
    "万": 10_000,
    "萬": 10_000,
    "m": 1_000_000,
    "亿": 10**8,
    "億": 10**8,
}
# `177`, `1,234`, `1.46W`, `3.2万次`, `10万+`. Bounded, one digit class after the other.
_COUNT: Final = regex(
    r"(?P<number>\d{1,3}(?:,\d{3}){1,4}|\d{1,15})(?P<part>\.\d{1,4})?\s?(?P<unit>[kKwWmM千万萬亿億]?)\+?\s?[次人个個条條篇]?\+?"
)
_BYTES: Final = {"k": 1, "m": 2, "兆": 2, "g": 3}
"""Power of 1,024 by a unit's first character; bytes themselves are none of these."""
_SIZE: Final = regex(
    r"(?P<number>\d{1,12}(?:\.\d{1,4})?)\s?(?P<unit>字节|兆|[kKmMgG]?[iI]?[bB](?:ytes?)?|[kKmMgG])"
)
_MANY: Final = {None: 1, "千": 1_000, "万": 10_000, "萬": 10_000}
_NUMBER: Final = r"(?P<number>\d{1,9}(?:\.\d{1,2})?|\d{1,3}(?:,\d{3}){1,2})\s?(?P<many>[千万萬])?[余餘]?个?字"
# A claim stands in brackets of its own, begins with 全文, 本文 or 总字数, or fills its line (`约3千字`); the text may
# speak of lengths too (`1000字以上的心得`). Bounded and over disjoint classes, each begins with a rare character.
_CLAIMS: Final = (
    regex(
        r"[(（\[【](?:全文|本文|文章|正文)?(?:共[计計约約]?|[总總][计計]|大?[约約]){0,2}"
        + _NUMBER
        + r"(?:左右)?\s{0,2}[)）\]】,，]"
    ),
    regex(
        r"(?:全文|本文|本篇文章)(?:共[计計约約]?|[总總][计計]|大?[约約]){0,2}\s?[:：]?\s?" + _NUMBER
        + r"(?!以|左右的|的|之)"
    ),
    regex(r"[总總]?字[数數]\s?[:：]\s?[约約]?" + _NUMBER),
    regex(r"^\s{0,9}(?:[约約]|共[约約]?)\s?" + _NUMBER + r"(?=\s{0,9}$|[,，]\s?需?(?:阅读|浏览|预计))", re.MULTILINE),
)


def read_count(stated: str) -> int | None:
    """Read a counter (views, replies, likes); None where it is not one number, or is a fraction."""
    match = _COUNT.fullmatch(stated.strip().translate(_WIDE_MARKS))
    if match is None:
        return None
    exact = Decimal(match["number"].replace(",", "") + (match["part"] or "")) * _TIMES[match["unit"].lower()]
    return int(exact) if exact == exact.to_integral_value() else None


def read_size(stated: str) -> int | None:
    """Read a file size in bytes, 1 KB = 1,024 bytes, rounded down; None where it is no size."""
    match = _SIZE.fullmatch(stated.strip().translate(_WIDE_MARKS))
    if match is None:
        return None
    return int(Decimal(match["number"]) * 1_024 ** _BYTES.get(match["unit"][0].lower(), 0))


def claimed_chars(text: str) -> tuple[int, ...]:
    """Give the lengths that a page claims for its text, in order of appearance, each once; empty if it is silent."""
    found = sorted((match.start(), _claimed(match)) for claim in _CLAIMS for match in claim.finditer(text))
    return tuple(dict.fromkeys(number for _, number in found if number))


def _claimed(match: re.Match[str]) -> int:
    return int(Decimal(match["number"].replace(",", "")) * _MANY[match["many"]])
