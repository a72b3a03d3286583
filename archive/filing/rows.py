"""A copy's row: what is written of an entry at a place, with its edits. Which row it goes to is decided in `places`."""

import json
import sqlite3
from typing import Any

from archive.filing.context import Filing
from archive.fingerprint import bare
from archive.layout import breaks_of
from cleaners.as_json import public_entry_facts
from cleaners.reading import Edit, Entry, PageKind, Reading, View


def copy_values(filing: Filing, reading: Reading, entry: Entry, *, kept_text: str) -> dict[str, Any]:
    """Give the columns of a copy that come from the entry; `kept_text` is the wording as `texts` has it."""
    is_thread = reading.page_kind is PageKind.THREAD
    author = entry.author or (reading.facts.author if not is_thread or entry.position == 1 else None)
    published_on, date_kind = _date(reading, entry)
    facts = entry_facts(reading, entry) | own_layout(entry.text, kept_text)
    return {
        "at": filing.fetched_at, "title": entry.title, "subtitle": entry.subtitle, "author": author,
        "published_on": published_on, "date_kind": date_kind, "shown_sha256": entry.shown_sha256 or None,
        "facts": json.dumps(facts, ensure_ascii=False, separators=(",", ":")),
    }  # fmt: skip


def _date(reading: Reading, entry: Entry) -> tuple[str | None, str | None]:
    """Give the date of a floor or part and its kind: its own, else (not of later floors) the document's."""
    if entry.date is not None and entry.date.at is not None:
        return entry.date.at, entry.date.kind
    at = reading.facts.published_at
    if at is None or (reading.page_kind is PageKind.THREAD and entry.position > 1):
        return None, None
    return at, next((date.kind for date in reading.facts.dates if date.at == at), "published")


def entry_facts(reading: Reading, entry: Entry) -> dict[str, Any]:
    """Give what the text shows, empty values left out, and the view it was read from where that is not the main one."""
    stated = {name: value for name, value in public_entry_facts(entry.facts).items() if value}
    is_split = reading.facts.compilation == "split"  # then its last item alone is cut, and says so itself
    if reading.facts.truncated and reading.page_kind is not PageKind.THREAD and not is_split:
        stated["truncated"] = True
    if reading.view is not View.MAIN:
        stated["view"] = reading.view.value
    return stated


def own_layout(text: str, kept_text: str) -> dict[str, Any]:
    """Give what turns the kept wording into this copy's own text: nothing, its breaks, or all of it."""
    if text == kept_text:
        return {}
    is_same_but_for_breaks = "".join(text.split()) == "".join(kept_text.split())
    return {"breaks": breaks_of(text)} if is_same_but_for_breaks and bare(text) else {"wording": text}


def put_edits(conn: sqlite3.Connection, copy_id: int, edits: tuple[Edit, ...]) -> None:
    """Write the audit trail of a copy in place of what there was."""
    conn.execute("DELETE FROM edits WHERE copy_id = ?", (copy_id,))
    rows = [(copy_id, edit.rule, edit.start, edit.taken, edit.put) for edit in edits]
    conn.executemany("INSERT INTO edits (copy_id, rule, start, taken, put) VALUES (?, ?, ?, ?, ?)", rows)
