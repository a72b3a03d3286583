"""All that a text says of itself, together: on the five seeds, on a masked text, and in good time."""

import dataclasses
from functools import partial
from pathlib import Path

import pytest

from cleaners.as_json import public_entry_facts
from cleaners.entries import sort_drafts
from cleaners.facts.entry import entry_facts
from cleaners.facts.plain import plain_of
from cleaners.page import HostRule, Media, Page
from cleaners.platforms.platform import Draft
from cleaners.read import read
from cleaners.reading import Edit, PageKind
from cleaners.rules.rule import Context
from cleaners.text_facts import EntryFacts, GenreSign
from tests.timing import assert_quick

SEEDS = Path(__file__).parents[2].parent / "shared" / "seeds"
WHAT_THE_README_TELLS = [
    ("000", 0, ("2020", "2021"), "总结", ()),
    ("001", 0, ("2020",), "总结", ()),
    ("002", 0, ("2020",), "自查", ("2018 this year",)),
    ("002", 1, ("2019", "2020"), "自查", ("text says 2019", "plans for 2019", "(2018)")),
    ("002", 2, ("2020",), "自查", ("2016 to 2018",)),
    ("003", 0, ("2022", "2023"), "总结", ("党史学习教育 (2021)",)),
    ("004", 0, (), "汇报", ("forward to a congress",)),
]


@pytest.mark.shared
@pytest.mark.skipif(not SEEDS.is_dir(), reason="the seeds are not at hand")
@pytest.mark.parametrize(("seed", "at", "period", "genre", "conflicts"), WHAT_THE_README_TELLS)
def test_what_a_reader_is_told_of_the_seeds(
    seed: str, at: int, period: tuple[str, ...], genre: str, conflicts: tuple[str, ...]
) -> None:
    path = next(SEEDS.glob(f"{seed}_*.txt"))
    facts = read(Page(body=path.read_bytes(), media=Media.TEXT)).entries[at].facts
    assert (facts.period, facts.genre, len(facts.period_conflict)) == (period, genre, len(conflicts))
    assert [words for words, said in zip(conflicts, facts.period_conflict, strict=True) if words not in said] == []


def test_a_masked_text() -> None:
    text = "20XX年,XX县***同志召开XX人次会议,教育*员,投入资金万元。\n特此报告。"
    facts = entry_facts(text, title="XX县总结")
    assert (facts.masks, facts.mask_kinds) == (
        (("XX", 2), ("*", 1), ("***", 1)),
        (("leader", 1), ("place", 1), ("number", 1), ("unknown", 1)),
    )
    assert (facts.open_years, facts.period, facts.genre) == ((("20XX", 1),), (), "总结")
    assert [(one.frame, one.count, one.hint) for one in facts.censored] == [("*员", 1, "党员")]
    assert [one.words for one in facts.broken_numbers] == ["万元"]
    assert [flag.name for flag in facts.flags] == ["censored"]


def test_signs_are_told_in_the_script_of_the_page() -> None:
    text = "現將2020年工作情況彙報如下,請各單位認真學習貫徹。"
    assert entry_facts(text).genre_from == GenreSign(where="text", words="彙報如下", start=11)
    assert entry_facts(text, title="自查報告").genre_from == GenreSign(where="title", words="自查報告", start=0)


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("總結報告", "总结报告"),
        ("計劃講話", "计划讲话"),
        ("彙報、匯報", "汇报、汇报"),
        ("領導幹部黨員", "领导干部党员"),
        ("爲羣衆", "为群众"),
    ],
)
def test_words_are_looked_up_in_simplified_characters(text: str, plain: str) -> None:
    assert plain_of(text, "traditional") == plain
    assert plain_of(text, "simplified") == text


def test_readings_taken_by_the_rule_are_counted() -> None:
    edits = (Edit(rule="pinyin", start=2, taken="(tài)"), Edit(rule="other", start=9, taken="(tài)"))
    assert entry_facts("", edits=edits).pinyin_annotations == 1


def test_an_ordinary_text_has_no_flags() -> None:
    text = "今年以来,我镇高度重视安全生产工作,层层压实责任。\n一、加强领导\n开了三次会,排查隐患12处,整改率100%。"
    facts = entry_facts(text, title="安全生产工作总结", published="2021-01-02")
    assert facts == EntryFacts(
        script="simplified", genre="总结", genre_from=GenreSign(where="title", words="总结", start=6)
    )


def test_facts_as_json_count_by_name() -> None:
    given = public_entry_facts(entry_facts("20XX年,XX县开会。2020年,又开会。", title="20XX年总结"))
    assert (given["masks"], given["mask_kinds"], given["open_years"]) == ({"XX": 1}, {"place": 1}, {"20XX": 1})
    assert [("is_in_title" in span, span["year"]) for span in given["period_spans"]] == [
        (True, "20XX"),
        (False, "20XX"),
        (False, "2020"),
    ]
    assert set(given) == {field.name for field in dataclasses.fields(EntryFacts)}


def test_an_ordinary_text_is_looked_at_in_a_moment() -> None:
    text = "今年以来,我镇高度重视安全生产工作,层层压实责任,2020年排查隐患12处。\n" * 80

    def often() -> None:
        for _ in range(20):
            entry_facts(text, title="2020年安全生产工作总结", published="2021-01-02")

    assert_quick(often, seconds=0.1)


def test_nasty_texts_are_quick() -> None:
    for nasty in ("", "\n" * 20_000, "年" * 20_000, "2020年" * 4_000, "XX" * 5 + "县" * 20_000, "總" * 20_000):
        assert_quick(partial(entry_facts, nasty, title=nasty[:200], published="2020"), seconds=0.8, name=nasty[:9])


def test_the_rules_know_of_a_draft_all_that_is_known_of_its_page(monkeypatch: pytest.MonkeyPatch) -> None:
    known: list[Context] = []
    page = Context(
        family="f", title="t", position=7, is_dump=True, host_rules=(HostRule(name="n", words="w"),), published="2020"
    )
    assert all(getattr(page, one.name) != one.default for one in dataclasses.fields(Context))

    def applied(shown: str, rules: object, context: Context) -> tuple[str, tuple[Edit, ...]]:
        known.append(context)
        return shown, ()

    monkeypatch.setattr("cleaners.entries.apply", applied)
    sort_drafts([Draft(position=2, shown="。", title="二")], page, PageKind.ARTICLE)
    assert known == [dataclasses.replace(page, title="二", position=2)]
