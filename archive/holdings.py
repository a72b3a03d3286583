"""What an archive holds, in the numbers and short lists of its first page. Works on archives of older schemas too.

Sums of reports are read from an index each where there is one, the merged ones taken off; the rest reads a few rows.
Texts are not read, and titles only as far as a list shows them. How each URL came to its state is `archive.status`.
"""

import sqlite3
from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from archive.crawls import DEAD_AFTER
from archive.instants import from_text
from archive.schema import SCHEMA_VERSION

LISTED, RUNS = 8, 10
"""Reports of a short list, and runs that are told."""
TITLE_CHARS, OPENING_CHARS, LABEL_CHARS = 300, 60, 80
_YEAR = """CASE WHEN first_published_on GLOB '[12][0-9][0-9][0-9]*' THEN substr(first_published_on, 1, 4) END"""
_SCRIPT = f"CAST(substr(script, 1, {LABEL_CHARS}) AS TEXT)"
_LINES = f"""
SELECT public_id, CAST(substr(title, 1, {TITLE_CHARS}) AS TEXT), copies, sites,
  CAST(substr(first_published_on, 1, 10) AS TEXT), CASE WHEN title IS NULL THEN
    (SELECT substr(texts.text, 1, {OPENING_CHARS}) FROM texts WHERE texts.id = reports.text_id) END
FROM reports WHERE +merged_into_id IS NULL
"""  # noqa: S608 - as above; `+` keeps SQLite from sorting all reports that were not merged
_RUNS = f"""
SELECT CAST(substr(label, 1, {LABEL_CHARS}) AS TEXT), started_at, finished_at, heartbeat_at,
  CAST(substr(finish_reason, 1, {LABEL_CHARS}) AS TEXT), pages, reports_new,
  (SELECT count(*) FROM failures WHERE failures.crawl_id = crawls.id) FROM crawls ORDER BY id DESC LIMIT {RUNS}
"""  # noqa: S608 - as above
_STATES = "SELECT CAST(state AS TEXT), count(*) FROM frontier GROUP BY 1 ORDER BY 2 DESC LIMIT 20"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A report in a short list."""

    public_id: str
    title: str | None
    opening: str | None
    """First words of the text, where there is no title."""
    copies: int
    sites: int
    first_published_on: str | None
    """Day of the earliest dated copy; None = all undated."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RunLine:
    """A run and what it brought."""

    label: str
    started_at: datetime | None
    finished_at: datetime | None
    finish_reason: str | None
    pages: int
    reports_new: int
    failures: int
    """Attempts that gave no page."""
    is_running: bool
    """It has not ended and gave a sign of life in the last five minutes."""

    @property
    def failed_share(self) -> float:
        """Share of its attempts that gave no page, 0 to 1."""
        tried = self.pages + self.failures
        return self.failures / tried if tried else 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Holdings:
    """An archive in numbers, all of one moment."""

    reports: int
    """Without those that were merged into others."""
    copies: int
    """Places where they stand now."""
    sites: int
    """Hosts that copies came from."""
    years: tuple[tuple[int, int], ...]
    """(year of the earliest dated copy, reports), the earliest first."""
    undated: int
    """Reports of which no copy states a date that can be read."""
    genres: tuple[tuple[str, int], ...]
    """(genre, reports), the commonest first."""
    scripts: tuple[tuple[str, int], ...]
    states: tuple[tuple[str, int], ...]
    """(what became of them, URLs), the commonest first."""
    newest: tuple[Line, ...]
    """Filed last, the latest first."""
    most_copied: tuple[Line, ...]
    runs: tuple[RunLine, ...]
    """The latest first."""
    last_capture_at: datetime | None
    schema: int
    """Version of the tables; 0 where it is not stated."""

    @property
    def is_older(self) -> bool:
        """Say whether an older Gongwen made the tables, so that some pages cannot be made of them."""
        return self.schema < SCHEMA_VERSION

    @property
    def is_newer(self) -> bool:
        """Say whether a newer Gongwen made the tables: what it added is not shown."""
        return self.schema > SCHEMA_VERSION

    @property
    def is_empty(self) -> bool:
        """Say whether no report was filed yet."""
        return self.reports == 0


def holdings(conn: sqlite3.Connection, *, now: datetime) -> Holdings:
    """Count what the archive holds; `now` tells runs that are at work from dead ones.

    Call it inside a read transaction, as `archive.datasette.archives.ask` does, for numbers that agree.
    """
    years, genres, scripts = (_sums(conn, value) for value in (_YEAR, "genre_id", _SCRIPT))
    undated = years.pop(None, 0)
    return Holdings(
        reports=years.total() + undated,
        copies=_copies(conn),
        sites=_sites(conn),
        years=tuple(sorted((int(year), reports) for year, reports in years.items() if year)),
        undated=undated,
        genres=_named(conn, genres),
        scripts=tuple((script, reports) for script, reports in scripts.most_common() if script),
        states=tuple((state[:LABEL_CHARS], urls) for state, urls in conn.execute(_STATES)),
        newest=_lines(conn, "ORDER BY id DESC"),
        most_copied=_lines(conn, "AND copies > 1 ORDER BY copies DESC, id"),
        runs=_runs(conn, now=now),
        last_capture_at=_last_capture(conn),
        schema=_schema(conn),
    )


def genre_names(conn: sqlite3.Connection) -> tuple[str, ...]:
    """Give the names of the genres that an archive knows, for a list to choose from; a hundred at most."""
    sql = f"SELECT CAST(substr(name, 1, {LABEL_CHARS}) AS TEXT) FROM genres ORDER BY id LIMIT 100"  # noqa: S608 - ours
    return tuple(name for (name,) in conn.execute(sql))


def _number(value: object) -> int:
    """Give a sum of rows that another hand may have written; 0 for what is no number."""
    return int(value) if isinstance(value, int | float) else 0


def _sums(conn: sqlite3.Connection, value: str) -> Counter[Any]:
    """Count the reports that stand, by a value of them: all, less the few that were merged into others."""
    sums = Counter(dict(conn.execute(f"SELECT {value}, count(*) FROM reports GROUP BY 1").fetchall()))  # noqa: S608
    # `+`: grouped by the value's own index, every row would be fetched to see whether it was merged
    merged = f"SELECT +({value}), count(*) FROM reports WHERE merged_into_id > 0 GROUP BY 1"  # noqa: S608 - ours
    sums.subtract(dict(conn.execute(merged).fetchall()))
    return +sums


def _copies(conn: sqlite3.Connection) -> int:
    counted = "SELECT sum(copies) FROM reports"
    merged = conn.execute(f"{counted} WHERE merged_into_id > 0").fetchone()[0]
    return _number(conn.execute(counted).fetchone()[0]) - _number(merged)


def _sites(conn: sqlite3.Connection) -> int:
    sql = "SELECT count(*) FROM sites WHERE EXISTS (SELECT 1 FROM copies WHERE copies.site_id = sites.id)"
    return _number(conn.execute(sql).fetchone()[0])


def _named(conn: sqlite3.Connection, genres: Counter[int | None]) -> tuple[tuple[str, int], ...]:
    names = dict(conn.execute(f"SELECT id, CAST(substr(name, 1, {LABEL_CHARS}) AS TEXT) FROM genres").fetchall())  # noqa: S608
    return tuple((names[number], reports) for number, reports in genres.most_common() if number in names)


def _lines(conn: sqlite3.Connection, order: str) -> tuple[Line, ...]:
    rows = conn.execute(f"{_LINES} {order} LIMIT {LISTED}")
    return tuple(
        Line(public_id=public_id, title=title, opening=opening, copies=copies, sites=sites, first_published_on=first)
        for public_id, title, copies, sites, first, opening in rows
    )


def _runs(conn: sqlite3.Connection, *, now: datetime) -> tuple[RunLine, ...]:
    found: list[RunLine] = []
    for label, started, finished, heartbeat, reason, pages, reports, failures in conn.execute(_RUNS):
        seen_at = _instant(heartbeat)
        found.append(
            RunLine(
                label=label, started_at=_instant(started), finished_at=_instant(finished), finish_reason=reason,
                pages=_number(pages), reports_new=_number(reports), failures=failures,
                is_running=finished is None and seen_at is not None and now - seen_at < DEAD_AFTER,
            )
        )  # fmt: skip
    return tuple(found)


def _last_capture(conn: sqlite3.Connection) -> datetime | None:
    row = conn.execute("SELECT fetched_at FROM captures ORDER BY id DESC LIMIT 1").fetchone()
    return _instant(row[0]) if row else None


def _instant(text: object) -> datetime | None:
    """Read an instant of ours; None for what another hand wrote there."""
    try:
        return from_text(text) if isinstance(text, str) else None
    except ValueError:
        return None


def _schema(conn: sqlite3.Connection) -> int:
    row = conn.execute("SELECT value FROM archive_info WHERE name = 'schema_version'").fetchone()
    return int(row[0]) if row and str(row[0]).isdecimal() else 0
