"""Tables of passages: sentences and paragraphs that recur in different reports. No rows are read or written here.

All of it is derived from the canonical texts; `archive.passages` makes it anew beside the old rows and swaps.
"""

from archive.tables.table import ID, Column, Table, ref

BESIDE = "_new"
"""What the names of the tables end in while they are being made."""


def _tables(suffix: str) -> tuple[Table, Table]:
    """Give both tables under their names with a suffix; uses lead to the passages of the same suffix."""
    passages = Table(
        name=f"passages{suffix}",
        meaning="Sentences and paragraphs that recur in different reports: the phrase stock of the genre.",
        label="text",
        columns=(
            ID,
            Column("kind", "TEXT NOT NULL", "sentence, or paragraph (a line of two sentences or more)."),
            Column("reports", "INTEGER NOT NULL", "Different reports that have it: editions of one report count once,"
                   " a compilation beside its own item not at all."),
            Column("sites", "INTEGER NOT NULL", "Distinct hosts on which these reports stand now."),
            Column("figures", "INTEGER NOT NULL", "In how many ways its figures are filled in; 1 = everywhere alike."),
            Column("chars", "INTEGER NOT NULL", "Characters, white space apart."),
            Column("first_used_on", "TEXT", "Earliest date (posted, published or asserted) of a copy of these reports;"
                   " null = all undated."),
            # A report that is forgotten takes its uses with it, and must not be held back by them.
            Column("first_report_id", 'INTEGER REFERENCES "reports"(id) ON DELETE SET NULL',
                   "Report with that date; the one filed first among equals and undated ones."),
            Column("text", "TEXT NOT NULL", "The words as that report has them."),
        ),
        indexes=(("first_report_id",), ("reports",)),
    )  # fmt: skip
    uses = Table(
        name=f"passage_uses{suffix}",
        meaning="Which report has which passage, and where in its canonical text: its first place there.",
        columns=(
            ref("passage_id", passages.name, "Passage.", needed=True),
            Column("report_id", 'INTEGER NOT NULL REFERENCES "reports"(id) ON DELETE CASCADE', "Report."),
            Column("start", "INTEGER NOT NULL", "Where it begins, in characters of the canonical text, from 0."),
            Column("end", "INTEGER NOT NULL", "Where it ends: the character behind its last one."),
            Column("is_counted", "INTEGER NOT NULL", "1 for the reports that `passages.reports` counts: one of each set"
                   " of editions; 0 for its other editions, and for a compilation beside its own item."),
        ),
        constraints=("PRIMARY KEY (passage_id, report_id)",),
        indexes=(("report_id",),),
        without_rowid=True,
    )  # fmt: skip
    return passages, uses


PASSAGES, PASSAGE_USES = _tables("")
SHADOWS = _tables(BESIDE)
"""The same two while they are being made; no part of the schema."""
