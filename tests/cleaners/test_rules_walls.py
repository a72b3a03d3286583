"""Walls: what they state, in which families they leave a text, and nasty input. Examples: `test_rules`."""


import pytest

from cleaners.edits import apply, undo
from cleaners.platforms.paidgongwen import PRICE
from cleaners.rules.recipe import rules_for
from cleaners.rules.rule import Context
from cleaners.rules.wall.walls import cut_of
from tests.timing import assert_quick

WALLED = "一、抓好学习。\n二、抓好宣传，\n(未完，全文共5230字，当前显示1046字)"


@pytest.mark.parametrize(
    ("text", "is_cut", "gaps", "claimed"),
    [
        ("一、学习。\n(未完，全文共5230字，当前显示1046字)", True, 0, (5230, 1046)),
        ("一、学习（未完待续，全文6000字，目前仅显示800字）", True, 0, (6000, 800)),
        ("一、学习……(a.example省略12字，会员可查看)……二、宣传……(省略9字，VIP可查看)……三、总结。", True, 2, ()),
        ("一、学习。\n扫码联系老师", False, 0, ()),
        ("一、学习。\n试读结束\n二、宣传工作有序推进，成效明显。", False, 0, ()),
        ("试读结束", False, 0, ()),
        ("一、学习……（此处省略200字）……二、宣传。", False, 0, ()),
    ],
)
def test_what_walls_state(text: str, is_cut: bool, gaps: int, claimed: tuple[int, ...]) -> None:
    cut = cut_of(text)
    assert (cut.is_cut, cut.gaps, cut.claimed) == (is_cut, gaps, claimed)


@pytest.mark.parametrize("family", ["paidgongwen", "empirecms", "dedecms", "generic"])
def test_families_whose_texts_have_walls(family: str) -> None:
    context = Context(family=family)
    text, edits = apply(WALLED, rules_for(context), context)
    assert text.rstrip() == "一、抓好学习。\n二、抓好宣传，"
    assert undo(text, edits) == WALLED


def test_floors_of_a_forum_keep_what_people_typed() -> None:
    context = Context(family="discuz")
    assert apply(WALLED, rules_for(context), context)[0] == WALLED


def test_nasty_input_takes_no_time() -> None:
    def work() -> None:
        for words in ("未完", "…（", "【收藏】", "省略1字", "价格：", "试读", "全文共1字，", "……(a."):
            text = words * 10_000
            cut_of(text)
            PRICE.search(text[:40])

    assert_quick(work, seconds=0.5)
