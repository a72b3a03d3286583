"""The Datasette plugin: Chinese search in the stock box, safe links, labels of foreign keys, security headers.

Loaded by every Datasette in the environment (an entry point), so it acts on archives only.
"""

import sqlite3
from collections.abc import Awaitable, Callable, Iterator
from functools import cache, partial
from typing import TYPE_CHECKING, Any

import markupsafe
from datasette import hookimpl  # type: ignore[import-untyped]  # datasette carries no annotations

from archive.bigrams import VERSION, match_query
from archive.datasette.archives import archive_of
from archive.datasette.facets import SiteFacet, YearsFacet, narrowed
from archive.datasette.faults import told_fault
from archive.datasette.headers import App, Receive, Scope, Send, guarded
from archive.datasette.layout import add_templates
from archive.datasette.pages import View
from archive.datasette.result_links import linked
from archive.datasette.routes import routes_of
from archive.datasette.stillness import refuse_written, wrong_pages
from archive.datasette.told import metadata_of, queries_of, tell
from archive.datasette.words_told import told_cell
from archive.schema import TABLES
from archive.search import version_of
from archive.snippet import snippet

if TYPE_CHECKING:
    from datasette.app import Datasette  # type: ignore[import-untyped]  # as above
    from jinja2 import Environment

NOTHING = '""'
"""An FTS5 expression that is valid and matches nothing."""
LINK_CHARS = 80
"""Characters of an address or label that a cell shows; the label of a passage is all of it."""
CELL_CHARS = 300_000
"""Characters that a cell of a row's own page shows: about 1 MB of Chinese."""


@hookimpl(trylast=True)  # type: ignore[untyped-decorator]  # as above
def prepare_connection(conn: sqlite3.Connection) -> None:
    """Add our functions; in an archive, let the stock search box cut its query as the index was cut.

    Last, because Datasette's own hook registers its `escape_fts` too, and the later one holds.
    """
    asked = partial(zh_query, version=version_of(conn))
    conn.create_function("zh_query", 1, asked, deterministic=True)
    conn.create_function("zh_snippet", 2, zh_snippet, deterministic=True)
    if conn.execute("SELECT 1 FROM sqlite_master WHERE name = 'archive_info'").fetchone():
        conn.create_function("escape_fts", 1, asked, deterministic=True)


def zh_query(query: object, *, version: str = VERSION) -> str:
    """Write what a person typed as an FTS5 expression, always a valid one."""
    return match_query(str(query or ""), version=version) or NOTHING


def zh_snippet(text: object, query: object) -> str:
    """Cut the places of a query's terms out of a text, between « and »; plain text, to be escaped by who shows it."""
    return snippet(str(text or ""), str(query or ""))


@hookimpl  # type: ignore[untyped-decorator]  # as above
def startup(datasette: "Datasette") -> Callable[[], Awaitable[None]]:
    """Refuse to show an archive as still while it is being written; tell Datasette 1.0 what there is to ask."""
    refuse_written(datasette)
    return lambda: tell(datasette)


@hookimpl  # type: ignore[untyped-decorator]  # as above
def get_metadata(datasette: "Datasette") -> dict[str, Any]:
    """Tell Datasette 0.65 what the archives hold; 1.0 has no such hook."""
    return metadata_of(datasette)


@hookimpl  # type: ignore[untyped-decorator]  # as above
def canned_queries(datasette: "Datasette", database: str) -> Callable[[], Awaitable[dict[str, Any]]]:
    """Give Datasette 0.65 the questions that an archive can answer; 1.0 has no such hook."""
    return lambda: queries_of(datasette, database)


@hookimpl  # type: ignore[untyped-decorator]  # as above
def register_routes(datasette: "Datasette") -> list[tuple[str, View]]:
    """Add our pages where an archive is served."""
    return routes_of(datasette)


@hookimpl  # type: ignore[untyped-decorator]  # as above
def prepare_jinja2_environment(env: "Environment", datasette: "Datasette") -> None:
    """Let Datasette find our templates."""
    add_templates(env, datasette)


@hookimpl  # type: ignore[untyped-decorator]  # as above
def register_facet_classes() -> list[type]:
    """Add facets by site and by the years that texts speak of; they count in archives alone."""
    return [SiteFacet, YearsFacet]


@hookimpl  # type: ignore[untyped-decorator]  # as above
def filters_from_request(request: Any, database: str, table: str, datasette: "Datasette") -> Any:  # noqa: ANN401
    """Let a list of reports be narrowed to a site, or to a year that texts speak of."""
    return narrowed(datasette, request, database, table)


@hookimpl  # type: ignore[untyped-decorator]  # as above
def render_cell(  # noqa: PLR0913, PLR0917 - as datasette calls it
    row: object, value: object, column: str, table: str | None, database: str, datasette: "Datasette"
) -> str | None:
    """Link http(s) addresses without telling them where the reader comes from; label foreign keys; tell people's words.

    Whatever is not given back here, Datasette escapes and shows as text.
    """
    told = told_cell(row, table, column, value)
    if told is not None:
        return told
    leads = linked(datasette, database, column, value) if table is None else None
    if leads is not None:
        return leads
    target = _foreign_keys().get((table or "", column))
    if isinstance(value, dict) and {"value", "label"} <= set(value):
        return _labelled(datasette, database, target, value)
    if target is not None and isinstance(value, int):  # the page of one row does not look labels up
        href = datasette.urls.row(database, target, str(value))
        return markupsafe.Markup('<a href="{}">{}</a>').format(href, value)
    return _external(value.strip()) or _cut(value) if isinstance(value, str) else None


def _external(value: str) -> str | None:
    """Make a link of an address; None for anything else, `javascript:` and addresses with white space among it."""
    if not value.startswith(("http://", "https://")) or any(character.isspace() for character in value):
        return None
    link = markupsafe.Markup('<a href="{}" rel="noreferrer noopener nofollow external">{}</a>')
    return link.format(value, _short(value))


def _cut(value: str) -> str | None:
    """Cut what is longer than any report, so that its page opens: a title may have megabytes; None for all else."""
    if len(value) <= CELL_CHARS:
        return None
    return markupsafe.escape(f"{value[:CELL_CHARS]}… （共 {len(value):,} 字符，全文见 JSON；all of it: JSON）")


def _short(value: str) -> str:
    return value if len(value) <= LINK_CHARS else value[: LINK_CHARS - 1] + "…"


def _labelled(datasette: "Datasette", database: str, target: str | None, value: dict[str, Any]) -> str | None:
    """Link a foreign key by its label; by its number where the row it leads to has none."""
    if target is None:
        return None
    label, number = value["label"], value["value"]
    href = datasette.urls.row(database, target, str(number))
    told = _short(str(label or "").strip() or "—")
    return markupsafe.Markup('<a href="{}">{}</a>&nbsp;<em>{}</em>').format(href, told, number)


@cache
def _foreign_keys() -> dict[tuple[str, str], str]:
    """Give the table that each foreign key leads to."""
    found: dict[tuple[str, str], str] = {}
    for table in TABLES:
        for column in table.columns:
            _, is_reference, rest = column.sql.partition("REFERENCES ")
            if is_reference:
                found[table.name, column.name] = rest.partition("(")[0].strip('" ')
    return found


@hookimpl(hookwrapper=True)  # type: ignore[untyped-decorator]  # as above
def handle_exception(
    datasette: "Datasette", request: Any, exception: Exception  # noqa: ANN401 - as datasette calls it
) -> Iterator[None]:
    """Tell refusals on a page of ours where an archive is served, in the place of all other answers.

    A wrapper, for Datasette asks everyone for an answer, and its own prints the trace although another is taken.
    """
    outcome: Any = yield
    ours = None if archive_of(datasette) is None else told_fault(datasette, request, exception)
    if ours is not None:
        outcome.force_result([ours])


@hookimpl  # type: ignore[untyped-decorator]  # as above
def asgi_wrapper(datasette: "Datasette") -> Callable[[App], App]:
    """Send every answer about an archive with headers that let archived content do nothing to its reader."""

    def wrap(app: App) -> App:
        safe = guarded(app, wrong_pages=lambda: wrong_pages(datasette))

        async def chosen(scope: Scope, receive: Receive, send: Send) -> None:
            await (app if archive_of(datasette) is None else safe)(scope, receive, send)

        return chosen

    return wrap
