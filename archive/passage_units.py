"""The sentences and paragraphs of a text, each folded to one number. Which of them recur: `archive.passage_finding`.

Folded like the keys of reports (`archive.fingerprint`): script, width, punctuation, masks, Latin letters drop out. Two
decisions: figures do not tell passages apart (`开会12次` and `开会15次` are one formula, filled in twice), they are
only kept beside; and an enumerator before a sentence (`一是`, `1.`, `（二）`) is no part of it.
"""

import re
from hashlib import blake2b
from typing import NamedTuple
from zlib import crc32

from archive.fingerprint import skeleton

RULES = "passages-1"
"""Version of what is cut and folded here; kept beside the rows."""
FEWEST_HAN = 12
"""Folded Han characters of a sentence: shorter ones are headings and turns of speech that everybody writes."""
PARAGRAPH = 1
"""Last bit of a paragraph's key; a sentence's is 0, so that the two never meet."""

_LINE = re.compile(r"[^\r\n\u2028\u2029]++")
# A sentence: up to the marks that end it, and the closing marks behind them. Classes without overlap, possessive:
# linear. `;` and `｡` are width variants of marks that end a sentence.
_SENTENCE = re.compile(r"[^。！？；!?;｡]++[。！？；!?;｡]*+[”’」』）)】》]*+|[。！？；!?;｡”’」』）)】》]++")
_NUMBER = "一二三四五六七八九十"
# White space, opening bullets, and at most two enumerators (`二、（一）`), as reports number their sentences. Every
# alternative is bounded and begins otherwise, white space is possessive: linear.
_ENUMERATORS = re.compile(
    r"[\s·•●◆■★▲※]*+(?:(?:"
    rf"第[{_NUMBER}]{{1,3}}[、，,：:.．]"
    rf"|[{_NUMBER}]{{1,3}}(?:[、.．](?![{_NUMBER}])|(?:则|則)?是[，,、：:]?|要(?![素点點件求领領害义義道闻聞塞职職目]))"
    rf"|[（(][{_NUMBER}\d]{{1,3}}[)）]"
    r"|\d{1,2}[、.．)）](?!\d)"
    r"|[㈠-㈩①-⒇]"
    r")\s*+){0,2}"
)
# Digits as the skeleton has them; one class, possessive: linear.
_DIGITS = re.compile(r"[0-9]++")


class Unit(NamedTuple):
    """A sentence or paragraph of a text, at text[start:end). A tuple, as an archive has millions of them."""

    key: int
    """64 bits of the folded words and the kind; equal = the same passage."""
    start: int
    end: int
    figures: int
    """32 bits of the words with their figures; equal keys with other ones have other figures."""


def units_of(text: str) -> list[Unit]:
    """Cut a text into its sentences of `FEWEST_HAN` Han characters and more, and its lines of two such and more.

    In order of place, a paragraph behind its sentences; a passage that stands twice is given twice.
    """
    units: list[Unit] = []
    for line in _LINE.finditer(text):
        units += _of_line(text, line.start(), line.end())
    return units


def words_of(passage: str) -> str:
    """Fold a passage to what it is recognised by: its Han characters, without figures and enumerator."""
    folded = (_bones(passage, match.start(), match.end())[1] for match in _SENTENCE.finditer(passage))
    return _DIGITS.sub("", "".join(folded))


def _of_line(text: str, first: int, last: int) -> list[Unit]:
    if last - first < FEWEST_HAN:
        return []
    units: list[Unit] = []
    all_bones: list[str] = []
    for match in _SENTENCE.finditer(text, first, last):
        start, bones = _bones(text, match.start(), match.end())
        all_bones.append(bones)
        words = _DIGITS.sub("", bones)
        if len(words) >= FEWEST_HAN:
            end = start + len(text[start : match.end()].rstrip())
            units.append(Unit(_key(words), start, end, crc32(bones.encode())))
    if len(units) > 1:
        bones = "".join(all_bones)
        start = _begin(text, first, last)
        end = start + len(text[start:last].rstrip())
        units.append(Unit(_key(_DIGITS.sub("", bones)) | PARAGRAPH, start, end, crc32(bones.encode())))
    return units


def _bones(text: str, first: int, last: int) -> tuple[int, str]:
    """Give where a sentence begins behind its enumerator, and its folded Han characters with the figures."""
    start = _begin(text, first, last)
    return start, skeleton(text[start:last])


def _begin(text: str, first: int, last: int) -> int:
    match = _ENUMERATORS.match(text, first, last)
    return first if match is None else match.end()


def _key(words: str) -> int:
    digest = blake2b(words.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "big") & ~PARAGRAPH
