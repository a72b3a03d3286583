"""A text as lines with their places, for rules that judge whole lines. No rule stands here."""

from collections.abc import Collection, Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from cleaners.regex import regex
from cleaners.rules.rule import Change

BLANK = " \t\u00a0\u3000"
"""White space inside a line: blank, tab, no-break space, ideographic space."""
ENUMERATOR = regex(
    r"(?:第?[一二三四五六七八九十百]{1,4}[、章节条部篇.．]|[（(][一二三四五六七八九十\d]{1,3}[)）]|[㈠-㈩①-⑳]"
    r"|\d{1,2}[、.．](?!\d))"
)
"""How a numbered heading or paragraph of a report begins (reference: realtext). One alternative a place: linear."""
HAN = regex(r"[㐀-鿿]")
PUNCTUATION = regex(r"[\W_]+")


class Line(NamedTuple):
    """One line: text[start:end) without its break, text[start:after) with it; `words` is the line trimmed.

    A tuple, as texts have many lines and each rule that changes one has them all made again.
    """

    start: int
    end: int
    after: int
    words: str

    @property
    def is_blank(self) -> bool:
        """True when nothing but white space stands on the line."""
        return not self.words


_new = tuple.__new__
"""What `Line(…)` calls in the end, in a third of its time: a page's lines are made anew after each change."""


@lru_cache(maxsize=2)
def lines_of(text: str) -> tuple[Line, ...]:
    """Cut a text at its line feeds; a last line without one is a line, an empty rest is not.

    The last two answers are kept: most rules change nothing, and the next one asks for the same text again.
    """
    lines: list[Line] = []
    start = 0
    pieces = text.split("\n")
    last = pieces.pop()
    for piece in pieces:
        end = start + len(piece)
        lines.append(_new(Line, (start, end, end + 1, piece.strip())))
        start = end + 1
    if last:
        lines.append(_new(Line, (start, len(text), len(text), last.strip())))
    return tuple(lines)


def taken(lines: Iterable[Line]) -> list[Change]:
    """Take whole lines, breaks and all; neighbours become one change."""
    changes: list[Change] = []
    for line in lines:
        if changes and changes[-1].end == line.start:
            changes[-1] = Change(start=changes[-1].start, end=line.after)
        else:
            changes.append(Change(start=line.start, end=line.after))
    return changes


def filled(lines: Sequence[Line]) -> list[int]:
    """Give the indices of the lines that hold something."""
    return [index for index, line in enumerate(lines) if line.words]


def bare(words: str) -> str:
    """Reduce to letters and digits, for comparing titles across punctuation, width of blanks and case."""
    return PUNCTUATION.sub("", words).casefold()


def is_sentence(words: str) -> bool:
    """Say whether a line reads as running text: True when it holds a sentence mark and some Han characters.

    A page whose marks are all of half width ends its sentences with a full stop.
    """
    is_ended = any(mark in words for mark in "。！；;") or words.endswith(".")
    return is_ended and len(HAN.findall(words)) >= 6


def line_behind(share: float, lines: Sequence[Line], *, but: Collection[int] = ()) -> int:
    """Give the index of the first line behind a share of the text's characters, the lines `but` not counted."""
    sizes = [0 if n in but else len(line.words) for n, line in enumerate(lines)]
    goal = share * sum(sizes)
    seen = 0
    for n, size in enumerate(sizes):
        if seen >= goal:
            return n
        seen += size
    return len(lines)
