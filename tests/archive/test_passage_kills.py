"""A search for passages that is killed: the old rows stay, and the next search gives what one without a kill gives.

The child says on a pipe how far it is, and waits to be killed there: between any two of its transactions.
"""

import os
import signal
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from archive import passages
from archive.database import Archive, open_archive
from archive.passages import rebuild_passages
from tests.archive.desk import Desk, open_desk
from tests.archive.passage_desk import SHARED, THIRD, file, own

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork on this system")


def tables(desk: Desk) -> list[list[tuple[Any, ...]]]:
    names = ("passages", "passage_uses", "archive_info")
    return [sorted(desk.rows(f'SELECT * FROM "{name}"'), key=repr) for name in names]  # noqa: S608 - our tables


def build_until(folder: Path, transactions: int, monkeypatch: pytest.MonkeyPatch) -> bool:
    """Build in a child that is killed after so many transactions; True when it was killed before the end."""
    read, write = os.pipe()
    child = os.fork()
    if child:
        os.close(write)
        with os.fdopen(read, "rb") as words:
            was_waiting = words.read(1) == b"w"
            if was_waiting:
                os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        return was_waiting
    try:
        with open_archive(folder) as archive:
            monkeypatch.setattr(passages, "ROWS", 1)
            monkeypatch.setattr(Archive, "transaction", waiting(archive.transaction, transactions, write))
            rebuild_passages(archive)
    finally:
        os._exit(0)


def waiting(begin: Callable[[], Any], transactions: int, pipe: int) -> Callable[[Archive], Any]:
    """Begin transactions as before; after so many say so, and do nothing until the kill comes."""
    left: Iterator[int] = iter(range(transactions, -1, -1))

    def begin_or_wait(_: Archive) -> Any:
        if next(left) == 0:
            os.write(pipe, b"w")
            signal.pause()
        return begin()

    return begin_or_wait


def test_a_killed_search_leaves_the_old_rows_and_hinders_no_later_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = open_desk(tmp_path)
    file(desk, 1, SHARED)
    file(desk, 2, SHARED)
    rebuild_passages(desk.archive)
    before = tables(desk)
    more = own(99).splitlines()
    for number in range(3, 7):
        file(desk, number, THIRD, *more)
    desk.archive.close()
    kills = 0
    while build_until(tmp_path, kills, monkeypatch):
        desk.archive = open_archive(tmp_path)
        assert tables(desk) == before, f"killed after {kills} transactions"
        assert desk.rows("PRAGMA integrity_check") == [("ok",)]
        assert desk.rows("PRAGMA foreign_key_check") == []
        desk.archive.close()
        kills += 1
    assert kills == 14, "to take away what the last kill left, to begin, one a passage, one an index, to swap"
    desk.archive = open_archive(tmp_path)
    after = tables(desk)
    assert len(after[0]) == 8
    assert rebuild_passages(desk.archive) == 8
    assert tables(desk) == after
    desk.archive.close()
