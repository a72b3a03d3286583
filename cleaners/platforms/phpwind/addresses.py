"""What a URL of phpwind (6 to 9) leads to, told by its shape: one key for all the spellings of one thing.

No page is looked at here. `address` may be asked only for hosts that run phpwind; `is_decisive` says which shapes are
proof enough. Shapes: the software's own `read.php`, `thread.php`, `simple/`, its rewrite rules, and those of 9.x.
"""

from functools import lru_cache
from typing import Final

from cleaners.platforms.phpwind.asked import Asked, take_apart, url_of
from cleaners.platforms.platform import Address
from cleaners.reading import UrlKind, View
from cleaners.regex import regex

FAMILY: Final = "phpwind"
VARIANTS: Final = (
    ("uid", "variant-author"), ("authorid", "variant-author"), ("desc", "variant-order"), ("award", "variant-part"),
)  # fmt: skip
"""Parameters of a thread that show other floors of it, or in another order, than the thread has."""
FILTERS: Final = (
    "type", "search", "special", "modelid", "pcid", "actmid", "allactmid", "allpcid", "allmodelid", "orderway", "asc",
    "orderby", "tab", "digest",
)  # fmt: skip
"""Parameters of a board that show a part of it, or in another order."""
SKIPPED: Final = {
    "space": "u.php profile.php space.php mode.php",
    "action": "post.php mawhole.php masingle.php operate.php ajax.php pw_ajax.php message.php mawholecolony.php",
    "login": "login.php sendpwd.php",
    "register": "register.php reg.php",
    "search": "searcher.php search.php",
    "redirect": "link.php",
    "plugin": "apps.php hack.php slide.php",
    "misc": "faq.php sort.php member.php notice.php show.php push.php cms.php showpic.php ck.php",
}
"""Scripts of 6 to 8 that hold no thread and no board, by rule."""
_BY_SCRIPT: Final = {script: rule for rule, scripts in SKIPPED.items() for script in scripts.split()}
CONTROLLERS: Final = {
    ("bbs", "read"): "read", ("bbs", "thread"): "thread", ("bbs", "cate"): "thread", ("bbs", "attach"): "attach",
    ("bbs", "forum"): "home", ("bbs", "index"): "home", ("app", "index"): "simple",
}  # fmt: skip
"""What modules and controllers of 9.x (`index.php?m=bbs&c=read`) show; all others are members' business."""
# The file name's end says that no page is behind it; one bounded alternation at the end of the string.
ASSET: Final = regex(
    r"\.(?:css|js|gif|jpe?g|png|bmp|webp|ico|svg|swf|woff2?|ttf|mp[34]|wmv|avi|zip|rar|7z|docx?|xlsx?|pptx?|pdf|txt|apk)$"
)
UPLOADS: Final = "/attachment/"
_DECISIVE: Final = regex(
    r"/(?:read|thread)-htm-[tf]id-\d|/(?:read|thread)\.php\?[tf]id-\d"
    r"|/simple/(?:index\.php)?[?/]?[tf]\d{1,10}(?:_\d{1,7})?\.html"
    r"|/read\.php\?(?:[^#]{0,80}&(?:amp;)?)?tid=\d|/thread\.php\?(?:[^#]{0,80}&(?:amp;)?)?fid=\d"
)
"""Shapes that no other known software has; bounded gaps, each begins with a literal."""


@lru_cache(maxsize=8192)
def address(url: str) -> Address | None:
    """Say what a URL is, given that its host runs phpwind; None where the shape is not of this software."""
    asked = take_apart(url)
    return _of(asked) if asked is not None else None


def _of(asked: Asked) -> Address | None:
    if asked.script == "simple":
        return _simple(asked)
    if ASSET.search(asked.script):
        return _file(asked)
    if asked.view is View.MOBILE and asked.number("tid"):
        return _thread(asked)
    if asked.script in ("", "index.php", "cate.php"):
        return _index(asked)
    reader = {"read.php": _thread, "thread.php": _board, "rss.php": _feed, "job.php": _job}.get(asked.script)
    if reader is not None:
        return reader(asked)
    rule = _BY_SCRIPT.get(asked.script)
    return _skip(asked, rule) if rule else None


def is_decisive(url: str) -> bool:
    """Say whether the shape of a URL proves phpwind by itself; True = no other known software uses it."""
    return _DECISIVE.search(url) is not None


def make_key(site: str, kind: str, number: int | str) -> str:
    """Give the key of a thread or board of a site (`HOST` or `HOST/FOLDER`)."""
    return f"{FAMILY}:{site}:{kind}:{number}"


def site_of(url: str) -> str | None:
    """Give the part of the key that names the installation a URL lies in; None for what is no http(s) URL."""
    asked = take_apart(url)
    return asked.site if asked is not None else None


def _file(asked: Asked) -> Address:
    """Tell an uploaded file from the pictures and styles of the pages."""
    before, folder, file = asked.parts.path.partition(UPLOADS)
    if not folder:
        return _skip(asked, "asset")
    site = asked.site.removesuffix(asked.folder) + before
    return Address(key=f"{FAMILY}:{site}:file:{file}", kind=UrlKind.ATTACHMENT, url=asked.parts.geturl())


def _at(asked: Asked, key: str, kind: UrlKind, *, rule: str | None = None) -> Address:
    url = asked.parts.geturl()
    return Address(key=f"{FAMILY}:{asked.site}:{key}", kind=kind, view=asked.view, url=url, rule=rule)


def _skip(asked: Asked, rule: str) -> Address:
    return _at(asked, f"skip:{rule}", UrlKind.SKIP, rule=rule)


def _thread(asked: Asked) -> Address:
    number = asked.number("tid")
    if not number:
        return _skip(asked, "no-id")
    for name, rule in VARIANTS:
        if asked.get(name) not in ("", "0"):
            return _skip(asked, rule)
    if asked.get("ordertype") == "desc":
        return _skip(asked, "variant-order")
    if asked.get("page").lower() == "e":  # the last page, wherever that is
        return _skip(asked, "last-page")
    return Address(
        key=make_key(asked.site, "thread", number),
        kind=UrlKind.DOCUMENT,
        page=asked.page,
        view=asked.view,
        url=url_of(asked, drop=frozenset({"ordertype", "uid", "award"})),
    )


def _board(asked: Asked) -> Address:
    number = asked.number("fid")
    if not number:
        return _skip(asked, "no-id")
    if any(asked.get(name) not in ("", "0", "all") for name in FILTERS):
        return _skip(asked, "list-filter")
    key = make_key(asked.site, "forum", number)
    url = url_of(asked, drop=frozenset(FILTERS))
    return Address(key=key, kind=UrlKind.LIST, page=asked.page, view=asked.view, url=url)


def _feed(asked: Asked) -> Address:
    if asked.number("tid"):
        return _skip(asked, "thread-feed")
    return _at(asked, f"rss:{asked.number('fid') or 'all'}", UrlKind.FEED)


def _job(asked: Asked) -> Address:
    action = asked.get("action").lower()
    if action in ("download", "attachbuy") and asked.number("aid"):
        return _at(asked, f"attachment:{asked.number('aid')}", UrlKind.ATTACHMENT)
    return _skip(asked, "redirect" if action == "topost" else "action")


def _index(asked: Asked) -> Address | None:
    """Read the root and `index.php`: a category, a controller of 9.x, else the forum's home."""
    if asked.number("cateid"):
        key = make_key(asked.site, "category", asked.number("cateid"))
        return Address(key=key, kind=UrlKind.LIST, url=url_of(asked))
    module, controller = asked.get("m").lower(), asked.get("c").lower()
    if controller or module not in ("", "bbs", "area", "o"):
        return _controller(asked, CONTROLLERS.get((module or "bbs", controller)))
    if any(key not in ("m", "page", "logined") for key, _ in asked.query):
        return None
    # A crawl begins at the root before the software is known: one key either way, or the page is fetched twice.
    is_root = not asked.script and asked.parts.path == "/"
    key = f"url:{asked.parts.hostname}/" if is_root and asked.parts.port is None else f"{FAMILY}:{asked.site}:home"
    return Address(key=key, kind=UrlKind.HOME, url=asked.parts._replace(query="").geturl())


def _controller(asked: Asked, shows: str | None) -> Address:
    if shows == "read":
        return _thread(asked)
    if shows == "thread":
        return _board(asked)
    if shows == "attach" and asked.get("a") == "download" and asked.number("aid"):
        return _at(asked, f"attachment:{asked.number('aid')}", UrlKind.ATTACHMENT)
    if shows == "home" and not asked.get("a"):
        return _at(asked, "home", UrlKind.HOME)
    if shows == "simple" and asked.get("app") == "simple":
        kind, number = ("thread", asked.number("tid")) if asked.get("a") == "read" else ("forum", asked.number("fid"))
        return _twin(asked, kind, number) if number else _skip(asked, "no-id")
    return _skip(asked, "space" if asked.get("m") == "space" else "controller")


def _simple(asked: Asked) -> Address:
    for kind, name in (("thread", "tid"), ("forum", "fid")):
        if asked.number(name):
            return _twin(asked, kind, asked.number(name))
    return _at(asked, "simple", UrlKind.LIST)


def _twin(asked: Asked, kind: str, number: int) -> Address:
    return Address(
        key=make_key(asked.site, kind, number),
        kind=UrlKind.DOCUMENT if kind == "thread" else UrlKind.LIST,
        page=asked.page,
        view=View.ARCHIVER,
        url=asked.parts.geturl(),
    )
