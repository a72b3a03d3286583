"""Taking data away: at one instant of the archive, in constant memory, with manifest and data card beside it."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from archive.database import Archive
from archive.errors import BadChoice
from archive.exporting import card, manifest
from archive.exporting.cells import as_json
from archive.exporting.choice import Chosen, choose
from archive.exporting.column import Column
from archive.exporting.gexf import write_gexf
from archive.exporting.hosts import graph_of
from archive.exporting.kinds import KINDS, Kind
from archive.exporting.parquet import need_pyarrow, write_parquet
from archive.exporting.request import Done, Format, Request, Tally
from archive.exporting.writing import Row, Written, write_csv, write_jsonl, write_texts
from archive.instants import to_text
from archive.migrations import software
from archive.one_moment import one_moment
from archive.people import People, people_of

Watch = Callable[[Iterable[Row], int | None], Iterable[Row]]
"""Shows how far rows are: the rows, and how many will come, None where nobody knows."""
ENDINGS = {Format.JSONL: ".jsonl", Format.CSV: ".csv", Format.PARQUET: ".parquet", Format.TEXT: "",
           Format.GEXF: ".gexf"}  # fmt: skip
WRITERS = {Format.JSONL: write_jsonl, Format.CSV: write_csv, Format.PARQUET: write_parquet, Format.TEXT: write_texts}
ABOUT_NOBODY = ("copies", "relations", "hosts")
"""Kinds without a column that tells of a person."""
GRAPHS = ("hosts", "reports", "copies")
"""Kinds of which GEXF gives the graph of hosts."""


def columns_of(kind: Kind, names: tuple[str, ...], *, with_people: bool) -> tuple[Column, ...]:
    """Give the columns asked for, in that order; all that leave where none is named. BadChoice names a wrong one."""
    known = {column.name: column for column in kind.columns}
    asked = names or kind.names(with_people=with_people)
    for name in asked:
        if name not in known:
            raise BadChoice(f"no column {name[:40]!r}: there are {', '.join(known)}")
        if known[name].is_personal and not with_people:
            raise BadChoice(f"column {name} leaves the archive only with --with-people")
    return tuple(known[name] for name in dict.fromkeys(asked))


@contextmanager
def chosen_rows(archive: Archive, request: Request) -> Iterator[tuple[Chosen, Iterator[Row]]]:
    """Give what was chosen and the rows of it, of one instant; whatever is written meanwhile is not seen.

    Raises BadChoice for what cannot be asked.
    """
    with one_moment(archive.conn) as conn:
        people = _people(archive, request)
        chosen = choose(conn, request.choice)
        yield chosen, iter(KINDS[request.what].rows(conn, people))


def _people(archive: Archive, request: Request) -> People:
    """Give how people are told of; the salt is made only where somebody is told of."""
    if request.what in ABOUT_NOBODY and not request.with_people:
        return People(salt=b"nobody")
    return people_of(archive, are_named=request.with_people)


def take_away(archive: Archive, request: Request, *, watch: Watch = lambda rows, _: rows) -> Done:
    """Write what is asked for, its manifest and its card; nothing is at its place before all of it is written.

    Raises BadChoice for what cannot be asked, OSError for what cannot be written.
    """
    kind = check(request)
    columns = columns_of(kind, request.columns, with_people=request.with_people)
    path = _path(request)
    path.parent.mkdir(parents=True, exist_ok=True)
    tally = Tally()
    with one_moment(archive.conn) as conn:
        people = _people(archive, request)
        chosen = choose(conn, request.choice)
        versions = manifest.versions_of(conn)
        if request.form is Format.GEXF:
            graph = graph_of(conn)
            written = write_gexf(graph, path, software=software())
            tally.sites.update(graph.reports)
        else:
            total = chosen.count if request.what == "reports" else None
            rows = _tallied(watch(kind.rows(conn, people), total), tally)
            written = _write(rows, columns, request.form, path)
    done = Done(
        request=request, meaning=kind.meaning, columns=columns, written=written, chosen=chosen, tally=tally,
        versions=versions, people=people, made_at=to_text(datetime.now(UTC)), path=path,
        manifest=_free(path, manifest.NAME, manifest.is_ours_or_free), card=_free(path, card.NAME, _is_card_or_free),
    )  # fmt: skip
    _describe(done)
    return done


def check(request: Request) -> Kind:
    """Raise BadChoice for a kind that does not leave so, or in a form that it has not; give the kind."""
    kind = KINDS[request.what]
    if kind.needs_people and not request.with_people:
        raise BadChoice(f"{request.what} are what people wrote: they leave the archive only with --with-people")
    if request.form is Format.GEXF and request.what not in GRAPHS:
        raise BadChoice(f"gexf is the graph of hosts: --what hosts, not {request.what}")
    names = {column.name for column in kind.columns}
    if request.form is Format.TEXT and not {"id", "text"} <= names:
        raise BadChoice(f"text is a folder with a file a text: --what reports or texts, not {request.what}")
    if request.form is Format.PARQUET:
        need_pyarrow()
    return kind


def _path(request: Request) -> Path:
    """Give where the data goes: into a folder that is there or has no ending, else the file that is named."""
    output, ending = request.output, ENDINGS[request.form]
    what = "hosts" if request.form is Format.GEXF else request.what
    if request.form is Format.TEXT:
        return output / what if output.is_dir() or not output.suffix else output
    return output / f"{what}{ending}" if output.is_dir() or not output.suffix else output


def _tallied(rows: Iterable[Row], tally: Tally) -> Iterator[Row]:
    for row in rows:
        tally.count(row)
        yield row


def _write(rows: Iterable[Row], columns: tuple[Column, ...], form: Format, path: Path) -> Written:
    return WRITERS[form](rows, columns, path)


def _free(path: Path, name: str, is_free: Callable[[Path], bool]) -> Path:
    """Give where to write what is said of the data: never over a file that is not ours."""
    usual = path.with_name(name)
    return usual if is_free(usual) else path.with_name(f"{path.name}.{name}")


def _is_card_or_free(path: Path) -> bool:
    try:
        return not path.exists() or card.MARK in path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return False


def _describe(done: Done) -> None:
    """Write manifest and card; exports that were made into the same folder before stay described."""
    told = manifest.manifest_of(done)
    earlier = manifest.earlier_beside(done.manifest, done.written.name)
    whole = {**told, "also_here": earlier} if earlier else told
    tables = {"site 网站": done.tally.sites, "genre 文种": done.tally.genres, "year 年份": done.tally.years}
    text = card.card_of(told, earlier, tables)
    for path, content in ((done.manifest, as_json(whole, indent=1) + "\n"), (done.card, text)):
        part = path.with_name(f"{path.name}.part")
        part.write_text(content, encoding="utf-8", errors="backslashreplace")
        part.replace(path)
