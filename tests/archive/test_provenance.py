"""Places of a report beside its canonical text: what differs, which came first, why that text, what is a mirror."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from archive.chosen import PARTS
from archive.errors import UnknownId
from archive.filing.reports import _CANDIDATES, _Candidate
from archive.likeness.kinds import Kind
from archive.provenance import Provenance, provenance, text_at
from cleaners.reading import EntryFacts, StatedDate
from tests.archive.desk import LONG, PLAN, WORK, Desk, Facts, entry, open_desk, reading

TEXT = "\n".join((PLAN, WORK, LONG, PLAN.replace("读书", "植树"), WORK.replace("石桥", "水塔")))
MASKED = TEXT.replace("镇党委", "XX")


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = open_desk(tmp_path)
    yield made
    made.archive.close()


def put(desk: Desk, key: str, text: str = TEXT, *, on: str | None = None, url: str | None = None, **more: Any) -> str:
    """File a text as a document of its own; on a host of its own where none is given."""
    kind = more.pop("kind", "posted")
    facts = Facts(published_at=on, dates=(StatedDate(kind=kind, stated=on, at=on, precision="day"),)) if on else Facts()
    made = reading(entry(text, **more), key=f"doc:{key}", url=url or f"http://{key}.example/", facts=facts)
    return desk.file(made).public_ids[0]


def ask(desk: Desk, public_id: str) -> Provenance:
    return provenance(desk.archive, public_id)


def test_the_earliest_copy_is_the_earliest_that_was_published(desk: Desk) -> None:
    put(desk, "a", on="2019-05-01", kind="uploaded")
    put(desk, "b", on="2020-03-01T08:00:00+08:00")
    put(desk, "c", on="2020-03-02")
    public_id = put(desk, "d")
    found = ask(desk, public_id)
    by_key = {place.copy.document_key: place for place in found.places}
    assert [key for key, place in by_key.items() if place.is_earliest] == ["doc:b"]
    assert found.earliest == by_key["doc:b"].number
    assert [key for key, place in by_key.items() if not place.is_dated] == ["doc:a", "doc:d"]
    assert found.perhaps_earlier == (by_key["doc:a"].number, by_key["doc:d"].number)


def test_an_undated_copy_behind_a_dated_neighbour_cannot_be_earlier(desk: Desk) -> None:
    url = "http://a.example/d"
    desk.file(reading(entry(WORK), key="n:a.example:7", url=f"{url}/7", facts=Facts(published_at="2021-01-01")))
    desk.file(reading(entry(TEXT), key="n:a.example:8", url=f"{url}/8"))
    public_id = put(desk, "b", on="2020-03-01")
    found = ask(desk, public_id)
    assert (found.earliest, found.perhaps_earlier) == (1, ())


def test_all_undated_is_said(desk: Desk) -> None:
    found = ask(desk, put(desk, "a"))
    assert (found.earliest, found.perhaps_earlier, found.places[0].interval is not None) == (None, (), True)


def test_each_place_is_compared_with_the_canonical_text(desk: Desk) -> None:
    put(desk, "a", facts=EntryFacts(script="simplified"))
    public_id = put(desk, "b", TEXT.replace("。\n", "。\n\n"), facts=EntryFacts(script="simplified"))
    put(desk, "c", TEXT.replace("总结", "總結"), facts=EntryFacts(script="traditional"))
    found = ask(desk, public_id)
    by_key = {place.copy.document_key: place for place in found.places}
    assert {key: place.is_canonical for key, place in by_key.items()} == {"doc:a": True, "doc:b": True, "doc:c": False}
    assert by_key["doc:c"].differences.forms == {"script": 2}
    assert all(place.differences.is_form_only for place in found.places)
    assert (found.canonical, found.canonical_by) == (by_key["doc:a"].number, "script")


# (part of the rank, better copy, worse copy, words)
REASONS: list[tuple[str, dict[str, Any], dict[str, Any], str]] = [
    ("whole", {}, {"facts": EntryFacts(truncated=True)}, "it is whole, place 2 is cut"),
    ("masks", {"facts": EntryFacts(masks=(("XX", 1),))}, {"facts": EntryFacts(masks=(("XX", 3), ("某", 1)))},
     "its masks are 1, those of place 2 4"),
    ("damage", {"facts": EntryFacts(lost_characters=1)}, {"facts": EntryFacts(pinyin_annotations=2, lost_characters=3)},
     "its readings in brackets and lost characters are 1, those of place 2 5"),
    ("script", {"facts": EntryFacts(script="simplified")}, {"facts": EntryFacts(script="traditional")},
     "it is in simplified script, place 2 is not"),
    ("length", {"text": f"读书活动总结\n{TEXT}"}, {}, f"it has {len('读书活动总结')} more"),
    ("title", {}, {"title": None}, "it has a title, place 2 none"),
    ("date", {"on": "2019-01-01"}, {"on": "2020-01-01"}, "it is dated 2019-01-01, place 2 2020-01-01"),
    ("first capture", {}, {}, "it was captured before place 2"),
]


@pytest.mark.parametrize(("part", "better", "worse", "why"), REASONS, ids=[row[0] for row in REASONS])
def test_why_a_text_is_canonical(  # the two have one key, so that the rank alone decides
    desk: Desk, part: str, better: dict[str, Any], worse: dict[str, Any], why: str
) -> None:
    same_day = {} if "on" in better else {"on": "2020-05-05"}
    first = put(desk, "a", **{**same_day, **better})
    second = put(desk, "b", **{**same_day, "text": TEXT.replace("。", "！"), **worse})
    found = ask(desk, first)
    assert first == second
    assert (found.canonical, found.canonical_by) == (1, part)
    if part == "length":
        han = [int(word) for word in (found.why_canonical or "").replace(",", "").split() if word.isdecimal()]
        assert han[0] - han[-1] == 6
    else:
        assert found.why_canonical == why


@pytest.mark.parametrize(("other", "why"), [
    ({"facts": EntryFacts(masks=(("XX", 2),))},
     "place 1 is in better condition (masks), but not every wording verifies against it"),
    ({"on": "2021-01-01"},
     "the other wordings are verified against it, and place 1 is in no better condition"),
])  # fmt: skip
def test_why_a_text_stays_canonical_beside_a_better_one(desk: Desk, other: dict[str, Any], why: str) -> None:
    public_id = put(desk, "a", on="2020-01-01")
    put(desk, "b", TEXT.replace("。", "！"), **{"on": "2020-01-02", **other})
    desk.archive.conn.execute("UPDATE reports SET text_id = (SELECT max(id) FROM texts)")
    found = ask(desk, public_id)
    assert (found.canonical, found.canonical_by, found.why_canonical) == (2, "edges", why)


def test_the_only_wording_needs_no_reason(desk: Desk) -> None:
    put(desk, "a")
    found = ask(desk, put(desk, "b"))
    assert (found.canonical, found.canonical_by, found.why_canonical) == (1, "only", "the only wording")


def test_a_replaced_version_gives_way(desk: Desk) -> None:
    put(desk, "a", TEXT.replace("。", "！"), on="2020-01-01")
    found = ask(desk, put(desk, "a", on="2020-01-01"))
    assert (found.canonical_by, found.why_canonical) == ("shown now", "it stands there now, place 1 was replaced")


def test_every_part_of_the_rank_has_a_name(desk: Desk) -> None:
    put(desk, "a")
    (row,) = desk.rows(_CANDIDATES, 1)
    assert len(_Candidate(*row).rank()) == len(PARTS)


def test_mirrors_point_at_the_earliest_dated_else_the_first_captured(desk: Desk) -> None:
    put(desk, "a", url="http://a.example/d/12345.html")
    put(desk, "b", url="http://b.test/d/12345.html", on="2020-01-01")
    found = ask(desk, put(desk, "c", url="http://c.test/view?id=12345"))
    by_key = {place.copy.document_key: place for place in found.places}
    original = by_key["doc:b"].number
    told = {key: place.mirror and (place.mirror.of, place.mirror.why) for key, place in by_key.items()}
    assert told == {"doc:b": None, "doc:a": (original, "same path"), "doc:c": (original, "same document id")}


def test_a_compilation_that_holds_the_report_is_named(desk: Desk) -> None:
    item, whole = put(desk, "a"), put(desk, "b", "另外一篇与此毫不相干的文字，讲的是山里的茶园和雨水。" * 9)
    desk.archive.conn.execute(
        "INSERT INTO relations (report_id, other_id, relation, measure, rules) VALUES (2, 1, 'contains', 0.9, 'r')"
    )
    assert [other.public_id for other in ask(desk, item).contained_in] == [whole]
    assert ask(desk, whole).contained_in == ()


def test_a_redirected_id_leads_to_the_report_that_stands_for_it(desk: Desk) -> None:
    standing, gone = put(desk, "a"), put(desk, "b", "另外一篇与此毫不相干的文字，讲的是山里的茶园和雨水。" * 9)
    row = desk.one("SELECT id FROM reports WHERE public_id = ?", standing)
    desk.archive.conn.execute("UPDATE reports SET merged_into_id = ? WHERE public_id = ?", (row, gone))
    found = ask(desk, gone)
    assert (found.public_id, found.redirected_from, [place.copy.document_key for place in found.places]) == (
        standing, gone, ["doc:a"],
    )  # fmt: skip
    assert ask(desk, standing).redirected_from is None
    assert (text_at(desk.archive, gone).public_id, text_at(desk.archive, gone, 1).public_id) == (standing, standing)


def test_texts_are_found_by_id_and_number(desk: Desk) -> None:
    spaced = TEXT.replace("\n", "\n\n")
    public_id = put(desk, "a", on="2020-01-01")
    put(desk, "b", spaced)
    assert text_at(desk.archive, public_id).text == TEXT
    found = text_at(desk.archive, public_id, 2)
    assert (found.public_id, found.number, found.url, found.text) == (public_id, 2, "http://b.example/", spaced)
    for number in (0, 3):
        with pytest.raises(UnknownId, match=f"no place {number} of report {public_id}.* lists 2"):
            text_at(desk.archive, public_id, number)
    with pytest.raises(UnknownId, match="no report"):
        text_at(desk.archive, "nowhere", 1)


def test_a_report_without_copies_says_nothing(desk: Desk) -> None:
    public_id = put(desk, "a")
    desk.archive.conn.execute("DELETE FROM copies")
    found = ask(desk, public_id)
    assert (found.places, found.canonical, found.why_canonical, found.earliest) == ((), None, None, None)


def test_masks_are_told_beside_the_text_that_has_the_words(desk: Desk) -> None:
    """As the report was joined by hand: which texts are one report is decided elsewhere."""
    public_id = put(desk, "a", on="2020-01-01")
    put(desk, "b", MASKED, on="2020-01-02", facts=EntryFacts(masks=(("XX", 2),)))
    desk.archive.conn.execute("UPDATE texts SET report_id = 1, relation = 'same', measure = 0.9, canonical_share = 0.8"
                              " WHERE sha256 <> (SELECT sha256 FROM texts WHERE id = 1)")  # fmt: skip
    desk.archive.conn.execute("UPDATE copies SET report_id = 1")
    found = ask(desk, public_id).places[1]
    assert (found.measure, found.canonical_share) == (0.9, 0.8)
    assert {kind: tally.runs for kind, tally in found.differences.tallies.items()} == {Kind.MASKS: 2}
