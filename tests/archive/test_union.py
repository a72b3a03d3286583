"""Two archives joined hold what one would hold that saw everything: in any split, killed anywhere, once or twice."""

import random
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import replace
from datetime import timedelta
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from archive.asserting import Word, say_all
from archive.crawls import Crawl, begin
from archive.frontier import Seed, add, settle
from archive.rededup import rededup
from archive.union.rows import further
from cleaners.outcome import Reason, State
from cleaners.reading import Reading, Reply, UrlKind
from tests.archive.desk import START, Desk, article, entry, open_desk, reading, refused
from tests.archive.made_reports import made
from tests.archive.union_halves import content, join, leads_to

A, B, C = made(31, 30), made(32, 30), made(33, 30)
FLOOR = "顶一个，学习了。"


def thread(text: str, *more: str, key: str) -> Reading:
    made_of = reading(entry(text), *(entry(one, position=at) for at, one in enumerate(more, start=2)), key=key,
                      url=f"http://a.test/{key}")  # fmt: skip
    return replace(made_of, replies=(Reply(floor=9, text=FLOOR + text[:4]),))


def paged(text: str, page: int, *, key: str) -> Reading:
    one = article(text, page=page, pages=2, key=key)
    return replace(one, url=f"http://a.test/{key}" if page == 1 else f"http://a.test/{key}_2")


SEEN = [
    thread(A, key="t:1"), thread(A[: len(A) // 2], key="t:2"), thread(B, key="t:3"),
    paged(C[:300], 1, key="p:1"), paged(C[300:], 2, key="p:1"),
    thread(A.replace("渠", "梁"), C, key="t:1"), refused(Reason.GONE, url="http://a.test/gone"),
    thread(B, key="t:4"), thread(B + made(34, 30), key="t:5"), thread(A, key="t:1"),
    paged(C[:300] + made(35, 4), 1, key="p:1"), paged(C[300:], 2, key="p:1"),
]  # fmt: skip
"""What was seen, in order of time: documents that changed and changed back, pages, a copy, a longer text."""
READINGS = {sha256(str(number).encode()).hexdigest(): one for number, one in enumerate(SEEN)}


@pytest.fixture
def desks(tmp_path: Path) -> Iterator[list[Desk]]:
    with ExitStack() as stack:
        opened = [open_desk(tmp_path / name) for name in ("whole", "one", "other")]
        for desk in opened:
            stack.callback(desk.archive.close)
        yield opened


def see(desk: Desk, numbers: list[int]) -> None:
    """File what was seen under these numbers: the first six in one run, the others in a later one."""
    first, archive = desk.crawl_id, desk.archive
    later = begin(archive, label="later", spider="forum", software="gongwen/0", settings={}, now=START).id
    for number in numbers:
        desk.crawl_id = first if number < 6 else later
        if number == 10:  # the run is about to fetch its other page again
            archive.conn.execute("UPDATE frontier SET state = 'pending' WHERE key = 'p:1:p2'")
        desk.file(SEEN[number], sha256=sha256(str(number).encode()).hexdigest(), at=START + timedelta(hours=number + 1))


def split(seed: int) -> tuple[list[int], list[int]]:
    draw = random.Random(seed)  # noqa: S311 - no secret
    first = sorted(draw.sample(range(len(SEEN)), len(SEEN) // 2))
    return first, [number for number in range(len(SEEN)) if number not in first]


@pytest.mark.parametrize("seed", range(6))
def test_halves_joined_are_the_whole(desks: list[Desk], seed: int) -> None:
    whole, one, other = desks
    see(whole, list(range(len(SEEN))))
    for desk, numbers in zip((one, other), split(seed), strict=True):
        see(desk, numbers)
    rededup(whole.archive)
    join(one.archive, other.archive.folder, READINGS)
    expected, found = content(whole.archive), content(one.archive)
    for name in expected:
        assert found[name] == expected[name], name
    ids = [row[0] for desk in desks[1:] for row in desk.rows("SELECT public_id FROM reports")]
    assert all(leads_to(one.archive.conn, public_id) for public_id in ids)


def test_killed_anywhere_and_joined_twice_it_is_the_same(desks: list[Desk]) -> None:
    whole, one, other = desks
    first, second = split(1)
    for desk in (whole, one):
        see(desk, first)
    see(other, second)
    join(whole.archive, other.archive.folder, READINGS)
    for most in (0, 1, 3):
        join(one.archive, other.archive.folder, READINGS, most=most)
    join(one.archive, other.archive.folder, READINGS)
    assert content(one.archive) == content(whole.archive)
    rows = {name: one.rows(f"SELECT * FROM {name}") for name in ("reports", "texts", "copies", "captures", "crawls")}  # noqa: S608
    new, ids, _ = join(one.archive, other.archive.folder, READINGS)
    assert (new, ids.redirects, ids.kept) == (0, 0, 0)
    assert rows == {name: one.rows(f"SELECT * FROM {name}") for name in rows}  # noqa: S608


def test_an_id_of_two_texts_leads_to_both(desks: list[Desk], monkeypatch: pytest.MonkeyPatch) -> None:
    """Two digits are all that ids have here, so that texts clash soon."""
    monkeypatch.setattr("archive.filing.minting.PUBLIC_ID_DIGITS", 2)
    monkeypatch.setattr("archive.regrouping_write._SHORTEST_ID", 2)
    _, one, other = desks
    texts = [made(number, 6) for number in range(40, 100)]
    readings = {}
    for number, text in enumerate(texts):
        digest = sha256(text.encode()).hexdigest()
        readings[digest] = thread(text, key=f"x:{number}")
        (one if number % 2 else other).file(readings[digest], sha256=digest, at=START + timedelta(hours=number))
    ours, theirs = (
        {row[0]: str(leads_to(desk.archive.conn, row[0])) for row in desk.rows("SELECT public_id FROM reports")}
        for desk in (one, other)
    )
    _, ids, _ = join(one.archive, other.archive.folder, readings)
    assert ids.clashes
    assert {public_id: leads_to(one.archive.conn, public_id) for public_id in ours} == ours
    found = {public_id: leads_to(one.archive.conn, ids.clashes.get(public_id, public_id)) for public_id in theirs}
    assert found == theirs


STATES: list[tuple[dict[str, Any], dict[str, Any]]] = [
    ({"state": "pending"}, {"state": "archived", "fetched_at": "1"}),
    ({"state": "failed"}, {"state": "pending"}), ({"state": "skipped"}, {"state": "failed"}),
    ({"state": "archived", "fetched_at": "1"}, {"state": "refused", "fetched_at": "2"}),
    ({"state": "refused", "fetched_at": "2"}, {"state": "archived", "fetched_at": "2"}),
    ({"state": "archived", "fetched_at": "9"}, {"state": "skipped", "reason": "forgotten"}),
    ({"state": "skipped", "reason": "robots"}, {"state": "pending"}),
]  # fmt: skip


@pytest.mark.parametrize(("less", "more"), STATES)
def test_the_further_state_holds(less: dict[str, Any], more: dict[str, Any]) -> None:
    blank = {"reason": None, "fetched_at": None}
    assert further(blank | less) < further(blank | more)


def test_what_waits_or_failed_elsewhere_comes_too(desks: list[Desk]) -> None:
    _, one, other = desks
    seeds = [Seed(url=f"http://a.test/{at}", key=f"k{at}", kind=UrlKind.DOCUMENT, host="a.test") for at in range(2)]
    crawl = other.archive.conn.execute("SELECT id FROM crawls").fetchone()[0]
    add(other.archive, seeds, crawl=_crawl(other, crawl), now=START)
    settle(other.archive, 1, state=State.FAILED, reason=Reason.TIMEOUT, detail="no answer", now=START)
    join(one.archive, other.archive.folder, {})
    join(one.archive, other.archive.folder, {})
    assert one.rows("SELECT key, state, reason FROM frontier ORDER BY key") == [
        ("k0", "failed", "timeout"), ("k1", "pending", None)]  # fmt: skip
    assert one.one("SELECT count(*) FROM failures") == 1


def _crawl(desk: Desk, number: int) -> Any:
    return Crawl(id=number, label="test", spider="forum", started_at=START, resumed=False)


def test_the_later_word_holds(desks: list[Desk]) -> None:
    _, one, other = desks
    for desk, value, day in ((one, "早的题目", 1), (other, "晚的题目", 2)):
        see(desk, [0])
        subject = "report:" + desk.one("SELECT public_id FROM reports")  # noqa: S608 - ours
        words = [Word(subject=subject, field="title", value=value, who="王"),
                 Word(subject="document:t:1", field="author", value=f"作者{day}", who="王"),
                 Word(subject=subject, field="label", value=f"标签{day}", who="王")]  # fmt: skip
        say_all(desk.archive, words, now=START + timedelta(days=day))
    _, _, words_joined = join(one.archive, other.archive.folder, READINGS)
    assert (words_joined.new, words_joined.replaced) == (3, 2)
    assert one.rows("SELECT title, labels FROM reports") == [("晚的题目", '["标签1", "标签2"]')]
    assert one.rows("SELECT value, state FROM assertions WHERE field = 'title' ORDER BY asserted_at") == [
        ("早的题目", "replaced"), ("晚的题目", "holds")]  # fmt: skip
    assert "作者2" in one.one("SELECT asserted FROM documents")
    assert join(one.archive, other.archive.folder, READINGS)[2].new == 0
