"""Rules about the frame of a dumped page: a site's menus above its article, other articles and the site's foot below.

Seen on most news and document pages whose whole text was dumped: dozens of lines of one or two words above, teasers of
other texts below. `core_of` says where the article begins and ends; the dump platform reads title and facts in there.
Where a foot begins: `frame_foot`. Single lines at head and tail are the business of `heads`, `navigation` and `tails`.
"""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from cleaners.regex import regex
from cleaners.rules.folding import folded
from cleaners.rules.frame.frame_foot import is_prose, stop_of
from cleaners.rules.frame.menu_words import MENU_CHARS, MENU_WORDS
from cleaners.rules.frame.paper_lines import SHEETS, frame_end
from cleaners.rules.head.column_lines import columns_below
from cleaners.rules.head.head_cells import NEAR_TOP, steps_again
from cleaners.rules.head.meta_lines import DATE_SHAPE, is_field_line, path_of
from cleaners.rules.lines import ENUMERATOR, HAN, Line, lines_of, taken
from cleaners.rules.rule import Change, Context, Rule
from cleaners.rules.title.title_forms import TITLE_CHARS

MENU_SIGNS = 2
"""Different menu words above an article that make what stands there a menu."""
MENU_LINES = 5
"""Lines of a menu without any sign."""
HEAD_LINES = 250
"""Filled lines from the top in which an article begins (the longest menu met: 150)."""
DATED_CHARS = 60
"""Characters of a line of dates and names under a title."""
BUTTONS, TITLE_HAN = 10, 10
"""Lines of buttons under a title, and Han characters that make a line above them one."""
TITLE_FEWEST = 5
"""Characters of a line with marks that may be a title."""
RUN_LINES, RUN_CHARS = 4, 6
"""That many lines in a row, each this short, are a menu whatever their words are (provinces, channels)."""


def core_of(lines: Sequence[Line]) -> tuple[int, int]:
    """Give the first line of the article and the first line behind it; (0, len) for a text that has no frame."""
    return _core(tuple(lines))


@lru_cache(maxsize=2)
def _core(lines: tuple[Line, ...]) -> tuple[int, int]:
    filled = [n for n, line in enumerate(lines) if line.words]
    prose = next((at for at, n in enumerate(filled) if is_prose(lines[n].words)), None)
    paper = frame_end([lines[n].words for n in filled[: SHEETS + 1]])
    start = filled[paper] if 0 < paper < len(filled) else 0  # a page may be nothing but its frame
    if prose is None:
        return start, len(lines)
    if not paper and prose <= HEAD_LINES:
        start = _start(lines, filled[: prose + 1])
    return start, stop_of(lines, filled[prose])


def _start(lines: Sequence[Line], filled: Sequence[int]) -> int:
    """Give the first line of the article; 0 where that is not sure. The last of `filled` is running text."""
    words = [lines[n].words for n in filled[:-1]]
    at = _behind_menu(words)
    at += columns_below(words, at)
    menu = words[:at]
    if not menu or any(ENUMERATOR.match(line) for line in menu):
        return 0
    return filled[at] if _is_menu(menu) else 0


def _behind_menu(words: Sequence[str]) -> int:
    """Give the place behind the last line of a path or menu that stands above the line of dates.

    What stands in between (a title, its second line, a salutation) is kept, whatever it looks like. Without a date the
    buttons under a title look like a menu: a long line close above them is kept, with all below it.
    """
    crumbs = [at for at, line in enumerate(words) if path_of(line)]
    first = crumbs[-1] + 1 if crumbs else 0
    dated = next((at for at in range(first, len(words)) if _is_head(words, at)), None)
    at = len(words) if dated is None else dated
    if dated is not None and at > first and folded(words[at - 1]) not in MENU_WORDS and not _is_strip(words[at - 1]):
        at -= 1  # the title, however short
    while at > first and not _is_entry(words, at - 1):
        at -= 1
    if dated is not None or at <= first:
        return at
    near = range(at - 1, max(first, at - BUTTONS) - 1, -1)
    return next((n for n in near if _is_heading(words[n])), at)


def _is_head(words: Sequence[str], at: int) -> bool:
    """Say whether a line holds the dates of an article: today's date in a site's banner has a menu below it."""
    is_dated = is_field_line(words[at]) or _is_dated(words[at])
    return is_dated and not (at + 1 < len(words) and folded(words[at + 1]) in MENU_WORDS)


def _is_dated(words: str) -> bool:
    return len(words) <= DATED_CHARS and bool(DATE_SHAPE.search(words)) and "。" not in words


def _is_heading(words: str) -> bool:
    return len(HAN.findall(words)) >= TITLE_HAN and not _is_strip(words)


def _is_entry(words: Sequence[str], at: int) -> bool:
    """Say whether a line belongs to a menu: one of its words, a strip of words, or one of a run of short lines."""
    if folded(words[at]) in MENU_WORDS or _is_strip(words[at]):
        return True
    run = words[max(0, at - RUN_LINES + 1) : at + 1]
    return len(run) == RUN_LINES and all(_is_short(line) for line in run)


def _is_short(words: str) -> bool:
    if COUNT.fullmatch(words):
        return False
    return len(words) <= RUN_CHARS and not ENUMERATOR.match(words) and words[-1] not in "：:，,。；;、!！?？"


def _is_strip(words: str) -> bool:
    """Say whether a line is a menu on one line: True for five or more short words, or three with a menu's word."""
    parts = [part for part in re.split(r"[\s|｜·]+", words) if part and part not in BETWEEN]
    if sum(part[-1] in ":：" for part in parts) > 1:
        return False  # labels whose values are lost
    if ROW.search(words):
        return False
    if words[0] in "(（" and words[-1] in ")）":  # `(某大学 某学院, 某省 某市 123456)` under a journal's title
        return False
    short = all(len(part) <= MENU_CHARS for part in parts) and any(len(part) > 1 for part in parts)  # no `工 作 报 告`
    return short and (len(parts) >= 5 or (len(parts) >= 3 and any(folded(part) in MENU_WORDS for part in parts)))


COUNT = regex(r"\d{1,8}(?:\.\d{1,2})?[KkWw万]\+?")
"""`1.2万`: how often a text was seen, no entry of a menu."""
ROW = regex(
    r"\d{1,2}:\d{2}|(?:记者|記者|通讯员|通訊員)\s|\d\s?[次人条條]?\s?(?:阅读|浏览|评论|收藏|閱讀|瀏覽|評論)(?=\s)"
)
"""A time of day, reporters with their names, counters behind their numbers: no menu holds any."""
BETWEEN = ("/", "-", "–", "—", "——")
"""Marks between a menu's words, which are none; a headline has dashes as well."""


def _is_menu(menu: Sequence[str]) -> bool:
    """Say whether lines above a title are a site's menu: True by two of its words, a strip, or many short lines."""
    signs = {words for words in menu if folded(words) in MENU_WORDS}
    if len(signs) >= MENU_SIGNS or any(_is_strip(words) for words in menu):
        return True
    short = [words for words in menu if len(words) <= MENU_CHARS and not is_field_line(words)]
    return bool(signs) and len(short) >= MENU_LINES


def within_frame(text: str) -> str:
    """Give the text without the menus above its article: what the reader looks for title and facts in."""
    lines = lines_of(text)
    start = core_of(lines)[0]
    return text[lines[start].start :] if start else text


def first_heading(framed: str, *, is_framed: bool) -> str | None:
    """Give the line above the line of dates, or right below the menus, that no mark of a title tells: `突发！某地地震`.

    None without menus above it: there such a line is text.
    """
    if not is_framed:
        return None
    words = [line.words for line in lines_of(framed) if line.words][: BUTTONS + 1]
    dated = next((at for at, line in enumerate(words) if is_field_line(line) or _is_dated(line)), None)
    above = [line for line in words[:dated] if TITLE_FEWEST <= len(line) <= TITLE_CHARS and not _is_cut(line)]
    return above[-1] if above and dated is not None else None


def _is_cut(words: str) -> bool:
    """Say whether a line is a sentence, or a label whose value stands below it."""
    return "。" in words or words[-1] in "：:"


def path_above(text: str) -> tuple[str, ...]:
    """Give the steps of the path among the menus above an article; empty where none stands there."""
    lines = lines_of(text)
    above = (path_of(line.words) for line in reversed(lines[: core_of(lines)[0]]))
    return next((steps for steps in above if steps), ())


def find_menus(text: str, context: Context) -> Iterable[Change]:
    """Take what stands above the article, and the last step of its path where it stands again in brackets."""
    lines = lines_of(text)
    start = core_of(lines)[0]
    if not start:
        return []
    above = [line for line in lines[:start] if line.words][-1:]
    again = steps_again([*above, *(line for line in lines[start : start + NEAR_TOP] if line.words)])
    return taken((*lines[:start], *(line for line in lines[start : start + NEAR_TOP] if line.start in again)))


def find_foot(text: str, context: Context) -> Iterable[Change]:
    """Take what stands below the article."""
    lines = lines_of(text)
    return taken(lines[core_of(lines)[1] :])


_BODY = "今年以来，全镇干部职工团结一心，各项重点工作有序推进，取得了阶段性成效。"
DUMP = Context(family="dump", is_dump=True)
MENUS = Rule(
    name="page-menus",
    version=9,
    reason="A site's menus above a dumped article are no text; dozens of short lines would hide its title.",
    families=frozenset({"dump"}),
    dumps_only=True,
    find=find_menus,
    context=DUMP,
    examples=(
        (f"首页\n登录\n新闻\n某镇总结\n2021-03-02 来源：某局\n{_BODY}", f"某镇总结\n2021-03-02 来源：某局\n{_BODY}"),
        (f"首页 机构 政务 公开 服务 互动\n突发！某地启动响应\n{_BODY}", f"突发！某地启动响应\n{_BODY}"),
        (f"北京\n天津\n河北\n山西\n更多\n首页 > 动态 > 正文\n各位代表：\n{_BODY}", f"各位代表：\n{_BODY}"),
    ),
    counter_examples=(
        f"某镇工作总结\n县水务局\n2022-01-10\n{_BODY}",
        f"一、首页\n二、登录\n三、注册\n某平台验收报告\n{_BODY}",
        f"同舟\n共济\n奋进\n图强\n某校校训释义\n{_BODY}",
        "首页\n登录\n搜索\n某镇工作总结",
    ),
)
FOOT_BLOCKS = Rule(
    name="page-foot",
    version=1,
    reason="Teasers of other texts and a site's foot below a dumped article make unrelated reports look alike.",
    families=frozenset({"dump"}),
    dumps_only=True,
    find=find_foot,
    context=DUMP,
    examples=(
        (f"{_BODY}\n相关新闻\n某县开展活动\n热门排行\n某地丰收\n关于我们 | 联系我们", f"{_BODY}\n"),
        (
            f"{_BODY}\n图文推荐\n某县丰收\n近日，某县小麦进入成熟期，农户抢抓晴好天气收割晾晒，一派忙碌的丰收景象。"
            "\n本报 2024-05-22 23:32:46\nCopyright © 2010 某网",
            f"{_BODY}\n",
        ),
    ),
    counter_examples=(
        f"{_BODY}\n推荐阅读\n一、书目推荐情况\n{_BODY}\n相关新闻\n见附件",
        f"{_BODY}\n相关新闻\n{_BODY}\n热门话题\n{_BODY}",
        f"{_BODY}\n推荐内容\n某县水务局",
        f"{_BODY}\n版权所有者权益保护\n联系我们的群众有36人次",
    ),
)
RULES = (MENUS, FOOT_BLOCKS)
