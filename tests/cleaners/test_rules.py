"""Every rule of the recipe: its examples, its counter-examples, twice as good as once, quick on nasty input."""


from functools import partial

import pytest

from cleaners.edits import apply, undo
from cleaners.rules import recipe
from cleaners.rules.recipe import RULES, rules_for
from cleaners.rules.rule import Change, Context, Rule
from tests.tables import table
from tests.timing import assert_quick

EXAMPLES = [(rule, before, after) for rule in RULES for before, after in rule.examples]
COUNTER_EXAMPLES = [(rule, text) for rule in RULES for text in rule.counter_examples]
NASTY = {
    "blanks": " " * 100_000,
    "no-break blanks": "\u00a0" * 100_000 + "x",
    "line feeds": "\n" * 50_000,
    "one character": "宣" * 100_000,
    "brackets": "（" * 100_000,
    "digits": "1" * 100_000,
    "tags": "<" * 100_000,
    "half words": "文章转载" * 25_000,
    "labels": "来源: " * 25_000,
    "steps": "首页 > " * 20_000,
    "tail words": "分享 收藏 " * 16_000,
    "tail lines": "回复\n" * 30_000,
    "feet above a text": "今年以来，全镇干部职工团结一心，各项重点工作有序推进，取得成效。\n"
    + "关于我们\n" * 5_000 + "今年以来，全镇干部职工团结一心，各项重点工作有序推进，取得成效。",
    "floor heads": "发表于 2021-1-2 22:08\n" * 5_000,
    "fields": "ID:1 " * 20_000,
    "jammer": "! a" * 33_000,
    "enumerators": "一、总结。 " * 16_000,
    "titles": "工作总结 " * 20_000,
    "zero width": "宣\u200b" * 20_000,
    "closing tags": "宣</p>" * 20_000,
    "style sheet": "a{b:c;" * 16_000,
    "properties": "@page {a:b" + "c:d" * 30_000,
    "variables": "{{ a }} " * 12_000,
}
FAMILIES = ("discuz", "wenku", "dump")


@table(
    ("rule", "before", "after"), EXAMPLES, ids=[f"{rule.name}-{n}" for n, (rule, _, _) in enumerate(EXAMPLES)]
)
def test_an_example_comes_out(rule: Rule, before: str, after: str) -> None:
    text, edits = apply(before, (rule,), rule.context)
    assert text == after
    assert undo(text, edits) == before
    assert {edit.rule for edit in edits} == {rule.name}
    assert apply(after, (rule,), rule.context) == (after, ())


@table(
    ("rule", "text"), COUNTER_EXAMPLES, ids=[f"{rule.name}-{n}" for n, (rule, _) in enumerate(COUNTER_EXAMPLES)]
)
def test_a_counter_example_stays(rule: Rule, text: str) -> None:
    assert apply(text, (rule,), rule.context) == (text, ())


def found_by(rule: Rule, text: str, context: Context) -> int:
    return len(list(rule.find(text, context)))


@table("name", NASTY)
def test_nasty_input_is_quick(name: str) -> None:
    for family in FAMILIES:
        context = Context(family=family, title="宣传思想工作总结和计划", is_dump=True)
        for rule in RULES:
            assert_quick(partial(found_by, rule, NASTY[name], context), seconds=0.5, name=rule.name)


def test_names_are_unique() -> None:
    assert len({rule.name for rule in RULES}) == len(RULES)


@pytest.mark.parametrize(
    ("family", "is_dump", "has", "has_not"),
    [
        ("discuz", True, {"discuz-head", "counters-line", "tail-disclaimer"}, {"portal-head"}),
        (
            "discuz",
            False,
            {"leading-title", "layout"},
            {"discuz-head", "counters-line", "like-tail", "tail-disclaimer", "word-count-claim", "wechat-tail"},
        ),
        ("wenku", True, {"portal-head", "collapsed-paragraphs"}, {"discuz-tail"}),
        ("phpwind", False, {"leading-title", "phpwind-edit-note"}, {"tail-disclaimer", "contributed-disclaimer"}),
        ("generic", False, {"leading-title", "tail-disclaimer"}, {"breadcrumb", "leading-subtitle"}),
        ("dump", True, {"leading-subtitle", "breadcrumb"}, {"portal-head", "discuz-tail"}),
    ],
)
def test_rules_are_for_families(family: str, is_dump: bool, has: set[str], has_not: set[str]) -> None:
    names = {rule.name for rule in rules_for(Context(family=family, is_dump=is_dump))}
    assert has <= names
    assert not has_not & names


def test_the_digest_changes_with_a_version(monkeypatch: pytest.MonkeyPatch) -> None:
    before = recipe.digest()
    raised = Rule(
        name=RULES[0].name, version=RULES[0].version + 1, reason="r", families=frozenset(), find=lambda t, c: (),
        examples=(("a", "b"), ("c", "d")), counter_examples=("e", "f"),
    )  # fmt: skip
    monkeypatch.setattr(recipe, "RULES", (raised, *RULES[1:]))
    recipe.digest.cache_clear()
    after = recipe.digest()
    recipe.digest.cache_clear()
    assert before != after
    assert len(after) == len(before) == 12


@pytest.mark.parametrize(
    "lacking", [{"examples": (("a", "b"),)}, {"counter_examples": ("a",)}, {"reason": ""}, {"version": 0}]
)
def test_a_rule_without_grounds_is_refused(lacking: dict[str, object]) -> None:
    sound: dict[str, object] = {
        "name": "x", "version": 1, "reason": "r", "families": frozenset(),
        "find": lambda t, c: [Change(start=0, end=0)],
        "examples": (("a", "b"), ("c", "d")), "counter_examples": ("e", "f"),
    }  # fmt: skip
    with pytest.raises(ValueError, match="rule x"):
        Rule(**(sound | lacking))  # type: ignore[arg-type]
