"""Other rules: what a capture gives takes the place of what it gave, ids stay, nothing becomes a version."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from archive.queries import show
from archive.reclean import refile, stale
from cleaners.outcome import Outcome, Reason, State
from cleaners.reading import Edit, Reading
from tests.archive.desk import LONG, PLAN, WORK, Desk, Facts, Reply, article, entry, open_desk, reading, refused
from tests.archive.searched import search

TAIL = "本文由网友上传。"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = open_desk(tmp_path)
    yield made
    made.archive.close()


def again(desk: Desk, capture_id: int, made: Reading) -> str | None:
    """Refile a capture and give the note."""
    return refile(desk.archive, capture_id, made, desk.at).note


def versions(desk: Desk) -> list[tuple[object, ...]]:
    wordings = "SELECT position, version, is_current, text FROM copies JOIN texts ON texts.id = text_id"
    return desk.rows(f"{wordings} ORDER BY position, version")


def test_what_is_stale_is_told_by_recipe_and_hints(desk: Desk) -> None:
    desk.file(reading(entry(PLAN)))
    desk.file(reading(entry(WORK), key="doc:2", url="http://b.test/2", recipe="r2"))
    desk.capture("http://c.test/3", key="doc:3")
    assert stale(desk.archive, "r2") == [1]
    assert stale(desk.archive, "r3") == [1, 2]
    assert stale(desk.archive, "r2", hints={"b.test": "h2", "a.test": "h1"}) == [1, 2]
    assert stale(desk.archive, "r2", hints={"b.test": "h1", "zzz.test": "h9"}) == [1]


def test_a_wording_changed_by_rules_is_replaced_in_place(desk: Desk) -> None:
    (first,) = desk.file(reading(entry(PLAN + TAIL))).public_ids
    person = (f"report:{first}", "genre", "总结", "2026-11-22T00:00:00Z")
    desk.archive.conn.execute("INSERT INTO assertions (subject, field, value, asserted_at) VALUES (?, ?, ?, ?)", person)
    cleaned = entry(PLAN, edits=(Edit(rule="tail", start=len(PLAN), taken=TAIL),))
    again(desk, 1, reading(cleaned, recipe="r2"))
    assert versions(desk) == [(1, 1, 1, PLAN)]
    assert desk.rows("SELECT public_id, merged_into_id FROM reports") == [(first, None)]
    assert desk.rows("SELECT taken FROM edits") == [(TAIL,)]
    assert [search(desk.archive, word).total for word in ("网友上传", "读书活动")] == [0, 1]
    assert desk.one("SELECT count(*) FROM assertions") == 1
    assert stale(desk.archive, "r2") == []


def test_refiling_what_is_the_same_changes_nothing(desk: Desk) -> None:
    made = reading(entry(PLAN), entry(WORK, position=3, title=None), replies=(Reply(floor=2, text="好"),))
    desk.file(made)
    desk.file(made)
    tables = ("reports", "texts", "copies", "documents", "frontier", "captures", "reports_fts_data", "relations")
    before = desk.everything()
    for capture_id in (1, 2, 1):
        again(desk, capture_id, made)
    after = desk.everything()
    assert {name: after[name] for name in tables if name != "frontier"} == {
        name: before[name] for name in tables if name != "frontier"
    }
    assert [row[1:3] for row in after["replies"]] == [(1, 2)]


def test_paragraph_breaks_can_change_while_the_wording_stays(desk: Desk) -> None:
    desk.file(reading(entry(PLAN)))
    broken = PLAN[:5] + "\n" + PLAN[5:]
    again(desk, 1, reading(entry(broken), recipe="r2"))
    assert versions(desk) == [(1, 1, 1, broken)]
    assert show(desk.archive, desk.one("SELECT public_id FROM reports")).text == broken
    assert search(desk.archive, "读书活动").total == 1


def test_the_index_follows_breaks_that_cut_words(desk: Desk) -> None:
    desk.file(reading(entry(PLAN + "ABC")))
    again(desk, 1, reading(entry(PLAN + "AB\nC")))
    assert [search(desk.archive, word).total for word in ("abc", "ab")] == [0, 1]


def test_breaks_of_a_shared_wording_belong_to_its_copies(desk: Desk) -> None:
    for number in (1, 2):
        desk.file(reading(entry(PLAN), key=f"doc:{number}", url=f"http://a.test/{number}"))
    broken = PLAN[:5] + "\n" + PLAN[5:]
    again(desk, 2, reading(entry(broken), key="doc:2", url="http://a.test/2"))
    texts = {
        copy.document_key: copy.text for copy in show(desk.archive, desk.one("SELECT public_id FROM reports")).copies
    }
    assert texts == {"doc:1": PLAN, "doc:2": broken}


def test_two_reports_that_become_equal_become_one_and_both_ids_live(desk: Desk) -> None:
    ids = [
        desk.file(reading(entry(text), key=f"doc:{number}", url=f"http://a.test/{number}")).public_ids[0]
        for number, text in enumerate((PLAN, WORK + TAIL))
    ]
    again(desk, 2, reading(entry(PLAN), key="doc:1", url="http://a.test/1"))
    assert [show(desk.archive, one).public_id for one in ids] == [ids[0], ids[0]]
    assert desk.rows("SELECT copies FROM reports ORDER BY id") == [(2,), (0,)]


def test_an_older_version_is_replaced_at_its_own_place(desk: Desk) -> None:
    desk.file(reading(entry(PLAN + TAIL)))
    desk.file(reading(entry(WORK + TAIL)))
    again(desk, 1, reading(entry(PLAN)))
    assert versions(desk) == [(1, 1, 0, PLAN), (1, 2, 1, WORK + TAIL)]
    again(desk, 2, reading(entry(WORK)))
    assert versions(desk) == [(1, 1, 0, PLAN), (1, 2, 1, WORK)]


@pytest.mark.parametrize("order", [(1, 2), (2, 1)])
def test_versions_that_differed_by_boilerplate_alone_become_one(desk: Desk, order: tuple[int, int]) -> None:
    desk.file(reading(entry(PLAN + TAIL)))
    desk.file(reading(entry(PLAN + TAIL + TAIL)))
    assert len(versions(desk)) == 2
    for capture_id in order:
        again(desk, capture_id, reading(entry(PLAN)))
    assert versions(desk) == [(1, 1, 1, PLAN)]
    assert desk.rows("SELECT copies FROM reports WHERE merged_into_id IS NULL") == [(1,)]


def test_what_is_no_report_any_more_is_taken_back_but_its_id_stays(desk: Desk) -> None:
    filed = desk.file(reading(entry(PLAN), entry(WORK, position=2, title=None)))
    again(desk, 1, reading(entry(PLAN), replies=(Reply(floor=2, text=WORK),)))
    assert versions(desk) == [(1, 1, 1, PLAN)]
    assert show(desk.archive, filed.public_ids[1]).text == WORK
    assert search(desk.archive, "石桥").total == 0
    assert desk.rows("SELECT floor, text FROM replies") == [(2, WORK)]


def test_a_page_that_was_an_error_after_all_is_taken_back(desk: Desk) -> None:
    desk.file(reading(entry(PLAN)))
    desk.file(reading(entry(WORK)))
    refile(desk.archive, 2, refused(Reason.GONE), desk.at)
    assert versions(desk) == [(1, 1, 1, PLAN)]
    assert desk.rows("SELECT state, reason FROM frontier") == [("refused", "gone")]


def test_a_page_that_was_refused_can_be_read_by_better_readers(desk: Desk) -> None:
    desk.file(refused(Reason.NO_CONTENT))
    assert versions(desk) == []
    refile(desk.archive, 1, reading(entry(PLAN)), desk.at)
    assert versions(desk) == [(1, 1, 1, PLAN)]
    assert desk.rows("SELECT state, reason, document_id FROM frontier") == [("archived", None, 1)]


def test_pages_of_an_article_are_joined_anew(desk: Desk) -> None:
    for page, text in enumerate((PLAN + TAIL, WORK + TAIL), start=1):
        desk.file(article(text, page=page, pages=2))
    (first,) = desk.rows("SELECT public_id FROM reports")
    for page, text in enumerate((PLAN, WORK), start=1):
        again(desk, page, article(text, page=page, pages=2))
    assert ["".join(str(row[3]).split()) for row in versions(desk)] == [PLAN + WORK]
    assert desk.rows("SELECT public_id FROM reports WHERE merged_into_id IS NULL") == [first]


def test_an_older_capture_does_not_bring_back_what_it_stated(desk: Desk) -> None:
    old = reading(entry(PLAN), replies=(Reply(floor=2, text="旧"),), facts=Facts(views=1, category="旧类"))
    new = reading(entry(PLAN), replies=(Reply(floor=2, text="新"),), facts=Facts(views=9, category="新类"))
    desk.file(old)
    desk.file(new)
    again(desk, 1, old)
    assert desk.rows("SELECT views, category FROM documents") == [(9, "新类")]
    assert desk.rows("SELECT floor, text FROM replies") == [(2, "新")]
    again(desk, 2, new)
    assert desk.rows("SELECT floor, text FROM replies") == [(2, "新")]


def test_an_older_page_of_an_article_does_not_come_back(desk: Desk) -> None:
    for page, text in enumerate((PLAN, WORK), start=1):
        desk.file(article(text, page=page, pages=2))
    desk.file(article(LONG, page=1, pages=2))
    again(desk, 1, article(PLAN, page=1, pages=2))
    assert "".join(str(versions(desk)[-1][3]).split()) == LONG + WORK


def test_a_document_that_gets_another_key_moves(desk: Desk) -> None:
    desk.file(reading(entry(PLAN)))
    again(desk, 1, reading(entry(PLAN), key="better:1"))
    rows = desk.rows("SELECT key FROM copies JOIN documents ON documents.id = document_id")
    assert rows == [("better:1",)]
    assert desk.one("SELECT count(*) FROM reports") == 1


def test_a_newer_answer_keeps_its_state(desk: Desk) -> None:
    desk.file(reading(entry(PLAN)))
    desk.file(refused(Reason.CLOSED))
    again(desk, 1, reading(entry(LONG), outcome=Outcome(state=State.READ)))
    assert desk.rows("SELECT state, reason FROM frontier") == [("refused", "closed")]
    assert versions(desk) == [(1, 1, 1, LONG)]
