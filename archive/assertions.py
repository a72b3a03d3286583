"""What people said: the log of their words, and what it makes of two reports. Nothing is written here.

A word is a row that never goes: a later one about the same thing replaces it, a retraction takes it back, and each
keeps who, when and why. How a word is said stands in `archive.asserting`, what it changes in `archive.filing.words`.
"""

import json
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass

from archive.asserted import Field, Subject, find_subject
from archive.database import Archive

_COLUMNS = "id, subject, field, value, who, why, asserted_at, state, ended_by_id"
_SUBJECTS_OF_REPORT = """
SELECT 'report:' || public_id FROM reports WHERE id = :id OR merged_into_id = :id
UNION SELECT 'document:' || documents.key FROM copies JOIN documents ON documents.id = document_id
  WHERE report_id = :id
UNION SELECT 'copy:' || documents.key || '#' || position || '.' || part
  FROM copies JOIN documents ON documents.id = document_id WHERE report_id = :id
"""
_ABOUT = f"""
SELECT {_COLUMNS} FROM assertions WHERE subject IN (SELECT value FROM json_each(:subjects))
  OR (field IN ('same_as', 'not_same_as') AND 'report:' || value IN (SELECT value FROM json_each(:subjects)))
ORDER BY id
"""  # noqa: S608 - constants of ours


@dataclass(frozen=True, slots=True, kw_only=True)
class Assertion:
    """One word of a person, as it was said."""

    id: int
    subject: str
    field: str
    value: str | None
    who: str | None
    why: str | None
    asserted_at: str
    state: str
    """holds, replaced, retracted; retraction = the word that took another one back."""
    ended_by_id: int | None
    """The later word that replaced it or took it back; None while it holds, and of a retraction."""

    def told(self) -> str:
        """Tell the word in a line, as errors name it."""
        value = f" {self.value}" if self.value is not None else ""
        why = f": {self.why}" if self.why else ""
        return f"{self.subject} {self.field}{value} (by {self.who or 'someone'}, {self.asserted_at[:10]}{why})"


def history_of(archive: Archive, named: str | None = None) -> tuple[Assertion, ...]:
    """Give what `history` gives, of a subject as people name it; UnknownId where neither archive nor log knows it."""
    if named is None:
        return history(archive.conn)
    return history(archive.conn, subject_said(archive.conn, named) or find_subject(archive.conn, named))


def subject_said(conn: sqlite3.Connection, text: str) -> Subject | None:
    """Give a subject of which something was said by the very name in the log: what it names may have gone since."""
    kind, _, name = text.strip().partition(":")
    known = conn.execute("SELECT 1 FROM assertions WHERE subject = ? LIMIT 1", (text.strip(),)).fetchone()
    return Subject(kind=kind, name=name) if known else None


def history(conn: sqlite3.Connection, subject: Subject | None = None) -> tuple[Assertion, ...]:
    """Give every word that was ever said, the earliest first; of a report those on its copies and documents too."""
    if subject is None:
        rows = conn.execute(f"SELECT {_COLUMNS} FROM assertions ORDER BY id")  # noqa: S608 - our names
        return tuple(map(_assertion, rows))
    named = [str(subject)]
    if subject.kind == "report" and is_here(conn, subject.name):
        found = conn.execute(_SUBJECTS_OF_REPORT, {"id": row_of(conn, subject.name)})
        named += [one for (one,) in found]
    return tuple(map(_assertion, conn.execute(_ABOUT, {"subjects": json.dumps(named)})))


def holding(conn: sqlite3.Connection, subjects: Iterable[str], fields: Iterable[Field]) -> tuple[Assertion, ...]:
    """Give the words in force about any of these subjects in any of these fields, the earliest first."""
    rows = conn.execute(
        f"SELECT {_COLUMNS} FROM assertions WHERE state = 'holds'"  # noqa: S608 - our names
        " AND subject IN (SELECT value FROM json_each(?)) AND field IN (SELECT value FROM json_each(?)) ORDER BY id",
        (json.dumps(list(subjects)), json.dumps(list(fields))),
    )
    return tuple(map(_assertion, rows))


def pairs(conn: sqlite3.Connection, field: Field) -> tuple[Assertion, ...]:
    """Give the words in force by which two reports are (or are not) one, the earliest first."""
    rows = conn.execute(
        f"SELECT {_COLUMNS} FROM assertions WHERE field = ? AND state = 'holds' ORDER BY id", (field,)  # noqa: S608
    )
    return tuple(map(_assertion, rows))


def _assertion(row: tuple[int, str, str, str | None, str | None, str | None, str, str, int | None]) -> Assertion:
    return Assertion(id=row[0], subject=row[1], field=row[2], value=row[3], who=row[4], why=row[5], asserted_at=row[6],
                     state=row[7], ended_by_id=row[8])  # fmt: skip


def is_here(conn: sqlite3.Connection, public_id: str) -> bool:
    """True when the archive has a report of that id, redirecting or not."""
    return conn.execute("SELECT 1 FROM reports WHERE public_id = ?", (public_id,)).fetchone() is not None


def row_of(conn: sqlite3.Connection, public_id: str) -> int:
    """Give the row of the report that an id leads to, redirects followed; the id must be there."""
    found = conn.execute("SELECT coalesce(merged_into_id, id) FROM reports WHERE public_id = ?", (public_id,))
    return int(found.fetchone()[0])


def family(conn: sqlite3.Connection, public_id: str) -> tuple[str, ...]:
    """Give the subjects of all ids that lead to the same report as this one."""
    rows = conn.execute(
        "SELECT 'report:' || public_id FROM reports WHERE ? IN (id, merged_into_id) ORDER BY id",
        (row_of(conn, public_id),),
    )
    return tuple(subject for (subject,) in rows)


def joined(conn: sqlite3.Connection) -> list[tuple[int, int]]:
    """Give the pairs of texts (rows of `texts`, the lower first) whose reports a person said to be one, ascending.

    Each public id stands for the text that it was minted from, or where that has gone for the canonical text of the
    report it leads to. A pair that would be one text twice is left out.
    """
    return _text_pairs(conn, Field.SAME_AS)


def parted(conn: sqlite3.Connection) -> list[tuple[int, int]]:
    """Give the pairs of texts whose reports a person said not to be one; as `joined`."""
    return _text_pairs(conn, Field.NOT_SAME_AS)


def _text_pairs(conn: sqlite3.Connection, field: Field) -> list[tuple[int, int]]:
    found: set[tuple[int, int]] = set()
    for word in pairs(conn, field):
        one = _text_of(conn, word.subject.removeprefix("report:"))
        other = _text_of(conn, word.value or "")
        if one is not None and other is not None and one != other:
            found.add((min(one, other), max(one, other)))
    return sorted(found)


def _text_of(conn: sqlite3.Connection, public_id: str) -> int | None:
    """Give the text that a public id stands for; None where the archive has forgotten the report."""
    # The digest is hexadecimal: whatever begins with the id lies between it and the id with a `g` behind.
    (text_id,) = conn.execute(
        "SELECT coalesce((SELECT id FROM texts WHERE sha256 >= :id AND sha256 < :id || 'g' ORDER BY id LIMIT 1),"
        " (SELECT stands.text_id FROM reports JOIN reports AS stands"
        " ON stands.id = coalesce(reports.merged_into_id, reports.id) WHERE reports.public_id = :id))",
        {"id": public_id},
    ).fetchone()
    return None if text_id is None else int(text_id)
