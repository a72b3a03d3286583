"""How a page of phpwind is laid out: its elements by id, and small questions about elements. No meaning here."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import cast
from urllib.parse import urljoin

from lxml import etree
from lxml.html import HtmlElement

from cleaners.platforms.phpwind.addresses import address
from cleaners.platforms.platform import Address, Sheet

Find = Callable[[HtmlElement], list[HtmlElement]]

# White space as a browser folds it, with the nbsp that the templates print between words. One class: linear.
_BLANKS = re.compile(r"[\s\u00a0\u3000]+")


def finder(path: str) -> Find:
    """Compile an XPath that gives elements."""
    return cast("Find", etree.XPath(path))


def by_class(*names: str) -> Find:
    """Make a search for the elements below one that carry any of some classes, in the order of the page."""
    wanted = frozenset(names)
    return lambda node: [found for found in _WITH_CLASS(node) if not wanted.isdisjoint(found.get("class", "").split())]


def classes_of(node: HtmlElement) -> list[str]:
    """Give the classes of an element."""
    return (node.get("class") or "").split()


def words(node: HtmlElement | None) -> str:
    """Give all the text in an element on one line, blanks folded, or an empty string for None."""
    return "" if node is None else _BLANKS.sub(" ", "".join(node.itertext())).strip()


def first(nodes: Iterable[HtmlElement]) -> HtmlElement | None:
    """Give the first of some elements, None for none."""
    return next(iter(nodes), None)


def name_of(node: HtmlElement) -> str:
    """Name an element for a person: `div#read_tpc.f14`, at most three classes."""
    classes = "".join(f".{name}" for name in classes_of(node)[:3])
    return f"{node.tag}" + (f"#{node.get('id')}" if node.get("id") else "") + classes


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
