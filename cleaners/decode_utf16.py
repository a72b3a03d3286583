"""UTF-16, with its mark or without, whole or with a byte gone."""

from itertools import accumulate
from typing import Final

from cleaners.decode_score import CONVINCING, score, weight
from cleaners.errors import UndecodablePage

_MARKS: Final = (b"\xff\xfe", b"\xfe\xff")
_HEAD: Final = 4_096
_MAX_MENDED: Final = 262_144
"""Bytes of the longest body in which a missing byte is looked for: about 0.2 s."""


def utf16_flavour(body: bytes) -> str | None:
    """Say whether bytes are UTF-16 (`utf-16-le`, `utf-16-be`) by how they begin; None if they are not.

    A byte-order mark says so, or NULs that stand on one side only, or Chinese that reads well in one order.
    """
    if body.startswith(_MARKS):
        return "utf-16-le" if body[:1] == b"\xff" else "utf-16-be"
    head = body[: min(_HEAD, len(body) & ~1)]
    even, odd, half = head[::2].count(0), head[1::2].count(0), len(head) // 2
    if max(even, odd) > 0.3 * half and min(even, odd) < 0.05 * half:
        return "utf-16-le" if odd > even else "utf-16-be"
    for codec in ("utf-16-le", "utf-16-be"):
        text = head.decode(codec, "replace")
        if len(text) >= 4 and score(text) > CONVINCING and "\ufffd" not in text[:-1] and not _has_controls(text):
            return codec
    return None


def read_utf16(body: bytes, flavour: str) -> tuple[str, int]:
    """Read UTF-16 and say how many characters were lost; one missing or added byte is found and passed over.

    Raises UndecodablePage where the text makes no sense in either order.
    """
    plain = body[2:] if body.startswith(_MARKS) else body
    text = plain.decode(flavour, "replace")
    if not _is_broken(text):
        return text, text.count("\ufffd")
    if len(plain) <= _MAX_MENDED:
        mended = _mend(plain, flavour)
        if not _is_broken(mended):
            return mended, mended.count("\ufffd")
    raise UndecodablePage(f"says that it is {flavour}, but its characters make no sense")


def _mend(plain: bytes, flavour: str) -> str:
    """Take the units before the best place as they lie and those after it one byte later."""
    first = plain[: len(plain) & ~1].decode(flavour, "replace")
    rest = plain[1:]
    second = rest[: len(rest) & ~1].decode(flavour, "replace")
    if len(first) != len(plain) // 2:  # pairs of surrogates would put the places out of step
        return first
    worth_before = [0.0, *accumulate(map(_worth, first))]
    worth_after = [0.0, *accumulate(map(_worth, reversed(second)))]
    size = len(second)
    place = max(range(size + 1), key=lambda at: worth_before[at] + worth_after[size - at])
    return first[:place] + "\ufffd" + second[place + 1 if _worth(second[place : place + 1]) < 0 else place :]


def _worth(character: str) -> float:
    if not character or character < "\x80":
        return 0.5 if character >= " " or character in "\t\n\r" else -1.0
    return weight(character)


def _is_broken(text: str) -> bool:
    """True when characters that no page has much of are a tenth of the text."""
    odd = sum(1 for character in text if _worth(character) <= -0.6)
    return odd > 2 and odd * 10 > len(text)


def _has_controls(text: str) -> bool:
    return any(character < " " and character not in "\t\n\r" for character in text)
