"""Lines of files of JSON, one object a line, as they come: streamed, numbered, a line that is too long passed over.

What stands in a line is `cleaners.given`'s matter, what becomes of it `crawler.given_texts`'s.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from crawler.errors import BadInput

STDIN = "-"
MAX_LINE_BYTES = 8 * 1024 * 1024
"""Of one line: what the crawl takes of one page."""
_PART = 1024 * 1024
_BOM = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of a file, without its end."""

    file: str
    """As the person named it."""
    number: int
    """From 1."""
    body: bytes = b""
    problem: str | None = None
    """Why the line was not read; None where it was."""

    @property
    def place(self) -> str:
        """Give the name of the file, without its folder, and the number of the line."""
        return f"{'stdin' if self.file == STDIN else Path(self.file).name}:{self.number}"


def check_files(names: Iterable[str]) -> None:
    """Raise BadInput for the first that is no file, before any of them is read."""
    for name in names:
        if name != STDIN and not Path(name).exists():
            raise BadInput(f"{name}: no such file")
        if name != STDIN and Path(name).is_dir():
            raise BadInput(f"{name}: is a folder, not a file of JSON lines")


def lines_of(names: Iterable[str], stdin: BinaryIO) -> Iterator[Line]:
    """Give the lines of all files in order, blank ones left out; `-` is standard input."""
    for name in names:
        if name == STDIN:
            yield from _lines(stdin, name)
            continue
        with Path(name).open("rb") as file:
            yield from _lines(file, name)


def _lines(file: BinaryIO, name: str) -> Iterator[Line]:
    number = 0
    while raw := file.readline(MAX_LINE_BYTES + 2):  # with its end, which may be two bytes
        number += 1
        body = raw.removeprefix(_BOM).strip() if number == 1 else raw.strip()
        if len(raw) > MAX_LINE_BYTES and not raw.endswith(b"\n") and _skip_rest(file):
            limit = f"longer than {MAX_LINE_BYTES // 1024 // 1024} MiB"
            yield Line(file=name, number=number, problem=f"the line is {limit}; split the text")
        elif body:
            yield Line(file=name, number=number, body=body)


def _skip_rest(file: BinaryIO) -> bool:
    """Pass over the rest of a line, piece by piece; True where it had one."""
    had_rest = False
    while part := file.readline(_PART):
        had_rest = True
        if part.endswith(b"\n"):
            break
    return had_rest
