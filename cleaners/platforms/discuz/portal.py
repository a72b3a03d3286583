"""The portal of Discuz: articles, one draft a page, and their lists."""

from dataclasses import replace

from lxml.html import HtmlElement

from cleaners.platforms.discuz.addresses import address
from cleaners.platforms.discuz.anatomy import Anatomy, by_class, has_class, name_of
from cleaners.platforms.discuz.attachments import attachments_of, links_to
from cleaners.platforms.discuz.bodies import is_furniture
from cleaners.platforms.discuz.floors import read_time
from cleaners.platforms.discuz.linking import Own, gather
from cleaners.platforms.discuz.pager import next_of, place_of
from cleaners.platforms.discuz.statements import counted, keywords_of, path_of, placed, site_facts
from cleaners.platforms.discuz.threads import READ
from cleaners.platforms.elements import finder, first, words
from cleaners.platforms.platform import Draft, Findings
from cleaners.reading import Facts, PageKind, StatedDate, UrlKind, View
from cleaners.regex import regex
from cleaners.shown import render

BODY_ID = "article_content"
PORTAL_ID = "nv_portal"
"""Id of `body` on pages of the portal."""
TOUCH_MARK = "wzview_body"
"""Class of the body in the touch template of X3.5."""
_TOUCH_BODY = by_class(TOUCH_MARK)
_OLD_BODY = finder(
    '//div[contains(concat(" ",@class," ")," vw ")]/div[contains(concat(" ",@class," ")," d ")]/table//td'
)

_HEADING = finder(
    '//h1[contains(concat(" ",@class," ")," ph ")] | //*[contains(@class,"wzview_top")]/h2 | //h1'
)
_INFO = finder('.//p[contains(concat(" ",@class," ")," xg1 ")] | .//*[contains(@class,"wzview_top")]/p')
_SUMMARY = finder(
    '//div[contains(concat(" ",@class," ")," vw ")]/div[@class="s"]/div | //*[contains(@class,"wzview_desc")]'
)
_SUMMARY_LABEL = regex(r"摘要 ?[:：] ?")
_HINT = regex(r" ?\((?:待审核|审核中|已忽略)\)$")
_SPANS = finder("./span")
_LINKS = finder(".//a[@href]")
_DATE = regex(r"\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?: \d{1,2}:\d{2}(?::\d{2})?(?: ?[AP]M)?)?")
_PART = regex(r"第? ?[0-9一二三四五六七八九十]{1,3} ?(?:部分|页|节|篇)?|[上中下](?:篇|部分)?")
# The line below the heading: `label: value` parted by bars; a value ends at the next bar.
_FIELD = regex(r"(发布者|作者|原作者|来自|来源|查看|评论) ?[:：] ?([^|]{0,120})")
# The touch template sets each into a span and no colon: `查看3296`.
_TOUCH_FIELD = regex(r"(查看|评论)(\d{1,10})")
PLACES = {
    "path": "#pt", "category": "#pt", "published_at": "line below h1", "author": "line below h1",
    "source": "line below h1", "source_url": "line below h1", "abstract": "div.s", "keywords": "meta keywords",
    "stated_url": "link rel=canonical", "attachments": "links mod=attachment",
}  # fmt: skip
"""Where the facts of an article stand."""


def is_article(anatomy: Anatomy) -> bool:
    """Say whether a page shows a portal article; True = its body is there."""
    return body_of(anatomy) is not None


def body_of(anatomy: Anatomy) -> HtmlElement | None:
    """Give the body: by its id, or as X1 and the touch template of X3.5 lay it out; None where there is none."""
    if BODY_ID in anatomy.ids:
        return anatomy.ids[BODY_ID]
    if anatomy.mentions(TOUCH_MARK):
        return first(_TOUCH_BODY(anatomy.tree))
    return first(_OLD_BODY(anatomy.tree)) if PORTAL_ID in anatomy.ids else None


def read_article(anatomy: Anatomy) -> Findings:
    """Read a page of a portal article: one draft at position 1, page n of N. Raises ValueError for any other page."""
    body = body_of(anatomy)
    if body is None:
        raise ValueError("a page without an article")
    place = place_of(anatomy)
    title = _HINT.sub("", words(first(_HEADING(anatomy.tree)))) or anatomy.title.partition(" - ")[0].strip() or None
    date, stated = _info(anatomy)
    key, view = _key(anatomy), View.MOBILE if TOUCH_MARK in (body.get("class") or "") else View.MAIN
    facts = _facts(anatomy, body, title, stated)
    draft = Draft(
        position=1,
        shown=render([body], drop=lambda node: is_furniture(node) or _is_page_label(node, title)),
        title=title,
        title_from="heading" if title else None,
        author=facts.author,
        date=date,
        node=name_of(body),
    )
    return Findings(
        page_kind=PageKind.ARTICLE,
        outcome=READ,
        document_key=key,
        view=view,
        page=place.page,
        pages=place.pages,
        facts=placed(replace(facts, published_at=date.at if date else None, dates=(date,) if date else ()), PLACES),
        drafts=(draft,),
        links=gather(
            anatomy,
            Own(key=key, page=place.page, view=view),
            attachments=links_to(facts.attachments),
            next_url=next_of(place),
        ),
    )


def _is_page_label(node: HtmlElement, title: str | None) -> bool:
    """Say whether an element is the pager, or only names the page: the title again, 第2部分; a real heading is not."""
    above = node.getparent()
    if has_class(node, "page") and above is not None and has_class(above, TOUCH_MARK):
        return True
    if not (has_class(node, "vm_pagetitle") or has_class(node, "mtit")):
        return False
    text = words(node)
    return text == title or _PART.fullmatch(text) is not None


def _info(anatomy: Anatomy) -> tuple[StatedDate | None, dict[str, str]]:
    line = next((words(node) for node in _INFO(anatomy.tree) if _DATE.search(words(node))), "")
    found = _DATE.search(line)
    date = read_time(anatomy, found[0], kind="published", where="line below h1") if found else None
    return date, {name: value.strip() for name, value in _FIELD.findall(line)} or _touch_info(anatomy)


def _touch_info(anatomy: Anatomy) -> dict[str, str]:
    """Read the spans below the heading of the touch template: date, views, comments, and the source without a label."""
    line = first(_INFO(anatomy.tree))
    parts = [words(span) for span in _SPANS(line)] if line is not None else []
    known = {found[1]: found[2] for part in parts if (found := _TOUCH_FIELD.fullmatch(part))}
    rest = [part for part in parts if part and not (_TOUCH_FIELD.fullmatch(part) or _DATE.search(part))]
    return {**known, "来源": rest[0]} if rest and known else known


def _key(anatomy: Anatomy) -> str | None:
    """Give the article's key: from the page's URL, else from the one that its head names."""
    named = address(anatomy.canonical) if anatomy.canonical else None
    for found in (anatomy.address, named):
        if found is not None and found.kind is UrlKind.DOCUMENT:
            return found.key
    return None


def _facts(anatomy: Anatomy, body: HtmlElement, title: str | None, stated: dict[str, str]) -> Facts:
    path = path_of(anatomy)
    source = stated.get("来自") or stated.get("来源") or None
    found = replace(
        site_facts(anatomy),
        category=path[-1] if path else None,
        path=path,
        author=stated.get("原作者") or stated.get("作者") or stated.get("发布者") or None,
        source=source,
        source_url=_source_url(anatomy, source),
        abstract=_SUMMARY_LABEL.sub("", words(first(_SUMMARY(anatomy.tree))), count=1) or None,
        keywords=keywords_of(anatomy, title),
        stated_url=anatomy.canonical,
        attachments=attachments_of(anatomy, [body]),
    )
    for name, label in (("views", "查看"), ("replies", "评论")):
        found = counted(found, name, stated.get(label, ""), where="line below h1")
    return found


def _source_url(anatomy: Anatomy, source: str | None) -> str | None:
    """Give where the source's name leads in the line that states it; None where it leads nowhere."""
    links = [link for line in _INFO(anatomy.tree) for link in _LINKS(line)] if source else []
    return next((anatomy.resolve(link.get("href", "")) for link in links if words(link) == source), None)
