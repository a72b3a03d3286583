"""Pages of DedeCMS that answer 200 without the document: messages that a script writes, walls, broken servers.

Judged by the software's own code round the words, never by the words alone: an article may quote every one of them.
"""

from typing import Final

from lxml.html import HtmlElement

from cleaners.outcome import Outcome, Reason, State
from cleaners.platforms.dedecms.signs import REQUEST_ERROR, REQUEST_ERROR_BYTES
from cleaners.platforms.platform import Findings, Sheet
from cleaners.platforms.template import find, words_of
from cleaners.reading import PageKind
from cleaners.regex import regex

MESSAGE_BYTES = 8_000
"""A message page has 1 to 3 KB; the wall's page, with header and footer, up to 6."""
JUMP = "pgo==0"
"""In the script of every message page, whatever its title says."""
WALL_MARK = "错误具体提示信息"
WALL_TITLE = ("你没有权限", "您没有权限", "扣金币购买")
WALL_CELL = ('//td[contains(.,"才能访问") or contains(.,"才能下载") or contains(.,"需要付费")]',)
BROKEN_MARK = "DedeCMS Error Warning"
BROKEN_WORDS = ('//*[contains(text(),"DedeCMS Error Warning")]',)
ALERT_MARK = "Safe Alert: Request Error"
# What the script writes: a quoted string without the same quote, or any escaped character. Alternatives begin with
# different characters and the run is possessive: one pass.
WRITTEN: Final = regex(r'document\.write\("((?:[^"\\]|\\.)*+)"\)')
ALERTED: Final = regex(r'<script[^>]{0,80}>\s{0,20}alert\("([^"]{1,300})"\)')
TAGS: Final = regex(r"<[^<>]{0,400}>")
BUTTON = regex(r"如果你的浏览器没(?:有)?(?:反应|自动跳转)[^。]{0,40}")
HEADINGS = ("提示信息",)

# Wordings of the software's scripts (plus/, include/, member/); literals with one bounded gap at most.
WORDINGS: Final[tuple[tuple[Reason, tuple[str, ...]], ...]] = (
    (Reason.CHALLENGE, ("时间间隔", "验证码", "频繁")),
    (Reason.PAID, ("金币", "积分", "点数", "付费", "购买")),
    (Reason.SERVER_ERROR, ("数据库", "服务器(?:繁忙|忙|错误)", "模板[^。]{0,12}(?:不存在|找不到)")),
    (
        Reason.GONE,
        ("参数(?:有误|错误)", "不存在", "未审核", "没有通过审核", "删除", "[找无]不到|没找到", "读取[^。]{0,8}失败"),
    ),
    (Reason.LOGIN, ("未登[录陆]", "没有登[录陆]", "先登[录陆]", "登[录陆](?:后|超时)", "游客")),
    (
        Reason.PERMISSION,
        ("没有?权限", "无权", "权限(?:不足|不够)", "会员级别", "等级不够", "禁止", "限制", "拒绝"),
    ),
    (Reason.CLOSED, ("(?:网站|系统|本站|站点)[^。]{0,12}(?:关闭|维护|升级)",)),
)
PATTERNS: Final = tuple((reason, regex("|".join(wordings))) for reason, wordings in WORDINGS)


def refuse(reason: Reason, detail: str) -> Findings:
    """Make findings of a page that holds nothing, with the site's own words."""
    outcome = Outcome(state=State.REFUSED, reason=reason, detail=detail[:200] or None)
    return Findings(page_kind=PageKind.ERROR, outcome=outcome)


def error_of(sheet: Sheet, tree: HtmlElement) -> Findings | None:
    """Tell a message, a wall or a broken server; None for any other page."""
    text = sheet.text
    if _is_wall(tree, text):
        return _wall(tree)
    if len(text) > MESSAGE_BYTES:
        return None
    if JUMP in text or (len(text) < REQUEST_ERROR_BYTES * 4 and ALERTED.search(text)):
        return _message(text)
    if BROKEN_MARK in text:
        boxes = find(tree, BROKEN_WORDS)
        return refuse(Reason.SERVER_ERROR, words_of(boxes[0]) if boxes else BROKEN_MARK)
    if len(text) < REQUEST_ERROR_BYTES and (REQUEST_ERROR in text or ALERT_MARK in text):
        return refuse(Reason.GONE, words_of(tree))
    return None


def reason_of(message: str) -> Reason:
    """Give the reason that a message stands for; what is not known is no content."""
    return next((reason for reason, pattern in PATTERNS if pattern.search(message)), Reason.NO_CONTENT)


def _message(text: str) -> Findings | None:
    """Read what the script of a message page writes."""
    written = [TAGS.sub("", one).replace("\\n", " ").strip() for one in WRITTEN.findall(text)]
    alerted = ALERTED.search(text)
    lines = [BUTTON.sub("", line).strip() for line in (*written, *([alerted[1]] if alerted else []))]
    said = [line for line in lines if line and not any(head in line and len(line) < 20 for head in HEADINGS)]
    if not said:
        return refuse(Reason.NO_CONTENT, "a message without words")
    return refuse(reason_of(said[0]), said[0])


def _is_wall(tree: HtmlElement, text: str) -> bool:
    """Say whether a page tells who may read the document instead of showing it: by its title, or by its table's head.

    A skin may put any header round it, so that the title alone decides for a large page.
    """
    if len(text) < MESSAGE_BYTES and WALL_MARK in text:
        return True
    title = next(tree.iter("title"), None)
    return title is not None and words_of(title).startswith(WALL_TITLE) and bool(find(tree, WALL_CELL))


def _wall(tree: HtmlElement) -> Findings:
    """Read a wall: what the document costs, or who may read it. Its title and digest are not the document."""
    cells = find(tree, WALL_CELL)
    titles = [words_of(node) for node in tree.iter("title")]
    line = words_of(cells[-1]) if cells else (titles[0] if titles else WALL_MARK)
    reason = reason_of(line)
    return refuse(reason if reason is Reason.PAID else Reason.PERMISSION, line)
