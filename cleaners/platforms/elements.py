"""Small questions about elements that every family with a package of its own asks. No page and no meaning here."""

import re
from collections.abc import Callable, Iterable, Mapping
from functools import cache, lru_cache, partial
from typing import cast

from lxml import etree
from lxml.html import HtmlElement

from cleaners.regex import regex

# A step to any depth with a condition behind it that names what it asks of the element: `//div[@id="text"]`, and not
# `//li[1]`, which counts among brothers. Literals and one class: linear.
_ANYWHERE = regex(r"//(?=[a-z0-9*]+\[(?:@|contains\(|starts-with\(|not\(|self::|[a-z]+[/\[]))")
_COUNTS = regex(r"\]\[\d|position\(|last\(|\d\]")

# Such a step whose condition asks one attribute alone, and asks that it says something: `//*[@id="a" or @id="b"]`. One
# token after another, each with a beginning of its own, names and literals possessive: one pass.
_BY_ATTRIBUTE = regex(
    r"//(?P<tag>[a-z0-9]{1,12}|\*)\[(?P<asked>"
    r'(?:@[a-z-]{1,20}+|"[^"]++"|contains\(|concat\(|starts-with\(|normalize-space\(|,|\)| or | and |=)++)\]'
)
_ATTRIBUTE = regex(r"@[a-z-]{1,20}+")
# The condition that an element carries a class, made of the attribute itself. Bounded, between literals.
_CARRIES = regex(r'contains\(concat\(" ",(?:\.|normalize-space\(\.\))," "\)," (?P<name>[\w-]{1,40}) "\)')

# `../div[…]` with the two conditions that say that an element carries a class. Literals and bounded classes: linear.
_BESIDE = regex(
    r'\.\./(?P<tag>[a-z0-9]{1,10})\[contains\(@class,"(?P<name>[\w-]{1,40})"\) and contains\('
    r'concat\(" ",normalize-space\(@class\)," "\)," (?P=name) "\)\]'
)
# White space of markup, which parts the names of classes. One class: linear.
_BLANKS = regex(r"[ \t\r\n]+")

Find = Callable[[HtmlElement], list[HtmlElement]]


def has_class(node: HtmlElement, name: str) -> bool:
    """Say whether an element carries a class, as XPath and style sheets read the attribute."""
    names = node.get("class")
    return names is not None and name in names and name in _BLANKS.split(names)


def _brothers(node: HtmlElement, *, tag: str, name: str) -> list[HtmlElement]:
    """Give the elements beside one, itself among them, that have a tag and carry a class."""
    parent = node.getparent()
    return [] if parent is None else [child for child in parent.iterchildren(tag) if has_class(child, name)]


@cache
def finder(path: str) -> Find:
    """Compile an XPath that gives elements.

    `//div[…]` is asked as `/descendant::div[…]`, the same where nothing counts: libxml2 gathers every node of the page
    for the first and only then looks at their children, which takes half as long again. Brothers of a class, as most
    skins want them round a text, are found without libxml2, in a third of the time. What asks for one attribute is
    asked of the attributes, see `_of_attribute`.
    """
    beside = _BESIDE.fullmatch(path)
    if beside is not None:
        return partial(_brothers, tag=beside["tag"], name=beside["name"])
    if _COUNTS.search(path) is None:
        path = _ANYWHERE.sub("/descendant::", _BY_ATTRIBUTE.sub(_of_attribute, path))
    return cast("Find", etree.XPath(path))


def _of_attribute(step: re.Match[str]) -> str:
    """Write `//*[@id="text"]` as `/descendant::*/@id[.="text"]/parent::*`: the same elements, in a fifth of the time.

    Elements without the attribute, which are most, are passed over without a string made of each.
    """
    names = set(_ATTRIBUTE.findall(step["asked"]))
    if len(names) != 1:
        return step[0]
    asked = _ATTRIBUTE.sub(".", step["asked"])
    carried = _CARRIES.fullmatch(asked)
    first = f'[contains(.,"{carried["name"]}")]' if carried is not None else ""
    return f"/descendant::{step['tag']}/{names.pop()}{first}[{asked}]/parent::*"


# The literals of a path. One class between quotes: linear.
_LITERAL = regex(r'"([^"]*)"')
_NOT_TELLING = ("|", "not(", "translate(", "'")
"""What a path may hold without any of its literals standing on a page where it finds something."""


@cache
def _signs_of(path: str) -> tuple[tuple[str, ...], bool]:
    """Give the literals of a path, and whether all are needed; none where nothing follows from them."""
    if any(sign in path for sign in _NOT_TELLING):
        return (), True
    found = (literal.strip() for literal in _LITERAL.findall(path))
    return tuple(dict.fromkeys(literal for literal in found if literal)), " or " not in path


def possible(paths: Iterable[str], source: str) -> tuple[str, ...]:
    """Give the paths that can find anything on a page of this source, in order.

    A path costs 10 to 30 us on a page, looking for the names that it asks for costs a tenth. Characters written as
    numbers hide names; on a page that has any, every path is tried.
    """
    held = _held(source)
    return tuple(paths) if held[_NUMBERED] else tuple([path for path in paths if _is_possible(path, held)])


_NUMBERED = "&#"
"""How markup writes a character as its number."""
_FEW = 64
"""Number signs, as colours and anchors have some, that are looked at one by one before the pair is searched for."""


def _is_numbered(source: str) -> bool:
    """Say whether a page writes characters as numbers; a single sign is found ten times as fast as the pair."""
    at = source.find("#")
    for _ in range(_FEW):
        if at < 0 or source[at - 1 : at] == "&":
            return at > 0
        at = source.find("#", at + 1)
    return source.find(_NUMBERED, at - 1) >= 0


class _Held(dict[str, bool]):
    """Which words a page's source holds, each looked for once: a page is asked for the same names by several skins."""

    def __init__(self, source: str) -> None:
        super().__init__({_NUMBERED: _is_numbered(source)})
        self._source = source

    def __missing__(self, words: str) -> bool:
        self[words] = found = words in self._source
        return found


@lru_cache(maxsize=1)
def _held(source: str) -> _Held:
    """Give what is known of the page at hand."""
    return _Held(source)


def _is_possible(path: str, held: Mapping[str, bool]) -> bool:
    literals, are_all_needed = _signs_of(path)
    if not literals:
        return True
    for literal in literals:
        if held[literal] is not are_all_needed:
            return not are_all_needed
    return are_all_needed


# Three times as quick as joining `itertext`, on a body eight times; comments are left out by both.
_text = cast("Callable[[HtmlElement], str]", etree.XPath("string()", smart_strings=False))


def text_of(node: HtmlElement) -> str:
    """Give all the text in an element as it stands."""
    return _text(node) if len(node) else node.text or ""


def words(node: HtmlElement | None) -> str:
    """Give all the text in an element on one line, blanks folded, or an empty string for None."""
    return "" if node is None else " ".join(text_of(node).split())


def first(nodes: Iterable[HtmlElement]) -> HtmlElement | None:
    """Give the first of some elements, None for none."""
    return next(iter(nodes), None)
