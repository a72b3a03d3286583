"""What the rules changed at a place, for a page: sums by rule, single edits in parts, the text with them in place.

Reads only. Why a rule is there is its own word (`cleaners.rules`); what another set of rules would change is found by
`archive.comparing`.
"""

import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from cleaners.edits import undo
from cleaners.errors import EditMismatch
from cleaners.reading import Edit

RULES_MOST = 40
"""Rules that are listed; a text was never seen to need a dozen."""
TAKEN_MOST = 600
"""Characters of what an edit took or put that a list shows."""
_SPACE = "char(9, 10, 11, 12, 13, 32, 133, 160, 12288, 8203)"
_IS_SPACE = f"trim(taken, {_SPACE}) = '' AND trim(put, {_SPACE}) = ''"
_SUMS = f"""
SELECT rule, count(*), sum(length(taken)), sum(length(put)), sum({_IS_SPACE}) FROM edits WHERE copy_id = ?
GROUP BY rule ORDER BY sum({_IS_SPACE}) = count(*), min(id) LIMIT {RULES_MOST}
"""  # noqa: S608 - constants of ours
_EDITS = f"""
SELECT id, rule, start, substr(taken, 1, {TAKEN_MOST}), length(taken), substr(put, 1, {TAKEN_MOST}), length(put)
FROM edits WHERE copy_id = :copy AND (:rule IS NULL OR rule = :rule) AND (NOT :is_seen OR NOT ({_IS_SPACE}))
ORDER BY id LIMIT :limit OFFSET :offset
"""  # noqa: S608 - constants of ours
_COUNT = f"""
SELECT count(*) FROM edits WHERE copy_id = :copy AND (:rule IS NULL OR rule = :rule)
  AND (NOT :is_seen OR NOT ({_IS_SPACE}))
"""  # noqa: S608 - constants of ours


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleSum:
    """What one rule, or several together, changed at a place."""

    rule: str
    """Names joined by `+` where several worked on the same edits."""
    why: str | None
    """The rule's own reason; None for one that this version does not have."""
    edits: int
    taken: int
    """Characters that it took."""
    put: int
    of_space: int
    """Edits of white space alone."""

    @property
    def is_space(self) -> bool:
        """Say whether it changed nothing but white space."""
        return self.of_space == self.edits


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One edit, its texts cut to `TAKEN_MOST` characters."""

    id: int
    rule: str
    start: int
    """In characters of the text as the page showed it."""
    taken: str
    taken_chars: int
    put: str
    put_chars: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """A part of the edits at a place."""

    total: int
    shown: tuple[Change, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A run of the text as the page showed it: kept as it was, or what a rule took and put."""

    rule: str | None
    """None for a run that was kept."""
    taken: str
    """What the page showed."""
    put: str
    """What is kept of it; of a run without a rule the same."""


def sums_of(conn: sqlite3.Connection, copy_id: int) -> tuple[RuleSum, ...]:
    """Give what each rule changed at a place, those that changed more than white space first."""
    return tuple(
        RuleSum(rule=rule, why=_why(rule), edits=edits, taken=taken, put=put, of_space=of_space)
        for rule, edits, taken, put, of_space in conn.execute(_SUMS, (copy_id,))
    )


def changes_of(
    conn: sqlite3.Connection, copy_id: int, *, rule: str | None = None, limit: int, offset: int = 0
) -> Changes:
    """Give a part of the edits at a place in order: of one rule, else all but those of white space alone."""
    asked = {"copy": copy_id, "rule": rule, "is_seen": rule is None, "limit": limit, "offset": offset}
    (total,) = conn.execute(_COUNT, asked).fetchone()
    shown = (
        Change(id=row[0], rule=row[1], start=row[2], taken=row[3], taken_chars=row[4], put=row[5], put_chars=row[6])
        for row in conn.execute(_EDITS, asked)
    )
    return Changes(total=total, shown=tuple(shown))


def edits_of(conn: sqlite3.Connection, copy_id: int) -> tuple[Edit, ...]:
    """Give every edit at a place, in order."""
    rows = conn.execute("SELECT rule, start, taken, put FROM edits WHERE copy_id = ? ORDER BY id", (copy_id,))
    return tuple(Edit(rule=rule, start=start, taken=taken, put=put) for rule, start, taken, put in rows)


def in_place(text: str, edits: Sequence[Edit]) -> tuple[Passage, ...] | None:
    """Give the text as the page showed it, in runs, with what was taken and put; None where the edits do not fit it."""
    try:
        shown = undo(text, edits)
    except EditMismatch:
        return None
    return tuple(_runs(shown, edits))


def _runs(shown: str, edits: Sequence[Edit]) -> Iterator[Passage]:
    at = 0
    for edit in edits:
        if edit.start > at:
            yield Passage(rule=None, taken=shown[at : edit.start], put=shown[at : edit.start])
        yield Passage(rule=edit.rule, taken=edit.taken, put=edit.put)
        at = edit.start + len(edit.taken)
    if at < len(shown):
        yield Passage(rule=None, taken=shown[at:], put=shown[at:])


def _why(rule: str) -> str | None:
    told = [_reasons()[name] for name in rule.split("+") if name in _reasons()]
    return "; ".join(dict.fromkeys(told)) or None


@cache
def _reasons() -> dict[str, str]:
    """Give the reason of every rule that this version has, by name; loaded with the first page that names one."""
    from cleaners.rules.recipe import RULES  # noqa: PLC0415 - hundreds of expressions that a start need not wait for
    from cleaners.split.forms import FORMS  # noqa: PLC0415
    from cleaners.split.shape import RULES as SPLIT_RULES  # noqa: PLC0415

    return {rule.name: rule.reason for rule in (*RULES, *SPLIT_RULES)} | {form.name: form.reason for form in FORMS}
