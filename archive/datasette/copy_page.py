"""The page of one copy: its text, what it states, where it came from, what was removed. Read in `archive.copy_view`."""

import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from datasette.utils.asgi import Response  # type: ignore[import-untyped]  # datasette carries no annotations

from archive import citing
from archive.changes import Changes, Passage, changes_of, in_place
from archive.cited_places import cited_copy
from archive.copy_view import CopyView, copy_text, copy_view
from archive.datasette.archives import ask
from archive.datasette.links import copy_path, named_in
from archive.datasette.pages import NotHere, page
from archive.datasette.reading import language_of, number_in, pager, paragraphs, plain, show
from archive.datasette.told_facts import capture_facts, document_facts, text_facts
from archive.errors import UnknownId
from archive.stretches import STRETCH

if TYPE_CHECKING:
    from datasette.app import Datasette  # type: ignore[import-untyped]  # as above

EDITS = 50
"""Changes in a part of their list."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Read:
    """Everything that the page shows, read at one moment."""

    view: CopyView
    changes: Changes
    text: str | None
    """All of it where the page is to show the changes in place."""


@page
async def copy(datasette: "Datasette", request: Any) -> Any:  # noqa: ANN401 - datasette carries no annotations
    """Show a copy, or give its text as a file; a row number leads to the copy's stable address."""
    name = named_in(request.url_vars["name"])
    try:
        read = await ask(datasette, lambda conn: _read(conn, name, request))
    except UnknownId as missing:
        raise NotHere(str(missing)) from missing
    if name.isdecimal() and read.view.place.address != name:
        return Response.redirect(copy_path(datasette, read.view.place.address))
    if request.args.get("form") == "txt":
        text = await ask(datasette, lambda conn: copy_text(conn, read.view.place.id))
        return plain(text, name=f"gongwen-{read.view.report.public_id}-{read.view.place.number}.txt")
    return await show(datasette, request, "gongwen_copy.html", _context(datasette, request, read))


def _read(conn: sqlite3.Connection, name: str, request: Any) -> _Read:  # noqa: ANN401 - as above
    view = copy_view(conn, name, text_page=number_in(request, "text"))
    rule = (request.args.get("rule") or "")[:1000] or None
    offset = (number_in(request, "changes") - 1) * EDITS
    changes = changes_of(conn, view.place.id, rule=rule, limit=EDITS, offset=offset)
    is_shown = request.args.get("as") == "shown"
    return _Read(view=view, changes=changes, text=copy_text(conn, view.place.id) if is_shown else None)


def _context(datasette: "Datasette", request: Any, read: _Read) -> dict[str, object]:  # noqa: ANN401 - as above
    view = read.view
    path = copy_path(datasette, view.place.address)
    rule = (request.args.get("rule") or "")[:1000]
    asked = f"{path}?rule={quote(rule, safe='')}" if rule else path
    lang = language_of(view.facts.get("script") if isinstance(view.facts.get("script"), str) else None)
    shown = None if read.text is None else in_place(read.text, view.edits)
    passages, pages = _stretch(shown or (), number_in(request, "text"))
    return {
        **_citation(datasette, request, view), "view": view, "place": view.place, "lang": lang,
        "paragraphs": paragraphs(view.stretch.paragraphs), "facts": tuple(text_facts(view.facts)),
        "document": tuple(document_facts(view.document)), "rule": rule, "changes": read.changes,
        "capture": tuple(capture_facts(view.capture)) if view.capture else (), "is_shown": read.text is not None,
        "shown": passages if shown is not None else None,
        "text_pager": pager(path, "text", number=view.stretch.number, total=view.stretch.numbers, size=1),
        "shown_pager": pager(f"{path}?as=shown", "text", number=number_in(request, "text"), total=pages, size=1),
        "changes_pager": pager(asked, "changes", number=number_in(request, "changes"), total=read.changes.total,
                               size=EDITS),
    }  # fmt: skip


def _stretch(passages: Sequence[Passage], number: int) -> tuple[tuple[Passage, ...], int]:
    """Give the runs that a page shows, some `STRETCH` characters, and how many such pages there are."""
    pages: list[list[Passage]] = [[]]
    held = 0
    for one in _cut(passages):
        if held > STRETCH:
            pages.append([])
            held = 0
        pages[-1].append(one)
        held += len(one.taken) + len(one.put) + 20
    return tuple(pages[min(number, len(pages)) - 1]), len(pages)


def _cut(passages: Sequence[Passage]) -> Iterator[Passage]:
    """Cut runs that are longer than a page."""
    for one in passages:
        size = max(len(one.taken), len(one.put))
        for start in range(0, size, STRETCH) if size > STRETCH else (0,):
            end = start + STRETCH if size > STRETCH else size
            yield Passage(rule=one.rule, taken=one.taken[start:end], put=one.put[start:end])


def _citation(datasette: "Datasette", request: Any, view: CopyView) -> dict[str, object]:  # noqa: ANN401 - as above
    address = datasette.absolute_url(request, copy_path(datasette, view.place.address))
    citation = cited_copy(view.report, view.versions, view.place, archive_url=address)
    return {"cited": citing.gbt7714(citation, cited_on=datetime.now(UTC).date()), "address": address,
            "citation_tags": citing.meta_pairs(citation)}  # fmt: skip
