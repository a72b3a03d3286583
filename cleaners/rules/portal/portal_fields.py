"""What a line of a portal's page states of a file: labels with values, and what stands without a label.

Which lines are of a head or a foot: `portal_lines`. What labels mean: `cleaners.facts`.
"""

import re
from functools import lru_cache

from cleaners.regex import regex
from cleaners.rules.folding import folded
from cleaners.rules.head.field_marks import without_marks
from cleaners.rules.head.meta_lines import plain as without_readings
from cleaners.rules.portal.portal_labels import LABEL, NAMES_OF_FILES, OWN, STRONG, WEAK
from cleaners.rules.portal.portal_shapes import BARE, BUTTON, NUMBER, PRINTS, TRAILING, UPLOADED

LINE_CHARS = 400
"""Characters above which a line is running text and no shape is tried."""
BOXED = 3
VALUE_CHARS = 40
NAME_CHARS = 120
"""Fields of a box on one line; characters of a value, and of one that is a file's name."""
UPLOADERS = frozenset({"上传人", "上传者", "分享者", "贡献者", "上传用户", "上传会员"})
_TRIM = " |｜,，;；\t\u00a0\u3000"
_BULLETS = _TRIM + "-–—•·●*"
_STOPS = regex(r"[。！；]")
_BARS = regex(r"\s{0,9}[|｜]\s{0,9}|\s{1,9}[/／·]\s{1,9}")
_BAR = regex(r"\s{0,9}[|｜].*")

Fields = tuple[tuple[str, str], ...]


@lru_cache(maxsize=1024)
def portal_fields(words: str) -> Fields:
    """Give the labels and values of a line that is nothing else, print without a label under a label; else empty."""
    if len(words) > LINE_CHARS:
        return ()
    line = without_marks(unread(words)).lstrip(_BULLETS).rstrip(_TRIM)
    return _printed(line) or (_celled(line) if "\t" in line else _labelled(line)) or _parted(line)


def _parted(line: str) -> Fields:
    """Read parts that bars set apart, each of which states something."""
    if not any(mark in line for mark in "|｜/／·"):
        return ()
    parts = [part for part in _BARS.split(line) if part.strip(_TRIM)]
    if len(parts) < 2:
        return ()
    fields = [portal_fields(part) for part in parts]
    is_told = all(own or _says_nothing(part) for own, part in zip(fields, parts, strict=True))
    found = tuple(field for part in fields for field in part)
    return found if is_told and (all(fields) or len(found) > 1) else ()


def _says_nothing(part: str) -> bool:
    """Say whether a part of a line is a button or a bare number."""
    return bool(BUTTON.fullmatch(folded(part)) or NUMBER.fullmatch(part))


def _printed(line: str) -> Fields:
    """Read what stands without a label."""
    simple = folded(line)
    for shape, label in PRINTS:
        match = shape.fullmatch(simple)
        if match:
            return tuple(_named(match, label))
    bare = BARE.fullmatch(simple)
    if bare:
        return (("文件大小" if bare["size"] else "总页数", line),)
    return ()


def _celled(line: str) -> Fields:
    """Read a table's row: label, value, label, value."""
    cells = [cell.strip(_TRIM + ":：") for cell in line.split("\t")]
    labels = [folded(label) for label in cells[::2]]
    if len(cells) % 2 or not all(label in STRONG or label in WEAK for label in labels):
        return ()
    fields = tuple(zip(labels, cells[1::2], strict=True))
    return fields if all(_is_value(label, value) for label, value in fields) else ()


def _named(match: re.Match[str], label: str) -> list[tuple[str, str]]:
    """Give the values of a print: group `value` under its label, `place` as where the text is from."""
    place = match.groupdict().get("place")
    return [(label, match["value"].strip()), *([("来源", place)] if place else [])]


def _labelled(line: str) -> Fields:
    simple = folded(line)
    if simple in STRONG or simple in WEAK:
        return ((simple, ""),)
    marks = list(LABEL.finditer(simple))
    before = simple[: marks[0].start()].strip(_TRIM) if marks else simple
    is_behind_button = len(marks) > 1 and bool(BUTTON.fullmatch(before))
    if not marks or not (before == "" or before in STRONG or before in WEAK or is_behind_button):
        return ()
    ends = [*(mark.start() for mark in marks[1:]), len(line)]
    fields = tuple(
        (mark["label"], TRAILING.sub("", _BAR.sub("", line[mark.end() : end].strip(_TRIM), count=1)))
        for mark, end in zip(marks, ends, strict=True)
    )
    fields = tuple(part for label, value in fields for part in _undated(label, value))
    return fields if all(_is_value(label, value) for label, value in fields) else ()


def _undated(label: str, value: str) -> Fields:
    """Part who put a file there from the day behind the name: `上传人：某某 2018/10/16`."""
    dated = UPLOADED.fullmatch(value) if label in UPLOADERS else None
    return ((label, dated["name"]), ("上传时间", dated["day"])) if dated else ((label, value),)


def _is_value(label: str, value: str) -> bool:
    limit = NAME_CHARS if label in NAMES_OF_FILES else VALUE_CHARS
    return len(value) <= limit and not _STOPS.search(value)


def plain(words: str) -> str:
    """Give a line for comparing: without readings in brackets, in simplified characters."""
    return folded(unread(words))


def unread(words: str) -> str:
    """Take readings in brackets out of a line, as `heads.plain`; most lines have no bracket and cost nothing."""
    return without_readings(words) if "(" in words or "（" in words else words


def is_bare(words: str) -> bool:
    """Say whether what a line states stands there without a label."""
    line = plain(words).lstrip(_BULLETS)
    return not (LABEL.match(line) or line.rstrip(_TRIM) in STRONG or line.rstrip(_TRIM) in WEAK)


def is_strong(fields: Fields) -> bool:
    """Say whether fields can only be those of a file on a portal: True for an ID, a size, a price, an uploader.

    Three on a line, of which one is a file's own (`文档分类：党团 | 浏览：12 | 下载：5`), are as good.
    """
    if any(label.upper() in STRONG for label, _ in fields):
        return True
    return len(fields) >= BOXED and any(value and label.startswith(OWN) for label, value in fields)


def is_weak(fields: Fields) -> bool:
    """Say whether fields may as well open a report: True where all are labels such as `时间` and `作者`."""
    return bool(fields) and all(label in WEAK for label, _ in fields)
