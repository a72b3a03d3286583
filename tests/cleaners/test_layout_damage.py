"""Properties of mending layout: made-up reports are broken, and come back; never is a sentence lost, cut or glued."""

import re
from collections.abc import Callable
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cleaners.edits import apply, undo
from cleaners.rules.damage import chunks, layout, paragraphs, repeats, spaces, wraps
from cleaners.rules.damage.flow import STOPS, Start, start_of
from cleaners.rules.inside import pages
from cleaners.rules.rule import Context
from crawler.demo.composer import draw
from tests.cleaners.ordinary import SEED, Ordinary, ordinary

RULES = (
    *layout.RULES_FIRST, *pages.RULES, *chunks.RULES, *wraps.RULES, *spaces.RULES, *repeats.RULES, *paragraphs.RULES,
    *layout.RULES_LAST,
)  # fmt: skip
CONTEXT = Context(family="dump", is_dump=True)
PAGE = re.compile(r"(?m)^- \d+ -$")
PAGE_CHARS = 600
MANY = 120
"""Reports of the tests that count shares."""
Damage = Callable[[str, Random], str]


def cleaned(text: str) -> str:
    mended, edits = apply(text, RULES, CONTEXT)
    assert undo(mended, edits) == text
    return mended


def bare(text: str) -> str:
    return "".join(text.split())


def breaks(text: str) -> set[int]:
    """Give the places of line breaks, in characters that are not white space."""
    places, at = set(), 0
    for line in text.split("\n"):
        at += len(bare(line))
        places.add(at)
    return places


def counted_off(text: str, chance: Random) -> str:
    """Break lines after so many characters, indents counted."""
    width, indent = chance.randint(24, 70), chance.choice(("", "\u3000\u3000", "    "))
    lines = [indent + line for line in text.split("\n")]
    return "\n".join(line[at : at + width] for line in lines for at in range(0, len(line), width))


def double_spaced(text: str, chance: Random) -> str:
    """Break lines, with an empty line after each and two blanks before."""
    return counted_off(text, chance).replace("\n", "\r\n\r\n  ")


def spaced(text: str, chance: Random) -> str:
    """Set blanks behind Han characters."""
    blank = chance.choice((" ", "\u3000", "\u00a0"))
    return "".join(one + (blank if "\u4e00" <= one <= "\u9fff" and chance.random() < 0.03 else "") for one in text)


def printed(text: str, chance: Random) -> str:
    """Break lines where pages end, each with its number below."""
    pieces, at, number = [], 0, chance.randint(1, 9)
    while at < len(text):
        size = chance.randint(400, PAGE_CHARS)
        pieces.append(f"{text[at : at + size]}\n- {number} -")
        at, number = at + size, number + 1
    return "\n".join(pieces)


def collapsed(text: str, chance: Random) -> str:
    """Run paragraphs together."""
    return chance.choice(("", " ", "\u3000")).join(text.split("\n"))


reports = st.integers(0, 2_000).map(ordinary)
chances = st.integers(0, 99).map(lambda number: draw(SEED, number, "damage"))


@settings(deadline=None)  # the machine may be busy
@given(reports)
def test_an_ordinary_report_only_loses_its_indents(report: Ordinary) -> None:
    assert cleaned(report.shown) == report.text


@pytest.mark.parametrize("damage", [counted_off, double_spaced, spaced, collapsed])
@settings(deadline=None)  # the machine may be busy
@given(report=reports, chance=chances)
def test_no_character_is_lost(damage: Damage, report: Ordinary, chance: Random) -> None:
    once = cleaned(damage(report.text, chance))
    assert bare(once) == bare(report.text)
    assert cleaned(once) == once


@settings(deadline=None)  # the machine may be busy
@given(report=reports, chance=chances)
def test_lines_are_never_joined_across_an_enumerator(report: Ordinary, chance: Random) -> None:
    lines = cleaned(counted_off(report.text, chance)).split("\n")
    firsts = [bare(line)[:6] for line in report.text.split("\n") if start_of(line) is Start.ITEM]
    assert [first for first in firsts if not any(bare(line).startswith(first) for line in lines)] == []


@settings(deadline=None)  # the machine may be busy
@given(report=reports, chance=chances)
def test_no_sentence_is_broken_where_paragraphs_are_set_apart(report: Ordinary, chance: Random) -> None:
    text = cleaned(collapsed(report.text, chance))
    whole = bare(text)
    for place in breaks(text) - breaks(report.text):
        before, behind = whole[:place], whole[place : place + 8]
        assert before.rstrip("”’」』）)】》")[-1] in STOPS + "：:；;" or start_of(behind) is Start.ITEM


@settings(deadline=None)  # the machine may be busy
@given(report=reports, chance=chances)
def test_the_numbers_of_pages_go_and_nothing_else(report: Ordinary, chance: Random) -> None:
    text = cleaned(printed(report.text, chance))
    assert bare(PAGE.sub("", text)) == bare(report.text)
    assert not PAGE.search(text) or len(report.text) < 3 * PAGE_CHARS


@pytest.mark.parametrize(("damage", "least"), [(counted_off, 0.75), (double_spaced, 0.75)])
def test_most_reports_come_back_line_by_line(damage: Damage, least: float) -> None:
    made = [ordinary(number).text for number in range(MANY)]
    same = [cleaned(damage(text, draw(SEED, number, "damage"))) == text for number, text in enumerate(made)]
    assert sum(same) >= least * MANY


def test_most_blanks_inside_words_go() -> None:
    made = [ordinary(number).text for number in range(MANY)]
    left = [cleaned(spaced(text, draw(SEED, number, "damage"))) == text for number, text in enumerate(made)]
    assert sum(left) >= 0.5 * MANY


def test_most_breaks_of_printed_pages_go_and_no_paragraph_is_glued() -> None:
    made = [ordinary(number).text for number in range(MANY)]
    mended = [PAGE.sub("", cleaned(printed(text, draw(SEED, number, "damage")))) for number, text in enumerate(made)]
    done = [(breaks(text), breaks(after)) for text, after in zip(made, mended, strict=True)]
    assert sum(len(before - after) for before, after in done) == 0
    assert sum(len(after - before) for before, after in done) <= 0.5 * sum(len(text) // 500 for text in made)
