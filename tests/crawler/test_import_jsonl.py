"""Texts from elsewhere: the path of a page, once each; bad lines are told by number and cost no other its place."""

import json
import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from archive.capture import Fetched, Place
from archive.crawls import begin, finish
from archive.database import open_archive
from archive.record import put_capture
from archive.warc import WarcWriter, read_page
from cleaners.given import AS_IS_TYPE, CONTENT_TYPE
from cleaners.page import HostRule, Media
from crawler.cli.main import gongwen
from crawler.host_file import write_more

RIVER = "今年以来，河口镇修好了三座石桥，清理了七条水渠，给学校添置了课桌，群众都很满意，来信表扬的有二十多封。"
READING = "本校图书室每周三下午开放，借书证由班主任统一办理，逾期不还者停借一个月，请同学们互相转告，按时归还。"
FOREST = "林场职工在北坡补种了两千棵松树，又在沟口立起防火的牌子，入冬前还要把旧棚子全部拆掉，免得积雪压垮。"
LINK = "<link rel='canonical' href='http://else.example/9'>"  # quotes that JSON does not escape
HEADED = f"河口镇工作总结\n发布时间：2019-05-06　来源：某某网\n{RIVER}"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "data"


def run(data: Path, *words: str, stdin: bytes | None = None) -> Result:
    return CliRunner().invoke(gongwen, ["--data", str(data), *words], input=stdin)


def write(tmp_path: Path, *rows: dict[str, Any] | str, name: str = "in.jsonl") -> str:
    lines = [row if isinstance(row, str) else json.dumps(row, ensure_ascii=False) for row in rows]
    (tmp_path / name).write_text("\n".join(lines) + "\n", "utf-8")
    return str(tmp_path / name)


def taken(data: Path, *words: str, stdin: bytes | None = None) -> tuple[list[dict[str, Any]], Result]:
    result = run(data, "import-jsonl", "--json", *words, stdin=stdin)
    return [json.loads(line) for line in result.stdout.splitlines()], result


def ask(data: Path, sql: str) -> list[tuple[Any, ...]]:
    with sqlite3.connect(data / "archive.db") as conn:
        return conn.execute(sql).fetchall()


def derived(data: Path) -> list[list[tuple[Any, ...]]]:
    """Give all that was made of the captures, and their number."""
    tables = ("documents", "copies", "texts", "reports", "relations", "edits", "sites", "frontier", "replies")
    return [ask(data, f"SELECT * FROM {name} ORDER BY 1") for name in tables] + [  # noqa: S608 - our own names
        ask(data, "SELECT count(*) FROM captures")]


def test_a_line_becomes_a_report_at_its_place(data: Path, tmp_path: Path) -> None:
    url = "http://docs.example/17.html"
    rows, result = taken(data, write(tmp_path, {
        "id": "r1", "url": url, "title": "河口镇工作总结", "text": HEADED, "published_on": "2021-02-03"}))
    assert result.exit_code == 0, result.stderr
    (row,) = rows
    assert (row["state"], row["line"], row["id"], row["url"], row["reports_new"]) == ("archived", 1, "r1", url, 1)
    assert ask(data, "SELECT public_id FROM reports") == [tuple(row["reports"])]
    assert ask(data, "SELECT copies.title, copies.url, copies.published_on, date_kind, host, documents.key FROM copies"
               " JOIN documents ON documents.id = document_id JOIN sites ON sites.id = copies.site_id") == [
        ("河口镇工作总结", url, "2021-02-03", "published", "docs.example", "given:url:docs.example/17.html")]
    ((text,),) = ask(data, "SELECT text FROM texts")
    assert "".join(text.split()) == RIVER
    assert "1 line: 1 archived; 1 new report" in result.stderr


def test_as_is_the_text_is_filed_as_it_stands(data: Path, tmp_path: Path) -> None:
    text = f"\n {HEADED}\n\n本文来自某某网，转载请注明出处。\n "
    _, result = taken(data, "--as-is", write(tmp_path, {"id": "r1", "text": text}))
    assert result.exit_code == 0
    assert ask(data, "SELECT text, title, published_on FROM texts JOIN copies ON text_id = texts.id") == [
        (text, None, None)]
    assert ask(data, "SELECT count(*) FROM edits") == [(0,)]
    assert run(data, "verify", "--cleaning").exit_code == 0


@pytest.mark.parametrize("as_is", [True, False])
def test_the_lines_bytes_lie_in_a_warc_and_say_how_they_are_read(data: Path, tmp_path: Path, *, as_is: bool) -> None:
    line = '{"url" : "http://docs.example/1",  "text":"' + RIVER + '", "more": 1}'
    taken(data, *(["--as-is"] if as_is else []), write(tmp_path, "", line))
    ((*fields, headers),) = ask(data, "SELECT warc_file, warc_offset, warc_length, sha256, media, file_name, url,"
                                " source, status, headers FROM captures")
    page = read_page(data, Place(file=fields[0], offset=fields[1], length=fields[2], sha256=fields[3]))
    kind = AS_IS_TYPE if as_is else CONTENT_TYPE
    assert (page.body, page.media, page.header("content-type")) == (line.encode(), Media.GIVEN, kind)
    assert page.url is None  # the line is no answer of that address
    assert fields[4:] == ["given", "in.jsonl:2", "http://docs.example/1", "import", 0]
    assert json.loads(headers) == [["Content-Type", kind]]


def test_the_page_at_the_address_stays_to_be_fetched(data: Path, tmp_path: Path) -> None:
    taken(data, write(tmp_path, {"url": "http://docs.example/1", "text": RIVER}))
    assert ask(data, "SELECT count(*) FROM frontier") == [(0,)]
    assert ask(data, "SELECT host, platform_id FROM sites") == [("docs.example", None)]


def test_the_same_line_twice_changes_nothing(data: Path, tmp_path: Path) -> None:
    lines = [{"id": "a", "text": RIVER}, {"url": "http://docs.example/1", "text": READING}, {"text": FOREST}]
    path = write(tmp_path, *lines, lines[0])
    first, _ = taken(data, path)
    assert [row["state"] for row in first] == ["archived"] * 3 + ["unchanged"]
    assert first[3]["reports"] == first[0]["reports"]
    before = derived(data)
    again, result = taken(data, path)
    assert [(row["state"], row["reports"]) for row in again] == [("unchanged", row["reports"]) for row in first]
    assert derived(data) == before
    assert "4 lines: 4 unchanged; nothing new" in result.stderr


WAYS = [({"id": "a"}, "jsonl:a"), ({"url": "http://docs.example/1"}, "given:url:docs.example/1")]


@pytest.mark.parametrize(("given", "key"), WAYS, ids=["id", "url"])
def test_the_same_place_with_another_text_is_a_new_version(
    data: Path, tmp_path: Path, given: dict[str, str], key: str
) -> None:
    taken(data, write(tmp_path, {**given, "text": RIVER}, {**given, "text": READING}))
    rows, _ = taken(data, write(tmp_path, {**given, "text": FOREST}, name="other.jsonl"))
    assert (rows[0]["state"], rows[0]["copies_new"]) == ("archived", 1)
    assert ask(data, "SELECT version, is_current, text FROM copies JOIN texts ON texts.id = text_id ORDER BY 1") == [
        (1, 0, RIVER), (2, 0, READING), (3, 1, FOREST)]
    assert ask(data, "SELECT key FROM documents") == [(key,)]


def test_cleaned_first_and_then_as_it_is_are_two_readings(data: Path, tmp_path: Path) -> None:
    path = write(tmp_path, {"id": "a", "text": HEADED})
    taken(data, path)
    (row,), _ = taken(data, "--as-is", path)
    assert row["state"] == "archived"
    assert ask(data, "SELECT text FROM copies JOIN texts ON texts.id = text_id WHERE is_current") == [(HEADED,)]


@pytest.mark.parametrize("as_is", [True, False])
def test_reclean_and_verify_read_it_the_same_way(data: Path, tmp_path: Path, *, as_is: bool) -> None:
    lines = [{"id": "a", "text": f"{HEADED}\n{LINK}"}, {"text": FOREST, "published_on": "2020-01"},
             {"url": "http://docs.example/1", "title": "须知", "text": READING}]  # fmt: skip
    taken(data, *(["--as-is"] if as_is else []), write(tmp_path, *lines))
    before = derived(data)
    assert run(data, "reclean").stdout == "0 captures to read again of 3\n"
    with open_archive(data) as archive:
        archive.conn.execute("UPDATE captures SET recipe = 'older'")
    assert run(data, "reclean").stdout == "3 archived\n"
    assert derived(data) == before
    for words in (["verify"], ["verify", "--cleaning"]):
        assert run(data, *words).exit_code == 0


GOOD = {"id": "good", "text": RIVER}
BAD_LINES = [
    ('{"text": ', "bad JSON: Expecting value at character 9"),
    ("[]", "a JSON object is wanted, this is a list"),
    ('{"id": "x"}', "no text"),
    ('{"text": 7}', "text: a string is wanted, this is a number"),
    ('{"text": "甲", "published_on": "2021-13-01"}', "published_on: '2021-13-01' is no date"),
    ('{"text": "甲", "url": "ftp://a.example/1"}', "url: 'ftp://a.example/1' is no http or https URL"),
    ('{"text": "甲", "url": "http://me:secret@a.example/1"}', "is no http or https URL"),
    ('{"text": "' + "甲" * 3_000_000 + '"}', "the line is longer than 8 MiB; split the text"),
]


def test_bad_lines_are_told_by_number_and_the_rest_goes_on(data: Path, tmp_path: Path) -> None:
    path = write(tmp_path, *(line for line, _ in BAD_LINES), "", GOOD)
    rows, result = taken(data, path)
    assert result.exit_code == 3
    told = [line for line in result.stderr.splitlines() if line.startswith(path)]
    for number, (_, what) in enumerate(BAD_LINES, start=1):
        assert told[number - 1].startswith(f"{path}:{number}: ")
        assert what in told[number - 1]
    assert len(told) == len(BAD_LINES)
    assert [row["state"] for row in rows] == ["failed"] * len(BAD_LINES) + ["archived"]
    assert rows[-1]["line"] == len(BAD_LINES) + 2
    assert ask(data, "SELECT count(*) FROM captures") == [(1,)]
    assert f"{len(BAD_LINES) + 1} lines: 1 archived, {len(BAD_LINES)} failed" in result.stderr


def test_ignored_keys_are_named_once(data: Path, tmp_path: Path) -> None:
    lines = [{"text": f"{RIVER}{number}", "kind": 1, **({"t": 2} if number else {})} for number in range(3)]
    result = run(data, "import-jsonl", write(tmp_path, *lines))
    assert result.stderr.splitlines()[0] == "keys that were ignored: kind (3), t (2)"
    assert result.stdout == ""
    assert "ignored" not in run(data, "import-jsonl", write(tmp_path, GOOD)).stderr


def test_many_lines_of_several_groups_keep_their_order(data: Path) -> None:
    lines = [json.dumps({"id": number, "text": f"{number}号通知：{RIVER}"}).encode() for number in range(150)]
    lines[70] = b"{"
    lines[140] = lines[3]
    rows, result = taken(data, "--as-is", "-", stdin=b"\n".join(lines))
    assert [row["line"] for row in rows] == list(range(1, 151))
    assert [row["id"] for row in rows] == [None if at == 70 else "3" if at == 140 else str(at) for at in range(150)]
    assert [at for at, row in enumerate(rows) if row["state"] != "archived"] == [70, 140]
    assert rows[140]["reports"] == rows[3]["reports"]
    assert result.stderr.startswith("-:71: bad JSON")
    assert ask(data, "SELECT count(*), count(DISTINCT file_name) FROM captures") == [(148, 148)]
    assert ask(data, "SELECT finish_reason, label FROM crawls") == [("finished", "import-jsonl")]


def leave_unread(data: Path, line: dict[str, Any], kind: str, *, url: str | None = None) -> None:
    """Record a capture that a kill left without its reading."""
    fetched = Fetched(url=None, final_url=None, status=0, source="import", media=Media.GIVEN, file_name="x:1",
                      body=json.dumps(line).encode(), headers=(("Content-Type", kind),),
                      fetched_at=datetime(2026, 1, 1, tzinfo=UTC))  # fmt: skip
    with open_archive(data, create=True) as archive, closing(WarcWriter(data, software="test")) as writer:
        place = writer.append(fetched)
        crawl = begin(archive, label="import-jsonl", spider="import", software="t", settings={}, now=fetched.fetched_at)
        with archive.transaction() as conn:
            put_capture(conn, claim_id=None, fetched=replace(fetched, url=url), place=place, crawl_id=crawl.id,
                        host=None if url is None else "docs.example")  # fmt: skip
        finish(archive, crawl.id, reason="interrupted", now=fetched.fetched_at)


def test_the_rules_of_its_host_hold_also_after_a_kill(data: Path, tmp_path: Path) -> None:
    rule = HostRule(name="mark", words="云岭公文阁·佳作共赏")
    write_more("docs.example", data, rules=[(rule, 12)], rejected=[])
    lines = [{"url": f"http://docs.example/{at}", "text": f"{text}\n云岭公文阁·佳作共赏"}
             for at, text in enumerate((RIVER, READING))]  # fmt: skip
    leave_unread(data, lines[0], CONTENT_TYPE, url=lines[0]["url"])
    taken(data, write(tmp_path, lines[1]))
    assert ask(data, "SELECT text FROM texts ORDER BY id") == [(RIVER,), (READING,)]
    assert run(data, "reclean").stdout == "0 captures to read again of 2\n"


def test_a_run_that_was_killed_is_finished_by_the_next(data: Path, tmp_path: Path) -> None:
    taken(data, write(tmp_path, GOOD))
    for command in ("import-jsonl", "import"):
        leave_unread(data, {"id": f"late {command}", "text": f"{READING}\n{LINK}"}, AS_IS_TYPE)
        page = tmp_path / "page.txt"
        page.write_text(FOREST, "utf-8")
        path = str(page) if command == "import" else write(tmp_path, GOOD)
        assert run(data, command, path).exit_code == 0
        assert ask(data, "SELECT count(*) FROM captures WHERE state <> 'read'") == [(0,)]
    assert ask(data, "SELECT count(*) FROM documents WHERE key LIKE 'jsonl:late %'") == [(2,)]
    assert ask(data, "SELECT count(*) FROM copies WHERE is_current") == [(4,)]
    stated = "SELECT count(*) FROM documents WHERE json_extract(facts, '$.stated_url') IS NOT NULL"
    assert ask(data, stated) == [(0,)]


@pytest.mark.parametrize(("names", "told"), [(["none.jsonl"], "none.jsonl: no such file"), (["."], "is a folder")])
def test_what_is_no_file_is_bad_input(data: Path, tmp_path: Path, names: list[str], told: str) -> None:
    result = run(data, "import-jsonl", *(str(tmp_path / name) for name in names))
    assert (result.exit_code, told in result.stderr, data.exists()) == (2, True, False)


def test_an_empty_file_brings_nothing(data: Path, tmp_path: Path) -> None:
    result = run(data, "import-jsonl", write(tmp_path, ""))
    assert (result.exit_code, result.stderr) == (0, "0 lines: nothing to take in; nothing new\n")
