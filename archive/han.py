"""Which characters are Han, and two frozen tables that fold their variants. What is done with them lives elsewhere."""

from functools import cache
from importlib.resources import files

HAN = "\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufad9\U00020000-\U000323af"
"""Han characters as the inside of a regex class: 〇, unified ideographs of all extensions, compatibility ideographs."""


def lines_of_table(name: str) -> tuple[str, ...]:
    """Read a table of `archive/data`, without its head of comments."""
    content = files("archive.data").joinpath(name).read_text(encoding="utf-8")
    return tuple(line for line in content.splitlines() if line and not line.startswith("#"))


@cache
def variant_of() -> dict[str, str]:
    """Give the representative of each character that has variants (mostly the simplified one; not for reading)."""
    return {character: line[0] for line in lines_of_table("variants.txt") for character in line}


@cache
def simplified_of() -> dict[str, str]:
    """Give the simplified character for each traditional one that folds to another."""
    return {character: line[0] for line in lines_of_table("simplified.txt") for character in line[1:]}


def is_han(character: str) -> bool:
    """Return True for one Han character."""
    point = ord(character)
    return (
        0x4E00 <= point <= 0x9FFF
        or 0x3400 <= point <= 0x4DBF
        or point == 0x3007
        or 0xF900 <= point <= 0xFAD9
        or 0x20000 <= point <= 0x323AF
    )
