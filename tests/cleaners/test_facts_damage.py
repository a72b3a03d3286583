"""Numbers that are missing or cannot be right, words and paragraphs that stand twice; and what is sound."""

from functools import partial

import pytest

from cleaners.facts.damage import MOST_FOUND, broken_numbers, doubled
from tests.tables import table
from tests.timing import assert_quick


def broken(text: str) -> list[str]:
    return [one.words for one in broken_numbers(text)]


@table(
    ("text", "words"),
    [
        ("按照县发第号文件", "第号"),
        ("选出第届委员会", "第届"),
        ("按照〔〕12号文件", "〔〕12号"),
        ("按照〔〕号文件", "〔〕号"),
        ("按照县发〔2019〕号文件", "〔2019〕号"),
        ("按照[]12号文件", "[]12号"),
        ("截止年9月,完成", "年9月"),
        ("从年3月起", "年3月"),
        ("年1月,召开会议", "年1月"),
        ("签订于年月日。", "年月日"),
        ("在202023年,完成", "202023年"),
        ("在201820年,完成", "201820年"),
        ("每年2023月开会", "2023月"),
        ("每月2023日开会", "2023日"),
        ("张某现年2023岁", "2023岁"),
        ("下午2023点整", "2023点"),
        ("第2023届运动会", "第2023届"),
        ("第2023次会议", "第2023次"),
        ("13月5日召开", "13月5日"),
        ("56月份召开", "56月"),
        ("3月32日召开", "3月32日"),
        ("3月83号召开", "3月83号"),
        ("投入资金万元", "万元"),
        ("实现收入亿元,", "亿元"),
        ("同比增长%。", "%"),
        ("合格率达到%。", "%"),
        ("下降个百分点", "个百分点"),
        ("投入万元,完成", "万元"),
        ("总投资亿元,", "亿元"),
        ("工业总值亿元,", "亿元"),
        ("实现产值万元,", "万元"),
        ("合格率达%。", "%"),
        ("任务完成%。", "%"),
        ("占%。", "%"),
    ],
)
def test_broken_numbers(text: str, words: str) -> None:
    found = broken_numbers(text)
    assert [one.words for one in found] == [words]
    assert text[found[0].start or 0 :].startswith(words)


@table(
    "text",
    [
        "等第号",
        "第二届",
        "第12号",
        "县发〔2019〕12号",
        "今年9月",
        "去年3月",
        "2020年9月",
        "二〇二〇年9月",
        "学年9月",
        "  年  月  日",
        "2020年月日",
        "XX年月日",
        "2020年12月",
        "202人",
        "2020月刊",
        "2020日报",
        "工期24月",
        "历时18个月",
        "12月31日",
        "10.12月",
        "亿元以上项目",
        "资金万元以上",
        "产值亿元村",
        "投入200万元",
        "增长5%",
        "100%",
        "5个百分点",
        "第2020号",
        "",
    ],
)
def test_sound_numbers(text: str) -> None:
    assert broken(text) == []


def test_so_many_places_are_kept_in_order() -> None:
    text = "投入万元,第号文件。" * 40
    found = broken_numbers(text)
    assert (len(found), [one.words for one in found[:3]]) == (MOST_FOUND, ["万元", "第号", "万元"])


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("各乡镇乡镇都要落实", "乡镇乡镇"),
        ("意识形态工作工作部署", "工作工作"),
        ("成立办公室办公室主任", "办公室办公室"),
        ("成立领导组领导组成员", "领导组领导组"),
        ("各鄉鎮鄉鎮都要落實", "鄉鎮鄉鎮"),
    ],
)
def test_words_that_stand_twice(text: str, words: str) -> None:
    found = doubled(text)
    assert [(one.words, one.start) for one in found] == [(words, text.index(words))]


@table(
    "text",
    [
        "请大家研究研究",
        "一起讨论讨论",
        "和他商量商量",
        "去学习学习",
        "考虑考虑",
        "打扫打扫",
        "收拾收拾",
        "休息休息",
        "活动活动",
        "锻炼锻炼",
        "总结总结",
        "交流交流",
        "调查调查",
        "检查检查",
        "教育教育",
        "帮助帮助",
        "一步一步走",
        "一个一个查",
        "一点一点改",
        "一次一次来",
        "一天一天好",
        "一遍一遍看",
        "一样一样数",
        "一层一层抓",
        "很多很多人",
        "非常非常好",
        "不断不断地",
        "仅仅仅仅如此",
        "哈哈哈哈",
        "工作,工作",
        "12121212",
        "XXXX",
        "****",
        "abab",
        "为人民服务",
        "",
    ],
)
def test_words_said_twice_on_purpose(text: str) -> None:
    assert doubled(text) == ()


def test_long_paragraphs_that_stand_twice() -> None:
    line = "今年以来,我镇高度重视安全生产,层层压实责任,深入开展隐患排查,成效明显,群众满意。"
    assert [(one.words, one.start) for one in doubled(f"{line}\n另一段。\n{line}")] == [(line[:30], len(line) + 6)]
    assert doubled("一、加强领导\n另一段。\n一、加强领导") == ()


def test_a_rare_character_before_it_does_no_harm() -> None:
    assert len(doubled("𠮷野各乡镇乡镇")) <= 1


def test_nasty_texts_are_quick() -> None:
    for nasty in ("工作" * 6_000, "一二三四" * 4_000, "月" * 10_000, "13月" * 4_000, "年1月" * 4_000):
        assert_quick(partial(doubled, nasty), seconds=0.5, name=nasty[:9])
        assert_quick(partial(broken_numbers, nasty), seconds=0.5, name=nasty[:9])
