"""Steps from one schema version to the next, each applied once by `sqlite_utils.Migrations`; rows stay as they are.

A step never changes after a release: the next change is a new step, a new name in `STEPS` and a higher
`SCHEMA_VERSION`. Opening and locking live in `archive.database`.
"""

import sqlite3
from importlib.metadata import PackageNotFoundError, version

import sqlite_utils

from archive.bigrams import VERSION as SEARCH_VERSION
from archive.errors import ArchiveError, NewerArchive
from archive.schema import SCHEMA_VERSION, SEARCH_INDEXES, statements
from archive.search import refill
from archive.tables.documents import DOCUMENTS
from archive.tables.keeping import ASSERTIONS
from archive.tables.likeness import MERGED, POSTINGS, SKETCHES, STOP_GRAMS
from archive.tables.passages import PASSAGE_USES, PASSAGES
from archive.tables.reports import COPIES, EDITS, REPORTS, TEXTS

MIGRATIONS = sqlite_utils.Migrations("gongwen")
STEPS: tuple[str, ...] = ("0001_archive", "0002_parts", "0003_likeness", "0004_asked", "0005_search")
"""Names of all steps that this version knows; an archive with another one was made by a newer version."""


def software() -> str:
    """Give name and version of this software, as `crawls`, `archive_info` and the WARC files state it."""
    try:
        return f"gongwen/{version('gongwen')}"
    except PackageNotFoundError:  # run from a working tree that was never installed
        return "gongwen/0"


@MIGRATIONS(name=STEPS[0])
def _create(db: sqlite_utils.Database) -> None:
    for statement in statements():
        db.conn.execute(statement)
    facts = (("schema_version", str(SCHEMA_VERSION)), ("made_by", software()), ("software", software()),
             ("search_version", SEARCH_VERSION))  # fmt: skip
    db.conn.executemany("INSERT INTO archive_info (name, value) VALUES (?, ?)", facts)


@MIGRATIONS(name=STEPS[1])
def _add_parts(db: sqlite_utils.Database) -> None:
    """Give each copy its part, and count versions by it: SQLite changes no constraint, so the table is made anew."""
    (table,) = db.conn.execute("SELECT sql FROM sqlite_master WHERE name = 'copies' AND type = 'table'").fetchone()
    if '"part"' in table:  # the first step made this archive with the tables of today
        return
    made = table
    for old, new in _PARTS:
        if made.count(old) != 1:
            raise ArchiveError(f"the table of copies is not as we made it: {old!r} is missing; nothing was changed")
        made = made.replace(old, new)
    names = ", ".join(f'"{row[1]}"' for row in db.conn.execute('PRAGMA table_info("copies")'))
    kept = "SELECT sql FROM sqlite_master WHERE tbl_name = 'copies' AND type = 'index' AND sql IS NOT NULL"
    indexes = [sql for (sql,) in db.conn.execute(kept).fetchall()]
    moved = f'INSERT INTO "copies_new" ({names}) SELECT {names} FROM "copies"'  # noqa: S608 - names of our own table
    renamed = 'ALTER TABLE "copies_new" RENAME TO "copies"'
    for statement in (made, moved, 'DROP TABLE "copies"', renamed, *indexes):
        db.conn.execute(statement)


_PARTS = (
    ('CREATE TABLE "copies"', 'CREATE TABLE "copies_new"'),
    ('"position" INTEGER NOT NULL,', '"position" INTEGER NOT NULL,\n  "part" INTEGER NOT NULL DEFAULT 0,'),
    ("UNIQUE (document_id, position, version)", "UNIQUE (document_id, position, part, version)"),
)
"""What the second step changes in the statement that made the table of copies."""


@MIGRATIONS(name=STEPS[2])
def _add_likeness(db: sqlite_utils.Database) -> None:
    """Add how each wording relates to its report's canonical one, tables of sketches, and what people say of a row."""
    for table in (TEXTS, REPORTS, COPIES, DOCUMENTS, ASSERTIONS):
        known = {row[1] for row in db.conn.execute(f'PRAGMA table_info("{table.name}")')}
        for column in (column for column in table.columns if column.name not in known):
            db.conn.execute(f'ALTER TABLE "{table.name}" ADD COLUMN "{column.name}" {column.sql}')
    for statement in ASSERTIONS.create_indexes():
        db.conn.execute(statement.replace("CREATE INDEX", "CREATE INDEX IF NOT EXISTS"))
    here = {name for (name,) in db.conn.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    made = (SKETCHES, POSTINGS, MERGED, STOP_GRAMS, PASSAGES, PASSAGE_USES)
    for table in (table for table in made if table.name not in here):
        for statement in (table.create(), *table.create_indexes()):
            db.conn.execute(statement)


@MIGRATIONS(name=STEPS[3])
def _index_what_is_asked(db: sqlite_utils.Database) -> None:
    """Add the indexes that ready-made queries need over large archives, in place of those that they contain."""
    for table in (COPIES, EDITS, DOCUMENTS):
        for statement in table.create_indexes():
            db.conn.execute(statement.replace("CREATE INDEX", "CREATE INDEX IF NOT EXISTS", 1))
    for name in ("idx_copies_report_id", "idx_copies_site_id", "idx_edits_rule"):
        db.conn.execute(f'DROP INDEX IF EXISTS "{name}"')


@MIGRATIONS(name="0005_search")
def _index_characters(db: sqlite_utils.Database) -> None:
    """Make the search index anew, with the characters of each report beside it: 500 to 2,000 reports a second."""
    (known,) = db.conn.execute("SELECT count(*) FROM sqlite_master WHERE name = 'reports_characters'").fetchone()
    if known:  # the first step made this archive with the tables of today
        return
    db.conn.execute("DROP TABLE reports_fts")
    for statement in SEARCH_INDEXES:
        db.conn.execute(statement)
    refill(db.conn)


def is_empty(conn: sqlite3.Connection) -> bool:
    """True when the database holds nothing at all, as after a kill before the first step."""
    return conn.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchone() is None


def is_archive(conn: sqlite3.Connection) -> bool:
    """True when the database holds an archive, of whatever version."""
    row = conn.execute("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'archive_info'").fetchone()
    return row is not None


def pending(db: sqlite_utils.Database) -> tuple[str, ...]:
    """Give the names of the steps that are left to apply, in order."""
    return tuple(step.name for step in MIGRATIONS.pending(db))


def is_outdated(db: sqlite_utils.Database) -> bool:
    """True when a step is left to apply."""
    return bool(MIGRATIONS.pending(db))


def is_current(db: sqlite_utils.Database) -> bool:
    """True when no step is left to apply and this software is noted as the last that wrote."""
    row = db.conn.execute("SELECT value FROM archive_info WHERE name = 'software'").fetchone()
    return not is_outdated(db) and row == (software(),)


def refuse_newer(db: sqlite_utils.Database) -> None:
    """Raise NewerArchive when a step that we do not know was applied, or the stated version is above ours."""
    row = db.conn.execute("SELECT value FROM archive_info WHERE name = 'schema_version'").fetchone()
    stated = int(row[0]) if row and row[0].isdecimal() else 0
    unknown = sorted({step.name for step in MIGRATIONS.applied(db)} - set(STEPS))
    if stated <= SCHEMA_VERSION and not unknown:
        return
    what = f"version {stated}" if stated > SCHEMA_VERSION else f"step {unknown[0]}"
    raise NewerArchive(
        f"this archive was made by a newer Gongwen (schema {what}, ours is version {SCHEMA_VERSION}):"
        " upgrade Gongwen; nothing was changed"
    )


def migrate(db: sqlite_utils.Database) -> None:
    """Apply what is missing and note our version; inside a transaction, so that two processes cannot both do it."""
    MIGRATIONS.apply(db)
    db.conn.execute("UPDATE archive_info SET value = ? WHERE name = 'schema_version'", (str(SCHEMA_VERSION),))
    db.conn.execute("UPDATE archive_info SET value = ? WHERE name = 'software'", (software(),))
