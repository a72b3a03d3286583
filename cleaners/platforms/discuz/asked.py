"""A URL taken apart for `addresses`: where the forum lies, which script is asked, with which parameters."""

import re
from dataclasses import dataclass
from urllib.parse import SplitResult, parse_qsl, quote, urlencode, urlsplit

from cleaners.platforms.platform import Address
from cleaners.reading import UrlKind

NOISE = frozenset(
    {
        "extra", "fromuid", "fromuser", "fromguid", "highlight", "from", "sid", "mobile", "simpletype", "showmobile",
        "showoldetails", "forumlist", "newwindow", "tdsourcetag", "utm_source", "utm_medium", "utm_campaign",
        "lastpage", "formhash", "auth", "forumrefresh", "mobiledata",
    }
)  # fmt: skip
"""Parameters that change a session's view or tell where a visitor came from, never what the page is."""
NOTHING: frozenset[str] = frozenset()
MAX_URL = 2048
MAX_PAGE = 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A URL taken apart: where the forum lies, which script is asked, with which parameters."""

    parts: SplitResult
    site: str
    folder: str
    script: str
    query: tuple[tuple[str, str], ...]

    def get(self, name: str) -> str:
        """Give the first value of a parameter; empty where it is missing."""
        return next((value for key, value in self.query if key == name), "")

    def number(self, name: str) -> int:
        """Give a positive number; 0 where the parameter is missing or no number."""
        value = self.get(name).strip()
        return min(int(value), MAX_PAGE * MAX_PAGE) if value.isascii() and value.isdigit() and len(value) < 13 else 0

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
    except ValueError:
        return None
    host = (parts.hostname or "").lower().rstrip(".")
    if parts.scheme not in ("http", "https") or not host:
        return None
    shown_port = f":{port}" if port and port != {"http": 80, "https": 443}[parts.scheme] else ""
    folder, _, script = (parts.path or "/").rpartition("/")
    base = re.sub(r"(?i)/archiver$", "", folder)
    site = host.removeprefix("www.") + shown_port + base
    query = parts.query.replace("&amp;", "&")
    pairs = tuple((key.lower(), value) for key, value in parse_qsl(query, keep_blank_values=True, errors="replace"))
    clean = parts._replace(netloc=host + shown_port, query=query, fragment="", path=parts.path or "/")
    return Asked(parts=clean, site=site, folder=folder, script=script.lower(), query=pairs)


def url_without_noise(asked: Asked, *, path: str | None = None, drop: frozenset[str] = NOTHING) -> str:
    """Give the URL to ask for; an unchanged query keeps its own spelling."""
    kept = [(key, value) for key, value in asked.query if key not in NOISE and key not in drop]
    if asked.page == 1:
        kept = [pair for pair in kept if pair[0] != "page"]
    query = asked.parts.query if len(kept) == len(asked.query) else urlencode(kept, quote_via=quote)
    return asked.parts._replace(query=query, path=path or asked.parts.path).geturl()


def skip(asked: Asked, rule: str) -> Address:
    """Give the address of what is never followed, with the rule's name."""
    url = asked.parts.geturl()
    return Address(key=f"discuz:{asked.site}:skip:{rule}", kind=UrlKind.SKIP, url=url, rule=rule)
