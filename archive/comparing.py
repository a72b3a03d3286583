"""What other rules would change: a fresh reading of a capture beside what is filed of it. Reads only."""

import json
import sqlite3
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from archive.database import Archive
from archive.filing.pages import kept
from archive.queries import own_text
from cleaners.edits import undo
from cleaners.errors import EditMismatch
from cleaners.join import join
from cleaners.reading import Edit, PageKind, Reading
from cleaners.split.documents import stated_pages

CONTEXT = 20
"""Characters of the text as shown that are given on either side of a difference."""
TEXTS = ("unchanged", "changed", "split", "joined", "gone", "new", "unreadable")
"""What may become of a text."""
_OLD = """
SELECT copies.id, reports.public_id, copies.position, copies.part, copies.facts, texts.text, copies.capture_id
FROM copies JOIN reports ON reports.id = copies.report_id JOIN texts ON texts.id = copies.text_id
WHERE copies.document_id = ? AND (copies.is_current OR copies.capture_id = ?) ORDER BY copies.position, copies.part
"""
_CAPTURE = """
SELECT captures.document_id, coalesce(captures.final_url, captures.url, captures.file_name), documents.kind
FROM captures LEFT JOIN documents ON documents.id = captures.document_id WHERE captures.id = ?
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One edit that appears or vanishes, with what stands round it."""

    rule: str
    appears: bool
    """False = it vanishes."""
    url: str | None
    report: str | None
    """Public id of the report as it is filed; None for a new one."""
    before: str
    taken: str
    put: str
    after: str


@dataclass(slots=True, kw_only=True)
class Compared:
    """What would become of one capture."""

    texts: Counter[str] = field(default_factory=Counter)
    """Of `TEXTS`, how many."""
    differences: list[Difference] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Text:
    """A text as filed, or as read now."""

    report: str | None
    place: tuple[int, int]
    text: str
    edits: tuple[Edit, ...]


def compare(archive: Archive, capture_id: int, reading: Reading | None) -> Compared:
    """Compare a reading (None = it could not be read) with what is filed of the capture."""
    found = Compared()
    if reading is None:
        found.texts["unreadable"] += 1
        return found
    document_id, url, kind = archive.conn.execute(_CAPTURE, (capture_id,)).fetchone()
    is_thread = PageKind.THREAD in (kind, reading.page_kind)
    is_paged = not is_thread and stated_pages(reading) > 1
    whole = _joined(archive.conn, document_id, reading) if is_paged else reading
    old, elsewhere = _filed(archive.conn, document_id, None if is_paged else capture_id)
    shown = (entry for entry in whole.entries if entry.text.strip())
    new = [_Text(None, (entry.position, entry.part), entry.text, entry.edits)
           for entry in shown if (entry.position, entry.part) not in elsewhere]  # fmt: skip
    for before, after in _groups(old, new, is_thread=is_thread):
        _count(found.texts, before, after)
        found.differences += _differences(before, after, url)
    return found


def _joined(conn: sqlite3.Connection, document_id: int | None, reading: Reading) -> Reading:
    """Give the document with this page read anew and the others as they were read last."""
    if document_id is None:
        return reading
    others = [page for page in kept(conn, document_id, reading.view.value) if page.page != reading.page]
    try:
        return join([*others, reading])
    except ValueError:  # the page is of another document now
        return reading


def _filed(
    conn: sqlite3.Connection, document_id: int | None, capture_id: int | None
) -> tuple[list[_Text], set[tuple[int, int]]]:
    """Give the texts that the capture (None = any of the document) gave, and the places that others gave."""
    own: list[_Text] = []
    elsewhere: set[tuple[int, int]] = set()
    rows = conn.execute(_OLD, (document_id, capture_id)).fetchall()
    for copy_id, report, position, part, facts, text, given_by in rows:
        if capture_id is not None and given_by != capture_id:
            elsewhere.add((position, part))
            continue
        edits = conn.execute("SELECT rule, start, taken, put FROM edits WHERE copy_id = ? ORDER BY id", (copy_id,))
        made = tuple(Edit(rule=rule, start=start, taken=taken, put=put) for rule, start, taken, put in edits)
        own.append(_Text(report, (position, part), own_text(json.loads(facts or "{}"), text), made))
    return own, elsewhere - {one.place for one in own}


def _groups(
    old: Sequence[_Text], new: Sequence[_Text], *, is_thread: bool
) -> Iterator[tuple[list[_Text], list[_Text]]]:
    """Set texts side by side: place by place; all of an article's, or of a floor, where their number changed."""
    floors = sorted({one.place[0] for one in (*old, *new)}) if is_thread else [None]
    for floor in floors:
        before = [one for one in old if floor in (None, one.place[0])]
        after = [one for one in new if floor in (None, one.place[0])]
        if len(before) != len(after) and before and after:
            yield before, after
            continue
        for place in sorted({one.place for one in (*before, *after)}):
            yield [one for one in before if one.place == place], [one for one in after if one.place == place]


def _count(texts: Counter[str], before: Sequence[_Text], after: Sequence[_Text]) -> None:
    if not before or not after:
        texts["gone" if before else "new"] += len(before) + len(after)
    elif len(before) == len(after):
        texts["unchanged" if before[0].text == after[0].text else "changed"] += 1
    else:
        texts["split" if len(before) < len(after) else "joined"] += 1


def _differences(before: Sequence[_Text], after: Sequence[_Text], url: str | None) -> Iterator[Difference]:
    """Give the edits that only one side has, wherever they stand: the text as shown may begin elsewhere now."""
    report = before[0].report if before else None
    old, new = _kinds(before), _kinds(after)
    for texts, only, appears in ((after, new - old, True), (before, old - new, False)):
        for one in texts:
            shown = _shown(one)
            for edit in one.edits:
                for rule in edit.rule.split("+"):
                    kind = (rule, edit.taken, edit.put)
                    if only[kind] > 0:
                        only[kind] -= 1
                        end = edit.start + len(edit.taken)
                        yield Difference(
                            rule=rule, appears=appears, url=url, report=one.report or report, taken=edit.taken,
                            put=edit.put, before=shown[max(0, edit.start - CONTEXT) : edit.start],
                            after=shown[end : end + CONTEXT],
                        )  # fmt: skip


def _kinds(texts: Sequence[_Text]) -> Counter[tuple[str, str, str]]:
    edits = (edit for one in texts for edit in one.edits)
    return Counter((rule, edit.taken, edit.put) for edit in edits for rule in edit.rule.split("+"))


def _shown(one: _Text) -> str:
    try:
        return undo(one.text, one.edits)
    except EditMismatch:  # `verify --cleaning` says so; here it costs the context alone
        return ""
