"""What a URL of DedeCMS (5.1 to 5.7) leads to, told by its shape: one key for all spellings. No page is seen.

Shapes: the scripts in `/plus/` and `/m/`, the rewrite rules that the software ships, and its default name rules
(`{typedir}/{Y}/{M}{D}/{aid}.html`, page n `{aid}_{n}.html`; lists `{typedir}/list_{tid}_{page}.html`). Where a site has
other name rules the URL says nothing: then the page itself tells its number (`signs.number_of`). `address` may be asked
only for hosts that run the software; `is_decisive` says which shapes are proof enough.
"""

import re
from collections.abc import Mapping
from functools import lru_cache
from urllib.parse import SplitResult, parse_qsl, urlsplit

from cleaners.platforms.platform import Address
from cleaners.reading import UrlKind, View
from cleaners.regex import regex

FAMILY = "dedecms"
MAX_URL = 2048
PORTS = {"http": 80, "https": 443}
MOBILE_FOLDERS = ("/m", "/mobile")
MOBILE_HOMES = ("", "index.php", "index.html")
MOBILE_HOSTS = ("m.", "wap.")
"""Where 5.7 keeps its mobile pages, by default and by the setting of a mobile host."""
VIEW_SCRIPTS = frozenset({"view.php"})
LIST_SCRIPTS = frozenset({"list.php"})
FEED_SCRIPTS = frozenset({"rss.php"})
TAG_SCRIPT = "tags.php"
WAP_SCRIPT = "wap.php"
"""The mobile pages before 5.7: `wap.php?action=article&id=2`."""
AIDS = ("aid", "arcid")
"""Names of the article's number; 5.1 to 5.3 say `arcID`."""
FILE_SCRIPT = "download.php"
FILE_OPENS = frozenset({"1", "2"})
"""`download.php?open=1` (and 2) sends the file; without it a page of links to the same, or nothing."""
MAPS = ("/data/sitemap.html", "/data/rssmap.html")
SKIPPED_FOLDERS: Mapping[str, str] = {"member": "member", "include": "asset", "templets": "asset", "install": "admin"}
"""First folders that hold no document, and the rule's name."""
SKIPPED: Mapping[str, str] = {
    "count.php": "counter", "disdls.php": "counter", "countdownloads.php": "counter",
    "digg_ajax.php": "digg", "digg_frame.php": "digg", "digg.php": "digg",
    "feedback.php": "comments", "feedback_ajax.php": "comments", "feedback_js.php": "comments",
    "recommend.php": "recommend", "stow.php": "favourite", "erraddsave.php": "report-error",
    "search.php": "search", "heightsearch.php": "search", "advancedsearch.php": "search",
    "download.php": "download", "showphoto.php": "picture", "qrcode.php": "picture", "vote.php": "vote",
    "guestbook.php": "guestbook", "flink.php": "friend-links", "flink_add.php": "friend-links", "diy.php": "form",
    "car.php": "shop", "carbuyaction.php": "shop", "posttocar.php": "shop", "shops_buyaction.php": "shop",
    "ad_js.php": "script", "mytag_js.php": "script", "bshare.php": "script", "ajax_feedback.php": "comments",
    "bookfeedback.php": "comments", "freelist.php": "free-list",
}  # fmt: skip
"""Scripts of `/plus/` that answer with no document of their own."""

# `/2023/0502/2_3.html`: year, month with day, number, page. Bounded digits between literals, tied to the end: linear.
STATIC = regex(
    r"/\d{4}/(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])/(?P<aid>[1-9]\d{0,8})(?:_(?P<page>[1-9]\d{0,3}))?\.s?html?\Z"
)
# `view-12-2.html` and `list-3-40-2.html` (tid, number of entries, page): the shipped rewrite rules. Bounded, disjoint.
REWRITTEN_VIEW = regex(r"view-(?P<id>[1-9]\d{0,8})-(?P<page>\d{1,4})\.html")
REWRITTEN_LIST = regex(r"list-(?P<id>[1-9]\d{0,8})(?:-\d{1,9}-(?P<page>\d{1,6}))?\.html")
# `list_3_2.html`: tid and page. Bounded, disjoint.
STATIC_LIST = regex(r"list_(?P<id>[1-9]\d{0,8})(?:_(?P<page>\d{1,6}))?\.html?")
STATIC_FEED = regex(r"/data/rss/\d{1,9}\.xml")
# Scripts that only this software has in a folder of this name, each with its number. Bounded, no nesting.
DECISIVE = regex(
    r"/(?:plus/(?:view|list|count|disdls|digg_ajax|digg_frame|feedback|feedback_ajax|recommend|stow|erraddsave|rss)"
    r"|m/(?:view|list))\.php\?(?:[^#=&]{1,20}=[^#&]{0,40}&){0,4}(?:aid|arcID|tid|id)=\d|/plus/view-\d{1,9}-\d{1,4}\.html",
    re.IGNORECASE,
)


@lru_cache(maxsize=8192)
def address(url: str) -> Address | None:
    """Say what a URL is, given that its host runs DedeCMS; None where the shape is not of this software."""
    parts = _taken_apart(url)
    if parts is None:
        return None
    static = STATIC.search(parts.path)
    if static is not None:
        return _article(parts, static["aid"], _number(static["page"]) or 1)
    folder, _, script = parts.path.lower().rpartition("/")
    top = folder.split("/")[1] if folder else ""
    if top in SKIPPED_FOLDERS:
        return _skip(parts, SKIPPED_FOLDERS[top])
    if folder in MOBILE_FOLDERS and script in MOBILE_HOMES:
        key = make_key(_site(parts), "home", "mobile")
        return Address(key=key, kind=UrlKind.HOME, view=View.MOBILE, url=parts.geturl())
    if script.endswith(".php"):
        return _dynamic(parts, folder, script)
    return _named(parts, folder, script)


def is_decisive(url: str) -> bool:
    """Say whether the shape of a URL proves DedeCMS by itself; True = no other known software uses it."""
    return "." in url and DECISIVE.search(url[:MAX_URL]) is not None


def make_key(host: str, kind: str, number: str) -> str:
    """Give the key of an article or list of a host (as `host_of` gives it)."""
    return f"{FAMILY}:{host}:{kind}:{number}"


def host_of(url: str | None) -> str | None:
    """Give the part of the key that names the site: without `www.` and `m.`, with an unusual port; None without one."""
    parts = _taken_apart(url or "")
    return None if parts is None else _site(parts)


def _taken_apart(url: str) -> SplitResult | None:
    if len(url) > MAX_URL:
        return None
    try:
        parts = urlsplit(url.strip().replace("&amp;", "&"))
        port = parts.port
    except ValueError:  # a bad port, an unclosed bracket
        return None
    scheme, host = parts.scheme.lower(), (parts.hostname or "").rstrip(".")
    if scheme not in PORTS or not host:
        return None
    place = host if port in (None, PORTS[scheme]) else f"{host}:{port}"
    return parts._replace(scheme=scheme, netloc=place, path=parts.path or "/", fragment="")


def _site(parts: SplitResult) -> str:
    for prefix in ("www.", *MOBILE_HOSTS):
        if parts.netloc.startswith(prefix) and parts.netloc.count(".") > 1:
            return parts.netloc.removeprefix(prefix)
    return parts.netloc


def _view(parts: SplitResult, folder: str = "") -> View:
    is_mobile = folder.endswith(MOBILE_FOLDERS) or parts.netloc.startswith(MOBILE_HOSTS)
    return View.MOBILE if is_mobile else View.MAIN


def _number(text: str | None) -> int:
    """Read a positive number of at most nine digits; 0 for anything else."""
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 10 else 0


def _article(parts: SplitResult, aid: str, page: int, *, view: View | None = None, url: str | None = None) -> Address:
    return Address(
        key=make_key(_site(parts), "article", aid), kind=UrlKind.DOCUMENT, page=page,
        view=view or _view(parts), url=url or parts._replace(query="").geturl(),
    )  # fmt: skip


def _list(parts: SplitResult, tid: str, page: int, *, folder: str = "") -> Address:
    return Address(
        key=make_key(_site(parts), "list", tid), kind=UrlKind.LIST, page=max(page, 1), url=parts.geturl(),
        view=_view(parts, folder),
    )  # fmt: skip


def _skip(parts: SplitResult, rule: str) -> Address:
    return Address(key=make_key(_site(parts), "skip", rule), kind=UrlKind.SKIP, url=parts.geturl(), rule=rule)


def _named(parts: SplitResult, folder: str, script: str) -> Address | None:
    """Read the static spellings of lists and feeds, and the rewritten ones of the scripts."""
    found = STATIC_LIST.fullmatch(script)
    if found is not None:
        return _list(parts, found["id"], _number(found["page"]))
    if parts.path.lower() in MAPS:
        return _list(parts, "map", 1)
    if STATIC_FEED.fullmatch(parts.path):
        return Address(key=make_key(_site(parts), "feed", script), kind=UrlKind.FEED, url=parts.geturl())
    found = REWRITTEN_VIEW.fullmatch(script)
    if found is not None:
        return _article(parts, found["id"], max(_number(found["page"]), 1), view=_view(parts, folder))
    found = REWRITTEN_LIST.fullmatch(script)
    return _list(parts, found["id"], _number(found["page"])) if found is not None else None


def _dynamic(parts: SplitResult, folder: str, script: str) -> Address | None:
    asked = {name.lower(): value for name, value in parse_qsl(parts.query, keep_blank_values=True, errors="replace")}
    if script == TAG_SCRIPT and parts.query:
        return _list(parts, f"tag:{parts.query}", 1)
    if script == WAP_SCRIPT:
        return _wap(parts, asked)
    is_ours = folder.endswith(("/plus", *MOBILE_FOLDERS)) or (not folder and parts.netloc.startswith(MOBILE_HOSTS))
    return _of_script(parts, folder, script, asked) if is_ours else None


def _of_script(parts: SplitResult, folder: str, script: str, asked: Mapping[str, str]) -> Address | None:
    """Read a script of `/plus/` or of the mobile folder; None for a mobile one that is not known."""
    if script in VIEW_SCRIPTS:
        aid = next((number for name in AIDS if (number := _number(asked.get(name)))), 0)
        return _asked_article(parts, folder, aid, _number(asked.get("pageno")) or 1)
    if script in LIST_SCRIPTS and _number(asked.get("tid")):
        return _list(parts, str(_number(asked["tid"])), _number(asked.get("pageno")), folder=folder)
    if script in FEED_SCRIPTS:
        return Address(key=make_key(_site(parts), "feed", parts.query), kind=UrlKind.FEED, url=parts.geturl())
    if script == FILE_SCRIPT and asked.get("open") in FILE_OPENS:
        return Address(key=make_key(_site(parts), "file", parts.query), kind=UrlKind.ATTACHMENT, url=parts.geturl())
    is_known = script in SKIPPED or folder.endswith("/plus")
    return _skip(parts, SKIPPED.get(script, "plus-script")) if is_known else None


def _asked_article(parts: SplitResult, folder: str, aid: int, page: int) -> Address:
    if not aid:
        return _skip(parts, "no-id")
    query = f"aid={aid}" + (f"&pageno={page}" if page > 1 else "")
    url = parts._replace(query=query).geturl()
    return _article(parts, str(aid), page, view=_view(parts, folder), url=url)


def _wap(parts: SplitResult, asked: Mapping[str, str]) -> Address | None:
    number = _number(asked.get("id"))
    if asked.get("action") == "article" and number:
        return _article(parts, str(number), _number(asked.get("pageno")) or 1, view=View.MOBILE, url=parts.geturl())
    if asked.get("action") == "list" and number:
        return _list(parts, str(number), _number(asked.get("pageno")))
    return None
