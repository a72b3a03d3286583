"""Whether EmpireCMS made a page, and of which article: by the scripts under `/e/` that its templates call.

Templates lie in the site's database, so no element is sure to be there; the scripts are. No text is read here.
"""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from cleaners.platforms.empirecms.addresses import FAMILY, is_mobile
from cleaners.platforms.empirecms.errors import is_message
from cleaners.platforms.platform import Sheet
from cleaners.reading import PlatformGuess, View
from cleaners.regex import regex

HINTS = ("/e/", "/d/js/", "mpireCMS", "phome.net")
"""One of these stands in every page that a template of the software has made; looked for first."""
NAMED = regex(
    r"<title>[^<]{0,400}Powered by EmpireCMS|<meta[^>]{0,80}generator[^>]{0,80}(?:EmpireCMS|帝国)"
    r"|Powered by (?:<[^>]{1,120}>){0,3}EmpireCMS",
    re.IGNORECASE,
)
"""The software's own name: in the default titles, a generator, the default foot. Bounded, no class holds its end."""
VERSION = regex(r"EmpireCMS(?:</a>|</strong>|<strong>|<font[^>]{0,40}>|\s){0,8}(\d\.\d)")
SCRIPTS = (
    "/e/public/ViewClick", "/e/public/onclick", "/e/public/digg", "/e/member/login/loginjs.php", "/e/action/ListInfo",
    "/e/action/ShowInfo", "/e/DoPrint/", "/e/pl/?classid=", "/e/pl/doaction.php", "/d/js/acmsd/", "/d/js/class/class",
    "/e/DownSys/", "/e/web/?type=rss2", "/e/member/fava/add", "/e/DoInfo/",
)  # fmt: skip
"""Scripts that no other software has under these names; one is nearly proof."""
COMMON = ("/e/search/", "/e/data/", "/e/member/", "/e/tags/", "/e/pl/", "/e/enews/", "/e/extend/", "/e/tool/",
          "/e/wap/", "/d/file/", "/d/js/", "/skin/default/", "phome.net")  # fmt: skip
"""Paths that others may have too; two of them tell the software, one is a hint."""

# A script of an article with its class and number, in either order: `?classid=2&id=3`, `&amp;` too. The blanks between
# are no characters of a parameter, so nothing is tried twice.
_CALL = regex(
    r"/e/(?P<script>public/ViewClick|public/digg|public/onclick|public/report|pl|DoPrint|member/fava/add"
    r"|action/ShowInfo\.php|DownSys/DownSoft)/?(?:index\.php)?\?(?P<query>[\w=&;.-]{5,160})"
)
_CLASS = regex(r"(?:^|[&;])classid=(\d{1,9})(?!\d)")
_ID = regex(r"(?:^|[&;])id=(\d{1,10})(?!\d)")
OWN_CALLS = frozenset({"public/onclick", "public/digg", "public/report", "pl", "DoPrint", "member/fava/add",
                       "DownSys/DownSoft"})  # fmt: skip
"""Scripts that a template calls for its own article; the others serve rows of lists too."""
OWN_COUNTER = "addclick=1"
"""Parameter by which a counter counts this page's visit."""
HIDDEN = regex(
    r"""<input(?=[^>]{0,120}hidden)(?=[^>]{0,120}name=["']?(?P<name>classid|id)["'\s])"""
    r"""[^>]{0,120}value=["']?(?P<value>\d{1,10})["'\s/>]"""
)
"""A hidden field of the comment form; each look-ahead is bounded and stops at the tag's end."""
COMMENT_FORM = "/e/pl/doaction.php"
FORM_CHARS = 4000
"""Characters of the comment form in which its hidden fields stand."""
LONG_NAME = 10
"""Digits of a file's name from which it is an instant (`信息命名: time`), not a number."""
_FILE = regex(r"(?:^|[^\d])(\d{1,20})(?:_\d{1,4})?(?:\.\w{2,6})?/?$|/(\d{1,20})/(?:index(?:_\d{1,4})?\.\w{2,6})?$")
"""The number that a file's name ends with, or the folder of an `index.html`. Each part is anchored at the end."""


def detect(sheet: Sheet) -> PlatformGuess | None:
    """Say how surely EmpireCMS made the page; None where nothing speaks for it."""
    text = sheet.text
    if is_message(text):
        return PlatformGuess(family=FAMILY, sure=0.9, why="a message of the software")
    if sheet.tree is None or not any(hint in text for hint in HINTS):
        return None
    if NAMED.search(text) is not None:
        found = VERSION.search(text)
        return PlatformGuess(family=FAMILY, version=found[1] if found else None, sure=0.95, why="names itself")
    script = next((script for script in SCRIPTS if script in text), None)
    if script is not None:
        return PlatformGuess(family=FAMILY, sure=0.9, why=f"script {script}")
    common = [path for path in COMMON if path in text]
    if len(common) < 2:
        return None
    return PlatformGuess(family=FAMILY, sure=0.6, why=f"paths {common[0]} and {common[1]}")


def own_number(sheet: Sheet) -> tuple[int, int] | None:
    """Give class and number of the article that a page is of; None where it does not say, or says two things.

    Copies of this software's templates on other sites keep the numbers of the page they were saved from: what the
    scripts say must agree with the number in the page's address, or be said by two of them where that has none.
    """
    told = list(_told(sheet.text))
    pairs = {pair for _, pair in told}
    if len(pairs) != 1:
        return None
    (pair,) = pairs
    in_address = _number_in(sheet.page.address)
    kinds = {kind for kind, _ in told}
    if in_address is not None and len(in_address) < LONG_NAME:
        return pair if int(in_address) == pair[1] else None
    return pair if len(kinds) >= 2 else None


def view_of(sheet: Sheet) -> View:
    """Say which view of an article a page is, by its address."""
    return View.MOBILE if sheet.page.address and is_mobile(sheet.page.address) else View.MAIN


def _told(text: str) -> Iterator[tuple[str, tuple[int, int]]]:
    """Give every statement of the page's own article: which script, and the pair."""
    for call in _CALL.finditer(text):
        script, query = call.groups()
        if script in OWN_CALLS or (script == "public/ViewClick" and OWN_COUNTER in query):
            found, number = _CLASS.search(query), _ID.search(query)
            if found and number:
                yield script, (int(found[1]), int(number[1]))
    at = text.find(COMMENT_FORM)
    if at >= 0:
        fields = {field["name"]: int(field["value"]) for field in HIDDEN.finditer(text, at, at + FORM_CHARS)}
        if len(fields) == 2:
            yield "form", (fields["classid"], fields["id"])


def _number_in(url: str | None) -> str | None:
    """Give the number that an address ends with: a file's name or the folder of an index; None without one."""
    try:
        path = urlsplit(url or "").path
    except ValueError:
        return None
    found = _FILE.search(path)
    return (found[1] or found[2]) if found else None
