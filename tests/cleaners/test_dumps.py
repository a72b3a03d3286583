"""Whole text dumps of all site families, read as pages: texts, titles and facts, and the way back to the dump."""

import re
from itertools import product
from typing import Any
from zlib import crc32

import pytest

from cleaners.edits import undo
from cleaners.page import Media, Page
from cleaners.read import read
from cleaners.reading import Reading
from tests.cleaners.dumps import MARK, Dump, bodies, dumps
from tests.tables import table

PAGES = dumps()
MARKED = [
    pytest.param(dump, marks=pytest.mark.xfail(strict=True, reason=dump.fails)) if dump.fails else dump
    for dump in PAGES
]


FRAMES = [dump for dump in PAGES if dump.frame and not dump.fails]
HALF = str.maketrans("，：；（）！？", ",:;()!?")
FULL = str.maketrans(",:;()!?", "，：；（）！？")
WIDE = re.compile(r"(?<=[一-鿿])[,:;!?)]|\((?=[一-鿿])")
"""Marks that a page of Chinese prints in full width: those behind a Han character, and a bracket before one."""
INDENTS = ("", "\u3000\u3000", "    ")


def names(dump: Dump) -> str:
    return f"{dump.where} {dump.label}"


def reading(dump: Dump) -> Reading:
    return read(Page(body=dump.page.encode(), media=Media.TEXT))


def lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def fact(found: Reading, name: str) -> Any:
    """Give a fact as a file of data can hold it."""
    if name == "family":
        return found.platform.family
    if name == "date_kinds":
        return [date.kind for date in found.facts.dates]
    if name == "cut":
        return dict(found.facts.stated).get("truncated")
    value = getattr(found.facts, name)
    return list(value) if isinstance(value, tuple) else value


@pytest.mark.parametrize("dump", MARKED, ids=names)
def test_a_dump_gives_its_reports(dump: Dump) -> None:
    found = reading(dump)
    assert [lines(entry.text) for entry in found.entries] == [lines(report.text) for report in dump.reports]
    assert [entry.title for entry in found.entries] == [report.title for report in dump.reports]
    for entry, report in zip(found.entries, dump.reports, strict=True):
        assert report.position in (None, entry.position)
        assert [words for words in dump.absent if words in entry.text] == []
    if dump.replies is not None:
        assert [lines(reply.text) for reply in found.replies] == [lines(text) for text in dump.replies]
    assert {name: fact(found, name) for name in dump.facts} == dump.facts


@table("dump", PAGES, ids=names)
def test_the_way_back_is_exact(dump: Dump) -> None:
    shown = [undo(entry.text, entry.edits) for entry in reading(dump).entries]
    at = 0
    for text in shown:
        at = dump.page.index(text, at)


def arrangements(dump: Dump) -> list[tuple[str, str]]:
    """Give every way to show a text on the page: the indent of its lines, and the frame as it is and of a width."""
    wide = WIDE.sub(lambda mark: mark[0].translate(FULL), dump.frame)
    return list(product(INDENTS, dict.fromkeys((dump.frame, dump.frame.translate(HALF), wide))))


def drawn(dump: Dump) -> dict[str, tuple[str, str]]:
    """Give the one way in which a page shows each body in every run: the next for the next, from one of its own."""
    ways, first = arrangements(dump), crc32(dump.label.encode())
    return {name: ways[(first + number) % len(ways)] for number, name in enumerate(bodies())}


def lost(dump: Dump, name: str, *, way: tuple[str, str]) -> str:
    """Say what came of a body that did not come through a page alone and whole; "" where it did."""
    body = bodies()[name].strip("\n")
    indent, frame = way
    shown = "\n".join(indent + line for line in body.split("\n"))
    found = read(Page(body=frame.replace(MARK, shown).encode(), media=Media.TEXT))
    texts = [lines(entry.text) for entry in found.entries[:1]]
    return "" if texts == [lines(body)] else f"{name}, indent {indent!r}, frame {frame[:40]!r}: {texts}"


@pytest.mark.parametrize("dump", FRAMES, ids=names)
def test_every_body_comes_through_every_page(dump: Dump) -> None:
    """No page may take a line of a text that is made of lines like its own."""
    assert [said for name, way in drawn(dump).items() if (said := lost(dump, name, way=way))] == []


@pytest.mark.slow
@pytest.mark.parametrize("dump", FRAMES, ids=names)
def test_every_body_comes_through_however_it_is_shown(dump: Dump) -> None:
    """All indents and widths of what `drawn` takes one of."""
    assert [said for name in bodies() for way in arrangements(dump) if (said := lost(dump, name, way=way))] == []


@table("dump", FRAMES, ids=names)
def test_each_way_to_show_a_text_is_drawn(dump: Dump) -> None:
    assert set(drawn(dump).values()) == set(arrangements(dump))


@table("dump", FRAMES, ids=names)
@table("wide", [False, True])
def test_punctuation_of_either_width_is_read_alike(dump: Dump, wide: bool) -> None:
    frame = WIDE.sub(lambda mark: mark[0].translate(FULL), dump.frame) if wide else dump.frame.translate(HALF)
    found = read(Page(body=frame.replace(MARK, dump.reports[0].text.strip("\n")).encode(), media=Media.TEXT))
    assert [lines(entry.text) for entry in found.entries[:1]] == [lines(dump.reports[0].text)]


def test_pages_are_sound() -> None:
    labels = [dump.label for dump in PAGES]
    assert sorted({label for label in labels if labels.count(label) > 1}) == []
    assert [dump.where for dump in PAGES if not dump.comment or not dump.page] == []
