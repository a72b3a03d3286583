"""The form without numbers: the page's title stands again above each text. Numbered forms: `lines` and `series`."""

from collections.abc import Sequence

from cleaners.rules.lines import bare
from cleaners.split.forms import REPEATED
from cleaners.split.lines import MARKS, Heading, ShortLine, is_item_heading
from cleaners.split.proofs import BASE_HAN
from cleaners.split.series import Series
from cleaners.split.words import han, names_a_text, promises_many

BETWEEN_HAN = 300
"""Han characters between two headings that are alike, and within which a title typed again is no second text."""
TOP_CHARS = 400
"""Characters from the top in which the first heading may stand, below a title and an introduction's lines."""


def repeated_series(lines: Sequence[ShortLine], text: str, title: str | None) -> Series | None:
    """Give the series of the title that stands again and again; None where no line is repeated far enough apart.

    It is headless (numbers from 2) where nothing above the first text is left of the title.
    """
    for key in _keys(lines, text, title):
        same = [line for line in lines if len(line.words) >= BASE_HAN and bare(line.words) == key]
        headings = _spaced(same, text)
        if len(headings) > 1 or (headings and headings[0].number == 2):
            return Series(form=REPEATED, base=key, headings=tuple(headings), is_whole=True)
    return None


def _keys(lines: Sequence[ShortLine], text: str, title: str | None) -> list[str]:
    """Give the titles that may stand again: those typed at the top, the page's own last; cheap where none does."""
    top = [
        line.words for line in lines
        if line.start < TOP_CHARS and (line.is_gone or _is_bare_top(line, text)) and not is_item_heading(line.words)
    ]  # fmt: skip
    found: dict[str, None] = {}
    for words in [*top, *([title] if title else [])]:
        if han(words) >= BASE_HAN and (names_a_text(words) or promises_many((words,))):
            found.setdefault(bare(words))
    if not found:
        return []
    counts = dict.fromkeys(found, 0)
    ends = {key[-1] for key in found}
    for line in lines:
        if not line.is_gone and not ends.isdisjoint(line.words[-3:]):
            key = bare(line.words)
            if key in counts:
                counts[key] += 1
    return [key for key, count in counts.items() if count]


def _is_bare_top(line: ShortLine, text: str) -> bool:
    """True for a line with no sentence above it: where titles stand."""
    return not MARKS.search(text[: line.start]) and not MARKS.search(line.words)


def _spaced(same: Sequence[ShortLine], text: str) -> list[Heading]:
    """Make headings of the lines that stand far enough from the one before; the first counts from the top."""
    gone = next((line for line in reversed(same) if line.is_gone), None)
    headings = [_heading(gone, 1)] if gone else []
    behind = 0
    for line in same:
        if line.is_gone:
            continue
        is_near = han(text[behind : line.start]) < BETWEEN_HAN
        if not headings and is_near:
            headings.append(_heading(line, 1))
        elif not is_near:
            headings.append(_heading(line, (headings[-1].number if headings else 1) + 1))
        else:
            continue
        behind = line.after
    return headings


def _heading(line: ShortLine, number: int) -> Heading:
    return Heading(
        start=line.start, after=line.after, words=line.words, form=REPEATED, number=number, base=bare(line.words),
        title=line.words, is_gone=line.is_gone,
    )  # fmt: skip
