"""Pages of a document become one reading: texts in order, edits reversible, floors side by side."""

from dataclasses import replace

import pytest

from cleaners.edits import undo
from cleaners.join import join
from cleaners.outcome import Outcome, State
from cleaners.reading import Edit, Entry, PageKind, PlatformGuess, Reading, Reply


def article_page(page: int, shown: str, edits: tuple[Edit, ...] = (), text: str | None = None) -> Reading:
    return Reading(
        platform=PlatformGuess(family="generic"),
        page_kind=PageKind.ARTICLE,
        outcome=Outcome(state=State.READ),
        document_key="url:docs.example/1.html",
        page=page,
        pages=2,
        entries=(Entry(position=1, title="某局总结", text=shown if text is None else text, edits=edits),),
    )


def floors(page: int, numbers: list[int]) -> Reading:
    first = article_page(page, "")
    return replace(
        first,
        page_kind=PageKind.THREAD,
        entries=tuple(Entry(position=n, title=None, text=f"第{n}楼的报告") for n in numbers if n == 1),
        replies=tuple(Reply(floor=n, text=f"第{n}楼") for n in numbers if n > 1),
    )


JOINTS = [
    ("a paragraph ended", "第一页完。", "第二页起。", "第一页完。\n第二页起。"),
    ("a quotation ended", "他说：“好。”", "会后，", "他说：“好。”\n会后，"),
    ("a sentence was cut", "抓好落实，", "确保完成。", "抓好落实，确保完成。"),
    ("a word was cut", "加强领", "导班子建设。", "加强领导班子建设。"),
]


@pytest.mark.parametrize(("first", "second", "joined"), [case[1:] for case in JOINTS], ids=[c[0] for c in JOINTS])
def test_a_cut_sentence_is_not_broken_and_a_paragraph_is(first: str, second: str, joined: str) -> None:
    entry = join([article_page(1, first), article_page(2, second)]).entries[0]
    assert entry.text == joined
    assert undo(entry.text, entry.edits) == first + second


def test_edits_of_both_pages_are_undone_exactly() -> None:
    one = article_page(
        1, "  首页。\n页脚", (Edit(rule="a", start=0, taken="  "), Edit(rule="b", start=5, taken="\n页脚")), "首页。"
    )
    two = article_page(2, "页眉\n末页。", (Edit(rule="c", start=0, taken="页眉\n"),), "末页。")
    entry = join([two, one]).entries[0]
    assert entry.text == "首页。\n末页。"
    assert undo(entry.text, entry.edits) == "  首页。\n页脚页眉\n末页。"
    assert [edit.rule for edit in entry.edits] == ["a", "b", "page-join+c"]


def test_floors_stand_in_order_and_none_twice() -> None:
    joined = join([floors(2, [3, 4]), floors(1, [1, 2]), floors(2, [3, 4])])
    assert [entry.position for entry in joined.entries] == [1]
    assert [reply.floor for reply in joined.replies] == [2, 3, 4]


def test_one_page_is_its_own_document() -> None:
    page = article_page(1, "全文。")
    assert join([page]) is page


@pytest.mark.parametrize(
    "pages", [[], [article_page(1, "甲。"), replace(article_page(2, "乙。"), document_key="other")]]
)
def test_what_does_not_belong_together_is_refused(pages: list[Reading]) -> None:
    with pytest.raises(ValueError, match="pages"):
        join(pages)
