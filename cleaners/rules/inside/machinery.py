"""Rules about machinery that a page printed by mistake: template variables, tags, style sheets, field codes.

By exact shape only: `machine_shapes`. A lesson on web pages shows tags and style sheets too, and a report may quote a
template: a text that speaks of such things keeps them, and so does what stands in quotation marks.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise

from cleaners.rules.inside.machine_shapes import (
    BLOCK_TAG,
    CAPTCHA,
    CLOSERS,
    CMS_TAG,
    CODE,
    DECLARED,
    EDITOR_TAG,
    EMPTY_SIGNS,
    LESSON,
    NULLS,
    PAGE_FIELD,
    SHEET,
    SHEET_COLUMN,
    STREWN,
    STREWN_ID,
    STYLE_LINE,
    STYLE_OPEN,
    STYLE_OTHER,
    STYLE_RUN,
    TAG_LINE,
    TEMPLATE_MARKS,
    VARIABLES,
)
from cleaners.rules.lines import HAN, Line, lines_of, taken
from cleaners.rules.rule import Change, Context, Rule
from cleaners.rules.signs import ascii_of

LESSON_TIMES = 3
"""Different words about markup that make a text one about it."""
STYLE_LINES = 60
"""Lines that one block of a style sheet takes at most."""
NEAR = 8
"""Characters beside a tag in which words of its line are looked for."""
HAN_SHARE = 0.2
"""Share of Han characters in a line of a style sheet, for names of fonts and styles; more is a text."""


def is_lesson(text: str) -> bool:
    """Say whether a text is about markup or programs; True where it has three of their words, or a sure one."""
    return bool(CODE.search(text)) or len(set(LESSON.findall(text))) >= LESSON_TIMES


def find_variables(text: str, context: Context) -> Iterable[Change]:
    """Take lines of template variables, and tags of content systems in other lines."""
    signs = ascii_of(text)
    if b"[" not in signs and b"{" not in signs:  # each mark has one
        return []
    if not any(mark in text for mark in TEMPLATE_MARKS) or is_lesson(text):
        return []
    changes: list[Change] = []
    for line in lines_of(text):
        if line.words and VARIABLES.fullmatch(line.words):
            changes.append(Change(start=line.start, end=line.after))
        elif "[" in line.words or "{" in line.words:
            tags = CMS_TAG.finditer(text, line.start, line.end)
            changes += [Change(start=tag.start(), end=tag.end()) for tag in tags]
    return changes


def find_fields(text: str, context: Context) -> Iterable[Change]:
    """Take lines of fields that a program left empty or that a file's footer counts by."""
    signs = ascii_of(text)
    has_button = ("换" in text and "一换" in text) or ("換" in text and "一換" in text)
    if not has_button and not any(mark in signs for mark in EMPTY_SIGNS):
        return []
    shapes = (NULLS, CAPTCHA, PAGE_FIELD, SHEET)
    lines = [line for line in lines_of(text) if line.words]
    found = [line for line in lines if any(shape.fullmatch(line.words) for shape in shapes)]
    columns = [below for above, below in pairwise(lines) if SHEET.fullmatch(above.words)]
    found = sorted((*found, *(line for line in columns if SHEET_COLUMN.fullmatch(line.words))))
    return taken(found) if found and len(found) < len(lines) and not is_lesson(text) else []


def find_style(text: str, context: Context) -> Iterable[Change]:
    """Take style sheets: lines that are one, and blocks over several lines."""
    if b"{" not in ascii_of(text) or is_lesson(text):
        return []
    lines = lines_of(text)
    found: set[int] = set()
    for index, line in enumerate(lines):
        if index in found or not line.words:
            continue
        if STYLE_OPEN.fullmatch(line.words) and _is_latin(line.words):
            found.update(_block(lines, index))
        elif STYLE_OTHER.fullmatch(line.words) and DECLARED.search(text):
            found.add(index)
    is_all = len(found) == len(lines)
    runs = [run for run in STYLE_RUN.finditer(text) if DECLARED.search(run[0]) and _is_latin(run[0])]
    if runs and not found:
        return [Change(start=run.start(), end=run.end()) for run in runs]
    return [] if is_all else taken(lines[index] for index in sorted(found))


def _block(lines: Sequence[Line], start: int) -> range:
    """Give the lines of a block that opens here; an empty range where it declares nothing or does not close."""
    depth, declared = 0, False
    for index in range(start, min(len(lines), start + STYLE_LINES)):
        words = lines[index].words
        is_style = index == start or not words or (STYLE_LINE.fullmatch(words) and _is_latin(words))
        if not is_style:
            return range(0)
        depth += words.count("{") - words.count("}")
        declared = declared or bool(DECLARED.search(words))
        if depth <= 0:
            return range(start, index + 1) if declared else range(0)
    return range(0)


def _is_latin(words: str) -> bool:
    return len(HAN.findall(words)) <= HAN_SHARE * len(words)


def find_tags(text: str, context: Context) -> Iterable[Change]:
    """Take tags of a text editor that a page shows as characters; a tag inside a line that parts blocks ends it."""
    signs = ascii_of(text)
    if b"<" not in signs and b"]]>" not in signs and b"-->" not in signs:
        return []
    found = sorted([*EDITOR_TAG.finditer(text), *CLOSERS.finditer(text)], key=re.Match.start)
    if not found or is_lesson(text) or any(_is_quoted(text, tag) for tag in found):
        return []
    return [Change(start=tag.start(), end=tag.end(), put=_put(text, tag)) for tag in found]


def _is_quoted(text: str, tag: re.Match[str]) -> bool:
    return text[max(0, tag.start() - 1) : tag.start()] in ("“", "「", "‘", "`")


def _put(text: str, tag: re.Match[str]) -> str:
    """Give a line feed for a block's tag with words on both sides of it in its line."""
    before = text[max(0, tag.start() - NEAR) : tag.start()].rpartition("\n")[2]
    behind = text[tag.end() : tag.end() + NEAR].partition("\n")[0]
    is_inside = before.strip() and behind.strip()
    return "\n" if is_inside and BLOCK_TAG.match(tag[0]) else ""


def find_strewn(text: str, context: Context) -> Iterable[Change]:
    """Take lines of nothing but tags from a page that a copying program strewed with tags of one name."""
    if text.count('id="') < STREWN and text.count("id='") < STREWN:
        return []
    names = Counter(found["id"] for found in STREWN_ID.finditer(text))
    if not names or max(names.values()) < STREWN or is_lesson(text):
        return []
    return taken(line for line in lines_of(text) if "<" in line.words and TAG_LINE.fullmatch(line.words))


TEMPLATE = Rule(
    name="template-variables",
    version=2,
    reason="{{ var }} and [标签:标题] are what a template would have put values in for.",
    families=frozenset(),
    spares_posts=True,
    find=find_variables,
    examples=(
        ("作者：{{ author }} 时间：{{ date }}\n今年以来，工作有序。\n{{ copyright }}", "今年以来，工作有序。\n"),
        ("[标签:标题]今年以来，工作有序。\n[!--newstext--]\n完毕。", "今年以来，工作有序。\n完毕。"),
        ("{dede:field.title/}\n今年以来。\n${content}\n完毕。", "今年以来。\n完毕。"),
    ),
    counter_examples=(
        "短信内容为“{{ name }}您好”，共发送3万条。",
        "第一课讲模板，用变量{{ name }}换成姓名，代码如下：\n{{ name }}",
        "模板中的[姓名]、[班级]由学生填写。\n[标签]内容如下：",
        "报表标题写作“[标签:标题]”，由系统换成名称。",
    ),
)
EMPTY_FIELDS = Rule(
    name="empty-fields",
    version=5,
    reason="投稿:null, the words of a picture of a code and the fields of a file's footer are a program's.",
    families=frozenset(),
    spares_posts=True,
    find=find_fields,
    examples=(
        ("投稿:null\n今年以来，工作有序。", "今年以来，工作有序。"),
        ("验证码： ImageVerifierCode 换一换\n今年以来，工作有序。\nPAGE 2\n完毕。", "今年以来，工作有序。\n完毕。"),
        ('<image>data:image/s3,"s3://a" alt="T_第1頁"</image>\n今年以来，工作有序。', "今年以来，工作有序。"),
        ("作者：undefined 来源：null\n今年以来。\n- PAGE1 / NUMPAGES6 -\n", "今年以来。\n"),
    ),
    counter_examples=(
        "来源：null值由系统填写，共36处。",
        "看不清可换一换，群众反映良好。\n验证码：由短信发送。",
        "PAGE公司捐款2万元。\n完毕。",
        "PAGE 2",
    ),
)
STYLE = Rule(
    name="style-sheet",
    version=2,
    reason="A file's style sheet comes out above or inside the text where a converter did not know it.",
    families=frozenset(),
    spares_posts=True,
    find=find_style,
    examples=(
        ("@page {size: A4; margin: 2cm}\n今年以来，工作有序。", "今年以来，工作有序。"),
        ("p.MsoNormal{mso-style-name:正文;margin:0pt;}\n今年以来。", "今年以来。"),
        (".box {\ncolor: red;\n}\n今年以来，工作有序。", "今年以来，工作有序。"),
    ),
    counter_examples=(
        "课上写出样式代码：\np { color: red; }\n网页变成红色。",
        "集合A {甲, 乙, 丙}\n今年以来，工作有序。",
        "a { b }\n今年以来，工作有序。",
        "值班安排 {上午: 王某; 下午: 李某}\n照此执行。",
    ),
)
TAGS = Rule(
    name="shown-tags",
    version=2,
    reason="Tags that were escaped twice are shown as characters; they part words for search and copies.",
    families=frozenset(),
    spares_posts=True,
    find=find_tags,
    examples=(
        ('<p class="ql-block">今年以来，工作有序。</p>\n完毕。</span>', "今年以来，工作有序。\n完毕。"),
        ('工作有序。</p><p class="ql-block">一、做法', "工作有序。\n\n一、做法"),
        ('<section nodeleaf=""><span leaf="">今年以来，工作有序。</span></section>', "今年以来，工作有序。"),
        (
            '<span style="FONT-FAMILY: 宋体; mso-ascii-font-family: "Times New Roman";">今年以来，工作有序。</span>',
            "今年以来，工作有序。",
        ),
        ("今年以来，工作有序。]]>\n", "今年以来，工作有序。\n"),
    ),
    counter_examples=(
        "第一课讲标签，学生写出代码：\n<p>我的家乡</p>\n网页随即显示。",
        "把“<p>”写成大写不影响显示。",
        "若a<b且b>c，则有a<c。",
        "3<p<5，p>2。",
    ),
)
STREWN_TAGS = Rule(
    name="strewn-tags",
    version=2,
    reason="Mirrors on strangers' domains strew lines of tags round a text, all of one name (realtext, family 26).",
    families=frozenset(),
    spares_posts=True,
    find=find_strewn,
    examples=(
        (
            '<sup id="k4sia"></sup>\n  • <input id="k4sia">\n 1. <dl id="k4sia"></dl>\n今年以来，工作有序。\n</th>',
            "今年以来，工作有序。\n",
        ),
        (
            '<p id="q0q0a"></p><rt id="q0q0a"></rt>\n<wbr id="q0q0a">\n某镇工作总结\n今年以来，工作有序。',
            "某镇工作总结\n今年以来，工作有序。",
        ),
    ),
    counter_examples=(
        '<sup id="k4sia"></sup>\n今年以来，工作有序。',
        '第一课讲标签，学生写出代码：\n<p id="first">\n<p id="first">\n<p id="first">',
        '2. <某某办法> 第三条\n今年以来，工作有序。',
    ),
)
RULES: tuple[Rule, ...] = (TEMPLATE, EMPTY_FIELDS, STYLE, STREWN_TAGS, TAGS)
