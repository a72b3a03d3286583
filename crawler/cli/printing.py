"""The forms in which commands print: lines, aligned tables, JSON lines and CSV; and the one line of an error.

Results go to stdout, everything else to stderr. What archived pages wrote is never let through as control characters:
a title could otherwise paint over the reader's terminal. What is printed, and when, is the commands' business.
"""

import csv
import enum
import io
import sys
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, TextIO

import click

from archive.exporting.cells import as_json as as_json  # noqa: PLC0414 - commands print by it
from archive.exporting.cells import safe_cell as safe_cell  # noqa: PLC0414 - as above
from archive.exporting.cells import without_controls

Row = Mapping[str, Any]


class Form(enum.StrEnum):
    """How a listing is printed; LINES is each command's own."""

    LINES = "lines"
    TABLE = "table"
    JSON = "json"
    CSV = "csv"


def speak_utf8() -> None:
    """Make both streams print Chinese whatever the locale says; a lone surrogate comes out escaped."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def on_terminal(text: str) -> str:
    """Give text that can do nothing to a terminal: control characters become U+FFFD, tab and line feed stay."""
    return without_controls(text)


def one_line(text: str) -> str:
    """Give text as one line that can do nothing to a terminal."""
    return on_terminal(" ".join(text.split()))


def width(text: str) -> int:
    """Give the columns that text takes on a terminal: two for each full-width character, none for a combining mark."""
    return sum(
        0 if unicodedata.combining(character) else 2 if unicodedata.east_asian_width(character) in "WF" else 1
        for character in text
    )


def print_rows(
    rows: Iterable[Row], columns: Sequence[str], form: Form, line: Callable[[Row], str], *, out: TextIO | None = None
) -> int:
    """Print rows in a form, as they come where the form allows it; give how many there were.

    `line` makes the line (or lines) of a row for the LINES form. CSV has a header and a byte-order mark. `out`: where
    to, for all forms but the table; standard output where it is None.
    """
    if form is Form.TABLE:
        return _print_table([[_cell(row.get(column)) for column in columns] for row in rows], columns)
    to = sys.stdout if out is None else out
    writer = csv.writer(to, lineterminator="\r\n") if form is Form.CSV else None
    if writer is not None:
        to.write("\ufeff")
        writer.writerow(columns)
    count = 0
    for row in rows:
        count += 1
        if writer is not None:
            writer.writerow([safe_cell(row.get(column)) for column in columns])
        else:
            print(as_json(dict(row)) if form is Form.JSON else line(row), file=to, flush=out is None)
    return count


def _cell(value: object) -> str:
    if value is None:
        return ""
    return one_line(value if isinstance(value, str) else as_json(value))


def _print_table(cells: Sequence[Sequence[str]], columns: Sequence[str]) -> int:
    """Print an aligned table: a header, then the rows; nothing is cut."""
    all_rows = [list(columns), *map(list, cells)]
    widths = [max(width(row[index]) for row in all_rows) for index in range(len(columns))]
    for row in all_rows:
        padded = (cell + " " * (wide - width(cell)) for cell, wide in zip(row, widths, strict=True))
        print("  ".join(padded).rstrip())
    return len(cells)


def say(message: str) -> None:
    """Say one line to the person, on stderr."""
    print(one_line(message), file=sys.stderr, flush=True)


def counted(count: int, one: str, many: str | None = None) -> str:
    """Say how many there are: `1 page`, `2 pages`; `many` where an s is not enough."""
    return f"{count} {one if count == 1 else many or f'{one}s'}"


def new_reports(count: int) -> str:
    """Say how many reports were new."""
    return counted(count, "new report") if count else "nothing new"


def listing_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command `--json`, `--csv` and `--table`, which arrive as the argument `form`; the last one counts."""
    choices = (
        (Form.TABLE, "Print an aligned table."),
        (Form.CSV, "Print CSV with a byte-order mark; no cell can be a formula."),
        (Form.JSON, "Print one JSON object a line."),
    )
    for form, text in choices:
        command = click.option(f"--{form}", "form", flag_value=form, type=Form, help=text)(command)
    return command
