"""Pages of EmpireCMS that answer 200 without the page asked for: messages, walls, closed modules, alerts.

A message is told by the software's own page (`e/message/index.php`, 信息提示) or by a script that does nothing but say
it and go back; never by words alone, for an article may quote every one of them.
"""

import re

from lxml.html import HtmlElement

from cleaners.outcome import Outcome, Reason, State
from cleaners.platforms.empirecms.addresses import address
from cleaners.platforms.platform import Findings, Sheet
from cleaners.platforms.template import find, words_of
from cleaners.reading import PageKind, UrlKind
from cleaners.regex import regex

MESSAGE_CHARS = 6000
"""A message page has 2,000 characters of markup, most of them styles; the smallest article has more than this."""
TITLES = ("<title>信息提示</title>", "<title>提示信息</title>")
GO_ON = "如果您的浏览器没有自动跳转"
GO_BACK = ("history.go(-1)", "history.go(-2)", "location.href", "history.back()")
"""How a message leads away; a page that only shows one word of these is none."""
MESSAGE = ("//b", "//p")
"""Where the words of a message stand, the surest place first."""
ALERT = regex(
    r"^\s*(?:<(?:!|html|head|meta)[^>]{0,200}>\s*){0,4}<script[^>]{0,100}>\s*"
    r"alert\(['\"](?P<words>[^'\"]{2,200})['\"]\);?",
    re.IGNORECASE,
)
"""A page that begins with a script that says something; each tag before it is bounded and ends where its class does."""
CLOSED = regex(r"\s*(?P<module>[a-z]{2,12}) is close\s*")
"""The whole answer of a module that is switched off (`search is close`)."""
WALL = '//table[contains(@class,"tableborder")]//td'
"""Cells of the page shown instead of an article that asks for a rank or for points."""
WALL_HEAD = "提示信息"
WALL_TITLE = "查看权限"
PASSWORD = ("<title>访问验证</title>", 'name="eckvpassword"')
"""The page that asks for an article's password (8.0)."""

MAY_LIST = frozenset({"search", "filtered-list", "mobile-twin"})
"""Rules by which addresses are not followed although their pages are lists: asked for by name, they are read."""

LOGIN = regex(r"您?还?[未没]有?登[录陆]|请先?登[录陆]|重新登[录陆]|同一帐?号.{0,12}一人在线|帐号还未(?:审核)?通过")
PAID = regex(r"点数不足|积分不足|余额不足|扣除\s?\d{1,9}\s?点|金币不足")
PERMISSION = regex(
    r"级别不足|没有(?:足够的?)?权限|权限不足|不能查看|会员组(?:没有权限|不能)|级别(?:以上)?才能查看|IP不在允许"
)
GONE = regex(r"不存在|没有记录|已被?删除|链接不存在|ErrorUrl")
CLOSED_WORDS = regex(r"(?:系统|网站|管理员|功能|本站).{0,8}关闭|没有开启|未开启|暂停访问|不允许使用此操作")
LATER = regex(r"间隔(?:是|为)?\s?\d{1,6}\s?秒|超过系统限制|过于频繁|请稍后再")
REASONS = (
    (LATER, Reason.CHALLENGE), (PAID, Reason.PAID), (PERMISSION, Reason.PERMISSION), (LOGIN, Reason.LOGIN),
    (CLOSED_WORDS, Reason.CLOSED), (GONE, Reason.GONE),
)  # fmt: skip
"""What a message means, the first that fits; what is said of forms and searches means nothing (`NO_CONTENT`)."""


def is_message(text: str) -> bool:
    """Say whether a page is one of the software's messages, by its shape; cheap, asked for every page."""
    if len(text) > MESSAGE_CHARS:
        return False
    if CLOSED.fullmatch(text) is not None or all(sign in text for sign in PASSWORD):
        return True
    if any(title in text for title in TITLES) and (GO_ON in text or "tableborder" in text):
        return True
    return _alert(text) is not None


def refusal(sheet: Sheet) -> Findings | None:
    """Give the findings of a page that holds no article; None for every other page."""
    text = sheet.text
    closed = CLOSED.fullmatch(text)
    if closed is not None:
        return refused(Reason.CLOSED, text.strip())
    if len(text) <= MESSAGE_CHARS and all(sign in text for sign in PASSWORD):
        return refused(Reason.PASSWORD, "the article asks for a password")
    alert = _alert(text)
    if alert is not None:
        return refused(reason_of(alert), alert)
    if sheet.tree is None:
        return None
    if is_message(text):
        words = next((said for node in find(sheet.tree, MESSAGE) if (said := words_of(node))), "")
        return refused(reason_of(words), words)
    return _wall(sheet.tree) if WALL_TITLE in text and WALL_HEAD in text else None


def no_article(sheet: Sheet) -> Findings | None:
    """Give the findings of a page whose address is a form's, a counter's or a list of comments; None for the others.

    Comments bear the number of their article: read as pages, they would stand for it.
    """
    own = address(sheet.page.address or "")
    if own is None or own.rule in MAY_LIST or own.kind not in (UrlKind.SKIP, UrlKind.ATTACHMENT):
        return None
    reason = Reason.LOGIN if own.rule == "login" else Reason.NO_CONTENT
    return refused(reason, f"a page of the kind {own.rule or own.kind.value}")


def reason_of(words: str) -> Reason:
    """Give the reason that a message means; NO_CONTENT for words that say nothing known."""
    return next((reason for shape, reason in REASONS if shape.search(words)), Reason.NO_CONTENT)


def _wall(tree: HtmlElement) -> Findings | None:
    """Tell the page that stands for an article which asks for a rank or for points; its text is only a beginning."""
    cells = [words_of(cell) for cell in find(tree, (WALL,))]
    if WALL_HEAD not in cells or not any(cell.startswith(WALL_TITLE) for cell in cells):
        return None
    at = cells.index(WALL_HEAD)
    said = cells[at + 1] if at + 1 < len(cells) else ""
    needed = next((cells[n + 1] for n, cell in enumerate(cells[:-1]) if cell.startswith(WALL_TITLE)), "")
    # `您还未登陆` is said first of all; what the article asks for besides stands below.
    reason = Reason.PAID if PAID.search(needed) or PAID.search(said) else reason_of(said)
    return refused(reason, f"{said} {needed}".strip())


def _alert(text: str) -> str | None:
    """Give the words of a page that is nothing but a script that says them and leads away."""
    if len(text) > MESSAGE_CHARS or "alert(" not in text:
        return None
    found = ALERT.match(text)
    if found is None or not any(way in text for way in GO_BACK):
        return None
    return found["words"] if reason_of(found["words"]) is not Reason.NO_CONTENT else None


def refused(reason: Reason, detail: str) -> Findings:
    """Make the findings of a page that holds no article, with the site's own words."""
    kind = PageKind.LOGIN if reason is Reason.LOGIN else PageKind.ERROR
    return Findings(page_kind=kind, outcome=Outcome(state=State.REFUSED, reason=reason, detail=detail[:200] or None))
