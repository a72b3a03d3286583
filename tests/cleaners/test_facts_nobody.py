"""Words that stand where an author's name would and name nobody."""

import pytest

from cleaners.facts.labels import Pair
from cleaners.facts.nobody import somebody
from cleaners.page import Media, Page
from cleaners.read import read


@pytest.mark.parametrize(
    "value", ["佚名", "匿名", "未知", "网络", "網絡", "本站", "本站整理", "[佚名]", "网络转载", "国内", "財經"]
)
def test_nobody_is_no_author(value: str) -> None:
    assert list(somebody([Pair(label="作者", value=value)])) == []


@pytest.mark.parametrize(
    ("label", "value"),
    [("作者", "青禾"), ("作者", "未知山人"), ("作者", "网络科"), ("作者", "本站编辑"), ("来源", "本站"),
     ("来源", "原创"), ("来源", "原创文学网"),
     ("栏目", "国内"), ("作者", "管理员")],
)
def test_names_and_sources_stay(label: str, value: str) -> None:
    pair = Pair(label=label, value=value)
    assert list(somebody([pair])) == [pair]


@pytest.mark.parametrize("value", ["管理员", "系统管理员", "管理員", "admin"])
def test_who_entered_a_text_is_no_column(value: str) -> None:
    assert list(somebody([Pair(label="栏目", value=value)])) == []


@pytest.mark.parametrize("value", ["原创/投稿/转载", "原創、轉載", "扫一扫下载晨报新闻", "点击查看原文"])
def test_a_form_and_a_button_are_no_source(value: str) -> None:
    assert list(somebody([Pair(label="来源", value=value)])) == []


def test_a_line_that_names_nobody_leaves_the_text_and_is_no_fact() -> None:
    text = "溪口镇2021年工作总结\n时间:2021-03-02 来源:溪口县司法局 作者:佚名\n今年以来,工作有序推进。\n一、做法"
    found = read(Page(body=text.encode(), media=Media.TEXT))
    assert (found.facts.author, found.facts.source) == (None, "溪口县司法局")
    assert "佚名" not in found.entries[0].text
