"""`gongwen merge`: two folders from the command line, with their bytes; what cannot be joined is told first."""

import json
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from crawler.cli.main import gongwen
from tests.archive.made_reports import made

TEXTS = [made(51, 30), made(51, 15), made(52, 30), made(53, 30), made(53, 30).replace("，", ","), made(54, 20)]


def run(data: Path, *words: str) -> Result:
    return CliRunner().invoke(gongwen, ["--data", str(data), "-q", *words])


def rows(data: Path, sql: str) -> list[tuple[Any, ...]]:
    with closing(sqlite3.connect(data / "archive.db")) as conn:
        return conn.execute(sql).fetchall()


def taken(folder: Path, name: str, numbers: list[int]) -> Path:
    lines = [json.dumps({"id": str(number), "text": TEXTS[number]}, ensure_ascii=False) for number in numbers]
    (folder / f"{name}.jsonl").write_text("\n".join(lines) + "\n", "utf-8")
    assert run(folder / name, "import-jsonl", "--as-is", str(folder / f"{name}.jsonl")).exit_code == 0
    return folder / name


@pytest.fixture
def halves(tmp_path: Path) -> tuple[Path, Path]:
    return taken(tmp_path, "one", [0, 3, 5]), taken(tmp_path, "other", [1, 2, 4])


def test_two_archives_become_one(halves: tuple[Path, Path], tmp_path: Path) -> None:
    one, other = halves
    before = (other / "archive.db").read_bytes()
    result = run(one, "merge", str(other))
    assert result.exit_code == 0, result.output
    assert "3 captures" in result.stdout
    assert rows(one, "SELECT count(*), sum(merged_into_id IS NULL) FROM reports") == [(6, 4)]
    assert len(list((one / "warc").iterdir())) == 2
    verified = run(one, "verify")
    assert verified.exit_code == 0, verified.output
    assert (other / "archive.db").read_bytes() == before
    again = run(one, "merge", "--json", str(other))
    told = json.loads(again.stdout)
    assert (told["captures"], told["known"], told["ids"]["redirects"]) == (0, 3, 0)
    assert rows(one, "SELECT count(*) FROM captures") == [(6,)]
    for (public_id,) in rows(other, "SELECT public_id FROM reports"):
        assert run(one, "show", public_id).exit_code == 0


def test_a_new_archive_is_made_of_several(halves: tuple[Path, Path], tmp_path: Path) -> None:
    result = run(tmp_path / "both", "merge", *map(str, halves))
    assert result.exit_code == 0, result.output
    assert rows(tmp_path / "both", "SELECT count(*) FROM captures WHERE state = 'read'") == [(6,)]


def test_segments_of_one_name_both_stay(halves: tuple[Path, Path]) -> None:
    """The same name on two machines: neither takes the other's place."""
    one, other = halves
    (ours,), (theirs,) = (list((folder / "warc").iterdir()) for folder in halves)
    theirs.rename(theirs.with_name(ours.name))
    with closing(sqlite3.connect(other / "archive.db")) as conn, conn:
        conn.execute("UPDATE captures SET warc_file = ?", (ours.name,))
    assert run(one, "merge", str(other)).exit_code == 0
    assert len({row[0] for row in rows(one, "SELECT warc_file FROM captures")}) == 2
    assert run(one, "verify").exit_code == 0


def test_a_copy_of_the_archive_adds_nothing(halves: tuple[Path, Path], tmp_path: Path) -> None:
    one, _ = halves
    shutil.copytree(one, tmp_path / "copy")
    assert "0 captures, 3 known before" in run(one, "merge", str(tmp_path / "copy")).stdout
    assert len(list((one / "warc").iterdir())) == 1


def test_what_cannot_be_joined_is_told_and_changes_nothing(halves: tuple[Path, Path], tmp_path: Path) -> None:
    one, other = halves
    (tmp_path / "empty").mkdir()
    cases = {str(one): "this is the archive", str(tmp_path / "empty"): "no archive in", str(tmp_path / "none"): "none"}
    for named, told in cases.items():
        result = run(one, "merge", str(other), named)
        assert result.exit_code != 0
        assert told in result.stderr
    next((other / "warc").iterdir()).unlink()
    result = run(one, "merge", str(other))
    assert "this segment is missing" in result.stderr
    assert rows(one, "SELECT count(*) FROM captures") == [(3,)]
