"""What an unknown page states of itself: title, site, dates, author, source, counters, keywords, its own address."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from urllib.parse import urljoin

from lxml.html import HtmlElement

from cleaners.facts.changes import changed
from cleaners.facts.counts import claimed_chars
from cleaners.facts.dates import read_date
from cleaners.facts.keywords import keywords_in
from cleaners.facts.labels import LINE_BOUND, MEANINGS, Pair, facts_from, merged, pairs_of
from cleaners.facts.notices import ICP, POLICE, source_url_of
from cleaners.facts.stated import Stated
from cleaners.platforms.elements import text_of
from cleaners.platforms.platform import Sheet
from cleaners.reading import Facts, StatedDate
from cleaners.regex import regex
from cleaners.rules.foot.tail_lines import is_notice
from cleaners.rules.head.meta_lines import HOMES, path_of
from cleaners.rules.lines import bare

SEPARATOR = regex(r"\s*(?:_+|\||｜|–|—{1,2}|»|›|-{2,})\s*|\s+-\s*|\s*-\s+|(?<=[一-鿿])-(?=[一-鿿])")
"""What parts a page's title from its site's name."""
MADE_BY = regex(r"(?i:powered by)\b")
"""The beginning of what names the software, at the end of a page's title, and not the site."""
TITLE_CHARS = range(2, 121)
HEAD_LINES = 40
"""Lines above the text, and BEHIND below its first line, in which labels are looked for."""
BEHIND = 3
LABELS_ABOVE = 12
"""Lines right above the text in which its length may be claimed."""
FOOT_LINES = 8
"""Lines at the end of the text and below it that may say who edited it, handed it in, or where it comes from."""
FOOT_CHARS = 80
LINE_CHARS = 160
"""Characters of a line of labels; a longer one is a sentence."""
ARTICLE_TITLE = "articletitle"
AUTHORS = ("author", "article:author")
SOURCES = ("contentsource", "article:source", "source")
SITES = ("sitename", "og:site_name", "application-name")
COLUMNS = ("columnname", "article:section")
PUBLISHED = (
    "pubdate", "article:published_time", "publishdate", "publish-date", "og:release_date", "datepublished",
    "og:pubdate",
)  # fmt: skip
UPDATED = ("article:modified_time", "datemodified", "og:updated_time", "lastmodified")
"""Names of `meta` elements; the first of each are those that official sites must print (GB guide of 2017)."""
LD_DATE = regex(r'"(?P<name>pubDate|datePublished|upDate|dateModified)"\s{0,8}:\s{0,8}"(?P<date>[^"<>]{8,40})"')
"""A date in a block of `ld+json`: the names of schema.org and of Baidu's own form. Bounded, and no blank in a name."""
LD_KINDS = {"pubDate": "published", "datePublished": "published", "upDate": "updated", "dateModified": "updated"}
OF_THE_END = frozenset({"editor", "reviewer", "contributor", "source"})
"""Facts that a line below a text may state."""
OF_THE_PAGE = frozenset(
    {
        "正文", "内容", "文章内容", "正文内容", "文章正文", "详细内容", "内容页", "信息内容", "阅读文章", "文章",
        "全文", "阅读全文", "查看全文", "全文阅读", "文章阅读", "文章详情", "信息详情", "新闻详情", "新闻内容",
        "新闻正文", "内容详情", "详情", "详细信息", "查看文章", "浏览文章", "正文页", "文章页", "内容正文", "文章浏览",
        "信息浏览", "信息正文",
    }
)
"""What a breadcrumb calls the page itself."""
OF_MINUTES = frozenset({"时间", "日期", "编号", "作者", "来源", "主题词", "分类", "类别", "标签"})
"""Labels that a text may open with itself, as minutes of a meeting do: alone in a line of the text they are its own."""


@dataclass(frozen=True, slots=True)
class Metas:
    """The page's `meta` elements by name in small letters, its `title` and the addresses that it gives itself."""

    values: dict[str, str] = field(default_factory=dict)
    title: str = ""
    canonical: str | None = None

    def first(self, *names: str) -> str | None:
        """Give the first non-empty value among names; None where all are silent."""
        for name in names:
            value = self.values.get(name)
            if value:
                return value
        return None


def metas_of(tree: HtmlElement) -> Metas:
    """Collect them in one pass over the head elements."""
    values: dict[str, str] = {}
    title: str | None = None
    canonical: str | None = None
    for node in tree.iter("meta", "title", "link"):
        tag = node.tag
        if tag == "meta":
            name = (node.get("name") or node.get("property") or node.get("itemprop") or "").strip().lower()
            content = (node.get("content") or "").strip() if name else ""
            if content:
                values.setdefault(name, content)
        elif tag == "title":
            title = " ".join((node.text or "").split()) if title is None else title
        elif canonical is None and (node.get("rel") or "").lower() == "canonical":
            canonical = node.get("href") or None
    return Metas(values, title or "", canonical)


def title_of(tree: HtmlElement, metas: Metas) -> tuple[str | None, str | None]:
    """Give the page's title and where it was found.

    In this order: as official sites must state it in a `meta`, the heading that `title` repeats, a lone h1, `title`.
    """
    official = metas.first(ARTICLE_TITLE)
    if official and len(official) in TITLE_CHARS:
        return " ".join(official.split()), "meta"
    headings = [(node.tag, " ".join(text_of(node).split())) for node in tree.iter("h1", "h2", "h3", "h4")]
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
    named = metas.first(*SITES)
    if named:
        return named
    parts = [part for part in SEPARATOR.split(metas.title) if part]
    last = parts[-1] if len(parts) > 1 and not MADE_BY.match(parts[-1]) else None
    return last if last and last != title and len(last) <= 30 else None


def facts_of(sheet: Sheet, metas: Metas, lines: Sequence[str], *, shown: str, title: str | None) -> Facts:
    """Read the facts from the page's lines round its text (`shown`), then from its `meta` elements."""
    return merged(facts_round(sheet, lines, shown=shown, title=title), page_facts(sheet, metas, title=title))


def facts_round(sheet: Sheet, lines: Sequence[str], *, shown: str, title: str | None) -> Facts:
    """Read the facts from the page's lines round its text (`shown`).

    `lines`: all that the page shows. What stands in the text itself is the text's own: only lines of two labels at its
    beginning, and lines of labels at its end, speak for the page.
    """
    text = [line.strip() for line in shown.splitlines() if line.strip()]
    above, behind = _round(lines, text)
    pairs = [
        *_labelled(above, where="head"),
        *_opening(text[:BEHIND]),
        *(pair for pair in _labelled([*text[-3:], *behind], where="foot") if _is_of_the_end(pair)),
    ]
    stated = facts_from(pairs, zone=sheet.hints.zone, fetched_at=sheet.page.fetched_at)
    near = (title or "", *above[-LABELS_ABOVE:], *text[:BEHIND], *text[-BEHIND:], *behind)
    claims = claimed_chars("\n".join(f"{line[:LINE_BOUND]}\n{line[LINE_BOUND:][-LINE_BOUND:]}" for line in near))
    if claims:
        stated = changed(stated, claimed_chars=tuple(dict.fromkeys((*stated.claimed_chars, *claims))))
    path = next((steps for line in lines[:HEAD_LINES] if (steps := path_of(line))), ())
    column = column_of(path, title)
    source_url = source_url_of(line for line in lines if is_notice(line))
    return merged(stated, Facts(path=path, source_url=source_url, category=column, where=_places(path, source_url)))


def _places(path: Sequence[str], source_url: str | None) -> tuple[tuple[str, str], ...]:
    steps = (("path", "breadcrumb"), ("category", "breadcrumb")) if path else ()
    return (*steps, ("source_url", "notice")) if source_url else steps


def column_of(path: Sequence[str], title: str | None) -> str | None:
    """Give the last step of a breadcrumb that names a column: neither the home, nor the page itself; None for none."""
    heading = bare(title or "")
    steps = [step for step in path if step not in HOMES and step not in OF_THE_PAGE and bare(step) != heading]
    if steps and steps[-1].endswith(("..", "…")) and heading.startswith(bare(steps[-1])):
        steps.pop()  # the title cut to a length
    return steps[-1] if steps else None


def _round(lines: Sequence[str], text: Sequence[str]) -> tuple[Sequence[str], Sequence[str]]:
    """Give the lines above the text and those below it; of a page without a text, its beginning."""
    if not text:
        return lines[:HEAD_LINES], ()
    start = next((n for n, line in enumerate(lines) if line == text[0]), HEAD_LINES)
    stop = next((n for n in range(len(lines) - 1, start - 1, -1) if lines[n] == text[-1]), len(lines))
    return lines[max(0, start - HEAD_LINES) : start], lines[stop + 1 : stop + 1 + FOOT_LINES]


def _labelled(lines: Sequence[str], *, where: str) -> tuple[Pair, ...]:
    chars = FOOT_CHARS if where == "foot" else LINE_CHARS
    return pairs_of((line for line in lines if len(line) <= chars and "。" not in line), where=where)


def _opening(lines: Sequence[str]) -> Iterator[Pair]:
    """Give what lines within the text say of the page: two labels side by side, or one that only pages print."""
    for line in lines:
        pairs = _labelled([line], where="above the text")
        if len(pairs) > 1 or (pairs and pairs[0].label not in OF_MINUTES):
            yield from pairs


def _is_of_the_end(pair: Pair) -> bool:
    return MEANINGS[pair.label][1] in OF_THE_END


def page_facts(sheet: Sheet, metas: Metas, *, title: str | None = None) -> Facts:
    """Give what the page states anywhere as facts; see `stated_of`."""
    return stated_of(sheet, metas, title=title).facts()


def stated_of(sheet: Sheet, metas: Metas, *, title: str | None = None) -> Stated:
    """Give what the page states anywhere: its `meta` elements, its `ld+json`, the licence numbers in its foot."""
    stated_url = metas.canonical or metas.first("og:url")
    found: dict[str, object] = {
        "site_name": site_of(metas, title),
        "icp": _last(ICP, sheet.text, "ICP"),
        "police_record": _last(POLICE, sheet.text, "公网安备"),
        "category": metas.first(*COLUMNS),
        "author": metas.first(*AUTHORS),
        "source": metas.first(*SOURCES),
        "keywords": keywords_in(metas.first("keywords")),
        "stated_url": urljoin(sheet.base_url or "", stated_url) if stated_url else None,
    }
    places = {
        "site_name": "meta" if metas.first(*SITES) else "title", "icp": "foot", "police_record": "foot",
        "category": "meta", "author": "meta", "source": "meta", "keywords": "meta",
        "stated_url": "link rel=canonical" if metas.canonical else "meta og:url",
    }  # fmt: skip
    where = tuple([(name, place) for name, place in places.items() if found[name]])
    found["noarchive"] = "noarchive" in metas.values.get("robots", "").lower()
    return Stated(found, tuple(_dates(sheet, metas)), where)


def _last(shape: re.Pattern[str], text: str, word: str) -> str | None:
    """Give the last number of its shape on the page: licence numbers stand in the foot."""
    at = text.rfind(word)
    while at >= 0:
        match = shape.search(text, max(0, at - 1), at + 60)
        if match:
            return match["number"] if "number" in match.re.groupindex else match[0]
        at = text.rfind(word, 0, at)
    return None


def _dates(sheet: Sheet, metas: Metas) -> Iterator[StatedDate]:
    """Read the dates that the page states outside what it shows."""
    for names, kind in ((PUBLISHED, "published"), (UPDATED, "updated")):
        for name in names:
            if name in metas.values:  # which holds no empty ones
                yield _date(sheet, metas.values[name], kind, f"meta {name}")
                break
    if "ld+json" in sheet.text:
        for match in _ld_dates(sheet.text):
            yield _date(sheet, match["date"], LD_KINDS[match["name"]], f"ld+json {match['name']}")


def _ld_dates(text: str) -> Iterator[re.Match[str]]:
    """Give the dates of `ld+json`, looked for by their names: half of a page's characters are near a quote."""
    behind = 0
    for at in sorted(at for name in LD_KINDS for at in _all_of(f'"{name}"', text)):
        match = LD_DATE.match(text, at) if at >= behind else None
        if match is not None:
            behind = match.end()
            yield match


def _all_of(words: str, text: str) -> Iterator[int]:
    at = text.find(words)
    while at >= 0:
        yield at
        at = text.find(words, at + 1)


def _date(sheet: Sheet, words: str, kind: str, where: str) -> StatedDate:
    return read_date(words, kind=kind, zone=sheet.hints.zone, fetched_at=sheet.page.fetched_at, where=where)
