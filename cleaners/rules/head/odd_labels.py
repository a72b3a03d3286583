"""What states nothing in lines of fields: labels that one site alone has, and words of templates. Fields: `meta_lines`.

`发布时间：… 来源：… 发布开发区：某区`: no list has all such labels; their place behind a date and a source tells them.
"""

import re
from collections.abc import Sequence

from cleaners.regex import regex
from cleaners.rules.folding import folded
from cleaners.rules.head.own_dates import MINUTES

BEFORE = 2
"""Known labels of a dated line that must stand before such a one."""
ODD = regex(r"(?<=[\s|｜])(?P<label>[一-鿿]{2,6})\s?[:：]\s?[^\s。，,；;：:]{0,20}(?=[\s|｜]|\Z)")
"""A label with a short value or none, set apart by blanks; bounded, the colon parts the classes."""
OWN = regex(r"(?:填报|申报|报送|联系|承办|主办|会议|活动|培训|参训|年级|班级|姓名|学号|课题|学科)")
"""How labels of forms and of plans begin, which are the author's."""

UNFILLED = regex(
    r"[\[{(<%$]{0,3}(?:db|field|data|item|info|标签|dede|cms|pc|cfg|var)\s?[:：.][^\s，。]{1,20}|\{\{?[^{}]{1,30}\}{0,2}"
    r"|null|NULL|undefined|None|none|NaN"
)
"""`[db:来源]`, `null`: a template's own word where a value was to stand; bounded."""


def is_unfilled(value: str) -> bool:
    """Say whether a value is a template's own word, which nothing replaced."""
    return value[:1] in "[{(<%$dnNufipcv标" and bool(UNFILLED.fullmatch(value))


def without_odd(line: str, marks: Sequence[re.Match[str]]) -> str:
    """Blank out such labels with their values, places kept; the line itself where none stands behind known ones."""
    if len(marks) < BEFORE or line.count(":") + line.count("：") <= len(marks):
        return line
    first = marks[BEFORE - 1].end()
    for odd in reversed(list(ODD.finditer(line, first))):
        label = folded(odd["label"])
        is_own = OWN.match(label) or MINUTES.match(f"{label}:")
        if not is_own and not any(odd.start() <= mark.start() < odd.end() for mark in marks):
            line = line[: odd.start()] + " " * len(odd[0]) + line[odd.end() :]
    return line
