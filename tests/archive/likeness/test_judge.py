"""What a text is to a known one: each kind, and the near misses on either side of it."""

from collections.abc import Callable

from archive.likeness.grams import Lookup, distinct
from archive.likeness.judge import Judged, Kind, judge
from archive.likeness.prepared import Prepared
from tests.archive.made_reports import compilation, laid_out, made, numbered, sentences, sibling
from tests.tables import table

WHOLE = sentences(1, 40)
TEXT = laid_out(WHOLE)
TURNED = {Kind.EXCERPT: Kind.SOURCE, Kind.SOURCE: Kind.EXCERPT, Kind.CONTAINS: Kind.INSIDE, Kind.INSIDE: Kind.CONTAINS}


def kind(new: str, known: str) -> Kind | None:
    """Judge two texts both ways round; fail where the two do not say the same."""
    found = both(new, known)[0]
    return None if found is None else found.kind


def both(new: str, known: str) -> tuple[Judged | None, Judged | None]:
    one, other = judge(Prepared(new), Prepared(known)), judge(Prepared(known), Prepared(new))
    assert (one is None) == (other is None)
    if one is not None and other is not None:
        assert other.kind is TURNED.get(one.kind, one.kind)
        assert (other.own_share, other.known_share) == (one.known_share, one.own_share)
    return one, other


def reworded(every: int) -> str:
    """Change a word in every so many sentences."""
    return laid_out([one if at % every else f"{one[:6]}改进{one[8:]}" for at, one in enumerate(WHOLE)])


def without(*gone: int) -> str:
    return laid_out([one for at, one in enumerate(WHOLE) if at not in gone])


SAME: list[tuple[str, str]] = [
    ("itself", TEXT),
    ("marks and wraps", TEXT.replace("，", ",\n").replace("。", ". ")),
    ("a word changed in each third sentence", reworded(3)),
    ("a word changed in each sentence", reworded(1)),
    ("masked", TEXT.replace("村", "X").replace("院", "*").replace("了", "××")),
    ("masked figures", "".join("X" if one.isdigit() else one for one in TEXT)),
    ("paragraphs in another order", laid_out([*WHOLE[20:28], *WHOLE[:20], *WHOLE[28:]])),
    ("sentences left out all over", without(*range(3, 38, 6))),
    ("a first sentence less", without(0)),
    ("a short head of its own", f"关于报送有关材料的函\n{TEXT}"),
    ("a notice of a site behind it", f"{TEXT}\n本文来自网友上传，仅供学习参考，转载请注明出处，谢谢大家支持。"),
]  # fmt: skip


@table(("name", "text"), SAME, ids=[row[0] for row in SAME])
def test_a_copy_is_the_same_report(name: str, text: str) -> None:
    assert kind(text, TEXT) is Kind.SAME, name


EXCERPTS = [
    ("the first half", laid_out(WHOLE[:20])),
    ("the second half", laid_out(WHOLE[20:])),
    ("the middle", laid_out(WHOLE[12:30])),
    ("a quarter", laid_out(WHOLE[:10])),
    ("the first half, re-worded", laid_out([f"{one[:6]}改进{one[8:]}" for one in WHOLE[:20]])),
    ("all but the last six sentences", laid_out(WHOLE[:34])),
]  # fmt: skip


@table(("name", "text"), EXCERPTS, ids=[row[0] for row in EXCERPTS])
def test_what_lacks_an_end_is_an_excerpt(name: str, text: str) -> None:
    assert kind(text, TEXT) is Kind.EXCERPT, name
    found = both(text, TEXT)[0]
    assert found is not None
    assert found.own_share > 0.6
    assert found.known_span[1] - found.known_span[0] < 0.95


def test_a_span_says_where_the_excerpt_stands() -> None:
    found = both(laid_out(WHOLE[10:30]), TEXT)[0]
    assert found is not None
    assert 0.2 < found.known_span[0] < 0.3
    assert 0.7 < found.known_span[1] < 0.8
    assert found.own_span == (0.0, 1.0)


FORM = "兹证明东岭村张某全年参加义务植树与河道清淤，表现良好，特此证明，望有关单位予以接洽为荷。"


def filled(number: int) -> str:
    """Fill in a form of which half is printed: what is filled in differs in each sentence."""
    frame, own = sentences(70, 14), sentences(number, 14)
    return laid_out([part for pair in zip(frame, own, strict=True) for part in pair])


APART: list[tuple[str, Callable[[], tuple[str, str]], Kind | None]] = [
    ("other subjects", lambda: (made(2, 40), TEXT), None),
    ("a quotation of two sentences", lambda: (laid_out(WHOLE[10:12]), TEXT), Kind.SIBLING),
    ("two sentences quoted in another report", lambda: (laid_out([*sentences(2, 20), *WHOLE[10:12]]), TEXT), None),
    ("a form filled in otherwise", lambda: (filled(71), filled(72)), Kind.SIBLING),
    ("half of the sentences are another's", lambda: (sibling(1, 99, own=20, common=20), TEXT), Kind.SIBLING),
    ("a third of the sentences are another's", lambda: (sibling(1, 99, own=24, common=12), TEXT), Kind.SIBLING),
    ("a short form with another name", lambda: (FORM + sentences(3, 1)[0], FORM + sentences(4, 1)[0]), Kind.SIBLING),
]  # fmt: skip


@table(("name", "texts", "expected"), APART, ids=[row[0] for row in APART])
def test_what_is_not_one_report_stays_apart(
    name: str, texts: Callable[[], tuple[str, str]], expected: Kind | None
) -> None:
    assert kind(*texts()) is expected, name


def test_other_figures_make_an_edition_and_masked_ones_do_not() -> None:
    year = f"在2020年全镇共举办读书交流会与座谈会。\n{TEXT}"
    assert kind(year.replace("2020", "2021"), year) is Kind.EDITION
    assert kind(year.replace("2020", "20XX"), year) is Kind.SAME
    assert kind(year.replace("2020", "２０２０"), year) is Kind.SAME
    assert kind(laid_out([*WHOLE[:20]]), TEXT.replace(WHOLE[0], "", 1)) is Kind.EXCERPT
    half = f"在2021年全镇共举办读书交流会与座谈会。\n{laid_out(WHOLE[:20])}"
    assert kind(half, year) is Kind.EDITION, "an excerpt with another year is no excerpt"


ITEMS = [made(number, 24) for number in (1, 2, 3)]
BOOK = compilation(*ITEMS)


@table(
    ("name", "text", "known", "expected"),
    [
        ("first item", ITEMS[0], BOOK, Kind.INSIDE),
        ("last item", ITEMS[2], BOOK, Kind.INSIDE),
        ("more than the item", TEXT, BOOK, Kind.INSIDE),
        ("half of an item", laid_out(sentences(2, 12)), BOOK, Kind.INSIDE),
        ("an item, masked", ITEMS[1].replace("了", "X").replace("和", "*"), BOOK, Kind.INSIDE),
        ("a collection that cut its item short", made(5, 40), compilation(made(4), made(5, 20), made(6)), Kind.INSIDE),
        ("an item of many", made(7, 24), numbered(*map(made, range(12))), Kind.INSIDE),
        ("no item of it", made(9, 24), BOOK, None),
        ("spread over its items", laid_out([*sentences(1, 8), *sentences(2, 8), *sentences(3, 8)]), BOOK, None),
        ("two collections that share an item", compilation(made(1), made(4), made(5)), BOOK, Kind.SIBLING),
        ("a collection and a longer one", numbered(*ITEMS), numbered(*map(made, range(1, 9))), None),
    ],
)  # fmt: skip
def test_a_compilation_holds_its_items_and_is_none_of_them(
    name: str, text: str, known: str, expected: Kind | None
) -> None:
    found = kind(text, known)
    assert found is expected or (expected is not Kind.INSIDE and found in {None, Kind.SIBLING}), name


def test_formulae_prove_nothing_once_they_are_known() -> None:
    frame = sentences(70, 14)
    stops = Lookup(distinct(Prepared(laid_out(frame)).runs))
    one, other = (Prepared(laid_out([*frame, *sentences(number, 5)]), stops) for number in (71, 72))
    assert judge(one, other) is None
    unknowing = judge(Prepared(one.text), Prepared(other.text))
    assert unknowing is not None, "without them it looks like one report, or nearly"


@table(
    ("one", "other"),
    [("", ""), ("", TEXT), ("XX" * 500, TEXT), ("PPT " * 500, TEXT), ("一" * 1000, TEXT), ("见附件", TEXT)],
)
def test_a_text_without_words_is_nothing_to_another(one: str, other: str) -> None:
    assert kind(one, other) is None


def test_long_runs_of_one_character_are_alike_and_no_trouble() -> None:
    assert kind("一" * 5000, "一" * 5000) is Kind.SAME
