"""Bytes behind characters: what a run of characters becomes when the byte that was lost before it is put back.

A page in GBK lost one byte; from there on each character was made of the second byte of one and the first byte of the
next, until a second byte stood in the range of ASCII, where the reader fell into step again. Which runs are damage is
not decided here: see `shifted`.
"""

from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import NamedTuple

CODEC = "gb18030"
LOST = 0xA1
"""The first byte of Chinese punctuation, lost in ten of twelve runs (realtext, section 4)."""
MARKS = {0xA1A2: "、", 0xA1A3: "。", 0xA1AE: "‘", 0xA1AF: "’", 0xA1B0: "“",
         0xA1B1: "”", 0xA1B4: "〈", 0xA1B5: "〉", 0xA1B6: "《", 0xA1B7: "》", 0xA1B8: "「", 0xA1B9: "」", 0xA1BA: "『",
         0xA1BB: "』", 0xA1BE: "【", 0xA1BF: "】"}  # fmt: skip
"""Marks whose first byte is `LOST`, and which may begin a repaired run."""
FOLDED = frozenset(",!:;()?")
"""Marks that a page may show in ASCII for a full-width one (realtext, section 0); their first byte is A3."""
LONGEST = 80
"""Characters after which a run is given up: half of all stretches without ASCII are shorter."""
WIDE_LEAD = 0xA3
LOWEST_TRAIL = 0x40
HIGHEST_TRAIL = 0x7E
LOWEST_LEAD = 0x81


class Run(NamedTuple):
    """text[start:end) read anew: `put` in its place; `held` is the first byte of a last character that stays lost."""

    start: int
    end: int
    put: str
    held: int = 0

    @property
    def is_whole(self) -> bool:
        """True when no character of the run stays lost."""
        return not self.held


@lru_cache(maxsize=8192)
def pair(character: str) -> bytes | None:
    """Give the two bytes of a character; None where it has one or four."""
    found = character.encode(CODEC, "replace")
    return found if len(found) == 2 else None


def wide(character: str) -> bytes:
    """Give the two bytes of the full-width form of an ASCII mark."""
    return bytes((WIDE_LEAD, ord(character) | 0x80))


@lru_cache(maxsize=65536)
def joined(lead: int, trail: int) -> str | None:
    """Give the character of two bytes; None where there is none, or one for private use."""
    found = bytes((lead, trail)).decode(CODEC, "ignore")
    return found if len(found) == 1 and not "\ue000" <= found <= "\uf8ff" else None


def is_trail(character: str) -> bool:
    """Say whether an ASCII character may be the second byte of a character; True from `@` to `~`."""
    return len(character) == 1 and LOWEST_TRAIL <= ord(character) <= HIGHEST_TRAIL


def first_byte(character: str) -> int:
    """Give the first byte of a character, of a folded mark's full-width form; 0 for other ASCII and for none."""
    if character in FOLDED:
        return WIDE_LEAD
    found = pair(character) if character and not character.isascii() else None
    return found[0] if found else 0


@lru_cache(maxsize=8192)
def begins_run(character: str) -> bool:
    """Say whether a run may begin with this character: with the lost byte before it, it begins with a mark."""
    return (LOST << 8 | first_byte(character)) in MARKS


def characters_of(lead: int, trail: int = 0) -> Iterator[str]:
    """Give the characters that begin with one byte, or, where that is 0, those that end with the other."""
    leads = (lead,) if lead else range(LOWEST_LEAD, 0xFF)
    trails = (trail,) if trail else range(LOWEST_TRAIL, 0xFF)
    for one in leads:
        for other in trails:
            found = joined(one, other)
            if found:
                yield found


def read_anew(text: str, start: int, accepts: Callable[[str], bool], *, lost: int = LOST) -> Iterator[Run]:
    """Read text[start:) with the lost byte before it, up to where it falls into step; the readings that are possible.

    A run is given up at the first character that `accepts` refuses, so that sound text costs one or two steps.

    A mark in ASCII may be a folded full-width one or the end of the run, so that one start may give several runs.
    Each step holds one byte over; a run ends where an ASCII character takes it up, or where the line ends without.
    """
    states = [(start, lost, "")]
    while states:
        at, held, put = states.pop()
        if put and held < LOWEST_LEAD:  # `盵` was `”[`: its second byte is an ASCII mark of its own
            yield Run(start, at, put + chr(held))
            continue
        sign = text[at : at + 1]
        if at - start > LONGEST:
            continue
        if is_trail(sign):
            last = joined(held, ord(sign))
            if last and accepts(last):
                yield Run(start, at + 1, put + last)
        elif not sign or (sign.isascii() and (sign not in FOLDED or at > start)) or sign == "\ufffd":
            yield from _orphan(start, at, put, held)
        bytes_ = wide(sign) if sign in FOLDED else (pair(sign) if sign and not sign.isascii() else None)
        own = joined(held, bytes_[0]) if bytes_ and sign != "\ufffd" else None
        if bytes_ and own and accepts(own):
            states.append((at + 1, bytes_[1], put + own))


def _orphan(start: int, at: int, put: str, held: int) -> Iterator[Run]:
    if put:
        yield Run(start, at, put, held)
