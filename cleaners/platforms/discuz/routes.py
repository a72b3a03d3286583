"""Data of `addresses`: the scripts of the software, its rewrite rules, and what is never followed, by rule."""

import re
from dataclasses import dataclass
from typing import Final

from cleaners.reading import UrlKind
from cleaners.regex import regex


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    """One rewrite rule: the file name it makes, and what that leads to."""

    shape: re.Pattern[str]
    """With groups `id` and `page` where it leads somewhere; every part bounded, split by literals: cannot backtrack."""
    kind: str = ""
    leads_to: UrlKind = UrlKind.SKIP
    rule: str | None = None


REWRITTEN: Final = (
    Route(
        shape=regex(r"thread-(?P<id>\d{1,10})-(?P<page>\d{1,7})-\d{1,7}\.html?"),
        kind="thread",
        leads_to=UrlKind.DOCUMENT,
    ),
    Route(
        shape=regex(r"(?:forum|group)-(?P<id>\d{1,10})-(?P<page>\d{1,7})\.html?"),
        kind="forum",
        leads_to=UrlKind.LIST,
    ),
    Route(
        shape=regex(r"article-(?P<id>\d{1,10})(?:-(?P<page>\d{1,7}))?\.html?"),
        kind="article",
        leads_to=UrlKind.DOCUMENT,
    ),
    Route(shape=regex(r"list-(?P<id>\d{1,10})(?:-(?P<page>\d{1,7}))?\.html?"), kind="list", leads_to=UrlKind.LIST),
    Route(shape=regex(r"(?:space|profile)-(?:uid-|username-)?[^/]{1,300}\.html?"), rule="space"),
    Route(shape=regex(r"blog-\d{1,10}-\d{1,10}\.html?"), rule="space"),
    Route(shape=regex(r"(?:tag|topic)-[^/]{1,300}\.html?"), rule="misc"),
    Route(shape=regex(r"redirect-[^/]{1,200}\.html?"), rule="redirect-goto"),
)

SCRIPTS: Final = frozenset(
    {
        "forum.php", "portal.php", "home.php", "member.php", "misc.php", "group.php", "search.php", "plugin.php",
        "admin.php", "api.php", "connect.php", "userapp.php", "cp.php", "index.php", "",
        # Discuz 6 and 7
        "viewthread.php", "forumdisplay.php", "redirect.php", "space.php", "profile.php", "viewpro.php", "post.php",
        "topicadmin.php", "logging.php", "register.php", "attachment.php", "rss.php", "tag.php", "my.php", "pm.php",
        "memcp.php", "modcp.php", "eccredit.php", "stats.php", "faq.php", "digest.php", "member_list.php", "ajax.php",
        "seccode.php", "invite.php", "magic.php", "medal.php", "task.php", "announcement.php", "leftmenu.php",
        "frame.php", "video.php", "campaign.php", "relatethread.php", "sitemap.php", "trade.php", "pay.php", "wap.php",
        "forumnav.php", "topic.php", "advertise.php",
    }
)  # fmt: skip

# The file name's end says that no page is behind it; one bounded alternation at the end of the string.
ASSET: Final = regex(
    r"\.(?:css|js|gif|jpe?g|png|bmp|webp|ico|svg|swf|woff2?|ttf|mp[34]|wmv|avi|zip|rar|7z|docx?|xlsx?|pptx?|pdf|txt|apk)$"
)

_RULES_BY_MOD: Final = {
    "space": "space follow",
    "action": "spacecp post topicadmin modcp portalcp report invite buyinvitecode",
    "redirect-goto": "redirect",
    "login": "logging lostpasswd getpasswd",
    "register": "register activate",
    "search": "search",
    "ajax": "ajax editor swfupload upload relatekw relatethread clickread initsys patch diyhelp",
    "captcha": "seccode secqaa",
    "guide": "guide",
    "collection": "collection",
    "portal-comment": "comment",
    "asset": "image",
    "no-id": "viewthread forumdisplay group",
    "misc": "misc announcement medal magic task trade tradelog faq ranklist tag stat mobile index",
}
_RULES_BY_SCRIPT: Final = {
    "search": "search.php",
    "plugin": "plugin.php userapp.php",
    "admin": "admin.php",
    "login": "connect.php logging.php",
    "register": "register.php",
    "space": "home.php space.php profile.php viewpro.php memcp.php pm.php my.php",
    "action": "cp.php post.php topicadmin.php modcp.php pay.php invite.php",
    "group": "group.php",
    "portal-other": "portal.php",
    "forum-other": "forum.php",
    "home-other": "index.php",
    "redirect-goto": "redirect.php",
    "ajax": "api.php ajax.php relatethread.php",
    "captcha": "seccode.php",
    "list-filter": "digest.php",
    "mobile": "wap.php",
}
_BY_MOD: Final = {mod: rule for rule, mods in _RULES_BY_MOD.items() for mod in mods.split()}
_BY_SCRIPT: Final = {script: rule for rule, scripts in _RULES_BY_SCRIPT.items() for script in scripts.split()}


def skip_rule(script: str, mod: str, action: str) -> str:
    """Name the rule by which a script's page is not followed."""
    if script == "forum.php" and mod == "misc" and action:
        return "action"
    if script == "member.php" and mod not in _BY_MOD:
        return "login"
    return _BY_MOD.get(mod) or _BY_SCRIPT.get(script, "misc")


# Targets that need no taking apart: nine of ten links of a page. Every branch is a literal or one bounded class.
_QUICK: Final = regex(
    r"(?P<space>space-uid-|space-username-|mod=space(?![a-z])|mod=follow(?![a-z]))"
    r"|(?P<action>mod=spacecp|mod=post(?![a-z])|mod=topicadmin|mod=misc&(?:amp;)?action=|mod=report)"
    r"|(?P<redirect_goto>mod=redirect(?![a-z]))"
    r"|(?P<search>search\.php)"
    r"|(?P<register>member\.php\?mod=register)"
    r"|(?P<login>member\.php)"
    r"|(?P<misc>misc\.php)"
    r"|(?P<variant_authorid>[?&;]authorid=[1-9])"
    r"|(?P<variant_order>[?&;]ordertype=1)"
    r"|(?P<list_filter>mod=forumdisplay[^#]{0,60}[?&;](?:filter|orderby)=[a-z])"
    r"|(?P<plugin>plugin\.php)"
    r"|(?P<mobile>[?&;](?:show)?mobile=)"
)
_NO_PAGE: Final = ("javascript:", "#", "mailto:", "tel:", "data:", "ftp:", "thunder:", "magnet:", "ed2k:")


def quick_rule(href: str) -> str | None:
    """Name the rule by which a target is not followed, by a look at its letters; "" = it leads to no page.

    None = it must be taken apart. What is named here `address` would skip too, for hosts that run this software.
    """
    if not href or href.startswith(_NO_PAGE):
        return ""
    found = _QUICK.search(href)
    if found is None or found.lastgroup is None:
        return None
    return found.lastgroup.replace("_", "-")
