"""What a value looks like in a file for other programs: cells that are no formulas, JSON that is one line everywhere.

The command line prints by the same functions. Which values there are is said in `kinds`.
"""

import json
import re
from typing import Any

# Control characters of both ranges but tab and line feed, what other programs take for the end of a line, and the marks
# that turn the direction of writing: one class, one character at a time, linear.
CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
"""What makes a spreadsheet take a cell for a formula; the wide ones do so where it reads Chinese."""


def without_controls(text: str) -> str:
    """Put U+FFFD for every character that controls a terminal or a line; tab and line feed stay."""
    return CONTROLS.sub("\ufffd", text)


def as_json(value: Any, *, indent: int | None = None) -> str:  # noqa: ANN401 - whatever JSON can hold
    """Give JSON with Chinese as Chinese and every control character escaped: one line for every program."""
    text = json.dumps(value, ensure_ascii=False, indent=indent)
    return CONTROLS.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def safe_cell(value: object) -> str:
    """Give a CSV cell that no spreadsheet takes for a formula; numbers stay as they are."""
    if value is None:
        return ""
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    text = value if isinstance(value, str) else as_json(value)
    return without_controls(f"'{text}" if text.startswith(FORMULA_STARTS) else text)
