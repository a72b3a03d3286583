"""A text as a row of symbols for aligning it: script, width, case, white space and readings in brackets are left out.

A number, a Latin word and a mask are one symbol each, so that `2019` and `2020` differ as a whole, and `XX镇` is
`***镇`. What two rows have in common is found in `alignment`, what it means is said in `differences`.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from archive.fold import fold_with_offsets
from archive.han import variant_of
from cleaners.facts.text import mask_places

MASK = "\ue000"
"""Stands for a mask of any style and length."""
_FIRST_CODE, _LAST_CODE = 0x40000, 0x10FFFF
# A year with its end masked (`20XX`; 20x15 is a size), a number with its decimal places, a Latin word, else any one
# character. Runs are bounded or possessive: linear.
_TOKEN = re.compile(r"(?P<year>(?:19|20)[0-9]?[x*×_□某]{1,3}+(?![0-9a-z]))|[0-9]++(?:\.[0-9]++)*+|[a-z]++|\S")


class Book(dict[str, str]):
    """Private characters for symbols of more than one character; two texts that are compared share one book."""

    def __missing__(self, token: str) -> str:
        # Past 850,000 distinct numbers and words the rest would count as equal: a text of several megabytes of them.
        self[token] = chr(min(_FIRST_CODE + len(self), _LAST_CODE))
        return self[token]


@dataclass(frozen=True, slots=True, kw_only=True)
class Symbols:
    """A text as symbols, and where each stands in it."""

    text: str
    row: str
    """One character a symbol."""
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def bound(self, index: int) -> int:
        """Give where in the text the symbol of that index begins: 0 for the first, the text's end behind the last."""
        if index >= len(self.starts):
            return len(self.text)
        return self.starts[index] if index else 0


def symbols_of(text: str, book: Book) -> Symbols:
    """Make the symbols of a text."""
    masks = dict(mask_places(text))
    row: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for token, start, stop in _tokens(text):
        behind = ends[-1] if ends else 0
        if start < behind:  # inside a mask
            continue
        end = masks.get(start, stop)
        is_mask = start in masks or (token == MASK and stop - start > 1)
        row.append(MASK if is_mask else _symbol(token, text[start:stop], book))
        starts.append(start)
        ends.append(end)
    return Symbols(text=text, row="".join(row), starts=tuple(starts), ends=tuple(ends))


def _symbol(token: str, printed: str, book: Book) -> str:
    """Give a common character itself; numbers, words and characters of private use by the book."""
    if len(token) == 1:
        return token if token < MASK or "\uf900" <= token < "\U00030000" else book[token]
    is_sign = len(printed) == 1 and is_mark(printed)  # … and ℃ fold to several characters
    return printed if is_sign else book[token]


def _tokens(text: str) -> Iterator[tuple[str, int, int]]:
    """Give tokens of the folded text with their spans in the text."""
    folded, offsets = fold_with_offsets(text)
    if any(map(str.isspace, folded)):  # a wrap within a number makes no two of it
        offsets = [offset for character, offset in zip(folded, offsets, strict=True) if not character.isspace()]
        folded = "".join(folded.split())
    flat, wide = folded, dict[str, str]()
    if len(set(offsets)) != len(offsets):  # ㈠ and … fold to several characters each, which must stay together
        flat, offsets, wide = _grouped(folded, offsets)
    variants = variant_of()
    for match in _TOKEN.finditer(flat):
        token = match[0]
        token = MASK if match["year"] else variants.get(token, wide.get(token, token))
        yield token, offsets[match.start()], offsets[match.end() - 1] + 1


def _grouped(folded: str, offsets: list[int]) -> tuple[str, list[int], dict[str, str]]:
    """Give the folded text with one character for each of the original; a private one for several, and their list."""
    parts: dict[int, str] = {}
    for character, offset in zip(folded, offsets, strict=True):
        parts[offset] = parts.get(offset, "") + character
    several = {part for part in parts.values() if len(part) > 1}
    code = {part: chr(0xE001 + number) for number, part in enumerate(sorted(several))}
    flat = "".join(code.get(part, part) for part in parts.values())
    return flat, list(parts), {character: part for part, character in code.items()}


def is_mark(symbol: str) -> bool:
    """Return True for a symbol that is no word, number or mask: punctuation, signs, emoji."""
    return symbol != MASK and unicodedata.category(symbol)[0] in "PSZCM" and ord(symbol) < _FIRST_CODE
