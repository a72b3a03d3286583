"""The touch view of a thread (X2.5 to X3.5 and skins): `.plc` blocks with `.authi` and `.message`."""

import re
from collections.abc import Sequence
from dataclasses import replace

from lxml.html import HtmlElement

from cleaners.platforms.discuz.anatomy import Anatomy, by_class, name_of
from cleaners.platforms.discuz.attachments import attachments_of, links_to
from cleaners.platforms.discuz.bodies import is_touch_furniture, is_touch_furniture_of_reply, locks_in
from cleaners.platforms.discuz.floors import ANONYMOUS, date_in, read_time
from cleaners.platforms.discuz.linking import Own, gather
from cleaners.platforms.discuz.pager import Place, next_of, place_of
from cleaners.platforms.discuz.positions import positions_of, read_corner
from cleaners.platforms.discuz.statements import counted, keywords_of, placed, site_facts
from cleaners.platforms.discuz.threads import READ, document_key
from cleaners.platforms.elements import finder, first, words
from cleaners.platforms.platform import Draft, Findings
from cleaners.reading import Facts, PageKind, StatedDate, View
from cleaners.regex import regex
from cleaners.shown import render

MARKS = ('class="message', "class='message")
"""What a touch page has in its markup; looked for first, as desktop pages are asked too."""
_BLOCKS = by_class("plc", tag="div")
_MESSAGE = by_class("message")
_AUTHI = by_class("authi")
_ANCHORS = finder('.//a[contains(@href,"space") or starts-with(@href,"javascript:")]')
_TITLE_BOXES = finder(
    '//*[contains(concat(" ",@class," ")," view_tit ")] | //*[contains(concat(" ",@class," ")," postlist ")]//h2[1]'
)
# The text of a poll, an offer, a prize, an activity, a debate: there alone it has an element of its own.
_TEXTS = finder('.//*[starts-with(@id,"postmessage_")]')
_FIELDS = by_class("viewsort")
_BARE_NAMES = finder('.//span[@class="z"] | .//b')
_EYE = finder('.//i[contains(concat(" ",@class," ")," dm-eye ")]/following-sibling::em[1]')
_CHAT = finder('.//i[contains(concat(" ",@class," ")," dm-chat-s ")]/following-sibling::em[1]')
_BOARD = finder(
    '//div[contains(concat(" ",@class," ")," header ")]/h2/a'
    ' | //header//span[contains(concat(" ",@class," ")," name ")]'
)
_TAGS = finder('//*[contains(concat(" ",@class," ")," tags ")]//a[contains(@href,"mod=tag")]')
_OPENING_TIME = finder('//*[starts-with(@id,"authorposton")]')
_BLOCK_ID = regex(r"pid\d{1,10}")
HEAD_CHARS = 120
"""Characters at the start of a post in which its time is looked for where no line of a list states it."""
_CATEGORY = regex(r"^(?:\[[^\[\]]{1,40}\] ?){1,2}")
_TIME = regex(
    r"\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?: \d{1,2}:\d{2}(?::\d{2})?)?"
    r"|(?:昨天|前天|\d{1,2} ?(?:天|小时|分钟|秒)前|半小时前|刚刚)[ 0-9:]{0,9}"
)
_HINT = regex(r"\((?:审核中|已忽略|草稿)\)$|只看楼主$|显示全部楼层$")
_GONE = regex(r"已被删除")


def is_mobile_thread(anatomy: Anatomy) -> bool:
    """Say whether a page shows posts in a touch template; True = blocks with author line and message are there."""
    if "postlist" in anatomy.ids or not any(map(anatomy.mentions, MARKS)):
        return False
    return bool(_blocks(anatomy))


def read_mobile(anatomy: Anatomy) -> Findings:
    """Read a mobile thread page; it may hold fewer floors than a desktop page of the same number."""
    place = place_of(anatomy)
    blocks = _blocks(anatomy)
    title, category = _title(anatomy)
    drafts = tuple(
        replace(draft, title=title, title_from="heading" if title else None) if draft.position == 1 else draft
        for draft in _drafts(anatomy, blocks, place)
    )
    key = document_key(anatomy)
    attachments = attachments_of(anatomy, blocks)
    return Findings(
        page_kind=PageKind.THREAD,
        outcome=READ,
        document_key=key,
        view=View.MOBILE,
        page=place.page,
        pages=place.pages,
        facts=replace(_facts(anatomy, blocks, drafts), category=category, attachments=attachments),
        drafts=drafts,
        links=gather(
            anatomy,
            Own(key=key, page=place.page, view=View.MOBILE),
            attachments=links_to(attachments),
            next_url=next_of(place),
        ),
    )


def _blocks(anatomy: Anatomy) -> list[HtmlElement]:
    """Give the posts by the template's classes, else, in a skin that has others, by their ids (X3.5: `pid501`)."""
    blocks = [block for block in _BLOCKS(anatomy.tree) if _MESSAGE(block) and _AUTHI(block)]
    named = (node for name, node in anatomy.ids.items() if not blocks and _BLOCK_ID.fullmatch(name))
    return blocks or [node for node in named if _MESSAGE(node) and not _TEXTS(node)]


def _head(block: HtmlElement) -> HtmlElement:
    """Give the line of author, floor and time, or all of the post in a skin that names it otherwise."""
    return next(iter(_AUTHI(block)), block)


def _facts(anatomy: Anatomy, blocks: Sequence[HtmlElement], drafts: Sequence[Draft]) -> Facts:
    opening = next((draft for draft in drafts if draft.position == 1), None)
    date = opening.date if opening else None
    title = opening.title if opening else None
    found = replace(
        site_facts(anatomy),
        path=tuple(text for node in _BOARD(anatomy.tree)[:1] if (text := words(node))),
        published_at=date.at if date else None,
        dates=(date,) if date else (),
        author=opening.author if opening else None,
        keywords=keywords_of(anatomy, title, tags=tuple(map(words, _TAGS(anatomy.tree)))),
        stated_url=anatomy.canonical,
    )
    head = _head(blocks[0])
    for name, numbers, where in (("views", _EYE, "i.dm-eye"), ("replies", _CHAT, "i.dm-chat-s")):
        found = counted(found, name, words(first(numbers(head))), where=where)
    return placed(found, {"author": ".authi", "path": "header", "category": "title box", "stated_url": "canonical"})


def _title(anatomy: Anatomy) -> tuple[str | None, str | None]:
    box = first(_TITLE_BOXES(anatomy.tree))
    text = _HINT.sub("", words(box)).strip() if box is not None else anatomy.title.partition(" - ")[0].strip()
    found = _CATEGORY.match(text) if box is not None else None
    category = re.findall(r"\[([^\[\]]{1,40})\]", found[0]) if found else []
    return text[found.end() :].strip() if found else text or None, category[0] if category else None


def _drafts(anatomy: Anatomy, blocks: Sequence[HtmlElement], place: Place) -> list[Draft]:
    corners = [read_corner(index, _corner(_head(block))) for index, block in enumerate(blocks)]
    positions = positions_of(corners, page=place.page, is_last_page=place.page == place.pages)
    drafts = [
        _floor(anatomy, block, position)
        for block, position in zip(blocks, positions, strict=True)
        if position is not None
    ]
    return [_with_head(anatomy, draft) if draft.position == 1 else draft for draft in drafts]


def _floor(anatomy: Anatomy, block: HtmlElement, position: int) -> Draft:
    head, message = _head(block), _MESSAGE(block)[0]
    locked = locks_in(message, has_text=True, is_mobile=True)
    texts = _TEXTS(message)
    nodes = [*_FIELDS(message), *texts] if texts else [message]
    shown = render(nodes, drop=is_touch_furniture_of_reply if position > 1 else is_touch_furniture)
    is_shielded = "屏蔽" in locked.words and len(shown) < len(locked.words) + 2
    author, is_anonymous = _author(head)
    return Draft(
        position=position,
        shown="" if is_shielded else shown,
        author=author,
        date=_date(anatomy, head),
        note="shielded" if is_shielded else "anonymous" if is_anonymous else None,
        hidden_parts=0 if is_shielded else locked.parts,
        node=name_of(texts[0] if texts else message),
    )


def _with_head(anatomy: Anatomy, draft: Draft) -> Draft:
    """Complete the first floor from the head of the thread, where a skin keeps its author and time above the posts."""
    time = first(_OPENING_TIME(anatomy.tree)) if draft.author is None or draft.date is None else None
    if time is None or (box := time.getparent()) is None:
        return draft
    author = draft.author or next((name for anchor in _ANCHORS(box) if (name := words(anchor))), None)
    return replace(draft, author=author, date=draft.date or date_in(anatomy, time))


def _corner(head: HtmlElement) -> HtmlElement | None:
    """Give the element with the floor's number: the first `em` or `span` of the line that holds words."""
    return next((node for node in head.iter("em", "span") if words(node)), None)


def _author(head: HtmlElement) -> tuple[str | None, bool]:
    """Give the author's name, and whether the page hides who it was; True = hidden."""
    for anchor in _ANCHORS(head):
        name = words(anchor)
        if name and "mod=spacecp" not in anchor.get("href", ""):
            return name, name == ANONYMOUS
    if ANONYMOUS in words(head):
        return ANONYMOUS, True
    bare = next((node for node in _BARE_NAMES(head) if words(node)), None)
    if bare is None:
        return None, False
    remark = " ".join(words(em) for em in bare.iter("em"))
    return words(bare).removesuffix(remark).strip() or None, _GONE.search(remark) is None


def _date(anatomy: Anatomy, head: HtmlElement) -> StatedDate | None:
    """Read the post's time: the last line of the head that states one, in its own text before that of its elements."""
    for line in reversed(list(head.iter("li"))):
        if line.find(".//span[@title]") is not None:
            return date_in(anatomy, line)
        own = "".join([line.text or "", *(child.tail or "" for child in line)]).replace("\u00a0", " ").strip()
        stated = read_time(anatomy, own, where=name_of(line)) if len(own) < 40 else None
        if stated is not None and stated.at is not None:
            return stated
        found = _TIME.search(words(line))
        if found is not None:
            return read_time(anatomy, found[0].strip(), where=name_of(line))
    message = first(_MESSAGE(head))  # of a skin whose posts have no line of their own for author and time
    text = words(message)
    before = words(head).partition(text)[0] if text else words(head)
    found = _TIME.search(before[:HEAD_CHARS])
    return read_time(anatomy, found[0].strip(), where=name_of(head)) if found is not None else None
