"""Two texts side by side: what counts as masked, lost, left out, another sentence, a filled slot or other words."""

from archive.likeness.masked import Agreement, agreement, is_masked
from archive.likeness.prepared import Prepared
from tests.archive.made_reports import laid_out, sentences
from tests.tables import table

ROW = sentences(61, 12)
TEXT = laid_out(ROW)
OTHER = "秋天的黄昏，孩子们沿着河堤放风筝、唱歌谣，一直玩到月亮升上屋顶才肯回家吃饭。"
LED = "会议由王建国同志主持，全镇干部参加学习。"


def beside(new: str, known: str) -> Agreement:
    """Put two texts side by side; fail where the other way round other things are counted."""
    one, other = agreement(Prepared(new), Prepared(known)), agreement(Prepared(known), Prepared(new))
    assert (one.matched, one.contradicted, one.slots, one.reworded) == (
        other.matched, other.contradicted, other.slots, other.reworded,
    )  # fmt: skip
    return one


def replaced(at: int) -> str:
    return laid_out([OTHER if number == at else one for number, one in enumerate(ROW)])


# name, new, known, contradicted anything, slots, reworded
COUNTED: list[tuple[str, str, str, bool, int, int]] = [
    ("the same", TEXT, TEXT, False, 0, 0),
    ("a sentence left out", laid_out([*ROW[:4], *ROW[5:]]), TEXT, False, 0, 0),
    ("another sentence", replaced(5), TEXT, True, 0, 0),
    ("a sentence elsewhere", laid_out([*ROW[6:], *ROW[:6]]), TEXT, False, 0, 0),
    ("masked name", TEXT + LED.replace("王建国", "XXX"), TEXT + LED, False, 0, 0),
    ("another name", TEXT + LED.replace("王建国", "赵德明"), TEXT + LED, False, 1, 0),
    ("another numeral", f"{TEXT}全村共有三百户，{ROW[0]}", f"{TEXT}全村共有四五户，{ROW[0]}", False, 1, 0),
    ("another word", TEXT + LED.replace("学习", "讨论"), TEXT + LED, False, 0, 1),
    ("shifted bytes", TEXT + LED.replace("王建国", "鐜嬪缓"), TEXT + LED, False, 0, 0),
]  # fmt: skip


@table(("name", "new", "known", "contradicted", "slots", "reworded"), COUNTED, ids=[row[0] for row in COUNTED])
def test_what_stands_between_common_stretches_is_told(
    name: str, new: str, known: str, *, contradicted: bool, slots: int, reworded: int
) -> None:
    found = beside(new, known)
    assert (found.contradicted > 0, found.slots, found.reworded) == (contradicted, slots, reworded), name


def test_ends_and_quotations_are_measured() -> None:
    found = beside(f"甲乙丙丁戊己庚辛壬癸{TEXT}", f"{TEXT}子丑寅卯辰巳午未申酉戌亥")
    assert sorted(found.ends) == [10, 12]
    assert found.plain == found.matched == min(found.sizes) - 10
    quoted = beside(f"他说：“{TEXT}”", f"他说：“{TEXT}”")
    assert (quoted.matched, quoted.plain) == (quoted.sizes[0], 2)


MASKED = [("none", TEXT, False), ("one", TEXT + "某村", False), ("in each sentence", "某".join(ROW), True),
    ("stars", "*".join(ROW), True)]  # fmt: skip


@table(("name", "text", "expected"), MASKED, ids=[row[0] for row in MASKED])
def test_a_text_with_many_masks_is_a_masked_one(name: str, text: str, *, expected: bool) -> None:
    assert is_masked(Prepared(text)) is expected, name
