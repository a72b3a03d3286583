"""The pager of an article of DedeCMS: `共4页: 上一页 1 2 3 4 下一页`, written by the software into any skin.

It names all pages, this one without a link; before 5.3 as bare text with `[2]`, since then as `li`.
"""

from dataclasses import dataclass

from lxml.html import HtmlElement

from cleaners.platforms.dedecms.addresses import address
from cleaners.platforms.elements import text_of
from cleaners.platforms.generic.targets import joined
from cleaners.platforms.template import find
from cleaners.reading import Link, UrlKind
from cleaners.regex import regex

# Literals and bounded digits.
TOTAL = regex(r"共(?P<pages>\d{1,4})页: ")
NUMBER = regex(r"\[?(\d{1,4})\]?")
COUNTERS = (
    '//a[starts-with(text(),"共")][parent::li[not(preceding-sibling::li)]]',
    '//*[not(self::a)][text()[contains(.,"页: ")]]',
)
"""The element that says how many pages there are: since 5.3 a link in the first `li`, and before."""
FOLLOWING = "下一页"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pager:
    """Which page of how many, the addresses of the others, and the element that shows it."""

    page: int
    pages: int
    urls: tuple[tuple[int, str], ...]
    next_url: str | None
    node: HtmlElement

    def links(self, key: str | None) -> tuple[Link, ...]:
        """Give the other pages as links; a later page whose address says nothing gets the document's key."""
        return tuple(_link(number, url, key) for number, url in self.urls)


def pager_of(tree: HtmlElement, text: str, base: str | None) -> Pager | None:
    """Read the pager; None for a text of one page. `text`: the page's markup, searched before its tree."""
    stated = TOTAL.search(text)
    counters = find(tree, COUNTERS) if stated is not None else []
    for counter in counters:
        total = TOTAL.search(text_of(counter))
        if total is None:
            continue
        pages, block = int(total["pages"]), _block(counter)
        found = _read(block, pages, base or "")
        if found is not None:
            return found
    return None


def _block(counter: HtmlElement) -> HtmlElement:
    """Give the element that holds the whole pager: the list round the counter's item, else the counter itself."""
    for above in counter.iterancestors("li"):
        parent = above.getparent()
        return parent if parent is not None else above
    parent = counter.getparent()
    return parent if counter.tag == "a" and parent is not None else counter


def _read(block: HtmlElement, pages: int, base: str) -> Pager | None:
    """Find the number that has no link: that is this page. None where all have one, or several have none."""
    urls: dict[int, str] = {}
    following: str | None = None
    for anchor in block.iter("a"):
        href, words = (anchor.get("href") or "").strip(), text_of(anchor).strip()
        if not href or href.startswith(("#", "javascript:")):
            continue
        number = NUMBER.fullmatch(words)
        if number is not None and 1 <= int(number[1]) <= pages:
            urls[int(number[1])] = joined(base, href)
        elif words == FOLLOWING:
            following = joined(base, href)
    open_numbers = set(range(1, pages + 1)) - urls.keys()
    if pages < 2 or len(open_numbers) != 1:
        return None
    return Pager(
        page=open_numbers.pop(), pages=pages, urls=tuple(sorted(urls.items())), next_url=following, node=block
    )


def _link(number: int, url: str, key: str | None) -> Link:
    known = address(url)
    if known is not None and known.kind is UrlKind.DOCUMENT:
        return Link(url=known.url, key=known.key, page=known.page)
    return Link(url=url, key=key if number > 1 else None, page=number)
