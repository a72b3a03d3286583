"""The first page of a served archive: what it holds. What it says is counted in `archive.holdings`."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from archive.datasette.archives import archive_of, ask
from archive.datasette.pages import page, render
from archive.holdings import Holdings, holdings

if TYPE_CHECKING:
    from datasette.app import Datasette  # type: ignore[import-untyped]  # datasette carries no annotations

MOST_YEARS = 30
"""Years of the chart, the latest ones; those before are one bar."""
MOST_GENRES = 24
STATES = {
    "pending": ("待取", "pending"), "fetched": ("已取未读", "fetched, unread"), "archived": ("已存", "archived"),
    "unchanged": ("未变", "unchanged"), "refused": ("网站拒绝", "refused by the site"), "listed": ("目录页", "lists"),
    "quarantined": ("隔离", "quarantined"), "failed": ("失败", "failed"), "skipped": ("跳过", "skipped"),
}  # fmt: skip
"""States of a URL in both languages."""
SCRIPTS = {"simplified": ("简体", "simplified"), "traditional": ("繁体", "traditional"), "mixed": ("混用", "mixed")}
ENDS = {
    "finished": ("完成", "finished"), "interrupted": ("中断", "interrupted"), "limit": ("到达上限", "limit reached"),
    "disk_full": ("磁盘已满", "disk full"), "error": ("出错", "error"),
}  # fmt: skip
"""How a run ended."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """A bar of a chart: its name in both languages, its number, its length in percent, and where it leads."""

    label: str
    english: str
    number: int
    percent: float
    query: str | None = None
    """Query string of the search that finds what is counted."""


@page
async def home(datasette: "Datasette", request: Any) -> Any:  # noqa: ANN401 - datasette carries no annotations
    """Show what this archive holds."""
    held = await ask(datasette, lambda conn: holdings(conn, now=datetime.now(UTC)))
    context = {
        "held": held,
        "years": year_bars(held),
        "states": bars([(*STATES.get(state, (state, state)), urls, None) for state, urls in held.states]),
        "genres": bars([(genre, "", reports, urlencode({"genre": genre}))
                        for genre, reports in held.genres[:MOST_GENRES]]),
        "scripts": bars([(*SCRIPTS.get(script, (script, "")), reports, urlencode({"script": script}))
                         for script, reports in held.scripts]),
        "ends": ENDS,
        "is_still": not archive_of(datasette).is_mutable,  # type: ignore[union-attr]  # there is one: it was asked
    }  # fmt: skip
    return await render(datasette, request, "gongwen_home.html", context)


def year_bars(held: Holdings) -> tuple[Bar, ...]:
    """Give a bar a year, with the empty years between; earlier ones and undated reports have a bar of their own."""
    if not held.years:
        return ()
    counts = dict(held.years)
    last = max(counts)
    first = max(min(counts), last - MOST_YEARS + 1)
    rows: list[tuple[str, str, int, str | None]] = []
    before = sum(reports for year, reports in held.years if year < first)
    if before:
        rows.append((f"{first} 年以前", f"before {first}", before, urlencode({"to": first - 1})))
    rows += [(str(year), "", counts.get(year, 0), urlencode({"from": year, "to": year}))
             for year in range(first, last + 1)]  # fmt: skip
    if held.undated:
        rows.append(("无日期", "undated", held.undated, None))
    return bars(rows)


def bars(rows: Sequence[tuple[str, str, int, str | None]]) -> tuple[Bar, ...]:
    """Make bars of (label, English, number, query), the longest of them 100 %."""
    longest = max((number for _, _, number, _ in rows), default=0)
    return tuple(
        Bar(label=label, english=english, number=number, query=query,
            percent=round(100 * number / longest, 1) if longest else 0.0)
        for label, english, number, query in rows
    )  # fmt: skip
