"""Which of Datasette's databases is an archive, and asking it: one snapshot a page, within a limit of time.

The database may have any name. Of several archives the first is the one whose reports our own pages show. No HTML here.
"""

import asyncio
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar
from weakref import WeakKeyDictionary

from datasette.utils import sqlite_timelimit  # type: ignore[import-untyped]  # datasette carries no annotations

from archive.migrations import is_archive

if TYPE_CHECKING:
    from datasette.app import Datasette  # type: ignore[import-untyped]  # as above

T = TypeVar("T")
Database = Any
"""A `datasette.database.Database`, which carries no annotations."""
_known: "WeakKeyDictionary[Database, None]" = WeakKeyDictionary()
"""Databases that were found to be archives: no file stops being one while it is served."""
_others: "WeakKeyDictionary[Database, tuple[int, int]]" = WeakKeyDictionary()
"""Databases that were found to be none, with the time and size of the file: looked into again when it has changed."""


def archive_of(datasette: "Datasette") -> Database | None:
    """Give the first of Datasette's databases that is an archive; None where none is."""
    return next((database for database in datasette.databases.values() if is_archive_database(database)), None)


def is_archive_database(database: Database) -> bool:
    """Say whether a database of Datasette is an archive; False for one in memory and for a file that cannot be read."""
    if database in _known:
        return True
    if database.path is None or not Path(database.path).is_file():
        return False
    path = Path(database.path)
    now = path.stat()
    state = (now.st_mtime_ns, now.st_size)
    if _others.get(database) == state:
        return False
    # Looked at as it is first, for what a writer has not merged into the file yet; where that cannot be, as still.
    found = [_holds_archive(path, how) for how in ("mode=ro", "mode=ro&immutable=1")]
    if True in found:
        _known[database] = None
    elif None not in found:
        _others[database] = state
    return True in found


def _holds_archive(path: Path, how: str) -> bool | None:
    """Look into a file by a connection of our own, for Datasette's are made in its threads; None where it is shut."""
    try:
        conn = sqlite3.connect(f"{path.resolve().as_uri()}?{how}", uri=True, timeout=5)
    except sqlite3.Error:  # what cannot be opened, Datasette tells by itself
        return None
    try:
        return is_archive(conn)
    except sqlite3.Error:  # no database at all, or one under a lock: as above
        return None
    finally:
        conn.close()


async def ask(datasette: "Datasette", work: Callable[[sqlite3.Connection], T]) -> T:
    """Run `work` on a read connection of the archive and give what it gives.

    All that it reads is of one moment, also while a crawl writes. A query that takes longer than Datasette's
    `sql_time_limit_ms` ends with sqlite3.OperationalError `interrupted`, which `pages.page` tells the reader.
    Raises LookupError where no database is an archive.
    """
    database = archive_of(datasette)
    if database is None:
        raise LookupError("no database of this Datasette is an archive of Gongwen")
    limit_ms = int(datasette.setting("sql_time_limit_ms"))

    def asked(conn: sqlite3.Connection) -> T:
        with sqlite_timelimit(conn, limit_ms):
            return _in_one_moment(conn, work)

    result = database.execute_fn(asked)
    return await result if asyncio.iscoroutine(result) else result  # type: ignore[no-any-return]  # see above


def _in_one_moment(conn: sqlite3.Connection, work: Callable[[sqlite3.Connection], T]) -> T:
    if conn.in_transaction:
        return work(conn)
    conn.execute("BEGIN")
    try:
        return work(conn)
    finally:
        conn.rollback()
