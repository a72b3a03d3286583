"""A CSV of what people know better, read into words; whether they can be taken is asked of the archive."""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass

from archive.asserting import Word

NEEDED = ("subject", "field")
COLUMNS = (*NEEDED, "value", "why", "who")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """What a CSV says."""

    words: tuple[Word, ...]
    lines: tuple[int, ...]
    """The line on which each of them begins, from 1."""
    problems: tuple[tuple[int, str], ...]
    """Lines that are no word, and why."""
    charset: str | None
    """utf-8, or gb18030 as spreadsheets in China write it; None for bytes that are neither."""


def read_sheet(body: bytes, *, who: str, why: str | None = None, needs_value: bool = True) -> Sheet:
    """Read a CSV with the columns subject, field, value, why, who, the last two as they are given where empty.

    Never raises: what is wrong with a line is told beside it, and the others are read all the same.
    """
    text, charset = _decoded(body)
    if text is None:
        return Sheet(words=(), lines=(), problems=((1, "neither UTF-8 nor GB18030"),), charset=None)
    words: list[Word] = []
    lines: list[int] = []
    problems: list[tuple[int, str]] = []
    for line, cells in _rows(text, problems, needs_value=needs_value):
        lacking = [name for name in (*NEEDED, *(("value",) if needs_value else ())) if not cells.get(name)]
        if lacking:
            problems.append((line, f"no {' and no '.join(lacking)}"))
            continue
        lines.append(line)
        words.append(Word(subject=cells["subject"], field=cells["field"], value=cells.get("value") or None,
                          who=cells.get("who") or who, why=cells.get("why") or why))  # fmt: skip
    if not words and not problems:
        problems.append((1, "no word below the header"))
    return Sheet(words=tuple(words), lines=tuple(lines), problems=tuple(problems), charset=charset)


def _decoded(body: bytes) -> tuple[str | None, str | None]:
    for charset in ("utf-8-sig", "gb18030"):
        try:
            return body.decode(charset), charset.removesuffix("-sig")
        except UnicodeDecodeError:
            continue
    return None, None


def _rows(text: str, problems: list[tuple[int, str]], *, needs_value: bool) -> Iterator[tuple[int, dict[str, str]]]:
    """Give each row with the line on which it begins; what cannot be read goes to `problems`."""
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    names: list[str] | None = None
    while True:
        line = reader.line_num + 1
        try:
            cells = [cell.strip() for cell in next(reader)]
        except StopIteration:
            return
        except csv.Error as error:
            problems.append((line, f"no CSV: {error}"))
            return
        if not any(cells):
            continue
        if names is None:
            names = [cell.lower() for cell in cells]
            wrong = _header_problem(names, needs_value=needs_value)
            if wrong:
                problems.append((line, wrong))
                return
        elif len(cells) > len(names):
            told = f"{len(cells)} cells under {len(names)} columns: put quotes round a value with commas"
            problems.append((line, told))
        else:
            yield line, dict(zip(names, cells, strict=False))


def _header_problem(names: list[str], *, needs_value: bool) -> str | None:
    """Say what is wrong with a header; None where nothing is."""
    lacking = [name for name in (*NEEDED, *(("value",) if needs_value else ())) if name not in names]
    if lacking:
        return f"no column {', '.join(lacking)}: the first line names them, of {', '.join(COLUMNS)}"
    unknown = [name for name in names if name not in COLUMNS]
    if unknown:
        return f"no such column {unknown[0]!r}: it is one of {', '.join(COLUMNS)}"
    return "a column stands there twice" if len(set(names)) < len(names) else None
