"""A page of unknown software as a thread: the first post and those that answer it, floor by floor.

Like blocks are found in `floors`, the first post above them in `openings`, what posts say in `posts`. Where anything
is unsure a page is no thread (`thread_signs`): it is read as an article, whose comments are none of it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from lxml.html import HtmlElement

from cleaners.platforms.generic.floors import Group, groups_of
from cleaners.platforms.generic.marks import Marks, marks_of
from cleaners.platforms.generic.openings import FIRST_CHARS, Where, opening_of
from cleaners.platforms.generic.places import Places, element_name, places_of
from cleaners.platforms.generic.post_texts import Cut, plain_title
from cleaners.platforms.generic.posts import Post, posts_of
from cleaners.platforms.generic.thread_signs import Found, may_be_thread, signs_of
from cleaners.platforms.platform import Draft
from cleaners.reading import Facts
from cleaners.shown import BLOCKS

LINKED_SHARE = 0.5
NOSCRIPT_CHARS = 40
BETWEEN = 100
"""Floors that a page of a thread is held to have where neither numbers nor a full page say how many."""


def floors_of(root: HtmlElement, places: Places, where: Where) -> tuple[Draft, ...]:
    """Read a page as a thread, a draft for each floor; none where it is no thread, or not surely one."""
    for part, found_places in _parts(root, places):
        found = _find(part, found_places, where) if may_be_thread(found_places, where) else None
        if found is None or not signs_of(found_places, found, where):
            continue
        positions = _positions(found, where)
        posts = [*([found.first] if found.first else []), *found.posts]
        return tuple(_draft(post, position, where) for post, position in zip(posts, positions, strict=True))
    return ()


def with_first(facts: Facts, first: Draft, *, page: int) -> Facts:
    """Put the first post's author and date where those of an article stand; a later page does not say the thread's."""
    if page > 1 or first.position > 1:
        url = None if page > 1 else facts.stated_url
        return replace(facts, author=None, published_at=None, dates=(), stated_url=url)
    others = tuple(pair for pair in facts.where if pair[0] not in ("author", "published_at"))
    found = tuple((name, first.node or "") for name, value in (("author", first.author),) if value)
    return replace(
        facts,
        author=first.author,
        published_at=first.date.at if first.date else None,
        dates=(first.date,) if first.date else (),
        where=(*found, *others),
    )


def _parts(root: HtmlElement, places: Places) -> Iterator[tuple[HtmlElement, Places]]:
    """Give the page, and what it shows to readers without scripts: there some software keeps its posts."""
    yield root, places
    for hidden in root.iter("noscript"):
        for child in hidden:
            if isinstance(child.tag, str) and child.tag in BLOCKS:
                found = places_of(child)
                if found.size(child) >= NOSCRIPT_CHARS:
                    yield child, found


def _find(root: HtmlElement, places: Places, where: Where) -> Found | None:
    marks = marks_of(root, places)
    if len(marks.dates) + len(marks.authors) < 2:
        return None
    groups = _true_groups(groups_of(marks, places, where.sheet.base_url or ""), marks, places, where)
    blocks = {node for group in groups for node in group.blocks}
    if not blocks:
        return None
    start = min(places.spans[node][0] for node in blocks)
    first = opening_of(root, Cut(blocks=(), inner=blocks, marks=marks, places=places), where, start)
    opening = min(blocks, key=lambda node: places.spans[node]) if first is None and where.page == 1 else None
    cut = Cut(blocks=(), inner=blocks, marks=marks, places=places, title=plain_title(where.title))
    by_group = [_posts(cut, group, where, opening) for group in groups]
    if any(_are_links(posts, places) for posts in by_group):
        return None
    posts = [post for posts in by_group for post in posts]
    posts.sort(key=lambda post: places.spans[post.block])
    has_opener = any(above in blocks for node in marks.openers for above in node.iterancestors())
    return Found(first=first, posts=tuple(_once(posts)), groups=tuple(groups), has_opener=has_opener)


def _are_links(posts: Sequence[Post], places: Places) -> bool:
    """Say whether what the blocks say is links for the most part: then they are rows of a list."""
    linked = sum(places.link_size(post.body) for post in posts)
    return linked > LINKED_SHARE * sum(places.size(post.body) for post in posts)


def _posts(cut: Cut, group: Group, where: Where, opening: HtmlElement | None = None) -> list[Post]:
    cut = replace(cut, blocks=group.blocks)
    return posts_of(cut, where.sheet, is_reply=lambda block: block is not opening)


def _true_groups(groups: Sequence[Group], marks: Marks, places: Places, where: Where) -> list[Group]:
    """Leave out groups that are parts of posts: they say nothing themselves, or without them the others say nothing."""
    kept = list(groups[:1])
    for group in groups[1:]:
        trial = [*kept, group]
        inner = {node for one in trial for node in one.blocks}
        cut = Cut(blocks=(), inner=inner, marks=marks, places=places, title=plain_title(where.title))
        if all(_is_full(_posts(cut, one, where), places) for one in trial):
            kept = trial
    return kept


def _is_full(posts: Sequence[Post], places: Places) -> bool:
    """Say whether most blocks say something, and not in links alone."""
    return 2 * sum(bool(post.shown) and places.link_share(post.body) < LINKED_SHARE for post in posts) > len(posts)


def _once(posts: Sequence[Post]) -> Iterator[Post]:
    """Leave out posts that a page shows twice: pinned above, or picked as hot ones."""
    seen = set()
    for post in posts:
        key = (post.author, post.shown, post.date.stated if post.date else None)
        if key in seen and len(post.shown) >= FIRST_CHARS:
            continue
        seen.add(key)
        yield post


def _positions(found: Found, where: Where) -> list[int]:
    """Give the floors: as printed where all are, counted on a first page, else held apart from other pages'."""
    numbers = [post.number for post in found.posts if post.number is not None]
    has_first = found.first is not None
    head = [1] if has_first else []
    is_rising = len(numbers) == len(found.posts) and all(one < other for one, other in pairwise(numbers))
    if is_rising and numbers[0] <= (2 if where.page == 1 else BETWEEN * where.page):  # else they are ids of posts
        offset = int(has_first and (where.page > 1 or numbers[0] == 1))
        return [*head, *(number + offset for number in numbers)]
    count = len(found.posts)
    start = 1 if where.page == 1 else (where.page - 1) * (count if where.has_next else max(BETWEEN, count)) + 1
    return [*head, *(start + has_first + at for at in range(count))]


def _draft(post: Post, position: int, where: Where) -> Draft:
    return Draft(
        position=position,
        shown=post.shown,
        title=where.title if position == 1 else None,
        title_from=where.title_from if position == 1 else None,
        author=post.author,
        date=post.date,
        node=element_name(post.body),
    )
