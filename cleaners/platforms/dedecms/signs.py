"""By which marks a page of DedeCMS is known, and which article it says it shows. Marks of the software, not of a skin.

The marks are what its own code prints into every skin: the addresses of its scripts, its way to quote the links of a
breadcrumb and of the neighbours, its footer. What the marks mean for the text is not said here.
"""

import re
from collections.abc import Iterable

from cleaners.platforms.dedecms.addresses import FAMILY, is_decisive
from cleaners.platforms.platform import Sheet
from cleaners.reading import PlatformGuess

SURE = 0.95
SURE_MARKS = (
    "/plus/count.php?", "/plus/digg_ajax.php", "dedeajax2.js", "/plus/feedback_ajax.php", "/plus/erraddsave.php",
    "/plus/disdls.php?aid=", "/style/dedecms.css", "/plus/list.php?tid=", "/plus/view.php?aid=", "/m/view.php?aid=",
    "/plus/stow.php?", "/plus/countdownloads.php?", "/plus/feedback.php?arcID=",
)  # fmt: skip
"""Addresses that no other software has: one is proof."""
MESSAGE_MARKS = ("DedeCMS 提示信息", "DEDECMS 提示信息", "DedeCMS提示信息", "DEDECMS提示信息", "DedeCMS Error Warning",
                 "错误具体提示信息：")  # fmt: skip
"""What its message pages say; weighed like the addresses."""
PLAUSIBLE = 0.6
PLAUSIBLE_MARKS = (
    "上一篇：<a href='", "下一篇：<a href='", "上一篇：没有了 ", "下一篇：没有了 ", "'>主页</a> > <a href='",
    "www.dedecms.com", "/uploads/allimg/", "/plus/search.php", "/templets/default/",
    '<span class="pageinfo">共 <strong>',
)  # fmt: skip
"""Each is the software's own way of writing, but not only its: one makes it likely, two or more nearly sure."""
STEP = 0.13
REQUEST_ERROR = "Request Error!"
REQUEST_ERROR_BYTES = 200
"""The software's bare answer to a number that is none."""
XML = ("<?xml", "<rss")

_NUMBER = r"(?P<aid>[1-9]\d{0,8})"
CERTAIN = tuple(
    re.compile(shape)
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
    re.compile(shape)
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
    mark = _first(SURE_MARKS, text) or _first(MESSAGE_MARKS, text)
    if mark is not None:
        return PlatformGuess(family=FAMILY, sure=SURE, why=f"the page holds {mark}")
    if len(text) < REQUEST_ERROR_BYTES and REQUEST_ERROR in text and is_decisive(sheet.page.address or ""):
        return PlatformGuess(family=FAMILY, sure=SURE, why="its address and its bare error")
    marks = [mark for mark in PLAUSIBLE_MARKS if mark in text]
    if not marks:
        return None
    sure = min(PLAUSIBLE + STEP * (len(marks) - 1), SURE)
    return PlatformGuess(family=FAMILY, sure=sure, why=f"the page holds {', '.join(marks[:3])}")


def number_of(text: str) -> str | None:
    """Give the number of the article that a page says it shows; None where it is silent or speaks of several."""
    for shape in CERTAIN:
        found = shape.search(text)
        if found is not None:
            return found["aid"]
    for shape in AGREEING:
        numbers = {found["aid"] for found in shape.finditer(text)}
        if len(numbers) == 1:
            return numbers.pop()
    return None


def _first(marks: Iterable[str], text: str) -> str | None:
    return next((mark for mark in marks if mark in text), None)
