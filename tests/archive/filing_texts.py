"""Filing of bare texts for tests of duplicates, and what the archive made of them: reports, and how they relate."""

import random
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path

from archive.crawls import begin
from archive.database import open_archive
from archive.fold import fold
from cleaners.reading import EntryFacts
from tests.archive.desk import START, Desk, entry, open_desk, reading
from tests.archive.searched import search

Groups = list[set[int]]
Related = set[tuple[str, int, int]]


def filed(folder: Path, texts: Sequence[str], order: Iterable[int] | None = None) -> Desk:
    """Make an archive of these texts, filed in this order; the key of each says its number."""
    desk = open_desk(folder)
    desk.archive.conn.execute("PRAGMA synchronous = OFF")  # tests cut no power, and wait for no disk
    for number in order if order is not None else range(len(texts)):
        file(desk, number, texts[number])
    return desk


def file(desk: Desk, number: int, text: str, *, title: str | None = None, **facts: object) -> str | None:
    """File a text as document `number`; give the public id of the report that it went to."""
    made = entry(text, title=title or f"材料之{number}", facts=EntryFacts(**facts))  # type: ignore[arg-type]
    desk.file(reading(made, key=f"doc:{number}", url=f"http://a.test/{number}"))
    return id_of(desk, number)


def id_of(desk: Desk, number: int) -> str | None:
    """Give the public id of the report that document `number` shows; None where it shows none."""
    rows = desk.rows(
        "SELECT public_id FROM reports JOIN copies ON copies.report_id = reports.id"
        " JOIN documents ON documents.id = document_id WHERE documents.key = ?", f"doc:{number}",
    )  # fmt: skip
    return rows[0][0] if rows else None


def reopened(folder: Path) -> Desk:
    """Open an archive again with another crawl."""
    archive = open_archive(folder)
    crawl = begin(archive, label="again", spider="forum", software="gongwen/0", settings={}, now=START)
    return Desk(archive=archive, crawl_id=crawl.id, at=datetime(2026, 12, 1, tzinfo=UTC), captures=10_000)


def groups(desk: Desk) -> Groups:
    """Give the documents of each report, by their numbers."""
    found: dict[int, set[int]] = {}
    for report, key in desk.rows("SELECT report_id, key FROM copies JOIN documents ON documents.id = document_id"):
        found.setdefault(report, set()).add(int(key.partition(":")[2]))
    return sorted(found.values(), key=min)


def related(desk: Desk, *names: str) -> Related:
    """Give relations as (relation, lowest document of the one, of the other); those without an order lowest first."""
    lowest: dict[int, int] = {}
    for report, key in desk.rows("SELECT report_id, key FROM copies JOIN documents ON documents.id = document_id"):
        number = int(key.partition(":")[2])
        lowest[report] = min(number, lowest.get(report, number))
    found = set()
    for name, one, other in desk.rows("SELECT relation, report_id, other_id FROM relations"):
        pair = (lowest[one], lowest[other])
        found.add((name, *(pair if name == "contains" else sorted(pair))))
    return {row for row in found if not names or row[0] in names}


def centers(desk: Desk) -> dict[int, str]:
    """Give for the first document of each report the key of its canonical text; of equal ones any may be shown."""
    asked = "SELECT key FROM reports JOIN texts ON texts.id = reports.text_id WHERE public_id = ?"
    return {min(group): desk.one(asked, id_of(desk, min(group))) for group in groups(desk)}


def made_of(desk: Desk) -> dict[str, object]:
    """Give all that duplicates are decided by: groups, relations, canonical texts, the edge of each text."""
    edges = desk.rows("SELECT sha256, relation, measure, canonical_share FROM texts ORDER BY sha256")
    return {"groups": groups(desk), "relations": related(desk), "centers": centers(desk), "edges": edges}


def check_archive(desk: Desk) -> None:
    """Fail where rows do not agree with each other, or the search index not with them."""
    conn = desk.archive.conn
    conn.execute("INSERT INTO reports_fts (reports_fts, rank) VALUES ('integrity-check', 0)")
    assert conn.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert conn.execute("PRAGMA foreign_key_check").fetchall() == []
    standing = "SELECT id FROM reports WHERE merged_into_id IS NULL AND text_id IS NOT NULL"
    for rows in ("copies", "relations", "texts"):
        assert desk.rows(f"SELECT * FROM {rows} WHERE report_id NOT IN ({standing})") == []  # noqa: S608 - our names
    assert desk.rows(f"SELECT * FROM relations WHERE other_id NOT IN ({standing})") == []  # noqa: S608
    assert desk.rows(f"SELECT id FROM reports_fts_docsize WHERE id NOT IN ({standing})") == []  # noqa: S608
    stray = "SELECT id FROM copies WHERE report_id IS NOT (SELECT report_id FROM texts WHERE id = text_id)"
    assert desk.rows(stray) == []
    foreign = "SELECT 1 FROM reports JOIN texts ON texts.id = text_id WHERE report_id <> reports.id"
    assert desk.rows(foreign) == []
    assert desk.rows("SELECT 1 FROM reports JOIN texts ON texts.id = text_id WHERE texts.relation <> 'identical'") == []
    hidden = (
        "SELECT public_id FROM reports WHERE (SELECT han FROM texts WHERE id = text_id) >= 40 AND id NOT IN"
        " (SELECT report_id FROM texts JOIN sketches ON text_id = texts.id WHERE relation = 'identical')"
    )
    assert desk.rows(hidden) == [], "each report is found by its canonical text, or one with the same key"


def found_by(desk: Desk, phrase: str) -> list[str]:
    """Give the public ids that a search for a phrase finds."""
    return [hit.public_id for hit in search(desk.archive, f'"{fold(phrase)}"', limit=100).hits]


def shuffled(count: int, seed: int) -> list[int]:
    """Give numbers in an order drawn by a seed."""
    order = list(range(count))
    random.Random(seed).shuffle(order)  # noqa: S311 - drawn orders, no secret
    return order
