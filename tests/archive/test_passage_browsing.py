"""Passages in Datasette: the most shared first, labels cut, the ready-made query, no table that is being made."""

import asyncio
from typing import Any
from urllib.parse import quote

import pytest
from datasette.app import Datasette  # type: ignore[import-untyped]  # datasette carries no annotations

from archive.passages import rebuild_passages
from archive.tables.passages import SHADOWS
from tests.archive.desk import open_desk
from tests.archive.metadata_file import DATABASE, metadata
from tests.archive.passage_desk import SHARED, THIRD, file

LONG = "，".join([THIRD[:-1]] * 5) + "。"


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Datasette:
    folder = tmp_path_factory.mktemp("browsed")
    desk = open_desk(folder)
    for number in range(1, 4):
        file(desk, number, SHARED, *([LONG] if number < 3 else []), date=f"201{number}-05-01")
    rebuild_passages(desk.archive)
    for table in SHADOWS:  # as while the next search runs
        desk.archive.conn.execute(table.create())
    desk.archive.close()
    return Datasette([str(folder / "archive.db")], metadata=metadata())


def get(served: Datasette, path: str) -> Any:
    return asyncio.run(served.client.get(f"/{DATABASE}{path}"))


def test_the_table_begins_with_the_most_shared(served: Datasette) -> None:
    rows = get(served, "/passages.json?_shape=array").json()
    assert [(row["text"], row["reports"], row["first_used_on"]) for row in rows] == [
        (SHARED, 3, "2011-05-01"), (LONG, 2, "2011-05-01"),
    ]  # fmt: skip


def test_a_use_leads_to_its_passage_and_its_report(served: Datasette) -> None:
    page = get(served, "/passage_uses?report_id=1").text
    assert f">{SHARED}</a>" in page
    assert f">{LONG[:79]}…</a>" in page
    assert f'<a href="/{DATABASE}/reports/1">材料1</a>' in page
    assert get(served, "/passage_uses/1,1").status_code == 200


# (words, reports of the passages found)
QUERIES = [("", [3, 2]), ("塘坝", [2]), ("岗位", [3]), ("%", []), ("火星", [])]


@pytest.mark.parametrize(("words", "reports"), QUERIES)
def test_the_ready_made_query_gives_the_stock_of_phrases(served: Datasette, words: str, reports: list[int]) -> None:
    rows = get(served, f"/most_shared_passages.json?_shape=array&words={quote(words)}").json()
    assert [row["reports"] for row in rows] == reports
    assert {row["first_title"] for row in rows} <= {"材料1"}


def test_tables_that_are_being_made_are_not_shown(served: Datasette) -> None:
    listed = get(served, ".json").json()["tables"]
    assert {table["name"] for table in listed if table["hidden"]} >= {table.name for table in SHADOWS}
