"""Files that posts offer: name, size and key from the links and the words beside them."""

import re
from collections.abc import Iterable
from typing import Final

from lxml.html import HtmlElement

from cleaners.platforms.elements import finder, first, words
from cleaners.platforms.phpwind.addresses import address
from cleaners.platforms.phpwind.anatomy import Anatomy
from cleaners.reading import Attachment, Link, UrlKind
from cleaners.regex import regex

_LINKS: Final = finder(
    './/a[contains(@href,"action=download") or contains(@href,"action-download") or contains(@href,"a=download")'
    ' or contains(@href,"action=attachbuy")]'
)
_SPAN: Final = finder("./preceding-sibling::span[normalize-space(.)]")
_SIZE: Final = regex(r"[(（] ?(?P<size>\d[\d.,]{0,11} ?(?:[KMG]B?|Bytes?|字节)) ?[)）,，]", re.IGNORECASE)
_BUTTON: Final = regex(r"\[?(?:下载|记录|购买|试播|删除|点击下载)?\]?")
_TITLE: Final = regex(r"下载[:：] ?(?P<name>.{1,200})")


def attachments_of(anatomy: Anatomy, blocks: Iterable[HtmlElement]) -> tuple[Attachment, ...]:
    """Give the files offered in some floors, each once, in the order of the page."""
    if "download" not in anatomy.sheet.text and "attachbuy" not in anatomy.sheet.text:
        return ()
    found: dict[str, Attachment] = {}
    for block in blocks:
        for link in _LINKS(block):
            attachment = _read(anatomy, link)
            if attachment is not None:
                found.setdefault(attachment.key or attachment.name, attachment)
    return tuple(found.values())


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
    number = re.search(r"\baid[=-](\d{1,10})", url or "")
    name = _name(link)
    if url is None or number is None or not name:
        return None
    return Attachment(name=name, url=url, key=f"attachment:{number[1]}", size=_size(link))


def _name(link: HtmlElement) -> str:
    """Give the file's name: the link's own words, or, where these are a button's, what its title or neighbour says."""
    text = words(link)
    if not _BUTTON.fullmatch(text):
        return text
    titled = _TITLE.search(link.get("title", ""))
    if titled is not None:
        return titled["name"].strip()
    return words(first(_SPAN(link))) if "attachbuy" in link.get("href", "") else ""


def _size(link: HtmlElement) -> str | None:
    """Give the size as stated: behind the link, in the box around it, or (9.x, set into the text) in its data."""
    parent = link.getparent()
    for text in (link.tail or "", words(parent) if parent is not None else ""):
        found = _SIZE.search(text.replace("\u00a0", " "))
        if found is not None:
            return found["size"].strip()
    size = link.get("data-size", "")
    return f"{size}KB" if re.fullmatch(r"\d[\d.]{0,9}", size) else None
