"""The text of a skin that nobody knows: between the title and what the software prints below a text.

Every skin must call the software for the links to the neighbours (`上一篇：`), the pager (`共4页: `), the votes or the
comment form; between the heading and the first of these stands one element that holds most words, or a row
of paragraphs. Where that is not so, nothing is found here and the page is left to `generic`.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from lxml.html import HtmlElement

from cleaners.facts.labels import pairs_of
from cleaners.platforms.generic.places import WHITE, Places, places_of
from cleaners.platforms.template import find_all, words_of
from cleaners.regex import regex
from cleaners.shown import BLOCKS, CELLS, render

HEADINGS = ("h1", "h2", "h3", "h4", "h5")
"""Where a title is looked for first: breadcrumbs and captions repeat it."""
MIN_TITLE = 4
"""Characters below which an element repeats the beginning of a title by chance."""
MAX_INSIDE = 6
"""Elements that a title's own element holds at most: a mark, a colour, the page's number."""
# What the software writes between a text and its neighbours, white space left out. Literals, bounded digits.
NEIGHBOURS = regex(r"[上下]一篇[:：]")
PAGER = regex(r"共\d{1,4}页:(?=上一页)")
END_NODES = (
    '//*[@id="newdigg"]',
    '//form[@name="feedback"]',
    '//a[contains(@href,"/plus/stow.php?") or contains(@href,"/plus/recommend.php?")]',
)
"""Elements that the software wants in any skin, below the text: the votes, the comment form, its services."""
HOLDERS = ("div", "td", "section", "article")
"""Elements that hold a text beside lines of facts; a paragraph beside such lines is one of theirs."""
SHARE = 0.6
"""Part of the words between title and end that one element must hold to be the text."""
HEAD_LINE = 160
"""Characters of a line beside the text that may state facts; a longer one is text, or repeats its beginning."""
# A date, a counter or the words of a head without labels. Every part begins with another character, the run is
# possessive: one pass.
BARE_HEAD = regex(r"(?:\d{1,9}|[-:/年月日.\s次人|｜·,，浏览阅读点击]|字体|[大中小])++")


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """The text's elements, what the heading says, and the lines between them."""

    nodes: tuple[HtmlElement, ...]
    title: str
    head: tuple[str, ...]


def find_text(root: HtmlElement, title: str) -> Found | None:
    """Find the text between the heading and what the software prints below; None where the page shows no such place.

    `title`: what the `title` element says; the heading is the first element that repeats its beginning.
    """
    places = places_of(root)
    heading = _heading(root, places, title)
    if heading is None:
        return None
    start = places.spans[heading][1]
    end = _end(root, places, start)
    blocks = tuple(_between(root, places, start, end, BLOCKS)) if end is not None else ()
    if not blocks or end is None:
        return None
    nodes = _holder(blocks, places, end - start) or _paragraphs(blocks, places, end - start)
    if not nodes:
        return None
    head = tuple(_lines(_between(root, places, start, places.spans[nodes[0]][0], ("*",))))
    return Found(nodes=nodes, title=words_of(heading), head=tuple(line for line in head if len(line) <= HEAD_LINE))


def _holder(blocks: Sequence[HtmlElement], places: Places, whole: int) -> tuple[HtmlElement, ...]:
    """Give the one element that holds most of what stands between title and end; empty where none does."""
    body = _narrowed(max(blocks, key=places.size), places)
    return (body,) if places.size(body) >= SHARE * whole else ()


def _paragraphs(blocks: Sequence[HtmlElement], places: Places, whole: int) -> tuple[HtmlElement, ...]:
    """Give the paragraphs of a text that no element holds, the lines of facts before them left out.

    Empty unless they stand side by side and nothing between them would be lost.
    """
    is_all = sum(places.size(node) for node in blocks) == whole and len({node.getparent() for node in blocks}) == 1
    first = next((n for n, node in enumerate(blocks) if not all(map(_is_beside, _lines([node])))), len(blocks))
    return tuple(blocks[first:]) if is_all else ()


def _heading(root: HtmlElement, places: Places, title: str) -> HtmlElement | None:
    """Give the first element that says what the title begins with, in headings proper first; None for none."""
    whole = WHITE.sub("", title)
    for node in (*root.iter(*HEADINGS), *root.iter()):
        start, end = places.spans.get(node, (0, 0))
        if end - start < MIN_TITLE or not whole.startswith(places.text[start:end]):
            continue
        if not places.link_size(node) and sum(1 for _ in node.iter()) <= MAX_INSIDE:
            return node
    return None


def _end(root: HtmlElement, places: Places, start: int) -> int | None:
    """Give where what the software prints below a text begins; None where none of it is there."""
    neighbours = [found.start() for found in NEIGHBOURS.finditer(places.text, start)]
    pager = PAGER.search(places.text, start)
    spans = [places.spans[node][0] for node in find_all(root, END_NODES) if node in places.spans]
    # The text itself may speak of its neighbours; the software does so last: `上一篇` and `下一篇` side by side.
    marks = [*neighbours[-2:][:1], *([pager.start()] if pager else []), *(at for at in spans if at > start)]
    return min(marks, default=None)


def _between(
    root: HtmlElement, places: Places, start: int, end: int, tags: Iterable[str]
) -> Iterator[HtmlElement]:
    """Give the outermost elements of these tags with words that lie wholly between two places of the page's text."""
    inside: set[HtmlElement] = set()
    for node in root.iter(*tags):
        first, last = places.spans.get(node, (0, 0))
        if start <= first < last <= end and not any(above in inside for above in node.iterancestors()):
            inside.add(node)
            yield node


def _narrowed(node: HtmlElement, places: Places) -> HtmlElement:
    """Go down from an element to the one in it that holds the text, past lines that only state facts."""
    while True:
        child = max(node, key=places.size, default=None)
        if child is None or child.tag not in BLOCKS | CELLS:
            return node
        if places.size(child) == places.size(node):
            node = child
            continue
        if child.tag not in HOLDERS or (node.text or "").strip() or any((other.tail or "").strip() for other in node):
            return node
        if not all(_is_beside(line) for line in _lines(other for other in node if other is not child)):
            return node
        node = child


def _lines(nodes: Iterable[HtmlElement]) -> Iterator[str]:
    for node in nodes:
        if isinstance(node.tag, str):
            yield from (line.strip() for line in render([node]).splitlines() if line.strip())


def _is_beside(line: str) -> bool:
    """Say whether a line beside the text states facts: True for labels, a date or a counter."""
    return len(line) <= HEAD_LINE and (bool(pairs_of([line])) or BARE_HEAD.fullmatch(line) is not None)
