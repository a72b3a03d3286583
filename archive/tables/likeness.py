"""Tables by which near-duplicates are found: sketches of texts and their postings. No rows are read or written here.

All of it is derived from `texts` and can be made anew at any time by `rededup`.
"""

from archive.tables.table import Column, Table, ref

SKETCHES = Table(
    name="sketches",
    meaning="A sketch of each wording that other texts are compared with.",
    hidden=True,
    columns=(
        Column("seq", "INTEGER PRIMARY KEY AUTOINCREMENT", "Order of making; never used twice."),
        ref("text_id", "texts", "Wording.", needed=True),
        Column("rules", "TEXT NOT NULL", "Version of the rules that made it."),
        Column("grams", "INTEGER NOT NULL", "Overlapping runs of eight Han characters that it is taken from."),
        Column("hashes", "BLOB NOT NULL", "The hashes kept of them, six bytes each, ascending."),
    ),
    constraints=("UNIQUE (text_id)",),
    indexes=(("text_id", "grams"),),  # sizes of two hundred texts are asked for at a time: no row of 2 KB is read
)
POSTINGS = Table(
    name="postings",
    meaning="Wordings by hash of their sketches; what was merged from `sketches` so far.",
    hidden=True,
    columns=(
        Column("hash", "INTEGER PRIMARY KEY", "A hash of 48 bits."),
        Column("texts", "BLOB NOT NULL", "Rows of `texts`, four bytes each, ascending."),
    ),
)
MERGED = Table(
    name="postings_merged",
    meaning="How far each slice of the hashes was merged.",
    hidden=True,
    columns=(
        Column("slice", "INTEGER PRIMARY KEY", "Part of the range of the hashes, from 0."),
        Column("seq", "INTEGER NOT NULL", "Sketches up to this one are in `postings`."),
    ),
)
STOP_GRAMS = Table(
    name="stop_grams",
    meaning="Runs of five Han characters that many reports of this archive share, learned by `rededup`.",
    hidden=True,
    columns=(
        Column("id", "INTEGER PRIMARY KEY CHECK (id = 1)", "One row."),
        Column("rules", "TEXT NOT NULL", "Version of the rules that learned them."),
        Column("reports", "INTEGER NOT NULL", "Reports that they were learned from."),
        Column("hashes", "BLOB NOT NULL", "Their hashes, eight bytes each, ascending."),
    ),
)
