"""Markup to a tree without losing text, and what kind of thing a body is.

Here: the parser with its limits, the base of links, markup against text dump against binary. Not here: bytes to text
(`cleaners.decode`), what nodes mean (`cleaners.platforms`).

The parser is libxml2's, which ends a document silently where it is nested past a limit: such a one is parsed again into
a flat tree. What would cost the parser minutes is refused before (`cleaners.bombs`).
"""

import re
from collections.abc import Mapping
from typing import Any, Final, cast
from urllib.parse import urljoin, urlsplit

from lxml import etree
from lxml.html import HtmlComment, HtmlElement, HtmlEntity, HtmlProcessingInstruction

from cleaners.bombs import refuse_bombs
from cleaners.decode_utf16 import utf16_flavour
from cleaners.page import Media, Page
from cleaners.regex import regex

MAX_DEPTH: Final = 250
"""Deepest element handed on: what walks the tree may recurse, and 250 is what the plain parser takes too."""
_FLAT: Final = MAX_DEPTH - 1  # elements without content (br, img) may stand one below

# Every element is a plain `HtmlElement`. `lxml.html` asks a Python function for the class of each element touched,
# 0.5 us apiece, to tell forms and their fields from others: nobody fills in forms here.
_CLASSES: Final = etree.ElementDefaultClassLookup(
    element=HtmlElement, comment=HtmlComment, pi=HtmlProcessingInstruction, entity=HtmlEntity
)
_PARSER: Final = etree.HTMLParser(encoding="utf-8", huge_tree=True, collect_ids=False)  # nobody asks libxml2 by id
_PARSER.set_element_class_lookup(_CLASSES)
_DEEP: Final = etree.XPath("boolean(" + "/*" * 50 + ")")
"""Few pages are: asked first, as each step costs, whether it finds anything or not."""
_TOO_DEEP: Final = etree.XPath("boolean(" + "/*" * (MAX_DEPTH + 1) + ")")

# A base as software prints it, which resolves to itself. One bounded class, one possessive: one pass.
_PLAIN_BASE: Final = regex(r"https?://[A-Za-z0-9.-]{1,253}/[A-Za-z0-9_./-]*+")
_SURROGATE: Final = regex("[\ud800-\udfff]")

_VOID: Final = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr")
)
_INLINE: Final = frozenset(
    ("abbr", "acronym", "b", "bdo", "big", "cite", "code", "em", "font", "i", "ins", "kbd", "mark", "s", "small",
     "span", "strike", "strong", "u")
)  # fmt: skip


def parse(text: str, source: bytes | None = None) -> HtmlElement:
    """Parse markup into a tree whose root is `html` and whose deepest element is at 250.

    `source`: the same text in UTF-8, where the caller has it; None = it is encoded here. An empty page, or one of
    comments only, gives an empty `html`. NUL is left out, as a browser does in text.
    Raises UnparsablePage for more than 4,000 attributes in a tag or more than 100,000 elements.
    """
    refuse_bombs(text)
    data = _bytes_of(text) if source is None else source.replace(b"\0", b"")
    try:
        root = cast("HtmlElement | None", etree.fromstring(data, _PARSER))
    except etree.ParserError:  # lxml's word for "no element in it": empty, comments or declarations only
        root = None
    if root is None:
        return _empty()
    return _flatten(data) if _DEEP(root) and _TOO_DEEP(root) else root


def base_of(tree: HtmlElement, address: str | None) -> str | None:
    """Give the URL that links of the page are relative to: a sane `<base href>`, else `address`.

    A base that is no http(s) URL with a host (`http://[`, `javascript:`, `about:blank`) is passed over, as one bad
    base must not cost the page all its links. None where the page has neither a base nor an address.
    """
    for element in tree.iter("base"):
        href = (element.get("href") or "").strip()
        if not href:
            continue
        if _PLAIN_BASE.fullmatch(href):
            return href
        try:
            url = urljoin(address or "", href)
            parts = urlsplit(url)
            is_sane = parts.scheme in ("http", "https") and parts.hostname and parts.port != 0
            return url if is_sane else address
        except ValueError:  # an unclosed IPv6 bracket, a port past 65535
            return address
    return address


def _bytes_of(text: str) -> bytes:
    # Bytes, not str: lxml raises at a str with an XML encoding declaration, and at a lone surrogate returns nothing.
    if "\0" in text:
        text = text.replace("\0", "")
    try:
        return text.encode()
    except UnicodeEncodeError:
        return _SURROGATE.sub("\ufffd", text).encode()


def _empty() -> HtmlElement:
    return cast("HtmlElement", etree.fromstring(b"<html><body></body></html>", _PARSER))


class _Flattener:
    """A parser target that builds the tree itself: what is nested past the limit becomes siblings at the limit.

    libxml2 keeps no nodes for a target, so its own depth limit does not apply and every character arrives.
    """

    def __init__(self) -> None:
        # The stubs know only plain elements and write attributes as dict[str | bytes, …], which no dict of str is.
        self._builder: Any = etree.TreeBuilder(element_factory=cast("Any", _PARSER.makeelement))
        self._open: list[str] = []  # tags open in the tree being built
        self._depth = 0  # of the page
        self._broken = False  # True after an element past the limit has closed: what follows is not its text
        self._is_bare = False  # True while the element at the limit has neither name nor text: the next one is it

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Open an element, or past the limit end the last one and open this one beside it."""
        self._depth += 1
        if self._depth < _FLAT:
            self._push(tag, attributes)
        elif tag in _VOID:
            self._builder.start(tag, dict(attributes))
            self._is_bare = False
        elif tag not in _INLINE and not (self._is_bare and not attributes):
            self._beside(tag, attributes)
            self._is_bare = not attributes

    def end(self, tag: str) -> None:
        """Close an element; past the limit only remember that something closed."""
        if self._depth < _FLAT:
            self._pop()
        elif tag in _VOID:
            self._builder.end(tag)
        elif tag not in _INLINE:
            self._broken = True
        self._depth -= 1
        if self._depth < _FLAT:
            while len(self._open) > self._depth:
                self._pop()

    def data(self, text: str) -> None:
        """Keep all text."""
        if self._broken and len(self._open) >= _FLAT and not text.isspace():
            self._beside("div", {})
        self._is_bare = self._is_bare and text.isspace()
        self._builder.data(text)

    def comment(self, text: str) -> None:
        """Leave comments out: nothing of a page's text is in them."""

    def close(self) -> HtmlElement:
        """End what is still open and give the root."""
        while self._open:
            self._pop()
        return cast("HtmlElement", self._builder.close())

    def _push(self, tag: str, attributes: Mapping[str, str]) -> None:
        self._builder.start(tag, dict(attributes))
        self._open.append(tag)
        self._broken = False

    def _pop(self) -> None:
        self._builder.end(self._open.pop())
        self._broken = False

    def _beside(self, tag: str, attributes: Mapping[str, str]) -> None:
        while len(self._open) >= _FLAT:
            self._pop()
        self._push(tag, attributes)


def _flatten(data: bytes) -> HtmlElement:
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True, target=cast("Any", _Flattener()))
    return cast("HtmlElement", etree.fromstring(data, parser))


# What the first bytes of files say that servers like to send as text/html.
_MAGIC: Final = (
    b"\x89PNG\r\n", b"GIF87a", b"GIF89a", b"\xff\xd8\xff", b"%PDF-", b"PK\x03\x04", b"PK\x05\x06", b"Rar!\x1a\x07",
    b"7z\xbc\xaf\x27\x1c", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"\x1f\x8b\x08", b"\x28\xb5\x2f\xfd", b"\x7fELF",
    b"wOFF", b"wOF2", b"OggS", b"ID3", b"FLV\x01", b"\x00\x00\x01\x00", b"BZh9", b"\xfd7zXZ\x00",
)  # fmt: skip
_CONTROLS: Final = bytes(code for code in range(32) if code not in b"\t\n\v\f\r\x1b")
_HEAD: Final = 8_192
_MARKUP_START: Final = regex(rb"<(?:\?xml|!doctype|html|head|body|rss|feed)\b", re.I)
_TAGS: Final = regex(
    rb"<(?:/(?:p|div|a|td|tr|li|span|font|h[1-6])\s{0,9}>|br\s{0,9}/?>|(?:p|div|table|td|a|meta|img)[\s>])", re.I
)


def looks_binary(body: bytes) -> bool:
    """True when the body is a file and no text: known first bytes, or control characters all over.

    UTF-16 is text though it is full of NULs. An empty body is not binary.
    """
    head = body[:_HEAD]
    if head.lstrip(b"\xef\xbb\xbf\r\n \t").startswith(_MAGIC) or head[4:8] == b"ftyp":
        return True
    if head[:4] == b"RIFF" and head[8:12] in (b"WEBP", b"WAVE", b"AVI "):
        return True
    controls = len(head) - len(head.translate(None, _CONTROLS))
    # Text has next to none; of random bytes 26 in 256 are control characters.
    return controls > 2 + len(head) // 50 and utf16_flavour(body) is None


def media_of(page: Page) -> Media:
    """Say whether the page is markup or a text dump: by what the page knows itself, its type, and its tags."""
    if page.media is not Media.UNKNOWN:
        return page.media
    head = page.body[:_HEAD].replace(b"\0", b"")
    if head.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        head = head.lstrip(b"\xef\xbb\xbf\xff\xfe")
    kind = (page.header("Content-Type") or "").partition(";")[0].strip().lower()
    if (
        kind in ("text/html", "application/xhtml+xml")
        or kind.endswith(("/xml", "+xml"))
        or _MARKUP_START.search(head[:1_024])
    ):
        return Media.HTML
    few = 5 if kind == "text/plain" else 2
    return Media.HTML if len(_TAGS.findall(head)) >= few else Media.TEXT
