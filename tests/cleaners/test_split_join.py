"""Compilations over several pages, and the way back: what was cut too early is put together before pages are joined."""

from dataclasses import replace
from random import Random

import pytest

from cleaners.edits import apply, apply_more, undo
from cleaners.join import join
from cleaners.outcome import Outcome, State
from cleaners.page import Media, Page
from cleaners.read import read
from cleaners.reading import Edit, Entry, Link, Links, PageKind, PlatformGuess, Reading
from cleaners.rules.rule import Change, Context, Rule
from cleaners.split.documents import split_reading, stands_alone, unsplit
from cleaners.split.slices import sliced
from tests.cleaners.split.bodies import body
from tests.tables import table

TITLE = "护林防火工作总结（精选3篇）"
KEY = "url:docs.example/7.html"


def page(number: int, text: str, *, pages: int | None = None, **more: object) -> Reading:
    entry = Entry(position=1, title=TITLE, title_from="heading", text=text)
    made = Reading(
        platform=PlatformGuess(family="generic"), page_kind=PageKind.ARTICLE, outcome=Outcome(state=State.READ),
        document_key=KEY, title=TITLE, page=number, pages=pages, entries=(entry,),
    )  # fmt: skip
    return replace(made, **more)  # type: ignore[arg-type]  # fields of a test


def item(number: int) -> str:
    return f"护林防火工作总结 篇{number}\n{body('report', 600 + number)}"


def titles(reading: Reading) -> list[str | None]:
    return [entry.title for entry in reading.entries]


NAMES = [f"护林防火工作总结 篇{number}" for number in (1, 2, 3)]


def test_pages_are_split_when_they_are_joined() -> None:
    joined = join([page(number, item(number), pages=3) for number in (1, 2, 3)])
    assert titles(joined) == NAMES
    assert [entry.text for entry in joined.entries] == [body("report", 600 + number) for number in (1, 2, 3)]
    assert (joined.facts.compilation, joined.facts.compilation_found) == ("split", 3)


def test_a_text_that_goes_on_over_a_page_is_one_item() -> None:
    text = f"{item(1)}\n{item(2)}\n{item(3)}"
    cut = text.index("篇2") + 300
    joined = join([page(1, text[:cut], pages=2), page(2, text[cut:], pages=2)])
    assert titles(joined) == NAMES
    assert "".join(undo(entry.text, entry.edits) for entry in joined.entries) == text


def test_a_heading_at_a_page_s_head_stands_alone_though_the_page_above_ends_without_a_stop() -> None:
    first = f"{item(1)}\n柳林镇林业站"
    joined = join([page(1, first, pages=2), page(2, item(2), pages=2)])
    assert titles(joined) == NAMES[:2]
    assert joined.entries[0].text.endswith("\n柳林镇林业站")


@pytest.mark.parametrize("more", [
    {"pages": 3}, {"page": 2}, {"links": Links(pages=(Link(url="http://docs.example/7_2.html", key=KEY, page=2),))},
])  # fmt: skip
def test_a_page_of_several_is_left_whole(more: dict[str, object]) -> None:
    made = replace(page(1, f"{item(1)}\n{item(2)}"), **more)  # type: ignore[arg-type]  # fields of a test
    assert not stands_alone(made)


@pytest.mark.parametrize("keys", [(), ("url:docs.example/8.html",)])
def test_a_page_that_knows_of_no_other_stands_alone(keys: tuple[str, ...]) -> None:
    links = tuple(Link(url="http://docs.example/8.html", key=key, page=2) for key in keys)
    assert stands_alone(page(1, "", links=Links(pages=links)))


def test_a_single_page_is_split_when_it_is_joined_alone() -> None:
    assert titles(join([page(1, f"{item(1)}\n{item(2)}")])) == NAMES[:2]


def test_a_page_that_was_split_too_early_is_put_together_first() -> None:
    early = split_reading(page(1, f"{item(1)}\n{item(2)}"))
    assert len(early.entries) == 2
    late = page(2, item(3), pages=2)
    joined = join([early, late])
    assert joined == join([page(1, f"{item(1)}\n{item(2)}"), late])
    assert titles(joined) == NAMES


def test_what_was_split_and_is_no_compilation_with_its_other_pages_is_one_text() -> None:
    early = split_reading(page(1, f"{item(1)}\n{item(2)}"))
    joined = join([early, page(2, f"{item(4)}\n{item(5)}", pages=2)])
    assert (len(joined.entries), joined.facts.compilation, joined.facts.compilation_found) == (1, "suspected", None)
    assert joined.entries[0].title == TITLE


READINGS = "某(mǒu)"
"""Damage in headings and texts that an earlier rule takes out."""
PINYIN = Rule(
    name="pinyin", version=1, reason="For this test.", families=frozenset(),
    find=lambda text, context: [
        Change(start=at, end=at + 5) for at in range(len(text)) if text.startswith("(mǒu)", at)
    ],
    examples=(("某(mǒu)", "某"),) * 2, counter_examples=("某", "某"),
)  # fmt: skip
MENDED = Rule(
    name="shifted", version=1, reason="For this test.", families=frozenset(),
    find=lambda text, context: [Change(start=at, end=at + 1, put="总") for at, c in enumerate(text) if c == "?"],
    examples=(("?", "总"),) * 2, counter_examples=("某", "某"),
)  # fmt: skip


def damaged(number: int) -> str:
    return f"护林{READINGS}防火工作?结 篇{number}\n{READINGS}镇?体情况良好。{body('report', 610 + number)}"


def cleaned(shown: str) -> Reading:
    text, edits = apply(shown, [PINYIN, MENDED], Context(family="generic"))
    made = page(1, text)
    return replace(made, entries=(replace(made.entries[0], edits=edits),))


def test_edits_inside_headings_are_kept_with_their_items_and_come_back() -> None:
    shown = "\n".join(map(damaged, (1, 2, 3)))
    whole = cleaned(shown)
    reading = split_reading(whole)
    assert titles(reading) == [f"护林某防火工作总结 篇{number}" for number in (1, 2, 3)]
    assert [undo(entry.text, entry.edits) for entry in reading.entries] == [
        damaged(1), *(f"\n{damaged(number)}" for number in (2, 3))
    ]  # fmt: skip
    assert {"pinyin", "compilation-heading"} <= {name for e in reading.entries[1].edits for name in e.rule.split("+")}
    (entry,) = unsplit(reading, title_from="heading").entries
    assert entry.text == whole.entries[0].text
    assert undo(entry.text, entry.edits) == shown
    assert {name for edit in entry.edits for name in edit.rule.split("+")} == {"pinyin", "shifted"}


@table("seed", range(200))
def test_slices_add_up_whatever_the_edits(seed: int) -> None:
    chance = Random(seed)  # noqa: S311 - made-up edits need no secrets
    shown = "".join(chance.choice("甲乙丙丁\n") for _ in range(60))
    edits: list[Edit] = []
    at = 0
    while (at := at + chance.randint(1, 9)) < len(shown):
        taken = shown[at : at + chance.randint(0, 4)]
        put = "".join(chance.choice("戊己\n") for _ in range(chance.choice((0, 0, 1, 3, 12))))
        edits += [Edit(rule=f"r{seed}", start=at, taken=taken, put=put)] if taken != put else []
        at += len(taken)
    text = shown
    for edit in reversed(edits):
        text = text[: edit.start] + edit.put + text[edit.start + len(edit.taken) :]
    places = [0, *sorted(chance.sample(range(1, len(text)), 3))]
    pieces = sliced(shown, text, edits, places)
    assert "".join(piece.text for piece in pieces) == text
    assert "".join(piece.shown for piece in pieces) == shown
    assert [undo(piece.text, piece.edits) for piece in pieces] == [piece.shown for piece in pieces]


def test_further_rules_give_what_all_rules_at_once_give() -> None:
    shown = damaged(1)
    text, edits = apply(shown, [PINYIN], Context(family="generic"))
    more = apply_more(shown, text, edits, rules=[MENDED], context=Context(family="generic"))
    assert more == apply(shown, [PINYIN, MENDED], Context(family="generic"))


def test_a_cut_page_s_last_item_alone_is_cut() -> None:
    made = page(1, f"{item(1)}\n{item(2)}")
    cut = replace(made.entries[0], facts=replace(made.entries[0].facts, truncated=True))
    entries = split_reading(replace(made, entries=(cut,))).entries
    assert [entry.facts.truncated for entry in entries] == [False, True]


def test_the_title_of_a_page_is_the_repaired_one() -> None:
    shown = "\n".join([f"{TITLE}", item(1), item(2), item(3)])
    assert read(Page(body=shown.encode(), media=Media.TEXT)).title == TITLE
