"""What a URL of EmpireCMS (6 to 8) leads to, told by its shape: one key for all the spellings of one thing.

No page is looked at here. Articles and lists that the software writes as files have no shape of their own: their
addresses are `generic`'s, but for the names of a list's pages. The scripts under `/e/` and the shipped rewrite rules
are read here.
`address` may be asked only for hosts that run the software; `is_decisive` says which shapes are proof enough.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import SplitResult, parse_qsl, urlsplit

from cleaners.platforms.generic.addresses import address as generic_address
from cleaners.platforms.platform import Address
from cleaners.reading import UrlKind, View
from cleaners.regex import regex

FAMILY = "empirecms"
MOBILE_HOSTS = ("m.", "wap.", "3g.", "mobile.")
"""Beginnings of the hosts of the software's other terminals (`多访问端`)."""
MAX_PAGE = 10_000

# A script of the software: an installation folder of plain names, then `/e/` and a path of plain names. Bounded
# classes, each part begins with a slash, which no class holds: linear.
_SCRIPT = regex(r"(?P<folder>(?:/[\w.-]{1,40}){0,3}?)/e/(?P<script>[A-Za-z][\w./-]{0,80})")
# The shipped rewrite rules (`伪静态参数设置`): page numbers count from 0. Digits and one name, parted by hyphens.
_REWRITTEN = regex(
    r"(?P<folder>(?:/[\w.-]{1,40}){0,3}?)/(?:showinfo-(?P<classid>\d{1,9})-(?P<id>\d{1,10})"
    r"|listinfo-(?P<list>\d{1,9})|infotype-(?P<type>\d{1,9})|tags-(?P<tag>[^/-]{1,200}))-(?P<page>\d{1,6})\.html"
)
# `index.html` and `index_2.html` of a folder: the first and a later page of what the folder holds.
_INDEX = regex(r"(?P<folder>/(?:[^/?#]{1,80}/){0,8})index(?:_(?P<page>\d{1,5}))?\.(?:html?|shtml|php)")
_NUMBER = regex(r"\d{1,10}")

SHOW = ("action/showinfo.php", "action/showinfo", "public/infourl")
LISTS = ("action/listinfo.php", "action/listinfo")
TYPES = ("action/infotype",)
TAGS = ("tags",)
PRINT = ("doprint",)
FEEDS = ("web",)
MOBILE_SHOW = ("wap/show.php",)
DOWNLOADS = ("downsys/downsoft", "downsys/getdown", "downsys/doaction.php")
FILES = ("public/downfile",)
SKIPPED: Mapping[str, str] = {
    "member/login": "login", "member/register": "login", "member": "member", "space": "member", "pl": "comments",
    "search": "search", "sch": "search", "public": "counter", "enews": "action", "doinfo": "form", "tool": "form",
    "extend": "plug-in", "shopsys": "shop", "payapi": "shop", "downsys": "player", "newssys": "picture",
    "viewimg": "picture", "showkey": "picture", "wap": "mobile-twin", "admin": "admin", "install": "admin",
    "data": "asset", "class": "asset", "template": "asset", "memberconnect": "login",
}  # fmt: skip
"""First parts of scripts that are never followed, and the name of the rule; the longest that fits counts."""
FILTERS = frozenset({"ph", "myorder", "orderby", "endtime", "starttime", "andor"})
"""Parameters that make a filtered or sorted variant of a list."""
DECISIVE = regex(
    r"(?:action/(?:show|list)info|action/infotype|doprint|doinfo|downsys/|shopsys/|viewimg/|showkey/|wap/show\.php"
    r"|public/(?:viewclick|digg|onclick|report|gotonext|infourl|downfile))"
)
"""Scripts of which no other known software has the like; matched at the beginning, in small letters."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asked:
    """A URL of a script taken apart."""

    url: str
    site: str
    """Host without `www.` and its like, with the folder of the installation."""
    script: str
    """In small letters, without `index.php` and slashes at its ends."""
    query: Mapping[str, str]
    is_mobile: bool

    def number(self, name: str) -> int:
        """Give a parameter as a number; 0 where it is none."""
        value = self.query.get(name, "")
        return int(value) if _NUMBER.fullmatch(value) else 0


@lru_cache(maxsize=8192)
def address(url: str) -> Address | None:
    """Say what a URL is, given that its host runs EmpireCMS; None where the shape is not of this software."""
    parts = _split(url)
    if parts is None:
        return None
    found = _REWRITTEN.fullmatch(parts.path)
    if found is not None:
        return _rewritten(url, parts, found)
    asked = _taken_apart(url, parts)
    if asked is not None:
        return _of_script(asked)
    return _index(url, parts)


def is_decisive(url: str) -> bool:
    """Say whether the shape of a URL proves EmpireCMS by itself; True = no other known software uses it."""
    if "/e/" not in url:
        return False
    parts = _split(url)
    asked = None if parts is None else _taken_apart(url, parts)
    if asked is None or DECISIVE.match(asked.script + "/") is None:
        return False
    return "/" in asked.script or "classid" in asked.query or asked.script in ("doinfo", "viewimg", "showkey")


def info_key(url: str, classid: int, number: int) -> str | None:
    """Give the key of an article of the host that a URL names; None for what is no http(s) URL."""
    parts = _split(url)
    return None if parts is None else f"{FAMILY}:{site_of(parts)}:info:{classid}-{number}"


def is_mobile(url: str) -> bool:
    """Say whether an address is one of another terminal: by its host, or by the folder it begins with."""
    parts = _split(url)
    return parts is not None and _is_mobile(parts)


def site_of(parts: SplitResult) -> str:
    """Give the host as keys have it: without `www.` or a mobile prefix, with the port where it is not the usual one."""
    host = (parts.hostname or "").rstrip(".").removeprefix("www.")
    host = next((host.removeprefix(prefix) for prefix in MOBILE_HOSTS if host.startswith(prefix)), host)
    return host if parts.port in (None, 80, 443) else f"{host}:{parts.port}"


@lru_cache(maxsize=8)  # a page's own address is asked for five times
def _split(url: str) -> SplitResult | None:
    try:
        parts = urlsplit(url.strip())
        _ = parts.port  # a bad port is found only by asking
    except ValueError:
        return None
    return parts if parts.scheme.lower() in ("http", "https") and parts.hostname else None


def _is_mobile(parts: SplitResult) -> bool:
    host = (parts.hostname or "").lower()
    return host.startswith(MOBILE_HOSTS) or parts.path.startswith(("/m/", "/wap/", "/e/wap/", "/mobile/"))


def _taken_apart(url: str, parts: SplitResult) -> _Asked | None:
    found = _SCRIPT.fullmatch(parts.path)
    if found is None:
        return None
    script = found["script"].lower().rstrip("/").removesuffix("index.php").rstrip("/")
    query = dict(parse_qsl(parts.query.replace("&amp;", "&"), keep_blank_values=True))
    folder = "" if found["folder"] in ("/m", "/wap", "/mobile") else found["folder"]
    return _Asked(
        url=url.strip(), site=site_of(parts) + folder, script=script, query=query, is_mobile=_is_mobile(parts)
    )


def _of_script(asked: _Asked) -> Address | None:
    """Say what a script answers with; None for a script that the software does not ship."""
    if asked.script in (*SHOW, *PRINT, *MOBILE_SHOW):
        return _info(asked)
    if asked.script in (*LISTS, *TYPES, *TAGS):
        return _list(asked)
    if asked.script in FEEDS:
        key = f"{FAMILY}:{asked.site}:feed:{asked.number('classid')}"
        return Address(key=key, kind=UrlKind.FEED, url=asked.url)
    if asked.script in DOWNLOADS or asked.script in FILES:
        number = "-".join(str(asked.number(name)) for name in ("classid", "id", "pathid"))
        key = f"{FAMILY}:{asked.site}:attachment:{number}"
        return Address(key=key, kind=UrlKind.ATTACHMENT, url=asked.url)
    return _skipped(asked)


def _info(asked: _Asked) -> Address:
    """Read the address of an article: the page itself, its print view, its view for telephones."""
    classid, number, page = asked.number("classid"), asked.number("id"), asked.number("page")
    # `eeid=PAGE,CLASSID,ID,TEMPLATE` is the short form of 8.0.
    short = asked.query.get("eeid", "").split(",")
    if len(short) >= 3 and all(_NUMBER.fullmatch(part) for part in short[:3]):
        page, classid, number = map(int, short[:3])
    if not classid or not number:
        return _skip(asked, "action")
    view = View.MOBILE if asked.is_mobile else View.MAIN
    view = View.PRINTABLE if asked.script in PRINT else View.MOBILE if asked.script in MOBILE_SHOW else view
    page = min(page, MAX_PAGE) + 1 if asked.script in SHOW else 1
    key = f"{FAMILY}:{asked.site}:info:{classid}-{number}"
    return Address(key=key, kind=UrlKind.DOCUMENT, page=page, view=view, url=asked.url)


def _list(asked: _Asked) -> Address:
    """Read the address of a list, whose pages count from 0."""
    kind, name = "tag", asked.query.get("tagname") or asked.query.get("tagid", "")
    if asked.script not in TAGS:
        kind, parameter = ("list", "classid") if asked.script in LISTS else ("type", "ttid")
        name = str(asked.number(parameter) or "")
    if not name:
        return _skip(asked, "action")
    if FILTERS & asked.query.keys():
        return _skip(asked, "filtered-list")
    key = f"{FAMILY}:{asked.site}:{kind}:{name}"
    return Address(key=key, kind=UrlKind.LIST, page=min(asked.number("page"), MAX_PAGE) + 1, url=asked.url)


def _skipped(asked: _Asked) -> Address | None:
    """Name the rule of a script that is never followed; None for a script that the software does not ship."""
    parts = asked.script.split("/")
    for script in ("/".join(parts[:2]), parts[0]):
        if script in SKIPPED:
            return _skip(asked, SKIPPED[script])
    return None


def _skip(asked: _Asked, rule: str) -> Address:
    return Address(key=f"{FAMILY}:{asked.site}:skip:{rule}", kind=UrlKind.SKIP, url=asked.url, rule=rule)


def _rewritten(url: str, parts: SplitResult, found: re.Match[str]) -> Address:
    """Read an address made by the shipped rewrite rules."""
    page, start = min(int(found["page"]), MAX_PAGE) + 1, f"{FAMILY}:{site_of(parts)}"
    if found["id"]:
        view = View.MOBILE if _is_mobile(parts) else View.MAIN
        key = f"{start}:info:{int(found['classid'])}-{int(found['id'])}"
        return Address(key=key, kind=UrlKind.DOCUMENT, page=page, view=view, url=url.strip())
    kind = next(kind for kind in ("list", "type", "tag") if found[kind])
    return Address(key=f"{start}:{kind}:{found[kind]}", kind=UrlKind.LIST, page=page, url=url.strip())


def _index(url: str, parts: SplitResult) -> Address | None:
    """Read `index.html` and `index_2.html` as pages of their folder; None for other files."""
    found = _INDEX.fullmatch(parts.path)
    if found is None or parts.query:
        return None
    folder = generic_address(parts._replace(path=found["folder"], query="", fragment="").geturl())
    if folder is None:
        return None
    page = int(found["page"] or 1)
    kind = UrlKind.LIST if page > 1 else folder.kind
    return Address(key=folder.key, kind=kind, page=max(page, 1), url=url.strip())
