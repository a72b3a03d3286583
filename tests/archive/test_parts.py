"""Compilations in the archive: items at positions and parts; texts that were whole and are split, and the way back."""

import re
import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from archive.database import open_archive
from archive.errors import ArchiveError
from archive.migrations import STEPS
from archive.queries import show
from archive.reclean import refile
from archive.schema import SCHEMA_VERSION, TABLES
from cleaners.reading import Entry, EntryFacts, Facts, PageKind, Reading
from tests.archive.desk import LONG, PLAN, WORK, Desk, article, entry, open_desk, reading
from tests.archive.searched import search

ALL = f"篇一：读书\n{PLAN}\n篇二：修桥\n{WORK}\n篇三：总结\n{LONG}"
TEXTS = (PLAN, WORK, LONG)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = open_desk(tmp_path)
    yield made
    made.archive.close()


def whole(text: str = ALL, *, recipe: str = "r1") -> Reading:
    return article(text, recipe=recipe)


def split(*texts: str, recipe: str = "r2") -> Reading:
    return article(*texts, recipe=recipe)


def floors(*texts: str, recipe: str = "r2") -> Reading:
    """Give a thread whose third floor is a compilation."""
    items = [Entry(position=3, part=part, title=None, text=text) for part, text in enumerate(texts, start=1)]
    return reading(entry(LONG + PLAN), *items, recipe=recipe)


def places(desk: Desk) -> list[tuple[object, ...]]:
    sql = "SELECT position, part, text FROM copies JOIN texts ON texts.id = text_id WHERE is_current"
    return desk.rows(f"{sql} ORDER BY position, part")


def ids(desk: Desk) -> list[str]:
    """Give the ids that show a text somewhere, in the order of places."""
    sql = "SELECT public_id FROM copies JOIN reports ON reports.id = report_id WHERE is_current"
    return [public_id for (public_id,) in desk.rows(f"{sql} ORDER BY document_id, position, part")]


def again(desk: Desk, capture_id: int, made: Reading) -> None:
    refile(desk.archive, capture_id, made, desk.at)


def test_a_document_split_by_new_rules_keeps_its_id_for_the_first_item(desk: Desk) -> None:
    (first,) = desk.file(whole()).public_ids
    again(desk, 1, split(*TEXTS))
    assert places(desk) == [(1, 0, PLAN), (2, 0, WORK), (3, 0, LONG)]
    assert ids(desk)[0] == first
    assert len(set(ids(desk))) == 3
    assert search(desk.archive, "石桥").total == 1


def test_a_floor_split_by_new_rules_keeps_its_id_for_the_first_item(desk: Desk) -> None:
    made = reading(entry(LONG + PLAN), entry(ALL, position=3, title=None))
    _, third = desk.file(made).public_ids
    again(desk, 1, floors(*TEXTS))
    assert places(desk) == [(1, 0, LONG + PLAN), (3, 1, PLAN), (3, 2, WORK), (3, 3, LONG)]
    assert ids(desk)[1] == third


@pytest.mark.parametrize("as_thread", [False, True])
def test_what_was_split_and_is_whole_again_keeps_the_first_id_and_shows_the_others(desk: Desk, as_thread: bool) -> None:
    before = desk.file(floors(*TEXTS) if as_thread else split(*TEXTS)).public_ids[-3:]
    made = reading(entry(LONG + PLAN), entry(ALL, position=3, title=None)) if as_thread else whole()
    again(desk, 1, made)
    assert places(desk)[-1][1:] == (0, ALL)
    assert ids(desk)[-1] == before[0]
    assert [show(desk.archive, one).text for one in before] == [ALL, WORK, LONG]
    assert [show(desk.archive, one).current_copies for one in before] == [1, 0, 0]


@pytest.mark.parametrize("made", [split(*TEXTS), floors(*TEXTS)], ids=["document", "floor"])
def test_recleaning_twice_changes_nothing(desk: Desk, made: Reading) -> None:
    old = reading(entry(LONG + PLAN), entry(ALL, position=3, title=None))
    desk.file(old if made.page_kind is PageKind.THREAD else whole())
    again(desk, 1, made)
    before = desk.everything()
    again(desk, 1, made)
    after = desk.everything()
    assert {name for name in after if after[name] != before[name]} <= {"frontier"}  # its note says `unchanged` now


def test_an_item_that_moves_takes_its_id_with_it(desk: Desk) -> None:
    before = desk.file(split(WORK, LONG)).public_ids
    again(desk, 1, split(PLAN, WORK, LONG))
    assert ids(desk)[1:] == list(before)
    assert [show(desk.archive, one).text for one in before] == [WORK, LONG]


@pytest.mark.parametrize("order", [(1, 2), (2, 1)])
def test_two_captures_of_a_changed_page_are_recleaned_in_any_order(desk: Desk, order: tuple[int, int]) -> None:
    newer = ALL.replace("篇二：修桥", "篇二：修路").replace("石桥", "公路")
    desk.file(whole())
    desk.file(whole(newer))
    texts = {1: TEXTS, 2: (PLAN, WORK.replace("石桥", "公路"), LONG)}
    for capture_id in order:
        again(desk, capture_id, split(*texts[capture_id]))
    assert [text for *_, text in places(desk)] == list(texts[2])
    assert search(desk.archive, "公路").total == 1


def test_a_page_that_shows_fewer_items_now_leaves_the_others_as_they_were(desk: Desk) -> None:
    before = desk.file(split(*TEXTS)).public_ids
    desk.file(split(PLAN, WORK))
    assert places(desk) == [(1, 0, PLAN), (2, 0, WORK)]
    assert show(desk.archive, before[2]).current_copies == 0
    desk.file(split(*TEXTS))
    assert places(desk)[2] == (3, 0, LONG)
    assert show(desk.archive, before[2]).current_copies == 1


def test_a_floor_that_is_a_compilation_now_is_whole_no_more(desk: Desk) -> None:
    desk.file(reading(entry(LONG + PLAN), entry(ALL, position=3, title=None), recipe="r2"))
    desk.file(floors(*TEXTS))
    assert [place[:2] for place in places(desk)] == [(1, 0), (3, 1), (3, 2), (3, 3)]


def test_copies_name_their_item(desk: Desk) -> None:
    desk.file(floors(*TEXTS))
    copies = [show(desk.archive, one).copies[0] for one in ids(desk)]
    assert [(copy.position, copy.part) for copy in copies] == [(1, 0), (3, 1), (3, 2), (3, 3)]


def test_the_cut_of_a_page_is_stated_of_its_last_item_alone(desk: Desk) -> None:
    made = article(*TEXTS, facts=Facts(truncated=True, compilation="split"))
    last = replace(made.entries[2], facts=EntryFacts(truncated=True))
    desk.file(replace(made, entries=(*made.entries[:2], last)))
    assert desk.rows("SELECT facts ->> 'truncated' FROM copies ORDER BY position") == [(None,), (None,), (1,)]


# The first version's archive, as its own statements made it.


def made_old(folder: Path) -> None:
    """Turn an archive of today into one of the first version: copies without a part."""
    conn = sqlite3.connect(folder / "archive.db")
    conn.execute("PRAGMA foreign_keys = OFF")
    (table,) = conn.execute("SELECT sql FROM sqlite_master WHERE name = 'copies'").fetchone()
    indexes = conn.execute("SELECT sql FROM sqlite_master WHERE tbl_name = 'copies' AND type = 'index' AND sql > ''")
    statements = [sql for (sql,) in indexes.fetchall() if "part" not in sql]
    old = re.sub(r'\s*"part" [^\n]*\n', "\n", table).replace("position, part, version", "position, version")
    names = [row[1] for row in conn.execute('PRAGMA table_info("copies")') if row[1] != "part"]
    columns = ", ".join(names)
    conn.executescript(f"""
        ALTER TABLE copies RENAME TO kept; {old};
        INSERT INTO copies ({columns}) SELECT {columns} FROM kept; DROP TABLE kept; {";".join(statements)};
        DELETE FROM _sqlite_migrations WHERE name IN ('{STEPS[1]}', '{STEPS[3]}');
        UPDATE archive_info SET value = '1' WHERE name = 'schema_version';
    """)  # noqa: S608 - names of our own table
    conn.execute("PRAGMA writable_schema = ON")  # renaming led the edits to `kept`
    conn.execute("""UPDATE sqlite_master SET sql = replace(sql, '"kept"', '"copies"') WHERE name = 'edits'""")
    conn.commit()
    conn.close()


def test_an_archive_of_the_first_version_is_brought_up_with_all_its_rows(desk: Desk) -> None:
    desk.file(split(*TEXTS, recipe="r1"))
    desk.file(reading(entry(ALL), key="doc:2", url="http://a.test/2"))
    before = desk.rows("SELECT id, report_id, position, title FROM copies ORDER BY id")
    folder = desk.archive.folder
    desk.archive.close()
    made_old(folder)
    with pytest.raises(ArchiveError, match="older Gongwen"):
        open_archive(folder, read_only=True)
    desk.archive = open_archive(folder)
    assert desk.rows("SELECT id, report_id, position, title FROM copies ORDER BY id") == before
    assert desk.rows("SELECT DISTINCT part FROM copies") == [(0,)]
    assert desk.one("SELECT value FROM archive_info WHERE name = 'schema_version'") == str(SCHEMA_VERSION)
    assert desk.rows("PRAGMA foreign_key_check") == []
    assert desk.one("PRAGMA foreign_keys") == 1


def test_an_archive_brought_up_has_the_tables_of_a_new_one(desk: Desk, tmp_path: Path) -> None:
    folder = desk.archive.folder
    desk.archive.close()
    made_old(folder)
    desk.archive = open_archive(folder)
    with open_archive(tmp_path / "new", create=True) as new:
        sql = "SELECT name, sql FROM sqlite_master WHERE tbl_name IN ('copies', 'edits') ORDER BY name"
        assert desk.rows(sql) == new.conn.execute(sql).fetchall()
    for table in TABLES:
        found = [row[1] for row in desk.rows(f'PRAGMA table_info("{table.name}")')]
        assert found == [column.name for column in table.columns]


def test_a_table_of_another_make_is_left_as_it_is(desk: Desk) -> None:
    folder = desk.archive.folder
    desk.archive.close()
    made_old(folder)
    conn = sqlite3.connect(folder / "archive.db")
    conn.execute("PRAGMA writable_schema = ON")
    conn.execute("UPDATE sqlite_master SET sql = replace(sql, 'UNIQUE (document_id, position, version)', "
                 "'UNIQUE (document_id,position,version)') WHERE name = 'copies'")  # fmt: skip
    conn.commit()
    conn.close()
    with pytest.raises(ArchiveError, match="not as we made it"):
        open_archive(folder)
