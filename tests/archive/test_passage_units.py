"""What is one sentence and one paragraph of a text, and which ones are the same passage."""

import pytest

from archive.passage_units import FEWEST_HAN, PARAGRAPH, Unit, units_of, words_of

DUTY = "全镇上下要把安全生产责任落到每一个岗位。"
MEETING = "全年共召开专题调度会议12次，研究解决难题38个。"


def only(text: str) -> Unit:
    (unit,) = units_of(text)
    return unit


# (how the same sentence is printed elsewhere, what of it is the passage)
SAME = [
    ("一是全镇上下要把安全生产责任落到每一个岗位；", "全镇上下要把安全生产责任落到每一个岗位；"),
    ("1.全镇上下要把安全生产责任落到每一个岗位。", DUTY),
    ("12、" + DUTY, DUTY),
    ("（二）" + DUTY, DUTY),
    ("(3) " + DUTY, DUTY),
    ("三、（一）" + DUTY, DUTY),
    ("第三，" + DUTY, DUTY),
    ("二则是，" + DUTY, DUTY),
    ("①" + DUTY, DUTY),
    ("　　● " + DUTY, DUTY),
    ("全鎮上下要把安全生產責任落到每一個崗位。", "全鎮上下要把安全生產責任落到每一個崗位。"),
    ("全鎮上下要把安全生產（chǎn）責任落到每一個崗位。", "全鎮上下要把安全生產（chǎn）責任落到每一個崗位。"),
    ("全镇上下，要把“安全生产”责任，落到每一个岗位!", "全镇上下，要把“安全生产”责任，落到每一个岗位!"),
    ("全镇上下要把安全生产责任落到每一个岗位", "全镇上下要把安全生产责任落到每一个岗位"),
    ("某XX全镇上下要把***安全生产责任落到每一个岗位。", "某XX全镇上下要把***安全生产责任落到每一个岗位。"),
]


@pytest.mark.parametrize(("printed", "passage"), SAME)
def test_one_sentence_in_other_dress_is_one_passage(printed: str, passage: str) -> None:
    unit = only(printed)
    assert printed[unit.start : unit.end] == passage
    assert unit.key == only(DUTY).key
    assert words_of(printed) == words_of(DUTY)


# (two sentences that look alike, why they are two)
OTHER = [
    (DUTY, "全镇上下要把安全生产责任落到每一个班组。", "other words"),
    ("一线职工要熟记岗位上的操作规程要点。", "线职工要熟记岗位上的操作规程要点。", "the 一 of 一线 is no number"),
    ("三要素管理贯穿项目建设的全过程当中。", "素管理贯穿项目建设的全过程当中。", "the 三要 of 三要素 is no number"),
    ("全年共召开专题调度会议十二次之多。", "全年共召开专题调度会议十五次之多。", "numbers in characters are words"),
    ("一、二季度全镇完成植树造林任务过半。", "二季度全镇完成植树造林任务过半。", "一、二 is a list"),
]


@pytest.mark.parametrize(("one", "other", "why"), OTHER)
def test_sentences_that_merely_look_alike_are_two(one: str, other: str, why: str) -> None:
    assert only(one).key != only(other).key, why


# (sentence with other figures, filled in alike)
FIGURES = [
    (MEETING, True),
    ("二是全年共召開專題調度會議12次、研究解決難題38個。", True),
    ("全年共召开专题调度会议１２次，研究解决难题３８个。", True),
    ("全年共召开专题调度会议15次，研究解决难题38个。", False),
    ("全年共召开专题调度会议1次，研究解决难题238个。", False),
    ("全年共召开专题调度会议XX次，研究解决难题**个。", False),
]


@pytest.mark.parametrize(("printed", "is_filled_alike"), FIGURES)
def test_figures_make_no_other_passage_but_are_told_apart(printed: str, is_filled_alike: bool) -> None:
    one, other = only(MEETING), only(printed)
    assert one.key == other.key
    assert (one.figures == other.figures) == is_filled_alike


def test_figures_at_the_start_are_not_taken_for_an_enumerator() -> None:
    for text in ("2020年全镇完成植树造林任务过半。", "3.5公里的村道已经全部完成硬化。"):
        assert only(text).start == 0


# (text, the passages in it)
CUTS: list[tuple[str, list[str]]] = [
    ("", []),
    ("一二三四五六七八九十一", []),
    ("加强组织领导确保完成任务", ["加强组织领导确保完成任务"]),
    ("加强组织领导确保完成任", []),
    ("一是加强组织领导确保完成任。", []),
    ("（一）强化组织领导。", []),
    ("某加强组织领导确保完成任。", []),
    ("*** XX 12345678901234567890。", []),
    ("All work and no play makes nobody any richer.", []),
    (f"{DUTY}\n{MEETING}", [DUTY, MEETING]),
    (DUTY + MEETING, [DUTY, MEETING, DUTY + MEETING]),
    ("一是" + DUTY + "二是" + MEETING, [DUTY, MEETING, DUTY + "二是" + MEETING]),
    (DUTY + "务求实效。", [DUTY]),
    ("务求实效。" + DUTY + MEETING, [DUTY, MEETING, "务求实效。" + DUTY + MEETING]),
    ("镇长说：“大家都要把安全放在第一位。”会上还表彰了三十名先进个人。",
     ["镇长说：“大家都要把安全放在第一位。”", "会上还表彰了三十名先进个人。",
      "镇长说：“大家都要把安全放在第一位。”会上还表彰了三十名先进个人。"]),
    ("到底怎样才能让群众真正满意呢？！答案", ["到底怎样才能让群众真正满意呢？！"]),
    ("  " + DUTY + "  \n", [DUTY]),
    ("。。。；；\n！", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "passages"), CUTS)
def test_where_passages_begin_and_end(text: str, passages: list[str]) -> None:
    assert [text[unit.start : unit.end] for unit in units_of(text)] == passages


def test_a_paragraph_is_no_sentence_of_the_same_words() -> None:
    paragraph = units_of(DUTY + MEETING)[-1]
    sentence = only(DUTY.replace("。", "，") + MEETING)
    assert (paragraph.key & PARAGRAPH, sentence.key & PARAGRAPH) == (PARAGRAPH, 0)
    assert paragraph.key != sentence.key


def test_a_paragraph_with_other_enumerators_is_the_same() -> None:
    one, other = units_of("一是" + DUTY + "二是" + MEETING)[-1], units_of("1." + DUTY + "2." + MEETING)[-1]
    assert one.key == other.key


def test_a_text_of_one_character_is_cut_at_once() -> None:
    (unit,) = units_of("好" * 100_000)
    assert (unit.start, unit.end) == (0, 100_000)
    assert units_of("好。" * 50_000) == []
    assert len(units_of("一、" * 50_000 + "\n" + "（一）" * 30_000)) == 2


def test_the_least_length_is_twelve() -> None:
    assert FEWEST_HAN == 12
