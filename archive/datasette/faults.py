"""Datasette's refusals told on a page of ours: nothing at an address, a filter that is none, a query without end.

Datasette itself prints each of them into the log with every variable of every frame, which takes a second of CPU a
mistyped address; what it did not expect is left to it.
"""

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any

from datasette.utils.asgi import Base400, Forbidden, Response  # type: ignore[import-untyped]  # has no annotations
from datasette.views.base import DatasetteError  # type: ignore[import-untyped]  # as above

from archive.datasette.pages import fault

if TYPE_CHECKING:
    from datasette.app import Datasette  # type: ignore[import-untyped]  # as above

Request = Any
MOST_CHARS = 500
"""Characters of a refusal that are shown: it may hold what was typed."""
HEADS = {400: "无法回答这个问题", 403: "不允许", 404: "没有找到", 405: "不允许"}
INTERRUPTED = "SQL query took too long. The time limit is controlled by the setting sql_time_limit_ms."


def told_fault(
    datasette: "Datasette", request: Request, exception: Exception
) -> Callable[[], Awaitable[Any]] | None:
    """Give what answers an expected refusal; None for any other exception."""
    if isinstance(exception, Forbidden) or not isinstance(exception, (Base400, DatasetteError)):
        return None
    # `Cannot sort table by x` is a 500 of 0.65: what Datasette itself refuses is a fault of the question all the same.
    status = exception.status if exception.status < 500 else 400
    said = _said(exception)
    path = request.path

    async def answer() -> Any:  # noqa: ANN401 - a Response of datasette
        if path.endswith(".json"):
            body = {"ok": False, "error": said, "errors": [said], "status": status, "title": None}
            return Response.json(body, status=status)
        if path.endswith((".csv", ".jsono", ".txt")):
            return Response.text(said, status=status)
        return await fault(datasette, request, status=status, told=(HEADS.get(status, "出错"), said))

    return answer


def _said(exception: Exception) -> str:
    """Give the words of a refusal as plain text; those that Datasette made as HTML are said in ours."""
    if getattr(exception, "message_is_html", False):
        return INTERRUPTED
    words = getattr(exception, "message", None) or (exception.args[0] if exception.args else "")
    return str(words)[:MOST_CHARS] or "Nothing stands at this address."
