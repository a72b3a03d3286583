"""A compact copy of the archive for others: one file that `datasette -i` serves anywhere, without what is not for them.

Left behind: pages that ask not to be shown from an archive; replies, contacts and handles (salted hashes for them);
addresses that were only looked at; headers and files of captures; and what only the running archive needs. How people
are told of stands in `people`; which text of a report is shown when one is gone is decided by `filing.reports`.
"""

import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from archive.database import Archive, in_our_words
from archive.errors import ArchiveError
from archive.instants import to_text
from archive.migrations import software
from archive.people import People, people_of
from archive.publishing_noarchive import leave_noarchive_out
from archive.publishing_people import leave_people_out

MARK = "published"
"""Row of `archive_info` by which a published copy is told from an archive."""
WORKING = ("readings", "dropped_links", "failures", "sketches", "postings", "postings_merged", "stop_grams",
           "tombstones")  # fmt: skip
"""Tables that only the running archive needs, or that tell of what is not in the copy."""
_CLEAR_CAPTURES = """
UPDATE captures SET frontier_id = NULL, headers = NULL, redirects = NULL, file_name = NULL, detail = NULL,
  hints_digest = NULL, final_url = NULL, warc_file = '', warc_offset = 0, warc_length = 0
"""
_IDLE_CAPTURES = """
DELETE FROM captures WHERE id NOT IN (SELECT capture_id FROM copies WHERE capture_id IS NOT NULL
  UNION SELECT capture_id FROM replies WHERE capture_id IS NOT NULL)
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """What was published."""

    path: Path
    bytes: int
    reports: int
    copies: int
    left: dict[str, int]
    """What stayed behind, and how much of it."""
    is_salt_kept: bool
    """False where hashes of handles will be others the next time."""


def publish(
    archive: Archive, path: Path, *, with_people: bool = False, tell: Callable[[str], None] = lambda _: None
) -> Published:
    """Write the compact copy to `path`, all of it or nothing; the archive stays as it is, and may be written meanwhile.

    `tell` is called with what is done next. Raises ArchiveError where `path` is something else than an earlier copy.
    """
    _refuse_others(archive, path)
    people = people_of(archive, are_named=with_people)
    raw, part = (path.with_name(f"{path.name}.{ending}") for ending in ("raw", "part"))
    try:
        for old in (raw, part):
            old.unlink(missing_ok=True)
        tell("copying the archive")
        with in_our_words(path):
            archive.conn.execute("VACUUM INTO ?", (str(raw),))
            with closing(sqlite3.connect(raw, isolation_level=None)) as conn:
                conn.text_factory = lambda data: data.decode("utf-8", "replace")  # others may have written there
                left = _strip(conn, people, tell)
                tell("packing the copy")
                conn.execute("VACUUM INTO ?", (str(part),))
                reports, copies = (_count(conn, question) for question in (_STANDING, _PLACES))
        part.replace(path)
    finally:
        for old in (raw, part, raw.with_name(f"{raw.name}-journal")):
            old.unlink(missing_ok=True)
    return Published(path=path, bytes=path.stat().st_size, reports=reports, copies=copies, left=left,
                     is_salt_kept=people.is_kept)  # fmt: skip


_STANDING = "SELECT count(*) FROM reports WHERE merged_into_id IS NULL"
_PLACES = "SELECT count(*) FROM copies WHERE is_current"


def _count(conn: sqlite3.Connection, question: str) -> int:
    (count,) = conn.execute(question).fetchone()
    return int(count)


def _refuse_others(archive: Archive, path: Path) -> None:
    """Raise ArchiveError where a file is at that name that is no earlier copy."""
    if not path.parent.is_dir():
        raise ArchiveError(f"{path.parent}: no such folder")
    if not path.exists():
        return
    if path.is_dir() or path.resolve() == archive.path.resolve() or not _is_published(path):
        raise ArchiveError(f"{path}: is there and is no earlier copy of `gongwen publish`; name another file")


def _is_published(path: Path) -> bool:
    try:
        with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as conn:
            return conn.execute("SELECT 1 FROM archive_info WHERE name = ?", (MARK,)).fetchone() is not None
    except sqlite3.DatabaseError:
        return False


def _strip(conn: sqlite3.Connection, people: People, tell: Callable[[str], None]) -> dict[str, int]:
    """Take out of a raw copy what stays behind; give how much of it there was."""
    conn.execute("PRAGMA journal_mode = OFF")  # a copy that fails is thrown away
    conn.execute("PRAGMA synchronous = OFF")
    conn.execute("PRAGMA foreign_keys = OFF")
    conn.execute("BEGIN")
    tell("leaving out pages that ask for it")
    left = leave_noarchive_out(conn)
    if not people.are_named:
        tell("leaving out people")
        left |= leave_people_out(conn, people)
    states = dict(conn.execute("SELECT state, count(*) FROM frontier GROUP BY state"))
    left |= _leave_workings_out(conn)
    told = {"at": to_text(datetime.now(UTC)), "software": software(), "with_people": people.are_named, "left": left,
            "states_of_urls": states}  # fmt: skip
    conn.execute("DELETE FROM archive_info WHERE name LIKE '%salt%'")
    conn.execute("INSERT OR REPLACE INTO archive_info (name, value) VALUES (?, ?)",
                 (MARK, json.dumps(told, ensure_ascii=False)))  # fmt: skip
    conn.execute("COMMIT")
    return left


def _leave_workings_out(conn: sqlite3.Connection) -> dict[str, int]:
    for table in WORKING:
        conn.execute(f"DELETE FROM {table}")  # noqa: S608 - our own names
    addresses = conn.execute("DELETE FROM frontier").rowcount
    idle = conn.execute(_IDLE_CAPTURES).rowcount
    conn.execute(_CLEAR_CAPTURES)
    conn.execute("UPDATE crawls SET settings = NULL, pid = NULL")
    return {"addresses of the crawl": addresses, "captures that no copy was read from": idle}
