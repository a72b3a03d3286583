"""All relations made anew: the same ones whatever the order of filing, with the ids that reports had."""

import shutil
from pathlib import Path

import pytest

from archive.asserting import Word, say_all
from archive.filing.joining import merge
from archive.rededup import rededup
from tests.archive.desk import Desk
from tests.archive.filing_texts import (
    check_archive,
    file,
    filed,
    found_by,
    groups,
    id_of,
    made_of,
    related,
    reopened,
    shuffled,
)
from tests.archive.made_reports import compilation, laid_out, made, sentences, sibling

WHOLE = sentences(1, 40)
TEXT = laid_out(WHOLE)
YEAR = f"在2020年全镇共举办读书交流会与座谈会。\n{made(2, 30)}"
ITEMS = [made(number, 24) for number in (5, 6, 7)]
TEXTS = [
    TEXT,  # 0
    TEXT.replace("，", ","),
    TEXT.replace("了", "XX").replace("和", "*"),
    laid_out([f"{one[:6]}改进{one[8:]}" if at % 3 else one for at, one in enumerate(WHOLE)]),
    laid_out(WHOLE[:20]),  # 4
    laid_out(WHOLE[18:]),
    laid_out(WHOLE[12:26]),
    YEAR,  # 7
    YEAR.replace("2020", "2021"),
    YEAR.replace("2020", "20XX"),
    sibling(1, 99, own=20, common=20),  # 10
    *ITEMS,  # 11, 12, 13
    compilation(*ITEMS),  # 14
    laid_out(sentences(6, 14)),  # 15: of an item
    made(20, 30),  # 16
    made(21, 30),
    made(20, 30) + "\n" + made(21, 30),  # 18: side by side
    "见附件。",
]
EXPECTED = [{0, 1, 2, 3, 4, 5, 6}, {10}, {11}, {12, 15}, {13}, {14}, {16}, {17}, {18}, {19}]
ORDERS = 7


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive of all texts in the order above, after rededup; not to be written to."""
    folder = tmp_path_factory.mktemp("first")
    with filed(folder, TEXTS).archive as archive:
        rededup(archive)
    return folder


@pytest.fixture
def desk(first: Path, tmp_path: Path) -> Desk:
    """A copy of it."""
    shutil.copytree(first, tmp_path, dirs_exist_ok=True)
    return reopened(tmp_path)


def test_what_is_one_report_and_what_is_not(desk: Desk) -> None:
    found = groups(desk)
    assert [group for group in found if not group & {7, 8, 9}] == EXPECTED
    assert [group for group in found if group & {7, 8}] in ([{7, 9}, {8}], [{7}, {8, 9}])
    assert related(desk, "contains") == {("contains", 14, 11), ("contains", 14, 12), ("contains", 14, 13),
                                         ("contains", 18, 16), ("contains", 18, 17)}  # fmt: skip
    assert related(desk, "edition") == {("edition", 7, 8)}
    assert ("sibling", 0, 10) in related(desk, "sibling")
    check_archive(desk)


@pytest.mark.parametrize("seed", range(1, ORDERS))
def test_the_order_of_filing_changes_nothing(desk: Desk, tmp_path: Path, seed: int) -> None:
    other = filed(tmp_path / "other", TEXTS, shuffled(len(TEXTS), seed))
    check_archive(other)
    rededup(other.archive)
    check_archive(other)
    assert made_of(other) == made_of(desk)
    other.archive.close()


def rows_but(desk: Desk, *names: str) -> dict[str, list[tuple[object, ...]]]:
    return {name: rows for name, rows in desk.everything().items() if not name.startswith(names)}


def test_a_second_run_changes_nothing(desk: Desk) -> None:
    before = rows_but(desk, "sketches", "sqlite_sequence", "postings")
    changes = rededup(desk.archive)
    assert (changes.merged, changes.parted, changes.moved) == ((), (), 0)
    assert (changes.relations_added, changes.relations_gone) == (0, 0)
    assert (changes.texts, changes.reports) == (len(TEXTS), 12)
    assert rows_but(desk, "sketches", "sqlite_sequence", "postings") == before


def test_a_dry_run_says_the_same_and_writes_nothing(tmp_path: Path) -> None:
    desk = filed(tmp_path, TEXTS, shuffled(len(TEXTS), 3))
    desk.rows("PRAGMA wal_checkpoint(TRUNCATE)")
    before, rows = (tmp_path / "archive.db").read_bytes(), desk.everything()
    said = rededup(desk.archive, dry_run=True)
    assert desk.everything() == rows
    assert (tmp_path / "archive.db").read_bytes() == before
    assert rededup(desk.archive) == said
    assert said.merged or said.parted or said.moved
    desk.archive.close()


def test_ids_stay_and_redirect(tmp_path: Path) -> None:
    desk = filed(tmp_path, [laid_out(WHOLE[:14]), laid_out(WHOLE[26:]), made(2)])
    ids = [id_of(desk, number) for number in range(3)]
    assert len(set(ids)) == 3
    file(desk, 3, TEXT)
    rededup(desk.archive)
    check_archive(desk)
    there = dict(desk.rows("SELECT public_id, merged_into_id FROM reports"))
    assert set(ids) <= set(there)
    assert [there[id_of(desk, number)] for number in range(4)] == [None] * 4, "a document shows a report that stands"
    desk.archive.close()


def test_a_report_merged_by_mistake_gets_its_id_back(tmp_path: Path) -> None:
    desk = filed(tmp_path, [made(2), made(3), made(4)])
    ids = [id_of(desk, number) for number in range(3)]
    with desk.archive.transaction() as conn:  # as rules of before may have done
        merge(conn, *(desk.one("SELECT id FROM reports WHERE public_id = ?", public) for public in ids[:2]))
    assert groups(desk) == [{0, 1}, {2}]
    changes = rededup(desk.archive)
    assert changes.parted == ((ids[1], ids[0]),)
    assert changes.moved == 1
    assert [id_of(desk, number) for number in range(3)] == ids
    check_archive(desk)
    phrase = sentences(3, 1)[0][:12]
    assert found_by(desk, phrase) == [ids[1]]
    desk.archive.close()


def say(desk: Desk, one: str | None, field: str, other: str | None, *, retract: bool = False) -> None:
    word = Word(subject=f"report:{one}", field=field, value=other, who="甲")
    say_all(desk.archive, [word], now=desk.at, retract=retract)


def test_people_are_obeyed(tmp_path: Path) -> None:
    desk = filed(tmp_path, [made(2), made(3), TEXT, laid_out(WHOLE[:30])])
    ids = [id_of(desk, number) for number in range(4)]
    assert groups(desk) == [{0}, {1}, {2, 3}]
    say(desk, ids[0], "same_as", ids[1])
    for _ in range(2):
        changes = rededup(desk.archive)
        assert (changes.merged, changes.parted, changes.moved, groups(desk)) == ((), (), 0, [{0, 1}, {2, 3}])
        check_archive(desk)
    say(desk, ids[0], "same_as", ids[1], retract=True)
    rededup(desk.archive)
    assert groups(desk) == [{0}, {1}, {2, 3}]
    assert [id_of(desk, number) for number in range(4)] == ids
    desk.archive.close()


def test_what_people_parted_stays_apart(tmp_path: Path) -> None:
    desk = filed(tmp_path, [laid_out(WHOLE[:24]), made(3), laid_out(WHOLE[16:])])
    ids = [id_of(desk, number) for number in (0, 2)]
    assert groups(desk) == [{0}, {1}, {2}]
    say(desk, ids[0], "not_same_as", ids[1])
    file(desk, 3, TEXT)
    rededup(desk.archive)
    found = groups(desk)
    assert not any({0, 2} <= group for group in found)
    assert {1} in found
    check_archive(desk)
    desk.archive.close()


def test_every_report_is_found_by_its_words_and_no_other(desk: Desk) -> None:
    for number, text in ((0, TEXT), (16, TEXTS[16]), (10, TEXTS[10])):
        phrase = next(one for one in text.split("。") if len(one) > 20)[-14:]
        hits = found_by(desk, phrase)
        assert id_of(desk, number) in hits
        for public in hits:
            assert desk.one("SELECT merged_into_id FROM reports WHERE public_id = ?", public) is None
    assert desk.one("SELECT count(*) FROM reports_fts_docsize") == len(groups(desk))
