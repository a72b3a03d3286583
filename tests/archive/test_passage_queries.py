"""The passages of one report: in order of place, with who has them too; and what is said where they are outdated."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from archive.errors import ArchiveError, UnknownId
from archive.passage_queries import passages as passages_of
from archive.passages import rebuild_passages
from tests.archive.desk import Desk, open_desk
from tests.archive.passage_desk import SHARED, THIRD, file, relate


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = open_desk(tmp_path)
    yield made
    made.archive.close()


def listed(desk: Desk, public_id: str, **how: Any) -> list[tuple[str, int, list[str | None]]]:
    shared = passages_of(desk.archive, public_id, **how).passages
    return [(one.text, one.others, [other.title for other in one.reports]) for one in shared]


def test_the_passages_of_a_report_in_order_with_who_has_them_too(desk: Desk) -> None:
    first = file(desk, 1, "二是" + THIRD, SHARED)
    file(desk, 2, SHARED)
    file(desk, 3, SHARED, THIRD, date="2011-01-01")
    rebuild_passages(desk.archive)
    assert listed(desk, first) == [(THIRD, 1, ["材料3"]), (SHARED, 2, ["材料3", "材料2"])]
    assert listed(desk, first, least=2, limit=1) == [(SHARED, 2, ["材料3"])]
    assert listed(desk, first, least=3) == []
    one = passages_of(desk.archive, first).passages[0]
    assert (one.first_used_on, one.first_title, one.is_first, one.sites) == ("2011-01-01", "材料3", False, 1)


def test_a_sentence_that_says_no_more_than_its_paragraph_is_left_out(desk: Desk) -> None:
    one = file(desk, 1, SHARED + THIRD)
    file(desk, 2, SHARED + THIRD)
    file(desk, 3, SHARED)
    rebuild_passages(desk.archive)
    assert [text for text, *_ in listed(desk, one)] == [SHARED + THIRD, SHARED]
    assert [text for text, *_ in listed(desk, one, nested=True)] == [SHARED + THIRD, SHARED, THIRD]


def test_kin_are_no_other_reports(desk: Desk) -> None:
    ids = [file(desk, number, SHARED) for number in range(1, 5)]
    relate(desk, 1, "edition", 2)
    relate(desk, 3, "contains", 1)
    rebuild_passages(desk.archive)
    assert [listed(desk, public_id) for public_id in ids] == [
        [(SHARED, 1, ["材料4"])], [(SHARED, 1, ["材料4"])], [(SHARED, 1, ["材料4"])], [(SHARED, 1, ["材料1"])],
    ]  # fmt: skip


def test_what_changed_since_is_told(desk: Desk) -> None:
    one = file(desk, 1, SHARED)
    file(desk, 2, SHARED)
    rebuild_passages(desk.archive)
    assert passages_of(desk.archive, one).is_current
    desk.archive.conn.execute("UPDATE texts SET text = '新写的开头。' || text WHERE report_id = 1")
    assert [text for text, *_ in listed(desk, one)] == [SHARED], "the words of a place that moved"
    file(desk, 3)
    assert not passages_of(desk.archive, one).is_current


def test_an_archive_without_passages_says_what_to_run(desk: Desk) -> None:
    one = file(desk, 1, SHARED)
    with pytest.raises(ArchiveError, match=r"never looked for.*gongwen passages --rebuild"):
        passages_of(desk.archive, one)
    with pytest.raises(UnknownId, match="nothing"):
        passages_of(desk.archive, "nothing")
    assert rebuild_passages(desk.archive) == 0
    assert passages_of(desk.archive, one).passages == ()
