"""What a URL of Discuz (6 to X3.5) leads to, told by its shape: one key for all the spellings of one thing.

No page is looked at here. URL shapes: reference/discuz.md of the project's notes, and the rewrite rules that the
software ships. `address` may be asked only for hosts that run Discuz; `is_decisive` says which shapes are proof enough.
"""

import base64
import binascii
import re
from functools import lru_cache
from urllib.parse import unquote

from cleaners.platforms.discuz.asked import MAX_PAGE, NOISE, Asked, skip, take_apart, url_without_noise
from cleaners.platforms.discuz.routes import ASSET, REWRITTEN, SCRIPTS, Route, skip_rule
from cleaners.platforms.platform import Address
from cleaners.reading import UrlKind, View
from cleaners.regex import regex

ALL_PARTS = "all"
"""`cp=all`: the first post with all its `[page]` parts; any other `cp` is one of them."""
WHOLE = "whole"
"""End of the key of a thread's page with the whole first post: a document of its own, as it doubles the first page."""
PART_OF_A_THREAD = ("do", "stand", "checkrush", "threadindex", "postno", "modthreadkey")
OTHER_LAYOUTS = ("album", "preview")
"""Values of `from` that show the thread's pictures, or one post; other values only tell where a visitor came from."""

# Where a forum is installed: the root, or one plainly named folder; `/news/2021/` is somebody else's.
_INSTALLED_IN = regex(r"(?:/[A-Za-z0-9_-]{1,20})?")


@lru_cache(maxsize=8192)
def address(url: str) -> Address | None:
    """Say what a URL is, given that its host runs Discuz; None where the shape is not of this software."""
    asked = take_apart(url)
    if asked is None:
        return None
    rewritten = _rewritten(asked)
    if rewritten is not None:
        return rewritten
    if asked.script in ("", "index.php", "forum.php", "portal.php"):
        home = _home(asked)
        if home is not None:
            return home
    if "archiver" in asked.folder.rsplit("/", 1)[-1].lower():
        return _archiver(asked)
    return _dynamic(asked)


def is_decisive(url: str) -> bool:
    """Say whether the shape of a URL proves Discuz by itself; True = no other known software uses it.

    MyBB has `forumdisplay.php?fid=`, PHPCMS `list-1-2.html`, many a CMS `article-1-2.html`: these prove nothing.
    """
    asked = take_apart(url)
    if asked is None:
        return False
    name = asked.script
    if name in ("forum.php", "portal.php", "home.php", "member.php", "misc.php", "group.php"):
        return bool(re.fullmatch(r"[a-z]{2,20}", asked.get("mod"))) or (name == "forum.php" and asked.number("gid") > 0)
    if name == "viewthread.php":
        return asked.number("tid") > 0
    if re.fullmatch(r"(?:thread-\d{1,10}-\d{1,7}-\d{1,7}|forum-\d{1,10}-\d{1,7}|space-uid-\d{1,10})\.html?", name):
        return True
    is_archiver = asked.folder.lower().endswith("/archiver")
    return is_archiver and bool(re.match(r"(?:tid|fid)-\d{1,10}", name or asked.parts.query.lower()))


def make_key(site: str, kind: str, number: int | str) -> str:
    """Give the key of a thread, board or article of a site (`HOST` or `HOST/FOLDER`)."""
    return f"discuz:{site}:{kind}:{number}"


def site_of(url: str) -> str | None:
    """Give the part of the key that names the installation a URL lies in; None for what is no http(s) URL."""
    asked = take_apart(url)
    return asked.site if asked is not None else None


def attachment_key(aid: str) -> str | None:
    """Give `attachment:TID:AID` from the signed parameter (base64 of aid|hash|time|uid|tid).

    Old versions leave the thread out (0 stands for it) or send the bare number; None for anything else.
    """
    text = unquote(aid).strip()
    if text.isascii() and text.isdigit() and len(text) < 12:
        return f"attachment:0:{int(text)}"
    try:
        signed = base64.b64decode(text + "=" * (-len(text) % 4), validate=True).decode("ascii")
    except (binascii.Error, ValueError):
        return None
    # aid|hash|time|uid[|tid]; every part is one bounded class between literal bars: linear.
    found = re.fullmatch(r"(\d{1,10})\|[0-9A-Za-z]{1,40}\|\d{1,12}\|\d{0,10}(?:\|(\d{0,10}))?", signed)
    return f"attachment:{int(found[2] or 0)}:{int(found[1])}" if found else None


def _home(asked: Asked) -> Address | None:
    """Claim the root, the portal and the forum index: what they are asked with must be noise only."""
    if asked.folder.lower().endswith("/archiver"):
        return None
    if not asked.script and not _INSTALLED_IN.fullmatch(asked.folder):
        return None
    if any(key not in NOISE and key != "page" for key, _ in asked.query):
        return None
    kind = {"forum.php": "forum-index", "portal.php": "portal-index"}.get(asked.script, "home")
    url = asked.parts._replace(query="").geturl()
    # A crawl begins at the root before the software is known: one key either way, or the page is fetched twice.
    is_root = not asked.script and asked.parts.path in ("", "/")
    key = f"url:{_host(asked)}/" if is_root else f"discuz:{asked.site}:{kind}"
    return Address(key=key, kind=UrlKind.HOME, url=url)


def _host(asked: Asked) -> str:
    """Give the host as the key of an unknown site has it: lower case, with the port where it is not the usual one."""
    host, port = asked.parts.hostname or "", asked.parts.port
    return host if port in (None, 80, 443) else f"{host}:{port}"


def _rewritten(asked: Asked) -> Address | None:
    """Read the static spellings: `thread-T-P-L.html` and its like."""
    if ASSET.search(asked.script):
        return _file(asked)
    if asked.folder.lower().endswith("/archiver"):
        return None
    for route in REWRITTEN:
        found = route.shape.fullmatch(asked.script)
        if found is not None:
            return _by_route(asked, route, found)
    return None


def _by_route(asked: Asked, route: Route, found: re.Match[str]) -> Address:
    rule = route.rule or _variant(asked)
    if rule is not None:
        return skip(asked, rule)
    number, page = int(found["id"]), min(max(int(found["page"] or 1), 1), MAX_PAGE)
    path = asked.parts.path
    if route.kind == "thread":
        # The third number names the list page one came from: any value gives the same page.
        path = f"{asked.folder}/thread-{number}-{page}-1.html"
    key = make_key(asked.site, route.kind, number)
    return Address(key=key, kind=route.leads_to, page=page, url=url_without_noise(asked, path=path))


def _file(asked: Asked) -> Address:
    """Tell an uploaded file from the pictures and styles of the pages."""
    before, folder, file = asked.parts.path.partition("data/attachment/")
    if not folder:
        return skip(asked, "asset")
    site = asked.site.removesuffix(asked.folder) + before.rstrip("/")
    return Address(key=f"discuz:{site}:file:{file}", kind=UrlKind.ATTACHMENT, url=asked.parts.geturl())


def _variant(asked: Asked) -> str | None:
    """Name what makes a thread's URL show other floors, or in another order, than the thread has; None = nothing."""
    if asked.number("authorid"):
        return "variant-authorid"
    if asked.get("ordertype") == "1":
        return "variant-order"
    if asked.get("inajax") or asked.get("viewpid") or asked.get("ajaxtarget"):
        return "ajax"
    if asked.get("goto"):
        return "redirect-goto"
    if any(asked.get(name) for name in PART_OF_A_THREAD) or asked.get("from") in OTHER_LAYOUTS:
        return "variant-part"
    return "variant-part" if asked.get("cp") not in ("", ALL_PARTS) else None


def _dynamic(asked: Asked) -> Address | None:
    script, mod = asked.script, asked.get("mod").lower()
    if script not in SCRIPTS or (script in ("", "index.php") and not mod and not asked.get("fromuid")):
        return None
    if asked.get("inajax") == "1":
        return skip(asked, "ajax")
    reader = {
        ("forum.php", "viewthread"): _thread, ("viewthread.php", ""): _thread,
        ("forum.php", "forumdisplay"): _board, ("forumdisplay.php", ""): _board, ("forum.php", "group"): _board,
        ("portal.php", "view"): _article, ("portal.php", "list"): _category, ("portal.php", "topic"): _topic,
        ("forum.php", "rss"): _feed, ("portal.php", "rss"): _feed, ("rss.php", ""): _feed,
        ("forum.php", "attachment"): _attachment, ("attachment.php", ""): _attachment,
        ("portal.php", "attachment"): _attachment,
    }.get((script, mod))  # fmt: skip
    if reader is not None:
        return reader(asked)
    if script == "forum.php" and not mod and asked.number("gid"):
        key = make_key(asked.site, "category", asked.number("gid"))
        return Address(key=key, kind=UrlKind.LIST, url=url_without_noise(asked))
    return skip(asked, skip_rule(script, mod, asked.get("action").lower()))


def _thread(asked: Asked) -> Address:
    number = asked.number("tid")
    if not number:
        return skip(asked, "no-id")
    rule = _variant(asked)
    if rule is not None:
        return skip(asked, rule)
    action = asked.get("action").lower()
    if action not in ("", "printable"):
        return skip(asked, "action")
    view = View.PRINTABLE if action else View.ARCHIVER if asked.get("archiver") else View.MAIN
    drop = frozenset({"ordertype", "authorid", "fid", "typeid"})
    url = url_without_noise(asked, drop=drop)
    key = make_key(asked.site, "thread", number)
    return Address(
        key=f"{key}:{WHOLE}" if asked.get("cp") == ALL_PARTS else key,
        kind=UrlKind.DOCUMENT,
        page=1 if action else asked.page,
        view=view,
        url=url,
    )


def _board(asked: Asked) -> Address:
    number = asked.number("fid")
    if not number:
        return skip(asked, "no-id")
    if asked.get("action"):
        return skip(asked, "action")
    filters = ("filter", "orderby", "typeid", "sortid", "digest", "dateline", "specialtype", "rewardtype", "searchid")
    if any(asked.get(name) not in ("", "0") for name in filters):
        return skip(asked, "list-filter")
    key = make_key(asked.site, "forum", number)
    return Address(key=key, kind=UrlKind.LIST, page=asked.page, url=url_without_noise(asked))


def _article(asked: Asked) -> Address:
    number = asked.number("aid")
    if not number:
        return skip(asked, "no-id")
    key = make_key(asked.site, "article", number)
    return Address(key=key, kind=UrlKind.DOCUMENT, page=asked.page, url=url_without_noise(asked))


def _category(asked: Asked) -> Address:
    number = asked.number("catid")
    if not number:
        return skip(asked, "no-id")
    key = make_key(asked.site, "list", number)
    return Address(key=key, kind=UrlKind.LIST, page=asked.page, url=url_without_noise(asked))


def _topic(asked: Asked) -> Address:
    name = asked.get("topic") or asked.get("topicid")
    if not name:
        return skip(asked, "no-id")
    return Address(key=make_key(asked.site, "topic", name), kind=UrlKind.LIST, url=url_without_noise(asked))


def _feed(asked: Asked) -> Address:
    number = asked.number("fid") or asked.number("catid")
    kind = "portal-rss" if asked.script == "portal.php" else "rss"
    url = asked.parts.geturl()  # `auth=0` is part of the address that the site names
    return Address(key=make_key(asked.site, kind, number or "all"), kind=UrlKind.FEED, url=url)


def _attachment(asked: Asked) -> Address:
    key = attachment_key(asked.get("aid"))
    if key is None and asked.script == "portal.php" and asked.number("id"):
        key = f"portal-attachment:{asked.number('id')}"
    if key is None:
        return skip(asked, "no-id")
    return Address(key=f"discuz:{asked.site}:{key}", kind=UrlKind.ATTACHMENT, url=asked.parts.geturl())


def _archiver(asked: Asked) -> Address | None:
    """Read the light pages: `archiver/?tid-5.html&page=2`, `archiver/tid-5-page-2.html` and the index."""
    named = asked.script if asked.script not in ("", "index.php") else asked.parts.query.lower()
    # The page may follow in the name (Discuz 6, 7), as a second part of the query, or as a query of its own.
    found = re.match(r"(tid|fid)-(\d{1,10})(?:-page-(\d{1,7}))?(?:\.html?)?(?:[&?]page=(\d{1,7}))?", named)
    if found is None:
        if asked.script in ("", "index.php") and not asked.parts.query:
            key = f"discuz:{asked.site}:archiver"
            return Address(key=key, kind=UrlKind.LIST, view=View.ARCHIVER, url=asked.parts.geturl())
        return skip(asked, "archiver-other")
    page = int(found[3] or found[4] or 0) or asked.page
    is_thread = found[1] == "tid"
    return Address(
        key=make_key(asked.site, "thread" if is_thread else "forum", int(found[2])),
        kind=UrlKind.DOCUMENT if is_thread else UrlKind.LIST,
        page=min(max(page, 1), MAX_PAGE),
        view=View.ARCHIVER,
        url=asked.parts.geturl(),
    )
