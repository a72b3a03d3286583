"""The keys by which the same report is recognised. What follows from equal keys is decided in `archive.duplicates`.

The canonical key is made of Han characters only, folded by variant classes: script, width, wraps, punctuation, masks
(`XX`, `***`, 某) and pinyin annotations drop out in one step (reference: measured 1.000 on s2t, s2tw, s2hk). Digits are
kept apart, because the same wording with another year is another edition and not a copy.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from hashlib import blake2b, sha256

from archive.han import HAN, is_han, variant_of

RULES = "key-1"
"""Version of the keys; part of each row, so that `rededup` knows which are old."""
SHORT = 20
"""Texts with fewer Han characters are known by their own text: too little Han remains to tell them apart."""
HAN_SHARE = 0.4
"""So are texts in which Han is a smaller share of all characters: what sets them apart is written in other letters."""
MASKS_OF_HAN = frozenset("某")
"""Han characters that stand for a mask, as `XX` and `***` do."""

# One class without a quantifier that could overlap: linear.
_DIGITS = re.compile(r"[0-9]++")
_BONES = re.compile(rf"[{HAN}0-9]++")
# The first line that holds anything: white space, then up to the line's end; possessive, so nothing is tried twice.
_FIRST_LINE = re.compile(r"\s*+([^\r\n]++)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Keys:
    """What a text is recognised by; all hex strings, `text:` before those of short texts."""

    sha256: str
    """Of the text in NFC, white space ignored."""
    key: str
    """Of the text without a leading line that equals its title."""
    title_key: str
    """Of the title and that text."""
    digits: str
    """Digests of the digits: of the text without title, a space, and of title and text."""
    han: int
    chars: int
    """Characters that are not white space."""

    @property
    def pairs(self) -> frozenset[tuple[str, str]]:
        """Both keys, each with the digest of its digits: texts that share a pair are the same report."""
        body, titled = self.digits.split(" ")
        return frozenset(((self.key, body), (self.title_key, titled)))


class _Skeleton(dict[int, str | None]):
    """A table for `str.translate`: Han characters folded, digits as ASCII, all else taken out; filled as it is used."""

    def __missing__(self, point: int) -> str | None:
        character = chr(point)
        kept = "".join(filter(None, map(_bone, unicodedata.normalize("NFKC", character))))
        self[point] = kept or None
        return self[point]


def _bone(character: str) -> str:
    """Give what one normalised character leaves in the skeleton, or nothing."""
    if is_han(character):
        return "" if character in MASKS_OF_HAN else variant_of().get(character, character)
    decimal = unicodedata.decimal(character, None)
    return "" if decimal is None else str(decimal)


_SKELETON = _Skeleton()


# Texts of which a class says at once what stays: unified Han characters, ASCII, Latin-1 signs without digits of their
# own, and the usual Chinese marks. One class, possessive: linear.
_PLAIN = re.compile(
    "[\x00-\x7f\xa0-\xb1\xb4-\xb8\xba\xbb\xbf-\xff\u2014\u2018-\u201d\u2022\u2026\u3000-\u3003\u3007-\u3011"
    "\u4e00-\u9fff\uff01-\uff0f\uff1a-\uff5e]*+"
)


@cache
def _folding() -> tuple[re.Pattern[str], dict[str, str]]:
    """Find the unified Han characters that fold to another or to nothing, and say to what."""
    # Characters past the BMP would make `re` walk the class one by one; _PLAIN admits none of them.
    table = {one: other for one, other in variant_of().items() if one != other and "\u4e00" <= one <= "\u9fff"}
    table |= dict.fromkeys(MASKS_OF_HAN, "")
    return re.compile(f"[{''.join(table)}]"), table


def skeleton(text: str) -> str:
    """Reduce a text to its folded Han characters and its digits, in order."""
    if not _PLAIN.fullmatch(text):
        return text.translate(_SKELETON)
    pattern, table = _folding()  # twice as fast, and enough for most texts
    return pattern.sub(lambda match: table[match[0]], "".join(_BONES.findall(text)))


def bare(text: str) -> str:
    """Give the text in NFC without any white space: what a wording is identified by."""
    return _composed("".join(text.split()))


def _composed(text: str) -> str:
    """Give the text in NFC; asking first is ten times cheaper."""
    return text if unicodedata.is_normalized("NFC", text) else unicodedata.normalize("NFC", text)


def without_title(text: str, title: str | None) -> str:
    """Give the text without its first line where that line equals the title but for script, width and marks.

    A text that holds nothing else is left alone; so is one whose first line merely begins like the title.
    """
    line = _FIRST_LINE.match(text)
    if title is None or line is None or _flat(line[1]) != _flat(title):
        return text
    rest = text[line.end() :]
    return rest if rest.strip() else text


def _flat(line: str) -> str:
    """Fold a line for comparing it with a title: letters and digits only, variants as one."""
    variants = variant_of()
    normal = unicodedata.normalize("NFKC", line).casefold()
    return "".join(variants.get(character, character) for character in normal if character.isalnum())


def keys_of(text: str, title: str | None) -> Keys:
    """Make all keys of a text; `title` is the one it was published under, None where there is none."""
    joined = "".join(text.split())
    body = without_title(text, title)
    bones, title_bones = skeleton(body), skeleton(title or "")
    body_han = _DIGITS.sub("", bones)
    han = len(body_han) if body is text else len(_DIGITS.sub("", skeleton(text)))
    by_text = len(body_han) < SHORT or han < HAN_SHARE * len(joined)
    head, tail = (bare(title or ""), bare(body)) if by_text else (_DIGITS.sub("", title_bones), body_han)
    return Keys(
        sha256=sha256(_composed(joined).encode("utf-8", "surrogatepass")).hexdigest(),
        key=_digest(tail, by_text=by_text),
        title_key=_digest(head + tail, by_text=by_text),
        digits=f"{_digits(bones)} {_digits(title_bones + bones)}",
        han=han,
        chars=len(joined),
    )


def _digest(content: str, *, by_text: bool) -> str:
    """Digest a key's content: 32 hex digits, marked where it is the text itself and not its Han characters."""
    digest = blake2b(content.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
    return f"text:{digest}" if by_text else digest


def _digits(bones: str) -> str:
    """Digest the digits of a skeleton, in order: 16 hex digits."""
    return blake2b("".join(_DIGITS.findall(bones)).encode(), digest_size=8).hexdigest()
