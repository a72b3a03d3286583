"""A dry run of other rules: what would become of each text, and which edits of which rule appear or vanish."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from archive.comparing import TEXTS, Compared, compare
from cleaners.outcome import Reason
from cleaners.reading import Edit, Entry, Reading
from tests.archive.desk import LONG, PLAN, WORK, Desk, article, entry, open_desk, reading, refused

TAIL = "\n点赞: 12"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = open_desk(tmp_path)
    yield made
    made.archive.close()


def cleaned(text: str, *rules: str, position: int = 1, part: int = 0) -> Entry:
    """Make an entry from whose end a tail was taken by each of the rules together."""
    edits = (Edit(rule="+".join(rules), start=len(text), taken=TAIL),) if rules else ()
    return entry(text, edits=edits, position=position, part=part)


def told(found: Compared) -> dict[str, int]:
    return {name: found.texts[name] for name in TEXTS if found.texts[name]}


def test_what_is_the_same_differs_in_nothing(desk: Desk) -> None:
    desk.file(reading(cleaned(PLAN, "tail"), cleaned(WORK, position=2)))
    before = desk.everything()
    found = compare(desk.archive, 1, reading(cleaned(PLAN, "tail"), cleaned(WORK, position=2)))
    assert (told(found), found.differences) == ({"unchanged": 2}, [])
    assert desk.everything() == before


def test_edits_that_appear_and_vanish_are_told_by_rule_with_what_stands_round_them(desk: Desk) -> None:
    (public_id,) = desk.file(reading(cleaned(PLAN + TAIL))).public_ids
    found = compare(desk.archive, 1, reading(cleaned(PLAN, "tail", "layout")))
    assert told(found) == {"changed": 1}
    assert [(one.rule, one.appears, one.taken) for one in found.differences] == [
        ("tail", True, TAIL), ("layout", True, TAIL)]
    (first, _) = found.differences
    assert (first.before, first.put, first.after) == (PLAN[-20:], "", "")
    assert (first.report, first.url) == (public_id, "http://a.test/1")
    desk.file(reading(cleaned(WORK, "tail"), key="doc:2", url="http://a.test/2"))
    back = compare(desk.archive, 2, reading(cleaned(WORK + TAIL), key="doc:2", url="http://a.test/2"))
    assert [(one.rule, one.appears) for one in back.differences] == [("tail", False)]


def test_an_edit_that_only_moved_is_no_difference(desk: Desk) -> None:
    desk.file(reading(cleaned(PLAN, "tail")))
    moved = entry(PLAN, edits=(Edit(rule="tail", start=0, taken=TAIL),))
    found = compare(desk.archive, 1, reading(moved))
    assert (told(found), found.differences) == ({"unchanged": 1}, [])


FATES: list[tuple[str, list[Reading], Reading | None, dict[str, int]]] = [
    ("gone", [reading(entry(PLAN), entry(WORK, position=2))], reading(entry(PLAN)), {"unchanged": 1, "gone": 1}),
    ("an error after all", [reading(entry(PLAN))], refused(Reason.GONE), {"gone": 1}),
    ("new", [reading(entry(PLAN))], reading(entry(PLAN), entry(WORK, position=2)), {"unchanged": 1, "new": 1}),
    ("read at last", [refused(Reason.NO_CONTENT)], reading(entry(PLAN)), {"new": 1}),
    ("a floor split", [reading(entry(PLAN + WORK))],
     reading(cleaned(PLAN, part=1), cleaned(WORK, part=2)), {"split": 1}),
    ("a floor joined", [reading(cleaned(PLAN, part=1), cleaned(WORK, part=2))], reading(entry(PLAN + WORK)),
     {"joined": 1}),
    ("an article split", [article(PLAN + WORK)], article(PLAN, WORK), {"split": 1}),
    ("unreadable", [reading(entry(PLAN))], None, {"unreadable": 1}),
]  # fmt: skip


@pytest.mark.parametrize(("filed", "now", "wanted"), [case[1:] for case in FATES], ids=[case[0] for case in FATES])
def test_what_would_become_of_texts(
    desk: Desk, filed: list[Reading], now: Reading | None, wanted: dict[str, int]
) -> None:
    for one in filed:
        desk.file(one)
    assert told(compare(desk.archive, 1, now)) == wanted


def test_a_capture_that_showed_nothing_new_is_compared_with_nothing(desk: Desk) -> None:
    desk.file(reading(entry(PLAN)))
    desk.file(reading(entry(PLAN)))
    found = compare(desk.archive, 2, reading(entry(LONG)))
    assert (told(found), found.differences) == ({}, [])
    assert told(compare(desk.archive, 1, reading(entry(LONG)))) == {"changed": 1}


def test_a_page_of_several_is_compared_with_the_whole(desk: Desk) -> None:
    for page, text in enumerate((PLAN, WORK), start=1):
        desk.file(article(text, page=page, pages=2))
    assert told(compare(desk.archive, 2, article(WORK, page=2, pages=2))) == {"unchanged": 1}
    assert told(compare(desk.archive, 2, article(LONG, page=2, pages=2))) == {"changed": 1}
