"""A person's word beside what was derived: marks on copies and documents, values of a report; said in `asserting`.

Called by `reports.refresh`, so that whatever makes a report's row anew applies what people said anew. Columns of copies
and documents stay as the page states them; what holds instead stands in their column `asserted`, and with the derived
value beside.
"""

import json
import sqlite3
from collections.abc import Iterable, Mapping
from typing import Any

Marks = dict[str, Any]
"""By field: `{value, derived, who, why, at, subject}`; of fields with many values (labels …) a list of these."""

PAIRS = {"same_as", "not_same_as"}
_PLURAL = {"label": "labels"}
_PLACES_WITH_WORDS = """
SELECT copies.id, copies.title, copies.author, copies.published_on, copies.asserted, copies.position, copies.part,
  documents.key, documents.kind,
  NOT EXISTS (SELECT 1 FROM copies AS other WHERE other.document_id = copies.document_id AND other.is_current
    AND (other.position, other.part) <> (copies.position, copies.part))
FROM copies JOIN documents ON documents.id = copies.document_id
WHERE copies.report_id = ? AND (copies.asserted IS NOT NULL OR EXISTS (SELECT 1 FROM assertions
  WHERE state = 'holds' AND subject IN ('document:' || documents.key,
    'copy:' || documents.key || '#' || copies.position || '.' || copies.part)))
"""
_HOLDING = """
SELECT field, value, who, why, asserted_at, subject FROM assertions
WHERE state = 'holds' AND subject IN (SELECT value FROM json_each(?)) ORDER BY asserted_at, id
"""
_FAMILY = "SELECT public_id FROM reports WHERE :id IN (id, merged_into_id)"
_NAMED_BY = f"""
SELECT field, subject, who, why, asserted_at, subject FROM assertions
WHERE state = 'holds' AND field IN ('same_as', 'not_same_as') AND value IN ({_FAMILY}) ORDER BY asserted_at, id
"""  # noqa: S608 - a constant of ours


def mark_copies(conn: sqlite3.Connection, report_id: int) -> None:
    """Bring the marks of a report's copies up to date with what holds of them and of their documents."""
    if conn.execute("SELECT 1 FROM assertions WHERE subject >= 'copy:' AND subject < 'e' LIMIT 1").fetchone() is None:
        return
    for row in conn.execute(_PLACES_WITH_WORDS, (report_id,)).fetchall():
        copy_id, title, author, published_on, known, position, part, key, kind, is_alone = row
        stated = {"title": title, "author": author, "published_on": published_on}
        passed_on = _of_document(kind, (position, part), is_alone=bool(is_alone))
        own = marks(_holding(conn, (f"copy:{key}#{position}.{part}",)), stated)
        given = marks(_holding(conn, (f"document:{key}",)), stated) if passed_on else {}
        made = _dumped({name: mark for name, mark in given.items() if name in passed_on} | own)
        if made != known:
            conn.execute("UPDATE copies SET asserted = ? WHERE id = ?", (made, copy_id))


def _of_document(kind: str, place: tuple[int, int], *, is_alone: bool) -> frozenset[str]:
    """Say which words about a document hold of a copy too: as with what pages state, not those of later floors.

    Its title is the copy's only where nothing else stands on the document, or in the floor that opens a thread.
    """
    is_thread = kind == "thread"
    dated = {"published_on", "author"} if not is_thread or place[0] == 1 else set()
    return frozenset(dated | ({"title"} if is_alone or (is_thread and place == (1, 0)) else set()))


def mark_document(conn: sqlite3.Connection, key: str) -> None:
    """Bring the marks of a document up to date; nothing where there is none of that key."""
    row = conn.execute("SELECT title, author, published_on FROM documents WHERE key = ?", (key,)).fetchone()
    if row is not None:
        stated = dict(zip(("title", "author", "published_on"), row, strict=True))
        made = _dumped(marks(_holding(conn, (f"document:{key}",)), stated))
        conn.execute("UPDATE documents SET asserted = ? WHERE key = ? AND asserted IS NOT ?", (made, key, made))


def of_report(conn: sqlite3.Connection, report_id: int, derived: Mapping[str, Any]) -> Marks:
    """Give the marks of a report: what holds of its id and of every id that redirects to it, the last word of each.

    `derived` has the value that would stand there otherwise by field. Empty where nobody said anything.
    """
    if conn.execute("SELECT 1 FROM assertions LIMIT 1").fetchone() is None:
        return {}
    ids = [public_id for (public_id,) in conn.execute(_FAMILY, {"id": report_id})]
    words = _holding(conn, [f"report:{public_id}" for public_id in ids])
    named = conn.execute(_NAMED_BY, {"id": report_id}).fetchall()
    words += [(field, by.removeprefix("report:"), *rest) for field, by, *rest in named if by[7:] not in ids]
    return marks(words, derived)


def follow_part(conn: sqlite3.Connection, copy_id: int, part: int) -> None:
    """Let words about a place go with its copy, before that becomes another part of the same floor."""
    conn.execute(
        "UPDATE assertions SET subject = (SELECT 'copy:' || key || '#' || position || '.' || :part FROM copies"
        " JOIN documents ON documents.id = document_id WHERE copies.id = :id) WHERE subject = (SELECT 'copy:' || key"
        " || '#' || position || '.' || part FROM copies JOIN documents ON documents.id = document_id"
        " WHERE copies.id = :id)",
        {"id": copy_id, "part": part},
    )


def _holding(conn: sqlite3.Connection, subjects: Iterable[str]) -> list[tuple[str, ...]]:
    """Give the words in force about any of these subjects, the earliest first."""
    return conn.execute(_HOLDING, (json.dumps(list(subjects)),)).fetchall()


def marks(words: Iterable[tuple[str, ...]], derived: Mapping[str, Any]) -> Marks:
    """Lay words (field, value, who, why, at, subject), the earliest first, beside the derived values."""
    made: Marks = {}
    for field, value, who, why, at, subject in words:
        said = {"value": value, "who": who, "why": why, "at": at, "subject": subject}
        if field == "label" or field in PAIRS:
            listed = made.setdefault(_PLURAL.get(field, field), [])
            if all(other["value"] != value for other in listed):
                listed.append(said)
        else:
            made[field] = {"value": value, "derived": derived.get(field), **said}
    return made


def undone(values: Mapping[str, Any], marked: Marks) -> dict[str, Any]:
    """Give the values as they would be without a word: what was derived where something was said."""
    return {name: marked[name]["derived"] if name in marked else value for name, value in values.items()}


def laid_over(values: Mapping[str, Any], marked: Marks) -> dict[str, Any]:
    """Give the values of a report's row with what was said in place of what was derived, and both in `asserted`."""
    over = {name: marked[name]["value"] if name in marked else value for name, value in values.items()}
    labels = [said["value"] for said in marked.get("labels", ())]
    return {**over, "labels": json.dumps(labels, ensure_ascii=False) if labels else None, "asserted": _dumped(marked)}


def _dumped(marked: Marks) -> str | None:
    return json.dumps(marked, ensure_ascii=False, separators=(",", ":")) if marked else None
