"""Differences of form between two prints of the same symbols: script, width, case, white space, readings, masks."""

import unicodedata
from collections import Counter
from collections.abc import Iterator
from enum import StrEnum

from archive.likeness.anchors import Block
from archive.likeness.symbols import MASK, Symbols


class Form(StrEnum):
    """In what equal texts may differ."""

    SCRIPT = "script"
    WIDTH = "width"
    CASE = "case"
    SPACE = "space"
    PINYIN = "pinyin"
    MASK = "mask style"


def forms_of(one: Symbols, other: Symbols, block: Block) -> Counter[Form]:
    """Count the places of a common run that differ in form; what follows its last symbol is not looked at."""
    last, other_last = block.one + block.size - 1, block.other + block.size - 1
    found: Counter[Form] = Counter()
    printed = one.text[one.starts[block.one] : one.ends[last]]
    if printed == other.text[other.starts[block.other] : other.ends[other_last]]:
        return found
    for step in range(block.size):
        index, other_index = block.one + step, block.other + step
        printed = one.text[one.starts[index] : one.ends[index]]
        other_printed = other.text[other.starts[other_index] : other.ends[other_index]]
        if printed != other_printed:
            found[_form(printed, other_printed, is_mask=one.row[index] == MASK)] += 1
        if index < last:
            behind = one.text[one.ends[index] : one.starts[index + 1]]
            other_behind = other.text[other.ends[other_index] : other.starts[other_index + 1]]
            found.update(_forms_behind(behind, other_behind) if behind != other_behind else ())
    return found


def _form(one: str, other: str, *, is_mask: bool) -> Form:
    """Say in what two prints of one symbol differ."""
    if is_mask:
        return Form.MASK
    if "".join(one.split()) == "".join(other.split()):  # a number that a wrap cut in two
        return Form.SPACE
    normal, other_normal = (unicodedata.normalize("NFKC", "".join(text.split())) for text in (one, other))
    if normal == other_normal:
        return Form.WIDTH
    return Form.CASE if normal.lower() == other_normal.lower() else Form.SCRIPT


def _forms_behind(one: str, other: str) -> Iterator[Form]:
    """Say in what the white space and the readings between two symbols differ."""
    if "".join(one.split()) != "".join(other.split()):
        yield Form.PINYIN
    elif one != other:
        yield Form.SPACE
