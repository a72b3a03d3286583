"""`gongwen passages`: finding passages anew, and listing those of a report in every form."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from crawler.cli.main import gongwen
from tests.archive.desk import open_desk
from tests.archive.passage_desk import MEETING, SHARED, THIRD, file

OTHER = MEETING.replace("12", "15")


@pytest.fixture
def ids(tmp_path: Path) -> list[str]:
    """Four reports: three share a sentence, two of them another one with other figures, two a third; public ids."""
    desk = open_desk(tmp_path)
    found = [
        file(desk, 1, "一是" + SHARED, MEETING),
        file(desk, 2, SHARED, OTHER, host="b.test", date="2012-03-09T08:15:00+08:00"),
        file(desk, 3, SHARED, THIRD), file(desk, 4, THIRD),
    ]  # fmt: skip
    desk.archive.close()
    return found


def ask(data: Path, *args: str) -> Result:
    return CliRunner().invoke(gongwen, ["--data", str(data), "passages", *args])


def rows(result: Result) -> list[dict[str, Any]]:
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_before_the_first_search_one_line_says_what_to_run(tmp_path: Path, ids: list[str]) -> None:
    result = ask(tmp_path, ids[0])
    assert (result.exit_code, result.stdout, result.stderr.count("\n")) == (1, "", 1)
    assert "never looked for" in result.stderr
    assert "`gongwen passages --rebuild`" in result.stderr


def test_lines_say_place_spread_first_use_words_and_reports(tmp_path: Path, ids: list[str]) -> None:
    found = ask(tmp_path, "--rebuild")
    assert (found.exit_code, found.stdout, found.stderr) == (0, "", "3 passages\n")
    result = ask(tmp_path, ids[0])
    assert result.stdout.splitlines() == [
        f"83  sentence: 2 other reports, 2 sites, first 2012-03-09 in {ids[1]}",
        f"    {SHARED}",
        f"  {ids[1]}  材料2",
        f"  {ids[2]}  材料3",
        f"104  sentence: 1 other report, 2 sites, first 2012-03-09 in {ids[1]}, figures filled in 2 ways",
        f"    {MEETING}",
        f"  {ids[1]}  材料2",
    ]
    assert result.stderr == "2 passages\n"


# (options, words of the passages, others named)
OPTIONS: list[tuple[list[str], list[tuple[str, int]]]] = [
    ([], [(SHARED, 2), (OTHER, 1)]),
    (["--limit", "1"], [(SHARED, 1), (OTHER, 1)]),
    (["--limit", "0"], [(SHARED, 0), (OTHER, 0)]),
    (["--min-reports", "2"], [(SHARED, 2)]),
    (["--min-reports", "3"], []),
]


@pytest.mark.parametrize(("options", "found"), OPTIONS)
def test_options_choose(tmp_path: Path, ids: list[str], options: list[str], found: list[tuple[str, int]]) -> None:
    result = ask(tmp_path, ids[1], "--rebuild", "--json", *options)
    assert [(row["text"], len(row["reports"])) for row in rows(result)] == found


def test_rows_are_cells_and_columns_too(tmp_path: Path, ids: list[str]) -> None:
    ask(tmp_path, "--rebuild")
    (row,) = csv.DictReader(io.StringIO(ask(tmp_path, ids[3], "--csv").stdout.removeprefix("\ufeff")))
    assert (row["text"], row["others"], row["first_title"], row["is_first"]) == (THIRD, "1", "材料3", "false")
    assert json.loads(row["reports"]) == [{"public_id": ids[2], "title": "材料3", "first_published_on": None}]
    head, line = ask(tmp_path, ids[3], "--table", "-q").stdout.splitlines()
    assert head.split()[:4] == ["start", "end", "kind", "others"]
    assert line.split()[2:4] == ["sentence", "1"]


def test_what_was_filed_since_is_told(tmp_path: Path, ids: list[str]) -> None:
    ask(tmp_path, "--rebuild")
    desk = open_desk(tmp_path)
    new = file(desk, 5, SHARED)
    desk.archive.close()
    result = ask(tmp_path, new)
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr.splitlines()[0] == "0 passages"
    assert "changed since" in result.stderr.splitlines()[1]
    assert ask(tmp_path, new, "--rebuild", "-q").stdout.splitlines()[1] == f"    {SHARED}"


def test_wrong_use_is_one_line(tmp_path: Path, ids: list[str]) -> None:
    assert (ask(tmp_path).exit_code, ask(tmp_path).stderr.count("\n")) == (2, 1)
    unknown = ask(tmp_path, "nothing")
    assert (unknown.exit_code, unknown.stderr.count("\n")) == (1, 1)
    assert "'nothing'" in unknown.stderr
    assert ask(tmp_path / "nowhere", "--rebuild").exit_code == 1
    assert not (tmp_path / "nowhere").exists()
