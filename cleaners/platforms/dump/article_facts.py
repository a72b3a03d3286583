"""Labels and values in the lines round a dumped article, labelled or not. Which lines: `rules.head_lines`."""

import re
from collections.abc import Iterator, Sequence

from cleaners.facts.credits import office_and_names
from cleaners.facts.labels import NO_LABEL, Pair, pairs_of
from cleaners.facts.people import without_roles
from cleaners.platforms.dump.behind_dates import named_behind
from cleaners.platforms.dump.head_shapes import SHAPES
from cleaners.platforms.dump.head_values import (
    BUTTONS,
    NAMED,
    WEEKDAY,
    credited,
    in_any_form,
    in_columns,
    is_handle,
    is_medium,
    owns,
    plain_role,
    told_of,
    without_buttons,
)  # fmt: skip
from cleaners.regex import regex
from cleaners.rules.folding import folded
from cleaners.rules.foot.copied_feet import CORRECTED
from cleaners.rules.foot.press_feet import credits_of
from cleaners.rules.foot.staff_lines import PICTURED, is_beside, staff_of
from cleaners.rules.frame.paper_lines import paper_pairs
from cleaners.rules.head.counted_lines import LIKED, counts_of
from cleaners.rules.head.dated_heads import dated_of, named_in
from cleaners.rules.head.head_kinds import FIELDS, MARK, is_of_machine, lines_in, undotted
from cleaners.rules.head.head_lines import HeadLine
from cleaners.rules.head.head_repeats import is_person
from cleaners.rules.head.meta_labels import SOURCES
from cleaners.rules.head.meta_lines import ACCOUNT, DATE_SHAPE, ENDED, fields_of, loose_fields, path_of, plain
from cleaners.rules.head.news_heads import ON_DUTY
from cleaners.rules.head.official_table import table_pairs
from cleaners.rules.head.opener_lines import PENNED
from cleaners.rules.head.paper_heads import CITED, CREDITED
from cleaners.rules.head.sample_boxes import CALLED, facts_of_entry, name_and_column
from cleaners.rules.head.seller_heads import posted_of
from cleaners.rules.lines import Line
from cleaners.rules.title.title_forms import DOCUMENT_NUMBER
from cleaners.rules.wall.wall_lines import MANUSCRIPT

TOOLS = regex(r"【[^【】\n]{1,12}】|(?<=\s)(?:阅读|浏览|点击)\s{1,3}次(?=\s|【|\Z)")
"""`【收藏】`, `【小 中 大】`: tools among labels, and a counter whose number was lost; bounded."""
COUNTED = regex(r"(?P<name>[^\s]{2,20})\s{1,3}(?P<count>\d{1,6}(?:\.\d{1,2})?[KkWw万]?)")
"""`来源：站名 5.26K`: a counter of views without its label (realtext, family 17)."""


def pairs_of_head(head: Sequence[HeadLine], path: Sequence[str] = ()) -> Iterator[Pair]:
    """Give labels and values of the lines above a text, dates first as their lines have them."""
    glued = [plain(one.words) for one in head if one.kind in ("path", "button")]
    for one in head:
        numbered = DOCUMENT_NUMBER.fullmatch(plain(one.words))
        if numbered:
            yield Pair(label="文号", value=numbered["number"], where="head")
        elif MANUSCRIPT.fullmatch(folded(one.words)):
            yield from pairs_of([TOOLS.sub(" ", one.words).strip()], where="head")
        elif one.kind in ("field", "byline"):
            for words in lines_in(one.words):
                found = list(credited(words)) or in_any_form(words, pairs_of_line)
                found = found or list(pairs_of_line(undotted(words)))
                yield from found if loose_fields(words) else in_columns(found, path, glued)
        elif one.kind == "path" and (behind := ENDED.search(one.words)):
            yield from pairs_of_line(behind[0])
        elif one.kind == "mark":
            marked = MARK.fullmatch(folded(one.words))
            if marked and marked["column"]:
                yield Pair(label="栏目", value=marked["column"], where="head: mark")


def pairs_of_line(words: str) -> Iterator[Pair]:
    """Give labels and values of one line of a page's own facts."""
    fields = loose_fields(words)
    if fields:
        yield from _seen(plain(words))
        for label, value in fields:
            yield from _of_field(label, value)
        return
    line = plain(words)
    for label, value in staff_of(words) if ON_DUTY.fullmatch(folded(line)) else ():
        yield Pair(label=plain_role(label), value=value, where="head")
    is_button = is_of_machine(folded(line)) or folded(line) in BUTTONS
    if (is_person(words) and not is_button) or CALLED.fullmatch(words):
        yield Pair(label="作者", value=words, where="head")
    for label, value in facts_of_entry(words):
        yield Pair(label=label, value=value, where="head")
    penned = PENNED.fullmatch(folded(line))
    if penned:
        yield Pair(label=PEN.get(penned["label"], penned["label"]), value=line[penned.start("name") :], where="head")
        return
    yield from _seen(line)
    for counted in counts_of(folded(line)):
        yield Pair(label=counted["label"].replace("℃", "浏览"), value=counted["count"], where="head")
    posted = posted_of(folded(line))
    if posted:
        yield from _of_post(posted, line)
        return
    dated_line = dated_of(folded(line))
    if dated_line:
        yield from _of_match(line, _by_name(named_in(dated_line, line)))
        return
    account = ACCOUNT.fullmatch(folded(line))
    for shape in SHAPES:
        match = None if account else shape.fullmatch(folded(line))
        if match:
            yield from _of_match(line, dict(named_in(match, line)))
            return
    dated = DATE_SHAPE.search(line)
    if dated:
        yield Pair(label=NO_LABEL, value=dated[0], where="head")


def _of_post(posted: re.Match[str], line: str) -> Iterator[Pair]:
    """Read a blog's line of day, column and reads; places are those of the line as printed."""
    found = {name: line[slice(*posted.span(name))] for name, value in posted.groupdict().items() if value}
    named = (("date", NO_LABEL), ("author", "作者"), ("column", "栏目"), ("count", "浏览"), ("seen", "浏览"))
    for name, label in (*named, ("source", "来源")):
        if name in found:
            yield Pair(label=label, value=found[name], where="head")


def _by_name(found: dict[str, str]) -> dict[str, str | None]:
    """Give a name beside the date alone as the author's where it is a person's."""
    source = found.get("source")
    is_author = source is not None and "author" not in found and (is_person(source) or is_handle(source))
    return {("author" if name == "source" and is_author else name): value for name, value in found.items()}


def _seen(line: str) -> Iterator[Pair]:
    seen = SEEN.search(folded(line))
    if seen:
        yield Pair(label="浏览", value=next(filter(None, seen.groups())), where="head")


def _of_match(line: str, found: dict[str, str | None]) -> Iterator[Pair]:
    date = found.get("date") or found.get("day")
    if date:
        yield Pair(label=NO_LABEL, value=date, where="head")
    author = found.get("author") or found.get("nick")
    if author and not WEEKDAY.fullmatch(author.strip()):
        name = without_roles(author.strip())
        label = "栏目" if name in FIELDS else "来源" if is_medium(name) or owns(found, name) else "作者"
        yield Pair(label=label, value=name, where="head")
    elif date and not found.get("column") and (found.get("source") or "\n") not in line[line.index(date) :]:
        yield from named_behind(line[line.index(date) + len(date) :])
    if found.get("count"):
        yield Pair(label="浏览", value=str(found["count"]), where="head")
    if found.get("column"):
        yield Pair(label="栏目", value=str(found["column"]), where="head")
    if found.get("source") and folded(str(found["source"])) not in BUTTONS:
        yield Pair(label="来源", value=str(found["source"]).strip("《》"), where="head")


def _of_field(label: str, value: str) -> Iterator[Pair]:
    """Read one labelled value; behind a date may stand names, behind a source a counter."""
    told = told_of(label, without_buttons(value) if label in NAMED else value)
    if told is None:
        return
    label, value = told
    posted = POSTED_ON.match(value)
    if posted:
        yield Pair(label=NO_LABEL, value=posted["date"], where="head")
        return
    dated = DATE_SHAPE.match(value)
    number = LEADING.match(value) if label in COUNTERS else None
    if number:
        value = number[0]
    counted = COUNTED.fullmatch(value) if label in ("来源", "來源") else None
    if counted:
        yield Pair(label=label, value=counted["name"], where="head")
        yield Pair(label="浏览", value=counted["count"], where="head: behind 来源")
    elif dated and label == "作者" and not value[dated.end() :].strip():
        yield Pair(label=NO_LABEL, value=dated[0], where="head")
    elif dated and value[dated.end() :].strip() and folded(label) in SOURCES:
        yield Pair(label=NO_LABEL, value=dated[0], where="head")
        yield Pair(label=label, value=value[dated.end() :].strip(), where="head")
    elif dated and value[dated.end() :].strip():
        yield Pair(label=label, value=dated[0], where="head")
        yield from named_behind(value[dated.end() :])
    elif label in ("分享", "分享到"):
        names = [word for word in value.split() if folded(word) not in BUTTONS and folded(word) != "更多"]
        if len(names) == 1:
            yield Pair(label="分享人", value=names[0], where="head")
    elif label in ("作者", "时间") and (named := name_and_column(value)):
        yield Pair(label="作者", value=named[0], where="head")
        yield Pair(label="栏目", value=named[1], where=f"head: behind {label}")
    else:
        yield from pairs_of([f"{RENAMED.get(label, label)}：{without_buttons(value)}"], where="head")


POSTED_ON = regex(rf"(?:发[表布]|发佈|發[表佈布])[于於]\s?(?P<date>{DATE_SHAPE.pattern})(?=\s|\Z)")
"""`来源：发表于2021-01-25 22:21 被阅读0次`: the source was lost."""
PEN = {"文": "作者", "撰文": "作者", "文图": "作者", "图文": "作者", "文/图": "作者"}
"""Short labels of accounts."""
COUNTERS = frozenset(["浏览", "阅读", "点击", "人气", "浏览量", "阅读量", "点击数", "浏览次数", "阅读次数"])
LEADING = regex(r"\d{1,8}(?:\.\d{1,2})?[KkWw万]?(?=\s)")
"""A counter with the page's buttons behind it."""
RENAMED = {
    "文字作者": "作者", "文图作者": "作者", "属于": "栏目",
    "来自": "来源", "源自": "来源", "更新于": "更新", "人气值": "人气", "频道": "所属频道", "标签云": "标签",
    "发布": "发布时间", "释出于": "发布于", "釋出于": "发布于", "释出时间": "发布时间", "釋出时间": "发布时间",
}  # fmt: skip
"""Labels of heads by the names that `facts.label_names` has for them."""


def pairs_below(tail: Sequence[str]) -> Iterator[Pair]:
    """Give labels and values of the lines below a text: who made it, likes, keywords."""
    for words in tail:
        staff = staff_of(words)
        sourced = SOURCED.match(words) if not staff else None
        handed = HANDED_IN.fullmatch(folded(words)) if not staff else None
        for label, start, end in credits_of(folded(words)):
            yield Pair(label=label or NO_LABEL, value=words[start:end], where="foot")
        corrected = CORRECTED.fullmatch(folded(words))
        if corrected:
            yield Pair(label="责任编辑", value=words[slice(*corrected.span("editor"))], where="foot")
        if handed:
            yield Pair(label="供稿", value=words[slice(*handed.span("name"))], where="foot")
        cited = CITED.fullmatch(folded(words))
        if cited:
            yield Pair(label="来源", value=words[slice(*cited.span("source"))], where="foot")
        if not staff and CREDITED.fullmatch(folded(words)):
            yield from pairs_of([words.strip("（()） ").replace("/图", "").replace("/文", "")], where="foot")
        if sourced:
            yield Pair(label="来源", value=(sourced["source"] or sourced["credit"]).strip(), where="foot")
        elif is_beside(words) and not PICTURED.match(folded(words)):
            yield from pairs_of([words], where="foot")
        yield from _of_staff(staff)
        if not staff and len(words) <= TAIL_CHARS and FOOT_LABEL.match(folded(words)):
            yield from pairs_of([words], where="foot")
            for liked in LIKED.finditer(folded(words)):
                yield Pair(label=liked["label"], value=liked["count"], where="foot")


def _of_staff(staff: Sequence[tuple[str, str]]) -> Iterator[Pair]:
    """Give the staff's labels and names; behind an office that is the source may stand who wrote there."""
    for label, value in staff:
        office, names = office_and_names(value) if label == "来源" else (value, "")
        if value:
            yield Pair(label=CHECKED.get(label) or plain_role(label), value=office, where="foot")
        if names:
            yield Pair(label="作者", value=names, where="foot")


HANDED_IN = regex(r"[（(](?P<name>[^。；：:（）()]{2,30})\s(?:供稿|投稿|撰稿)[)）]")
"""`（办公室 青禾 供稿）`; bounded."""
SOURCED = regex(
    r"(?:信息)?来源[:：]\s?(?P<source>[^。:：]{2,24}?)(?=(?:免责|版权|特别)声明[:：])"
    r"|[（(]来源[:：]\s?(?P<credit>[^。:：\s]{2,24})(?=\s[^。:：]{2,24}[)）]\Z)"
)
"""A source with the site's notice, or with a name, glued behind it; bounded."""
CHECKED = {"一审": "初审", "二审": "复审", "三审": "终审", "文": "作者", "文图": "作者", "图文": "作者", "文字": "作者"}
"""How offices number those who checked a text, and call who wrote it."""
SEEN = regex(r"(?<![\d.:：])(?P<count>\d{1,7}(?:\.\d{1,2})?[KkWw万]?)\s?次(?:浏览|阅读|点击|查看)"
    r"|(?:^|\s)查看\s?(?P<head>\d{1,7}(?:\.\d{1,2})?[KkWw万]?)(?=\s?[|｜])"
    r"|(?:阅读|浏览|点击|人气)\s?[(（](?P<inside>\d{1,7}(?:\.\d{1,2})?[KkWw万]?)[)）]"
    r"|人气\s?(?P<fame>\d{1,3}(?:,\d{3}){1,3}|\d{1,8})(?=\s?[|｜])|(?<=[\d日])\s{1,4}(?P<times>\d{1,7})\s?次\Z")
"""`411次浏览`, `阅读(5.04K)` beside a date or a column; bounded."""
TAIL_CHARS = 120
FOOT_LABEL = regex(r"[\[【（(]?(?:点赞|收藏|标签|关键[词字]|tags?|阅读|浏览|评论|来源|文章来源|信息来源|稿件来源"
    r"|本文链接|链接地址|本文地址|原文链接)", re.IGNORECASE)
"""How lines of a foot begin that state facts."""


def frame_pairs(lines: Sequence[Line], start: int) -> Iterator[Pair]:
    """Give what a newspaper's frame above the article's first line states: the sheet's name, the issue's day."""
    for label, value in paper_pairs(lines, start):
        yield Pair(label=label, value=value, where="frame")
    for line in lines[: min(start, FRAME_LINES)]:
        if (behind := ENDED.search(line.words)) and path_of(line.words):
            yield from pairs_of_line(behind[0])
        for label, value in fields_of(line.words) if line.words else ():
            if label in FRAMED and DATE_SHAPE.fullmatch(value):
                yield Pair(label=label, value=value, where="frame")


FRAME_LINES = 40
FRAMED = frozenset({"归档时间", "发布时间", "发布日期", "更新时间"})
"""Dates of a text that stand above the path; a bare `时间` among menus is the visit's."""


def official_pairs(lines: Sequence[Line]) -> Iterator[Pair]:
    """Give labels and values of the table above an official document."""
    for label, value in table_pairs(lines):
        yield Pair(label=label, value=value, where="table")
