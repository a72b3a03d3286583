"""Our renderer: chosen body nodes become the text that a reader of the page sees ("shown"), before any rule.

Which nodes are chosen, and which noise a software family hides among them, is said by the platforms. No text is judged
here, and no character is changed but white space that a browser would fold as well.
"""

import re
from collections.abc import Callable, Iterable
from functools import lru_cache

from lxml.html import HtmlElement

from cleaners.regex import regex

ROWS = frozenset({"table", "tbody", "thead", "tfoot", "tr"})
"""Their edges end a line even where it holds nothing but empty cells."""
CELLS = frozenset({"td", "th"})
BLOCKS = ROWS | frozenset(
    {
        "address", "article", "aside", "blockquote", "caption", "center", "dd", "details", "dir", "div", "dl", "dt",
        "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup",
        "hr", "legend", "li", "main", "menu", "nav", "ol", "p", "pre", "section", "summary", "ul",
    }
)  # fmt: skip
"""Elements that stand on lines of their own (HTML standard, section 15.3, `display: block` and `list-item`)."""
_TELLING = BLOCKS | CELLS | {"br"}
"""Elements whose beginning means something; their end does of blocks only."""
UNSEEN = frozenset({"script", "style", "template", "noscript", "head", "iframe"})

# White space that a browser folds: never nbsp or U+3000, which are printed. One character class: cannot backtrack.
_WHITE = " \t\n\r\f"
_FOLDED = regex(rf"[{_WHITE}]+")
# `style="display:none"` in any spacing and case. Both blanks are possessive and next to other characters: linear.
_HIDING = regex(r"display[ \t\n]*+:[ \t\n]*+none", re.IGNORECASE)

Drop = Callable[[HtmlElement], bool]


def render(nodes: Iterable[HtmlElement], *, drop: Drop | None = None) -> str:
    """Give the text that the nodes show, one line a block, cells parted by tabs, rows by newlines.

    `drop` says of an element: True = neither it nor what is in it is shown. The text that follows a node itself
    (its tail) is not shown, that of the nodes in it is. Blank lines are those that `br` makes, no others.
    """
    writer = _Writer()
    for node in nodes:
        writer.end_line()
        _walk(node, writer, drop)
        writer.end_line()
    return writer.text()


def is_hidden(node: HtmlElement) -> bool:
    """Say whether an element's own style hides it; True = a browser does not draw it."""
    style = node.get("style")
    return style is not None and "none" in style.lower() and _hides(style)


@lru_cache(maxsize=256)
def _hides(style: str) -> bool:
    """Say whether a style hides; the cells of a pasted table share one, and to look through it takes 0.5 us a cell."""
    return _HIDING.search(style) is not None


def _walk(root: HtmlElement, writer: "_Writer", drop: Drop | None) -> None:
    """Visit a tree without recursion: each element twice, going in and coming out."""
    waiting: list[HtmlElement | tuple[HtmlElement]] = [root]  # in a tuple: one to come out of
    while waiting:
        place = waiting.pop()
        node, is_leaving = (place[0], True) if isinstance(place, tuple) else (place, False)
        tag, is_root = node.tag, node is root
        if is_leaving:
            if tag in BLOCKS:
                _leave(tag, writer)
        elif not is_root and (not isinstance(tag, str) or tag in UNSEEN or (node.get("style") and is_hidden(node))):
            pass  # of a comment or a processing instruction, too, only what follows it is shown
        elif not is_root and drop is not None and drop(node):
            if tag in BLOCKS:
                writer.end_line()
        else:
            if tag in _TELLING:
                _enter(node, tag, writer)
            elif text := node.text:
                writer.write(text)
            if len(node):
                children = node[:]
                children.reverse()
                waiting.append((node,))
                waiting.extend(children)
                continue
            if tag in BLOCKS:
                _leave(tag, writer)
        tail = None if is_root else node.tail
        if tail:
            writer.write(tail)


def _enter(node: HtmlElement, tag: str, writer: "_Writer") -> None:
    if tag == "br":
        writer.break_line()
    elif tag in CELLS:
        if _follows_cell(node):
            writer.next_cell()
    elif tag in ROWS:
        writer.end_row()
    elif tag in BLOCKS:
        writer.end_line()
    text = node.text
    if tag == "pre":
        writer.preformatted += 1
        text = _without_first_newline(text)
    if text:
        writer.write(text)


def _leave(tag: str, writer: "_Writer") -> None:
    if tag == "pre":
        writer.preformatted -= 1
    if tag in ROWS:
        writer.end_row()
    elif tag in BLOCKS:
        writer.end_line()


def _follows_cell(cell: HtmlElement) -> bool:
    """Say whether a cell is not the first of its row; True = a tab belongs before it."""
    before = cell.getprevious()
    while before is not None and before.tag not in CELLS:
        before = before.getprevious()
    return before is not None


def _without_first_newline(text: str | None) -> str | None:
    """Drop the newline right after `<pre>`, which HTML does not count as content."""
    if text and text[0] in "\r\n":
        return text[2:] if text.startswith("\r\n") else text[1:]
    return text


class _Writer:
    """Collects text and settles, when the next text comes, which line breaks stand before it."""

    __slots__ = ("_breaks", "_has_content", "_has_edge", "_has_row_edge", "_has_space", "_is_fresh", "_out",
                 "preformatted")  # fmt: skip

    def __init__(self) -> None:
        self._out: list[str] = []
        self._breaks = 0  # newlines that `br` asked for and no text has followed yet
        self._has_edge = False  # a block began or ended since the last text
        self._has_row_edge = False  # a table or a row did
        self._has_space = False  # folded white space after the last text, not yet written
        self._is_fresh = True  # nothing stands in this line, or in this cell, yet
        self._has_content = False  # text or a tab stands in this line
        self.preformatted = 0

    def write(self, text: str) -> None:
        """Add text: folded, or as it stands within `pre`."""
        if self.preformatted:
            self._write_as_it_is(text.replace("\r\n", "\n").replace("\r", "\n"))
            return
        body = text.strip(_WHITE)
        if not body:  # indents, which are half of all texts
            self._has_space = self._has_space or bool(text)
            return
        if "\n" in body or "  " in body or "\t" in body or "\r" in body or "\f" in body:  # few have any inside
            body = _FOLDED.sub(" ", body)
        has_space = self._has_space or text[0] in _WHITE
        if self._breaks or self._has_edge or self._has_row_edge:
            self._settle()
        if has_space and not self._is_fresh:
            self._out.append(" ")
        self._out.append(body)
        self._is_fresh = False
        self._has_content = True
        self._has_space = text[-1] in _WHITE

    def break_line(self) -> None:
        """End the line as `br` does: each one counts."""
        if (self._has_row_edge and self._has_content) or (self._has_edge and not self._is_fresh):
            self._breaks += self._breaks == 0
        self._has_edge = self._has_row_edge = False
        self._breaks += 1

    def end_line(self) -> None:
        """End the line as the edge of a block does: not where it has just begun."""
        self._has_edge = True

    def end_row(self) -> None:
        """End the line as the edge of a table row does."""
        self._has_row_edge = True

    def next_cell(self) -> None:
        """Set a tab; breaks at the end of the cell before it are not shown."""
        if self._has_row_edge and (self._has_content or self._breaks):
            self._out.append("\n")
        self._breaks = 0
        self._has_edge = self._has_row_edge = self._has_space = False
        self._out.append("\t")
        self._is_fresh = self._has_content = True

    def text(self) -> str:
        """Give what was written, without blank lines before and after it."""
        return "".join(self._out).strip("\n ")

    def _write_as_it_is(self, text: str) -> None:
        if not text:
            return
        self._settle()
        self._out.append(text)
        self._has_content = not text.endswith("\n")
        self._is_fresh = not self._has_content
        self._has_space = False

    def _settle(self) -> None:
        newlines = self._breaks
        if newlines == 0:
            is_due = (self._has_row_edge and self._has_content) or (self._has_edge and not self._is_fresh)
            newlines = int(is_due)
        self._breaks = 0
        self._has_edge = self._has_row_edge = False
        if newlines:
            self._out.append("\n" * newlines)
            self._is_fresh = True
            self._has_content = self._has_space = False
