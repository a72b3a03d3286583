"""Tables of reports: wordings, copies, relations and the audit trail. No rows are read or written here."""

from archive.tables.table import ID, Column, Index, Table, ref

GENRES = Table(
    name="genres",
    meaning="Genres of reports: 总结, 计划, 自查 …",
    label="name",
    columns=(ID, Column("name", "TEXT NOT NULL UNIQUE", "The genre as it is called.")),
)
REPORTS = Table(
    name="reports",
    meaning="What people count: one row a report, however many copies there are.",
    label="title",
    columns=(
        ID,
        Column("public_id", "TEXT NOT NULL UNIQUE", "Stable id, minted once from the first text."),
        Column("title", "TEXT", "Title of the canonical copy."),
        Column("text_id", "INTEGER", "Canonical text (row of `texts`)."),
        ref("genre_id", "genres", "Genre."),
        Column("period", "TEXT", "Years the text speaks of, as JSON list."),
        Column("script", "TEXT", "simplified, traditional or mixed."),
        Column("first_published_on", "TEXT", "Earliest stated date of a copy; null = all undated."),
        Column("copies", "INTEGER NOT NULL DEFAULT 0", "Places where it stands now."),
        Column("sites", "INTEGER NOT NULL DEFAULT 0", "Distinct hosts among them."),
        Column("chars", "INTEGER NOT NULL DEFAULT 0", "Characters of the canonical text, white space apart."),
        Column("added_at", "TEXT NOT NULL", "When it was first filed."),
        ref("crawl_id", "crawls", "Run that first filed it."),
        ref("merged_into_id", "reports", "The report this id redirects to; null = it stands for itself."),
        Column("labels", "TEXT", "JSON list of the labels that people gave it; null = none."),
        Column("asserted", "TEXT", "JSON of what people said of it, by field, with the derived value beside."),
    ),
    indexes=(("text_id",), ("genre_id",), ("first_published_on",), ("crawl_id",), ("merged_into_id",), ("copies",)),
)
TEXTS = Table(
    name="texts",
    meaning="A distinct wording, with the keys by which the same report is recognised.",
    columns=(
        ID,
        Column("sha256", "TEXT NOT NULL UNIQUE", "Digest of the cleaned text, NFC, white space ignored."),
        ref("report_id", "reports", "Report it is a text of.", needed=True),
        Column("chars", "INTEGER NOT NULL", "Characters, white space apart."),
        Column("han", "INTEGER NOT NULL", "Han characters."),
        Column("key", "TEXT NOT NULL", "Canonical key of the text without a leading line equal to its title."),
        Column("title_key", "TEXT NOT NULL", "The same key with that line."),
        Column("digits", "TEXT NOT NULL", "Digest of the digits in order: another year or figure is another edition."),
        Column("rules", "TEXT NOT NULL", "Version of the key's rules."),
        Column("relation", "TEXT NOT NULL DEFAULT 'identical'",
               "To the report's canonical text: identical (it, or its key), same, excerpt."),
        Column("measure", "REAL", "Share of this text found in the canonical one, 0 to 1; null = by its key."),
        Column("canonical_share", "REAL", "Share of the canonical text found in this one; null = by its key."),
        Column("relation_rules", "TEXT", "Version of the rules that verified it; null = by its key."),
        Column("text", "TEXT NOT NULL", "The cleaned text."),
    ),
    indexes=(("report_id",), ("key",), ("title_key",)),
)
COPIES = Table(
    name="copies",
    meaning="A report's text at a place: a floor or part of a document; a changed text is a new version.",
    label="url",
    columns=(
        ID,
        ref("report_id", "reports", "Report.", needed=True),
        ref("text_id", "texts", "Wording at this place.", needed=True),
        ref("document_id", "documents", "Document.", needed=True),
        ref("site_id", "sites", "Host."),
        Column("position", "INTEGER NOT NULL", "Floor or part, from 1."),
        Column("part", "INTEGER NOT NULL DEFAULT 0", "Item of a compilation in a floor, from 1; 0 = all of it."),
        Column("version", "INTEGER NOT NULL DEFAULT 1", "Counts the wordings seen at this place."),
        Column("is_current", "INTEGER NOT NULL DEFAULT 1", "1 for the latest version."),
        Column("relation", "TEXT NOT NULL DEFAULT 'identical'", "To the canonical text: identical, same or excerpt."),
        Column("url", "TEXT", "Address of the document."),
        Column("title", "TEXT", "Title at this place."),
        Column("subtitle", "TEXT", "Heading inside the text where it differs from the title."),
        Column("author", "TEXT", "Author as stated."),
        Column("published_on", "TEXT", "Date or instant as stated; null = undated."),
        Column("date_kind", "TEXT", "posted, published, uploaded or updated."),
        Column("first_seen_at", "TEXT NOT NULL", "First capture that showed this version."),
        Column("last_seen_at", "TEXT NOT NULL", "Latest capture that showed it."),
        ref("capture_id", "captures", "Capture it was first read from."),
        ref("crawl_id", "crawls", "Run that filed it."),
        Column("shown_sha256", "TEXT", "Digest of the text before any rule."),
        Column(
            "facts",
            "TEXT",
            "JSON of the text's facts: script, masks, lost characters …; with `view`, `partial`, `breaks` and `wording`"
            " (this copy's own white space, so that its edits fit) where they differ from the usual.",
        ),
        Column("asserted", "TEXT", "JSON of what people said of this place, by field; the columns stay as stated."),
    ),
    constraints=("UNIQUE (document_id, position, part, version)",),
    indexes=(("text_id",), ("site_id", "report_id", "is_current"), ("capture_id",), ("crawl_id",), ("published_on",)),
    # Where which report stands, and since when: what questions about sites and dates ask of all copies at once. Without
    # it they read the facts of each, for 2.5 s over 336,000 copies; with it for 0.5 s (measured).
    named_indexes=(
        Index(
            name="idx_copies_standing",
            columns=("report_id", "site_id", "is_current", "published_on", "date_kind", "version", "document_id",
                     "position", "part", "asserted", "first_seen_at"),
        ),
    ),
)
RELATIONS = Table(
    name="relations",
    meaning="How reports relate: edition (same wording, other figures), contains, sibling. Never a merge.",
    columns=(
        ID,
        ref("report_id", "reports", "The one.", needed=True),
        ref("other_id", "reports", "The other.", needed=True),
        Column("relation", "TEXT NOT NULL", "edition, contains or sibling."),
        Column("measure", "REAL", "How strong, 0 to 1."),
        Column("rules", "TEXT NOT NULL", "Version of the rules that decided it."),
    ),
    constraints=("UNIQUE (report_id, other_id, relation)",),
    indexes=(("other_id",),),
)
EDITS = Table(
    name="edits",
    meaning="The audit trail: every change between the text as shown and as kept.",
    label="rule",
    columns=(
        ID,
        ref("copy_id", "copies", "Copy that was cleaned.", needed=True),
        Column("rule", "TEXT NOT NULL", "Rule that did it."),
        Column("start", "INTEGER NOT NULL", "Where, in characters of the text as shown."),
        Column("taken", "TEXT NOT NULL", "What stood there."),
        Column("put", "TEXT NOT NULL", "What stands there now."),
    ),
    indexes=(("copy_id",), ("rule", "copy_id")),
)
