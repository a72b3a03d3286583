"""How a page of phpwind is laid out: its elements by id, and small questions about elements. No meaning here."""

from dataclasses import dataclass
from functools import cached_property
from urllib.parse import urljoin

from lxml.html import HtmlElement

from cleaners.platforms.elements import Find, finder, first, words
from cleaners.platforms.phpwind.addresses import address
from cleaners.platforms.platform import Address, Sheet


def by_class(*names: str) -> Find:
    """Make a search for the elements below one that carry any of some classes, in the order of the page."""
    wanted = frozenset(names)
    return lambda node: [found for found in _WITH_CLASS(node) if not wanted.isdisjoint(found.get("class", "").split())]


def classes_of(node: HtmlElement) -> list[str]:
    """Give the classes of an element."""
    return (node.get("class") or "").split()


_WITH_ID = finder("//*[@id]")
_WITH_CLASS = finder("descendant::*[@class]")
_LINKS = finder("//a[@href]")
_METAS = finder("/html/head/meta[@name and @content]")
_TITLE = finder("//title")


@dataclass(frozen=True, kw_only=True)
class Anatomy:
    """A page with its elements by id; not slotted, as what is asked twice is kept."""

    sheet: Sheet
    tree: HtmlElement

    @cached_property
    def ids(self) -> dict[str, HtmlElement]:
        """Elements by id; of two with one id the first counts, as for a browser."""
        found: dict[str, HtmlElement] = {}
        for node in _WITH_ID(self.tree):
            found.setdefault(node.get("id", ""), node)
        return found

    @cached_property
    def links(self) -> list[HtmlElement]:
        """Elements `a` with a target, in the order of the page."""
        return _LINKS(self.tree)

    @cached_property
    def metas(self) -> dict[str, str]:
        """What the head states, by lower-case name."""
        return {node.get("name", "").lower(): node.get("content", "") for node in reversed(_METAS(self.tree))}

    @cached_property
    def title(self) -> str:
        """Text of `title` on one line."""
        return words(first(_TITLE(self.tree)))

    @cached_property
    def address(self) -> Address | None:
        """What the page's own URL is; None without one, or where it is none of this software's."""
        url = self.sheet.page.address
        return address(url) if url else None

    def resolve(self, href: str) -> str | None:
        """Give the absolute URL of a link; None where the page knows no base or the link is no http(s) URL."""
        base = self.sheet.base_url
        try:
            url = urljoin(base, href.strip()) if base else href.strip()
        except ValueError:  # an unclosed bracket
            return None
        return url if url.startswith(("http://", "https://")) else None
