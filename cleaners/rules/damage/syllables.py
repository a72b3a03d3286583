"""Readings of Han characters: which syllables a character has, and how a page spells them. No rule stands here.

The table is read when the first reading in brackets is met, never before: few texts have any.
"""

import unicodedata
from functools import cache
from importlib.resources import files

VOWELS = "aāáǎàăeēéěèĕêiīíǐìĭoōóǒòŏuūúǔùŭüǖǘǚǜ"
TONES = "".join(sign for sign in VOWELS if sign not in "aeiouêü")
"""Vowels with a tone mark."""
LETTERS = f"a-zA-Z{VOWELS}ĀÁǍÀĒÉĚÈĪÍǏÌŌÓǑÒŪÚǓÙÜńňǹ\u0251\u0261\u0300\u0301\u0304\u0306\u0308\u030c"
"""Letters of readings as the inside of a regex class: with tone marks set or combining, ɑ and ɡ of school books, a
breve for a caron (fonts without it)."""
_TONES = {"\u0304": "1", "\u0301": "2", "\u030c": "3", "\u0306": "3", "\u0300": "4"}
_PLAIN = str.maketrans({"\u0251": "a", "\u0261": "g"})
_UMLAUT = "\u0308"
_CIRCUMFLEX = "\u0302"
_NEUTRAL = "0"
LONGEST = 7
"""Letters of a syllable: six, and a digit for its tone."""


def spelled(reading: str) -> tuple[str, str] | None:
    """Give a syllable's letters (ü as v) and its tone (`1`-`4`; empty where none is written).

    Takes `tài`, `tai4`, `Tài`, `nǚ`, `nv3`, `nu:3`; None for what has two tones or is no row of letters. Tone `5` is
    the neutral one and comes back as `0`.
    """
    letters, tone = "", ""
    plain = unicodedata.normalize("NFD", reading.lower().translate(_PLAIN))
    for sign in plain.replace("u:", "v"):
        if sign in _TONES or sign in "012345":
            if tone:
                return None
            tone = _TONES.get(sign, sign)
        elif sign == _UMLAUT:
            letters = letters[:-1] + "v"
        elif sign != _CIRCUMFLEX:
            letters += sign
    if not letters.isascii() or not letters.isalpha():
        return None
    return letters, _NEUTRAL if tone == "5" else tone


def has_tone(reading: str) -> bool:
    """Say whether a reading is written with a tone; True for `tài` and `tai4`, False for `tai` and `lü`."""
    found = spelled(reading)
    return bool(found and found[1])


@cache
def readings_of() -> dict[str, frozenset[str]]:
    """Give all readings of each character of the table, as `tai4`; source: `cleaners.data`."""
    found: dict[str, set[str]] = {}
    content = files("cleaners.data").joinpath("readings.txt").read_text(encoding="utf-8")
    for line in content.splitlines():
        if not line.startswith("#"):
            syllable, characters = line.split(" ")
            for character in characters:
                found.setdefault(character, set()).add(syllable)
    return {character: frozenset(syllables) for character, syllables in found.items()}


def fits(character: str, reading: str) -> bool:
    """Say whether a character has this reading; a reading without a tone fits whatever tone the character has."""
    found = spelled(reading)
    if found is None:
        return False
    letters, tone = found
    return any(
        own == letters + tone if tone else own[:-1] == letters for own in readings_of().get(character, frozenset())
    )


def fits_neutral(character: str, reading: str) -> bool:
    """Say whether a character may be read without a tone and this is how; True for `們`, `men`."""
    found = spelled(reading)
    return bool(found and not found[1] and found[0] + _NEUTRAL in readings_of().get(character, frozenset()))


def fits_all(characters: str, reading: str) -> bool:
    """Say whether a reading without blanks is those of the characters, one behind the other; True for 积极, `jījí`."""
    plain = unicodedata.normalize("NFC", reading.lower().translate(_PLAIN))
    ends = {0}
    for character in characters:
        ends = {
            end
            for start in ends
            for end in range(start + 1, min(start + LONGEST, len(plain)) + 1)
            if fits(character, plain[start:end])
        }
    return len(plain) in ends


def begins(character: str, piece: str) -> bool:
    """Say whether a reading of the character begins with these letters; with the same tone where one is written."""
    found = spelled(piece)
    if found is None:
        return False
    letters, tone = found
    return any(
        own.startswith(letters) and (not tone or own.endswith(tone)) for own in readings_of().get(character, ())
    )
