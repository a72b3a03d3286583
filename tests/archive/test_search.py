"""Search in either script, exactly; queries that mean harm mean nothing; the index follows the reports."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.bigrams import match_query, terms, tokens
from archive.fold import fold, fold_with_offsets
from archive.folded import Folded
from archive.search import index, is_current, reindex, unindex
from archive.snippet import joined, pieces, snippet, title_pieces
from tests.archive.desk import LONG, PLAN, WORK, Desk, entry, open_desk, reading
from tests.archive.searched import search

# (as printed, as folded)
FOLDED = [
    ("落實意識形態(tài)工作", "落实意识形态工作"),
    ("意識形態（tài）工作", "意识形态工作"),
    ("意識形態(tai)工作", "意识形态(tai)工作"),
    ("形態(ta\u0300i)", "形态"),
    ("工 作\u3000总 结", "工作总结"),
    ("工作\n总结", "工作总结"),
    ("工作\n\n总结", "工作\n\n总结"),
    ("2020 年", "2020 年"),
    ("ＡＢＣ１２３", "abc123"),
    ("㈠…", "(一)..."),
    ("seconds(s)", "seconds(s)"),
    ("选(xuǎn)举(jǔ)", "选举"),
    ("附件(á)", "附件"),
    ("裡麼", "里么"),
]


@pytest.mark.parametrize(("printed", "folded"), FOLDED)
def test_folding(printed: str, folded: str) -> None:
    assert fold(printed) == folded
    assert fold_with_offsets(printed)[0] == folded


MIXED = st.text(
    st.sampled_from("意識态態(tài)（）ǎab \n\u3000，…㈠ﬁİ\u0301") | st.characters(codec="utf-8"), max_size=60
)


@given(MIXED)
def test_both_ways_of_folding_are_one_and_offsets_point_home(text: str) -> None:
    folded, offsets = fold_with_offsets(text)
    assert folded == fold(text)
    assert len(offsets) == len(folded)
    assert offsets == sorted(offsets)
    assert all(0 <= offset < len(text) for offset in offsets)


# (text, tokens)
CUT = [
    ("意识形态", "意识 识形 形态 态"),
    ("年", "年"),
    ("2020年工作", "2020 年 年工 工作 作"),
    ("2020，年。", "2020, 年 。"),
    ("工作，总结", "工作 作 , 总结 结"),
    ("a b", "a b"),
    ("", ""),
]


@pytest.mark.parametrize(("text", "cut"), CUT)
def test_bigrams(text: str, cut: str) -> None:
    assert tokens(text).split() == cut.split()


# (query, FTS5 expression with single spaces)
EXPRESSIONS = [
    ("意识形态", '"意识 识形 形态"'),
    ("年", '"年" *'),
    ("2020年", '"2020 年"'),
    ("2020年度", '"2020 年 年度"'),
    ("工作，总", '"工作 作 , 总" *'),
    ("工作2020", '"工作 作 2020"'),
    ("意识 形态", '"意识" "形态"'),
    ("“意识形态”", '"意识 识形 形态"'),
    ('"意识', '"意识"'),
    ("AND", '"and"'),
    ("意识 意識", '"意识"'),
    ("-(*:^", ""),
    ("", ""),
    ("\0", ""),
    ("意识\0形态", '"意识" "形态"'),
    ("\ud800意识", '"意识"'),
    ("title:意识", '"title: 意 意识"'),
]


@pytest.mark.parametrize(("query", "expression"), EXPRESSIONS)
def test_queries(query: str, expression: str) -> None:
    assert " ".join(match_query(query).split()).replace('" ', '"').replace(' "', '"').replace('""', '" "') == (
        expression.replace('" *', '"*')
    )


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    desk = open_desk(tmp_path_factory.mktemp("library"))
    texts = {
        "意识形态工作总结": "一年来，我们落实意识形态工作责任制，2020年共研判4次，ABC平台上线。" + PLAN,
        "讀書": "落實意識形態(tài)工作，" + LONG,
        "修桥": WORK + "意识到形态万千的石头最难处理，工作很细。",
        None: "无题的文字里也写着“党旗领航”四个字，" + LONG.replace("任务", "目标"),
    }
    for number, (title, text) in enumerate(texts.items()):
        desk.file(reading(entry(text, title=title), key=str(number)))
    yield desk
    desk.archive.close()


# (query, titles found)
FOUND = [
    ("意识形态", {"意识形态工作总结", "讀書"}),
    ("意識形態", {"意识形态工作总结", "讀書"}),
    ("意识形态工作", {"意识形态工作总结", "讀書"}),
    ("识形", {"意识形态工作总结", "讀書"}),
    ("形态", {"意识形态工作总结", "讀書", "修桥"}),
    ("态", {"意识形态工作总结", "讀書", "修桥"}),
    ("制", {"意识形态工作总结", "讀書", None}),
    ("意识 石头", {"修桥"}),
    ("意识 石头 总结", set()),
    ("2020年", {"意识形态工作总结"}),
    ("２０２０年共研判", {"意识形态工作总结"}),
    ("abc", {"意识形态工作总结"}),
    ("ab", set()),
    ("党旗领航", {None}),
    ("“党旗领航”", {None}),
    ("写着党旗", set()),
    ("讀書", {"意识形态工作总结", "讀書"}),
    ("工作责任制，2020年共", {"意识形态工作总结"}),
    (PLAN, {"意识形态工作总结"}),
    (PLAN[:30] + "\n" + PLAN[30:], {"意识形态工作总结"}),
    ("意识 AND 形态 NOT 工作", set()),
    ("NEAR(意识 形态)", set()),
    ("*", set()),
    ("''; drop table reports", set()),
    ("没有", set()),
]


@pytest.mark.parametrize(("query", "titles"), FOUND)
def test_searching(library: Desk, query: str, titles: set[str | None]) -> None:
    found = search(library.archive, query)
    assert {hit.title for hit in found.hits} == titles
    assert found.total == len(titles)


@given(st.text(max_size=30))
def test_no_query_is_an_error(library: Desk, query: str) -> None:
    assert search(library.archive, query).total >= 0


def test_a_very_long_query_is_answered(library: Desk) -> None:
    assert search(library.archive, PLAN * 200).total == 0
    assert search(library.archive, " ".join(PLAN * 200)).total == 0
    assert len(terms("意 " * 3)) == 1


def test_titles_weigh_more_and_pages_follow_each_other(library: Desk) -> None:
    whole = search(library.archive, "意识形态")
    assert whole.hits[0].title == "意识形态工作总结"
    pages = [search(library.archive, "意识形态", limit=1, offset=offset) for offset in range(3)]
    assert [page.total for page in pages] == [2, 2, 2]
    assert [hit for page in pages for hit in page.hits] == list(whole.hits)
    assert whole.hits[0].site == "a.test"
    assert search(library.archive, "读书", limit=1).hits[0].title == "讀書", "best first, not oldest first"


# (text, query, what is marked)
MARKED = [
    ("落實意識形態(tài)工作", "意识形态工作", ["意識形態(tài)工作"]),
    ("…㈠意识…", "意识", ["意识"]),
    ("一、工 作 总\n结", "工作总结", ["工 作 总 结"]),
    ("意识形态，形态意识", "意识 形态", ["意识", "形态", "形态", "意识"]),
    ("题目里没有", "意识", []),
    ("意识" + "一" * 23 + "意识", "意识", ["意识"]),
    ("意识" + "一" * 22 + "意识", "意识", ["意识", "意识"]),
    ("责任制，2020年", "责任制2020", ["责任制，2020"]),
]


@pytest.mark.parametrize(("text", "query", "marked"), MARKED)
def test_snippets_mark_the_original(text: str, query: str, marked: list[str]) -> None:
    shown = snippet(text, query)
    assert [part.partition("»")[0] for part in shown.split("«")[1:]] == marked


def test_pieces_are_the_snippet_and_finds_are_marked_without_white_space() -> None:
    text = "前面 的话。\n 工\n作 \n后面的话，工作。<b>«工作»</b>"
    assert pieces(text, "工作") == (
        ("前面 的话。", False), (" ", False), ("工 作", True), (" 后面的话，", False), ("工作", True),
        ("。<b>«", False), ("工作", True), ("»</b>", False),
    )  # fmt: skip
    assert joined(pieces(text, "工作")) == snippet(text, "工作")
    assert title_pieces("關於意識形態(tài)工作的報告", "意识形态工作") == (
        ("關於", False), ("意識形態(tài)工作", True), ("的報告", False),
    )  # fmt: skip
    assert (pieces("", "工作"), title_pieces("", "工作")) == ((), ())
    assert title_pieces("长" * 298 + "工作总结", "工作") == (("长" * 298, False), ("工作", True), ("…", False))


def test_finds_are_marked_far_into_a_text() -> None:
    for before in ("前面的话，" * 9_000, "前面的话…㈠" * 9_000, "前面的话 \n" * 9_000, "落實態(tài)" * 9_000):
        assert ("意識形態(tài)工作", True) in pieces(f"{before}意識形態(tài)工作后面", "意识形态工作")


@given(MIXED, st.integers(0, 300))
def test_a_text_folded_by_blocks_is_the_folded_text(text: str, times: int) -> None:
    long = f"{text}工，" * times + text
    folded = Folded(long)
    whole, offsets = fold_with_offsets(long)
    assert folded.text == whole
    step = max(1, len(whole) // 50)
    assert [folded.original((at, at + 1))[0] for at in range(0, len(whole), step)] == offsets[::step]


def test_snippets_are_short_and_one_line() -> None:
    shown = snippet("前面的话。\n" * 200 + "这里有石桥。" + "\n后面的话。" * 200, "石桥")
    assert len(shown) < 80
    assert "\n" not in shown
    assert shown.startswith("…")
    assert shown.endswith("…")


@given(MIXED, MIXED)
def test_a_snippet_never_fails(text: str, query: str) -> None:
    snippet(text, query)


def test_the_index_forgets_what_changed(library: Desk, tmp_path: Path) -> None:
    desk = open_desk(tmp_path)
    for number, text in enumerate((PLAN, WORK)):
        desk.file(reading(entry(text, title="题目"), key=str(number)))
    with desk.archive.transaction() as conn:
        unindex(conn, 1, title="题目", text=PLAN)
        index(conn, 1, title="改名", text=LONG)
    assert [search(desk.archive, word).total for word in ("题目", "读书活动", "改名", "尾巴")] == [1, 0, 1, 1]
    assert reindex(desk.archive) == 2
    assert [search(desk.archive, word).total for word in ("题目", "读书活动", "改名", "尾巴")] == [2, 1, 0, 0]
    assert is_current(desk.archive.conn)
    desk.archive.close()


def test_nasty_texts_stay_linear() -> None:
    nasty = [
        "(" * 100_000,
        "一(" * 50_000,
        " " * 200_000,
        "一 " * 100_000,
        "-" * 200_000,
        "一\n" * 50_000,
        "a-" * 100_000,
    ]
    for text in nasty:
        tokens(text)
        match_query(text)
        snippet(text, "一 a")
