"""Runs whose lost byte shows as a sign: `難點?；鶎狱h組織` was `難點。基層黨組織`. Runs without one: `shifted`.

A reader that keeps a sign for the byte it could not read shows `?` where the first byte of a character was. Which
character that was is inferred only where the text has it behind the same character elsewhere, or where nothing but a
full stop fits; else the sign stays, as a lost character's does, and what stands behind it is restored alone.
"""

from collections.abc import Callable, Iterator

from cleaners.decode_score import weight
from cleaners.rules.shifted_bytes import FOLDED, Run, characters_of, pair, read_anew, wide
from cleaners.rules.shifted_score import BEFORE_STOP, FREQUENT, is_common, is_text, points_behind

SIGNS = "?？\ufffd"
"""What stands for a byte that could not be read."""
STOP_TRAIL = 0xA3
"""Second byte of `。`, and of 保, 常 and 海, the only frequent characters that end with it."""
WORDS_BEFORE = {
    "海": "上北南青渤沿大東东珠近遠远深航內内公四山",
    "常": "非正經经日異异通平時时失反恆恒超家",
    "保": "確确環环社醫医擔担安勞劳低參参投聯联自難难水治力必永文國国",
}
"""What stands before those in words: behind such a character no full stop is inferred."""


def runs_behind_signs(text: str, spot: int, low: int) -> Iterator[Run]:
    """Give the runs that cover a place and begin behind a sign; `put` begins with a stand-in for the lost character."""
    for at in range(spot - 1, low - 1, -1):
        if text[at] not in SIGNS or not at or not BEFORE_STOP.match(text[at - 1]):
            continue
        lead = _any_lead(_first_byte(text[at + 1 : at + 2]))
        if lead:
            yield from (run for run in read_anew(text, at + 1, is_text, lost=lead) if run.end > spot and run.is_whole)


def _first_byte(character: str) -> int:
    if character in FOLDED:
        return wide(character)[0] if character else 0
    found = pair(character) if character and not character.isascii() else None
    return found[0] if found else 0


def _any_lead(trail: int) -> int:
    """Give the first byte of any common character that ends with a byte; 0 where none does."""
    found = next((c for c in characters_of(0, trail) if is_common(c)), "") if trail else ""
    own = pair(found) if found else None
    return own[0] if own else 0


def restored(text: str, run: Run) -> Run:
    """Give a run behind a sign with the character that the sign stands for; without it where that is not known."""
    first = _lost_character(text, run)
    if first is None:
        return Run(run.start, run.end, run.put[1:])
    return Run(run.start - 1, run.end, first + run.put[1:])


def _lost_character(text: str, run: Run) -> str | None:
    at = run.start - 1
    before, trail = text[at - 1], _first_byte(text[run.start])
    fitting = [c for c in characters_of(0, trail) if weight(c) >= FREQUENT and is_common(c)]
    seen = [c for c in fitting if before + c in text]
    if len(seen) == 1:
        return seen[0]
    is_stop = trail == STOP_TRAIL and not seen and not any(before in words for words in WORDS_BEFORE.values())
    return "。" if is_stop else None


def best_behind_sign(
    text: str, spot: int, low: int, *, script: str | None, is_sure: Callable[[Run], bool]
) -> Run | None:
    """Give the run behind a sign at a place that is sure, restored; None where none is."""
    for run in runs_behind_signs(text, spot, low):
        if len(run.put) > 1 and points_behind(text, run, script) > 0 and is_sure(run):
            return restored(text, run)
    return None
