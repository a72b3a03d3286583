"""An archive of an older schema: told before it is brought up to date, shown and refused where nobody can write."""

import logging
import os
import sqlite3
import tempfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner
from datasette.app import Datasette  # type: ignore[import-untyped]  # datasette carries no annotations

from archive.database import open_archive
from archive.datasette.serve import datasette_arguments
from archive.errors import ArchiveError
from archive.exporting import running  # noqa: F401 - before the fork
from crawler.cli.main import gongwen
from tests.archive.served import get, make

STEP = "0005_search"


def older(folder: Path) -> Path:
    """Make an archive as it was before the last step; give its folder."""
    make(folder).archive.close()
    with closing(sqlite3.connect(folder / "archive.db")) as conn, conn:
        conn.execute("DELETE FROM _sqlite_migrations WHERE name = ?", (STEP,))
        conn.execute("DROP TABLE reports_characters")
        conn.execute("UPDATE archive_info SET value = '4' WHERE name = 'schema_version'")
    return folder


@pytest.mark.parametrize(("large_mb", "is_long"), [(0, True), (10_000, False)])
def test_one_line_is_told_before_an_archive_is_brought_up_to_date(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, large_mb: int, is_long: bool
) -> None:
    monkeypatch.setattr("archive.database.LARGE_MB", large_mb)
    older(tmp_path)
    assert caplog.messages == []  # nor for a new one
    open_archive(tmp_path).close()
    (line,) = caplog.messages
    assert line.startswith(f"bringing the archive up to date: {STEP} (")
    assert ("this may take minutes" in line) is is_long
    open_archive(tmp_path).close()
    assert caplog.messages == [line]


def test_a_command_that_writes_tells_it_on_standard_error(tmp_path: Path) -> None:
    asked = ["--data", str(older(tmp_path)), "assert", "copy:1", "label", "x", "--who", "甲", "--why", "查过"]
    handlers = logging.getLogger().handlers[:]
    try:
        done = CliRunner().invoke(gongwen, asked)
    finally:
        logging.getLogger().handlers[:] = handlers
    assert done.stderr.count("bringing the archive up to date") == 1
    assert "bringing" not in done.stdout


def export(folder: Path) -> str:
    done = CliRunner().invoke(gongwen, ["--data", str(folder), "export"], standalone_mode=False)
    return f"{done.exception}"


def evidence(folder: Path) -> str:
    with tempfile.TemporaryDirectory() as other:
        asked = ["--data", str(folder), "evidence", "x", "-o", f"{other}/out"]
        return f"{CliRunner().invoke(gongwen, asked, standalone_mode=False).exception}"


def pages(folder: Path) -> str:
    with tempfile.TemporaryDirectory() as state:
        arguments = datasette_arguments(folder, state=Path(state))
    assert arguments[:2] == ["serve", "--immutable"]
    served = Datasette([], immutables=[arguments[2]])
    answers = [get(served, path) for path in ("/", "/search?q=x", "/archive/reports")]
    return " ".join(f"{answer.status_code} {'older Gongwen' in answer.text}" for answer in answers)


REFUSED = (
    "made by an older Gongwen; its folder cannot be written: copy it to one that can; there a command that writes,"
    " as `gongwen crawl`, brings it up to date"
)
ASKED: list[tuple[Callable[[Path], str], str]] = [
    (export, REFUSED), (evidence, REFUSED), (pages, "200 True 200 False 200 False"),
]  # fmt: skip


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs a process of another user")
@pytest.mark.parametrize(("ask", "told"), ASKED)
def test_where_nobody_can_write_it_is_shown_as_what_it_is(ask: Callable[[Path], str], told: str) -> None:
    with tempfile.TemporaryDirectory() as name:  # pytest's own folders are closed to other users
        folder = older(Path(name))
        folder.chmod(0o555)
        try:
            assert as_nobody(ask, folder).endswith(told)
        finally:
            folder.chmod(0o755)


def as_nobody(ask: Callable[[Path], str], folder: Path) -> str:
    """Ask in a process whose user may read but not write; give what is said."""
    read_end, write_end = os.pipe()
    child = os.fork()
    if child == 0:  # which may not read where Python lies: what a command loads late is here already
        said = "nothing"
        try:
            if os.geteuid() == 0:
                os.setuid(65534)
            said = ask(folder)
        except (ArchiveError, OSError, ImportError) as error:
            said = repr(error)
        finally:
            os.write(write_end, said.encode())
            os._exit(0)
    os.close(write_end)
    with os.fdopen(read_end, "rb") as answer:
        told = answer.read().decode()
    os.waitpid(child, 0)
    return told
