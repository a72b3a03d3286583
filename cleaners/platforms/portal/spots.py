"""The lines that a page of markup shows, each with the element it stands in: what a dump of the page would hold.

Lines end where `cleaners.shown` ends them. Nothing is judged here.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from lxml.html import HtmlElement

from cleaners.rules.lines import Line
from cleaners.rules.portal.portal_fields import portal_fields
from cleaners.shown import BLOCKS, CELLS, UNSEEN, is_hidden

ASIDE = UNSEEN | {"select", "option", "textarea", "button", "svg"}
"""Elements whose words are never a line of the page; a form's choices among them."""


@dataclass(frozen=True, slots=True)
class Spot:
    """One line: as shown, and with a blank between inline elements; `linked` counts its characters in links."""

    words: str
    spaced: str
    node: HtmlElement
    linked: int

    @property
    def is_linked(self) -> bool:
        """True where the line is nothing but a link."""
        return self.linked > 0 and self.linked >= len(self.words) - 2


@lru_cache(maxsize=2)
def spots_of(root: HtmlElement) -> tuple[Spot, ...]:
    """Give the lines of an element in the order of the page; the last two answers are kept, detection asks as well."""
    writer = _Writer(root)
    waiting: list[tuple[HtmlElement, bool]] = [(root, False)]
    while waiting:
        node, is_leaving = waiting.pop()
        tag = node.tag
        if is_leaving:
            writer.leave(node)
        elif isinstance(tag, str) and tag not in ASIDE and not is_hidden(node):
            writer.enter(node)
            waiting.append((node, True))
            waiting.extend((child, False) for child in node.iterchildren(reversed=True))
            continue
        if node is not root and node.tail:
            writer.write(node.tail)
    writer.end_line()
    return tuple(writer.spots)


def as_lines(spots: tuple[Spot, ...]) -> tuple[Line, ...]:
    """Give spots as the lines that rules judge; a line of fields with its inline elements apart."""
    return tuple(_numbered(spots))


def _numbered(spots: tuple[Spot, ...]) -> Iterator[Line]:
    at = 0
    for spot in spots:
        is_apart = spot.spaced != spot.words and bool(portal_fields(spot.spaced))
        words = spot.spaced if is_apart else spot.words
        yield Line(at, at + len(words), at + len(words) + 1, words)
        at += len(words) + 1


class _Writer:
    """Collects pieces of text and closes a line where a block, a row or a `br` does."""

    __slots__ = ("_blocks", "_linked", "_links", "_owner", "_pieces", "spots")

    cell, inline = "\x1f", "\x00"
    """Stand in a line's pieces between two cells, and between two inline elements; no page can hold them."""

    def __init__(self, root: HtmlElement) -> None:
        self.spots: list[Spot] = []
        self._pieces: list[str] = []
        self._blocks: list[HtmlElement] = [root]
        self._owner: HtmlElement | None = None
        self._links = 0  # links that are open
        self._linked = 0  # characters of this line in links

    def enter(self, node: HtmlElement) -> None:
        """Begin an element: a cell behind another goes on with the row's line."""
        tag = node.tag
        if tag in CELLS:
            if self._owner is not None:
                self._pieces.append(self.cell)
                self._owner = self._blocks[-1]
            self._blocks.append(node)
        elif tag in BLOCKS:
            self.end_line()
            self._blocks.append(node)
        elif tag == "br":
            self.end_line()
        elif tag == "a":
            self._links += 1
        elif self._pieces:
            self._pieces.append(self.inline)
        if node.text:
            self.write(node.text)

    def leave(self, node: HtmlElement) -> None:
        """End an element."""
        tag = node.tag
        if tag in CELLS:
            self._blocks.pop()
        elif tag in BLOCKS:
            self.end_line()
            self._blocks.pop()
        elif tag == "a":
            self._links -= 1
            self._pieces.append(self.inline)
        elif tag != "br" and self._pieces:
            self._pieces.append(self.inline)

    def write(self, text: str) -> None:
        """Add text to the line."""
        if not text.strip():
            if self._pieces:
                self._pieces.append(" ")
            return
        if self._owner is None:
            self._owner = self._blocks[-1]
        if self._links:
            self._linked += len(text.strip())
        self._pieces.append(text)

    def end_line(self) -> None:
        """Close the line; one without words is none."""
        if self._owner is not None:
            whole = "".join(self._pieces)
            words = _folded(whole.replace(self.inline, ""))
            spaced = _folded(whole.replace(self.inline, " ")) if self.inline in whole else words
            self.spots.append(Spot(words, spaced, self._owner, self._linked))
        self._pieces.clear()
        self._owner, self._linked = None, 0


def _folded(whole: str) -> str:
    """Fold white space, wide blanks too, to one blank and set cells apart by a tab."""
    if _Writer.cell not in whole:
        return " ".join(whole.split())
    return "\t".join(" ".join(cell.split()) for cell in whole.split(_Writer.cell)).strip()
