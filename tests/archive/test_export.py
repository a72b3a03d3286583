"""What `export` hands out: a row a place, the items of compilations, the oldest of all editions, in a stable order."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from archive.export import COPY_COLUMNS, KINDS, copy_rows
from cleaners.reading import Facts
from tests.archive.desk import LONG, PLAN, WORK, Desk, article, entry, open_desk, reading

OTHER = "本校图书室每周三下午开放，借书证由班主任统一办理，逾期不还者停借一个月，请同学们互相转告。"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = open_desk(tmp_path)
    yield made
    made.archive.close()


def rows(desk: Desk) -> list[dict[str, Any]]:
    return [dict(row) for row in copy_rows(desk.archive)]


def put(desk: Desk, number: int, text: str) -> str:
    """File a text at an address of its own; gives its report's id."""
    url = f"http://a.test/{number}"
    filed = desk.file(reading(entry(text), key=f"doc:{number}", url=url))
    (public_id,) = filed.public_ids
    return public_id


def relate(desk: Desk, relation: str, *pairs: tuple[str, str], measure: float | None = None) -> None:
    """Relate reports; what duplicates decided by themselves is not what is looked at here."""
    desk.archive.conn.execute("DELETE FROM relations WHERE relation = ?", (relation,))
    query = "INSERT INTO relations (report_id, other_id, relation, measure, rules)" \
        " SELECT a.id, b.id, ?, ?, 'test' FROM reports a, reports b WHERE a.public_id = ? AND b.public_id = ?"
    desk.archive.conn.executemany(query, [(relation, measure, *pair) for pair in pairs])


def test_a_row_says_where_which_report_stands(desk: Desk) -> None:
    report = put(desk, 1, PLAN)
    (row,) = rows(desk)
    assert tuple(row) == COPY_COLUMNS
    (text_id,) = desk.rows("SELECT id FROM texts")[0]
    assert {**row, "first_seen_at": ""} == {
        "url": "http://a.test/1", "report_id": report, "text_id": text_id, "relation": "identical", "measure": None,
        "edition_of": None, "document": "doc:1", "source_id": None, "position": 1, "part": 0, "title": "读书活动总结",
        "published_on": None, "date_kind": None, "site": "a.test", "first_seen_at": "",
    }  # fmt: skip
    assert row["first_seen_at"].startswith("2026-11-22T03:01")


def test_only_what_stands_there_now_is_a_place(desk: Desk) -> None:
    put(desk, 1, PLAN)
    now = put(desk, 1, WORK)
    assert [row["report_id"] for row in rows(desk)] == [now]


def test_relation_and_measure_are_those_of_the_wording(desk: Desk) -> None:
    put(desk, 1, PLAN)
    desk.archive.conn.execute("UPDATE texts SET relation = 'excerpt', measure = 0.97")
    (row,) = rows(desk)
    assert (row["relation"], row["measure"]) == ("excerpt", 0.97)


def test_editions_are_followed_to_the_oldest_over_any_number(desk: Desk) -> None:
    first, second, third = (put(desk, number, text) for number, text in ((1, PLAN), (2, WORK), (3, LONG)))
    alone = put(desk, 4, OTHER)
    relate(desk, "edition", (second, third), (first, third))
    assert {row["report_id"]: row["edition_of"] for row in rows(desk)} == {
        first: first, second: first, third: first, alone: None}
    desk.archive.conn.execute("UPDATE reports SET added_at = '2001' WHERE public_id = ?", (third,))
    assert {row["edition_of"] for row in rows(desk)} == {third, None}


@pytest.mark.parametrize(("relation", "items"), [("identical", 2), ("same", 2), ("excerpt", 0)])
def test_a_compilation_has_a_row_for_each_report_in_it(desk: Desk, relation: str, items: int) -> None:
    whole, one, other, edition = (put(desk, at, text) for at, text in ((1, PLAN), (2, WORK), (3, LONG), (4, OTHER)))
    relate(desk, "contains", (whole, one), (whole, other), measure=0.99)
    relate(desk, "edition", (one, edition))
    desk.archive.conn.execute("UPDATE texts SET relation = ?", (relation,))
    found = [row for row in rows(desk) if row["document"] == "doc:1"]
    assert (found[0]["report_id"], found[0]["relation"], found[0]["edition_of"]) == (whole, relation, None)
    within = found[1:]
    assert [(row["report_id"], row["relation"], row["measure"]) for row in within] == [
        (public_id, "contains", 0.99) for public_id in sorted((one, other))][:items]
    assert [row["edition_of"] for row in within if row["report_id"] == one] == [one] * (items // 2)
    assert {(row["url"], row["text_id"]) for row in found} == {("http://a.test/1", found[0]["text_id"])}


def test_a_report_that_was_merged_is_named_by_the_one_that_stands(desk: Desk) -> None:
    stays, goes, item = (put(desk, number, text) for number, text in ((1, PLAN), (2, WORK), (3, LONG)))
    relate(desk, "contains", (item, goes))
    desk.archive.conn.execute(
        "UPDATE reports SET merged_into_id = (SELECT id FROM reports WHERE public_id = ?) WHERE public_id = ?",
        (stays, goes))
    assert [(row["document"], row["report_id"], row["relation"]) for row in rows(desk)] == [
        ("doc:1", stays, "identical"), ("doc:2", stays, "identical"), ("doc:3", item, "identical"),
        ("doc:3", stays, "contains")]


SOURCES = [
    ("jsonl:a:1", Facts(), "a:1"),
    ("given:url:http://a.test/1", Facts(document_id="7", where=(("document_id", "as given"),)), "7"),
    ("given:url:http://a.test/1", Facts(document_id="7", where=(("document_id", "文档编号"),)), None),
    ("given:url:http://a.test/1", Facts(), None),
    ("file:00ff", Facts(document_id="7", where=(("document_id", "as given"),)), None),
    ("discuz:a.test:thread:1", Facts(document_id="7"), None),
]


@pytest.mark.parametrize(("key", "facts", "source_id"), SOURCES)
def test_the_id_that_a_text_came_with_is_told(desk: Desk, key: str, facts: Facts, source_id: str | None) -> None:
    desk.file(article(PLAN, key=key, facts=facts))
    (row,) = rows(desk)
    assert (row["document"], row["source_id"]) == (key, source_id)


def test_the_order_hangs_on_keys_and_places_alone(desk: Desk) -> None:
    for number in (3, 1, 2):
        put(desk, number, (PLAN, WORK, LONG)[number - 1])
    desk.file(reading(entry(OTHER), entry(PLAN, position=2), key="doc:0", url="http://b.test/0"))
    assert [(row["document"], row["position"]) for row in rows(desk)] == [
        ("doc:0", 1), ("doc:0", 2), ("doc:1", 1), ("doc:2", 1), ("doc:3", 1)]
    plan = desk.rows("EXPLAIN QUERY PLAN SELECT 1 FROM documents ORDER BY key")
    assert not any("TEMP B-TREE" in str(step) for step in plan)


def test_rows_are_of_one_instant_and_leave_the_archive_free(desk: Desk, tmp_path: Path) -> None:
    put(desk, 1, PLAN)
    put(desk, 2, WORK)
    found = copy_rows(desk.archive)
    next(found)
    with sqlite3.connect(tmp_path / "archive.db") as conn:
        conn.execute("UPDATE copies SET title = '改了'")
    conn.close()
    assert next(found)["title"] == "读书活动总结"
    found.close()
    assert not desk.archive.conn.in_transaction
    assert {row["title"] for row in rows(desk)} == {"改了"}


def test_every_kind_says_what_it_is_and_gives_its_columns(desk: Desk) -> None:
    put(desk, 1, PLAN)
    for name, kind in KINDS.items():
        assert kind.meaning, name
        assert tuple(next(kind.rows(desk.archive))) == kind.columns
