"""What is taken away: which reports, in which columns and forms, with what said of them; people are not named."""

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from archive.errors import BadChoice
from archive.exporting.choice import Choice
from cleaners.reading import Facts, PageKind, Reply
from tests.archive.desk import LONG, PLAN, WORK, Desk, entry, open_desk, reading
from tests.archive.export_desk import OTHER, put, rows, say, take


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = open_desk(tmp_path / "data")
    yield made
    made.archive.close()


CHOICES = [
    (Choice(), "abcd", {}),
    (Choice(sites=("a.test",)), "ab", {"on no site asked for": 2}),
    (Choice(sites=("a.test", "C.test")), "abd", {"on no site asked for": 1}),
    (Choice(genres=("总结",)), "a", {"of another genre": 3}),
    (Choice(scripts=("traditional",)), "b", {"of another script": 3}),
    (Choice(year_from=2019, year_to=2020), "ac", {"of another period": 2}),
    (Choice(published_from="2020-03"), "bc", {"undated": 1, "published earlier": 1}),
    (Choice(published_to="2020"), "ab", {"undated": 1, "published later": 1}),
    (Choice(has_copies=True), "c", {"in one place only": 3}),
    (Choice(has_copies=False), "abd", {"in other places too": 1}),
    (Choice(query="石橋"), "b", {"without the words asked for": 3}),
    (Choice(query="石桥 OR"), "", {"without the words asked for": 4}),
    (Choice(sites=("a.test",), query="读书活动"), "a", {"on no site asked for": 2, "without the words asked for": 1}),
]


@pytest.mark.parametrize(("choice", "names", "left"), CHOICES)
def test_filters_choose_and_tell_what_stays_behind(
    desk: Desk, tmp_path: Path, choice: Choice, names: str, left: dict[str, int]
) -> None:
    ids = {put(desk, 1, PLAN, on="2020-01-05"): "a", put(desk, 2, WORK, on="2020-03-01"): "b",
           put(desk, 3, LONG, host="b.test", on="2021-01-01"): "c", put(desk, 4, OTHER, host="c.test"): "d"}
    a, b, c, d = ids
    desk.archive.conn.execute("INSERT OR IGNORE INTO genres (id, name) VALUES (9, '总结')")
    desk.archive.conn.execute("UPDATE reports SET genre_id = NULL")
    say(desk, a, genre_id=9, script="simplified", period='["2018", "2019"]', copies=1)
    say(desk, b, script="traditional", period=None)
    say(desk, c, script="simplified", period='["2020"]', copies=40)
    say(desk, d, script="simplified", period='["2021"]')
    done = take(desk, tmp_path / "out", choice=choice)
    assert sorted(ids[row["id"]] for row in rows(done)) == sorted(names)
    told = json.loads(done.manifest.read_text("utf-8"))
    assert {one["reason"]: one["reports"] for one in told["exclusions"]} == left
    assert (told["counts"]["rows"], told["counts"]["reports"]) == (len(names), len(names))


def test_a_sample_is_dealt_evenly_and_hardly_changes_as_the_archive_grows(desk: Desk, tmp_path: Path) -> None:
    def fill(start: int, end: int) -> None:
        for number in range(start, end):
            host = "a.test" if number % 4 else "b.test"
            put(desk, number, f"第{number}号：" + PLAN[number % 7:] + chr(0x4E00 + number * 37) * 9, host=host)

    def drawn(name: str, seed: str = "0") -> set[str]:
        choice = Choice(sample=6, by=("site",), seed=seed)
        return {row["id"] for row in rows(take(desk, tmp_path / name, choice=choice))}

    fill(0, 24)
    first, old = drawn("one"), {row["id"] for row in rows(take(desk, tmp_path / "all"))}
    assert len(first) == 6
    assert drawn("again") == first != drawn("other", seed="1")
    strata = json.loads((tmp_path / "one" / "manifest.json").read_text("utf-8"))["sample"]["strata"]
    assert {one["stratum"]: one["taken"] for one in strata} == {'["a.test"]': 3, '["b.test"]': 3}
    fill(24, 40)
    assert drawn("later") & old <= first


def test_a_report_is_taken_from_the_earliest_place_that_has_its_text(desk: Desk, tmp_path: Path) -> None:
    put(desk, 1, PLAN)
    put(desk, 2, PLAN, on="2021-05-01")
    report = put(desk, 3, PLAN, host="b.test", on="2020-05-01")
    (row,) = rows(take(desk, tmp_path / "out"))
    assert (row["id"], row["url"], row["site"], row["published_on"], row["copies"], row["sites"], row["text"]) == (
        report, "http://b.test/3", "b.test", "2020-05-01", 3, 2, PLAN)


ADDRESSES = [
    ("http://a.test/1", "http://a.test/1"), ("https://a.test:8080/1?x=1", "https://a.test:8080/1?x=1"),
    ("javascript:alert(1)", None), ("ftp://a.test/1", None), ("http://[", None), ("http://u:p@a.test/", None),
    ("http://a.test/a b", None), ("http:///x", None), ("http://a.test:x/", None), (None, None),
]  # fmt: skip


@pytest.mark.parametrize(("stated", "told"), ADDRESSES)
def test_only_addresses_that_can_be_opened_leave(desk: Desk, tmp_path: Path, stated: str, told: str | None) -> None:
    put(desk, 1, PLAN, on="2020-01-01")
    desk.archive.conn.execute("UPDATE copies SET url = ?", (stated,))
    desk.archive.conn.execute("UPDATE copies SET published_on = '昨天'")
    (row,) = rows(take(desk, tmp_path / "out"))
    assert (row["url"], row["published_on"], row["first_published_on"]) == (told, None, "2020-01-01")


def test_places_at_one_address_are_told_apart(desk: Desk, tmp_path: Path) -> None:
    two = (entry(PLAN), entry(WORK, position=2), entry(LONG, position=2, part=1))
    desk.file(reading(*two, key="url:http://a.test/1", url="http://a.test/1"))
    assert {row["text"]: row["place_key"] for row in rows(take(desk, tmp_path / "out"))} == {
        PLAN: "url:http://a.test/1#1.0", WORK: "url:http://a.test/1#2.0", LONG: "url:http://a.test/1#2.1"}


HANDLES = [(PageKind.THREAD, "晚风", True), (PageKind.ARTICLE, "新华社记者", False), (PageKind.ARTICLE, "茶客", True)]


@pytest.mark.parametrize(("kind", "author", "is_hashed"), HANDLES)
@pytest.mark.parametrize("with_people", [False, True])
def test_handles_leave_as_salted_hashes(  # noqa: PLR0917 - a column of the table each
    desk: Desk, tmp_path: Path, kind: PageKind, author: str, is_hashed: bool, with_people: bool
) -> None:
    facts = Facts(author=author, contact="13800138000")
    put(desk, 1, PLAN, facts=facts, page_kind=kind, entry={"author": author}, replies=(Reply(floor=2, author="茶客"),))
    done = take(desk, tmp_path / "out", with_people=with_people)
    (row,) = rows(done)
    if is_hashed and not with_people:
        assert (row["author"][:2], len(row["author"])) == ("p:", 18)
        assert hashlib.sha256(author.encode()).hexdigest()[:16] not in row["author"]
        assert rows(take(desk, tmp_path / "again"))[0]["author"] == row["author"]
    else:
        assert row["author"] == author
    assert row.get("contact") == ("13800138000" if with_people else None)
    assert "13800138000" not in done.path.read_text("utf-8") or with_people
    assert json.loads(done.manifest.read_text("utf-8"))["people"]["named"] is with_people


def test_replies_leave_with_people_only(desk: Desk, tmp_path: Path) -> None:
    put(desk, 1, PLAN, replies=(Reply(floor=2, author="茶客", text="好文"),))
    with pytest.raises(BadChoice, match="only with --with-people"):
        take(desk, tmp_path / "out", what="replies")
    (row,) = rows(take(desk, tmp_path / "out", what="replies", with_people=True))
    assert (row["document"], row["floor"], row["author"], row["text"]) == ("doc:a.test:1", 2, "茶客", "好文")


EDITS = [
    ("本帖最后由 晚风 于 2020-1-2 10:00 编辑", "晚风"), ("晚风 发表于 2020", "晚风"), ("茶客：顶", "茶客"),
    ("联系QQ：123456789", "123456789"), ("电话13800138000", "13800138000"), ("0771-5551234", "0771-5551234"),
    ("信箱 a.b@qq.com", "a.b@qq.com"),
]  # fmt: skip


@pytest.mark.parametrize(("taken", "secret"), EDITS)
def test_what_cleaning_took_out_names_nobody(desk: Desk, tmp_path: Path, taken: str, secret: str) -> None:
    put(desk, 1, PLAN, facts=Facts(author="晚风"), replies=(Reply(floor=2, author="茶客", text="好"),))
    added = "INSERT INTO edits (copy_id, rule, start, taken, put) VALUES (1, 'r', 0, ?, '')"
    desk.archive.conn.execute(added, (taken,))
    (row,) = rows(take(desk, tmp_path / "out", what="edits"))
    assert secret not in row["taken"] != taken
    (row,) = rows(take(desk, tmp_path / "named", what="edits", with_people=True))
    assert (row["taken"], row["place"], row["rule"]) == (taken, "doc:a.test:1#1.0", "r")
