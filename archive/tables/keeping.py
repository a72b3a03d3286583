"""Tables of the keeper: what a person said or had removed, and the versions. No rows are read or written here."""

from archive.tables.table import ID, Column, Table, ref

TOMBSTONES = Table(
    name="tombstones",
    meaning="What was forgotten on request, as digests; checked before fetching and on import.",
    columns=(
        ID,
        Column("digest", "TEXT NOT NULL UNIQUE", "Salted digest of the key."),
        Column("reason", "TEXT", "Why, as the person said."),
        Column("forgotten_at", "TEXT NOT NULL", "When."),
    ),
)
ASSERTIONS = Table(
    name="assertions",
    meaning="A person's word: beats derived values, survives every rebuild, is shown as such.",
    columns=(
        ID,
        Column("subject", "TEXT NOT NULL", "What it is about: `report:ID`, `copy:KEY#POSITION.PART`, `document:KEY`."),
        Column("field", "TEXT NOT NULL", "title, published_on, author, genre, label, same_as or not_same_as."),
        Column("value", "TEXT", "What is said; of same_as and not_same_as the id of the other report."),
        Column("who", "TEXT", "Who says so."),
        Column("why", "TEXT", "On what ground."),
        Column("asserted_at", "TEXT NOT NULL", "When it was said."),
        Column("state", "TEXT NOT NULL DEFAULT 'holds'",
               "holds; replaced or retracted by a later word; retraction: the word that took another one back."),
        ref("ended_by_id", "assertions", "The later word that replaced it or took it back."),
    ),
    indexes=(("subject",), ("field", "value"), ("ended_by_id",)),
)
INFO = Table(
    name="archive_info",
    meaning="Versions that the rows depend on.",
    hidden=True,
    columns=(Column("name", "TEXT PRIMARY KEY", "What."), Column("value", "TEXT NOT NULL", "Its value.")),
    without_rowid=True,
)
