"""What proves that a converter annotated a text, what is counted, and titles; whole texts are in `cases`."""

from functools import partial

import pytest

from cleaners.edits import apply, undo
from cleaners.reading import Edit
from cleaners.rules.damage.layout import LINE_ENDS
from cleaners.rules.damage.pinyin import PINYIN, annotations, annotations_in, find_readings, repaired_title
from cleaners.rules.recipe import rules_for
from cleaners.rules.rule import Context
from tests.cleaners.ordinary import ordinary
from tests.tables import table
from tests.timing import assert_quick

PROOF = "意識形態(tài)工作責(zé)任明確，業(yè)務精通。"
TONELESS = "做好安(an)全(quan)生(sheng)产(chan)工(gong)作。"


def mended(text: str) -> str:
    after, edits = apply(text, (LINE_ENDS, PINYIN), PINYIN.context)
    assert undo(after, edits) == text
    assert apply(after, (PINYIN,), PINYIN.context) == (after, ())
    return after


@table(
    ("damaged", "sound"),
    [
        ("發(fā)展", "發展"), ("發（fā）展", "發展"), ("發(fā )展", "發展"), ("發( fā)展", "發展"),
        ("發 (fā)展", "發展"),
        ("發\u3000（fā）展", "發展"), ("發(fa1)展", "發展"), ("發(f\nā)展", "發\n展"), ("發\n(fā)展", "發\n展"),
        ("發(fā\r\n\r\n  )展", "發\n\n  展"), ("積極(jījí)", "積極"), ("積極(jī jí)", "積極"),
        ("積極(jī'jí)", "積極"),
        ("“發”(fā)展", "“發”展"), ("發(fā)(fā)展", "發展"), ("歙(shè)縣", "歙縣"), ("他們(men)", "他們"),
        ("發(fā", "發"), ("發(f", "發"), ("發展(zhǎ \n下一行", "發展 \n下一行"), ("Fā發(FĀ)展", "Fā發展"),
    ],
)  # fmt: skip
def test_each_form_goes_where_others_prove_it(damaged: str, sound: str) -> None:
    assert mended(f"{PROOF}{damaged}").endswith(f"業務精通。{sound}")
    assert mended(damaged) == damaged.replace("\r\n", "\n")


@table(
    "kept",
    ["發(tái)展", "發(app)展", "應用(app)", "WiFi(fā)", "發展(m)", "(fā)展", "發(一)", "發展(fā)", "F(huì)議",
     "?(huì)議", "意思(yi si)", "新聞(xinwen)", "安(an)全", "發( )展", "發(fā1展", "發(FA)展"],
)  # fmt: skip
def test_what_does_not_fit_stays_among_readings(kept: str) -> None:
    assert mended(f"{PROOF}{kept}，完。").endswith(f"業務精通。{kept}，完。")


@pytest.mark.parametrize("count", range(1, 8))
def test_three_toned_and_five_toneless_prove_and_two_where_a_converter_changed_them(count: int) -> None:
    changed = ["態(tài)", "責(zé)", "業(yè)", "發(fā)", "現(xiàn)", "規(guī)", "據(jù)"][:count]
    assert ("(" not in mended("一" + "二".join(changed) + "三")) is (count >= 2)
    toned = ["安(ān)", "全(quán)", "生(shēng)", "工(gōng)", "作(zuò)", "好(hǎo)", "天(tiān)"][:count]
    assert ("(" not in mended("一" + "二".join(toned) + "三")) is (count >= 3)
    plain = ["安(an)", "全(quan)", "生(sheng)", "产(chan)", "工(gong)", "作(zuo)", "好(hao)"][:count]
    assert ("(" not in mended("一" + "二".join(plain) + "三")) is (count >= 5)


def test_the_same_annotation_again_proves_nothing() -> None:
    text = "安(ān)全和安(ān)定与安(ān)心，工(gōng)作与工(gōng)人。"
    assert mended(text) == text


def test_rare_characters_prove_nothing() -> None:
    text = "歙(shè)县、黟(yī)县、鄄(juàn)城、郫(pí)县开展交流。"
    assert mended(text) == text


def test_toneless_readings_do_not_prove_toned_ones() -> None:
    assert mended(f"{TONELESS}發(fā)展。").endswith("發(fā)展。")
    assert mended(f"{PROOF}安(an)全。").endswith("安(an)全。")


def test_the_blank_goes_with_doubled_toneless_readings_only() -> None:
    assert mended(f"{TONELESS}安(an)全(quan)(quan) 生产 A").endswith("安全生产 A")
    assert mended(f"{PROOF}發(fā) 展").endswith("發 展")


@table("word", ["拼音", "生字", "识字", "多音字", "声母", "韻母", "读音", "注音", "声调", "轻声",
                                  "普通话测试", "字音", "讀作", "念作", "正音"])  # fmt: skip
def test_a_lesson_keeps_its_readings(word: str) -> None:
    text = f"本课{word}：蓝(lán)、天(tiān)、白(bái)、云(yún)，学生掌握。"
    assert mended(text) == text
    assert mended(text.replace(word, "内容")) != text


def test_annotations_are_counted_in_edits() -> None:
    _, edits = apply(f"{PROOF}{TONELESS}全(quan)(quan) 好，發展(zhǎ", (PINYIN,), PINYIN.context)
    assert annotations_in(edits) == 11
    joined = [Edit(rule="pinyin+leading-title", start=0, taken="形態(tài)工作（zé）(10)\n(app)x", put="")]
    assert annotations_in(joined) == 3
    assert annotations_in([Edit(rule="pinyin+hard-wraps", start=0, taken="(t\nài)", put="")]) == 1
    assert annotations_in([Edit(rule="leading-title", start=0, taken="態(tài)", put="")]) == 0
    assert annotations_in([]) == 0


@pytest.mark.parametrize(
    ("title", "shown", "wanted"),
    [
        ("意識形態(tài)工作自查報告", PROOF, "意識形態工作自查報告"),
        ("意識形態(tài)工作自查報告", "今年以來。", "意識形態(tài)工作自查報告"),
        ("意識形態(tài)責(zé)任與業(yè)務報告", "今年以來。", "意識形態責任與業務報告"),
        ("手机应用(app)报告", PROOF, "手机应用(app)报告"),
        ("年度報告", PROOF, "年度報告"),
        ("情形，F(xiàn)狀報告", PROOF, "情形。現狀報告"),
        (None, PROOF, None),
    ],
)
def test_a_title_is_mended_where_its_text_proves_it(title: str | None, shown: str, wanted: str | None) -> None:
    assert repaired_title(title, shown) == wanted


def test_places_are_told() -> None:
    found = annotations("形態(tài)、積極(jī jí)")
    assert [(one.characters, one.is_toned, one.is_sure) for one in found] == [("態", True, True), ("積極", True, True)]


def test_ordinary_reports_have_none() -> None:
    assert [n for n in range(200) if list(find_readings(ordinary(n).shown, PINYIN.context))] == []


@pytest.mark.parametrize(
    "nasty",
    ["宣(xuān)" * 20_000, "(ān" * 40_000, "宣(xu" * 30_000, "宣( " * 40_000, "積極(jījíjījí)" * 10_000,
     "（\n" * 50_000,
     "“態”(tài)" * 15_000, "拼音：態(tài)、" * 12_000, "社会主义(shèhuìzhǔyì)" * 5_000, "a(a)" * 30_000],
)  # fmt: skip
def test_nasty_input_is_quick(nasty: str) -> None:
    assert_quick(partial(find_readings, nasty, PINYIN.context), seconds=0.8)


def test_a_report_without_readings_costs_next_to_nothing() -> None:
    text = ordinary(1).shown * 100
    assert_quick(partial(find_readings, text, PINYIN.context), seconds=0.01 + len(text) * 5e-8)


def test_the_whole_recipe_keeps_figures_beside_readings() -> None:
    context = Context(family="dump", is_dump=True)
    text, _ = apply(f"{PROOF}投入XX萬元(12)，現(xiàn)有3(三)名，党?建。", rules_for(context), context)
    assert text.endswith("投入XX萬元(12)，現有3(三)名，党?建。")
