"""`export` on the command line: CSV for spreadsheets, JSON lines for programs, a file that is whole or not there."""

import csv
import json
from io import StringIO
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from archive.database import open_archive
from archive.export import COPY_COLUMNS
from crawler.cli.main import gongwen

RIVER = "今年以来，河口镇修好了三座石桥，清理了七条水渠，给学校添置了课桌，群众都很满意，来信表扬的有二十多封。"
READING = "本校图书室每周三下午开放，借书证由班主任统一办理，逾期不还者停借一个月，请同学们互相转告，按时归还。"
LINES = [
    {"id": "=1+1", "title": "=HYPERLINK(1)", "text": RIVER, "published_on": "2020-01-02"},
    {"id": "b", "url": "http://docs.example/1", "title": "逗号,引号\"", "text": READING},
    {"text": RIVER},
]


def run(data: Path, *words: str) -> Result:
    return CliRunner().invoke(gongwen, ["--data", str(data), *words])


@pytest.fixture
def data(tmp_path: Path) -> Path:
    lines = "\n".join(json.dumps(line) for line in LINES)
    (tmp_path / "in.jsonl").write_text(lines, "utf-8")
    assert run(tmp_path / "data", "import-jsonl", "--as-is", str(tmp_path / "in.jsonl")).exit_code == 0
    return tmp_path / "data"


@pytest.mark.parametrize("words", [[], ["--csv"]])
def test_csv_has_a_mark_and_no_cell_is_a_formula(data: Path, words: list[str]) -> None:
    result = run(data, "export", "--what", "copies", *words)
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout_bytes.startswith(b"\xef\xbb\xbfurl,report_id,text_id,relation,measure,edition_of,")
    rows = list(csv.DictReader(StringIO(result.stdout.lstrip("\ufeff"))))
    assert tuple(rows[0]) == COPY_COLUMNS
    told = {row["source_id"]: (row["title"], row["url"], row["published_on"], row["date_kind"], row["site"])
            for row in rows}  # fmt: skip
    assert told == {
        "'=1+1": ("'=HYPERLINK(1)", "", "2020-01-02", "published", ""),
        "b": ("逗号,引号\"", "http://docs.example/1", "", "", "docs.example"), "": ("", "", "", "", "")}
    assert not [cell for row in rows for cell in row.values() if cell.startswith(("=", "+", "-", "@"))]
    assert len({row["report_id"] for row in rows}) == 2


def test_json_says_null_where_nothing_is_known(data: Path) -> None:
    result = run(data, "export", "--what", "copies", "--json")
    rows = [json.loads(line) for line in result.stdout.splitlines()]
    assert [row["document"].partition(":")[0] for row in rows] == ["file", "given", "jsonl"]
    assert (rows[0]["source_id"], rows[0]["url"], rows[0]["edition_of"], rows[0]["part"]) == (None, None, None, 0)
    assert rows[2]["source_id"] == "=1+1"
    assert isinstance(rows[0]["text_id"], int)
    assert result.stdout == run(data, "export", "--what", "copies", "--json").stdout


def test_a_compilation_has_a_row_for_each_of_its_reports(data: Path) -> None:
    with open_archive(data) as archive:
        archive.conn.execute("INSERT INTO relations (report_id, other_id, relation, measure, rules)"
                             " SELECT a.id, b.id, 'contains', 0.5, 't' FROM reports a, reports b WHERE a.id < b.id")
    result = run(data, "export", "--what", "copies", "--json")
    rows = [json.loads(line) for line in result.stdout.splitlines()]
    assert [(row["document"][:5], row["relation"], row["measure"]) for row in rows] == [
        ("file:", "identical", None), ("file:", "contains", 0.5), ("given", "identical", None),
        ("jsonl", "identical", None), ("jsonl", "contains", 0.5)]
    assert rows[1]["report_id"] == rows[2]["report_id"] != rows[0]["report_id"]


@pytest.mark.parametrize("form", ["--csv", "--json"])
def test_a_file_holds_what_would_be_printed(data: Path, tmp_path: Path, form: str) -> None:
    out = tmp_path / "copies.out"
    out.write_text("older", "utf-8")
    result = run(data, "export", "--what", "copies", form, "-o", str(out))
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", f"3 rows in {out}\n")
    assert out.read_bytes() == run(data, "export", "--what", "copies", form).stdout_bytes
    assert not list(tmp_path.glob("*.part"))


def test_what_cannot_be_written_is_told_in_one_line(data: Path, tmp_path: Path) -> None:
    result = run(data, "export", "--what", "copies", "-o", str(tmp_path / "none" / "x.csv"))
    assert (result.exit_code, result.stderr.count("\n")) == (1, 1)
    assert "No such file or directory" in result.stderr


BAD = [
    (["--what", "cats"], "'cats' is not one of 'reports', 'texts', 'copies'"),
    (["--what", "replies"], "they leave the archive only with --with-people"),
    (["--columns", "id,texte"], "no column 'texte': there are id, title, url"),
    (["--columns", "contact"], "column contact leaves the archive only with --with-people"),
    (["--by", "site"], "--by needs --sample N"),
    (["--sample", "3", "--by", "colour"], "a sample is dealt out by site, period, genre, script, year"),
    (["--period", "20"], "one year, or two as 2016-2020"),
    (["--published-from", "gestern"], "'gestern' is no date"),
    (["--query", "（）"], "has no letter to look for"),
    (["--csv", "--format", "csv"], "--csv gives the rows alone, --format makes files"),
    (["--format", "parquet"], "cannot go to standard output"),
    (["--what", "edits", "--format", "gexf", "-o", "x"], "gexf is the graph of hosts"),
    (["--what", "hosts", "--format", "text", "-o", "x"], "text is a folder with a file a text"),
]


@pytest.mark.parametrize(("words", "told"), BAD)
def test_what_cannot_be_asked_is_told_in_one_line(data: Path, words: list[str], told: str) -> None:
    result = run(data, "export", *words)
    assert (result.exit_code, result.stderr.count("\n")) == (2, 1)
    assert told in " ".join(result.stderr.split())


def test_without_an_archive_it_says_so(tmp_path: Path) -> None:
    result = run(tmp_path / "none", "export", "--what", "copies")
    assert (result.exit_code, "no archive in" in result.stderr) == (1, True)
