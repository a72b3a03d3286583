"""Which elements of a portal's page are the preview: known ones, else those between the page's head and foot.

Elements are chosen here, never characters; what stands in one element with the text is left to the rules.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from lxml.html import HtmlElement

from cleaners.facts.text import han_count
from cleaners.platforms.portal.spots import ASIDE, Spot, as_lines
from cleaners.platforms.template import find
from cleaners.rules.lines import Line, is_sentence
from cleaners.rules.portal.portal_bounds import head_end, tail_start
from cleaners.rules.portal.portal_fields import LINE_CHARS, is_strong, portal_fields
from cleaners.rules.portal.portal_lines import is_caption, is_prose
from cleaners.rules.portal.portal_shapes import BUTTON
from cleaners.rules.title.title_forms import is_same_title
from cleaners.shown import BLOCKS, CELLS

LEAST_HAN = 20
"""Han characters from which a known element is taken for the preview."""
SHORTEST_HAN = 10
"""Han characters below which what stands between head and foot is no preview."""
SMALL_SHARE = 0.1
"""Share of the text below which a run of lines between rows of links is none of it."""
FILES = 4
"""Boxes of files from which a page is a list of them."""
RUNNING_CHARS = 100
"""Characters of sentences from which a page without any sign of its family is a text."""
LINK_ROWS = 3
"""Lines in a row that are nothing but links and so no text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """The element that holds the preview, what is to be left out of it, and the page's lines above and below."""

    node: HtmlElement | None
    drop: Callable[[HtmlElement], bool]
    head: tuple[Spot, ...]
    text: tuple[str, ...]
    foot: tuple[Spot, ...]


def preview_of(
    root: HtmlElement, spots: Sequence[Spot], *, title: str | None, bodies: Iterable[str]
) -> Preview:
    """Choose the preview's element; `node` is None where no text stands between head and foot."""
    for known in find(root, bodies):
        owned = set(known.iter())
        inside = [n for n, spot in enumerate(spots) if spot.node in owned]
        if inside and sum(han_count(spots[n].words) for n in inside) >= LEAST_HAN:
            return _between(known, spots, range(inside[0], inside[-1] + 1), title)
    return _between(root, spots, range(len(spots)), title)


def _between(root: HtmlElement, spots: Sequence[Spot], within: range, title: str | None) -> Preview:
    """Choose among the lines of a part of the page, by what its head and foot are."""
    lines = as_lines(tuple(spots[within.start : within.stop]))
    start = head_end(lines, title) or _below_title(lines, title)
    stop = max(start, tail_start(lines, start))
    kept = _kept(spots, lines, within.start, range(start, stop), title)
    node = _container(root, spots, kept)
    inside = set(node.iter()) if node is not None else set()
    kept = [n for n in kept if spots[n].node in inside]
    first, last = (kept[0], kept[-1]) if kept else (within.start + start, within.start + start - 1)
    return Preview(
        node=node,
        drop=_leaving_out(spots, kept, inside),
        head=tuple(spots[:first]),
        text=tuple(spots[n].words for n in kept),
        foot=tuple(spots[last + 1 :]),
    )


def _below_title(lines: Sequence[Line], title: str | None) -> int:
    """Give the index behind the title's line, and the head below it, where most text is further down; else 0.

    So much for pages without a head, and for those with a column of other texts above theirs.
    """
    for n, line in enumerate(lines):
        if title and is_same_title(line.words, title):
            start = n + max(1, head_end(lines[n:], title))
            above, below = (sum(len(one.words) for one in part) for part in (lines[:n], lines[start:]))
            return start if below > above else 0
    return 0


def _kept(
    spots: Sequence[Spot], lines: Sequence[Line], offset: int, between: range, title: str | None
) -> list[int]:
    """Give the places of the lines between head and foot that are text: no caption, no button, no rows of links."""
    rows = _link_rows(spots, range(offset + between.start, offset + between.stop))
    return [
        offset + n
        for n in between
        if offset + n not in rows
        and not is_caption(lines[n].words, title)
        and not (len(lines[n].words) <= LINE_CHARS and BUTTON.fullmatch(lines[n].words))
    ]


def _link_rows(spots: Sequence[Spot], between: range) -> set[int]:
    """Give the lines that stand with others of nothing but links."""
    found: set[int] = set()
    row: list[int] = []
    for n in between:
        if spots[n].is_linked and not is_sentence(spots[n].words):
            row.append(n)
            continue
        found.update(row if len(row) >= LINK_ROWS else ())
        row = []
    found.update(row if len(row) >= LINK_ROWS else ())
    return found


def _container(
    root: HtmlElement, spots: Sequence[Spot], kept: Sequence[int]
) -> HtmlElement | None:
    """Give the lowest block that holds all text; words apart from the rest behind rows of links are none of it."""
    weights = {n: weight for n in _main(spots, kept) if (weight := han_count(spots[n].words))}
    total = sum(weights.values())
    if total < SHORTEST_HAN:
        return None
    held: dict[HtmlElement, int] = {}
    for n, weight in weights.items():
        node: HtmlElement | None = spots[n].node
        while node is not None:
            held[node] = held.get(node, 0) + weight
            node = node.getparent() if node is not root else None
    node = root
    while True:
        best = next((child for child in node if held.get(child) == total), None)
        if best is None or best.tag not in BLOCKS | CELLS:
            return node
        node = best


def _main(spots: Sequence[Spot], kept: Sequence[int]) -> list[int]:
    """Give the lines of the text: all runs but small ones that links part from the rest, and no links."""
    runs: list[list[int]] = []
    for n in kept:
        if not runs or any(spots[between].is_linked for between in range(runs[-1][-1] + 1, n)):
            runs.append([])
        runs[-1].append(n)
    sizes = [sum(han_count(spots[n].words) for n in run if not spots[n].is_linked) for run in runs]
    return [
        n
        for run, size in zip(runs, sizes, strict=True)
        if size >= SMALL_SHARE * sum(sizes)
        for n in run
        if not spots[n].is_linked
    ]


def _leaving_out(
    spots: Sequence[Spot], kept: Sequence[int], inside: set[HtmlElement]
) -> Callable[[HtmlElement], bool]:
    """Say of elements whether they are left out: those whose lines are none of the text, and that hold none of it."""
    keeping: set[HtmlElement] = set()
    for n in kept:
        node: HtmlElement | None = spots[n].node
        while node is not None and node not in keeping:
            keeping.add(node)
            node = node.getparent()
    dropped = {spot.node for spot in spots if spot.node in inside} - keeping
    return lambda node: node in dropped or node.tag in ASIDE


def has_other_text(preview: Preview, title: str | None) -> bool:
    """Say whether a page without a preview shows running text elsewhere that may be one after all."""
    return any(
        is_prose(spot.words, title) and han_count(spot.words) >= LEAST_HAN for spot in (*preview.head, *preview.foot)
    )


def is_list(preview: Preview) -> bool:
    """Say whether the lines above a text are of many files: True where one label comes again and again."""
    labels = Counter(label for spot in preview.head for label, _ in portal_fields(spot.spaced))
    return any(is_strong(((label, ""),)) and times >= FILES for label, times in labels.items())


def is_running(preview: Preview, title: str | None) -> bool:
    """Say whether a preview holds running text, not names and dates alone."""
    return sum(len(words) for words in preview.text if is_prose(words, title)) >= RUNNING_CHARS
