"""The tables: each column explained, each link indexed, all of it created."""

import sqlite3
from pathlib import Path

import pytest

from archive.database import open_archive
from archive.migrations import MIGRATIONS, STEPS
from archive.schema import SCHEMA_VERSION, TABLES, Column, Index, Table, statements


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_every_column_says_what_it_means(table: Table) -> None:
    assert table.meaning.endswith((".", "…"))
    for column in table.columns:
        assert column.meaning.endswith((".", "…")), column.name


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_every_foreign_key_leads_an_index(table: Table) -> None:
    leading = {columns[0] for columns in table.indexes} | {index.columns[0] for index in table.named_indexes}
    unique = {text.split("(")[1].split(",")[0].strip(" )") for text in table.constraints if "(" in text}
    for column in table.columns:
        if "REFERENCES" in column.sql and "PRIMARY KEY" not in column.sql:
            assert column.name in leading | unique, f"{table.name}.{column.name}"


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_measured_instants_end_in_at_and_are_text(table: Table) -> None:
    for column in table.columns:
        if column.name.endswith("_at"):
            assert column.sql.startswith("TEXT"), column.name


def test_statements_of_a_table_with_every_kind_of_part() -> None:
    table = Table(
        name="t",
        meaning="A test.",
        columns=(Column("a", "INTEGER PRIMARY KEY", "A."), Column("b", "TEXT", "B.")),
        constraints=("UNIQUE (b)",),
        indexes=(("b", "a"),),
        named_indexes=(Index(name="idx_b", columns=("b DESC",), where="b IS NOT NULL"),),
    )
    assert table.create() == 'CREATE TABLE "t" (\n  "a" INTEGER PRIMARY KEY,\n  "b" TEXT,\n  UNIQUE (b)\n)'
    assert table.create_indexes() == (
        'CREATE INDEX "idx_t_b_a" ON "t" (b, a)',
        'CREATE INDEX "idx_b" ON "t" (b DESC) WHERE b IS NOT NULL',
    )


def test_all_statements_run_on_an_empty_database_in_their_order() -> None:
    conn = sqlite3.connect(":memory:")
    for statement in statements():
        conn.execute(statement)
    conn.execute("PRAGMA foreign_key_check")
    made = {name for (name,) in conn.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    assert {table.name for table in TABLES} | {"reports_fts"} <= made


def test_the_archive_has_exactly_the_columns_that_are_written_down(tmp_path: Path) -> None:
    with open_archive(tmp_path, create=True) as archive:
        for table in TABLES:
            found = [row[1] for row in archive.conn.execute(f'PRAGMA table_info("{table.name}")')]
            assert found == [column.name for column in table.columns]


def test_every_step_is_named_and_the_version_counts_them(tmp_path: Path) -> None:
    with open_archive(tmp_path, create=True) as archive:
        assert tuple(step.name for step in MIGRATIONS.applied(archive.db)) == STEPS
        assert not MIGRATIONS.pending(archive.db)
    assert len(STEPS) == SCHEMA_VERSION
