"""Questions from the shell: `search`, `show`, `status`, `doctor`, `serve`, in every form."""

import csv
import io
import json
import os
import socket
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from crawler.cli.main import gongwen
from tests.crawler.saved_pages import article, singlefile, write

ROOT = Path(__file__).resolve().parents[2]
URL = "http://docs.example/shared/17.html"
TITLE = "云岭镇年度工作总结"


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One archive for all questions: a report in two places, another one whose title a spreadsheet would run."""
    folder = tmp_path_factory.mktemp("asking")
    write(folder, "in/a.html", singlefile(TITLE, URL))
    write(folder, "in/b.html", article(TITLE))
    write(folder, "in/c.html", article("=HYPERLINK(1)清溪乡自查情况"))
    data = folder / "data"
    assert CliRunner().invoke(gongwen, ["--data", str(data), "import", str(folder / "in")]).exit_code == 0
    return data


def ask(data: Path, *args: str) -> Result:
    return CliRunner().invoke(gongwen, ["--data", str(data), *args])


def rows(result: Result) -> list[dict[str, Any]]:
    return [json.loads(line) for line in result.stdout.splitlines()]


@pytest.fixture(scope="module")
def public_id(data: Path) -> str:
    (hit,) = rows(ask(data, "search", "云岭镇年度", "--json"))
    found: str = hit["public_id"]
    return found


def test_search_says_id_title_places_and_words(data: Path, public_id: str) -> None:
    result = ask(data, "search", "云岭镇年度")
    assert result.exit_code == 0
    first, second = result.stdout.splitlines()
    assert first.startswith(f"{public_id}  {TITLE}  (2 copies")
    assert "«云岭镇年度»" in second
    assert result.stderr == "1 report\n"


@pytest.mark.parametrize("query", ["雲嶺鎮年度", "年度 云岭镇", "“云岭镇年度”"])
def test_search_folds_script_and_takes_words_in_any_order(data: Path, public_id: str, query: str) -> None:
    assert [row["public_id"] for row in rows(ask(data, "search", query, "--json"))] == [public_id]


def test_search_counts_what_it_does_not_show(data: Path) -> None:
    result = ask(data, "search", "群众评价", "--limit", "1", "--json")
    assert (len(rows(result)), result.stderr) == (1, "1 to 1 of 2 reports\n")
    rest = ask(data, "search", "群众评价", "--limit", "1", "--offset", "1", "--json")
    assert rows(rest) != rows(result)
    assert ask(data, "search", "火星").stderr == "0 reports\n"
    assert ask(data, "search", "火星", "-q").stderr == ""


@pytest.mark.parametrize(("options", "count"), [
    (["--copies"], 1), (["--no-copies"], 1), (["--site", "docs.example"], 1), (["--site", "other.example"], 0),
    (["--script", "simplified"], 2), (["--script", "traditional"], 0), (["--published-from", "2000"], 0),
    (["--order", "copies"], 2), (["--genre", "没有"], 0), (["--year-from", "1990", "--year-to", "1991"], 0),
])  # fmt: skip
def test_search_filters_with_words_and_without(data: Path, options: list[str], count: int) -> None:
    assert len(rows(ask(data, "search", "群众评价", *options, "--json"))) == count
    if options[0] != "--order":
        assert len(rows(ask(data, "search", *options, "--json"))) == count


def test_search_sorts_and_prints_what_it_knows(data: Path, public_id: str) -> None:
    first = rows(ask(data, "search", "群众评价", "--order", "copies", "--json"))[0]
    assert (first["public_id"], first["copies"], first["script"]) == (public_id, 2, "simplified")
    assert list(first) == ["public_id", "title", "copies", "sites", "first_published_on", "site", "genre", "script",
                           "period", "chars", "labels", "asserted", "snippet"]  # fmt: skip
    assert isinstance(first["period"], list)
    assert ask(data, "search", "群众评价", "--table").stdout.split()[:3] == ["public_id", "title", "copies"]


def test_search_says_what_it_cannot_do(data: Path) -> None:
    nothing = "nothing to search for: marks and operators alone mean nothing"
    assert ask(data, "search", "*").stderr == f"0 reports: {nothing}\n"
    wrong = ask(data, "search", "群众", "--published-from", "soon")
    assert wrong.exit_code == 2
    assert "published_from 'soon' is no date: write 2021-03-05" in wrong.stderr


def test_a_query_is_utf_8_in_any_locale(data: Path, public_id: str) -> None:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    done = subprocess.run([sys.executable, "-m", "gongwen", "--data", str(data), "search", "云岭镇年度".encode()],
                          capture_output=True, env=environment, check=False)
    assert done.stdout.startswith(f"{public_id}  {TITLE}".encode())


def test_no_title_becomes_a_formula(data: Path) -> None:
    result = ask(data, "search", "清溪乡自查情况", "--csv")
    (row,) = csv.DictReader(io.StringIO(result.stdout.removeprefix("\ufeff")))
    assert row["title"].startswith("'=HYPERLINK") or not row["title"].startswith("=")


def test_show_gives_text_facts_and_places(data: Path, public_id: str) -> None:
    shown = ask(data, "show", public_id).stdout
    assert shown.startswith(f"{TITLE}\nid {public_id}; ")
    assert f"undated  {URL}" in shown
    assert "2 places, 1 site:" in shown
    text = ask(data, "show", public_id, "--text").stdout
    assert text.strip() in shown
    found = json.loads(ask(data, "show", public_id, "--json").stdout)
    assert (found["public_id"], found["title"], found["text"]) == (public_id, TITLE, text.removesuffix("\n"))
    assert {copy["url"] for copy in found["copies"]} == {URL, None}


@pytest.mark.parametrize("args", [["show", "nothing"], ["copies", "nothing"], ["status", "http://never.example/"]])
def test_what_is_not_there_is_one_line_and_1(data: Path, args: list[str]) -> None:
    result = ask(data, *args)
    assert (result.exit_code, result.stdout, result.stderr.count("\n")) == (1, "", 1)
    assert args[-1] in result.stderr


def test_status_adds_up_and_tells_a_urls_story(data: Path, public_id: str) -> None:
    lines = ask(data, "status").stdout.splitlines()
    assert lines[0] == "2 reports in 3 copies, 0 replies, 3 documents"
    assert "1 URL" in lines
    assert [row["urls"] for row in rows(ask(data, "status", "--json"))] == [1]
    told = ask(data, "status", URL)
    assert told.stdout.startswith(f"{URL}: archived")
    assert f"  reports: {public_id}" in told.stdout
    (row,) = rows(ask(data, "status", URL, "--json"))
    assert (row["state"], row["reports"], len(row["captures"])) == ("archived", [public_id], 1)


def test_doctor_finds_nothing_wrong_and_says_what_is(data: Path, tmp_path: Path) -> None:
    result = ask(data, "doctor")
    assert result.exit_code == 0
    assert "ok   sums: every URL has one state" in result.stdout
    assert {row["what"] for row in rows(ask(data, "doctor", "--json"))} >= {"gongwen", "python", "archive", "disk"}
    assert ask(tmp_path, "doctor").exit_code == 0
    write(tmp_path, "archive.db", b"this is no database" * 100)
    broken = ask(tmp_path, "doctor")
    assert broken.exit_code == 1
    assert "BAD  archive: " in broken.stdout


def test_serve_refuses_a_taken_port_in_one_line(data: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        result = ask(data, "serve", "--port", str(taken.getsockname()[1]))
    assert (result.exit_code, result.stdout, result.stderr.count("\n")) == (1, "", 1)
    assert "try another --port" in result.stderr


@pytest.mark.skipif(os.name != "posix", reason="file size limits are POSIX")
def test_a_full_disk_is_one_line_and_keeps_what_was_there(data: Path, tmp_path: Path) -> None:
    big = write(tmp_path, "big.html", article(TITLE + "之二") + b"<!--" + os.urandom(1_500_000).hex().encode() + b"-->")
    before = ask(data, "status").stdout.splitlines()[:3]
    script = (
        "import resource, sys, gongwen\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (700_000, 700_000))\n"
        f"sys.argv = ['gongwen', '--data', {str(data)!r}, 'import', {str(big)!r}]\ngongwen.main()\n"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, cwd=ROOT, check=False, encoding="utf-8")
    assert (done.returncode, done.stdout) == (1, "")
    assert "the disk is full" in done.stderr
    assert done.stderr.count("\n") == 1
    assert ask(data, "status").stdout.splitlines()[:3] == before


def test_a_reader_that_goes_away_is_no_error(data: Path) -> None:
    process = subprocess.Popen([sys.executable, "-m", "gongwen", "--data", str(data), "rules"], cwd=ROOT,
                               stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.close()  # before the first line can have been printed
    assert process.stderr.read() == b""
    assert process.wait() == 1
