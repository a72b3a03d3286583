"""A text as a row of symbols for aligning it: script, width, case, white space and readings in brackets are left out.

A number, a Latin word and a mask are one symbol each, so that `2019` and `2020` differ as a whole, and `XX镇` is
`***镇`. What two rows have in common is found in `alignment`, what it means is said in `differences`.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from archive.han import HAN, simplified_of, variant_of
from cleaners.facts.text import mask_places

MASK = "\ue000"
"""Stands for a mask of any style and length."""
_FIRST_CODE, _LAST_CODE = 0x40000, 0x10FFFF
_LOST = "\ufffd"
# What is not one symbol a character, in a text that was folded character by character: a reading with a tone behind
# its character, a year with its end masked (`20XX`; 20x15 is a size), a number with its decimal places and whatever
# wraps cut it, a Latin word, white space. Runs are bounded or possessive, alternatives begin otherwise: linear.
_SPECIAL = re.compile(
    rf"(?P<reading>(?<=[{HAN}])[ \t]?\([a-z]{{0,6}}"
    r"(?:[a-z][\u0300-\u0304\u030c]|[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ])[a-zü\u0308]{0,6}\))"
    r"|(?P<year>(?:19|20)[0-9]?[x*×_□某]{1,3}+(?![0-9a-z]))"
    r"|(?P<number>[0-9]++(?:\s++[0-9]++)*+(?:\.[0-9]++)*+)|(?P<word>[a-z]{2,}+)|(?P<space>\s++)"
)


class Book(dict[str, str]):
    """Private characters for symbols of more than one character; two texts that are compared share one book."""

    def __missing__(self, token: str) -> str:
        # Past 850,000 distinct numbers and words the rest would count as equal: a text of several megabytes of them.
        self[token] = chr(min(_FIRST_CODE + len(self), _LAST_CODE))
        return self[token]


class _Folding(dict[int, str]):
    """A table for `str.translate` that fills itself: one character for each, whatever its script, width and case."""

    def __missing__(self, point: int) -> str:
        character = chr(point)
        simplified = simplified_of()
        normal = "".join(simplified.get(one, one) for one in unicodedata.normalize("NFKC", character).lower())
        if unicodedata.category(character) in ("Co", "Cn", "Cs"):
            normal = _LOST  # private characters stand for masks, numbers and words here
        elif len(normal) != 1:  # … and ㈠ stay as they are
            normal = character
        self[point] = variant_of().get(normal, normal)
        return self[point]


_FOLDING = _Folding()


@dataclass(frozen=True, slots=True, kw_only=True)
class Symbols:
    """A text as symbols, and where each stands in it."""

    text: str
    row: str
    """One character a symbol."""
    starts: list[int]
    ends: list[int]

    def bound(self, index: int) -> int:
        """Give where in the text the symbol of that index begins: 0 for the first, the text's end behind the last."""
        if index >= len(self.starts):
            return len(self.text)
        return self.starts[index] if index else 0


def symbols_of(text: str, book: Book) -> Symbols:
    """Make the symbols of a text."""
    flat = text.translate(_FOLDING)
    row: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    at = 0
    for start, end, symbol in _specials(text, flat, book):
        row.append(flat[at:start])
        starts += range(at, start)
        ends += range(at + 1, start + 1)
        if symbol:
            row.append(symbol)
            starts.append(start)
            ends.append(end)
        at = end
    row.append(flat[at:])
    starts += range(at, len(flat))
    ends += range(at + 1, len(flat) + 1)
    return Symbols(text=text, row="".join(row), starts=starts, ends=ends)


def _specials(text: str, flat: str, book: Book) -> Iterator[tuple[int, int, str]]:
    """Give the runs that are one symbol, or none, with that; in order and apart."""
    found = [(start, 0, end, MASK) for start, end in mask_places(text)]
    for match in _SPECIAL.finditer(flat):
        kind = match.lastgroup
        symbol = "" if kind in ("space", "reading") else MASK if kind == "year" else book["".join(match[0].split())]
        found.append((match.start(), 1, match.end(), symbol))
    behind = 0
    for start, _, end, symbol in sorted(found):
        if start >= behind:  # else within a mask
            yield start, end, symbol
            behind = end


def is_mark(symbol: str) -> bool:
    """Return True for a symbol that is no word, number or mask: punctuation, signs, emoji."""
    return symbol != MASK and unicodedata.category(symbol)[0] in "PSZCM" and ord(symbol) < _FIRST_CODE
