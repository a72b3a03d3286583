"""Lines above a text that only their neighbours tell: the day of a visit, an account's name, a listed path, a name.

Given by their places among the filled lines of a head; kinds: `head_kinds`. What stands above a path: `head_chrome`.
"""

from collections.abc import Sequence

from cleaners.regex import regex
from cleaners.rules.folding import folded
from cleaners.rules.head.head_repeats import OFFICE_END
from cleaners.rules.head.meta_lines import DAY
from cleaners.rules.head.named_tops import is_reporter_first, named_lines
from cleaners.rules.head.site_masts import slogan_lines
from cleaners.rules.lines import HAN, Line, is_sentence
from cleaners.rules.title.openings import SALUTATION
from cleaners.rules.title.surnames import SURNAMES

TOP = 6
"""Filled lines from the top among which a site's own tools stand."""
SLOGAN_CHARS = 24
SITE_TOOLS = regex(
    r"(?=.{0,12}(?:设为首页|加入收藏|收藏本站|设为主页))(?:(?:设为首页|设为主页|加入收藏|收藏本站|联系我们|网站首页|首页|返回首页|登录|注册"
    r"|繁体版?|简体版?|English|手机版)[\s|｜·/]{0,6}){2,8}+"
)
"""`设为首页 | 加入收藏`: a site's own tools, which stand below its name and the day of the visit; possessive."""
ACCOUNT_CODE = regex(r"[一-鿿]{2,10}(?:微信|微博|公众号|订阅号|服务号|客户端|抖音|抖音号|视频号|头条号)")
"""`某某人大微信` above `公众号二维码`: the caption of a code for telephones; bounded."""
CODE = regex(r".{0,8}二维码|扫[码一]扫?.{0,8}")
PLACE = regex(r"[-—–·•]\s{1,3}您?的?(?:现在|当前|所在)?的?位置\s?[:：]?")
STEP = regex(r"[-—–·•]\s{1,3}[一-鿿A-Za-z0-9]{2,16}")
"""`- 您的位置:` and `- 学生党支部`: a path that a dump printed as a list; bounded."""


def top_lines(lines: Sequence[Line], kinds: Sequence[str]) -> tuple[int, ...]:
    """Give the places of a site's own lines that their neighbours tell; empty for most heads."""
    return (
        *_visit(lines, kinds), *_captions(lines, kinds), *_listed_path(lines, kinds), *named_lines(lines, kinds),
        *slogan_lines(lines, kinds),
    )  # fmt: skip


def _visit(lines: Sequence[Line], kinds: Sequence[str]) -> range:
    """Give the lines above a site's own tools, with the day of the visit among them, where a title stands below."""
    tools = next((n for n in range(1, min(TOP, len(kinds))) if _is_tools(lines[n].words)), 0)
    if not tools or "title" not in kinds[tools + 1 :]:
        return range(0)
    is_all = all(_is_of_visit(lines[n].words, kinds[n]) for n in range(tools))
    return range(tools) if is_all else range(0)


def _is_tools(words: str) -> bool:
    return len(words) <= SLOGAN_CHARS * 2 and SITE_TOOLS.fullmatch(folded(words)) is not None


def _is_of_visit(words: str, kind: str) -> bool:
    if kind == "field" and DAY.fullmatch(words):
        return True
    return kind not in ("field", "path", "table", "journal") and len(words) <= SLOGAN_CHARS and not is_sentence(words)


def _captions(lines: Sequence[Line], kinds: Sequence[str]) -> list[int]:
    """Give the names of accounts that stand right above the button of their code."""
    return [
        n
        for n in range(len(kinds) - 1)
        if kinds[n] in ("title", "other")
        and kinds[n + 1] == "button"
        and CODE.fullmatch(folded(lines[n + 1].words))
        and ACCOUNT_CODE.fullmatch(folded(lines[n].words))
    ]


def _listed_path(lines: Sequence[Line], kinds: Sequence[str]) -> tuple[int, ...]:
    """Give a path's label behind a list's mark and the steps below it behind the same mark."""
    others = (n for n, kind in enumerate(kinds) if kind == "other")
    first = next((n for n in others if PLACE.fullmatch(folded(lines[n].words))), None)
    if first is None:
        return ()
    last = first + 1
    while last < len(kinds) and lines[last].words[0] == lines[first].words[0] and STEP.fullmatch(lines[last].words):
        last += 1
    return tuple(range(first, last))


def signed_lines(lines: Sequence[Line], kinds: Sequence[str]) -> tuple[int, ...]:
    """Give the place of a full name alone between the line of dates below a title and running text; empty for none.

    A speaker's name stands above a salutation, right below the title: it is the speech's own.
    """
    if is_reporter_first(lines, kinds):
        return (0,)
    for n in range(2, min(len(kinds), len(lines) - 1)):
        is_under = kinds[n - 1] in ("field", "byline") and "title" in kinds[: n - 1]
        if kinds[n] not in ("title", "other") or not is_under:
            continue
        below = lines[n + 1].words
        is_text = len(HAN.findall(below)) >= TEXT_HAN and is_sentence(below) and not SALUTATION.fullmatch(below)
        if is_text and is_full_name(lines[n].words):
            return (n,)
    return ()


TEXT_HAN = 30
"""Han characters of running text below a name."""
FULL_NAME = regex(r"[一-鿿]{3}|[一-鿿]\s{1,3}[一-鿿]")
NO_NAME_END = frozenset("表书图单论法员化性篇记题式力感观道路线点度量面品章则案词史言话")
"""How words of three characters end that begin like a family name: `时间表`, `方法论`, `高质量`."""


def is_full_name(words: str) -> bool:
    """Say whether a line is a full name: a common family name and two characters, or one set apart by a blank."""
    if not FULL_NAME.fullmatch(words) or words[0] not in SURNAMES:
        return False
    return words[-1] not in NO_NAME_END and not OFFICE_END.search(words)
