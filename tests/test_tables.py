"""A table of cases is one test that is red when one row is, and names every such row."""

import inspect

import pytest

from tests import tables
from tests.tables import table, words_of


def failing(test: tables.Test) -> str:
    with pytest.raises(AssertionError) as caught:
        test()
    return str(caught.value)


def test_every_row_is_tried_and_each_red_one_named() -> None:
    tried = []

    @table(("word", "number"), [("一", 1), ("二", 3), ("三", 3), pytest.param("四", 5, id="the fourth")])
    def counted(word: str, number: int) -> None:
        tried.append(word)
        assert "〇一二三四".index(word) == number

    said = failing(counted)
    assert tried == ["一", "二", "三", "四"]
    assert "2 of 4 rows are not green" in said
    assert "['二'-3]" in said
    assert "[the fourth]" in said
    assert "in counted: " in said


def test_a_table_of_green_rows_is_green() -> None:
    @table("word", ["a", "b"], ids=["first", "second"])
    def letters(word: str) -> None:
        assert word in "ab"

    letters()
    assert words_of(letters) == "a\nb\n"


@pytest.mark.parametrize("way", [pytest.skip, pytest.xfail, pytest.fail])
def test_a_row_that_skips_is_not_green(way: object) -> None:
    @table("row", [1, 2], ids=lambda row: f"row {row}")
    def skips(row: int) -> None:
        if row == 2:
            assert callable(way)
            way("no")

    assert "[row 2]" in failing(skips)


def test_tables_multiply_and_fixtures_come_through() -> None:
    seen = []

    @table("one", "ab")
    @table("two", [1, 2])
    def product(one: str, two: int, fixture: str) -> None:
        seen.append((one, two, fixture))

    assert list(inspect.signature(product).parameters) == ["fixture"]
    product(fixture="x")
    assert seen == [("a", 1, "x"), ("a", 2, "x"), ("b", 1, "x"), ("b", 2, "x")]


def test_the_mutation_check_has_its_row_first_and_stops_at_red(monkeypatch: pytest.MonkeyPatch) -> None:
    tried = []

    @table("word", ["甲", "乙", "丙"])
    def red(word: str) -> None:
        tried.append(word)
        assert word != "丙"

    monkeypatch.setattr(tables.ORDER, "word", "丙")
    monkeypatch.setattr(tables.ORDER, "stops", True)
    failing(red)
    assert tried == ["丙"]


@pytest.mark.parametrize(
    ("names", "rows", "error"),
    [
        ("word", [], ValueError),
        (("one", "two"), [(1, 2, 3)], TypeError),
        ("word", [pytest.param("a", marks=pytest.mark.xfail(reason="no"))], TypeError),
    ],
)
def test_a_table_that_would_hide_a_row_is_refused(names: str, rows: list[object], error: type[Exception]) -> None:
    with pytest.raises(error):
        table(names, rows)
