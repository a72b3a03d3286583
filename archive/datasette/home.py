"""The first page of a served archive: what it holds. What it says is counted in `archive.holdings`."""

from typing import TYPE_CHECKING, Any

from archive.datasette.pages import page, render

if TYPE_CHECKING:
    from datasette.app import Datasette  # type: ignore[import-untyped]  # datasette carries no annotations


@page
async def home(datasette: "Datasette", request: Any) -> Any:  # noqa: ANN401 - datasette carries no annotations
    """Show what this archive holds."""
    return await render(datasette, request, "gongwen_home.html", {})
