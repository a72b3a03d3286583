"""Pages of an article as generic reads them, filed one by one: joined in any order, settled where one is missing."""

from collections.abc import Iterator
from itertools import permutations
from pathlib import Path

import pytest

from archive.crawls import finish
from archive.file import settle_documents
from cleaners.reading import Reading
from tests.archive.desk import Desk, open_desk
from tests.cleaners.platforms.test_generic_pager import LINKS, bar, page

PARTS = {
    1: "今年以来，全局干部职工围绕年初定下的目标，分工合作，按月对账，各项工作有序推进。",
    2: "窗口中午不休息，办件时间由三天减到一天，群众少跑了许多路，来信表扬的有十二封。",
    3: "下一步，我们将继续补短板、强弱项，把好的做法坚持下去，争取更好的成绩。",
}
KEY = "url:docs.example/a/6.html"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = open_desk(tmp_path)
    yield made
    made.archive.close()


def reading(number: int, *, words_only: bool = False) -> Reading:
    """Read a page of three; `words_only`: its pager has no numbers."""
    foot = bar(LINKS, number)
    if words_only:
        steps = {"上一页": number - 1, "下一页": number + 1}
        foot = " ".join(f'<a href="{LINKS[to]}">{words}</a>' for words, to in steps.items() if to in LINKS)
        foot = f"<div>{foot}</div>"
    return page(LINKS[number], foot, text=f"<p>{PARTS[number]}</p><p>{PARTS[number][::-1]}</p>")


def texts(desk: Desk) -> list[str]:
    rows = desk.rows("SELECT text FROM copies JOIN texts ON texts.id = text_id WHERE is_current")
    return ["".join(text.split()) for (text,) in rows]


def whole(*numbers: int) -> str:
    return "".join(PARTS[number] + PARTS[number][::-1] for number in numbers)


@pytest.mark.parametrize("words_only", [False, True])
@pytest.mark.parametrize("order", list(permutations((1, 2, 3))))
def test_pages_in_any_order_are_one_document(desk: Desk, order: tuple[int, ...], words_only: bool) -> None:
    for number in order:
        desk.file(reading(number, words_only=words_only))
    assert desk.rows("SELECT key, pages_have, is_complete FROM documents") == [(KEY, 3, 1)]
    assert texts(desk) == [whole(1, 2, 3)]


@pytest.mark.parametrize("missing", [1, 2, 3])
def test_what_stays_incomplete_is_settled(desk: Desk, missing: int) -> None:
    there = [number for number in PARTS if number != missing]
    for number in there:
        desk.file(reading(number))
    assert texts(desk) == []
    finish(desk.archive, desk.crawl_id, reason="finished", now=desk.at)
    assert settle_documents(desk.archive, desk.crawl_id, desk.at) == 1
    assert texts(desk) == [whole(*there)]
    assert desk.rows("SELECT key, is_complete FROM documents") == [(KEY, 0)]
