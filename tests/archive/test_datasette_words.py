"""A person's word in Datasette: in its place, whose it is, what was derived; nothing in it can do anything."""

import asyncio
from collections.abc import Iterator
from html import unescape

import pytest
from datasette.app import Datasette  # type: ignore[import-untyped]  # datasette carries no annotations
from datasette.plugins import pm  # type: ignore[import-untyped]  # as above

from archive.asserting import Word, say_all
from archive.datasette import plugin
from archive.datasette.words_told import told_cell
from tests.archive.desk import LONG, PLAN, Facts, entry, open_desk, reading
from tests.archive.metadata_file import DATABASE, metadata

HOSTILE = "<script>alert(1)</script>"


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Datasette]:
    """An archive with words about one of two reports, its copy and its document."""
    desk = open_desk(tmp_path_factory.mktemp("words"))
    (one,) = desk.file(reading(entry(PLAN), facts=Facts(published_at="2020-05-05"))).public_ids
    dated = Facts(published_at="2011-01-01")
    other = reading(entry(LONG, title="另题"), key="doc:2", url="http://b.test/2", facts=dated)
    desk.file(other)
    said = ((one, "title", "纪要"), (one, "label", "待核"), (one, "label", "卫生"),
            ("copy:1", "published_on", "2018-08-08"), ("document:doc:1", "author", "某人"))  # fmt: skip
    words = [Word(subject=subject, field=field, value=value, who=HOSTILE, why="查过") for subject, field, value in said]
    say_all(desk.archive, words, now=desk.at)
    desk.archive.close()
    if not pm.is_registered(plugin):
        pm.register(plugin, name="gongwen")
    yield Datasette([str(desk.archive.path)], metadata=metadata(), settings={"default_allow_sql": False})


def page(served: Datasette, path: str) -> str:
    answer = asyncio.run(served.client.get(f"/{DATABASE}/{path}"))
    assert answer.status_code == 200
    assert HOSTILE not in answer.text
    return unescape(answer.text)


WHOSE = f"asserted by {HOSTILE}: 查过"
SHOWN = [
    ("reports", f"纪要 <em>({WHOSE}; derived: 读书活动总结)</em>"),
    ("reports", f"2018-08-08 <em>({WHOSE}; derived: 2020-05-05)</em>"),
    ("reports", f"<strong>labels</strong> 卫生 <em>({WHOSE})</em>"),
    ("reports?_nofacet=1&labels__arraycontains=待核", "纪要 <em>"),
    ("reports/1", f"纪要 <em>({WHOSE}; derived: 读书活动总结)</em>"),
    ("copies", f"<strong>published_on</strong> 2018-08-08 <em>({WHOSE}; derived: 2020-05-05)</em>"),
    ("copies", f"<strong>author</strong> 某人 <em>({WHOSE}; derived: nothing)</em>"),
    ("documents", f"<strong>author</strong> 某人 <em>({WHOSE}; derived: nothing)</em>"),
]  # fmt: skip


@pytest.mark.parametrize(("path", "words"), SHOWN)
def test_a_persons_word_is_shown_as_such(served: Datasette, path: str, words: str) -> None:
    assert words in page(served, path)


OTHERS = ["reports?id=2", "copies?id=2", "reports/2", "reports?_nofacet=1&labels__arraycontains=核"]


@pytest.mark.parametrize("path", OTHERS)
def test_what_nobody_spoke_of_is_not_marked(served: Datasette, path: str) -> None:
    assert "asserted by" not in page(served, path)


def test_reports_are_listed_by_label(served: Datasette) -> None:
    for typed, labels in (("", ["卫生", "待核"]), ("卫", ["卫生"]), ("病", [])):
        path = f"/{DATABASE}/labelled.json?label={typed}&_shape=array"
        rows = asyncio.run(served.client.get(path)).json()
        assert [(row["label"], row["title"]) for row in rows] == [(label, "纪要") for label in labels]


def test_who_published_first_goes_by_the_dates_that_hold(served: Datasette) -> None:
    public_id = asyncio.run(served.client.get(f"/{DATABASE}/reports.json?_shape=array&id=1")).json()[0]["public_id"]
    path = f"/{DATABASE}/who_published_first.json?_shape=array&public_id={public_id}"
    assert [row["published_on"] for row in asyncio.run(served.client.get(path)).json()] == ["2018-08-08"]


CELLS = [
    ({}, "reports", "title", "纪要"),
    ({"asserted": None}, "reports", "title", "纪要"),
    ({"asserted": "no JSON"}, "reports", "title", "纪要"),
    ({"asserted": "[1]"}, "reports", "title", "纪要"),
    ({"asserted": '{"title": {"value": "纪要", "derived": null}}'}, "copies", "title", "纪要"),
    ({"asserted": '{"title": {"value": "纪要", "derived": null}}'}, "reports", "script", "simplified"),
    ({"asserted": "{}"}, "reports", "asserted", "{}"),
    (None, "reports", "title", "纪要"),
]


@pytest.mark.parametrize(("row", "table", "column", "value"), CELLS)
def test_other_cells_stay_as_they_are(row: object, table: str, column: str, value: str) -> None:
    assert told_cell(row, table, column, value) is None
