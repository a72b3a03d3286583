"""Which repeated blocks of a page are posts: like-named or like-placed ones that bear marks and hold text.

Nothing is said here of whether the page is a thread (`threads`), nor of what in a block is its text (`posts`).
"""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from lxml.html import HtmlElement

from cleaners.platforms.generic.addresses import linked
from cleaners.platforms.generic.marks import Marks, ends_as_meta, is_author
from cleaners.platforms.generic.nesting import Counts, nearest_within, rob_each_other, takes_marks
from cleaners.platforms.generic.places import Places
from cleaners.reading import UrlKind
from cleaners.regex import regex
from cleaners.shown import BLOCKS

DIGITS = regex(r"\d+")
FULL = 200
"""Characters from which a longer text makes a block no more of a post."""
META_CHARS = 12
"""Characters of a block that its date and author take, about."""
MARKED_SHARE = 0.7
"""Share of a group's text that must stand in blocks with marks."""
CROWD = 3
"""Dates in one block that a post may have: joined, written, edited. More of them: it holds other posts."""
LAYOUT = frozenset({"clearfix", "cf", "cc"})
"""Classes that say how a box is drawn, whatever it holds."""
HALF = 0.5
MIN_SCORE, NAMED_SCORE = 12, 2
"""Text that like blocks must hold together; those with names of posts hardly any: 顶."""
DEPTH = 60
"""Ancestors of a mark that are looked at."""
TITLE_HAN = 5
HAN = regex(r"[一-鿿]")
TITLE_TAGS = frozenset({"h1", "h2", "h3", "h4", "h5", "dt"})
TITLE_NAME = regex(r"(?:^|[\s_-])(?:title|tit|subject|headline)(?=$|[\s_-])", re.IGNORECASE)
POST_NAME = regex(
    r"(?:^|[\s_-]|(?<=[a-z])(?=[A-Z]))(?i:reply|replies|posts?|answers?|floor|thread|message|msg|topic|huifu|huida"
    r"|louceng|atl-item|lzl)(?=$|[\s_\d-]|[A-Z])"
    r"|(?:^|[\s_-])(?i:re|r|p|pid)[_-]?\d{2,12}(?=$|\s)",
)
"""Names of posts in forum software, as whole words of `class` and `id`, and ids that number them. Bounded."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Like blocks in the order of the page."""

    blocks: tuple[HtmlElement, ...]
    score: float
    share: float
    is_named: bool
    """True where most blocks bear the name of posts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Part:
    """A block that may be a post: its unlinked text, about, and its marks."""

    node: HtmlElement
    size: int
    dates: int
    authors: int
    floors: int

    def is_marked(self, *, is_named: bool) -> bool:
        """Say whether it has two kinds of marks; an author will do where its name is that of a post."""
        kinds = (self.dates > 0) + (self.authors > 0) + (self.floors > 0)
        return kinds >= 2 or (is_named and self.authors > 0)


def groups_of(marks: Marks, places: Places, base: str) -> list[Group]:
    """Give the groups of blocks that are posts: the one with most marked text, and those nested in or round it."""
    dates, authors = _above(marks.dates), _above(marks.authors)
    floors = _above(marks.floors)
    candidates = [node for node in {**dates, **authors} if node.tag in BLOCKS and node in places.spans]
    by_key = _by_key(candidates)
    chosen: list[Group] = []
    taken: set[HtmlElement] = set()
    counts = (dates, authors, floors)
    while len(chosen) < 3:
        found = [group for group in (_group(by_key, key, counts, places, taken) for key in by_key) if group]
        found = [group for group in found if not chosen or _is_kin(group, chosen, counts)]
        rows = {node for group in found if _are_rows(group, places, base) for node in group.blocks}
        found = [group for group in found if not _stand_in(group, rows)]
        several = [group for group in found if len(group.blocks) > 1]
        found = several or [group for group in found if not chosen]
        found = [group for group in found if not any(_is_within(other, group, places) for other in found)]
        found = [group for group in found if not any(_are_cells(group, other) for other in found)]
        best = max(found, key=lambda group: (group.score, group.share, places.size(group.blocks[0])), default=None)
        if best is None:
            break
        best = _with_bare(best, places)
        chosen.append(best)
        taken.update(best.blocks)
    return chosen


def _above(marked: Iterable[HtmlElement]) -> Counter[HtmlElement]:
    """Count the marks in every element that holds some."""
    counts: Counter[HtmlElement] = Counter()
    for node in marked:
        counts[node] += 1
        for above, _ in zip(node.iterancestors(), range(DEPTH), strict=False):
            counts[above] += 1
    return counts


Key = tuple[object, ...]


def _by_key(nodes: Iterable[HtmlElement]) -> dict[Key, list[HtmlElement]]:
    """Sort elements by what makes them alike: a class, a numbered id, the place among their siblings."""
    by_key: dict[Key, list[HtmlElement]] = {}
    for node in nodes:
        for key in _keys(node):
            by_key.setdefault(key, []).append(node)
    return {key: found for key, found in by_key.items() if len(found) > 1 or is_post_name(found[0])}


def _keys(node: HtmlElement) -> Iterable[Key]:
    for name in set((node.get("class") or "").split()):
        if name not in LAYOUT and not ends_as_meta(name):
            yield node.tag, "class", DIGITS.sub("", name)
    identity = node.get("id") or ""
    if DIGITS.search(identity) and not ends_as_meta(DIGITS.sub("", identity)):
        yield node.tag, "id", DIGITS.sub("", identity)
    kind = node.get("itemtype") or node.get("itemprop")
    if kind:
        yield node.tag, "item", kind
    if not node.get("class"):
        yield node.tag, "beside", node.getparent()


def _group(
    by_key: dict[Key, list[HtmlElement]], key: Key, counts: Counts, places: Places, taken: set[HtmlElement]
) -> Group | None:
    """Weigh the blocks of one key; None where too few of them are posts."""
    blocks = sorted((node for node in by_key[key] if node not in taken), key=lambda node: places.spans[node])
    if not blocks:
        return None
    is_named = sum(is_post_name(node) or _holds_post_names(node) for node in blocks) > len(blocks) / 2
    is_trusted = is_named and not taken
    parts = _own_parts(blocks, [*blocks, *taken], counts, places, is_named=is_trusted)
    marked = [part for part in parts if part.is_marked(is_named=is_named)]
    share = sum(part.size for part in marked) / max(1, sum(part.size for part in parts))
    score = sum(min(part.size, FULL) / max(1.0, part.dates / CROWD) for part in marked)
    is_lone = len(blocks) == 1 and is_trusted and bool(marked) and marked[0].dates > 0
    if (len(marked) < 2 and not is_lone) or share < MARKED_SHARE or score < (NAMED_SCORE if is_trusted else MIN_SCORE):
        return None
    if rob_each_other(blocks, counts):
        return None
    is_class = key[1] in ("class", "id")
    kept = [part.node for part in parts if part in marked or (is_class and part.size)]
    return Group(blocks=tuple(kept), score=score * share**2, share=share, is_named=is_named)


def is_post_name(node: HtmlElement) -> bool:
    """Say whether a block bears the name of a post, in its class or id."""
    return bool(POST_NAME.search(node.get("class") or "") or POST_NAME.search(node.get("id") or ""))


def _holds_post_names(node: HtmlElement) -> bool:
    """Say whether a block without a name of its own has parts that are named after posts."""
    return not node.get("class") and not node.get("id") and any(is_post_name(child) for child in node)


def _own_parts(
    blocks: Sequence[HtmlElement], inner: Iterable[HtmlElement], counts: Counts, places: Places, *, is_named: bool
) -> list[_Part]:
    """Measure blocks without what stands in other blocks within."""
    nearest = nearest_within(blocks, inner)
    parts = []
    for node in blocks:
        within = nearest.get(node, [])
        size = places.size(node) - places.link_size(node)
        size -= sum(places.size(one) - places.link_size(one) for one in within)
        dates, authors, floors = (count[node] - sum(count[one] for one in within) for count in counts)
        least = int(size > 0 and is_named)
        parts.append(_Part(node=node, size=max(least, size - META_CHARS), dates=dates, authors=authors, floors=floors))
    return parts


def _is_kin(group: Group, chosen: Sequence[Group], counts: Counts) -> bool:
    """Say whether a group stands round or within blocks that were chosen: comments on posts, posts round comments.

    Blocks that take a post's own marks away from it are no comments on it, but its head.
    """
    known = {node for one in chosen for node in one.blocks}
    outer = [next((above for above in node.iterancestors() if above in known), None) for node in group.blocks]
    if None not in outer:
        held: dict[HtmlElement, list[HtmlElement]] = {}
        for above, node in zip(outer, group.blocks, strict=True):
            held.setdefault(above, []).append(node)
        others = nearest_within(list(held), known)
        robbed = sum(takes_marks(above, nodes, others.get(above, ()), counts) for above, nodes in held.items())
        return 3 * robbed <= len(held)
    blocks = set(group.blocks)
    rounds = {above for node in known for above in node.iterancestors() if above in blocks}
    within = nearest_within(list(rounds), known)
    own = sum(
        all(count[node] > sum(count[one] for one in within.get(node, ())) for count in counts[:2]) for node in rounds
    )
    return 2 * own > len(rounds)


def _with_bare(group: Group, places: Places) -> Group:
    """Add blocks that bear no marks and are numbered as the others are: best answers, deleted posts."""
    stems = {(node.tag, DIGITS.sub("", node.get("id") or "")) for node in group.blocks}
    tag, stem = next(iter(stems))
    if len(stems) > 1 or not stem or not all(DIGITS.search(node.get("id") or "") for node in group.blocks):
        return group
    known = set(group.blocks)
    found = [
        node for node in places.spans
        if node.tag == tag and node not in known and DIGITS.search(node.get("id") or "")
        and DIGITS.sub("", node.get("id") or "") == stem and places.size(node)
    ]  # fmt: skip
    blocks = sorted({*known, *found}, key=lambda node: places.spans[node])
    return replace(group, blocks=tuple(blocks))


def _is_within(fine: Group, coarse: Group, places: Places) -> bool:
    """Say whether a block of one group is a box round several of the other, that hold most of its text."""
    held = _held(fine, coarse)
    if _are_cells(fine, coarse):
        return False
    return any(
        len(nodes) > 1 and sum(map(places.size, nodes)) > HALF * places.size(above) for above, nodes in held.items()
    )


def _held(fine: Group, coarse: Group) -> dict[HtmlElement, list[HtmlElement]]:
    """Give the blocks of one group that stand in each block of the other."""
    blocks = set(coarse.blocks)
    held: dict[HtmlElement, list[HtmlElement]] = {}
    for node in fine.blocks:
        above = next((one for one in node.iterancestors() if one in blocks), None)
        if above is not None:
            held.setdefault(above, []).append(node)
    return held


def _are_cells(fine: Group, coarse: Group) -> bool:
    """Say whether each block of one group holds as many of the other, two or more: they are the cells of posts."""
    held = _held(fine, coarse)
    counts = {len(held.get(node, ())) for node in coarse.blocks}
    return len(counts) == 1 and counts.pop() > 1 and len(coarse.blocks) > 1


def _stand_in(group: Group, rows: Collection[HtmlElement]) -> bool:
    """Say whether most blocks of a group are rows of a list, or parts of such."""
    inside = sum(any(one in rows for one in (node, *node.iterancestors())) for node in group.blocks)
    return bool(rows) and 2 * inside > len(group.blocks)


def _are_rows(group: Group, places: Places, base: str) -> bool:
    """Say whether blocks are rows of a list: most begin with a title of their own that leads to another page."""
    titles = [title for node in group.blocks if (title := _title_of(node, places, base))]
    return len(set(titles)) > max(1.0, 0.4 * len(group.blocks))


def _title_of(block: HtmlElement, places: Places, base: str) -> str | None:
    start = places.spans[block][0]
    for anchor in block.iter("a"):
        low, high = places.spans.get(anchor, (0, 0))
        words = places.text[low:high]
        is_titled = _is_titled(anchor)
        if low - start > 2 * META_CHARS and not is_titled:
            return None
        if len(HAN.findall(words)) < TITLE_HAN or is_author(anchor):
            continue
        found = linked(anchor.get("href"), base)
        is_elsewhere = found is not None and found.kind is UrlKind.DOCUMENT and "#" not in (anchor.get("href") or "")
        if is_elsewhere and (is_titled or _is_line(anchor, places)):
            return words
    return None


def _is_titled(anchor: HtmlElement) -> bool:
    parent = anchor.getparent()
    if parent.tag in TITLE_TAGS:
        return True
    return any(TITLE_NAME.search(node.get("class") or "") for node in (anchor, parent))


def _is_line(anchor: HtmlElement, places: Places) -> bool:
    """Say whether a link fills the block that it stands in: no words of a sentence round it."""
    block = next((above for above in anchor.iterancestors() if above.tag in BLOCKS), anchor)
    return places.size(block) - places.size(anchor) <= META_CHARS
