"""Lines of a page's own facts that stand below a text: date, author and source, an office with a name. Taken: `tails`.

All shapes are tried on one trimmed line, folded to simplified characters, and match it whole. Above a text: `heads`.
"""

from collections.abc import Sequence

from cleaners.regex import regex
from cleaners.rules.folding import folded
from cleaners.rules.lines import Line, is_sentence
from cleaners.rules.meta_lines import DATE_SHAPE

_DATES = "发布时间|发布日期|发表时间|发表日期|更新时间|更新日期|添加时间|时间|日期"
_OTHERS = "文章来源|信息来源|来源|作者|责任编辑|编辑|浏览次数|点击次数|阅读次数|浏览|点击|阅读|人气|关注|栏目|分类"
META_BELOW = regex(
    rf"(?=.{{0,120}}(?:{_DATES})\s?[:：]\s?{DATE_SHAPE.pattern})(?=.{{0,120}}作者\s?[:：])(?=.{{0,120}}来源\s?[:：])"
    rf"(?:(?:{_DATES}|{_OTHERS})\s?[:：]"
    rf"(?:[ \u3000]{{0,3}}(?!(?:{_DATES}|{_OTHERS})\s?[:：])[^\s。，；：:|｜]{{1,24}})?"
    r"(?:\s\d{1,2}:\d{2}(?::\d{2})?)?[\s|｜]{0,6}){3,8}+"
)
"""`时间:2022-08-16 作者:青禾 来源:某某实践 关注:` below the text (realtext, family 25): such labels and short values
only, a date, author and source among them. Bounded; blanks part the classes, one pass."""
HANDED = regex(
    r"[（(]\s?来源\s?[:：]\s?(?![^)）]{0,40}(?:统计|调查|年鉴|公报|数据|报表|测算|资料|计算|整理))"
    r"(?P<office>[一-鿿]{1,20}[省市县区旗镇乡村局办委院会部处所站校厅科室中心社区街道])\s{1,3}[一-鿿]{2,4}\s?[)）]"
)
"""`（来源：某县某镇 青禾）` alone on the last line: the office that handed it in, and who; no note on data. Bounded."""
META_FEET = (META_BELOW, HANDED)
FIELD = regex(rf"(?P<label>{_DATES}|{_OTHERS})\s?[:：]\s?")
"""A label of such a line."""
BULLETS = "•·●▪■◆"
"""What stands before each of the other texts below such a line."""


def meta_below(words: str) -> tuple[tuple[str, str], ...]:
    """Give labels and values of such a line, labels in simplified characters; empty for any other line."""
    line = folded(words)
    handed = HANDED.fullmatch(line) if line[:1] in ("（", "(") else None
    if handed:
        return (("来源", words[slice(*handed.span("office"))]),)
    if "作者" not in line or not META_BELOW.fullmatch(line):
        return ()
    marks = list(FIELD.finditer(line))
    ends = [*(mark.start() for mark in marks[1:]), len(line)]
    values = [words[mark.end() : end].strip(" \u3000\t|｜") for mark, end in zip(marks, ends, strict=True)]
    return tuple((mark["label"], value) for mark, value in zip(marks, values, strict=True) if value)


def heads_links(lines: Sequence[Line], at: int, end: int) -> bool:
    """Say whether below such a line stand links of other texts up to `end`: each with a dot before it, none a sentence.

    Running text must stand above.
    """
    below = [line.words for line in lines[at + 1 : end] if line.words]
    if not below or not all(words[0] in BULLETS and not is_sentence(words) for words in below):
        return False
    return len(meta_below(lines[at].words)) > 1 and any(is_sentence(line.words) for line in lines[:at])
