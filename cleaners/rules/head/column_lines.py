"""Names of columns between a site's menus and a headline: told by the path above, or by the headline below them.

What stands above the path, or above a dated headline, is told by `head_chrome`; columns by their words: `opener_lines`.
"""

from collections.abc import Sequence
from itertools import takewhile

from cleaners.regex import regex
from cleaners.rules.folding import folded
from cleaners.rules.head.meta_lines import path_of
from cleaners.rules.lines import ENUMERATOR, Line, is_sentence
from cleaners.rules.title.openings import DATELINE
from cleaners.rules.title.title_forms import GENRE_LAST, is_title_like

COLUMN_CHARS = 20
"""Characters of a column's name with what stands behind it in brackets."""
HEADLINE_CHARS = 14
"""Characters of a line that is a piece of news by its length, with one of its verbs in it."""
COLUMN_END = regex(
    r"[一-鿿]{2,8}(?:园地|动态|新闻|要闻|快讯|专栏|专题|之窗|之声|天地|风采|聚焦|速递|资讯|简讯|在线|传真|广角|看台"
    r"|驿站|橱窗|掠影|纵横|播报|视窗|窗口|视野|视点|快报)"
    r"(?:[（(][^()（）]{2,14}[)）])?"
)
"""`党建园地（标杆院系创建）`: a column by its last word; bounded."""
NEWS = regex(
    r"召开|举行|举办|开展|组织|参加|参观|赴|荣获|获评|获奖|获得|启动|签约|调研|慰问|走访|来我|我院|我校|我局|我县"
    r"|我市|我区|我镇|我公司|接受|完成|成功"
)
"""Words of headlines of news, which no title of a report has but beside its kind (`调研报告`)."""
DAY = regex(
    r"(?:(?:\d{4}\s?年)?\s?\d{1,2}\s?月\s?\d{1,2}\s?日|近日|日前|近期|为|連日|连日|今天|今日|昨日|昨天"
    r"|[一-鿿]{0,4}节(?:来临之际|前夕|前|临近|期间))"
)
"""How the first sentence of a piece of news begins."""


def column_lines(lines: Sequence[Line], kinds: Sequence[str]) -> tuple[int, ...]:
    """Give the places of lines of a head that name a column: the steps of its path, or a name twice over a headline."""
    return (*_steps(lines, kinds), *_over_news(lines, kinds))


def _steps(lines: Sequence[Line], kinds: Sequence[str]) -> list[int]:
    """Give the lines behind a path that repeat one of its steps while a longer title stands right below."""
    path = next((n for n, kind in enumerate(kinds) if kind == "path"), None)
    if path is None:
        return []
    steps = {folded(step) for step in path_of(lines[path].words)}
    names = takewhile(lambda n: is_list_of_columns(lines[n].words), range(path + 1, len(kinds) - 1))
    above = list(names)
    places = range(path + 1 + len(above), min(path + 3 + len(above), len(kinds) - 1))
    found = [n for n in places if folded(lines[n].words) in steps and _is_over(lines, kinds, n)]
    return [*above, *found] if found or kinds[path + 1 + len(above) :][:1] == ["title"] else []


_LISTS = "网站栏目|栏目导航|栏目列表|信息目录|公开目录|导航栏目|信息栏目|栏目名称|本栏目|所属栏目|栏目"
LISTS = frozenset(_LISTS.split("|"))
"""Names of the box that lists a site's columns."""


def is_list_of_columns(words: str) -> bool:
    """Say whether a line is the name of the box in which a site lists its columns."""
    return folded(words).strip("【】：: ") in LISTS


def columns_below(words: Sequence[str], at: int) -> int:
    """Give how many lines from a place behind a menu are columns: the box that lists them, the path's own last step."""
    path = next((path_of(line) for line in reversed(words[:at]) if path_of(line)), ())
    if not path:
        return 0
    below = at
    while below + 1 < len(words) and is_list_of_columns(words[below]):
        below += 1
    if below + 1 < len(words) and folded(words[below]) == folded(path[-1]) and len(words[below]) <= STEP_CHARS:
        title = words[below + 1]
        is_longer = len(title) >= HEADLINE_CHARS or (title.endswith(words[below]) and len(title) > len(words[below]))
        below += is_longer and is_title_like(title)
    return below - at


STEP_CHARS = 8
"""Characters of a path's last step that is a column: a longer one may be the title."""


def _is_over(lines: Sequence[Line], kinds: Sequence[str], n: int) -> bool:
    below = lines[n + 1].words
    is_longer = len(below) >= HEADLINE_CHARS or (below.endswith(lines[n].words) and len(below) > len(lines[n].words))
    return kinds[n] in ("title", "other") and kinds[n + 1] == "title" and is_longer


def _over_news(lines: Sequence[Line], kinds: Sequence[str]) -> list[int]:
    """Give a column's name on the first line, or columns of which one stands twice, above a headline and its text."""
    count = _columns_above(lines)
    if len(lines) < count + 2 or set(kinds[: count + 1]) - {"title", "other", "button"} or len(kinds) < count:
        return []
    columns, headline, text = lines[:count], lines[count].words, lines[count + 1].words
    if any(ENUMERATOR.match(one.words) or GENRE_LAST.search(folded(one.words)) for one in columns):
        return []
    if max(len(one.words) for one in columns) > COLUMN_CHARS or not _is_news(headline):
        return []
    is_last = bool(COLUMN_END.fullmatch(folded(columns[-1].words)))
    is_column = is_last or (count > 1 and len(headline) > len(columns[0].words))
    begins = bool(DAY.match(folded(text)) or DATELINE.match(text))
    return list(range(count)) if is_column and is_sentence(text) and begins else []


def _columns_above(lines: Sequence[Line]) -> int:
    """Give how many lines from the top may name columns: several short ones of which one stands twice, else one."""
    words = [line.words for line in lines[: MOST_COLUMNS + 1]]
    short = list(takewhile(lambda one: len(one) <= SHORT_CHARS, words[:MOST_COLUMNS]))
    is_twice = len(set(short)) < len(short)
    return len(short) if is_twice and len(short) < len(words) else 1


MOST_COLUMNS, SHORT_CHARS = 4, 12
"""Columns one above another at the top of a page, and the characters of each."""


def _is_news(headline: str) -> bool:
    return len(headline) >= HEADLINE_CHARS and is_title_like(headline) and bool(NEWS.search(folded(headline)))
