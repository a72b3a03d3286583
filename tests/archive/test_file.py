"""One reading filed: what becomes of its URL, its document, its places and its reports."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from archive.errors import UnknownId
from archive.frontier import Seed
from cleaners.outcome import Outcome, Reason, State
from cleaners.reading import Attachment, Edit, EntryFacts, PageKind, UrlKind
from tests.archive.desk import (
    LONG,
    PLAN,
    START,
    WORK,
    Desk,
    Facts,
    Links,
    Reply,
    View,
    entry,
    open_desk,
    reading,
    refused,
)
from tests.archive.searched import search


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = open_desk(tmp_path)
    yield made
    made.archive.close()


def test_a_new_report_is_put_down_with_everything_that_is_known_of_it(desk: Desk) -> None:
    facts = Facts(
        site_name="甲论坛",
        category="总结",
        published_at="2021-01-02T22:08:16+08:00",
        views=177,
        attachments=(Attachment(name="a.doc", url="http://a.test/f?sign=1", key="attachment:1:2"),),
    )
    text_facts = EntryFacts(script="simplified", masks=(("XX", 2),), period=("2020",), genre="总结")
    made = entry(PLAN, facts=text_facts, edits=(Edit(rule="tail", start=3, taken="广告"),), shown_sha256="ab")
    filed = desk.file(
        reading(made, facts=facts, replies=(Reply(floor=2, text="谢谢"),), pages=2, links=Links(dropped=(("sort", 3),)))
    )
    assert (filed.state, filed.reports_new, filed.copies_new, filed.note) == (State.ARCHIVED, 1, 1, None)
    assert desk.rows(
        "SELECT public_id, title, period, script, first_published_on, copies, sites, chars FROM reports"
    ) == [(filed.public_ids[0], "读书活动总结", '["2020"]', "simplified", "2021-01-02T22:08:16+08:00", 1, 1, 50)]
    assert desk.rows("SELECT state, note FROM frontier WHERE document_id = 1") == [("archived", None)]
    assert desk.rows("SELECT state, charset, platform, page, recipe FROM captures") == [
        ("read", "utf-8", "discuz X3.4 (test)", 1, "r1")
    ]
    assert desk.rows("SELECT pages_of, pages_have, is_complete, views, title, category FROM documents") == [
        (2, 1, 0, 177, "读书活动总结", "总结")
    ]
    assert desk.rows("SELECT floor, text FROM replies") == [(2, "谢谢")]
    assert desk.rows("SELECT rule, start, taken, put FROM edits") == [("tail", 3, "广告", "")]
    assert desk.rows("SELECT key, name FROM attachments") == [("attachment:1:2", "a.doc")]
    assert desk.rows("SELECT rule, links FROM dropped_links") == [("sort", 3)]
    assert desk.rows("SELECT name FROM sites") == [("甲论坛",)]
    assert desk.rows("SELECT reports_new, copies_new FROM crawls") == [(1, 1)]
    assert desk.one("SELECT name FROM genres") == "总结"
    assert search(desk.archive, "读书").total == 1


def test_filing_the_same_capture_twice_changes_nothing(desk: Desk) -> None:
    seed = Seed(url="http://a.test/2", key="doc:2", kind=UrlKind.DOCUMENT, host="a.test")
    made = reading(entry(PLAN), entry(WORK, position=3, title=None), replies=(Reply(floor=2, text="好"),))
    capture_id = desk.capture(key="doc:1")
    first = desk.file_as(capture_id, made, seeds=[seed])
    before = desk.everything()
    again = desk.file_as(capture_id, made, seeds=[seed])
    assert desk.everything() == before
    assert (again.reports_new, again.copies_new, again.public_ids) == (0, 0, first.public_ids)


def test_the_same_page_again_only_moves_its_last_sight(desk: Desk) -> None:
    made = reading(entry(PLAN), entry(WORK, position=3, title=None))
    desk.file(made)
    before = desk.rows("SELECT id, text_id, version, is_current, first_seen_at FROM copies")
    filed = desk.file(made)
    assert (filed.note, filed.reports_new, filed.copies_new) == ("unchanged", 0, 0)
    assert desk.rows("SELECT id, text_id, version, is_current, first_seen_at FROM copies") == before
    assert desk.one("SELECT count(*) FROM copies WHERE last_seen_at > first_seen_at") == 2


def test_a_copy_elsewhere_is_a_copy_and_says_of_what(desk: Desk) -> None:
    first = desk.file(reading(entry(PLAN)))
    second = desk.file(reading(entry(PLAN), key="doc:2", url="http://b.test/1"))
    assert second.note == f"duplicate of {first.public_ids[0]}"
    assert (second.reports_new, second.copies_new, second.public_ids) == (0, 1, first.public_ids)
    assert desk.rows("SELECT copies, sites FROM reports") == [(2, 2)]


def test_a_changed_text_is_a_new_version_and_the_old_one_stays(desk: Desk) -> None:
    first = desk.file(reading(entry(PLAN)))
    changed = desk.file(reading(entry(WORK)))
    assert changed.reports_new == 1
    assert desk.rows("SELECT version, is_current FROM copies ORDER BY version") == [(1, 0), (2, 1)]
    assert desk.rows("SELECT public_id, copies FROM reports ORDER BY id") == [
        (first.public_ids[0], 0), (changed.public_ids[0], 1)
    ]  # fmt: skip
    assert search(desk.archive, "读书活动").total == 2, (
        "the title of the one, the text of the other: both stay findable"
    )


def test_a_version_of_the_same_report_says_so(desk: Desk) -> None:
    first = desk.file(reading(entry(PLAN)))
    filed = desk.file(reading(entry(PLAN.replace("，", ","))))
    assert filed.note == f"new version of {first.public_ids[0]}"
    assert desk.rows("SELECT version, is_current FROM copies ORDER BY version") == [(1, 0), (2, 1)]


def test_an_older_capture_that_is_filed_late_does_not_become_current(desk: Desk) -> None:
    early = desk.capture(key="doc:1", at=START)
    desk.file(reading(entry(PLAN)))
    desk.file_as(early, reading(entry(WORK)))
    assert desk.rows("SELECT version, is_current FROM copies ORDER BY version") == [(1, 1), (2, 0)]
    assert desk.one("SELECT capture_id FROM frontier WHERE key = 'doc:1'") == 2


def test_an_older_refusal_that_is_filed_late_does_not_hide_the_answer(desk: Desk) -> None:
    early = desk.capture(key="doc:1", at=START)
    desk.file(reading(entry(PLAN)))
    desk.file_as(early, refused(Reason.SERVER_ERROR))
    assert desk.rows("SELECT state, reason FROM frontier") == [("archived", None)]


def test_one_new_text_on_two_floors_is_a_duplicate_of_nothing(desk: Desk) -> None:
    filed = desk.file(reading(entry(PLAN), entry(PLAN, position=2)))
    assert (filed.note, filed.reports_new, filed.copies_new) == (None, 1, 2)


def test_a_lower_view_changes_no_reply(desk: Desk) -> None:
    desk.file(reading(entry(PLAN), replies=(Reply(floor=2, text="好"),)))
    desk.file(reading(entry(PLAN), replies=(Reply(floor=2, text="沙发"),), view=View.ARCHIVER))
    assert desk.rows("SELECT text FROM replies") == [("好",)]


REFUSALS = [Reason.GONE, Reason.LOGIN, Reason.CHALLENGE, Reason.CLOSED]


@pytest.mark.parametrize("reason", REFUSALS)
def test_an_error_page_makes_no_report_and_replaces_none(desk: Desk, reason: Reason) -> None:
    desk.file(reading(entry(PLAN), replies=(Reply(floor=2, text="好"),)))
    before = {
        name: rows for name, rows in desk.everything().items() if name in ("copies", "texts", "reports", "replies")
    }
    filed = desk.file(replace(refused(reason), entries=(entry(WORK),)))
    assert (filed.state, filed.reason, filed.public_ids) == (State.REFUSED, reason, ())
    assert {name: desk.everything()[name] for name in before} == before
    assert desk.rows("SELECT state, reason, detail FROM frontier") == [("refused", reason, "抱歉，没有找到主题")]
    assert desk.one("SELECT document_id FROM frontier") == 1


def test_a_list_is_listed(desk: Desk) -> None:
    made = reading(page_kind=PageKind.LIST, outcome=Outcome(state=State.LISTED), key="list:1")
    filed = desk.file(made, seeds=[Seed(url="http://a.test/2", key="doc:2", kind=UrlKind.DOCUMENT, host="a.test")])
    assert filed.state is State.LISTED
    assert desk.rows("SELECT key, state FROM frontier ORDER BY key") == [("doc:2", "pending"), ("list:1", "listed")]
    assert desk.one("SELECT count(*) FROM documents") == 0


def test_fewer_floors_do_not_delete_what_was_seen(desk: Desk) -> None:
    desk.file(reading(entry(PLAN), entry(WORK, position=4, title=None)))
    desk.file(reading(entry(PLAN)))
    assert desk.rows("SELECT position, is_current FROM copies ORDER BY position") == [(1, 1), (4, 1)]


# (view read first, view read second, what stands at the end, versions)
VIEWS = [
    (View.MAIN, View.ARCHIVER, PLAN, 1),
    (View.ARCHIVER, View.MAIN, WORK, 1),
    (View.MAIN, View.MAIN, WORK, 2),
    (View.ARCHIVER, View.ARCHIVER, WORK, 2),
    (View.PRINTABLE, View.MOBILE, PLAN, 1),
]


@pytest.mark.parametrize(("first", "second", "stands", "versions"), VIEWS)
def test_a_lower_view_never_replaces_a_better_one(
    desk: Desk, first: View, second: View, stands: str, versions: int
) -> None:
    desk.file(reading(entry(PLAN), view=first))
    desk.file(reading(entry(WORK), entry(LONG, position=9, title=None), view=second))
    at_first = "SELECT text FROM copies JOIN texts ON texts.id = text_id WHERE position = 1 AND is_current"
    assert desk.one(at_first) == stands
    assert desk.one("SELECT count(*) FROM copies WHERE position = 1") == versions
    assert desk.one("SELECT count(*) FROM copies WHERE position = 9") == (second.rank <= first.rank)


def test_a_better_view_keeps_the_report_id(desk: Desk) -> None:
    first = desk.file(reading(entry(PLAN), view=View.ARCHIVER))
    second = desk.file(reading(entry(PLAN + WORK)))
    assert second.public_ids == first.public_ids
    assert desk.rows("SELECT text FROM texts") == [(PLAN + WORK,)]
    assert search(desk.archive, "石桥").total == 1


def test_a_reply_that_grew_into_a_report_is_one_thing_only(desk: Desk) -> None:
    desk.file(reading(entry(PLAN), replies=(Reply(floor=2, text="占楼"),)))
    desk.file(reading(entry(PLAN), entry(WORK, position=2, title=None)))
    assert desk.rows("SELECT floor FROM replies") == []


def test_files_without_address_are_known_by_their_bytes(desk: Desk) -> None:
    made = reading(entry(PLAN), key=None, url=None)  # type: ignore[arg-type]
    first = desk.file(made, sha256="5" * 64)
    before = desk.rows("SELECT * FROM copies"), desk.rows("SELECT id, key FROM documents")
    desk.file(made, sha256="5" * 64)
    assert desk.rows("SELECT id, key FROM documents") == before[1] == [(1, f"file:{'5' * 64}")]
    assert desk.one("SELECT count(*) FROM copies") == 1
    assert desk.file(made, sha256="6" * 64).note == f"duplicate of {first.public_ids[0]}"


def test_titles_may_be_missing(desk: Desk) -> None:
    desk.file(reading(entry(PLAN, title=None)))
    assert desk.rows("SELECT title FROM reports UNION ALL SELECT title FROM copies") == [(None,), (None,)]


def test_public_ids_grow_where_two_begin_alike(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("archive.filing.minting.PUBLIC_ID_DIGITS", 0)
    ids = [desk.file(reading(entry(text), key=text)).public_ids[0] for text in (PLAN, WORK, LONG)]
    assert len(set(ids)) == 3
    assert [len(one) for one in ids[:2]] == [0, 1]
    assert len(ids[2]) in (1, 2)


def test_a_text_of_white_space_alone_is_no_report(desk: Desk) -> None:
    filed = desk.file(reading(entry(" \n\u3000")))
    assert (filed.note, filed.copies_new) == ("no report on this page", 0)


def test_an_unknown_capture_is_named(desk: Desk) -> None:
    with pytest.raises(UnknownId, match="99"):
        desk.file_as(99, reading(entry(PLAN)))


def test_a_fault_in_the_middle_leaves_nothing_behind(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    capture_id = desk.capture(key="doc:1")
    before = desk.everything()
    with monkeypatch.context() as patched:
        patched.setattr("archive.search.tokens", lambda _: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            desk.file_as(capture_id, reading(entry(PLAN)))
    assert desk.everything() == before
    desk.file_as(capture_id, reading(entry(PLAN)))
    assert desk.one("SELECT count(*) FROM copies") == 1


def test_first_published_is_the_earliest_stated_date(desk: Desk) -> None:
    for number, date in enumerate(["2021-05-01", None, "2020-03-04T10:00:00+08:00"]):
        desk.at += timedelta(days=1)
        made = reading(entry(PLAN), key=f"doc:{number}", facts=Facts(published_at=date))
        desk.file(made)
    assert desk.one("SELECT first_published_on FROM reports") == "2020-03-04T10:00:00+08:00"
