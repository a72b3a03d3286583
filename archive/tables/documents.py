"""Tables of documents: what the captures show, page by page. No rows are read or written here."""

from archive.tables.table import ID, Column, Index, Table, ref

DOCUMENTS = Table(
    name="documents",
    meaning="A thread, article or portal entry, at its canonical key.",
    label="title",
    columns=(
        ID,
        Column("key", "TEXT NOT NULL UNIQUE", "Canonical key; for an import without address the digest of its bytes."),
        Column("url", "TEXT", "Address a person would open."),
        ref("site_id", "sites", "Host."),
        Column("kind", "TEXT NOT NULL", "thread, article or entry."),
        Column("view", "TEXT NOT NULL DEFAULT 'main'", "Best view read so far."),
        Column("title", "TEXT", "Title as the page gives it."),
        Column("category", "TEXT", "Category or tag."),
        Column("author", "TEXT", "Author as stated."),
        Column("published_on", "TEXT", "Date or instant as stated, with the page's zone; null = undated."),
        Column("pages_of", "INTEGER", "Pages that it states to have."),
        Column("pages_have", "INTEGER NOT NULL DEFAULT 0", "Pages read."),
        Column("views", "INTEGER", "Views as last stated."),
        Column("stated_replies", "INTEGER", "Replies as last stated."),
        Column("is_complete", "INTEGER NOT NULL DEFAULT 1", "0 while pages are missing."),
        Column("is_truncated", "INTEGER NOT NULL DEFAULT 0", "1 where the page says that it shows only a part."),
        Column("noarchive", "INTEGER NOT NULL DEFAULT 0", "1 where the page asks not to be shown from an archive."),
        Column("first_seen_at", "TEXT NOT NULL", "First capture."),
        Column("last_seen_at", "TEXT NOT NULL", "Latest capture that showed it."),
        Column("facts", "TEXT", "JSON of all facts, as `clean --json` prints them."),
        Column("asserted", "TEXT", "JSON of what people said of it, by field; the columns stay as stated."),
    ),
    indexes=(("site_id",), ("published_on",)),
    # For questions about few documents of many: without them each reads the facts of all.
    named_indexes=(
        Index(
            name="idx_documents_claimed",  # whatever the facts are, this asks no JSON of them
            columns=("id",),
            where="instr(facts, '\"claimed_chars\": [') > 0 AND instr(facts, '\"claimed_chars\": []') = 0",
        ),
        Index(name="idx_documents_incomplete", columns=("id",), where="is_complete = 0 OR is_truncated = 1"),
        Index(name="idx_documents_noarchive", columns=("id",), where="noarchive = 1"),
    ),
)
READINGS = Table(
    name="readings",
    meaning="The latest reading of each page, kept so that a document's pages can be joined.",
    hidden=True,
    columns=(
        Column("capture_id", "INTEGER PRIMARY KEY REFERENCES captures(id)", "Capture that was read."),
        ref("document_id", "documents", "Document the page belongs to.", needed=True),
        Column("page", "INTEGER NOT NULL", "Page of the document, from 1."),
        Column("view", "TEXT NOT NULL", "Which twin view."),
        Column("body", "BLOB NOT NULL", "zlib of the reading's JSON."),
    ),
    indexes=(("document_id", "page"),),
)
REPLIES = Table(
    name="replies",
    meaning="Floors that are no reports.",
    columns=(
        ID,
        ref("document_id", "documents", "Thread.", needed=True),
        Column("floor", "INTEGER NOT NULL", "Floor, from 1."),
        Column("author", "TEXT", "Author as shown."),
        Column("posted_on", "TEXT", "Instant as stated."),
        Column("note", "TEXT", "shielded, anonymous, locked; null for an ordinary floor."),
        ref("capture_id", "captures", "Capture it was read from."),
        Column("text", "TEXT NOT NULL", "What it says."),
    ),
    constraints=("UNIQUE (document_id, floor)",),
    indexes=(("capture_id",),),
)
ATTACHMENTS = Table(
    name="attachments",
    meaning="Files that documents offer.",
    label="name",
    columns=(
        ID,
        ref("document_id", "documents", "Document.", needed=True),
        Column("key", "TEXT NOT NULL", "Stable over signed links."),
        Column("name", "TEXT", "File name as stated."),
        Column("url", "TEXT", "Link as last seen."),
        Column("stated_size", "TEXT", "Size as printed."),
    ),
    constraints=("UNIQUE (document_id, key)",),
)
