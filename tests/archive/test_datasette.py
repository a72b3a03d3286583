"""Datasette over an archive: its test client on every page, and one real process on loopback beside a writer."""

import asyncio
import json
import subprocess
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import Any
from urllib.parse import quote
from urllib.request import urlopen

import pytest
from datasette.app import Datasette  # type: ignore[import-untyped]  # datasette carries no annotations
from datasette.plugins import pm  # type: ignore[import-untyped]  # as above

from archive.datasette import plugin
from archive.datasette.plugin import _external, zh_query, zh_snippet
from archive.datasette.serve import SETTINGS, datasette_arguments, serve_command
from archive.errors import NoArchive
from archive.schema import TABLES
from cleaners.reading import Edit
from tests.archive.desk import LONG, PLAN, WORK, Desk, Facts, Reply, entry, open_desk, reading, refused
from tests.archive.metadata_file import DATABASE, HIDDEN, metadata

HOSTILE = "<script>alert(1)</script>"
IDEOLOGY = "各支部认真落实意识形态工作责任制，每季度研判一次，发现问题立即整改，全年没有发生一起事故。"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive with a report in each script, an untitled one, and one whose page is hostile throughout."""
    place = tmp_path_factory.mktemp("served")
    desk = open_desk(place)
    desk.file(reading(entry(IDEOLOGY, title="意识形态工作总结"), replies=(Reply(floor=2, text=HOSTILE),)))
    desk.file(
        reading(
            entry("各支部研究落實意識形態(tài)工作的辦法，" + PLAN, title="研究會"), key="doc:2", url="http://b.test/2"
        )
    )
    desk.file(reading(entry(WORK, title=None), key="doc:3", url="http://a.test/3"))
    hostile = entry(HOSTILE + LONG, title=HOSTILE, author="javascript:alert(2)",
                    subtitle='"><img src=x onerror=alert(3)>',
                    edits=(Edit(rule="<b>", start=0, taken="</td><script>alert(4)</script>"),))  # fmt: skip
    desk.file(reading(hostile, key="javascript:alert(5)", url="http://a.test/?q=%22onmouseover=alert(6)",
                      facts=Facts(site_name=HOSTILE, category="javascript:alert(7)")))  # fmt: skip
    desk.file(refused("gone", url="http://a.test/9", detail=HOSTILE))  # type: ignore[arg-type]
    desk.archive.close()
    return place


@pytest.fixture(scope="module")
def served(folder: Path) -> Datasette:
    settings = {name: {"on": True, "off": False}.get(value) for name, value in SETTINGS.items()}
    numbers = {name: int(value) for name, value in SETTINGS.items() if value.isdecimal()}
    return Datasette([str(folder / "archive.db")], metadata=metadata(), settings={**settings, **numbers})


def get(served: Datasette, path: str) -> Any:
    """Ask the test client."""
    return asyncio.run(served.client.get(path))


VISIBLE = [table.name for table in TABLES if not table.hidden]


@pytest.mark.parametrize("table", VISIBLE)
def test_every_visible_table_answers_and_says_what_its_columns_mean(served: Datasette, table: str) -> None:
    answer = get(served, f"/{DATABASE}/{table}")
    assert answer.status_code == 200
    described = next(one for one in TABLES if one.name == table)
    page = unescape(answer.text)
    assert described.meaning in page
    if "<td" in page:  # Datasette shows no columns of an empty table
        assert [column.name for column in described.columns if column.meaning not in page] == []


def test_the_front_page_shows_no_internals(served: Datasette) -> None:
    data = get(served, f"/{DATABASE}.json").json()
    shown = {table["name"] for table in data["tables"] if not table["hidden"]}
    assert shown == set(VISIBLE)
    assert {table["name"] for table in data["tables"] if table["hidden"]} >= set(HIDDEN) - {"reports_fts_content"}


def test_a_foreign_key_is_a_link_with_its_label(served: Datasette) -> None:
    page = get(served, f"/{DATABASE}/copies?document_id=1").text
    assert f'<a href="/{DATABASE}/reports/1">意识形态工作总结</a>' in page
    assert f'<a href="/{DATABASE}/sites/1">' in page


def test_a_foreign_key_without_label_is_a_link_by_number(served: Datasette) -> None:
    page = get(served, f"/{DATABASE}/copies?document_id=3").text
    assert f'<a href="/{DATABASE}/reports/3">—</a>&nbsp;<em>3</em>' in page
    assert ">None<" not in page


def test_the_page_of_one_row_links_its_foreign_keys_too(served: Datasette) -> None:
    page = get(served, f"/{DATABASE}/copies/1").text
    assert f'<a href="/{DATABASE}/reports/1">1</a>' in page
    assert f'<a href="/{DATABASE}/documents/1">1</a>' in page
    assert f'<a href="/{DATABASE}/copies/1">1</a>' not in page, "its own number leads nowhere"


# (typed into the stock box, ids found)
BOX = [
    ("意识形态", [1, 2]),
    ("意識形態", [1, 2]),
    ("意识形态工作", [1, 2]),
    ("研究", [2]),
    ("石桥 水渠", [3]),
    ("桥", [3]),
    ("“石桥”", [3]),
    ("意识水渠", []),
    ("AND OR NOT", []),
    ("-(*:^\"'", []),
    ("script", [4]),
]


@pytest.mark.parametrize(("typed", "found"), BOX)
def test_the_stock_search_box_finds_chinese_in_both_scripts(served: Datasette, typed: str, found: list[int]) -> None:
    answer = get(served, f"/{DATABASE}/reports.json?_search={quote(typed)}&_shape=objects")
    assert answer.status_code == 200
    assert sorted(row["id"] for row in answer.json()["rows"]) == found


def test_the_search_box_is_on_the_page(served: Datasette) -> None:
    assert 'name="_search"' in get(served, f"/{DATABASE}/reports").text


# (words, titles in order of rank)
RANKED = [("意识形态", ["意识形态工作总结", "研究會"]), ("", []), ("***", []), ("石桥", [None])]


@pytest.mark.parametrize(("words", "titles"), RANKED)
def test_the_ready_made_search_is_ranked_and_shows_the_place(
    served: Datasette, words: str, titles: list[str | None]
) -> None:
    answer = get(served, f"/{DATABASE}/search.json?q={quote(words)}&_shape=objects")
    rows = answer.json()["rows"]
    assert [row["title"] for row in rows] == titles
    assert all("«" in row["snippet"] for row in rows)


@pytest.mark.parametrize("query", metadata()["databases"][DATABASE]["queries"])
def test_every_ready_made_query_runs(served: Datasette, query: str) -> None:
    assert get(served, f"/{DATABASE}/{query}?q=a&public_id=a").status_code == 200


REFUSED = [f"/{DATABASE}?sql=select+1", f"/{DATABASE}.json?sql=select+1", f"/{DATABASE}/reports?_where=1"]


@pytest.mark.parametrize("path", REFUSED)
def test_sql_of_anyone_is_refused(served: Datasette, path: str) -> None:
    assert get(served, path).status_code == 403


PAGES = ["reports", "reports/4", "copies", "copies/4", "documents", "documents/4", "replies", "edits", "sites",
         "frontier", "captures", "texts", "texts/4", "search?q=script"]  # fmt: skip


@pytest.mark.parametrize("page", PAGES)
def test_hostile_content_is_inert(served: Datasette, page: str) -> None:
    text = get(served, f"/{DATABASE}/{page}").text
    assert "<script>alert" not in text
    assert "<img src=x" not in text
    assert 'href="javascript:' not in text
    assert " onmouseover=" not in text


def test_every_answer_carries_the_headers(served: Datasette) -> None:
    for path in ("/", f"/{DATABASE}/reports", f"/{DATABASE}/reports.json", "/-/static/app.css", "/nowhere"):
        headers = get(served, path).headers
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["x-frame-options"] == "DENY"
        assert "'unsafe-inline'" not in headers["content-security-policy"].partition("script-src")[2].partition(";")[0]
        assert "frame-ancestors 'none'" in headers["content-security-policy"]


def test_the_search_box_is_ours_whoever_was_registered_last(folder: Path) -> None:
    name = pm.get_name(plugin)
    pm.unregister(plugin)
    pm.register(plugin, name=name)  # as `--plugins-dir` does: pluggy calls the last one first
    late = Datasette([str(folder / "archive.db")], metadata=metadata())
    answer = get(late, f"/{DATABASE}/reports.json?_search={quote('意识形态')}&_shape=objects")
    assert len(answer.json()["rows"]) == 2


def test_another_database_is_left_alone(tmp_path: Path) -> None:
    other = Datasette([], memory=True)
    assert "content-security-policy" not in get(other, "/").headers
    for typed, stock in (("意识 b", '"意识" "b"'), ("意识形态", '"意识形态"')):
        sql = quote(f"select escape_fts('{typed}') as x")
        assert get(other, f"/_memory.json?sql={sql}&_shape=array").json() == [{"x": stock}]


# (cell, is a link)
CELLS = [
    ("http://a.test/1", True), ("https://a.test/?a=1&b=2", True), ("javascript:alert(1)", False),
    ("data:text/html,x", False), ("http://a.test/ x", False), (" http://a.test", False),
    ("//a.test", False), ("ftp://a.test", False),
]  # fmt: skip


@pytest.mark.parametrize(("value", "is_link"), CELLS)
def test_only_http_addresses_are_links(value: str, is_link: bool) -> None:
    made = _external(value)
    assert (made is not None) == is_link
    assert made is None or 'rel="noreferrer noopener nofollow external"' in made


def test_an_address_cannot_leave_its_attribute() -> None:
    made = _external('http://a.test/"onmouseover="alert(1)')
    assert made is not None
    assert '"onmouseover' not in made


def test_long_texts_are_cut_in_tables_only(tmp_path: Path) -> None:
    desk = open_desk(tmp_path)
    desk.file(reading(entry(PLAN * 20)))
    desk.archive.close()
    served = Datasette([str(tmp_path / "archive.db")], metadata=metadata(), settings={"truncate_cells_html": 200})
    assert PLAN * 20 not in get(served, f"/{DATABASE}/texts").text
    assert PLAN * 20 in get(served, f"/{DATABASE}/texts/1").text


def test_functions_take_whatever_a_query_gives_them() -> None:
    assert zh_query(None) == zh_query("") == zh_query("、。") == '""'
    assert zh_snippet(None, None) == ""


def test_serving_needs_an_archive(tmp_path: Path) -> None:
    with pytest.raises(NoArchive):
        datasette_arguments(tmp_path, state=tmp_path)


def test_immutable_is_never_asked_for(folder: Path, tmp_path: Path) -> None:
    arguments = datasette_arguments(folder, state=tmp_path, port=0)
    assert not {"-i", "--immutable", "--nolock"} & set(arguments)
    written = json.loads((tmp_path / "metadata.json").read_text(encoding="utf-8"))
    assert written == {"plugins": {"gongwen": {}}}


@pytest.fixture
def process(tmp_path: Path) -> Iterator[tuple[Desk, str]]:
    """A real Datasette process over an archive that is still being written."""
    desk = open_desk(tmp_path)
    desk.file(reading(entry(WORK)))
    command = serve_command(tmp_path, port=0)
    with subprocess.Popen(command, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True) as running:
        try:
            assert running.stderr is not None
            address = next(line.split("on ")[1].split(" ")[0] for line in running.stderr if "running on http" in line)
            yield desk, address
        finally:
            running.terminate()
            desk.archive.close()


@pytest.mark.journey
def test_a_real_process_serves_what_is_written_meanwhile(process: tuple[Desk, str]) -> None:
    desk, address = process
    ask = f"{address}/{DATABASE}/reports.json?_search={quote('意识形态')}&_shape=objects"

    def found() -> int:
        with urlopen(ask, timeout=60) as answer:
            return len(json.load(answer)["rows"])

    assert found() == 0
    desk.file(reading(entry(IDEOLOGY), key="doc:2", url="http://a.test/2"))
    assert found() == 1
