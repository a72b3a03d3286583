"""The forms that rows are written in: JSON lines, CSV, a folder of texts, and GEXF; each with its digest. No SQL.

A file is written beside its name and put there when all of it is. Parquet has its own module.
"""

import csv
import hashlib
import io
import os
import re
import shutil
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

from archive.exporting.cells import as_json, safe_cell
from archive.exporting.column import Column

Row = Mapping[str, Any]
BOM = "\ufeff"
EXCEL_CELL = 32_767
"""Characters that a cell of Excel holds; what is longer it cuts."""
_PLAIN_NAME = re.compile(r"[0-9A-Za-z_-]{1,80}")
METADATA = "metadata.csv"
"""The columns of a folder of texts, a row a file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A file that was written."""

    name: str
    rows: int
    bytes: int
    sha256: str
    notes: dict[str, int]
    """What a reader of the file must know, with counts."""


class Digesting(io.RawIOBase):
    """A binary file that counts and digests what goes through it; whoever opened the file closes it."""

    def __init__(self, file: BinaryIO) -> None:
        super().__init__()
        self._file = file
        self._sha256 = hashlib.sha256()
        self.bytes = 0

    def writable(self) -> bool:
        """Say whether it can be written to, as those ask who are handed it."""
        return True

    def write(self, data: Any) -> int:  # noqa: ANN401 - whatever has bytes, as `io` declares it
        """Write bytes."""
        self._sha256.update(data)
        self.bytes += memoryview(data).nbytes
        return self._file.write(data)

    def text(self, text: str) -> int:
        """Write text as UTF-8; half a surrogate pair comes out escaped."""
        return self.write(text.encode("utf-8", "backslashreplace"))

    @property
    def sha256(self) -> str:
        """Give the digest so far."""
        return self._sha256.hexdigest()


@contextmanager
def beside(path: Path) -> Iterator[Digesting]:
    """Open a file beside its name; it takes its place when the block ends well, and is gone when it does not."""
    part = path.with_name(f"{path.name}.part")
    try:
        with part.open("wb") as file:
            yield Digesting(file)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def write_jsonl(rows: Iterable[Row], columns: Sequence[Column], path: Path) -> Written:
    """Write one JSON object a line, each column in each."""
    names = [column.name for column in columns]
    count = 0
    with beside(path) as out:
        for count, row in enumerate(rows, start=1):  # noqa: B007 - how many there were is told
            out.text(as_json({name: row.get(name) for name in names}) + "\n")
    return Written(name=path.name, rows=count, bytes=out.bytes, sha256=out.sha256, notes={})


def write_csv(rows: Iterable[Row], columns: Sequence[Column], path: Path) -> Written:
    """Write CSV that a spreadsheet opens: a byte-order mark, a header, no cell a formula, lists as JSON."""
    names = [column.name for column in columns]
    count, long = 0, 0
    with beside(path) as out:
        writer = csv.writer(_Text(out), lineterminator="\r\n")
        out.text(BOM)
        writer.writerow(names)
        for count, row in enumerate(rows, start=1):  # noqa: B007 - as above
            cells = [safe_cell(row.get(name)) for name in names]
            long += any(len(cell) > EXCEL_CELL for cell in cells)
            writer.writerow(cells)
    notes = {f"rows with a cell of more than {EXCEL_CELL} characters, which Excel cuts": long} if long else {}
    return Written(name=path.name, rows=count, bytes=out.bytes, sha256=out.sha256, notes=notes)


class _Text:
    """What `csv` writes text to."""

    def __init__(self, out: Digesting) -> None:
        self._out = out

    def write(self, text: str) -> int:
        return self._out.text(text)


def write_texts(rows: Iterable[Row], columns: Sequence[Column], path: Path) -> Written:
    """Write a text file for each row into a folder, and `metadata.csv` beside them: a row a file, with its digest.

    The files hold the text alone, in UTF-8 without a mark, named by id: Voyant, AntConc and quanteda take the folder.
    """
    part = path.with_name(f"{path.name}.part")
    shutil.rmtree(part, ignore_errors=True)
    try:
        part.mkdir(parents=True)
        beside_text = [column for column in columns if column.name != "text"]
        said = (Column("file", "text", "Its file."), *beside_text, Column("file_sha256", "text", "Digest of the file."))
        told = write_csv(_text_files(rows, part), said, part / METADATA)
        if path.is_dir():
            _take_away(path)
        part.replace(path)
    finally:
        shutil.rmtree(part, ignore_errors=True)
    return Written(name=f"{path.name}/{METADATA}", rows=told.rows, bytes=told.bytes, sha256=told.sha256, notes={})


def _text_files(rows: Iterable[Row], folder: Path) -> Iterator[Row]:
    for row in rows:
        data = str(row.get("text") or "").encode("utf-8", "backslashreplace")
        name = f"{file_stem(str(row['id']))}.txt"
        (folder / name).write_bytes(data)
        yield {**row, "file": name, "file_sha256": hashlib.sha256(data).hexdigest()}


def file_stem(name: str) -> str:
    """Give a name that is one on every system: an id of ours as it is, anything else by its digest."""
    return name if _PLAIN_NAME.fullmatch(name) else hashlib.sha256(name.encode("utf-8", "replace")).hexdigest()[:16]


def _take_away(path: Path) -> None:
    """Remove an older folder of texts, and nothing else: FileExistsError where the folder holds anything but that."""
    others = [one.name for one in path.iterdir() if one.name != METADATA and one.suffix != ".txt"]
    if others or (any(path.iterdir()) and not (path / METADATA).is_file()):
        raise FileExistsError(17, "is there and holds other things; name a folder that is empty or new", str(path))
    shutil.rmtree(path)
