"""Folding of text for search: both scripts, widths and cases as one. Never used on stored text, only for the index.

`fold` and `fold_with_offsets` take the same path, so that a place found in the folded text can be shown in the
original. The table of characters is frozen (`archive/data`): index and query must fold alike for years.
"""

import re
import unicodedata

from archive.han import HAN, simplified_of

# Annotations that a font trick left in traditional pages: 態(tài). After NFKC the brackets are ASCII. At most six
# letters, then one with a tone mark (composed, or followed by a combining mark), then at most six: nothing nested.
_PINYIN = re.compile(
    rf"(?<=[{HAN}])[ \t]?\([a-z]{{0,6}}(?:[a-z][\u0300-\u0304\u030c]|[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ])[a-zü\u0308]{{0,6}}\)"
)
# A run of white space between Han characters, with one line break at most: a wrap, not a paragraph. One class,
# possessive, so linear; the neighbours are looked at afterwards.
_SPACE = re.compile(rf"(?<=[{HAN}])\s++(?=[{HAN}])")


class _Table(dict[int, str]):
    """A table for `str.translate` that fills itself: NFKC, lower case, simplified."""

    def __missing__(self, point: int) -> str:
        simplified = simplified_of()
        normal = unicodedata.normalize("NFKC", chr(point)).lower()
        self[point] = "".join(simplified.get(character, character) for character in normal)
        return self[point]


_TABLE = _Table()


def fold(text: str) -> str:
    """Fold a text for the index or a query."""
    raw = text.translate(_TABLE)
    for cuts in (_pinyin, _spaces):
        raw = _without(raw, cuts(raw))
    return raw


def fold_with_offsets(text: str) -> tuple[str, list[int]]:
    """Fold a text as `fold` does and say for each folded character where in `text` it comes from."""
    parts = [_TABLE[ord(character)] for character in text]
    offsets = [index for index, part in enumerate(parts) for _ in part]
    raw = "".join(parts)
    for cuts in (_pinyin, _spaces):
        spans = cuts(raw)
        raw = _without(raw, spans)
        for start, end in reversed(spans):
            del offsets[start:end]
    return raw, offsets


def _pinyin(raw: str) -> list[tuple[int, int]]:
    """Find pinyin annotations."""
    return [match.span() for match in _PINYIN.finditer(raw)] if "(" in raw else []


def _spaces(raw: str) -> list[tuple[int, int]]:
    """Find white space that merely sets Han characters apart or wraps a line."""
    return [match.span() for match in _SPACE.finditer(raw) if match[0].count("\n") < 2]


def _without(raw: str, spans: list[tuple[int, int]]) -> str:
    """Take spans out of a text; they are in order and do not overlap."""
    if not spans:
        return raw
    starts = [0, *(end for _, end in spans)]
    ends = [*(start for start, _ in spans), len(raw)]
    return "".join(raw[start:end] for start, end in zip(starts, ends, strict=True))
