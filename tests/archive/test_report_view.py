"""Reports, copies and pairs of texts as pages read them: order of places, names, stretches, changes, rows."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from archive.changes import changes_of, in_place, sums_of
from archive.compare_view import Bit, Row, compared, pages_of, rows_of, side_of
from archive.copy_view import copy_named, copy_view
from archive.errors import UnknownId
from archive.likeness.differences import differences
from archive.likeness.kinds import Kind
from archive.places import address, places_of
from archive.report_view import relations_of, view_of
from archive.stored_json import marks_in, object_in, share, strings_in, whole
from archive.stretches import SLACK, STRETCH, stretch_of
from cleaners.reading import Edit, StatedDate
from tests.archive.desk import LONG, PLAN, WORK, Desk, Facts, entry, open_desk, reading

TEXT = "\n".join((PLAN, WORK, LONG, PLAN.replace("读书", "植树")))
ELSE = "另外一篇与此毫不相干的文字，讲的是山里的茶园和雨水。" * 9


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = open_desk(tmp_path)
    yield made
    made.archive.close()


def put(desk: Desk, key: str, text: str = TEXT, *, on: str | None = None, kind: str = "posted", **more: Any) -> str:
    """File a text as a document of its own, on a host of its own."""
    facts = Facts(published_at=on, dates=(StatedDate(kind=kind, stated=on, at=on, precision="day"),)) if on else Facts()
    made = reading(entry(text, **more), key=f"doc:{key}", url=f"http://{key}.example/", facts=facts)
    return desk.file(made).public_ids[0]


def test_places_stand_by_date_and_undated_ones_apart_by_first_capture(desk: Desk) -> None:
    put(desk, "none")
    put(desk, "late", on="2021-01-01")
    put(desk, "upload", on="2010-01-01", kind="uploaded")
    put(desk, "soon", on="2020-03-01T23:30:00+08:00")
    put(desk, "future", on="2030-01-01")
    put(desk, "month", on="2020-03")
    places = places_of(desk.archive.conn, 1)
    assert [one.document_key for one in places.dated] == ["doc:month", "doc:soon", "doc:late"]
    assert [one.day for one in places.dated] == ["2020-03", "2020-03-01", "2021-01-01"]
    assert [one.document_key for one in places.undated] == ["doc:none", "doc:upload", "doc:future"]
    assert [one.date_note for one in places.undated] == [
        None, "uploaded is no date of publication", "the date stated is later than the first capture"]  # fmt: skip
    assert places.earliest is not None and places.earliest.document_key == "doc:month"


def test_instants_are_ordered_across_zones(desk: Desk) -> None:
    put(desk, "seven", on="2020-02-29T23:00:00+00:00")
    put(desk, "one", on="2020-03-01T01:00:00+08:00")
    assert [one.document_key for one in places_of(desk.archive.conn, 1).dated] == ["doc:one", "doc:seven"]


def test_numbers_are_those_of_the_command_line(desk: Desk) -> None:
    from archive.queries import copies  # noqa: PLC0415 - what it is held against

    public_id = put(desk, "a")
    for key, on in (("b", "2021-01-01"), ("c", "2010-01-01"), ("d", None)):
        put(desk, key, on=on, kind="uploaded" if key == "c" else "posted")
    listed = {number: copy.id for number, copy in enumerate(copies(desk.archive, public_id), start=1)}
    assert {one.number: one.id for one in places_of(desk.archive.conn, 1).all} == listed


def test_a_person_dates_a_place(desk: Desk) -> None:
    put(desk, "a", on="2021-01-01")
    put(desk, "b")
    desk.archive.conn.execute(
        """UPDATE copies SET asserted = '{"published_on": {"value": "2015-05-05", "who": "w"}}' WHERE id = 2""")
    first = places_of(desk.archive.conn, 1).dated[0]
    assert (first.document_key, first.date_kind, first.day) == ("doc:b", "asserted", "2015-05-05")


def test_likely_mirrors_are_marked(desk: Desk) -> None:
    for host, on in (("a.example", "2020-01-01"), ("b.test", None)):
        facts = Facts(published_at=on)
        desk.file(reading(entry(TEXT), key=f"doc:{host}", url=f"http://{host}/d/12345.html", facts=facts))
    found = {one.site: one.mirror_of for one in places_of(desk.archive.conn, 1).all}
    assert found == {"a.example": None, "b.test": 1}


# (how it is named, version found)
NAMES = [
    ("doc:a@1.0", 2), ("doc:a#1.0", 2), ("doc:a@1.0.2", 2), ("doc:a@1.0.1", 1), ("1", 1), ("2", 2),
    ("doc:a@1.0.3", None), ("doc:a@2.0", None), ("doc:a@1", None), ("doc:a", None), ("doc:A@1.0", None), ("3", None),
    ("9" * 30, None), ("²", None), ("", None), ("@1.0", None), ("doc:a@1.0\n", None),
]  # fmt: skip


@pytest.mark.parametrize(("name", "version"), NAMES)
def test_a_copy_is_found_by_its_names(desk: Desk, name: str, version: int | None) -> None:
    put(desk, "a", TEXT)
    put(desk, "a", TEXT.replace("12场", "15场"))
    conn = desk.archive.conn
    if version is None:
        with pytest.raises(UnknownId):
            copy_named(conn, name)
        return
    assert copy_view(conn, name).place.version == version
    assert copy_view(conn, name).place.address == address("doc:a", 1, 0, version)


def test_a_key_may_look_like_a_name(desk: Desk) -> None:
    public_id = put(desk, "x/y?a=1#b@1.0")
    (place,) = view_of(desk.archive.conn, public_id).places.all
    assert place.address == "doc:x/y?a=1#b@1.0@1.0.1"
    assert copy_view(desk.archive.conn, place.address).place == place


def test_a_copy_is_shown_with_its_own_white_space_versions_and_capture(desk: Desk) -> None:
    put(desk, "a", TEXT)
    put(desk, "b", TEXT.replace("\n", "\n\n"))
    found = copy_view(desk.archive.conn, "doc:b@1.0")
    assert found.stretch.text == TEXT.replace("\n", "\n\n")
    assert (found.is_canonical, len(found.versions), found.report.copies) == (True, 1, 2)
    assert found.capture is not None and found.capture.sha256 == f"{2:064x}"
    assert found.interval is not None and found.interval.not_before is None


def test_a_redirected_id_gives_the_report_that_stands(desk: Desk) -> None:
    standing, gone = put(desk, "a"), put(desk, "b", ELSE)
    desk.archive.conn.execute("UPDATE reports SET merged_into_id = 1 WHERE id = 2")
    desk.archive.conn.execute("UPDATE copies SET report_id = 1")
    found = view_of(desk.archive.conn, gone)
    assert (found.head.public_id, found.head.redirected_from, len(found.places.all)) == (standing, gone, 2)
    assert copy_view(desk.archive.conn, "doc:b@1.0").report.public_id == standing
    with pytest.raises(UnknownId, match="no report 'nope'"):
        view_of(desk.archive.conn, "nope")


def test_relations_say_which_holds_which(desk: Desk) -> None:
    put(desk, "a")
    put(desk, "b", ELSE)
    conn = desk.archive.conn
    conn.execute(
        "INSERT INTO relations (report_id, other_id, relation, measure, rules) VALUES (2, 1, 'contains', 1, 'r')")
    assert relations_of(conn, 1, limit=9).sums == {"contained in": 1}
    assert relations_of(conn, 2, limit=9).sums == {"contains": 1}
    assert [one.relation for one in relations_of(conn, 1, limit=9).shown] == ["contained in"]
    assert relations_of(conn, 1, limit=9, offset=1).shown == ()


def test_changes_are_summed_by_rule_and_white_space_comes_last(desk: Desk) -> None:
    foot = Edit(rule="discuz-footer", start=2 + len(TEXT), taken="赞")
    edits = (Edit(rule="layout", start=0, taken="  ", put=""), foot)
    put(desk, "a", TEXT, edits=edits)
    conn = desk.archive.conn
    assert [(one.rule, one.edits, one.taken, one.is_space) for one in sums_of(conn, 1)] == [
        ("discuz-footer", 1, 1, False), ("layout", 1, 2, True)]  # fmt: skip
    assert "Indents" in (sums_of(conn, 1)[1].why or "")
    assert [one.rule for one in changes_of(conn, 1, limit=9).shown] == ["discuz-footer"]
    assert [one.taken for one in changes_of(conn, 1, rule="layout", limit=9).shown] == ["  "]
    runs = in_place(TEXT, edits) or ()
    assert [(one.rule, one.taken) for one in runs] == [("layout", "  "), (None, TEXT), ("discuz-footer", "赞")]
    assert in_place("短", edits) is None


def test_long_texts_are_cut_at_paragraphs_and_lose_nothing() -> None:
    for text in ("\n".join([LONG] * 3000), "长" * 130_000, "短", ""):
        pages = [stretch_of(text, number) for number in range(1, stretch_of(text, 1).numbers + 1)]
        assert "".join(page.text for page in pages) == text
        assert all(len(page.text) <= STRETCH + SLACK for page in pages)
    cut = stretch_of("\n".join([LONG] * 3000), 2)
    assert cut.text.startswith(LONG) and cut.paragraphs[0] == LONG
    assert (stretch_of("短", 0).number, stretch_of("短", 99).number, stretch_of("", 1).paragraphs) == (1, 1, ())


def bits(row: Row) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    mine, theirs = ([(str(bit.kind), bit.text) for bit in side] for side in (row.one, row.other))
    return mine, theirs


def test_rows_stand_beside_each_other_by_paragraph() -> None:
    found = differences(f"{PLAN}\n{WORK}", f"{PLAN}\n{WORK.replace('40套', '50套')}")
    first, second = rows_of(found.pieces, is_full=True)
    assert bits(first) == ([("equal", PLAN)], [("equal", PLAN)])
    head, tail = WORK.split("40")
    assert bits(second) == ([("equal", head), ("figures", "40"), ("equal", tail)],
                            [("equal", head), ("figures", "50"), ("equal", tail)])  # fmt: skip


def test_what_is_alike_is_folded_and_counted() -> None:
    same = "\n".join([LONG] * 6)
    rows = rows_of(differences(f"{same}\n{WORK}", f"{same}\n{PLAN}").pieces, is_full=False)
    assert rows[0].in_common > 0
    whole_rows = rows_of(differences(f"{same}\n{WORK}", f"{same}\n{PLAN}").pieces, is_full=True)
    assert all(row.in_common == 0 for row in whole_rows)
    joined = "".join(bit.text for row in whole_rows for bit in row.one)
    assert joined.replace("\n", "") == (same + WORK).replace("\n", "")


def test_a_row_of_thousands_of_marks_is_cut_into_pages() -> None:
    bit = Bit(kind=Kind.WORDS, text="甲")
    rows = [Row(one=(bit,) * 500, other=(bit,) * 400)] * 5 + [Row(in_common=7)] * 450
    pages = pages_of(rows)
    assert [len(page) for page in pages[:3]] == [2, 2, 200]
    assert tuple(row for page in pages for row in page) == tuple(rows)
    assert pages_of([]) == ((),)


def test_sides_are_found_by_id_number_name_and_address(desk: Desk) -> None:
    public_id = put(desk, "a", on="2020-01-01")
    put(desk, "b", TEXT.replace("12场", "十二场"))
    conn = desk.archive.conn
    for named, is_report in (
        (public_id, True), (f" {public_id}:1 ", False), ("doc:a@1.0", False),
        (f"http://x.test/report/{public_id}", True), ("http://x.test/copy/doc:a@1.0.1", False),
    ):  # fmt: skip
        assert (side_of(conn, named).public_id, side_of(conn, named).is_report) == (public_id, is_report)
    for wrong in ("", "nope", f"{public_id}:9", "doc:a@9.0", "x" * 5000):
        with pytest.raises(UnknownId):
            side_of(conn, wrong)
    assert compared(side_of(conn, public_id), side_of(conn, "doc:a@1.0")).is_form_only


# (cell, object, strings)
CELLS: list[tuple[object, object, tuple[str, ...]]] = [
    ('{"a": 1}', {"a": 1}, ()), ('["a", 1, "b"]', {}, ("a", "b")), ("{", {}, ()), (None, {}, ()), (5, {}, ()),
    ("[" * 100_000, {}, ()), ('"a"', {}, ()), ('["\\ud800x"]', {}, ("?x",)), ('["\\ud83d\\ude00"]', {}, ("😀",)),
]  # fmt: skip


@pytest.mark.parametrize(("cell", "as_object", "as_strings"), CELLS)
def test_damaged_cells_are_as_nothing(cell: object, as_object: object, as_strings: tuple[str, ...]) -> None:
    assert (object_in(cell), strings_in(cell)) == (as_object, as_strings)


def test_marks_of_another_shape_are_left_out() -> None:
    assert marks_in('{"title": {"value": "a"}, "x": 5, "y": {"who": 1}, "labels": [1, {"value": "b"}]}') == {
        "title": {"value": "a"}, "labels": [{"value": "b"}]}  # fmt: skip
    assert (whole("x"), whole(3), share("x"), share(1)) == (0, 3, None, 1.0)


def test_it_reads_with_the_rows_of_datasette_too(desk: Desk) -> None:
    public_id = put(desk, "a")
    desk.archive.conn.row_factory = sqlite3.Row
    assert view_of(desk.archive.conn, public_id).head.public_id == public_id
    assert copy_view(desk.archive.conn, "doc:a@1.0").report.public_id == public_id
    assert relations_of(desk.archive.conn, 1, limit=3).total == 0
