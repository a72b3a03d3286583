"""Rules compose into edits of the shown text, and the shown text comes back exactly."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaners.edits import apply, undo
from cleaners.errors import EditMismatch
from cleaners.reading import Edit
from cleaners.rules.recipe import RULES
from cleaners.rules.rule import Change, Context, Rule

ANY = Context(family="generic")


def rule(name: str, *changes: tuple[int, int, str]) -> Rule:
    """A rule that makes the given changes wherever it is used: (start, end, put)."""
    return Rule(
        name=name, version=1, reason="for the test", families=frozenset(), examples=(("a", "b"), ("c", "d")),
        counter_examples=("e", "f"), find=lambda text, context: [Change(start=s, end=e, put=p) for s, e, p in changes],
    )  # fmt: skip


CASES = [
    ("one taken", "abcdef", [rule("x", (1, 3, ""))], "adef", [("x", 1, "bc", "")]),
    ("one put", "abc", [rule("x", (1, 1, "\n"))], "a\nbc", [("x", 1, "", "\n")]),
    ("in shown coordinates", "abcdef", [rule("x", (0, 2, "")), rule("y", (1, 2, "!"))], "c!ef",
     [("x", 0, "ab", ""), ("y", 3, "d", "!")]),
    ("what an earlier rule took stays its own", "abcdef", [rule("x", (2, 3, "")), rule("y", (1, 4, ""))], "af",
     [("y", 1, "b", ""), ("x", 2, "c", ""), ("y", 3, "de", "")]),
    ("what an earlier rule put is shared", "abcdef", [rule("x", (2, 3, "XY")), rule("y", (3, 5, "!"))], "abX!ef",
     [("x+y", 2, "cd", "X!")]),
    ("put and taken again is nothing", "abc", [rule("x", (1, 1, "\n")), rule("y", (1, 2, ""))], "abc", []),
    ("neighbours stay apart", "abcd", [rule("x", (1, 2, "")), rule("y", (1, 2, ""))], "ad",
     [("x", 1, "b", ""), ("y", 2, "c", "")]),
    ("two insertions at one place", "ab", [rule("x", (1, 1, "1")), rule("y", (2, 2, "2"))], "a12b",
     [("x+y", 1, "", "12")]),
    ("an insertion before an insertion", "ab", [rule("x", (1, 1, "1")), rule("y", (1, 1, "2"))], "a21b",
     [("y+x", 1, "", "21")]),
    ("the same again changes nothing", "abc", [rule("x", (1, 2, "b"))], "abc", []),
    ("a rule touching twice is named once", "abcd", [rule("x", (1, 2, "XX")), rule("y", (1, 2, "Y")),
     rule("y", (2, 3, "Z"))], "aYZcd", [("x+y", 1, "b", "YZ")]),
]  # fmt: skip


@pytest.mark.parametrize(("name", "shown", "rules", "text", "edits"), CASES, ids=[case[0] for case in CASES])
def test_rules_compose(
    name: str, shown: str, rules: list[Rule], text: str, edits: list[tuple[str, int, str, str]]
) -> None:
    found, made = apply(shown, rules, ANY)
    assert found == text
    assert [(edit.rule, edit.start, edit.taken, edit.put) for edit in made] == edits
    assert undo(found, made) == shown


@pytest.mark.parametrize(
    ("changes"),
    [((2, 4, ""), (3, 5, "")), ((3, 5, ""), (0, 1, "")), ((2, 1, ""),), ((0, 99, ""),)],
    ids=["overlapping", "out of order", "backwards", "outside"],
)
def test_a_rule_that_breaks_its_promise_is_named(changes: tuple[tuple[int, int, str], ...]) -> None:
    with pytest.raises(EditMismatch, match="broken"):
        apply("abcdef", [rule("broken", *changes)], ANY)


@pytest.mark.parametrize(
    ("text", "edits"),
    [
        ("ab", [Edit(rule="x", start=5, taken="c")]),
        ("ab", [Edit(rule="x", start=1, taken="c", put="z")]),
        ("abcd", [Edit(rule="x", start=2, taken="cc"), Edit(rule="y", start=1, taken="b")]),
    ],
    ids=["beyond the end", "what was put is not there", "out of order"],
)
def test_edits_of_another_text_are_refused(text: str, edits: list[Edit]) -> None:
    with pytest.raises(EditMismatch):
        undo(text, edits)


@st.composite
def texts_and_rules(draw: st.DrawFn) -> tuple[str, list[Rule]]:
    text = draw(st.text(alphabet="ab\n 。", max_size=30))
    rules: list[Rule] = []
    size = len(text)
    for number in range(draw(st.integers(0, 5))):
        points = sorted(draw(st.lists(st.integers(0, size), max_size=6)))
        pairs = list(zip(points[::2], points[1::2], strict=False))
        changes = [(start, end, draw(st.sampled_from(["", "\n", "xy"]))) for start, end in pairs]
        rules.append(rule(f"r{number}", *changes))
        size += sum(len(put) - (end - start) for start, end, put in changes)
    return text, rules


@given(texts_and_rules())
def test_any_rules_are_reversible(case: tuple[str, list[Rule]]) -> None:
    shown, rules = case
    expected = shown
    for one in rules:
        for change in reversed(list(one.find(expected, ANY))):
            expected = expected[: change.start] + change.put + expected[change.end :]
    text, edits = apply(shown, rules, ANY)
    assert text == expected
    assert undo(text, edits) == shown
    ends = [0]
    for edit in edits:
        assert edit.start >= ends[-1]
        assert edit.taken != edit.put
        assert shown.startswith(edit.taken, edit.start)
        ends.append(edit.start + len(edit.taken))
    assert len({edit.start for edit in edits}) == len(edits)


PIECES = st.sampled_from(
    ["\r\n", "\u200b", "\n\n", "\u3000\u3000", "工作总结", "今年以来，工作有序。", "一、总结",
     "发表于 2021-1-2 22:08:16",
     "使用道具 举报", "回复", "Powered by Discuz! X3.4", "点赞:", "收藏:", "浏览量:177",
     "ID:12", "大小:1KB", "下载文档", "(3100字)", "上一篇：无", "x"]
)  # fmt: skip


@given(
    st.lists(PIECES, max_size=25),
    st.sampled_from(["\n", "", " "]),
    st.sampled_from(["discuz", "wenku", "dump"]),
    st.sampled_from([None, "工作总结"]),
)
def test_the_recipe_is_reversible(pieces: list[str], joint: str, family: str, title: str | None) -> None:
    shown = joint.join(pieces)
    text, edits = apply(shown, RULES, Context(family=family, title=title, is_dump=True))
    assert undo(text, edits) == shown
