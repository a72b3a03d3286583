"""Which characters that hardly any simplified text has stand in a text: found once for whoever looks for one. No rule.

Rare ones, symbols and those of the traditional script: the class `odd` of `shifted_score`. Most texts have none or two,
and then no rule and no fact needs to search them for any of its own.
"""

from collections.abc import Iterable
from functools import lru_cache
from itertools import islice

from cleaners.reading import Edit
from cleaners.rules.damage.shifted_score import odd, suspicious

MOST_ODD = 8
"""So many are not counted further: of a traditional text every third character is one."""


@lru_cache(maxsize=2)
def odd_in(text: str) -> tuple[str, ...] | None:
    """Give the odd characters of a text, each as often as it stands there; None where there are MOST_ODD of them."""
    found = tuple(match[0] for match in islice(odd().finditer(text), MOST_ODD))
    return found if len(found) < MOST_ODD else None


def odd_left(shown: str, edits: Iterable[Edit]) -> tuple[str, ...] | None:
    """Give the odd characters that a cleaned text can have at most; None where that is not known.

    It is made of what was shown and of what its edits put, and holds nothing else.
    """
    found = odd_in(shown)
    puts = {edit.put for edit in edits}
    return None if found is None or any(odd().search(put) for put in puts) else found


def places_of(text: str, signs: Iterable[str]) -> list[int]:
    """Give the places of some characters, in order."""
    places: list[int] = []
    for sign in signs:
        at = text.find(sign)
        while at >= 0:
            places.append(at)
            at = text.find(sign, at + 1)
    return sorted(places)


def suspicious_places(text: str) -> list[int]:
    """Give the places of rare characters and symbols."""
    return [match.start() for match in suspicious().finditer(text)]
