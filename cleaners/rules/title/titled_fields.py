"""A title and the page's fields on one line: told as two lines of a head. Kinds: `head_lines`.

`某镇工作总结 发布时间:2021-03-02 来源:某某网`: dumps that drop the breaks between a title and its box, in any family
(realtext, section 2). Only where no other line near the top may be the title.
"""

from collections.abc import Collection, Sequence
from itertools import islice

from cleaners.regex import regex
from cleaners.rules.folding import folded
from cleaners.rules.head.column_lines import NEWS
from cleaners.rules.head.head_kinds import kind_of
from cleaners.rules.head.meta_labels import META_LABEL
from cleaners.rules.head.meta_lines import DATE_SHAPE, fields_of, path_of
from cleaners.rules.head.opener_lines import MEDIA, SITE_NAME, is_column, is_headline
from cleaners.rules.head.own_dates import MINUTES, OFFICE
from cleaners.rules.lines import HAN, Line
from cleaners.rules.title.title_forms import is_title_like

NEAR_TOP = 6
"""Filled lines from the top among which such a line stands."""
LEAST_HAN, MOST_CHARS = 6, 220
"""Han characters of such a title, characters of the whole line."""
SEAM = regex(r"[\s|｜·•/—-]+\Z")
"""What may stand between the two; one class at the end."""
BRACKETED = regex(r"【[^【】]{0,40}】|[\[［][^\[\]［］]{0,40}[\]］]")
"""A column or a button in brackets; bounded."""
UNENDED = "于於由在自从從至到"
"""What no title ends with: something follows."""


def parted(lines: Sequence[Line], text: str, known: Collection[int]) -> list[Line]:
    """Give filled lines with the first that is a title before fields cut in two; the same lines where none is."""
    for n, line in enumerate(lines[:NEAR_TOP]):
        if line.start in known:
            continue
        if len(line.words) > MOST_CHARS:
            return list(lines)
        at = _seam(line.words)
        if at:
            return [*lines[:n], *_two(line, text, at), *lines[n + 1 :]] if _is_alone(lines, n, at) else list(lines)
        if _is_title(line.words):
            return list(lines)
    return list(lines)


def _is_title(words: str) -> bool:
    """Say whether a line above may be the title itself: `综合新闻` and a site's name are none."""
    is_long = len(HAN.findall(words)) >= LEAST_HAN and is_title_like(words)
    return is_long and not (is_column(words) or SITE_NAME.fullmatch(folded(words)))


def _seam(words: str) -> int:
    """Give where the fields behind a title begin; 0 for a line that is no title before fields."""
    if not DATE_SHAPE.search(words) and not META_LABEL.search(folded(words)):
        return 0
    places = (found.end() for found in islice(GAP.finditer(words), GAPS))
    return next((at for at in places if _is_titled(words, at)), 0)


GAP = regex(
    r"(?<=\S)[\s|｜)）】》”]{1,8}"
    r"|(?<=[一-鿿！？”》])(?=\d{4}[-年/.]\d{1,2}[-月/.]\d{1,2}日?\s{0,2}\d{1,2}:\d{2}|(?:(?:发布|发表|更新|添加)(?:时间|日期)|作者|来源|来稿|编辑|浏览|点击)\s?[:：])"
)
GAPS = 8
"""Where a title may end: white space, a bar, a closing bracket, a day with its time or its label glued to it; as many
are tried. Each part is bounded, the second takes nothing."""


def _is_titled(words: str, at: int) -> bool:
    title, fields = SEAM.sub("", words[:at]), words[at:].strip()
    if len(HAN.findall(title)) < LEAST_HAN or not (is_title_like(title) or is_headline(title)):
        return False
    if len(HAN.findall(BRACKETED.sub("", title))) < LEAST_HAN or _is_other(folded(title), fields):
        return False  # buttons: `【以稿换稿】【收藏】 作者: 佚名`
    if " - " in words or path_of(title) or is_column(title):
        return False  # `某某 - 公告`
    is_told = DATE_SHAPE.search(fields) is not None or any(value for _, value in fields_of(fields))
    return is_told and kind_of(fields, "", "") in ("field", "byline", "loose")


def _is_other(title: str, fields: str) -> bool:
    """Say whether what stands before fields is a name or a clause: `本帖最后由 某某 于`, an office."""
    if title[-1] in UNENDED or fields[:1] in tuple(UNENDED) or META_LABEL.search(title) or "星期" in fields:
        return True
    is_office = OFFICE.fullmatch(title) is not None and not NEWS.search(title)
    return is_office or bool(SITE_NAME.fullmatch(title) or MEDIA.fullmatch(title))


def _is_alone(lines: Sequence[Line], n: int, at: int) -> bool:
    """Say whether a text follows, and no row like this one, no longer title and no minutes of a meeting."""
    if n + 1 >= len(lines):
        return False
    below = lines[n + 1].words
    is_title = len(below) >= at - 1 and kind_of(below, "", "") == "title"
    return not (is_title or MINUTES.match(folded(below)) or (len(below) <= MOST_CHARS and _seam(below)))


def _two(line: Line, text: str, at: int) -> tuple[Line, Line]:
    """Give the title with the white space behind it, and the fields without the line's break."""
    start = text.index(line.words, line.start)
    title = SEAM.sub("", line.words[:at])
    cut = start + len(title)
    return Line(line.start, cut, cut, title), Line(cut, line.end, line.end, line.words[at:].strip())
