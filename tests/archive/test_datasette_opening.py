"""Archives of another name, of another schema, empty, on a disk that nobody can write to, or being written."""

import asyncio
import sqlite3
from pathlib import Path

import pytest
from datasette.app import Datasette  # type: ignore[import-untyped]  # datasette carries no annotations
from datasette.utils import StartupError  # type: ignore[import-untyped]  # as above

from archive.datasette.archives import archive_of
from archive.datasette.serve import datasette_arguments
from archive.errors import ArchiveError, NoArchive
from archive.readable import Readable, find_readable
from archive.schema import SCHEMA_VERSION
from tests.archive.desk import entry, open_desk, reading
from tests.archive.served import get, make, serve

LATER = "秋天里我们又修了两条村道，装了六十盏路灯，老人夜里出门不再害怕，孩子上学也近了许多。"


def stamped(folder: Path, version: int) -> Path:
    """Make an archive whose schema says that it is of this version; of older ones a column of today is missing."""
    make(folder).archive.close()
    conn = sqlite3.connect(folder / "archive.db")
    conn.execute("UPDATE archive_info SET value = ? WHERE name = 'schema_version'", (str(version),))
    if version < SCHEMA_VERSION:
        conn.execute("ALTER TABLE reports DROP COLUMN labels")
    conn.commit()
    conn.close()
    return folder / "archive.db"


@pytest.mark.parametrize(("version", "said"), [(2, "older Gongwen (schema 2"), (99, "newer Gongwen (schema 99")])
def test_an_archive_of_another_schema_opens_and_says_so(tmp_path: Path, version: int, said: str) -> None:
    path = stamped(tmp_path, version)
    assert any(said in note for note in find_readable(tmp_path).notes)
    served = serve(path)
    home = get(served, "/")
    assert home.status_code == 200
    assert said in home.text
    assert "意识形态工作总结" in home.text
    assert get(served, "/archive/reports").status_code == 200


def test_a_page_that_an_older_archive_cannot_give_says_why(tmp_path: Path) -> None:
    answer = get(serve(stamped(tmp_path, 2)), "/search?q=x")
    assert answer.status_code in (200, 503)
    answer = get(serve(tmp_path / "archive.db"), "/search?copies=yes")
    assert answer.status_code == 503
    assert "made by an older Gongwen" in answer.text


def test_an_empty_archive_says_that_nothing_was_filed(tmp_path: Path) -> None:
    desk = open_desk(tmp_path)
    desk.archive.conn.execute("DELETE FROM crawls")
    desk.archive.close()
    served = serve(tmp_path / "archive.db")
    page = get(served, "/")
    assert page.status_code == 200
    assert "No report was filed yet" in page.text
    assert "<strong>0</strong>" in get(served, "/search?q=x").text


# (what lies there, what is said)
NONE: list[tuple[bytes | None, type[ArchiveError], str]] = [
    (None, NoArchive, "no archive in"),
    (b"", NoArchive, "this database is empty"),
    (b"not a database at all" * 100, ArchiveError, "no SQLite database"),
]


@pytest.mark.parametrize(("held", "error", "said"), NONE)
def test_what_is_no_archive_is_told_in_one_line(
    tmp_path: Path, held: bytes | None, error: type[ArchiveError], said: str
) -> None:
    if held is not None:
        (tmp_path / "x.db").write_bytes(held)
    with pytest.raises(error, match=said):
        find_readable(tmp_path / "x.db")


def test_a_database_of_something_else_is_none_of_ours(tmp_path: Path) -> None:
    conn = sqlite3.connect(tmp_path / "x.db")
    conn.execute("CREATE TABLE t (a)")
    conn.close()
    with pytest.raises(ArchiveError, match="is no archive of Gongwen"):
        find_readable(tmp_path / "x.db")
    assert "gongwen" not in get(serve(tmp_path / "x.db"), "/").text


def test_a_file_that_becomes_an_archive_is_found(tmp_path: Path) -> None:
    (tmp_path / "archive.db").touch()
    served = serve(tmp_path / "archive.db")
    assert archive_of(served) is None
    make(tmp_path).archive.close()
    assert archive_of(served) is not None


NAMES = ["archive.db", "我的档案.db", "a b.sqlite", "q?x=1#y%41.db", "archive"]


@pytest.mark.parametrize("name", NAMES)
def test_a_file_of_any_name_is_served(tmp_path: Path, name: str) -> None:
    make(tmp_path).archive.close()
    path = (tmp_path / "archive.db").rename(tmp_path / name)
    (tmp_path / "state").mkdir()
    arguments = datasette_arguments(path, state=tmp_path / "state")
    assert "--immutable" not in arguments
    assert "意识形态工作总结" in get(serve(Path(arguments[1])), "/").text


def test_a_still_file_is_served_as_such(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make(tmp_path).archive.close()
    still = Readable(path=tmp_path / "archive.db", is_still=True, notes=())
    monkeypatch.setattr("archive.datasette.serve.find_readable", lambda _: still)
    arguments = datasette_arguments(tmp_path, state=tmp_path)
    assert arguments[1:3] == ["--immutable", str(tmp_path / "archive.db")]


def immutable(path: Path) -> Datasette:
    return Datasette([], immutables=[str(path)])


def test_an_archive_that_is_being_written_is_not_shown_as_still(tmp_path: Path) -> None:
    desk = make(tmp_path)
    with pytest.raises(StartupError, match="is being written"):
        asyncio.run(immutable(tmp_path / "archive.db").invoke_startup())
    locked = Datasette([str(tmp_path / "archive.db")], nolock=True)
    with pytest.raises(StartupError, match="--nolock"):
        asyncio.run(locked.invoke_startup())
    desk.archive.close()
    asyncio.run(immutable(tmp_path / "archive.db").invoke_startup())


def test_a_still_archive_answers_no_page_once_it_is_written(tmp_path: Path) -> None:
    make(tmp_path).archive.close()
    served = immutable(tmp_path / "archive.db")
    assert "只读快照" in get(served, "/").text
    desk = open_desk(tmp_path)
    desk.file(reading(entry(LATER, title="后来的"), key="doc:9", url="http://a.test/9"))
    for path in ("/", "/archive/reports", "/archive/reports.json"):
        answer = get(served, path)
        assert answer.status_code == 503
        assert "Start again without --immutable" in answer.text
    desk.archive.close()


def test_a_live_archive_shows_what_is_written_meanwhile(tmp_path: Path) -> None:
    desk = make(tmp_path)
    served = serve(tmp_path / "archive.db")
    assert ">4</dd>" in get(served, "/").text
    desk.file(reading(entry(LATER, title="后来的"), key="doc:9", url="http://a.test/9"))
    page = get(served, "/").text
    assert ">5</dd>" in page
    assert "后来的" in page
    assert "只读快照" not in page
    desk.archive.close()
