"""Dates as printed, and what must not be taken for one."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfoNotFoundError

import pytest

from cleaners.facts.dates import read_date
from tests.tables import table
from tests.timing import assert_quick

NOW = datetime(2026, 11, 22, 1, 26, 30, tzinfo=UTC)  # 09:26:30 in Shanghai


def at(stated: str, *, zone: str = "Asia/Shanghai", now: datetime | None = NOW) -> tuple[str | None, str | None]:
    found = read_date(stated, kind="posted", zone=zone, fetched_at=now)
    return found.at, found.precision


@table(
    ("stated", "expected", "precision"),
    [
        ("2021-1-2 22:08:16", "2021-01-02T22:08:16+08:00", "second"),
        ("发表于 2021-1-2 22:08:16 ", "2021-01-02T22:08:16+08:00", "second"),
        ("2021-01-02", "2021-01-02", "day"),
        ("2021/1/2 22:08", "2021-01-02T22:08+08:00", "minute"),
        ("2021.1.2", "2021-01-02", "day"),
        ("2021年1月2日 22:08", "2021-01-02T22:08+08:00", "minute"),
        ("2021年1月2日22时08分", "2021-01-02T22:08+08:00", "minute"),
        ("2021年1月2日", "2021-01-02", "day"),
        ("2021年01月02 22:08:16", "2021-01-02T22:08:16+08:00", "second"),
        ("02.01.2021  22:08", "2021-01-02T22:08+08:00", "minute"),
        ("23.03.2017", "2017-03-23", "day"),
        ("2021 年 1 月 2 日", "2021-01-02", "day"),
        ("2021年1月2日 星期六 22:08", "2021-01-02T22:08+08:00", "minute"),
        ("2021年1月2日（星期六）22:08", "2021-01-02T22:08+08:00", "minute"),
        ("2021- 01- 02 22: 08", "2021-01-02T22:08+08:00", "minute"),
        ("2021 - 1 - 2", "2021-01-02", "day"),
        ("2024-11-18\xa014:36", "2024-11-18T14:36+08:00", "minute"),
        ("2021-1-2 10:08 PM", "2021-01-02T22:08+08:00", "minute"),
        ("2021-1-2 下午 10:08", "2021-01-02T22:08+08:00", "minute"),
        ("2021-1-2 12:08 AM", "2021-01-02T00:08+08:00", "minute"),
        ("2021-01-02T22:08:16+08:00", "2021-01-02T22:08:16+08:00", "second"),
        ("2021-01-02T14:08:16.000Z", "2021-01-02T22:08:16+08:00", "second"),
        ("Sat, 02 Jan 2021 14:08:16 +0000", "2021-01-02T22:08:16+08:00", "second"),
        ("GMT+8, 2024-11-18 14:36 , Processed in 0.1", "2024-11-18T14:36+08:00", "minute"),
        ("GMT+0, 2024-11-18 14:36", "2024-11-18T22:36+08:00", "minute"),
        ("本帖最后由 某人 于 2021-1-2 22:08 编辑", "2021-01-02T22:08+08:00", "minute"),
        ("2021-1-2 (2021-1-2 22:08)", "2021-01-02T22:08+08:00", "minute"),
        ("发布日期:2021-01-02 22:08:16来源", "2021-01-02T22:08:16+08:00", "second"),
        ("2024-2-29", "2024-02-29", "day"),
        ("2021年1月", "2021-01", "month"),
        ("更新时间：2021年12月", "2021-12", "month"),
        ("2021-01", "2021-01", "month"),
        ("2021年", "2021", "year"),
        ("114-07-04", "2025-07-04", "day"),
        ("民國99年1月2日", "2010-01-02", "day"),
        ("114/07/04 22:08", "2025-07-04T22:08+08:00", "minute"),
        ("25/04/2018", "2018-04-25", "day"),
        ("04/25/2018", "2018-04-25", "day"),
    ],
)
def test_absolute_dates(stated: str, expected: str, precision: str) -> None:
    assert at(stated) == (expected, precision)


@table(
    ("stated", "expected", "precision"),
    [
        ("刚刚", "2026-11-22T09:26+08:00", "minute"),
        ("刚刚发表", "2026-11-22T09:26+08:00", "minute"),
        ("40 秒前", "2026-11-22T09:25+08:00", "minute"),
        ("30 分钟前", "2026-11-22T08:56+08:00", "minute"),
        ("25分钟前", "2026-11-22T09:01+08:00", "minute"),
        ("1\xa0小时前", "2026-11-22T08:26+08:00", "hour"),
        ("10小时前", "2026-11-21T23:26+08:00", "hour"),
        ("半小时前", "2026-11-22T08:56+08:00", "hour"),
        ("今天 09:00", "2026-11-22T09:00+08:00", "minute"),
        ("昨天\xa012:30", "2026-11-21T12:30+08:00", "minute"),
        ("发表于 昨天 06:45", "2026-11-21T06:45+08:00", "minute"),
        ("昨天", "2026-11-21", "day"),
        ("前天 08:00", "2026-11-20T08:00+08:00", "minute"),
        ("4&天前".replace("&", "\xa0"), "2026-11-18", "day"),
        ("30 天前", "2026-10-23", "day"),
        ("3 天前 12:30", "2026-11-19T12:30+08:00", "minute"),
    ],
)
def test_relative_dates_count_from_the_fetch(stated: str, expected: str, precision: str) -> None:
    assert at(stated) == (expected, precision)
    assert at(stated, now=None) == (None, None)


@table(
    "stated",
    [
        "",
        "21-1-2",
        "01-02 10:00",
        "2021-2-30",
        "2021-13-1",
        "2023-2-29",
        "0000-00-00 00:00:00",
        "2021-1-2 25:00",
        "2021-1-2 22:61",
        "1970-1-1 08:00",
        "3021-1-1",
        "20210102",
        "12021-1-2",
        "2021-1-2-3",
        "v2021.1.2.3",
        "2021-1/2",
        "第2004段",
        "thread-2004-1-1.html",
        "2021-1-2, 2021-1-3",
        "2021年1月至3月",
        "2021年13月",
        "24小时内",
        "3 天内",
        "3 个月前",
        "1 周前",
        "半天前",
        "3 分钟前 12:30",
        "昨天前发布",
        "昨天現身法國公開賽",
        "前天气预报",
        "昨天 25:61",
        "2021-01-02T22:08:16+99:00",
        "99 Foo 2021 10:00:00 +0000",
    ],
)
def test_what_is_vague_impossible_or_no_date_stays_as_printed(stated: str) -> None:
    found = read_date(stated, kind="posted", zone="Asia/Shanghai", fetched_at=NOW, where="em")
    assert (found.at, found.precision, found.stated, found.kind, found.where) == (None, None, stated, "posted", "em")


def test_the_zone_is_the_sites() -> None:
    assert at("2021-7-2 22:08", zone="America/New_York") == ("2021-07-02T22:08-04:00", "minute")
    assert at("2021-1-2 22:08", zone="America/New_York") == ("2021-01-02T22:08-05:00", "minute")
    assert at("昨天", zone="America/New_York") == ("2026-11-20", "day")  # there it is still the 21st
    with pytest.raises(ZoneInfoNotFoundError):
        at("2021-1-2", zone="Asia/Nowhere")


@pytest.mark.parametrize(
    "nasty", ["2021-" * 5_000, "1" * 50_000, "2021年1月" * 5_000, " " * 50_000 + "前", "昨天" * 20_000]
)
def test_nasty_strings_are_quick(nasty: str) -> None:
    assert_quick(lambda: at(nasty), seconds=0.1)
