"""The page of results: a form that asks `archive.finding`, one card a report. What is found is decided there."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from archive.datasette.archives import ask
from archive.datasette.home import SCRIPTS
from archive.datasette.pages import page, render
from archive.errors import BadQuery
from archive.finding import Found, Order, Query, find
from archive.holdings import genre_names

if TYPE_CHECKING:
    from datasette.app import Datasette  # type: ignore[import-untyped]  # datasette carries no annotations

ON_A_PAGE, LAST_PAGE = 20, 5_000
TITLE_CHARS = 300
ORDERS = {
    Order.BEST: ("相关度", "best match"), Order.NEWEST: ("从新到旧", "newest"), Order.OLDEST: ("从旧到新", "oldest"),
    Order.COPIES: ("副本最多", "most copies"),
}  # fmt: skip
FIELDS = ("q", "genre", "script", "site", "from", "to", "year_from", "year_to", "copies", "order")
"""What the form sends, as it stands in the address; `page` beside."""
MOST_CHARS = {"q": 800}
"""Characters of a field that are read; of the others 100."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A form as it was filled in: what can be asked, and which fields could not be understood."""

    typed: Mapping[str, str]
    query: Query
    page: int
    odd: tuple[str, ...]
    """Fields that say nothing we understand; they are left out of the query."""

    def to_page(self, number: int) -> str:
        """Give the query string of another page of the same results."""
        said = {name: value for name, value in self.typed.items() if value}
        return urlencode(said | ({"page": str(number)} if number > 1 else {}))


@page
async def search(datasette: "Datasette", request: Any) -> Any:  # noqa: ANN401 - datasette carries no annotations
    """Show the form, and what is found where anything was asked."""
    asked = read_form(request.args)
    genres = await ask(datasette, genre_names)
    found, wrong = None, None
    if any(asked.typed[name] for name in FIELDS if name != "order"):
        try:
            found = await ask(datasette, lambda conn: find(conn, asked.query))
        except BadQuery as error:  # a date that is none: said beside the form, with what was typed in it
            wrong = str(error)
    context = {
        "asked": asked, "found": found, "wrong": wrong, "genres": genres, "scripts": SCRIPTS, "orders": ORDERS,
        "pages": pages_of(found, asked), "title_chars": TITLE_CHARS, "on_a_page": ON_A_PAGE,
    }  # fmt: skip
    return await render(datasette, request, "gongwen_search.html", context)


def read_form(args: Any) -> Asked:  # noqa: ANN401 - datasette's multi-dict
    """Read the address of a search; whatever cannot be understood is named and left out, never an error."""
    typed = {name: str(args.get(name) or "").strip()[: MOST_CHARS.get(name, 100)] for name in FIELDS}
    odd: list[str] = []
    numbers = {name: _number(typed[name], name, odd) for name in ("year_from", "year_to")}
    order = next((order for order in Order if order == typed["order"]), Order.BEST)
    number = _number(str(args.get("page") or "1"), "page", odd) or 1
    number = max(1, min(number, LAST_PAGE))
    query = Query(
        text=typed["q"], site=typed["site"] or None, genre=typed["genre"] or None, script=typed["script"] or None,
        year_from=numbers["year_from"], year_to=numbers["year_to"], published_from=typed["from"] or None,
        published_to=typed["to"] or None, has_copies={"yes": True, "no": False}.get(typed["copies"]), order=order,
        limit=ON_A_PAGE, offset=(number - 1) * ON_A_PAGE,
    )  # fmt: skip
    return Asked(typed=typed, query=query, page=number, odd=tuple(odd))


def _number(text: str, name: str, odd: list[str]) -> int | None:
    """Read a year or page of up to four digits; what is none is noted in `odd`."""
    if not text:
        return None
    if text.isascii() and text.isdecimal() and len(text) <= 4:
        return int(text)
    odd.append(name)
    return None


def pages_of(found: Found | None, asked: Asked) -> Mapping[str, str]:
    """Give the query strings of the page before and after, where there are such."""
    if found is None:
        return {}
    last = min(LAST_PAGE, -(-found.total // ON_A_PAGE))
    before = {"before": asked.to_page(asked.page - 1)} if asked.page > 1 else {}
    return before | ({"after": asked.to_page(asked.page + 1)} if asked.page < last else {})
