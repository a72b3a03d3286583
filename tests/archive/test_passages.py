"""Passages of an archive: which reports count as different ones, first use, spread; the same rows every time."""

import random
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest

from archive import passage_finding, passages
from archive.asserting import Word, say
from archive.database import open_archive
from archive.errors import ArchiveError, Busy
from archive.locks import hold
from archive.passages import rebuild_passages
from tests.archive.desk import Desk, open_desk
from tests.archive.passage_desk import MEETING, SHARED, THIRD, file, own, relate

ROWS = "SELECT kind, text, reports, sites, figures, first_used_on, first_report_id FROM passages ORDER BY text"


def tables(desk: Desk) -> list[list[tuple[Any, ...]]]:
    return [desk.rows("SELECT * FROM passages ORDER BY id"),
            desk.rows("SELECT * FROM passage_uses ORDER BY passage_id, report_id")]  # fmt: skip


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = open_desk(tmp_path)
    yield made
    made.archive.close()


def test_a_sentence_of_two_reports_is_a_passage_with_its_first_use_and_its_hosts(desk: Desk) -> None:
    file(desk, 1, SHARED, date="2014-05-01")
    file(desk, 2, "一是全鎮上下要把安全生產責任落到每一個崗位；", host="b.test", date="2012-03-09")
    file(desk, 3, "1." + SHARED, host="b.test")
    file(desk, 4, SHARED[1:], date="2001-01-01")
    assert rebuild_passages(desk.archive) == 1
    text = "全鎮上下要把安全生產責任落到每一個崗位；"
    assert desk.rows(ROWS) == [("sentence", text, 3, 2, 1, "2012-03-09", 2)]
    uses = desk.rows('SELECT report_id, start, "end", is_counted FROM passage_uses')
    assert uses == [(1, 81, 101, 1), (2, 83, 103, 1), (3, 83, 103, 1)]


def test_a_host_that_shows_other_words_now_is_not_counted(desk: Desk) -> None:
    for number, host in enumerate(("a.test", "b.test", "c.test"), start=1):
        file(desk, number, SHARED, host=host)
    desk.archive.conn.execute("UPDATE copies SET is_current = 0 WHERE report_id = 2")
    rebuild_passages(desk.archive)
    assert desk.rows("SELECT reports, sites FROM passages") == [(3, 2)]


def test_a_report_with_a_sentence_twice_is_one_report(desk: Desk) -> None:
    file(desk, 1, SHARED, SHARED)
    assert rebuild_passages(desk.archive) == 0
    file(desk, 2, THIRD, SHARED, SHARED)
    assert rebuild_passages(desk.archive) == 1
    assert desk.rows("SELECT report_id, start FROM passage_uses") == [(1, 81), (2, 102)]


def test_other_figures_are_the_same_passage_and_counted(desk: Desk) -> None:
    file(desk, 1, MEETING)
    file(desk, 2, MEETING.replace("12", "15"))
    file(desk, 3, MEETING.replace("12", "15"))
    rebuild_passages(desk.archive)
    assert desk.rows(ROWS) == [("sentence", MEETING, 3, 1, 2, None, 1)]


def test_a_paragraph_is_found_beside_its_sentences(desk: Desk) -> None:
    file(desk, 1, SHARED + THIRD)
    file(desk, 2, SHARED + THIRD)
    file(desk, 3, SHARED)
    rebuild_passages(desk.archive)
    found = {text: (kind, reports) for kind, text, reports, *_ in desk.rows(ROWS)}
    assert found == {SHARED: ("sentence", 3), THIRD: ("sentence", 2), SHARED + THIRD: ("paragraph", 2)}


# (date and its kind of two reports, the date of first use, the report)
DATES = [
    ([("2015-01-01", "posted"), ("2014-01-01", "published")], "2014-01-01", 2),
    ([("2015-01-01", "posted"), ("2014-01-01", "uploaded")], "2015-01-01", 1),
    ([("2015-01-01", "updated"), ("2014-01-01", "uploaded")], None, 1),
    ([(None, None), ("2019-01-01", "posted")], "2019-01-01", 2),
    ([("2015-01-01", "posted"), ("2015-01-01", "posted")], "2015-01-01", 1),
]


@pytest.mark.parametrize(("dates", "first_on", "first"), DATES)
def test_first_use_is_the_earliest_date_of_publication(
    desk: Desk, dates: list[tuple[str | None, str | None]], first_on: str | None, first: int
) -> None:
    for number, date in enumerate(dates, start=1):
        file(desk, number, SHARED)
        desk.archive.conn.execute("UPDATE copies SET published_on = ?, date_kind = ? WHERE report_id = ?",
                                  (*date, number))  # fmt: skip
    rebuild_passages(desk.archive)
    assert desk.rows("SELECT first_used_on, first_report_id FROM passages") == [(first_on, first)]


# (a person's date of the first of two reports, the date of first use, the report)
ASSERTED = [("2009-01-01", "2009-01-01", 1), ("2020-01-01", "2014-01-01", 2)]


@pytest.mark.parametrize(("date", "first_on", "first"), ASSERTED)
def test_a_persons_date_beats_the_stated_one(desk: Desk, date: str, first_on: str, first: int) -> None:
    file(desk, 1, SHARED, date="2012-01-01")
    file(desk, 2, SHARED, date="2014-01-01")
    word = Word(subject="document:a.test:1", field="published_on", value=date, who="t")
    with desk.archive.transaction() as conn:
        say(conn, word, now=desk.at)
    rebuild_passages(desk.archive)
    assert desk.rows("SELECT first_used_on, first_report_id FROM passages") == [(first_on, first)]


# (relations among reports 1 to 4, which all have the sentence; different reports, those that count)
FAMILIES: list[tuple[list[tuple[int, str, int]], int, list[int]]] = [
    ([], 4, [1, 2, 3, 4]),
    ([(1, "edition", 2)], 3, [1, 3, 4]),
    ([(1, "edition", 2), (2, "edition", 3)], 2, [1, 4]),
    ([(1, "edition", 2), (2, "edition", 3), (3, "edition", 4)], 0, []),
    ([(1, "same", 2)], 3, [1, 3, 4]),
    ([(1, "sibling", 2), (3, "sibling", 4)], 4, [1, 2, 3, 4]),
    ([(4, "contains", 1)], 3, [1, 2, 3]),
    ([(4, "contains", 1), (4, "contains", 2), (4, "contains", 3)], 3, [1, 2, 3]),
    ([(3, "contains", 1), (4, "contains", 1)], 2, [1, 2]),
    ([(2, "contains", 1), (3, "contains", 1), (4, "contains", 1)], 0, []),
    ([(4, "contains", 1), (1, "edition", 2)], 2, [1, 3]),
    ([(1, "contains", 2), (2, "contains", 1)], 3, [1, 3, 4]),
]


@pytest.mark.parametrize(("relations", "reports", "counted"), FAMILIES)
def test_editions_and_compilations_are_no_different_reports(
    desk: Desk, relations: list[tuple[int, str, int]], reports: int, counted: list[int]
) -> None:
    for number in range(1, 5):
        file(desk, number, SHARED)
    for relation in relations:
        relate(desk, *relation)
    rebuild_passages(desk.archive)
    assert desk.rows("SELECT reports FROM passages") == ([(reports,)] if reports else [])
    assert [row[0] for row in desk.rows("SELECT report_id FROM passage_uses WHERE is_counted")] == counted


def test_a_compilation_beside_an_item_without_the_sentence_counts(desk: Desk) -> None:
    file(desk, 1)
    file(desk, 2, SHARED)
    file(desk, 3, SHARED)
    relate(desk, 3, "contains", 1)
    rebuild_passages(desk.archive)
    assert desk.rows("SELECT reports FROM passages") == [(2,)]


def test_reports_that_redirect_or_stand_nowhere_have_no_passages(desk: Desk) -> None:
    for number in range(1, 5):
        file(desk, number, SHARED)
    desk.archive.conn.execute("DELETE FROM copies WHERE report_id = 3")
    desk.archive.conn.execute("UPDATE reports SET merged_into_id = 1 WHERE id = 4")
    rebuild_passages(desk.archive)
    assert desk.rows("SELECT report_id FROM passage_uses") == [(1,), (2,)]


def fill(desk: Desk, numbers: Iterable[int]) -> None:
    """File reports of which each shares sentences with some others."""
    stock = [own(1000 + number).splitlines()[0] for number in range(12)]
    for number in numbers:
        file(desk, number, *(line for at, line in enumerate(stock) if number % (at + 2) == 0),
             host=f"h{number % 5}.test", date=f"20{10 + number}-01-01")  # fmt: skip


def test_the_same_reports_give_the_same_rows(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(desk, range(1, 25))
    count = rebuild_passages(desk.archive)
    before = desk.everything()
    assert count == len(before["passages"]) == 11
    assert rebuild_passages(desk.archive) == count
    assert desk.everything() == before
    monkeypatch.setattr(passage_finding, "REPORTS_A_SLICE", 2)
    monkeypatch.setattr(passage_finding, "BATCH", 7)
    monkeypatch.setattr(passages, "ROWS", 3)
    monkeypatch.setattr(passages, "TEXTS", 5)
    assert rebuild_passages(desk.archive) == count
    assert desk.everything() == before, "the size of the pieces shows in the rows"
    other = open_desk(tmp_path / "other")
    fill(other, random.Random(7).sample(range(1, 25), 24))  # noqa: S311 - no secret
    rebuild_passages(other.archive)
    told = "SELECT passages.id, kind, passages.reports, passages.sites, figures, first_used_on, text, public_id" \
        " FROM passages JOIN reports ON reports.id = first_report_id ORDER BY passages.id"
    assert other.rows(told) == desk.rows(told), "the order of filing shows in the rows"
    other.archive.close()


def test_the_indexes_stay_whatever_they_are_called(desk: Desk) -> None:
    indexed = "SELECT tbl_name, count(*) FROM sqlite_master WHERE type = 'index' AND tbl_name LIKE 'passage%'" \
        " GROUP BY tbl_name"
    before = desk.rows(indexed)
    for number in range(1, 4):
        file(desk, number, SHARED)
        rebuild_passages(desk.archive)
        assert desk.rows(indexed) == before == [("passage_uses", 1), ("passages", 2)]
        plan = desk.rows("EXPLAIN QUERY PLAN SELECT * FROM passage_uses WHERE report_id = 1")
        assert "USING INDEX" in plan[0][3]
    assert desk.one("PRAGMA temp_store") == 2, "the connection sorts in memory again"


def test_a_fault_on_the_way_leaves_the_old_rows(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    fill(desk, range(1, 13))
    rebuild_passages(desk.archive)
    before = tables(desk)
    fill(desk, range(13, 25))

    def fail(*_: object) -> None:
        raise ArchiveError("no more")

    for step in ("units_of", "shared", "_write", "put_stamp"):
        with monkeypatch.context() as patched:
            patched.setattr(passages, step, fail)
            with pytest.raises(ArchiveError, match="no more"):
                rebuild_passages(desk.archive)
        assert tables(desk) == before, step
        assert desk.rows("SELECT name FROM sqlite_master WHERE name LIKE '%\\_new' ESCAPE '\\'") == []
    rebuild_passages(desk.archive)
    assert tables(desk) != before


def test_others_may_write_while_passages_are_found(desk: Desk, tmp_path: Path) -> None:
    fill(desk, range(1, 13))
    rebuild_passages(desk.archive)
    before = tables(desk)

    def disturbed(texts: Iterator[tuple[int, str]], total: int) -> Iterator[tuple[int, str]]:
        assert total == 12
        for at, text in texts:
            with open_archive(tmp_path) as other, other.transaction() as conn:
                conn.execute("UPDATE texts SET text = ? || text WHERE report_id = ?", ("补记。", at + 1))
                conn.execute("UPDATE reports SET title = 'x'")
            yield at, text

    rebuild_passages(desk.archive, watch=disturbed)
    assert tables(desk) == before, "a text changed between its cutting and its printing"


def test_two_at_once_do_not_meet(desk: Desk, tmp_path: Path) -> None:
    with hold(tmp_path, "passages"), pytest.raises(Busy):
        rebuild_passages(desk.archive)


def test_a_report_that_is_deleted_takes_its_uses_along(desk: Desk) -> None:
    for number in range(1, 4):
        file(desk, number, SHARED)
    rebuild_passages(desk.archive)
    desk.archive.conn.execute("PRAGMA foreign_keys = OFF")
    desk.archive.conn.execute("DELETE FROM copies WHERE report_id = 1")
    desk.archive.conn.execute("DELETE FROM texts WHERE report_id = 1")
    desk.archive.conn.execute("DELETE FROM sketches")
    desk.archive.conn.execute("PRAGMA foreign_keys = ON")
    desk.archive.conn.execute("DELETE FROM reports WHERE id = 1")
    assert desk.rows("SELECT report_id FROM passage_uses") == [(2,), (3,)]
    assert desk.rows("SELECT first_report_id FROM passages") == [(None,)]


def test_an_empty_archive_has_none(desk: Desk) -> None:
    assert rebuild_passages(desk.archive) == 0
