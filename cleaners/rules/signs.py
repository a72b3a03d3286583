"""Which signs a text holds, found once for all the rules that need one: most rules look for what most texts lack.

The last two answers are kept: most rules change nothing, and the next one asks for the same text again. No rule stands
here.
"""

from functools import lru_cache

from cleaners.regex import regex

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


UNCOMMON = regex("[^\u4e00-\u9fff\u3000-\u303f\uff01-\uff5e -~\n\t\u2010-\u2027\u00a0]")
"""What is neither Han nor a common mark, letter or blank. Most characters leave the class at its first range; one
class: linear."""


@lru_cache(maxsize=2)
def is_plain(text: str) -> bool:
    """Say whether a text has no emoji, no character that shows nothing and no line end but the line feed.

    True for most texts, not for all that have none: told by a look at ranges, else by a codec (checked in a test).
    Either takes a third of the time of a search for any of them; the codec has tables to read, which on a page that
    was not read before takes four times as long.
    """
    if UNCOMMON.search(text) is None:
        return True
    signs = ascii_of(text)
    return len(signs.translate(None, _CONTROLS)) == len(signs) and _is_gb2312(text)


def _is_gb2312(text: str) -> bool:
    """Say whether a text holds nothing but what GB 2312 has, and ASCII."""
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
