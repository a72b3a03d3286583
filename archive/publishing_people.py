"""People, taken out of a copy of the archive: replies and contacts gone, handles and names as salted hashes."""

import json
import sqlite3
from typing import Any

from archive.exporting.audit import names_beside
from archive.people import People

_EDITS = """
SELECT edits.id, edits.taken, edits.put, copies.id, copies.author, documents.author,
  CASE WHEN json_valid(documents.facts) THEN json_extract(documents.facts, '$.contact') END,
  CASE WHEN json_valid(documents.facts) THEN json_extract(documents.facts, '$.uploader') END, documents.kind
FROM copies CROSS JOIN edits ON edits.copy_id = copies.id CROSS JOIN documents ON documents.id = copies.document_id
ORDER BY copies.id
"""
_COPIES = """
UPDATE copies SET
  author = told_author(CAST(author AS BLOB), (SELECT kind FROM documents WHERE documents.id = document_id)),
  asserted = told_words(asserted, (SELECT kind FROM documents WHERE documents.id = document_id))
WHERE author IS NOT NULL OR asserted IS NOT NULL
"""


def leave_people_out(conn: sqlite3.Connection, people: People) -> dict[str, int]:
    """Take people out, in a transaction of the caller's; give how much of them there was."""
    conn.create_function("told_author", 2, lambda name, kind: people.author(_text(name), kind=kind))
    conn.create_function("told_handle", 1, lambda name: people.handle(_text(name)))
    conn.create_function("told_facts", 2, lambda facts, kind: people.facts(_text(facts), kind=kind))
    conn.create_function("told_words", 2, lambda words, kind: _words(people, words, kind))
    masked = _mask_edits(conn, people)
    conn.execute(_COPIES)
    (handles,) = conn.execute(
        "SELECT count(*) FROM documents WHERE author IS NOT NULL"
        " AND author IS NOT told_author(CAST(author AS BLOB), kind)"
    ).fetchone()
    conn.execute("UPDATE documents SET author = told_author(CAST(author AS BLOB), kind),"
                 " facts = told_facts(CAST(facts AS BLOB), kind),"
                 " asserted = told_words(asserted, kind)")  # fmt: skip
    conn.execute("UPDATE reports SET asserted = told_words(asserted, NULL) WHERE asserted IS NOT NULL")
    conn.execute("UPDATE assertions SET who = told_handle(who), value = CASE WHEN field = 'author'"
                 " THEN told_handle(value) ELSE value END")  # fmt: skip
    replies = conn.execute("DELETE FROM replies").rowcount
    return {"replies": replies, "handles of authors (hashes stand for them)": handles,
            "changes with names or contacts in them (masked)": masked}  # fmt: skip


def _text(value: object) -> str | None:
    """Give a value as text; bytes as which it is handed over so that no byte of it can be wrong to SQLite."""
    return value.decode("utf-8", "replace") if isinstance(value, bytes) else None if value is None else str(value)


def _mask_edits(conn: sqlite3.Connection, people: People) -> int:
    """Mask names and contacts in what cleaning took out; give in how many changes there were any."""
    copy_id: int | None = None
    names: list[str] = []
    changed: list[tuple[str, str, int]] = []
    for number, taken, put, *told in conn.execute(_EDITS):
        if told[0] != copy_id:
            copy_id, names = told[0], names_beside(conn, tuple(told), people)
        masked = people.masked(taken, names), people.masked(put, names)
        if masked != (taken, put):
            changed.append((*masked, number))
    conn.executemany("UPDATE edits SET taken = ?, put = ? WHERE id = ?", changed)
    return len(changed)


def _words(people: People, words: object, kind: str | None) -> str | None:
    """Give what people said of a row without saying who, and without a name where an author was said."""
    try:
        marks = json.loads(words) if isinstance(words, str) else None
    except ValueError:
        return None
    if not isinstance(marks, dict):
        return None
    return json.dumps({field: _marked(people, field, mark, kind) for field, mark in marks.items()}, ensure_ascii=False)


def _marked(people: People, field: str, mark: Any, kind: str | None) -> Any:  # noqa: ANN401 - as JSON has it
    if isinstance(mark, list):
        return [_marked(people, field, one, kind) for one in mark]
    if not isinstance(mark, dict):
        return mark
    told = {**mark, "who": people.handle(_text(mark.get("who")))}
    if field == "author":
        told |= {name: people.author(_text(mark[name]), kind=kind) for name in ("value", "derived") if name in mark}
    return told
