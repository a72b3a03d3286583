"""Markup that would cost the parser minutes is told before it is parsed. What is parsed, and how: `cleaners.tree`.

A tag with very many attributes is such: 100,000 of them cost libxml2 117 CPU seconds. So are very many elements.
"""

from itertools import islice
from typing import Final

from cleaners.errors import UnparsablePage
from cleaners.regex import regex

MAX_TOKENS: Final = 4_000
"""Attributes in one tag; 4,000 cost libxml2 0.03 s, 8,000 0.12 s, 32,000 6 s."""
MAX_ELEMENTS: Final = 100_000
"""Of a page's own; `html`, `body` and what else stands around them come on top."""
_AROUND: Final = 100

# The inside of a tag as the HTML standard tokenizes it, and libxml2 2.14 with it. A `=` after a blank, a slash or a
# quote may begin a name instead of a value: there this fast pattern stops and _ATTRIBUTE goes on, character-exact.
# Both: every branch consumes, all loops are possessive, so each character is looked at once.
_VALUE: Final = r"""\s*+(?:"[^"]*+"|'[^']*+'|[^\s>"'][^\s>]*+)?+"""
_INSIDE: Final = r"""[^=>]*+(?:(?<![\s/"'])=""" + _VALUE + r"""[^=>]*+)*+"""
_ATTRIBUTE: Final = regex(r"[\s/]*+[^\s/>][^\s/>=]*+(?:\s*+=" + _VALUE + r")?+")
# A comment; an element whose content is not markup, with that content; what a browser takes for a comment; any other
# tag. An end tag is looked at only where something follows its name. Every branch begins with another character.
_OPENING: Final = regex(
    r"<(?:!--(?!-?>)(?:[^-]++|-(?!-!?>))*+"
    r"|(?i:(script|style|textarea|title|xmp|iframe|noembed|noframes)(?=[\s/>]))"
    + _INSIDE
    + r">(?:[^<]++|<(?!/(?i:\1)[\s/>]))*+"
    r"|[a-zA-Z]" + _INSIDE + r"|/[a-zA-Z][^\s/>]*+[\s/]" + _INSIDE + r"|(?:[!?]|/[^a-zA-Z>])[^>]*+)"
)
_TAG_START: Final = regex(r"<[a-zA-Z/]")
_TAG_NAME: Final = regex(r"</?[a-zA-Z][^\s/>]*+")
# A tag up to a value in quotes that holds the marks of a tag, or does not end. All loops are possessive and each branch
# begins with another character: from a `<` on, every character up to the next `>` is looked at once or twice.
_ODD_TAG: Final = regex(r"""<[a-zA-Z/](?:[^>="']++|["']|=\s*+"[^"<>]*+"|=\s*+'[^'<>]*+'|=(?!\s*+["']))*+=""")
# A value in quotes that holds a mark of tags, or does not end, wherever it stands. Only text that has one can hold an
# odd tag, and a search for `=` is ten times as fast as one for tags. Possessive, one class each: one pass.
_ODD_VALUE: Final = regex(r"""=\s*+(?:"[^"<>]*+(?:[<>]|\Z)|'[^'<>]*+(?:[<>]|\Z))""")
_FEW: Final = 40
"""Values of that kind, as scripts have some, that are looked at one by one before the whole text is."""


def refuse_bombs(text: str) -> None:
    """Raise UnparsablePage for more than 4,000 attributes in a tag or more than 100,000 elements."""
    if len(text) < 2 * MAX_TOKENS or _is_tame(text):  # an attribute takes two characters, an element three
        return
    position, elements = 0, 0
    while position < len(text):
        position, found = _scan(text, position)
        elements += found
    if elements > MAX_ELEMENTS + _AROUND:
        raise UnparsablePage(f"{elements:,} elements, more than {MAX_ELEMENTS:,}")


def _is_tame(text: str) -> bool:
    """Say whether no tag can be a bomb: every `>` ends a tag, as none stands in quotes, and none is far from the next.

    Sound, not complete: what is not tame is looked at tag by tag. Takes a tenth of that.
    """
    has_many = len(text) > MAX_ELEMENTS and text.count("<") > MAX_ELEMENTS
    if has_many or not _is_dense(text):
        return False
    odd = list(islice(_ODD_VALUE.finditer(text), _FEW))
    if len(odd) < _FEW:  # what makes a tag odd stands behind the last `>` outside of quotes that hold none
        return all(_ODD_TAG.search(text, text.rfind(">", 0, at.start()) + 1, at.end()) is None for at in odd)
    return _ODD_TAG.search(text) is None


def _is_dense(text: str) -> bool:
    """Say whether no tag that holds no `>` is past the bound: nowhere is what may begin one that far from the next `>`.

    A long script has no `>` for long, but hardly a `<` with a letter or a slash behind it either.
    """
    bound, behind = 2 * MAX_TOKENS, 0
    while len(text) - behind > bound:
        at = text.rfind(">", behind, behind + bound + 1)  # the last one within the bound: those before it are closer
        if at < 0:
            at = text.find(">", behind)
            at = len(text) if at < 0 else at
            opening = _TAG_START.search(text, behind, at)
            if opening is not None and at - opening.start() > bound:
                return False
        behind = at + 1
    return True


def _scan(text: str, position: int) -> tuple[int, int]:
    """Look at tags up to the end, or to the end of the first one that the fast pattern cannot take whole."""
    elements = 0
    for opening in _OPENING.finditer(text, position):
        elements += 1
        start, end = opening.span()
        odd = text[end : end + 1] == "="
        if odd or end - start > 2 * MAX_TOKENS:
            exact_end = _end_of_tag(text, start)
            if odd:  # go on from where the tag really ends, or quotes after it would be read inside out
                return exact_end, elements
    return len(text), elements


def _end_of_tag(text: str, start: int) -> int:
    name = _TAG_NAME.match(text, start)
    if not name:  # a comment or a declaration
        return start + 1
    position, tokens = name.end(), 0
    while found := _ATTRIBUTE.match(text, position):
        position, tokens = found.end(), tokens + 1
        if tokens > MAX_TOKENS:
            raise UnparsablePage(f"a tag with more than {MAX_TOKENS:,} attributes at character {start:,}")
    return position
