"""Which file is to be shown, and how it can be read: live, or still where nobody can write to it. Nothing is changed.

Other than `archive.database.open_archive` this takes a file of any name, and an archive of an older or a newer schema.
"""

import sqlite3
from dataclasses import dataclass
from pathlib import Path

from archive.database import DATABASE, can_read, has_unmerged, in_our_words
from archive.errors import ArchiveError, NoArchive
from archive.migrations import is_archive, is_empty
from archive.schema import SCHEMA_VERSION


@dataclass(frozen=True, slots=True, kw_only=True)
class Readable:
    """A file that holds an archive, and how it is to be read."""

    path: Path
    is_still: bool
    """Nobody can write there, so that SQLite must be told not to look for a writer (`immutable`)."""
    notes: tuple[str, ...]
    """What a person should know of it, a sentence each."""


def find_readable(place: Path) -> Readable:
    """Look at a folder of ours, or at a database of any name.

    Raises NoArchive where there is none, ArchiveError for a file that is something else or cannot be read as it is.
    """
    path = place / DATABASE if place.is_dir() else place
    if not path.is_file():
        raise NoArchive(f"no archive in {place}: `gongwen archive URL`, `crawl` and `import` make one; "
                        "or name it by --data")
    path = path.resolve()
    with in_our_words(path):
        is_still = _is_still(path)
        conn = _open(path, is_still=is_still)
        try:
            if is_empty(conn):
                raise NoArchive(f"{path}: this database is empty: `archive`, `crawl` and `import` make an archive")
            if not is_archive(conn):
                raise ArchiveError(f"{path}: this database is no archive of Gongwen")
            notes = tuple(_notes(conn, is_still=is_still))
        finally:
            conn.close()
    return Readable(path=path, is_still=is_still, notes=notes)


def _is_still(path: Path) -> bool:
    """Say whether a file can be read only as one that nobody writes; ArchiveError where even that would be wrong."""
    conn = _open(path, is_still=False)
    try:
        if can_read(conn):
            return False
    finally:
        conn.close()
    if has_unmerged(path):
        raise ArchiveError(
            f"{path}: its folder cannot be written, and {path.name}-wal holds what the file does not;"
            " run `gongwen status` once where it can be written, or copy both files into a folder of your own"
        )
    return True


def _open(path: Path, *, is_still: bool) -> sqlite3.Connection:
    how = "mode=ro&immutable=1" if is_still else "mode=ro"
    return sqlite3.connect(f"{path.as_uri()}?{how}", uri=True, timeout=5)


def _notes(conn: sqlite3.Connection, *, is_still: bool) -> list[str]:
    row = conn.execute("SELECT value FROM archive_info WHERE name = 'schema_version'").fetchone()
    schema = int(row[0]) if row and str(row[0]).isdecimal() else 0
    notes = ["its folder cannot be written: shown as it is now, changes are not seen"] if is_still else []
    if schema < SCHEMA_VERSION:
        notes.append(
            f"made by an older Gongwen (schema {schema}, ours is {SCHEMA_VERSION}): some pages cannot be made of it;"
            " a command that writes, as `gongwen crawl`, brings it up to date"
        )
    if schema > SCHEMA_VERSION:
        notes.append(f"made by a newer Gongwen (schema {schema}, ours is {SCHEMA_VERSION}): upgrade to see all of it")
    return notes
