"""Which figures of two copies differ: what makes an edition of a copy, and what does not."""

from archive.likeness.figures import differing
from archive.likeness.prepared import RUN, Prepared
from tests.tables import table

HEAD, TAIL = "全镇共举办读书交流会", "场次并评选出优秀心得体会文章"


def differ(one: str, other: str) -> bool:
    first, second = Prepared(one), Prepared(other)
    return differing((first.by_value, first.figures), (second.by_value, second.figures), RUN) > 0


def around(figure: str) -> str:
    return HEAD + figure + TAIL


DIFFERENT = [
    ("another figure", around("12"), around("15")),
    ("a digit more", around("12"), around("120")),
    ("another year", "在2021年全镇共举办读书交流会", "在2022年全镇共举办读书交流会"),
    ("a part of a date", around("2021-03-04"), around("2021-03-05")),
    ("two figures", around("12") + "共收到稿件30份", around("13") + "共收到稿件40份"),
    ("at the very beginning", f"2021{TAIL}", f"2022{TAIL}"),
    ("at the very end", f"{HEAD}12", f"{HEAD}15"),
    ("a decimal", around("3.5"), around("4.5")),
    ("at the beginning of a line", f"{HEAD}\n12场{TAIL}", f"{HEAD}\n15场{TAIL}"),
    ("a percentage", around("12%"), around("15%")),
    ("an ordinary number before a comma", around("12，"), around("15，")),
]  # fmt: skip
SAME = [
    ("the same", around("12"), around("12")),
    ("full width", around("12"), around("１２")),
    ("full width point", around("3.5"), around("３．５")),
    ("a masked year", around("2021"), around("20XX")),
    ("masked with a Chinese sign", around("2021"), around("20××")),
    ("wholly masked", around("2021"), around("XX")),
    ("both masked", around("20XX"), around("202X")),
    ("masked with a Han character", around("2021"), around("20某")),
    ("a digit lost to shifted bytes", around("2021"), around("20\ufffd1")),
    ("a picture inside", around("2021"), around("20\U0001f6002\u2764\ufe0f1")),
    ("a picture before an enumerator", f"{HEAD}12%。\n3、{TAIL}", f"{HEAD}12%。\n\U0001f6003、{TAIL}"),
    ("missing", around("12"), around("")),
    ("what parts figures: of 。 a copy in half width makes a point", around("3.5"), around("35")),
    ("thousands", around("1,200"), around("1200")),
    ("a wrapped line", around("2021"), around("20\n21")),
    ("marks at its end", around("12,"), around("12")),
    ("spaces around it", around("12"), around(" 12 ")),
    ("enumerators renumbered", f"{HEAD}。\n1、{TAIL}", f"{HEAD}。\n2、{TAIL}"),
    ("enumerators in brackets", f"{HEAD}。\n（1）{TAIL}", f"{HEAD}。\n（2）{TAIL}"),
    ("enumerators with a point", f"{HEAD}。\n1.{TAIL}", f"{HEAD}。\n12.{TAIL}"),
    ("enumerator at the very beginning", f"1、{TAIL}", f"3、{TAIL}"),
    ("in other words", around("12"), "我们总共开过大会15回有余"),
    ("too near a changed word", "举办12场", "召开15场"),
    ("at the beginning of one, within the other", f"2021{TAIL}", f"{HEAD}2022{TAIL}"),
    ("at the end of one, within the other", f"{HEAD}2021", f"{HEAD}2022{TAIL}"),
]  # fmt: skip


@table(("name", "one", "other"), DIFFERENT, ids=[row[0] for row in DIFFERENT])
def test_other_figures_in_the_same_words_are_told(name: str, one: str, other: str) -> None:
    assert (differ(one, other), differ(other, one)) == (True, True), name


@table(("name", "one", "other"), SAME, ids=[row[0] for row in SAME])
def test_figures_that_agree_or_that_nobody_can_compare_are_not(name: str, one: str, other: str) -> None:
    assert (differ(one, other), differ(other, one)) == (False, False), name


@table(
    ("text", "figures"),
    [
        ("甲12乙", [False, True, False]),
        ("12甲乙34", [True, False, True]),
        ("甲\n  (1)乙", [False, False, False]),
        ("甲\n15场乙", [False, True, False, False]),  # a wrapped line, not an enumerator
        ("甲1、乙", [False, True, False]),  # behind a word it counts things
        ("（3）甲乙", [False, False, False]),
        ("甲。2021、乙", [False, True, False]),  # too long for an enumerator
        ("3.5甲乙", [True, False, False]),
        ("", [False]),
    ],
)
def test_figures_stand_before_and_behind_characters(text: str, figures: list[bool]) -> None:
    assert (Prepared(text).figures > 0).tolist() == figures
