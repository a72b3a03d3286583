"""What all pages of ours share: who may see them, their rendering, and what a reader is told when one cannot be made.

A page is an async function `(datasette, request) -> Response` under `@page`; which address leads to which stands in
`routes`. Data comes from modules of `archive`, through `archives.ask`.
"""

import functools
import sqlite3
from collections.abc import Awaitable, Callable, Mapping
from typing import TYPE_CHECKING, Any

from datasette.utils.asgi import Response  # type: ignore[import-untyped]  # datasette carries no annotations

from archive.datasette.archives import archive_of
from archive.datasette.headers import OUR_POLICY, POLICY_HEADER
from archive.errors import ArchiveError

if TYPE_CHECKING:
    from datasette.app import Datasette  # type: ignore[import-untyped]  # as above

Request = Any
View = Callable[["Datasette", Request], Awaitable[Any]]

NOT_HERE, TOO_LONG, UNREADABLE = 404, 503, 503
LONGEST_ADDRESS = 8_000
"""Bytes of a query string that is read: a pasted passage of 800 Han characters takes 7,200."""


class NotHere(Exception):
    """What was asked for is not in the archive; the message says what, in words for a reader."""


def page(view: View) -> View:
    """Make a page of a view: only for who may see the archive; whatever goes wrong becomes a page that says so."""

    @functools.wraps(view)
    async def seen(datasette: "Datasette", request: Request) -> Any:  # noqa: ANN401 - datasette carries no annotations
        database = archive_of(datasette)
        if database is None:
            return Response.text("no archive of Gongwen is served here", status=NOT_HERE)
        await _permit(datasette, request, database.name)
        if len(request.query_string) > LONGEST_ADDRESS:
            return await fault(datasette, request, status=414, told=("地址太长", "The address is too long."))
        try:
            return await view(datasette, request)
        except NotHere as missing:
            return await fault(datasette, request, status=NOT_HERE, told=("没有找到", str(missing)))
        except (sqlite3.DatabaseError, ArchiveError) as error:
            status, *told = _told(error)
            return await fault(datasette, request, status=int(status), told=(str(told[0]), str(told[1])))

    return seen


async def render(
    datasette: "Datasette", request: Request, template: str, context: Mapping[str, object], *, status: int = 200
) -> Any:  # noqa: ANN401 - a Response of datasette
    """Render a template of ours; the frame is there as `gongwen` by itself."""
    text = await datasette.render_template(template, dict(context), request=request)
    return Response.html(text, status=status, headers={POLICY_HEADER: OUR_POLICY})


async def fault(
    datasette: "Datasette", request: Request, *, status: int, told: tuple[str, str]
) -> Any:  # noqa: ANN401 - a Response of datasette
    """Answer with a page that says in both languages what could not be done."""
    return await render(datasette, request, "gongwen_fault.html", {"told": told, "status": status}, status=status)


async def _permit(datasette: "Datasette", request: Request, database: str) -> None:
    """Raise Datasette's Forbidden for a reader who may not see the archive; 0.65 and 1.0 ask in different words."""
    if hasattr(datasette, "ensure_permissions"):
        await datasette.ensure_permissions(request.actor, [("view-database", database), "view-instance"])
        return
    # Datasette 1.0 alone has this module.
    from datasette.resources import DatabaseResource  # type: ignore[import-untyped,import-not-found,unused-ignore]  # noqa: PLC0415

    resource = DatabaseResource(database=database)
    await datasette.ensure_permission(action="view-database", resource=resource, actor=request.actor)


def _told(error: Exception) -> tuple[int, str, str]:
    """Give status and words for a fault of the database."""
    said = str(error)
    if "interrupted" in said:
        return TOO_LONG, "查询超时", "This took too long and was stopped; ask for something rarer, or for fewer years."
    if "no such column" in said or "no such table" in said:
        return UNREADABLE, "档案版本较旧", (
            "This archive was made by an older Gongwen: its tables can be browsed, this page cannot be made of them."
            " A command that writes, as `gongwen crawl`, brings it up to date."
        )
    return UNREADABLE, "暂时无法读取档案", f"The archive cannot be read now: {said}"
