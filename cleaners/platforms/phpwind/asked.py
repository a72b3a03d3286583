"""A URL of phpwind taken apart: where the forum lies, which script is asked, with which parameters.

The software writes one address in four ways: `read.php?tid=5&page=2`, `read.php?tid-5-page-2.html`,
`read-htm-tid-5-page-2.html` and, of pages saved as files, `htm_data/3/1103/5.html`; all become one form here.
"""

import re
from dataclasses import dataclass
from typing import Final, NamedTuple
from urllib.parse import SplitResult, parse_qsl, quote, urlencode, urlsplit

from cleaners.reading import View
from cleaners.regex import regex

MAX_URL: Final = 2048
MAX_PAGE: Final = 1_000_000
NOISE: Final = frozenset(
    {
        "fpage", "toread", "ds", "displaymode", "skinco", "keyword", "viewbbs", "sid", "utm_source", "utm_medium",
        "utm_campaign", "from", "winduid", "u", "pingpage", "rpage", "verify",
    }
)  # fmt: skip
"""Parameters that tell where a visitor came from or how the page is drawn, never what it is."""

# `read-htm-tid-5`, `thread-htm-fid-2`: the script, the sign that an administrator may set, pairs of name and value.
_STATIC: Final = regex(
    r"(?P<script>read|thread|index|rss|cate|u)(?P<sign>-htm-|-html-)(?P<pairs>[^/?]{1,400})\.(?:html?|shtml)",
    re.IGNORECASE,
)
_DASHED: Final = regex(r"[a-z]{2,12}-[^=&/]{0,400}", re.IGNORECASE)
_EXTENSION: Final = regex(r"\.(?:html?|shtml)$", re.IGNORECASE)
# Pages saved as files: `htm_data/FID/YYMM/TID.html` under a name that an administrator may set.
_SAVED: Final = regex(
    r"(?P<folder>.{0,200}?)/(?:html?_data|html?)/(?P<fid>\d{1,6})/\d{2}(?:0[1-9]|1[0-2])/(?P<tid>\d{1,10})\.html?"
)
# The light view: `simple/?t5_2.html`, `simple/index.php?f3.html`, `simple/t5.html`.
_SIMPLE_FOLDER: Final = regex(r"(?i)/simple(?:/index\.php)?$")
_SIMPLE: Final = regex(
    r"(?P<kind>[tf])(?P<id>\d{1,10})(?:_(?P<page>\d{1,7}))?(?:\.html?)?(?:&.{0,200})?", re.IGNORECASE
)
_MOBILE_FOLDER: Final = regex(r"(?i)/(?:m|wap)$")
# 9.x: `read-5`, `read-5-2-3.html` (thread, board, page), `thread-2-3` (board, page).
_NUMBERED: Final = regex(
    r"(?P<script>read|thread)-(?P<first>\d{1,10})(?:-(?P<second>\d{1,7}))?(?:-(?P<third>\d{1,7}))?(?:\.html?)?"
)
# 9.x: `read/2-5-3` (board, thread, page), `thread/2-3` (board, page), in a folder of its own.
_FOLDERED: Final = regex(r"(?i)(?P<folder>.{0,200}?)/(?P<script>read|thread)")
_NUMBERS: Final = regex(r"(?P<first>\d{1,10})(?:-(?P<second>\d{1,10}))?(?:-(?P<third>\d{1,7}))?(?:\.html?)?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A URL taken apart; `script` is `read.php` and its like, however the URL spells it."""

    parts: SplitResult
    site: str
    folder: str
    script: str
    query: tuple[tuple[str, str], ...]
    view: View = View.MAIN
    style: str = "query"
    """How its parameters are written: `query`, `dashed` (`?tid-5.html`), `static`, or `fixed` (not to be rewritten)."""

    def get(self, name: str) -> str:
        """Give the first value of a parameter; empty where it is missing."""
        return next((value for key, value in self.query if key == name), "")

    def number(self, name: str) -> int:
        """Give a positive number; 0 where the parameter is missing or no number."""
        value = self.get(name).strip()
        return int(value) if value.isascii() and value.isdigit() and len(value) < 11 else 0

    @property
    def page(self) -> int:
        """Page number, from 1."""
        return min(max(self.number("page"), 1), MAX_PAGE)


def take_apart(url: str) -> Asked | None:
    """Take a URL apart; None for what is no http(s) URL with a host, or longer than 2,048 characters."""
    if len(url) > MAX_URL:
        return None
    try:
        parts = urlsplit(url.strip())
        port = parts.port
    except ValueError:  # an unclosed bracket, a port past 65535
        return None
    host = (parts.hostname or "").lower().rstrip(".")
    if parts.scheme not in ("http", "https") or not host:
        return None
    shown_port = f":{port}" if port and port != {"http": 80, "https": 443}[parts.scheme] else ""
    clean = parts._replace(netloc=host + shown_port, fragment="", query=parts.query.replace("&amp;", "&"))
    return _normal(clean._replace(path=clean.path or "/"), host.removeprefix("www.").removeprefix("m.") + shown_port)


def url_of(asked: Asked, *, drop: frozenset[str] = frozenset()) -> str:
    """Give the URL to ask for: without noise and without `page=1`, in the spelling it came in."""
    kept = [
        (key, value)
        for key, value in asked.query
        if key not in NOISE and key not in drop and not (key == "page" and asked.page == 1)
    ]
    if asked.style == "fixed" or len(kept) == len(asked.query):
        return asked.parts.geturl()
    if asked.style == "query":
        return asked.parts._replace(query=urlencode(kept, quote_via=quote)).geturl()
    pairs = "-".join(f"{key}-{value}" for key, value in kept)
    if asked.style == "dashed":
        return asked.parts._replace(query=f"{pairs}.html").geturl()
    sign = _STATIC.fullmatch(asked.parts.path.rpartition("/")[2])
    name = f"{sign['script']}{sign['sign']}{pairs}.html" if sign else asked.parts.path.rpartition("/")[2]
    return asked.parts._replace(path=f"{asked.folder}/{name}").geturl()


class _Place(NamedTuple):
    """Where a script lies."""

    parts: SplitResult
    host: str
    folder: str


def _normal(parts: SplitResult, host: str) -> Asked:
    saved = _SAVED.fullmatch(parts.path)
    if saved is not None:
        return _asked(_Place(parts, host, saved["folder"]), "read.php", (("tid", saved["tid"]),), style="fixed")
    folder, _, name = parts.path.rpartition("/")
    place = _Place(parts, host, folder)
    simple = _simple(place, name)
    if simple is not None:
        return simple
    static = _STATIC.fullmatch(name)
    if static is not None:
        return _asked(place, f"{static['script'].lower()}.php", _pairs(static["pairs"]), style="static")
    numbered = _numbered(place, name)
    if numbered is not None:
        return numbered
    if parts.query and _DASHED.fullmatch(parts.query):
        pairs = _pairs(_EXTENSION.sub("", parts.query))
        return _asked(place, name.lower(), pairs, style="dashed")
    query = parse_qsl(parts.query, keep_blank_values=True, errors="replace")
    named = tuple((key.lower(), value) for key, value in query)
    return _asked(place, name.lower(), named)


def _asked(place: _Place, script: str, query: tuple[tuple[str, str], ...], *, style: str = "query") -> Asked:
    parts, host, folder = place
    mobile = _MOBILE_FOLDER.search(folder)
    root = folder[: mobile.start()] if mobile else folder
    view = View.MOBILE if mobile else View.MAIN
    return Asked(parts=parts, site=host + root, folder=folder, script=script, query=query, view=view, style=style)


def _simple(place: _Place, name: str) -> Asked | None:
    parts, host, folder = place
    inside = _SIMPLE_FOLDER.search(folder)
    if inside is None:
        return None
    root = folder[: inside.start()]
    found = _SIMPLE.fullmatch(parts.query if name in ("", "index.php") else name)
    query: tuple[tuple[str, str], ...] = ()
    if found is not None:
        query = (("tid" if found["kind"].lower() == "t" else "fid", found["id"]), ("page", found["page"] or "1"))
    return Asked(
        parts=parts, site=host + root, folder=folder, script="simple", query=query, view=View.ARCHIVER, style="fixed"
    )


def _numbered(place: _Place, name: str) -> Asked | None:
    """Read the numbers of 9.x; without a name each says by its place what it is."""
    found = _NUMBERED.fullmatch(name)
    foldered = _FOLDERED.fullmatch(place.folder) if found is None else None
    numbers = found or (_NUMBERS.fullmatch(name) if foldered is not None else None)
    if numbers is None:
        return None
    script = (found or foldered)["script"].lower()  # type: ignore[index]  # one of the two matched
    first, second, third = numbers["first"], numbers["second"], numbers["third"]
    if script == "thread":
        named = (("fid", first), ("page", second or "1"))
    elif foldered is not None and second:
        named = (("tid", second), ("page", third or "1"))
    else:
        named = (("tid", first), ("page", third or (second if third is None and second else None) or "1"))
    root = foldered["folder"] if foldered is not None else place.folder
    return _asked(place._replace(folder=root), f"{script}.php", named, style="fixed")


def _pairs(dashed: str) -> tuple[tuple[str, str], ...]:
    """Read `tid-5-toread--page-2`: names and values by turns, values may be empty."""
    words = dashed.split("-")
    return tuple((name.lower(), value) for name, value in zip(words[::2], [*words[1::2], ""], strict=False))
