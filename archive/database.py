"""Opening the archive's database, its transactions, and SQLite's faults in our words. No statement about rows."""

import logging
import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import sqlite_utils

from archive.errors import ArchiveError, Busy, DiskFull, NoArchive
from archive.migrations import is_archive, is_current, is_empty, is_outdated, migrate, pending, refuse_newer

DATABASE = "archive.db"
BUSY_S = 60.0
"""How long a writer waits for another one: transactions held open for 0.5 s failed at 5 s, none at 60 s (measured)."""
WAL_LIMIT_BYTES = 64 * 1024 * 1024
LARGE_MB = 50
"""Of an archive whose migration takes more than a moment: some 5,000 reports."""
_LOG = logging.getLogger(__name__)
CACHE_KB = 32 * 1024
"""Pages kept by a connection. SQLite's own 2 MB hold no 64 reports being filed: filing them then takes a third more."""


class Connection(sqlite3.Connection):
    """A connection with a place for what is derived from the rows it has read: dropped when a transaction is undone."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 - as sqlite3 calls it
        super().__init__(*args, **kwargs)
        self.memory: dict[str, object] = {}


def memory_of(conn: sqlite3.Connection) -> dict[str, object]:
    """Give a connection's memory; one that was opened elsewhere has none that lasts."""
    return conn.memory if isinstance(conn, Connection) else {}


class Archive:
    """An open archive: one folder, one connection, used by the thread that opened it."""

    def __init__(self, folder: Path, conn: sqlite3.Connection, *, read_only: bool) -> None:
        self.folder = folder
        self.conn = conn
        self.read_only = read_only
        # Plugins of sqlite-utils are other people's code: none of it runs inside our writer.
        self.db = sqlite_utils.Database(conn, execute_plugins=False)

    @property
    def path(self) -> Path:
        """Give the database file."""
        return self.folder / DATABASE

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """Run a block as one BEGIN IMMEDIATE transaction: all of it is committed and durable, or none.

        Raises DiskFull, Busy (after 60 s) or ArchiveError after the rollback; RuntimeError when one is already open,
        for then the inner block would not end where it seems to.
        """
        if self.conn.in_transaction:
            raise RuntimeError("a transaction is already open on this archive")
        with in_our_words(self.path):
            self.conn.execute("BEGIN IMMEDIATE")
            try:
                yield self.conn
                self.conn.execute("COMMIT")
            except BaseException:
                # A full disk makes SQLite roll back by itself: a second ROLLBACK would hide the cause.
                if self.conn.in_transaction:
                    self.conn.execute("ROLLBACK")
                memory_of(self.conn).clear()  # what it remembers may never have been
                raise

    def close(self) -> None:
        """Close the connection; what was not committed is rolled back."""
        self.conn.close()

    def __enter__(self) -> "Archive":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def open_archive(folder: Path, *, create: bool = False, read_only: bool = False) -> Archive:
    """Open the archive in `folder`, made or brought up to date where needed.

    Raises NoArchive when there is none and `create` is False; NewerArchive, touching nothing, when a newer version
    made it; Busy, DiskFull; ArchiveError when the file is something else or `read_only` meets an older schema.
    """
    path = folder / DATABASE
    if not path.is_file() and not create:
        raise _no_archive(folder)
    if create and not read_only:
        _make_folder(folder)
    with in_our_words(path):
        conn = _connect(path, mode="ro" if read_only else "rwc" if create else "rw")
        archive = Archive(folder, conn, read_only=read_only)
        try:
            _settle(archive, create=create)
        except BaseException:
            archive.close()
            raise
    return archive


def _no_archive(folder: Path) -> NoArchive:
    return NoArchive(f"no archive in {folder}: `archive`, `crawl`, `import` and `demo` make one (or name it by --data)")


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ArchiveError(f"{folder}: cannot make the folder of the archive: {error.strerror}") from error


def _connect(path: Path, *, mode: str) -> sqlite3.Connection:
    # Autocommit: every transaction is begun by us, as IMMEDIATE. A deferred one loses all its writes to a second
    # writer, without waiting (600 of 600, measured).
    conn = _open(path, f"mode={mode}")
    if mode == "ro" and not can_read(conn) and not has_unmerged(path):
        # On a disk that nobody can write to, SQLite cannot make the shared memory that a WAL database needs; there
        # the file alone is all there is, and nobody changes it.
        conn.close()
        conn = _open(path, "mode=ro&immutable=1")
    if mode == "ro":  # what other programs damaged is shown as U+FFFD; a writer stops at it instead of keeping that
        conn.text_factory = _readable
    conn.execute("PRAGMA foreign_keys = ON")
    conn.execute("PRAGMA temp_store = MEMORY")
    conn.execute(f"PRAGMA cache_size = -{CACHE_KB}")
    return conn


def _readable(data: bytes) -> str:
    return data.decode("utf-8", "replace")


def _open(path: Path, how: str) -> sqlite3.Connection:
    return sqlite3.connect(f"{path.resolve().as_uri()}?{how}", uri=True, timeout=BUSY_S, isolation_level=None,
                           factory=Connection)  # fmt: skip


def can_read(conn: sqlite3.Connection) -> bool:
    """Say whether the file, with what SQLite keeps beside it, can be opened as it is."""
    try:
        conn.execute("SELECT 1 FROM sqlite_master").fetchone()
    except sqlite3.OperationalError as error:
        return error.sqlite_errorcode & 0xFF not in (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY)
    except sqlite3.DatabaseError:  # told by whoever reads next
        return True
    return True


def has_unmerged(path: Path) -> bool:
    """Say whether a write-ahead log holds what the file does not: then the file alone would be an older archive."""
    log = path.with_name(f"{path.name}-wal")
    return log.exists() and log.stat().st_size > 0


def _settle(archive: Archive, *, create: bool) -> None:
    """Look at what the file is before anything is written, then bring it up to date."""
    if is_empty(archive.conn):
        if not create or archive.read_only:
            raise _no_archive(archive.folder)
    elif not is_archive(archive.conn):
        raise ArchiveError(f"{archive.path}: this database is no archive of Gongwen; nothing was changed")
    else:
        refuse_newer(archive.db)
    if archive.read_only:
        return _refuse_older(archive)
    _prepare_writing(archive.conn)
    if is_empty(archive.conn) or not is_current(archive.db):
        _bring_up(archive)
    return None


def _bring_up(archive: Archive) -> None:
    """Apply what is missing. A table made anew is dropped once, with rows that others point to: not checked till after.

    The pragma does nothing inside a transaction; what it leaves unchecked is looked at before the commit.
    """
    archive.conn.execute("PRAGMA foreign_keys = OFF")
    try:
        with archive.transaction() as conn:
            if not is_empty(conn):  # another process may have made it newer meanwhile
                refuse_newer(archive.db)
                _announce(archive)
            migrate(archive.db)
            lost = conn.execute("PRAGMA foreign_key_check").fetchone()
            if lost is not None:
                raise ArchiveError(f"{archive.path}: a row of {lost[0]} points to nothing; nothing was changed")
    finally:
        archive.conn.execute("PRAGMA foreign_keys = ON")


def _announce(archive: Archive) -> None:
    """Say before it begins what is brought up to date: over 100,000 reports it takes minutes, and is all or nothing."""
    steps = pending(archive.db)
    if steps:
        size = archive.path.stat().st_size // 1_000_000
        long = "; this may take minutes, and nothing is lost if it is stopped" if size >= LARGE_MB else ""
        _LOG.warning("bringing the archive up to date: %s (%s, %d MB)%s", ", ".join(steps), archive.path, size, long)


def _refuse_older(archive: Archive) -> None:
    if not is_outdated(archive.db):
        return
    way = "a command that writes, as `gongwen crawl`, brings it up to date"
    if not os.access(archive.folder, os.W_OK):
        way = "its folder cannot be written: copy it to one that can; there " + way
    raise ArchiveError(f"{archive.path}: made by an older Gongwen; {way}")


def _prepare_writing(conn: sqlite3.Connection) -> None:
    conn.execute("PRAGMA journal_mode = WAL")
    conn.execute("PRAGMA synchronous = FULL")
    conn.execute("PRAGMA secure_delete = ON")
    conn.execute(f"PRAGMA journal_size_limit = {WAL_LIMIT_BYTES}")


@contextmanager
def in_our_words(path: Path) -> Iterator[None]:
    """Turn SQLite's faults that a person can act on into ArchiveErrors; others are bugs and pass through."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        told = _tell(error, path)
        if told is None:
            raise
        raise told from error


def _tell(error: sqlite3.DatabaseError, path: Path) -> ArchiveError | None:
    # The low byte is the primary code; sqlite3 raises some errors by itself, without a code.
    code = getattr(error, "sqlite_errorcode", -1) & 0xFF
    if code == sqlite3.SQLITE_FULL:
        return DiskFull(f"{path}: the disk is full; nothing committed was lost. Make room and start again")
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return Busy(f"{path}: another process kept writing for {BUSY_S:.0f} s; try again later")
    words = {
        sqlite3.SQLITE_NOTADB: "this file is no SQLite database",
        sqlite3.SQLITE_CORRUPT: "the database is damaged; restore it from a copy or rebuild it from warc/",
        sqlite3.SQLITE_CANTOPEN: "the database cannot be opened (is its folder writable?)",
        sqlite3.SQLITE_READONLY: "the database cannot be written",
        sqlite3.SQLITE_PERM: "access is denied",
        sqlite3.SQLITE_IOERR: "the disk failed to read or write",
    }.get(code)
    return ArchiveError(f"{path}: {words}") if words else None
