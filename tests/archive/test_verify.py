"""`verify`: a changed byte is found, and so is a copy that its edits do not undo; what is whole passes."""

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from archive.capture import Place
from archive.database import open_archive
from archive.record import record_capture
from archive.verify_captures import Verdict, check, drawn, verify_captures
from archive.verify_cleaning import SUMS, Verified, add_up, copy_ids, verify_cleaning
from archive.warc import WarcWriter
from cleaners.entries import digest_of_shown
from cleaners.read import recipe_digest
from cleaners.reading import Edit, Entry
from tests.archive.desk import PLAN, WORK, Desk, article, entry, open_desk, reading
from tests.archive.samples import answer, run, warc_files

TAIL = "\n点赞: 12"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = open_desk(tmp_path)
    yield made
    made.archive.close()


def cleaned(text: str, *, rule: str = "like-tail", **more: Any) -> Entry:
    """Make an entry whose tail was taken."""
    edits = (Edit(rule=rule, start=len(text), taken=TAIL),)
    return entry(text, edits=edits, shown_sha256=digest_of_shown(text + TAIL), **more)


def found(desk: Desk) -> list[Verified]:
    return list(verify_cleaning(desk.archive, copy_ids(desk.archive)))


def file_two(desk: Desk) -> None:
    """File a copy in two versions, and one more."""
    today = recipe_digest()
    desk.file(reading(cleaned(PLAN), recipe=today))
    desk.file(reading(cleaned(WORK), recipe=today))
    desk.file(reading(cleaned(PLAN + "（二）"), key="doc:2", url="http://b.test/2", recipe=today))


def test_what_is_whole_passes_old_versions_too(desk: Desk) -> None:
    file_two(desk)
    sums: Counter[str] = Counter()
    for one in found(desk):
        add_up(sums, one)
    assert {name: sums[name] for name in SUMS} == {
        "copies": 3, "edits": 3, "broken": 0, "unchecked": 0, "old_names": 0, "in_boilerplate": 6, "mended": 0}
    assert sorted(one.version for one in found(desk)) == [1, 1, 2]


def test_pages_joined_and_copies_with_their_own_breaks_pass(desk: Desk) -> None:
    for page, text in enumerate((PLAN, WORK), start=1):
        one = article(text, page=page, pages=2)
        made = (entry(text, shown_sha256=digest_of_shown(text)),)
        desk.file(type(one)(**{name: getattr(one, name) for name in one.__slots__} | {"entries": made}))
    broken = PLAN[:5] + "\n" + PLAN[5:]
    desk.file(reading(cleaned(PLAN), key="doc:2", url="http://a.test/2"))
    desk.file(reading(cleaned(broken), key="doc:3", url="http://a.test/3"))
    assert [(one.problems, one.is_checkable) for one in found(desk)] == [((), True)] * 3
    assert desk.one("SELECT count(*) FROM edits WHERE rule LIKE '%page-join%'") == 1


BROKEN = [
    ("UPDATE texts SET text = text || '。' WHERE id = 1", "text and edits do not give the text as shown"),
    ("UPDATE edits SET taken = '点赞: 13' WHERE id = 1", "text and edits do not give the text as shown"),
    ("DELETE FROM edits WHERE id = 1", "text and edits do not give the text as shown"),
    ("UPDATE edits SET put = '无此' WHERE id = 1", "its edits cannot be undone"),
    ("UPDATE edits SET start = 9999 WHERE id = 1", "its edits cannot be undone"),
    ("UPDATE edits SET rule = 'no-such-rule' WHERE id = 1", "no rule is called 'no-such-rule'"),
    ("UPDATE edits SET rule = 'layout' WHERE id = 1", "layout took '1' at "),
    ("INSERT INTO edits (copy_id, rule, start, taken, put) VALUES (1, 'layout', 0, '', '')",
     "overlap or are out of order"),
    ("UPDATE copies SET facts = '{\"wording\": \"别的\"}' WHERE id = 1", "its edits cannot be undone"),
]  # fmt: skip


@pytest.mark.parametrize(("sql", "problem"), BROKEN, ids=[sql for sql, _ in BROKEN])
def test_what_is_broken_is_named(desk: Desk, sql: str, problem: str) -> None:
    file_two(desk)
    desk.archive.conn.execute(sql)
    (bad,) = [one for one in found(desk) if one.problems]
    public_id = desk.one("SELECT public_id FROM reports WHERE id = 1")
    assert (bad.copy_id, bad.report, bad.url) == (1, public_id, "http://a.test/1")
    assert [text for text in bad.problems if problem in text]


def test_names_of_rules_that_were_are_no_fault_until_the_page_is_read_again(desk: Desk) -> None:
    desk.file(reading(cleaned(PLAN, rule="layout+gone"), recipe="older"))
    desk.file(reading(cleaned(WORK, rule="host:mark"), key="doc:2", url="http://a.test/2", recipe=recipe_digest()))
    assert [(one.problems, one.has_old_names) for one in found(desk)] == [((), True), ((), False)]


def test_a_copy_without_a_digest_is_told_apart(desk: Desk) -> None:
    desk.file(reading(entry(PLAN)))
    assert [(one.problems, one.is_checkable) for one in found(desk)] == [((), False)]


def test_a_sample_is_drawn(desk: Desk) -> None:
    file_two(desk)
    assert len(copy_ids(desk.archive, sample=2)) == 2
    assert len(copy_ids(desk.archive, sample=99)) == 3
    assert copy_ids(desk.archive) == [1, 2, 3]
    assert list(verify_cleaning(desk.archive, [77])) == []


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    """Make an archive of three captures: two from the wire, one imported."""
    with open_archive(tmp_path, create=True) as archive:
        crawl, writer = run(archive), WarcWriter(tmp_path, software="t")
        for number, status in enumerate((200, 404, 0), start=1):
            url = f"http://bbs.example/{number}"
            fetched = answer(f"<html>第{number}页</html>".encode() * 20, status=status, url=url, final_url=url)
            place = writer.append(fetched)
            record_capture(archive, claim_id=None, fetched=fetched, place=place, crawl_id=crawl.id)
        writer.close()
    return tmp_path


def verdicts(folder: Path) -> list[tuple[str, str | None]]:
    with open_archive(folder, read_only=True) as archive:
        return [(one.verdict.value, one.problem) for one in verify_captures(archive)]


def test_whole_captures_pass_and_a_sample_is_drawn(kept: Path) -> None:
    assert verdicts(kept) == [("passed", None)] * 3
    with open_archive(kept, read_only=True) as archive:
        assert len(list(verify_captures(archive, ids=drawn(archive, 2)))) == 2


def test_any_changed_byte_of_a_capture_is_found(kept: Path) -> None:
    (path,) = warc_files(kept)
    whole = path.read_bytes()
    with open_archive(kept, read_only=True) as archive:
        (offset, length) = archive.conn.execute("SELECT warc_offset, warc_length FROM captures WHERE id = 2").fetchone()
    for at in range(offset, offset + length, 7):
        path.write_bytes(whole[:at] + bytes([whole[at] ^ 0x10]) + whole[at + 1 :])
        found_now = verdicts(kept)
        assert found_now[0] == found_now[2] == ("passed", None)
        # A few bytes of a gzip member's head (time, system) say nothing of what is in it.
        assert found_now[1][0] == "failed" or at - offset < 10
    path.unlink()
    assert [verdict for verdict, _ in verdicts(kept)] == ["failed"] * 3


def test_digests_of_other_kinds_are_computed_or_told_apart(kept: Path) -> None:
    with open_archive(kept) as archive:
        archive.conn.execute("UPDATE captures SET sha256 = printf('%064d', 7) WHERE id = 1")
        (one, two, three) = list(verify_captures(archive))
        assert (one.verdict, two.verdict, three.verdict) == (Verdict.FAILED, Verdict.PASSED, Verdict.PASSED)
        assert "does not match its digest" in (one.problem or "")
        assert json.dumps(one.url) == '"http://bbs.example/1"'
        file, offset, length = archive.conn.execute(
            "SELECT warc_file, warc_offset, warc_length FROM captures WHERE id = 1"
        ).fetchone()
        place = Place(file=file, offset=offset, length=length, sha256="")
        assert check(archive, place) == (Verdict.PASSED, None)  # the record's own digest
