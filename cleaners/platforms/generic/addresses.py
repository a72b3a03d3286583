"""What a URL leads to when nothing is known of its site: its key drops what only tracks visitors. No page is seen."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice
from urllib.parse import parse_qsl, quote, urlencode, urljoin, urlsplit

from lxml.html import HtmlElement

from cleaners.platforms.platform import Address
from cleaners.reading import UrlKind
from cleaners.regex import regex

TRACKING = frozenset(
    {
        "sid", "phpsessid", "jsessionid", "aspsessionid", "sessionid", "session_id", "spm", "scm", "from", "fromuid",
        "fromid", "source", "share", "share_token", "sharefrom", "isappinstalled", "nsukey", "wfr", "ivk_sa", "gclid",
        "fbclid", "bd_vid", "hmsr", "hmpl", "timestamp", "_t", "rnd", "random", "nocache",
    }
)  # fmt: skip
"""Parameters that never choose the page; those beginning with `utm_` neither."""
SESSION_PATH = regex(r";jsessionid=[\w.!-]{1,80}", re.IGNORECASE)
FILES = frozenset(
    {"doc", "docx", "pdf", "xls", "xlsx", "ppt", "pptx", "zip", "rar", "7z", "wps", "et", "dps", "txt", "rtf"}
)
"""Endings of files that may hold a report."""
ASSETS = frozenset(
    {
        "jpg", "jpeg", "png", "gif", "bmp", "webp", "svg", "ico", "css", "js", "woff", "woff2", "ttf", "eot", "mp3",
        "mp4", "avi", "flv", "wmv", "swf", "apk", "exe", "dmg", "json", "map",
    }
)  # fmt: skip
"""Endings of what is no page and no report."""
FEEDS = regex(r"(?:^|/)(?:rss|feed|atom)(?:\.xml|\.php|/)?$|\.rss$", re.IGNORECASE)
ENDING = regex(r"\.([A-Za-z0-9]{1,5})$")
HOME_NAMES = frozenset({"/", "/index.html", "/index.htm", "/index.php", "/index.asp", "/index.aspx", "/index.shtml"})
MAX_URL = 2048
PORTS = {"http": 80, "https": 443}


MOST_LINKS = 2_500
"""Links of a page that are looked at for rows and pagers; a crowded home page of a portal has 1,500."""


@lru_cache(maxsize=16_384)  # more than `linking` keeps of one page, whose keys `read` asks for again
def address(url: str) -> Address | None:
    """Give a URL's key, kind and the URL to ask for; None for what is no http(s) URL with a host."""
    text = url.strip()
    if len(text) > MAX_URL:
        return None
    try:
        parts = urlsplit(text)
        host, port = (parts.hostname or "").rstrip("."), parts.port
    except ValueError:  # a bad port, an unclosed bracket
        return None
    scheme = parts.scheme.lower()
    if scheme not in PORTS or not host:
        return None
    place = host if port in (None, PORTS[scheme]) else f"{host}:{port}"
    path = _path(parts.path)
    pairs = [(name, value) for name, value in parse_qsl(parts.query, keep_blank_values=True) if not _tracks(name)]
    clean = f"{scheme}://{_bracketed(place)}{path}" + (f"?{urlencode(pairs)}" if pairs else "")
    key = f"url:{place}{path}" + (f"?{urlencode(sorted(pairs))}" if pairs else "")
    kind, rule = _kind(path, has_query=bool(pairs))
    return Address(key=key, kind=kind, url=clean, rule=rule)


def ending_of(path: str) -> str:
    """Give a path's file ending in small letters; empty without one."""
    match = ENDING.search(path)
    return match[1].lower() if match else ""


def _path(path: str) -> str:
    """Write a path one way: percent-encoded once, no session, never empty."""
    return quote(SESSION_PATH.sub("", path), safe="/%:@!$&'()*+,;=~-._") or "/"


def _bracketed(place: str) -> str:
    """Put brackets back round an IPv6 address, which `hostname` takes off."""
    return f"[{place}]" if place.count(":") > 1 and not place.startswith("[") else place


def _tracks(name: str) -> bool:
    return name.lower() in TRACKING or name.lower().startswith("utm_")


def _kind(path: str, *, has_query: bool) -> tuple[UrlKind, str | None]:
    ending = ending_of(path)
    if ending in ASSETS:
        return UrlKind.SKIP, "asset"
    if ending in FILES:
        return UrlKind.ATTACHMENT, None
    if FEEDS.search(path):
        return UrlKind.FEED, None
    if path.lower() in HOME_NAMES and not has_query:
        return UrlKind.HOME, None
    return UrlKind.DOCUMENT, None


@lru_cache(maxsize=MOST_LINKS)
def linked(href: str | None, base: str) -> Address | None:
    """Say what a link leads to; None for a dead one: an anchor, a script, an address that cannot be read."""
    target = (href or "").strip()
    if not target or target.startswith("#") or (":" in target[:12] and not target.lower().startswith("http")):
        return None
    try:
        return address(urljoin(base, target))
    except ValueError:  # a bracket that is not closed
        return None


def anchors(root: HtmlElement) -> Iterator[HtmlElement]:
    """Give the links below a node in order, the first MOST_LINKS of them: no page needs more to be told by them."""
    return islice(root.iter("a"), MOST_LINKS)
