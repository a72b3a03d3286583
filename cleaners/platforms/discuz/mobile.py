"""The mobile view of a thread (touch templates of X2.5 to X3.5): `.plc` blocks with `.authi` and `.message`."""

import re
from dataclasses import replace

from lxml.html import HtmlElement

from cleaners.platforms.discuz.anatomy import Anatomy, by_class, finder, first, words
from cleaners.platforms.discuz.attachments import attachments_of, links_to
from cleaners.platforms.discuz.bodies import is_furniture_or_box, is_furniture_or_quote, locks_in
from cleaners.platforms.discuz.floors import ANONYMOUS, FLOOR_NAMES, date_in, read_time
from cleaners.platforms.discuz.linking import Own, gather
from cleaners.platforms.discuz.pager import next_of, place_of
from cleaners.platforms.discuz.statements import keywords_of, site_facts
from cleaners.platforms.discuz.threads import READ, document_key
from cleaners.platforms.platform import Draft, Findings
from cleaners.reading import PageKind, StatedDate, View
from cleaners.shown import render

_BLOCKS = by_class("plc", tag="div")
_MESSAGE = by_class("message")
_AUTHI = by_class("authi")
_ANCHORS = finder('.//a[contains(@href,"space") or starts-with(@href,"javascript:")]')
_TITLE_BOXES = finder(
    '//*[contains(concat(" ",@class," ")," view_tit ")] | //*[contains(concat(" ",@class," ")," postlist ")]/h2'
)
_CATEGORY = re.compile(r"^(?:\[[^\[\]]{1,40}\] ?){1,2}")
_TIME = re.compile(
    r"\d{4}-\d{1,2}-\d{1,2}(?: \d{1,2}:\d{2}(?::\d{2})?)?"
    r"|(?:昨天|前天|\d{1,2} ?(?:天|小时|分钟|秒)前|半小时前|刚刚)[ 0-9:]{0,9}"
)
_FLOOR = re.compile(r"(?:来自 ?)?(\d{1,7})")
_HINT = re.compile(r"\((?:审核中|已忽略|草稿)\)$|只看楼主$|显示全部楼层$")


def is_mobile_thread(anatomy: Anatomy) -> bool:
    """Say whether a page shows posts in a touch template; True = blocks with author line and message are there."""
    return any(_MESSAGE(block) and _AUTHI(block) for block in _BLOCKS(anatomy.tree))


def read_mobile(anatomy: Anatomy) -> Findings:
    """Read a mobile thread page; it may hold fewer floors than a desktop page of the same number."""
    place = place_of(anatomy)
    blocks = [block for block in _BLOCKS(anatomy.tree) if _MESSAGE(block) and _AUTHI(block)]
    drafts = tuple(_floor(anatomy, block, index) for index, block in enumerate(blocks, start=1))
    title, category = _title(anatomy)
    opening = next((draft for draft in drafts if draft.position == 1), None)
    key = document_key(anatomy)
    date = opening.date if opening else None
    attachments = attachments_of(anatomy, blocks)
    facts = replace(
        site_facts(anatomy),
        category=category,
        published_at=date.at if date else None,
        dates=(date,) if date else (),
        author=opening.author if opening else None,
        keywords=keywords_of(anatomy, title),
        stated_url=anatomy.canonical,
        attachments=attachments,
    )
    return Findings(
        page_kind=PageKind.THREAD,
        outcome=READ,
        document_key=key,
        view=View.MOBILE,
        page=place.page,
        pages=place.pages,
        facts=facts,
        drafts=tuple(
            replace(draft, title=title, title_from="heading" if title else None) if draft.position == 1 else draft
            for draft in drafts
        ),
        links=gather(
            anatomy,
            Own(key=key, page=place.page, view=View.MOBILE),
            attachments=links_to(attachments),
            next_url=next_of(place),
        ),
    )


def _title(anatomy: Anatomy) -> tuple[str | None, str | None]:
    box = first(_TITLE_BOXES(anatomy.tree))
    text = _HINT.sub("", words(box)).strip() if box is not None else anatomy.title.partition(" - ")[0].strip()
    found = _CATEGORY.match(text) if box is not None else None
    category = re.findall(r"\[([^\[\]]{1,40})\]", found[0]) if found else []
    return text[found.end() :].strip() if found else text or None, category[0] if category else None


def _floor(anatomy: Anatomy, block: HtmlElement, index: int) -> Draft:
    head = _AUTHI(block)[0]
    message = _MESSAGE(block)[0]
    position = _position(head) or index
    locked = locks_in(message, has_text=True, is_mobile=True)
    shown = render([message], drop=is_furniture_or_quote if position > 1 else is_furniture_or_box)
    is_shielded = "屏蔽" in locked.words and len(shown) < len(locked.words) + 2
    author, is_anonymous = _author(head)
    return Draft(
        position=position,
        shown="" if is_shielded else shown,
        author=author,
        date=_date(anatomy, head),
        note="shielded" if is_shielded else "anonymous" if is_anonymous else None,
        hidden_parts=0 if is_shielded else locked.parts,
    )


def _position(head: HtmlElement) -> int | None:
    """Give the floor's number: it stands in the first `em` or `span.y` of the line."""
    for node in head.iter("em", "span"):
        text = words(node)
        if text in FLOOR_NAMES:
            return FLOOR_NAMES[text]
        found = _FLOOR.match(text)
        if found is not None and len(text) < 14:
            return int(found[1])
        if text:
            return None
    return None


def _author(head: HtmlElement) -> tuple[str | None, bool]:
    """Give the author's name, and whether the page hides who it was; True = hidden."""
    for anchor in _ANCHORS(head):
        name = words(anchor)
        if name and "mod=spacecp" not in anchor.get("href", ""):
            return name, name == ANONYMOUS
    return (ANONYMOUS, True) if ANONYMOUS in words(head) else (None, False)


def _date(anatomy: Anatomy, head: HtmlElement) -> StatedDate | None:
    for line in reversed(list(head.iter("li"))):
        if line.find(".//span[@title]") is not None:
            return date_in(anatomy, line)
        found = _TIME.search(words(line))
        if found is not None:
            return read_time(anatomy, found[0].strip())
    return None
