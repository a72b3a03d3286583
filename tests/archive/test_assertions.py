"""What can be said of what, how words replace and contradict each other, and that no word is ever lost."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from archive.asserted import Subject, field_of, find_subject, value_of
from archive.asserting import NotSaid, Said, Word, say_all
from archive.assertions import history, history_of, joined, parted
from archive.errors import ArchiveError, BadAssertion, UnknownId
from archive.queries import show
from cleaners.platforms import address_of
from tests.archive.desk import LONG, PLAN, START, WORK, Desk, article, entry, open_desk, reading
from tests.archive.searched import search

A, B, C = range(3)
TODAY = START.date()


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = open_desk(tmp_path)
    yield made
    made.archive.close()


def three(desk: Desk) -> list[str]:
    """File three unrelated reports and give their ids, the oldest first."""
    return [
        desk.file(reading(entry(text, title=f"题{number}"), key=f"doc:{number}", url=f"http://a.test/{number}")).public_ids[0]
        for number, text in enumerate((PLAN, WORK, LONG))
    ]  # fmt: skip


def say(desk: Desk, subject: str, field: str, value: str | None = None, *, retract: bool = False,
        who: str = "甲", why: str | None = None) -> Said:  # fmt: skip
    """Say one word, or take one back; what is wrong with it is raised as it was found."""
    word = Word(subject=subject, field=field, value=value, who=who, why=why)
    try:
        return say_all(desk.archive, [word], now=desk.at, retract=retract)[0]
    except NotSaid as error:
        raise error.problems[0][1] from error


def log(desk: Desk) -> list[tuple[object, ...]]:
    return [(one.field, one.value, one.who, one.state, one.ended_by_id) for one in history(desk.archive.conn)]


VALUES = [
    ("title", "  某镇\n总结 ", "某镇 总结"),
    ("title", "2020", "2020"),
    ("published_on", "2021-03-05", "2021-03-05"),
    ("published_on", "20210305", "2021-03-05"),
    ("published_on", "2021-03-05 08:30+08:00", "2021-03-05T08:30:00+08:00"),
    ("published_on", "2021-03-05T08:30:01Z", "2021-03-05T08:30:01+00:00"),
    ("published_on", "2026-11-23", "2026-11-23"),
    ("label", "待核，第二批", "待核，第二批"),
]


@pytest.mark.parametrize(("field", "value", "kept"), VALUES)
def test_values_are_kept_in_one_form(desk: Desk, field: str, value: str, kept: str) -> None:
    copy = Subject(kind="copy", name="doc:1#1.0")
    assert value_of(desk.archive.conn, field_of(field, copy), value, today=TODAY) == kept


BAD_VALUES = [
    ("title", " \n", "needs a value"),
    ("title", "题\x1b[2J", "holds control characters"),
    ("title", "长" * 301, "longer than 300"),
    ("published_on", "2021-02-29", "no day of the calendar"),
    ("published_on", "2021-2-9", "no day of the calendar"),
    ("published_on", "２０２１-03-05", "no day of the calendar"),
    ("published_on", "2021-03-05时08:30+08:00", "no day of the calendar"),
    ("published_on", "2021-03-05T08:30", "has no zone"),
    ("published_on", "2026-11-24", "is to come"),
    ("published_on", "1821-03-05", "before 1900"),
    ("tittle", "x", "no field 'tittle'"),
    ("genre", "总结", "it is said of a report"),
    ("same_as", "0123456789", "it is said of a report"),
]


@pytest.mark.parametrize(("field", "value", "problem"), BAD_VALUES)
def test_what_cannot_be_a_value_is_refused(desk: Desk, field: str, value: str, problem: str) -> None:
    copy = Subject(kind="copy", name="doc:1#1.0")
    with pytest.raises(BadAssertion, match=problem):
        value_of(desk.archive.conn, field_of(field, copy), value, today=TODAY)


def test_a_report_has_no_date_of_its_own(desk: Desk) -> None:
    ids = three(desk)
    with pytest.raises(BadAssertion, match="that of its copies"):
        say(desk, ids[A], "published_on", "2020-01-01")
    with pytest.raises(BadAssertion, match="needs a name"):
        say(desk, ids[A], "title", "新题", who=" ")


SUBJECTS = [
    ("copy:2", "copy:doc:1#1.0"),
    ("copy:doc:2#1.0", "copy:doc:2#1.0"),
    ("document:doc:1", "document:doc:1"),
    ("document:http://a.test/1", "document:doc:1"),
    ("http://a.test/2", "document:doc:2"),
]


@pytest.mark.parametrize(("named", "subject"), SUBJECTS)
def test_subjects_are_found_by_the_names_that_people_use(desk: Desk, named: str, subject: str) -> None:
    ids = three(desk)
    assert str(find_subject(desk.archive.conn, named)) == subject
    assert str(find_subject(desk.archive.conn, f" {ids[A]} ")) == f"report:{ids[A]}"
    assert str(find_subject(desk.archive.conn, f"report:{ids[B]}")) == f"report:{ids[B]}"


def test_a_document_is_found_by_an_address_of_it_that_was_never_asked_for(desk: Desk) -> None:
    seen, other = "http://bbs.example/thread-5-1-1.html", "http://bbs.example/forum.php?mod=viewthread&tid=5"
    key = address_of(seen).key
    desk.file(reading(entry(PLAN), key=key, url=seen))
    assert str(find_subject(desk.archive.conn, other)) == f"document:{key}"
    with pytest.raises(UnknownId):
        find_subject(desk.archive.conn, other.replace("tid=5", "tid=55"))


@pytest.mark.parametrize("named", ["copy:4", "copy:doc:1#2.0", "copy:doc:1#1.1", "copy:doc:1", "document:doc:9",
                                   "http://a.test/9", "report:0123", "doc:1", ""])  # fmt: skip
def test_what_is_not_here_is_told(desk: Desk, named: str) -> None:
    three(desk)
    with pytest.raises(UnknownId, match=r"here: `gongwen"):
        find_subject(desk.archive.conn, named)


def test_a_later_word_replaces_an_earlier_one_and_the_history_stays(desk: Desk) -> None:
    ids = three(desk)
    assert say(desk, ids[A], "title", "新题").derived == "题0"
    assert say(desk, ids[A], "title", "新题").id is None  # the very same: nothing is written
    assert [one.value for one in say(desk, ids[A], "title", "再题", who="乙").ended] == ["新题"]
    say(desk, ids[A], "title", retract=True, who="丙")
    assert show(desk.archive, ids[A]).title == "题0"
    assert log(desk) == [
        ("title", "新题", "甲", "replaced", 2), ("title", "再题", "乙", "retracted", 3),
        ("title", "再题", "丙", "retraction", None),
    ]  # fmt: skip
    with pytest.raises(BadAssertion, match="no title of report"):
        say(desk, ids[A], "title", retract=True)


def test_labels_hold_beside_each_other(desk: Desk) -> None:
    ids = three(desk)
    for label in ("待核", "卫生", "待核"):
        say(desk, ids[A], "label", label)
    say(desk, ids[B], "label", "待核")
    assert show(desk.archive, ids[A]).labels == ("待核", "卫生")
    with pytest.raises(BadAssertion, match="several: name the label"):
        say(desk, ids[A], "label", retract=True)
    with pytest.raises(BadAssertion, match="no label 核 of"):
        say(desk, ids[A], "label", "核", retract=True)
    say(desk, ids[A], "label", "待核", retract=True)
    assert [show(desk.archive, one).labels for one in ids] == [("卫生",), ("待核",), ()]


def test_two_reports_said_to_be_one_are_one_at_once(desk: Desk) -> None:
    ids = three(desk)
    say(desk, ids[B], "title", "乙题")
    assert say(desk, ids[B], "same_as", f"report:{ids[A]}").note == f"{ids[B]} redirects to {ids[A]} now"
    found = show(desk.archive, ids[B])
    assert (found.public_id, found.redirected_from, len(found.copies)) == (ids[A], ids[B], 2)
    assert found.title == "乙题"  # said of the id that redirects now
    assert desk.rows("SELECT count(*) FROM texts WHERE report_id = 1") == [(2,)]
    assert [search(desk.archive, words).total for words in ("乙题", "题2")] == [1, 1]
    assert say(desk, ids[A], "same_as", ids[B]).id is None  # the same pair from the other side
    assert joined(desk.archive.conn) == [(1, 2)]
    assert parted(desk.archive.conn) == []


CONTRADICTIONS = [
    ([(A, "same_as", B)], (B, "not_same_as", A)),
    ([(A, "not_same_as", B)], (B, "same_as", A)),
    ([(A, "same_as", B), (B, "same_as", C)], (A, "not_same_as", C)),
    ([(A, "not_same_as", C), (A, "same_as", B)], (C, "same_as", B)),
    ([], (A, "same_as", A)),
    ([], (A, "not_same_as", A)),
]


@pytest.mark.parametrize(("earlier", "word"), CONTRADICTIONS)
def test_contradictions_are_refused_and_name_the_earlier_word(
    desk: Desk, earlier: list[tuple[int, str, int]], word: tuple[int, str, int]
) -> None:
    ids = three(desk)
    for one, field, other in earlier:
        say(desk, ids[one], field, ids[other], why="查过")
    before = desk.everything()
    with pytest.raises(BadAssertion, match=r"by 甲, 2026-11-22: 查过\).* `gongwen assert --retract report:" if earlier
                       else "itself"):  # fmt: skip
        say(desk, ids[word[0]], word[1], ids[word[2]])
    assert desk.everything() == before


AGREEMENTS = [
    ([(A, "same_as", B)], (B, "not_same_as", C)),
    ([(A, "not_same_as", B)], (B, "same_as", C)),
    ([(A, "not_same_as", B), (B, "not_same_as", C)], (A, "same_as", C)),
]


@pytest.mark.parametrize(("earlier", "word"), AGREEMENTS)
def test_what_only_looks_like_a_contradiction_is_taken(
    desk: Desk, earlier: list[tuple[int, str, int]], word: tuple[int, str, int]
) -> None:
    ids = three(desk)
    for one, field, other in [*earlier, word]:
        say(desk, ids[one], field, ids[other])
    assert len(joined(desk.archive.conn)) + len(parted(desk.archive.conn)) == len(earlier) + 1


def test_a_word_about_a_pair_is_taken_back_from_either_side(desk: Desk) -> None:
    ids = three(desk)
    say(desk, ids[A], "not_same_as", ids[B])
    assert parted(desk.archive.conn) == [(1, 2)]
    assert "not_same_as" in show(desk.archive, ids[B]).asserted
    with pytest.raises(BadAssertion, match="no not_same_as"):
        say(desk, ids[C], "not_same_as", ids[B], retract=True)
    assert say(desk, ids[B], "not_same_as", retract=True).value == ids[A]
    assert parted(desk.archive.conn) == []
    assert "not_same_as" not in show(desk.archive, ids[A]).asserted


def test_an_id_stands_for_its_first_text_else_for_the_canonical_one(desk: Desk) -> None:
    ids = three(desk)
    say(desk, ids[A], "same_as", ids[B])
    say(desk, ids[A], "same_as", ids[C])
    assert joined(desk.archive.conn) == [(1, 2), (1, 3)]
    # As after a change of rules: the text that the third id was minted from has another digest now.
    desk.archive.conn.execute("UPDATE texts SET sha256 = 'f' || sha256 WHERE id = 3")
    assert desk.one("SELECT text_id FROM reports WHERE id = 1") == 1
    assert joined(desk.archive.conn) == [(1, 2)]  # the pair with itself is left out
    say(desk, ids[C], "same_as", ids[B])
    assert joined(desk.archive.conn) == [(1, 2)]


def test_an_id_that_redirects_and_lost_its_text_stands_for_where_it_leads(desk: Desk) -> None:
    ids = three(desk)
    say(desk, ids[A], "same_as", ids[C])
    say(desk, ids[B], "not_same_as", ids[C])
    assert parted(desk.archive.conn) == [(2, 3)]
    desk.archive.conn.execute("UPDATE texts SET sha256 = 'f' || sha256 WHERE id = 3")
    assert parted(desk.archive.conn) == [(1, 2)]


def test_words_of_one_list_are_all_said_or_none(desk: Desk) -> None:
    ids = three(desk)
    before = desk.everything()
    words = [Word(subject=one, field="label", value="样本", who="甲") for one in (ids[A], "0123456789", ids[B])]
    with pytest.raises(NotSaid) as told:
        say_all(desk.archive, words, now=desk.at)
    assert [(number, type(error)) for number, error in told.value.problems] == [(1, UnknownId)]
    with pytest.raises(ArchiveError):
        say_all(desk.archive, words[:1], now=desk.at, only_check=True)
    assert desk.everything() == before


def test_the_history_of_a_report_has_the_words_about_its_places(desk: Desk) -> None:
    ids = three(desk)
    desk.file(article(PLAN, key="doc:7"))
    for subject, value in (("copy:1", "一"), ("document:doc:7", "二"), (ids[A], "三"), ("copy:2", "四")):
        say(desk, subject, "label", value)
    say(desk, ids[C], "not_same_as", ids[A])
    told = [one.value for one in history_of(desk.archive, ids[A])]
    assert told == ["一", "二", "三", ids[A]]
    assert [one.value for one in history_of(desk.archive, "copy:2")] == ["四"]
    assert len(history_of(desk.archive)) == 5
