"""Formulae that an archive learns of itself: when, from what, and that they stay as they are until learned again."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from archive import stop_grams
from archive.database import open_archive
from archive.duplicates import stops_of
from archive.filing.joining import merge
from archive.likeness.grams import Lookup, Numbers, distinct
from archive.likeness.judge import judge
from archive.likeness.prepared import Prepared
from archive.likeness.stops import is_learned, starter
from archive.stop_grams import AGAIN_AT, LEAST_HOLDERS, LEAST_REPORTS, common_runs, learn, learn_when_due
from tests.archive.desk import Desk
from tests.archive.filing_texts import file, filed
from tests.archive.made_reports import laid_out, made, sentences

FEW = 24
"""Stands for the 500 reports of a real archive."""
SEVEN = range(0, 21, 3)
FORMULA = "各村各单位要对照本方案逐条抓紧办理并于月底之前报送结果。"
RARE = "偏远山村的夜校教员在风雪之中步行二十里山路按时开讲。"


@pytest.fixture(autouse=True)
def _few(monkeypatch: pytest.MonkeyPatch) -> None:
    assert (LEAST_REPORTS, AGAIN_AT, LEAST_HOLDERS) == (500, 4, 8)
    monkeypatch.setattr(stop_grams, "LEAST_REPORTS", FEW)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """All reports but one that make formulae worth learning; ten share a sentence, seven have another one twice."""
    texts = [f"{made(number, 8)}\n{FORMULA * (number < 10)}{RARE * 2 * (number in SEVEN)}" for number in range(FEW - 1)]
    made_desk = filed(tmp_path, texts)
    yield made_desk
    made_desk.archive.close()


def runs(text: str) -> Numbers:
    return distinct(Prepared(text).runs)


def known_of(desk: Desk, text: str) -> float:
    """Give the share of a text's runs that tell nothing in this archive."""
    return float(stops_of(desk.archive.conn).holds(runs(text)).mean())


def test_they_are_learned_once_there_are_enough_reports(desk: Desk) -> None:
    assert not learn_when_due(desk.archive)
    assert not is_learned(stops_of(desk.archive.conn))
    assert known_of(desk, FORMULA) < 0.2
    file(desk, 100, made(100, 8))
    assert learn_when_due(desk.archive)
    assert (known_of(desk, FORMULA), known_of(desk, RARE)) == (1.0, 0.0)
    assert is_learned(stops_of(desk.archive.conn))
    assert stops_of(desk.archive.conn).holds(starter()).all(), "those that every archive has stay"
    assert desk.rows("SELECT reports FROM stop_grams") == [(FEW,)]


def test_they_are_frozen_until_the_archive_is_four_times_as_large(desk: Desk) -> None:
    file(desk, 100, made(100, 8))
    assert learn_when_due(desk.archive)
    frozen = stops_of(desk.archive.conn)
    for number in range(101, 101 + 3 * FEW - 1):
        file(desk, number, f"{made(number, 4)}{RARE}")
    assert not learn_when_due(desk.archive)
    assert np.array_equal(stops_of(desk.archive.conn).ascending, frozen.ascending)
    file(desk, 400, made(400, 8))
    assert learn_when_due(desk.archive)
    assert known_of(desk, RARE) == 1.0
    assert not learn_when_due(desk.archive)


def test_reports_that_redirect_do_not_count(desk: Desk) -> None:
    for number in range(100, 110):
        file(desk, number, made(number, 8))
    with desk.archive.transaction() as conn:
        for other in range(2, 13):
            merge(conn, 1, other)
    assert desk.one("SELECT max(id) FROM reports") >= FEW
    assert not learn_when_due(desk.archive), "22 are left"
    assert desk.rows("SELECT * FROM stop_grams") == []


def test_copies_make_no_formula(desk: Desk) -> None:
    text = made(300, 8)
    for number in range(200, 230):
        file(desk, number, text.replace("，", "," * (number - 199)).replace("了", "X" * (number % 3)))
    assert learn(desk.archive, least=FEW) is not None
    assert known_of(desk, text) < 0.1
    assert known_of(desk, FORMULA) == 1.0


def test_a_run_counts_once_for_each_text_and_needs_eight(desk: Desk) -> None:
    for holders in (len(SEVEN), LEAST_HOLDERS):
        ids = [row[0] for row in desk.rows("SELECT id FROM texts")]
        found = common_runs(desk.archive.conn, ids)
        assert Lookup(found).holds(runs(FORMULA)).all()
        assert Lookup(found).holds(runs(RARE)).all() == (holders == LEAST_HOLDERS)
        assert np.array_equal(found, distinct(found)), "ascending, each once"
        file(desk, 100, made(100, 8) + RARE)


def test_what_was_learned_parts_two_that_share_a_form() -> None:
    frame = sentences(70, 16)
    texts = [laid_out([*frame, *sentences(number, 6)]) for number in (71, 72)]
    stops = Lookup(runs(laid_out(frame)))
    assert judge(Prepared(texts[0]), Prepared(texts[1])) is not None
    assert judge(Prepared(texts[0], stops), Prepared(texts[1], stops)) is None


def test_what_another_process_learned_is_taken_over_between_batches(desk: Desk) -> None:
    learn_when_due(desk.archive)
    assert known_of(desk, FORMULA) < 0.2
    file(desk, 100, made(100, 8))
    with open_archive(desk.archive.folder) as other:
        assert learn_when_due(other)
    assert known_of(desk, FORMULA) < 0.2, "frozen while a batch is filed"
    assert not learn_when_due(desk.archive)
    assert known_of(desk, FORMULA) == 1.0
