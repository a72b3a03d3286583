"""Pages of phpwind that answer 200 (or whatever) without the page asked for: messages, walls, closed boards.

Judged by where the words stand, never by words alone: a thread may quote every one of these messages.
"""

import re
from typing import Final

from lxml.html import HtmlElement

from cleaners.outcome import Outcome, Reason, State
from cleaners.platforms.elements import finder, first, words
from cleaners.platforms.phpwind.anatomy import Anatomy, by_class
from cleaners.platforms.platform import Findings
from cleaners.reading import PageKind
from cleaners.regex import regex

MESSAGE_TITLE: Final = regex(
    r"(?:^|[^\w])(?:提示信息|操作提示|论坛提示)(?:\s{0,3}[-|]|\s{0,3}$)|提示信息 - Powered by", re.IGNORECASE
)
"""How the title of a message page ends, or what stands before the site's name."""
NEXT_MESSAGE_ID: Final = "J_html_error"
_HEADS: Final = finder('//h5[normalize-space(.)="提示信息"] | //h2[contains(@class,"reg_head")]'
                       ' | //td[contains(concat(" ",@class," ")," h ")][contains(.,"提示信息")]'
                       ' | //th[contains(concat(" ",@class," ")," h ")][contains(.,"提示信息")]')  # fmt: skip
_ITEMS: Final = finder(".//ol/li")
_BOXES: Final = by_class("regIgnore", "reg_ignore", "regForm")
_PARAGRAPHS: Final = finder("./p")
_CENTERS: Final = finder("//tr//center | //div[contains(@class,'f14')]")
_PASSWORD_FORMS: Final = finder('//form[.//input[@name="wind_password"]] | //form[@id="J_forum_pwd_form"]')
_LOGIN_FORMS: Final = finder(
    '//form[contains(@action,"login.php")][.//input[@name="pwuser"]] | //form[@id="J_u_login_form"]'
)
_REGISTER_FORMS: Final = finder('//form[contains(@action,"register.php") or contains(@action,"c=register")]')
BROKEN: Final = regex(r"MySQL Server Error:?(?:<br ?/?>|</b>)|You Can Get Help In:", re.IGNORECASE)
"""What the software's page about its database says."""
# Each is a literal, or literals with one bounded gap between them. Order matters: the first found counts.
WORDINGS: Final[tuple[tuple[Reason, str], ...]] = (
    (Reason.CHALLENGE, "验证码|刷新不要快于|秒内只能进行一次|验证问题答案"),
    (Reason.PASSWORD, "加密版块|需(?:要)?密码验证|密码错误[,，]请重新输入|输入密码后继续访问|请输入密码"),
    (
        Reason.GONE,
        "链接无效|(?:数据|内容|主题|帖子|信息|版块|分类|页面)[^。，]{0,6}(?:已被删除|不存在)|帖子ID非法|已被删除",
    ),
    (Reason.PAID, "出售版块|需要支付|购买(?:该|此|本)|无法购买"),
    (
        Reason.PERMISSION,
        "还没(?:有)?通过(?:管理员)?(?:验证|审核)|等待[^。]{0,6}审核|被管理员关闭[,，]暂时不能浏览|隐藏版块|认证版块"
        "|绑定(?:手机|支付宝)|证件认证",
    ),
    (
        Reason.LOGIN,
        "没有登录或注册|请先登录|(?:注册|内部)会员(?:才能|进入|才可)|需要登录|登录后(?:才能|查看)|您还没有登录"
        "|尚未登录|游客",
    ),
    (
        Reason.CLOSED,
        "(?:论坛|站点|网站|社区)[^。]{0,12}(?:关闭|维护|升级|改版|迁移|搬迁|整改)|在线会员数已经达到最大值"
        "|系统维护|例行维护",
    ),
    (Reason.PERMISSION, "用户组权限|所属的用户组|没有权限|无权|权限不足|特定(?:会员|用户)|IP被禁止|禁言|被禁止"),
    (Reason.SERVER_ERROR, "服务器繁忙|数据库"),
)
"""What the software's messages say (language packs of 6 to 9), and the reason that each wording stands for."""
_PATTERNS: Final = tuple((reason, regex(wording)) for reason, wording in WORDINGS)
PREFACE: Final = "您没有登录或者您没有权限访问此页面"
"""Stands above the message itself on pages for visitors."""


def refuse(reason: Reason, detail: str, *, kind: PageKind = PageKind.ERROR) -> Findings:
    """Make findings of a page that holds nothing, with the site's own words."""
    return Findings(page_kind=kind, outcome=Outcome(state=State.REFUSED, reason=reason, detail=detail[:200] or None))


def reason_of(message: str) -> Reason:
    """Give the reason that a message stands for; unknown words are `no_content`."""
    return next((reason for reason, pattern in _PATTERNS if pattern.search(message)), Reason.NO_CONTENT)


def message(anatomy: Anatomy) -> Findings | None:
    """Tell a message page by its box or its title, or a board that asks for its password; None for any other."""
    if BROKEN.search(anatomy.sheet.text[:6000]):
        return refuse(Reason.SERVER_ERROR, anatomy.title or "the database does not answer")
    if _PASSWORD_FORMS(anatomy.tree):
        return refuse(Reason.PASSWORD, "the board asks for a password")
    line = words(anatomy.ids.get(NEXT_MESSAGE_ID))
    if not line and ("提示信息" in anatomy.sheet.text or MESSAGE_TITLE.search(anatomy.title)):
        line = _message(anatomy)
    if not line:
        return None
    reason = reason_of(line)
    is_for_visitors = reason is Reason.NO_CONTENT and PREFACE in anatomy.sheet.text
    return refuse(Reason.LOGIN if is_for_visitors else reason, line)


def form(anatomy: Anatomy) -> Findings | None:
    """Tell a page that is nothing but a form to log in or to register; None for any other."""
    own = anatomy.address
    rule = own.rule if own is not None else None
    if rule == "register" and _REGISTER_FORMS(anatomy.tree):
        return refuse(Reason.NO_CONTENT, "a form to register", kind=PageKind.OTHER)
    if rule in ("login", "controller") and _LOGIN_FORMS(anatomy.tree):
        return refuse(Reason.LOGIN, "a form to log in", kind=PageKind.LOGIN)
    return None


def _message(anatomy: Anatomy) -> str:
    """Give the words of a message page without its buttons; empty where nothing marks the page as one."""
    head = first(_HEADS(anatomy.tree))
    if head is None and not MESSAGE_TITLE.search(anatomy.title):
        return ""
    places: list[HtmlElement] = [*_BOXES(anatomy.tree), *_tables_of(head)]
    for place in places:
        for node in (*_ITEMS(place), *_PARAGRAPHS(place)):
            line = re.sub(r"^\d[、.] ?", "", words(node))
            if line:
                return line
    return next((line for node in _CENTERS(anatomy.tree) if (line := words(node))), anatomy.title)


def _tables_of(head: HtmlElement | None) -> list[HtmlElement]:
    return [] if head is None else list(head.iterancestors("table"))[:1]
