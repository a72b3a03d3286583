"""The tables beside the texts: changes made by cleaning, relations between reports, replies. Streamed as they come."""

import sqlite3
from collections.abc import Iterator, Mapping
from typing import Any

from archive.exporting.column import Column
from archive.people import People
from archive.stored_paths import json_at

EDIT_COLUMNS = (
    Column("report_id", "text", "Report whose text was cleaned."),
    Column("place", "text", "KEY#POSITION.PART of the copy."),
    Column("version", "int", "Which wording seen at this place, from 1."),
    Column("is_current", "flag", "It is what stands there now."),
    Column("site", "text", "Host."),
    Column("rule", "text", "Rule that did it; `gongwen rules NAME` explains it."),
    Column("start", "int", "Where, in characters of the text as shown."),
    Column("taken", "text", "What stood there; handles as salted hashes, contacts as 〔…〕."),
    Column("put", "text", "What stands there now."),
)
RELATION_COLUMNS = (
    Column("report_id", "text", "The one; of `contains` the compilation."),
    Column("other_id", "text", "The other."),
    Column("relation", "text", "edition (same wording, other figures), contains, sibling (shared template)."),
    Column("measure", "real", "How strong, 0 to 1; null = by keys."),
    Column("rules", "text", "Version of the rules that decided it."),
)
REPLY_COLUMNS = (
    Column("document", "text", "Canonical key of the thread."),
    Column("url", "text", "Its address."),
    Column("floor", "int", "Floor, from 1."),
    Column("author", "text", "Author as shown."),
    Column("posted_on", "text", "Instant as stated."),
    Column("note", "text", "shielded, anonymous, locked; null for an ordinary floor."),
    Column("text", "text", "What it says."),
)

_EDITS = f"""
SELECT judged.public_id, documents.key, copies.position, copies.part, copies.version, copies.is_current, sites.host,
  edits.rule, edits.start, edits.taken, edits.put, copies.id, copies.author, documents.author,
  {json_at("documents.facts", "$.contact")}, {json_at("documents.facts", "$.uploader")}, documents.kind
FROM judged INDEXED BY judged_by_name CROSS JOIN copies ON copies.report_id = judged.id
CROSS JOIN edits ON edits.copy_id = copies.id
CROSS JOIN documents ON documents.id = copies.document_id LEFT JOIN sites ON sites.id = copies.site_id
WHERE judged.reason IS NULL ORDER BY judged.public_id, copies.id, edits.start, edits.id
"""  # noqa: S608 - constants of ours
_RELATIONS = """
SELECT DISTINCT ours.public_id, theirs.public_id, relations.relation, relations.measure, relations.rules
FROM judged AS ours CROSS JOIN relations ON relations.report_id = ours.id
CROSS JOIN reports AS other ON other.id = relations.other_id
CROSS JOIN judged AS theirs ON theirs.id = coalesce(other.merged_into_id, other.id)
WHERE ours.reason IS NULL AND theirs.reason IS NULL ORDER BY 1, 2, 3
"""
_REPLIES = """
SELECT documents.key, documents.url, replies.floor, replies.author, replies.posted_on, replies.note, replies.text
FROM documents CROSS JOIN replies ON replies.document_id = documents.id
WHERE documents.id IN (SELECT copies.document_id FROM judged CROSS JOIN copies ON copies.report_id = judged.id
  WHERE judged.reason IS NULL)
ORDER BY documents.id, replies.floor
"""
_REPLIERS = """
SELECT DISTINCT author FROM replies WHERE document_id = (SELECT document_id FROM copies WHERE id = ?)
"""


def edit_rows(conn: sqlite3.Connection, people: People) -> Iterator[Mapping[str, Any]]:
    """Give a row for each change in the copies of the reports chosen; names of accounts taken out of the words."""
    copy_id, names = None, []
    for row in conn.execute(_EDITS):
        if row[11] != copy_id:
            copy_id, names = row[11], names_beside(conn, row[11:17], people)
        yield {
            "report_id": row[0], "place": f"{row[1]}#{row[2]}.{row[3]}", "version": row[4], "is_current": bool(row[5]),
            "site": row[6], "rule": row[7], "start": row[8], "taken": people.masked(str(row[9]), names),
            "put": people.masked(str(row[10]), names),
        }  # fmt: skip


def names_beside(conn: sqlite3.Connection, told: tuple[Any, ...], people: People) -> list[str]:
    """Give the handles and the contact known of a copy's page: its authors but for bylines, and who replied."""
    copy_id, author, document_author, contact, uploader, kind = told
    if people.are_named:
        return []
    stated = [name for name in (author, document_author) if isinstance(name, str)]
    authors = [name for name in stated if people.author(name, kind=kind) != name]
    repliers = [name for (name,) in conn.execute(_REPLIERS, (copy_id,))]
    return [name for name in (*authors, uploader, contact, *repliers) if isinstance(name, str)]


def relation_rows(conn: sqlite3.Connection, people: People) -> Iterator[Mapping[str, Any]]:
    """Give a row for each relation between two of the reports chosen."""
    names = tuple(column.name for column in RELATION_COLUMNS)
    for row in conn.execute(_RELATIONS):
        yield dict(zip(names, row, strict=True))


def reply_rows(conn: sqlite3.Connection, people: People) -> Iterator[Mapping[str, Any]]:
    """Give a row for each floor under the reports chosen."""
    names = tuple(column.name for column in REPLY_COLUMNS)
    for row in conn.execute(_REPLIES):
        told = dict(zip(names, row, strict=True))
        yield told | {"author": people.handle(told["author"])}
