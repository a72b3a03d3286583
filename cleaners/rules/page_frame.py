"""Rules about the frame of a dumped page: a site's menus above its article, other articles and the site's foot below.

Seen on most news and document pages whose whole text was dumped: dozens of lines of one or two words above, teasers of
other texts below. `core_of` says where the article begins and ends; the dump platform reads title and facts in there.
Single lines at head and tail are the business of `heads`, `navigation` and `tails`.
"""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from cleaners.regex import regex
from cleaners.rules.folding import folded
from cleaners.rules.lines import ENUMERATOR, HAN, Line, is_sentence, lines_of, taken
from cleaners.rules.menu_words import MENU_WORDS
from cleaners.rules.meta_lines import DATE_SHAPE, is_field_line, path_of
from cleaners.rules.paper_lines import SHEETS, frame_end
from cleaners.rules.rule import Change, Context, Rule
from cleaners.rules.tail_lines import is_tail_line
from cleaners.rules.title_forms import TITLE_CHARS

MENU_SIGNS = 2
"""Different menu words above an article that make what stands there a menu."""
MENU_CHARS = 12
"""Characters above which a line is no entry of a menu but a strip of them, a teaser or text."""
MENU_LINES = 5
"""Lines of a menu without any sign."""
PROSE_HAN = 25
"""Han characters of a line that is running text and no teaser's title."""
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
SECTION = regex(
    r"(?:相关|热门|热点|推荐|精彩|最新|图文|网友|随机|今日|延伸|猜你|大家|为[您你]|编辑|責任編輯|点击|阅读|同类|其他|其它|本周|本月|24小时|7天|视频|相關|熱門|熱點|推薦"
    r"|栏目|本栏|最后|最近|站内|更多){1,2}\s?(?:列表|更新|热门|点击|阅读|新闻|文章|推荐|搜索|资讯|资源|排行榜?|内容|图片|专题|话题|视频|评论|喜欢|关注|标签|热榜|排名|在看|都在看|都在搜|回答|问题|文档"
    r"|閱讀|新聞|推薦|評論)(?:\s?(?:更多|换一换|换一批))?\s?[>»›:：+]*"
)
"""The head of a block of other texts, alone on its line; bounded."""
FOOT = regex(
    r".{0,60}(?:Copyright|All Rights Reserved|Powered by|ICP[备证]|公网安备"
    r"|许可证(?:编?号)?[:：]?\s?[\dA-Za-z]|版[权權]所有(?!者)"
    r"|(?:友情链接|联系我们|关于我们|关于本站|网站地图|加载更多|服务条款|隐私政策|举报邮箱|不良信息举报)(?=$|[^一-鿿]|[友联关网服隐广免招法])"
    r").{0,120}",
    re.IGNORECASE,
)
"""A line of a site's foot; whole line, bounded on both sides."""
BUTTON_WORDS = frozenset(
    {"来顶一下", "顶一下", "踩一下", "返回首页", "打印", "挑错", "纠错", "举报", "分享", "点赞", "收藏", "评论"}
)
"""Buttons right below an article."""
FOOT_CHARS = 180
PAGER = regex(r"(?:共\d{1,3}页[:：]?|(?:首页|上一页|下一页|尾页|末页|\d{1,3}|[/\s|\[\]]){2,60}+)")
"""Links to other pages of an article; such words and numbers only, possessive: one pass."""
CLOCK = regex(r".{0,30}\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?(?:\s*\d{1,2}:\d{2}(?::\d{2})?)?"
              r"|\d{2}-\d{2}(?:\s\d{2}:\d{2})?")
"""The line of a teaser that holds its date, with a name before it or none; bounded."""
TEASER_CHARS = 160
FOOT_SIGNS = 2
"""Heads of blocks and lines of a foot that must stand below an article before anything there is taken."""


def core_of(lines: Sequence[Line]) -> tuple[int, int]:
    """Give the first line of the article and the first line behind it; (0, len) for a text that has no frame."""
    return _core(tuple(lines))


@lru_cache(maxsize=2)
def _core(lines: tuple[Line, ...]) -> tuple[int, int]:
    filled = [n for n, line in enumerate(lines) if line.words]
    prose = next((at for at, n in enumerate(filled) if _is_prose(lines[n].words)), None)
    paper = frame_end([lines[n].words for n in filled[: SHEETS + 1]])
    start = filled[paper] if 0 < paper < len(filled) else 0  # a page may be nothing but its frame
    if prose is None:
        return start, len(lines)
    if not paper and prose <= HEAD_LINES:
        start = _start(lines, filled[: prose + 1])
    return start, _stop(lines, filled[prose])


def _is_prose(words: str) -> bool:
    return is_sentence(words) and len(HAN.findall(words)) >= PROSE_HAN


def _start(lines: Sequence[Line], filled: Sequence[int]) -> int:
    """Give the first line of the article; 0 where that is not sure. The last of `filled` is running text."""
    words = [lines[n].words for n in filled[:-1]]
    at = _behind_menu(words)
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
    return len(words) <= RUN_CHARS and not ENUMERATOR.match(words) and words[-1] not in "：:，,。；;、!！?？"


def _is_strip(words: str) -> bool:
    """Say whether a line is a menu on one line: True for five or more short words, or three with a menu's word."""
    parts = [part for part in re.split(r"[\s|｜·]+", words) if part and part != "/"]
    if sum(part[-1] in ":：" for part in parts) > 1:
        return False  # labels whose values are lost
    if words[0] in "(（" and words[-1] in ")）":  # `(某大学 某学院, 某省 某市 123456)` under a journal's title
        return False
    short = all(len(part) <= MENU_CHARS for part in parts) and any(len(part) > 1 for part in parts)  # no `工 作 报 告`
    return short and (len(parts) >= 5 or (len(parts) >= 3 and any(folded(part) in MENU_WORDS for part in parts)))


def _is_menu(menu: Sequence[str]) -> bool:
    """Say whether lines above a title are a site's menu: True by two of its words, a strip, or many short lines."""
    signs = {words for words in menu if folded(words) in MENU_WORDS}
    if len(signs) >= MENU_SIGNS or any(_is_strip(words) for words in menu):
        return True
    short = [words for words in menu if len(words) <= MENU_CHARS and not is_field_line(words)]
    return bool(signs) and len(short) >= MENU_LINES


def _stop(lines: Sequence[Line], prose: int) -> int:
    """Give the first line of what stands below the article; the number of lines where that is not sure."""
    places = [n for n in range(prose + 1, len(lines)) if lines[n].words]
    words = [lines[n].words for n in places]
    signs = [at for at, line in enumerate(words) if _is_section(line) or _is_foot(line)]
    if len(signs) < FOOT_SIGNS:
        return len(lines)
    # Judged once for all places where a foot may open: only its own first two lines lack those above them.
    last_own = next((at for at in range(len(words) - 1, -1, -1) if _is_own(words, at)), -1)
    for at in range(max(0, last_own - 1), signs[-FOOT_SIGNS] + 1):
        rest = words[at : at + 5]
        if _opens_foot(words[at]) and not any(_is_own(rest, near) for near in range(min(2, len(rest)))):
            return places[at]
    return len(lines)


def _opens_foot(words: str) -> bool:
    if folded(words) in MENU_WORDS or folded(words) in BUTTON_WORDS:
        return True
    return bool(words) and (_is_section(words) or _is_foot(words) or is_tail_line(words) or _is_pager(words))


def _is_pager(words: str) -> bool:
    return len(words) <= FOOT_CHARS and bool(PAGER.fullmatch(words))


def _is_section(words: str) -> bool:
    return len(words) <= MENU_CHARS and bool(SECTION.fullmatch(folded(words).replace("\u3000", "")))


def _is_foot(words: str) -> bool:
    return len(words) <= FOOT_CHARS and bool(FOOT.fullmatch(folded(words)))


def _is_own(rest: Sequence[str], at: int) -> bool:
    """Say whether a line below a block's head is the article's own: running text that is no teaser, or a heading."""
    words = rest[at]
    if re.match(r"[一二三四五六七八九十]{1,2}、|[（(][一二三四五六七八九十]{1,2}[)）]", words):
        return True
    if not (_is_prose(words) or _is_clause(words)) or _is_foot(words) or is_tail_line(words):
        return False
    return len(words) > TEASER_CHARS or not any(CLOCK.fullmatch(near) for near in rest[max(0, at - 2) : at + 3])


def _is_clause(words: str) -> bool:
    """Say whether a line is a short sentence: `以上名单公示五天。` is no name of another text, nor of a button."""
    return words.endswith(("。", "！", "；")) and is_sentence(words)


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
    above = [line for line in words[:dated] if TITLE_FEWEST <= len(line) <= TITLE_CHARS and "。" not in line]
    return above[-1] if above and dated is not None else None


def path_above(text: str) -> tuple[str, ...]:
    """Give the steps of the path among the menus above an article; empty where none stands there."""
    lines = lines_of(text)
    above = (path_of(line.words) for line in reversed(lines[: core_of(lines)[0]]))
    return next((steps for steps in above if steps), ())


def find_menus(text: str, context: Context) -> Iterable[Change]:
    """Take what stands above the article."""
    lines = lines_of(text)
    return taken(lines[: core_of(lines)[0]])


def find_foot(text: str, context: Context) -> Iterable[Change]:
    """Take what stands below the article."""
    lines = lines_of(text)
    return taken(lines[core_of(lines)[1] :])


_BODY = "今年以来，全镇干部职工团结一心，各项重点工作有序推进，取得了阶段性成效。"
DUMP = Context(family="dump", is_dump=True)
MENUS = Rule(
    name="page-menus",
    version=5,
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
