"""A site's own words where a page has broken all its lines at one width: which lines are one paragraph.

The rules about such words judge whole paragraphs, and run before `wraps` joins what is left, for chrome is no prose.
"""

from collections.abc import Sequence

from cleaners.rules.lines import ENUMERATOR, Line

BROKEN_LINES = 8
"""Lines, blank ones counted, over which a page of one width breaks a paragraph of a site's."""
BROKEN_CHARS = 24
"""Characters of a line that may have been broken (the narrowest page met: 34, indents and blanks off)."""
ENDS = ("。", ".", "！", "!", "？", "?", "）", ")", "】", "：", ":", "…", "~", "～", "”")
"""Marks behind which a line was ended, not broken."""


def is_broken(words: str) -> bool:
    """Say whether a line may have been broken at the page's width."""
    return len(words) >= BROKEN_CHARS and not words.endswith(ENDS)


def paragraph_from(lines: Sequence[Line], start: int) -> tuple[str, tuple[int, ...]]:
    """Give the words of the paragraph that begins with a line, joined, and the indices of its filled lines."""
    places = [start]
    words = [lines[start].words]
    for at in range(start + 1, min(len(lines), start + 1 + BROKEN_LINES)):
        if not is_broken(words[-1]):
            break
        if not lines[at].words:
            continue
        if ENUMERATOR.match(lines[at].words):
            break
        places.append(at)
        words.append(lines[at].words)
    return "".join(words), tuple(places)


def starts_above(lines: Sequence[Line], last: int) -> list[int]:
    """Give the filled lines above a line from which a paragraph may go on to it, the nearest first."""
    found: list[int] = []
    for at in range(last - 1, max(-1, last - 1 - BROKEN_LINES), -1):
        if lines[at].words:
            if not is_broken(lines[at].words):
                break
            found.append(at)
    return found
