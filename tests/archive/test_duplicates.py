"""Which report a text goes to, whatever the order in which texts come."""

from collections.abc import Iterator
from itertools import permutations
from pathlib import Path

import pytest

from archive.duplicates import MOST_EDITIONS
from cleaners.reading import EntryFacts
from tests.archive.desk import LONG, PLAN, WORK, Desk, entry, open_desk, reading

OTHER_FIGURE = PLAN.replace("12", "15")
THIRD_FIGURE = PLAN.replace("12", "9")
TITLE = "2020年读书活动总结"

Case = tuple[str, list[tuple[str, str | None]], list[set[int]], set[tuple[int, int]]]
# (name, (text, title) of each document, groups of documents that are one report, pairs that are editions)
CASES: list[Case] = [
    ("copies", [(PLAN, TITLE), (PLAN.replace("，", ","), "另一题"), (WORK, TITLE)], [{0, 1}, {2}], set()),
    ("title line", [(PLAN, TITLE), (f"{TITLE}\n{PLAN}", None), (f"{TITLE}\n{PLAN}", TITLE)], [{0, 1, 2}], set()),
    ("editions", [(PLAN, TITLE), (OTHER_FIGURE, TITLE), (THIRD_FIGURE, TITLE)], [{0}, {1}, {2}],
     {(0, 1), (0, 2), (1, 2)}),
    ("an edition and a copy of it", [(PLAN, TITLE), (OTHER_FIGURE, TITLE), (OTHER_FIGURE.replace("，", ","), None)],
     [{0}, {1, 2}], {(0, 1)}),
    ("masks in place of Han", [(PLAN, TITLE), (PLAN.replace("镇党委", "XX"), TITLE)], [{0, 1}], set()),
    ("short texts", [("见附件！" * 3, TITLE), ("见附件。" * 3, TITLE)], [{0}, {1}], set()),
    ("another year in the title line", [(f"2019年总结\n{LONG}", None), (f"2020年总结\n{LONG}", None)],
     [{0}, {1}], {(0, 1)}),
]  # fmt: skip


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = open_desk(tmp_path)
    yield made
    made.archive.close()


@pytest.mark.parametrize("case", CASES, ids=[case[0] for case in CASES])
@pytest.mark.parametrize("turn", range(6))
def test_the_order_of_arrival_does_not_matter(desk: Desk, case: Case, turn: int) -> None:
    name, texts, groups, editions = case
    orders = list(permutations(range(len(texts))))
    for number in orders[turn % len(orders)]:
        text, title = texts[number]
        desk.file(reading(entry(text, title=title), key=str(number), url=f"http://a.test/{number}"))
    found: dict[int, set[int]] = {}
    for report, key in desk.rows("SELECT report_id, key FROM copies JOIN documents ON documents.id = document_id"):
        found.setdefault(report, set()).add(int(key))
    assert sorted(found.values(), key=min) == groups, name
    related = {
        tuple(sorted((min(found[one]), min(found[other]))))
        for one, other in desk.rows("SELECT report_id, other_id FROM relations WHERE relation = 'edition'")
    }
    assert related == editions
    assert desk.one("SELECT count(*) FROM relations WHERE report_id >= other_id") == 0


def test_a_form_filled_in_often_does_not_relate_all_to_all(desk: Desk) -> None:
    for number in range(40):
        desk.file(reading(entry(PLAN.replace("12", str(number + 100))), key=str(number)))
    assert desk.one("SELECT count(*) FROM relations") <= 40 * MOST_EDITIONS
    assert desk.one("SELECT count(DISTINCT other_id) FROM relations") == 39


CANONICAL = [
    ("least masked", [("XX" + PLAN, {"masks": (("XX", 1),)}), (PLAN, {})], PLAN),
    ("whole before cut", [(PLAN, {"truncated": True}), (PLAN.replace("，", ","), {})], PLAN.replace("，", ",")),
    ("simplified", [(PLAN.replace("党", "黨"), {"script": "traditional"}), (PLAN, {"script": "simplified"})], PLAN),
    ("undamaged", [(PLAN + "??", {"lost_characters": 2}), (PLAN, {})], PLAN),
]


@pytest.mark.parametrize(("name", "copies", "best"), CANONICAL, ids=[case[0] for case in CANONICAL])
@pytest.mark.parametrize("turn", [1, -1])
def test_the_canonical_text_is_the_best_copy_in_any_order(
    desk: Desk, name: str, copies: list[tuple[str, dict[str, object]]], best: str, turn: int
) -> None:
    for number, (text, facts) in enumerate(copies[::turn]):
        made = entry(text, facts=EntryFacts(**facts))  # type: ignore[arg-type]
        desk.file(reading(made, key=str(number), url=f"http://a.test/{number}"))
    assert desk.rows("SELECT text FROM reports JOIN texts ON texts.id = text_id") == [(best,)], name
