"""What a text shows of its condition: script, masks, lost characters."""

import json
from functools import partial
from pathlib import Path

import pytest

from cleaners.facts.counts import claimed_chars
from cleaners.facts.script_characters import SIMPLIFIED_ONLY, TRADITIONAL_ONLY
from cleaners.facts.text import han_count, lost_characters, masks_of, script_of
from tests.tables import table
from tests.timing import assert_quick

SEEDS = Path(__file__).parents[2].parent / "shared" / "seeds"


@pytest.mark.parametrize(
    ("text", "expected"), [("", 0), ("工作2021年ab，。", 3), ("〇二", 2), ("かな漢字", 2), ("𠮷野", 2), ("！？", 0)]
)
def test_han_characters_are_counted(text: str, expected: int) -> None:
    assert han_count(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("今年以来，我镇认真开展宣传思想工作，取得了明显成效。", "simplified"),
        ("今年以來，我鎮認真開展宣傳思想工作，取得了明顯成效。", "traditional"),
        ("今年以來，我鎮認真開展宣傳。今年以来，我镇认真开展宣传。", "mixed"),
        ("各單位干部要關于制度建設台賬后續問題進行檢查總結", "traditional"),  # 干 于 制 台 后 are used by both scripts
        ("干部制度表面只于台里后面系向回云", None),
        ("今年，我镇", None),
        ("2021-01-02 hello", None),
        ("", None),
    ],
)
def test_the_script_is_named(text: str, expected: str | None) -> None:
    assert script_of(text) == expected


def test_a_name_in_the_other_script_makes_no_mixture() -> None:
    text = "今年以来，我镇认真开展宣传思想工作，取得了明显成效。" * 5 + "《學習》"
    assert script_of(text) == "simplified"


def test_no_character_is_in_both_tables() -> None:
    assert not set(SIMPLIFIED_ONLY) & set(TRADITIONAL_ONLY)
    assert (len(set(SIMPLIFIED_ONLY)), len(set(TRADITIONAL_ONLY))) == (len(SIMPLIFIED_ONLY), len(TRADITIONAL_ONLY))
    assert not set("干后里台于着面系制表复云回向") & set(SIMPLIFIED_ONLY + TRADITIONAL_ONLY)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("X矿、XX镇、***思想、**局", (("**", 1), ("***", 1), ("X", 1), ("XX", 1))),
        ("测试*场、展板*个、“*课堂”", (("*", 3),)),
        ("2022XX镇召开会议", (("XX", 1),)),
        ("2020**镇", (("**", 1),)),
        ("在xx县××市＊＊局", (("xx", 1), ("××", 1), ("＊＊", 1))),
        ("张某、李某某到某县", (("某", 2), ("某某", 1))),
        ("增长X%，共X户X人，第X次", (("X", 4),)),
        ("XXX同志", (("XXX", 1),)),
        ("在一个某县", (("某", 1),)),
    ],
)
def test_masks_are_counted_as_printed(text: str, expected: tuple[tuple[str, int], ...]) -> None:
    assert masks_of(text) == expected


@table(
    "text",
    [
        "20XX年",
        "201x年",
        "20**年",
        "200X年",
        "3×5米",
        "100×200",
        "3*5",
        "长×宽×高",
        "XML、MAX、box、XXL、XXI",
        "X光片、X射线、x轴",
        "X-ray",
        "www.xxx.com",
        "xxx@163.com",
        "Discuz! X3.2",
        "Discuz! X 版",
        "拼音(xiàn)",
        "* 第一项",
        "一\n***\n二",
        "*" * 40,
        "×" * 12,
        "对（√）错（×）",
        "某些、某种、某个、某一、某项",
        "5X",
        "",
    ],
)
def test_what_only_looks_like_a_mask(text: str) -> None:
    assert masks_of(text) == ()


@table(
    ("text", "expected"),
    [
        ("开展“党旗领航?周五学习”活动", 1),
        ("“党旗领航？周五学习”", 1),
        ("阿不都?热合曼同志", 1),
        ("推进工作??落实", 2),
        ("“三会一课?”制度", 1),
        ("坏\ufffd字", 1),
        ("这是什么?为谁服务?怎么办?要抓落实。", 0),
        ("是不是?他说有没有?再看", 0),
        ("“好不好?”“你去吗?”", 0),
        ("工作完成了?", 0),
        ("工作完成了?\n下一步", 0),
        ("http://a.cn/?id=1 和 a?b", 0),
        ("真的吗？大家都说", 0),
        ("谁来干？大家干", 0),
        ("", 0),
    ],
)
def test_lost_characters_are_no_questions(text: str, expected: int) -> None:
    assert lost_characters(text) == expected


@pytest.mark.shared
@pytest.mark.skipif(not SEEDS.exists(), reason="the seed pages are not here")
def test_the_seeds_are_as_expected() -> None:
    expected = json.loads((SEEDS / "expected.json").read_text(encoding="utf-8"))
    for name, wanted in expected.items():
        text = (SEEDS / name).read_text(encoding="utf-8")
        assert script_of(text) == wanted["page"].get("script", "simplified")
        assert lost_characters(text) == sum(report.get("lost_characters", 0) for report in wanted["reports"])
        if any(report.get("masked") for report in wanted["reports"]):
            assert masks_of(text)
        if "claimed_chars" in wanted["page"]:
            assert wanted["page"]["claimed_chars"] in claimed_chars(text)


def test_nasty_texts_are_quick() -> None:
    def read_all(nasty: str) -> None:
        masks_of(nasty)
        lost_characters(nasty)
        script_of(nasty)

    for nasty in (
        "?" * 200_000,
        "工?" * 100_000,
        "*" * 200_000,
        "X " * 100_000,
        "某" * 200_000,
        "2" * 200_000,
        "20" * 99_000 + "X",
    ):
        assert_quick(partial(read_all, nasty), seconds=2, name=nasty[:9])
