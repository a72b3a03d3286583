"""The ready-made questions over an archive made by hand: what each answers, and that none reads what it need not."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from archive.bigrams import match_query
from archive.datasette.config import metadata
from archive.datasette.queries import CANNED
from archive.snippet import snippet
from tests.archive.asked_archive import made

BY_NAME = {canned.name: canned for canned in CANNED}
TITLE = "意识形态工作总结"


@pytest.fixture(scope="module")
def conn(tmp_path_factory: pytest.TempPathFactory) -> Iterator[sqlite3.Connection]:
    """A read-only connection, as Datasette has one."""
    path = made(tmp_path_factory.mktemp("asked"))
    opened = sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)
    opened.row_factory = sqlite3.Row
    opened.create_function("zh_query", 1, lambda words: match_query(words) or '""', deterministic=True)
    opened.create_function("zh_snippet", 2, snippet, deterministic=True)
    yield opened
    opened.close()


def ask(conn: sqlite3.Connection, name: str, **typed: str) -> list[sqlite3.Row]:
    """Ask as Datasette does: what is not typed in is empty."""
    canned = BY_NAME[name]
    return conn.execute(canned.sql, dict.fromkeys(canned.params, "") | typed).fetchall()


# (question, typed, columns, rows)
ANSWERS: list[tuple[str, dict[str, str], str, list[tuple[Any, ...]]]] = [
    ("search", {"q": "意识形态"}, "title copies", [(TITLE, 3), ("研究會", 1)]),
    ("search", {"q": ""}, "title", []),
    ("who_published_first", {"public_id": TITLE}, "published_on host date_kind", [
        ("2019-03-03T08:00:00+08:00", "b.test", "published"), ("2020-05-05", "a.test", "published"),
        (None, "c.test", "uploaded")]),
    ("who_published_first", {"public_id": "f8b39728e3"}, "host", [("b.test",), ("a.test",), ("c.test",)]),
    ("who_published_first", {}, "host", []),
    ("wordings", {"public_id": TITLE}, "relation copies sites dated_copies", [("identical", 3, 3, 2)]),
    ("mirrors", {}, "host other_host shared_places example", [("a.test", "b.test", 1, "/thread-77.html")]),
    ("mirrors", {"host": "b.test"}, "host other_host shared_places", [("b.test", "a.test", 1)]),
    ("mirrors", {"host": "c.test"}, "host", []),
    ("term_by_year", {"term": "意識形態"}, "year reports_with_it all_reports percent copies_with_it all_copies", [
        ("2019", 1, 1, 100.0, 3, 3), ("2020", 0, 1, 0.0, 0, 1), ("无日期 undated", 1, 2, 50.0, 1, 2)]),
    ("term_by_site", {"term": "意识形态"}, "host reports_with_it all_reports percent", [
        ("b.test", 2, 2, 100.0), ("a.test", 1, 3, 33.3), ("c.test", 1, 1, 100.0)]),
    ("by_period", {}, "period reports percent_of_reports", [("未述年份 none stated", 4, 100.0)]),
    ("by_year_genre", {}, "year reports copies", [("无日期 undated", 2, 2), ("2020", 1, 1), ("2019", 1, 3)]),
    ("sites_overview", {}, "host reports only_here percent_only_here copies undated_copies percent_undated", [
        ("a.test", 3, 2, 66.7, 3, 1, 33.3), ("b.test", 2, 1, 50.0, 2, 1, 50.0), ("c.test", 1, 0, 0.0, 1, 1, 100.0)]),
    ("by_site_year", {"host": "a.test"}, "host year reports copies percent_of_site", [
        ("a.test", "无日期 undated", 1, 1, 33.3), ("a.test", "2020", 2, 2, 66.7)]),
    ("by_site_year", {"host": "nowhere"}, "host", []),
    ("first_publishers", {}, "host dated_earliest shared_reports percent undated_here", [
        ("b.test", 1, 1, 100.0, 0), ("a.test", 0, 1, 0.0, 0), ("c.test", 0, 1, 0.0, 1)]),
    ("host_graph", {}, "earlier_host later_host reports dated_reports percent_dated", [
        ("b.test", "a.test", 1, 1, 100.0), ("b.test", "c.test", 1, 0, 0.0)]),
    ("host_graph", {"host": "a.test"}, "earlier_host later_host", [("b.test", "a.test")]),
    ("site_overlap", {}, "host other_host shared_reports percent_of_host percent_of_other", [
        ("a.test", "b.test", 1, 33.3, 50.0), ("a.test", "c.test", 1, 33.3, 100.0)]),
    ("site_overlap", {"host": "c.test"}, "other_host percent_of_host", [("a.test", 100.0), ("b.test", 100.0)]),
    ("undated_copies", {"host": "c.test"}, "url stated_on date_kind", [("http://c.test/3", "2019-01-01", "uploaded")]),
    ("labelled", {"label": "核"}, "label title", [("待核", TITLE)]),
    ("labelled", {"label": "无"}, "label", []),
    ("what_people_said", {"field": "label"}, "value", [("待核",)]),
    ("what_people_said", {"field": "title"}, "value", []),
    ("states", {}, "state reason urls percent", [("archived", None, 5, 83.3), ("refused", "gone", 1, 16.7)]),
    ("gone_since", {}, "reason title", [("gone", TITLE)]),
    ("what_was_removed", {}, "rule changes copies percent_of_copies", [("<b>", 1, 1, 16.7), ("footer", 1, 1, 16.7)]),
    ("changes_by_rule", {"rule": "footer"}, "taken put title", [("本文来自某站", "", TITLE)]),
    ("claimed_length_mismatch", {}, "url claimed_chars kept_chars percent_off", [("http://a.test/5", 900, 44, -95.1)]),
    ("noarchive_pages", {}, "host document", [("a.test", 6)]),
    ("incomplete_documents", {}, "document", [(6,)]),
    ("new_since_last_crawl", {}, "title", []),
    ("crawl_health", {}, "label reports_new copies_new failures percent_failed", [("test", 4, 6, 0, None)]),
]  # fmt: skip


@pytest.mark.parametrize(("name", "typed", "columns", "rows"), ANSWERS)
def test_what_a_question_answers(
    conn: sqlite3.Connection, name: str, typed: dict[str, str], columns: str, rows: list[tuple[Any, ...]]
) -> None:
    assert [tuple(row[column] for column in columns.split()) for row in ask(conn, name, **typed)] == rows


@pytest.mark.parametrize("name", BY_NAME)
@pytest.mark.parametrize("typed", ["", "意识", "' OR 1=1 --", '"*^:(', "-1", "9" * 40, "\u202e\ufdfa"])
def test_whatever_is_typed_is_only_a_value(conn: sqlite3.Connection, name: str, typed: str) -> None:
    ask(conn, name, **dict.fromkeys(BY_NAME[name].params, typed))


@pytest.mark.parametrize("name", BY_NAME)
def test_each_is_told_in_both_languages_and_has_an_end(name: str) -> None:
    canned = BY_NAME[name]
    assert canned.title == f"{canned.chinese} {canned.english}"
    assert any("一" <= sign <= "鿿" for sign in canned.tells_chinese)
    assert canned.tells_english.isascii()
    assert canned.tells_english.endswith(".")
    assert "limit " in canned.sql
    assert all(f":{param}" in canned.sql for param in canned.params)


# Over 336,000 copies each of these took from one to four seconds before they had their index.
LARGE = ["copies", "documents", "captures", "edits", "texts"]
ENDS_EARLY = {"mirrors"}
"""Those that read the latest rows, up to a number."""


@pytest.mark.parametrize("name", sorted(set(BY_NAME) - ENDS_EARLY))
def test_no_question_reads_all_rows_of_a_large_table(conn: sqlite3.Connection, name: str) -> None:
    canned = BY_NAME[name]
    steps = conn.execute(f"explain query plan {canned.sql}", dict.fromkeys(canned.params, ""))
    plan = [str(step["detail"]) for step in steps]
    assert not {f"SCAN {table}" for table in LARGE} & set(plan), plan


def test_the_source_is_one_for_every_name_of_a_file() -> None:
    said = metadata(["年报 2026", "b"])["databases"]
    assert said["年报 2026"] == said["b"]
    assert list(said["b"]["queries"]) == list(BY_NAME)


def test_an_older_archive_is_asked_only_what_it_can_answer(tmp_path: Path) -> None:
    from archive.datasette.told import _tried  # noqa: PLC0415 - it imports datasette

    path = made(tmp_path)
    with sqlite3.connect(path) as older:
        older.create_function("zh_query", 1, str)
        older.create_function("zh_snippet", 2, str)
        assert _tried(older) == frozenset(BY_NAME)
        older.execute("DROP TABLE passage_uses")
        older.execute("ALTER TABLE copies RENAME COLUMN asserted TO later")
        left = _tried(older)
    assert {"search", "states", "term_by_year", "most_shared_passages"} <= left
    assert not {"passage_users", "host_graph", "who_published_first"} & left
