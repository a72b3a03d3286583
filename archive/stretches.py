"""A long text cut into stretches that a page can show, at ends of paragraphs where it has them. Pure."""

from dataclasses import dataclass

STRETCH = 40_000
"""Characters in a stretch: some 25 printed pages; nearly every report is shorter and comes whole."""
SLACK = 4_000
"""How far back from its full length a stretch may end, so that it ends with a paragraph."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """A part of a text."""

    text: str
    number: int
    """From 1."""
    numbers: int
    """How many stretches the text has; at least 1."""
    start: int
    """Where it begins in the text, in characters."""
    length: int
    """Of the whole text, in characters."""

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """Give its lines, empty ones left out; white space that indents them is left to the page."""
        return tuple(kept for line in self.text.split("\n") if (kept := line.strip()))


def stretch_of(text: str, number: int) -> Stretch:
    """Give a stretch of a text by its number; past the last one the last, below the first the first."""
    bounds = _bounds(text)
    index = min(max(number, 1), len(bounds)) - 1
    start, end = bounds[index]
    return Stretch(text=text[start:end], number=index + 1, numbers=len(bounds), start=start, length=len(text))


def _bounds(text: str) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    at = 0
    while len(text) - at > STRETCH + SLACK:
        end = text.rfind("\n", at + STRETCH - SLACK, at + STRETCH) + 1 or at + STRETCH
        found.append((at, end))
        at = end
    return [*found, (at, len(text))]
