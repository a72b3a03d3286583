"""Single damaged characters; and that figures, masks, censored words and lost characters stay, whatever is mended."""

from functools import partial

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cleaners.edits import apply, undo
from cleaners.rules.damage import characters, pinyin, shifted
from cleaners.rules.damage.characters import DOUBLE_COMMAS, EMOJIS, ENTITIES, STRAY_SIGNS
from cleaners.rules.rule import Context, Rule
from tests.cleaners.ordinary import ordinary
from tests.tables import table
from tests.timing import assert_quick

CONTEXT = Context(family="dump", is_dump=True)
REPAIRS = (*characters.RULES, *shifted.RULES, *pinyin.RULES)


def mended(text: str, *rules: Rule) -> str:
    after, edits = apply(text, rules or REPAIRS, CONTEXT)
    assert undo(after, edits) == text
    assert apply(after, rules or REPAIRS, CONTEXT) == (after, ())
    return after


@table(
    ("entity", "character"),
    [
        ("&ldquo;", "“"), ("&rdquo;", "”"), ("&lsquo;", "‘"), ("&rsquo;", "’"), ("&quot;", '"'), ("&amp;", "&"),
        ("&nbsp;", "\u00a0"), ("&hellip;", "…"), ("&mdash;", "—"), ("&middot;", "·"), ("&times;", "×"),
        ("&deg;", "°"),
        ("&permil;", "‰"), ("&#20013;", "中"), ("&#x4e2d;", "中"), ("&amp;ldquo;", "“"), ("&amp;amp;nbsp;", "\u00a0"),
        ("&ldquo", "“"), ("&nbsp", "\u00a0"), ("&shy;", ""), ("&zwnj;", ""), ("&#8203;", ""), ("&lt;", "<"),
        ("&#13;", "\n"),
    ],
)  # fmt: skip
def test_an_entity_becomes_its_character(entity: str, character: str) -> None:
    assert mended(f"开展{entity}学习", ENTITIES) == f"开展{character}学习"


@table(
    "kept",
    ["&", "&;", "A&B", "R&D;", "&copy=2", "&ldquo=1", "&nbsp1", "&ldquox", "&开展", "&#0;", "&#7;",
     "&#99999999;", "&#;",
     "HTML的&nbsp;", "转义为&lt;", "&zzz;"],
)  # fmt: skip
def test_what_is_no_entity_of_text_stays(kept: str) -> None:
    assert mended(f"开展{kept}", ENTITIES) == f"开展{kept}"


@table(
    ("damaged", "sound"),
    [
        ("党的'建设", "党的建设"), ("党的`建设", "党的建设"), ("党的.建设。好。", "党的建设。好。"),
        ("党的'建设和群众的'生活", "党的建设和群众的生活"), ("目的.一是", None), ("目的.方法。好。", None),
        ("党的.建设", None),
        ("党的.建设。好.的。", None), ("党的'建设'好", None), ("党的`a`", None), ("党的'A", None),
        ("党的.3。好。", None),
        ("党的..建设。好。", None), ("党的.一是。好。", None), ("的確'好", None),
    ],
)  # fmt: skip
def test_signs_behind_de(damaged: str, sound: str | None) -> None:
    assert mended(damaged, STRAY_SIGNS) == (sound or damaged)


@table(
    ("damaged", "sound"),
    [
        ("高度重视，，认真落实", "高度重视，认真落实"), ("高度重视,,认真落实", "高度重视,认真落实"),
        ("高度重视，,认真落实", "高度重视，认真落实"), ("“好”，，大家", "“好”，大家"),
        ("高度重视，，，认真", "高度重视，认真"),
        ("高度重视，，“认真”", "高度重视，“认真”"), ("张三、、李四", None), ("1,,2", None), ("X,,X县", None),
        ("落实。。认真", None), ("落实……认真", None), ("名,,,,位", None), ("甲,,乙丙,,丁", None),
        ("好，，\n认真", None),
        ("某,,\n", None), ("*，，县", None),
    ],
)  # fmt: skip
def test_doubled_commas(damaged: str, sound: str | None) -> None:
    assert mended(damaged, DOUBLE_COMMAS) == (sound or damaged)


def test_emoji_go_only_where_they_are_strewn() -> None:
    assert mended("一😀二👍🏻，三🎉。", EMOJIS) == "一二，三。"
    assert mended("一\U0001f3fb二\U0001f468\u200d\U0001f469\u200d\U0001f467，三❤\ufe0f。", EMOJIS) == "一二，三。"
    for kept in (
        "一😀二👍，三。", "😀一\n👍二\n🎉三", "一😀\n二👍\n三🎉", "一★二★，三★。", "1️⃣一2️⃣二3️⃣三", "一✓二✗，三☑。",
        "一⭐二⭐三⭐四",
    ):  # fmt: skip
        assert mended(kept, EMOJIS) == kept
    far = "工" * 120
    assert mended(f"一😀{far}👍{far}🎉。", EMOJIS) == f"一😀{far}👍{far}🎉。"


PIECES = st.sampled_from(
    ["XX", "X", "xx", "***", "*", "×", "××", "某", "某某", "__", "20XX年", "201x", "2022XX镇", "20**", "〇",
     "□□", "★★", "?", "？",
     "党?建", "*委", "X委", "*员", "CP", "总书记总书记", "3.5%", "1,234", "１２", "２０２０年", "〔2020〕15号",
     "(1)", "（2）", "①",
     "态(tài)", "态(tai4)", "安(an)", "(app)", "F(xiàn)", "，F", ",F有", "稐l", "半[", "盵1]", "鶎", "；",
     "，，", ",,", "的'", "的.",
     "&nbsp;", "&#8220;", "&amp;", "&", "😀", "👍🏻", "。", "，", "\n", " ", "“", "”", "《", "》",
     "工作", "落实", "業務", "黨委", "縣", "A", "PPT", "\ue010", "\ufffd", "\u3000"]
)  # fmt: skip
KEPT = "*×某_□★〇?？0123456789０１２３４５６７８９Xx"


def kept_of(text: str) -> str:
    return "".join(sign for sign in text if sign in KEPT)


@settings(max_examples=400, deadline=None)
@given(st.lists(PIECES, max_size=60).map("".join))
def test_figures_masks_and_lost_characters_stay(text: str) -> None:
    bare = text
    for damage in ("tai4", "&#8220;"):  # the figures of a tone and of a code point
        bare = bare.replace(damage, "")
    after, edits = apply(text, REPAIRS, CONTEXT)
    assert undo(after, edits) == text
    for damage in ("tai4", "&#8220;"):
        after = after.replace(damage, "")
    assert kept_of(after) == kept_of(bare)


@settings(max_examples=200, deadline=None)
@given(st.lists(PIECES, max_size=60).map("".join))
def test_mending_twice_changes_nothing_more(text: str) -> None:
    after, _ = apply(text, REPAIRS, CONTEXT)
    assert apply(after, REPAIRS, CONTEXT) == (after, ())


def test_ordinary_reports_stay() -> None:
    for number in range(300):
        text = ordinary(number).shown
        assert apply(text, REPAIRS, CONTEXT) == (text, ())


def found(rule: Rule, text: str) -> int:
    return len(list(rule.find(text, CONTEXT)))


@pytest.mark.parametrize(
    "nasty",
    ["&amp;" * 20_000, "&" * 100_000, "&#" * 50_000, "的'" * 50_000,
     "的.工" * 30_000, "，" * 100_000,
     "工，，" * 30_000, "😀" * 50_000, "工😀" * 30_000, "\U0001f468\u200d" * 30_000, "\U0001f3fb" * 50_000],
)  # fmt: skip
def test_nasty_input_is_quick(nasty: str) -> None:
    for rule in characters.RULES:
        assert_quick(partial(found, rule, nasty), seconds=1.0, name=rule.name)


def test_a_sound_report_costs_next_to_nothing() -> None:
    text = ordinary(2).shown * 100
    for rule in characters.RULES:
        assert_quick(partial(rule.find, text, CONTEXT), seconds=0.01 + len(text) * 5e-8, name=rule.name)
