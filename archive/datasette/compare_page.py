"""The page that sets two texts side by side; what differs is found in `archive.compare_view`, off the event loop."""

import asyncio
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any

from archive.compare_view import MOST, Side, compared, pages_of, rows_of, side_of
from archive.datasette.archives import ask
from archive.datasette.labels import FORMS, KINDS, Label
from archive.datasette.links import compare_path
from archive.datasette.pages import NotHere, page
from archive.datasette.reading import number_in, pager, show
from archive.errors import UnknownId
from archive.likeness.differences import Differences
from archive.likeness.kinds import Kind

if TYPE_CHECKING:
    from datasette.app import Datasette  # type: ignore[import-untyped]  # datasette carries no annotations

_comparing = ThreadPoolExecutor(max_workers=2, thread_name_prefix="gongwen-compare")
"""Two at a time: each holds a core for up to two seconds; Datasette's own threads stay free for other pages."""


@page
async def compare(datasette: "Datasette", request: Any) -> Any:  # noqa: ANN401 - datasette carries no annotations
    """Compare two texts, each a report's id, ID:N, a copy's name or the address of its page; ask for them without."""
    names = [(request.args.get(name) or "").strip()[:3100] for name in ("one", "other")]
    if not all(names):
        return await show(datasette, request, "gongwen_compare.html", {"names": names})
    try:
        one, other = await ask(datasette, lambda conn: _sides(conn, names))
    except UnknownId as missing:
        raise NotHere(str(missing)) from missing
    found = await asyncio.get_running_loop().run_in_executor(_comparing, compared, one, other)
    context = _context(datasette, request, (one, other), found)
    return await show(datasette, request, "gongwen_compare.html", context)


def _sides(conn: sqlite3.Connection, names: list[str]) -> tuple[Side, Side]:
    return side_of(conn, names[0]), side_of(conn, names[1])


def _context(
    datasette: "Datasette", request: Any, sides: tuple[Side, Side], found: Differences  # noqa: ANN401 - as above
) -> dict[str, object]:
    is_full = request.args.get("full") == "1"
    pages = pages_of(rows_of(found.pieces, is_full=is_full))
    names = [side.name for side in sides]
    path = compare_path(datasette, *names, more="&full=1" if is_full else "")
    turner = pager(path, "page", number=number_in(request, "page"), total=len(pages), size=1)
    return {
        "names": names, "sides": sides, "found": found, "rows": pages[turner.number - 1],
        "pager": turner, "is_full": is_full, "most": MOST, "tallies": _tallies(found), "forms": _forms(found),
        "kinds": KINDS, "equal": Kind.EQUAL, "folded": compare_path(datasette, *names),
        "unfolded": compare_path(datasette, *names, more="&full=1"),
        "turned": compare_path(datasette, names[1], names[0]),
    }  # fmt: skip


def _tallies(found: Differences) -> list[tuple[Label, int, int]]:
    """Give each kind of difference with its runs, and its characters in whichever text has more of them."""
    return [(KINDS[kind], tally.runs, max(tally.chars, tally.other_chars)) for kind, tally in found.tallies.items()]


def _forms(found: Differences) -> list[tuple[Label, int]]:
    return [(FORMS[form], count) for form, count in found.forms.items()]
