"""The marks of posts on a page: dates, authors, floor numbers, and the names that say what a box is for.

Nothing is grouped or chosen here: `floors` finds the blocks that bear such marks, `posts` what each of them says.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from lxml.html import HtmlElement

from cleaners.platforms.generic.places import Places
from cleaners.regex import regex

DATE = regex(
    r"(?<!\d)(?:19|20)\d{2}(?P<mark>[-/.年])\s{0,2}\d{1,2}(?:(?P=mark)|月)\s{0,2}\d{1,2}(?!\d)"
    r"日?(?:[\sT,，]{0,3}(?:(?:上|下)午\s?)?\d{1,2}[:：]\d{2}(?:[:：]\d{2})?)?(?:\s?[AaPp][Mm]\b)?"
    r"|(?<![\d.])(?:\d{1,4}|半)\s{0,3}(?:秒钟?|分钟|分鐘|小时|小時|个小时|天|周|个?月|年)前"
    r"|(?:今天|昨天|前天)\s{0,3}\d{1,2}[:：]\d{2}(?:[:：]\d{2})?|刚刚|剛剛"
    r"|(?<![\d./:-])(?:[01]?\d[-/][0-3]?\d|[01]?\d月[0-3]?\d日)\s{1,3}\d{1,2}[:：]\d{2}(?!\d)"
    r"|(?<![\d./:-])(?:[01]?\d月[0-3]?\d日|[01]\d-[0-3]\d)(?![\d./:-])"
    r"|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?\s\d{1,2}(?:st|nd|rd|th)?,?\s(?:19|20)\d{2}"
    r"(?:[,\s]{1,3}(?:at\s)?\d{1,2}:\d{2}(?:\s?[AaPp][Mm])?)?"
    r"|\d{1,4}\s(?:second|minute|hour|day|week|month|year)s?\sago",
)
"""A date as posts print it. Every branch is bounded and its classes are disjoint: it cannot backtrack far."""
NO_POST_DATE = regex(
    r"注册|註冊|加入|[Jj]oined|[Rr]egistered|登录|登陆|在线|最后(?:由|回复)|最後|编辑|編輯|修改|更新"
    r"|[Ee]dited|[Mm]odified|Last|采纳"
)
"""Beside a date: it says when somebody joined, edited or answered last, not when the post was written."""
DATE_CHARS = 80
"""Characters of a piece of text in which a date is a mark; in longer ones it is prose."""
FLOOR = regex(r"(?:[#＃]\s?(\d{1,6})\s?[楼樓]?|第?\s?(\d{1,6})\s?(?:[楼樓层層#＃]|F\b))|(楼主|沙发|板凳|地板)")
OPENER = regex(r"[(（\[]?(?:楼主|樓主|题主|贴主)[)）\]]?")
"""What software prints beside the name of whoever opened the thread."""
FLOOR_NAMES = {"楼主": 1, "沙发": 2, "板凳": 3, "地板": 4}
FLOOR_CHARS = 8
USER_HREF = regex(
    r"(?:^|/)(?:u|user|users|member|members|people|profile|profiles|author|space|account|home/main|i/i)[/.?_-]"
    r"|(?:^|[?&;/_-])(?:uid|userid|user_id|username|un)[=/-]|mod=space|memberlist\.php|mode=viewprofile|action=profile"
    r"|showuser=|/@[\w.-]{1,40}$|~\w{1,40}/?$",
    re.IGNORECASE,
)
"""A link to a person's own page, by the routes of forum software. Bounded."""
USER_KEYS = ("uname", "uid", "data-username", "data-uid", "data-user-id", "data-userid")
"""Attributes of links and names that scripts read somebody's number or name from."""
NOT_A_NAME = regex(
    r"[，。；！？,;!?：:]|^@|^[#＃]?\d{1,6}[楼樓]?$"
    r"|^(?:楼主|管理员|版主|作者|注册|登录|登陆|退出|更多|回复|举报|关注|私信|匿名|立即注册|Find)$"
)
"""What stands where names do and is none."""
NAME_CHARS = 30
CLOCKS = frozenset({"time", "abbr", "relative-time"})
CLOCK = "timeago"
"""A word in the class of elements that a script fills with a time."""
EXACT = ("datetime", "title", "data-time", "content")
EXACT_SHAPE = regex(r"(?:19|20)\d{2}[-/年]\d{1,2}[-/月]\d{1,2}")
AUTHORS = frozenset(
    {
        "author", "username", "nickname", "nick", "uname", "user", "poster", "replyer", "userlink", "member", "creator",
        "postuser", "authorname", "displayname", "louzhu",
    }
)  # fmt: skip
"""Words in a name by which a box holds somebody's name."""
LONE_NAME = "name"
"""A `class` of just this word holds a name too; in others (`product-name`) it may be anybody's."""
META = AUTHORS | frozenset(
    {
        "userinfo", "avatar", "avator", "profile", "postprofile", "info", "meta", "metadata", "date", "time",
        "timestamp", "timeago", "action", "actions", "tool", "tools", "toolbar", "btn", "btns", "button", "buttons",
        "opt", "opts", "operate", "operation", "operations", "operator", "control", "controls", "ctrl", "vote", "votes",
        "voting", "like", "likes", "liked", "zan", "praise", "agree", "share", "sign", "sig", "signature", "badge",
        "badges", "rank", "level", "slogan", "score", "reward", "floor", "foot", "footer", "menu", "nav", "ad", "ads",
        "advert", "accuse", "evaluate", "permalink", "count", "counts", "stat", "stats", "statistics", "supporter",
        "supporters", "gravatar", "side", "mask", "edit", "edited", "editor", "lastedit", "notice", "tip", "tips",
        "tags", "taglist", "reactions", "attribution", "pstatus", "toggle", "dropdown", "tail", "tailinfo",
        "replytools", "jubao", "copyright", "breadcrumb", "pagination", "pager", "icons", "follow", "recommend",
        "related", "postnum", "number", "admin", "moderation", "header", "head", "keyinfo", "lzl",
        "rules", "announcement", "pubtime", "pubdate", "postdate",
    }
)  # fmt: skip
"""Words in a name by which a box beside or in a post is none of its text."""
TEXTS = frozenset(
    {
        "content", "contents", "body", "text", "message", "markdown", "cooked", "richtext", "inner", "detail",
        "description", "postbody", "wrapper", "container", "wrap", "main",
    }
)  # fmt: skip
"""Last words of a name by which a box holds text, whatever its other words are (`user-content`)."""
BODIES = frozenset(
    {
        "content", "contents", "body", "text", "message", "markdown", "cooked", "richtext", "postbody", "description",
    }
)  # fmt: skip
"""Those of them by which a box is a post's text and no more."""
WORD = regex(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
"""A word of a name: `AuthorInfo-head` has three. One class a branch: linear."""
MARKS = 6_000
"""Marks from which the rest of a page is not looked at: no page shows 2,000 posts."""


@dataclass(slots=True)
class Marks:
    """Where the marks of posts stand, in the order of the page."""

    dates: dict[HtmlElement, str] = field(default_factory=dict)
    """The words round each date."""
    authors: dict[HtmlElement, str] = field(default_factory=dict)
    """The innermost elements that hold somebody's name, and the name."""
    floors: dict[HtmlElement, int] = field(default_factory=dict)
    openers: list[HtmlElement] = field(default_factory=list)
    """Where a name is marked as that of whoever opened the thread."""


@lru_cache(maxsize=4096)
def words_of(name: str) -> tuple[str, ...]:
    """Give the words of one name in small letters."""
    return tuple(word.lower() for word in WORD.findall(name))


@lru_cache(maxsize=4096)
def is_meta_name(names: str) -> bool:
    """Say whether a `class` or an `id` is that of a box beside a text: none of its names ends as texts do."""
    found = [words for name in names.split() if (words := words_of(name))]
    if any(words[-1] in TEXTS for words in found):
        return False
    return any(word in META for words in found for word in words)


@lru_cache(maxsize=4096)
def ends_as_meta(name: str) -> bool:
    """Say whether one name ends in a word for what is beside a text (`post_author`); posts may be called floors."""
    words = words_of(name)
    return bool(words) and words[-1] in META and words[-1] != "floor"


@lru_cache(maxsize=4096)
def is_body_name(names: str) -> bool:
    """Say whether the value of a `class` or an `id` is that of a box that holds a text."""
    return any(words[-1] in BODIES for name in names.split() if (words := words_of(name)))


@lru_cache(maxsize=4096)
def is_plain_body_name(names: str) -> bool:
    """Say the same of a box whose name speaks of nothing beside a text: no `share-content`."""
    return is_body_name(names) and not any(word in META for name in names.split() for word in words_of(name))


@lru_cache(maxsize=4096)
def is_author_name(names: str) -> bool:
    """Say whether the value of a `class` is that of a box that holds somebody's name."""
    found = [words for name in names.split() if (words := words_of(name))]
    if any(words[-1] in TEXTS for words in found):
        return False
    return names.strip().lower() == LONE_NAME or any(word in AUTHORS for words in found for word in words)


def marks_of(root: HtmlElement, places: Places) -> Marks:
    """Look at every element that shows something, once."""
    marks = Marks()
    for node in root.iter():
        if node not in places.spans:
            continue
        for piece in _pieces(node):
            if len(piece) <= DATE_CHARS:
                _note(marks, node, piece.strip())
        if (node.tag in CLOCKS or CLOCK in (node.get("class") or "")) and (stated := exact_of(node)):
            marks.dates.setdefault(node, " ".join(node.text_content().split()) or stated)
        if 0 < places.size(node) <= NAME_CHARS and is_author(node):
            _note_author(marks, node)
        if len(marks.dates) + len(marks.authors) > MARKS:
            break
    return marks


def _pieces(node: HtmlElement) -> Iterator[str]:
    """Give the pieces of text that are an element's own."""
    if node.text and not node.text.isspace():
        yield node.text
    for child in node:
        if child.tail and not child.tail.isspace():
            yield child.tail


def _note(marks: Marks, node: HtmlElement, piece: str) -> None:
    if len(piece) <= FLOOR_CHARS and OPENER.fullmatch(piece):
        marks.openers.append(node)
    if DATE.search(piece):
        marks.dates.setdefault(node, piece)
    elif len(piece) <= FLOOR_CHARS and (found := FLOOR.fullmatch(piece)):
        number = found[1] or found[2]
        marks.floors.setdefault(node, int(number) if number else FLOOR_NAMES[found[3]])


def exact_of(node: HtmlElement) -> str | None:
    """Give the exact date that an element bears beside its words; None without one."""
    return next((value for name in EXACT if (value := node.get(name)) and EXACT_SHAPE.search(value)), None)


def is_author(node: HtmlElement) -> bool:
    """Say whether an element is marked as somebody's name, by its name, its `itemprop` or where it leads."""
    names = node.get("class")
    if (names and is_author_name(names)) or node.get("itemprop") == "author" or node.get("rel") == "author":
        return True
    if node.tag not in ("a", "span"):
        return False
    return any(node.get(name) for name in USER_KEYS) or bool(USER_HREF.search(node.get("href") or ""))


def _note_author(marks: Marks, node: HtmlElement) -> None:
    name = " ".join(node.text_content().split()).rstrip(":： ")
    if not name or NOT_A_NAME.search(name) or DATE.search(name):
        return
    for above, _ in zip(node.iterancestors(), range(4), strict=False):
        marks.authors.pop(above, None)  # the innermost element holds the name alone
    marks.authors[node] = name
