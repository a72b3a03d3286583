"""The bounds of a portal's head and foot: a line just inside and one just outside each."""

import pytest

from cleaners.edits import apply
from cleaners.rules.portal.portal_dump import HEAD, TAIL
from cleaners.rules.rule import Rule

TEXT = "今年以来，工作有序。"
BOX = "上传人：x**"
WHOLE_BOX = "上传人：x** 大小：20KB 页数：8页"
FOOT = "此文档下载收益归作者所有"
LIST = "你可能关注的文档"


def cleaned(rule: Rule, *lines: str) -> list[str]:
    return apply("\n".join(lines), (rule,), rule.context)[0].split("\n")


def sentence(size: int) -> str:
    return "抓" * (size - 1) + "。"


@pytest.mark.parametrize(("size", "is_taken"), [(100, True), (101, False)])
def test_a_head_stands_below_a_hundred_characters_of_text_at_most(size: int, is_taken: bool) -> None:
    lines = (sentence(size), WHOLE_BOX, TEXT)
    assert cleaned(HEAD, *lines) == ([TEXT] if is_taken else list(lines))


def test_one_label_below_a_sentence_is_no_head() -> None:
    lines = (sentence(20), BOX, TEXT)
    assert cleaned(HEAD, *lines) == list(lines)


@pytest.mark.parametrize(
    ("between", "is_taken"),
    [
        ("某" * 40, True),
        ("某" * 41, False),
        ("用户下载" + sentence(116), True),  # a sentence of the site's, of 120 characters
        ("用户下载" + sentence(117), False),
        ("某" * 115 + ".docx", True),  # a file's name, of 120 characters
        ("某" * 116 + ".docx", False),
        ("下载 " * 133 + "。", False),
        ("下载 " * 133 + "|", True),  # buttons, of 400 characters
        ("下载 " * 133 + "||", False),
    ],
)
def test_what_stands_between_two_lines_of_a_head(between: str, is_taken: bool) -> None:
    found = cleaned(HEAD, BOX, between, "收藏", TEXT)
    assert found == ([TEXT] if is_taken else [between, "收藏", TEXT])


@pytest.mark.parametrize(
    ("below", "is_taken"),
    [
        ((sentence(60),), True),
        ((sentence(61),), False),
        ((sentence(60), sentence(60)), True),
        ((sentence(60), sentence(41), sentence(20)), False),
    ],
)
def test_a_list_in_a_foot_holds_few_and_short_sentences(below: tuple[str, ...], is_taken: bool) -> None:
    lines = (TEXT, LIST, *below)
    assert cleaned(TAIL, *lines) == ([TEXT, ""] if is_taken else list(lines))


def test_what_stands_below_a_button_may_be_the_text_still() -> None:
    lines = (TEXT, FOOT, sentence(20))
    assert cleaned(TAIL, *lines) == list(lines)


@pytest.mark.parametrize(("words", "is_taken"), [("温馨提示", True), ("说明：", False), ("提示", False)])
def test_the_head_of_a_notice_goes_with_the_foot_where_it_is_surely_one(words: str, is_taken: bool) -> None:
    assert cleaned(TAIL, TEXT, words, FOOT) == ([TEXT, ""] if is_taken else [TEXT, words, ""])
