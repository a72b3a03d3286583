"""What kind of page was seen, by measures that hold anywhere: a message of the site, a list, a text, or nothing."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from cleaners.outcome import Outcome, Reason, State
from cleaners.reading import Links, PageKind
from cleaners.rules.heads import DATE_SHAPE
from cleaners.rules.lines import HAN, bare
from cleaners.rules.tail_lines import is_tail_line

_STATUS = r"(?<![\d.=/-]){}(?![\d.]|[号年个件项篇户人名元万亿次场]|-\d)"
"""A status; no number of a document or of anything counted: `404号文件`, `403户`."""
GONE = re.compile(
    rf"{_STATUS.format(404)}|not found"
    r"|(?:页面|网页|文章|内容|信息|文档|帖子|主题|链接|文件).{0,8}"
    r"(?:不存在|未找到|找不到|已被?删除|已过期|已失效|走丢|丢失)"
    r"|(?:找不到|无法找到|没有找到).{0,10}(?:页面|网页|文章|内容|信息)",
    re.IGNORECASE,
)
CHALLENGED = re.compile(
    r"安全验证|人机验证|访问验证|请完成验证|验证码.{0,12}继续访问|checking your browser|just a moment"
    r"|enable javascript|请(?:开启|启用|打开)\s*javascript|访问过于频繁|频繁刷新限制|页面重载开启",
    re.IGNORECASE,
)
DENIED = re.compile(rf"(?:没有|无)权限|{_STATUS.format(403)}|forbidden|禁止访问|access denied", re.IGNORECASE)
CLOSED = re.compile(r"(?:网站|本站|站点|系统).{0,6}(?:维护|关闭|升级|暂停)", re.IGNORECASE)
MESSAGES = (
    (CHALLENGED, PageKind.CHALLENGE, Reason.CHALLENGE),
    (GONE, PageKind.ERROR, Reason.GONE),
    (DENIED, PageKind.ERROR, Reason.PERMISSION),
    (CLOSED, PageKind.NOTICE, Reason.CLOSED),
)
"""What a small page may say instead of what was asked for, in the order in which it is looked for."""
LOGIN = re.compile(r"登[录陆]|login|sign in", re.IGNORECASE)
INTRO = re.compile(
    r"(?:本|该|此|这个)(?:栏目|频道|专题|分类|版块|专栏|标签|网站|站)|(?:为|供)(?:您|你|大家|广大|各位|网友).{0,12}(?:提供|整理|收集|推荐|参考)"
    r"|(?:共|为您)(?:找到|搜索到|有|收录)\s{0,2}\d{1,7}|欢迎(?:访问|光临|浏览|使用)|小编(?:为|给|整理)"
)
"""Words of what a list says of itself. Bounded."""
MORE = re.compile(r"(?:\.{3}|…+|\[?(?:详细|详情|更多|阅读全文|查看全文|查看详情|全文)[»>\]]{0,2})$")
SMALL_PAGE = 400
"""Characters without white space up to which a page's words may be its whole message."""
NOTICE_CHARS = 80
"""Characters from which a text is one whatever stands beside it (short notices have 80 to 300; reference: extraction,
section 4)."""
MIN_TEXT = 30
"""Characters below which a body is no text."""
BESIDE_CHARS = 400
"""Characters up to which a text may be what a list or a home page says of itself."""
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
    is_answers: bool
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
    if seen.size <= SMALL_PAGE:
        message = _message(seen, page_title)
        if message:
            return message
    own = own_lines(seen.prose.splitlines(), seen.title)
    if _is_text(seen, own):
        return PageKind.ARTICLE, Outcome(state=State.READ)
    if seen.rows or seen.leads >= LINKS or seen.rows_inside:
        return PageKind.LIST, Outcome(state=State.LISTED)
    return PageKind.OTHER, _refused(Reason.NO_CONTENT, (seen.title or "no text of its own")[:200])


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
    if seen.is_answers:
        return seen.rows_inside < ROWS or size > seen.text_size / 2
    if size >= BESIDE_CHARS:
        return seen.rows_inside < ROWS or size > (seen.text_size - size) / 4
    return not _is_beside(seen, own, prose) and (size >= NOTICE_CHARS or seen.rows < ROWS or "。" in prose)


def _is_beside(seen: Seen, own: list[str], prose: str) -> bool:
    """Say whether a short text only stands beside rows: a list's words of itself, teasers, a home page's."""
    if seen.rows >= ROWS and (INTRO.search(prose) or sum(bool(MORE.search(line)) for line in own) >= ROWS):
        return True
    is_outweighed = seen.rows_inside >= ROWS and len(prose) < seen.text_size / 2
    return is_outweighed or (seen.is_home and seen.rows >= HOME_ROWS)


def _message(seen: Seen, page_title: str) -> tuple[PageKind, Outcome] | None:
    """Tell a small page that is the site's own message; None where it is not one."""
    words = " ".join((page_title, *seen.lines))
    detail = (seen.lines[0] if seen.lines else page_title)[:200]
    if seen.has_password and LOGIN.search(words):
        return PageKind.LOGIN, _refused(Reason.LOGIN, detail)
    for shape, kind, reason in MESSAGES:
        if shape.search(page_title) or (seen.text_size < NOTICE_CHARS and shape.search(words)):
            return kind, _refused(reason, detail)
    return None


def _refused(reason: Reason, detail: str) -> Outcome:
    return Outcome(state=State.REFUSED, reason=reason, detail=detail)
