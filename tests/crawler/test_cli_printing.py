"""What is printed can do nothing to a terminal or a spreadsheet, and Chinese stays Chinese."""

import csv
import io
import json
import os
import subprocess
import sys

import pytest

from crawler.cli.printing import Form, as_json, on_terminal, one_line, print_rows, safe_cell, width

ROWS = [{"id": "a1", "title": "年度总结", "copies": 2}, {"id": "b2", "title": None, "copies": 10}]


def printed(form: Form, capsys: pytest.CaptureFixture[str], rows: list[dict[str, object]] | None = None) -> str:
    given = ROWS if rows is None else rows
    print_rows(given, ("id", "title", "copies"), form, lambda row: f"{row['id']}: {row['title']}")
    return capsys.readouterr().out


def test_lines_are_the_commands_own(capsys: pytest.CaptureFixture[str]) -> None:
    assert printed(Form.LINES, capsys) == "a1: 年度总结\nb2: None\n"


def test_json_is_one_object_a_line(capsys: pytest.CaptureFixture[str]) -> None:
    out = printed(Form.JSON, capsys)
    assert [json.loads(line) for line in out.splitlines()] == ROWS
    assert "年度总结" in out


def test_a_table_is_aligned_by_what_characters_take(capsys: pytest.CaptureFixture[str]) -> None:
    assert printed(Form.TABLE, capsys) == "id  title     copies\na1  年度总结  2\nb2            10\n"


def test_csv_has_a_mark_a_header_and_reads_back(capsys: pytest.CaptureFixture[str]) -> None:
    out = printed(Form.CSV, capsys)
    assert out.startswith("\ufeffid,title,copies\r\n")
    assert list(csv.reader(io.StringIO(out.removeprefix("\ufeff")))) == [
        ["id", "title", "copies"], ["a1", "年度总结", "2"], ["b2", "", "10"]]  # fmt: skip


@pytest.mark.parametrize("form", [Form.JSON, Form.LINES])
def test_nothing_prints_as_nothing(form: Form, capsys: pytest.CaptureFixture[str]) -> None:
    assert printed(form, capsys, []) == ""


@pytest.mark.parametrize(("value", "cell"), [
    ("=1+1", "'=1+1"), ("+1", "'+1"), ("-1", "'-1"), ("@SUM(A1)", "'@SUM(A1)"), ("\t=1", "'\t=1"),
    ("\r=1", "'\ufffd=1"), ("'=1", "'=1"), ("一=1", "一=1"), ("", ""), (None, ""), (-1, "-1"), (2.5, "2.5"),
    (["=1", "总结"], '["=1", "总结"]'), (" =1", " =1"), ("a\nb", "a\nb"), (True, "true"),
])  # fmt: skip
def test_no_cell_can_be_a_formula(value: object, cell: str) -> None:
    assert safe_cell(value) == cell


@pytest.mark.parametrize(("text", "shown"), [
    ("总结\x1b[2J清屏", "总结\ufffd[2J清屏"), ("a\x9bb", "a\ufffdb"), ("a\u202eb", "a\ufffdb"), ("a\x07b", "a\ufffdb"),
    ("a\tb\nc", "a\tb\nc"), ("总结：“一”、二", "总结：“一”、二"), ("a\rb", "a\ufffdb"), ("　全角", "　全角"),
])  # fmt: skip
def test_controls_do_not_reach_the_terminal(text: str, shown: str) -> None:
    assert on_terminal(text) == shown


def test_json_escapes_what_a_terminal_would_obey() -> None:
    nasty = "总结\x1b[2J\x9b\u202e\x7f\n\"\\"
    for indent in (None, 2):
        out = as_json({"title": nasty}, indent=indent)
        assert json.loads(out) == {"title": nasty}
        assert not set(out) & {"\x1b", "\x9b", "\u202e", "\x7f"}
        assert "总结" in out


def test_one_line_is_one_line() -> None:
    assert one_line(" 甲\n乙\r\n\t丙\u2028丁 ") == "甲 乙 丙 丁"


@pytest.mark.parametrize(("text", "columns"), [("abc", 3), ("年度", 4), ("，", 2), ("e\u0301", 1), ("ｱ", 1), ("", 0)])
def test_width_counts_columns(text: str, columns: int) -> None:
    assert width(text) == columns


@pytest.mark.parametrize("locale", [
    {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}, {"PYTHONIOENCODING": "gbk"},
    {"LC_ALL": "POSIX", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PYTHONIOENCODING": "ascii:strict"},
])  # fmt: skip
def test_chinese_comes_out_as_utf_8_in_any_locale(locale: dict[str, str]) -> None:
    words = ascii("总结 \udc80"), ascii("警告")  # the script itself must be ASCII: it is read in the locale
    script = f"from crawler.cli.printing import *; speak_utf8(); print({words[0]}); say({words[1]})"
    environment = {**os.environ, **locale}
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, env=environment, check=False)
    assert (done.stdout, done.stderr) == ("总结 \\udc80\n".encode(), "警告\n".encode())
