"""Public ids of another archive: each leads somewhere after its captures were filed here.

An id is the beginning of a digest. Where two archives gave one id to different texts, ours keeps it and the other's
text has a longer one, which is told. An id that stands for a text of a report we have redirects to it.
"""

import sqlite3
from dataclasses import dataclass

from archive.database import Archive
from archive.filing.minting import free_id

_THEIRS = """
SELECT reports.id, reports.public_id, reports.added_at, stands.id, stands.title, stands.period, stands.script,
  stands.first_published_on, stands.chars, genres.name, texts.sha256, reports.merged_into_id
FROM reports JOIN reports AS stands ON stands.id = coalesce(reports.merged_into_id, reports.id)
LEFT JOIN texts ON texts.id = stands.text_id LEFT JOIN genres ON genres.id = stands.genre_id
ORDER BY reports.merged_into_id IS NOT NULL, reports.id
"""
_PLACES = """
SELECT documents.key, position, part FROM copies JOIN documents ON documents.id = document_id
WHERE report_id = ? ORDER BY is_current DESC, copies.id
"""
_AT_PLACE = """
SELECT copies.report_id FROM copies JOIN documents ON documents.id = document_id
WHERE documents.key = ? AND position = ? AND part = ? ORDER BY is_current DESC, version DESC LIMIT 1
"""
# A digest is hexadecimal: whatever begins with an id lies between it and the id with a `g` behind.
_BEGINNING = "SELECT sha256, report_id FROM texts WHERE sha256 >= :id AND sha256 < :id || 'g' ORDER BY id"
BATCH = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Ids:
    """What became of another archive's ids."""

    redirects: int
    """Ids that are new here and lead to a report that we have under another one."""
    kept: int
    """Reports without any place left, of which id and text were taken over."""
    clashes: dict[str, str]
    """Their id, which is another text's here: the id that their text has here."""


def join_ids(archive: Archive, other: sqlite3.Connection) -> Ids:
    """Let every id of another archive lead somewhere here. Call it when its captures are filed."""
    redirects = kept = 0
    clashes: dict[str, str] = {}
    rows = other.execute(_THEIRS).fetchall()
    for start in range(0, len(rows), BATCH):
        with archive.transaction() as conn:
            for row in rows[start : start + BATCH]:
                public_id = row[1]
                target = _target(conn, other, row)
                if target is None:
                    kept += _keep(conn, other, row)
                elif _is_ours(conn, other, public_id):
                    clashes |= _parted(conn, other, public_id, target)
                else:
                    redirects += _redirect(conn, public_id, target, row[2])
    return Ids(redirects=redirects, kept=kept, clashes=clashes)


def _founding(conn: sqlite3.Connection, public_id: str) -> list[tuple[str, int]]:
    """Give the texts that an id may have been minted from, each with its report."""
    return conn.execute(_BEGINNING, {"id": public_id}).fetchall()


def _target(conn: sqlite3.Connection, other: sqlite3.Connection, row: tuple[object, ...]) -> int | None:
    """Find the report of ours that one of theirs is: by its first text, its canonical one, else by its places."""
    digests = [*(sha256 for sha256, _ in _founding(other, str(row[1]))[:1]), row[10]]
    for sha256 in digests:
        found = conn.execute("SELECT report_id FROM texts WHERE sha256 = ?", (sha256,)).fetchone()
        if found is not None:
            return _standing(conn, found[0])
    for place in other.execute(_PLACES, (row[3],)):
        found = conn.execute(_AT_PLACE, place).fetchone()
        if found is not None:
            return _standing(conn, found[0])
    return None


def _standing(conn: sqlite3.Connection, report_id: int) -> int:
    (stands,) = conn.execute("SELECT coalesce(merged_into_id, id) FROM reports WHERE id = ?", (report_id,)).fetchone()
    return int(stands)


def _is_ours(conn: sqlite3.Connection, other: sqlite3.Connection, public_id: str) -> bool:
    return conn.execute("SELECT 1 FROM reports WHERE public_id = ?", (public_id,)).fetchone() is not None


def _redirect(conn: sqlite3.Connection, public_id: str, target: int, added_at: object) -> int:
    conn.execute("INSERT INTO reports (public_id, added_at, merged_into_id) VALUES (?, ?, ?)",
                 (public_id, added_at, target))  # fmt: skip
    return 1


def _parted(conn: sqlite3.Connection, other: sqlite3.Connection, public_id: str, target: int) -> dict[str, str]:
    """Give the longer id of their text where ours of the same beginning is another text; empty where it is the same."""
    theirs = [sha256 for sha256, _ in _founding(other, public_id)]
    is_here = bool(theirs) and conn.execute("SELECT 1 FROM texts WHERE sha256 = ?", theirs[:1]).fetchone() is not None
    row = conn.execute("SELECT coalesce(merged_into_id, id) FROM reports WHERE public_id = ?", (public_id,)).fetchone()
    if not is_here or row[0] == target:
        return {}
    longer = conn.execute(
        "SELECT public_id FROM reports WHERE length(public_id) > length(:id) AND substr(:sha256, 1, length(public_id))"
        " = public_id AND public_id >= :id AND public_id < :id || 'g' LIMIT 1",
        {"id": public_id, "sha256": theirs[0]},
    ).fetchone()
    if longer is not None:
        return {public_id: longer[0]}
    made = free_id(conn, theirs[0])
    _redirect(conn, made, target, conn.execute("SELECT added_at FROM reports WHERE id = ?", (target,)).fetchone()[0])
    return {public_id: made}


def _keep(conn: sqlite3.Connection, other: sqlite3.Connection, row: tuple[object, ...]) -> int:
    """Take over a report that no capture gives any more, so that its id still shows its last text."""
    (_, public_id, added_at, _, title, period, script, first, chars, genre, sha256, _) = row
    if _is_ours(conn, other, str(public_id)):
        return 0
    names = "chars, han, key, title_key, digits, rules, text"
    text = other.execute(f"SELECT sha256, {names} FROM texts WHERE sha256 IS ?", (sha256,)).fetchone()  # noqa: S608
    if genre is not None:
        conn.execute("INSERT OR IGNORE INTO genres (name) VALUES (?)", (genre,))
    made = conn.execute(
        "INSERT INTO reports (public_id, added_at, title, period, script, first_published_on, chars, genre_id)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, (SELECT id FROM genres WHERE name = ?))",
        (public_id, added_at, title, period, script, first, chars, genre),
    )
    if text is not None:
        placed = conn.execute(f"INSERT INTO texts (report_id, sha256, {names}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",  # noqa: S608
                              (made.lastrowid, *text))  # fmt: skip
        conn.execute("UPDATE reports SET text_id = ? WHERE id = ?", (placed.lastrowid, made.lastrowid))
    return 1
