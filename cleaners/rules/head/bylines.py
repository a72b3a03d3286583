"""Rules about lines above a dumped article that their neighbours tell: names, journals, nicknames, buttons, menus.

What such lines are: `head_lines`. Lines that tell themselves (dates, counters, paths): `heads`.
"""

from collections.abc import Callable, Iterable

from cleaners.rules.head.columns_again import AGAIN
from cleaners.rules.head.head_lines import head_of, is_apart
from cleaners.rules.head.head_titles import home_path, title_in
from cleaners.rules.lines import taken
from cleaners.rules.rule import Change, Context, Rule


def _finder(*kinds: str) -> Callable[[str, Context], Iterable[Change]]:
    def find(text: str, context: Context) -> Iterable[Change]:
        return taken(one.line for one in head_of(text) if one.kind in kinds)

    return find


def find_apart(text: str, context: Context) -> Iterable[Change]:
    """Take fields that are no lines by themselves: labels and values apart, or behind the title on its line."""
    fields = (one.line for one in head_of(text) if one.kind == "field")
    return taken(line for line in fields if is_apart(line, text))


def find_home_paths(text: str, context: Context) -> Iterable[Change]:
    """Take a path set apart by blanks, which begins with the home page and ends with the title."""
    head = head_of(text)
    title = context.title or title_in(head)
    return taken(one.line for one in head if home_path(one.words, title))


def find_injected(text: str, context: Context) -> Iterable[Change]:
    """Take runs of obscene words and lone marks, and lines of nothing but tags beside such a run."""
    head = head_of(text)
    is_run = any(one.kind == "injected" for one in head)
    return taken(one.line for one in head if one.kind in ("injected", "stray") or (is_run and one.kind == "strewn"))


_TEXT = "逢五的集改成了逢二逢五逢八，镇上的布摊、菜摊和修鞋摊都跟着改了日子，赶集的人比以前多了一倍。"
ARTICLE = Context(family="dump", title="某镇2021年工作总结", is_dump=True)
BYLINE = Rule(
    name="byline",
    version=27,
    reason="Author, journal, nickname and column beside the date of a dumped article are kept as facts.",
    families=frozenset(),
    dumps_only=True,
    find=_finder("byline"),
    context=ARTICLE,
    examples=(
        (
            "某镇2021年工作总结\n2021-12-06张青禾\n某某月刊 2021年12期\n今年以来，工作有序。",
            "某镇2021年工作总结\n今年以来，工作有序。",
        ),
        ("某镇2021年工作总结\n2021-03-02 10:20:33 青禾 工作总结 我要投稿\n今年以来，"
            "工作有序。", "某镇2021年工作总结\n今年以来，工作有序。"),
        ("某镇2021年工作总结\n作者：青禾\n今年以来，工作有序。", "某镇2021年工作总结\n今年以来，工作有序。"),
        ("某鎮2021年工作總結\n發佈時間：2021-03-02\n來源：某某網\n今年以來，"
            "工作有序。", "某鎮2021年工作總結\n發佈時間：2021-03-02\n今年以來，工作有序。"),
        ("某镇2021年工作总结\nqinghe 总结与计划1阅读模式\n今年以来，"
            "工作有序。", "某镇2021年工作总结\n今年以来，工作有序。"),
    ),
    counter_examples=(
        "来源：市统计局抽样调查\n数据显示，全年增长。",
        "某镇2021年工作总结\n来源：市统计局\n今年以来，工作有序。",
        "某镇2021年工作总结\n2021年3月2日\n今年以来，工作有序。",
        "时间：2021年3月2日\n地点：三楼会议室\n主持：青禾\n会议研究了三个问题。",
        "今年以来，工作有序。\n作者：青禾",
    ),
)
BUTTONS = Rule(
    name="head-buttons",
    version=27,
    reason="Buttons for copying, sizes of letters, searching and logging in stand above a dumped article.",
    families=frozenset(),
    dumps_only=True,
    find=_finder("button"),
    context=ARTICLE,
    examples=(
        ("Skip to main content\n搜索\n某镇2021年工作总结\n正文复制\n今年以来，"
            "工作有序。", "某镇2021年工作总结\n今年以来，工作有序。"),
        ("某镇2021年工作总结\n【大 中 小】 打印 收藏\n今年以来，"
            "工作有序。", "某镇2021年工作总结\n今年以来，工作有序。"),
        ("登錄 | 註冊\n某鎮2021年工作總結\n今年以來，工作有序。", "某鎮2021年工作總結\n今年以來，工作有序。"),
    ),
    counter_examples=(
        "搜索、登录、注册一网通办\n今年以来，工作有序。",
        "今年以来，工作有序。\n打印\n收藏",
        "正文复制",
        "一、登录\n今年以来，平台登录人数有所增加。",
    ),
)
STRIP = Rule(
    name="menu-strip",
    version=2,
    reason="The site's menu stands above a dumped article, with or without its home page, and above the title.",
    families=frozenset(),
    dumps_only=True,
    find=_finder("strip"),
    context=ARTICLE,
    examples=(
        ("总结 计划 报告 讲话 体会 党建\n某镇2021年工作总结\n今年以来，"
            "工作有序。", "某镇2021年工作总结\n今年以来，工作有序。"),
        ("范文 | 公文 | 党建 | 述职 "
            "| 心得\n发布时间：2021-03-02\n今年以来，工作有序。", "发布时间：2021-03-02\n今年以来，工作有序。"),
    ),
    counter_examples=(
        "总结 计划 报告 讲话 体会\n今年以来，工作有序。",
        "某镇2021年工作总结\n张三 李四 王五 赵六 钱七\n今年以来，工作有序。",
        "坚定信心 真抓实干\n某镇2021年工作总结\n今年以来，工作有序。",
    ),
)
SITE = Rule(
    name="site-name-line",
    version=8,
    reason="The site's name on the first line of a dump, above the title, is kept as a fact.",
    families=frozenset(),
    dumps_only=True,
    find=_finder("site"),
    context=ARTICLE,
    examples=(
        ("青禾范文网\n某镇2021年工作总结\n今年以来，工作有序。", "某镇2021年工作总结\n今年以来，工作有序。"),
        ("首页 公文 总结 计划\n青禾公文網\n某鎮2021年工作總結\n今年以來，"
            "工作有序。", "首页 公文 总结 计划\n某鎮2021年工作總結\n今年以來，工作有序。"),
    ),
    counter_examples=(
        "青禾范文网\n今年以来，工作有序。",
        "织密防护网\n筑牢安全线\n今年以来，工作有序。",
        "某镇2021年工作总结\n青禾工作站\n今年以来，工作有序。",
    ),
)
RATED_LIST = Rule(
    name="rated-list",
    version=6,
    reason="Titles of other texts with `推荐度：` stand between title and text on yjbys pages (realtext, family 13).",
    families=frozenset(),
    dumps_only=True,
    find=_finder("rated", "list"),
    context=ARTICLE,
    examples=(
        (
            "某镇2021年工作总结\n• 相关推荐\n- 某县工作总结 推荐度：\n- 某乡工作计划 推荐度：\n今年以来，工作有序。",
            "某镇2021年工作总结\n今年以来，工作有序。",
        ),
        ("某镇2021年工作总结\n某县工作总结 推荐度:\n今年以来，工作有序。", "某镇2021年工作总结\n今年以来，工作有序。"),
    ),
    counter_examples=(
        "某镇2021年工作总结\n相关推荐\n今年以来，工作有序。",
        "今年以来，推荐度：较高。\n一、总结",
    ),
)
HOME_PATH = Rule(
    name="home-path",
    version=1,
    reason="A path set apart by blanks, from the home page to the title, is kept as a fact.",
    families=frozenset(),
    dumps_only=True,
    find=find_home_paths,
    context=ARTICLE,
    examples=(
        ("首页 理论教育 某镇2021年工作总结\n某镇2021年工作总结\n今年以来，"
            "工作有序。", "某镇2021年工作总结\n今年以来，工作有序。"),
        ("首页 某镇2021年工作总结\n今年以来，工作有序。", "今年以来，工作有序。"),
    ),
    counter_examples=(
        "首页 理论教育 某镇2020年工作总结\n今年以来，工作有序。",
        "首页改版说明 某镇2021年工作总结\n今年以来，工作有序。",
    ),
)
MARKS = Rule(
    name="site-mark",
    version=4,
    reason="`【host--column】` and `第2/3页` above a text are the site's; the column is kept as a fact.",
    families=frozenset(),
    dumps_only=True,
    find=_finder("mark", "page"),
    context=ARTICLE,
    examples=(
        ("【www.docs.example--工作总结】\n今年以来，工作有序。", "今年以来，工作有序。"),
        ("某镇2021年工作总结\n第2/3页\n今年以来，工作有序。", "某镇2021年工作总结\n今年以来，工作有序。"),
    ),
    counter_examples=(
        "【工作总结】\n今年以来，工作有序。",
        "今年以来，工作有序。\n第2/3页",
        "【www.docs.example】网站改版完成，今年以来工作有序。",
    ),
)
INJECTED = Rule(
    name="injected-head",
    version=11,
    reason="Mirrors on strangers' domains open with a run of obscene words and lone marks (realtext, family 26).",
    families=frozenset(),
    dumps_only=True,
    find=find_injected,
    context=ARTICLE,
    examples=(
        (
            "国产成人无码精品_亚洲熟女在线观看_免费视频一区二区\n?\n某镇2021年工作总结\n今年以来，工作有序。",
            "某镇2021年工作总结\n今年以来，工作有序。",
        ),
        (
            "99热久久,日韓人妻在線,亞洲毛片免費\n某鎮2021年工作總結\n今年以來，工作有序。",
            "某鎮2021年工作總結\n今年以來，工作有序。",
        ),
        ("•\n某镇2021年工作总结\n今年以来，工作有序。", "某镇2021年工作总结\n今年以来，工作有序。"),
    ),
    counter_examples=(
        "一区二区三区精品民宿免费视频在线观看\n某镇2021年工作总结\n今年以来，工作有序。",
        "某镇2021年扫黄打非工作总结\n今年以来，查处毛片、成人视频等在线观看网站3个。",
        "今年以来，工作有序。\n?\n某镇2021年工作总结",
        "某镇2021年工作总结\n?\n今年以来，工作有序。",
    ),
)
APART = Rule(
    name="fields-apart",
    version=2,
    reason="Cells of a page's box, `来源` above `某某网`, one a line: dates, sources and counters, kept as facts.",
    families=frozenset(),
    dumps_only=True,
    find=find_apart,
    context=ARTICLE,
    examples=(
        (
            "某镇2021年工作总结\n发布时间：\n2021-03-02\n来源：\n某某网\n今年以来，全镇工作有序推进，成效明显。\n",
            "某镇2021年工作总结\n今年以来，全镇工作有序推进，成效明显。\n",
        ),
        (
            "某镇2021年工作总结\n来源\n某某网\n阅读\n356\n今年以来，全镇工作有序推进，成效明显。\n",
            "某镇2021年工作总结\n今年以来，全镇工作有序推进，成效明显。\n",
        ),
    ),
    counter_examples=(
        "某镇2021年会议纪要\n时间：\n2021年3月2日\n地点：\n三楼会议室\n会议研究了三个问题，形成了一致意见。\n",
        "某镇2021年工作总结\n编号：\n12\n各村：\n今年以来，全镇工作有序推进，成效明显。\n",
    ),
)
MASTS = Rule(
    name="names-over-headline",
    version=1,
    reason="Names, links and a motto of the site stand over the headline that the page's day stands right below.",
    families=frozenset(),
    dumps_only=True,
    find=_finder("mast"),
    context=ARTICLE,
    examples=(
        (
            "溪口招商合作\n联系“青禾记事小李”\n开店的人注意了，小镇集市正在变样\n2021-06-11 10:40:00\n" + _TEXT,
            "开店的人注意了，小镇集市正在变样\n2021-06-11 10:40:00\n" + _TEXT,
        ),
        (
            "分享好友 茶舍首页 频道列表\n青禾盏传习班开班 老师傅：愿手艺后继有人\n2019-04-2612573\n" + _TEXT,
            "青禾盏传习班开班 老师傅：愿手艺后继有人\n2019-04-2612573\n" + _TEXT,
        ),
    ),
    counter_examples=(
        "溪口镇\n人民法院\n2021年全镇民事审判工作总结\n2021-06-11 10:40:00\n" + _TEXT,
        "守山的人\n记溪口镇青禾村护林员的三十年\n2021-06-11 10:40:00\n" + _TEXT,
        "一场雪\n两个人\n三十里山路走到天亮才走完\n2021-06-11 10:40:00\n" + _TEXT,
        "溪口招商合作\n联系我们\n开店的人注意了，小镇集市正在变样\n" + _TEXT,
        "溪口招商合作\n联系我们\n开店的人注意了，小镇集市正在变样\n2021-06-11 10:40:00\n谢谢",
    ),
)
RULES: tuple[Rule, ...] = (MASTS, AGAIN, INJECTED, MARKS, SITE, STRIP, RATED_LIST, HOME_PATH, BYLINE, BUTTONS, APART)
"""Each before what it leans on: names and strips before the buttons and paths below them, the date last."""
