"""What `show` and `copies` know, and that an id never dies."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.errors import UnknownId
from archive.layout import breaks_of, with_breaks
from archive.queries import copies, reports_of_key, reports_of_url, show
from archive.settling import settle_documents
from cleaners.edits import undo
from cleaners.reading import Edit, EntryFacts
from tests.archive.desk import LONG, PLAN, WORK, Desk, Facts, article, entry, open_desk, reading


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = open_desk(tmp_path)
    yield made
    made.archive.close()


def test_a_report_is_shown_with_its_copies_in_order_of_date(desk: Desk) -> None:
    edits = (Edit(rule="tail", start=len(PLAN), taken="广告"),)
    text_facts = EntryFacts(period=("2020",), genre="总结", masks=(("XX", 1),))
    made = entry(PLAN, facts=text_facts, edits=edits)
    (first,) = desk.file(reading(made)).public_ids
    dates = ["2020-05-05", "2019-01-01T08:00:00+08:00"]
    for number, date in enumerate(dates, start=2):
        facts = Facts(published_at=date)
        other = entry(PLAN, facts=text_facts)
        desk.file(reading(other, key=f"doc:{number}", url=f"http://b.test/{number}", facts=facts))
    desk.file(reading(entry(PLAN.replace("12", "13")), key="doc:9"))
    report = show(desk.archive, first)
    assert (report.title, report.period, report.genre, report.current_copies, report.sites) == (
        "读书活动总结", ("2020",), "总结", 3, 2,
    )  # fmt: skip
    assert [copy.published_on for copy in report.copies] == [dates[1], dates[0], None]
    assert [copy.url for copy in copies(desk.archive, first)] == [
        "http://b.test/3",
        "http://b.test/2",
        "http://a.test/1",
    ]
    assert [copy.edits for copy in report.copies] == [0, 0, 1]
    assert report.copies[2].facts == {"masks": {"XX": 1}, "period": ["2020"], "genre": "总结"}
    assert [(one.relation, one.public_id) for one in report.related] == [
        ("edition", reports_of_key(desk.archive, "doc:9")[0])
    ]
    assert report.redirected_from is None


def test_a_redirected_id_shows_the_report_that_stands_for_it(desk: Desk) -> None:
    (whole,) = desk.file(article(PLAN + WORK, key="doc:9")).public_ids
    desk.file(article(PLAN, page=1, pages=2))
    desk.archive.conn.execute("UPDATE crawls SET finished_at = started_at")
    settle_documents(desk.archive, desk.crawl_id, desk.at)
    old = desk.one("SELECT public_id FROM reports WHERE public_id <> ?", whole)
    desk.file(article(WORK, page=2, pages=2))
    shown = show(desk.archive, old)
    assert (shown.public_id, shown.redirected_from) == (whole, old)
    assert len(copies(desk.archive, old)) == 2


@pytest.mark.parametrize("public_id", ["", "nowhere", "' OR 1=1 --", "\ud800".encode("utf-8", "replace").decode()])
def test_an_unknown_id_is_named(desk: Desk, public_id: str) -> None:
    desk.file(reading(entry(PLAN)))
    for ask in (show, copies):
        with pytest.raises(UnknownId, match="no report"):
            ask(desk.archive, public_id)


def test_a_url_knows_its_reports(desk: Desk) -> None:
    filed = desk.file(reading(entry(PLAN), entry(WORK, position=2), entry(PLAN, position=3)))
    assert reports_of_url(desk.archive, 1) == filed.public_ids
    assert len(filed.public_ids) == 2
    assert reports_of_url(desk.archive, 99) == reports_of_key(desk.archive, "none") == ()


def test_each_copy_has_its_own_white_space_and_its_edits_fit(desk: Desk) -> None:
    wrapped = PLAN[:10] + "\n" + PLAN[10:20] + "\n\u3000\u3000" + PLAN[20:]
    decomposed = "caf" + "e\u0301" + PLAN
    for number, text in enumerate([PLAN, wrapped, "café" + PLAN, decomposed]):
        edits = (Edit(rule="tail", start=len(text), taken="广告"),)
        desk.file(reading(entry(text, edits=edits), key=str(number), url=f"http://a.test/{number}"))
    report = show(desk.archive, reports_of_key(desk.archive, "1")[0])
    by_key = {copy.document_key: copy for copy in report.copies}
    assert by_key["0"].text == PLAN
    assert by_key["1"].text == wrapped
    assert undo(by_key["1"].text, (Edit(rule="tail", start=len(wrapped), taken="广告"),)) == wrapped + "广告"
    other = {copy.document_key: copy for copy in copies(desk.archive, reports_of_key(desk.archive, "3")[0])}
    assert (other["2"].text, other["3"].text) == ("café" + PLAN, decomposed)
    assert "breaks" not in by_key["1"].facts


SPACED = st.text(st.sampled_from("一ab \n\t\u3000\x1c\x85\u2028"), max_size=40)


@given(SPACED, SPACED)
def test_breaks_can_be_set_into_any_text_of_the_same_characters(text: str, other: str) -> None:
    bare = "".join(text.split())
    assert with_breaks(bare, breaks_of(text)) == text
    respaced = other.join(bare) if not other.split() else bare
    assert with_breaks(respaced, breaks_of(text)) == text


def test_long_is_used() -> None:
    assert with_breaks(LONG, breaks_of("\n" + LONG)) == "\n" + LONG
