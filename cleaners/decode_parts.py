"""Pages that no one codec reads whole: mixed, cut in a character, or with bad bytes. Read run by run.

A run is a stretch of bytes that can belong to one multi-byte text: it begins with a high byte and ends before a byte
that no codec here uses inside a character (`<`, `>`, blank, line end, most marks). A run that one codec reads strictly
is taken as that; what is left is aligned byte by byte, so that a lost byte costs one character and not the rest.
"""

import re
from typing import Final, NamedTuple

from cleaners.decode_align import align
from cleaners.decode_score import UNUSUAL, score
from cleaners.regex import regex

# A high byte, then anything that can follow one inside GB18030, Big5 or UTF-8. One class, possessive: linear.
RUN: Final = regex(rb"[\x80-\xff][\x30-\x39\x40-\xff]*+")
# Well-formed UTF-8 as the Unicode standard tables it (lead byte, allowed second byte, the rest). Branches are disjoint.
UTF8: Final = regex(
    rb"(?:[\x00-\x7f]++|[\xc2-\xdf][\x80-\xbf]|\xe0[\xa0-\xbf][\x80-\xbf]|[\xe1-\xec\xee\xef][\x80-\xbf]{2}"
    rb"|\xed[\x80-\x9f][\x80-\xbf]|\xf0[\x90-\xbf][\x80-\xbf]{2}|[\xf1-\xf3][\x80-\xbf]{3}|\xf4[\x80-\x8f][\x80-\xbf]{2})++"
)
# Two or more Han characters or marks in UTF-8 with nothing high around them: GB text hardly ever looks like that.
# The lookbehind stands second so that the search can leap from lead byte to lead byte.
FOREIGN_RUN: Final = regex(
    rb"[\xe3-\xe9\xef](?<![\x80-\xff].)[\x80-\xbf]{2}(?:[\xe3-\xe9\xef][\x80-\xbf]{2})++(?![\x80-\xff])", re.DOTALL
)

# What is left of such a run when ASCII is left out of a body, which takes no time: its first two characters.
_FOREIGN_PAIR: Final = regex(rb"[\xe3-\xe9\xef][\x80-\xbf]{2}[\xe3-\xe9\xef][\x80-\xbf]{2}")
_ASCII_BYTES: Final = bytes(range(0x80))

_MAX_ALIGNED: Final = 65_536
"""Bytes of a page that are aligned one by one, about 5 µs each; what is beyond is read as it comes, and counted as lost
where that makes no sense."""
_PIECE: Final = 256
_OWN: Final = 0.3
"""By how much another codec must read a run better than the page's own."""


# What a run read one byte out of step is full of: unusual characters on end (in real text: names, a few words).
# Written twice and not `{2}`: the engine leaps to the first of a class, not to a repetition, which takes three times
# as long.
_SUSPECT: Final = regex(f"[\ue000-\uf8ff{UNUSUAL}][\ue000-\uf8ff{UNUSUAL}]")
_AROUND: Final = 8
_ASCII: Final = regex(r"[\x00-\x7f]")
_SHIFTED: Final = 0.2
_STRETCH: Final = 16
_TELLING: Final = 6
_MENDED: Final = 0.5


class Parts(NamedTuple):
    """A text read in parts: how many characters were lost, and the codecs that read something."""

    text: str
    lost: int
    codecs: frozenset[str]


def read_parts(body: bytes, codecs: tuple[str, ...]) -> Parts:
    """Read every run with the codec that fits it; the first of `codecs` is the page's own, preferred in doubt."""
    pieces: list[str] = []
    used: set[str] = set()
    lost, budget, done = 0, _MAX_ALIGNED, 0
    for found in RUN.finditer(body):
        pieces.append(body[done : found.start()].decode("ascii"))
        run, done = found[0], found.end()
        is_last = done == len(body)
        if is_last and codecs[0] == "utf-8" and not UTF8.fullmatch(run):  # rather cut than two pairs of GB18030
            part = _cut(run, codecs) or _whole(run, codecs)
        else:
            part = _whole(run, codecs) or (_cut(run, codecs) if is_last else None)
        if part is None and len(run) <= budget:
            budget -= len(run)
            part = _aligned(run, codecs)
        part = part or _as_it_comes(run, codecs[0])
        pieces.append(part.text)
        lost += part.lost
        used |= part.codecs
    pieces.append(body[done:].decode("ascii"))
    return Parts("".join(pieces), lost, frozenset(used))


def _whole(run: bytes, codecs: tuple[str, ...]) -> Parts | None:
    strict = _strict(run, codecs)
    if strict is None or _is_shifted(strict[0]):
        return None
    return Parts(strict[0], 0, frozenset({strict[1]}))


def _cut(run: bytes, codecs: tuple[str, ...]) -> Parts | None:
    """Read the last run of a body that ends inside a character: what is missing is at its end, not within."""
    for size in range(1, min(4, len(run))):
        part = _whole(run[:-size], codecs[:1])
        if part and (codecs[0] == "utf-8" or score(part.text) >= _MENDED):  # else it may be out of step before its end
            return Parts(part.text + "\ufffd", 1, part.codecs)
    return None


def _aligned(run: bytes, codecs: tuple[str, ...]) -> Parts:
    text, used = align(run, codecs)
    strict = _strict(run, codecs)
    if strict and score(text) < _MENDED:  # nothing better was found: it stays as it was
        return Parts(strict[0], 0, frozenset({strict[1]}))
    return Parts(text, text.count("\ufffd"), used)


def _as_it_comes(run: bytes, codec: str) -> Parts:
    text = run.decode(codec, "replace")
    pieces = (text[start : start + _PIECE] for start in range(0, len(text), _PIECE))
    lost = sum(len(piece) for piece in pieces if _is_shifted(piece))
    return Parts(text, max(lost, text.count("\ufffd")), frozenset({codec}))


def has_foreign_run(body: bytes) -> bool:
    """True when a body of another codec holds a stretch of Chinese in UTF-8."""
    high = body.translate(None, _ASCII_BYTES)
    return _FOREIGN_PAIR.search(high) is not None and FOREIGN_RUN.search(body) is not None


def has_shifted_run(text: str) -> bool:
    """True when a stretch of a text is so full of unusual characters that a byte must be missing in it."""
    return any(_is_shifted(_around(text, *found.span())) for found in _SUSPECT.finditer(text))


def _around(text: str, start: int, end: int) -> str:
    """Give the stretch without ASCII that holds a place, at most 8 characters to either side."""
    before = _ASCII.split(text[max(0, start - _AROUND) : start])[-1]
    return before + text[start:end] + _ASCII.split(text[end : end + _AROUND], maxsplit=1)[0]


def _is_shifted(text: str) -> bool:
    """True when any stretch of 16 characters is nonsense: a long run may be out of step in a part of it only."""
    pieces = (text[start : start + _STRETCH] for start in range(0, len(text), _STRETCH))
    return any(len(piece) >= _TELLING and score(piece) < _SHIFTED for piece in pieces)


def _strict(run: bytes, codecs: tuple[str, ...]) -> tuple[str, str] | None:
    readings: list[tuple[str, str]] = []
    for codec in codecs:
        if codec == "utf-8" and not UTF8.fullmatch(run):  # quicker than an exception
            continue
        try:
            readings.append((run.decode(codec), codec))
        except UnicodeDecodeError:  # not this codec's: another one may read it, or it is aligned
            continue
    if len(readings) < 2:
        if not readings or (readings[0][1] != codecs[0] and score(readings[0][0]) < 0):
            return None  # valid, but nonsense, in a codec that is not the page's own: rather align
        return readings[0]
    return max(readings, key=lambda reading: score(reading[0]) + (_OWN if reading[1] == codecs[0] else 0.0))
