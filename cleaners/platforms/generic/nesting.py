"""Blocks within blocks: which stand in which, and whether one takes another's marks away from it."""

from collections import Counter
from collections.abc import Iterable, Sequence

from lxml.html import HtmlElement

Counts = tuple[Counter[HtmlElement], Counter[HtmlElement], Counter[HtmlElement]]
"""Dates, authors and floor numbers in each element."""


def nearest_within(
    blocks: Sequence[HtmlElement], inner: Iterable[HtmlElement]
) -> dict[HtmlElement, list[HtmlElement]]:
    """Give, of each block, the other blocks that stand in it and in no other one below it."""
    own, all_inner = set(blocks), set(inner)
    found: dict[HtmlElement, list[HtmlElement]] = {}
    for node in all_inner:
        above = next((one for one in node.iterancestors() if one in own or one in all_inner), None)
        if above is not None and above in own:
            found.setdefault(above, []).append(node)
    return found


def rob_each_other(blocks: Sequence[HtmlElement], counts: Counts) -> bool:
    """Say whether blocks of one key are posts and parts of posts: the key is a name for anything (`clearfix`)."""
    held = nearest_within(blocks, blocks)
    return any(takes_marks(node, within, (), counts) for node, within in held.items())


def takes_marks(
    block: HtmlElement, within: Sequence[HtmlElement], others: Sequence[HtmlElement], counts: Counts
) -> bool:
    """Say whether a block without those within has a kind of mark less; `others` are other posts in it."""
    for count in counts:
        own = count[block] - sum(count[one] for one in others)
        if own > 0 and own <= sum(count[one] for one in within):
            return True
    return False
