"""What a text is signed by: its day, alone on a line at its end or below the office that signs, and that office.

The lines stay in the text; a day that the page itself states goes before. Who reports: `reporters`.
"""

import re
from collections.abc import Sequence

from cleaners.facts.bylines import day_of
from cleaners.facts.changes import changed
from cleaners.facts.dates import read_date
from cleaners.reading import Facts
from cleaners.regex import regex
from cleaners.rules.folding import folded

ZONE = "Asia/Shanghai"
"""A day bears no time; any zone would do."""
LAST_LINES = 4
"""Filled lines at the end of which one may be the day, with a page's own lines below it."""
LEAST_ABOVE = 2
"""Filled lines above a day at least: above them it is a heading's."""
LINE_CHARS = 60
_NUMBER = "[一二三四五六七八九十]{1,3}"
DAY = regex(
    r"(?:(?P<digits>\d{4}\s?(?:年\s?\d{1,2}\s?月\s?\d{1,2}\s?[日号]|[-/.]\s?\d{1,2}\s?[-/.]\s?\d{1,2}))"
    r"|(?P<republic>(?:中[华華])?民[国國]\s?\d{2,3}\s?年\s?\d{1,2}\s?月\s?\d{1,2}\s?日)"
    rf"|(?P<han>[一二][〇○零ＯO0一二三四五六七八九]{{3}}年{_NUMBER}月{_NUMBER}日))(?:\s?[（(]星期[一二三四五六日天][）)])?"
)
"""`2019年3月4日`, `二〇一九年三月四日（星期一）`: a whole line; of a year without its month and day there is none."""
OFFICE = regex(
    r"(?!.{0,40}(?:某|XX|xx|ＸＸ|××|\*))[一-鿿（）()、]{2,40}(?:人民政府|政府|处|科|部|办|室|厅|局|署|院|校|园|馆|站|所|中心|委|组|[协学工员合会]会|公司|集团|大学|小学|中学|支部|总支|团委"
    r"|法院|检察院|银行|社|队|党组)"
)
"""Who signs: a line of nothing else, without a mask of model texts; bounded."""
ABOVE = ("附件", "特此", "此致", "敬礼")
"""How lines begin below which a letter's day may stand without a signature."""
_VALUES = enumerate(("〇○零ＯO0", *"一二三四五六七八九"))
DIGITS = {character: str(value) for value, characters in _VALUES for character in characters}


def with_signature(facts: Facts, text: str) -> Facts:
    """Give facts with the day and the office that a text is signed by, each where the page states none.

    The day stands among the dates as the one the text was written on. It is no day of publishing: every copy bears it,
    and a mirror without a date of its own would be the first to have published.
    """
    if facts.published_at and facts.author:
        return facts
    office, day = signature_of([line.strip() for line in text.splitlines() if line.strip()])
    day = day or day_of(text)
    date = read_date(day, kind="written", zone=ZONE, fetched_at=None, where=WHERE) if day else None
    values: dict[str, object] = {}
    if office and not any((facts.author, facts.contributor, facts.issuer, facts.uploader)):
        values |= {"author": office, "where": (*facts.where, ("author", WHERE))}
    if date and date.at and not facts.published_at:
        values |= {"dates": (*facts.dates, date)}
    return changed(facts, **values) if values else facts


WHERE = "text: signature"


def signature_of(lines: Sequence[str]) -> tuple[str, str]:
    """Give the office and the day that a text's filled lines are signed by, in digits; empty strings for none.

    An attachment, or the law that a decree brings, may stand below; of a day without an office only page furniture.
    """
    for at in range(len(lines) - 1, LEAST_ABOVE - 1, -1):
        day = _day(lines[at])
        if not day:
            continue
        above = lines[at - 1]
        if _is_office(above) and not _is_office(lines[at - 2]):
            return above, day
        if at >= len(lines) - LAST_LINES or above.startswith(ABOVE):
            return "", day
    return "", ""


def _is_office(line: str) -> bool:
    return len(line) <= LINE_CHARS and OFFICE.fullmatch(folded(line)) is not None


def _day(line: str) -> str:
    """Give the day that a line is, in digits; empty for another line."""
    words = folded(line) if len(line) <= LINE_CHARS else ""
    match = DAY.fullmatch("".join(words.split()) if words[:1] in SET_WIDE else words) if words else None
    if not match:
        return ""
    return match["digits"] or match["republic"] or _in_digits(match["han"])


SET_WIDE = ("一", "二")
"""How a day in Han digits begins, which gazettes set with a blank behind each character."""


def _in_digits(day: str) -> str:
    """Give `2019年3月14日` for `二〇一九年三月十四日`."""
    year, month, rest = re.split("[年月]", day)
    return f"{''.join(DIGITS[digit] for digit in year)}年{_number(month)}月{_number(rest[:-1])}日"


def _number(words: str) -> int:
    tens, is_ten, ones = words.rpartition("十")
    return (int(DIGITS.get(tens, "1")) * 10 if is_ten else 0) + int(DIGITS.get(ones, "0"))
