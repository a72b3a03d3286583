"""The command `export`: tables for other programs, as CSV or JSON lines. What the rows hold is in `archive.export`."""

import os
from collections.abc import Iterable, Sequence
from contextlib import closing
from pathlib import Path

import click

from archive.export import KINDS
from crawler.cli.main import OK
from crawler.cli.printing import Form, Row, counted, print_rows, say
from crawler.cli.progress import advancing
from crawler.cli.session import Session, session_options

WHAT = "; ".join(f"{name}: {kind.meaning}" for name, kind in KINDS.items())


@click.command()
@click.option("--what", type=click.Choice(list(KINDS)), required=True, help=f"{WHAT}.")
@click.option("--csv", "form", flag_value=Form.CSV, type=Form, default=Form.CSV,
              help="Write CSV with a byte-order mark; no cell can be a formula.  [default]")
@click.option("--json", "form", flag_value=Form.JSON, type=Form, help="Write one JSON object a line.")
@click.option("-o", "--output", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE",
              help="Write here; nothing is there before all of it is.  [default: standard output]")
@session_options
def export(session: Session, *, what: str, form: Form, output: Path | None) -> int:
    """Hand out a table of what the archive knows, for other programs.

    copies: a row for each place where a report stands now; the place of a compilation has one row more, of relation
    `contains`, for each report in it. `edition_of` is the oldest of a report's editions.
    """
    kind = KINDS[what]
    with session.archive(read_only=True) as archive, closing(kind.rows(archive)) as rows:
        if output is None:
            print_rows(rows, kind.columns, form, str)
            return OK
        count = _write(advancing(rows, session, total=None, what="rows"), kind.columns, form, output)
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
