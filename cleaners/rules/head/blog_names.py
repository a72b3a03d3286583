"""Who wrote a post, by what blogs and accounts print beside the name above a text: a button to follow, `@`, votes.

Given by their places among the filled lines of a head; kinds: `head_settling`; facts: `dump.blog_facts`.
"""

from collections.abc import Sequence

from cleaners.regex import regex
from cleaners.rules.folding import folded
from cleaners.rules.head.meta_lines import DAY
from cleaners.rules.head.posted_names import PLACED
from cleaners.rules.head.posted_names import TWICE as TWICE_NAMED
from cleaners.rules.head.site_tops import TEXT_HAN, is_full_name
from cleaners.rules.lines import HAN, Line, is_sentence
from cleaners.rules.title.openings import SALUTATION
from cleaners.rules.title.title_forms import GENRE_LAST

FOLLOW = regex(r"[+＋]?\s?(?:已?关注(?:[他她]|TA|作者)?|加关注)")
"""The button right below an account's name; whole line, folded."""
VOTED = regex(r"\d{1,7}(?:,\d{3})?\s?人(?:也)?(?:赞同|喜欢|收藏)了该(?:回答|文章|内容)")
"""`125 人赞同了该回答` below name and trade of who wrote an answer."""
AT = regex(r"@\s?[^\s@。，；：:,;!！?？#]{2,16}")
"""`@某某之声`: an account alone below a title."""
NICK = regex(r"[^。，；：:,;!！?？、《》【】\[\]|｜/>›»#@+]{2,16}")
"""What may be an account's name."""
TRADE_LINES = 3
"""Filled lines from a name that stands twice to the votes: the trade between them."""


def named_lines(lines: Sequence[Line], kinds: Sequence[str]) -> tuple[tuple[int, str], ...]:
    """Give the places of names in a head, each with `作者` or `来源`, and of a trade beside one with ""."""
    found: dict[int, str] = {}
    for n in range(1, len(kinds)):
        words = lines[n].words
        if kinds[n] not in ("title", "other", "loose", "byline") or len(words) > NICK_CHARS:
            continue
        below = lines[n + 1].words if n + 1 < len(lines) else ""
        if AT.fullmatch(words) and kinds[n - 1] == "title":
            found[n] = "来源"
        elif _is_nick(words) and (
            FOLLOW.fullmatch(folded(below)) or _is_marked(lines, kinds, n) or _is_poster(lines, kinds, n)
        ):
            found[n] = "作者"
        elif _is_account(lines, kinds, n) or _is_twice(words, below, kinds[n - 1]) or _is_office(lines, kinds, n):
            found[n] = "来源"
        elif words == below and _is_nick(words):
            found |= _voted(lines, n)
        elif _is_under_doubled(lines, kinds, n):
            found[n] = "作者"
    return tuple(found.items()) if any(kinds[n] == "title" and n not in found for n in range(len(kinds))) else ()


NICK_CHARS = 20


def _is_marked(lines: Sequence[Line], kinds: Sequence[str], n: int) -> bool:
    """Say whether right above a name stands the button of a post's kind, and below it a line that is the page's."""
    is_original = kinds[n - 1] == "button" and lines[n - 1].words in ORIGINAL
    return is_original and kinds[n + 1 : n + 2] in (["field"], ["byline"], ["button"])


def _is_poster(lines: Sequence[Line], kinds: Sequence[str], n: int) -> bool:
    """Say whether a name stands between a thread's title and its time, below which is the link to its own posts."""
    if kinds[n - 1] != "title" or kinds[n + 1 : n + 2] not in DATED or not CLOCK.search(lines[n + 1].words):
        return False
    return any(line.words in OWN_POSTS for line in lines[n + 2 : n + 3])


OWN_POSTS = ("只看楼主", "只看该作者", "只看TA", "只看樓主", "只看該作者")
"""What only boards print beside the time."""
ORIGINAL = ("原创", "转载", "翻译", "原創", "轉載")
"""The button between a title and the name of who wrote it."""


def _is_account(lines: Sequence[Line], kinds: Sequence[str], n: int) -> bool:
    """Say whether an account's name stands between a title and the page's time of day, or between that and the text."""
    if not ACCOUNT.fullmatch(folded(lines[n].words)):
        return False
    above, below = lines[n - 1].words, lines[n + 1].words if n + 1 < len(lines) else ""
    if kinds[n - 1] == "title" and kinds[n + 1 : n + 2] in DATED:
        return CLOCK.search(below) is not None
    is_under = kinds[n - 1 : n] in DATED and kinds[max(0, n - 2) : n - 1] == ["title"] and CLOCK.search(above)
    return bool(is_under) and _is_running(below)


def _is_twice(words: str, below: str, above: str) -> bool:
    """Say whether an account's name and the words of its picture stand in one line between a title and the day."""
    twice = TWICE_NAMED.fullmatch(words) if above in ("title", "button") else None
    return twice is not None and bool(DAY.fullmatch(below) or PLACED.fullmatch(folded(below)))


def _is_office(lines: Sequence[Line], kinds: Sequence[str], n: int) -> bool:
    """Say whether an office stands alone between a title and the page's tools or table; above a date it may sign."""
    if kinds[n - 1] != "title" or kinds[n + 1 : n + 2] not in (["button"], ["table"]):
        return False
    return len(lines[n - 1].words) >= TITLE_CHARS and OFFICE.fullmatch(folded(lines[n].words)) is not None


TITLE_CHARS = 10
"""Characters of a title; above news that ends like an office (`召开工作推进会`) stands a column."""
OFFICE = regex(
    r"(?!.{0,16}(?:召开|举行|举办|开展|组织|关于|全国))[一-鿿]{2,18}(?:政府|政府办公室|委办公室|局办公室|委员会|管委会|[一-鿿]局|[一-鿿]厅|指挥部|法院|检察院)"
)
"""An office alone on its line; bounded."""


def _is_running(words: str) -> bool:
    return len(HAN.findall(words)) >= TEXT_HAN and is_sentence(words) and not SALUTATION.fullmatch(words)


DATED = (["field"], ["byline"], ["loose"])
"""Kinds of the line with the day."""


ACCOUNT = regex(
    r"[^\s。，；：:,;、!！?？《》“”]{1,8}(?:发布|组工|政务|融媒|之声|党建|在线|视角|观察|先锋|宣传|新闻|资讯|财经|纪检|清风|检察|公安|消防|警方|交警|文旅"
    r"|共青团|青年|妇联|工会|视点|日报|晚报|时报|早报|网|卫视|广播|电视台|微讯|快报|头条号|人大|政协|统战|教育|卫健|税务|司法|法院)"
)
"""`溪口组工`, `溪口检察`: what offices call their accounts; bounded."""
CLOCK = regex(r"\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?\s{0,3}\d{1,2}:\d{2}")


def _is_nick(words: str) -> bool:
    return bool(NICK.fullmatch(words)) and not GENRE_LAST.search(folded(words)) and not words.isdigit()


def _voted(lines: Sequence[Line], n: int) -> dict[int, str]:
    """Give a name that stands twice above the votes for what its owner wrote, and the trade between; else nothing."""
    near = range(n + 2, min(n + 2 + TRADE_LINES, len(lines)))
    votes = next((at for at in near if VOTED.fullmatch(folded(lines[at].words))), None)
    return {} if votes is None else {n: "作者"} | dict.fromkeys(range(n + 1, votes), "")


def _is_under_doubled(lines: Sequence[Line], kinds: Sequence[str], n: int) -> bool:
    """Say whether a full name stands below a title that stands twice, and running text below it."""
    if n < TWICE or kinds[n - 1] != "title" or lines[n - 1].words != lines[n - 2].words:
        return False
    below = lines[n + 1].words if n + 1 < len(lines) else ""
    return _is_running(below) and is_full_name(lines[n].words)


TWICE = 2
