"""Checks that what rules did to each copy is undone by its edits, and that nothing of the report went with it.

Reads only, a few hundred copies at a time; whether the bytes on disk are whole is `archive.verify_captures`.
"""

import json
import sqlite3
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from archive.database import Archive
from archive.queries import own_text
from cleaners.edits import undo
from cleaners.entries import digest_of_shown
from cleaners.errors import EditMismatch
from cleaners.join import PAGE_JOIN
from cleaners.kept import taken_by
from cleaners.read import recipe_digest
from cleaners.reading import Edit
from cleaners.rules.host import PREFIX
from cleaners.rules.recipe import RULES
from cleaners.split.shape import RULES as SPLIT_RULES

BATCH = 200
"""Copies read at a time: some 2 MB of texts, and no reader of the database for longer than it takes to fetch them."""
SUMS = ("copies", "edits", "broken", "unchecked", "old_names", "in_boilerplate", "mended")
"""Names of the sums that `add_up` keeps."""
KNOWN = frozenset({*(rule.name for rule in (*RULES, *SPLIT_RULES)), PAGE_JOIN})
_COPIES = """
SELECT copies.id, reports.public_id, coalesce(copies.url, documents.key), copies.version, copies.facts,
  copies.shown_sha256, texts.text, captures.recipe IS :recipe
FROM copies JOIN reports ON reports.id = copies.report_id JOIN documents ON documents.id = copies.document_id
JOIN texts ON texts.id = copies.text_id LEFT JOIN captures ON captures.id = copies.capture_id
WHERE copies.id IN (SELECT value FROM json_each(:ids)) ORDER BY copies.id
"""
_EDITS = """
SELECT copy_id, rule, start, taken, put FROM edits WHERE copy_id IN (SELECT value FROM json_each(?))
ORDER BY copy_id, id
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verified:
    """What was found of one copy."""

    copy_id: int
    report: str
    """Public id."""
    url: str
    """Address of its document; its key where it has none."""
    version: int
    edits: int
    problems: tuple[str, ...] = ()
    """What is broken; empty = all is well."""
    is_checkable: bool = True
    """False where no digest of the shown text was kept."""
    has_old_names: bool = False
    """True where an edit names a rule that is no more, and the page was not read again since: no fault."""
    in_boilerplate: int = 0
    """Figures, masks and lost characters inside what rules took as boilerplate."""
    mended: int = 0
    """The same, changed by rules that mend just these."""


def copy_ids(archive: Archive, *, sample: int | None = None) -> list[int]:
    """Give the ids of all copies, old versions too, or of that many drawn at random."""
    order = "ORDER BY random() LIMIT ?" if sample is not None else "LIMIT ?"
    rows = archive.conn.execute(f"SELECT id FROM copies {order}", (-1 if sample is None else sample,))  # noqa: S608
    return sorted(copy_id for (copy_id,) in rows)


def verify_cleaning(archive: Archive, ids: list[int]) -> Iterator[Verified]:
    """Check these copies; one that is gone meanwhile is passed over."""
    for start in range(0, len(ids), BATCH):
        for row, edits in _batch(archive.conn, ids[start : start + BATCH]):
            yield _verified(row, edits)


def _batch(conn: sqlite3.Connection, ids: list[int]) -> list[tuple[tuple[Any, ...], list[Edit]]]:
    """Read copies with their edits as they stand at one moment, whoever else writes."""
    listed = json.dumps(ids)
    conn.execute("BEGIN")
    try:
        rows = conn.execute(_COPIES, {"ids": listed, "recipe": recipe_digest()}).fetchall()
        found: dict[int, list[Edit]] = {row[0]: [] for row in rows}
        for copy_id, rule, at, taken, put in conn.execute(_EDITS, (listed,)):
            found[copy_id].append(Edit(rule=rule, start=at, taken=taken, put=put))
    finally:
        conn.execute("COMMIT")
    return [(row, found[row[0]]) for row in rows]


def _verified(row: tuple[Any, ...], edits: list[Edit]) -> Verified:
    copy_id, report, url, version, facts, sha256, text, is_of_today = row
    problems = list(_disorder(edits))
    unknown = sorted({name for edit in edits for name in edit.rule.split("+") if not _is_known(name)})
    problems += [f"no rule is called {name!r}" for name in unknown if is_of_today]
    boilerplate = mended = 0
    try:
        shown = undo(own_text(json.loads(facts or "{}"), text), edits)
    except (EditMismatch, ValueError) as error:
        problems.append(f"its edits cannot be undone: {error}")
    else:
        if sha256 is not None and digest_of_shown(shown) != sha256:
            problems.append("text and edits do not give the text as shown")
        taken = taken_by(edits, shown)
        boilerplate, mended = taken.boilerplate, taken.mended
        problems += taken.lost
    return Verified(
        copy_id=copy_id, report=report, url=url, version=version, edits=len(edits), problems=tuple(problems),
        is_checkable=sha256 is not None, has_old_names=bool(unknown) and not is_of_today,
        in_boilerplate=boilerplate, mended=mended,
    )  # fmt: skip


def _disorder(edits: list[Edit]) -> Iterator[str]:
    for before, after in pairwise(edits):
        if before.start + len(before.taken) > after.start or before.start == after.start:
            yield f"edits {before.rule} at {before.start} and {after.rule} at {after.start} overlap or are out of order"


def _is_known(name: str) -> bool:
    return name in KNOWN or (name.startswith(PREFIX) and len(name) > len(PREFIX))


def add_up(sums: Counter[str], one: Verified) -> None:
    """Count one copy into the sums."""
    sums.update(
        copies=1, edits=one.edits, broken=bool(one.problems), unchecked=not one.is_checkable,
        old_names=one.has_old_names, in_boilerplate=one.in_boilerplate, mended=one.mended,
    )  # fmt: skip
