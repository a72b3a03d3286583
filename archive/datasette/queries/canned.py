"""What a ready-made query is, and the pieces of SQL that several share. The queries stand in the modules beside."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Canned:
    """A question that readers ask first, with the SQL that answers it: read only, with a limit, for any archive.

    What a reader leaves out of its parameters comes as empty text, and must mean "all of them" or nothing at all.
    """

    name: str
    """In its address; never changed, as people keep links."""
    chinese: str
    english: str
    tells_chinese: str
    """One or two sentences: what is counted, and what an empty box means."""
    tells_english: str
    sql: str
    params: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        """Give both names, the Chinese one first."""
        return f"{self.chinese} {self.english}"

    @property
    def description(self) -> str:
        """Give what it tells, in both languages."""
        return f"{self.tells_chinese} {self.tells_english}"


UNDATED = "无日期 undated"
"""What stands for the year of what has no date: a row of its own, never left out of the sum."""


def held(column: str, table: str = "copies") -> str:
    """Give SQL for a value of a copy: what a person asserted, else what the page states."""
    asserted = f"iif(json_valid({table}.asserted), {table}.asserted, null)"
    return f"coalesce(json_extract({asserted}, '$.{column}.value'), {table}.{column})"


def year(date: str) -> str:
    """Give SQL for the year of a date; the word for undated ones where it has none."""
    return f"iif({date} glob '[0-9][0-9][0-9][0-9]*', substr({date}, 1, 4), '{UNDATED}')"


def years(table: str = "reports") -> str:
    """Give SQL for a table of the years that a report speaks of; no row where none is known, or the JSON is none."""
    return f"json_each(iif(json_valid({table}.period), {table}.period, '[]'))"


def share(part: str, whole: str) -> str:
    """Give SQL for a share in percent, of one decimal; null of nothing."""
    return f"round(100.0 * {part} / nullif({whole}, 0), 1)"


# A date counts as one of publication where a person gave it, or the page states it as that of posting or publishing;
# the date of a place is that of the text which stood there first (`archive.dating`).
COUNTS = """(copies.asserted is not null and json_valid(copies.asserted)
    and json_extract(copies.asserted, '$.published_on.value') is not null
  or copies.date_kind in ('posted', 'published') and copies.published_on is not null and (copies.version = 1
    or exists (select 1 from copies as first where first.document_id = copies.document_id
      and first.position = copies.position and first.part = copies.part and first.version = 1
      and first.report_id = copies.report_id)))"""
DATED = f"iif({COUNTS}, {held('published_on')}, null)"
"""SQL for the date of publication of a copy; null = undated."""
