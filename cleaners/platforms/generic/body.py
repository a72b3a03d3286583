"""Which nodes of an unknown page are its text: prune, hear voices, find the container, leave out what is in between.

Nodes are chosen here, never characters. Our own voice is `dense`, how extractors are asked is in `voices`, where text
stands in `places`, what is no text in `boxes`, `below` and `lines_around`.
"""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass

from lxml.html import HtmlElement

from cleaners.platforms.generic.around import is_end_line, is_interruption, is_meta_line, is_stamp, starts_end
from cleaners.platforms.generic.below import parts_below, title_position
from cleaners.platforms.generic.boxes import LINK_SHARE, NOISE, leads_on, pruned
from cleaners.platforms.generic.dense import MARKS, densest, is_prose, points_of
from cleaners.platforms.generic.places import EDGES, Places, ShownLine, covered, merged, places_of, stretches
from cleaners.platforms.generic.voices import plain_voice, strict_voice
from cleaners.shown import BLOCKS, CELLS

WHOLE_SHARE = 0.95
"""Share of the text that a container must hold."""
KEPT_THIRD = 1 / 3
"""Share of the page's own running text below which the pruned page is given up for the whole one."""
HALF = 0.5
"""Share of our own place below which a voice contradicts it; another voice is then asked."""
UNHEARD = 0.35
"""What a line that no voice gives still speaks for the place where it stands."""
MORE_CHARS = 40
MORE_SHARE = 0.08
"""Running text beside our own place that makes it too small: so many characters, and such a share of its own."""
END_CHARS = 120
LATE = 0.8
HEADING_CHARS = 40
COLUMN_CHARS = 200
"""Characters from which a cell is a column of an old layout; a cell of data is never left out."""
MAX_HEARD = 15_000
"""Elements of a page up to which extractors are asked: 60,000 cost each of them 3 s, a worker has 2."""


@dataclass(frozen=True, slots=True)
class Body:
    """The chosen nodes, what is to be left out of them, and how the choice was made."""

    nodes: tuple[HtmlElement, ...]
    drop: Callable[[HtmlElement], bool]
    how: str
    work: HtmlElement
    """The copy that the nodes are of."""
    places: Places
    """Where everything stands in that copy."""


def body_of(
    root: HtmlElement, whole: Places, without: Collection[HtmlElement] = (), *, title: str | None = None
) -> Body | None:
    """Choose the nodes that hold a page's text; None where no voice finds any. The tree itself is not changed.

    `whole` holds the places of `root`; `without` are blocks known to be no text; `title` is the page's own.
    """
    if not whole.text:
        return None
    below = parts_below(whole, root, title_position(whole, title))
    work = pruned(root, whole, NOISE, {*without, *below})
    places = places_of(work)
    if _prose(places.lines, places) < KEPT_THIRD * _prose(whole.lines, whole):
        work = pruned(root, whole, None, {*without, *below})
        places = places_of(work)
    title_at = title_position(places, title)
    place, heard, how = _vote(work, places, title_at)
    if place is None:
        return None
    spans = _widened(work, places, place, heard, title_at=title_at)
    node = _container(work, places, spans)
    drop = _leaving_out(node, places, spans, core=place, title_at=title_at)
    return Body((node,), drop, how, work, places)


def _prose(lines: Sequence[ShownLine], places: Places) -> int:
    return sum(line.size for line in lines if is_prose(places, line))


def _vote(
    work: HtmlElement, places: Places, title_at: int
) -> tuple[HtmlElement | None, list[tuple[int, int]] | None, str]:
    """Give our own place, what extractors heard (None: not asked), and who decided.

    Extractors are asked only where running text stands beside our own place or links stand in it: where there is
    none, they have nothing to say against it and cost ten times as much.
    """
    own = densest(places, work)
    is_great = len(places.spans) > MAX_HEARD
    if own is None and is_great:
        return None, None, "dense"
    if own is not None and (is_great or not _is_doubtful(places, own, title_at)):
        return own, None, "dense"
    heard = stretches(places, strict_voice(work))
    if own is None or covered(heard, *places.spans[own]) < HALF * places.size(own):
        heard = merged([*heard, *stretches(places, plain_voice(work))])
    if not heard:
        return own, None, "dense"
    if own is None:
        return _container(work, places, heard), heard, "voices"
    place = densest(places, work, lambda line: 1.0 if covered(heard, line.start, line.end) else UNHEARD)
    return place, heard, "vote"


def _is_doubtful(places: Places, own: HtmlElement, title_at: int) -> bool:
    """Say whether others may know better: links within our own place, running text beside it, verse above it."""
    start, end = places.spans[own]
    if places.linked(start, end) > 0.1 * (end - start):
        return True
    beside = sum(line.size for line in places.lines if not start <= line.start < end and is_prose(places, line))
    if beside:
        return True
    above = places.between(title_at, start) if title_at >= 0 else []
    return sum(points_of(places, line) > 0 for line in above) > 1


def _widened(
    work: HtmlElement, places: Places, place: HtmlElement, heard: list[tuple[int, int]] | None, *, title_at: int
) -> list[tuple[int, int]]:
    """Give the stretches of the text: our own place, and what a voice hears beside it where that is running text."""
    best, spans = place, merged([places.spans[place], *_parts(places, place)])
    if heard is None:
        return spans
    own = sum(line.size for line in places.between(*places.spans[place]) if is_prose(places, line))
    for above in place.iterancestors():
        if above not in places.spans:
            break
        beside = _beside(places, places.spans[above], best)
        more = [line for line in beside if covered(heard, line.start, line.end) > line.size / 2]
        size = sum(line.size for line in more)
        if size >= min(MORE_CHARS, MORE_SHARE * own):
            best, own = above, own + size
            spans = merged([*spans, *((line.start, line.end) for line in more)])
        if above is work:
            break
    if best is place:
        return spans
    low, high = places.spans[best]
    return merged([*spans, *(span for span in heard if span[0] >= max(low, title_at) and span[1] <= high)])


def _parts(places: Places, place: HtmlElement) -> Iterator[tuple[int, int]]:
    """Give the other parts of a text that is cut into like-named neighbours."""
    name = place.get("class")
    for node in (*place.itersiblings(preceding=True), *place.itersiblings()) if name else ():
        if node.tag != place.tag or node.get("class") != name or not places.size(node):
            continue
        start, end = places.spans[node]
        if places.linked(start, end) <= LINK_SHARE / 2 * (end - start) and not starts_end(places.text, start, end):
            yield start, end


def _beside(places: Places, span: tuple[int, int], inner: HtmlElement) -> Iterator[ShownLine]:
    """Give the text in a span and beside an element; below it only running text: a word on its author stands there."""
    start, end = places.spans[inner]
    yield from (line for line in places.between(span[0], start) if _is_text(places, line))
    yield from (line for line in places.between(end, span[1]) if is_prose(places, line) and _is_text(places, line))


def _is_text(places: Places, line: ShownLine) -> bool:
    """Say whether a line that is heard may be of the text: running text, or a short line with a mark and no label."""
    start, end = line.start, line.end
    if starts_end(places.text, start, end) or places.linked(start, end) > LINK_SHARE / 2 * line.size:
        return False
    if is_prose(places, line):
        return True
    words = places.text[start:end]
    return bool(MARKS.search(words)) and not is_meta_line(words, is_paragraph=False) and not is_end_line(words)


def _is_linked(places: Places, block: HtmlElement) -> bool:
    return places.link_share(block) > LINK_SHARE / 2


def _container(work: HtmlElement, places: Places, spans: list[tuple[int, int]]) -> HtmlElement:
    """Go down from the body while one child holds almost all of the text."""
    node = work
    total = sum(end - start for start, end in spans)
    while True:
        inside = [child for child in node if child in places.spans]
        least = WHOLE_SHARE * total
        # One that is smaller than that cannot hold it: most children are not measured.
        inside = [child for child in inside if places.size(child) >= least]
        best = max(inside, key=lambda child: covered(spans, *places.spans[child]), default=None)
        if best is None or best.tag not in EDGES or covered(spans, *places.spans[best]) < least:
            return node
        node = best


def _blocks(node: HtmlElement, places: Places) -> Iterator[HtmlElement]:
    """Give the elements below a node that may be left out: blocks, cells that are columns of a layout, whole lines."""
    held = places.between(*places.spans[node])
    lines, starts = {(line.start, line.end) for line in held}, {line.start for line in held}
    for block in node.iter():
        if block is node or not isinstance(block.tag, str) or not places.size(block):
            continue
        if block.tag in CELLS:
            if places.size(block) >= COLUMN_CHARS:
                yield block
        elif block.tag in BLOCKS or places.spans[block] in lines or _is_stamp_of(places, block, starts):
            yield block


@dataclass(frozen=True, slots=True, kw_only=True)
class _Chosen:
    """The stretches of the text in a container, and what is known of their surroundings."""

    places: Places
    spans: list[tuple[int, int]]
    core: HtmlElement
    """Our own place: what stands in it is of the text without being heard."""
    title_at: int
    begin: int
    """Where the first running text begins."""
    zone: int
    """Where the last lines begin that are all ends of texts."""
    names: frozenset[str]
    """Tag and class of the blocks that hold the running text."""

    def is_out(self, block: HtmlElement) -> bool:
        """Say whether a block is left out."""
        start, end = self.places.spans[block]
        words = self.places.text[start:end]
        if self._is_beside(block) or is_interruption(words):
            return True
        if (self.zone <= start and end <= self.spans[-1][1]) or _is_tail(block, self.places, last=self.spans[-1][1]):
            return True
        if start <= self.begin and is_stamp(words):
            return True
        is_above = end <= self.begin
        return is_above and (self.title_at >= end or is_meta_line(words, is_paragraph=_name(block) in self.names))

    def _is_beside(self, block: HtmlElement) -> bool:
        """Say whether a block stands outside the text, or within it only leads to other texts."""
        start, end = self.places.spans[block]
        low, high = self.places.spans[self.core]
        if low <= start and end <= high:
            return leads_on(block, self.places)
        if covered(self.spans, start, end) or _is_first_heading(block, self.places, self.spans):
            return False
        return end <= self.spans[0][0] or start >= self.spans[-1][1] or _is_linked(self.places, block)


def _is_stamp_of(places: Places, node: HtmlElement, starts: set[int]) -> bool:
    """Say whether an element in a line is the date before its words."""
    return places.spans[node][0] in starts and is_stamp(places.words(node))


def _leaving_out(
    node: HtmlElement, places: Places, spans: list[tuple[int, int]], *, core: HtmlElement, title_at: int
) -> Callable[[HtmlElement], bool]:
    """Say of elements in the container whether they are left out: blocks beside the text, and what is round it."""
    first, last = spans[0][0], spans[-1][1]
    prose = [line for line in places.between(*places.spans[core]) if is_prose(places, line)]
    chosen = _Chosen(
        places=places, spans=spans, core=core, title_at=title_at, zone=_end_zone(places, first, last),
        begin=next((line.start for line in places.between(first, last) if is_prose(places, line)), first),
        names=frozenset(_name(line.holder) for line in prose if line.holder is not core),
    )  # fmt: skip
    dropped = {block for block in _blocks(node, places) if chosen.is_out(block)}
    return dropped.__contains__


def _name(node: HtmlElement) -> str:
    return f"{node.tag} {node.get('class') or ''}"


def _end_zone(places: Places, first: int, last: int) -> int:
    """Give where the lines begin below which nothing but ends of texts stands."""
    zone = last
    for line in reversed(places.between(first + 1, last)):
        if not is_end_line(places.text[line.start : line.end]):
            break
        zone = line.start
    return zone


def _is_first_heading(block: HtmlElement, places: Places, spans: list[tuple[int, int]]) -> bool:
    """Say whether a paragraph stands right before heard ones of its own kind: extractors lose a first short line."""
    start, end = places.spans[block]
    following = block.getnext()
    if block.tag != "p" or not 0 < end - start <= HEADING_CHARS or places.link_size(block) or following is None:
        return False
    is_alike = following.tag == "p" and following.get("class") == block.get("class")
    return is_alike and covered(spans, *places.spans.get(following, (0, 0))) > 0


def _is_tail(block: HtmlElement, places: Places, *, last: int) -> bool:
    """Say whether a block begins as what stands below texts does, is short, and stands in their last fifth.

    In their lower half where half of it is links.
    """
    start, end = places.spans[block]
    if end - start > END_CHARS or not starts_end(places.text, start, end):
        return False
    return start > LATE * last or (start > 0.5 * last and _is_linked(places, block))
