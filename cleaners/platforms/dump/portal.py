"""A dumped preview page of a download portal: title, file facts, keywords. What lines are: `rules.portal_dump`."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from cleaners.facts.counts import claimed_chars, read_count, read_size
from cleaners.facts.notices import contact_of, icp_of, site_of_notice
from cleaners.outcome import Outcome, State
from cleaners.platforms.dump.stated import stated
from cleaners.platforms.platform import Draft, Findings, Sheet
from cleaners.reading import Facts, PageKind, StatedDate
from cleaners.rules.lines import Line, is_sentence, lines_of
from cleaners.rules.portal_dump import (
    BUTTON,
    CUT,
    KEYWORDS,
    head_end,
    is_head_line,
    is_keyword_line,
    portal_fields,
    tail_start,
)
from cleaners.rules.titles import FILE_END, is_title_like, without_claims

HEAD_CHARS = 300
"""Characters of the text in which a repeated title and a word count may stand."""
NAMES: Mapping[str, tuple[str, ...]] = {
    "id": ("ID", "文档编号", "资源编号", "资源ID", "文档ID", "编号"),
    "size": ("大小", "文件大小", "资源大小", "文档大小"),
    "pages": ("页数", "全文页数", "文档页数", "总页数"),
    "format": ("格式", "文件格式", "资源格式", "文档格式", "文件类型", "类型"),
    "time": ("时间", "上传时间", "更新时间", "发布时间", "上传日期"),
    "price": ("下载积分", "所需积分", "积分", "价格", "售价", "金币"),
    "views": ("浏览次数", "浏览", "文档热度"),
    "downloads": ("下载次数", "下载量"),
}
"""The portals' labels for one fact, the commonest first (reference: realtext, section 2, families 2 and 3)."""
NUMBER = re.compile(r"\d{1,6}")


@dataclass(frozen=True, slots=True)
class Parts:
    """Lines of a portal page by role; `text` is what is left between head and foot."""

    head: tuple[str, ...]
    text: tuple[Line, ...]
    foot: tuple[str, ...]


def read_portal(sheet: Sheet) -> Findings:
    """Read a portal's preview: one draft that shows all of the dump, and what the page states of the file."""
    lines = lines_of(sheet.text)
    title, title_from = _title(lines)
    parts = _parts(lines, title)
    facts = _facts(sheet, parts, title)
    draft = Draft(position=1, shown=sheet.text, title=title, title_from=title_from)
    return Findings(
        page_kind=PageKind.ENTRY,
        outcome=Outcome(state=State.READ),
        facts=facts,
        drafts=(draft,) if any(line.words for line in parts.text) else (),
    )


def _parts(lines: Sequence[Line], title: str | None) -> Parts:
    start = head_end(lines, title)
    stop = max(start, tail_start(lines))
    return Parts(
        tuple(line.words for line in lines[:start] if line.words),
        tuple(lines[start:stop]),
        tuple(line.words for line in lines[stop:] if line.words),
    )


def _title(lines: Sequence[Line]) -> tuple[str | None, str | None]:
    """Give the file's name without its ending, else the first title-like line of the head that no field is."""
    head: list[str] = []
    for line in lines:
        if is_sentence(line.words) and not is_head_line(line.words, None):
            break
        head.append(line.words)
    for words in head:
        if FILE_END.search(words) and len(words) >= 6:
            return without_claims(words), "file_name"
    plain = (
        words for words in head if is_title_like(words) and not portal_fields(words) and not BUTTON.fullmatch(words)
    )
    title = next(plain, None)
    return (without_claims(title), "heading") if title else (None, None)


def _facts(sheet: Sheet, parts: Parts, title: str | None) -> Facts:
    fields = {label.upper(): value for words in parts.head for label, value in portal_fields(words) if value}
    size = _field(fields, "size")
    uploaded = _uploaded(sheet, fields)
    keywords = next((found for words in parts.head if (found := _keywords(words, title))), [])
    around = (*parts.head, *parts.foot)
    beginning = "".join(sheet.text[line.start : line.after] for line in parts.text)[:HEAD_CHARS]
    claims = claimed_chars("\n".join((*parts.head, beginning)))
    return Facts(
        site_name=site_of_notice(around),
        icp=icp_of(around),
        published_at=uploaded.at if uploaded else None,
        dates=(uploaded,) if uploaded else (),
        keywords=tuple(keywords),
        rights=next((words for words in around if "版权" in words), None),
        contact=contact_of(around),
        views=_number(fields, "views"),
        downloads=_number(fields, "downloads"),
        claimed_chars=claims,
        document_id=_field(fields, "id"),
        file_size=size,
        file_size_bytes=read_size(size) if size else None,
        file_pages=_pages(fields),
        file_format=_field(fields, "format"),
        price=_field(fields, "price"),
        truncated=_is_truncated(parts, claims),
    )


def _keywords(words: str, title: str | None) -> list[str]:
    """Give the keywords of a line that states them, labelled or not; empty for any other line."""
    labelled = KEYWORDS.fullmatch(words)
    if labelled:
        return re.split(r"[\s,，、;；]+", labelled["words"].strip())
    return words.split() if is_keyword_line(words, title) else []


def _field(fields: Mapping[str, str], name: str) -> str | None:
    return next((fields[label.upper()] for label in NAMES[name] if label.upper() in fields), None)


def _number(fields: Mapping[str, str], name: str) -> int | None:
    value = _field(fields, name)
    return read_count(value) if value else None


def _pages(fields: Mapping[str, str]) -> int | None:
    match = NUMBER.search(_field(fields, "pages") or "")
    return int(match[0]) if match else None


def _uploaded(sheet: Sheet, fields: Mapping[str, str]) -> StatedDate | None:
    words = _field(fields, "time")
    return stated(sheet, words, kind="uploaded", where="file facts") if words else None


def _is_truncated(parts: Parts, claims: Sequence[int]) -> bool:
    """Say whether the preview stops before the text does: the page says so, or it ends in mid-sentence and short."""
    if any(CUT.search(words) for words in parts.foot):
        return True
    text = "".join(line.words for line in parts.text)
    is_closed = text[-1:] in "。！？；.!?”）)》…" and not text.endswith("……")
    return bool(claims) and not is_closed and len(text) < 0.8 * max(claims)
