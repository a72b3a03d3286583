"""The forms in which data is taken away, what stands beside it, and that memory and archive are left alone."""

import csv
import hashlib
import json
import resource
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pyarrow.parquet as pq
import pytest

from archive.exporting.cells import as_json, safe_cell
from archive.exporting.choice import Choice
from archive.exporting.hosts import EARLIER, NO_ORDER
from archive.exporting.kinds import KINDS
from archive.exporting.request import Format, Request
from archive.exporting.running import take_away
from archive.exporting.writing import file_stem
from archive.publishing import publish
from cleaners.reading import Edit
from tests.archive.desk import LONG, PLAN, WORK, Desk, open_desk
from tests.archive.export_desk import OTHER, put, rows, take


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = open_desk(tmp_path / "data")
    yield made
    made.archive.close()


CELLS = [("=1", "'=1"), ("＝1", "'＝1"), ("@a", "'@a"), ("\t=1", "'\t=1"), ("a\u2028b\u202e", "a\ufffdb\ufffd"),
         ("甲=1", "甲=1"), (-1, "-1"), (None, ""), (["=1"], '["=1"]')]  # fmt: skip


@pytest.mark.parametrize(("value", "cell"), CELLS)
def test_cells_do_nothing(value: object, cell: str) -> None:
    assert safe_cell(value) == cell
    assert len(as_json({"x": value}).splitlines()) == 1


def test_the_forms_say_the_same(desk: Desk, tmp_path: Path) -> None:
    put(desk, 1, PLAN, on="2020-01-01", entry={"author": "=晚风"})
    put(desk, 2, WORK)
    said = {form: take(desk, tmp_path / form, form=form) for form in Format if form is not Format.GEXF}
    told = rows(said[Format.JSONL])
    assert pq.read_table(said[Format.PARQUET].path).to_pylist() == told
    table = said[Format.CSV].path.read_bytes()
    assert table.startswith(b"\xef\xbb\xbfid,title,url,")
    cells = list(csv.DictReader(table.decode("utf-8-sig").splitlines()))
    assert [(row["id"], row["text"]) for row in cells] == [(row["id"], row["text"]) for row in told]
    folder = said[Format.TEXT].path
    assert {path.stem: path.read_text("utf-8") for path in folder.glob("*.txt")} == {
        row["id"]: row["text"] for row in told}
    named = list(csv.DictReader((folder / "metadata.csv").read_text("utf-8-sig").splitlines()))
    assert [(row["file"], row["file_sha256"]) for row in named] == [
        (f"{row['id']}.txt", hashlib.sha256(row["text"].encode()).hexdigest()) for row in told]
    for done in said.values():
        (file,) = json.loads(done.manifest.read_text("utf-8"))["files"]
        data = (done.manifest.parent / file["name"]).read_bytes()
        assert (file["rows"], file["bytes"], file["sha256"]) == (2, len(data), hashlib.sha256(data).hexdigest())


@pytest.mark.parametrize(("name", "is_kept"), [("0a1b2c", True), ("../x", False), ("a" * 81, False), ("", False)])
def test_file_names_cannot_leave_their_folder(name: str, is_kept: bool) -> None:
    assert (file_stem(name) == name) is is_kept
    assert "/" not in file_stem(name)


def test_hosts_are_joined_by_what_they_state(desk: Desk, tmp_path: Path) -> None:
    dates = ((1, PLAN, "2020-02-01"), (2, WORK, "2019-01-01"), (3, LONG, "2020-01-01"), (4, OTHER, None))
    for number, text, second in dates:
        put(desk, number, text, on="2020-01-01")
        put(desk, number, text, host="b.test", on=second)
    told = [(row["source"], row["target"], row["relation"], row["weight"], row["shared"], row["dated_share"])
            for row in rows(take(desk, tmp_path / "out", what="hosts"))]  # fmt: skip
    assert told == [("a.test", "b.test", EARLIER, 1, 4, 0.75), ("b.test", "a.test", EARLIER, 1, 4, 0.75),
                    ("a.test", "b.test", NO_ORDER, 2, 4, 0.75)]  # fmt: skip
    graph = ET.parse(take(desk, tmp_path / "out", form=Format.GEXF).path).getroot()  # noqa: S314 - our own file
    space = {"g": "http://www.gexf.net/1.2draft"}
    edges = [tuple(edge.get(name) for name in ("source", "target", "weight", "type"))
             for edge in graph.iterfind(".//g:edge", space)]  # fmt: skip
    assert edges == [("a.test", "b.test", "1", "directed"), ("b.test", "a.test", "1", "directed")]
    assert "does NOT say that one copied" in str(graph.findtext("g:meta/g:description", namespaces=space))


def test_what_is_not_ours_is_not_written_over(desk: Desk, tmp_path: Path) -> None:
    put(desk, 1, PLAN)
    (tmp_path / "README.md").write_text("mine", "utf-8")
    (tmp_path / "manifest.json").write_text("{}", "utf-8")
    done = take(desk, tmp_path / "reports.jsonl")
    assert (done.manifest.name, done.card.name) == ("reports.jsonl.manifest.json", "reports.jsonl.README.md")
    assert [(tmp_path / name).read_text("utf-8") for name in ("README.md", "manifest.json")] == ["mine", "{}"]
    (tmp_path / "texts" / "reports").mkdir(parents=True)
    (tmp_path / "texts" / "reports" / "mine.txt").write_text("mine", "utf-8")
    with pytest.raises(FileExistsError, match="holds other things"):
        take(desk, tmp_path / "texts", form=Format.TEXT)


def test_exports_of_one_folder_are_described_together(desk: Desk, tmp_path: Path) -> None:
    put(desk, 1, PLAN)
    take(desk, tmp_path / "out")
    done = take(desk, tmp_path / "out", what="copies", form=Format.CSV)
    told = json.loads(done.manifest.read_text("utf-8"))
    assert (told["what"], [one["what"] for one in told["also_here"]]) == ("copies", ["reports"])
    card = done.card.read_text("utf-8")
    assert card.startswith("---\nlanguage:\n  - zh\n")
    assert 'config_name: "copies"\n    data_files: "copies.csv"\n  - config_name: "reports"' in card


def test_nothing_typed_can_break_the_card(desk: Desk, tmp_path: Path) -> None:
    put(desk, 1, PLAN)
    done = take(desk, tmp_path / "out", choice=Choice(query="读书`<b>|\n---\n# x", seed="`|"))
    lines = done.card.read_text("utf-8").splitlines()
    assert lines.count("---") == 2
    assert not [line for line in lines if line.startswith("# x")]


def test_an_export_is_of_one_instant_and_leaves_nothing_behind(desk: Desk, tmp_path: Path) -> None:
    put(desk, 1, PLAN)
    put(desk, 2, WORK)

    def changed(found: Any, total: int | None) -> Iterator[Any]:
        yield next(found)
        with sqlite3.connect(desk.archive.path) as other:
            other.execute("UPDATE reports SET title = '改了'")
        other.close()
        yield from found

    request = Request(what="reports", form=Format.JSONL, output=tmp_path / "out")
    done = take_away(desk.archive, request, watch=changed)
    assert {row["title"] for row in rows(done)} == {"标题1", "标题2"}
    assert not desk.archive.conn.in_transaction
    assert {row["title"] for row in rows(take(desk, tmp_path / "out"))} == {"改了"}


def test_memory_does_not_grow_with_the_reports(desk: Desk, tmp_path: Path) -> None:
    put(desk, 1, PLAN)
    conn = desk.archive.conn
    conn.execute("BEGIN")
    body = PLAN * 1000  # 150 KB each, 60 MB in all
    conn.executemany("INSERT INTO texts (id, sha256, report_id, chars, han, key, title_key, digits, rules, text)"
                     " VALUES (?1 + 10, 'x' || ?1, 1, 1, 1, '', '', '', 'key-1', ?2)", ((n, body) for n in range(400)))
    conn.executemany("INSERT INTO reports (public_id, text_id, added_at) VALUES ('r' || ?1, ?1 + 10, '2026')",
                     ((n,) for n in range(400)))
    conn.execute("COMMIT")
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    done = take(desk, tmp_path / "out")
    assert (done.written.rows, done.written.bytes > 50_000_000) == (401, True)
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 30_000


def test_an_empty_archive_gives_an_empty_file(desk: Desk, tmp_path: Path) -> None:
    for form in (Format.JSONL, Format.CSV, Format.PARQUET, Format.TEXT, Format.GEXF):
        assert take(desk, tmp_path / form, form=form).written.rows == 0


HOSTILE = ["CAST(x'e4b8ff41' AS TEXT)", "x'ff00'", "char(0)||'a'", "12345", "'=cmd|''/c calc''!A1'", "char(8238)||'a'",
           "'<script>alert(1)</script>'", "'{{7*7}}'", "char(10)||'---'||char(10)", "'a`|b'", "char(8232)"]  # fmt: skip


@pytest.mark.parametrize("value", HOSTILE)
def test_what_others_left_in_the_rows_does_nothing(desk: Desk, tmp_path: Path, value: str) -> None:
    put(desk, 1, PLAN)
    conn = desk.archive.conn
    conn.execute(f"UPDATE reports SET title = {value}, script = {value}, labels = {value}")  # noqa: S608 - the cases
    conn.execute(f"UPDATE copies SET author = {value}, url = 'http://x.test/' || {value}")  # noqa: S608 - as above
    conn.execute(f"UPDATE documents SET author = {value}, kind = 'thread'")  # noqa: S608 - as above
    for form in Format:
        done = take(desk, tmp_path / form, form=form)
        assert done.card.read_text("utf-8").splitlines().count("---") == 2
    assert len((tmp_path / "jsonl" / "reports.jsonl").read_text("utf-8").splitlines()) == 1
    publish(desk.archive, tmp_path / "out.db")
    assert (tmp_path / "out.db").is_file()


CELLS_OF_JSON = ["'{\"published_on\": '", "'no JSON'", "'[1'", "'{\"where\": [1], \"dates\": \"x\"}'", "7", "x'7b'",
                 "CAST(x'7b22ff' AS TEXT)",
                 "'{\"published_on\": {\"value\": 7}, \"author\": {\"value\": [1]}}'"]  # fmt: skip


@pytest.mark.parametrize("cell", CELLS_OF_JSON)
def test_cells_that_hold_no_json_are_passed_over(desk: Desk, tmp_path: Path, cell: str) -> None:
    put(desk, 1, PLAN, on="2020-01-01", entry={"edits": (Edit(rule="x", start=0, taken="晚风"),)})
    put(desk, 1, PLAN, host="b.test", on="2020-02-01")
    conn = desk.archive.conn
    conn.execute(f"UPDATE copies SET asserted = {cell}, facts = {cell}")  # noqa: S608 - the cases
    conn.execute(f"UPDATE documents SET asserted = {cell}, facts = {cell}, key = 'given:' || key")  # noqa: S608 - as above
    conn.execute(f"UPDATE reports SET asserted = {cell}, period = {cell}, labels = {cell}")  # noqa: S608 - as above
    choice = Choice(sample=5, by=("site", "period", "year"))
    for what in KINDS:
        done = take(desk, tmp_path / what, what=what, choice=choice, with_people=True)
        assert done.written.rows > 0 or what in ("relations", "replies"), what
