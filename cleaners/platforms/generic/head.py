"""What an unknown page states of itself: title, site, dates, author, source, counters, keywords, its own address."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from urllib.parse import urljoin

from lxml.html import HtmlElement

from cleaners.facts.counts import read_count
from cleaners.facts.dates import read_date
from cleaners.facts.notices import icp_of, police_record_of, source_url_of
from cleaners.platforms.platform import Sheet
from cleaners.reading import Facts, StatedDate
from cleaners.rules.heads import DATE_SHAPE, LABEL, path_of
from cleaners.rules.lines import bare
from cleaners.rules.tail_lines import is_notice

SEPARATOR = re.compile(r"\s*(?:_+|\||｜|–|—{1,2}|»|›|-{2,})\s*|\s+-\s*|\s*-\s+|(?<=[一-鿿])-(?=[一-鿿])")
"""What parts a page's title from its site's name."""
TITLE_CHARS = range(2, 121)
META_LINE_CHARS = 160
HEAD_LINES = 40
"""Lines above the text, and BEHIND below its first line, in which labels are looked for."""
BEHIND = 3
VALUE_CHARS = 40
DATE_METAS = ("article:published_time", "pubdate", "publishdate", "publish-date", "og:release_date", "datepublished")
PUBLISHED = ("发布", "发表", "發布", "發佈", "發表", "时间", "時間", "日期", "添加", "成文", "撰写")
SOURCES = ("来源", "來源", "稿源", "文章来源", "信息来源")
VIEWS = ("浏览", "阅读", "点击", "點擊", "人气", "人氣", "热度", "查看", "访问", "閱讀", "瀏覽")


@dataclass(frozen=True, slots=True)
class Metas:
    """The page's `meta` elements by name in small letters, its `title` and the addresses that it gives itself."""

    values: dict[str, str] = field(default_factory=dict)
    title: str = ""
    canonical: str | None = None

    def first(self, *names: str) -> str | None:
        """Give the first non-empty value among names; None where all are silent."""
        return next((self.values[name] for name in names if self.values.get(name)), None)


def metas_of(tree: HtmlElement) -> Metas:
    """Collect them in one pass over the head elements."""
    values: dict[str, str] = {}
    for node in tree.iter("meta"):
        name = (node.get("name") or node.get("property") or node.get("itemprop") or "").strip().lower()
        content = (node.get("content") or "").strip()
        if name and content:
            values.setdefault(name, content)
    title = next((" ".join((node.text or "").split()) for node in tree.iter("title")), "")
    links = (node for node in tree.iter("link") if (node.get("rel") or "").lower() == "canonical")
    return Metas(values, title, next((node.get("href") for node in links if node.get("href")), None))


def title_of(tree: HtmlElement, metas: Metas) -> tuple[str | None, str | None]:
    """Give the page's title and where it was found: the heading that `title` repeats, a lone h1, or `title` itself."""
    headings = [(node.tag, " ".join(node.text_content().split())) for node in tree.iter("h1", "h2", "h3", "h4")]
    headings = [(tag, words) for tag, words in headings if len(words) in TITLE_CHARS]
    whole = bare(metas.title)
    repeated = [words for _, words in headings if len(bare(words)) >= 4 and bare(words) in whole]
    if repeated:
        return max(repeated, key=len), "heading"
    first = [words for tag, words in headings if tag == "h1"]
    if len(first) == 1 and len(first[0]) >= 4:
        return first[0], "heading"
    parts = [part for part in SEPARATOR.split(metas.title) if part]
    stated = parts[0] if parts else metas.first("og:title")
    return (stated, "title") if stated else (None, None)


def site_of(metas: Metas, title: str | None) -> str | None:
    """Give the site's name: as stated, else the last part of `title` behind the page's own; None where silent."""
    named = metas.first("og:site_name", "application-name")
    parts = [part for part in SEPARATOR.split(metas.title) if part]
    last = parts[-1] if len(parts) > 1 else None
    return named or (last if last and last != title and len(last) <= 30 else None)


def facts_of(sheet: Sheet, metas: Metas, lines: Sequence[str], *, first_line: str, title: str | None) -> Facts:
    """Read the facts from the page's lines; `first_line` is where its text begins, `lines` all that it shows."""
    fields = [pair for line in _window(lines, first_line) for pair in _pairs(line)]
    dates = _dates(sheet, metas, fields)
    stated_url = metas.canonical or metas.first("og:url")
    robots = (metas.first("robots") or "").lower()
    return Facts(
        site_name=site_of(metas, title),
        icp=icp_of(reversed(lines)),
        police_record=police_record_of(reversed(lines)),
        path=next((steps for line in lines[:HEAD_LINES] if (steps := path_of(line))), ()),
        published_at=next((date.at for date in dates if date.at), None),
        dates=dates,
        author=_value(fields, ("作者", "撰稿", "记者")) or metas.first("author"),
        source=_value(fields, SOURCES),
        source_url=source_url_of(line for line in lines if is_notice(line)),
        keywords=_words(metas.first("keywords")),
        views=next(
            (n for label, value in fields if label.startswith(VIEWS) and (n := read_count(value)) is not None), None
        ),
        stated_url=urljoin(sheet.base_url or "", stated_url) if stated_url else None,
        noarchive="noarchive" in robots,
    )


def _window(lines: Sequence[str], first_line: str) -> Sequence[str]:
    """Give the lines round the beginning of the text, where labels stand."""
    at = next((n for n, line in enumerate(lines) if line == first_line), HEAD_LINES)
    return lines[max(0, at - HEAD_LINES) : at + BEHIND]


def _pairs(line: str) -> list[tuple[str, str]]:
    """Give the labels and values of a short line, an unlabelled date as `时间`."""
    if len(line) > META_LINE_CHARS or "。" in line:
        return []
    marks = list(LABEL.finditer(line))
    ends = [mark.start() for mark in marks[1:]] + [len(line)] * bool(marks)
    pairs = [
        (mark["label"], re.split(r"\s{2,}|[|｜\t]", line[mark.end() : end].strip())[0].strip(" [】【]")[:VALUE_CHARS])
        for mark, end in zip(marks, ends, strict=True)
    ]
    alone = DATE_SHAPE.search(line[: marks[0].start()] if marks else line)
    return [("时间", alone[0]), *pairs] if alone else pairs


def _value(fields: Iterable[tuple[str, str]], labels: Sequence[str]) -> str | None:
    return next((value for label, value in fields if label in labels and value), None)


def _dates(sheet: Sheet, metas: Metas, fields: Iterable[tuple[str, str]]) -> tuple[StatedDate, ...]:
    """Read the labelled dates, the page's meta date if no line has one."""
    found = [
        _date(sheet, match[0], "updated" if label.startswith("更新") else "published", label)
        for label, value in fields
        if (label.startswith(PUBLISHED) or label.startswith("更新")) and (match := DATE_SHAPE.search(value))
    ]
    found.sort(key=lambda date: date.kind != "published")
    stated = metas.first(*DATE_METAS)
    if not found and stated:
        found = [_date(sheet, stated, "published", "meta")]
    return tuple(found[:3])


def _date(sheet: Sheet, words: str, kind: str, where: str) -> StatedDate:
    return read_date(words, kind=kind, zone=sheet.hints.zone, fetched_at=sheet.page.fetched_at, where=where)


def _words(keywords: str | None) -> tuple[str, ...]:
    return tuple(word for word in re.split(r"[,，、;；\s|]+", keywords or "") if word)[:30]
