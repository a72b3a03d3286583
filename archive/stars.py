"""Which report a new text joins, and what else it is to others, by comparing it with their canonical texts alone.

Nothing is merged through a third text: a text joins the report whose canonical text it equals, is cut from or holds.
Where the texts come from, and what is written of it, is the caller's matter: filing asks the archive, `rededup` its own
memory.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from archive.likeness.judge import JOINING, Judged, Kind, judge
from archive.likeness.prepared import Prepared

STRONG: Final = 0.68
"""Share from which a text that joins one report shows that another one is the same: its canonical text is then
compared with theirs (reference: section 3, the share that needs no further sign)."""
TOUCH, BLUR = 0.02, 40
"""Share of a text, and runs more, by which two stretches of it may overlap and still stand side by side: where one ends
is told from windows of thirty runs."""
ALL_OF_IT: Final = 0.8
"""Share of a text from which a stretch of it is all of it."""
MOST_SIBLINGS: Final = 8
"""Siblings that are kept of one text, the nearest first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Star:
    """A known report, by its canonical text."""

    report_id: int
    text_id: int
    prepared: Prepared


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A known report and what the new text is to it."""

    star: Star
    judged: Judged


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a text belongs."""

    joins: Found | None = None
    """The report that it is a text of; None = a new one."""
    also: tuple[Found, ...] = ()
    """Reports that it shows to be the same as that one."""
    related: dict[Kind, tuple[Found, ...]] = field(default_factory=dict)
    """Editions, compilations that hold it, reports that it holds, siblings."""


def place(new: Prepared, stars: Iterable[Star], *, parted: frozenset[int] = frozenset()) -> Place:
    """Compare a text with reports and say where it belongs.

    `parted`: reports of which a person said that this text is none of theirs.
    """
    found = [Found(star=star, judged=judged) for star in stars if (judged := judge(new, star.prepared)) is not None]
    joining = sorted((one for one in found if _may_join(one, parted)), key=_nearest)
    if not joining:
        return Place(related=_related(found))
    related = _related(found)
    held = _held_apart(joining, touch_of(new))
    if held:  # two reports side by side: a collection without headings, which may be known as such
        related |= {Kind.CONTAINS: held}
        joining = [one for one in joining if one not in held]
    if not joining:
        return Place(related=related)
    first, *others = joining
    if first.judged.kind is Kind.EXCERPT:  # what a part of it is like, the report need not be
        related = {kind: ones for kind, ones in related.items() if kind in (Kind.CONTAINS, Kind.INSIDE)}
    return Place(joins=first, also=tuple(one for one in others if _is_same_too(first, one)), related=related)


def touch_of(text: Prepared) -> float:
    """Give the share of a text by which two stretches of it may overlap and still stand side by side."""
    return TOUCH + BLUR / max(1, len(text.runs))


def _may_join(one: Found, parted: frozenset[int]) -> bool:
    return one.judged.kind in JOINING and one.star.report_id not in parted


def _nearest(one: Found) -> tuple[float, int]:
    """Order reports that a text may join: the one with most in common, of several the oldest."""
    return (-round(one.judged.measure, 2), one.star.report_id)


def _held_apart(joining: list[Found], touch: float) -> tuple[Found, ...]:
    """Give the reports that stand in a text one behind the other, a last one cut or not; empty where they overlap.

    Those that have all of the text are not held by it: they are what it is itself.
    """
    parts = [one for one in joining if one.judged.own_span[1] - one.judged.own_span[0] < ALL_OF_IT]
    parts.sort(key=lambda one: one.judged.own_span)
    apart = all(later.judged.own_span[0] >= one.judged.own_span[1] - touch for one, later in pairwise(parts))
    return tuple(parts) if apart and len(parts) > 1 else ()


def _is_same_too(first: Found, other: Found) -> bool:
    """Say whether a text that joins one report makes another one the same.

    Both are in it, or it and both are alike. An excerpt that two reports hold is no such sign: both may quote it.
    """
    if Kind.EXCERPT in (first.judged.kind, other.judged.kind):
        return False
    if min(first.judged.measure, other.judged.measure) < STRONG:
        return False
    back = judge(first.star.prepared, other.star.prepared)
    return back is None or back.kind is not Kind.EDITION  # a copy with masked figures is like either edition


def _related(found: list[Found]) -> dict[Kind, tuple[Found, ...]]:
    """Give the others by kind, the nearest first; of siblings a few."""
    related: dict[Kind, tuple[Found, ...]] = {}
    for kind in (Kind.EDITION, Kind.CONTAINS, Kind.INSIDE, Kind.SIBLING):
        of_kind = sorted((one for one in found if one.judged.kind is kind), key=_nearest)
        if of_kind:
            related[kind] = tuple(of_kind[:MOST_SIBLINGS] if kind is Kind.SIBLING else of_kind)
    return related
