"""Hostile rows of every class, on every page as it is sent and then in Chromium: nothing runs, asks or covers it."""

import csv
import io
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest

from archive.exporting.cells import FORMULA_STARTS
from tests.browser.driver import Browser
from tests.browser.looking import Look, faults_of
from tests.browser.serving import DATASETTE1, dangers, data_of, fetch, served
from tests.browser.shelves import HOSTILE

csv.field_size_limit(100_000_000)  # a title of 10 MB is a cell
HIDDEN = ("_", "reports_fts", "reports_characters")
"""How tables begin that no reader is shown."""
CLASSES = (*HOSTILE, "long", "broken")
WITH_AXE = ("script", "word", "empty", "bidi", "broken")
"""Classes whose report is looked at by axe-core too: half a second each."""


def asked(file: Path, sql: str, *values: object) -> list[tuple[str, ...]]:
    conn = sqlite3.connect(f"file:{file}?mode=ro", uri=True)
    conn.text_factory = lambda raw: raw.decode("utf-8", "replace")
    try:
        return conn.execute(sql, values).fetchall()
    finally:
        conn.close()


def tables_of(file: Path) -> list[str]:
    names = asked(file, "SELECT name FROM sqlite_master WHERE type IN ('table', 'view') ORDER BY name")
    return [name for (name,) in names if not name.startswith(HIDDEN)]


def report_of(file: Path, name: str) -> str:
    """Give the path of the report of a class."""
    number = CLASSES.index(name)
    ((public_id,),) = asked(file, "SELECT public_id FROM reports ORDER BY id LIMIT 1 OFFSET ?", number)
    return f"/report/{public_id}"


def own_pages(file: Path) -> Iterator[str]:
    yield from ("/", "/search", f"/search?q={quote('舆情')}", f"/search?q={quote(HOSTILE['script'])}")
    yield from (f"/search?q={quote(value)}&site={quote(value)}&genre={quote(value)}" for value in HOSTILE.values())
    for name in CLASSES:
        yield from (report_of(file, name) + form for form in ("", ".bib", ".ris", ".txt", ".json"))
    copies = [number for (number,) in asked(file, "SELECT id FROM copies ORDER BY id")]
    yield from (f"/copy/{number}" for number in copies)


def datasette_pages(file: Path, name: str = "archive") -> Iterator[str]:
    yield f"/{name}"
    for table in tables_of(file):
        yield from (f"/{name}/{table}{form}" for form in ("", ".csv", ".json"))
    for table in ("reports", "copies", "sites", "documents", "genres"):
        rows = asked(file, f'SELECT id FROM "{table}" ORDER BY id')  # noqa: S608 - our own names
        yield from (f"/{name}/{table}/{number}" for (number,) in rows)


def wrong_of(origin: str, paths: Iterator[str]) -> dict[str, list[str]]:
    """Give what is dangerous or broken, by path; redirects are followed within the server."""
    wrong: dict[str, list[str]] = {}
    for path in paths:
        page = fetch(origin, path)
        if page.status in (301, 302):
            page = fetch(origin, page.headers["location"])
        found = dangers(page) + ([f"status {page.status}"] if page.status not in (200, 404, 414) else [])
        if found:
            wrong[path] = found[:5]
    return wrong


def test_no_cell_of_a_csv_is_a_formula(hostile: str) -> None:
    for path in ("/archive/reports.csv", "/archive/copies.csv?_stream=on&_labels=on", "/archive/genres.csv?_dl=on"):
        text = fetch(hostile, path).body.decode("utf-8-sig")
        cells = [cell for row in csv.reader(io.StringIO(text, newline="")) for cell in row]
        assert [cell[:50] for cell in cells if cell.startswith(FORMULA_STARTS)] == []
        assert any(cell.startswith("'=") for cell in cells)


def test_no_page_of_ours_holds_what_could_run(hostile: str, hostile_file: Path) -> None:
    assert wrong_of(hostile, own_pages(hostile_file)) == {}


@pytest.mark.slow
def test_no_page_of_datasette_holds_what_could_run(hostile: str, hostile_file: Path) -> None:
    assert wrong_of(hostile, datasette_pages(hostile_file)) == {}


@pytest.mark.slow
def test_plain_datasette_serves_a_file_of_any_name_as_safely(hostile_file: Path, tmp_path: Path) -> None:
    file = tmp_path / "我的 档案-2.v1.sqlite"
    conn = sqlite3.connect(hostile_file)
    conn.execute("VACUUM INTO ?", (str(file),))
    conn.close()
    with served("datasette", str(file)) as origin:
        assert wrong_of(origin, own_pages(file)) == {}


@pytest.mark.slow
def test_the_other_line_of_datasette_is_as_safe(hostile_file: Path) -> None:
    if not DATASETTE1.exists():
        pytest.skip("needs the 1.0 line of Datasette: make datasette1")
    with served(*data_of(hostile_file), python=str(DATASETTE1)) as origin:
        assert b'"version": "1.0' in fetch(origin, "/-/versions.json").body
        assert wrong_of(origin, own_pages(hostile_file)) == {}
        assert wrong_of(origin, datasette_pages(hostile_file)) == {}


@pytest.mark.browser
@pytest.mark.parametrize("name", CLASSES)
def test_nothing_runs_or_breaks_the_page(
    chromium: Browser, hostile: str, hostile_file: Path, shots: Path, name: str
) -> None:
    path = report_of(hostile_file, name)
    ((copy,),) = asked(hostile_file, "SELECT c.id FROM copies c JOIN reports r ON r.id = c.report_id"
                       " WHERE '/report/' || r.public_id = ? ORDER BY c.id LIMIT 1", path)  # fmt: skip
    for kind, place in (("report", path), ("copy", f"/copy/{copy}")):
        chromium.forget()
        chromium.open(hostile + place)
        with_axe = name in WITH_AXE and kind == "report"
        assert faults_of(chromium, Look(name=f"hostile-{name}-{kind}", shots=shots, with_axe=with_axe)) == []
        assert chromium.address.startswith(hostile)
        assert chromium.run("return document.querySelector('main').getBoundingClientRect().height") > 100
        assert chromium.run(
            "const box = document.querySelector('header a').getBoundingClientRect();"
            "return document.elementFromPoint(box.x + 5, box.y + 5).closest('header') !== null"
        )


@pytest.mark.browser
@pytest.mark.parametrize("path", ["/", "/search?q=舆情", "/archive/reports", "/archive/edits", "/archive/copies"])
def test_lists_of_hostile_rows_hold_their_layout(chromium: Browser, hostile: str, shots: Path, path: str) -> None:
    chromium.forget()
    chromium.open(hostile + path)
    assert faults_of(chromium, Look(name=f"hostile-{quote(path, safe='')}", shots=shots, with_axe=False)) == []
