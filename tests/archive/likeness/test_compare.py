"""How much of two texts is in common, and in what shape: what follows from it is another test's."""

import pytest

from archive.likeness.compare import Side, compare
from archive.likeness.grams import Lookup, distinct
from archive.likeness.prepared import Prepared
from tests.archive.made_reports import laid_out, made, sentences
from tests.tables import table

WHOLE = sentences(1, 40)


def sides(one: str, other: str) -> tuple[Side, Side]:
    found = compare(Prepared(one), Prepared(other))
    turned = compare(Prepared(other), Prepared(one))
    assert (turned.other, turned.one) == (found.one, found.other), "whichever comes first"
    return found.one, found.other


def test_a_text_is_all_in_itself() -> None:
    one, other = sides(laid_out(WHOLE), laid_out(WHOLE))
    assert one == other
    assert (one.share, one.core, one.foreign, one.before, one.behind) == (1.0, 1.0, 0.0, 0, 0)


def test_texts_of_other_subjects_have_next_to_nothing_in_common() -> None:
    for number in range(2, 12):
        one, other = sides(laid_out(WHOLE), made(number, 40))
        assert max(one.share, other.share) < 0.1


EXCERPTS = [("its beginning", 0, 15), ("its middle", 12, 28), ("its end", 25, 40)]


@table(("name", "start", "end"), EXCERPTS)
def test_an_excerpt_is_all_in_the_whole_and_leaves_its_ends(name: str, start: int, end: int) -> None:
    part, whole = sides(laid_out(WHOLE[start:end]), laid_out(WHOLE))
    size = whole.runs / 40
    assert part.share == pytest.approx(1.0), name
    assert (part.before, part.behind) == (0, 0)
    assert whole.before == pytest.approx(start * size, abs=2.5 * size)
    assert whole.behind == pytest.approx((40 - end) * size, abs=2.5 * size)


def test_in_a_long_collection_only_the_stretch_with_most_in_common_counts() -> None:
    collection = [sentence for number in range(2, 20) for sentence in sentences(number, 40)]
    spread = laid_out([row for at, one in enumerate(WHOLE) for row in (*collection[at * 18 : at * 18 + 18], one)])
    together = laid_out([*collection[:300], *WHOLE, *collection[300:]])
    scattered, whole = sides(laid_out(WHOLE), spread)
    assert scattered.share < 0.25, "formulae all over a collection prove nothing"
    assert whole.share < 0.05
    held, _ = sides(laid_out(WHOLE), together)
    assert held.share > 0.99


def test_changed_words_lie_scattered_and_other_sentences_in_long_gaps() -> None:
    words = laid_out([f"{one[:8]}改{one[9:18]}动{one[19:]}" for one in WHOLE])
    pairs = enumerate(zip(WHOLE, sentences(2, 40), strict=True))
    exchanged = laid_out([one if at % 3 else other for at, (one, other) in pairs])
    (copy, _), (sibling, _) = sides(words, laid_out(WHOLE)), sides(exchanged, laid_out(WHOLE))
    assert 0.4 < copy.share < 0.8
    assert 0.4 < sibling.share < 0.8
    assert copy.foreign < 0.05
    assert sibling.foreign > 0.2
    assert copy.core > 0.95


def test_stop_grams_do_not_count() -> None:
    frame = sentences(3, 20)
    stops = Lookup(distinct(Prepared(laid_out(frame)).runs))
    one, other = (Prepared(laid_out([*frame, *sentences(number, 10)]), stops) for number in (4, 5))
    likeness = compare(one, other)
    assert likeness.best.share < 0.15, "all that they share is the form's"
    assert likeness.one.runs < 0.4 * len(one.runs)
    assert compare(Prepared(one.text), Prepared(other.text)).best.share > 0.6


def test_runs_across_masks_do_not_count() -> None:
    masked = laid_out(WHOLE).replace("了", "XX")
    one, whole = sides(masked, laid_out(WHOLE))
    assert one.share > 0.99, "what stands across a mask is neither common nor lacking"
    assert one.runs < len(Prepared(masked).runs)
    cut, _ = sides(laid_out(WHOLE).replace("了", ""), laid_out(WHOLE))
    assert cut.share < one.share
    assert whole.share < one.share


@table(
    ("one", "other"),
    [
        ("", ""),
        ("", "今年以来镇党委"),
        ("甲", "甲"),
        ("甲乙丙丁", "甲乙丙丁"),
        ("XX", "今年以来镇党委"),
        ("PPT" * 50, "a"),
    ],
)
def test_without_a_run_nothing_is_in_common(one: str, other: str) -> None:
    first, second = sides(one, other)
    assert (first.share, second.share, first.core) == (0.0, 0.0, 0.0)
