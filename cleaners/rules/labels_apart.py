"""Labels and values of a head that a dump printed on lines of their own: joined to fields. Kinds: `head_lines`.

`来源` / `某某网` / `发布时间` / `2021-03-02`: cells of a table or pieces of a box, one a line. Only where two labels or
more stand below each other and one value is a date or a count: a report's own `时间` stands above a place and a host.
"""

from collections.abc import Collection, Sequence
from itertools import pairwise

from cleaners.regex import regex
from cleaners.rules.folding import folded
from cleaners.rules.lines import Line
from cleaners.rules.meta_labels import labels_of
from cleaners.rules.meta_lines import DAY, fields_of

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
COUNTS = frozenset(_COUNTS.split("|")) | labels_of("views")
NAMES = frozenset(_NAMES.split("|")) | labels_of("source", "author", "uploader", "contributor", "editor", "category")
"""Labels whose value is a date, a count, a name."""
COUNT = regex(r"\d{1,8}(?:\.\d{1,2})?\s?(?:[WwKk万萬千]\+?)?\s?(?:次|人|℃|度|字)?")
NAME = regex(r"[^。，；：:,;!?！？\n]{2,24}")
TOP_LINES = 24
"""Filled lines from the top among which such pieces are looked for."""
LABEL_CHARS = 8


def joined(lines: Sequence[Line], known: Collection[int]) -> list[Line]:
    """Give the filled lines of a head with pieces of one field made one line; lines that start at `known` stay."""
    labels = [n for n, line in enumerate(lines[:TOP_LINES]) if _label(line.words) and line.start not in known]
    if len(labels) < 2:
        return list(lines)
    pairs = {n: _pair(lines, n) for n in labels}
    sound = {n: pair for n, pair in pairs.items() if pair is not None}
    is_run = len(sound) > 1 and all(later - first <= 2 for first, later in pairwise(labels))
    if not is_run or not any(_is_telling(lines, n) for n in sound):
        return list(lines)
    values = {n + 1 for n in sound}
    return [sound.get(n, line) for n, line in enumerate(lines) if n not in values]


def _label(words: str) -> str:
    """Give the label that is the whole line, simplified; empty for another line."""
    if len(words) > LABEL_CHARS:
        return ""
    label = folded("".join(words.strip(" \u3000•·:：[]【】").split()))
    return label if label in DATES or label in COUNTS or label in NAMES else ""


def _pair(lines: Sequence[Line], n: int) -> Line | None:
    """Give label and value as one line; None where the next line is no value of such a label."""
    label = _label(lines[n].words)
    value = lines[n + 1] if n + 1 < len(lines) else None
    if value is None or _label(value.words):
        return None
    is_value = (
        (label in DATES and DAY.fullmatch(value.words))
        or (label in COUNTS and COUNT.fullmatch(value.words))
        or (label in NAMES and NAME.fullmatch(value.words) and not fields_of(value.words))
    )
    words = f"{lines[n].words.strip(' :：')}：{value.words}"
    return Line(lines[n].start, value.end, value.after, words) if is_value else None


def _is_telling(lines: Sequence[Line], n: int) -> bool:
    return _label(lines[n].words) not in NAMES
