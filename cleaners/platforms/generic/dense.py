"""Our own voice: the element round which running text is densest, by the lines that a browser shows.

Unlike extractors that ask for `p` it sees text between `br`, in cells, and in sections within sections. What is pruned
before lives in `boxes` and `below`, what is made of the place in `body`.
"""

from collections import Counter
from collections.abc import Callable

from lxml.html import HtmlElement

from cleaners.platforms.generic.boxes import LINK_SHARE
from cleaners.platforms.generic.places import Places, ShownLine
from cleaners.regex import regex

MARKS = regex(r"[，。、；！？;]|(?<!\d),(?!\d)")
"""No colon, which labels have, and no comma within a number."""
MIN_LINE = 12
"""Characters below which a line says nothing of where running text stands, unless it ends a sentence."""
VERSE = regex(r"[（(]?[一-鿿]{5,11}[)）]?")
VERSE_POINTS = 0.4
"""What a short line without marks or links gives: many of them are verse."""
SENTENCE_END = tuple("。！？”」…；")
SHARES = (1.0, 0.5, 0.25)
"""What a line gives to what is round it: the nearest, the next, the one after."""
HELD = 1.2
"""What lines that stand in one element side by side, parted by `br`, give to that element."""
ALONE = 0.9
"""What a line gives to elements that hold nothing else: one that holds several such must weigh more."""
PARAGRAPHS = frozenset({"p", "li", "dd", "dt", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "figcaption"})
SIZE_POINTS = 50
"""Characters that count as much as a mark, up to MOST_POINTS of them."""
MOST_POINTS = 6.0
CANDIDATES = 6
"""Densest elements looked at before rows of other texts are taken after all."""
TITLE_CHARS = 8
WHOLE_LINK = 0.8
ROWS = 3
MOST_TEASERS = 1.5
PROSE_CHARS = 24
PROSE_MARKS = 2
PROSE_SEEN = 4_000
"""Characters of a line in which its marks are looked for: some pages are one line of millions."""

Scores = dict[HtmlElement, float]
Weight = Callable[[ShownLine], float]


def points_of(places: Places, line: ShownLine) -> float:
    """Give what a line speaks for running text: its marks and its length; 0 for links and scraps."""
    size = line.size
    if size < MIN_LINE and not places.text.endswith(SENTENCE_END, line.start, line.end):
        is_verse = VERSE.fullmatch(places.text, line.start, line.end) and not places.linked(line.start, line.end)
        return VERSE_POINTS if is_verse else 0.0
    if places.linked(line.start, line.end) > LINK_SHARE * size:
        return 0.0
    marks = len(MARKS.findall(places.text, line.start, line.end))
    return marks + min(size / SIZE_POINTS, MOST_POINTS)


def is_prose(places: Places, line: ShownLine) -> bool:
    """Say whether a line is running text: two marks, hardly a link; the answer is kept with the places."""
    asked = (line.start, line.end)
    known = places.prose.get(asked)
    if known is None:
        known = places.prose[asked] = _is_prose(places, line)
    return known


def _is_prose(places: Places, line: ShownLine) -> bool:
    return (
        line.size >= PROSE_CHARS
        and places.linked(line.start, line.end) <= LINK_SHARE / 2 * line.size
        and len(MARKS.findall(places.text, line.start, min(line.end, line.start + PROSE_SEEN))) >= PROSE_MARKS
    )


def densest(places: Places, root: HtmlElement, weight: Weight = lambda line: 1.0) -> HtmlElement | None:
    """Give the element whose near descendants hold most running text; None for a page without any.

    `weight` says how far a line is believed to be of the text, 0 to 1.
    """
    scores: Scores = {}
    held = Counter(line.holder for line in places.lines)
    for line in places.lines:
        points = points_of(places, line) * weight(line)
        if points:
            _give(scores, places, line, points, is_alone=held[line.holder] == 1)
    weighed = {node: score * (1 - places.link_share(node)) for node, score in scores.items()}
    for node in sorted(weighed, key=weighed.__getitem__, reverse=True)[:CANDIDATES]:
        if not is_listing(places, node):
            return node
    return max(weighed, key=weighed.__getitem__, default=None)


def is_listing(places: Places, node: HtmlElement) -> bool:
    """Say whether an element is rows of other texts: whole lines that are links, each with little text after it."""
    start, end = places.spans[node]
    titles = prose = 0
    for line in places.between(start, end):
        if line.size >= TITLE_CHARS and places.linked(line.start, line.end) >= WHOLE_LINK * line.size:
            titles += 1
        elif is_prose(places, line):
            prose += 1
    return titles >= ROWS and prose <= MOST_TEASERS * titles


def _give(scores: Scores, places: Places, line: ShownLine, points: float, *, is_alone: bool) -> None:
    """Share a line's points out among what is round it; wrappers that hold nothing else take no share of their own."""
    shares: tuple[float, ...] = SHARES
    if not is_alone:
        scores[line.holder] = scores.get(line.holder, 0.0) + points * HELD
        shares = SHARES[1:]
    elif line.holder.tag not in PARAGRAPHS:
        scores[line.holder] = scores.get(line.holder, 0.0) + points * ALONE
    span, level, share = places.spans.get(line.holder), 0, 1.0
    for above in line.holder.iterancestors():
        found = places.spans.get(above)
        if found is None or level == len(shares):
            return
        if found == span:
            share *= ALONE
        else:
            share, span, level = shares[level], found, level + 1
        scores[above] = scores.get(above, 0.0) + share * points
