"""Datasette's CSV made safe to open: no cell is a formula, and Excel is told that it reads UTF-8.

Cells of our own exports are made so in `archive.exporting.cells`, where what a formula begins with is listed.
"""

import codecs
import re

from archive.exporting.cells import FORMULA_STARTS

# A negative number to the end of its cell, as SQLite's numbers are written: it stays one. Each part begins with a
# character that the part before cannot hold, so that there is one way to read it.
_NUMBER = re.compile(r"-[0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?(?=[,\r\n]|$)")
_STARTS = frozenset(FORMULA_STARTS) - {"\r"}
"""Out of quotes a carriage return ends the row."""


class SafeCells:
    """A stream of CSV as Python writes it, cut anywhere; it is given on by lines, with where in a row they begin."""

    def __init__(self) -> None:
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")
        self._held = ""
        self._is_quoted = False
        self._at_start = True
        self._mark = "\ufeff"

    def feed(self, piece: bytes, *, is_last: bool) -> bytes:
        """Take a piece and give the lines that are whole, an apostrophe before each cell that would be a formula."""
        text = self._held + self._decoder.decode(piece, final=is_last)
        end = len(text) if is_last else text.rfind("\n") + 1
        self._held = text[end:]
        if not end and not is_last:
            return b""
        mark, self._mark = self._mark, ""
        return (mark + "".join(self._safe(text[:end]))).encode()

    def _safe(self, text: str) -> list[str]:
        made: list[str] = []
        for place, character in enumerate(text):
            if self._at_start and character == '"' and not self._is_quoted:
                self._is_quoted = True
            else:
                if self._at_start and self._is_formula(text, place):
                    made.append("'")
                self._is_quoted ^= character == '"'
                self._at_start = not self._is_quoted and character in ",\n"
            made.append(character)
        return made

    def _is_formula(self, text: str, place: int) -> bool:
        first = text[place]
        if first < " " and first not in "\r\n":  # a spreadsheet may pass over it, to the formula behind
            return True
        if self._is_quoted:  # a number is never quoted
            return first in FORMULA_STARTS
        return first in _STARTS and _NUMBER.match(text, place) is None
