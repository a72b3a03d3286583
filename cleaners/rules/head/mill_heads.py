"""Lines above a text on sites of samples and essays that their place tells: a column over a title that stands again.

Reference realtext, families 11 to 16 and 22. Asked by: `head_lines` and `head_settling`, which tell what a line is by
itself; what stands between a title and the title again: `between_titles`.
"""

from collections.abc import Sequence
from itertools import pairwise

from cleaners.regex import regex
from cleaners.rules.folding import folded
from cleaners.rules.head.head_chrome import MARKED, OWN
from cleaners.rules.head.head_repeats import is_person
from cleaners.rules.head.meta_lines import DAY, path_of
from cleaners.rules.head.opener_lines import NICKED, PENNED, is_column
from cleaners.rules.head.posted_names import TAGGED, is_posted_name
from cleaners.rules.lines import ENUMERATOR, HAN, Line, is_sentence
from cleaners.rules.title.openings import SALUTATION
from cleaners.rules.title.title_forms import GENRE_LAST, is_same_title

NEAR = 4
"""Filled lines below a title among which it stands again."""
TITLE_CHARS = (10, 80)
"""Characters of a line that its repeat tells to be a title, whatever its marks."""
TOP = 4
"""Filled lines from the top among which such a title stands."""
ENDS = "。；;，,、：:"
"""How a line ends that is a clause or goes on."""
COLUMN_CHARS = 8
"""Characters of a column's name over the title."""
LONGER = 4
"""Characters by which a title is longer than the column over it."""
TITLE_LEAST = 9
LIKENESS = 0.5
"""Share of a column's character pairs that a step of the path holds."""
COLUMN = regex(
    r"(?:生活|百科|教育|健康|学习|历史|文化|科技|育儿|美食|旅游|情感|职场|娱乐|体育|财经|法律|科普|日常|综合|热点|最新|语文|数学|英语|作文|故事|睡前|儿童"
    r"|常用|实用|写作|公文|文秘|范文|党建|励志|诗词|古诗|散文|校园|招聘|考试|行业|知识|经验|问答|互联网|游戏|数码|汽车|房产|农业|宠物|星座|时尚|养生|家居){1,2}"
    r"(?:基础|入门)?(?:百科|知识|常识|资讯|问答|文章|日志|素材|攻略|经验|头条|频道|专栏|天地|园地|分享|技巧|指南|杂谈|精选|推荐|大全|范文|资料|文库)"
    r"|(?:睡前|儿童|童话|民间|寓言|成语|历史|励志|爱情|幽默|搞笑|短篇|名人|神话|情感|小|鬼){1,2}故事|(?:抒情|叙事|写景|伤感|优美|经典|情感|爱情|现代|古代){1,2}(?:散文|诗歌|诗词|美文|短文)"
    r"|[小初高中大]{1,2}学?(?:生)?作文|(?:讲话|演讲|发言|主持)稿|(?:读|观)后感|心得体会|(?:实用|应用)文"
)
"""`百科知识`, `生活常识`, `语文基础日志`: a column by its words; whole line, bounded."""


def stands_again(lines: Sequence[Line], n: int) -> bool:
    """Say whether a line near the top is a title whatever its marks: the same words stand again right below it."""
    words = lines[n].words
    if n >= TOP or not TITLE_CHARS[0] <= len(words) <= TITLE_CHARS[1] or words[-1] in ENDS:
        return False
    if len(HAN.findall(words)) < TITLE_CHARS[0] // 2 or ENUMERATOR.match(words) or SALUTATION.fullmatch(folded(words)):
        return False
    return any(is_same_title(line.words, words) for line in lines[n + 1 : n + 1 + NEAR])


def repeats(lines: Sequence[Line], kinds: Sequence[str], n: int) -> bool:
    """Say whether a line repeats a title above it that its marks would make a clause."""
    above = [at for at in range(max(0, n - NEAR), n) if kinds[at] == "title" and len(lines[at].words) >= TITLE_CHARS[0]]
    return any(lines[at].words == lines[n].words for at in above)


def is_named_below(lines: Sequence[Line], n: int) -> bool:
    """Say whether below a headline stand a name alone and the date: `T` over `青禾` over `2021-03-02 10:20`."""
    below = [line.words for line in lines[n + 1 : n + 3]]
    return len(below) > 1 and is_person(below[0]) and DAY.fullmatch(below[1]) is not None


def is_short_poem(lines: Sequence[Line]) -> bool:
    """Say whether two or three characters on the first line are a title: a name and the date below, and then a text."""
    below = [line.words for line in lines[1:4]]
    if len(below) < NAMED or not SHORT.fullmatch(lines[0].words):
        return False
    return is_person(below[0]) and DAY.fullmatch(below[1]) is not None


NAMED, SHORT = 3, regex(r"[一-鿿]{2,3}")


def is_short_named(lines: Sequence[Line], n: int) -> bool:
    """Say whether two to four characters are a title: a line of the writer alone below them, and then a text."""
    if n + 2 >= len(lines) or not SHORT_TITLE.fullmatch(lines[n].words):
        return False
    text = lines[n + 2].words
    return bool(WRITTEN.fullmatch(folded(lines[n + 1].words))) and text[-1] in SAID and len(text) > SAID_CHARS


SHORT_TITLE = regex(r"(?!目录|前言|摘要|简介|作者|正文|序言|引言|导读)[一-鿿](?:\s?[一-鿿]){1,3}")
WRITTEN = regex(
    r"(?:作者|文|撰文)\s{0,3}[:：/|｜丨]\s{0,3}[^\s。，；：:,;/|｜丨]{2,8}"
    r"(?:\s{1,4}\d{4}[-/.]\d{1,2}[-/.]\d{1,2})?"
)
"""`老屋` over `作者:青禾`: names and the line of who wrote; bounded."""
SAID, SAID_CHARS = "。！!？?…”", 8
"""How the first line of such a text ends, and more characters than which it has."""


def names_writer(line: str) -> bool:
    """Say whether a folded line right below a title is its writer's: behind a bar, or behind the word for a pen."""
    if is_posted_name(line) and not TAGGED.fullmatch(line):
        return True
    nicked = NICKED.fullmatch(line)
    if nicked:
        name = nicked["author"]
        return name.isascii() or (is_person(name) and not GENRE_LAST.search(name))
    penned = PENNED.fullmatch(line)
    return penned is not None and penned["label"] in PENS


PENS = frozenset({"文", "文图", "图文", "文/图", "图/文", "撰文", "作者"})


def lines_amid(lines: Sequence[Line], kinds: Sequence[str]) -> list[int]:
    """Give the places of a nickname over the counter below the title, and of names of other texts amid a page's lines.

    Such a name is two (`甲-乙`), between a button and the page's date; a subtitle begins with its dash.
    """
    shapes = (_is_nickname, _is_other_text, _is_bracketed)
    return [n for n in range(1, len(kinds) - 1) if any(is_one(lines, kinds, n) for is_one in shapes)]


def _is_bracketed(lines: Sequence[Line], kinds: Sequence[str], n: int) -> bool:
    """Say whether a column in brackets stands between a title and the date: `[ 图片新闻 ]`."""
    found = BRACKETED.fullmatch(folded(lines[n].words)) if kinds[n - 1] == "title" and kinds[n + 1] == "field" else None
    if found is None:
        return False
    is_known = is_column(found["name"]) or COLUMN.fullmatch(found["name"]) is not None
    return is_known or any(
        found["name"] in map(folded, path_of(lines[at].words)) for at, kind in enumerate(kinds[:n]) if kind == "path"
    )


BRACKETED = regex(r"[\[【［]\s?(?P<name>[一-鿿]{2,8})\s?[\]】］]")


def _is_nickname(lines: Sequence[Line], kinds: Sequence[str], n: int) -> bool:
    words = lines[n].words
    if kinds[n] not in ("title", "other") or kinds[n - 1] != "title" or kinds[n + 1 : n + 3] != ["byline", "field"]:
        return False
    is_name = len(words) <= COLUMN_CHARS + 2 and _may_be_column(words[:COLUMN_CHARS])
    return is_name and SEEN.fullmatch(folded(lines[n + 1].words)) is not None


SEEN = regex(r"\d{1,8}(?:\.\d{1,2})?[KkWw万]?\s?次?(?:浏览|阅读|点击)")
"""`850次浏览`: the counter of a question's page, below a nickname."""


def _is_other_text(lines: Sequence[Line], kinds: Sequence[str], n: int) -> bool:
    above, below = kinds[n - 1], kinds[n + 1]
    if kinds[n] not in ("title", "other") or above not in ("button", "byline") or below not in ("byline", "field"):
        return False
    return "title" in kinds[: n - 1] and "-" in lines[n].words[2:-2] and not is_sentence(lines[n].words)


def columns_over(lines: Sequence[Line], kinds: Sequence[str]) -> list[int]:
    """Give the place of a column's name right over the title: by its words, by the path, or as the title stands again.

    Empty where nothing tells it from a title's first line.
    """
    titles = [n for n, kind in enumerate(kinds) if kind == "title"]
    if len(titles) < 2:
        return []
    first, title = titles[0], titles[1]
    name, below = lines[first].words, lines[title].words
    if title == first + 1 and is_short_named(lines, title) and COLUMN.fullmatch(folded(name.strip("【】[]"))):
        return [first]
    again = any(lines[n].words == below for n in titles[2:])
    again = again and (kinds[title + 1] in ("byline", "field") or lines[title + 1].words == below)
    is_longer = len(below) >= max(TITLE_LEAST, len(name) + LONGER)
    if title != first + 1 or not _may_be_column(name) or not (is_longer or again):
        return []
    path = next((n for n, kind in enumerate(kinds[:first]) if kind == "path"), -1)
    if is_same_title(name, below) or any(kinds[n] in ("other", "field") for n in range(path + 1, first)):
        return []
    is_known = COLUMN.fullmatch(folded(name)) is not None or _is_step(name, lines, kinds)
    is_twice = any(is_same_title(lines[n].words, below) for n in titles[2:])
    return [first] if again or (is_longer and (is_known or is_twice)) else []


def _may_be_column(name: str) -> bool:
    line = folded(name)
    if not 2 <= len(line) <= COLUMN_CHARS or MARKED.search(line) or is_sentence(line):
        return False
    return not (GENRE_LAST.search(line) or OWN.fullmatch(line) or ENUMERATOR.match(line))


def _is_step(name: str, lines: Sequence[Line], kinds: Sequence[str]) -> bool:
    """Say whether a step of the path above is called like a line."""
    steps = [step for n, kind in enumerate(kinds) if kind == "path" for step in path_of(lines[n].words)]
    mine = _pairs(name)
    return any(len(mine & _pairs(step)) >= LIKENESS * len(mine) for step in steps)


def _pairs(words: str) -> set[str]:
    return {above + below for above, below in pairwise(folded(words))}
