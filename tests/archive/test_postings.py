"""The index of sketches: what is found in memory and what is merged, over rollbacks, other connections and kills."""

import os
import signal
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from archive import merging, postings
from archive.database import Archive, open_archive
from archive.likeness.candidates import MOST_CANDIDATES, MOST_TEXTS
from archive.likeness.prepared import Prepared
from archive.likeness.sketch import Sketch
from archive.merging import merge, merge_when_due
from archive.posting_delta import Delta
from archive.rededup import rededup
from tests.archive.desk import Desk
from tests.archive.filing_texts import check_archive, file, filed, groups, made_of, reopened
from tests.archive.made_reports import compilation, laid_out, made, sentences
from tests.tables import table

TEXTS = [made(number, 16) for number in range(12)]


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made_desk = filed(tmp_path, TEXTS)
    yield made_desk
    made_desk.archive.close()


def texts_found(conn: sqlite3.Connection, text: str) -> list[int]:
    return [one.text_id for one in postings.candidates(conn, Prepared(text).sketch)]


def test_a_text_is_found_before_and_after_merging(desk: Desk) -> None:
    conn = desk.archive.conn
    ids = [row[0] for row in desk.rows("SELECT id FROM texts ORDER BY id")]
    assert postings.unmerged(conn) == len(TEXTS)
    for text_id, text in zip(ids, TEXTS, strict=True):
        assert texts_found(conn, text)[0] == text_id
    merge(desk.archive)
    assert (postings.unmerged(conn), desk.one("SELECT count(*) FROM postings_merged")) == (0, postings.SLICES)
    for text_id, text in zip(ids, TEXTS, strict=True):
        assert texts_found(conn, text)[0] == text_id
    file(desk, 90, made(90, 16))
    assert texts_found(conn, made(90, 16)), "in memory again"
    assert texts_found(conn, TEXTS[3])[0] == ids[3], "both are asked"
    assert texts_found(conn, made(91, 16)) == []


def test_merged_lists_hold_each_hash_of_each_sketch(desk: Desk) -> None:
    merge(desk.archive)
    merge(desk.archive)  # a second one adds nothing
    listed = {(one, text) for one, blob in desk.rows("SELECT hash, texts FROM postings")
              for text in np.frombuffer(blob, dtype="<u4").tolist()}  # fmt: skip
    sketched = {
        (one, text_id)
        for text_id, text in desk.rows("SELECT texts.id, text FROM texts JOIN sketches ON text_id = texts.id")
        for one in Prepared(text).sketch.indexed().tolist()
    }
    assert listed == sketched
    assert sum(len(blob) // 4 for (blob,) in desk.rows("SELECT texts FROM postings")) == len(sketched)


def test_it_is_merged_when_enough_wait(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(merging, "MERGE_AT", len(TEXTS) + 1)
    assert merge_when_due(desk.archive) is False
    file(desk, 90, made(90, 16))
    assert merge_when_due(desk.archive) is True
    assert merge_when_due(desk.archive) is False


def test_what_was_rolled_back_is_not_found(desk: Desk) -> None:
    conn, text = desk.archive.conn, made(90, 16)
    with pytest.raises(ZeroDivisionError), desk.archive.transaction():
        conn.execute("UPDATE texts SET text = ? WHERE id = 1", (text,))
        conn.execute("DELETE FROM sketches WHERE text_id = 1")
        postings.index(conn, 1, Prepared(text).sketch)
        assert texts_found(conn, text) == [1]
        raise ZeroDivisionError
    assert texts_found(conn, text) == []
    assert texts_found(conn, TEXTS[0])[0] == 1


def test_two_connections_see_each_others_texts(desk: Desk, tmp_path: Path) -> None:
    with open_archive(tmp_path) as other:
        assert len(texts_found(other.conn, TEXTS[5])) == 1
        file(desk, 90, made(90, 16))
        assert len(texts_found(other.conn, made(90, 16))) == 1
        merge(other)
        assert len(texts_found(desk.archive.conn, made(90, 16))) == 1, "found twice, counted once"
        file(desk, 91, made(91, 16))
        assert len(texts_found(other.conn, made(91, 16))) == 1


def test_memory_in_many_runs_finds_what_a_plain_table_finds() -> None:
    draw = np.random.default_rng(3)
    delta, plain = Delta(0), set()
    for text_id in range(1, 700):
        hashes = np.unique(draw.integers(0, 4000, 60).astype(np.uint64))
        delta.add(text_id, text_id, hashes)
        plain |= {(one, text_id) for one in hashes.tolist()}
    asked = np.arange(0, 4000, 7, dtype=np.uint64)
    at, texts, formulae = delta.find(asked)
    assert not len(formulae)
    assert sorted(zip(asked[at].tolist(), texts.tolist(), strict=True)) == sorted(p for p in plain if p[0] % 7 == 0)
    assert delta.seq == 699


@table(("texts", "is_formula"), [(MOST_TEXTS, False), (MOST_TEXTS + 1, True)])
def test_of_a_formula_in_memory_no_texts_are_given(texts: int, *, is_formula: bool) -> None:
    delta, own = Delta(0), np.arange(100, 200, dtype=np.uint64)
    for text_id in range(1, texts + 1):
        delta.add(text_id, text_id, np.array([7, 1000 + text_id], dtype=np.uint64))
    for text_id in range(1000, 1000 + 200):  # enough for what waited to be sorted
        delta.add(text_id, text_id, own)
    found = delta.find(np.array([7], dtype=np.uint64))
    assert (len(found.texts), found.formulae.tolist()) == ((0, [0]) if is_formula else (texts, []))


def test_short_texts_are_not_indexed(tmp_path: Path) -> None:
    with filed(tmp_path, ["见附件。", "今年工作总结已上报，请查收。", made(3, 2)]).archive as archive:
        assert archive.conn.execute("SELECT count(*) FROM sketches").fetchone() == (1,)
        assert postings.candidates(archive.conn, Sketch(runs=0, hashes=np.zeros(0, dtype=np.uint64))) == []


FRAME = laid_out(sentences(500, 12))


def test_a_formula_of_more_than_a_hundred_texts_tells_nothing(tmp_path: Path) -> None:
    texts = [f"{made(number, 4)}\n{FRAME}\n{made(number + 1000, 4)}" for number in range(MOST_TEXTS + 30)]
    desk = filed(tmp_path, texts)
    assert len(groups(desk)) == len(texts)
    for _ in range(2):
        assert texts_found(desk.archive.conn, f"{FRAME}\n{made(3000, 8)}") == []
        found = postings.candidates(desk.archive.conn, Prepared(texts[120]).sketch)
        assert len(found) <= MOST_CANDIDATES
        assert found[0].text_id == 121
        assert found[0].share == pytest.approx(1.0, abs=0.01)
        merge(desk.archive)
    file(desk, 900, texts[7].replace("了", "X").replace("和", "改"))
    assert {7, 900} in groups(desk)
    desk.archive.close()


def build(folder: Path) -> list[str]:
    """File texts of which many are related, more than one merge brings into the index; give them."""
    texts = [*(made(number, 16) for number in range(8)), made(60, 6)]
    texts += [laid_out(sentences(number, 9)) for number in range(4)] + [
        compilation(*texts[:3]),
        texts[5].replace("了", "X"),
    ]
    filed(folder, texts).archive.close()
    return texts


def merge_and_die(folder: Path, commits: int) -> None:
    """Begin a merge in another process that is killed before its commit of this number."""
    child = os.fork()
    if child == 0:
        try:
            archive, left = open_archive(folder), commits
            begun = Archive.transaction

            def counted(self: Archive) -> object:
                nonlocal left
                left -= 1
                if left < 0:
                    os.kill(os.getpid(), signal.SIGKILL)
                return begun(self)

            Archive.transaction = counted  # type: ignore[assignment,method-assign]  # of this child alone
            merge(archive)
        finally:
            os._exit(0)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == -signal.SIGKILL


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork on this system")
@pytest.mark.parametrize("commits", [0, 1, 7, postings.SLICES - 1])
def test_a_merge_killed_between_two_slices_loses_nothing(tmp_path: Path, commits: int) -> None:
    texts = build(tmp_path / "killed")
    build(tmp_path / "whole")
    merge_and_die(tmp_path / "killed", commits)
    killed, whole = reopened(tmp_path / "killed"), reopened(tmp_path / "whole")
    assert killed.one("SELECT count(*) FROM postings_merged") == commits
    merge(whole.archive)
    more = [
        texts[4].replace("和", "*"),
        laid_out(sentences(6, 10)),
        made(50, 16),
        made(60, 6) + "见附件",  # of so short a text hashes lie in all slices
    ]
    for number, text in enumerate(more, start=100):
        assert texts_found(killed.archive.conn, text) == texts_found(whole.archive.conn, text)
        file(killed, number, text)
        file(whole, number, text)
    assert made_of(killed) == made_of(whole)
    for each in (killed, whole):
        merge(each.archive)
        assert postings.unmerged(each.archive.conn) == 0
        check_archive(each)
        assert texts_found(each.archive.conn, texts[6])
        rededup(each.archive)
        check_archive(each)
    assert made_of(killed) == made_of(whole)
    killed.archive.close()
    whole.archive.close()
