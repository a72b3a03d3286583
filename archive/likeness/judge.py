"""What one text is to another: the same report, an excerpt, an edition, a compilation that holds it, a sibling.

Thresholds are measured on labelled copies (14 kinds of damage, two corpora of 6,000 pages, each judged with stop-grams
learned from the other): of 3,600 true pairs five were missed, all of them cut, masked and re-worded at once; one pair
of unrelated reports passed, and four of siblings that share over half of their sentences.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

import numpy as np

from archive.likeness.compare import Likeness, Pair, Side, flags, in_order, pair_of
from archive.likeness.figures import differing
from archive.likeness.glance import is_clear
from archive.likeness.grams import Flags
from archive.likeness.masked import FRAGMENT, Agreement, agreement, is_masked
from archive.likeness.prepared import RUN, Part, Prepared
from archive.likeness.stops import is_learned
from cleaners.regex import regex

RULES: Final = "likeness-3"
"""Version of what is decided here; kept with each edge and relation."""
ENOUGH: Final = 0.62
"""Share of telling runs from which two long texts are one report, whatever the shape of the rest."""
SCATTERED, CORE, FOREIGN = 0.5, 0.5, 0.15
"""Or this share, where the rest lies scattered: most of the text between the first and last stretch in common, and next
to nothing of that in long gaps."""
LEAST_SCATTERED: Final = 300
"""Telling runs from which that can be told."""
SHORT, SHORT_ENOUGH, SHORTEST = 400, 0.85, 100
"""Under so many telling runs more is asked, up to this share at the shortest: of a filled form most is the form's."""
UNSURE: Final = 0.06
"""Added while nothing is known of which runs are formulae of the genre."""
CUT_RUNS, CUT_SHARE = 60, 0.05
"""A stretch of so many runs and of such a share of a text, at an end, that the other lacks: that one is an excerpt."""
ITEM_TIMES: Final = 1.5
"""A text so many times longer than another may be a compilation that holds it."""
HELD: Final = 0.35
"""Share of the shorter one, found in one stretch of the longer, from which that is looked at: an item may be cut; and
share of another item from which a text has that one too."""
SECOND_LOOK: Final = 0.25
"""Share from which a masked or a short text is put side by side with another one (reference: real pages, section 6)."""
CLAUSE, ARTICLES = 12, 3
"""Han characters of a clause that only one of two regulations has; articles that make a text one."""
# An article's number at the beginning of a line. Begins with a fixed character, bounded: linear.
_ARTICLE: Final = regex(r"(?m)^[ \t\u3000]{0,8}第[〇零一二三四五六七八九十百0-9]{1,6}[条條]")
SIBLING: Final = 0.2
"""Share from which two reports are kept as siblings, for browsing."""


class Kind(StrEnum):
    """What a text is to another, known one."""

    SAME = "same"
    EXCERPT = "excerpt"
    """The new text is an excerpt of the known one."""
    SOURCE = "source"
    """The known text is an excerpt of the new one."""
    EDITION = "edition"
    """The same wording with other figures or years."""
    CONTAINS = "contains"
    """The new text is a compilation that holds the known one."""
    INSIDE = "inside"
    """The known text is a compilation that holds the new one."""
    SIBLING = "sibling"


JOINING: Final = frozenset((Kind.SAME, Kind.EXCERPT, Kind.SOURCE))
"""Kinds that make two texts one report."""
AROUND: Final = frozenset((Kind.SAME, Kind.EXCERPT))
"""What the texts of a report may be to its canonical one: none has more than it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """What a new text is to a known one."""

    kind: Kind
    measure: float
    """The greater of both shares."""
    own_share: float
    """Share of the new text's telling runs that the known one has."""
    known_share: float
    """Share of the known text's that the new one has."""
    own_span: tuple[float, float] = (0.0, 1.0)
    """Where in the new text that stands which both have, as shares of its length."""
    known_span: tuple[float, float] = (0.0, 1.0)
    """The same in the known text."""


def judge(new: Prepared, known: Prepared) -> Judged | None:
    """Compare two texts and say what the new one is to the known one; None where they have little in common."""
    pair = pair_of(new, known)
    likeness = in_order(pair, new)
    longer = max(len(new.runs), len(known.runs)) / max(1, min(len(new.runs), len(known.runs)))
    if likeness.best.share >= HELD:
        held = _held(pair, new, is_much_longer=longer >= ITEM_TIMES)
        if held is not None:
            return held
        if longer >= ITEM_TIMES and (new.items or known.items):
            return None  # alike, but not one of its items: what they share lies all over it
    is_one = is_one_report(likeness, is_sure=_is_sure(new, known))
    if is_one and is_clear(pair) and not _are_regulations(new, known):
        return _judged(Kind.EDITION if _differ(new, known) else _part(likeness), likeness)
    agreed = agreement(new, known) if is_one or _deserves_another_look(likeness, new, known) else None
    if agreed is None or agreed.is_contradicted or agreed.is_quotation or not (is_one or agreed.is_copy):
        return _judged(Kind.SIBLING, likeness) if likeness.best.share >= SIBLING else None
    if agreed.is_filled_form or _are_editions(new, known, agreed):
        return _judged(Kind.EDITION, likeness)
    return _judged(_part(likeness), likeness)


def _deserves_another_look(likeness: Likeness, new: Prepared, known: Prepared) -> bool:
    """Say whether too few runs in common may be the work of masks, or of a text's shortness."""
    if likeness.best.share < SECOND_LOOK:
        return False
    return min(len(new.folded), len(known.folded)) < FRAGMENT or is_masked(new) or is_masked(known)


def _are_editions(new: Prepared, known: Prepared, agreed: Agreement) -> bool:
    """Say whether two texts of one wording differ in figures, or two regulations in a clause."""
    return _differ(new, known) or (agreed.inner >= CLAUSE and _are_regulations(new, known))


def _differ(new: Prepared, known: Prepared) -> bool:
    return differing((new.by_value, new.figures), (known.by_value, known.figures), RUN) > 0


def _are_regulations(new: Prepared, known: Prepared) -> bool:
    return is_regulation(new.text) and is_regulation(known.text)


def is_regulation(text: str) -> bool:
    """Say whether a text is made of numbered articles: of such a one, another clause is another edition."""
    return len(_ARTICLE.findall(text)) >= ARTICLES


def is_one_report(likeness: Likeness, *, is_sure: bool = True) -> bool:
    """Say whether two texts are one report but for their figures; `is_sure` where formulae were told apart."""
    best = likeness.best
    extra = 0.0 if is_sure else UNSURE
    if best.runs < SHORTEST and min(likeness.one.share, likeness.other.share) < ENOUGH:
        return False  # a sentence or two that stand in a longer report are a quotation
    if best.share >= _needed(best) + extra:
        return True
    is_scattered = best.core >= CORE and best.foreign <= FOREIGN
    return best.runs >= LEAST_SCATTERED and best.share >= SCATTERED + extra and is_scattered


def _needed(side: Side) -> float:
    """Give the share that a text of this length needs."""
    short = min(1.0, max(0.0, (SHORT - side.runs) / (SHORT - SHORTEST)))
    return ENOUGH + short * (SHORT_ENOUGH - ENOUGH)


def _is_sure(new: Prepared, known: Prepared) -> bool:
    return is_learned(new.stops) and is_learned(known.stops)


def _held(pair: Pair, new: Prepared, *, is_much_longer: bool) -> Judged | None:
    """Say whether the longer text is a compilation of which one item is the shorter one; None where it is not.

    Where that is not much longer, the shorter one may be a copy of all of it without headings: it has other items too.
    """
    longer, shorter = pair.one, pair.other
    if isinstance(longer, Part) or not longer.items or shorter.items:
        return None  # of two compilations that share an item neither holds the other
    counts = _in_common(longer.items, flags(len(longer.runs), pair.at) & longer.telling)
    item = longer.items[counts.index(max(counts))]
    if not is_much_longer and any(
        count >= HELD * max(1, int(other.telling.sum()))
        for count, other in zip(counts, longer.items, strict=True)
        if other is not item
    ):
        return None
    likeness = pair.part(item).likeness()
    if not is_one_report(likeness, is_sure=_is_sure(longer, shorter)):
        return None
    of_item, of_shorter = likeness.one.share, likeness.other.share
    is_new = longer is new
    return Judged(
        kind=Kind.CONTAINS if is_new else Kind.INSIDE, measure=likeness.best.share,
        own_share=of_item if is_new else of_shorter, known_share=of_shorter if is_new else of_item,
    )  # fmt: skip


def _in_common(parts: Sequence[Part], found: Flags) -> list[int]:
    """Count, for each item, the telling runs that stand in another text."""
    sums = np.concatenate(([0], np.cumsum(found)))
    return [int(sums[part.first + len(part.runs)] - sums[part.first]) for part in parts]


def _part(likeness: Likeness) -> Kind:
    """Say which of two texts of one report lacks an end of the other: neither, or the new or the known one.

    A new text that lacks one is an excerpt also where it has something of its own: the notice of its site.
    """
    if _has_more(likeness.other):
        return Kind.EXCERPT
    return Kind.SOURCE if _has_more(likeness.one) else Kind.SAME


def _has_more(side: Side) -> bool:
    """Say whether a text has a long stretch at an end that the other lacks."""
    return max(side.before, side.behind) >= max(CUT_RUNS, CUT_SHARE * side.runs)


def _judged(kind: Kind, likeness: Likeness) -> Judged:
    return Judged(
        kind=kind, measure=likeness.best.share, own_share=likeness.one.share, known_share=likeness.other.share,
        own_span=_span(likeness.one), known_span=_span(likeness.other),
    )  # fmt: skip


def _span(side: Side) -> tuple[float, float]:
    return side.before / max(1, side.runs), (side.runs - side.behind) / max(1, side.runs)
