"""What a post says, who wrote it, and when: read from a block once it is known to be a post.

Blocks are found in `floors`, which of their parts hold the text in `post_texts`. No character is changed here.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from lxml.html import HtmlElement

from cleaners.facts.dates import read_date
from cleaners.platforms.generic.marks import DATE, DATE_CHARS, EXACT_SHAPE, NO_POST_DATE, Marks, exact_of
from cleaners.platforms.generic.places import UNREAD, element_name
from cleaners.platforms.generic.post_texts import Cut, bodies_of, signature
from cleaners.platforms.platform import Sheet
from cleaners.reading import StatedDate
from cleaners.regex import regex
from cleaners.shown import BLOCKS, render

QUOTE_NAME = regex(
    r"(?:^|[\s_-])(?:quote|quoted|quotebox|bbcodequote|blockquote|citation|reply-?to)(?=$|[\s_-])",
    re.IGNORECASE,
)
"""Names of what repeats an earlier post."""
CLOCK_TAGS = ("time", "span", "abbr")
"""Elements in a date that may bear it exactly: `03-05 <time datetime=…>09:12</time>`."""
YEAR = regex(r"(?:19|20)\d{2}")
"""A date printed with its year needs nothing else; of others what an element bears goes before the crawl's time."""
LABEL_CHARS = 12
"""Characters before a date that may say what it is of: `注册:`."""
EVERY_SHARE = 0.8


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """One post as it stands on the page."""

    block: HtmlElement
    body: HtmlElement
    shown: str
    author: str | None
    date: StatedDate | None
    number: int | None
    """The floor number that the page prints."""


def posts_of(cut: Cut, sheet: Sheet, *, is_reply: Callable[[HtmlElement], bool]) -> list[Post]:
    """Read the posts of like blocks; what repeats another post is left out of replies."""
    owned = _owned(cut)
    found = []
    bodies = bodies_of(cut)
    no_quotes = _no_quotes(cut, [body for body, _ in bodies.values()])
    for block, (body, out) in bodies.items():
        nodes = [node for node in owned.get(block, []) if not _is_in(node, body, block, out)]
        found.append(
            Post(
                block=block,
                body=body,
                shown=_shown(body, out, no_quotes if is_reply(block) else None),
                author=next((cut.marks.authors[node] for node in nodes if node in cut.marks.authors), None),
                date=date_among(cut.marks, nodes, sheet),
                number=next((cut.marks.floors[node] for node in nodes if node in cut.marks.floors), None),
            )
        )
    return found


def _no_quotes(cut: Cut, bodies: Sequence[HtmlElement]) -> frozenset[str]:
    """Find what looks like quotes and stands in almost every post: there the software puts the text itself."""
    seen: Counter[str] = Counter()
    for body in bodies:
        seen.update({signature(node) for node in body.iter() if node in cut.places.spans and _is_quote(node)})
    return frozenset(name for name, count in seen.items() if len(bodies) > 1 and count >= EVERY_SHARE * len(bodies))


def _shown(body: HtmlElement, out: Collection[HtmlElement], no_quotes: frozenset[str] | None) -> str:
    """Render a post's text; a reply without the quotes in it, unless it is nothing else."""

    def is_out(node: HtmlElement) -> bool:
        return node in out or node.tag in UNREAD

    def is_quote(node: HtmlElement) -> bool:
        return no_quotes is not None and _is_quote(node) and signature(node) not in no_quotes

    return render([body], drop=lambda node: is_out(node) or is_quote(node)) or render([body], drop=is_out)


def _is_quote(node: HtmlElement) -> bool:
    return node.tag == "blockquote" or (node.tag in BLOCKS and bool(QUOTE_NAME.search(node.get("class") or "")))


def _owned(cut: Cut) -> dict[HtmlElement, list[HtmlElement]]:
    """Sort the marks by the post that they are nearest to, in the order of the page."""
    owned: dict[HtmlElement, list[HtmlElement]] = {}
    blocks = {*cut.blocks, *cut.inner}
    spans = cut.places.spans
    order = sorted(cut.blocks, key=lambda node: spans[node])
    starts = [spans[node][0] for node in order]
    heads: dict[HtmlElement, dict[HtmlElement, list[HtmlElement]]] = {}
    for mark in {**cut.marks.dates, **cut.marks.authors, **cut.marks.floors}:
        block = next((above for above in (mark, *mark.iterancestors()) if above in blocks), None)
        if block is not None:
            owned.setdefault(block, []).append(mark)
        elif (at := bisect_left(starts, spans.get(mark, (0, 0))[1])) < len(order):
            row = next((one for one in (mark, *mark.iterancestors()) if one.getparent() is order[at].getparent()), None)
            if row is not None:
                heads.setdefault(order[at], {}).setdefault(row, []).append(mark)
    for block, rows in heads.items():  # a post's head may be a row of its own, right above it
        owned.setdefault(block, []).extend(rows[max(rows, key=lambda row: spans[row])])
    for block, nodes in owned.items():
        nodes.sort(key=lambda node: (spans[node][0] < spans[block][0], spans[node]))
    return owned


def _is_in(node: HtmlElement, body: HtmlElement, block: HtmlElement, out: Collection[HtmlElement]) -> bool:
    """Say whether a mark stands in a post's text, and not in what is left out of it."""
    for above in (node, *node.iterancestors()):
        if above in out or above is block:
            return False
        if above is body:
            return True
    return False


def date_among(marks: Marks, nodes: Iterable[HtmlElement], sheet: Sheet) -> StatedDate | None:
    """Read the first date among marks that says when a post was written; None where all are silent."""
    for node in nodes:
        piece = marks.dates.get(node)
        if piece is None or NO_POST_DATE.search(_label(node) + piece):
            continue
        stated = _printed(node, piece)
        near = (node, *node.iter(*CLOCK_TAGS), node.getparent())
        exact = next((found for one in near if (found := exact_of(one))), None)
        return _read(stated, exact, sheet, where=element_name(node))
    return None


def _label(node: HtmlElement) -> str:
    """Give the words right before an element's date, which may say what it is of."""
    whole = " ".join(node.text_content().split())
    found = DATE.search(whole)
    own = whole[: found.start()] if found else ""
    before, parent = node.getprevious(), node.getparent()
    if own.strip() or parent is None:
        return own[-LABEL_CHARS:]
    words = (parent.text if before is None else before.tail) or ""
    if not words.strip() and before is not None and isinstance(before.tag, str):
        words = before.text_content()
    return " ".join(words.split())[-LABEL_CHARS:]


def _printed(node: HtmlElement, piece: str) -> str:
    """Give the date as printed, with the time that may stand in an element of its own."""
    found = DATE.search(piece)
    whole = " ".join(node.text_content().split())
    longer = DATE.search(whole) if len(whole) <= DATE_CHARS else None
    if longer and (not found or len(longer[0]) > len(found[0])):
        found = longer
    return found[0].strip() if found else piece


def _read(stated: str, exact: str | None, sheet: Sheet, *, where: str) -> StatedDate:
    zone, fetched_at = sheet.hints.zone, sheet.page.fetched_at
    date = read_date(stated, kind="posted", zone=zone, fetched_at=fetched_at, where=where)
    if exact and EXACT_SHAPE.search(exact) and (date.at is None or not YEAR.search(stated)):
        date = replace(read_date(exact, kind="posted", zone=zone, fetched_at=fetched_at, where=where), stated=stated)
    return date
