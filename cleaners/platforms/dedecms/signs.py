"""By which marks a page of DedeCMS is known, and which article it says it shows. Marks of the software, not of a skin.

The marks are what its own code prints into every skin: the addresses of its scripts, its way to quote the links of a
breadcrumb and of the neighbours, its footer. What the marks mean for the text is not said here.
"""

from collections.abc import Mapping, Sequence

from cleaners.platforms.dedecms.addresses import FAMILY, is_decisive
from cleaners.platforms.platform import Sheet
from cleaners.reading import PlatformGuess
from cleaners.regex import regex

SURE = 0.95
SURE_MARKS: Mapping[str, tuple[str, ...]] = {
    "/plus/": (
        "/plus/count.php?", "/plus/digg_ajax.php", "/plus/feedback_ajax.php", "/plus/erraddsave.php",
        "/plus/disdls.php?aid=", "/plus/list.php?tid=", "/plus/view.php?aid=", "/plus/stow.php?",
        "/plus/countdownloads.php?", "/plus/feedback.php?arcID=",
    ),
    "dede": ("dedeajax2.js", "/style/dedecms.css"),
    "/m/view.php?aid=": ("/m/view.php?aid=",),
}  # fmt: skip
"""Addresses that no other software has: one is proof. They are looked for where what they have in common is there."""
MESSAGE_MARKS = ("DedeCMS 提示信息", "DEDECMS 提示信息", "DedeCMS提示信息", "DEDECMS提示信息", "DedeCMS Error Warning",
                 "你没有权限浏览文档：", "错误具体提示信息：")  # fmt: skip
"""What its message pages say at their beginning; weighed like the addresses."""
MESSAGE_PARTS = ("提示信息", "DedeCMS Error", "你没有权限浏览")
"""Of these each has one."""
HEAD_CHARS = 4000
"""Characters of a page's beginning in which a message says what it is."""
PLAUSIBLE = 0.5
PLAUSIBLE_MARKS: Mapping[str, tuple[str, ...]] = {
    "一篇：": ("上一篇：<a href='", "下一篇：<a href='", "上一篇：没有了 ", "下一篇：没有了 "),
    "'>主页</a> > <a href='": ("'>主页</a> > <a href='",),
    "dede": ("www.dedecms.com",),
    "/plus/": ("/plus/search.php",),
    "/uploads/allimg/": ("/uploads/allimg/",),
    "/templets/default/": ("/templets/default/",),
    "pageinfo": ('<span class="pageinfo">共 <strong>',),
}
"""Each is the software's own way of writing, but not only its: one makes it likely, others in other places surer.

Where several have a part in common it is looked for first; alone, a mark is found the sooner the longer it is.
"""
STEP = 0.15
REQUEST_ERROR = "Request Error!"
REQUEST_ERROR_BYTES = 200
"""The software's bare answer to a number that is none."""
XML = ("<?xml", "<rss")

_NUMBER = r"(?P<aid>[1-9]\d{0,8})"
CERTAIN = tuple(
    regex(shape)
    for shape in (
        # The head's word on the mobile twin; the call for the votes; the comment form. Each names this article alone.
        rf'<meta http-equiv="mobile-agent" content="[^"<>]{{0,120}}view\.php\?aid={_NUMBER}"',
        rf"getDigg\({_NUMBER}\)",
        rf'name="(?:aid|arcID)" value="{_NUMBER}"',
        rf"/(?:erraddsave|stow)\.php\?(?:aid|arcID)={_NUMBER}",
    )
)
"""Bounded classes between literals: linear."""
AGREEING = tuple(
    regex(shape)
    for shape in (
        # Lists beside the text may print these for other articles: they count only where all on the page agree.
        rf"/count\.php\?(?:view=yes&(?:amp;)?)?aid={_NUMBER}",
        rf"/(?:disdls|countdownloads|recommend|feedback|feedback_js|feedback_ajax)\.php\?(?:dopost=getlist&(?:amp;)?)?"
        rf"(?:aid|arcID)={_NUMBER}",
    )
)


def detect(sheet: Sheet) -> PlatformGuess | None:
    """Say how surely DedeCMS made a page; None where nothing speaks for it. Substring tests only."""
    text = sheet.text
    if sheet.tree is None or text[:64].lstrip("\ufeff \t\r\n").startswith(XML):
        return None
    parts = [part for part in SURE_MARKS if part in text]  # asked once: it takes 0.1 ms of a long page
    sure_marks = (mark for part in parts for mark in SURE_MARKS[part] if mark in text)
    mark = next(sure_marks, None) or _message_in(text[:HEAD_CHARS])
    if mark is not None:
        return PlatformGuess(family=FAMILY, sure=SURE, why=f"the page holds {mark}")
    if len(text) < REQUEST_ERROR_BYTES and REQUEST_ERROR in text and is_decisive(sheet.page.address or ""):
        return PlatformGuess(family=FAMILY, sure=SURE, why="its address and its bare error")
    marks = tuple(filter(None, (_first_of(part, text, parts) for part in PLAUSIBLE_MARKS)))
    if not marks:
        return None
    sure = min(PLAUSIBLE + STEP * (len(marks) - 1), SURE)
    return PlatformGuess(family=FAMILY, sure=sure, why=f"the page holds {', '.join(marks[:3])}")


def number_of(text: str, *, is_article: bool) -> str | None:
    """Give the number of the article that a page says it shows; None where it is silent or speaks of several.

    `is_article`: True where the text of one was found; else only the words that no list has beside it count.
    """
    for shape in CERTAIN:
        found = shape.search(text)
        if found is not None:
            return found["aid"]
    for shape in AGREEING if is_article else ():
        numbers = {found["aid"] for found in shape.finditer(text)}
        if len(numbers) == 1:
            return numbers.pop()
    return None


def _message_in(head: str) -> str | None:
    """Give what a page's beginning says as the software's messages do; None where it is no message."""
    if not any(part in head for part in MESSAGE_PARTS):
        return None
    return next((mark for mark in MESSAGE_MARKS if mark in head), None)


def _first_of(part: str, text: str, known: Sequence[str]) -> str | None:
    """Give the first plausible mark with a common part that a text holds; without that part none is looked for."""
    if part in SURE_MARKS and part not in known:
        return None
    is_there = part in known or part in text
    return next((mark for mark in PLAUSIBLE_MARKS[part] if mark in text), None) if is_there else None
