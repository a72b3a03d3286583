"""What kind of page was seen, by measures that hold anywhere: a list, a text, or nothing; messages: `walls`."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from cleaners.outcome import Outcome, Reason, State
from cleaners.platforms.generic.walls import NOTICE_CHARS, Spoken, message_of
from cleaners.reading import Links, PageKind
from cleaners.regex import regex
from cleaners.rules.foot.tail_lines import is_tail_line
from cleaners.rules.head.meta_lines import DATE_SHAPE
from cleaners.rules.lines import HAN, bare

INTRO = regex(
    r"(?:本|该|此|这个)(?:栏目|频道|专题|分类|版块|专栏|标签|网站|站)|(?:为|供)(?:您|你|大家|广大|各位"
    r"|网友).{0,12}(?:提供|整理|收集|推荐|参考)"
    r"|(?:共|为您)(?:找到|搜索到|有|收录)\s{0,2}\d{1,7}|欢迎(?:访问|光临|浏览|使用)|小编(?:为|给|整理)"
)
"""Words of what a list says of itself. Bounded."""
INDEX = regex(r"\s*(?:Index of /|Directory listing (?:for|of)|目录列表)", re.IGNORECASE)
"""The title of a folder that a server lists."""
MORE = regex(r"(?:\.{3}|…+|\[?(?:详细|详情|更多|阅读全文|查看全文|查看详情|全文)[»>\]]{0,3})$")
MIN_TEXT = 30
"""Characters below which a body is no text."""
BESIDE_CHARS = 400
"""Characters up to which a text may be what a list or a home page says of itself."""
MESSAGE_LINES = 300
"""Lines of a page among which a message is looked for."""
ROWS = 3
BRACKETS = "[]()（）"
HOME_ROWS = 8
LINKS = 3
"""Links outside nav, head and foot that make a page without a text a list."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """A page as looked at."""

    lines: tuple[str, ...]
    """All that it shows."""
    shown: str
    """The chosen text."""
    prose: str
    """What is left of it without rows of lists."""
    links: Links
    title: str | None
    has_password: bool
    is_home: bool
    is_part: bool
    """True where a proven pager stands right below the chosen text: below a list stand its rows."""
    rows: int
    """Titles on the page that lead to others, outside the boxes whose names tell them from the page's matter."""
    rows_inside: int
    """The same within the chosen text."""
    leads: int
    """Links to other pages there, whatever their words."""
    has_frames: bool = False
    """True for a set of frames, which leads to the pages in it."""
    spoken: tuple[str, ...] = ()
    """The lines that are no links."""
    source: str = ""
    """The page's source, where it is small."""

    @property
    def size(self) -> int:
        """Give the characters that the page shows, without white space."""
        return sum(len("".join(line.split())) for line in self.lines)

    @property
    def text_size(self) -> int:
        """Give the characters of the chosen text, without white space."""
        return len("".join(self.shown.split()))


def judge(seen: Seen, page_title: str) -> tuple[PageKind, Outcome]:
    """Say what kind of page was seen and what it came to."""
    own = own_lines(seen.prose.splitlines(), seen.title)
    if INDEX.match(page_title):
        return PageKind.LIST, Outcome(state=State.LISTED)
    message = message_of(_spoken(seen, page_title, own))
    if message:
        return message
    if _is_text(seen, own):
        return PageKind.ARTICLE, Outcome(state=State.READ)
    if seen.rows or seen.leads >= LINKS or seen.rows_inside or seen.has_frames:
        return PageKind.LIST, Outcome(state=State.LISTED)
    return PageKind.OTHER, _refused(Reason.NO_CONTENT, (seen.title or "no text of its own")[:200])


def _spoken(seen: Seen, page_title: str, own: list[str]) -> Spoken:
    return Spoken(
        page_title=page_title,
        lines=seen.spoken[:MESSAGE_LINES],
        text="".join("".join(line.split()) for line in own),
        size=seen.size,
        has_password=seen.has_password,
        source=seen.source,
        rows=seen.rows,
    )


def own_lines(lines: Sequence[str], title: str | None) -> list[str]:
    """Give the lines that are neither the title, nor a date alone, nor what stands under texts, nor a teaser's end."""
    heading = bare(title or "")
    words = (line.strip() for line in lines)
    return [
        line
        for line in words
        if line and bare(line) != heading and not is_tail_line(line) and not DATE_SHAPE.fullmatch(line.strip(BRACKETS))
    ]


def _is_text(seen: Seen, own: list[str]) -> bool:
    """Say whether the page's matter is a text of its own."""
    prose = "".join("".join(line.split()) for line in own)
    size = len(prose)
    if not HAN.search(prose):
        return False
    if seen.is_part and not seen.rows_inside and not INTRO.search(prose):
        return True  # a last page may hold one line
    if size < MIN_TEXT:
        return False
    if size >= BESIDE_CHARS:
        return seen.rows_inside < ROWS or size > (seen.text_size - size) / 4
    return not _is_beside(seen, own, prose) and (size >= NOTICE_CHARS or seen.rows < ROWS or "。" in prose)


def _is_beside(seen: Seen, own: list[str], prose: str) -> bool:
    """Say whether a short text only stands beside rows: a list's words of itself, teasers, a home page's."""
    if seen.rows >= ROWS and (INTRO.search(prose) or sum(bool(MORE.search(line)) for line in own) >= ROWS):
        return True
    is_outweighed = seen.rows_inside >= ROWS and len(prose) < seen.text_size / 2
    return is_outweighed or (seen.is_home and seen.rows >= HOME_ROWS)


def _refused(reason: Reason, detail: str) -> Outcome:
    return Outcome(state=State.REFUSED, reason=reason, detail=detail)
