"""White space of a text, kept apart from its characters: two copies may print one wording with other line breaks.

Wordings are told apart without white space, so a copy whose breaks are not those of the kept text needs its own: only
with them do its edits fit, and what the page showed can be rebuilt exactly.
"""

import re
from collections.abc import Sequence

# The white space that `str.split` knows. Possessive: linear.
_SPACE = re.compile(r"\s++")


def breaks_of(text: str) -> list[list[int | str]]:
    """Give every run of white space as [characters before it, white space apart; the run]."""
    runs: list[list[int | str]] = []
    taken = 0
    for match in _SPACE.finditer(text):
        runs.append([match.start() - taken, match[0]])
        taken += len(match[0])
    return runs


def with_breaks(text: str, breaks: Sequence[Sequence[int | str]]) -> str:
    """Set other white space into a text: the reverse of `breaks_of` for every text of the same characters."""
    bare = "".join(_SPACE.split(text))
    parts: list[str] = []
    at = 0
    for place, run in breaks:
        parts += [bare[at : int(place)], str(run)]
        at = int(place)
    return "".join([*parts, bare[at:]])
