"""What a line of a portal's page states of a file: labels with values, and what stands without a label.

Which lines are of a head or a foot: `portal_lines`. What labels mean: `cleaners.facts`.
"""

import re
from functools import lru_cache

from cleaners.rules.heads import plain as without_readings
from cleaners.rules.portal_shapes import BARE, LABEL, NAMES_OF_FILES, PRINTS, STRONG, TRAILING, WEAK

LINE_CHARS = 400
"""Characters above which a line is running text and no shape is tried."""
VALUE_CHARS = 40
NAME_CHARS = 120
"""Characters of a value, and of one that is a file's name."""
_TRIM = " |｜,，;；\t\u00a0\u3000"
_BULLETS = _TRIM + "-–—•·●*"
_STOPS = re.compile(r"[。！；]")
_BARS = re.compile(r"\s{0,9}[|｜]\s{0,9}")

Fields = tuple[tuple[str, str], ...]


@lru_cache(maxsize=1024)
def portal_fields(words: str) -> Fields:
    """Give the labels and values of a line that is nothing else, print without a label under a label; else empty."""
    if len(words) > LINE_CHARS:
        return ()
    line = plain(words).lstrip(_BULLETS).rstrip(_TRIM)
    return _printed(line) or (_celled(line) if "\t" in line else _labelled(line)) or _parted(line)


def _parted(line: str) -> Fields:
    """Read parts that bars set apart, each of which states something."""
    parts = [part for part in _BARS.split(line) if part] if "|" in line or "｜" in line else []
    fields = [portal_fields(part) for part in parts]
    return tuple(field for part in fields for field in part) if len(parts) > 1 and all(fields) else ()


def _printed(line: str) -> Fields:
    """Read what stands without a label."""
    for shape, label in PRINTS:
        match = shape.fullmatch(line)
        if match:
            return tuple(_named(match, label))
    bare = BARE.fullmatch(line)
    if bare:
        return (("文件大小" if bare["size"] else "总页数", line),)
    return ()


def _celled(line: str) -> Fields:
    """Read a table's row: label, value, label, value."""
    cells = [cell.strip(_TRIM + ":：") for cell in line.split("\t")]
    if len(cells) % 2 or not all(label in STRONG or label in WEAK for label in cells[::2]):
        return ()
    fields = tuple(zip(cells[::2], cells[1::2], strict=True))
    return fields if all(_is_value(label, value) for label, value in fields) else ()


def _named(match: re.Match[str], label: str) -> list[tuple[str, str]]:
    """Give the values of a print: group `value` under its label, `place` as where the text is from."""
    place = match.groupdict().get("place")
    return [(label, match["value"].strip()), *([("来源", place)] if place else [])]


def _labelled(line: str) -> Fields:
    if line in STRONG or line in WEAK:
        return ((line, ""),)
    marks = list(LABEL.finditer(line))
    before = line[: marks[0].start()].strip(_TRIM) if marks else line
    if not marks or not (before == "" or before in STRONG or before in WEAK):
        return ()
    ends = [*(mark.start() for mark in marks[1:]), len(line)]
    fields = tuple(
        (mark["label"], TRAILING.sub("", line[mark.end() : end].strip(_TRIM)))
        for mark, end in zip(marks, ends, strict=True)
    )
    return fields if all(_is_value(label, value) for label, value in fields) else ()


def _is_value(label: str, value: str) -> bool:
    limit = NAME_CHARS if label in NAMES_OF_FILES else VALUE_CHARS
    return len(value) <= limit and not _STOPS.search(value)


def plain(words: str) -> str:
    """Take readings in brackets out of a line, as `heads.plain`; most lines have no bracket and cost nothing."""
    return without_readings(words) if "(" in words or "（" in words else words


def is_bare(words: str) -> bool:
    """Say whether what a line states stands there without a label."""
    line = plain(words).lstrip(_BULLETS)
    return not (LABEL.match(line) or line.rstrip(_TRIM) in STRONG or line.rstrip(_TRIM) in WEAK)


def is_strong(fields: Fields) -> bool:
    """Say whether fields can only be those of a file on a portal: True for an ID, a size, a price, an uploader."""
    return any(label.upper() in STRONG for label, _ in fields)


def is_weak(fields: Fields) -> bool:
    """Say whether fields may as well open a report: True where all are labels such as `时间` and `作者`."""
    return bool(fields) and all(label in WEAK for label, _ in fields)
