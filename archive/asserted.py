"""What can be said, and of what: the fields, their values, and the subjects found by the names that people use.

A subject is written so that it survives every rebuild: a report by its public id, a document by its key, a copy by its
place (`copy:KEY#POSITION.PART`), for row numbers change. What is done with a word stands in `archive.asserting`.
"""

import re
import sqlite3
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from archive.errors import BadAssertion, UnknownId
from cleaners.platforms import address_of

LONGEST = {"title": 300, "author": 100, "genre": 30, "label": 60, "published_on": 40}
"""Characters that a value may have: past these it is a text that was pasted into the wrong place."""
EARLIEST = date(1900, 1, 1)


class Field(StrEnum):
    """What can be said of something."""

    TITLE = "title"
    PUBLISHED_ON = "published_on"
    AUTHOR = "author"
    GENRE = "genre"
    LABEL = "label"
    SAME_AS = "same_as"
    NOT_SAME_AS = "not_same_as"

    @property
    def is_pair(self) -> bool:
        """True where the value is another report."""
        return self in (Field.SAME_AS, Field.NOT_SAME_AS)

    @property
    def is_many(self) -> bool:
        """True where several values hold beside each other."""
        return self.is_pair or self is Field.LABEL


_OF = {
    Field.PUBLISHED_ON: ("copy", "document"), Field.GENRE: ("report",), Field.SAME_AS: ("report",),
    Field.NOT_SAME_AS: ("report",),
}  # fmt: skip
_HINT = {
    Field.PUBLISHED_ON: "its first date is that of its copies: name one (`gongwen copies ID --json` gives ids)"
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """What a word is about."""

    kind: str
    """report, copy or document."""
    name: str
    """Public id, place or key."""

    def __str__(self) -> str:
        return f"{self.kind}:{self.name}"


def field_of(name: str, subject: Subject) -> Field:
    """Give the field of that name; BadAssertion where there is none, or where it is not said of such a subject."""
    try:
        field = Field(name.strip())
    except ValueError as error:
        raise BadAssertion(f"no field {name.strip()!r}: it is one of {', '.join(Field)}") from error
    kinds = _OF.get(field, (subject.kind,))
    if subject.kind not in kinds:
        hint = _HINT.get(field, f"it is said of a {' or '.join(kinds)}")
        raise BadAssertion(f"{field} of {subject}: {hint}")
    return field


def value_of(conn: sqlite3.Connection, field: Field, value: str, *, today: date) -> str:
    """Give a value as it is kept: one line, a date in ISO form, of a pair the other's public id.

    Raises BadAssertion for what cannot be one, UnknownId for a report that is not there.
    """
    text = " ".join(value.split())
    if not text:
        raise BadAssertion(f"{field} needs a value; to take an earlier word back use --retract")
    if field.is_pair:
        return find_report(conn, text.removeprefix("report:"))
    if len(text) > LONGEST[field] or not text.isprintable():
        what = "holds control characters" if not text.isprintable() else f"is longer than {LONGEST[field]} characters"
        raise BadAssertion(f"{field} {text[:20] + '…'!r} {what}")
    return _date(text, today) if field is Field.PUBLISHED_ON else text


def _date(text: str, today: date) -> str:
    """Give a day, or an instant with its zone, in ISO form."""
    try:
        if not text.isascii():
            raise ValueError(text)
        day = at = date.fromisoformat(text) if len(text) <= len("2026-11-22") else datetime.fromisoformat(text)
    except ValueError as error:
        raise BadAssertion(
            f"published_on {text!r} is no day of the calendar: write 2021-03-05 or 2021-03-05T08:30:00+08:00"
        ) from error
    if isinstance(at, datetime):
        if at.tzinfo is None:
            raise BadAssertion(f"published_on {text!r} has no zone: add one, as in {text}+08:00, or give the day alone")
        day = at.date()
    if not EARLIEST <= day <= today + timedelta(days=1):
        raise BadAssertion(f"published_on {text!r} is {'to come' if day > today else 'before 1900'}: is it misspelt?")
    return at.isoformat()


def find_subject(conn: sqlite3.Connection, text: str) -> Subject:
    """Find what a person named: `report:ID` or the ID alone, `copy:NUMBER`, `copy:KEY#1.0`, `document:KEY`, a URL.

    Raises UnknownId where the archive holds no such thing.
    """
    named = text.strip()
    kind, _, name = named.partition(":")
    if kind == "copy":
        return Subject(kind=kind, name=_find_place(conn, name))
    if kind == "document":
        return Subject(kind=kind, name=_find_document(conn, name))
    if named.startswith(("http://", "https://")):
        return Subject(kind="document", name=_find_document(conn, named))
    return Subject(kind="report", name=find_report(conn, named.removeprefix("report:")))


def find_report(conn: sqlite3.Connection, public_id: str) -> str:
    """Give a public id that is there, as it was named: it may redirect; UnknownId where there is none."""
    if conn.execute("SELECT 1 FROM reports WHERE public_id = ?", (public_id,)).fetchone() is None:
        raise UnknownId(f"no report {public_id!r} here: `gongwen search` lists ids")
    return public_id


# A key is whatever a family made of an address; the place behind its last # is two short numbers: linear.
_PLACE = re.compile(r"(?P<key>.{1,3000})#(?P<position>[0-9]{1,7})\.(?P<part>[0-9]{1,5})", re.DOTALL)


def _find_place(conn: sqlite3.Connection, name: str) -> str:
    of_copy = "SELECT documents.key, position, part FROM copies JOIN documents ON documents.id = document_id WHERE "
    row: tuple[str, int, int] | None = None
    if name.isdecimal() and len(name) < 19:
        row = conn.execute(of_copy + "copies.id = ?", (int(name),)).fetchone()
    elif place := _PLACE.fullmatch(name):
        known = (place["key"], int(place["position"]), int(place["part"]))
        row = conn.execute(of_copy + "documents.key = ? AND position = ? AND part = ? LIMIT 1", known).fetchone()
    if row is None:
        raise UnknownId(f"no copy {name!r} here: `gongwen copies ID --json` lists their ids")
    return f"{row[0]}#{row[1]}.{row[2]}"


_BY_KEY = "SELECT key FROM documents WHERE key = ?"
_BY_ADDRESS = (
    "SELECT key FROM documents WHERE id = (SELECT document_id FROM frontier WHERE key = ?)",
    "SELECT key FROM documents WHERE url = ? ORDER BY id LIMIT 1",
    "SELECT key FROM documents WHERE id = (SELECT document_id FROM frontier WHERE url = ? AND document_id > 0 LIMIT 1)",
    "SELECT key FROM documents WHERE id = (SELECT document_id FROM captures WHERE ? IN (url, final_url)"
    " AND document_id > 0 ORDER BY id DESC LIMIT 1)",
)


def _find_document(conn: sqlite3.Connection, name: str) -> str:
    """Give the key of a document by its key or any address that led to it; the cheap ways first."""
    asked = [(_BY_KEY, name)]
    if name.startswith(("http://", "https://")):
        key = address_of(name).key
        asked += [(_BY_KEY, key), (_BY_ADDRESS[0], key), *((sql, name) for sql in _BY_ADDRESS[1:])]
    for sql, value in asked:
        row = conn.execute(sql, (value,)).fetchone()
        if row is not None:
            return str(row[0])
    raise UnknownId(f"no document {name!r} here: `gongwen status URL` says what an address came to")
