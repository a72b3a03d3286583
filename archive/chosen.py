"""Why a text is the canonical one of its report: the first part of the rank by which it differs from the runner-up.

The choice itself is made in `filing.reports`; here it is only put into words.
"""

import sqlite3
from dataclasses import dataclass

from archive.filing.reports import _CANDIDATES, CONDITION, _Candidate
from archive.stored_json import whole

PARTS = (
    "whole", "masks", "damage", "script", "length", "shown now", "title", "date", "first capture", "digest",
    "title words",
)  # fmt: skip
"""What each part of a copy's rank is about, in its order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """Why the canonical text is that, beside the best of the other wordings."""

    part: str
    """The part of the rank that decided (`PARTS`); only = there is no other wording; edges = the other cannot be it."""
    why: str
    """In a few words, `{other}` standing for the place of the runner-up."""
    text_id: int
    """The canonical text."""
    runner_up_id: int | None
    """Text of the runner-up; None without one."""


def reason_of(conn: sqlite3.Connection, report_id: int) -> Reason | None:
    """Say why a report's canonical text was chosen; None for a report without copies, as one that redirects."""
    (text_id,) = conn.execute("SELECT text_id FROM reports WHERE id = ?", (report_id,)).fetchone()
    copies = sorted((_Candidate(*row) for row in conn.execute(_CANDIDATES, (report_id,))), key=_Candidate.rank)
    best = next((copy for copy in copies if copy.text_id == text_id), None)
    if best is None:
        return None
    runner_up = next((copy for copy in copies if copy.text_id != text_id), None)
    if runner_up is None:
        return Reason(part="only", why="the only wording", text_id=text_id, runner_up_id=None)
    part, why = _decided(best, runner_up)
    return Reason(part=part, why=why, text_id=text_id, runner_up_id=runner_up.text_id)


def _decided(best: _Candidate, other: _Candidate) -> tuple[str, str]:
    ranks = best.rank(), other.rank()
    part = next(index for index, (one, two) in enumerate(zip(*ranks, strict=True)) if one != two)
    if ranks[0] < ranks[1]:
        return PARTS[part], _BETTER[part](best, other)
    if part < CONDITION:
        return "edges", f"{{other}} is in better condition ({PARTS[part]}), but not every wording verifies against it"
    return "edges", "the other wordings are verified against it, and {other} is in no better condition"


def _damage(copy: _Candidate) -> int:
    return whole(copy.facts.get("pinyin_annotations")) + whole(copy.facts.get("lost_characters"))


def _masks(copy: _Candidate) -> int:
    masks = copy.facts.get("masks")
    return sum(map(whole, masks.values())) if isinstance(masks, dict) else 0


_BETTER = (
    lambda best, other: "it is whole, {other} is cut",
    lambda best, other: f"its masks are {_masks(best)}, those of {{other}} {_masks(other)}",
    lambda best, other: f"its readings in brackets and lost characters are {_damage(best)}, those of {{other}}"
    f" {_damage(other)}",
    lambda best, other: "it is in simplified script, {other} is not",
    lambda best, other: f"it has {best.han} Han characters, {{other}} {other.han}",
    lambda best, other: "it stands there now, {other} was replaced",
    lambda best, other: "it has a title, {other} none",
    lambda best, other: f"it is dated {best.published_on}, {{other}} {other.published_on or 'not at all'}",
    lambda best, other: "it was captured before {other}",
    lambda best, other: "it is as good as {other}; the digests decided",
    lambda best, other: "it is as good as {other}; the titles decided",
)
"""The words for each part of the rank, where the first copy is the better one."""
