"""Meanings of tables and columns in Chinese: all that people are shown, and nothing that is not there."""

import pytest

from archive.datasette import column_words
from archive.datasette.column_words import column_meaning, table_meaning
from archive.datasette.config import tables
from archive.schema import TABLES, Table

SHOWN = [table for table in TABLES if not table.hidden]


@pytest.mark.parametrize("table", SHOWN, ids=lambda table: table.name)
def test_what_people_are_shown_is_told_in_both_languages(table: Table) -> None:
    said = tables()[table.name]
    assert said["description"] == f"{table_meaning(table.name)} {table.meaning}"
    for column in table.columns:
        assert said["columns"][column.name] == f"{column_meaning(table.name, column.name)} {column.meaning}"
        assert column_meaning(table.name, column.name) is not None, column.name


def test_no_word_is_about_what_is_not_there() -> None:
    shown = {table.name: {column.name for column in table.columns} for table in SHOWN}
    assert column_words.TABLES.keys() == shown.keys()
    assert {name: words.keys() - shown[name] for name, words in column_words.OF_TABLES.items()} == {
        name: set() for name in column_words.OF_TABLES
    }
    told_by_name = {
        column for name, columns in shown.items() for column in columns - column_words.OF_TABLES.get(name, {}).keys()
    }
    assert column_words.COLUMNS.keys() == told_by_name


def test_hidden_tables_have_none() -> None:
    assert table_meaning("postings") is None
    assert column_meaning("postings", "id") is None
