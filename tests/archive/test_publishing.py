"""The copy that is published: it opens anywhere, names nobody, and has nothing of pages that ask not to be archived."""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from archive.errors import ArchiveError
from archive.publishing import publish
from archive.search import reindex
from cleaners.reading import Facts, PageKind, Reply
from tests.archive.desk import LONG, PLAN, WORK, Desk, entry, open_desk, reading


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = open_desk(tmp_path / "data")
    yield made
    made.archive.close()


def put(desk: Desk, number: int, text: str, *, author: str | None = None, **facts: Any) -> str:
    kind = facts.pop("page_kind", PageKind.THREAD)
    replies = facts.pop("posted", ())
    one = reading(entry(text, author=author), key=f"doc:{number}", url=f"http://a.test/{number}", page_kind=kind,
                  facts=Facts(author=author, **facts), replies=replies)  # fmt: skip
    return desk.file(one).public_ids[0]


def ask(path: Path, sql: str) -> list[Any]:
    with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True)) as conn:
        return [row[0] if len(row) == 1 else row for row in conn.execute(sql)]


SECRETS = ("墨池边的鱼", "稻田里的猫", "13912345678", "好文收藏", "上传者甲", "sid=SECRET", "管理员王")


def fill(desk: Desk) -> None:
    put(desk, 1, PLAN, author="墨池边的鱼", contact="13912345678", uploader="上传者甲",
        stated=(("uploader", "上传者甲"),), posted=(Reply(floor=2, author="稻田里的猫", text="好文收藏"),))  # fmt: skip
    put(desk, 2, WORK, author="人民日报记者", page_kind=PageKind.ARTICLE)
    conn = desk.archive.conn
    conn.execute("INSERT INTO edits (copy_id, rule, start, taken, put)"
                 " VALUES (1, 'r', 0, '墨池边的鱼 13912345678', '')")  # fmt: skip
    conn.execute("UPDATE captures SET headers = '[[\"Set-Cookie\", \"sid=SECRET\"]]', file_name = 'sid=SECRET'")
    conn.execute("UPDATE crawls SET settings = 'sid=SECRET'")
    conn.execute("INSERT INTO assertions (subject, field, value, who, asserted_at) VALUES"
                 " ('document:doc:1', 'author', '墨池边的鱼', '管理员王', '2026')")  # fmt: skip
    mark = {"author": {"value": "墨池边的鱼", "derived": "稻田里的猫", "who": "管理员王"}}
    conn.execute("UPDATE copies SET asserted = ? WHERE id = 1", (json.dumps(mark, ensure_ascii=False),))
    conn.execute("INSERT INTO archive_info VALUES ('people_salt', 'sid=SECRET')")


@pytest.mark.parametrize("with_people", [False, True])
def test_nobody_is_named_unless_it_is_asked_for(desk: Desk, tmp_path: Path, with_people: bool) -> None:
    fill(desk)
    path = tmp_path / "other name.db"
    done = publish(desk.archive, path, with_people=with_people)
    found = {secret for secret in SECRETS if secret.encode() in path.read_bytes()}
    assert found == (set(SECRETS) - {"sid=SECRET"} if with_people else set())
    assert "人民日报记者".encode() in path.read_bytes()
    assert (done.reports, done.copies) == (2, 2)
    assert ask(path, "PRAGMA integrity_check") == ["ok"]
    assert ask(path, "PRAGMA foreign_key_check") == []
    assert ask(path, "PRAGMA journal_mode") == ["delete"]
    assert ask(path, "SELECT count(*) FROM replies") == [1 if with_people else 0]
    for table in ("frontier", "readings", "sketches", "postings", "tombstones", "failures"):
        assert ask(path, f"SELECT count(*) FROM {table}") == [0], table  # noqa: S608 - our own names
    (told,) = ask(path, "SELECT value FROM archive_info WHERE name = 'published'")
    assert json.loads(told)["with_people"] is with_people
    assert sorted(one.name for one in tmp_path.iterdir()) == ["data", "other name.db"]
    assert b"publish" not in (tmp_path / "data" / "archive.db").read_bytes()


NOARCHIVE = [((), {1, 2, 3}, "交流"), ((1,), {2, 3}, "交流"), ((1, 2), {3}, None), ((3,), {1, 2}, "交流"),
             ((1, 2, 3), set(), None)]  # fmt: skip


@pytest.mark.parametrize(("numbers", "left", "found"), NOARCHIVE)
def test_pages_that_ask_not_to_be_archived_stay_out(
    desk: Desk, tmp_path: Path, numbers: tuple[int, ...], left: set[int], found: str | None
) -> None:
    other = PLAN.replace("好书", "闲书")  # the same report in other words: which one is shown depends on what is left
    for number, text in ((1, PLAN), (2, other), (3, LONG)):
        put(desk, number, text, noarchive=number in numbers)
    whole = desk.rows("SELECT count(DISTINCT report_id) FROM copies")[0][0]
    path = tmp_path / "out.db"
    done = publish(desk.archive, path)
    texts = {1: PLAN, 2: other, 3: LONG}
    assert set(ask(path, "SELECT key FROM documents")) == {f"doc:{number}" for number in left}
    assert set(ask(path, "SELECT text FROM texts")) == {texts[number] for number in left}
    assert set(ask(path, "SELECT text FROM reports JOIN texts ON texts.id = text_id")) <= {texts[n] for n in left}
    assert ask(path, "SELECT coalesce(sum(copies), 0) FROM reports") == [len(left)]
    assert ask(path, "PRAGMA foreign_key_check") == []
    for number in numbers:
        assert texts[number].encode() not in path.read_bytes()
    hits = ask(path, "SELECT count(*) FROM reports_fts WHERE reports_fts MATCH '交流'")
    assert (hits == [0]) is (found is None)
    assert whole >= done.reports
    assert desk.rows("SELECT count(*) FROM documents") == [(3,)]


def test_the_index_of_the_copy_is_as_if_made_anew(desk: Desk, tmp_path: Path) -> None:
    for number, text in ((1, PLAN), (2, WORK), (3, LONG)):
        put(desk, number, text, noarchive=number == 2)
    publish(desk.archive, tmp_path / "archive.db")
    words = "SELECT count(*) FROM reports_fts WHERE reports_fts MATCH '石桥'"
    assert (ask(tmp_path / "archive.db", words), desk.rows(words)) == ([0], [(1,)])
    from archive.database import open_archive  # noqa: PLC0415 - only here is the copy opened as an archive

    with open_archive(tmp_path) as copy:
        assert reindex(copy) == 2
        copy.conn.execute("INSERT INTO reports_fts (reports_fts) VALUES ('integrity-check')")


@pytest.mark.parametrize("name", ["mine.txt", "mine.db", "data/archive.db"])
def test_a_file_that_is_no_earlier_copy_stays(desk: Desk, tmp_path: Path, name: str) -> None:
    put(desk, 1, PLAN)
    path = tmp_path / name
    if name == "mine.db":
        sqlite3.connect(path).close()
        path.write_bytes(b"")
    elif not path.exists():
        path.write_text("mine", "utf-8")
    before = path.read_bytes()
    with pytest.raises(ArchiveError, match="is no earlier copy"):
        publish(desk.archive, path)
    assert path.read_bytes() == before


def test_an_earlier_copy_is_replaced(desk: Desk, tmp_path: Path) -> None:
    put(desk, 1, PLAN)
    assert publish(desk.archive, tmp_path / "out.db").reports == 1
    put(desk, 2, WORK)
    assert publish(desk.archive, tmp_path / "out.db").reports == 2


def test_an_empty_archive_can_be_published(desk: Desk, tmp_path: Path) -> None:
    assert publish(desk.archive, tmp_path / "out.db").reports == 0
