"""`gongwen match`: pages, texts and standard input; forms; what is told where nothing is found or a file is no good."""

import csv
import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from crawler.cli.main import gongwen
from tests.archive.made_reports import made, sentences

TEXT = made(21, 30)
BODY = TEXT.replace("\n", "</p><p>")
PAGE = f"<html><head><title>茶园工作总结</title></head><body><h1>茶园工作总结</h1><p>{BODY}</p></body></html>"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    row = {"id": "1", "text": TEXT, "title": "茶园工作总结", "published_on": "2019-05-06"}
    row["url"] = "http://a.example/1.html"
    (tmp_path / "in.jsonl").write_text(json.dumps(row, ensure_ascii=False) + "\n", "utf-8")
    assert run(tmp_path / "data", "import-jsonl", "-q", str(tmp_path / "in.jsonl")).exit_code == 0
    return tmp_path / "data"


def run(data: Path, *words: str, stdin: bytes | None = None) -> Result:
    return CliRunner().invoke(gongwen, ["--data", str(data), *words], input=stdin)


def rows(result: Result) -> list[dict[str, Any]]:
    return [json.loads(line) for line in result.stdout.splitlines()]


CASES = [
    ("page.html", PAGE, (), "identical"),
    ("text.txt", TEXT, ("--as-is",), "identical"),
    ("paragraph.txt", "".join(sentences(21, 30)[8:11]), (), "passage"),
    ("half.txt", TEXT[: len(TEXT) // 2], ("--as-is",), "excerpt"),
]


@pytest.mark.parametrize(("name", "body", "words", "relation"), CASES, ids=[case[0] for case in CASES])
def test_files_are_read_and_looked_up(data: Path, name: str, body: str, words: tuple[str, ...], relation: str) -> None:
    (data.parent / name).write_text(body, "utf-8")
    result = run(data, "match", "--json", *words, str(data.parent / name))
    assert result.exit_code == 0, result.output
    (row,) = rows(result)
    assert (row["relation"], row["title"], row["url"]) == (relation, "茶园工作总结", "http://a.example/1.html")
    assert row["file"] == str(data.parent / name)


def test_standard_input_is_looked_up_in_either_way(data: Path) -> None:
    for words in ((), ("--as-is",)):
        (row,) = rows(run(data, "match", "--json", *words, "-", stdin=TEXT.encode("gb18030")))
        assert row["relation"] == "identical"
        assert row["text_share"] == row["report_share"] == 1


def test_nothing_found_is_no_failure(data: Path) -> None:
    result = run(data, "match", "--as-is", "-", stdin=made(22, 20).encode())
    assert result.exit_code == 0
    assert "nothing like it in the archive" in result.stdout
    assert rows(run(data, "match", "--as-is", "--json", "-", stdin=made(22, 20).encode())) == []


def test_several_files_share_one_header_and_bad_ones_are_told(data: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (data.parent / name).write_text(TEXT, "utf-8")
    (data.parent / "empty.txt").write_text("\n", "utf-8")
    names = [str(data.parent / name) for name in ("a.txt", "b.txt", "empty.txt", "none.txt")]
    result = run(data, "match", "--as-is", "--csv", *names)
    assert result.exit_code == 3
    listed = list(csv.DictReader(result.stdout.removeprefix("\ufeff").splitlines()))
    assert [row["file"] for row in listed] == names[:2]
    assert "empty.txt: holds no text" in result.stderr
    assert "none.txt: no such file" in result.stderr


def test_words_for_a_person(data: Path) -> None:
    result = run(data, "match", "--as-is", "-", stdin=TEXT.encode())
    assert "1 report with it or a part of it" in result.stdout
    assert "the same text; 100% of the text, 100% of the report" in result.stdout
    assert "2019-05-06" in result.stdout
    assert run(data, "match", "-", "-", stdin=b"").exit_code == 2
