"""Dates as Chinese pages print them. Understood or left alone, never guessed.

Which string of a page is a date, and of what kind, is the platform's knowledge. No date is ever taken from running
text or from a URL: a reader that tries finds 2004-01-01 in 第2004段.
"""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from email.utils import parsedate_to_datetime
from typing import Final
from zoneinfo import ZoneInfo

from cleaners.reading import StatedDate
from cleaners.regex import regex

_MAX_STATED: Final = 300
_YEARS: Final = range(1900, 2101)
_COUNTER_YEARS: Final = (1969, 1970)
"""Those of a counter that was never set: it is printed as 1970-1-1 08:00, elsewhere as the evening before."""

# All shapes below have bounded quantifiers over disjoint classes and begin with a digit: they cannot backtrack far.
# `\s` stands for the fixed-width blanks of pages as well (`4&nbsp;天前`).
_TIME: Final = (
    r"(?:[\sT,，]{0,3}(?:[（(]?(?:星期|周)[一二三四五六日天][)）]?)?\s{0,2}(?P<half>上午|下午)?\s{0,2}"
    r"(?P<hour>\d{1,2})(?:[:：]\s?(?P<minute>\d{2})(?:[:：]\s?(?P<second>\d{2})(?:\.\d{1,9})?)?"
    r"|[时時点點](?P<minute_han>\d{1,2})分(?:(?P<second_han>\d{1,2})秒)?)"
    r"(?!\d)(?:\s?(?P<english_half>[AaPp][Mm])\b)?(?:\s?(?P<offset>Z|[+-]\d{2}:?\d{2})(?!\d))?)?"
)
# 2021-1-2, 2021/01/02, 2021. 1. 2 (not 2021.1.2.3); the separator must be the same twice, its blanks too.
_NUMERIC: Final = regex(
    r"(?<![\d./-])(?P<year>\d{4})(?P<mark>\s?[-/.]\s?)(?P<month>\d{1,2})(?P=mark)(?P<day>\d{1,2})(?!\d|[./-]\d)" + _TIME
)
# 02.03.2021: where points part them the day stands first; with slashes nobody can tell.
_DAY_FIRST: Final = regex(
    r"(?<![\d./-])(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<year>(?:19|20)\d{2})(?!\d|[./-]\d)" + _TIME
)
# 民國114年7月4日, 114-07-04: the year of the republic that Taiwan counts; of 21-1-2 nobody can tell.
_REPUBLIC: Final = regex(
    r"(?<![\d./-])(?:(?:(?:中[华華])?民[国國]\s?(?P<named>\d{2,3})|(?P<counted>1[0-3]\d))"
    r"(?:[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})(?!\d|[./-]\d)"
    r"|\s?年\s?(?P<month_han>\d{1,2})\s?月\s?(?P<day_han>\d{1,2})\s?日))" + _TIME
)
_FIRST_YEAR: Final = 1911
"""What is added to a year of the republic."""
_HAN: Final = regex(
    r"(?<!\d)(?P<year>\d{4})\s?年\s?(?P<month>\d{1,2})\s?月\s?(?P<day>\d{1,2})\s?"
    r"(?:[日号號]|(?=\s\d{2}[:：]\d{2}))" + _TIME  # the last mark may be lost before a time of day
)
_SLASHED: Final = regex(r"(?P<one>\d{1,2})/(?P<other>\d{1,2})/(?P<year>(?:19|20)\d{2})" + _TIME)
_HAN_MONTH: Final = regex(
    r"(?<!\d)(?P<year>\d{4})\s?年(?:\s?(?P<month>\d{1,2})\s?月(?:份)?)?(?!\s?[\d~～—–至到-])"
)
_ISO_MONTH: Final = regex(r"(?P<year>\d{4})-(?P<month>\d{2})")
_RFC822: Final = regex(
    r"(?:[A-Z][a-z]{2},\s?)?\d{1,2}\s[A-Z][a-z]{2}\s\d{4}\s\d{2}:\d{2}(?::\d{2})?(?:\s[+-]\d{4}|\s[A-Z]{1,3})?"
)
# `GMT+8, 2024-11-18 14:36`: the zone stands before the date, as in every Discuz footer.
_GMT: Final = regex(r"(?:GMT|UTC)\s?(?P<sign>[+-])(?P<hours>\d{1,2})(?::?(?P<minutes>\d{2}))?(?!\d)")
# What follows a relative date must not go on as prose (昨天現身…) or as another word (昨天前, 24小时内).
_ENDS: Final = r"(?=\s|$|[^\w]|发表|发布|更新|编辑|回复|上传|發表|發佈|回覆)"
_CLOCK: Final = r"(?:\s{0,3}(?P<hour>\d{1,2})[:：](?P<minute>\d{2})(?::(?P<second>\d{2}))?(?!\d))?"
_AGO: Final = regex(
    r"(?<![\d.])(?:(?P<count>\d{1,4})\s{0,3}|(?P<half>半)\s{0,3}个?|半个?)"
    r"(?P<unit>秒钟?|分钟|分鐘|小时|小時|天)前" + _CLOCK + _ENDS
)
_DAY_WORD: Final = regex(
    r"(?<![\w])(?:发表于|發表於|发布于|更新于|于|於)?\s{0,3}(?P<word>今天|昨天|前天)" + _CLOCK + _ENDS
)
_JUST_NOW: Final = regex(r"(?:刚刚|刚才|剛剛|剛才)" + _ENDS)
_DAYS_BACK: Final = {"今天": 0, "昨天": 1, "前天": 2}


def read_date(stated: str, *, kind: str, zone: str, fetched_at: datetime | None, where: str = "") -> StatedDate:
    """Understand one printed date.

    `zone`: IANA name in which the page prints its times; `fetched_at`: aware, what relative dates count from. `at` is
    None for what is impossible, ambiguous (`21-1-2`, two different dates), vague (`24小时内`, `3个月前`) or relative
    without `fetched_at`. Precision is `second`, `minute`, `hour` (`1 小时前`: the page has rounded), `day`, `month` or
    `year`.
    Raises ZoneInfoNotFoundError for a zone that does not exist.
    """
    text = stated[:_MAX_STATED].strip()
    at, precision = _understand(text, ZoneInfo(zone), fetched_at)
    return StatedDate(kind=kind, stated=stated, at=at, precision=precision, where=where)


_Moment = tuple[str | None, str | None]
_UNKNOWN: Final[_Moment] = (None, None)


def _understand(text: str, zone: tzinfo, fetched_at: datetime | None) -> _Moment:
    absolute = [_from_match(match, text, zone) for match in _absolute_matches(text)]
    if absolute:
        return _agreed(absolute)
    if elsewhere := _elsewhere(text, zone):
        return elsewhere
    if match := _RFC822.search(text):
        return _from_rfc822(match[0], zone)
    if match := _HAN_MONTH.search(text) or _ISO_MONTH.fullmatch(text):
        return _from_month(match["year"], match["month"])
    if fetched_at is None:
        return _UNKNOWN
    return _relative(text, fetched_at.astimezone(zone))


def _elsewhere(text: str, zone: tzinfo) -> _Moment | None:
    """Give a date as printed in Taiwan or Hong Kong; None for another."""
    if match := _REPUBLIC.fullmatch(text):
        return _of_republic(match, text, zone)
    match = _SLASHED.fullmatch(text)
    return _of_slashes(match, text, zone) if match else None


def _absolute_matches(text: str) -> Iterator[re.Match[str]]:
    yield from _NUMERIC.finditer(text)
    yield from _HAN.finditer(text)
    yield from _DAY_FIRST.finditer(text)


def _agreed(moments: list[_Moment]) -> _Moment:
    """Take the fullest of dates that say the same; nothing where two differ."""
    fullest = max(moments, key=lambda moment: len(moment[0] or ""))
    if any(at is None or not (fullest[0] or "").startswith(at[:16]) for at, _ in moments):
        return _UNKNOWN
    return fullest


def _from_match(match: re.Match[str], text: str, zone: tzinfo) -> _Moment:
    return _at((int(match["year"]), int(match["month"]), int(match["day"])), match, text, zone)


def _of_republic(match: re.Match[str], text: str, zone: tzinfo) -> _Moment:
    year = int(match["named"] or match["counted"]) + _FIRST_YEAR
    month, day = match["month"] or match["month_han"], match["day"] or match["day_han"]
    return _at((year, int(month), int(day)), match, text, zone)


def _of_slashes(match: re.Match[str], text: str, zone: tzinfo) -> _Moment:
    """Take `25/04/2018` and `04/25/2018`, of which one number can be no month; nothing where both can."""
    first, second = int(match["one"]), int(match["other"])
    if (first > MONTHS) == (second > MONTHS):
        return _UNKNOWN
    month, day = (second, first) if first > MONTHS else (first, second)
    return _at((int(match["year"]), month, day), match, text, zone)


MONTHS: Final = 12


def _at(day: tuple[int, int, int], match: re.Match[str], text: str, zone: tzinfo) -> _Moment:
    try:
        on = date(*day)
        if on.year not in _YEARS:
            return _UNKNOWN
        if match["hour"] is None:
            return on.isoformat(), "day"
        return _with_time(on, match, _zone_stated(match["offset"], text) or zone, zone)
    except ValueError:  # there is no such day or time
        return _UNKNOWN


def _with_time(on: date, match: re.Match[str], stated_zone: tzinfo, zone: tzinfo) -> _Moment:
    hour = _on_24_hours(int(match["hour"]), match["half"] or match["english_half"])
    minute, second = match["minute"] or match["minute_han"], match["second"] or match["second_han"]
    moment = datetime(on.year, on.month, on.day, hour, int(minute), int(second or 0), tzinfo=stated_zone)
    if moment.year in _COUNTER_YEARS and moment.timestamp() == 0:
        return _UNKNOWN
    local = moment if stated_zone is zone else moment.astimezone(zone)
    return _print(local, "second" if second else "minute")


def _on_24_hours(hour: int, half: str | None) -> int:
    if half is None or hour > 12:
        return hour
    return hour % 12 + (12 if half.lower() in ("下午", "pm") else 0)


def _zone_stated(offset: str | None, text: str) -> tzinfo | None:
    if offset == "Z":
        return UTC
    if offset:
        hours, minutes = int(offset[1:3]), int(offset[-2:])
        return _fixed(offset[0], hours, minutes)
    if match := _GMT.search(text):
        return _fixed(match["sign"], int(match["hours"]), int(match["minutes"] or 0))
    return None


def _fixed(sign: str, hours: int, minutes: int) -> tzinfo:
    """Give a zone of fixed offset; raises ValueError past a day."""
    delta = timedelta(hours=hours, minutes=minutes)
    return timezone(-delta if sign == "-" else delta)


def _print(moment: datetime, precision: str) -> _Moment:
    return moment.isoformat(timespec="seconds" if precision == "second" else "minutes"), precision


def _from_rfc822(text: str, zone: tzinfo) -> _Moment:
    try:
        moment = parsedate_to_datetime(text)
    except ValueError:  # looks like a feed's date, but there is no such day
        return _UNKNOWN
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=zone)
    return _print(moment.astimezone(zone), "second")


def _from_month(year: str, month: str | None) -> _Moment:
    if int(year) not in _YEARS or (month is not None and not 1 <= int(month) <= 12):
        return _UNKNOWN
    return (year, "year") if month is None else (f"{year}-{int(month):02}", "month")


def _relative(text: str, now: datetime) -> _Moment:
    if _JUST_NOW.search(text):
        return _print(now, "minute")
    if match := _DAY_WORD.search(text):
        return _days_back(now, _DAYS_BACK[match["word"]], match)
    match = _AGO.search(text)
    return _ago(match, now) if match else _UNKNOWN


def _ago(match: re.Match[str], now: datetime) -> _Moment:
    unit, count = match["unit"][0], match["count"]
    if unit == "天" and count:
        return _days_back(now, int(count), match)
    if unit == "小" and match["hour"] is None:
        return _print(now - (timedelta(hours=int(count)) if count else timedelta(minutes=30)), "hour")
    if unit in "分秒" and count and match["hour"] is None:
        return _print(now - timedelta(**{"minutes" if unit == "分" else "seconds": int(count)}), "minute")
    return _UNKNOWN  # 半天前; `3 分钟前 12:30`, which says two things


def _days_back(now: datetime, days: int, clock: re.Match[str]) -> _Moment:
    on = now.date() - timedelta(days=days)
    if clock["hour"] is None:
        return on.isoformat(), "day"
    try:
        moment = datetime(
            on.year,
            on.month,
            on.day,
            int(clock["hour"]),
            int(clock["minute"]),
            int(clock["second"] or 0),
            tzinfo=now.tzinfo,
        )
    except ValueError:  # 昨天 25:61
        return _UNKNOWN
    return _print(moment, "second" if clock["second"] else "minute")
