"""Where a text belongs among reports: it joins one, shows two to be one, holds several, or is new."""

from archive.likeness.judge import Kind
from archive.likeness.prepared import Prepared
from archive.stars import MOST_SIBLINGS, Place, Star, place
from tests.archive.made_reports import compilation, laid_out, made, sentences, sibling
from tests.tables import table

WHOLE = sentences(1, 40)
TEXT = laid_out(WHOLE)
YEAR = f"在2020年全镇共举办读书交流会与座谈会。\n{TEXT}"
LATER = YEAR.replace("2020", "2021")


def placed(text: str, *known: str, parted: frozenset[int] = frozenset()) -> Place:
    """Place a text among reports numbered from 1; their texts are numbered from 101."""
    stars = (
        Star(report_id=number, text_id=100 + number, prepared=Prepared(one))
        for number, one in enumerate(known, start=1)
    )
    return place(Prepared(text), stars, parted=parted)


def told(found: Place) -> tuple[int | None, list[int], dict[str, list[int]]]:
    """Tell a place in numbers: the report joined, those that are the same, and the others by kind."""
    return (
        found.joins.star.report_id if found.joins else None,
        [one.star.report_id for one in found.also],
        {kind.value: [one.star.report_id for one in others] for kind, others in found.related.items()},
    )


A, B = made(2, 30), made(3, 30)
THREE = (made(21, 18), made(22, 18), made(23, 18))
GREAT, SMALL = made(31, 40), (made(32, 9), made(33, 9))
MOSTLY, HEADLESS = compilation(GREAT, *SMALL), "\n".join((GREAT, *SMALL))
HALVES = laid_out(WHOLE[:20]), laid_out(WHOLE[20:])
Case = tuple[str, str, tuple[str, ...], tuple[int | None, list[int], dict[str, list[int]]]]
CASES: list[Case] = [
    ("no reports", TEXT, (), (None, [], {})),
    ("others only", TEXT, (A, B), (None, [], {})),
    ("a copy", TEXT.replace("，", ","), (A, TEXT, B), (2, [], {})),
    ("a copy and a cut copy of it", TEXT, (laid_out(WHOLE[:34]), TEXT), (1, [2], {})),
    ("the nearest of two", HALVES[0], (laid_out([*WHOLE[:16], *sentences(9, 6)]), TEXT), (2, [], {})),
    ("a part of which another report has other figures", laid_out(YEAR.split("\n")[:7]),
     (YEAR, f"{laid_out(LATER.split(chr(10))[:7])}\n{laid_out(sentences(9, 14))}"), (1, [], {})),
    ("two reports that are one", TEXT, (laid_out(WHOLE[:30]), laid_out(WHOLE[8:])), (1, [2], {})),
    ("two unrelated reports side by side", A + "\n" + B, (A, B), (None, [], {"contains": [1, 2]})),
    ("three in a row", "\n".join(THREE), THREE, (None, [], {"contains": [1, 2, 3]})),
    ("a second copy of such a collection", f"{A}\n{B}", (A, B, f"{A}。\n{B}"), (3, [], {"contains": [1, 2]})),
    ("a collection that is cut short", A + B[:500], (A, B, A + B), (3, [], {"contains": [1, 2]})),
    ("an excerpt that two reports quote", laid_out(sentences(5, 12)),
     (laid_out([*sentences(6, 12), *sentences(5, 12)]), laid_out([*sentences(5, 12), *sentences(7, 12)])), (1, [], {})),
    ("a compilation", compilation(A, B, made(4, 30)), (A, B, TEXT), (None, [], {"contains": [1, 2]})),
    ("an item", A, (compilation(A, B, made(4, 30)), TEXT), (None, [], {"inside": [1]})),
    ("an item that is most of its compilation", GREAT, (MOSTLY,), (None, [], {"inside": [1]})),
    ("such a compilation after its item", MOSTLY, (GREAT,), (None, [], {"contains": [1]})),
    ("such a compilation without its headings", HEADLESS, (MOSTLY,), (1, [], {})),
    ("an edition", LATER, (YEAR,), (None, [], {"edition": [1]})),
    ("a copy of one of two editions", LATER.replace("，", ","), (YEAR, LATER), (2, [], {"edition": [1]})),
    ("a copy with a masked year makes no two editions one", YEAR.replace("2020", "20XX"), (YEAR, LATER), (1, [], {})),
    ("a bridge between siblings", sibling(1, 99, own=20, common=20), (TEXT, laid_out(sentences(99, 40))),
     (None, [], {"sibling": [1, 2]})),
]  # fmt: skip


@table(("name", "text", "known", "expected"), CASES, ids=[row[0] for row in CASES])
def test_a_text_finds_its_place(
    name: str, text: str, known: tuple[str, ...], expected: tuple[int | None, list[int], dict[str, list[int]]]
) -> None:
    assert told(placed(text, *known)) == expected, name


def test_what_a_person_parted_is_not_joined() -> None:
    assert told(placed(TEXT, TEXT, parted=frozenset({1}))) == (None, [], {})
    assert told(placed(TEXT, TEXT, laid_out(WHOLE[:34]), parted=frozenset({1})))[0] == 2


def test_of_equals_the_oldest_is_joined() -> None:
    assert told(placed(TEXT, TEXT, TEXT, TEXT))[:2] == (1, [2, 3])


def test_of_many_siblings_the_nearest_are_kept() -> None:
    known = [sibling(1, 80 + number, own=20 + number, common=20) for number in range(MOST_SIBLINGS + 4)]
    found = placed(TEXT, *known)
    kept = found.related[Kind.SIBLING]
    assert len(kept) == MOST_SIBLINGS
    measures = [round(one.judged.measure, 2) for one in kept]
    assert measures == sorted(measures, reverse=True)
    assert 1 in {one.star.report_id for one in kept}


def test_a_source_says_that_it_holds_the_known_text() -> None:
    found = placed(TEXT, HALVES[0])
    assert found.joins is not None
    assert found.joins.judged.kind is Kind.SOURCE
    assert told(found)[0] == 1
