"""Pages of Discuz that answer 200 (or whatever) without the page asked for: messages, walls, shields, broken servers.

Judged by where the words stand, never by words alone: a thread may quote every one of these messages.
"""

import re

from lxml.html import HtmlElement

from cleaners.outcome import Outcome, Reason, State
from cleaners.platforms.discuz.anatomy import Anatomy, by_class, has_class
from cleaners.platforms.discuz.wording import reason_of
from cleaners.platforms.elements import finder, first, words
from cleaners.platforms.platform import Findings, Sheet
from cleaners.reading import PageKind
from cleaners.regex import regex

GUARD_BYTES = 6000
"""Theft guard pages were 1.5 to 3.3 KB, CC shields under 1 KB; a thread page has 25 KB or more."""

# The shields' own titles (security module of X1 to X3.5), the sum `3 + 15 + 4 = ?` among them; bounded parts.
_SHIELD_TITLE = regex(
    r"频繁刷新限制|页面重载开启|代理服务器访问限制|二次请求|攻击防护|CC ?防护"
    r"|\d{1,3}(?:[ ]?[-+*][ ]?\d{1,3}){1,4}[ ]?=[ ]?\?"
)
_BROKEN = regex(r"Discuz! (?:Database|System|Info) Error|(?:Database|System) Error")
_SERVER_BUSY = regex(r"(?:服务器|站点|系统)繁忙|Server (?:is )?busy|Service Unavailable", re.IGNORECASE)

_PARAGRAPHS = finder("./p | ./h2 | ./h3 | ./div/p")
_JUMP_BOX = by_class("jump_c", tag="div")
_ALERT_BOX = finder('//*[contains(@class,"alert_error") or contains(@class,"alert_info")]')
_OLD_BOX = finder('//div[contains(concat(" ",@class," ")," box ") and contains(@class,"message")]')
_PASSWORD_FORM = finder('//form[contains(@action,"pwverify")]')
_LOGIN_FORM = finder('//form[@name="login" or starts-with(@id,"loginform") or starts-with(@id,"lostpwform")]')
_REGISTER_FORM = finder('//form[@id="registerform" or @name="register"]')
_HEADINGS = finder("//h1 | //title")


def refuse(reason: Reason, detail: str, *, kind: PageKind = PageKind.ERROR) -> Findings:
    """Make findings of a page that holds nothing, with the site's own words."""
    return Findings(page_kind=kind, outcome=Outcome(state=State.REFUSED, reason=reason, detail=detail[:200] or None))


def guard(sheet: Sheet) -> Findings | None:
    """Tell a page of the theft guard or the CC shield; None for any other."""
    text = sheet.text
    if len(text) > GUARD_BYTES:
        return None
    head = text.lstrip("\ufeff \t\r\n")
    if head[:7].lower() == "<script" and _is_only_script(head) and _moves_on(head):
        return refuse(Reason.CHALLENGE, "theft guard: a script that leads on", kind=PageKind.CHALLENGE)
    title = re.search(r"<title>([^<]{1,60})</title>", text, re.IGNORECASE)
    if title is None or "postmessage_" in text:
        return None
    is_shield = _SHIELD_TITLE.search(title[1]) is not None
    if is_shield and ("reload()" in text or "secqsubmit" in text or "<b " in text):
        return refuse(Reason.CHALLENGE, title[1].strip(), kind=PageKind.CHALLENGE)
    return None


def broken(anatomy: Anatomy) -> Findings | None:
    """Tell the built-in page of a server without database or template; None for any other."""
    if len(anatomy.sheet.text) > 60_000:
        return None
    for heading in _HEADINGS(anatomy.tree):
        line = words(heading)
        if _BROKEN.search(line) and "container" in anatomy.ids:
            return refuse(Reason.SERVER_ERROR, line)
        if len(anatomy.sheet.text) < GUARD_BYTES and _SERVER_BUSY.search(line):
            return refuse(Reason.SERVER_ERROR, line)
    return None


def message(anatomy: Anatomy) -> Findings | None:
    """Tell a message page (提示信息) by its box, or a board that asks for its password; None for any other."""
    box = anatomy.ids.get("messagetext")
    if box is None:
        box = first(_JUMP_BOX(anatomy.tree))
    if box is None and _has_message_title(anatomy):
        box = first([*_ALERT_BOX(anatomy.tree), *_OLD_BOX(anatomy.tree)])
        if box is None:
            return refuse(Reason.NO_CONTENT, anatomy.title)
    if box is not None:
        line = message_text(box)
        is_success = has_class(box, "alert_right")
        return refuse(Reason.NO_CONTENT if is_success else reason_of(line), line)
    if _PASSWORD_FORM(anatomy.tree):
        return refuse(Reason.PASSWORD, "the board asks for a password")
    return None


def form(anatomy: Anatomy) -> Findings | None:
    """Tell a page that is nothing but a form to log in or to register; None for any other."""
    body = first(anatomy.tree.iter("body"))
    is_login_page = body is not None and (has_class(body, "pg_logging") or body.get("id") == "nv_member")
    if _REGISTER_FORM(anatomy.tree):
        return refuse(Reason.NO_CONTENT, "a form to register", kind=PageKind.OTHER)
    if is_login_page or _LOGIN_FORM(anatomy.tree):
        return refuse(Reason.LOGIN, "a form to log in", kind=PageKind.LOGIN)
    return None


def message_text(box: HtmlElement) -> str:
    """Give the words of a message box without its buttons and scripts."""
    for paragraph in _PARAGRAPHS(box):
        if not (has_class(paragraph, "alert_btnleft") or has_class(paragraph, "alert_btn")) and words(paragraph):
            return words(paragraph)
    return words(box)


def _has_message_title(anatomy: Anatomy) -> bool:
    """Say whether the title is that of a message page: the words alone or before the site's name, no list below."""
    if "threadlist" in anatomy.ids or "threadlisttableid" in anatomy.ids:
        return False
    return re.match(r"(?:提示信息|系统提示)(?:[ ]*-|[ ]*$)", anatomy.title) is not None


def _is_only_script(head: str) -> bool:
    lower = head.lower()
    return "<html" not in lower and "<body" not in lower and lower.rstrip().endswith("</script>")


def _moves_on(head: str) -> bool:
    """Say whether a script sends the visitor on: by name, or hidden in the guard's own manner."""
    return "location" in head or "_dsign" in head or "getName.caller" in head
