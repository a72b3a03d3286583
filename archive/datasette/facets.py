"""Two facets of the list of reports that Datasette has not: the sites where reports stand, and the years they speak of.

`?_site=HOST` and `?_year=YEAR` are the filters behind them. They ask in one pass what the stock facet and filter of
JSON lists ask by sorting every column of every row, and by taking every list apart for each of a page's statements.
"""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl

from datasette.database import QueryInterrupted  # type: ignore[import-untyped]  # datasette carries no annotations
from datasette.facets import Facet  # type: ignore[import-untyped]  # as above
from datasette.filters import FilterArguments  # type: ignore[import-untyped]  # as above
from datasette.utils import path_with_added_args, path_with_removed_args  # type: ignore[import-untyped]  # as above

from archive.datasette.archives import is_archive_database
from archive.datasette.queries.canned import years

if TYPE_CHECKING:
    from datasette.app import Datasette  # type: ignore[import-untyped]  # as above

TABLE = "reports"
OF_SITE = """
select sites.host as value, counted.reports as count from (
  select site_id, count(*) as reports from (
    select distinct copies.site_id, copies.report_id from ({rows}) as shown
    join copies on copies.report_id = shown.id where copies.is_current
  ) group by site_id
) as counted join sites on sites.id = counted.site_id order by counted.reports desc, sites.host limit {limit}
"""
OF_YEARS = f"""
select year.value as value, count(distinct shown.id) as count from ({{rows}}) as shown join {years("shown")} as year
group by year.value order by count desc, year.value desc limit {{limit}}
"""  # noqa: S608 - constants of ours
IS_ON_SITE = (
    "id in (select report_id from copies where is_current"
    " and site_id = (select sites.id from sites where sites.host = :gongwen_site))"
)
SPEAKS_OF = """instr(period, '"' || :gongwen_year || '"')"""
"""Periods are lists of years as JSON strings, and nothing else."""


class _Ours(Facet):  # type: ignore[misc]  # datasette carries no annotations
    """A facet of reports by a statement of ours; what differs stands in the classes below."""

    sql_of_values: str
    argument: str
    """The filter that a value leads to."""

    async def suggest(self) -> list[dict[str, Any]]:
        """Suggest nothing: both are configured."""
        return []

    async def facet_results(self) -> tuple[list[dict[str, Any]], list[str]]:
        """Count a page's reports by value; the names of facets that took too long come second."""
        found: list[dict[str, Any]] = []
        slow: list[str] = []
        for settled in self.get_configs() if self.table == TABLE else ():
            name = settled["config"].get("column") or settled["config"]["simple"]
            try:
                found.append(await self._counted(name, is_hideable=settled["source"] != "metadata"))
            except QueryInterrupted:
                slow.append(name)
        return found, slow

    async def _counted(self, name: str, *, is_hideable: bool) -> dict[str, Any]:
        size = self.get_facet_size()
        sql = self.sql_of_values.format(rows=self.sql, limit=size + 1)
        limit_ms = self.ds.setting("facet_time_limit_ms")
        rows = (await self.ds.execute(self.database, sql, self.params, truncate=False, custom_time_limit=limit_ms)).rows
        without = path_with_removed_args(self.request, {f"_facet_{self.type}": name})
        return {
            "name": name, "type": self.type, "results": list(self._values(rows[:size])), "hideable": is_hideable,
            "toggle_url": self.ds.urls.path(without), "truncated": len(rows) > size,
        }  # fmt: skip

    def _values(self, rows: list[Mapping[str, Any]]) -> Iterator[dict[str, Any]]:
        """Give each value with the address that adds or takes away its filter."""
        asked = parse_qsl(self.request.query_string, keep_blank_values=True)
        for row in rows:
            value = str(row["value"])
            is_selected = (self.argument, value) in asked
            change = path_with_removed_args if is_selected else path_with_added_args
            path = self.ds.urls.path(change(self.request, {self.argument: value}))
            yield {"value": value, "label": value, "count": row["count"], "selected": is_selected,
                   "toggle_url": self.ds.absolute_url(self.request, path)}  # fmt: skip


class SiteFacet(_Ours):
    """By the hosts where reports stand now; a report counts on each of its hosts."""

    type = "site"
    sql_of_values = OF_SITE
    argument = "_site"


class YearsFacet(_Ours):
    """By the years that texts speak of; a report counts in each of its years."""

    type = "years"
    sql_of_values = OF_YEARS
    argument = "_year"


def narrowed(datasette: "Datasette", request: Any, database: str, table: str) -> Any:  # noqa: ANN401 - datasette's own
    """Give the filters `?_site=HOST` and `?_year=YEAR` of a list of reports; None for any other page."""
    asked = {name: request.args.get(f"_{name}") for name in ("site", "year")}
    if not any(asked.values()) or table != TABLE or not is_archive_database(datasette.databases[database]):
        return None
    known = {"site": (IS_ON_SITE, "现存于 stands on {}"), "year": (SPEAKS_OF, "所述年份 speaks of {}")}
    given = {name: value for name, value in asked.items() if value}
    return FilterArguments(
        where_clauses=[known[name][0] for name in given],
        params={f"gongwen_{name}": value for name, value in given.items()},
        human_descriptions=[known[name][1].format(value) for name, value in given.items()],
    )
