"""Whether phpwind made a page, and which version: by what its templates print, at most some microseconds a sign."""

import re
from typing import Final

from cleaners.platforms.phpwind.addresses import FAMILY
from cleaners.platforms.phpwind.errors import BROKEN
from cleaners.platforms.platform import Sheet
from cleaners.reading import PlatformGuess
from cleaners.regex import regex

HEAD: Final = 4_000
"""Characters of a page in which its head states the software."""
FOOT: Final = 20_000
"""Characters at a page's end among which its footer stands, hidden menus and scripts below it counted."""
_GENERATOR: Final = regex(
    r"""<meta\s{1,4}name=["']generator["']\s{1,4}content=["']phpwind[ ]?v?([0-9][0-9.]{0,6})?""", re.IGNORECASE
)
_TITLE: Final = regex(r"<title>[^<]{0,400}Powered by phpwind", re.IGNORECASE)
# The footer: `Powered by <a …>phpwind v8.7</a>`, `<b>PHPWind</b> <b …>v7.5</b>`, 6.x `PHPWind v6.0 Certificate`.
_POWERED: Final = regex(
    r"Powered by\s{0,4}(?:<[^>]{0,200}>\s{0,4}){0,3}phpwind(?:\s{0,4}<[^>]{0,200}>){0,4}\s{0,4}v?([0-9][0-9.]{0,6})?",
    re.IGNORECASE,
)
_FLOOR: Final = regex(
    r"""id=["']?(?:read_tpc|td_tpc|subject_tpc|readfloor_tpc)["'\s>]|class=["'][^"']{0,40}J_read_floor"""
)
_LIGHT: Final = regex(r"查看完整版本: \[-- <a href=[\"']?read[.-]", re.IGNORECASE)
_FEED: Final = regex(r"<generator>\s{0,4}(?:<!\[CDATA\[)?https?://www\.phpwind\.", re.IGNORECASE)
SCRIPTS: Final = ("var db_bbsurl = '", "JS_EXTRES : '", "getObj('readface", "js/pw_ajax.js")
_OLD: Final = regex(r"Posted: ?\d{4}-\d{1,2}-\d{1,2}")
"""The foot of a floor of version 6, whose floors have no ids."""


def detect(sheet: Sheet) -> PlatformGuess | None:
    """Say how surely phpwind made the page; None where nothing speaks for it, and for a text dump."""
    text = sheet.text
    if sheet.tree is None:
        return None
    head, ends, found = text[:HEAD], _ends_of(text), None
    if not ("phpwind" in ends or "PHPWind" in ends or "[-- <a" in head or "_tpc" in text or "tpc_content" in text
            or "J_read_floor" in text or "db_bbsurl" in text):  # fmt: skip
        return None
    for why, sure, pattern, where in (
        ("generator meta", 0.98, _GENERATOR, head),
        ("powered-by title", 0.97, _TITLE, head),
        ("feed generator", 0.95, _FEED, head),
        ("ids of its floors", 0.95, _FLOOR, text),
        ("light view", 0.92, _LIGHT, head),
        ("floors of version 6", 0.9, _OLD, text if "tpc_content" in text else ""),
        ("error page of the software", 0.9, BROKEN, head),
        ("powered-by line", 0.9, _POWERED, ends),
    ):
        found = pattern.search(where)
        if found is not None and (why != "powered-by line" or "<" in found[0]):
            return PlatformGuess(family=FAMILY, version=version_of(text), sure=sure, why=why)
    if any(script in text for script in SCRIPTS):
        return PlatformGuess(family=FAMILY, version=version_of(text), sure=0.9, why="scripts of the template")
    if found is not None:  # of the last shape, the powered-by line, without markup: running text
        return PlatformGuess(family=FAMILY, version=version_of(text), sure=0.5, why="powered-by line")
    return None


def version_of(text: str) -> str | None:
    """Give the version as the page states it, `8.7`; None where it is silent."""
    ends = _ends_of(text)
    for pattern in (_GENERATOR, _POWERED):
        for found in pattern.finditer(ends):  # the title's has none, the footer's has
            if found[1]:
                return found[1].rstrip(".")
    return None


def _ends_of(text: str) -> str:
    """Give a page's head and foot, or all of a short page: the software signs there, and a long page costs no more."""
    return text if len(text) <= HEAD + FOOT else f"{text[:HEAD]}\n{text[-FOOT:]}"
