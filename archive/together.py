"""Several pieces of work in one transaction, so that they share its fsync; a fault costs only the work that has it."""

import sqlite3
from collections.abc import Callable, Sequence
from typing import TypeVar

from archive.database import Archive
from archive.errors import Busy, DiskFull
from archive.merging import merge_when_due
from archive.stop_grams import learn_when_due

T = TypeVar("T")
Work = Callable[[sqlite3.Connection], T]
"""Something to be done inside a transaction that the caller has opened."""


def do_together(archive: Archive, works: Sequence[Work[T]]) -> list[T | BaseException]:
    """Do all in one transaction; gives what each returned or raised. What was returned is committed and durable.

    Where one raises, nothing of the shared transaction stays, and each is done again in one of its own: work must
    change nothing but the database. A full disk and a database kept busy are everybody's fault, not tried again.
    Before it, the index of sketches gets what it needs from time to time.
    """
    try:
        merge_when_due(archive)
        learn_when_due(archive)
        with archive.transaction() as conn:
            return [work(conn) for work in works]
    except BaseException as error:  # noqa: BLE001 - handed to whoever wanted the work done
        if len(works) == 1 or isinstance(error, DiskFull | Busy):
            return [error] * len(works)
    return [told for work in works for told in do_together(archive, [work])]
