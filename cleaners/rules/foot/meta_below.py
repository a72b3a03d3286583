"""Lines of a page's own facts that stand below a text: date, author and source, an office with a name. Taken: `tails`.

All shapes are tried on one trimmed line, folded to simplified characters, and match it whole. Above a text: `heads`.
"""

from collections.abc import Sequence

from cleaners.facts.labels import fact_of
from cleaners.regex import regex
from cleaners.rules.folding import folded
from cleaners.rules.foot.dated_rows import rows_above
from cleaners.rules.head.meta_lines import DATE_SHAPE, DAY, loose_fields
from cleaners.rules.lines import Line, is_sentence

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
_EMPTY = (
    "来源|出处|稿源|作者|浏览次数|浏览|点击数|点击次数|点击|阅读|发布时间|发布日期|更新时间"
    "|关键词|标签|栏目"
)
EMPTY = regex(rf"(?:(?:本文|文章|信息|稿件|新闻)?(?:{_EMPTY})\s?[:：][\s|｜]{{0,6}}){{1,4}}+")
"""`来源：` alone on the last line, its value lost; labels that no form leaves to be filled in. Possessive."""
META_FEET = (META_BELOW, HANDED, EMPTY)
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


def stated_below(words: str) -> tuple[tuple[str, str], ...]:
    """Give labels and values of a line that states a day and two other facts at least; empty for any other line."""
    fields = loose_fields(words) if len(words) <= FIELD_CHARS else ()
    named = _stated_by(fields, most=MOST)
    is_dated = any(DAY_END.search(value) for _, value in fields) or "date" in named
    if not is_dated or len({*named, "date"}) < LEAST:
        return ()
    told = [pair for field in fields for pair in _day_apart(*field)]
    return tuple((label, value.strip()) for label, value in told if value.strip())


def _told_by(words: str) -> list[str]:
    """Give what a line of fields states: one or two of a run, or all of them with a day."""
    if told := _facts_in(words):
        return told if "date" in told or not stated_below(words) else [*told, "date"]
    is_whole = bool(stated_below(words)) and not META_BELOW.fullmatch(folded(words))  # that one tells itself
    return [*_stated_by(loose_fields(words), most=MOST), "date"] if is_whole else []


def _day_apart(label: str, value: str) -> tuple[tuple[str, str], ...]:
    day = DATE_SHAPE.search(value)
    return ((label, value[: day.start()]), ("时间", day[0])) if day else ((label, value),)


def fields_below(lines: Sequence[Line], end: int) -> int:
    """Give the index of the first of the lines of fields, one a line, that stand right above `end`; `end` for none.

    They are a date alone or labelled, and two others that pages state of a text at least, filled or empty; running
    text stands above.
    """
    start = end
    facts = _told_from(lines, end)
    for at in range(end - 1, max(-1, end - 1 - RUN_LINES), -1):
        words = lines[at].words
        told = _told_by(words) if words else []
        if words and not told:
            break
        start = at if words else start
        facts += told
    is_run = len(facts) >= LEAST and "date" in facts and len(set(facts) - {"date"}) > 1
    return start if is_run and any(is_sentence(line.words) for line in lines[:start]) else end


def runs_below(lines: Sequence[Line], end: int) -> int:
    """Give the index of the first line of such fields, or of names of other texts with dates; `end` for neither."""
    return min(fields_below(lines, end), rows_above(lines, end))


def _told_from(lines: Sequence[Line], at: int) -> list[str]:
    """Give what the lines of fields state that go on from a line."""
    facts: list[str] = []
    for line in lines[at : at + RUN_LINES]:
        told = _told_by(line.words) if line.words else []
        if line.words and not told:
            break
        facts += told
    return facts


RUN_LINES, LEAST = 12, 3


def _facts_in(words: str) -> list[str]:
    """Give what a whole line states of a text: `date`, `source` and their like; empty for another line."""
    if len(words) > FIELD_CHARS:
        return []
    if DAY.fullmatch(words):
        return ["date"] if CLOCK.search(words) else []  # a letter's date has none
    return _stated_by(loose_fields(words)[: FEW + 1], most=FEW)


def _stated_by(fields: Sequence[tuple[str, str]], *, most: int) -> list[str]:
    named = [DATE_FACTS.get(fact, fact) for label, _ in fields for fact in _facts_of(label)]
    is_page = len(fields) <= most and len(named) == len(fields)
    return named if is_page and all(fact in STATED for fact in named) else []


def _facts_of(label: str) -> list[str]:
    return [fact for part in label.split("/") if (fact := fact_of(part))][:1]


FEW, MOST = 2, 6
"""Fields of one line in a run of such lines, and of a line that states a day among them."""
DAY_END = regex(rf"(?<=\S\s)\s{{0,3}}{DATE_SHAPE.pattern}\Z")
"""`作者:青禾 2008-06-03 09:29`: a day behind the last value; bounded."""
FIELD_CHARS = 60
CLOCK = regex(r"\d{1,2}[:：]\d{2}")
DATE_FACTS = {"published": "date", "updated": "date", "uploaded": "date"}
STATED = frozenset({"date", "source", "author", "editor", "contributor", "views", "category", "uploader"})
"""What pages state of a text; `时间：` of a meeting stands beside a place."""


def heads_links(lines: Sequence[Line], at: int, end: int) -> bool:
    """Say whether below such a line stand links of other texts up to `end`: each with a dot before it, none a sentence.

    Running text must stand above.
    """
    below = [line.words for line in lines[at + 1 : end] if line.words]
    if not below or not all(words[0] in BULLETS and not is_sentence(words) for words in below):
        return False
    return len(meta_below(lines[at].words)) > 1 and any(is_sentence(line.words) for line in lines[:at])
