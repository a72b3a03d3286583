"""A damaged run of bytes read so that most of it makes sense: a shortest path over its bytes.

In GB18030 and Big5 one byte too few puts all that follow out of step, up to the next blank or tag, and most of that
garbage is valid. Every byte can begin a character of one of the codecs, at a cost that grows with its rarity, or be
given up; the cheapest way through the run is its text.
"""

import re
from itertools import takewhile
from typing import Final, NamedTuple

from cleaners.decode_score import weight

_DROP: Final = 1.8
"""Cost of giving up a byte; a frequent character costs 0, a common one 0.5, a rare one up to 1.7."""
_DROP_NEXT: Final = 0.6
"""Cost of giving up the byte beside it too: what is lost is most often all of one character."""
_LETTER: Final = 0.3
"""Cost of an ASCII letter in a damaged run: more often than not it is the second byte of a character."""
_SWITCH: Final = 1.5
"""Cost of going over to another codec within a run."""
_WELL_FORMED: Final = 0.5
_EURO: Final = 1.7
_NEVER_IN_A_PAIR: Final = b"\x80\xff"
_LONGEST_GAP: Final = 5
_LOST: Final = "\ufffd"


class _Step(NamedTuple):
    cost: float
    size: int
    text: str
    codec: str
    is_sure: bool = False
    """True when the bytes can belong to nothing else."""


def align(run: bytes, codecs: tuple[str, ...]) -> tuple[str, frozenset[str]]:
    """Read a run, U+FFFD for each lost character, and say which codecs were used.

    A character beside a lost one that may be half of this and half of that is given up too: better lost than wrong.
    """
    best: list[tuple[float, _Step | None]] = [(0.0, None)]
    best += [(float("inf"), None)] * len(run)
    for start in range(len(run)):
        cost, before = best[start]
        codec = before.codec if before else ""
        for step in _steps(run, start, codecs):
            total = cost + _cost_after(step, before, codec)
            if total < best[start + step.size][0]:
                best[start + step.size] = (total, step if step.codec else step._replace(codec=codec))
    return _walk_back(best)


def _cost_after(step: _Step, before: _Step | None, codec: str) -> float:
    if step.text == _LOST:
        return _DROP_NEXT if before and before.text == _LOST else _DROP
    return step.cost + (_SWITCH if codec and step.codec and codec != step.codec else 0.0)


def _walk_back(best: list[tuple[float, _Step | None]]) -> tuple[str, frozenset[str]]:
    steps: list[_Step] = []
    position = len(best) - 1
    while (step := best[position][1]) is not None:
        steps.append(step)
        position -= step.size
    steps.reverse()
    text = "".join(_LOST if _is_doubtful(steps, at) else step.text for at, step in enumerate(steps))
    # Up to four given-up bytes in a row were one character: three of UTF-8 and a stray one.
    return re.sub("\ufffd{1,4}+", _LOST, text), frozenset(step.codec for step in steps if step.codec)


def _is_doubtful(steps: list[_Step], at: int) -> bool:
    """True for a pair that is not among the most frequent characters, beside bytes that could belong to it."""
    step = steps[at]
    if step.size != 2 or step.cost < 0.1 or step.codec == "utf-8":  # UTF-8 shows where a character begins
        return False
    return _is_open(steps[:at][:-_LONGEST_GAP:-1]) or _is_open(steps[at + 1 : at + _LONGEST_GAP])


def _is_open(steps: list[_Step]) -> bool:
    """True when a run of given-up bytes begins the steps and none of it shows by itself that it is damage."""
    gap = list(takewhile(lambda step: step.text == _LOST, steps))
    return bool(gap) and not any(step.is_sure for step in gap)


def _steps(run: bytes, start: int, codecs: tuple[str, ...]) -> list[_Step]:
    first = run[start]
    if first < 0x80:
        return [_Step(0.0 if chr(first).isdigit() else _LETTER, 1, chr(first), "")]
    steps = [_Step(_DROP, 1, _LOST, "", is_sure=first in _NEVER_IN_A_PAIR)]
    for codec in codecs:
        for size in _sizes(first, codec):
            if text := _decode_one(run[start : start + size], size, codec):
                rarity = 1.0 - weight(text[0])
                # In a page of UTF-8 well-formed bytes are no accident, whatever the language.
                cost = min(rarity, _WELL_FORMED) if codec == "utf-8" == codecs[0] else rarity
                steps.append(_Step(cost, size, text, codec))
        if codec == "gb18030" and first == 0x80:  # the euro sign of Windows' code page 936
            steps.append(_Step(_EURO, 1, "€", codec))
    return steps


def _sizes(first: int, codec: str) -> tuple[int, ...]:
    """Give the sizes of characters that can begin with a byte."""
    if codec != "utf-8":
        return (2, 4) if codec == "gb18030" else (2,)
    if not 0xC2 <= first <= 0xF4:
        return ()
    return (2 if first < 0xE0 else 3 if first < 0xF0 else 4,)


def _decode_one(piece: bytes, size: int, codec: str) -> str | None:
    if len(piece) < size:
        return None
    try:
        text = piece.decode(codec)
    except UnicodeDecodeError:  # these bytes are no character of the codec
        return None
    # Four bytes of GB18030 may also be two pairs or a character and ASCII: only a single character counts here.
    return text if len(text) == 1 or codec == "big5hkscs" else None
