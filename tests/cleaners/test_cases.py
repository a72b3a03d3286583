"""The cases filed by provenance, each through the whole recipe; every rule has one that turns red when it is off."""

from functools import cache

import pytest

from cleaners.edits import apply, undo
from cleaners.rules.recipe import RULES, rules_for
from cleaners.rules.rule import Context, Rule
from tests.cleaners.cases import PROVENANCES, Case, cases
from tests.tables import table

MENDED = [*cases("seen"), *cases("synthetic")]
NEGATIVE = cases("negative")
UNSOLVED = cases("known_failures")
NAMES = {rule.name for rule in RULES}
UNGUARDED: tuple[str, ...] = ()
"""Rules whose examples other rules mend as well; a case of theirs is to be filed."""


def names(case: Case) -> str:
    return f"{case.where} {case.label}"


def cleaned(text: str, context: Context, *, off: str | None = None) -> tuple[str, set[str]]:
    """Give the cleaned text and the rules that worked on it, one rule switched off."""
    on = [rule for rule in rules_for(context) if rule.name.partition(":")[0] != off]  # `host:NAME` is of rule `host`
    text, edits = apply(text, on, context)
    return text, {name for edit in edits for name in edit.rule.split("+")}


@table("case", MENDED, ids=names)
def test_a_damaged_text_is_mended(case: Case) -> None:
    text, edits = apply(case.before, rules_for(case.context), case.context)
    assert text == case.wanted
    assert set(case.rules) <= {name for edit in edits for name in edit.rule.split("+")}
    assert undo(text, edits) == case.before
    assert cleaned(text, case.context)[0] == text, "not idempotent"


@table("case", MENDED, ids=names)
def test_the_case_turns_red_without_its_rule(case: Case) -> None:
    assert case.rules, "a case names the rules that it guards"
    for rule in case.rules:
        assert cleaned(case.before, case.context, off=rule)[0] != case.wanted, rule


@table("case", NEGATIVE, ids=names)
def test_what_only_looks_alike_stays(case: Case) -> None:
    assert cleaned(case.before, case.context) == (case.wanted, set())


@pytest.mark.parametrize("case", [pytest.param(case, marks=pytest.mark.xfail(strict=True, reason=case.comment))
                                  for case in UNSOLVED], ids=names)  # fmt: skip
def test_a_known_failure_is_solved(case: Case) -> None:
    assert cleaned(case.before, case.context)[0] == case.wanted


def test_cases_are_sound() -> None:
    every = [case for provenance in PROVENANCES for case in cases(provenance)]
    labels = [case.label for case in every]
    assert sorted({label for label in labels if labels.count(label) > 1}) == []
    assert sorted({rule for case in every for rule in case.rules} - NAMES) == []
    assert [case.where for case in every if not case.comment] == []
    assert [case.where for case in NEGATIVE if case.after is not None] == []


@cache
def is_guarded(rule: Rule) -> bool:
    """Say whether one of a rule's examples comes out otherwise when only this rule is switched off."""
    context = rule.context
    return any(
        cleaned(before, context)[0] != cleaned(before, context, off=rule.name)[0] for before, _ in rule.examples
    )


def test_every_rule_turns_something_red_when_it_is_off() -> None:
    filed = {rule for case in MENDED for rule in case.rules}
    loose = [rule.name for rule in RULES if rule.name not in filed and not is_guarded(rule)]
    assert loose == list(UNGUARDED)
