"""Lines above a headline that name a site or its column in other forms than a path: told with the lines below them.

`某某新闻网 新闻中心 某某城事`, `某某网-为你提供各类文案`, `- 通知公告` above `通知公告`, a path
printed as a list. Kinds: `head_settling`, by `site_tops`. What stands above a path or a date: `head_chrome`.
"""

from collections.abc import Sequence

from cleaners.regex import regex
from cleaners.rules.folding import folded
from cleaners.rules.head.head_chrome import HEADLINE_CHARS, OWN, is_site_end
from cleaners.rules.head.meta_lines import HOMES
from cleaners.rules.head.opener_lines import REPORTED
from cleaners.rules.lines import ENUMERATOR, Line, is_sentence
from cleaners.rules.title.title_forms import GENRE_LAST

TOP = 6
"""Filled lines from the top among which such a line stands."""
COLUMN = regex(r"[一-鿿]{2,6}")
_SITE = r"(?:网|网站|文库|之家|在线|门户|频道|论坛|大全|资讯|平台|公文|范文)"
OFFERS = regex(
    rf"(?=[^\n]{{6,60}}\Z)[^\s。；：:,，!！]{{2,12}}{_SITE}(?:\s?[-—–_|｜,，·]{{1,2}}\s?|\s{{1,3}})"
    r"(?:为(?:[您你大]|广大|全国)|专[业注]|提供|致力|打造|汇[集聚]|海量|免费|最[全新大专好]|全国|国内|中国最|您身边|你身边|一站式|分享|收录|精选"
    r"|传播|记录|关注|权威|及时|好的?|让)[^。；\n]{2,48}[!！。]?"
)
"""`某某网-为你提供各类经典文案`: a site's name and what it says that it does; bounded."""
SHORT_CHARS, BRIEF_CHARS = 6, 8
"""Characters of a site's name alone above a title that stands again, and of a column's name behind a dash."""
AGAIN = 4
"""Filled lines below a title among which it stands again."""
DASHED = regex(r"[-•·●▪>»]\s{1,3}(?P<column>\S.{1,20})")
MARK = regex(r"[-•·●▪◦]\s{0,3}(?:[>＞»›/／→|｜]{1,2}|&gt;)?")
ITEM = regex(r"[-•·●▪◦]\s{1,4}\S.{1,40}")
STEPS = 8
"""Lines of a path that a dump printed as a list."""


def named_lines(lines: Sequence[Line], kinds: Sequence[str]) -> tuple[int, ...]:
    """Give the places of such lines; empty for most heads."""
    return (*_over_title(lines, kinds), *_column_twice(lines, kinds), *_steps_listed(lines, kinds))


def _over_title(lines: Sequence[Line], kinds: Sequence[str]) -> list[int]:
    """Give the first line but for machinery where it names the site with its columns, its aims, or above a title."""
    n = next((at for at, kind in enumerate(kinds[:TOP]) if kind not in ("injected", "strewn", "stray", "button")), None)
    if n is None or kinds[n] not in ("title", "other") or kinds[n + 1 : n + 2] != ["title"]:
        return []
    words = lines[n].words
    is_named = is_site_columns(words) or bool(OFFERS.fullmatch(folded(words)))
    return [n] if is_named or _is_over_repeat(lines, kinds, n) else []


def site_lines(lines: Sequence[Line], kinds: Sequence[str]) -> tuple[int, ...]:
    """Give the first line where it is a site's short name above the page's tools and a dated title."""
    return (0,) if kinds[:1] in (["title"], ["other"]) and _is_over_tools(lines, kinds, 0) else ()


def _is_over_tools(lines: Sequence[Line], kinds: Sequence[str], n: int) -> bool:
    """Say whether a short name stands above the page's tools, and below these a title right above the day."""
    words = lines[n].words
    if len(words) > BRIEF_CHARS or kinds[n + 2 : n + 3] != ["title"] or len(lines[n + 2].words) <= len(words):
        return False
    is_dated = kinds[n + 1] in ("button", "strip", "menu") and kinds[n + 3 : n + 4] in (["field"], ["byline"])
    line = folded(words)
    return is_dated and not (GENRE_LAST.search(line) or OWN.fullmatch(line) or ENUMERATOR.match(words))


def is_site_columns(words: str) -> bool:
    """Say whether a line is a site's name and one to three columns, set apart by blanks."""
    site, *columns = words.split()
    if not 1 <= len(columns) <= 3 or not is_site_end(site) or len(site) > BRIEF_CHARS + 2:
        return False
    return all(COLUMN.fullmatch(one) and not GENRE_LAST.search(folded(one)) for one in columns)


def _is_over_repeat(lines: Sequence[Line], kinds: Sequence[str], n: int) -> bool:
    """Say whether a short name stands right above a title that the page prints again: `范文斋`."""
    words, title = lines[n].words, lines[n + 1].words
    below = range(n + 2, min(n + 2 + AGAIN, len(kinds)))
    if len(words) > SHORT_CHARS or len(title) <= len(words) or not any(lines[at].words == title for at in below):
        return False
    line = folded(words)
    return not (is_sentence(words) or ENUMERATOR.match(words) or GENRE_LAST.search(line) or OWN.fullmatch(line))


def is_reporter_first(lines: Sequence[Line], kinds: Sequence[str]) -> bool:
    """Say whether the first line names the reporters alone and running text stands right below, the headline lost."""
    if len(lines) <= 1 or kinds[:1] not in (["title"], ["other"], ["loose"]):
        return False
    below = lines[1].words
    is_text = is_sentence(below) and len(below) >= TEXT_CHARS
    return is_text and REPORTED.fullmatch(folded(lines[0].words)) is not None


TEXT_CHARS = 30
"""Characters of running text below a reporter's name."""


def _column_twice(lines: Sequence[Line], kinds: Sequence[str]) -> list[int]:
    """Give a column's name behind a list's mark with the same name right below, above a date or a headline."""
    dashed = DASHED.fullmatch(lines[0].words) if kinds[:1] and kinds[0] in ("title", "other") else None
    if dashed is None or len(lines) <= 2 or lines[1].words != dashed["column"] or len(lines[1].words) > BRIEF_CHARS:
        return []
    is_above = kinds[2:3] == ["field"] or (kinds[2:3] == ["title"] and len(lines[2].words) >= HEADLINE_CHARS)
    return [0, 1] if is_above else []


def _steps_listed(lines: Sequence[Line], kinds: Sequence[str]) -> list[int]:
    """Give the lines of a path printed as a list, from its home page on: `• 首页`, `• >`, `• 校务`."""
    top = range(min(TOP, len(kinds)))
    home = next((n for n in top if lines[n].words.lstrip("-•·●▪◦ ") in HOMES and ITEM.fullmatch(lines[n].words)), None)
    if home is None:
        return []
    last = home + 1
    while last < min(len(lines), home + STEPS) and _is_step(lines[last].words, lines[home].words):
        last += 1
    is_marked = any(MARK.fullmatch(lines[n].words) for n in range(home, last))
    return list(range(home, min(last, len(kinds)))) if is_marked else []


def _is_step(words: str, home: str) -> bool:
    is_same = words[0] == home[0]
    return is_same and bool(MARK.fullmatch(words) or (ITEM.fullmatch(words) and not is_sentence(words)))
