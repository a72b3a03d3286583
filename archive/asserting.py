"""Saying a word and taking it back, each inside the caller's transaction; what the word then changes is made at once.

A word that contradicts an earlier one about which reports are one is refused: the person must take one of them back.
"""

import json
import sqlite3
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from archive.asserted import Field, Subject, field_of, find_subject, value_of
from archive.asserted_pairs import ids_of, refuse_contradiction, touching
from archive.assertions import Assertion, family, holding, is_here, row_of, subject_said
from archive.database import Archive
from archive.errors import ArchiveError, BadAssertion, UnknownId
from archive.filing.joining import merge
from archive.filing.reports import refresh
from archive.filing.words import mark_document
from archive.instants import to_text

_SAY = """
INSERT INTO assertions (subject, field, value, who, why, asserted_at, state) VALUES (?, ?, ?, ?, ?, ?, ?)
"""
_REPORTS_ON = """
SELECT DISTINCT report_id FROM copies JOIN documents ON documents.id = document_id
WHERE documents.key = :key AND (:place IS NULL OR position || '.' || part = :place)
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """What a person says, in the person's words; not looked at yet."""

    subject: str
    field: str
    value: str | None
    who: str
    why: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What became of a word."""

    id: int | None
    """Row of the log; None where the very same word holds already and nothing was written."""
    subject: str
    field: str
    value: str | None
    who: str
    why: str | None
    derived: str | None
    """What would stand there without it; None where nothing would, and for fields of many values."""
    ended: tuple[Assertion, ...] = ()
    """Earlier words that it replaced or took back."""
    note: str | None = None
    """What the person should know; None where there is nothing."""
    is_retraction: bool = False


class NotSaid(ArchiveError):
    """Some of several words cannot be taken; `problems` has the number of each in the list, from 0, and why."""

    def __init__(self, problems: Sequence[tuple[int, ArchiveError]]) -> None:
        super().__init__("; ".join(str(error) for _, error in problems) or "nothing was to be written")
        self.problems = tuple(problems)


def say_all(
    archive: Archive, words: Sequence[Word], *, now: datetime, retract: bool = False, only_check: bool = False
) -> tuple[Said, ...]:
    """Say words (or take them back) one after the other in one transaction: all of them, or none.

    Raises NotSaid, with every problem, where any cannot be taken; with `only_check` in any case.
    """
    step, said = take_back if retract else say, []
    problems: list[tuple[int, ArchiveError]] = []
    with archive.transaction() as conn:
        for number, word in enumerate(words):
            try:
                said.append(step(conn, word, now=now))
            except (BadAssertion, UnknownId) as error:
                problems.append((number, error))
        if problems or only_check:
            raise NotSaid(problems)
    return tuple(said)


def say(conn: sqlite3.Connection, word: Word, *, now: datetime) -> Said:
    """Take a person's word: it holds from now on, in place of an earlier one about the same, and is applied at once.

    Raises BadAssertion, UnknownId before anything is written.
    """
    subject = find_subject(conn, word.subject)
    field = field_of(word.field, subject)
    value = value_of(conn, field, word.value or "", today=now.date())
    who, why = _signed(word)
    earlier = _standing(conn, subject, field, value)
    if len(earlier) == 1 and _is_same(earlier[0], subject, (field, value), (who, why)):
        return Said(id=None, subject=str(subject), field=field, value=value, who=who, why=why,
                    derived=_derived(conn, subject, field), note="said before")  # fmt: skip
    if field.is_pair:
        refuse_contradiction(conn, field, subject.name, value)
    made = conn.execute(_SAY, (str(subject), field, value, who, why, to_text(now), "holds")).lastrowid
    _end(conn, earlier, "replaced", by=made)
    note = _pair_note(conn, field, subject.name, value) if field.is_pair else None
    apply(conn, subject, other=value if field.is_pair else None)
    return Said(id=made, subject=str(subject), field=field, value=value, who=who, why=why, ended=earlier, note=note,
                derived=_derived(conn, subject, field))  # fmt: skip


def _is_same(word: Assertion, subject: Subject, said: tuple[Field, str], signed: tuple[str, str | None]) -> bool:
    """True when a word in force says the very same, signed the same; of a pair from either side."""
    field, value = said
    is_alike = {subject.name, value} == ids_of(word) if field.is_pair else value == word.value
    return is_alike and (field.is_pair or str(subject) == word.subject) and (word.who, word.why) == signed


def take_back(conn: sqlite3.Connection, word: Word, *, now: datetime) -> Said:
    """Take back what holds of a subject in a field; of several values the one that is named. The history stays.

    Raises BadAssertion where no such word holds, or several do and none is named.
    """
    subject = subject_said(conn, word.subject) or find_subject(conn, word.subject)
    field = field_of(word.field, subject)
    value = word.value and " ".join(word.value.split())
    if value and field.is_pair:
        value = value.removeprefix("report:")
    taken = _standing(conn, subject, field, value or None)
    if not taken or (value and {_value_from(one, subject, field) for one in taken} != {value}):
        what = f"{field} {value}" if value else field
        held = f" (it says {taken[0].value})" if taken else ""
        raise BadAssertion(f"no {what} of {subject} is in force{held}: `gongwen assert --list` shows every word")
    values = list(dict.fromkeys(_value_from(one, subject, field) for one in taken))
    if field.is_many and len(taken) > 1 and not value:
        raise BadAssertion(f"{subject} has several: name the {field} to take back ({', '.join(values)})")
    who, why = _signed(word)
    made = conn.execute(_SAY, (str(subject), field, values[-1], who, why, to_text(now), "retraction")).lastrowid
    _end(conn, taken, "retracted", by=made)
    apply(conn, subject, other=values[-1] if field.is_pair else None)
    note = "`gongwen rededup` draws the consequences" if field.is_pair else None
    return Said(id=made, subject=str(subject), field=field, value=values[-1], who=who, why=why, derived=None,
                ended=taken, note=note, is_retraction=True)  # fmt: skip


def _value_from(word: Assertion, subject: Subject, field: Field) -> str:
    """Give what a word says as seen from a subject: a word about a pair was said of either of them."""
    return next(iter(ids_of(word) - {subject.name}), "") if field.is_pair else word.value or ""


def apply(conn: sqlite3.Connection, subject: Subject, *, other: str | None = None) -> None:
    """Make anew what a word about a subject (and about another report) changes."""
    if subject.kind == "report":
        named = [name for name in (subject.name, other) if name is not None]
        reports: Collection[int] = {row_of(conn, name) for name in named if is_here(conn, name)}
    else:
        key, place = _key_and_place(subject)
        mark_document(conn, key)
        found = conn.execute(_REPORTS_ON, {"key": key, "place": place}).fetchall()
        reports = [report_id for (report_id,) in found]
    for report_id in reports:
        refresh(conn, report_id)


def _key_and_place(subject: Subject) -> tuple[str, str | None]:
    """Give the key of a document, and of a copy its place there."""
    key, _, place = subject.name.rpartition("#") if subject.kind == "copy" else (subject.name, "", None)
    return key, place


def follow(conn: sqlite3.Connection, old_key: str, new_key: str) -> None:
    """Let words about a document and its places go with it to the key that other rules give it.

    Nothing is done while copies stand under the old key: then it is a document still.
    """
    stands = "SELECT 1 FROM copies JOIN documents ON documents.id = document_id WHERE documents.key = ? LIMIT 1"
    if old_key == new_key or conn.execute(stands, (old_key,)).fetchone() is not None:
        return
    # `$` is the character behind `#`: between them lies every place of the document.
    moved = conn.execute(
        "UPDATE assertions SET subject = CASE WHEN subject LIKE 'copy:%' THEN 'copy:' || :new"
        " || substr(subject, length('copy:' || :old) + 1) ELSE 'document:' || :new END"
        " WHERE subject = 'document:' || :old"
        " OR (subject >= 'copy:' || :old || '#' AND subject < 'copy:' || :old || '$')",
        {"old": old_key, "new": new_key},
    ).rowcount
    if moved:
        apply(conn, Subject(kind="document", name=new_key))


def _signed(word: Word) -> tuple[str, str | None]:
    """Give who says it and why, each as one line; BadAssertion without a name."""
    who, why = " ".join(word.who.split()), " ".join((word.why or "").split()) or None
    if not who:
        raise BadAssertion("a word needs a name: say whose it is with --who NAME")
    return who, why


def _standing(conn: sqlite3.Connection, subject: Subject, field: Field, value: str | None) -> tuple[Assertion, ...]:
    """Give the words in force that a new one would replace; with no value, all of the subject in that field.

    Of a report these are the words about every id that leads to it: what is seen is what is changed.
    """
    if field.is_pair:
        return tuple(
            one for one in touching(conn, field, {subject.name})
            if value in (None, *(ids_of(one) - {subject.name}))
        )  # fmt: skip
    is_known = subject.kind == "report" and is_here(conn, subject.name)
    found = holding(conn, family(conn, subject.name) if is_known else (str(subject),), (field,))
    return tuple(one for one in found if not field.is_many or value in (None, one.value))


def _pair_note(conn: sqlite3.Connection, field: Field, one: str, other: str) -> str | None:
    """Make two reports one where that was said, and tell what was or will be done."""
    rows = sorted({row_of(conn, one), row_of(conn, other)})
    if field is Field.NOT_SAME_AS:
        return None if len(rows) > 1 else "they are one report now: `gongwen rededup` parts them"
    if len(rows) == 1:
        return "they are one report already"
    older, newer = rows
    merge(conn, older, newer)
    kept, gone = (conn.execute("SELECT public_id FROM reports WHERE id = ?", (row,)).fetchone()[0] for row in rows)
    return f"{gone} redirects to {kept} now"


def _end(conn: sqlite3.Connection, words: Sequence[Assertion], state: str, *, by: int | None) -> None:
    rows = [(state, by, word.id) for word in words]
    conn.executemany("UPDATE assertions SET state = ?, ended_by_id = ? WHERE id = ?", rows)


def _derived(conn: sqlite3.Connection, subject: Subject, field: Field) -> str | None:
    """Give what would stand there without a word."""
    if field.is_many:
        return None
    if subject.kind == "report":
        sql = "SELECT asserted FROM reports WHERE id = :id"
    elif subject.kind == "document":
        sql = "SELECT asserted FROM documents WHERE key = :key"
    else:
        sql = ("SELECT copies.asserted FROM copies JOIN documents ON documents.id = document_id WHERE documents.key ="
               " :key AND position || '.' || part = :place ORDER BY is_current DESC, version DESC LIMIT 1")
    key, place = _key_and_place(subject)
    known = {"key": key, "place": place, "id": row_of(conn, subject.name) if subject.kind == "report" else None}
    row = conn.execute(sql, known).fetchone()
    derived = json.loads((row and row[0]) or "{}").get(field, {}).get("derived")
    return None if derived is None else str(derived)
