"""The command `export`: takes reports and what is known of them away, as files for other programs.

What the rows hold, how they are chosen and written is in `archive.exporting`; here are the options and what is said.
"""

import os
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import click

from archive.errors import BadChoice
from crawler.cli.export_options import FORMATS, KIND_NAMES, choice_of, choosing_options
from crawler.cli.main import OK
from crawler.cli.printing import Form, Row, counted, print_rows, say
from crawler.cli.progress import advancing
from crawler.cli.session import Session, session_options
from crawler.errors import BadInput

COPIES = "copies"
"""The kind that is CSV unless something else is asked for, as it was before there were others."""


@click.command()
@click.option("--what", type=click.Choice(KIND_NAMES), default="reports", show_default=True,
              help="reports: each once, with its canonical text; texts: every wording; copies: every place; edits:"
                   " every change that cleaning made; relations: editions, compilations, siblings; hosts: which hosts"
                   " have the same reports; replies: only with --with-people.")
@click.option("--format", "made_as", type=click.Choice(FORMATS),
              help="Write files with manifest.json and a data card beside: jsonl, csv, parquet, text (a folder with a"
                   " file a text), gexf (the graph of hosts).  [default: by the ending of --output, else jsonl]")
@click.option("--csv", "form", flag_value=Form.CSV, type=Form, help="Give the rows alone, as CSV with a byte-order"
              " mark; no cell can be a formula.  [default of copies]")
@click.option("--json", "form", flag_value=Form.JSON, type=Form, help="Give the rows alone, one JSON object a line.")
@click.option("-o", "--output", type=click.Path(path_type=Path), metavar="FILE|FOLDER",
              help="Write here; nothing is there before all of it is.  [default: the rows alone, to standard output]")
@click.option("--columns", metavar="NAME,NAME…", help="Only these columns, in this order.")
@choosing_options
@click.option("--with-people", is_flag=True, help="Leave handles as they are, and let contacts and replies out:"
              " personal data, handle it as such.")
@session_options
def export(  # noqa: PLR0913 - an option each
    session: Session, *, what: str, made_as: str | None, form: Form | None, output: Path | None, columns: str | None,
    with_people: bool, **asked: Any,  # noqa: ANN401 - the options of the choice
) -> int:
    """Take the archive's reports away, for other programs and other people.

    Each report once, with its canonical text, unless --what says otherwise; filters choose reports, and every kind
    then tells of these. With --format, or with --output: manifest.json (filters, rules, counts, what stayed behind
    and why, sha256) and README.md (a data card) stand beside. `import-jsonl --as-is` takes the JSON lines back in.

    copies: a row for each place where a report stands now; the place of a compilation has one row more, of relation
    `contains`, for each report in it. `edition_of` is the oldest of a report's editions.
    """
    from archive.exporting.request import Format, Request  # noqa: PLC0415 - `--help` needs no archive

    if form is not None and made_as is not None:
        raise BadInput(f"--{form} gives the rows alone, --format makes files with a manifest: take one of them")
    try:
        names = tuple(part.strip() for part in columns.split(",") if part.strip()) if columns else ()
        request = Request(what=what, form=Format(made_as or _by_ending(output)), output=output or Path(),
                          choice=choice_of(**asked), columns=names, with_people=with_people)  # fmt: skip
        if form is None and made_as is None and what == COPIES:
            form = Form.CSV
        if form is not None or output is None:
            return _rows_alone(session, request, form or _form_of(made_as), output)
        return _files(session, request)
    except BadChoice as problem:
        raise BadInput(str(problem)) from problem


def _by_ending(output: Path | None) -> str:
    ending = output.suffix.lower().removeprefix(".") if output is not None else ""
    return ending if ending in FORMATS else "jsonl"


def _form_of(made_as: str | None) -> Form:
    """Give the form of rows for standard output; BadInput for what can only be a file."""
    if made_as in (None, "jsonl"):
        return Form.JSON
    if made_as == "csv":
        return Form.CSV
    raise BadInput(f"--format {made_as} cannot go to standard output: name a file or folder with --output")


def _rows_alone(session: Session, request: Any, form: Form, output: Path | None) -> int:  # noqa: ANN401 - loaded late
    """Give the rows and nothing beside them."""
    from archive.exporting.running import check, chosen_rows, columns_of  # noqa: PLC0415 - as above

    kind = check(request)
    columns = [column.name for column in columns_of(kind, request.columns, with_people=request.with_people)]
    with session.archive(read_only=True) as archive, chosen_rows(archive, request) as (_, found):
        rows: Iterable[Row] = ({name: row.get(name) for name in columns} for row in found)
        if output is None:
            print_rows(rows, columns, form, str)
            return OK
        count = _write(advancing(rows, session, total=None, what="rows"), columns, form, output)
    if session.loudness >= 0:
        say(f"{counted(count, 'row')} in {output}")
    return OK


def _write(rows: Iterable[Row], columns: Sequence[str], form: Form, output: Path) -> int:
    """Write the rows beside the file and put them in its place when all are there; give how many there are."""
    part = output.with_name(f"{output.name}.part")
    try:
        with part.open("w", encoding="utf-8", newline="", errors="backslashreplace") as file:
            count = print_rows(rows, columns, form, str, out=file)
            file.flush()
            os.fsync(file.fileno())
        part.replace(output)
    finally:
        part.unlink(missing_ok=True)
    return count


def _files(session: Session, request: Any) -> int:  # noqa: ANN401 - loaded late
    """Write the data with manifest and card, and say where, and what stayed behind."""
    from archive.exporting.running import take_away  # noqa: PLC0415 - as above

    def watch(rows: Iterable[Row], total: int | None) -> Iterable[Row]:
        return advancing(rows, session, total=total, what="rows")

    with session.archive(read_only=True) as archive:
        done = take_away(archive, request, watch=watch)
    if session.loudness >= 0:
        say(f"{counted(done.written.rows, 'row')} in {done.path}, with {done.manifest.name} and {done.card.name}")
        for reason, count in done.chosen.left.items():
            say(f"stayed behind: {counted(count, 'report')} {reason}")
        for note, count in done.written.notes.items():
            say(f"note: {count} {note}")
    return OK
