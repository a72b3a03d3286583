"""Which line of a head is the title, and the path that ends with it. What each line is: `head_lines`."""

from collections.abc import Sequence
from itertools import pairwise

from cleaners.regex import regex
from cleaners.rules.folding import folded
from cleaners.rules.head.head_lines import HeadLine
from cleaners.rules.head.meta_lines import HOMES
from cleaners.rules.head.opener_lines import GENERIC, is_column
from cleaners.rules.head.own_dates import OFFICE
from cleaners.rules.lines import ENUMERATOR, bare
from cleaners.rules.title.openings import DATELINE, YEAR_CLAUSE
from cleaners.rules.title.title_forms import GENRE_LAST, is_same_title, without_claims
from cleaners.rules.title.torn_titles import are_torn

STRANGERS = 4
STRANGER_CHARS = 12
"""Longer lines that are no title are text; shorter ones above a title are buttons and menus, three at most."""
BULLET = regex(
    r"\A(?:(?:[•·●▪]|#{1,6})\s{1,4}|(?:您?正在(?:阅读|閱讀|浏览|瀏覽|查看)|(?:文章|原)?(?:标|標)[ \u3000]{0,4}(?:题|題)"
    r"|[题书][ \u3000]{0,4}名|(?:书籍|图书|作品)名称|(?:征集|徵集|调查|調查|问卷|問卷)(?:主题|主題))\s?[:：]\s{0,3})"
)
"""A list's dot before a title, Markdown's mark of a heading, or the label of either, which dumps print; bounded."""
ITEM = regex(r"(?:篇\s?[一1]|第\s?[一1]\s?篇)\s?[:：]")
"""The heading of a compilation's first item, which is no page's title."""
SITE_TITLE = regex(r".{2,16}(?:门户网|政府网|信息网|新闻网|官网|网站)站?")
"""A site's name that stands where a title would; bounded."""
BROKEN_OFF = ("关于", "关于印发", "关于转发", "关於", "關於", "關於印發", "關于", "關于印發")
"""How the first line of an order's title ends that goes on below."""
CAPTION = regex(
    r"(?:[一-鿿]{0,4}(?:现场|照片|图片|剪影|掠影|留影)|合影(?:留念)?|大合影|集体合影|图为[^。]{2,20}|背景图|封面图?|配图|图片新闻"
    r"|图[一二三四五\d])"
)
"""`会议现场` above a piece of news: what stood under a picture is no title; bounded."""
PICTURED = regex(r"[一-鿿]{4,20}(?:现场|合影|剪影|掠影)(?:照片?)?")
"""`某会总结会现场` beside a line that is no caption; alone above a text it is its title. Bounded."""
REPORTER = regex(
    r"[□■◎●▲○\s]{0,3}(?:(?:本[网網报報站台]|[一-鿿]{2,6}[网網报報])[讯訊][\s,，]{0,3}[（(]?\s?)?"
    r"(?:本报|本報|见习|特约|首席|文/)?\s?(?:记者|記者|通讯员|通訊員)(?:[\s:：/]|[一-鿿·]{2,9}(?:摄影报道|攝影報道|图文报道|报道|報道|摄|攝)\Z)"
)
"""`□记者 某某 通讯员 某某`: who wrote a piece of news, which is no title."""
ORDER_END = regex(
    r"的(?:通知|意见|決定|决定|通告|公告|批复|函|报告|報告|請示|请示|意見|方案)(?:[（(].{1,12}[)）])?\Z"
)
"""How the title of an order ends whose office stands on the line above; bounded."""


def title_in(head: Sequence[HeadLine]) -> str | None:
    """Give the title among the lines of a head: one that stands there again, else the first that names no column.

    Lines below an enumerator, or below running text, are headings of the text.
    """
    found: list[str] = []
    strangers = 0
    for one in head:
        if one.kind == "title" and not ITEM.match(one.words) and not _is_of_news(one.words):
            found.append(without_claims(BULLET.sub("", one.words)))
        elif one.kind == "other":
            strangers += 1
            if strangers >= STRANGERS or len(one.words) > STRANGER_CHARS or _begins_text(one.words):
                break
    found = [one for one in found if not any(home_path(one, other) for other in found)]
    found = [one for one in found if not SITE_TITLE.fullmatch(folded(one))] or found
    found = [one for n, one in enumerate(found) if not _heads_next(one, found[n + 1 : n + 2])]
    found = [one for one in found if not PICTURED.fullmatch(folded(one))] or found
    found = [HOME_BEFORE.sub("", one) for one in found]
    found = [one for one in (*_issued(found), *found) if one[-1:] not in UNENDED]
    again = [title for title in found if sum(is_same_title(title, other) for other in found) > 1]
    named = [title for title in found if folded(title) not in GENERIC and not is_column(title)]
    return next(iter([*again, *named, *found]), None)


UNENDED = ("于", "於")
"""What a line ends with whose sentence goes on below: `《青禾校报》创刊于` above the year."""


def _begins_text(words: str) -> bool:
    """Say whether a line that is no title is the text's first: a numbered one, or a clause such as `目前，…`."""
    return bool(ENUMERATOR.match(words) or YEAR_CLAUSE.match(words))


def _is_of_news(words: str) -> bool:
    """Say whether a line is no title but another part of a piece of news: reporters, a caption, a dateline."""
    is_caption = CAPTION.fullmatch(folded(words).strip("()（）")) is not None
    return is_caption or bool(REPORTER.match(words) or DATELINE.fullmatch(words))


HOME_BEFORE = regex(r"\A(?:网站)?[首主][页頁][ \u3000]{1,4}(?=[^\s]{4,40}\Z)")
"""`首頁 T` above the text: the link to the home page before the only name."""


def _heads_next(name: str, below: Sequence[str]) -> bool:
    """Say whether a name is an office's with which the title right below begins: whose page it is."""
    return bool(below) and below[0] != name and below[0].startswith(name) and bool(OFFICE.fullmatch(folded(name)))


def _issued(titles: Sequence[str]) -> list[str]:
    """Give the title that an office's line and `关于…的通知` below it make; empty where none stand so."""
    for n, (above, below) in enumerate(pairwise(titles[:4])):
        if below.startswith(("关于", "關於", "關于")) and ORDER_END.search(below) and OFFICE.fullmatch(folded(above)):
            return [above + below]
        is_torn = _is_wrapped(above, below) or are_torn(above, below)
        if (above.endswith(BROKEN_OFF) and ORDER_END.search(below)) or is_torn:
            return [above + below]
        if _is_broken_order(above, below):
            office = titles[n - 1] if n and above.startswith(OPENED) and OFFICE.fullmatch(folded(titles[n - 1])) else ""
            return [office + above + below]
    return []


def _is_broken_order(above: str, below: str) -> bool:
    """Say whether an order's title stands on two lines: `某局关于学习宣传和` above `贯彻实施某办法的通知`."""
    if not any(word in above for word in ABOUT) or any(word in below for word in ABOUT):
        return False
    is_whole = ORDER_END.search(above) or GENRE_LAST.search(above)
    return not is_whole and len(above) <= BROKEN_CHARS and ORDER_END.search(below) is not None


ABOUT, BROKEN_CHARS = ("关于", "關於", "關于"), 40


def _is_wrapped(above: str, below: str) -> bool:
    """Say whether a title stands on two lines: `关于某某工作的` above `调研报告`, `在某某会议` above `上的讲话`."""
    if not above.startswith(OPENED) or GENRE_LAST.search(above) or not GENRE_LAST.search(below):
        return False
    is_spoken = above.startswith("在") and not SPOKEN.search(above) and SPOKEN.search(below) is not None
    return is_spoken or (above.endswith("的") and len(below) <= WRAPPED_CHARS)


OPENED = ("关于", "關於", "關于", "在")
"""How a title begins that a page may have broken: alone such a line is no whole title unless a kind of text ends it."""
SPOKEN = regex(r"[上中](?:的|所作的)?(?:讲话|发言|致辞|致词|主持词|总结讲话|講話|發言|致辭|汇报|报告|匯報|報告)")
"""`会议上的讲话`: what a title beginning with 在 ends with."""
WRAPPED_CHARS = 16
"""Characters of the rest of a title below a line that ends with 的."""


def home_path(words: str, title: str | None) -> tuple[str, ...]:
    """Give the steps of a path set apart by blanks that ends with the title: `首页 理论教育 T`; empty for others."""
    parts = words.split()
    if not title or len(words) > 160 or not parts or parts[0] not in HOMES or len(parts) > 12:
        return ()
    for n in range(1, len(parts)):
        if bare("".join(parts[n:])) == bare(title):
            return tuple(parts[:n])
    return ()
