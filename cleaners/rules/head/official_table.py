"""The table of catalogue facts above an official document (reference: realtext, family 24), told and taken.

Its rows are labels and values in one line, in cells, or one below the other. The reader of dumps reads the same rows.
"""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from cleaners.regex import regex
from cleaners.rules.folding import folded
from cleaners.rules.head.bare_table import bare_rows
from cleaners.rules.head.meta_lines import plain
from cleaners.rules.head.site_masts import is_box
from cleaners.rules.lines import ENUMERATOR, Line, filled, is_sentence, lines_of, taken
from cleaners.rules.rule import Change, Context, Rule
from cleaners.rules.title.title_forms import is_title_like

OFFICIAL = (
    "索引号|信息索引号|索引|主题分类|主题词|组配分类|信息分类|体裁分类|服务对象分类|发文机构|发文机关|发文单位"
    "|发布机构|发布机关|发布单位|公开单位|公开主体|制发机关|责任部门"
    "|点击数|浏览量|阅读量|点击量|点击次数|浏览次数|访问次数|生成时间|发文时间|发文字号|文号|文件编号|文件号|成文日期|成文时间|生成日期|发布日期|发布时间|公开日期|公开时间|发文日期|印发日期"
    "|生效日期|实施日期|施行日期|废止日期|失效日期|有效性"
    "|信息有效性|文件状态|效力状态|时效性|时效|是否有效|内容概述|信息名称|文件名称|名称|标题|公开方式|公开形式|公开时限"
    "|公开目录|公开属性|公开栏目|目录编号|统一编号|规范性文件编号|有效期|保存期限|文件类型|主题类别|解读文件|关联文件"
    "|公开范围|公开程序|公开类别|信息类别|体裁|主题|关键词|分类|所属分类|来源"
    "|颁布单位|颁布机关|颁布部门|制定机关|发布部门|颁布日期|颁布时间|效力级别|效力|颁布文号|发布文号|发文文号|备注/文号|公文生成日期|产生日期"
    "|签发日期|失效时间|废止时间|生效时间|实施时间|法定主动公开分类|主动公开分类|公文种类|公文类型|公文名称|政策咨询机关|政策咨询电话|咨询机关|咨询电话"
    "|法律效力|应用分类|效力属性|时效状态|公布日期|批准日期|登记号|统一登记号|获取方式|公开对象|责任处室|公开责任部门|信息来源|有效期限|有效状态|信息标题|文件标题"
    "|信息索引|公开机构|公开内容|法定主动公开内容|公开事项名称|公开依据|服务对象|公开责任单位|内容分类|信息编号|文种|文件文号|责任单位|所属机构"
)
_SURE = (
    "索引号|信息索引号|主题分类|组配分类|体裁分类|发文机构|发文机关|发布机构|发布机关|发文字号|成文日期|生成日期|生成时间"
    "|有效性|效力状态|内容概述|信息名称|颁布单位|颁布机关|颁布部门|颁布日期|效力级别|公文生成日期|备注/文号|法定主动公开分类"
    "|信息索引|公开机构|公开形式|公开方式|公开主体|公开日期|公开时限|公开范围|公开事项名称|法定主动公开内容|服务对象|废止日期|失效日期|生效日期"
    "|实施日期|施行日期"
)
SURE = frozenset(_SURE.split("|"))
"""Labels that only such tables have; three different ones make a line or a run of lines a table."""
LEAST = 3
DATED = frozenset({"发布日期", "发布时间", "发文日期", "发文时间", "成文日期", "公开时间", "印发日期"})
"""With one of these two sure labels are a table's."""
TABLE_LINES = 40
"""Filled lines from the top among which a table stands."""
VALUE_CHARS = 160
"""Characters of a value; `内容概述` may be a sentence."""
def _wide(name: str) -> str:
    return r"[ \u3000\u00a0]{0,4}".join(name) if len(name) <= 4 else name


_LONGEST_FIRST = "|".join(map(_wide, sorted(OFFICIAL.split("|"), key=len, reverse=True)))
LABEL = regex(
    rf"(?<![一-鿿])(?P<label>{_LONGEST_FIRST}|号(?=[:：]\s?[\dA-Za-z/-]{{8}})|性(?=[:：]\s?(?:有效|失效|废止|已)))"
    r"(?:[ \u3000]{0,4}[:：][ \u3000]{0,4}|[ \u3000]{0,4}[\t|｜][ \u3000]{0,4}"
    r"|[ \u3000]{0,3}[\]］】][ \u3000]{0,4}|(?=\s{0,9}$))"
)
"""A label, wide or not (`索 引 号`), with its colon, bracket or its cell's border, or alone on its line. Bounded.

Pages that widen a label by boxes lose its first characters in a dump: `号：AB001/2021-00012`, `性：有效`.
"""
LOST = {"号": "索引号", "性": "有效性"}
"""What is left of a label, and the label."""
UNKNOWN = regex(r"[•·●▪\s]{0,4}[一-鿿/（）()]{2,12}[ \u3000]{0,3}[:：][^。；！？\n]{0,80}")
"""A row under a label that only its own office uses; bounded. It counts between rows that are known."""
_SHORT = ("索引号", "文号", "时效")
"""Short labels that no word begins with."""
_LONG = "|".join(sorted((one for one in OFFICIAL.split("|") if len(one) > 3 or one in _SHORT), key=len, reverse=True))
_WIDE_ALONE = ("文号", "索引号", "有效性", "时效性", "主题词")
_SET_WIDE = "|".join("[ \\u3000]{1,3}".join(one) for one in _WIDE_ALONE)
BARE = regex(rf"(?<![一-鿿])(?P<label>{_LONG}|{_SET_WIDE})(?:[ \u3000]{{1,4}}(?=\S)|\s{{0,9}}$)")
"""The same before a blank alone, of labels that no word begins with, set wide or not (`文　号`); two in a line, or a
sure one at its start."""
_ALONE = frozenset(OFFICIAL.split("|"))
DOTS, LIST_DOTS = "[•·●▪-", "•·●▪◦"
"""What a list sets before its entries."""
AROUND = " \t\u3000\u00a0|｜;；【】[]［］"


def row_of(words: str) -> tuple[tuple[str, str], ...]:
    """Give the labels and values of a table's line; empty for any other line. A label alone has an empty value."""
    if len(words) > 400:
        return ()
    words = plain(words) if "(" in words or "（" in words else words
    line = folded(words)
    marks = list(LABEL.finditer(line))
    if not marks or line[: marks[0].start()].strip(AROUND + DOTS):
        marks = _bare_marks(line)
    if all(part in _ALONE for part in line.split()):
        return tuple((part, "") for part in line.split())
    if not marks or line[: marks[0].start()].strip(AROUND + DOTS):
        return ()
    ends = [*(mark.start() for mark in marks[1:]), len(words)]
    return tuple(
        (_named("".join(mark["label"].split())), words[mark.end() : end].strip(AROUND))
        for mark, end in zip(marks, ends, strict=True)
    )


def _named(label: str) -> str:
    return LOST.get(label, label)


def _bare_marks(line: str) -> list[re.Match[str]]:
    """Give the labels of a line that sets blanks for colons; empty for a sentence that begins like one."""
    marks = list(BARE.finditer(line)) if "。" not in line and "，" not in line else []
    is_row = len(marks) > 1 or any(not mark.start() and "".join(mark["label"].split()) in SURE for mark in marks)
    return marks if is_row else []


@lru_cache(maxsize=2)
def _table(lines: tuple[Line, ...]) -> tuple[tuple[int, ...], tuple[tuple[str, str], ...]]:
    """Give the indices of a table's lines and its rows; both empty where there is none."""
    places: list[int] = []
    unknown: list[int] = []
    rows: list[tuple[str, str]] = []
    waiting, is_whole = False, True  # a title in between ends it, unless a label follows that no text has
    for index in filled(lines)[:TABLE_LINES]:
        words = lines[index].words
        found = row_of(words)
        if found and (is_whole or SURE & {label for label, _ in found}):
            rows += found
            places += unknown
            unknown = []
            waiting = not found[-1][1] and len(found) == 1
        elif waiting and len(words) <= VALUE_CHARS and _is_value(words, lines[: places[0]], rows) and not (
            words[0] in LIST_DOTS and lines[places[-1]].words[0] in LIST_DOTS  # the next entry: the label has no value
        ):
            rows[-1] = (rows[-1][0], words)
            waiting = False
        elif places and not found and is_whole and UNKNOWN.fullmatch(words) and index - (places + unknown)[-1] <= GAP:
            unknown.append(index)
            continue
        elif places and (found or is_sentence(words) or index - places[-1] > GAP):
            break
        else:
            waiting, is_whole = False, not places
            continue
        places.append(index)
    labels = {label for label, _ in rows}
    sure = len(labels & SURE)
    is_table = sure >= LEAST or (sure > 1 and len(labels) >= LEAST and not labels.isdisjoint(DATED))
    is_table = is_table or (sure > 1 and "索引号" in labels and len(labels) > LEAST)
    return (tuple(places), tuple(rows)) if is_table else bare_rows(lines)


def _is_value(words: str, above: Sequence[Line], rows: Sequence[tuple[str, str]]) -> bool:
    """Say whether a line is the value of the label above it: no heading, nor a title above the table or below it.

    In a table whose rows hold their values a label alone has none.
    """
    if sum(bool(value) for _, value in rows[:-1]) > 2 and rows[-1][0] in NUMBERS and not NUMBER.search(words):
        return False
    return not ENUMERATOR.match(words) and all(words != line.words for line in above)


NUMBERS = frozenset({"统一编号", "统一登记号", "登记号", "文号", "发文字号", "文件编号", "规范性文件编号"})
"""Labels whose value holds a number: below one without it the title may stand."""
NUMBER = regex(r"\d")


GAP = 3
"""Lines between rows, blank ones counted, behind which the table has ended."""


def table_pairs(lines: Sequence[Line]) -> tuple[tuple[str, str], ...]:
    """Give labels and values of the table above a text; empty where there is none."""
    return tuple(sorted((pair for pair in _table(tuple(lines))[1] if pair[1]), key=lambda pair: pair[0] != TOPIC))


TOPIC = "主题分类"
"""The surest of several labels of one fact, given first."""


def table_title(lines: Sequence[Line]) -> str | None:
    """Give the title that the table above a text states, for a page that prints it nowhere else; None for none."""
    return next((value for label, value in table_pairs(lines) if label in NAMES and is_title_like(value)), None)


NAMES = ("标题", "信息名称", "文件名称", "名称", "信息标题", "文件标题", "公文名称")
"""Labels of a document's own name, the surest first."""


def table_lines(text: str) -> list[Line]:
    """Give the lines of the table above a text; something must follow."""
    if not any(word in text[:TOP] for word in SIGNS):
        return []
    lines = lines_of(text)
    places = _table(tuple(lines))[0]
    if not places or not text[lines[places[-1]].after :].strip():
        return []
    box = next((n for n in range(places[0] - 1, max(-1, places[0] - GAP), -1) if lines[n].words), 0)
    return [*([lines[box]] if lines[box].words and is_box(lines[box].words) else []), *(lines[n] for n in places)]


TOP = 3000
"""Characters from the top in which a table has one of SIGNS."""
SIGNS = ("索", "分类", "分類", "机构", "機構", "机关", "機關", "颁布", "頒布", "• ", "●", "▪", "◦")


def find_table(text: str, context: Context) -> Iterable[Change]:
    """Take the table above a text."""
    return taken(table_lines(text))


TABLE = Rule(
    name="official-table",
    version=11,
    reason="The catalogue table above an official document is kept as facts: number, issuer, dates, validity.",
    families=frozenset(),
    dumps_only=True,
    find=find_table,
    context=Context(family="dump", title="某县2021年工作总结", is_dump=True),
    examples=(
        (
            "索引号：AB001/2021-00012 主题分类：工作总结\n发布机构：某县政府办 成文日期：2021-03-01\n"
            "某县2021年工作总结\n今年以来，工作有序。",
            "某县2021年工作总结\n今年以来，工作有序。",
        ),
        (
            "索 引 号\tAB001\t发文机关\t某县政府办\n发文字号\t某政发〔2021〕3号\t有 效 性\t有效\n今年以来，工作有序。",
            "今年以来，工作有序。",
        ),
        (
            "• 索引号:\n\n  AB001\n• 主题分类:\n\n• 发文字号:\n\n  某政发〔2024〕7号\n某县2021年工作总结\n今年以来，"
            "工作有序。",
            "\n\n\n某县2021年工作总结\n今年以来，工作有序。",
        ),
        (
            "• 索引号\n  AB001\n• 发布机构\n  某乡政府\n• 文号\n• 时效性\n  有效\n某乡总结\n今年以来。",
            "某乡总结\n今年以来。",
        ),
        (
            "索引号:\nAB001\n发布机构:\n某县政府办\n发文字号:\n有效性:\n有效\n\n某县2021年工作总结\n今年以来，"
            "工作有序。",
            "\n某县2021年工作总结\n今年以来，工作有序。",
        ),
    ),
    counter_examples=(
        "索引号：由地区编号、类别号和流水号组成\n今年以来，公开信息320条。",
        "发布机构：负责审核\n成文日期：以签发为准\n今年以来，工作有序。",
        "一、公开内容\n索引号、发文机关、成文日期、有效性等要素齐全。",
    ),
)
RULES: tuple[Rule, ...] = (TABLE,)
