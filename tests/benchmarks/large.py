"""A large archive of reports of our own, made row by row: no pages, no WARC, no search for duplicates.

Each row is a function of its number alone: one report in ten is in traditional characters, one in five is undated,
one in three has copies, on 200 hosts. What is asked of it stands in `search` and elsewhere.
"""

import hashlib
import random
import sqlite3
from pathlib import Path
from typing import Final, NamedTuple

from archive.database import Archive, open_archive
from archive.han import simplified_of
from archive.search import index
from tests.benchmarks.reports import report

HOSTS: Final = 200
GENRES: Final = ("总结", "计划", "自查", "汇报", "讲话", "方案")
_AT: Final = "2026-11-22T03:00:00Z"
_TOGETHER: Final = 1_000


class Row(NamedTuple):
    """What is put into the archive under a number."""

    title: str
    text: str
    script: str
    genre_id: int
    period: str
    published_on: str | None
    hosts: tuple[int, ...]
    """Hosts of its copies, from 1."""


def row(number: int) -> Row:
    """Make the report of this number, from 0."""
    dice = random.Random(f"library {number}")  # noqa: S311 - for texts
    text = report(number)
    is_traditional = number % 10 == 9
    if is_traditional:
        text = to_traditional(text)
    year = dice.randint(2008, 2025)
    day = f"{year + 1}-{dice.randint(1, 12):02d}-{dice.randint(1, 28):02d}"
    hosts = tuple(dice.randint(1, HOSTS) for _ in range(1 if dice.random() < 2 / 3 else dice.randint(2, 9)))
    return Row(
        title=text.partition("\n")[0], text=text, script="traditional" if is_traditional else "simplified",
        genre_id=dice.randint(1, len(GENRES)), period=f'["{year}"]', published_on=None if number % 5 == 4 else day,
        hosts=hosts,
    )  # fmt: skip


_TABLE: dict[int, str] = {}


def to_traditional(text: str) -> str:
    """Put a traditional character, the first listed, for each simplified one that has any."""
    if not _TABLE:
        for traditional, simplified in simplified_of().items():
            _TABLE.setdefault(ord(simplified), traditional)
    return text.translate(_TABLE)


def made(folder: Path, count: int) -> Archive:
    """Make an archive of so many reports and give it, open for writing; one that is there is taken as it is."""
    if (folder / "archive.db").is_file():
        return open_archive(folder)
    archive = open_archive(folder, create=True)
    archive.conn.execute("PRAGMA synchronous = OFF")
    with archive.transaction() as conn:
        names = ((number, name) for number, name in enumerate(GENRES, start=1))
        conn.executemany("INSERT INTO genres (id, name) VALUES (?, ?)", names)
        hosts = ((number, f"www.site{number}.test", _AT) for number in range(1, HOSTS + 1))
        conn.executemany("INSERT INTO sites (id, host, first_seen_at) VALUES (?, ?, ?)", hosts)
    for first in range(0, count, _TOGETHER):
        with archive.transaction() as conn:
            for number in range(first, min(count, first + _TOGETHER)):
                _put(conn, number, row(number))
    archive.conn.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return archive


_REPORT = (
    "INSERT INTO reports (id, public_id, title, text_id, genre_id, period, script, first_published_on, copies, sites,"
    " chars, added_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
_TEXT = (
    "INSERT INTO texts (id, sha256, report_id, chars, han, key, title_key, digits, rules, text)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, '', 'made', ?)"
)
_DOCUMENT = (
    "INSERT INTO documents (key, url, site_id, kind, title, published_on, pages_have, first_seen_at, last_seen_at)"
    " VALUES (?, ?, ?, 'article', ?, ?, 1, ?, ?)"
)
_COPY = (
    "INSERT INTO copies (report_id, text_id, document_id, site_id, position, url, title, published_on, first_seen_at,"
    " last_seen_at) VALUES (?, ?, ?, ?, 1, ?, ?, ?, ?, ?)"
)


def _put(conn: sqlite3.Connection, number: int, one: Row) -> None:
    """Put in a report with its copies; the first of them has its date."""
    report_id, digest = number + 1, hashlib.sha256(f"{number}".encode()).hexdigest()
    chars = sum(map(len, one.text.split()))
    facts = (one.genre_id, one.period, one.script, one.published_on, len(one.hosts), len(set(one.hosts)), chars, _AT)
    conn.execute(_REPORT, (report_id, digest[:10], one.title, report_id, *facts))
    conn.execute(_TEXT, (report_id, digest, report_id, chars, chars, digest, digest, one.text))
    for place, site_id in enumerate(one.hosts):
        url = f"http://www.site{site_id}.test/{number}-{place}.html"
        date = one.published_on if place == 0 else None
        document_id = conn.execute(_DOCUMENT, (url, url, site_id, one.title, date, _AT, _AT)).lastrowid
        conn.execute(_COPY, (report_id, report_id, document_id, site_id, url, one.title, date, _AT, _AT))
    index(conn, report_id, title=one.title, text=one.text)
