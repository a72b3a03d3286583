"""The bounds of the rules: a text just inside and one just outside each."""

import pytest

from cleaners.edits import apply
from cleaners.rules.damage.paragraphs import COLLAPSED
from cleaners.rules.foot.tails import RELATED_LIST, TAIL_DISCLAIMER
from cleaners.rules.foot.wechat_lines import WECHAT_TAIL
from cleaners.rules.forum.discuz_dump import HEAD, TAIL
from cleaners.rules.forum.phpwind_lines import LINE_NOISE
from cleaners.rules.head.heads import FIELDS
from cleaners.rules.rule import Context, Rule
from cleaners.rules.title.titles import SUBTITLE, TITLE

TEXT = "今年以来，各项工作有序推进，成效明显。"  # 19 characters
NOISE = ("k%7Q~x", "#9!zLp", "Rt[2^w", "8&yU{b")


def is_changed(rule: Rule, text: str, *, title: str | None = None) -> bool:
    context = Context(family=rule.context.family, title=title or rule.context.title, is_dump=rule.context.is_dump)
    return apply(text, (rule,), context)[0] != text


@pytest.mark.parametrize(("sentences", "is_taken"), [(10, True), (11, False)])
def test_two_hundred_characters_above_a_floor_are_text(sentences: int, is_taken: bool) -> None:
    text = apply(f"{TEXT}\n" * sentences + f"发表于 2021-1-2 22:08\n{TEXT}", (HEAD,), HEAD.context)[0]
    assert (text == TEXT) is is_taken
    assert text.count(TEXT) == (1 if is_taken else sentences + 1)


@pytest.mark.parametrize(("size", "is_taken"), [(60, True), (61, False)])
def test_a_sentence_of_over_sixty_characters_goes_on_below_a_foot(size: int, is_taken: bool) -> None:
    sentence = "抓" * (size - 1) + "。"
    assert is_changed(TAIL, f"{TEXT}\n使用道具 举报\n{sentence}\n") is is_taken


@pytest.mark.parametrize(("others", "is_taken"), [(7, True), (8, False)])
def test_meta_lines_stand_among_the_first_eight_others(others: int, is_taken: bool) -> None:
    assert is_changed(FIELDS, "栏目导航\n" * others + f"浏览：35\n{TEXT}") is is_taken


@pytest.mark.parametrize(("size", "is_taken"), [(30, True), (31, False)])
def test_a_value_has_thirty_characters(size: int, is_taken: bool) -> None:
    assert is_changed(FIELDS, f"来源：{'某' * size} 浏览：35\n{TEXT}") is is_taken


@pytest.mark.parametrize(("others", "is_taken"), [(200, True), (240, False)])
def test_a_collapsed_line_is_four_fifths_of_its_text(others: int, is_taken: bool) -> None:
    line = "抓" * 850 + "。 一、做法 " + "抓" * 20 + "。"
    assert is_changed(COLLAPSED, f"{line}\n{'抓' * others}") is is_taken


@pytest.mark.parametrize(("noisy", "clean", "is_taken"), [(4, 0, True), (3, 0, False), (4, 9, True), (4, 10, False)])
def test_noise_stands_at_four_lines_and_a_third_of_all(noisy: int, clean: int, is_taken: bool) -> None:
    lines = [f"{TEXT} {noise}" for noise in NOISE[:noisy]] + [TEXT] * clean
    assert is_changed(LINE_NOISE, "\n".join(lines)) is is_taken


@pytest.mark.parametrize(
    ("title", "text", "is_taken"),
    [
        ("文化工作年度总结", "文化工作年度总结 今年以来，工作有序。", True),  # eight Han characters
        ("文化工作度总结", "文化工作度总结 今年以来，工作有序。", False),
        ("文化总结", "文化总结 文化总结 今年以来，工作有序。", True),  # half of them twice
        ("文总结", "文总结 文总结 今年以来，工作有序。", False),
        ("文化工作年度总结", "文化工作年度总结会今年以来召开。", False),
    ],
)
def test_a_title_in_the_first_line_has_eight_characters(title: str, text: str, is_taken: bool) -> None:
    assert is_changed(TITLE, text, title=title) is is_taken


@pytest.mark.parametrize(
    ("heading", "is_taken"),
    [
        ("某县民政局综合治理工作总结", False),  # 3 of 11 pairs of characters
        ("某镇2020年平安建设工作总结", True),  # 6 of 11
        ("某" * 47 + "2020年宣传思想工作总结", True),  # 60 characters
        ("某" * 48 + "2020年宣传思想工作总结", False),
    ],
)
def test_a_subtitle_is_like_the_title_and_short(heading: str, is_taken: bool) -> None:
    assert is_changed(SUBTITLE, f"{heading}\n{TEXT}") is is_taken


@pytest.mark.parametrize(("size", "is_taken"), [(80, True), (81, False)])
def test_a_related_title_has_eighty_characters(size: int, is_taken: bool) -> None:
    assert is_changed(RELATED_LIST, f"{TEXT}\n相关文章\n{'某' * size}") is is_taken


@pytest.mark.parametrize(("size", "is_taken"), [(30, True), (31, False)])
def test_an_accounts_name_has_thirty_characters(size: int, is_taken: bool) -> None:
    name = "某" * size
    kept = apply(f"{TEXT}\n预览时标签不可点\n{name}\n关注该公众号", (WECHAT_TAIL,), WECHAT_TAIL.context)[0]
    assert kept.rstrip() == (TEXT if is_taken else f"{TEXT}\n{name}")


@pytest.mark.parametrize(("above", "below", "is_taken"), [(9, 1, True), (17, 3, True), (16, 4, False), (1, 0, True)])
def test_a_notice_stands_behind_most_of_the_text(above: int, below: int, is_taken: bool) -> None:
    notice = "文章转载网络,只供大家学习交流,版权归属作者,如有侵权请与网站管理员联系。"
    lines = [TEXT] * above + [notice] + [TEXT] * below
    assert is_changed(TAIL_DISCLAIMER, "\n".join(lines)) is is_taken
