"""Reports: their sums, canonical text and index row made from their copies; redirects. No places live here."""

import json
import sqlite3
from dataclasses import dataclass
from functools import lru_cache
from operator import itemgetter
from typing import Any

from archive import search
from archive.duplicates import move_relations
from archive.filing import words
from archive.filing.centers import recenter, tell_copies
from archive.stored_json import marks_in, text_in, whole, whole_object_in

_CANDIDATES = """
SELECT copies.text_id, copies.title, copies.facts, copies.is_current, copies.published_on, copies.first_seen_at,
  copies.site_id, texts.sha256, texts.han, texts.chars, copies.author, copies.asserted,
  texts.relation
FROM copies JOIN texts ON texts.id = copies.text_id WHERE copies.report_id = ?
"""


CONDITION = 4
"""Parts of a copy's rank that say in what condition its text is; the others choose between equal texts."""


def refresh(conn: sqlite3.Connection, report_id: int) -> None:
    """Make a report's sums, canonical text and index row anew from its copies, and from what people said of it.

    Without any copy left it keeps its last text, so that its id still shows something, but is no longer searched.
    """
    words.mark_copies(conn, report_id)
    copies = [_Candidate(*row) for row in conn.execute(_CANDIDATES, (report_id,))]
    best = _best(conn, report_id, copies)  # first: it may let the report show another text, in the index too
    old = conn.execute(
        "SELECT reports.title, reports.text_id, texts.text FROM reports LEFT JOIN texts ON texts.id = reports.text_id"
        " WHERE reports.id = ?",
        (report_id,),
    ).fetchone()
    is_indexed = conn.execute("SELECT 1 FROM reports_fts_docsize WHERE id = ?", (report_id,)).fetchone() is not None
    values = _values(conn, report_id, best, copies)
    now = (values["title"], best.text_id) if best else None
    if is_indexed and now != (old[0], old[1]):
        search.unindex(conn, report_id, title=old[0], text=old[2])
    _write(conn, report_id, values)
    if best and (not is_indexed or now != (old[0], old[1])):
        (text,) = conn.execute("SELECT text FROM texts WHERE id = ?", (best.text_id,)).fetchone()
        search.index(conn, report_id, title=values["title"], text=text)


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A copy, as far as it matters for the choice of the canonical text."""

    text_id: int
    stated_title: str | None
    facts_json: str | None
    is_current: int
    stated_on: str | None
    first_seen_at: str
    site_id: int | None
    sha256: str
    han: int
    chars: int
    stated_author: str | None
    asserted_json: str | None
    relation: str

    @property
    def facts(self) -> dict[str, Any]:
        return whole_object_in(self.facts_json)

    @property
    def marks(self) -> words.Marks:
        return marks_in(self.asserted_json) if self.asserted_json else {}

    @property
    def title(self) -> str | None:
        return text_in(self.marks["title"]["value"] if "title" in self.marks else self.stated_title)

    @property
    def published_on(self) -> str | None:
        return text_in(self.marks["published_on"]["value"] if "published_on" in self.marks else self.stated_on)

    def rank(self) -> tuple[object, ...]:
        """Order copies, the best first: whole, least masked, undamaged, simplified, longest, shown now, earliest.

        The digest comes last, so that the choice does not hang on the order of filing.
        """
        return (
            *_condition(self.facts_json),
            -self.han,
            not self.is_current,
            self.title is None,
            self.published_on or "9999",
            self.first_seen_at,
            self.sha256,
            self.title or "",
        )


@lru_cache(maxsize=8192)
def _condition(facts_json: str | None) -> tuple[bool, int, int, bool]:
    """Rank the condition of a copy's text by its facts; remembered, for each new copy of a report asks about all."""
    facts = whole_object_in(facts_json)
    masks = facts.get("masks")
    return (
        bool(facts.get("partial") or facts.get("truncated") or facts.get("hidden_parts")),
        sum(map(whole, masks.values())) if isinstance(masks, dict) else 0,
        whole(facts.get("pinyin_annotations")) + whole(facts.get("lost_characters")),
        facts.get("script") not in (None, "simplified"),
    )


def _best(conn: sqlite3.Connection, report_id: int, copies: list[_Candidate]) -> _Candidate | None:
    """Give the copy whose text is canonical: the best of those that stand in the middle of the report's star.

    One that is whole, unmasked or undamaged where those are not is put there, if all others verify against it.
    """
    ranked = [(copy.rank(), copy) for copy in copies]
    best = min(ranked, key=itemgetter(0), default=(None, None))[1]
    central = min((one for one in ranked if one[1].relation == "identical"), key=itemgetter(0), default=(None, None))[1]
    if best is None or best is central:
        chosen = best
    elif central is None:
        recenter(conn, report_id, best.text_id, forced=True)
        chosen = best
    elif best.rank()[:CONDITION] < central.rank()[:CONDITION] and recenter(conn, report_id, best.text_id):
        chosen = best
    else:
        chosen = central
    tell_copies(conn, report_id)
    return chosen


def _values(
    conn: sqlite3.Connection, report_id: int, best: _Candidate | None, copies: list[_Candidate]
) -> dict[str, Any]:
    """Give what a report's row shall say: what its copies make of it, and over that a person's word."""
    derived = _derived(best, copies) if best else _left(conn, report_id)
    stated = {**derived, "author": best.stated_author if best else None}
    marked = _passed_on(best, copies) | words.of_report(conn, report_id, stated)
    return {**words.laid_over(derived, marked), "copies": sum(copy.is_current for copy in copies),
            "sites": len({copy.site_id for copy in copies if copy.is_current and copy.site_id is not None})}


def _derived(best: _Candidate, copies: list[_Candidate]) -> dict[str, Any]:
    facts = best.facts
    period = facts.get("period")
    return {
        "title": best.stated_title, "text_id": best.text_id, "script": facts.get("script"), "chars": best.chars,
        "period": json.dumps(period, ensure_ascii=False) if period else None, "genre": facts.get("genre"),
        "first_published_on": min((copy.stated_on for copy in copies if copy.stated_on), default=None),
    }  # fmt: skip


def _left(conn: sqlite3.Connection, report_id: int) -> dict[str, Any]:
    """Give what was derived of a report while it had a copy."""
    title, genre, first, asserted = conn.execute(
        "SELECT title, (SELECT name FROM genres WHERE id = genre_id), first_published_on, asserted FROM reports"
        " WHERE id = ?",
        (report_id,),
    ).fetchone()
    return words.undone({"title": title, "genre": genre, "first_published_on": first}, json.loads(asserted or "{}"))


def _passed_on(best: _Candidate | None, copies: list[_Candidate]) -> words.Marks:
    """Give the words about copies that a report takes over: title and author of the canonical one, the first date."""
    if best is None or not any(copy.asserted_json for copy in copies):
        return {}
    marked = {name: mark for name, mark in best.marks.items() if name in ("title", "author")}
    stated = min((copy for copy in copies if copy.stated_on), key=lambda copy: copy.stated_on or "", default=None)
    now = min((copy for copy in copies if copy.published_on), key=lambda copy: copy.published_on or "", default=None)
    said = next((one.marks["published_on"] for one in (now, stated) if one and "published_on" in one.marks), None)
    if said is not None:
        both = {"value": now and now.published_on, "derived": stated and stated.stated_on}
        marked["first_published_on"] = {**said, **both}
    return marked


def _write(conn: sqlite3.Connection, report_id: int, values: dict[str, Any]) -> None:
    values = {**values, "genre_id": _genre_id(conn, values.get("genre"))}
    names = [name for name in values if name != "genre"]
    conn.execute(
        f"UPDATE reports SET ({', '.join(names)}) = ({', '.join(f':{name}' for name in names)})"  # noqa: S608 - our names
        f" WHERE id = :id AND ({', '.join(names)}) IS NOT ({', '.join(f':{name}' for name in names)})",
        {**values, "id": report_id},
    )


def _genre_id(conn: sqlite3.Connection, name: str | None) -> int | None:
    if name is None:
        return None
    conn.execute("INSERT OR IGNORE INTO genres (name) VALUES (?)", (name,))
    (genre_id,) = conn.execute("SELECT id FROM genres WHERE name = ?", (name,)).fetchone()
    return int(genre_id)


def drop_orphan(conn: sqlite3.Connection, text_id: int) -> None:
    """Delete a wording that no copy shows and that no report stands on; call after `refresh` of its report."""
    needed = (
        "SELECT EXISTS (SELECT 1 FROM copies WHERE text_id = :id) OR EXISTS (SELECT 1 FROM reports WHERE text_id = :id)"
    )
    if not conn.execute(needed, {"id": text_id}).fetchone()[0]:
        conn.execute("DELETE FROM sketches WHERE text_id = ?", (text_id,))
        conn.execute("DELETE FROM texts WHERE id = ?", (text_id,))


def redirect(conn: sqlite3.Connection, old_id: int, new_id: int) -> None:
    """Let a report that lost its last copy to another one redirect there; its id stays good for ever."""
    text_id = conn.execute("SELECT text_id FROM reports WHERE id = ?", (old_id,)).fetchone()[0]
    cleared = "text_id = NULL, labels = NULL, asserted = NULL"  # `refresh` of the other puts its words there
    conn.execute(f"UPDATE reports SET merged_into_id = ?, {cleared} WHERE id = ?", (new_id, old_id))  # noqa: S608
    conn.execute("UPDATE reports SET merged_into_id = ? WHERE merged_into_id = ?", (new_id, old_id))
    conn.execute("UPDATE texts SET report_id = ? WHERE report_id = ?", (new_id, old_id))
    move_relations(conn, old_id, new_id)
    if text_id is not None:
        drop_orphan(conn, text_id)
