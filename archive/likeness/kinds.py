"""What a difference between two texts is: lacking, added, masked, changed, moved, or a matter of form. Pure.

Told from the symbols on either side and from how they are printed; which belong together is found in `alignment`.
"""

import re
import unicodedata
from enum import StrEnum

from archive.likeness.symbols import MASK, is_mark


class Kind(StrEnum):
    """What a piece is; each is said of the other text."""

    EQUAL = "equal"
    """The same, or the same but for its form."""
    LACKS = "lacks"
    ADDS = "adds"
    MASKS = "masks"
    """It has a mask where the one has words or figures."""
    FILLED = "filled"
    """It has words or figures where the one has a mask."""
    WORDS = "words"
    """It has other words."""
    FIGURES = "figures"
    """It has other figures, and nothing else differs."""
    MOVED = "moved"
    """It has this elsewhere: one piece where it stood, one where it stands."""
    MARKS = "marks"
    """Punctuation, signs or emoji only: a matter of form."""
    PINYIN = "pinyin"
    """A reading in brackets behind its character: a matter of form."""


REAL = (Kind.LACKS, Kind.ADDS, Kind.MASKS, Kind.FILLED, Kind.WORDS, Kind.FIGURES, Kind.MOVED)
"""Differences of the text, those of form apart."""

# Bars too long for masks of the genre, or beside other signs than words; in a row of names each its own. Possessive
# runs, then a mark that none of them holds: linear.
_BAR = re.compile(r"[*＊XxＸｘ×某_＿=□■○★●█▇]{2,}+(?:[、，,.:：/和][*＊XxＸｘ×某_＿=□■○★●█▇]{2,}+)*+")
# Figures in either writing, with what may stand between them. One class.
_FIGURES = re.compile(r"[0-9.,％%‰+~\-〇零一二三四五六七八九十百千万萬亿億两兩]++")
# A reading as it stands behind its character, with or without its tone; or `，F(xiàn)` in place of `。现`, of which a
# byte was lost. Brackets round at most eight letters.
_READING = re.compile(r"(,F)?\([a-zA-Zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜüê]{1,8}\)")


def kind_of(rows: tuple[str, str], texts: tuple[str, str]) -> Kind:
    """Say what it is that these symbols, printed as these texts, stand for each other; either may be empty."""
    words, other_words = (any(not is_mark(symbol) for symbol in row) for row in rows)
    is_masked, is_other_masked = (_is_masked(row, text) for row, text in zip(rows, texts, strict=True))
    if words and is_other_masked and not is_masked:
        return Kind.MASKS
    if other_words and is_masked and not is_other_masked:
        return Kind.FILLED
    if not (words or other_words):
        return Kind.MARKS
    if any(_is_reading(text, beside) for text, beside in (texts, texts[::-1])):
        return Kind.PINYIN
    if not (words and other_words):
        return Kind.LACKS if words else Kind.ADDS
    return Kind.FIGURES if all(_FIGURES.fullmatch("".join(text.split())) for text in texts) else Kind.WORDS


def _is_reading(text: str, beside: str) -> bool:
    """Return True where a text is a reading in brackets, with nothing in its place or the character that it read."""
    found = _READING.fullmatch(unicodedata.normalize("NFKC", text).strip())
    return found is not None and (len("".join(beside.split())) == 2 if found[1] else not beside)


def _is_masked(row: str, text: str) -> bool:
    """Return True where symbols, printed as this text, are a mask and nothing but marks with it."""
    if MASK in row:
        return all(symbol == MASK or is_mark(symbol) for symbol in row)
    return _BAR.fullmatch(text.strip()) is not None
