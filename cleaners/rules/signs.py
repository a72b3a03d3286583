"""Which signs a text holds, found once for all the rules that need one: most rules look for what most texts lack.

The last two answers are kept: most rules change nothing, and the next one asks for the same text again. No rule stands
here.
"""

from functools import lru_cache

_DASH = "—"
"""The one common mark that Python's GB2312 writes only from another code point."""
BRACKET_SIGNS = "(（"
_CONTROLS = bytes({*range(0x20), 0x7F} - {ord("\t"), ord("\n")})


@lru_cache(maxsize=2)
def ascii_of(text: str) -> bytes:
    """Give the ASCII characters of a text, in order.

    What stands side by side in the text does so here too: a sign that is not here is not there, and a search among
    these few costs next to nothing.
    """
    return text.encode("ascii", "ignore")


@lru_cache(maxsize=2)
def is_plain(text: str) -> bool:
    """Say whether a text holds nothing but what GB 2312 and a keyboard have; most texts do.

    Such a text has no emoji, no character that shows nothing and no line end but the line feed (checked in a test). To
    encode it takes a third of the time of a search for any of them.
    """
    signs = ascii_of(text)
    if len(signs.translate(None, _CONTROLS)) < len(signs):
        return False
    try:
        text.replace(_DASH, "").encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True


@lru_cache(maxsize=2)
def brackets(text: str) -> tuple[int, ...]:
    """Give the places of opening round brackets of either width, in order."""
    places: list[int] = []
    for sign in BRACKET_SIGNS:
        at = text.find(sign)
        while at >= 0:
            places.append(at)
            at = text.find(sign, at + 1)
    return tuple(sorted(places))
