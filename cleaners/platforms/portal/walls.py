"""Messages that a portal shows instead of a document: gone, under review, closed. What a preview leaves out: `stated`.

A page that states facts of a file or shows a text is content, whatever it says besides.
"""

from collections.abc import Sequence

from cleaners.facts.text import han_count
from cleaners.outcome import Outcome, Reason, State
from cleaners.regex import regex
from cleaners.rules.portal.portal_fields import LINE_CHARS, is_strong, portal_fields

CONTENT_HAN = 200
"""Han characters of text from which a page is content."""
GONE = regex(
    r"[^。]{0,20}(?:文档|页面|资源|文件|资料)[^。]{0,6}(?:不存在|(?:已经?|被)[^。]{0,4}(?:删除|下架|移除|屏蔽)|未找到|找不到)[^。]{0,40}[。！!]?"
)
REVIEWED = regex(
    r"[^。]{0,16}(?:文档|资源|文件)[^。]{0,6}(?:正在审核|等待审核|审核中|未通过审核)[^。]{0,30}[。！!]?"
)
CLOSED = regex(r"[^。]{0,12}(?:网站|站点|系统)[^。]{0,6}(?:维护|升级|建设)中[^。]{0,30}[。！!]?")
"""Whole lines; classes that stop at a sentence's end, bounded."""
REASONS = ((GONE, Reason.GONE), (REVIEWED, Reason.PERMISSION), (CLOSED, Reason.CLOSED))


def refusal_of(lines: Sequence[str], text: Sequence[str]) -> Outcome | None:
    """Say why a page of `lines` with this preview is no document; None where it is one."""
    if sum(map(han_count, text)) >= CONTENT_HAN or any(is_strong(portal_fields(line)) for line in lines):
        return None
    for line in lines:
        if len(line) > LINE_CHARS:
            continue
        reason = next((reason for shape, reason in REASONS if shape.fullmatch(line)), None)
        if reason is not None:
            return Outcome(state=State.REFUSED, reason=reason, detail=line[:200])
    return None
