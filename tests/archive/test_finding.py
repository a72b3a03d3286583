"""The engine of search: filters, orders, pages, and the same finds as a scan of the folded texts by every path."""

import random
import re
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive import selecting
from archive.bigrams import terms
from archive.database import Archive, open_archive
from archive.errors import BadQuery
from archive.finding import Found, Note, Order, Query, find
from archive.fold import fold
from archive.han import HAN
from archive.search import index, unindex
from archive.selecting import select
from archive.words import words_of
from cleaners.reading import Facts
from tests.archive.desk import LONG, PLAN, WORK, Desk, entry, open_desk, reading
from tests.benchmarks.large import Row, made, row, to_traditional

COUNT = 150


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    with made(tmp_path_factory.mktemp("library"), COUNT) as archive:
        yield archive


@pytest.fixture(scope="module")
def folded() -> dict[int, str]:
    return {number + 1: fold(f"{row(number).title}\n{row(number).text}") for number in range(COUNT)}


def drawn(kind: str, number: int) -> str:
    """Draw a query from the texts; every other one is written in the other script."""
    dice = random.Random(f"{kind}{number}")  # noqa: S311 - for texts
    parts = []
    for length in (2, 3) if kind == "two" else (int(kind),):
        while True:
            line = dice.choice(row(dice.randrange(COUNT)).text.split("\n"))
            start = dice.randrange(max(1, len(line) - length + 1))
            part = line[start : start + length]
            if len(part) == length and (length > 8 or re.fullmatch(f"[{HAN}]+", part)):
                break
        parts.append(part)
    return to_traditional(fold(" ".join(parts))) if number % 2 else " ".join(parts)


@pytest.mark.parametrize("most", [5, 5_000])
@pytest.mark.parametrize("kind", ["1", "2", "3", "4", "5", "6", "7", "8", "two", "12", "30"])
def test_what_is_found_is_what_a_scan_finds(
    library: Archive, folded: dict[int, str], kind: str, most: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(selecting, "MOST_RANKED", most)
    monkeypatch.setattr(selecting, "_SORTED", most)
    for number in range(10):
        query = drawn(kind, number)
        truth = {key for key, text in folded.items() if all(term in text for term in terms(query))}
        assert select(library.conn, words_of(query), []).every() == truth, query
        page = find(library.conn, Query(text=query, limit=7))
        assert (page.total, len(page.hits)) == (len(truth), min(7, len(truth))), query
        assert (page.note is Note.TOO_MANY_TO_RANK) == (len(truth) > most), query


def dates(found: Found) -> list[str]:
    return [hit.first_published_on or "9999" for hit in found.hits]


@pytest.mark.parametrize("text", ["", "问", "组织", "工作总结 年", "现将有关情况汇报如下"])
@pytest.mark.parametrize("most", [5, 5_000])
def test_pages_of_an_order_follow_each_other(
    library: Archive, text: str, most: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(selecting, "MOST_RANKED", most)
    monkeypatch.setattr(selecting, "_SORTED", most)
    for order in Order:
        whole = find(library.conn, Query(text=text, order=order, limit=1_000))
        parts = [find(library.conn, Query(text=text, order=order, limit=40, offset=at)) for at in range(0, 160, 40)]
        assert [hit.public_id for part in parts for hit in part.hits] == [hit.public_id for hit in whole.hits]
        assert len({hit.public_id for hit in whole.hits}) == whole.total > 5
    newest, oldest, copied = (find(library.conn, Query(text=text, order=order, limit=1_000))
                              for order in (Order.NEWEST, Order.OLDEST, Order.COPIES))  # fmt: skip
    assert dates(oldest) == sorted(dates(oldest))
    assert [day for day in dates(newest) if day < "9"] == sorted((d for d in dates(newest) if d < "9"), reverse=True)
    assert dates(newest)[-1] == "9999", "undated ones are last in both directions"
    assert [hit.copies for hit in copied.hits] == sorted((hit.copies for hit in copied.hits), reverse=True)


# (filters, what a row must be)
FILTERS: list[tuple[dict[str, Any], Callable[[Row], bool]]] = [
    ({"site": "WWW.site7.test "}, lambda one: 7 in one.hosts),
    ({"site": "site7.test"}, lambda _: False),
    ({"genre": "自查"}, lambda one: one.genre_id == 3),
    ({"genre": "nothing"}, lambda _: False),
    ({"script": "traditional"}, lambda one: one.script == "traditional"),
    ({"year_from": 2015, "year_to": 2017}, lambda one: "2015" <= one.period[2:6] <= "2017"),
    ({"year_to": 2010}, lambda one: one.period[2:6] <= "2010"),
    ({"year_from": 10**30}, lambda _: False),
    ({"published_from": "2020"}, lambda one: (one.published_on or "") >= "2020"),
    ({"published_to": "2012-06"}, lambda one: (one.published_on or "9")[:7] <= "2012-06"),
    ({"published_from": "2014-03-01", "published_to": "2014-03-31"},
     lambda one: (one.published_on or "")[:7] == "2014-03"),
    ({"has_copies": True}, lambda one: len(one.hosts) > 1),
    ({"has_copies": False}, lambda one: len(one.hosts) == 1),
    ({"genre": "总结", "has_copies": True, "script": "simplified"},
     lambda one: one.genre_id == 1 and len(one.hosts) > 1 and one.script == "simplified"),
    ({"genre": " ", "script": "", "site": ""}, lambda _: True),
]  # fmt: skip


@pytest.mark.parametrize(("filters", "passes"), FILTERS, ids=[str(case[0]) for case in FILTERS])
def test_filters_hold_with_words_and_without(
    library: Archive, filters: dict[str, Any], passes: Callable[[Row], bool]
) -> None:
    rows = [row(number) for number in range(COUNT)]
    for text in ("", "组织", "问"):
        expected = sum(passes(one) and text in fold(one.text) for one in rows)
        found = find(library.conn, Query(text=text, limit=1_000, **filters))
        assert (found.total, len(found.hits)) == (expected, expected)


@pytest.mark.parametrize("value", ["soon", "2021-3-5", "20210305", "' OR 1", "２０２１", "2021-03-05T08:00"])
@pytest.mark.parametrize("field", ["published_from", "published_to"])
def test_a_date_that_is_none_is_told(library: Archive, field: str, value: str) -> None:
    with pytest.raises(BadQuery, match=f"{field}.*is no date: write 2021-03-05"):
        find(library.conn, Query(text="组织", **{field: value}))  # type: ignore[arg-type]


@given(st.text(max_size=20), st.text(max_size=10), st.integers(-5, 10**25))
def test_nothing_that_is_typed_is_an_error(library: Archive, text: str, fact: str, number: int) -> None:
    for words in (text, f'组织 {text}" OR {text}*', f"NEAR({text} 年)"):
        asked = Query(text=words, site=fact, genre=fact, script=fact, year_from=number, limit=number, offset=number)
        assert find(library.conn, asked).total >= 0


def test_marks_alone_find_nothing_and_say_so(library: Archive) -> None:
    found = find(library.conn, Query(text=' * "AND" -'))
    assert found.total == 0 and found.note is None, "AND is a word like any other"
    found = find(library.conn, Query(text='*"-('))
    assert (found.total, found.hits, found.note) == (0, (), Note.NO_WORDS)
    assert "标点" in Note.NO_WORDS.chinese


def test_a_report_is_one_hit_with_its_copies_and_its_title_is_marked(tmp_path: Path) -> None:
    desk = open_desk(tmp_path)
    for host, day in (("b", "2021-04-01"), ("a", "2020-05-06")):
        facts = Facts(published_at=day)
        desk.file(reading(entry(PLAN, title="讀書活動總結"), key=host, url=f"http://{host}.test/1", facts=facts))
    desk.file(reading(entry(WORK, title="修桥"), key="c", url="http://c.test/1"))
    (hit,) = find(desk.archive.conn, Query(text="读书活动")).hits
    assert (hit.copies, hit.sites, hit.site, hit.first_published_on) == (2, 2, "a.test", "2020-05-06")
    assert hit.title_pieces == (("讀書活動", True), ("總結", False))
    assert ("读书活动", True) in hit.pieces and "«读书活动»" in hit.snippet
    assert find(desk.archive.conn, Query(text="读书活动", site="b.test")).total == 1
    desk.archive.close()


def test_titles_weigh_more_however_few_there_are(tmp_path: Path) -> None:
    desk = open_desk(tmp_path)
    desk.file(reading(entry(LONG + "石桥石桥", title="甲"), key="1"))
    desk.file(reading(entry(WORK + PLAN, title="石桥"), key="2"))
    desk.file(reading(entry(PLAN + "一座石桥" + LONG * 9, title="乙"), key="3"))
    for handful in (0, 50):
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(selecting, "_HANDFUL", handful)
            assert [hit.title for hit in find(desk.archive.conn, Query(text="石桥")).hits] == ["石桥", "甲", "乙"]
    desk.archive.close()


# (passage as it was cut, is it in 共42次,推广到青山。)
CUT = [
    ("共42次，把读书活动的做法推广到青", True),
    ("2次，把读书活动的做法推广到青山", True),
    ("，把读书活动的做法推广到青山", True),
    ("3次，把读书活动的做法推广到青山", False),
    ("把读书活动的做法推广到青山", True),
    ("把读书活动的做法推广到青山。又1", True),
    ("把读书活动的做法推广到青山。又", True),
    ("把读书活动的做法推广到青山。共", False),
    ("把读书活动的做法推广到青山。又2", False),
    ("2次", False),
    ("42次", True),
    ("又1", False),
    ("又15年", True),
    ("又15年度", True),
    ("又15度", False),
]


@pytest.fixture(scope="module")
def passages(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    desk = open_desk(tmp_path_factory.mktemp("passages"))
    desk.file(reading(entry(LONG + "共42次，把读书活动的做法推广到青山。又15年度。" + WORK)))
    yield desk.archive
    desk.archive.close()


@pytest.mark.parametrize(("passage", "is_there"), CUT)
def test_a_pasted_passage_may_be_cut_anywhere_a_short_number_is_whole(
    passages: Archive, passage: str, is_there: bool
) -> None:
    assert find(passages.conn, Query(text=passage)).total == is_there


def old_index(desk: Desk) -> None:
    """Put the index back to what the version before had, for one report."""
    conn = desk.archive.conn
    unindex(conn, 1, title="甲", text="共2020年工作")
    conn.execute("DROP TABLE reports_characters")
    conn.execute("INSERT INTO reports_fts (rowid, title, text) VALUES (1, '甲', '共 2020 年工 工作 作')")


def old_desk(folder: Path) -> Desk:
    desk = open_desk(folder)
    desk.file(reading(entry(PLAN, title="题")))
    desk.archive.conn.execute("UPDATE reports SET title = '甲'")
    desk.archive.conn.execute("UPDATE texts SET text = '共2020年工作'")
    unindex(desk.archive.conn, 1, title="题", text=PLAN)
    index(desk.archive.conn, 1, title="甲", text="共2020年工作")
    old_index(desk)
    return desk


WHAT = ["2020年", "年", "年工", "共2020年", "2020年工作", "甲 工"]


def test_an_index_of_the_version_before_is_asked_in_its_own_way(tmp_path: Path) -> None:
    desk = old_desk(tmp_path)
    assert [find(desk.archive.conn, Query(text=text)).total for text in WHAT] == [1] * 6
    assert find(desk.archive.conn, Query(text="2020工")).total == 0
    desk.archive.close()


def test_an_older_archive_gets_a_new_index_once(tmp_path: Path) -> None:
    desk = old_desk(tmp_path)
    desk.archive.conn.execute("DELETE FROM _sqlite_migrations WHERE name = '0005_search'")
    desk.archive.conn.execute("UPDATE archive_info SET value = '4' WHERE name = 'schema_version'")
    desk.archive.close()
    with open_archive(tmp_path) as archive:
        assert [find(archive.conn, Query(text=text)).total for text in WHAT] == [1] * 6
        assert archive.conn.execute("SELECT count(*) FROM reports_characters('年')").fetchone() == (1,)


def test_years_of_several_are_looked_through_and_damaged_ones_passed_over(tmp_path: Path) -> None:
    desk = open_desk(tmp_path)
    for number, period in enumerate(('["2018", "2022"]', '["2018"', None, "[]", "2020", '["2019"]')):
        desk.file(reading(entry(f"{PLAN}{'一二三四五六'[number] * 30}", title=f"题{number}"), key=str(number)))
        desk.archive.conn.execute("UPDATE reports SET period = ? WHERE title = ?", (period, f"题{number}"))
    for first, last, titles in ((2019, 2021, ["题5"]), (2018, 2018, ["题0"]), (2022, None, ["题0"]), (None, 1990, [])):
        found = find(desk.archive.conn, Query(text="读书", year_from=first, year_to=last))
        assert [hit.title for hit in found.hits] == titles
    desk.archive.close()


def test_a_bare_connection_with_other_habits_will_do(library: Archive) -> None:
    conn = sqlite3.connect(f"{library.path.as_uri()}?mode=ro", uri=True)
    conn.row_factory = sqlite3.Row
    assert find(conn, Query(text="组织", limit=3)) == find(library.conn, Query(text="组织", limit=3))
    assert not conn.in_transaction
    conn.close()
