"""Opening, transactions, and SQLite's faults: what is told, and that nothing is lost."""

import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import threading
from pathlib import Path

import pytest

from archive import database
from archive.database import Archive, open_archive
from archive.errors import ArchiveError, Busy, DiskFull, NewerArchive, NoArchive
from archive.migrations import STEPS

GENRE = "INSERT INTO genres (name) VALUES (?)"


def names(archive: Archive) -> list[str]:
    return [name for (name,) in archive.conn.execute("SELECT name FROM genres ORDER BY id")]


def test_a_new_archive_has_the_settings_that_were_measured(tmp_path: Path) -> None:
    with open_archive(tmp_path / "a b?c#d" / "数据", create=True) as archive:
        pragma = {
            name: archive.conn.execute(f"PRAGMA {name}").fetchone()[0]
            for name in ("journal_mode", "synchronous", "foreign_keys", "busy_timeout", "secure_delete")
        }
    assert pragma == {
        "journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "busy_timeout": 60_000, "secure_delete": 1,
    }  # fmt: skip


def test_rows_stay_when_an_archive_is_opened_again(tmp_path: Path) -> None:
    with open_archive(tmp_path, create=True) as archive, archive.transaction() as conn:
        conn.execute(GENRE, ("总结",))
    for options in ({}, {"create": True}, {"read_only": True}):
        with open_archive(tmp_path, **options) as archive:
            assert names(archive) == ["总结"]


@pytest.mark.parametrize("options", [{}, {"read_only": True}])
def test_no_archive_names_the_folder_and_the_commands_that_make_one(tmp_path: Path, options: dict[str, bool]) -> None:
    with pytest.raises(NoArchive) as caught:
        open_archive(tmp_path / "none", **options)
    message = str(caught.value)
    assert str(tmp_path / "none") in message and "crawl" in message and "\n" not in message
    assert not (tmp_path / "none").exists()


def test_an_empty_file_left_by_a_kill_is_no_archive_until_one_is_made(tmp_path: Path) -> None:
    (tmp_path / "archive.db").touch()
    with pytest.raises(NoArchive):
        open_archive(tmp_path)
    with open_archive(tmp_path, create=True) as archive:
        assert names(archive) == []


@pytest.mark.parametrize("sql", [
    "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) VALUES ('gongwen', '0009_later', 'x')",
    "UPDATE archive_info SET value = '99' WHERE name = 'schema_version'",
])  # fmt: skip
@pytest.mark.parametrize("options", [{}, {"create": True}, {"read_only": True}])
def test_a_newer_archive_is_left_untouched(tmp_path: Path, sql: str, options: dict[str, bool]) -> None:
    with open_archive(tmp_path, create=True) as archive:
        archive.conn.execute(sql)
    before = (tmp_path / "archive.db").read_bytes()
    with pytest.raises(NewerArchive, match=r"newer Gongwen.*upgrade"):
        open_archive(tmp_path, **options)
    assert (tmp_path / "archive.db").read_bytes() == before


def test_an_older_archive_is_brought_up_by_a_writer_and_refused_by_a_reader(tmp_path: Path) -> None:
    conn = sqlite3.connect(tmp_path / "archive.db")
    conn.executescript("CREATE TABLE archive_info (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID")
    conn.close()
    with pytest.raises(ArchiveError, match="older Gongwen"):
        open_archive(tmp_path, read_only=True)
    # An archive of the time before the first step does not exist: the step fails as a whole, and says why.
    with pytest.raises(sqlite3.OperationalError, match="already exists"):
        open_archive(tmp_path)
    conn = sqlite3.connect(tmp_path / "archive.db")
    assert conn.execute("SELECT count(*) FROM sqlite_master WHERE type = 'table'").fetchone() == (1,)


@pytest.mark.parametrize("content, words", [
    (b"this is no database at all, just a text of some length" * 100, "no SQLite database"),
    (None, "no archive of Gongwen"),
])  # fmt: skip
def test_something_else_under_our_name_is_left_untouched(tmp_path: Path, content: bytes | None, words: str) -> None:
    path = tmp_path / "archive.db"
    if content is None:
        conn = sqlite3.connect(path)
        conn.execute("CREATE TABLE other (x)")
        conn.commit()
        conn.close()
    else:
        path.write_bytes(content)
    before = path.read_bytes()
    for options in ({}, {"create": True}, {"read_only": True}):
        with pytest.raises(ArchiveError, match=words) as caught:
            open_archive(tmp_path, **options)
        assert "\n" not in str(caught.value)
    assert path.read_bytes() == before


def test_a_reader_can_write_nothing(tmp_path: Path) -> None:
    open_archive(tmp_path, create=True).close()
    with open_archive(tmp_path, read_only=True) as archive:
        with pytest.raises(ArchiveError, match="cannot be written"), archive.transaction() as conn:
            conn.execute(GENRE, ("总结",))
        assert names(archive) == []


def test_a_failing_transaction_leaves_nothing_and_the_connection_usable(tmp_path: Path) -> None:
    with open_archive(tmp_path, create=True) as archive:
        for error in (ValueError, KeyboardInterrupt):
            with pytest.raises(error), archive.transaction() as conn:
                conn.execute(GENRE, ("half",))
                raise error
        with pytest.raises(sqlite3.IntegrityError), archive.transaction() as conn:
            conn.execute(GENRE, ("half",))
            conn.execute("INSERT INTO texts (sha256) VALUES ('x')")
        with archive.transaction() as conn:
            conn.execute(GENRE, ("whole",))
        assert names(archive) == ["whole"]


def test_a_transaction_inside_a_transaction_is_refused_and_undoes_the_outer_one(tmp_path: Path) -> None:
    with open_archive(tmp_path, create=True) as archive:
        with pytest.raises(RuntimeError, match="already open"), archive.transaction() as conn:
            conn.execute(GENRE, ("outer",))
            with archive.transaction():
                pass
        assert names(archive) == [] and not archive.conn.in_transaction


def test_a_full_disk_rolls_back_one_transaction_and_loses_nothing_before_it(tmp_path: Path) -> None:
    with open_archive(tmp_path, create=True) as archive:
        with archive.transaction() as conn:
            conn.execute(GENRE, ("before",))
        (pages,) = archive.conn.execute("PRAGMA page_count").fetchone()
        archive.conn.execute(f"PRAGMA max_page_count = {pages + 2}")
        with pytest.raises(DiskFull, match="disk is full") as caught, archive.transaction() as conn:
            conn.execute(GENRE, ("x" * 1_000_000,))
        assert "\n" not in str(caught.value)
        archive.conn.execute("PRAGMA max_page_count = 1000000")  # somebody made room
        with archive.transaction() as conn:
            conn.execute(GENRE, ("after",))
        assert names(archive) == ["before", "after"]
        assert archive.conn.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_a_writer_that_waits_in_vain_is_told_that_the_archive_is_busy(tmp_path: Path) -> None:
    with open_archive(tmp_path, create=True) as first, open_archive(tmp_path) as second:
        second.conn.execute("PRAGMA busy_timeout = 1")  # the test does not wait for the minute
        with first.transaction(), pytest.raises(Busy, match="try again later"), second.transaction():
            pass
        with second.transaction() as conn:
            conn.execute(GENRE, ("later",))
        assert names(first) == ["later"]


def test_two_writers_and_a_reader_never_fail(tmp_path: Path) -> None:
    open_archive(tmp_path, create=True).close()
    faults: list[BaseException] = []

    def write(writer: str) -> None:
        try:
            with open_archive(tmp_path) as archive:
                for number in range(60):
                    with archive.transaction() as conn:
                        (known,) = conn.execute("SELECT count(*) FROM genres").fetchone()
                        conn.execute(GENRE, (f"{writer} {number} after {known}",))
        except BaseException as error:  # noqa: BLE001 - the test shows whatever it was
            faults.append(error)

    threads = [threading.Thread(target=write, args=(name,)) for name in ("a", "b", "c")]
    for thread in threads:
        thread.start()
    with open_archive(tmp_path, read_only=True) as reader:
        while any(thread.is_alive() for thread in threads):
            names(reader)
    for thread in threads:
        thread.join()
    with open_archive(tmp_path) as archive:
        assert faults == [] and len(names(archive)) == 180


def test_several_processes_may_make_the_archive_at_once(tmp_path: Path) -> None:
    code = "import sys; from pathlib import Path; from archive.database import open_archive as o;" \
           "a = o(Path(sys.argv[1]), create=True); a.close()"  # fmt: skip
    makers = [subprocess.Popen([sys.executable, "-c", code, str(tmp_path / "new")]) for _ in range(4)]
    assert [maker.wait(timeout=240) for maker in makers] == [0, 0, 0, 0]
    with open_archive(tmp_path / "new") as archive:
        assert archive.conn.execute("SELECT count(*) FROM _sqlite_migrations").fetchone() == (len(STEPS),)


def test_opening_a_current_archive_writes_nothing(tmp_path: Path) -> None:
    open_archive(tmp_path, create=True).close()
    before = (tmp_path / database.DATABASE).read_bytes()
    open_archive(tmp_path).close()
    assert (tmp_path / database.DATABASE).read_bytes() == before


def test_a_connection_belongs_to_its_thread(tmp_path: Path) -> None:
    caught: list[BaseException] = []

    def use(archive: Archive) -> None:
        try:
            names(archive)
        except sqlite3.ProgrammingError as error:
            caught.append(error)

    with open_archive(tmp_path, create=True) as archive:
        thread = threading.Thread(target=use, args=(archive,))
        thread.start()
        thread.join()
    assert len(caught) == 1


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs a process of another user")
@pytest.mark.parametrize(("is_merged", "told"), [(True, "4"), (False, "cannot be opened")])
def test_an_archive_that_nobody_can_write_to_is_read(tmp_path: Path, is_merged: bool, told: str) -> None:
    archive = open_archive(tmp_path / "made", create=True)
    if is_merged:
        archive.close()
    with tempfile.TemporaryDirectory() as name:  # pytest's own folders are closed to other users
        folder = Path(name)
        for path in (tmp_path / "made").glob("archive.db*"):
            if not path.name.endswith("-shm"):
                shutil.copy(path, folder)
        archive.close()
        assert (folder / "archive.db-wal").exists() is not is_merged
        folder.chmod(0o555)
        try:
            assert told in _as_nobody(folder)
        finally:
            folder.chmod(0o755)


def _as_nobody(folder: Path) -> str:
    """Open the archive in a process whose user may read but not write it; give what it counts, or the error."""
    read_end, write_end = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            if os.geteuid() == 0:
                os.setuid(65534)
            with open_archive(folder, read_only=True) as archive:
                (found,) = archive.conn.execute("SELECT count(*) || '' FROM archive_info").fetchone()
        except ArchiveError as error:
            found = str(error)
        os.write(write_end, found.encode())
        os._exit(0)
    os.close(write_end)
    with os.fdopen(read_end, "rb") as answer:
        told = answer.read().decode()
    os.waitpid(child, 0)
    return told
