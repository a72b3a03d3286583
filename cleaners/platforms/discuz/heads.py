"""The head of a thread: its title, its category, and how often it was seen and answered, by ids before classes."""

from collections.abc import Iterator

from lxml.html import HtmlElement

from cleaners.platforms.discuz.anatomy import Anatomy, name_of
from cleaners.platforms.discuz.statements import counted
from cleaners.platforms.elements import finder, words
from cleaners.reading import Facts
from cleaners.regex import regex

_CATEGORY = regex(r"[\[【]([^\[\]【】]{1,40})[\]】]")
_KIND = "typeid"
# Links to a board's threads of a kind or sort, in whatever spelling: an alternation of literals.
_ANY_KIND = regex(r"sortid|[?&;]id=")
_H1 = finder("//h1")
# `查看: 3039|回复: 4`, `1.2万`: a label, at most some blanks, a bounded number that may be abbreviated.
_COUNT = r" ?[:：]? {0,3}(\d{1,10}(?:\.\d{1,3})? ?[万萬wWkK]?)(?![\d.])"
_VIEWS = regex(r"(?:查看|浏览|阅读|点击|人气|檢視|瀏覽)(?:次数|量|数)?" + _COUNT)
_REPLIES = regex(r"(?:回复|回帖|评论|回覆)(?:次数|数)?" + _COUNT)
HEAD_LEVELS = 5
"""Levels up from the title to the head of the thread in skins that set it above the list of posts."""


def title_of(anatomy: Anatomy) -> str | None:
    """Give the thread's title: the element of that id, else the heading, else the start of `title`."""
    subject = anatomy.ids.get("thread_subject")
    if subject is not None and words(subject):
        return words(subject)
    named = words(anatomy.ids.get("threadtitle"))  # Discuz 7
    heading = named or next((text for node in _H1(anatomy.tree) if (text := words(node))), None)
    return heading or anatomy.title.partition(" - ")[0].strip() or None


def category_of(anatomy: Anatomy) -> str | None:
    """Give the category before the title, without its brackets; None where the thread has none.

    A thread's kind (`typeid`) is linked or bare; where it is bare, a link beside it names the sort (`sortid`).
    """
    subject = anatomy.ids.get("thread_subject")
    if subject is None or (heading := subject.getparent()) is None:
        return None
    linked = [anchor for anchor in heading.iter("a") if anchor is not subject]
    bare = (heading.text or "").strip()
    found = [_CATEGORY.fullmatch(words(anchor)) for anchor in linked if _KIND in anchor.get("href", "")]
    found += [_CATEGORY.match(bare)] if bare else []
    found += [_CATEGORY.fullmatch(words(anchor)) for anchor in linked if _ANY_KIND.search(anchor.get("href", ""))]
    return next((match[1].strip() for match in found if match is not None), None)


def with_counts(anatomy: Anatomy, block: HtmlElement | None, facts: Facts) -> Facts:
    """Add views and replies as the row above the first post (`block`) states them, or, in other skins, the head."""
    area = anatomy.ids.get("postlist")
    heads = [("#postlist", _text_before(area, block))] if area is not None else []
    for where, head in (*heads, *_heads_around_title(anatomy, block)):
        views, replies = _VIEWS.search(head), _REPLIES.search(head)
        if views is not None:
            facts = counted(facts, "views", views[1].strip(), where=where)
            return counted(facts, "replies", replies[1].strip(), where=where) if replies is not None else facts
    return facts


def _heads_around_title(anatomy: Anatomy, block: HtmlElement | None) -> Iterator[tuple[str, str]]:
    """Give the words around the title, box by box outwards, as long as no post is in the box."""
    subject = anatomy.ids.get("thread_subject")
    if subject is None or block is None:
        return
    above = set(block.iterancestors())
    for level, box in enumerate(subject.iterancestors()):
        if level >= HEAD_LEVELS or box in above or box.tag == "body":
            return
        yield name_of(box), words(box).replace(words(subject), "", 1)[:2000]


def _text_before(area: HtmlElement, block: HtmlElement | None) -> str:
    """Give the words of an element's first children, up to the one that holds the first post."""
    top = block
    while top is not None and (parent := top.getparent()) is not area:
        top = parent
    parts: list[str] = []
    for child in area:
        if child is top or len(parts) > 5:
            break
        if isinstance(child.tag, str):
            parts.append(words(child))
    return " ".join(parts)[:2000]
