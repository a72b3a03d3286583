"""Rows of lists: a title that leads to another page, and what is said of it. Lists are told from texts by them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml.html import HtmlElement

from cleaners.platforms.generic.addresses import address, anchors, linked
from cleaners.platforms.generic.below import title_position
from cleaners.platforms.generic.boxes import is_frame
from cleaners.platforms.generic.places import WHITE, Places
from cleaners.reading import UrlKind
from cleaners.regex import regex
from cleaners.shown import BLOCKS

TITLE_HAN = 4
"""Han characters that make a link's words a title; a row's second title has LONG_TITLE: it may name its category."""
LONG_TITLE = 6
HAN = regex(r"[一-鿿]")
ROW_CHARS = 400
LEAD = regex(r"(?:[\[【(（《「][^\[\]【】]{0,16}[\]】)）》」]|[^一-鿿]){0,40}")
"""What may stand before a row's title: a category in brackets, a date, a bullet; no words. Bounded, branches differ."""
GOES_ON = regex(r"[一-鿿，。、；：,;:》”’）)]")
"""A link followed at once by this stands in a sentence."""
NEIGHBOUR = regex(r"(?:上|下|前|后)一?[篇条页章]|没有了|返回")
TOP = regex(r"(?:^|\s)(?:top|head|header|path|logo)\b", re.IGNORECASE)
"""Names of what stands above a page's matter."""
HEADS = frozenset({"h2", "h3", "h4", "h5", "dt"})
TEASER_TAGS = frozenset({"p", "div", "dd", "span", "ul"})


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows of a part of a page."""

    blocks: frozenset[HtmlElement]
    """The blocks that hold rows, and the beginnings of texts below them."""
    titles: dict[str, HtmlElement]
    """The first link of each title, by its key."""
    links: int
    """Links to other pages of the site outside nav, head and foot, with titles or without."""


def rows_of(
    root: HtmlElement, places: Places, base: str, *, is_pruned: bool = False, title: str | None = None
) -> Rows:
    """Find the rows below a node; of a pruned copy, whose boxes are chosen already, in boxes of any name.

    `title` is the page's own: what bears it leads to no other page, and no row holds it.
    """
    own = address(base)
    blocks: set[HtmlElement] = set()
    titles: dict[str, HtmlElement] = {}
    leads: set[str] = set()
    title_at, own_words = title_position(places, title), WHITE.sub("", title or "")
    for anchor in anchors(root):
        start, end = places.spans.get(anchor, (0, 0))
        key = _key(anchor, base)
        if end - start < 2 or key is None or (own is not None and key == own.key):
            continue
        words = places.text[start:end]
        if words == own_words and start == title_at:
            continue
        if NEIGHBOUR.match(words) or (not is_pruned and any(map(_is_around, anchor.iterancestors()))):
            continue
        leads.add(key)
        if len(HAN.findall(words)) < TITLE_HAN or GOES_ON.match((anchor.tail or "")[:1]):
            continue
        block = _row_round(anchor, places, title_at)
        if block is not None:
            titles.setdefault(key, anchor)
            blocks.update((block, *_teasers(block, places)))
    return Rows(frozenset(blocks), titles, len(leads))


def _is_around(node: HtmlElement) -> bool:
    if node.tag in ("header", "nav", "footer"):
        return True
    name = f"{node.get('class') or ''} {node.get('id') or ''}"
    return bool(TOP.search(name)) or (node.tag != "form" and is_frame(node))


def _key(anchor: HtmlElement, base: str) -> str | None:
    found = linked(anchor.get("href"), base)
    return found.key if found and found.kind is UrlKind.DOCUMENT else None


def _row_round(anchor: HtmlElement, places: Places, title_at: int) -> HtmlElement | None:
    """Give the greatest small block that begins with a title; None where words stand before it."""
    start, _end = places.spans[anchor]
    best = None
    for above in anchor.iterancestors():
        if above.tag not in BLOCKS:
            continue
        low, high = places.spans.get(above, (0, 0))
        if high - low > ROW_CHARS or above.tag in ("body", "main") or low <= title_at < high:
            break
        if _titles(above, places) > 1:
            break
        lead = places.text[low:start]
        if not LEAD.fullmatch(lead) or (lead and next(above.iter("h1"), None) is not None):
            break
        best = above
    return best


def _titles(node: HtmlElement, places: Places) -> int:
    """Count the titles in a block: links of one target count once."""
    return len(
        {
            link.get("href")
            for link in node.iter("a")
            if len(HAN.findall(places.text, *places.spans.get(link, (0, 0)))) >= LONG_TITLE
        }
    )


def _teasers(block: HtmlElement, places: Places) -> Iterator[HtmlElement]:
    """Give the beginnings of texts that follow a row's heading, where headings are rows beside each other."""
    if block.tag not in HEADS:
        return
    alike = list(block.itersiblings(block.tag, preceding=True)) + list(block.itersiblings(block.tag))
    if not any(next(node.iter("a"), None) is not None for node in alike):
        return
    for node in block.itersiblings():
        if node.tag not in TEASER_TAGS or places.size(node) > ROW_CHARS:
            return
        yield node
