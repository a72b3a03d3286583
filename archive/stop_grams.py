"""Runs of five Han characters that tell nothing: formulae that many reports of an archive share, learned from it.

Without them two unrelated reports of one genre have a tenth of their runs in common, siblings two thirds (reference,
section 2). They are frozen between one learning and the next: a list that moves would make old decisions others.
"""

import sqlite3
from collections.abc import Iterator
from typing import Final

import numpy as np

from archive.database import Archive, memory_of
from archive.likeness.grams import RULES, Numbers, distinct, han_of, hashes_of, points_of
from archive.likeness.stops import RUN

LEAST_REPORTS: Final = 500
"""Reports from which formulae can be told from what two copies share."""
MOST_REPORTS: Final = 6_000
"""Reports that are looked at, spread over the archive: 1.5 % of them are 90."""
SHARE: Final = 0.015
"""Share of the reports that makes a run a formula (reference, section 3: 13,950 of 1.84 million at 1.5 %)."""
LEAST_HOLDERS: Final = 8
LONGEST: Final = 10_000
"""Han characters; single reports have a third of that in the median, and next to none has more."""
AGAIN_AT: Final = 4
"""Learned anew by filing when the archive is so many times as large as it was."""
_PASSES: Final = 4
"""The hashes are counted in so many parts, each under 40 MB."""


def learn_when_due(archive: Archive) -> bool:
    """Learn the formulae of an archive that has grown enough; True when that was done. Not inside a transaction."""
    (reports,) = archive.conn.execute("SELECT coalesce(max(id), 0) FROM reports").fetchone()
    row = archive.conn.execute("SELECT reports FROM stop_grams WHERE rules = ?", (RULES,)).fetchone()
    learned_from = row[0] if row else 0
    if memory_of(archive.conn).setdefault("learned_from", learned_from) != learned_from:  # by another process
        _forget(archive.conn)
        memory_of(archive.conn)["learned_from"] = learned_from
    needed = max(LEAST_REPORTS, AGAIN_AT * learned_from)
    if reports < max(needed, _waits_for(archive.conn)):
        return False
    if learn(archive, least=needed) is not None:
        return True
    (standing,) = archive.conn.execute(_HOW_MANY).fetchone()  # many redirect: so many more are needed at least
    memory_of(archive.conn)["learn_at"] = reports + needed - standing
    return False


def _waits_for(conn: sqlite3.Connection) -> int:
    """Give the number of reports before which asking again is of no use; to list them takes longer than to file one."""
    least = memory_of(conn).get("learn_at", 0)
    return least if isinstance(least, int) else 0


def learn(archive: Archive, *, least: int = LEAST_REPORTS) -> Numbers | None:
    """Learn the formulae from the canonical texts of the archive, freeze and give them; None where they are too few.

    Long texts count as none: compilations hold what their items hold. Which reports are looked at, their ids decide.
    """
    ids = [row[0] for row in archive.conn.execute(_CENTERS)]
    if len(ids) < least:
        return None
    chosen = ids[:: -(-len(ids) // MOST_REPORTS)]
    stops = common_runs(archive.conn, chosen)
    with archive.transaction() as conn:
        keep(conn, stops, len(ids))
    return stops


def keep(conn: sqlite3.Connection, stops: Numbers, reports: int) -> None:
    """Freeze what was learned from so many reports; texts that were made ready with other runs are forgotten."""
    conn.execute(
        "INSERT OR REPLACE INTO stop_grams (id, rules, reports, hashes) VALUES (1, ?, ?, ?)",
        (RULES, reports, stops.astype("<u8").tobytes()),
    )
    _forget(conn)


def _forget(conn: sqlite3.Connection) -> None:
    """Drop what was made with other formulae."""
    for name in ("stops", "prepared", "tried", "learned_from", "learn_at"):
        memory_of(conn).pop(name, None)


_SHORT = f"FROM reports JOIN texts ON texts.id = reports.text_id WHERE texts.han <= {LONGEST}"
_CENTERS = f"SELECT texts.id {_SHORT} ORDER BY texts.id"
_HOW_MANY = f"SELECT count(*) {_SHORT}"


def common_runs(conn: sqlite3.Connection, texts: list[int]) -> Numbers:
    """Give the runs that stand in more than SHARE of these texts, ascending."""
    least = max(LEAST_HOLDERS, int(SHARE * len(texts)) + 1)
    found = [np.zeros(0, dtype=np.uint64)]
    for number in range(_PASSES):
        values, counts = np.unique(np.concatenate(list(_runs(conn, texts, number))), return_counts=True)
        found.append(values[counts >= least])
    return np.concatenate(found)


def _runs(conn: sqlite3.Connection, texts: list[int], number: int) -> Iterator[Numbers]:
    """Give, of each text, the hashes in one part of their range, each once."""
    low = np.uint64(number * ((1 << 64) // _PASSES))
    high = np.uint64((number + 1) * ((1 << 64) // _PASSES) - 1)
    for text_id in texts:
        (text,) = conn.execute("SELECT text FROM texts WHERE id = ?", (text_id,)).fetchone()
        hashes = hashes_of(han_of(points_of(text))[0], RUN)
        yield distinct(hashes[(hashes >= low) & (hashes <= high)])
