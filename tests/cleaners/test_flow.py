"""What the end of a line and the beginning of the next say: tables of each form, with near misses."""

import pytest

from cleaners.rules.damage.flow import End, Start, end_of, is_apart, is_cell, is_heading, is_prose, is_title, start_of
from cleaners.rules.damage.wraps import TORN
from tests.tables import table


@table(
    ("words", "wanted"),
    [
        ("工作有序推进。", End.SENTENCE), ("再立新功！", End.SENTENCE), ("怎么办?", End.SENTENCE),
        ("很多……", End.SENTENCE),
        ("他说：“好。”", End.SENTENCE), ("（完毕。）", End.SENTENCE), ("工作有序推进.", End.SENTENCE),
        ("", End.SENTENCE),
        ("增长2.", End.OPEN), ("汇报如下：", End.CLAUSE), ("一是抓学习;", End.CLAUSE), ("主持人——", End.CLAUSE),
        ("认真学习，", End.MIDDLE), ("town,", End.MIDDLE), ("张三、", End.MIDDLE), ("落实“", End.MIDDLE),
        ("学习《", End.MIDDLE),
        ("各村认真组", End.OPEN), ("第7", End.OPEN), ("党*", End.OPEN), ("《条例》", End.OPEN), ("（二）", End.OPEN),
    ],
)  # fmt: skip
def test_the_end_of_a_line(words: str, wanted: End) -> None:
    assert end_of(words) is wanted


@table(
    "words",
    [
        "一、总结", "十二、总结", "一.总结", "第一章 总则", "第3节 概况", "第二部分", "第五條 附則", "第四項",
        "第2篇", "篇一：总结",
        "（一）学习", "(12)学习", "（3）学习", "㈠、总结", "①学习", "⑴学习", "Ⅱ 概况", "1、学习", "12.学习",
        "3）学习", "1．学习",
        "A.学习", "b、学习", "附件：名单", "附件2：名单", "附：名单", "附1:名单",
    ],
)  # fmt: skip
def test_an_enumerator_begins_an_item(words: str) -> None:
    assert start_of(words) is Start.ITEM


@pytest.mark.parametrize(
    "words",
    [
        "一是学习", "三要落实", "二,总结", "第一，学习", "第二是落实", "其一，学习", "其三是督查", "1,学习",
        "2:落实",
    ],
)
def test_an_enumerator_may_stand_inside_a_paragraph(words: str) -> None:
    assert start_of(words) is Start.RUN_IN


@table(
    ("words", "wanted"),
    [
        ("一、二、三等奖", Start.WORDS), ("1.5万元", Start.WORDS), ("2、3月", Start.WORDS), ("e.g.x", Start.WORDS),
        ("一是否", Start.WORDS), ("附件上传", Start.WORDS), ("今年", Start.WORDS), ("“四个意识”", Start.WORDS),
        ("**局", Start.WORDS),
        ("20年", Start.WORDS), ("《条例》", Start.WORDS), ("XX镇", Start.WORDS), ("×县", Start.WORDS),
        ("1,200人", Start.WORDS),
        ("，会议", Start.MARK), ("。会议", Start.MARK), ("”活动", Start.MARK), ("》要求", Start.MARK),
        (",会议", Start.MARK),
        (",5", Start.OTHER), ("）学习", Start.OTHER), ("•学习", Start.OTHER), ("-学习", Start.OTHER),
        ("|甲", Start.OTHER),
    ],
)  # fmt: skip
def test_what_else_a_line_begins_with(words: str, wanted: Start) -> None:
    assert start_of(words) is wanted


@table(
    ("words", "wanted"),
    [
        ("2021年12月20日", True), ("二〇二一年三月四日", True), ("20XX年X月X日", True), ("（2021年3月）", True),
        ("2021 年 3 月", True),
        ("2021年12月20日召开会议", False), ("2021年工作", False), ("甲\t乙", True), ("甲|乙", True),
        ("甲   乙", True),
        ("姓名：____", True), ("高举____旗帜", False), ("甲 乙", False), ("甲　　　乙", True), ("工作有序推进", False),
    ],
)  # fmt: skip
def test_dates_and_rows_are_cells(words: str, wanted: bool) -> None:
    assert is_cell(words) is wanted


def test_a_salutation_stands_apart() -> None:
    assert is_apart("各位代表：")
    assert is_apart("同志们:")
    assert not is_apart("今天,我代表镇政府作报告如下:")
    assert not is_apart("各位代表")


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("一、总结", True), ("（二）存在的问题", True), ("1、抓学习，促提高", False), ("一、总结。", False),
        ("今年以来", False),
    ],
)  # fmt: skip
def test_headings_are_enumerated_and_hold_no_mark(words: str, wanted: bool) -> None:
    assert is_heading(words) is wanted


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("某镇2020年工作总结", True), ("某局述职报告（草案）", True), ("學習體會三", True), ("实施方案2", True),
        ("工作总结及工作计划", True),
        ("某镇2020年工作", False), ("认真学习，撰写总结", False), ("总结会议精神", False),
        ("某" * 60 + "总结", False),
    ],
)  # fmt: skip
def test_titles_end_in_a_kind_of_text(words: str, wanted: bool) -> None:
    assert is_title(words) is wanted


def test_prose_holds_several_clauses() -> None:
    assert is_prose("认真学习，深入宣传")
    assert not is_prose("认真学习深入宣传。")
    assert not is_prose("甲，乙")


@table(
    ("across", "wanted"),
    [
        ("的工作", True), ("与各村", True), ("从实处", True), ("每个人", True), ("3个村", True), ("5万元", True),
        ("95%。", True), ("12日", True),
        ("组织。", True), ("穩步、", True), ("作会议", False), ("3村。", True), ("3村民", False),
        ("了工作", False), ("作，会", False),
    ],
)  # fmt: skip
def test_what_is_torn_apart_beyond_doubt(across: str, wanted: bool) -> None:
    assert bool(TORN.match(across)) is wanted
