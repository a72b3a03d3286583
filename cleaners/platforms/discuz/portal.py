"""The portal of Discuz: articles, one draft a page, and their lists."""

import re
from dataclasses import replace

from lxml.html import HtmlElement

from cleaners.platforms.discuz.anatomy import Anatomy, by_class, finder, first, has_class, words
from cleaners.platforms.discuz.attachments import attachments_of, links_to
from cleaners.platforms.discuz.bodies import is_furniture
from cleaners.platforms.discuz.floors import read_time
from cleaners.platforms.discuz.linking import Own, gather
from cleaners.platforms.discuz.pager import next_of, place_of
from cleaners.platforms.discuz.statements import keywords_of, path_of, site_facts
from cleaners.platforms.discuz.threads import READ
from cleaners.platforms.platform import Draft, Findings
from cleaners.reading import Facts, PageKind, StatedDate, UrlKind
from cleaners.shown import render

BODY_ID = "article_content"

_HEADING = finder('//h1[contains(concat(" ",@class," ")," ph ")] | //h1')
_INFO = by_class("xg1", tag="p")
_LINKS = finder(".//a[@href]")
_DATE = re.compile(r"\d{4}-\d{1,2}-\d{1,2}(?: \d{1,2}:\d{2}(?::\d{2})?)?")
_PART = re.compile(r"第? ?[0-9一二三四五六七八九十]{1,3} ?(?:部分|页|节|篇)?|[上中下](?:篇|部分)?")
# The line below the heading: `label: value` parted by bars; a value ends at the next bar.
_FIELD = re.compile(r"(发布者|作者|原作者|来自|来源|查看|评论) ?[:：] ?([^|]{0,120})")


def is_article(anatomy: Anatomy) -> bool:
    """Say whether a page shows a portal article; True = its body is there."""
    return BODY_ID in anatomy.ids


def read_article(anatomy: Anatomy) -> Findings:
    """Read a page of a portal article: one draft at position 1, page n of N."""
    body = anatomy.ids[BODY_ID]
    place = place_of(anatomy)
    title = words(first(_HEADING(anatomy.tree))) or anatomy.title.partition(" - ")[0].strip() or None
    date, stated = _info(anatomy)
    own = anatomy.address
    key = own.key if own is not None and own.kind is UrlKind.DOCUMENT else None
    facts = _facts(anatomy, body, title, stated)
    draft = Draft(
        position=1,
        shown=render([body], drop=lambda node: is_furniture(node) or _is_page_label(node, title)),
        title=title,
        title_from="heading" if title else None,
        author=facts.author,
        date=date,
    )
    return Findings(
        page_kind=PageKind.ARTICLE,
        outcome=READ,
        document_key=key,
        page=place.page,
        pages=place.pages,
        facts=replace(facts, published_at=date.at if date else None, dates=(date,) if date else ()),
        drafts=(draft,),
        links=gather(
            anatomy,
            Own(key=key, page=place.page),
            attachments=links_to(facts.attachments),
            next_url=next_of(place),
        ),
    )


def _is_page_label(node: HtmlElement, title: str | None) -> bool:
    """Say whether an element only names the page of the article: the title again, or 第2部分; a real heading is not."""
    if not has_class(node, "vm_pagetitle"):
        return False
    text = words(node)
    return text == title or _PART.fullmatch(text) is not None


def _info(anatomy: Anatomy) -> tuple[StatedDate | None, dict[str, str]]:
    line = next((words(node) for node in _INFO(anatomy.tree) if _DATE.search(words(node))), "")
    found = _DATE.search(line)
    date = read_time(anatomy, found[0], kind="published") if found else None
    return date, {name: value.strip() for name, value in _FIELD.findall(line)}


def _facts(anatomy: Anatomy, body: HtmlElement, title: str | None, stated: dict[str, str]) -> Facts:
    path = path_of(anatomy)
    source_line = next((node for node in _INFO(anatomy.tree) if "来自" in words(node) or "来源" in words(node)), None)
    source = stated.get("来自") or stated.get("来源") or None
    return replace(
        site_facts(anatomy),
        category=path[-1] if path else None,
        path=path,
        author=stated.get("原作者") or stated.get("作者") or stated.get("发布者") or None,
        source=source,
        source_url=_source_url(anatomy, source_line, source),
        views=_number(stated.get("查看")),
        replies=_number(stated.get("评论")),
        keywords=keywords_of(anatomy, title),
        stated_url=anatomy.canonical,
        attachments=attachments_of(anatomy, [body]),
    )


def _source_url(anatomy: Anatomy, line: HtmlElement | None, source: str | None) -> str | None:
    if line is None or not source:
        return None
    return next((anatomy.resolve(link.get("href", "")) for link in _LINKS(line) if words(link) == source), None)


def _number(text: str | None) -> int | None:
    return int(text) if text is not None and text.isascii() and text.isdigit() else None
