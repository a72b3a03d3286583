"""Files that posts offer: name, size and key from the links and the boxes around them."""

import re
from collections.abc import Iterable
from urllib.parse import parse_qs, urlsplit

from lxml.html import HtmlElement

from cleaners.platforms.discuz.addresses import address, attachment_key
from cleaners.platforms.discuz.anatomy import Anatomy, by_class
from cleaners.platforms.elements import finder, first, words
from cleaners.reading import Attachment, Link, UrlKind
from cleaners.regex import regex

_LINKS = finder(
    './/a[contains(@href,"mod=attachment") or contains(@href,"attachment.php?") or contains(@href,"action=attachpay")]'
)
_MARKS = ("mod=attachment", "attachment.php?", "action=attachpay")
_PAID = "action=attachpay"
"""A link to pay for a file: its name and size are stated, the file itself is not offered."""
_OWN_NAME = by_class("link")  # in the X3.5 touch template a link holds name, time and size
# `title="文稿.docx 下载次数:3"` of the button that X2 sets for a file's name; the name is bounded.
_TITLED_NAME = regex(r"(.{1,200}?) 下载次数 ?[:：]")
_STRONG = finder(".//strong")
# `3.61 KB, 下载次数: 162`, `2 Bytes`: bounded digits and one unit.
_SIZE = regex(r"([0-9][0-9.,]{0,12} ?(?:Bytes?|[KMG]?B|字节))(?:[,，]| |$|\))", re.IGNORECASE)
_BUTTON = regex(
    r"(?:点击(?:文件名)?|立即|本地|高速)?下载(?:附件|次数.{0,12})?(?: ?\([^()]{1,20}\))?"
    r"|保存到相册|登录/注册后可看大图|查看|(?:点击)?购买(?:附件)?|"
)
_BOXES = frozenset({"ignore_js_op", "dd"})
_CLIMB = 4
"""Levels from a link up to the box that holds its size; in all templates it is two or three."""


def attachments_of(anatomy: Anatomy, blocks: Iterable[HtmlElement]) -> tuple[Attachment, ...]:
    """Give the files offered in some floors, each once, in the order of the page."""
    found: dict[str, Attachment] = {}
    if not any(map(anatomy.mentions, _MARKS)):
        return ()
    for block in blocks:
        for link in _LINKS(block):
            attachment = _read(anatomy, link)
            if attachment is None:
                continue
            key = attachment.key or attachment.url or attachment.name
            known = found.get(key)
            if known is None or (not known.name and attachment.name):
                found[key] = attachment
    return tuple(attachment for attachment in found.values() if attachment.name)


def links_to(attachments: Iterable[Attachment]) -> tuple[Link, ...]:
    """Give the links of attachments, keyed as their addresses are."""
    found = [(attachment, address(attachment.url)) for attachment in attachments if attachment.url is not None]
    return tuple(
        Link(url=leads_to.url, key=leads_to.key, kind=UrlKind.ATTACHMENT, title=attachment.name)
        for attachment, leads_to in found
        if leads_to is not None and leads_to.kind is UrlKind.ATTACHMENT
    )


def _read(anatomy: Anatomy, link: HtmlElement) -> Attachment | None:
    url = anatomy.resolve(link.get("href", ""))
    if url is None:
        return None
    asked = parse_qs(urlsplit(url).query)
    aid, tid = (next(iter(asked.get(name, [])), "") for name in ("aid", "tid"))
    box = _box_of(link)
    key = attachment_key(aid)
    if _PAID not in url:
        return Attachment(name=_name(link, box), url=url, key=key, size=_size(link, box))
    if key is not None and tid.isdigit():
        key = key.replace(":0:", f":{int(tid)}:")
    return Attachment(name=_name(link, box), key=key, size=_size(link, box))


def _box_of(link: HtmlElement) -> HtmlElement:
    box = link
    for _ in range(_CLIMB):
        parent = box.getparent()
        if parent is None or box.tag in _BOXES or box.get("class") == "tattl":
            break
        box = parent
        if box.tag in ("td", "body"):
            return link
    return box


def _name(link: HtmlElement, box: HtmlElement) -> str:
    """Give the file's name: the link's own words, or, where these are a button's, what stands in bold beside it."""
    own = first(_OWN_NAME(link))
    text = words(own if own is not None else link)
    if not _BUTTON.fullmatch(text):
        return text
    titled = _TITLED_NAME.match(link.get("title") or "")
    if titled is not None:
        return titled[1]
    return "" if box is link else words(first(bold for bold in _STRONG(box) if not _BUTTON.fullmatch(words(bold))))


def _size(link: HtmlElement, box: HtmlElement) -> str | None:
    around = link.getparent()
    for place in (around, box):
        if place is None:
            continue
        found = _SIZE.search(words(place))
        if found is not None:
            return found[1]
    return None
