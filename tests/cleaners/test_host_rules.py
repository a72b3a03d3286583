"""A host's own rules: what of a text they take, what they leave, where they stand in the recipe, and their edits."""

from typing import Any

import pytest

from cleaners.edits import apply, undo
from cleaners.page import Hints, HostRule, Page
from cleaners.read import read
from cleaners.rules import recipe
from cleaners.rules.host import rules_of
from cleaners.rules.recipe import rules_for
from cleaners.rules.rule import Context
from tests.tables import table

BODY = "今年以来，各项工作有序推进，取得明显成效。"
MARK = "云岭之窗典藏文稿"
NOTICE = "温馨提示：\n下载前请先预览\n客服在线"


def rule(words: str = MARK, **more: Any) -> HostRule:
    return HostRule(**({"name": "mark", "words": words} | more))


def cleaned(text: str, *rules: HostRule, **more: Any) -> str:
    """Clean a text by these rules alone; what comes out must be undone exactly."""
    context = Context(family="generic", host_rules=rules, **more)
    found, edits = apply(text, rules_of(rules), context)
    assert undo(found, edits) == text
    assert {edit.rule for edit in edits} <= {f"host:{one.name}" for one in rules}
    return found


TAKEN = [
    ("a whole line", rule(), f"{BODY}\n{MARK}\n{BODY}", f"{BODY}\n{BODY}"),
    ("at both ends", rule(), f"{MARK}\n{BODY}\n{MARK}\n", f"{BODY}\n"),
    ("blanks inside", rule(), f"{BODY}\n　云岭 之窗\u00a0典藏文稿 \n", f"{BODY}\n"),
    ("other width", rule("仅供参考(VIP)"), f"{BODY}\n仅供参考（ＶＩＰ）", f"{BODY}\n"),
    ("at the head", rule(place="head"), f"{MARK}\n{BODY}", BODY),
    ("at the tail", rule(place="tail"), f"{BODY}\n{MARK}\n{BODY}", f"{BODY}\n{BODY}"),
    ("any number", rule("浏览:{n}次", place="head"), f"浏览:12次\n{BODY}\n浏览：3次", BODY + "\n"),
    ("a block", rule(NOTICE, shape="block"), f"{BODY}\n{NOTICE}\n{BODY}", f"{BODY}\n{BODY}"),
    ("a block with blanks", rule(NOTICE, shape="block"), f"{BODY}\n\n温馨提示:\n\n下载前请先预览\n客服在线",
     f"{BODY}\n\n"),
    ("a block twice", rule(NOTICE, shape="block"), f"{NOTICE}\n{BODY}\n{NOTICE}", BODY + "\n"),
    ("a block with a number", rule("提示{n}条\n客服在线", shape="block", place="tail"),
     f"{BODY}\n提示4条\n客服在线", f"{BODY}\n"),
    ("a phrase", rule(shape="phrase"), f"今年以来，{MARK}各项工作{MARK}推进。", "今年以来，各项工作推进。"),
]  # fmt: skip


@table(("one", "before", "after"), [case[1:] for case in TAKEN], ids=[case[0] for case in TAKEN])
def test_boilerplate_is_taken(one: HostRule, before: str, after: str) -> None:
    assert cleaned(before, one) == after
    assert cleaned(after, one) == after


LEFT = [
    ("part of a line", rule(), f"经查，{MARK}系抄袭。\n{BODY}"),
    ("more on the line", rule(), f"{BODY}\n{MARK}。"),
    ("far from the head", rule(place="head"), f"{BODY}\n" * 12 + MARK),
    ("far from the tail", rule(place="tail"), MARK + f"\n{BODY}" * 12),
    ("nothing else", rule(), f"\n{MARK}\n"),
    ("nothing else, as a phrase", rule(shape="phrase"), f" {MARK} "),
    ("nothing but the block", rule(NOTICE, shape="block"), NOTICE),
    ("a block in part", rule(NOTICE, shape="block"), f"{BODY}\n温馨提示：\n下载前请先预览"),
    ("a block interrupted", rule(NOTICE, shape="block"), f"温馨提示：\n下载前请先预览\n{BODY}\n客服在线"),
    ("a word for a number", rule("浏览:{n}次"), f"浏览:若干次\n{BODY}"),
    ("too long a number", rule("浏览:{n}次"), f"浏览:{'1' * 13}次\n{BODY}"),
    ("a number where none is asked", rule("浏览:12次"), f"浏览:13次\n{BODY}"),
    ("a phrase in other width", rule("客服(QQ)", shape="phrase"), f"{BODY}客服（QQ）在线"),
    ("no words", rule(" \n "), f"{BODY}\n\n{BODY}"),
]


@table(("one", "text"), [case[1:] for case in LEFT], ids=[case[0] for case in LEFT])
def test_what_looks_alike_stays(one: HostRule, text: str) -> None:
    assert cleaned(text, one) == text


def test_a_dump_has_more_chrome_round_its_text() -> None:
    text = "\n".join(["首页 论坛 登录"] * 30 + [MARK, BODY])
    assert MARK in cleaned(text, rule(place="head"))
    assert MARK not in cleaned(text, rule(place="head"), is_dump=True)


def test_rules_stand_in_order_where_the_recipe_has_host_and_before_the_layout() -> None:
    without = rules_for(Context(family="generic"))
    rules = (rule(name="a"), rule("乙乙乙乙", name="b"))
    names = [one.name for one in rules_for(Context(family="generic", host_rules=rules))]
    assert [name for name in names if not name.startswith("host")] == [one.name for one in without]
    assert [name for name in names if name.startswith("host")] == ["host:a", "host:b"] * 2
    place = [one.name for one in recipe.RULES].index("host")
    assert names.index("host:a") == sum(one in recipe.RULES[:place] for one in without)
    assert names[-1] == "layout"


def test_without_rules_of_the_host_nothing_is_looked_for() -> None:
    names = {one.name for one in rules_for(Context(family="generic"))}
    assert not [name for name in names if name.startswith("host")]


@pytest.mark.parametrize("one", [
    rule(), rule(place="head"), rule(place="tail"), rule(shape="phrase"), rule(NOTICE, shape="block"),
    rule("浏览:{n}次", place="head"),
])  # fmt: skip
def test_examples_made_for_a_rule_hold(one: HostRule) -> None:
    (made,) = rules_of((one,))
    for before, after in made.examples:
        assert apply(before, (made,), made.context)[0] == after
    for text in made.counter_examples:
        assert apply(text, (made,), made.context) == (text, ())


def test_a_page_is_read_with_the_rules_of_its_host() -> None:
    paragraphs = "".join(f"<p>{BODY}第{number}项工作按计划完成。</p>" for number in range(20))
    page = Page(
        body=f'<html><head><meta charset="utf-8"><title>总结</title></head><body><h1>工作总结</h1>'
        f'<div class="article-content">{paragraphs}<p>{MARK}</p></div></body></html>'.encode(),
        url="http://docs.example/1.html",
    )  # fmt: skip
    (plain,) = read(page).entries
    hints = Hints(rules=(rule(place="tail"),))
    reading = read(page, hints)
    (own,) = reading.entries
    assert MARK in plain.text
    assert own.text == plain.text.removesuffix(f"\n{MARK}")
    assert [edit.taken.strip() for edit in own.edits if "host:mark" in edit.rule] == [MARK]
    assert undo(own.text, own.edits) == undo(plain.text, plain.edits)
    assert reading.hints_digest == hints.digest != Hints().digest
