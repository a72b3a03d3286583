"""Rules about lines above a dumped article: breadcrumbs and lines of dates and counters. Titles: `titles`.

The dump platform reads the facts in these lines before any rule runs; `fields_of` tells both what such a line is.
"""

from collections.abc import Callable, Iterable
from itertools import islice, pairwise

from cleaners.rules.head.head_cells import steps_again
from cleaners.rules.head.meta_lines import ALL_LINES, HEAD_LINES, is_field_line, is_menu, path_of
from cleaners.rules.head.mill_heads import stands_again
from cleaners.rules.head.own_dates import is_later_day, is_own_date
from cleaners.rules.intro.intro_lines import is_intro
from cleaners.rules.lines import Line, is_sentence, lines_of, taken
from cleaners.rules.rule import Change, Context, Rule
from cleaners.rules.title.title_forms import is_same_title


def find_fields(text: str, context: Context) -> Iterable[Change]:
    """Take meta lines from the head of a dump."""
    found = head_lines(text, is_field_line, title=context.title)
    return taken(line for line in found if not is_later_day(line.words, [one.words for one in found]))


def find_menus(text: str, context: Context) -> Iterable[Change]:
    """Take menus from the head of a dump."""
    return taken(head_lines(text, is_menu))


def find_paths(text: str, context: Context) -> Iterable[Change]:
    """Take breadcrumbs from the head of a dump, and their last step where it stands again in brackets."""
    found = head_lines(text, lambda words: bool(path_of(words)))
    if not found:
        return []
    filled = [line for line in islice(lines_of(text), ALL_LINES) if line.words]
    again = steps_again(filled)
    return taken(sorted((*found, *(line for line in filled if line.start in again))))


def head_lines(text: str, is_wanted: Callable[[str], bool], *, title: str | None = None) -> list[Line]:
    """Give the wanted lines above the first running text and among the first other lines; something must follow.

    `title`: it is no running text, whatever marks it has.
    """
    found: list[Line] = []
    others = 0
    lines = [line for line in islice(lines_of(text), ALL_LINES) if line.words]
    above = ""
    for n, (line, below) in enumerate(pairwise(lines)):
        if is_wanted(line.words) and not is_own_date(line.words, above, below.words):
            found.append(line)
            above = line.words
            continue
        above = line.words
        others += 1
        is_title = title is not None and is_same_title(line.words, title)
        if others >= HEAD_LINES or (not is_title and ends_head(line.words) and not stands_again(lines, n)):
            break
    return found


def ends_head(words: str) -> bool:
    """Say whether a line is running text of the report: a sentence, but not the site's own introduction."""
    return is_sentence(words) and not is_intro(words) and not is_cut(words)


def is_cut(words: str) -> bool:
    """Say whether a line is a title that a page cut to a length: `关于开展某某工作的...`, no mark between clauses."""
    return words.endswith(("..", "…")) and len(words) <= CUT_CHARS and not any(mark in words for mark in CLAUSES)


CUT_CHARS, CLAUSES = 60, "。；，,;！!？?"


ARTICLE = Context(family="dump", title="工作总结", is_dump=True)
FIELDS = Rule(
    name="counters-line",
    version=18,
    reason="Dates, sources and counters above a dumped article are kept as facts.",
    families=frozenset(),
    dumps_only=True,
    find=find_fields,
    context=ARTICLE,
    examples=(
        ("浏览量:177 | 发布时间:2024-01-23\n今年以来。", "今年以来。"),
        ("来源: 青禾网2013-06-05 08:41:27\n今年以来。", "今年以来。"),
        ("来源：http://docs.example/a/1.html\n今年以来。", "今年以来。"),
        ("原创 笔友 写作社 2022-12-30 08:00 发表于湖南\n今年以来。", "今年以来。"),
        ("发布日期：2021-03-02 09:15 来源：本站 作者：佚名 浏览次数：35次\n今年以来。", "今年以来。"),
        ("阅读：1205 | 点赞：33 | 收藏：12 | 2022-10-11\n今年以来。", "今年以来。"),
        ("發(fā)布時間:2020-08-28 來源: 民主生活會 點擊:\n今年以來。", "今年以來。"),
        ("来源：溪口日报 2021-03-02 08:30\n今年以来。", "今年以来。"),
        ("来源：范文 时间：2021-03-02 点击： 推荐访问： 总结 总结2021 总结：\n今年以来。", "今年以来。"),
    ),
    counter_examples=(
        "浏览量突破10万次，发布时间：每周一。\n一、总结",
        "来源：市统计局抽样调查\n数据显示，全年增长。",
        "来源：抽样调查，截至 2021-03-02\n数据显示，全年增长。",
        "一、总结\n今年以来，阅读：全民参与。\n发布时间:2024-01-23",
        "一、总结\n今年以来，工作有序推进！\n2011-04-17\n再接再厉。",
    ),
)
PATHS = Rule(
    name="breadcrumb",
    version=13,
    reason="The path to a dumped article is kept as a fact.",
    families=frozenset(),
    dumps_only=True,
    find=find_paths,
    context=ARTICLE,
    examples=(
        ("当前位置：首页 > 范文大全 > 工作总结\n工作总结\n今年以来。", "工作总结\n今年以来。"),
        ("首页 » 公文写作 » 计划总结 » 正文\n今年以来。", "今年以来。"),
        ("首页 / 新闻速递 / 正文\n工作总结\n今年以来。", "工作总结\n今年以来。"),
        ("当前位置: 本站首页 -> 学工专栏 -> 学工动态\n今年以来。", "今年以来。"),
    ),
    counter_examples=(
        "当前位置：距县城12公里。\n今年以来。",
        "A > B\n比较结果如下。",
        "工作 / 学习 / 生活\n今年以来。",
        "首页<b> > 学习 > 生活\n今年以来。",
    ),
)
MENUS = Rule(
    name="site-menu",
    version=2,
    reason="The site's menu stands above a dumped article.",
    families=frozenset(),
    dumps_only=True,
    find=find_menus,
    context=ARTICLE,
    examples=(
        ("首页 公文 总结 计划 报告\n工作总结\n今年以来。", "工作总结\n今年以来。"),
        ("网站首页 | 范文大全 | 工作总结 | 心得体会\n工作总结\n今年以来。", "工作总结\n今年以来。"),
    ),
    counter_examples=(
        "总结 计划 报告 讲话 体会\n今年以来。",
        "首页 新闻\n今年以来。",
        "首页设置 首页栏目 便民服务 在线办事\n今年以来。",
    ),
)
RULES = (MENUS, PATHS, FIELDS)
