"""Labels and values of a head that a dump printed on lines of their own: joined to fields. Kinds: `head_lines`.

`来源` / `某某网` / `发布时间` / `2021-03-02`: cells of a table or pieces of a box, one a line. A run of them is the
page's where one value is a date or a count, or where a line of dates stands beside it: a report's own `时间` stands
above a place and a host. Labels with their colons need less: a name below them that is surely one.
"""

from collections.abc import Collection, Iterator, Sequence

from cleaners.regex import regex
from cleaners.rules.folding import folded
from cleaners.rules.head.head_kinds import kind_of
from cleaners.rules.head.head_repeats import is_person
from cleaners.rules.head.meta_labels import META_LABEL, labels_of
from cleaners.rules.head.meta_lines import DAY, fields_of
from cleaners.rules.head.opener_lines import MEDIA
from cleaners.rules.head.own_dates import APART
from cleaners.rules.head.own_dates import OFFICE as SIGNED
from cleaners.rules.head.site_tops import is_full_name
from cleaners.rules.lines import Line

_DATES = (
    "发布时间|发布日期|发表时间|发表日期|更新时间|更新日期|添加时间|上传时间|上传日期|日期|时间|发布于|更新于|发布"
    "|释出时间|釋出时间|释出日期|釋出日期"
)
_COUNTS = (
    "浏览量|浏览次数|浏览|阅读量|阅读次数|阅读|阅读数|点击量|点击次数|点击|点击数|人气|热度|查看次数|查看|访问量|访问次数|下载次数"
    "|评论数|收藏|点赞|字数"
)
_NAMES = (
    "来源|稿源|文章来源|信息来源|作者|编辑|责任编辑|责编|栏目|分类|类别|所属栏目|标签|关键词|发布人|发布者|上传者|供稿|编号"
)
DATES = frozenset(_DATES.split("|")) | labels_of("published", "updated", "uploaded")
COUNTS = frozenset(_COUNTS.split("|")) | labels_of("views", "comments", "likes", "downloads", "favourites", "replies")
PEOPLE = labels_of("author", "uploader", "contributor", "editor", "reviewer")
NAMES = frozenset(_NAMES.split("|")) | PEOPLE | labels_of("source", "category")
"""Labels whose value is a date, a count, a name."""
LETTERS = frozenset({"字体", "字号", "字体大小", "文字大小", "字号大小", "文字"})
SIZES = regex(r"[\[【]?\s?(?:[大中小](?:\s{0,3}[大中小]){1,2}|T\s?[|｜]\s?T|A\s?A{0,2}[+-]?)\s?[\]】]?")
"""The label of a tool that changes the size of the letters, and its buttons; bounded."""
COUNT = regex(r"[\[【(（]?\s?\d{1,8}(?:\.\d{1,2})?\s?(?:[WwKk万萬千]\+?)?\s?(?:次|人|℃|度|字|条)?\s?[)）\]】]?")
MONTH = regex(r"\d{4}\s?[-/.年]\s?\d{1,2}\s?月?")
NAME = regex(r"[^。，；：:,;!?！？\n]{2,32}")
ROLE = regex(
    r"(?:本站|网站|新闻|责任|值班|文章)?(?:编辑部?|小编|管理员|站长|记者|通讯员)|[A-Za-z][A-Za-z0-9_]{1,15}|佚名|匿名|未知|网络|网友|互联网|本站|原创|转载|(?:用户|网友|会员)(?:上传|投稿|分享)|网络整理|来自网络"
)
"""Who stands for an author without a name; whole value, bounded."""
HEADING = regex(
    r"前\s?言|引\s?言|摘\s?要|目\s?录|序\s?言|绪\s?论|导\s?[语读言]|正\s?文|背\s?景|概\s?[述况要]|总\s?则|简\s?介|内\s?容"
    r"|[一-鿿]{0,6}(?:背景|概况|介绍|说明|总结|方案|计划|情况|做法|问题|意义|目标|要求|措施|任务|打算|安排|目的|原则|范围|思路|成效|经验"
    r"|体会|启示|建议|对策|主题|对象|时间|地点)|[第一二三四五六七八九十(（].{0,23}|\d{1,2}\s?[、.．].{0,23}"
)
"""What begins a text below a label without its value, and names nobody; whole line, bounded."""
TOP_LINES = 24
"""Filled lines from the top among which such pieces are looked for."""
LABEL_CHARS, NEAR_TOP = 8, 4
"""Characters of a label, and filled lines from the top among which one pair alone may stand."""
BARE = frozenset({"时间", "日期", "发布"})
"""Labels of dates that a report has of its own too."""


def joined(lines: Sequence[Line], known: Collection[int]) -> list[Line]:
    """Give the filled lines of a head with pieces of one field made one line; lines that start at `known` stay."""
    labels = [n for n, line in enumerate(lines[:TOP_LINES]) if _label(line.words) and line.start not in known]
    if not labels:
        return list(lines)
    sound: dict[int, Line] = {}
    for run in _runs(lines, labels):
        pairs = {n: pair for n in run if (pair := _pair(lines, n)) is not None}
        if pairs and _is_page(lines, run, pairs):
            sound |= pairs
    values = {n + 1 for n in sound}
    return [sound.get(n, line) for n, line in enumerate(lines) if n not in values]


def _runs(lines: Sequence[Line], labels: Sequence[int]) -> Iterator[list[int]]:
    """Give labels that stand below each other, each with its value or without one, or with fields between them."""
    run: list[int] = []
    for n in labels:
        if run and any(not _is_field(lines[at].words) for at in range(run[-1] + 2, n)):
            yield run
            run = []
        run.append(n)
    if run:
        yield run


def _is_page(lines: Sequence[Line], run: Sequence[int], pairs: dict[int, Line]) -> bool:
    """Say whether a run of labels is the page's; True too for a label alone whose value is surely a name."""
    first, last = run[0], run[-1] + (run[-1] in pairs)
    below = lines[last + 1].words if last + 1 < len(lines) else ""
    if len(below) <= LABEL_CHARS and APART.fullmatch(folded(below)):
        return False  # minutes of a meeting
    is_beside = (first > 0 and _is_field(lines[first - 1].words)) or _is_field(below)
    is_told = is_beside or any(_is_telling(lines, n) for n in pairs)
    if len(pairs) > 1 and is_told:
        return True
    if not all(_has_colon(lines[n].words) for n in pairs):
        return False
    if is_beside or len(pairs) > 1:
        return all(_is_sure(lines, n) or _is_called(lines[n + 1].words) for n in pairs)
    is_form = len(below) <= LABEL_CHARS and _has_colon(below or "-")  # `编辑：` / `王小明` / `性别：`
    return not is_form and first < NEAR_TOP and all(
        _is_sure(lines, n) and (_label(lines[n].words) not in BARE or _is_rest(lines, n)) for n in pairs
    )


def _is_field(words: str) -> bool:
    """Say whether a line is a date, or labels with their values."""
    return len(words) <= FIELD_CHARS and bool(DAY.fullmatch(words) or fields_of(words))


FIELD_CHARS = 120
"""Characters of a line of dates beside such pieces."""


def _is_sure(lines: Sequence[Line], n: int) -> bool:
    """Say whether a label's value is surely one: a date, a count, a full name, an office or a medium."""
    label, value = _label(lines[n].words), folded(lines[n + 1].words.strip())
    if _is_telling(lines, n):
        return True
    if label in PEOPLE:
        is_name = is_full_name(value) or (is_person(value) and not HEADING.fullmatch(value))
        return is_name or bool(ROLE.fullmatch(value) or SIGNED.fullmatch(value))
    return bool(MEDIA.fullmatch(value) or SIGNED.fullmatch(value) or ROLE.fullmatch(value))


def _is_called(words: str) -> bool:
    """Say whether a short line may be what a medium, an office or a writer is called, beside the page's own lines."""
    return len(words) <= CALLED_CHARS and not HEADING.fullmatch(folded(words))


CALLED_CHARS = 10
"""Characters of a nickname or an office's name."""


def _has_colon(words: str) -> bool:
    return words[-1] in ":："


def _label(words: str) -> str:
    """Give the label that is the whole line, simplified; empty for another line."""
    if len(words) > LABEL_CHARS:
        return ""
    label = folded("".join(words.strip(" \u3000•·:：[]【】").split()))
    return label if label in DATES or label in COUNTS or label in NAMES or label in LETTERS else ""


def _pair(lines: Sequence[Line], n: int) -> Line | None:
    """Give label and value as one line; None where the next line is no value of such a label."""
    label = _label(lines[n].words)
    value = lines[n + 1] if n + 1 < len(lines) else None
    if value is None:
        return None
    if _label(value.words) and (_has_colon(value.words) or not _has_colon(lines[n].words)):
        return None  # `作者：` / `来源：`; but `作者：` / `本站编辑`
    words = f"{lines[n].words.strip(' :：')}：{value.words}"
    is_value = (
        (label in DATES and (DAY.fullmatch(value.words) or MONTH.fullmatch(value.words)))
        or (label in COUNTS and COUNT.fullmatch(value.words))
        or (label in LETTERS and SIZES.fullmatch(value.words))
        or (label in NAMES and NAME.fullmatch(value.words) and not fields_of(value.words))
        or (_has_colon(lines[n].words) and _is_parted(label, words, value.words))
    )
    return Line(lines[n].start, value.end, value.after, words) if is_value else None


def _is_parted(label: str, words: str, value: str) -> bool:
    """Say whether a line is the rest of the page's line of fields, whose first label stands alone above it."""
    if len(words) > FIELD_CHARS or META_LABEL.match(folded(value)) or HEADING.fullmatch(value):
        return False
    if not MORE.search(value):
        return False
    return kind_of(words, "", "") in PAGES and (label in DATES or kind_of(value, "", "") not in PAGES)


MORE, PAGES = regex(r"[\s\d|｜:：]"), ("field", "byline")
"""What a line of fields holds beside a name; kinds of lines that are the page's."""


def _is_telling(lines: Sequence[Line], n: int) -> bool:
    return _label(lines[n].words) not in NAMES or _is_rest(lines, n)


def _is_rest(lines: Sequence[Line], n: int) -> bool:
    label, value = lines[n].words, lines[n + 1].words
    return _has_colon(label) and _is_parted(_label(label), f"{label}{value}", value)
