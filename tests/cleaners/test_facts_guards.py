"""Cheap looks that spare a text a search: each lets through all that the search would find. The searches: elsewhere."""

import pytest

from cleaners.facts.damage import doubled
from cleaners.facts.injection import injected
from cleaners.facts.machine import ai_written
from cleaners.facts.script_characters import TRADITIONAL_ONLY
from cleaners.facts.text import script_of
from cleaners.facts.years import years_in

NAMES = (
    "葡京 威尼斯人 金沙 永利 太阳城 皇冠 亚博 必威 万博 凯发 博狗 乐鱼 华体会 开云 申博 金冠 沙巴 大发 彩神 鸿运 银河"
)


def test_gb2312_has_no_character_of_the_traditional_script_only() -> None:
    assert [one for one in TRADITIONAL_ONLY if one.encode("gb2312", "ignore")] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("认真贯彻会议精神,开展学习教育,领导班子团结", "simplified"),
        ("認真貫徹會議精神,開展學習教育,領導班子團結", "traditional"),
        ("认真贯彻会议精神•开展学习教育,领导班子团结", "simplified"),
        ("•认真贯彻会议精神,开展學習教育,领導班子團結", "mixed"),
    ],
)
def test_the_script_with_and_without_signs_beyond_gb2312(text: str, expected: str) -> None:
    assert script_of(text) == expected


@pytest.mark.parametrize("name", NAMES.split())
@pytest.mark.parametrize("trade", ["体育平台", "线上", "投注", "现金网"])
def test_every_name_before_a_trade_is_found(name: str, trade: str) -> None:
    count, found = injected(f"做好{name}{trade}工作")
    assert (count, found[0].words) == (1, name + trade)


@pytest.mark.parametrize(
    "words",
    [
        "bet365", "betway", "manbetx", "pk10开奖", "PK10开奖", "北京赛车PK", "时时彩平台", "真人荷官", "真人百家乐",
        "真钱游戏", "百家乐玩法", "博彩公司", "棋牌官网", "彩票开户", "娱乐城注册", "网上赌场", "新葡京",
    ],
)  # fmt: skip
def test_what_is_sold_without_a_name_is_found(words: str) -> None:
    count, found = injected(f"做好{words}工作")
    assert (count, found[0].words) == (1, words)


@pytest.mark.parametrize("text", ["金沙县体育工作", "做好线上体育教学", "永利村,体育投注站", "皇冠小区 线上"])
def test_a_trade_without_a_name_is_none(text: str) -> None:
    assert injected(text) == (0, ())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("一九五六年", ["1956"]), ("二零二一年", ["2021"]), ("二〇二九年", ["2029"]), ("二O一八年", ["2018"]),
        ("零距离服务,一二三四年", []), ("○一二年", []), ("服务零距离", []),
    ],
)  # fmt: skip
def test_years_in_characters_by_what_they_begin_with(text: str, expected: list[str]) -> None:
    assert [year.name for year in years_in(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("加强加强领导", [("加强加强", 0)]),
        ("会议会议要求,领导班子领导班子", [("会议会议", 0)]),
        ("党支部党支部要", [("党支部党支部", 0)]),
        ("落实会议会", []),
    ],
)
def test_words_twice_are_looked_at_in_the_text(text: str, expected: list[tuple[str, int]]) -> None:
    assert [(one.words, one.start) for one in doubled(text)] == expected


def test_characters_that_share_a_low_byte_are_not_the_same() -> None:
    assert doubled("\u4e00\u4e01\u4f00\u4f01") == ()
    assert [one.start for one in doubled("\u4e00\u4e01\u4f00\u4f01\u4f00\u4f01")] == [2]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("## 一、基本\n正文\n## 二、做法\n正文\n## 三、计划\n", 3),
        ("**一是抓学习**\n**二是抓落实**\n## 三、计划\n", 3),
        ("**一是抓学习**\n**二是抓落实**\n三\n", 0),
        ("*县*镇*村\n#一\n#二\n#三\n", 0),
    ],
)
def test_lines_in_markdown_from_three_on(text: str, expected: int) -> None:
    assert ai_written(text)[0] == expected
