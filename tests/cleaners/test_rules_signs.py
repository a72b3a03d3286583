"""What the shared looks at a text may promise: whoever trusts them skips a search."""

import re
import sys

import pytest

from cleaners.rules.damage.characters import EMOJI
from cleaners.rules.damage.layout import INVISIBLE, LINE_END
from cleaners.rules.foot.tail_lines import NOTICE_STARTS, NOTICES, ORNAMENTS
from cleaners.rules.foot.wechat_lines import STARTS, STRONG
from cleaners.rules.signs import ascii_of, brackets, is_plain
from cleaners.rules.wall.wall_lines import BELOW, BELOW_STARTS, OPENER
from cleaners.rules.wall.walls import OPENER_STARTS
from tests.cleaners.regex_starts import starts_of


@pytest.mark.parametrize("shape", [EMOJI, INVISIBLE, LINE_END], ids=["emoji", "invisible", "line end"])
def test_a_plain_text_holds_no_such_character(shape: re.Pattern[str]) -> None:
    every = map(chr, range(sys.maxunicode + 1))
    assert [one for one in every if shape.search(one) and is_plain(one)] == []


@pytest.mark.parametrize("text", ["", "總結", "一\u00a0二", "一、总结\n\t甲（2021年）——“乙”…①", "A-Z, 1.5%\n"])
def test_an_ordinary_text_is_plain(text: str) -> None:
    assert is_plain(text)


@pytest.mark.parametrize("text", ["一\r\n二", "一\x00二", "一\x85①", "一\u200b②", "一\ud800二", "😀"])
def test_what_a_keyboard_lacks_is_not_plain(text: str) -> None:
    assert not is_plain(text)


def test_ascii_keeps_neighbours_together() -> None:
    assert ascii_of("甲{{ a }}乙\ud800[标签:x]") == b"{{ a }}[:x]"


def test_brackets_of_both_widths_are_in_order() -> None:
    assert brackets("（a)(b）c(") == (0, 3, 7)
    assert brackets("总结") == ()


def test_lines_that_begin_otherwise_are_of_no_such_shape() -> None:
    assert NOTICE_STARTS | {one for one in ORNAMENTS if not one.isspace()} == starts_of(NOTICES)
    assert {one for one in map(chr, range(0x10000)) if one.isspace()} < set(ORNAMENTS)
    assert frozenset(BELOW_STARTS) == starts_of(BELOW)
    assert frozenset(OPENER_STARTS) == starts_of((OPENER,))
    assert frozenset(STARTS) == starts_of((STRONG,))
