"""Which lines at the very top of a dump are the site's: what stands above its path, or above a headline over its date.

Those lines are names of sites and columns, of which no list can have all; their place tells them. Kinds: `head_lines`.
"""

from collections.abc import Sequence

from cleaners.regex import regex
from cleaners.rules.folding import folded
from cleaners.rules.frame.web_words import WEB_LINE
from cleaners.rules.head.meta_lines import path_of, plain
from cleaners.rules.head.site_panels import is_numbered_menu
from cleaners.rules.lines import ENUMERATOR, Line, bare, is_sentence
from cleaners.rules.title.title_forms import GENRE_LAST, is_same_title

PAGE_KINDS = frozenset(
    {"path", "menu", "button", "strip", "site", "home", "stray", "injected", "strewn", "mark", "page", "list"}
)
"""Kinds of lines that only a page has."""
SITE_CHARS = 12
"""Characters of a site's or a column's name alone on its line."""
HEADLINE_CHARS = 14
"""Characters of a line above the date that is a headline: an office's name under a title is shorter."""
TOP = 8
"""Filled lines from the top among which a path or the date stands."""
OWN = regex(
    r".{0,8}(?:请示|纪要|简报|公告|通告|决定|批复|办法|条例|规定|文件|通报|议案|提案|建议|公报|命令|制度|预案|守则|须知"
    r"|公开信|倡议书|决议|简历|事迹|章程|合同|协议|讲稿|党课|致辞|贺信|号|期|版|稿)|第.{1,6}[期号章编]|.{0,8}[省市县区镇乡村局院校]"
)
"""How a document's own first lines end: kinds of documents, numbers, whose it is."""
MARKED = regex(r"[：:，,、；;。！!？?《》“”\"〔〕\d*×＊]|某|XX|xx")
"""Marks that no such name has."""
DATED = frozenset({"field", "byline", "loose"})
"""Kinds of lines that hold the day of a text."""
SITE_END = regex(
    r".{2,}(?:网|网站|日报|晚报|时报|在线|频道|电视台|门户|之窗|发布|(?:青年|经济|科技|教育|法治|法制|消费|工人|农民|妇女|健康|卫生|交通|环境|文化"
    r"|旅游|证券|金融|建设|邮政|民族|人民|石油|电力|水利|应急|检察|公安|政协|气象|医药|中医药|审计|体育|劳动)报)"
)
"""How a site's, a station's or a paper's name ends."""
STAMP = regex(r"\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}:\d{2}|[:：]\s?\d{4}\s?年\s?\d{1,2}\s?月\s?\d{1,2}\s?日")
"""A day; one in Chinese figures behind a label only: alone it is a speaker's own."""


def chrome_above(lines: Sequence[Line], kinds: Sequence[str]) -> int:
    """Give how many filled lines from the top are the site's; 0 where that is not sure."""
    top = min(TOP, len(kinds))
    path = next((n for n in range(top - 1, 0, -1) if kinds[n] == "path"), 0)
    if path and (_is_all_of_site(lines, kinds, path) or _is_headed(lines, kinds, path)):
        return path
    twice = next((n for n in range(1, top - 1) if _is_twice(lines, kinds, n)), 0)
    if twice and all(_is_over_title(lines[n].words, kinds[n]) for n in range(twice)):
        return twice
    dated = _first_dated(lines, kinds)
    if dated < 2 or kinds[dated - 1] != "title" or not (
        _is_headline(lines[dated - 1].words) or _stands_again(lines, dated)
    ):
        return 0
    start = 1 if kinds[1:2] == ["button"] and TOOLS.search(folded(lines[1].words)) else 0  # a slogan above the tools
    if start and not _is_over_title(lines[0].words, kinds[0]):
        return 0
    above = range(start, dated - 1)
    is_panel = sum(kinds[n] in PAGE_KINDS for n in above) >= PANEL
    is_all = all(
        _is_of_site(lines[n].words, kinds[n]) or (is_panel and _is_over_title(plain(lines[n].words), kinds[n]))
        for n in above
    )
    return dated - 1 if is_all else 0


PANEL = 3
"""Lines above a headline that only a page has: what stands between them is of the same panel."""


def _first_dated(lines: Sequence[Line], kinds: Sequence[str]) -> int:
    """Give the place of the first line of the run of fields that has the day of the text in it; 0 for none."""
    top = range(min(DATED_TOP, len(kinds)))
    dated = next((n for n in top if kinds[n] in DATED and STAMP.search(lines[n].words)), 0)
    while dated and kinds[dated - 1] in DATED:
        dated -= 1
    return dated


DATED_TOP = 12
"""Filled lines from the top among which the day stands, source and counter on lines of their own above it."""
PICTURED = regex(r"背景图片?|图片|轮播图|焦点图|横幅|banner|Banner|BANNER|logo|LOGO|Logo")
"""What stands in a dump for a picture of the page's top, by the words that a site gives it."""
TOOLS = regex(r"设为首页|加入收藏|收藏本站")


def _is_all_of_site(lines: Sequence[Line], kinds: Sequence[str], path: int) -> bool:
    """Say whether all lines above a path are the site's: by themselves, or as they stand in the path again."""
    if is_numbered_menu(lines[:path]):
        return True
    steps = [bare(folded(step)) for step in path_of(lines[path].words)]
    below = lines[path + 1].words if kinds[path + 1 :][:1] == ["title"] else ""
    if len(below) >= HEADLINE_CHARS:
        steps.append(bare(folded(below)))  # the page's window names the text as well
    return all(_is_of_site(lines[n].words, kinds[n]) or bare(folded(lines[n].words)) in steps for n in range(path))


def _is_twice(lines: Sequence[Line], kinds: Sequence[str], n: int) -> bool:
    """Say whether a headline stands here and, word for word, on the next filled line again, as the page's own."""
    words = lines[n].words
    return kinds[n] == "title" and lines[n + 1].words == words and len(words) >= HEADLINE_CHARS


def _is_over_title(words: str, kind: str) -> bool:
    """Say whether a line above a title that stands twice may be the site's: no sentence, no document's own line."""
    if _is_of_site(words, kind):
        return True
    is_short = kind in ("title", "other") and len(words) <= 2 * SITE_CHARS and not is_sentence(words)
    line = folded(words)
    is_own = ENUMERATOR.match(words) or GENRE_LAST.search(line) or OWN.fullmatch(line) or words[-1] in "：:，,、"
    return is_short and not is_own


def _stands_again(lines: Sequence[Line], dated: int) -> bool:
    """Say whether the line above the date is the title, however short: it stands again right below."""
    return any(is_same_title(line.words, lines[dated - 1].words) for line in lines[dated + 1 : dated + AGAIN])


AGAIN = 4
"""Filled lines from the line of dates among which the title stands again."""


def _is_headed(lines: Sequence[Line], kinds: Sequence[str], path: int) -> bool:
    """Say whether the headline stands below the path, so that one line above it is the site's however long.

    The path ends with the headline, or the date stands right below it.
    """
    others = [n for n in range(path) if kinds[n] not in PAGE_KINDS]
    above, below = lines[others[0] if others else 0].words, lines[path + 1].words if path + 1 < len(kinds) else ""
    is_one = len(others) == 1 and (path == 1 or len(above) <= SITE_CHARS)
    if not is_one or kinds[path + 1 :][:1] != ["title"] or len(above) > SLOGAN_CHARS or is_sentence(above):
        return False
    is_headed = kinds[path + 2 :][:1] == ["field"] or _ends_with_text(lines[path].words)
    is_dated = is_headed and _is_headline(below)
    return above != below and (is_dated or lines[path].words.endswith(below))


def _ends_with_text(words: str) -> bool:
    """Say whether a path's last step says that the text follows: `首页 > 某某 > 正文`."""
    steps = path_of(words)
    return bool(steps) and folded(steps[-1]) in ("正文", "文章内容", "文章正文", "详情", "内容", "新闻详情", "查看文章")


SLOGAN_CHARS = 40
"""Characters of a site's slogan, or of the title that a page has in its window."""


def is_site_end(words: str) -> bool:
    """Say whether a line ends like a site's name."""
    return bool(SITE_END.fullmatch(folded(words))) and not words.startswith(LEADERS)


LEADERS = ("主任之", "书记之", "局长之", "院长之", "校长之", "领导之", "县长之", "市长之", "部长之", "厅长之", "镇长之")
"""`主任之窗`: a box of an office's page, whose name it is not."""


def _is_headline(words: str) -> bool:
    return len(words) >= HEADLINE_CHARS and words[0] not in "—-－(（"


def _is_of_site(words: str, kind: str) -> bool:
    """Say whether a line may be a site's: of the page by its kind, or a short name and no document's own."""
    line = folded(plain(words))
    if kind in PAGE_KINDS or PICTURED.fullmatch(line) or (kind == "loose" and WEB_LINE.fullmatch(line)):
        return True
    if kind not in ("title", "other") or len(words) > SITE_CHARS or is_sentence(words) or ENUMERATOR.match(words):
        return False
    line = folded(words)
    return not (MARKED.search(line) or GENRE_LAST.search(line) or OWN.fullmatch(line))
