"""Rules about lines above a dumped article: breadcrumbs and lines of dates and counters. Titles: `titles`.

The dump platform reads the facts in these lines before any rule runs; `fields_of` tells both what such a line is.
"""

import re
from collections.abc import Callable, Iterable, Sequence

from cleaners.rules.lines import Line, is_sentence, lines_of, taken
from cleaners.rules.rule import Change, Context, Rule

PINYIN = re.compile(r"[(（]\s?[a-zāáǎàōóǒòēéěèīíǐìūúǔùǖǘǚǜü]{1,6}\s?[)）]")
"""A reading put in brackets behind a character on mirrored pages (reference: realtext, section 4); bounded."""
_LABELS = (
    "发布时间|发布日期|发表时间|发表日期|更新时间|更新日期|添加时间|上传时间|上传日期|撰写时间|成文日期|日期|时间|来源|稿源|文章来源|信息来源|作者|编辑|责任编辑|责编"
    "|浏览量|浏览次数|浏览|阅读量|阅读次数|阅读|阅读数|点击量|点击次数|点击|点击数|人气|热度|查看次数|查看|访问量|访问次数|下载次数|下载|评论数|评论|收藏|点赞|字号|字体"
    "|栏目|分类|类别|所属栏目|标签|关键词|关键字|投稿|录入|编号|供稿|审核|作者单位|字数|分享到|分享"
    "|發布時間|發佈時間|發布日期|發佈日期|發表時間|更新時間|時間|來源|點擊|點擊數|閱讀|瀏覽|瀏覽次數|人氣|欄目|分類"
)
LABEL = re.compile(rf"(?P<label>{'|'.join(sorted(_LABELS.split('|'), key=len, reverse=True))})\s*[:：]")
"""A label of a meta line, longest first."""
PATH = re.compile(
    r"(?:您?(?:现在的?|当前的?|所在的?)?位置|当前位置|所在位置|當前位置|您的位置)\s*[:：]\s*(?P<path>\S.{0,200})"
)
STEP = re.compile(r"\s*(?:>{1,2}|›|»|→)\s*")
DATE_SHAPE = re.compile(r"\d{4}\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}\s*日?(?:\s*\d{1,2}:\d{2}(?::\d{2})?)?")
WEB = re.compile(r"https?://[\x21-\x7e]{3,500}")
ACCOUNT = re.compile(rf"(?:原创\s+)?[^。；，]{{1,40}}\s+{DATE_SHAPE.pattern}\s+发表于\s?[一-鿿]{{2,8}}")
"""The line under the title of an article of a WeChat account; whole line, bounded."""
HOMES = frozenset({"首页", "主页", "网站首页", "返回首页", "本站首页", "首頁"})
HEAD_LINES = 8
"""Other filled lines from the top among which meta lines may stand (reference: realtext 3d: first 10 lines)."""
VALUE_CHARS = 30
"""Characters above which what follows a label is no value."""
SIZE_LABELS = frozenset({"字体", "字号"})
SIZES = re.compile(r"(?:打印|关闭|默认|[\s大中小超特AaTt+\-|｜/【】\[\]()（）])*+")
"""What stands behind `字体：`, the page's choice of sizes; possessive: one pass."""
COUNTED = re.compile(r"[\d.,]*\s*(?:[WwKk万千]?\+?)\s*(?:次|人|度|℃)?")


def plain(words: str) -> str:
    """Take pinyin readings out of a line, for telling labels and values; never for the stored text."""
    return PINYIN.sub("", words)


def fields_of(words: str) -> tuple[tuple[str, str], ...]:
    """Give the labels and values of a meta line; empty for any other line.

    The whole line must be labels with short values, and either two labels or one whose value is a date or a count.
    """
    line = plain(words)
    marks = list(LABEL.finditer(line))
    if not marks or (line[: marks[0].start()].strip(" |｜·-\t\u00a0\u3000【[（(") and not _is_date_head(line, marks)):
        return ()
    ends = [mark.start() for mark in marks[1:]] + [len(line)]
    fields = tuple(
        (mark["label"], line[mark.end() : end].strip(" |｜·/,，;；\t\u00a0\u3000"))
        for mark, end in zip(marks, ends, strict=True)
    )
    fields = tuple(part for field in fields for part in _apart(*field))
    if any((len(value) > VALUE_CHARS and not WEB.fullmatch(value)) or "。" in value for _, value in fields):
        return ()
    head = line[: marks[0].start()].strip()
    fields = (("时间", head), *fields) if _is_date_head(line, marks) else fields
    return fields if len(fields) > 1 or _is_telling(*fields[0]) else ()


def _is_telling(label: str, value: str) -> bool:
    """Say whether a label alone on its line is meta: True for a date, an address, a count, and sizes of letters."""
    return _is_measure(value) or (label in SIZE_LABELS and bool(SIZES.fullmatch(value)))


def _apart(label: str, value: str) -> tuple[tuple[str, str], ...]:
    """Set a bare date behind a value's separator apart: `收藏：12 | 2022-10-11`."""
    first, mark, rest = value.replace("｜", "|").rpartition("|")
    if mark and DATE_SHAPE.fullmatch(rest.strip()):
        return (label, first.rstrip(" |\t")), ("时间", rest.strip())
    return ((label, value),)


def _is_date_head(line: str, marks: Sequence[re.Match[str]]) -> bool:
    return bool(DATE_SHAPE.fullmatch(line[: marks[0].start()].strip(" |｜·-\t\u00a0\u3000")))


def _is_measure(value: str) -> bool:
    return bool(DATE_SHAPE.match(value) or WEB.fullmatch(value) or (value and COUNTED.fullmatch(value)))


def path_of(words: str) -> tuple[str, ...]:
    """Give the steps of a breadcrumb; empty for any other line."""
    match = PATH.fullmatch(words)
    line = match["path"] if match else words
    steps = tuple(step.strip() for step in STEP.split(line) if step.strip())
    is_path = len(steps) >= 2 and all(len(step) <= 40 for step in steps) and not is_sentence(words)
    return steps if is_path and (match or len(steps) >= 3) else ()


def find_fields(text: str, context: Context) -> Iterable[Change]:
    """Take meta lines from the head of a dump."""
    return taken(head_lines(text, is_field_line))


def is_menu(words: str) -> bool:
    """Say whether a line is a site's menu: True for four or more short words of which the first is its home."""
    parts = words.replace("|", " ").replace("｜", " ").split()
    return len(parts) >= 4 and parts[0] in HOMES and all(len(part) <= 6 for part in parts)


def find_menus(text: str, context: Context) -> Iterable[Change]:
    """Take menus from the head of a dump."""
    return taken(head_lines(text, is_menu))


def find_paths(text: str, context: Context) -> Iterable[Change]:
    """Take breadcrumbs from the head of a dump."""
    return taken(head_lines(text, lambda words: bool(path_of(words))))


def is_field_line(words: str) -> bool:
    """Say whether a line is meta: True for labels with values and for a date alone."""
    return bool(fields_of(words) or DATE_SHAPE.fullmatch(words) or ACCOUNT.fullmatch(words))


def head_lines(text: str, is_wanted: Callable[[str], bool]) -> list[Line]:
    """Give the wanted lines above the first running text and among the first other lines; something must follow."""
    found: list[Line] = []
    others = 0
    for line in lines_of(text):
        if not line.words or not text[line.after :].strip():
            continue
        if is_wanted(line.words):
            found.append(line)
            continue
        others += 1
        if others >= HEAD_LINES or is_sentence(line.words):
            break
    return found


ARTICLE = Context(family="dump", title="工作总结", is_dump=True)
FIELDS = Rule(
    name="counters-line",
    version=2,
    reason="Dates, sources and counters above a dumped article are kept as facts.",
    families=frozenset(),
    dumps_only=True,
    find=find_fields,
    context=ARTICLE,
    examples=(
        ("浏览量:177 | 发布时间:2024-01-23\n今年以来。", "今年以来。"),
        ("来源：http://docs.example/a/1.html\n今年以来。", "今年以来。"),
        ("原创 笔友 写作社 2022-12-30 08:00 发表于湖南\n今年以来。", "今年以来。"),
        ("发布日期：2021-03-02 09:15 来源：本站 作者：佚名 浏览次数：35次\n今年以来。", "今年以来。"),
        ("阅读：1205 | 点赞：33 | 收藏：12 | 2022-10-11\n今年以来。", "今年以来。"),
        ("發(fā)布時間:2020-08-28 來源: 民主生活會 點擊:\n今年以來。", "今年以來。"),
    ),
    counter_examples=(
        "浏览量突破10万次，发布时间：每周一。\n一、总结",
        "来源：市统计局抽样调查\n数据显示，全年增长。",
        "一、总结\n今年以来，阅读：全民参与。\n发布时间:2024-01-23",
    ),
)
PATHS = Rule(
    name="breadcrumb",
    version=1,
    reason="The path to a dumped article is kept as a fact.",
    families=frozenset(),
    dumps_only=True,
    find=find_paths,
    context=ARTICLE,
    examples=(
        ("当前位置：首页 > 范文大全 > 工作总结\n工作总结\n今年以来。", "工作总结\n今年以来。"),
        ("首页 » 公文写作 » 计划总结 » 正文\n今年以来。", "今年以来。"),
    ),
    counter_examples=(
        "当前位置：距县城12公里。\n今年以来。",
        "A > B\n比较结果如下。",
    ),
)
MENUS = Rule(
    name="site-menu",
    version=1,
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
