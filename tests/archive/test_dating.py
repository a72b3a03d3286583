"""Which dates count, and what brackets a copy without one."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from archive.dating import span_of
from archive.provenance import Located, provenance
from cleaners.reading import StatedDate
from tests.archive.desk import PLAN, START, WORK, Desk, Facts, entry, open_desk, reading
from tests.tables import table

SPANS = [
    ("2021-01-02T22:08:16+08:00", "2021-01-02T14:08:16", "2021-01-02T14:08:16"),
    ("2021-01-02T22:08", "2021-01-02T14:08:00", "2021-01-02T14:08:00"),
    ("2021-01-02", "2021-01-01T16:00:00", "2021-01-02T15:59:59"),
    ("2021-12", "2021-11-30T16:00:00", "2021-12-31T15:59:59"),
    ("2021", "2020-12-31T16:00:00", "2021-12-31T15:59:59"),
    ("2021-02-30", None, None),
    ("9999", None, None),
    ("0000-00-00", None, None),
    ("yesterday", None, None),
    (None, None, None),
]


@table("stated, start, end", SPANS)
def test_a_stated_date_spans_what_it_says(stated: str | None, start: str | None, end: str | None) -> None:
    span = span_of(stated)
    told = (span.start.isoformat()[:19], span.end.isoformat()[:19]) if span else (None, None)
    assert told == (start, end)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = open_desk(tmp_path)
    yield made
    made.archive.close()


def dated(on: str | None, kind: str = "posted") -> Facts:
    if on is None:
        return Facts()
    return Facts(published_at=on, dates=(StatedDate(kind=kind, stated=on, at=on, precision="day"),))


def thread(desk: Desk, number: int, on: str | None = None, *, kind: str = "posted", text: str | None = None) -> str:
    """File a thread of a.example; other texts than PLAN and WORK are told apart by their number."""
    own = text or f"{PLAN}{'甲乙丙丁戊己庚辛壬癸'[number % 10] * 30}"
    url = f"http://a.example/thread-{number}-1-1.html"
    made = reading(entry(own), key=f"discuz:a.example:thread:{number}", url=url, facts=dated(on, kind))
    return desk.file(made).public_ids[0]


def only(desk: Desk, public_id: str) -> Located:
    (place,) = provenance(desk.archive, public_id).places
    return place


# (name, dated neighbours as (number, date, kind), not before, not after; None = first capture, evidence, contradicted)
BRACKETS = [
    ("both sides", [(5, "2019-03-01", "posted"), (9, "2019-03-04", "posted")], "2019-03-01", "2019-03-04",
     ["lower id", "first capture", "higher id"], False),
    ("the nearest", [(1, "2017-01-01", "posted"), (6, "2019-03-02", "posted"), (8, "2019-03-03", "posted"),
                     (30, "2020-01-01", "posted")], "2019-03-02", "2019-03-03",
     ["lower id", "first capture", "higher id"], False),
    ("below only", [(5, "2019-03-01", "posted")], "2019-03-01", None, ["lower id", "first capture"], False),
    ("above only", [(70, "2019-03-04", "posted")], None, "2019-03-04", ["first capture", "higher id"], False),
    ("the same day on both sides", [(5, "2019-03-01", "posted"), (9, "2019-03-01", "posted")], "2019-03-01",
     "2019-03-01", ["lower id", "first capture", "higher id"], False),
    ("nobody", [], None, None, ["first capture"], False),
    ("contradiction", [(5, "2020-03-01", "posted"), (9, "2019-03-04", "posted")], None, None, ["first capture"], True),
    ("contradiction one further",
     [(3, "2021-01-01", "posted"), (5, "2019-03-01", "posted"), (9, "2019-03-04", "posted")], None, None,
     ["first capture"], True),
    ("an upload follows the numbers", [(5, "2019-03-01", "uploaded")], "2019-03-01", None,
     ["lower id", "first capture"], False),
    ("an update does not", [(5, "2019-03-01", "updated")], None, None, ["first capture"], False),
    ("a date behind its own capture is none", [(5, "2031-03-01", "posted")], None, None, ["first capture"], False),
]  # fmt: skip


@pytest.mark.parametrize("case", BRACKETS, ids=[case[0] for case in BRACKETS])
def test_an_undated_copy_is_bracketed_by_its_neighbours(desk: Desk, case: tuple[object, ...]) -> None:
    _, neighbours, not_before, not_after, evidence, is_contradicted = case
    for number, on, kind in neighbours:  # type: ignore[attr-defined]  # a row of the table
        thread(desk, number, on, kind=kind)
    place = only(desk, thread(desk, 7, text=WORK))
    assert place.interval is not None
    assert (place.is_dated, place.interval.not_before) == (False, not_before)
    assert place.interval.not_after == (not_after or place.copy.first_seen_at)
    assert [one.what for one in place.interval.evidence] == evidence
    assert (place.interval.contradiction is not None) == is_contradicted


def test_evidence_names_document_and_number(desk: Desk) -> None:
    thread(desk, 5, "2019-03-01")
    place = only(desk, thread(desk, 7, text=WORK))
    assert place.interval is not None
    (lower, capture) = place.interval.evidence
    assert (lower.number, lower.where, lower.on) == (5, "http://a.example/thread-5-1-1.html", "2019-03-01")
    assert (capture.number, capture.where, capture.on) == (None, None, place.copy.first_seen_at)


def test_documents_of_other_hosts_and_series_are_no_neighbours(desk: Desk) -> None:
    for key, url in (("discuz:b.example:thread:6", "http://b.example/6"), ("discuz:a.example:blog:6", "http://a.example/6"),
                     ("discuz:a.example:thread:6x", "http://a.example/6x"),
                     ("discuz:a.example:thread:5/6", "http://a.example/5/6")):  # fmt: skip
        desk.file(reading(entry(PLAN + key * 9), key=key, url=url, facts=dated("2019-01-01")))
    place = only(desk, thread(desk, 7, text=WORK))
    assert place.interval is not None
    assert [one.what for one in place.interval.evidence] == ["first capture"]


def test_addresses_with_numbers_are_a_series(desk: Desk) -> None:
    for number, on in ((11, "2018-01-01"), (13, "2018-02-01")):
        where = f"a.example/doc/{number}.html"
        made = entry(PLAN + "甲乙丙丁"[number % 4] * 30)
        desk.file(reading(made, key=f"url:{where}", url=f"http://{where}", facts=dated(on)))
    filed = desk.file(reading(entry(WORK), key="url:a.example/doc/12.html", url="http://a.example/doc/12.html"))
    interval = only(desk, filed.public_ids[0]).interval
    assert interval is not None
    assert (interval.not_before, interval.not_after) == ("2018-01-01", "2018-02-01")


def test_a_later_floor_has_no_upper_neighbour(desk: Desk) -> None:
    thread(desk, 5, "2019-03-01")
    thread(desk, 9, "2019-03-04")
    url = "http://a.example/thread-7-1-1.html"
    made = reading(entry(PLAN), entry(WORK, position=2), key="discuz:a.example:thread:7", url=url)
    places = [only(desk, public_id).interval for public_id in desk.file(made).public_ids]
    assert [place and place.not_before for place in places] == ["2019-03-01", "2019-03-01"]
    assert [place and place.not_after == "2019-03-04" for place in places] == [True, False]


@pytest.mark.parametrize("kind", ["uploaded", "updated"])
def test_a_date_of_upload_or_update_only_bounds(desk: Desk, kind: str) -> None:
    place = only(desk, thread(desk, 7, "2020-06-01", kind=kind, text=WORK))
    assert (place.is_dated, place.date_note) == (False, f"{kind} is no date of publication")
    assert place.interval is not None
    assert (place.interval.not_before, place.interval.not_after) == (None, "2020-06-01")


def test_a_persons_word_is_a_date(desk: Desk) -> None:
    public_id = thread(desk, 7, "2020-06-01", kind="updated", text=WORK)
    desk.archive.conn.execute("UPDATE copies SET asserted = json_object('published_on', json_object('value', '2018'))")
    place = only(desk, public_id)
    assert (place.is_dated, place.is_earliest, place.date_note, place.interval) == (True, True, None, None)


def test_a_neighbours_date_may_be_a_persons_word(desk: Desk) -> None:
    thread(desk, 5)
    said = "json_object('published_on', json_object('value', '2018'))"
    desk.archive.conn.execute(f"UPDATE documents SET asserted = {said}")  # noqa: S608 - the line above
    place = only(desk, thread(desk, 7, text=WORK))
    assert place.interval is not None
    assert place.interval.not_before == "2018"


def test_a_date_later_than_the_capture_does_not_count(desk: Desk) -> None:
    place = only(desk, thread(desk, 7, "2031-06-01", text=WORK))
    assert (place.is_dated, place.date_note) == (False, "the date stated is later than the first capture")


def test_the_date_of_another_text_at_the_place_does_not_count(desk: Desk) -> None:
    thread(desk, 5, "2018-01-01")
    thread(desk, 7, "2019-01-01", text=PLAN)
    place = only(desk, thread(desk, 7, "2019-01-01", text=WORK))
    assert (place.copy.version, place.is_dated) == (2, False)
    assert place.date_note == "the date is that of another text, which stood here before"
    assert place.interval is not None
    assert [one.what for one in place.interval.evidence] == ["first capture"]


def test_a_series_is_of_one_host(desk: Desk) -> None:
    desk.file(reading(entry(PLAN), key="doc:6", url="http://b.example/6", facts=dated("2019-01-01")))
    interval = only(desk, desk.file(reading(entry(WORK), key="doc:7", url="http://a.example/7")).public_ids[0]).interval
    assert interval is not None
    assert (interval.not_before, interval.contradiction) == (None, None)


def test_a_neighbour_below_that_is_later_than_the_capture_contradicts_it(desk: Desk) -> None:
    public_id = thread(desk, 7, text=WORK)
    url = "http://a.example/thread-5-1-1.html"
    made = reading(entry(PLAN), key="discuz:a.example:thread:5", url=url, facts=dated("2026-12-24"))
    desk.file(made, at=START + timedelta(days=40))
    interval = only(desk, public_id).interval
    assert interval is not None
    assert (interval.not_before, interval.contradiction) == (None, "5 is of 2026-12-24, later than the capture")
