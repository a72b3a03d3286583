"""What edits took of figures, masks and lost characters, and whether their rules may. No rule stands here."""

import html
import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from cleaners.facts.text import han_count
from cleaners.join import PAGE_JOIN
from cleaners.reading import Edit
from cleaners.rules.damage import characters, layout, paragraphs, pinyin, shifted, spaces, wraps
from cleaners.rules.rule import Rule

MASKS = frozenset("*×某□○〇_X")
"""Characters that stand for what an author left out, width folded (reference: realtext, section 4)."""
LOST = "?"
"""What a page prints for a character that it lost; counted between two Han characters only."""
CHANGEABLE: tuple[tuple[tuple[Rule, ...], frozenset[str]], ...] = (
    (characters.RULES, frozenset()),
    (shifted.RULES, frozenset(LOST)),  # the first byte of a shifted run is often printed so
    (pinyin.RULES, frozenset("0123456789")),  # hao3
    (wraps.RULES, frozenset()),
    (spaces.RULES, frozenset()),
    (paragraphs.RULES, frozenset()),
    ((*layout.RULES_FIRST, *layout.RULES_LAST), frozenset()),
)
"""Rules that mend, with the figures and marks that they may change; all others take what is not the report's."""
MENDS = {rule.name: changeable for rules, changeable in CHANGEABLE for rule in rules} | {PAGE_JOIN: frozenset[str]()}


@dataclass(slots=True, kw_only=True)
class Taken:
    """Figures, masks and lost characters that edits took, character by character; put together by `taken_by`."""

    boilerplate: int = 0
    """Inside edits of rules that take what is not the report's."""
    mended: int = 0
    """Changed by rules that may change just these."""
    lost: list[str] = field(default_factory=list)
    """Others: each as `RULE took X at N`."""


def taken_by(edits: Iterable[Edit], shown: str) -> Taken:
    """Sort what the edits of one text took of its figures, masks and `?` between Han characters; linear."""
    found = Taken()
    for edit in edits:
        taken = _marks(edit.taken, shown, edit.start)
        if not taken:
            continue
        names = edit.rule.split("+")
        if not all(name in MENDS for name in names):
            found.boilerplate += taken.total()
            continue
        gone = taken - _marks(edit.put, edit.put, 0)
        may = frozenset[str]().union(*(MENDS[name] for name in names))
        found.mended += sum(count for mark, count in gone.items() if mark in may)
        found.lost += [f"{edit.rule} took {mark!r} at {edit.start}" for mark in sorted(gone) if mark not in may]
    return found


def _marks(words: str, text: str, start: int) -> Counter[str]:
    """Count figures, masks and lost characters of `words`, which stand in `text` from `start` on."""
    if words.isspace() or not words:
        return Counter()
    plain = unicodedata.normalize("NFKC", html.unescape(words) if "&" in words else words)
    marks = Counter(mark for mark in plain if mark in MASKS or (mark.isdecimal() and mark.isascii()))
    lost = sum(mark in "?？" and _is_between_han(text, start + at) for at, mark in enumerate(words))
    return marks + Counter({LOST: lost})


def _is_between_han(text: str, at: int) -> bool:
    return 0 < at < len(text) - 1 and han_count(text[at - 1] + text[at + 1]) == 2
