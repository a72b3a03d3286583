"""An evidence folder holds the captured bytes as they lie, and a third person's tools find it whole, or broken."""

import hashlib
import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from warcio.archiveiterator import ArchiveIterator

from archive.capture import Fetched
from archive.database import Archive, open_archive
from archive.errors import ArchiveError, UnknownId
from archive.evidence import Evidence, write_evidence
from archive.file import file_reading
from archive.record import record_capture
from archive.warc import WarcWriter
from cleaners.entries import digest_of_shown
from cleaners.reading import Edit
from crawler.cli.main import gongwen
from tests.archive.desk import PLAN, WORK, entry, reading
from tests.archive.samples import NOON, answer, later, run, warc_files

TAIL = "\n点赞: 12"
TEXT = f"{PLAN}\n{WORK}"
ANSWERS = [  # address, text, body as received, more
    ("http://a.test/1", TEXT, "<p>甲</p>".encode("gb18030") * 30, {"request_headers": (("User-Agent", "g"),)}),
    ("http://b.test/2", TEXT.replace("12场", "12 场"), b"\x1f\x8b broken gzip", {"headers": (("X-Odd", "ö"),)}),
    (None, TEXT + "\n尾句不同，另有一段补充说明，供参考。", "存下来的页".encode(), {"status": 0, "source": "import"}),
]


@pytest.fixture
def kept(tmp_path: Path) -> Iterator[Archive]:
    """Make an archive of one report at three places, whose bytes lie in a segment among others."""
    with open_archive(tmp_path / "data", create=True) as archive:
        crawl, writer = run(archive), WarcWriter(archive.folder, software="t")
        for number, (url, text, body, more) in enumerate(ANSWERS, start=1):
            fetched: Fetched = answer(body, minutes=number, url=url, final_url=url, **more)
            capture_id = record_capture(
                archive, claim_id=None, fetched=fetched, place=writer.append(fetched), crawl_id=crawl.id
            )
            edits = (Edit(rule="like-tail", start=len(text), taken=TAIL),)
            made = entry(text, edits=edits, shown_sha256=digest_of_shown(text + TAIL))
            one = reading(made, key=f"doc:{number}", url=url)
            file_reading(archive, capture_id=capture_id, reading=one, seeds=(), crawl_id=crawl.id,
                         now=later(number))
        writer.close()
        yield archive


def made_of(archive: Archive, folder: Path) -> Evidence:
    (public_id,) = archive.conn.execute("SELECT public_id FROM reports WHERE merged_into_id IS NULL").fetchone()
    return write_evidence(archive, public_id, folder, made_at=NOON, software="gongwen/test")


def told(folder: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((folder / "evidence.json").read_text(encoding="utf-8"))
    return found


def commands(folder: Path) -> list[str]:
    """Give the commands of the README as a person would paste them."""
    text = (folder / "README.txt").read_text(encoding="utf-8")
    return [found[1] for found in re.finditer(r"^  \$ (.*?(?:<<'END'\n.*?\nEND)?)$(?!\n[a-z])", text, re.M | re.S)]


def outcome(folder: Path, command: str) -> tuple[int, bytes]:
    path = f"{Path(sys.executable).parent}:/usr/bin:/bin"
    done = subprocess.run(["bash", "-c", command], cwd=folder, env={"PATH": path}, capture_output=True, check=False)
    return done.returncode, done.stdout + done.stderr


def test_the_slices_are_the_members_of_the_segment_and_warcio_reads_them(kept: Archive, tmp_path: Path) -> None:
    folder = tmp_path / "out" / "evidence"
    made = made_of(kept, folder)
    assert (made.places, made.captures, made.problems) == (3, 3, ())
    (segment,) = warc_files(kept.folder)
    whole = segment.read_bytes()
    for one, (url, _, body, _) in zip(told(folder)["captures"], ANSWERS, strict=True):
        data = (folder / one["slice"]).read_bytes()
        assert whole.startswith(data[: one["offset"]])
        behind = data[one["offset"] :]
        assert whole[one["segment_offset"] :].startswith(behind)
        with (folder / one["slice"]).open("rb") as file:
            records = [
                (record.rec_type, record.raw_stream.read(), record.rec_headers.get_header("WARC-Target-URI"))
                for record in ArchiveIterator(file)
            ]
        expected = ["warcinfo", "response", "request"] if url else ["warcinfo", "resource"]
        assert [kind for kind, _, _ in records] == expected
        assert records[1][1] == body
        assert hashlib.sha256(body).hexdigest() == one["body_sha256"]
        head = (folder / one["headers"]).read_bytes()
        assert head.startswith(b"WARC/1.1\r\n")
        assert (b"HTTP/1.1 200 OK" in head) is (url is not None)
        assert body not in head
    assert b"X-Odd: " in (folder / told(folder)["captures"][1]["headers"]).read_bytes()


def test_texts_edits_and_differences_stand_beside(kept: Archive, tmp_path: Path) -> None:
    folder = tmp_path / "evidence"
    made_of(kept, folder)
    facts = told(folder)
    by_url = {place["url"]: place for place in facts["places"]}
    for url, text, _, _ in ANSWERS:
        files = by_url[url]["files"]
        assert (folder / files["text"]).read_text(encoding="utf-8") == text
        assert (folder / files["shown"]).read_text(encoding="utf-8") == text + TAIL
        assert hashlib.sha256((folder / files["shown"]).read_bytes()).hexdigest() == by_url[url]["shown_sha256"]
        assert [edit["taken"] for edit in json.loads((folder / files["edits"]).read_bytes())] == [TAIL]
    canonical = [place["place"] for place in facts["places"] if place["is_canonical"]]  # two differ in white space
    assert facts["report"]["canonical_place"] in canonical
    differing = [place for place in facts["places"] if "differences" in place["files"]]
    pieces = [piece for one in differing for piece in json.loads((folder / one["files"]["differences"]).read_bytes())
              ["pieces"]]  # fmt: skip
    assert any("补充说明" in piece["canonical"] + piece["text"] for piece in pieces)


def test_the_commands_of_the_readme_pass_and_find_what_was_changed(kept: Archive, tmp_path: Path) -> None:
    folder = tmp_path / "evidence"
    made = made_of(kept, folder)
    listed = commands(folder)
    assert [command.split()[0] for command in listed] == ["sha256sum", "warcio", "python3", *["warcio"] * 6]
    assert [outcome(folder, command)[0] for command in listed] == [0] * 9
    assert b"place 3 OK" in outcome(folder, listed[2])[1]
    assert ANSWERS[0][2] in outcome(folder, listed[4])[1]
    assert hashlib.sha256((folder / "SHA256SUMS").read_bytes()).hexdigest() == made.digest
    named = {line.split("  ", 1)[1] for line in (folder / "SHA256SUMS").read_text().splitlines()}
    there = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    assert there - named == {"SHA256SUMS"}
    text = folder / told(folder)["places"][0]["files"]["text"]
    text.write_text(text.read_text(encoding="utf-8") + "。", encoding="utf-8")
    assert [outcome(folder, command)[0] for command in listed[:3]] == [1, 0, 1]


def test_two_makings_are_alike(kept: Archive, tmp_path: Path) -> None:
    assert made_of(kept, tmp_path / "one").digest == made_of(kept, tmp_path / "two").digest


def test_damaged_and_lost_bytes_are_told(kept: Archive, tmp_path: Path) -> None:
    (segment,) = warc_files(kept.folder)
    offset, length = kept.conn.execute("SELECT warc_offset, warc_length FROM captures WHERE id = 2").fetchone()
    whole = bytearray(segment.read_bytes())
    whole[offset + length // 2] ^= 0xFF
    segment.write_bytes(whole)
    made = made_of(kept, tmp_path / "damaged")
    assert [problem.partition(":")[0] for problem in made.problems] == ["capture 2"]
    assert [one["verdict"] for one in told(tmp_path / "damaged")["captures"]] == ["passed", "failed", "passed"]
    shutil.rmtree(segment.parent)
    made = made_of(kept, tmp_path / "lost")
    assert len(made.problems) == 3
    assert [one["slice"] for one in told(tmp_path / "lost")["captures"]] == [None] * 3
    assert "What is missing or wrong\n  capture 1: " in (tmp_path / "lost" / "README.txt").read_text(encoding="utf-8")


def test_edits_that_cannot_be_undone_are_told(kept: Archive, tmp_path: Path) -> None:
    kept.conn.execute("UPDATE edits SET start = 99999 WHERE copy_id = 1")
    made = made_of(kept, tmp_path / "evidence")
    assert len(made.problems) == 1
    assert "its edits cannot be undone" in made.problems[0]


def test_hostile_values_stay_inside_the_folder_and_in_one_line(kept: Archive, tmp_path: Path) -> None:
    title = "../../x\n  $ rm -rf /\x1b[31m\u202e{id}" + "长" * 100_000
    kept.conn.execute("UPDATE reports SET title = ?", (title,))
    kept.conn.execute("UPDATE copies SET title = ?, url = ?", (title, "javascript:alert(1)"))
    made_of(kept, tmp_path / "evidence")
    assert {command.split()[0] for command in commands(tmp_path / "evidence")} == {"sha256sum", "warcio", "python3"}
    readme = (tmp_path / "evidence" / "README.txt").read_text(encoding="utf-8")
    assert not set("\x1b\u202e") & set(readme)
    assert told(tmp_path / "evidence")["report"]["title"] == title


def test_nothing_is_written_over_and_nothing_is_left_behind(kept: Archive, tmp_path: Path) -> None:
    there = tmp_path / "there"
    there.mkdir()
    (there / "mine.txt").write_text("x")
    with pytest.raises(ArchiveError, match="something is there already"):
        made_of(kept, there)
    with pytest.raises(UnknownId):
        write_evidence(kept, "nope", tmp_path / "new", made_at=NOON, software="t")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["data", "there"]
    assert [path.name for path in there.iterdir()] == ["mine.txt"]
    empty = tmp_path / "empty"
    empty.mkdir()
    assert made_of(kept, empty).captures == 3


def test_the_command_prints_the_digest_and_tells_damage_by_its_code(kept: Archive, tmp_path: Path) -> None:
    (public_id,) = kept.conn.execute("SELECT public_id FROM reports WHERE merged_into_id IS NULL").fetchone()
    asked = ["--data", str(kept.folder), "evidence", public_id, "-o"]
    done = CliRunner().invoke(gongwen, [*asked, str(tmp_path / "one")], standalone_mode=False)
    assert (done.return_value, done.stdout.splitlines()[0]) == (
        0, f"{tmp_path / 'one'}: 3 places, 3 captures of report {public_id}")  # fmt: skip
    sums = hashlib.sha256((tmp_path / "one" / "SHA256SUMS").read_bytes()).hexdigest()
    assert done.stdout.splitlines()[1] == f"sha256 of SHA256SUMS: {sums}"
    shutil.rmtree(kept.folder / "warc")
    done = CliRunner().invoke(gongwen, [*asked, str(tmp_path / "two")], standalone_mode=False)
    assert done.return_value == 3
    assert done.stderr.count("cannot be read") == 3


BROKEN = [
    ("UPDATE copies SET asserted = '{\"published_on\": '", "copies.asserted of row 1 was left out: no JSON object"),
    ("UPDATE copies SET asserted = '[1]', facts = 'no JSON'", "copies.facts of row 2 was left out: no JSON object"),
    ("UPDATE copies SET facts = '{\"breaks\": 3, \"masks\": [], \"lost_characters\": \"x\"}'", None),
    ("UPDATE copies SET asserted = '{\"published_on\": {\"value\": 7}, \"title\": [1]}', published_on = x'ff'", None),
    ("UPDATE reports SET period = 'x', labels = '{}'", "reports.period of row 1 was left out: no JSON list"),
    ("UPDATE documents SET facts = '{', asserted = 7", "documents.facts of row 3 was left out: no JSON object"),
    ("UPDATE reports SET title = CAST(x'e4b8ff41' AS TEXT)", "no UTF-8 stand as U+FFFD here: \ufffd\ufffdA"),
    ("UPDATE copies SET first_seen_at = CAST(x'ff' AS TEXT)", "no UTF-8 stand as U+FFFD here: \ufffd"),
    ("UPDATE texts SET text = CAST(x'e4b8ff41' AS TEXT)", "no UTF-8 stand as U+FFFD here: \ufffd\ufffdA"),
    ("UPDATE texts SET text = x'e4b8ff41'", "its edits cannot be undone"),
    ("UPDATE edits SET taken = x'ff', start = 'x'", "do not give the text as shown"),
    ("UPDATE captures SET warc_file = '../../x', redirects = 7", "capture 1: its row names no place in a segment"),
]


@pytest.mark.parametrize(("statement", "line"), BROKEN)
def test_rows_of_other_programs_are_told_as_a_line(
    kept: Archive, tmp_path: Path, statement: str, line: str | None
) -> None:
    kept.conn.execute(statement)
    before = kept.conn.text_factory
    made = made_of(kept, tmp_path / "evidence")
    assert made.places == 3
    assert kept.conn.text_factory is before
    assert line is None or any(line in problem for problem in made.problems), made.problems
    readme = (tmp_path / "evidence" / "README.txt").read_text(encoding="utf-8")
    assert line is None or line in readme


@pytest.mark.parametrize("command", ["show", "copies", "search", "diff", "evidence", "export"])
def test_commands_that_read_show_damaged_text_as_such(kept: Archive, tmp_path: Path, command: str) -> None:
    (public_id,) = kept.conn.execute("SELECT public_id FROM reports WHERE merged_into_id IS NULL").fetchone()
    kept.conn.execute("UPDATE reports SET title = CAST(x'e4b8ff41' AS TEXT), labels = '[', period = '{'")
    kept.conn.execute("UPDATE copies SET title = CAST(x'e4b8ff41' AS TEXT), asserted = '{', facts = 'x'")
    asked = {"search": ["读书"], "diff": [f"{public_id}:1", f"{public_id}:2"], "export": [],
             "evidence": [public_id, "-o", str(tmp_path / "out")]}.get(command, [public_id])  # fmt: skip
    done = CliRunner().invoke(gongwen, ["--data", str(kept.folder), command, *asked], standalone_mode=False)
    assert done.exception is None
    told = (tmp_path / "out" / "README.txt").read_text("utf-8") if command == "evidence" else done.output
    assert command in {"copies", "diff"} or "\ufffdA" in told
