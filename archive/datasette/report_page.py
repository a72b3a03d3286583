"""The page of a report: its text, facts and places, and the files `.txt`, `.json`, `.bib`, `.ris` beside it.

What is shown is read in `archive.report_view`, how it looks stands in `gongwen_report.html`.
"""

import json
import sqlite3
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from datasette.utils.asgi import Response  # type: ignore[import-untyped]  # datasette carries no annotations

from archive import citing
from archive.changes import RuleSum, sums_of
from archive.cited_places import cited_report
from archive.database import Archive
from archive.datasette.archives import ask
from archive.datasette.links import named_in, report_path
from archive.datasette.pages import NotHere, page
from archive.datasette.reading import language_of, number_in, pager, paragraphs, plain, show
from archive.datasette.timeline import by_site, timeline_of
from archive.datasette.told_facts import text_facts
from archive.errors import ArchiveError, UnknownId
from archive.passage_queries import Shared, passages
from archive.places import Places
from archive.report_view import Relations, ReportHead, ReportView, head_of, relations_of, text_of, view_of

if TYPE_CHECKING:
    from datasette.app import Datasette  # type: ignore[import-untyped]  # as above

COPIES, RELATED, PASSAGES = 50, 30, 12
"""Places, other reports and shared passages in a part of their list."""
RELATED_MOST = 1000
"""Other reports in the JSON of one: a template may have tens of thousands of siblings."""
FORMS = ("txt", "json", "bib", "ris")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Read:
    """Everything that the page shows, read at one moment."""

    view: ReportView
    relations: Relations
    sums: tuple[RuleSum, ...]
    shared: Shared | None
    """None where passages were never looked for."""


@page
async def report(datasette: "Datasette", request: Any) -> Any:  # noqa: ANN401 - datasette carries no annotations
    """Show a report, or give it as a file; an id that was merged leads to the report that stands for it."""
    public_id, form = named_in(request.url_vars["id"]), request.url_vars.get("form") or ""
    if form and form not in FORMS:
        raise NotHere(f"a report can be had as {', '.join(FORMS)}, not as {form[:20]!r}")
    try:
        if form:
            return await _file(datasette, request, public_id, form)
        read = await ask(datasette, lambda conn: _read(conn, public_id, request))
    except UnknownId as missing:
        raise NotHere(str(missing)) from missing
    head = read.view.head
    if head.redirected_from:
        return Response.redirect(report_path(datasette, head.public_id), status=301)
    return await show(datasette, request, "gongwen_report.html", _context(datasette, request, read))


def _read(conn: sqlite3.Connection, public_id: str, request: Any) -> _Read:  # noqa: ANN401 - as above
    view = view_of(conn, public_id, text_page=number_in(request, "text"))
    offset = (number_in(request, "related") - 1) * RELATED
    return _Read(
        view=view, relations=relations_of(conn, view.head.id, limit=RELATED, offset=offset),
        sums=sums_of(conn, view.shown.id) if view.shown else (), shared=_shared(conn, view.head.public_id),
    )  # fmt: skip


def _shared(conn: sqlite3.Connection, public_id: str) -> Shared | None:
    archive = Archive(Path(), conn, read_only=True)
    try:
        return passages(archive, public_id, limit=3, most=PASSAGES)
    except (ArchiveError, TypeError):  # never looked for; stamp or places of a foreign hand
        return None


def _context(datasette: "Datasette", request: Any, read: _Read) -> dict[str, object]:  # noqa: ANN401 - as above
    view = read.view
    path = report_path(datasette, view.head.public_id)
    copies = pager(path, "copies", number=number_in(request, "copies"), total=len(view.places.all), size=COPIES)
    first = (copies.number - 1) * COPIES
    reason = view.reason
    runner_up = next((one for one in view.places.all if reason and one.text_id == reason.runner_up_id), None)
    why = reason and reason.why.replace("{other}", f"place {runner_up.number}" if runner_up else "another")
    return {
        **_citation(datasette, request, view.head, view.places), "view": view,
        "head": view.head, "read": read, "lang": language_of(view.head.script), "why_canonical": why,
        "paragraphs": paragraphs(view.stretch.paragraphs), "facts": tuple(text_facts(view.facts)),
        "timeline": timeline_of(view.places), "sites": by_site(view.places), "copies_pager": copies,
        "shown_copies": view.places.all[first : first + COPIES],
        "text_pager": pager(path, "text", number=view.stretch.number, total=view.stretch.numbers, size=1),
        "related_pager": pager(path, "related", number=number_in(request, "related"), total=read.relations.total,
                               size=RELATED),
    }  # fmt: skip


def _citation(
    datasette: "Datasette", request: Any, head: ReportHead, places: Places  # noqa: ANN401 - as above
) -> dict[str, object]:
    address = datasette.absolute_url(request, report_path(datasette, head.public_id))
    citation = cited_report(head, places.all, archive_url=address)
    return {"cited": citing.gbt7714(citation, cited_on=datetime.now(UTC).date()), "address": address,
            "citation_tags": citing.meta_pairs(citation)}  # fmt: skip


async def _file(datasette: "Datasette", request: Any, public_id: str, form: str) -> Any:  # noqa: ANN401 - as above
    head = await ask(datasette, lambda conn: head_of(conn, public_id))
    if head.redirected_from:
        return Response.redirect(report_path(datasette, head.public_id, form), status=301)
    name = f"gongwen-{head.public_id}.{form}"
    if form == "txt":
        return plain(await ask(datasette, lambda conn: text_of(conn, head)), name=name)
    view = await ask(datasette, lambda conn: view_of(conn, public_id))
    address = datasette.absolute_url(request, report_path(datasette, head.public_id))
    if form == "json":
        told = await ask(datasette, lambda conn: _as_json(conn, view, address))
        return plain(told, name=name, kind="application/json; charset=utf-8")
    citation = cited_report(view.head, view.places.all, archive_url=address)
    today = datetime.now(UTC).date()
    if form == "bib":
        return plain(citing.bibtex(citation, cited_on=today), name=name, kind="application/x-bibtex; charset=utf-8")
    kind = "application/x-research-info-systems; charset=utf-8"
    return plain(citing.ris(citation, cited_on=today), name=name, kind=kind)


def _as_json(conn: sqlite3.Connection, view: ReportView, address: str) -> str:
    """Give the report with its whole text, its places and relations; fields are added, not changed."""
    head = asdict(view.head)
    related = relations_of(conn, view.head.id, limit=RELATED_MOST)
    told: Mapping[str, object] = {
        "url": address, **{name: value for name, value in head.items() if name not in ("id", "text_id")},
        "facts": dict(view.facts), "text": text_of(conn, view.head),
        "places": [
            {"number": one.number, "name": one.address, "site": one.site, "url": one.url, "title": one.title,
             "author": one.author, "published_on": one.published_on, "date_kind": one.date_kind,
             "is_dated": one.span is not None, "date_note": one.date_note, "first_seen_at": one.first_seen_at,
             "last_seen_at": one.last_seen_at, "is_current": one.is_current, "relation": one.relation,
             "is_canonical": one.text_id == view.head.text_id, "asserted": dict(one.asserted)}
            for one in view.places.all
        ],
        "relation_counts": dict(related.sums), "relations": [asdict(one) for one in related.shown],
        "assertions": [asdict(word) for word in view.words],
    }  # fmt: skip
    return json.dumps(told, ensure_ascii=False, indent=1)
