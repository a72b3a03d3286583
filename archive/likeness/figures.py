"""Figures of a text by the Han characters that they stand between, so that two copies' figures can be compared.

A masked figure (`20XX年`) agrees with any, one that is missing with any; an enumerator is none.
"""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from archive.likeness.grams import Numbers, Places
from cleaners.regex import regex

NONE, MASKED = 0, 1
"""What stands for no figure, and for one of which a part is masked."""
Figures = NDArray[np.uint64]
"""Before each Han character and behind the last: NONE, MASKED or a number that is the figures'."""

# A run of decimal digits of either width with the signs of a mask, or a number's own marks, among them. One class,
# possessive: linear. A mask without a digit is caught too: it may stand for a whole figure.
_FIGURE: Final = regex(r"[\dXxＸｘ*＊×□○◯_＿?？][\dXxＸｘ*＊×□○◯_＿?？.．,，:：/-]*+")
# What stands behind an enumerator, and what before: the start of a line or a sentence, or an opening bracket.
_BEHIND_NUMBER: Final = frozenset("、.．)）】")
_BEFORE_NUMBER: Final = frozenset("\n\r\u3000 \t。；;:：(（【,，")
_LONGEST_NUMBER: Final = 2
"""Digits of an enumerator."""
_HALF: Final = str.maketrans("０１２３４５６７８９", "0123456789")


def figures_of(text: str, places: Places) -> Figures:
    """Give the figures between the Han characters at these places; several between two count as one."""
    found = np.zeros(len(places) + 1, dtype=np.uint64)
    matches = [match for match in _FIGURE.finditer(text) if not _is_enumerator(text, match.start(), match[0])]
    if not matches:
        return found
    gaps = np.searchsorted(places, [match.start() for match in matches])
    words: dict[int, str] = {}
    for gap, match in zip(gaps.tolist(), matches, strict=True):
        words[gap] = words.get(gap, "") + match[0]
    for gap, signs in words.items():
        found[gap] = _number(signs)
    return found


def _is_enumerator(text: str, start: int, signs: str) -> bool:
    """Say whether a short number counts a paragraph: `1、`, `(2)`, `3.` at the beginning of a line or sentence."""
    digits = signs.rstrip(".．,，:：/-")
    if len(digits) > _LONGEST_NUMBER or not digits.isdecimal():
        return False
    behind = signs[len(digits) :][:1] or text[start + len(digits) : start + len(digits) + 1]
    return behind in _BEHIND_NUMBER and (start == 0 or text[start - 1] in _BEFORE_NUMBER)


def _number(signs: str) -> int:
    """Give a number of 62 bits for figures as printed: their digits, with what parts them; MASKED for a mask."""
    plain = signs.translate(_HALF).strip(".．,，:：/-")
    if not plain.translate(_HALF).replace(".", "").isdecimal() and any(sign in "XxＸｘ*＊×□○◯_＿?？" for sign in plain):
        return MASKED
    digits = "".join(sign if sign.isdecimal() else "." for sign in plain)
    return (int.from_bytes(digits.encode()[-32:], "big") * 0x9E3779B97F4A7C15 + len(digits)) % (1 << 62) + 2


def differing(one: tuple[Numbers, Figures], other: tuple[Numbers, Figures], run: int) -> int:
    """Count the places at which both texts have a figure, in the same words, and not the same one.

    Each side: hashes of its runs of `run` Han characters in order, and its figures. Only runs that occur once in
    either text are looked at: with others nobody knows which belong together.
    """
    (runs, figures), (other_runs, other_figures) = one, other
    own, own_at = _single(runs)
    others, others_at = _single(other_runs)
    _, mine, theirs = np.intersect1d(own, others, assume_unique=True, return_indices=True)
    at, there = own_at[mine], others_at[theirs]
    places: list[NDArray[np.int64]] = []
    for inside in range(run + 1):
        here, that = figures[at + inside], other_figures[there + inside]
        unlike = (here > MASKED) & (that > MASKED) & (here != that)
        if inside == 0:  # before a run: only at the very beginning of both, else what stands to its left may differ
            unlike &= (at == 0) & (there == 0)
        elif inside == run:
            unlike &= (at == len(runs) - 1) & (there == len(other_runs) - 1)
        places.append((at + inside)[unlike])
    return len(np.unique(np.concatenate(places)))


def _single(runs: Numbers) -> tuple[Numbers, NDArray[np.int64]]:
    """Give the hashes that occur once, ascending, and where."""
    values, first, counts = np.unique(runs, return_index=True, return_counts=True)
    once = counts == 1
    return values[once], first[once]
