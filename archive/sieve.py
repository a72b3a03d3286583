"""What the facts of a query ask of a report, as conditions of SQL. Words, order and pages are the engine's business."""

import re
from dataclasses import dataclass

from archive.errors import BadQuery
from archive.question import Query


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """A condition on a row of `reports`, with the values of its places."""

    sql: str
    values: tuple[object, ...]


_OF_SITE = (
    "reports.id IN (SELECT copies.report_id FROM copies JOIN sites ON sites.id = copies.site_id"
    " WHERE sites.host = ? AND copies.is_current)"
)
_OF_GENRE = "reports.genre_id = (SELECT id FROM genres WHERE name = ?)"
# Years stand in order: the first and the last one spare most reports the reading of the list
_OF_YEARS = (
    "substr(reports.period, 3, 4) <= ? AND substr(reports.period, -6, 4) >= ? AND (length(reports.period) = 8"
    " OR EXISTS (SELECT 1 FROM json_each(iif(json_valid(reports.period), reports.period, '[]')) AS year"
    " WHERE year.value BETWEEN ? AND ?))"
)
# A year, a month or a day in digits of ASCII: nothing repeats without bound, and no part can begin as another ends.
_DATE = re.compile(r"[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?")


def conditions(facts: Query) -> list[Condition]:
    """Give what a query's facts ask of a report; empty where they ask for nothing. Raises BadQuery."""
    found: list[Condition] = []
    for sql, value in ((_OF_SITE, (facts.site or "").strip().lower()), (_OF_GENRE, (facts.genre or "").strip()),
                       ("reports.script = ?", (facts.script or "").strip())):  # fmt: skip
        if value:
            # What SQLite cannot take, a lone surrogate, is in no row either
            found.append(Condition(sql=sql, values=(value.encode("utf-8", "replace").decode(),)))
    if facts.year_from is not None or facts.year_to is not None:
        first_year, last_year = _year(facts.year_from, 0), _year(facts.year_to, 9999)
        found.append(Condition(sql=_OF_YEARS, values=(last_year, first_year, first_year, last_year)))
    if first := _date("published_from", facts.published_from):
        found.append(Condition(sql="reports.first_published_on >= ?", values=(first,)))
    if last := _date("published_to", facts.published_to):
        # What begins with that year, month or day is within: `~` stands behind every digit, `-` and `T`
        found.append(Condition(sql="reports.first_published_on < ?", values=(f"{last}~",)))
    if facts.has_copies is not None:
        found.append(Condition(sql=f"reports.copies {'>' if facts.has_copies else '<='} 1", values=()))
    return found


def _year(year: int | None, otherwise: int) -> str:
    """Give a year as periods have it."""
    return f"{max(0, min(otherwise if year is None else year, 9999)):04d}"


def _date(name: str, value: str | None) -> str:
    """Give a date as dates of reports begin; BadQuery where it is none."""
    text = (value or "").strip()
    if text and not _DATE.fullmatch(text):
        raise BadQuery(f"{name} {text[:40]!r} is no date: write 2021-03-05, 2021-03 or 2021")
    return text
