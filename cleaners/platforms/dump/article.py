"""A dumped article page, or a plain text: its title, the facts of its head and of its notices."""

from collections.abc import Mapping, Sequence

from cleaners.facts.counts import claimed_chars, read_count
from cleaners.facts.labels import published_at, words_of
from cleaners.facts.notices import contact_of, icp_of, police_record_of, source_url_of
from cleaners.outcome import Outcome, Reason, State
from cleaners.platforms.dump.stated import stated
from cleaners.platforms.platform import Draft, Findings, Sheet
from cleaners.reading import Facts, PageKind, StatedDate
from cleaners.rules.heads import DATE_SHAPE, fields_of, head_lines, is_field_line, is_menu, path_of, plain
from cleaners.rules.lines import Line, is_sentence, lines_of
from cleaners.rules.tail_lines import is_notice, tail_zone
from cleaners.rules.titles import CLAIM, is_title_like, without_claims

VIEWS = ("浏览", "阅读", "点击", "點擊", "人气", "人氣", "热度", "查看", "访问", "閱讀", "瀏覽")
LIKES = ("点赞",)
KINDS = {
    "published": ("发布", "发表", "發布", "發佈", "發表", "时间", "時間", "日期", "添加"),
    "updated": ("更新",),
    "uploaded": ("上传",),
    "written": ("成文", "撰写"),
}
"""Kinds of dates, by how their labels begin."""
COLUMN = ("栏目", "分类", "类别", "所属栏目", "欄目", "分類")
KEYWORDS = ("关键词", "关键字", "标签")
AUTHOR = ("作者",)
OWNED = ("版权", "所有权")
"""Words of a notice on who owns a text."""
SOURCE = ("来源", "來源", "稿源", "文章来源", "信息来源")
TITLE_LINES = 4
"""Filled lines from the top, chrome aside, of which one may be the title."""


def read_article(sheet: Sheet) -> Findings:
    """Read a dump as one article: one draft that shows all of it."""
    lines = lines_of(sheet.text)
    title = title_of(lines)
    draft = Draft(
        position=1, shown=sheet.text, title=title, title_from="first_line" if title else None,
    )  # fmt: skip
    if not sheet.text.strip():
        nothing = Outcome(state=State.REFUSED, reason=Reason.NO_CONTENT, detail="empty text")
        return Findings(page_kind=PageKind.OTHER, outcome=nothing)
    return Findings(
        page_kind=PageKind.ARTICLE,
        outcome=Outcome(state=State.READ),
        facts=_facts(sheet, lines, title),
        drafts=(draft,),
    )


def title_of(lines: Sequence[Line]) -> str | None:
    """Give the first title-like line above the text; None where running text or an enumerator comes first."""
    seen = 0
    for line in lines:
        words = line.words
        if (
            not words
            or fields_of(words)
            or path_of(words)
            or DATE_SHAPE.fullmatch(words)
            or CLAIM.fullmatch(words)
            or is_menu(words)
        ):
            continue
        if is_title_like(plain(words)):
            return without_claims(words)
        seen += 1
        if seen >= TITLE_LINES or is_sentence(words) or len(words) > FIRST_TEXT_CHARS:
            return None
    return None


FIRST_TEXT_CHARS = 12
"""Longer lines that are no title are text; shorter ones above a title are buttons and menus."""


def _facts(sheet: Sheet, lines: Sequence[Line], title: str | None) -> Facts:
    head = [line.words for line in head_lines(sheet.text, is_field_line)]
    fields = [field for words in head for field in fields_of(words)]
    tail = [line.words for line in lines[tail_zone(lines) :] if line.words]
    notices = [line.words for line in lines if is_notice(line.words)]
    values = {label: value for label, value in reversed(fields) if value}
    dates = _dates(sheet, head, fields)
    around = head + tail
    return Facts(
        icp=icp_of(around),
        police_record=police_record_of(around),
        path=next((steps for line in head_lines(sheet.text, _is_path) if (steps := path_of(line.words))), ()),
        category=_value(values, COLUMN),
        published_at=published_at(dates),
        dates=dates,
        author=_value(values, AUTHOR),
        source=_value(values, SOURCE),
        source_url=source_url_of(notices),
        contact=contact_of(notices),
        keywords=words_of(_value(values, KEYWORDS)),
        rights=next((words for words in notices if any(word in words for word in OWNED)), None),
        views=_count(values, VIEWS),
        likes=_count(values | _tail_values(tail), LIKES),
        claimed_chars=_claims(lines, title),
    )


def _is_path(words: str) -> bool:
    return bool(path_of(words))


def _value(values: Mapping[str, str], labels: Sequence[str]) -> str | None:
    return next((value for label, value in values.items() if label in labels), None)


def _count(values: Mapping[str, str], beginnings: Sequence[str]) -> int | None:
    counts = (read_count(value) for label, value in values.items() if label.startswith(tuple(beginnings)))
    return next((count for count in counts if count is not None), None)


def _tail_values(tail: Sequence[str]) -> dict[str, str]:
    return {label: value for words in tail for label, value in fields_of(words) if value}


def _dates(sheet: Sheet, head: Sequence[str], fields: Sequence[tuple[str, str]]) -> tuple[StatedDate, ...]:
    dates: list[StatedDate] = []
    for label, value in fields:
        kind = _kind(label)
        if kind and DATE_SHAPE.match(value):
            dates.append(stated(sheet, value, kind=kind, where=label))
    bare_dates = [words for words in head if DATE_SHAPE.fullmatch(words)]
    return (*dates, *(stated(sheet, words, kind="published", where="head") for words in bare_dates))


def _kind(label: str) -> str | None:
    return next((kind for kind, beginnings in KINDS.items() if label.startswith(beginnings)), None)


def _claims(lines: Sequence[Line], title: str | None) -> tuple[int, ...]:
    """Read word counts from the title's own lines and from lines that are nothing else."""
    filled = [line.words for line in lines if line.words]
    near = [words for words in filled[:6] if CLAIM.fullmatch(words) or (CLAIM.search(words) and is_title_like(words))]
    return claimed_chars("\n".join(near + [words for words in filled[-2:] if CLAIM.fullmatch(words)]))
