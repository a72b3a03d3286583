"""The flags of a text's condition, each with its count and its first words. They say; they never take anything out."""

from collections.abc import Sequence
from typing import Final

from cleaners.facts.damage import doubled
from cleaners.facts.injection import injected
from cleaners.facts.machine import ai_written, machine_translated
from cleaners.facts.plain import as_printed
from cleaners.facts.spun import spun
from cleaners.reading import Edit
from cleaners.rules.damage.shifted import suspected_runs
from cleaners.text_facts import CensoredFrame, Flag, Found

MOST_SHOWN = 5
"""Pieces of evidence that a flag keeps."""
_MARKS: Final = "，,。.、；;：:"
LONG = 300
"""Characters from which a text must have marks."""
PER_MARK = 100
"""Fewer than one mark for so many characters is none at all (realtext, section 4)."""


def flags_of(
    text: str, plain: str, *, edits: Sequence[Edit] = (), censored: Sequence[CensoredFrame] = (),
    odd: Sequence[str] | None = None,
) -> tuple[Flag, ...]:  # fmt: skip
    """Give the flags of a cleaned text; `plain` is the same in simplified characters, place by place.

    `odd` are the characters that hardly any text has, where they are known (`rules.odd_characters`).
    """
    twice = doubled(text)
    frames = tuple(Found(words=one.frame, start=max(0, text.find(one.frame))) for one in censored)
    damaged = tuple(Found(words=run, start=max(0, text.find(run))) for run in suspected_runs(text, odd))
    told = (
        ("spun", *_counted(spun(plain), text)),
        ("machine_translated", *machine_translated(text)),
        ("ai_written", *ai_written(text, edits)),
        ("injected", *_counted(injected(plain), text)),
        ("no_punctuation", *_no_punctuation(text)),
        ("mojibake_suspected", len(damaged), damaged),
        ("doubled", len(twice), twice),
        ("censored", sum(one.count for one in censored), frames),
    )
    return tuple(
        Flag(name=name, count=count, evidence=evidence[:MOST_SHOWN])
        for name, count, evidence in told
        if count or evidence
    )


def _counted(found: tuple[int, tuple[Found, ...]], text: str) -> tuple[int, tuple[Found, ...]]:
    return found[0], as_printed(found[1], text)


def _no_punctuation(text: str) -> tuple[int, tuple[Found, ...]]:
    """Give the marks of a long text that has next to none, with its beginning as evidence."""
    if len(text) < LONG:
        return 0, ()
    allowed = len(text) // PER_MARK
    marks = 0
    for mark in _MARKS:
        marks += text.count(mark)
        if marks >= allowed:
            return 0, ()
    return marks, (Found(words=text.strip()[:30], start=len(text) - len(text.lstrip())),)
