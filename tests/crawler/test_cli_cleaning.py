"""`clean`: pages read without an archive, in every form, from every kind of file."""

import json
import os
import subprocess
import sys
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from crawler.cli import cleaning
from crawler.cli.main import gongwen
from crawler.pool import Pool
from crawler.worker import Limits
from tests.crawler.saved_pages import article, mhtml, report, singlefile, write

ROOT = Path(__file__).resolve().parents[2]
URL = "http://docs.example/shared/17.html"
TITLE = "云岭镇年度工作总结"
TOP_KEYS = {"url", "page_kind", "document_key", "page", "pages", "platform", "outcome", "facts", "reports", "replies",
            "links", "warnings"}
REPORT_KEYS = {"title", "title_from", "subtitle", "text", "chars", "position", "facts", "edits", "shown_sha256"}


def clean(*args: Path | str, stdin: bytes | None = None) -> Result:
    return CliRunner().invoke(gongwen, ["clean", *map(str, args)], input=stdin)


def squeezed(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize(("name", "data"), [
    ("page.html", article(TITLE)), ("gbk.html", article(TITLE, charset="gbk")), ("page.mhtml", mhtml(TITLE, URL)),
    ("single.html", singlefile(TITLE, URL)), ("page", article(TITLE)),
])  # fmt: skip
def test_json_is_the_object_of_the_design(tmp_path: Path, name: str, data: bytes) -> None:
    result = clean(write(tmp_path, name, data), "--json")
    assert result.exit_code == 0
    found: dict[str, Any] = json.loads(result.stdout)
    assert set(found) >= TOP_KEYS
    assert found["outcome"]["state"] == "read"
    (entry,) = found["reports"]
    assert set(entry) >= REPORT_KEYS
    assert (entry["title"], entry["position"]) == (TITLE, 1)
    assert squeezed(entry["text"]) == squeezed(report(TITLE))
    assert entry["chars"] == len(squeezed(entry["text"]))
    assert TITLE in result.stdout


def test_several_files_are_a_list_in_their_order(tmp_path: Path) -> None:
    paths = [write(tmp_path, f"{n}.html", article(f"{place}镇工作总结")) for n, place in enumerate("甲乙丙")]
    found = json.loads(clean(*paths, "--json").stdout)
    assert [page["reports"][0]["title"] for page in found] == ["甲镇工作总结", "乙镇工作总结", "丙镇工作总结"]
    by_pattern = json.loads(clean(tmp_path / "*.html", "--json").stdout)
    assert by_pattern == found


def test_standard_input_is_a_page() -> None:
    found = json.loads(clean("-", "--json", "--url", URL, stdin=article(TITLE)).stdout)
    assert (found["url"], found["reports"][0]["title"]) == (URL, TITLE)
    assert found["document_key"]


def test_the_address_comes_from_the_option_before_the_file(tmp_path: Path) -> None:
    path = write(tmp_path, "single.html", singlefile(TITLE, "http://other.example/1.html"))
    assert json.loads(clean(path, "--json").stdout)["url"] == "http://other.example/1.html"
    assert json.loads(clean(path, "--json", "--url", URL).stdout)["url"] == URL


@pytest.mark.parametrize("args", [[], ["--text"]])
def test_text_is_title_blank_line_text_and_nothing_else(tmp_path: Path, args: list[str]) -> None:
    paths = [write(tmp_path, f"{n}.html", article(f"{place}镇工作总结")) for n, place in enumerate("甲乙")]
    result = clean(*paths, *args)
    assert (result.exit_code, result.stderr) == (0, "")
    first, second = result.stdout.split("\n\n\n")
    assert first.startswith("甲镇工作总结\n\n今年以来")
    assert second.startswith("乙镇工作总结\n\n今年以来")
    assert squeezed(first) == squeezed("甲镇工作总结" + report("甲镇工作总结"))


def test_a_page_that_takes_too_long_is_bounded_and_costs_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # A worker's first page has all shapes to compile: half a second of CPU, on a slow machine a whole one.
    monkeypatch.setattr(cleaning, "Pool", partial(Pool, limits=Limits(cpu_s=2.0)))
    heavy = write(tmp_path, "heavy.html", "<html><body>" + "<p>今年以来，工作有序推进。</p>" * 90_000)
    result = clean(heavy, write(tmp_path, "page.html", article(TITLE)), "--json")
    stopped, read = json.loads(result.stdout)
    assert (stopped["outcome"]["state"], stopped["outcome"]["reason"]) == ("quarantined", "killed_worker")
    assert (stopped["reports"], read["reports"][0]["title"], result.exit_code) == ([], TITLE, 3)


def test_explain_says_what_and_why(tmp_path: Path) -> None:
    result = clean(write(tmp_path, "page.html", article(TITLE)), "--explain")
    assert result.exit_code == 0
    wanted = ("platform  ", ", sure ", "page      ", "outcome   read", "charset   utf-8, by ", f"report    1: {TITLE}")
    assert [words for words in wanted if words not in result.stdout] == []


def test_explain_says_where_text_and_facts_stand(tmp_path: Path) -> None:
    """The element of the text, the label of every fact, the print of a number that is not printed as one."""
    page = (
        f'<html><head><title>{TITLE}</title></head><body><h1>{TITLE}</h1><div class="info">作者：某甲 人气：1.2万</div>'
        f'<div class="TRS_Editor">{"<p>今年以来，各项工作有序推进，取得明显成效。</p>" * 6}</div></body></html>'
    )
    shown = clean(write(tmp_path, "page.html", page), "--explain").stdout
    wanted = ("platform  trs", "fact      author: 某甲, from head: 作者",
              "fact      views: 12000, printed '1.2万', from head: 人气", "node    div.TRS_Editor")  # fmt: skip
    assert [words for words in wanted if words not in shown] == []


def test_explain_says_how_a_compilation_was_cut(tmp_path: Path) -> None:
    words = "今年以来，各项工作有序推进，取得明显成效。" * 12
    page = f"消防工作总结（精选3篇）\n篇一：柳林镇消防工作总结\n{words}\n篇二：石桥镇消防工作总结\n{words}\n"
    shown = clean(write(tmp_path, "page.txt", page), "--explain").stdout
    wanted = ("compiled  split, headed by piece-title: 2 found, 3 claimed, 1 deep",
              "report    1: 柳林镇消防工作总结", "report    2: 石桥镇消防工作总结",
              "rule    compilation-heading: once")  # fmt: skip
    assert [words for words in wanted if words not in shown] == []


def test_a_page_without_a_report_says_why(tmp_path: Path) -> None:
    path = write(tmp_path, "none.html", "<html><body><p>没有内容</p></body></html>")
    text = clean(path)
    assert text.stdout == ""
    assert str(path) in text.stderr
    found = json.loads(clean(path, "--json").stdout)
    assert found["reports"] == []


BAD = [
    (["none.html"], "none.html: no such file"),
    (["."], "is a folder, not a page"),
    (["empty.html"], "empty.html: the file is empty"),
    (["hollow.mhtml"], "hollow.mhtml: the MHTML file holds no html page"),
    (["none.html", "gone.html"], "none.html: no such file; gone.html: no such file"),
    (["a.html", "--url", "nonsense"], "--url takes one http or https URL"),
    (["a.html", "a.html", "--url", URL], "and one FILE with it"),
    ([], "Missing argument"),
]


@pytest.mark.parametrize(("args", "message"), BAD, ids=[" ".join(case[0]) for case in BAD])
def test_bad_input_is_one_line_and_2(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, args: list[str],
                                     message: str) -> None:
    write(tmp_path, "empty.html", b"")
    write(tmp_path, "hollow.mhtml", b"MIME-Version: 1.0\r\n\r\n")
    write(tmp_path, "a.html", article(TITLE))
    monkeypatch.chdir(tmp_path)
    result = clean(*args)
    assert (result.exit_code, result.stdout) == (2, "")
    assert message in result.stderr
    assert result.stderr.count("\n") == 1


def test_one_bad_file_of_several_costs_no_other_its_place(tmp_path: Path) -> None:
    result = clean(tmp_path / "none.html", write(tmp_path, "a.html", article(TITLE)), "--json")
    assert result.exit_code == 3
    assert [page["reports"][0]["title"] for page in json.loads(result.stdout)] == [TITLE]
    assert "none.html: no such file" in result.stderr


def test_clean_makes_no_archive_and_prints_chinese_into_a_pipe(tmp_path: Path) -> None:
    write(tmp_path, "a.html", article(TITLE))
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    done = subprocess.run([sys.executable, "-m", "gongwen", "clean", "a.html"], cwd=tmp_path, capture_output=True,
                          env=environment, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.startswith(f"{TITLE}\n\n".encode())
    assert [path.name for path in tmp_path.iterdir()] == ["a.html"]
