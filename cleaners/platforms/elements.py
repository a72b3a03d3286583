"""Small questions about elements that every family with a package of its own asks. No page and no meaning here."""

from collections.abc import Callable, Iterable
from typing import cast

from lxml import etree
from lxml.html import HtmlElement

Find = Callable[[HtmlElement], list[HtmlElement]]


def finder(path: str) -> Find:
    """Compile an XPath that gives elements."""
    return cast("Find", etree.XPath(path))


def words(node: HtmlElement | None) -> str:
    """Give all the text in an element on one line, blanks folded, or an empty string for None."""
    if node is None:
        return ""
    return " ".join((("".join(node.itertext()) if len(node) else node.text) or "").split())


def first(nodes: Iterable[HtmlElement]) -> HtmlElement | None:
    """Give the first of some elements, None for none."""
    return next(iter(nodes), None)
