"""A person's word in force: what it changes, what it leaves as stated, and that rebuilding brings it back."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from archive.asserting import Word, say_all
from archive.database import open_archive
from archive.filing.reports import redirect, refresh
from archive.migrations import STEPS
from archive.queries import Report, copies, show
from archive.reclean import refile
from archive.schema import TABLES
from cleaners.reading import EntryFacts, PageKind, StatedDate
from tests.archive.desk import LONG, PLAN, WORK, Desk, Facts, article, entry, open_desk, reading
from tests.archive.searched import search

OTHER = "县图书馆全年开放三百天，接待读者九万人次，新购图书六千册，流动书车走遍了每一个乡镇。"
DATED = Facts(published_at="2020-05-05")


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = open_desk(tmp_path)
    yield made
    made.archive.close()


def say(desk: Desk, *words: tuple[str, str, str], retract: bool = False) -> None:
    said = [Word(subject=subject, field=field, value=value, who="甲", why="查过") for subject, field, value in words]
    say_all(desk.archive, said, now=desk.at, retract=retract)


def told(mark: dict[str, Any]) -> tuple[object, ...]:
    return (mark["value"], mark["derived"], mark["who"], mark["why"])


def again(desk: Desk, capture_id: int, *entries: Any, **more: Any) -> None:
    refile(desk.archive, capture_id, reading(*entries, recipe="r2", **more), desk.at)


def test_a_reports_title_and_genre_are_the_persons_and_search_finds_them(desk: Desk) -> None:
    facts = EntryFacts(genre="总结")
    (one,) = desk.file(reading(entry(PLAN, title="读后感", facts=facts))).public_ids
    say(desk, (one, "title", "读书会纪要"), (one, "genre", "纪要"), (one, "author", "某办公室"))
    found = show(desk.archive, one)
    assert (found.title, found.genre) == ("读书会纪要", "纪要")
    assert told(found.asserted["title"]) == ("读书会纪要", "读后感", "甲", "查过")
    assert told(found.asserted["genre"]) == ("纪要", "总结", "甲", "查过")
    assert told(found.asserted["author"]) == ("某办公室", None, "甲", "查过")
    assert [search(desk.archive, words).total for words in ("读书会纪要", "读后感")] == [1, 0]
    assert search(desk.archive, "读书会纪要").hits[0].asserted["title"]["derived"] == "读后感"
    assert (found.copies[0].title, dict(found.copies[0].asserted)) == ("读后感", {})  # the page states what it states
    say(desk, (one, "title", "读书会纪要"), (one, "genre", ""), (one, "author", ""), retract=True)
    found = show(desk.archive, one)
    assert (found.title, found.genre, dict(found.asserted)) == ("读后感", "总结", {})
    assert [search(desk.archive, words).total for words in ("读书会纪要", "读后感")] == [0, 1]


def test_a_date_of_a_copy_moves_the_first_date_and_leaves_the_column_as_stated(desk: Desk) -> None:
    (one,) = desk.file(reading(entry(PLAN), facts=DATED)).public_ids
    desk.file(reading(entry(PLAN), key="doc:2", url="http://b.test/2", facts=Facts(published_at="2021-06-06")))
    say(desk, ("copy:2", "published_on", "2019-01-01"))
    assert told(show(desk.archive, one).asserted["first_published_on"]) == ("2019-01-01", "2020-05-05", "甲", "查过")
    assert search(desk.archive, "读书活动").hits[0].site == "b.test"  # where it stood first
    found = copies(desk.archive, one)
    assert [(copy.published_on, copy.date_kind) for copy in found] == [
        ("2019-01-01", "asserted"), ("2020-05-05", "published"),
    ]  # fmt: skip
    assert desk.rows("SELECT published_on FROM copies ORDER BY id") == [("2020-05-05",), ("2021-06-06",)]
    say(desk, ("copy:2", "published_on", "2022-02-02"))  # later than the other: the first date is derived again
    report = show(desk.archive, one)
    assert (report.first_published_on, "first_published_on" in report.asserted) == ("2020-05-05", False)
    say(desk, ("copy:1", "published_on", "2023-03-03"))  # and now the first one was wrong, and the second is first
    mark = show(desk.archive, one).asserted["first_published_on"]
    assert (*told(mark), mark["subject"]) == ("2022-02-02", "2020-05-05", "甲", "查过", "copy:doc:2#1.0")
    say(desk, ("copy:2", "published_on", ""), retract=True)  # the date of the second is the page's own again
    mark = show(desk.archive, one).asserted["first_published_on"]
    assert (*told(mark), mark["subject"]) == ("2021-06-06", "2020-05-05", "甲", "查过", "copy:doc:1#1.0")


FLOORS = [  # kind of page, what is said, whether it holds of the first place, whether of the second
    (PageKind.THREAD, ("published_on", "2018-08-08"), True, False),
    (PageKind.THREAD, ("author", "某人"), True, False),
    (PageKind.THREAD, ("title", "新题"), True, False),
    (PageKind.THREAD, ("label", "待核"), False, False),
    (PageKind.ARTICLE, ("published_on", "2018-08-08"), True, True),
    (PageKind.ARTICLE, ("title", "新题"), False, False),
]


@pytest.mark.parametrize(("kind", "word", "first", "second"), FLOORS)
def test_a_word_about_a_document_holds_where_the_pages_own_statement_would(
    desk: Desk, kind: PageKind, word: tuple[str, str], first: bool, second: bool
) -> None:
    places = (entry(PLAN), entry(WORK, position=2))
    desk.file(reading(*places, page_kind=kind, facts=DATED))
    desk.file(reading(entry(LONG), key="doc:10", url="http://a.test/10"))
    say(desk, ("document:doc:1", *word))
    marked = desk.rows("SELECT asserted IS NOT NULL FROM copies ORDER BY id")
    assert marked == [(first,), (second,), (False,)]
    assert desk.rows("SELECT key FROM documents WHERE asserted IS NOT NULL") == [("doc:1",)]
    assert desk.one("SELECT published_on FROM documents WHERE key = 'doc:1'") == "2020-05-05"


def test_the_title_of_a_document_is_its_only_copys_and_the_copys_own_word_is_stronger(desk: Desk) -> None:
    (one,) = desk.file(article(PLAN)).public_ids
    say(desk, ("document:doc:1", "title", "文题"))
    assert told(show(desk.archive, one).asserted["title"]) == ("文题", "读书活动总结", "甲", "查过")
    say(desk, ("copy:1", "title", "篇题"))
    assert show(desk.archive, one).title == "篇题"
    say(desk, (one, "title", "报告题"))
    found = show(desk.archive, one)
    assert (found.title, found.copies[0].title) == ("报告题", "篇题")
    assert found.asserted["title"]["derived"] == "读书活动总结"


def held(desk: Desk, public_id: str) -> Report:
    """Give the report after checking that every word of `speak` holds."""
    found = show(desk.archive, public_id)
    assert (found.title, found.first_published_on, found.labels) == ("新题", "2018-08-08", ("待核",))
    return found


def speak(desk: Desk, public_id: str) -> None:
    say(desk, (public_id, "title", "新题"), (public_id, "label", "待核"), ("copy:1", "published_on", "2018-08-08"))


def test_words_survive_other_rules_and_the_derived_values_move_on(desk: Desk) -> None:
    (one,) = desk.file(reading(entry(PLAN), facts=DATED)).public_ids
    speak(desk, one)
    again(desk, 1, entry(LONG, title="另题"), facts=Facts(published_at="2020-06-06"))
    found = held(desk, one)
    assert (found.text, found.asserted["title"]["derived"]) == (LONG, "另题")
    assert found.asserted["first_published_on"]["derived"] == "2020-06-06"


def test_words_survive_another_key_of_the_document(desk: Desk) -> None:
    (one,) = desk.file(reading(entry(PLAN), facts=DATED)).public_ids
    desk.file(reading(entry(WORK), key="doc:10", url="http://a.test/10"))
    speak(desk, one)
    say(desk, ("document:doc:1", "author", "某人"), ("copy:doc:10#1.0", "label", "别处"))
    again(desk, 1, entry(PLAN), key="forum:1", facts=DATED)
    found = held(desk, one)
    assert desk.rows("SELECT DISTINCT subject FROM assertions WHERE subject NOT LIKE 'report%' ORDER BY 1") == [
        ("copy:doc:10#1.0",), ("copy:forum:1#1.0",), ("document:forum:1",),
    ]  # fmt: skip
    assert [copy.author for copy in found.copies] == ["某人"]
    assert desk.one("SELECT asserted IS NOT NULL FROM documents WHERE key = 'forum:1'") == 1


def test_words_stay_with_a_document_while_another_capture_shows_it_there(desk: Desk) -> None:
    (one,) = desk.file(reading(entry(PLAN), facts=DATED)).public_ids
    desk.file(reading(entry(WORK), facts=DATED))  # the page changed: version 2 at the same place
    speak(desk, one)
    again(desk, 1, entry(PLAN), key="forum:1", facts=DATED)
    assert desk.one("SELECT subject FROM assertions WHERE field = 'published_on'") == "copy:doc:1#1.0"


def test_words_about_a_floor_go_with_it_when_it_is_split(desk: Desk) -> None:
    (one,) = desk.file(reading(entry(PLAN + "\n" + OTHER), facts=DATED)).public_ids
    speak(desk, one)
    again(desk, 1, entry(PLAN, part=1), entry(OTHER, part=2), facts=DATED)
    held(desk, one)
    assert desk.rows("SELECT part, asserted IS NOT NULL FROM copies ORDER BY part") == [(1, 1), (2, 0)]


def test_words_about_an_id_hold_of_the_report_that_it_redirects_to(desk: Desk) -> None:
    (one,) = desk.file(reading(entry(PLAN), facts=DATED)).public_ids
    (other,) = desk.file(reading(entry(WORK), key="doc:2", url="http://a.test/2")).public_ids
    speak(desk, one)
    say(desk, (other, "title", "后题"), (other, "label", "待核"))
    conn = desk.archive.conn
    conn.execute("UPDATE copies SET report_id = 2")
    refresh(conn, 1)
    redirect(conn, 1, 2)
    refresh(conn, 2)
    found = show(desk.archive, one)
    assert (found.public_id, found.title, found.labels) == (other, "后题", ("待核",))  # the later word of two
    assert desk.rows("SELECT labels, asserted FROM reports WHERE id = 1") == [(None, None)]
    say(desk, (one, "title", "末题"))
    assert show(desk.archive, other).title == "末题"
    assert desk.rows("SELECT value FROM assertions WHERE field = 'title' AND state = 'holds'") == [("末题",)]


def test_a_new_version_and_a_new_copy_keep_what_was_said(desk: Desk) -> None:
    (one,) = desk.file(reading(entry(PLAN), facts=DATED)).public_ids
    speak(desk, one)
    desk.file(reading(entry(PLAN), key="doc:2", url="http://b.test/2", facts=Facts(published_at="2019-09-09")))
    held(desk, one)
    desk.file(reading(entry(WORK), facts=DATED))
    (version,) = desk.rows("SELECT published_on, asserted IS NOT NULL FROM copies WHERE version = 2")
    assert version == ("2020-05-05", 1)


def test_a_report_without_a_copy_left_keeps_what_was_said(desk: Desk) -> None:
    (one,) = desk.file(reading(entry(PLAN))).public_ids
    speak(desk, one)
    again(desk, 1, entry(LONG, position=3))
    assert (show(desk.archive, one).title, show(desk.archive, one).copies) == ("新题", ())
    say(desk, (one, "title", "新题"), retract=True)
    assert show(desk.archive, one).title == "读书活动总结"


def test_a_later_floors_own_date_is_not_touched_by_its_neighbours(desk: Desk) -> None:
    date = StatedDate(kind="posted", stated="2020-07-07", at="2020-07-07", precision="day")
    one, other = desk.file(reading(entry(PLAN), entry(WORK, position=12, date=date), facts=DATED)).public_ids
    say(desk, ("copy:doc:1#1.0", "published_on", "2018-08-08"))
    assert [show(desk.archive, each).first_published_on for each in (one, other)] == ["2018-08-08", "2020-07-07"]


def test_an_archive_of_before_gets_the_columns_and_its_words_hold(desk: Desk) -> None:
    (one,) = desk.file(reading(entry(PLAN))).public_ids
    folder, conn = desk.archive.folder, desk.archive.conn
    added = {"assertions": ("state", "ended_by_id"), "reports": ("labels", "asserted"), "copies": ("asserted",),
             "documents": ("asserted",)}  # fmt: skip
    for index in ("assertions_field_value", "assertions_ended_by_id", "copies_standing"):
        conn.execute(f"DROP INDEX idx_{index}")
    for table, columns in added.items():
        for column in columns:
            conn.execute(f'ALTER TABLE "{table}" DROP COLUMN "{column}"')
    word = (f"report:{one}", "title", "新题", "甲", "2026-01-01T00:00:00.000000Z")
    conn.execute("INSERT INTO assertions (subject, field, value, who, asserted_at) VALUES (?, ?, ?, ?, ?)", word)
    conn.executemany("DELETE FROM _sqlite_migrations WHERE name = ?", [(step,) for step in STEPS[2:]])
    desk.archive.close()
    desk.archive = open_archive(folder)
    for made in TABLES:
        found = {row[1] for row in desk.rows(f'PRAGMA table_info("{made.name}")')}
        assert found == {column.name for column in made.columns}
    assert desk.rows("SELECT 1 FROM sqlite_master WHERE name = 'idx_assertions_field_value'") == [(1,)]
    again(desk, 1, entry(PLAN))
    assert show(desk.archive, one).title == "新题"
