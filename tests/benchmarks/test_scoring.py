"""The measure of extracted texts, on texts whose figures can be worked out by hand; and what a thread's text is."""

import pytest

from cleaners.outcome import Outcome, Reason, State
from cleaners.reading import Edit, Entry, PageKind, PlatformGuess, Reading, Reply
from tests.benchmarks.quality import Found, best_f1, texts_of
from tests.benchmarks.scoring import f1, folded, leaks
from tests.benchmarks.truths import DISCUZ, Truth, truths

# 甲乙丙丁戊 has the 4-grams 甲乙丙丁 and 乙丙丁戊; 甲乙丙丁己 shares the first: 2 * 1 / (2 + 2).
SCORES = [
    ("甲乙丙丁戊", "甲乙丙丁戊", 1.0),
    ("甲乙丙丁己", "甲乙丙丁戊", 0.5),
    ("甲乙丙丁", "甲乙丙丁戊", 2 / 3),
    ("甲甲甲甲甲", "甲甲甲甲", 2 / 3),  # a multiset: the second 甲甲甲甲 is one too many
    ("甲乙", "甲乙", 1.0),
    ("甲乙", "甲乙丙", 0.0),
    ("", "甲乙丙丁", 0.0),
    ("", "", 0.0),
]


@pytest.mark.parametrize(("found", "true", "score"), SCORES)
def test_f1(found: str, true: str, score: float) -> None:
    assert f1(found, true) == pytest.approx(score)


def test_what_is_drawn_around_words_is_folded_away() -> None:
    assert folded("# 一、总结\n\n- **工作** | `ＡＢ`\u3000\u200b①") == "一、总结工作AB1"
    assert folded(None) == ""


def test_only_what_the_true_text_lacks_leaks() -> None:
    text = folded("加强版权保护。上一篇：无 使用道具 举报 x!9@kk")
    assert leaks(text, folded("加强版权保护。"), ("x!9@kk",)) == ["使用道具", "举报", "上一篇", "x!9@kk"]
    assert leaks(folded("加强版权保护。"), folded("加强版权保护。")) == []


def test_a_threads_page_counts_by_the_better_of_first_post_and_all() -> None:
    truth = Truth(group=DISCUZ, page=truths()[0].page, whole="一二三四五六七八", first="一二三四")
    assert best_f1(truth, Found(whole="一二三四", first=None, cpu_ms=0)) == 1
    assert best_f1(truth, Found(whole="一二三四五六七八", first=None, cpu_ms=0)) == 1
    assert best_f1(truth, Found(whole="别的什么话", first="一二三四", cpu_ms=0)) == 1


def test_our_text_is_every_floor_in_order() -> None:
    reading = Reading(
        platform=PlatformGuess(family="discuz"), page_kind=PageKind.THREAD, outcome=Outcome(state=State.READ),
        entries=(Entry(position=1, title=None, text="一", edits=(Edit(rule="x", start=1, taken="！"),)),
                 Entry(position=3, title=None, text="三")),
        replies=(Reply(floor=2, text="二"),),
    )
    assert list(texts_of(reading).values()) == ["一", "二", "三"]
    assert texts_of(reading, is_shown=True)[1] == "一！"
    refused = Reading(
        platform=PlatformGuess(family="discuz"), page_kind=PageKind.ERROR,
        outcome=Outcome(state=State.REFUSED, reason=Reason.GONE), replies=(Reply(floor=1, text="x"),),
    )
    assert texts_of(refused) == {}
