"""Every table and column of the archive, each with its meaning: written once, here.

Migrations create them, Datasette shows the meanings. Conventions: integer keys; `*_id` points to the table it names;
`*_at` is a UTC instant that we measured (ISO 8601); `*_on` and `stated_*` are as the site states them; big text last.
No statement that reads or writes rows lives here.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name, its SQL type and constraints, and what it means."""

    name: str
    sql: str
    meaning: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table: its columns, table constraints, indexes (tuples of columns), and whether Datasette hides it."""

    name: str
    meaning: str
    columns: tuple[Column, ...]
    constraints: tuple[str, ...] = ()
    indexes: tuple[tuple[str, ...], ...] = ()
    label: str | None = None
    hidden: bool = False
    without_rowid: bool = False

    def create(self) -> str:
        """Give the CREATE TABLE statement."""
        parts = [f'"{column.name}" {column.sql}' for column in self.columns]
        body = ",\n  ".join([*parts, *self.constraints])
        return f'CREATE TABLE "{self.name}" (\n  {body}\n)' + (" WITHOUT ROWID" if self.without_rowid else "")

    def create_indexes(self) -> tuple[str, ...]:
        """Give the CREATE INDEX statements."""
        return tuple(
            f'CREATE INDEX "idx_{self.name}_{"_".join(columns)}" ON "{self.name}" ({", ".join(columns)})'
            for columns in self.indexes
        )


C = Column
ID = C("id", "INTEGER PRIMARY KEY", "Number of the row.")


def _ref(name: str, table: str, meaning: str, *, needed: bool = False) -> Column:
    """Make a foreign-key column."""
    return C(name, f'INTEGER{" NOT NULL" if needed else ""} REFERENCES "{table}"(id)', meaning)


SITES = Table(
    name="sites",
    meaning="Hosts that pages came from.",
    label="name",
    columns=(
        ID,
        C("host", "TEXT NOT NULL UNIQUE", "Host name, with the port where it is not the usual one."),
        C("name", "TEXT", "Name that the site gives itself."),
        _ref("platform_id", "platforms", "Software that makes its pages."),
        C("first_seen_at", "TEXT NOT NULL", "When the first URL of this host was put down."),
    ),
    indexes=(("platform_id",),),
)
PLATFORMS = Table(
    name="platforms",
    meaning="Software families.",
    label="name",
    columns=(ID, C("name", "TEXT NOT NULL UNIQUE", "Family, as in `cleaners/platforms`.")),
)
GENRES = Table(
    name="genres",
    meaning="Genres of reports: 总结, 计划, 自查 …",
    label="name",
    columns=(ID, C("name", "TEXT NOT NULL UNIQUE", "The genre as it is called.")),
)
CRAWLS = Table(
    name="crawls",
    meaning="One run of `crawl`, `archive`, `import` or `reclean`.",
    label="label",
    columns=(
        ID,
        C("label", "TEXT NOT NULL", "What was asked for: a site, or the command."),
        C("spider", "TEXT NOT NULL", "forum, document, portal, urls or import."),
        C("started_at", "TEXT NOT NULL", "When it began."),
        C("heartbeat_at", "TEXT", "Last sign of life; a run without finish and heartbeat is dead."),
        C("finished_at", "TEXT", "When it ended by itself; null while it runs or after a kill."),
        C("finish_reason", "TEXT", "finished, interrupted, limit, disk_full, error."),
        C("pid", "INTEGER", "Process that ran it."),
        C("requests", "INTEGER NOT NULL DEFAULT 0", "Requests sent, robots.txt and retries among them."),
        C("pages", "INTEGER NOT NULL DEFAULT 0", "Pages captured."),
        C("reports_new", "INTEGER NOT NULL DEFAULT 0", "Reports that were not in the archive before."),
        C("copies_new", "INTEGER NOT NULL DEFAULT 0", "Copies that were not in the archive before."),
        C("bytes", "INTEGER NOT NULL DEFAULT 0", "Body bytes received."),
        C("software", "TEXT NOT NULL", "Name and version of the software that ran it."),
        C("settings", "TEXT", "JSON of the settings that differ from the defaults."),
    ),
)
FRONTIER = Table(
    name="frontier",
    meaning="Every URL ever seen, with its one state and the reason for it.",
    label="url",
    columns=(
        ID,
        C("key", "TEXT NOT NULL UNIQUE", "Canonical key of the page: all spellings of one page share it."),
        C("url", "TEXT NOT NULL", "The spelling to ask for."),
        _ref("site_id", "sites", "Host.", needed=True),
        C("state", "TEXT NOT NULL DEFAULT 'pending'",
          "pending, fetched, archived, unchanged, refused, quarantined, failed, skipped or listed."),
        C("reason", "TEXT", "Why it is in that state."),
        C("detail", "TEXT", "The site's own words, or ours; one line."),
        C("kind", "TEXT NOT NULL DEFAULT 'document'", "document, list, home, feed or attachment."),
        C("priority", "INTEGER NOT NULL DEFAULT 0", "Higher is fetched first."),
        C("depth", "INTEGER NOT NULL DEFAULT 0", "Links from a start URL."),
        C("parent_id", "INTEGER", "Frontier row that led here."),
        C("attempts", "INTEGER NOT NULL DEFAULT 0", "Fetches tried since it was last pending anew."),
        C("due_at", "TEXT", "Not before this instant; null = at once."),
        _ref("crawl_id", "crawls", "Run that claimed it last, or that last fetched it."),
        C("lease_until_at", "TEXT", "A claim that is older is void; null = not claimed."),
        C("http_status", "INTEGER", "Status of the last answer."),
        C("etag", "TEXT", "Validator of the last capture."),
        C("last_modified", "TEXT", "Validator of the last capture."),
        C("stamp", "TEXT", "What the last list said of the document's state (replies, last post)."),
        C("fetched_stamp", "TEXT", "The stamp when the page was last captured; equal = unchanged."),
        _ref("document_id", "documents", "Document this page belongs to, once it was read."),
        C("capture_id", "INTEGER", "Its latest capture."),
        C("note", "TEXT", "E.g. `duplicate of REPORT`."),
        C("first_seen_at", "TEXT NOT NULL", "When the URL was first met."),
        C("fetched_at", "TEXT", "When it was last fetched."),
    ),
    indexes=(("state", "site_id", "priority"), ("site_id",), ("document_id",), ("crawl_id",), ("lease_until_at",)),
)
CAPTURES = Table(
    name="captures",
    meaning="One fetch or one imported file; the bytes lie in a WARC file.",
    label="url",
    columns=(
        ID,
        _ref("frontier_id", "frontier", "URL it answers; null for an import without address."),
        _ref("crawl_id", "crawls", "Run that made it."),
        _ref("site_id", "sites", "Host; null for an import without address."),
        C("url", "TEXT", "URL asked for."),
        C("final_url", "TEXT", "URL that answered, after redirects."),
        C("status", "INTEGER NOT NULL", "HTTP status; 0 for an import."),
        C("source", "TEXT NOT NULL DEFAULT 'wire'", "wire or import."),
        C("file_name", "TEXT", "Name of the imported file."),
        C("media", "TEXT NOT NULL DEFAULT 'unknown'", "html, text or unknown."),
        C("fetched_at", "TEXT NOT NULL", "When the answer was complete."),
        C("sha256", "TEXT NOT NULL", "Digest of the body as received."),
        C("bytes", "INTEGER NOT NULL", "Body bytes as received."),
        C("warc_file", "TEXT NOT NULL", "Segment in `warc/`."),
        C("warc_offset", "INTEGER NOT NULL", "Where the record begins, in bytes."),
        C("warc_length", "INTEGER NOT NULL", "Compressed length of the record, in bytes."),
        C("charset", "TEXT", "Codec that read the bytes."),
        C("charset_how", "TEXT", "How the codec was decided."),
        C("state", "TEXT NOT NULL DEFAULT 'fetched'", "fetched (not yet read), read, listed, refused or quarantined."),
        C("reason", "TEXT", "Why it was refused or quarantined."),
        C("detail", "TEXT", "The site's own words, or ours."),
        C("page_kind", "TEXT", "thread, article, entry, list, notice, error, challenge, login …"),
        C("platform", "TEXT", "Family, version and the sign it was told by."),
        _ref("document_id", "documents", "Document it shows."),
        C("page", "INTEGER", "Page of the document, from 1."),
        C("recipe", "TEXT", "Digest of the rules and readers that read it last."),
        C("hints_digest", "TEXT", "Digest of the site's hints at that time."),
        C("headers", "TEXT", "JSON list of [name, value] as received."),
        C("redirects", "TEXT", "JSON list of [status, URL]."),
    ),
    indexes=(("frontier_id",), ("crawl_id",), ("site_id",), ("document_id",), ("state",), ("sha256",)),
)
DOCUMENTS = Table(
    name="documents",
    meaning="A thread, article or portal entry, at its canonical key.",
    label="title",
    columns=(
        ID,
        C("key", "TEXT NOT NULL UNIQUE", "Canonical key; for an import without address the digest of its bytes."),
        C("url", "TEXT", "Address a person would open."),
        _ref("site_id", "sites", "Host."),
        C("kind", "TEXT NOT NULL", "thread, article or entry."),
        C("view", "TEXT NOT NULL DEFAULT 'main'", "Best view read so far."),
        C("title", "TEXT", "Title as the page gives it."),
        C("category", "TEXT", "Category or tag."),
        C("author", "TEXT", "Author as stated."),
        C("published_on", "TEXT", "Date or instant as stated, with the page's zone; null = undated."),
        C("pages_of", "INTEGER", "Pages that it states to have."),
        C("pages_have", "INTEGER NOT NULL DEFAULT 0", "Pages read."),
        C("views", "INTEGER", "Views as last stated."),
        C("stated_replies", "INTEGER", "Replies as last stated."),
        C("is_complete", "INTEGER NOT NULL DEFAULT 1", "0 while pages are missing."),
        C("is_truncated", "INTEGER NOT NULL DEFAULT 0", "1 where the page says that it shows only a part."),
        C("noarchive", "INTEGER NOT NULL DEFAULT 0", "1 where the page asks not to be shown from an archive."),
        C("first_seen_at", "TEXT NOT NULL", "First capture."),
        C("last_seen_at", "TEXT NOT NULL", "Latest capture that showed it."),
        C("facts", "TEXT", "JSON of all facts, as `clean --json` prints them."),
    ),
    indexes=(("site_id",), ("published_on",)),
)
READINGS = Table(
    name="readings",
    meaning="The latest reading of each page, kept so that a document's pages can be joined.",
    hidden=True,
    columns=(
        C("capture_id", "INTEGER PRIMARY KEY REFERENCES captures(id)", "Capture that was read."),
        _ref("document_id", "documents", "Document the page belongs to.", needed=True),
        C("page", "INTEGER NOT NULL", "Page of the document, from 1."),
        C("view", "TEXT NOT NULL", "Which twin view."),
        C("body", "BLOB NOT NULL", "zlib of the reading's JSON."),
    ),
    indexes=(("document_id", "page"),),
)
REPORTS = Table(
    name="reports",
    meaning="What people count: one row a report, however many copies there are.",
    label="title",
    columns=(
        ID,
        C("public_id", "TEXT NOT NULL UNIQUE", "Stable id, minted once from the first text."),
        C("title", "TEXT", "Title of the canonical copy."),
        C("text_id", "INTEGER", "Canonical text (row of `texts`)."),
        _ref("genre_id", "genres", "Genre."),
        C("period", "TEXT", "Years the text speaks of, as JSON list."),
        C("script", "TEXT", "simplified, traditional or mixed."),
        C("first_published_on", "TEXT", "Earliest stated date of a copy; null = all undated."),
        C("copies", "INTEGER NOT NULL DEFAULT 0", "Places where it stands now."),
        C("sites", "INTEGER NOT NULL DEFAULT 0", "Distinct hosts among them."),
        C("chars", "INTEGER NOT NULL DEFAULT 0", "Characters of the canonical text, white space apart."),
        C("added_at", "TEXT NOT NULL", "When it was first filed."),
        _ref("crawl_id", "crawls", "Run that first filed it."),
        _ref("merged_into_id", "reports", "The report this id redirects to; null = it stands for itself."),
    ),
    indexes=(("text_id",), ("genre_id",), ("first_published_on",), ("crawl_id",), ("merged_into_id",), ("copies",)),
)
TEXTS = Table(
    name="texts",
    meaning="A distinct wording, with the keys by which the same report is recognised.",
    columns=(
        ID,
        C("sha256", "TEXT NOT NULL UNIQUE", "Digest of the cleaned text, NFC, white space ignored."),
        _ref("report_id", "reports", "Report it is a text of.", needed=True),
        C("chars", "INTEGER NOT NULL", "Characters, white space apart."),
        C("han", "INTEGER NOT NULL", "Han characters."),
        C("key", "TEXT NOT NULL", "Canonical key of the text without a leading line equal to its title."),
        C("title_key", "TEXT NOT NULL", "The same key with that line."),
        C("digits", "TEXT NOT NULL", "Digest of the digits in order: another year or figure is another edition."),
        C("rules", "TEXT NOT NULL", "Version of the key's rules."),
        C("text", "TEXT NOT NULL", "The cleaned text."),
    ),
    indexes=(("report_id",), ("key",), ("title_key",)),
)
COPIES = Table(
    name="copies",
    meaning="A report's text at a place: a floor or part of a document; a changed text is a new version.",
    label="url",
    columns=(
        ID,
        _ref("report_id", "reports", "Report.", needed=True),
        _ref("text_id", "texts", "Wording at this place.", needed=True),
        _ref("document_id", "documents", "Document.", needed=True),
        _ref("site_id", "sites", "Host."),
        C("position", "INTEGER NOT NULL", "Floor or part, from 1."),
        C("version", "INTEGER NOT NULL DEFAULT 1", "Counts the wordings seen at this place."),
        C("is_current", "INTEGER NOT NULL DEFAULT 1", "1 for the latest version."),
        C("relation", "TEXT NOT NULL DEFAULT 'identical'", "How it relates to the canonical text."),
        C("url", "TEXT", "Address of the document."),
        C("title", "TEXT", "Title at this place."),
        C("subtitle", "TEXT", "Heading inside the text where it differs from the title."),
        C("author", "TEXT", "Author as stated."),
        C("published_on", "TEXT", "Date or instant as stated; null = undated."),
        C("date_kind", "TEXT", "posted, published, uploaded or updated."),
        C("first_seen_at", "TEXT NOT NULL", "First capture that showed this version."),
        C("last_seen_at", "TEXT NOT NULL", "Latest capture that showed it."),
        _ref("capture_id", "captures", "Capture it was first read from."),
        _ref("crawl_id", "crawls", "Run that filed it."),
        C("shown_sha256", "TEXT", "Digest of the text before any rule."),
        C("facts", "TEXT", "JSON of the text's facts: script, masks, lost characters …"),
    ),
    constraints=("UNIQUE (document_id, position, version)",),
    indexes=(("report_id",), ("text_id",), ("site_id",), ("capture_id",), ("crawl_id",), ("published_on",)),
)
REPLIES = Table(
    name="replies",
    meaning="Floors that are no reports.",
    columns=(
        ID,
        _ref("document_id", "documents", "Thread.", needed=True),
        C("floor", "INTEGER NOT NULL", "Floor, from 1."),
        C("author", "TEXT", "Author as shown."),
        C("posted_on", "TEXT", "Instant as stated."),
        C("note", "TEXT", "shielded, anonymous, locked; null for an ordinary floor."),
        _ref("capture_id", "captures", "Capture it was read from."),
        C("text", "TEXT NOT NULL", "What it says."),
    ),
    constraints=("UNIQUE (document_id, floor)",),
    indexes=(("capture_id",),),
)
RELATIONS = Table(
    name="relations",
    meaning="How reports relate: edition (same wording, other figures), contains, sibling. Never a merge.",
    columns=(
        ID,
        _ref("report_id", "reports", "The one.", needed=True),
        _ref("other_id", "reports", "The other.", needed=True),
        C("relation", "TEXT NOT NULL", "edition, contains or sibling."),
        C("measure", "REAL", "How strong, 0 to 1."),
        C("rules", "TEXT NOT NULL", "Version of the rules that decided it."),
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
        _ref("copy_id", "copies", "Copy that was cleaned.", needed=True),
        C("rule", "TEXT NOT NULL", "Rule that did it."),
        C("start", "INTEGER NOT NULL", "Where, in characters of the text as shown."),
        C("taken", "TEXT NOT NULL", "What stood there."),
        C("put", "TEXT NOT NULL", "What stands there now."),
    ),
    indexes=(("copy_id",), ("rule",)),
)
ATTACHMENTS = Table(
    name="attachments",
    meaning="Files that documents offer.",
    label="name",
    columns=(
        ID,
        _ref("document_id", "documents", "Document.", needed=True),
        C("key", "TEXT NOT NULL", "Stable over signed links."),
        C("name", "TEXT", "File name as stated."),
        C("url", "TEXT", "Link as last seen."),
        C("stated_size", "TEXT", "Size as printed."),
    ),
    constraints=("UNIQUE (document_id, key)",),
)
FAILURES = Table(
    name="failures",
    meaning="Each attempt that did not give a page.",
    label="url",
    columns=(
        ID,
        C("url", "TEXT NOT NULL", "URL asked for."),
        _ref("frontier_id", "frontier", "Its frontier row."),
        _ref("crawl_id", "crawls", "Run."),
        C("stage", "TEXT NOT NULL", "fetch, read or file."),
        C("reason", "TEXT NOT NULL", "Reason, of the one list."),
        C("http_status", "INTEGER", "Status, where there was an answer."),
        C("message", "TEXT", "What was said, one line."),
        C("failed_at", "TEXT NOT NULL", "When."),
    ),
    indexes=(("frontier_id",), ("crawl_id",)),
)
DROPPED = Table(
    name="dropped_links",
    meaning="Links that a URL rule dropped, counted by page and rule.",
    columns=(
        _ref("frontier_id", "frontier", "Page that held them.", needed=True),
        C("rule", "TEXT NOT NULL", "Rule that dropped them."),
        C("links", "INTEGER NOT NULL", "How many."),
    ),
    constraints=("PRIMARY KEY (frontier_id, rule)",),
    without_rowid=True,
)
TOMBSTONES = Table(
    name="tombstones",
    meaning="What was forgotten on request, as digests; checked before fetching and on import.",
    columns=(
        ID,
        C("digest", "TEXT NOT NULL UNIQUE", "Salted digest of the key."),
        C("reason", "TEXT", "Why, as the person said."),
        C("forgotten_at", "TEXT NOT NULL", "When."),
    ),
)
ASSERTIONS = Table(
    name="assertions",
    meaning="A person's word: beats derived values, survives every rebuild, is shown as such.",
    columns=(
        ID,
        C("subject", "TEXT NOT NULL", "What it is about: `report:ID`, `copy:ID`, `document:KEY`."),
        C("field", "TEXT NOT NULL", "Which value."),
        C("value", "TEXT", "The value that holds."),
        C("who", "TEXT", "Who says so."),
        C("why", "TEXT", "On what ground."),
        C("asserted_at", "TEXT NOT NULL", "When it was said."),
    ),
    indexes=(("subject",),),
)
INFO = Table(
    name="archive_info",
    meaning="Versions that the rows depend on.",
    hidden=True,
    columns=(C("name", "TEXT PRIMARY KEY", "What."), C("value", "TEXT NOT NULL", "Its value.")),
    without_rowid=True,
)

TABLES: tuple[Table, ...] = (
    PLATFORMS, GENRES, SITES, CRAWLS, DOCUMENTS, FRONTIER, CAPTURES, READINGS, REPORTS, TEXTS, COPIES, REPLIES,
    RELATIONS, EDITS, ATTACHMENTS, FAILURES, DROPPED, TOMBSTONES, ASSERTIONS, INFO,
)
SEARCH_INDEX = (
    "CREATE VIRTUAL TABLE reports_fts USING fts5(title, text, content='', tokenize='unicode61 remove_diacritics 0')"
)
"""Contentless: fed by `archive.search` with bigrams of folded text; its rowid is the report's id."""
