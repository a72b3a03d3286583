"""The forms of headings as data, and the words that compilations speak: examples are of their form, traps are not."""

import pytest

from cleaners.read import recipe_digest
from cleaners.rules.rule import Context, Rule
from cleaners.split import forms
from cleaners.split.finder import find_items
from cleaners.split.forms import FORMS, Form
from cleaners.split.lines import glued_headings, headings_of, is_item_heading, short_lines
from cleaners.split.proofs import numbering, openings, signed_sets
from cleaners.split.shape import RULES
from cleaners.split.words import claimed_in, likeness, names_a_text, number_of, plain_title, promises_many
from tests.cleaners.split.bodies import body
from tests.tables import table
from tests.timing import assert_quick

LINED = [form for form in FORMS if form.pattern is not None]


def form_of(line: str) -> str | None:
    """Give the form of a line that stands twice with a text below, as lists of a page do."""
    lines = short_lines(f"{line}\n{line}")
    return next((heading.form.name for heading in headings_of(lines)), None)


@table(("form", "line"), [(form, line) for form in LINED for line in form.examples])
def test_an_example_is_of_its_form(form: Form, line: str) -> None:
    assert form_of(line) == form.name


@table(("form", "line"), [(form, line) for form in LINED for line in form.counter_examples])
def test_a_counter_example_is_not(form: Form, line: str) -> None:
    assert form_of(line) != form.name


def test_forms_have_names_of_their_own_and_are_in_the_recipe(monkeypatch: pytest.MonkeyPatch) -> None:
    assert len({form.name for form in FORMS}) == len(FORMS) == 9
    before, own = recipe_digest(), forms.digest()
    forms.digest.cache_clear()
    recipe_digest.cache_clear()
    monkeypatch.setattr(forms, "FORMS", FORMS[:-1])
    assert (forms.digest() != own, recipe_digest() != before) == (True, True)
    monkeypatch.undo()
    forms.digest.cache_clear()
    recipe_digest.cache_clear()


@pytest.mark.parametrize("change", [{"examples": ("甲",)}, {"counter_examples": ()}, {"reason": ""}, {"version": 0}])
def test_a_form_that_lacks_something_is_refused(change: dict[str, object]) -> None:
    whole = {"name": "x", "version": 1, "reason": "y", "pattern": None, "examples": "ab", "counter_examples": "cd"}
    with pytest.raises(ValueError, match="form x"):
        Form(**whole | change)  # type: ignore[arg-type]  # fields of a test


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_the_rules_of_the_cut_do_what_their_examples_say(rule: Rule) -> None:
    context = Context(family="generic")
    for before, after in rule.examples:
        (change,) = rule.find(before, context)
        assert before[: change.start] + change.put + before[change.end :] == after
    assert [text for text in rule.counter_examples if list(rule.find(text, context))] == []


NUMBERS = [
    ("一", 1), ("十", 10), ("十二", 12), ("二十", 20), ("二十三", 23), ("一百零五", 105), ("3", 3), ("03", 3),
    ("１２", 12), ("③", 3), ("⑵", 2), ("甲", None), ("", None),
]  # fmt: skip


@table(("words", "number"), NUMBERS)
def test_numbers_of_labels(words: str, number: int | None) -> None:
    assert number_of(words) == number


CLAIMS = [
    ("工作总结（精选6篇）", 6, True), ("通用18篇心得", 18, True), ("(模板10篇)", 10, True), ("读后感三篇", 3, True),
    ("两篇范文", 2, True), ("十二篇演讲稿", 12, True), ("發言稿五則", 5, True), ("工作总结大全", None, True),
    ("心得集锦", None, True), ("个人总结范文", None, True), ("第三篇", None, False), ("工作总结篇3", None, False),
    ("一篇好文章", None, False), ("三篇章", None, False), ("工作总结", None, False),
    ("2020年工作总结", None, False), ("述职报告多篇", None, True), ("第十二篇", None, False),
]  # fmt: skip


@table(("title", "claimed", "is_promise"), CLAIMS)
def test_claims_of_titles(title: str, claimed: int | None, is_promise: bool) -> None:
    assert (claimed_in((title,)), promises_many((title,))) == (claimed, is_promise)


NAMES = [
    ("某镇工作总结", True), ("述职报告(精选6篇)", True), ("個人工作總結", True), ("学习心得体会", True),
    ("开学典礼发言稿", True), ("消防工作总结大全", True), ("存在问题", False), ("主要做法", False),
    ("学校概况", False), ("下步措施", False),
]  # fmt: skip


@pytest.mark.parametrize(("words", "names"), NAMES)
def test_titles_name_texts(words: str, names: bool) -> None:
    assert names_a_text(words) is names


def test_plain_titles_and_likeness() -> None:
    assert [plain_title(words) for words in ("工作总结(精选6篇)", "工作总结大全", "工作总结8篇：")] == ["工作总结"] * 3
    assert (likeness("柳林镇工作总结", "工作总结"), likeness("甲乙", "丙丁"), likeness("", "甲")) == (1.0, 0.0, 0.0)


APART = [
    ("篇二：某局总结", True), ("工作总结 篇3", True), ("范文三", True), ("精选工作总结17篇(13)", True),
    ("工作总结（2）", True), ("第二篇", True), ("主要做法（二）", False), ("二、工作总结", False),
    ("共计17", False), ("全文共三篇，各有所长。", False), ("", False),
]  # fmt: skip


@pytest.mark.parametrize(("line", "is_one"), APART)
def test_lines_that_head_items_by_themselves(line: str, is_one: bool) -> None:
    assert is_item_heading(line) is is_one


GLUED = [
    ("篇一：甲镇总结　今年以来，各项工作有序推进。", "篇一：甲镇总结"),
    ("第二篇 今年以来，各项工作有序推进。", "第二篇"), ("今年以来，篇一 写得很好。", None),
    ("一、 今年以来，各项工作有序推进。", None),
]  # fmt: skip


@pytest.mark.parametrize(("line", "heading"), GLUED)
def test_headings_glued_to_sentences(line: str, heading: str | None) -> None:
    assert [one.words for one in glued_headings(line)] == ([heading] if heading else [])


def test_numbering_goes_on_or_begins_again() -> None:
    assert numbering(["一、甲\n二、乙", "三、丙", "四、丁"]) == (2, 0)
    assert numbering(["一、甲\n二、乙", "一、丙", "无"]) == (0, 1)
    assert numbering(["第一章 甲", "第二章 乙"]) == (1, 0)


def test_openings_and_signatures() -> None:
    items = ["今年以来，各项工作。", "尊敬的领导：\n好。", "柳林镇工作总结\n好。", "其次，", "2020年，我镇。"]
    assert openings(items) == 4
    letters = "尊敬的领导：\n好。\n2020年3月4日\n尊敬的老师：\n好。\n2020年3月5日\n亲爱的同学们：\n好。"
    assert signed_sets(short_lines(letters)) == 2
    assert signed_sets(short_lines("尊敬的领导：\n好。\n此致\n敬礼\n2020年3月4日")) == 0


NASTY = {
    "labels without end": "篇" * 60_000,
    "a heading on each line": "篇一：总结\n" * 9_000,
    "counted titles": "".join(f"工作总结{number % 90 + 1}\n" for number in range(9_000)),
    "one title on each line": "某镇2020年工作总结\n" * 6_000,
    "numbered titles": "".join(f"{number % 90 + 1}、某镇2020年工作总结\n" for number in range(5_000)),
    "brackets": "【某镇2020年工作总结】\n" * 5_000,
    "brackets that never close": "【（(" * 20_000,
    "blanks": "篇一 " + " " * 60_000 + "。",
    "salutations": "2020年3月4日\n尊敬的领导：\n" * 4_000,
    "labels before long lines": ("篇一　" + "今年以来，" * 20 + "\n") * 600,
    "bases that come twice": "".join(
        f"{chr(0x4E00 + number % 900)}{chr(0x5E00 + number % 900)}工作总结 篇{number // 900 + 1}\n"
        for number in range(1_800)
    ),
    "other bases": "".join(f"{chr(0x4E00 + number)}{chr(0x5E00 + number)}工作总结 篇1\n" for number in range(3_000)),
}


@table("name", NASTY)
def test_nasty_text_costs_its_length(name: str) -> None:
    text = NASTY[name]
    assert_quick(lambda: find_items(text, "某镇2020年工作总结（精选3篇）"), seconds=0.6, name=name)


def test_an_ordinary_text_costs_next_to_nothing() -> None:
    texts = [body("report", 700 + number) for number in range(50)]
    assert_quick(lambda: [find_items(text, "某镇工作总结") for text in texts * 4], seconds=0.08)
