"""Import: saved pages take the path of fetched ones, once; a bad file is a line, and costs no other its place."""

import json
import os
import sqlite3
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from archive.capture import Fetched, Place
from archive.database import open_archive
from archive.record import record_capture
from archive.warc import WarcWriter, read_page
from cleaners.page import Media
from crawler.cli.main import gongwen
from tests.crawler.saved_pages import article, mhtml, report, singlefile, write

URL = "http://docs.example/shared/17.html"
SEEDS = Path(__file__).resolve().parents[3] / "shared" / "seeds"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "data"


Imported = tuple[list[dict[str, Any]], Result]


def imported(data: Path, *paths: Path | str, args: tuple[str, ...] = ("--json",)) -> Imported:
    result = CliRunner().invoke(gongwen, ["--data", str(data), "import", *args, *map(str, paths)])
    rows = [json.loads(line) for line in result.stdout.splitlines()] if "--json" in args else []
    return rows, result


def rows_of(data: Path, sql: str) -> list[tuple[Any, ...]]:
    with sqlite3.connect(data / "archive.db") as conn:
        return conn.execute(sql).fetchall()


def counts(data: Path) -> dict[str, int]:
    return {table: rows_of(data, f"SELECT count(*) FROM {table}")[0][0]  # noqa: S608 - our own names
            for table in ("captures", "documents", "reports", "copies", "texts", "frontier")}


WAYS = [
    ("page.html", article, None, None),
    ("page.mhtml", lambda title: mhtml(title, URL), URL, "mhtml"),
    ("gbk.mht", lambda title: mhtml(title, URL, charset="gbk"), URL, "mhtml"),
    ("single.html", lambda title: singlefile(title, URL), URL, "singlefile"),
    ("browser.htm", lambda title: article(title, top=f"<!-- saved from url=(0034){URL} -->"), URL, "browser"),
    ("own.html", lambda title: article(title, head=f'<link rel="canonical" href="{URL}">'), URL, "page"),
    ("page", article, None, None),
]  # fmt: skip


@pytest.mark.parametrize("way", WAYS, ids=[way[0] for way in WAYS])
def test_every_kind_of_file_is_filed_once(data: Path, tmp_path: Path, way: tuple[Any, ...]) -> None:
    name, make, url, url_from = way
    path = write(tmp_path, name, make("云岭镇年度工作总结"))
    (row,), result = imported(data, path)
    assert (result.exit_code, row["state"], row["url"], row["url_from"]) == (0, "archived", url, url_from)
    assert (len(row["reports"]), row["reports_new"]) == (1, 1)
    ((text, copy_url),) = rows_of(data, "SELECT t.text, c.url FROM copies c JOIN texts t ON t.id = c.text_id")
    assert "".join(report("云岭镇年度工作总结").split()) in "".join(text.split())
    assert copy_url == url
    before = counts(data)
    (again,), result = imported(data, path)
    assert (result.exit_code, again["state"], again["reports"]) == (0, "unchanged", row["reports"])
    assert counts(data) == before
    assert "nothing new" in result.stderr


def test_the_bytes_lie_in_a_warc_as_they_were(data: Path, tmp_path: Path) -> None:
    body = singlefile("清溪乡自查报告", URL)
    imported(data, write(tmp_path, "single.html", body))
    with open_archive(data, read_only=True) as archive:
        ((*fields,),) = archive.conn.execute(
            "SELECT source, status, file_name, url, fetched_at, warc_file, warc_offset, warc_length, sha256"
            " FROM captures")
        assert fields[:4] == ["import", 0, "single.html", URL]
        assert fields[4].startswith("2026-11-22T02:00:00")
        place = Place(file=fields[5], offset=fields[6], length=fields[7], sha256=fields[8])
        page = read_page(data, place)
    assert (page.body, page.url) == (body, URL)


def test_the_address_of_who_saved_it_gives_the_url_a_state(data: Path, tmp_path: Path) -> None:
    imported(data, write(tmp_path, "single.html", singlefile("清溪乡自查报告", URL)))
    assert rows_of(data, "SELECT url, state, reason FROM frontier") == [(URL, "archived", None)]


def test_the_pages_own_word_is_marked_and_claims_no_url(data: Path, tmp_path: Path) -> None:
    imported(data, write(tmp_path, "own.html", article("甲乡总结", head=f'<link rel="canonical" href="{URL}">')))
    imported(data, write(tmp_path, "own2.html", article("乙乡计划", head=f'<link rel="canonical" href="{URL}">')))
    assert rows_of(data, "SELECT count(*) FROM frontier") == [(0,)]
    stated = rows_of(data, "SELECT json_extract(facts, '$.stated_url'), key LIKE 'file:%' FROM documents")
    assert stated == [(URL, 1), (URL, 1)]


def test_a_copy_of_the_same_text_is_one_report(data: Path, tmp_path: Path) -> None:
    write(tmp_path, "in/a.html", article("松河镇总结"))
    write(tmp_path, "in/b.html", singlefile("松河镇总结", URL))
    rows, result = imported(data, tmp_path / "in")
    assert [row["state"] for row in rows] == ["archived", "archived"]
    assert rows[0]["reports"] == rows[1]["reports"]
    assert (counts(data)["reports"], counts(data)["copies"]) == (1, 2)
    assert "2 files: 2 archived; 1 new report" in result.stderr


def test_two_files_of_the_same_bytes_are_one_capture(data: Path, tmp_path: Path) -> None:
    for name in ("in/a.html", "in/b.html", "in/c.html"):
        write(tmp_path, name, article("松河镇总结"))
    rows, result = imported(data, tmp_path / "in")
    assert [row["state"] for row in rows] == ["archived", "unchanged", "unchanged"]
    assert len({tuple(row["reports"]) for row in rows}) == 1
    assert counts(data) == {"captures": 1, "documents": 1, "reports": 1, "copies": 1, "texts": 1, "frontier": 0}
    assert "1 new report" in result.stderr


def test_a_large_file_is_read_or_says_what_stopped_it(data: Path, tmp_path: Path) -> None:
    remark = "<!--" + " " * 9_000_000 + "-->"  # larger than anything the crawl takes from the wire
    (row,), result = imported(data, write(tmp_path, "big.html", article("大河镇总结", top=remark)))
    assert (row["state"], result.exit_code) == ("archived", 0), row["detail"]


BAD = [
    ("empty.html", b"", "the file is empty"),
    ("noise.mhtml", b"MIME-Version: 1.0\nContent-Type: image/gif\n\nGIF89a", "holds no html page"),
    ("picture.html", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20, "binary content"),
    ("archive.html", b"PK\x03\x04" + bytes(range(256)) * 20, "binary content"),
    ("readme.md", b"# words", "not a saved page (.md)"),
    ("table.json", b"{}", "not a saved page (.json)"),
]


def test_bad_files_are_lines_and_the_others_are_archived(data: Path, tmp_path: Path) -> None:
    paths = [write(tmp_path, name, content) for name, content, _ in BAD]
    good = write(tmp_path, "good.html", article("白塔坪计划"))
    (tmp_path / "hollow").mkdir()
    rows, result = imported(data, *paths, tmp_path / "none.html", tmp_path / "hollow", good)
    assert result.exit_code == 3
    assert [row["state"] for row in rows] == ["failed"] * (len(BAD) + 2) + ["archived"]
    details = [message for *_, message in BAD] + ["no such file", "no saved page in this folder"]
    told = [row["detail"] for row in rows[:-1]]
    assert [message for message, detail in zip(details, told, strict=True) if message not in detail] == []
    assert counts(data)["captures"] == 1


@pytest.mark.parametrize(("name", "message"), [("none.html", "none.html: no such file"), ("*.html", "no file matches"),
                                               (".", "no saved page in this folder")])
def test_nothing_at_all_is_bad_input(data: Path, tmp_path: Path, name: str, message: str) -> None:
    (tmp_path / "in").mkdir()
    _, result = imported(data, tmp_path / "in" / name)
    assert (result.exit_code, result.stdout) == (2, "")
    assert message in result.stderr
    assert result.stderr.count("\n") == 1
    assert not data.exists()


LOGIN = (
    '<html><head><title>提示信息 - 论坛 - Powered by Discuz!</title>'
    '<meta name="generator" content="Discuz! X3.4"></head><body id="nv_forum" class="pg_viewthread">'
    '<div id="messagetext" class="alert_info"><p>抱歉，您尚未登录，没有权限访问该版块</p></div></body></html>'
)


def test_a_saved_error_page_is_told_and_makes_no_report(data: Path, tmp_path: Path) -> None:
    (row,), result = imported(data, write(tmp_path, "login.html", LOGIN))
    assert (row["state"], row["reason"], result.exit_code) == ("refused", "login", 0)
    assert counts(data)["reports"] == 0
    (again,), _ = imported(data, tmp_path / "login.html")
    assert (again["state"], again["reason"]) == ("refused", "login")
    assert counts(data)["captures"] == 1


def test_an_import_that_was_killed_is_finished_by_the_next(data: Path, tmp_path: Path) -> None:
    first = write(tmp_path, "a.html", article("甲村总结"))
    imported(data, first)
    with open_archive(data) as archive:  # what a kill between tx1 and tx2 leaves
        fetched = Fetched(url=None, final_url=None, status=0, source="import", media=Media.HTML, file_name="b.html",
                          body=article("乙村总结"), fetched_at=datetime(2026, 1, 1, tzinfo=UTC))
        writer = WarcWriter(data, software="test")
        place = writer.append(fetched)
        writer.close()
        record_capture(archive, claim_id=None, fetched=fetched, place=place, crawl_id=1)
    imported(data, write(tmp_path, "c.html", article("丙村总结")))
    assert rows_of(data, "SELECT state FROM captures") == [("read",)] * 3
    assert counts(data)["reports"] == 3


def test_lines_say_state_reason_report_and_file(data: Path, tmp_path: Path) -> None:
    path = write(tmp_path, "a\x1b[2J.html", article("甲村总结")) if os.name == "posix" else write(
        tmp_path, "a.html", article("甲村总结"))
    _, result = imported(data, path, args=())
    assert result.stdout.startswith("archived     -             ")
    assert "\x1b" not in result.stdout + result.stderr


@pytest.mark.shared
@pytest.mark.skipif(not SEEDS.is_dir(), reason="needs ../shared")
def test_the_seeds_are_filed_as_they_should_be(data: Path) -> None:
    rows, result = imported(data, *sorted(SEEDS.glob("*.txt")))
    assert result.exit_code == 0
    assert [(row["state"], bool(row["reports"])) for row in rows] == [("archived", True)] * 5
    in_folder, _ = imported(data, SEEDS)
    assert [row["state"] for row in in_folder] == ["unchanged"] * len(rows)
