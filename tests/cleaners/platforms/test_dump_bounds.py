"""The bounds of what is looked at in dumps: a page just inside and one just outside each."""

import pytest

from cleaners.page import Media, Page
from cleaners.read import read
from cleaners.reading import Reading

TEXT = "今年以来，各项工作有序推进，成效明显。\n一、主要工作\n抓学习，抓落实，抓服务。"


def reading(text: str) -> Reading:
    return read(Page(body=text.encode(), media=Media.TEXT))


@pytest.mark.parametrize(
    ("above", "title"),
    [
        ("欢迎您来到本网，朋友：", "某局文化工作总结"),  # 11 characters
        ("欢迎您来到本文学网，朋友：", None),  # 13: text
        ("登录\n注册\n搜索", "某局文化工作总结"),
        ("登录\n注册\n搜索\n分享", "某局文化工作总结"),  # buttons are no lines of a text
        ("甲区\n乙区\n丙区", "某局文化工作总结"),
        ("甲区\n乙区\n丙区\n丁区", None),  # four lines that are no title
    ],
)
def test_few_and_short_lines_stand_above_a_title(above: str, title: str | None) -> None:
    assert reading(f"{above}\n某局文化工作总结\n{TEXT}").entries[0].title == title


@pytest.mark.parametrize(("lines", "family"), [(57, "wenku"), (58, "dump")])
def test_a_box_stands_in_the_first_sixty_lines(lines: int, family: str) -> None:
    text = "青禾\n" * lines + f"大小：20KB\n页数：8页\n格式：DOC\n{TEXT}"
    assert reading(text).platform.family == family


@pytest.mark.parametrize(("times", "family"), [(15, "discuz"), (16, "dump")])
def test_a_line_of_forum_words_has_sixty_characters(times: int, family: str) -> None:
    text = f"发表于 2021-1-2 22:08\n回帖奖励\n使用道具\n{'电梯直达' * times}\n{TEXT}"
    assert reading(text).platform.family == family
