"""Names above authors' boxes in dumped threads. What a box's rows are: `rules.discuz_lines`."""

from collections.abc import Sequence

from cleaners.platforms.dump.thread_title import COPY_LINKS
from cleaners.regex import regex
from cleaners.rules.forum.boxed_floors import BOX_LINE
from cleaners.rules.forum.discuz_lines import PRESENT, STATISTIC, is_tail_line
from cleaners.rules.forum.floor_heads import HEAD_REST

TITLED = regex(r"(?:本页)?(?:主题|标题)\s?[:：]")
"""`主题 : T`: a thread's title above a box whose name is lost."""
BOX_WORDS = ("级别", "主题", "帖子", "积分", "精华", "发帖", "注册时间", "铜币")
"""Counters of which an author's box has one in its first line."""
COUNT = regex(r"-?\d[\d.]{0,9}万?")
"""A number of an author's box, a line of its own."""
PRESENCE = regex(r" {0,9}当前(?:离线|在线)$|^" + PRESENT.pattern)
"""What 7.2 prints behind an author's name, phpwind 8 before it. Bounded."""
CONTACTS = frozenset({"QQ", "MSN", "微信", "邮箱", "主页"})
"""Rows of an author's box whose value is a picture: no name stands there."""


def above_box(head: Sequence[str]) -> str | None:
    """Give the name right above an author's box, the lowest of a page's head; None where the box has none."""
    top = max(index for index, words in enumerate(head) if is_box(words))
    above = _top_of_rows(head, top)
    while above < top:
        top = above
        has_rank = top > RANK_ROWS and _is_of_box(head[top - 3]) and COUNT.fullmatch(head[top - 4])
        above = _top_of_rows(head, top - 2) if has_rank else top  # a group and a rank between the rows of a box
    return None if top and head[top - 1] in CONTACTS else name_of(head[:top])


RANK_ROWS = 3
"""Lines that a group, a rank and the label above them take."""


def _top_of_rows(head: Sequence[str], top: int) -> int:
    """Move up over the rows of a box; the name of a group, which each board makes up, may stand between two."""
    while top and (_is_of_box(head[top - 1]) or (top > 1 and _is_of_box(head[top - 2]))):
        top -= 1
    return top


def _is_of_box(words: str) -> bool:
    return any(shape.fullmatch(words) for shape in (COUNT, STATISTIC, BOX_LINE))


def is_box(words: str) -> bool:
    """Say whether a line states one of an author's counters."""
    is_counter = bool(STATISTIC.fullmatch(words)) and any(word in words for word in BOX_WORDS)
    return is_counter and not HEAD_REST.fullmatch(words)


def name_of(above: Sequence[str]) -> str | None:
    """Give the last line above an author's box as a name; None where it cannot be one."""
    name = PRESENCE.sub("", above[-1]) if above else ""
    is_link = is_tail_line(name) or HEAD_REST.fullmatch(name) or name.endswith(COPY_LINKS)
    is_chrome = is_link or STATISTIC.fullmatch(name) or TITLED.match(name)
    return name if name and len(name) <= 20 and not is_chrome else None
