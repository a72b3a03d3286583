"""Who has a text: relation, shares and place by hand for each kind; nothing is written by looking."""

import re
from pathlib import Path

import pytest

from archive.database import open_archive
from archive.matching import Match, Relation, match
from tests.archive.desk import Desk, article, open_desk
from tests.archive.made_reports import made, sentences

HERE = made(1, 40)
YEARLY = "今年一月至12月，" + made(2, 30)
OTHER = made(3, 40)
ITEMS = zip("一二三四", (4, 5, 6, 7), strict=True)
COMPILED = "\n".join(f"范文{numeral}：工作总结\n{made(number, 30)}" for numeral, number in ITEMS)
QUOTED = "".join(sentences(1, 40)[20:24])


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    desk = open_desk(tmp_path)
    for number, text in enumerate((HERE, YEARLY, OTHER, COMPILED), start=1):
        desk.file(article(text, key=f"doc:{number}"), key=f"doc:{number}")
    return desk


def found(desk: Desk, text: str) -> dict[str, Match]:
    """Look a text up; by the key of the earliest place, of which the address is kept."""
    keys = dict(desk.rows("SELECT reports.public_id, min(documents.key) FROM copies"
                          " JOIN reports ON reports.id = copies.report_id"
                          " JOIN documents ON documents.id = document_id GROUP BY 1"))  # fmt: skip
    return {keys[one.public_id]: one for one in match(desk.archive, text)}


CASES = [
    ("as it is", HERE, {"doc:1": Relation.IDENTICAL}),
    ("other white space and marks", HERE.replace("，", ", ").replace("。", "\n"), {"doc:1": Relation.IDENTICAL}),
    ("its second half", HERE[len(HERE) // 2 :], {"doc:1": Relation.EXCERPT}),
    ("with as much behind it", HERE + made(8, 40), {"doc:1": Relation.WHOLE}),
    ("a paragraph of it", QUOTED, {"doc:1": Relation.PASSAGE}),
    ("a paragraph within another text", made(9, 15) + QUOTED + made(10, 15), {"doc:1": Relation.PASSAGE}),
    ("another year", YEARLY.replace("12月", "11月"), {"doc:2": Relation.EDITION}),
    ("an item of a compilation", made(5, 30), {"doc:4": Relation.INSIDE}),
    ("nothing like it", made(11, 40), {}),
    ("no Han at all", "plain words, 1234", {}),
    ("nothing but marks", "。。。", {}),
]


@pytest.mark.parametrize(("text", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_a_text_is_found_for_what_it_is(desk: Desk, text: str, expected: dict[str, Relation]) -> None:
    assert {key: one.relation for key, one in found(desk, text).items()} == expected


def test_a_compilation_finds_its_items(desk: Desk) -> None:
    desk.file(article(made(5, 30), key="doc:5"), key="doc:5")
    relations = {key: one.relation for key, one in found(desk, COMPILED).items()}
    assert relations == {"doc:4": Relation.IDENTICAL, "doc:5": Relation.CONTAINS}


def test_place_and_shares_of_a_passage(desk: Desk) -> None:
    one = found(desk, "序言。" + QUOTED)["doc:1"]
    (text,) = desk.rows("SELECT texts.text FROM reports JOIN texts ON texts.id = reports.text_id"
                        " WHERE public_id = ?", one.public_id)[0]  # fmt: skip
    assert text[one.start : one.end] == QUOTED[: one.end - one.start]
    assert one.end - one.start >= len(QUOTED) - 1  # the full stop is no Han character
    assert (one.text_start, one.text_end) == (3, 3 + one.end - one.start)
    assert one.text_share > 0.9
    assert 0.05 < one.report_share < 0.2
    assert QUOTED[:20] in one.snippet
    assert one.url is not None


@pytest.mark.parametrize("length", [14, 20, 40, 70])
def test_a_few_words_are_found_by_the_search_index(desk: Desk, length: int) -> None:
    """Too few for a sketch's share: the longest phrases are asked for."""
    phrase = max(re.findall("[\u4e00-\u9fff]+", OTHER), key=len)
    start = OTHER.index(phrase)
    assert found(desk, OTHER[start : start + length])["doc:3"].relation is Relation.PASSAGE


def test_figures_of_an_edition_are_named(desk: Desk) -> None:
    assert found(desk, YEARLY.replace("12月", "11月"))["doc:2"].figures == (("11", "12"),)


def test_looking_writes_nothing(desk: Desk, tmp_path: Path) -> None:
    before = desk.everything()
    with open_archive(tmp_path, read_only=True) as archive:
        assert match(archive, QUOTED)
        with desk.archive.transaction() as conn:  # a crawl beside it
            conn.execute("INSERT INTO archive_info (name, value) VALUES ('test', '1')")
            assert match(archive, HERE)
            conn.execute("DELETE FROM archive_info WHERE name = 'test'")
    assert desk.everything() == before
