"""Dates and counts that lines of a dump state, as facts. Which lines: the readers beside this module."""

from collections.abc import Iterable
from datetime import datetime

from cleaners.facts.dates import read_date
from cleaners.platforms.platform import Sheet
from cleaners.reading import StatedDate
from cleaners.regex import regex

RENDERED = regex(
    r"GMT\s*(?P<sign>[+-])\s*(?P<hours>\d{1,2})(?:[.:](?P<minutes>\d{1,2}))?\s*,\s*(?P<year>\d{4})[-/](?P<month>\d{1,2})[-/](?P<day>\d{1,2})"
    r"\s+(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::(?P<second>\d{2}))?"
)
"""`GMT+8, 2024-11-18 14:36`: when Discuz made the page, with its zone; bounded."""


def rendered(lines: Iterable[str]) -> StatedDate | None:
    """Give when the software says that it made the page; None where it does not."""
    for line in lines:
        match = RENDERED.search(line)
        if match:
            day = f"{int(match['year']):04d}-{int(match['month']):02d}-{int(match['day']):02d}"
            time = f"{int(match['hour']):02d}:{int(match['minute']):02d}"  # digits may be of full width
            time += f":{int(match['second']):02d}" if match["second"] else ""
            half = 30 if match["minutes"] in ("5", "50", "30") else 0
            zone = f"{match['sign']}{int(match['hours']):02d}:{half:02d}"
            precision = "second" if match["second"] else "minute"
            at = f"{day}T{time}{zone}"
            return StatedDate(kind="rendered", stated=match[0], at=at, precision=precision, where="footer")
    return None


def stated(sheet: Sheet, words: str, *, kind: str, where: str, seen_at: str | None = None) -> StatedDate:
    """Read a date as printed; relative ones count from when the page was fetched, else from `seen_at` (ISO 8601)."""
    moment = sheet.page.fetched_at or (datetime.fromisoformat(seen_at) if seen_at else None)
    return read_date(words, kind=kind, zone=sheet.hints.zone, fetched_at=moment, where=where)
