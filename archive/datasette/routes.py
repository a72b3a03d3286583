"""Which address leads to which page of ours. A page module is named here once; Datasette's own pages stay beside."""

from typing import TYPE_CHECKING, Any

from datasette.utils.asgi import Response  # type: ignore[import-untyped]  # datasette carries no annotations

from archive.datasette import compare_page, copy_page, home, reading, report_page, search_page
from archive.datasette.archives import archive_of
from archive.datasette.frame import STYLE, style_sheet
from archive.datasette.headers import ROBOTS
from archive.datasette.pages import View

if TYPE_CHECKING:
    from datasette.app import Datasette  # type: ignore[import-untyped]  # as above

A_DAY = {"cache-control": "public, max-age=86400"}
"""The address of the style sheet changes with it."""


async def style(datasette: "Datasette", request: Any) -> Any:  # noqa: ANN401 - as datasette calls it
    """Answer with the style sheet, the same file however the plugin was registered."""
    return Response(style_sheet(), content_type="text/css; charset=utf-8", headers=A_DAY)


async def robots(datasette: "Datasette", request: Any) -> Any:  # noqa: ANN401 - as datasette calls it
    """Ask web crawlers to leave the archive alone."""
    return Response.text(ROBOTS)


PAGES: tuple[tuple[str, View], ...] = (
    (r"^/$", home.home),
    (r"^/search$", search_page.search),
    (r"^/report/(?P<id>[^/.]+)(?:\.(?P<form>[a-z]+))?$", report_page.report),
    (r"^/copy/(?P<name>.+)$", copy_page.copy),
    (r"^/compare$", compare_page.compare),
    (f"^{reading.STYLE}$", reading.style),
)
"""Pattern of a path, and its page; each begins with its whole first part, so that none can take another's."""


def routes_of(datasette: "Datasette") -> list[tuple[str, View]]:
    """Give the routes of a Datasette that serves an archive; none for any other."""
    if archive_of(datasette) is None:
        return []
    return [(f"^{STYLE}$", style), (r"^/robots\.txt$", robots), *PAGES]
