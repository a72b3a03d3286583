"""The post that stands above its answers in a shape of its own: the question, the topic, the thing commented on.

Posts like each other are found in `floors`; whether all this is a thread is said in `threads`.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from lxml.html import HtmlElement

from cleaners.platforms.generic.boxes import FORUM_NOISE, is_frame
from cleaners.platforms.generic.marks import is_body_name
from cleaners.platforms.generic.places import Places
from cleaners.platforms.generic.post_texts import Cut, is_box
from cleaners.platforms.generic.posts import Post, date_among, posts_of
from cleaners.platforms.platform import Sheet
from cleaners.regex import regex
from cleaners.rules.lines import bare

FIRST_NAME = regex(
    r"(?:^|[\s_-]|(?<=[a-z])(?=[A-Z]))(?i:topic|thread|question|ask|bbs|post-?(?:title|detail|text|main)|lz|louzhu"
    r"|discussion)(?=$|[\s_-]|[A-Z])"
)
"""Names round a first post that stands apart from its answers."""
FIRST_CHARS = 10
"""Characters above the blocks from which there is a first post of its own."""
NOTICE_CHARS = 200
"""Characters up to which a text above the blocks that nothing signs may be a notice of the board."""
FEW = 6
"""Boxes between heading and blocks that are looked into, the fullest first."""
LOOSE = frozenset({"p", "ul", "ol", "pre", "blockquote", "h2", "h3", "h4", "table", "figure"})
"""What text is made of where it has no box of its own."""
ANSWER_NAME = regex(r"answer|huida", re.IGNORECASE)
BESIDE_HEADING = 60
"""Characters before the heading in which the first post's author and date may stand."""
TITLE_LEAST = 2
TITLE_CHARS = 200
TITLE_SHARE = 0.35
"""Share of the `title` element that a heading must hold: its beginning, without the site's name."""
TITLE_EXTRA = 16
"""Characters that a heading may have beside the page's title: a category, a mark."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Where:
    """What is known of a page beside its blocks."""

    sheet: Sheet
    title: str | None
    title_from: str | None
    whole_title: str
    """The `title` element."""
    page: int = 1
    has_next: bool = False


def opening_of(root: HtmlElement, cut: Cut, where: Where, start: int) -> Post | None:
    """Read the post that stands between the heading and the like blocks; None where none does."""
    places = cut.places
    heading = _heading(root, places, where, start)
    if heading is None:
        return None
    low = places.spans[heading][1]
    between = [node for node in _between(root, places, low, start) if not (is_frame(node, FORUM_NOISE) or is_box(node))]
    between.sort(key=lambda node: places.link_size(node) - places.size(node))
    posts = []
    for node in between[:FEW]:
        posts += posts_of(replace(cut, blocks=(node,)), where.sheet, is_reply=lambda _: False)
    best = max(posts, key=lambda post: len(post.shown), default=None)
    if best is None or not best.shown or (len(best.shown) < FIRST_CHARS and not _is_text_box(best.body)):
        return _question(heading, cut, where)
    best = _with_siblings(best, posts)
    return _signed(best, heading, cut, where)


def _heading(root: HtmlElement, places: Places, where: Where, before: int) -> HtmlElement | None:
    """Give the last heading above the blocks that shows the page's title, or what it begins with."""
    wanted, whole = bare(where.title or ""), bare(where.whole_title)
    found = None
    for node in root.iter("h1", "h2", "h3", "h4", "div", "span", "td", "a", "p", "strong", "b"):
        start, end = places.spans.get(node, (0, 0))
        if not 0 < end - start <= TITLE_CHARS or end > before:
            continue
        words = bare(places.text[start:end])
        is_title = len(wanted) >= TITLE_LEAST and wanted in words and len(words) <= len(wanted) + TITLE_EXTRA
        if is_title or (whole.startswith(words) and len(words) >= TITLE_SHARE * len(whole)):
            found = node
    return found


def _between(root: HtmlElement, places: Places, low: int, high: int) -> Iterator[HtmlElement]:
    """Give the greatest elements that stand between two places."""
    waiting = [root]
    while waiting:
        node = waiting.pop()
        start, end = places.spans.get(node, (0, 0))
        if end <= low or start >= high or start == end:
            continue
        if start >= low and end <= high:
            yield node
        else:
            waiting.extend(child for child in reversed(node) if child in places.spans)


def _with_siblings(best: Post, posts: Sequence[Post]) -> Post:
    """Put paragraphs that stand beside each other without a box of their own together."""
    if best.block.tag not in LOOSE:
        return best
    parent = best.block.getparent()
    beside = [post for post in posts if post.block.getparent() is parent and post.block.tag in LOOSE and post.shown]
    order = {node: at for at, node in enumerate(parent)}
    beside.sort(key=lambda post: order[post.block])
    return replace(best, shown="\n".join(post.shown for post in beside), body=parent)


def _signed(post: Post, heading: HtmlElement, cut: Cut, where: Where) -> Post | None:
    """Find who wrote a first post and when: the marks nearest to it. A short text without any is a board's notice."""
    for above in (post.body, *post.body.iterancestors()):
        inside = set(above.iter())
        if any(node in inside for node in cut.inner):
            break
        dates = [node for node in cut.marks.dates if node in inside and not _within(node, post.body)]
        authors = [node for node in cut.marks.authors if node in inside and not _within(node, post.body)]
        if dates or authors:
            author = cut.marks.authors[authors[0]] if authors else post.author
            return replace(post, author=author, date=date_among(cut.marks, dates, where.sheet) or post.date)
    spans = cut.places.spans
    low, high = spans[heading][0] - BESIDE_HEADING, spans.get(post.body, spans[post.block])[0]
    nodes = [node for node in {**cut.marks.dates, **cut.marks.authors} if low <= spans[node][0] < high]
    nodes.sort(key=lambda node: spans[node])
    author = next((cut.marks.authors[node] for node in nodes if node in cut.marks.authors), post.author)
    date = date_among(cut.marks, nodes, where.sheet) or post.date
    is_question = any(FIRST_NAME.search(_names(node)) for node in _round(post.body, 4))
    is_long = len(post.shown) > NOTICE_CHARS
    return replace(post, author=author, date=date) if is_question or author or date or is_long else None


def _within(node: HtmlElement, body: HtmlElement) -> bool:
    return node is body or any(above is body for above in node.iterancestors())


def _question(heading: HtmlElement, cut: Cut, where: Where) -> Post | None:
    """Make a question that is all in its title the first post; None where the blocks are no answers to one."""
    if not any(ANSWER_NAME.search(_names(node)) for node in cut.inner):
        return None
    return Post(block=heading, body=heading, shown=where.title or "", author=None, date=None, number=None)


def is_named_opening(first: Post) -> bool:
    """Say whether the boxes round a first post bear names of such."""
    return any(FIRST_NAME.search(_names(node)) for node in _round(first.body, 4))


def _is_text_box(node: HtmlElement) -> bool:
    """Say whether an element, or the one round it, is named as a text: there two words are a post."""
    return any(is_body_name(one.get("class") or one.get("id") or "") for one in _round(node, 2))


def _names(node: HtmlElement) -> str:
    return f"{node.get('class') or ''} {node.get('id') or ''}"


def _round(node: HtmlElement, count: int) -> Iterator[HtmlElement]:
    """Give an element and those round it, so many in all, the body itself not."""
    for above, _ in zip((node, *node.iterancestors()), range(count), strict=False):
        if above.tag not in ("body", "html"):
            yield above
