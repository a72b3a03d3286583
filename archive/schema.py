"""Every table of the archive in the order of creation; columns and meanings stand in `archive.tables`, written once.

Migrations create them, Datasette shows the meanings. Conventions: integer keys; `*_id` points to the table it names;
`*_at` is a UTC instant that we measured (`archive.instants`); `*_on` and `stated_*` are as the site states them; big
text last. No statement that reads or writes rows lives here.
"""

from archive.tables.crawling import CAPTURES, CRAWLS, DROPPED, FAILURES, FRONTIER, PLATFORMS, SITES
from archive.tables.documents import ATTACHMENTS, DOCUMENTS, READINGS, REPLIES
from archive.tables.keeping import ASSERTIONS, INFO, TOMBSTONES
from archive.tables.likeness import MERGED, POSTINGS, SKETCHES, STOP_GRAMS
from archive.tables.passages import PASSAGE_USES, PASSAGES
from archive.tables.reports import COPIES, EDITS, GENRES, RELATIONS, REPORTS, TEXTS
from archive.tables.table import Column, Index, Table

__all__ = ["SCHEMA_VERSION", "SEARCH_INDEXES", "TABLES", "Column", "Index", "Table", "statements"]

SCHEMA_VERSION = 5
"""Raised with each migration; an archive with a higher one was made by a newer Gongwen."""

TABLES: tuple[Table, ...] = (
    PLATFORMS, GENRES, SITES, CRAWLS, DOCUMENTS, FRONTIER, CAPTURES, READINGS, REPORTS, TEXTS, COPIES, REPLIES,
    RELATIONS, SKETCHES, POSTINGS, MERGED, STOP_GRAMS, PASSAGES, PASSAGE_USES, EDITS, ATTACHMENTS, FAILURES, DROPPED,
    TOMBSTONES, ASSERTIONS, INFO,
)
SEARCH_INDEXES = (
    "CREATE VIRTUAL TABLE reports_fts USING fts5(title, text, content='', tokenize='unicode61 remove_diacritics 0')",
    "CREATE VIRTUAL TABLE reports_characters USING fts5(characters, content='', detail='none',"
    " tokenize='unicode61 remove_diacritics 0')",
)
"""Contentless: fed by `archive.search` with bigrams of folded text and with its characters; rowid: the report's id."""


def statements() -> tuple[str, ...]:
    """Give every statement that makes an empty archive, in order."""
    made = tuple(statement for table in TABLES for statement in (table.create(), *table.create_indexes()))
    return (*made, *SEARCH_INDEXES)
