"""What a page says of its own address (canonical link, og:url), for pages of which nobody else says where they were.

Such words are often wrong, so they are kept apart and marked. What whoever saved the page says is in `crawler.saved`.
"""

import re
from dataclasses import replace
from urllib.parse import urlsplit

from cleaners.page import Media, Page
from cleaners.platforms import address_of
from cleaners.reading import Reading, UrlKind

HEAD_BYTES = 65_536
"""Comments and links that state an address stand within this many bytes."""

# A whole link or meta tag, bounded, no angle bracket inside: linear.
_TAG = re.compile(r"<(?:link|meta)\s[^<>]{1,2500}>", re.IGNORECASE)
# One attribute, its value quoted or bare; each alternative begins with another character, so none is tried twice.
_ATTRIBUTE = re.compile(
    r"""([a-zA-Z:-]{1,20})\s{0,3}=\s{0,3}(?:"([^"]{0,2048})"|'([^']{0,2048})'|([^\s"'>]{1,2048}))"""
)


def own_word(body: bytes) -> str | None:
    """Give the address that the page states for itself: its canonical link, else og:url; None where it is silent."""
    stated: dict[str, str] = {}
    for tag in _TAG.findall(head_of(body)):
        found = {name.lower(): unescaped(a or b or c) for name, a, b, c in _ATTRIBUTE.findall(tag)}
        if found.get("rel", "").lower() == "canonical":
            stated.setdefault("canonical", found.get("href", "").strip())
        elif found.get("property", "").lower() == "og:url":
            stated.setdefault("og:url", found.get("content", "").strip())
    return next((stated[key] for key in ("canonical", "og:url") if is_web(stated.get(key, ""))), None)


def own_word_of(page: Page) -> str | None:
    """Give the address that a page states for itself; a text that was given has no mark of ours to look for."""
    return None if page.media is Media.GIVEN else own_word(page.body)


def with_own_word(reading: Reading, stated_url: str | None) -> Reading:
    """Add what the page says of its address, as `facts.stated_url`, to the reading of a page without an address.

    It becomes the document's key only where a known family recognises a document's address in it: canonical links of
    home-made sites often name the home page on every page.
    """
    if stated_url is None:
        return reading
    told = replace(reading, facts=replace(reading.facts, stated_url=stated_url))
    address = address_of(stated_url, family=reading.platform.family)
    is_sure = address.kind is UrlKind.DOCUMENT and not address.key.startswith("url:")
    return replace(told, document_key=address.key) if is_sure and told.document_key is None else told


def head_of(body: bytes) -> str:
    """Decode the beginning well enough for ASCII marks: URLs and dates are ASCII in every charset but UTF-16."""
    if body.startswith((b"\xff\xfe", b"\xfe\xff")):
        return body[:HEAD_BYTES].decode("utf-16", "replace")
    return body[:HEAD_BYTES].decode("utf-8", "replace")


def is_web(url: str) -> bool:
    """True for an http or https URL with a host, and without a password that would end up in an archive."""
    try:
        parts = urlsplit(url)
        parts.port  # noqa: B018 - raises ValueError where it is no number
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.hostname) and "@" not in parts.netloc


def unescaped(url: str) -> str:
    """Undo the one reference that URLs are full of; `html.unescape` would make `©=1` of `&copy=1`."""
    return url.replace("&amp;", "&")
