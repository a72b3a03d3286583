"""Places: which wording stands at a position of a document, its versions over time, and the audit trail of each.

A place is a floor or a part of a document, and in a floor that holds several reports one of its items.
"""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from archive.filing.context import Filing
from archive.filing.documents import Document
from archive.filing.reports import drop_orphan, redirect, refresh
from archive.filing.rows import copy_values, put_edits
from archive.filing.versions import retire
from archive.filing.wordings import Wording, keep_as, wording_of
from archive.fingerprint import Keys, keys_of
from cleaners.reading import Entry, Reading, View

_CURRENT = """
SELECT copies.id, copies.report_id, copies.text_id, copies.version, copies.last_seen_at, copies.facts, texts.sha256,
  copies.capture_id, copies.is_current
FROM copies JOIN texts ON texts.id = copies.text_id
WHERE document_id = :document AND position = :position AND part = :part
ORDER BY copies.capture_id = :own DESC, is_current DESC, version DESC LIMIT 1
"""
_INSERT = """
INSERT INTO copies (document_id, position, part, site_id, url, version, is_current, first_seen_at, last_seen_at,
  capture_id, crawl_id, report_id, text_id, title, subtitle, author, published_on, date_kind, shown_sha256, facts)
VALUES (:document_id, :position, :part, :site_id, :url, :version, :is_current, :at, :at, :capture_id,
  :crawl_id, :report_id, :text_id, :title, :subtitle, :author, :published_on, :date_kind, :shown_sha256, :facts)
"""
_REPLACE = """
UPDATE copies SET report_id = :report_id, text_id = :text_id, title = :title, subtitle = :subtitle, author = :author,
  published_on = :published_on, date_kind = :date_kind, shown_sha256 = :shown_sha256, facts = :facts,
  last_seen_at = max(last_seen_at, :at) WHERE id = :id
"""


class Fate(StrEnum):
    """What became of one entry."""

    NEW = "new"
    COPY = "copy"
    VERSION = "version"
    REPLACED = "replaced"
    SAME = "same"
    KEPT = "kept"
    """A better view or a later capture stands there already."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """One entry of a reading, filed."""

    report_id: int
    fate: Fate


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What stands at a position now."""

    id: int
    report_id: int
    text_id: int
    version: int
    last_seen_at: str
    facts: dict[str, Any]
    sha256: str
    capture_id: int | None
    is_current: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where entries come from: the reading, its document, and how they are to be put down."""

    filing: Filing
    document: Document
    reading: Reading
    is_partial: bool = False
    """True for an article of which pages are missing."""
    in_place: bool = False
    """True where rules changed and not the page: what this capture gave is replaced, no version is made."""
    is_joined: bool = False
    """True for a document of several pages, whose copies belong to all of their captures."""
    given: frozenset[str] = frozenset()
    """Digests of all wordings of the reading: a report whose text it still gives stays with that text."""


def place(source: Source) -> tuple[Placed, ...]:
    """File every entry of the reading that has a text, at its position; positions it does not show stay."""
    keyed = [(entry, keys_of(entry.text, entry.title)) for entry in source.reading.entries if entry.text.strip()]
    source = replace(source, given=frozenset(keys.sha256 for _, keys in keyed))
    placed = [_place(source, entry, keys) for entry, keys in keyed]
    _retire_unshown(source, keyed)
    return tuple(one for one in placed if one is not None)


def _retire_unshown(source: Source, shown: Sequence[tuple[Entry, Keys]]) -> None:
    """Let copies be current no more where this reading shows that nothing stands; floors that it does not show stay.

    That is behind a document's last item, and in a floor that was whole and is several reports now, or the reverse.
    """
    document, reading = source.document, source.reading
    if source.is_partial or not document.is_latest or reading.view.rank > document.view.rank or not shown:
        return
    places = {(entry.position, entry.part) for entry, _ in shown}
    retire(source.filing, document.id, places, floors_alone=document.is_thread)


def standing_at(source: Source, position: int, part: int = 0) -> Standing | None:
    """Give the current copy at a place, or (after a change of rules) this capture's own; None without any."""
    own = source.filing.capture_id if source.in_place and not source.is_joined else None
    which = {"document": source.document.id, "position": position, "part": part, "own": own}
    row = source.filing.conn.execute(_CURRENT, which).fetchone()
    if row is None:
        return None
    copy_id, report_id, text_id, version, last_seen_at, facts, sha256, capture_id, is_current = row
    return Standing(
        id=copy_id, report_id=report_id, text_id=text_id, version=version, last_seen_at=last_seen_at,
        facts=json.loads(facts or "{}"), sha256=sha256, capture_id=capture_id,
        is_current=bool(is_current),
    )  # fmt: skip


def _place(source: Source, entry: Entry, keys: Keys) -> Placed | None:
    standing = standing_at(source, entry.position, entry.part)
    if standing is None:
        # A lower view counts its floors by itself: next to a better one it could only put texts at wrong places.
        if source.reading.view.rank > source.document.view.rank:
            return None
        is_late = not (source.document.is_thread or source.document.is_latest)
        return _insert(source, entry, keys, version=1, is_current=not is_late)
    return _choose(source, keys, standing)(source, entry, keys, standing)


Step = Callable[[Source, Entry, Keys, Standing], Placed]


def _choose(source: Source, keys: Keys, standing: Standing) -> Step:
    """Say what an entry does to the copy that stands at its place."""
    rank, standing_rank = source.reading.view.rank, View(standing.facts.get("view", View.MAIN)).rank
    was_partial = bool(standing.facts.get("partial"))
    is_finer = rank < standing_rank or (rank == standing_rank and was_partial and not source.is_partial)
    if source.in_place and not source.is_joined and standing.capture_id != source.filing.capture_id:
        # This capture showed the place again, unchanged; unless the place came into being under these very rules.
        if rank > standing_rank or not _was_read_alike(source, standing):
            return _keep
        return _seen_again if standing.sha256 == keys.sha256 else _new_version
    if standing.sha256 == keys.sha256 and not (source.in_place or is_finer):
        return _seen_again
    if rank > standing_rank or (source.is_partial and not was_partial):
        return _keep
    # The page did not change, we see it better: complete after partial, the main view after the archiver's.
    return _replace if source.in_place or is_finer or was_partial else _new_version


def _was_read_alike(source: Source, standing: Standing) -> bool:
    """True when the capture of a standing copy was read by the rules and hints of this reading."""
    row = source.filing.conn.execute(
        "SELECT recipe, hints_digest FROM captures WHERE id = ?", (standing.capture_id,)
    ).fetchone()  # fmt: skip
    return row is not None and tuple(row) == (source.reading.recipe, source.reading.hints_digest)


def _keep(source: Source, entry: Entry, keys: Keys, standing: Standing) -> Placed:
    return Placed(report_id=standing.report_id, fate=Fate.KEPT)


def _seen_again(source: Source, entry: Entry, keys: Keys, standing: Standing) -> Placed:
    at, conn = source.filing.fetched_at, source.filing.conn
    if at > standing.last_seen_at:
        conn.execute("UPDATE copies SET last_seen_at = ?, is_current = 1 WHERE id = ?", (at, standing.id))
        if not standing.is_current:  # the document did not show it for a while
            refresh(conn, standing.report_id)
    return Placed(report_id=standing.report_id, fate=Fate.SAME)


def _new_version(source: Source, entry: Entry, keys: Keys, standing: Standing) -> Placed:
    """Put a changed wording down; one captured before the standing one was seen last is kept, but not as current."""
    conn, is_late = source.filing.conn, source.filing.fetched_at < standing.last_seen_at
    place_of = (source.document.id, entry.position, entry.part)
    highest = "SELECT max(version) FROM copies WHERE document_id = ? AND position = ? AND part = ?"
    (last,) = conn.execute(highest, place_of).fetchone()
    if is_late:
        _insert(source, entry, keys, version=last + 1, is_current=False)
        return Placed(report_id=standing.report_id, fate=Fate.KEPT)
    conn.execute("UPDATE copies SET is_current = 0 WHERE id = ?", (standing.id,))
    placed = _insert(source, entry, keys, version=last + 1)
    if placed.report_id != standing.report_id:
        refresh(conn, standing.report_id)
    return placed if placed.fate is Fate.NEW else Placed(report_id=placed.report_id, fate=Fate.VERSION)


def _insert(source: Source, entry: Entry, keys: Keys, *, version: int, is_current: bool = True) -> Placed:
    filing = source.filing
    wording = wording_of(filing, entry.text, keys)
    values = _values(source, entry, wording) | {
        "document_id": source.document.id, "position": entry.position, "part": entry.part,
        "site_id": filing.site_id, "url": source.document.url, "version": version, "is_current": is_current,
        "capture_id": filing.capture_id, "crawl_id": filing.crawl_id,
    }  # fmt: skip
    copy_id = filing.conn.execute(_INSERT, values).lastrowid
    put_edits(filing.conn, int(copy_id or 0), entry.edits)
    refresh(filing.conn, wording.report_id)
    return Placed(report_id=wording.report_id, fate=Fate.NEW if wording.is_new_report else Fate.COPY)


def _values(source: Source, entry: Entry, wording: Wording) -> dict[str, Any]:
    values = copy_values(source.filing, source.reading, entry, kept_text=wording.text)
    if source.is_partial:
        values["facts"] = json.dumps(json.loads(values["facts"]) | {"partial": True}, ensure_ascii=False)
    return values | {"report_id": wording.report_id, "text_id": wording.text_id}


def _replace(source: Source, entry: Entry, keys: Keys, standing: Standing) -> Placed:
    """Put another wording into a copy's row: no new version. A report that stood here alone keeps its id.

    It takes the new wording over; where that is another report's already, it redirects there. One whose text the
    reading gives at another place goes there with it.
    """
    conn = source.filing.conn
    others = "SELECT 1 FROM copies WHERE report_id = ? AND id <> ? LIMIT 1"
    stays = standing.sha256 in source.given and standing.sha256 != keys.sha256
    alone = not stays and conn.execute(others, (standing.report_id, standing.id)).fetchone() is None
    wording = wording_of(source.filing, entry.text, keys, heir=standing.report_id if alone else None)
    if wording.text_id == standing.text_id:
        wording = keep_as(conn, wording, entry.text, keys)
    conn.execute(_REPLACE, _values(source, entry, wording) | {"id": standing.id})
    put_edits(conn, standing.id, entry.edits)
    refresh(conn, standing.report_id)
    if wording.report_id != standing.report_id:
        if alone:
            redirect(conn, standing.report_id, wording.report_id)
        refresh(conn, wording.report_id)
    drop_orphan(conn, standing.text_id)
    same = standing.sha256 == keys.sha256
    return Placed(report_id=wording.report_id, fate=Fate.SAME if same else Fate.REPLACED)
