"""A page's text as one string without white space, and which stretch of it each element holds. Nothing is chosen here.

Extractors give text without saying where it stood. Their lines are looked up in this string, and so become elements.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from lxml.html import HtmlElement

from cleaners.shown import UNSEEN, is_hidden

WHITE = re.compile(r"\s+")
MIN_LINE = 4
"""Characters below which a line is not looked up: it stands anywhere."""
UNREAD = UNSEEN | frozenset({"select", "textarea", "button", "svg", "object", "embed", "video", "audio", "canvas"})


@dataclass(slots=True)
class Places:
    """The string of a page, the stretch [start, end) of every element in it, and how much of a stretch is links."""

    text: str = ""
    spans: dict[HtmlElement, tuple[int, int]] = field(default_factory=dict)
    links: list[tuple[int, int]] = field(default_factory=list)

    def size(self, node: HtmlElement) -> int:
        """Give the characters of an element; 0 for one that shows none."""
        start, end = self.spans.get(node, (0, 0))
        return end - start

    def link_size(self, node: HtmlElement) -> int:
        """Give the characters of an element that stand in links."""
        start, end = self.spans.get(node, (0, 0))
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


def places_of(root: HtmlElement) -> Places:
    """Walk a tree once, without recursion, and note where everything stands."""
    places = Places()
    pieces: list[str] = []
    size = 0
    waiting: list[tuple[HtmlElement, int]] = [(root, -1)]
    while waiting:
        node, start = waiting.pop()
        if start >= 0:
            places.spans[node] = (start, size)
            if node.tag == "a" and size > start:
                places.links.append((start, size))
        elif isinstance(node.tag, str) and node.tag not in UNREAD and not is_hidden(node):
            waiting.append((node, size))
            waiting.extend((child, -1) for child in reversed(node))
            piece = WHITE.sub("", node.text) if node.text else ""
            pieces.append(piece)
            size += len(piece)
            continue
        if node is not root and node.tail:
            tail = WHITE.sub("", node.tail)
            pieces.append(tail)
            size += len(tail)
    places.text = "".join(pieces)
    places.links.sort()
    return places


def stretches(places: Places, lines: Iterable[str]) -> list[tuple[int, int]]:
    """Find lines in the page's string, each behind the one before where it can; give merged stretches in order."""
    found: list[tuple[int, int]] = []
    behind = 0
    for line in lines:
        words = WHITE.sub("", line)
        if len(words) < MIN_LINE:
            continue
        at = places.text.find(words, behind)
        if at < 0:
            at = places.text.find(words)
        if at < 0:
            found.extend(_halves(places.text, words, behind))
            continue
        found.append((at, at + len(words)))
        behind = at + len(words)
    return merged(found)


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
