"""What a regrouping changes in the archive, written inside the caller's transaction. Grouping itself: `regrouping`."""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass, field

from archive import postings, search
from archive.filing.centers import show, tell_copies
from archive.filing.minting import mint
from archive.filing.reports import refresh
from archive.likeness.judge import RULES
from archive.regrouping import Regrouping


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """What `rededup` changes, or would."""

    texts: int
    """Wordings looked at."""
    reports: int
    """Reports there are then."""
    merged: tuple[tuple[str, str], ...]
    """Public ids that redirect then and did not, or to another one: (id, the one that stands)."""
    parted: tuple[tuple[str, str], ...]
    """Ids of reports that stand for themselves again, or are new: (id, the one they were part of)."""
    moved: int
    """Wordings that belong to another report then."""
    relations_added: int
    relations_gone: int
    stop_grams: int


@dataclass(slots=True)
class _Plan:
    """Which report each group becomes."""

    report_of: dict[int, int] = field(default_factory=dict)
    """Group to the report that stands for it."""
    redirects: dict[int, int] = field(default_factory=dict)
    """Reports that lead to another one then."""
    known: dict[int, tuple[str, int | None]] = field(default_factory=dict)
    """Public id of each report that was there, and where it led."""


def write(conn: sqlite3.Connection, made: Regrouping) -> Changes:
    """Write what differs between the archive and a regrouping of it, and say what that was."""
    before = dict(conn.execute("SELECT id, report_id FROM texts").fetchall())
    plan = _planned(conn, made)
    touched = _take_out(conn, plan)
    moved = _put_texts(conn, made, plan)
    touched |= {before[text_id] for text_id in moved} | {plan.report_of[made.group_of[text_id]] for text_id in moved}
    for number, group in sorted(made.groups.items()):
        report_id = plan.report_of[number]
        if show(conn, report_id, group.center):
            touched.add(report_id)
        tell_copies(conn, report_id)
    added, gone = _put_relations(conn, made, plan)
    _put_sketches(conn, made)
    for report_id in sorted(touched - set(plan.redirects)):
        refresh(conn, report_id)
    return _told(conn, plan, made, moved=len(moved), relations=(added, gone))


def _planned(conn: sqlite3.Connection, made: Regrouping) -> _Plan:
    """Give each group its report: the oldest of those that were minted from one of its texts."""
    plan = _Plan()
    for report_id, public_id, merged_into in conn.execute("SELECT id, public_id, merged_into_id FROM reports"):
        plan.known[report_id] = (public_id, merged_into)
    owners = _owners(conn, made, plan)
    for number, group in sorted(made.groups.items(), key=lambda item: min(owners.get(item[0], [1 << 62]))):
        claimed = sorted(owners.get(number, ()))
        stands = claimed[0] if claimed else mint(conn, group.center)
        plan.report_of[number] = stands
        plan.redirects |= dict.fromkeys(claimed[1:], stands)
    return plan


def _owners(conn: sqlite3.Connection, made: Regrouping, plan: _Plan) -> dict[int, list[int]]:
    """Give for each group the reports that are its: by the text that they were minted from, else by their canonical."""
    minted: dict[str, list[tuple[str, int]]] = {}
    for text_id, sha256 in conn.execute("SELECT id, sha256 FROM texts ORDER BY id"):
        if text_id in made.group_of:  # else it is the last text of a report that stands nowhere any more
            minted.setdefault(sha256[:_SHORTEST_ID], []).append((sha256, text_id))
    centers = dict(conn.execute("SELECT id, text_id FROM reports WHERE text_id IS NOT NULL").fetchall())
    owners: dict[int, list[int]] = {}
    for report_id, (public_id, _) in plan.known.items():
        begins = minted.get(public_id[:_SHORTEST_ID], ())
        first = (text_id for sha256, text_id in begins if sha256.startswith(public_id))
        text_id = next(first, centers.get(report_id))
        if text_id in made.group_of:
            owners.setdefault(made.group_of[text_id], []).append(report_id)
    return owners


_SHORTEST_ID = 10
"""Digits of a public id: the beginning of its first text's digest."""


def _take_out(conn: sqlite3.Connection, plan: _Plan) -> set[int]:
    """Let reports redirect or stand as planned, and take those that redirect out of the search index."""
    touched: set[int] = set()
    for report_id, (_, merged_into) in plan.known.items():
        target = plan.redirects.get(report_id)
        stands = target is None and report_id in plan.report_of.values()
        if target == merged_into or (target is None and not stands):
            continue
        touched |= {report_id, *([target] if target else [])}
        if target is not None:
            _unindex(conn, report_id)
        conn.execute(
            "UPDATE reports SET merged_into_id = ?, text_id = iif(?1 IS NULL, text_id, NULL) WHERE id = ?",
            (target, report_id),
        )
    return touched


def _unindex(conn: sqlite3.Connection, report_id: int) -> None:
    row = conn.execute(
        "SELECT reports.title, texts.text FROM reports JOIN texts ON texts.id = reports.text_id"
        " JOIN reports_fts_docsize ON reports_fts_docsize.id = reports.id WHERE reports.id = ?",
        (report_id,),
    ).fetchone()
    if row is not None:
        search.unindex(conn, report_id, title=row[0], text=row[1])


_TEXT = """
UPDATE texts SET report_id = :report, relation = :relation, measure = :measure, canonical_share = :share,
  relation_rules = :rules WHERE id = :id AND (report_id, relation, measure, canonical_share, relation_rules)
  IS NOT (:report, :relation, :measure, :share, :rules)
"""


def _put_texts(conn: sqlite3.Connection, made: Regrouping, plan: _Plan) -> list[int]:
    """Write each text's report and edge; gives the texts that belong to another report now."""
    was = dict(conn.execute("SELECT id, report_id FROM texts").fetchall())
    rows = [
        {"id": text_id, "report": plan.report_of[number], "relation": edge.relation, "measure": edge.measure,
         "share": edge.canonical_share, "rules": None if edge.measure is None else RULES}
        for number, group in made.groups.items() for text_id, edge in group.edges.items()
    ]  # fmt: skip
    conn.executemany(_TEXT, rows)
    moved = [text_id for text_id, number in made.group_of.items() if was[text_id] != plan.report_of[number]]
    conn.executemany(
        "UPDATE copies SET report_id = (SELECT report_id FROM texts WHERE id = text_id) WHERE text_id = ?",
        [(text_id,) for text_id in moved],
    )
    return moved


def _put_relations(conn: sqlite3.Connection, made: Regrouping, plan: _Plan) -> tuple[int, int]:
    """Write the relations in place of those there are; gives how many are new and how many have gone."""
    old = set(conn.execute("SELECT report_id, other_id, relation FROM relations").fetchall())
    new: dict[tuple[int, int, str], float] = {}
    for one, other, name, measure in _relations(made, plan):
        pair = (one, other) if name == "contains" else (min(one, other), max(one, other))
        new[*pair, name] = max(measure, new.get((*pair, name), 0.0))
    conn.execute("DELETE FROM relations")
    conn.executemany(
        "INSERT INTO relations (report_id, other_id, relation, measure, rules) VALUES (?, ?, ?, ?, ?)",
        [(*key, measure, RULES) for key, measure in sorted(new.items())],
    )
    return len(new.keys() - old), len(old - new.keys())


def _relations(made: Regrouping, plan: _Plan) -> Iterator[tuple[int, int, str, float]]:
    """Give the relations between reports that are not one."""
    for (one, other, name), measure in made.relations.items():
        first, second = plan.report_of[made.group_of[one]], plan.report_of[made.group_of[other]]
        if first != second:
            yield first, second, name, measure


def _put_sketches(conn: sqlite3.Connection, made: Regrouping) -> None:
    """Index the canonical texts anew; the merged index is made of them afterwards."""
    for table in ("sketches", "postings", "postings_merged"):
        conn.execute(f"DELETE FROM {table}")  # noqa: S608 - our names
    for center in sorted(group.center for group in made.groups.values()):
        postings.index(conn, center, made.prepared(center).sketch)


def _told(
    conn: sqlite3.Connection, plan: _Plan, made: Regrouping, *, moved: int, relations: tuple[int, int]
) -> Changes:
    public = dict(conn.execute("SELECT id, public_id FROM reports").fetchall())
    merged, parted = [], []
    for report_id, (public_id, was) in sorted(plan.known.items()):
        target = plan.redirects.get(report_id)
        if target is not None and target != was:
            merged.append((public_id, public[target]))
        elif target is None and was is not None and report_id in plan.report_of.values():
            parted.append((public_id, public[was]))
    fresh = sorted(set(plan.report_of.values()) - set(plan.known))
    return Changes(
        texts=len(made.group_of), reports=len(made.groups), merged=tuple(merged),
        parted=(*parted, *((public[report_id], "") for report_id in fresh)), moved=moved,
        relations_added=relations[0], relations_gone=relations[1], stop_grams=len(made.stops),
    )  # fmt: skip
