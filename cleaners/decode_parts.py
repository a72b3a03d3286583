"""Pages that no one codec reads whole: mixed, cut in a character, or with bad bytes. Read run by run.

A run is a stretch of bytes that can belong to one multi-byte text: it begins with a high byte and ends before a byte
that no codec here uses inside a character (`<`, `>`, blank, line end, most marks). A run that one codec reads strictly
is taken as that; what is left is aligned byte by byte, so that a lost byte costs one character and not the rest.
"""

import re
from typing import Final, NamedTuple

from cleaners.decode_score import UNUSUAL, score, weight

# A high byte, then anything that can follow one inside GB18030, Big5 or UTF-8. One class, possessive: linear.
RUN: Final = re.compile(rb"[\x80-\xff][\x30-\x39\x40-\xff]*+")
# Well-formed UTF-8 as the Unicode standard tables it (lead byte, allowed second byte, the rest). Branches are disjoint.
UTF8: Final = re.compile(
    rb"(?:[\x00-\x7f]++|[\xc2-\xdf][\x80-\xbf]|\xe0[\xa0-\xbf][\x80-\xbf]|[\xe1-\xec\xee\xef][\x80-\xbf]{2}"
    rb"|\xed[\x80-\x9f][\x80-\xbf]|\xf0[\x90-\xbf][\x80-\xbf]{2}|[\xf1-\xf3][\x80-\xbf]{3}|\xf4[\x80-\x8f][\x80-\xbf]{2})++"
)
# Two or more Han characters or marks in UTF-8 with nothing high around them: GB text hardly ever looks like that.
# The lookbehind stands second so that the search can leap from lead byte to lead byte.
FOREIGN_RUN: Final = re.compile(
    rb"[\xe3-\xe9\xef](?<![\x80-\xff].)[\x80-\xbf]{2}(?:[\xe3-\xe9\xef][\x80-\xbf]{2})++(?![\x80-\xff])", re.DOTALL
)

_MAX_ALIGNED: Final = 32_768
"""Bytes of a page that are aligned one by one (about 4 µs each); what is beyond is read with replacement characters."""
_DROP: Final = 2.2
"""Cost of giving up a byte; a frequent character costs 0, a rare one up to 1.7."""
_SWITCH: Final = 1.5
_OWN: Final = 0.3
"""By how much another codec must read a run better than the page's own."""


# What a run read one byte out of step is full of: unusual characters on end (in real text: names, a few words).
_SUSPECT: Final = re.compile(f"[\ue000-\uf8ff{UNUSUAL}]{{2}}")
_AROUND: Final = 8
_ASCII: Final = re.compile(r"[\x00-\x7f]")
_SHIFTED: Final = 0.2
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
        strict = _strict(run, codecs)
        if strict and not _is_shifted(strict[0]):
            text, codec = strict
            used.add(codec)
        elif len(run) <= budget:
            budget -= len(run)
            text, run_codecs = _align(run, codecs)
            if strict and score(text) < _MENDED:  # nothing better was found: it stays as it was
                text, run_codecs = strict[0], frozenset({strict[1]})
            used |= run_codecs
            lost += text.count("\ufffd")
        else:
            text = run.decode(codecs[0], "replace")
            lost += text.count("\ufffd")
        pieces.append(text)
    pieces.append(body[done:].decode("ascii"))
    return Parts("".join(pieces), lost, frozenset(used))


def has_shifted_run(text: str) -> bool:
    """True when a stretch of a text is so full of unusual characters that a byte must be missing in it."""
    return any(_is_shifted(_around(text, *found.span())) for found in _SUSPECT.finditer(text))


def _around(text: str, start: int, end: int) -> str:
    """Give the stretch without ASCII that holds a place, at most 8 characters to either side."""
    before = _ASCII.split(text[max(0, start - _AROUND) : start])[-1]
    return before + text[start:end] + _ASCII.split(text[end : end + _AROUND], maxsplit=1)[0]


def _is_shifted(text: str) -> bool:
    return len(text) >= 6 and score(text) < _SHIFTED


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


class _Step(NamedTuple):
    cost: float
    size: int
    text: str
    codec: str


def _align(run: bytes, codecs: tuple[str, ...]) -> tuple[str, frozenset[str]]:
    """Find the reading of a damaged run that keeps most common characters: a shortest path over its bytes."""
    best: list[tuple[float, _Step | None]] = [(0.0, None)]
    best += [(float("inf"), None)] * len(run)
    for start in range(len(run)):
        cost, before = best[start]
        codec = before.codec if before else ""
        for step in _steps(run, start, codecs):
            switched = bool(codec and step.codec and codec != step.codec)
            total = cost + step.cost + (_SWITCH if switched else 0.0)
            if total < best[start + step.size][0]:
                best[start + step.size] = (total, step if step.codec else step._replace(codec=codec))
    return _walk_back(best)


def _walk_back(best: list[tuple[float, _Step | None]]) -> tuple[str, frozenset[str]]:
    steps: list[_Step] = []
    position = len(best) - 1
    while (step := best[position][1]) is not None:
        steps.append(step)
        position -= step.size
    text = "".join(step.text for step in reversed(steps))
    # Up to four given-up bytes in a row were one character: three of UTF-8 and a stray one.
    return re.sub("\ufffd{1,4}+", "\ufffd", text), frozenset(step.codec for step in steps if step.codec)


def _steps(run: bytes, start: int, codecs: tuple[str, ...]) -> list[_Step]:
    first = run[start]
    if first < 0x80:
        return [_Step(0.0, 1, chr(first), "")]
    steps = [_Step(_DROP, 1, "\ufffd", "")]
    for codec in codecs:
        if codec == "utf-8":
            sizes: tuple[int, ...] = (2 if first < 0xE0 else 3 if first < 0xF0 else 4,) if 0xC2 <= first <= 0xF4 else ()
        else:
            sizes = (2, 4) if codec == "gb18030" else (2,)
        for size in sizes:
            text = _decode_one(run[start : start + size], size, codec)
            if text:
                steps.append(_Step(1.0 - weight(text[0]), size, text, codec))
        if codec == "gb18030" and first == 0x80:  # the euro sign of Windows' code page 936
            steps.append(_Step(1.7, 1, "€", codec))
    return steps


def _decode_one(piece: bytes, size: int, codec: str) -> str | None:
    if len(piece) < size:
        return None
    try:
        text = piece.decode(codec)
    except UnicodeDecodeError:  # these bytes are no character of the codec
        return None
    # Four bytes of GB18030 may also be two pairs or a character and ASCII: only a single character counts here.
    return text if len(text) == 1 or codec == "big5hkscs" else None
