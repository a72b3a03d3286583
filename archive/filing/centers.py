"""The canonical text of a report: changed only where every other text of the report verifies against the new one.

A report is a star: its texts are joined by verified edges to the canonical one, never to each other. Which copy would
be the best to read is decided in `reports`; whether it can stand in the middle is decided here.
"""

import sqlite3
from typing import Final

from archive import postings, search
from archive.database import memory_of
from archive.duplicates import edge_from, key_pairs, prepared_of
from archive.likeness.judge import AROUND, JOINING, RULES, judge

MOST_TEXTS: Final = 200
"""Wordings of a report above which its canonical text stays: each would be compared again."""

_TEXTS = "SELECT id, key, title_key, digits FROM texts WHERE report_id = ? ORDER BY id"
_EDGE = """
UPDATE texts SET relation = ?, measure = ?, canonical_share = ?, relation_rules = ? WHERE id = ?
"""


def recenter(conn: sqlite3.Connection, report_id: int, text_id: int, *, forced: bool = False) -> bool:
    """Make a text of a report its canonical one, where all others verify against it; True when that was done.

    `forced`: in any case, as after the last copy of the old one has gone; what does not verify then keeps its edge
    until `rededup` looks at it.
    """
    tried = memory_of(conn).setdefault("tried", set())
    if not isinstance(tried, set):
        raise TypeError("the memory of tried centers is taken")
    (texts,) = conn.execute("SELECT count(*) FROM texts WHERE report_id = ?", (report_id,)).fetchone()
    attempt = (report_id, text_id, texts)  # what failed fails again until there is another text
    if not forced and attempt in tried:
        return False
    tried.add(attempt)
    edges = _edges(conn, report_id, text_id, forced=forced)
    if edges is None:
        return False
    conn.executemany(_EDGE, edges)
    show(conn, report_id, text_id)
    postings.index(conn, text_id, prepared_of(conn, text_id).sketch)
    tell_copies(conn, report_id)
    return True


def show(conn: sqlite3.Connection, report_id: int, text_id: int) -> bool:
    """Let a report show a text, in the search index too; True when it showed another one.

    What is taken out of the index must be what was put in.
    """
    title, old_id, old, new = conn.execute(
        "SELECT title, text_id, (SELECT text FROM texts WHERE id = text_id), (SELECT text FROM texts WHERE id = :text)"
        " FROM reports WHERE id = :id",
        {"text": text_id, "id": report_id},
    ).fetchone()
    if old_id == text_id:
        return False
    if conn.execute("SELECT 1 FROM reports_fts_docsize WHERE id = ?", (report_id,)).fetchone():
        search.unindex(conn, report_id, title=title, text=old)
        search.index(conn, report_id, title=title, text=new)
    conn.execute("UPDATE reports SET text_id = ? WHERE id = ?", (text_id, report_id))
    return True


Row = tuple[str, float | None, float | None, str | None, int]


def _edges(conn: sqlite3.Connection, report_id: int, center_id: int, *, forced: bool) -> list[Row] | None:
    """Give the edge of each text to a new center; None where one does not verify."""
    texts = conn.execute(_TEXTS, (report_id,)).fetchall()
    own = next((row for row in texts if row[0] == center_id), None)
    if own is None or (len(texts) > MOST_TEXTS and not forced):
        return None
    edges: list[Row] = []
    for text_id, *keys in texts:
        if key_pairs(*keys) & key_pairs(*own[1:]):
            edges.append(("identical", None, None, None, text_id))
            continue
        judged = judge(prepared_of(conn, text_id), prepared_of(conn, center_id))
        if judged is not None and judged.kind in (JOINING if forced else AROUND):
            edge = edge_from(judged)
            edges.append((edge.relation, edge.measure, edge.canonical_share, RULES, text_id))
        elif not forced:
            return None
    return edges


def tell_copies(conn: sqlite3.Connection, report_id: int) -> None:
    """Write beside each copy of a report how its text relates to the canonical one."""
    conn.execute(
        "UPDATE copies SET relation = (SELECT relation FROM texts WHERE texts.id = copies.text_id)"
        " WHERE report_id = ? AND relation <> (SELECT relation FROM texts WHERE texts.id = copies.text_id)",
        (report_id,),
    )
