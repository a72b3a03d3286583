"""What stands behind a label of a dump's head and is no such value: buttons, counters, a template's words, one's part.

`来源： 阅读9251次`, `作者：青禾 摄`, `来源：null`: told by the value alone. Labels: `article_facts`.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from cleaners.facts.labels import Pair, fact_of
from cleaners.facts.people import without_roles
from cleaners.regex import regex
from cleaners.rules.folding import folded
from cleaners.rules.frame.staff_labels import role_of
from cleaners.rules.head.day_forms import with_dashes
from cleaners.rules.head.head_chrome import is_site_end
from cleaners.rules.head.meta_lines import PATH
from cleaners.rules.head.odd_labels import is_unfilled
from cleaners.rules.head.paper_heads import is_office
from cleaners.rules.head.posted_names import credited_in
from cleaners.rules.head.site_tops import is_full_name

NAMED = frozenset({"作者", "来源", "编辑", "责任编辑", "文章作者"})
NO_NAMES = frozenset({"版权声明", "打印", "收藏", "分享", "字号", "字体", "我要评论", "评论", "投稿", "纠错"})
"""Buttons that stand behind a label whose name was left out."""
PLACES = ("作者单位",)
"""Labels that name no person."""
COUNTED = regex(
    r"(?:阅读|浏览|点击|访问|查看|人气|热度)(?:次数|人次|量|数|率)?\s?[:：]?\s?(?P<count>\d{1,8}(?:\.\d{1,2})?[KkWw万]?)\+?\s?[次人]?"
    r"|(?P<count2>\d{1,8}(?:\.\d{1,2})?[KkWw万]?)\+?\s?[次人]\s?(?:阅读|浏览|点击|访问|查看)"
)
"""`来源： 阅读9251次`: a counter behind a label whose name was left out; bounded."""
PART = regex(
    r"(?<=[一-鿿]{2})(?:\s{1,3}|\s?[/／]\s?|\s?[(（])"
    r"(?:摄影报道|图文报道|摄影|摄|文/图|图/文|文图|图文|文并图|供图|供稿|撰稿)\s?[)）]?\Z"
)
"""`作者：青禾 摄`: what somebody did, behind the name; `文` alone may be a name's second character. Bounded."""

REPORTED = regex(r"(?<=[一-鿿])\s{1,3}[一-鿿·]{1,4}(?:[\s、]{1,3}[一-鿿·]{1,4}){0,5}\s?(?:摄影报道|图文报道|摄)\Z")
"""`来源：某某日报 青禾 王 溪摄影报道`: who of the paper; bounded."""


def told_of(label: str, value: str) -> tuple[str, str] | None:
    """Give the label and value that a field states; None where it states nothing.

    A counter in a name's place is the views'; behind an author's name goes what somebody did.
    """
    value = CUT_OFF.sub("", value) if label in NAMED else value
    if label == "署名":
        return ("来源", value) if is_medium(value) else ("作者", value) if is_full_name(value) else None
    if not value or label in PLACES or (label in NAMED and value in NO_NAMES) or is_unfilled(value):
        return None
    if label in NAMED and not any(character.isalnum() for character in value):
        return None
    if label not in NAMED:
        return label, value
    counted = COUNTED.fullmatch(folded(value))
    if counted:
        return "浏览", counted["count"] or counted["count2"]
    value = without_roles(value) if label in AUTHORS else value
    part = PART if label in AUTHORS else REPORTED if folded(label) == "来源" else None
    return label, part.sub("", value) if part else value


_BUTTONS = (
    "大字|中字|小字|发帖|版权反馈|举报|分享|纠错|关注|我来说两句|我要投稿|投稿|下载本文|收藏本文|打印本文|手机版|电脑版|下载|收藏|打印|复制|阅读|QQ空间|微信|微博|QQ|新浪微博"
    "|朋友圈|投诉建议|意见反馈|我要评论|发表评论|加入收藏|复制链接|版权声明"
)
BUTTONS = frozenset(_BUTTONS.split("|"))
"""What stands as a button behind a value."""
BUTTON_END = regex(
    r"\s{1,4}(?:我有话说|我来说两句|我要(?:评论|纠错|留言|分享)|参与互动|(?:查看|阅读)?原文(?:链接)?|欢迎投稿|分享让更多人看到|手机(?:看新闻|阅读|版|查看)|扫码阅读|评论|跟帖|留言|网友评论)"
    r"\s?(?:[(（]\s?\d{0,6}\s?[人条]?(?:参与|评论)?\s?[)）]|\d{1,6}\s?[人条])?\Z"
)
"""`青禾 摄 我有话说`, `青禾 评论(0)`: buttons with their counters; bounded."""


def without_buttons(value: str) -> str:
    """Take the page's buttons off the end of a value: `某某网 收藏 分享`; the whole value where it is one."""
    while end := BUTTON_END.search(folded(value)) or SIZES_END.search(folded(value)):
        value = value[: end.start()]
    words = value.split(" ")
    while len(words) > 1 and (folded(words[-1]) in BUTTONS or BUTTON_WORD.fullmatch(folded(words[-1]))):
        words.pop()
    return " ".join(words)


BUTTON_WORD = regex(r"原文链接|(?:评论|跟帖|回复)\d{1,6}[条个]?|[上下]一[篇页条章]"
    r"|[大中小]?字[体号]|扫[码一](?:[一-鿿]{2,4})?|[【\[](?:打印|[大中小])[】\]]")
"""`上一篇`, `大字体`, `扫码带走`: buttons of which each site has others; no name is one of them."""
SIZES_END = regex(r"\s{1,3}[-–—+＋]?\s?(?:[大中小]|A)(?:\s{0,2}[-–—+＋]?\s?(?:[大中小]|A)){1,2}\s?[-+＋]?\s?\Z")
"""`某某网站 - 小 + 大`: the sizes of letters behind a value; bounded."""
CUT_OFF = regex(r"\s{0,2}[<＜](?:/?[A-Za-z]{1,8}>?)?\Z|&nbsp;?\Z")
"""`某某网<推荐访问:…`: where a tag's sign broke a value off; bounded."""
WEEKDAY = regex(r"[(（]?(?:星期|周|週)[一二三四五六日天][)）]?")
"""`2025-09-14 星期日`: no name."""


def credited(words: str) -> Iterator[Pair]:
    """Give author and editor of a line that says by bars who made a text; nothing of others."""
    spans = credited_in(folded(words))
    yield from (Pair(label=label, value=words[start:end], where="head") for label, start, end in spans)


def in_any_form(words: str, read: Callable[[str], Iterable[Pair]]) -> list[Pair]:
    """Read a line as printed, or with its days dashed where that tells more; values as printed either way."""
    found, dashed = list(read(words)), with_dashes(words)
    more = list(read(dashed)) if dashed != words else []
    places = [dashed.find(pair.value) for pair in more]
    if len(more) <= len(found) or -1 in places:
        return found
    return [
        Pair(label=pair.label, value=_printed(words, at, at + len(pair.value)), where=pair.where)
        for pair, at in zip(more, places, strict=True)
    ]


def _printed(words: str, start: int, end: int) -> str:
    """Give what is printed in a place, with the unit behind it that a blank stands for in the dashed form."""
    return words[start : end + (words[end : end + 1] in tuple("日分秒"))].strip()


def in_columns(pairs: Sequence[Pair], path: Sequence[str], glued: Sequence[str]) -> Iterator[Pair]:
    """Give pairs of a line without labels, with a name that is a step of the page's path as its column.

    `glued`: lines of paths whose marks may be lost.
    """
    for pair in pairs:
        is_name = pair.label == "作者" and not is_full_name(pair.value)
        step, _, name = pair.value.partition(" ")
        if is_name and name and name[0].isalnum() and step in path:
            yield replace(pair, label="栏目", value=step)
            yield replace(pair, value=name.strip())
            continue
        is_step = is_name and (pair.value in path or any(_is_in(pair.value, line) for line in glued))
        yield replace(pair, label="栏目") if is_step else pair


def _is_in(name: str, line: str) -> bool:
    return len(name) >= STEP_CHARS and name in line and PATH.fullmatch(folded(line)) is not None


STEP_CHARS = 4
"""Characters of a step in a path whose marks were lost."""
AUTHORS = ("作者", "文章作者")


def owns(found: Mapping[str, str | None], name: str) -> bool:
    """Say whether a name in an author's place is an office, and so the source of a line that names no other."""
    return not found.get("source") and is_office(name)


def plain_role(label: str) -> str:
    """Give a label of staff as one that states a fact: `值班编辑` as `编辑`; others as they are."""
    return label if fact_of(label) else role_of(label)


def is_medium(name: str) -> bool:
    """Say whether a name beside a date is a paper's, a station's or an application's, and so the source."""
    return is_site_end(name) or MEDIUM.fullmatch(folded(name)) is not None


def is_handle(name: str) -> bool:
    """Say whether a name is what a member calls himself on a board: Latin letters, a small one first, no host."""
    return HANDLE.fullmatch(name) is not None


HANDLE = regex(r"[a-z][A-Za-z\d_-]{2,19}")
MEDIUM = regex(
    r"[一-鿿A-Za-z0-9]{2,10}(?:新闻|融媒体?|融媒体中心|传媒|广电|电视|卫视|资讯|通讯社|青年报|壹点|客户端|公众号|TV)"
    r"|(?:今日|云上|掌上|大美|齐点|映象|无线)[一-鿿]{2}"
)
"""`某某新闻`, `今日某县`, `云上某地`: what media and applications of counties are called; bounded."""
