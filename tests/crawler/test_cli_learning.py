"""`learn` from the shell: proposals in every form, asked for on a terminal, kept only when accepted; then `reclean`."""

import json
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from archive.database import open_archive
from archive.locks import hold
from crawler.cli.main import gongwen
from crawler.host_file import read_declared
from tests.cleaners.ordinary import ordinary
from tests.crawler.one_core import one_core
from tests.crawler.saved_pages import write

ROOT = Path(__file__).resolve().parents[2]
HOST = "docs.example"
MARK = "云岭之窗典藏文稿，愿您读有所得"
NOTICE = ("读者服务：", "站内文稿可以收藏", "客服时段：上午")


def page(number: int, *, tail: tuple[str, ...] = (*NOTICE, MARK)) -> bytes:
    """Give a saved page of the host: an ordinary report in an element of its own, the site's words below it."""
    lines = [*ordinary(number).text.split("\n"), *tail]
    paragraphs = "".join(f"<p>{line}</p>" for line in lines)
    title = ordinary(number).title
    return (
        f'<!DOCTYPE html><html><!--\n Page saved with SingleFile \n url: http://{HOST}/{number}.html \n'
        " saved date: Sun Nov 22 2026 10:00:00 GMT+0800 (中国标准时间)\n-->"
        f'<head><meta charset="utf-8"><title>{title}</title></head><body><h1>{title}</h1>'
        f'<div class="article-content">{paragraphs}</div></body></html>'
    ).encode()


def run(data: Path, *args: str, stdin: str | None = None) -> Result:
    with one_core():
        return CliRunner().invoke(gongwen, ["--data", str(data), *args], input=stdin)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make an archive of eight pages of the host, once."""
    folder = tmp_path_factory.mktemp("learn")
    for number in range(8):
        write(folder, f"{number}.html", page(number))
    result = run(folder / "data", "import", str(folder), "--quiet")
    assert result.exit_code == 0, result.stderr
    return folder / "data"


@pytest.fixture
def data(made: Path, tmp_path: Path) -> Path:
    """Give a copy of that archive."""
    folder = tmp_path / "data"
    subprocess.run([sys.executable, "-c", "import shutil, sys; shutil.copytree(*sys.argv[1:])", made, folder],
                   check=True)  # fmt: skip
    return folder


def texts(data: Path) -> list[str]:
    with open_archive(data, read_only=True) as archive:
        return [text for (text,) in archive.conn.execute("SELECT text FROM texts ORDER BY id")]


def test_proposals_are_printed_and_nothing_is_saved(data: Path) -> None:
    result = run(data, "learn", HOST)
    assert result.exit_code == 0, result.stderr
    name = result.stdout.split(":")[0]
    assert name.startswith("tail-block-")
    assert f"{name}: block at the tail, 8 of 8 documents\n" in result.stdout
    assert "".join(f"    {line}\n" for line in (*NOTICE, MARK)) in result.stdout
    assert f"http://{HOST}/0.html" in result.stdout
    assert "8 documents of docs.example, 0 texts of other hosts: 1 proposal\n" in result.stderr
    assert not (data / "sites").exists()


@pytest.mark.parametrize("host", [f"http://{HOST}/a?b", f"www.{HOST}", HOST.upper(), f"https://www.{HOST}:443"])
def test_a_host_may_be_given_in_other_ways(data: Path, host: str) -> None:
    (row,) = map(json.loads, run(data, "learn", host, "--json").stdout.splitlines())
    assert (row["words"], row["documents"], row["of"]) == ("\n".join((*NOTICE, MARK)), 8, 8)
    assert (row["state"], row["shape"], row["place"]) == ("proposed", "block", "tail")
    assert set(row["examples"][0]) == {"id", "url"}


def test_accepted_rules_clean_all_texts_and_are_not_proposed_again(data: Path) -> None:
    before = texts(data)
    with open_archive(data) as archive:
        ids = archive.conn.execute("SELECT public_id FROM reports ORDER BY id").fetchall()
    (row,) = map(json.loads, run(data, "learn", HOST, "--json").stdout.splitlines())
    dry = run(data, "learn", HOST, "--accept", "all", "--dry-run")
    assert "dry run: 1 rule and 0 rejections not saved" in dry.stderr
    assert not (data / "sites").exists()
    saved = run(data, "learn", HOST, "--accept", row["name"])
    assert saved.stdout.startswith(f"accepted: {row['name']}: block at the tail")
    assert "`gongwen reclean --host docs.example` reads its pages again" in saved.stderr
    assert [rule.name for rule in read_declared(HOST, data).rules] == [row["name"]]
    assert run(data, "learn", HOST).stdout == ""
    done = run(data, "reclean")
    assert (done.exit_code, done.stdout) == (0, "8 archived\n")
    assert texts(data) == [text.removesuffix("\n" + "\n".join((*NOTICE, MARK))) for text in before] != before
    with open_archive(data) as archive:
        assert archive.conn.execute("SELECT public_id FROM reports ORDER BY id").fetchall() == ids
        rules = [rule for (rule,) in archive.conn.execute("SELECT rule FROM edits")]
    assert sum(f"host:{row['name']}" in rule for rule in rules) == 8
    assert run(data, "verify", "--cleaning").exit_code == 0
    assert run(data, "learn", HOST).stdout == ""
    assert run(data, "reclean").stdout == "0 captures to read again of 8\n"


def test_rejected_ones_are_remembered(data: Path) -> None:
    result = run(data, "learn", HOST, "--reject", "all")
    assert "0 rules and 1 rejection saved in" in result.stderr
    assert read_declared(HOST, data).rules == ()
    again = run(data, "learn", HOST, "--json")
    assert (again.exit_code, again.stdout) == (0, "")
    assert "rejected before" in again.stderr
    assert run(data, "reclean", "--dry-run").stdout.startswith("0 captures to read again of 8\n")


BAD = [
    (["learn", "nowhere.example"], 1, "no page of nowhere.example in "),
    (["learn", "a b"], 2, "is neither a host nor a URL"),
    (["learn", HOST, "--accept", "tail-line-0000"], 2, "nothing is proposed by the name of 'tail-line-0000'"),
    (["learn"], 2, "Missing argument"),
]


@pytest.mark.parametrize(("args", "code", "message"), BAD, ids=[case[2] for case in BAD])
def test_what_cannot_be_done_is_one_line(data: Path, args: list[str], code: int, message: str) -> None:
    result = run(data, *args)
    assert (result.exit_code, result.stdout, result.stderr.count("\n")) == (code, "", 1)
    assert message in result.stderr
    assert not (data / "sites").exists()


def test_one_name_cannot_be_both(data: Path) -> None:
    (row,) = map(json.loads, run(data, "learn", HOST, "--json").stdout.splitlines())
    result = run(data, "learn", HOST, "--accept", row["name"], "--reject", row["name"])
    assert (result.exit_code, result.stderr.count("\n")) == (2, 1)


def test_a_few_documents_are_too_few(tmp_path: Path) -> None:
    for number in range(3):
        write(tmp_path, f"{number}.html", page(number))
    run(tmp_path / "data", "import", str(tmp_path), "--quiet")
    result = run(tmp_path / "data", "learn", HOST)
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == "3 documents of docs.example: too few to tell what recurs; five are needed\n"


def test_no_archive_is_one_line_and_none_is_made(tmp_path: Path) -> None:
    result = run(tmp_path / "none", "learn", HOST)
    assert (result.exit_code, result.stderr.count("\n")) == (1, 1)
    assert not (tmp_path / "none").exists()


def test_broken_rules_stop_what_would_need_them(data: Path) -> None:
    path = write(data, f"sites/{HOST}.rules.toml", f'host = "{HOST}"\n[[rule]]\nname = "a"\n')
    saved = write(data, "page.html", page(99))
    for args in (["learn", HOST], ["reclean"], ["rules", "--host", HOST], ["import", str(saved)]):
        result = run(data, *args)
        assert (result.exit_code, result.stdout) == (2, "")
        assert result.stderr == f"gongwen: {path}: rule 1: lacks `words`\n"


def test_two_at_once_wait_for_nobody(data: Path) -> None:
    with hold(data, f"rules of {HOST}", purpose="another one"):
        result = run(data, "learn", HOST, "--accept", "all")
    assert result.exit_code == 75
    assert "is being worked on by" in result.stderr.splitlines()[-1]
    assert not (data / "sites").exists()


@pytest.mark.skipif(os.name != "posix", reason="pseudo-terminals are POSIX")
@pytest.mark.parametrize(("keys", "rules", "rejected"), [("y\n", 1, 0), ("n\n", 0, 1), ("q\n", 0, 0), ("x\ny\n", 1, 0)])
def test_on_a_terminal_each_is_asked_about(data: Path, keys: str, rules: int, rejected: int) -> None:
    ours, theirs = pty.openpty()
    words = [sys.executable, "-m", "gongwen", "--data", str(data), "learn", HOST]
    with subprocess.Popen(words, cwd=ROOT, stdin=theirs, stdout=theirs, stderr=subprocess.PIPE) as process:
        os.close(theirs)
        os.write(ours, keys.encode())
        shown = b""
        while True:
            try:
                piece = os.read(ours, 4096)
            except OSError:  # Linux says so that the other end is closed
                break
            if not piece:
                break
            shown += piece
        assert process.wait() == 0, process.stderr and process.stderr.read()
    os.close(ours)
    assert "1 of 1: tail-block-" in shown.decode()
    declared = read_declared(HOST, data)
    assert (len(declared.rules), len(declared.rejected)) == (rules, rejected)
