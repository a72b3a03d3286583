"""Which characters the strings that an expression fits may begin with, derived from the expression itself."""

import re
from collections.abc import Iterable
from re import _constants as kinds  # type: ignore[attr-defined]  # nothing public tells what an expression is made of
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

from cleaners.rules.folding import folded

_REPEATS = (kinds.MAX_REPEAT, kinds.MIN_REPEAT, kinds.POSSESSIVE_REPEAT)
_EMPTY = (kinds.ASSERT, kinds.ASSERT_NOT, kinds.AT)


def starts_of(shapes: Iterable[re.Pattern[str]]) -> frozenset[str]:
    """Give the characters, with those that fold to them; white space left out, as lines are trimmed."""
    found: set[str] = set()
    for shape in shapes:
        found |= _first(parser.parse(shape.pattern, shape.flags))[0]
    wider = {one for one in map(chr, range(0x3400, 0xA000)) if folded(one) in found}
    return frozenset(one for one in found | wider if not one.isspace())


def _first(sequence: Iterable[tuple[Any, Any]]) -> tuple[set[str], bool]:
    """Give what a part may begin with, and whether it may be empty."""
    found: set[str] = set()
    for kind, inside in sequence:
        own, is_empty = _first_of(kind, inside)
        found |= own
        if not is_empty:
            return found, False
    return found, True


def _first_of(kind: Any, inside: Any) -> tuple[set[str], bool]:
    if kind in _EMPTY:
        return set(), True
    if kind is kinds.LITERAL:
        return {chr(inside)}, False
    if kind is kinds.IN:
        return {one for item in inside for one in _of_class(*item)}, False
    if kind is kinds.SUBPATTERN:
        return _first(inside[3])
    if kind in _REPEATS:
        own, is_empty = _first(inside[2])
        return own, is_empty or inside[0] == 0
    if kind is kinds.BRANCH:
        parts = [_first(part) for part in inside[1]]
        return set().union(*(own for own, _ in parts)), any(is_empty for _, is_empty in parts)
    raise ValueError(f"may begin with anything: {kind}")


def _of_class(kind: Any, inside: Any) -> Iterable[str]:
    if kind is kinds.LITERAL:
        return chr(inside)
    if kind is kinds.RANGE:
        return map(chr, range(inside[0], inside[1] + 1))
    if kind is kinds.CATEGORY and inside is kinds.CATEGORY_SPACE:
        return " "
    raise ValueError(f"may begin with anything: {kind}")
