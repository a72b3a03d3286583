"""A page's text as one string without white space, its lines, and which stretch each element holds; nothing is chosen.

Extractors give text without saying where it stood. Their lines are looked up in this string, and so become elements.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from lxml.html import HtmlElement

from cleaners.regex import regex
from cleaners.shown import BLOCKS, CELLS, UNSEEN, is_hidden

WHITE = regex(r"\s+")
NEAR = 20_000
"""Characters behind the last line found in which the next one is looked for first."""
MAX_LOOKED = 100_000_000
"""Characters that are looked through for lines that are not near: 10,000 rows of a table must not take seconds."""
MIN_LINE = 4
"""Characters below which a line is not looked up: it stands anywhere."""
EDGES = BLOCKS | CELLS
"""Elements at whose edges a line ends; cells too, which in old layouts are columns of the page."""
UNREAD = UNSEEN | frozenset({"select", "textarea", "button", "svg", "object", "embed", "video", "audio", "canvas"})


@dataclass(frozen=True, slots=True)
class ShownLine:
    """A stretch [start, end) that a browser shows as one line, and the block that holds it."""

    start: int
    end: int
    holder: HtmlElement

    @property
    def size(self) -> int:
        """Give its characters."""
        return self.end - self.start


@dataclass(slots=True)
class Places:
    """The string of a page, the stretch [start, end) of every element in it, and how much of a stretch is links."""

    text: str = ""
    spans: dict[HtmlElement, tuple[int, int]] = field(default_factory=dict)
    links: list[tuple[int, int]] = field(default_factory=list)
    lines: list[ShownLine] = field(default_factory=list)
    prose: dict[tuple[int, int], bool] = field(default_factory=dict)
    """Stretches of which `dense.is_prose` was asked, and its answer: each line is asked about half a dozen times."""

    def words(self, node: HtmlElement) -> str:
        """Give the text of an element without white space."""
        start, end = self.spans.get(node, (0, 0))
        return self.text[start:end]

    def between(self, start: int, end: int) -> list[ShownLine]:
        """Give the lines that begin in [start, end)."""
        first = bisect_left(self.lines, start, key=_start_of)
        return self.lines[first : bisect_left(self.lines, end, lo=first, key=_start_of)]

    def size(self, node: HtmlElement) -> int:
        """Give the characters of an element; 0 for one that shows none."""
        start, end = self.spans.get(node, (0, 0))
        return end - start

    def link_size(self, node: HtmlElement) -> int:
        """Give the characters of an element that stand in links."""
        return self.linked(*self.spans.get(node, (0, 0)))

    def linked(self, start: int, end: int) -> int:
        """Give the characters of [start, end) that stand in links."""
        first = bisect_right(self.links, (start, -1))
        size = 0
        for at in range(first, len(self.links)):
            link_start, link_end = self.links[at]
            if link_start >= end:
                break
            size += min(link_end, end) - link_start
        return size

    def link_share(self, node: HtmlElement) -> float:
        """Give the share of an element's characters that stand in links, 0 to 1."""
        return self.link_size(node) / max(1, self.size(node))


def _start_of(line: ShownLine) -> int:
    return line.start


def element_name(node: HtmlElement) -> str:
    """Name an element for a person to look it up: `div#text.content`, at most three classes."""
    classes = "".join(f".{name}" for name in (node.get("class") or "").split()[:3])
    return f"{node.tag}" + (f"#{node.get('id')}" if node.get("id") else "") + classes


def places_of(root: HtmlElement) -> Places:
    """Walk a tree once, without recursion, and note where everything stands."""
    places = Places()
    pieces: list[str] = []
    edges = _Edges(places.lines, root)
    size = 0
    waiting: list[tuple[HtmlElement, int]] = [(root, -1)]
    while waiting:
        node, start = waiting.pop()
        tag = node.tag
        if start < 0 and isinstance(tag, str) and tag not in UNREAD and not is_hidden(node):
            start = size
            edges.enter(node, tag, size)
            text = node.text
            if text:
                pieces.append(WHITE.sub("", text))
                size += len(pieces[-1])
            if len(node):
                waiting.append((node, start))
                waiting.extend([(child, -1) for child in reversed(node)])
                continue
        if start >= 0:
            places.spans[node] = (start, size)
            if tag == "a" and size > start:
                places.links.append((start, size))
            edges.leave(tag, size)
        tail = node.tail if node is not root else None
        if tail:
            pieces.append(WHITE.sub("", tail))
            size += len(pieces[-1])
    edges.cut(size)
    places.text = "".join(pieces)
    places.links.sort()
    return places


class _Edges:
    """Cuts the text into lines at the edges of blocks and at `br`."""

    __slots__ = ("_holders", "_lines", "_start")

    def __init__(self, lines: list[ShownLine], root: HtmlElement) -> None:
        self._lines = lines
        self._holders = [root]
        self._start = 0

    def cut(self, at: int) -> None:
        """End a line that holds anything."""
        if at > self._start:
            self._lines.append(ShownLine(self._start, at, self._holders[-1]))
            self._start = at

    def enter(self, node: HtmlElement, tag: str, at: int) -> None:
        """Go into an element."""
        if tag in EDGES:
            self.cut(at)
            self._holders.append(node)
        elif tag == "br":
            self.cut(at)

    def leave(self, tag: str, at: int) -> None:
        """Come out of an element."""
        if tag in EDGES:
            self.cut(at)
            self._holders.pop()


def stretches(places: Places, lines: Iterable[str]) -> list[tuple[int, int]]:
    """Find lines in the page's string, each behind the one before where it can; give merged stretches in order."""
    found: list[tuple[int, int]] = []
    behind, left = 0, MAX_LOOKED
    for line in lines:
        words = WHITE.sub("", line)
        if len(words) < MIN_LINE:
            continue
        at = places.text.find(words, behind, behind + NEAR + len(words))
        if at < 0 and left > 0:
            at, left = _anywhere(places.text, words, behind), left - len(places.text)
        if at < 0:
            found.extend(_halves(places.text[: behind + NEAR], words, behind))
            continue
        found.append((at, at + len(words)))
        behind = at + len(words)
    return merged(found)


def _anywhere(text: str, words: str, behind: int) -> int:
    """Find words behind a place, else before it; -1 for nowhere."""
    at = text.find(words, behind)
    return at if at >= 0 else text.find(words)


def _halves(text: str, words: str, behind: int) -> Iterator[tuple[int, int]]:
    """Look for a line's parts where the whole is not there: extractors join and drop small pieces."""
    for part in re.split(r"(?<=[。！？；])", words):
        at = text.find(part, behind) if len(part) >= 2 * MIN_LINE else -1
        if at >= 0:
            yield at, at + len(part)


def merged(found: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Sort stretches and join those that touch."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted(found):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def covered(stretches_found: list[tuple[int, int]], start: int, end: int) -> int:
    """Count the characters of [start, end) that lie in the stretches."""
    at = max(0, bisect_right(stretches_found, (start, -1)) - 1)
    size = 0
    for low, high in stretches_found[at:]:
        if low >= end:
            break
        size += max(0, min(high, end) - max(low, start))
    return size
