"""Runs shifted by a lost byte: what proves them, how many come back, and that sound text stays. Cases: `cases`."""

from collections import Counter
from functools import partial

import pytest

from cleaners.edits import apply, undo
from cleaners.rules.damage.shifted import SHIFTED, find_shifted, suspected_runs
from cleaners.rules.damage.shifted_bytes import begins_run, read_anew
from cleaners.rules.damage.shifted_score import is_text
from cleaners.rules.rule import Context
from tests.cleaners.byte_loss import Loss, loss
from tests.cleaners.ordinary import ordinary
from tests.tables import table
from tests.timing import assert_quick

CONTEXT = Context(family="dump", is_dump=True)
TEXTS = 200
BACK = {"all kept": 55, "marked": 5, "dropped": 5}
"""Of 200 texts whose mark lost a byte, those that come back at least, by what the reader did with pairs that stand for
no character. Three of four texts are simplified: these fall into step late, and mostly with a character dropped."""
TRADITIONAL = "黨委高度重視，責任明確，業務精通，群眾滿意。"
SIMPLIFIED = "党委高度重视，责任明确，业务精通，群众满意。"


def mended(text: str) -> str:
    after, edits = apply(text, (SHIFTED,), CONTEXT)
    assert undo(after, edits) == text
    assert apply(after, (SHIFTED,), CONTEXT) == (after, ())
    return after


def test_sound_reports_stay() -> None:
    assert [n for n in range(1000) if list(find_shifted(ordinary(n).shown, CONTEXT))] == []


def judged(damaged: Loss) -> str:
    """Say what the rule made of a damaged text: `back`, `but one` (the last one marked as lost), `left`, `wrong`."""
    after = mended(damaged.shown)
    if after == damaged.shown:
        return "left"
    if after == damaged.sound:
        return "back"
    lost = after.find("\ufffd")
    if lost < 0 or after[:lost] != damaged.sound[:lost]:
        return "wrong"
    behind = after[lost:].lstrip("\ufffd")
    return "but one" if damaged.sound.endswith(behind) else "wrong"

def test_a_mark_that_lost_its_byte_is_never_made_wrong(capsys: pytest.CaptureFixture[str]) -> None:
    """Print and pin how many come back; what is left is kept as found."""
    for reader, least in BACK.items():
        counts = Counter(judged(one) for n in range(TEXTS) if (one := loss(n, reader, of_mark=True)))
        with capsys.disabled():
            print(f"\n{reader}: {dict(counts)}")  # noqa: T201 - the figures
        assert counts["back"] + counts["but one"] >= least
        assert counts["wrong"] == 0


@pytest.mark.parametrize(("reader", "most"), [("all kept", 2), ("marked", 0), ("dropped", 0)])
def test_another_lost_byte_is_seldom_taken_for_that_of_a_mark(reader: str, most: int) -> None:
    counts = Counter(judged(one) for n in range(TEXTS) if (one := loss(n, reader, of_mark=False)))
    assert counts["wrong"] <= most


def test_three_bytes_may_be_lost_where_a_reading_proves_the_last() -> None:
    assert mended(f"{TRADITIONAL}按照h(xiàn)委要求。") == f"{TRADITIONAL}按照縣(xiàn)委要求。"


@table(
    ("damaged", "sound"),
    [
        ("情形，F(xiàn)有", "情形。現(xiàn)有"), ("情形,F(xiàn)有", "情形。現(xiàn)有"),
        ("情形，F（xiàn）有", "情形。現（xiàn）有"),
        ("情形，F( xiàn )有", "情形。現( xiàn )有"), ("情形，F(xian4)有", "情形。現(xian4)有"),
        ("情形，F有", "情形。現有"),
        ("情形，F已", "情形。現已"), ("情形，F把", "情形。現把"), ("情形，F從", "情形。現從"),
        ("情形，F就", "情形。現就"),
        ("情形，F對", "情形。現對"), ("情形，F正", "情形。現正"),
        ("情形,F將", "情形。現將"), ("情形，F在", "情形。現在"), ("情形，F場", "情形。現場"),
        ("情形，F代", "情形。現代"),
        ("情形，F階段", "情形。現階段"), ("情形，F行", "情形。現行"), ("情形，F任", "情形。現任"),
        ("情形，F實", "情形。現實"),
        ("“好”，F有", "“好”。現有"), ("要“好盵1]", "要“好”[1]"), ("依據稐l例》", "依據《條例》"),
        ("大家說好；鶎狱h組織", "大家說好。基層黨組織"),
        ("大家說好;鶎狱h組織", "大家說好。基層黨組織"), ("“主要惫ぷ髑闆r。", "“主要”工作情況。"),
        ("半[患”大", "“隱患”大"),
    ],
)  # fmt: skip
def test_each_form_is_restored(damaged: str, sound: str) -> None:
    assert mended(f"{TRADITIONAL}{damaged}，完") == f"{TRADITIONAL}{sound}，完"


@table(
    "kept",
    [
        "，F(huì)議", "，F(x)=1", "，F類企業", "，F1賽事", "，F(氟)", "情形，F(xian)有", "，f(xiàn)有", "h委",
        "X(xiàn)x",
        "稐l例的規定", "稐x例》", "盵1]的", "半[患的", "半[患]”大", "好；鶎", "投資３億元", "甲Ａ級",
        "如《稐l例》",
        "F有", "、F有十間", "，F有，F類", "党旗領航?周五", "某鎮", "××萬元", "20XX年", "__鎮", "李喆A組",
        "郪江[縣",
    ],
)  # fmt: skip
def test_what_proves_nothing_stays(kept: str) -> None:
    assert mended(f"{TRADITIONAL}{kept}，完") == f"{TRADITIONAL}{kept}，完"


@table("sign", "abcdefghijklmnopqrstuvwxyzABCDEFGH")
def test_a_lesson_of_letters_stays(sign: str) -> None:
    text = f"本课教学声母和韵母：{sign}(bō)、{sign}(ā)、{sign}(xiàn)、{sign}(fā)，学生认真听讲，掌握较好。"
    assert mended(text) == text


def test_a_simplified_text_gets_no_traditional_character() -> None:
    for damaged in ("情形，F有的", "大家说好；鶎狱h组织", "依据稐l例》"):
        assert mended(f"{SIMPLIFIED}{damaged}") == f"{SIMPLIFIED}{damaged}"


def test_the_texts_own_words_speak_against_a_reading() -> None:
    text = f"{TRADITIONAL}縣(xiàn)委研究。情形，F(xiàn)委要求。"
    assert mended(text) == text
    assert mended(f"{TRADITIONAL}情形，F(xiàn)委要求。") != f"{TRADITIONAL}情形，F(xiàn)委要求。"


def test_what_is_suspected_is_told() -> None:
    assert suspected_runs(TRADITIONAL) == ()
    assert suspected_runs(f"{TRADITIONAL}情形，F(huì)議召開") == ("F(huì)",)
    assert suspected_runs("工作疰戠牫鸲睦要求") == ("疰戠牫鸲",)
    assert suspected_runs("应用F(x)、手机(app)、李喆、张玥") == ()


def test_a_byte_is_put_before_the_run() -> None:
    assert [run.put for run in read_anew("，F有", 0, is_text)] == ["。現"]
    assert [run.put for run in read_anew("盵1]", 0, is_text)] == ["”["]
    assert [(run.put, run.is_whole) for run in read_anew("＝鹑", 0, is_text)] == [("。金", False)]
    assert list(read_anew("，G有", 0, is_text)) == []
    assert [begins_run(character) for character in "，,稐中A"] == [True, True, True, False, False]


@table(
    "nasty",
    ["鶎" * 30_000, "；鶎" * 20_000, "，F" * 40_000, "，F(xiàn)" * 10_000, "稐l" * 30_000, "半[" * 40_000,
     "，" * 50_000,
     "\ue010" * 30_000, "Ｈ全" * 20_000, "“稐,!:;()?" * 6_000, "h(xiàn)委" * 10_000, "，F(xiàn)委" * 10_000],
)  # fmt: skip
def test_nasty_input_is_quick(nasty: str) -> None:
    assert_quick(partial(find_shifted, f"{TRADITIONAL}{nasty}", CONTEXT), seconds=2.0)


def test_a_report_without_rare_characters_costs_next_to_nothing() -> None:
    text = ordinary(1).shown * 100
    assert_quick(partial(find_shifted, text, CONTEXT), seconds=0.01 + len(text) * 1e-7)
