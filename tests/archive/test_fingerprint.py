"""Keys of texts: what must not matter, what must, and that the fast path is the slow one."""

from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from archive import fingerprint
from archive.fingerprint import bare, keys_of, skeleton, without_title
from archive.han import simplified_of, variant_of
from tests.archive.desk import LONG, PLAN, WORK
from tests.tables import table

TRADITIONAL = "今年以來，鎮黨委堅持把讀書活動放在重要位置，組織幹部每月讀一本好書，寫一篇心得，共舉辦12場交流會。"

# (what differs, one text, the other): both are one report
SAME = [
    ("script", PLAN, TRADITIONAL),
    ("width of marks and digits", PLAN, PLAN.replace("，", ",").replace("12", "１２")),
    ("wraps", PLAN, "\n".join(PLAN[start : start + 10] for start in range(0, len(PLAN), 10))),
    ("ideographic spaces", PLAN, "\u3000\u3000" + PLAN),
    ("mask by mask", "XX县XX镇" + PLAN, "***县*镇" + PLAN),
    ("mask of Han", "某县某镇" + PLAN, "XX县XX镇" + PLAN),
    ("annotations", "態度" + PLAN, "態(tài)度" + PLAN),
    ("compatibility ideographs", "年度" + PLAN, "\uf98e度" + PLAN),
    ("enclosed numerals", "（一）" + PLAN, "㈠" + PLAN),
    ("circled digits", "1、" + PLAN, "①" + PLAN),
    ("a decomposed letter", "café" + PLAN, "cafe\u0301" + PLAN),
    ("list marks", "·" + PLAN, "●" + PLAN),
]
# (what differs, one text, the other): never one report by these keys
DIFFERENT = [
    ("another figure", PLAN, PLAN.replace("12", "13")),
    ("a figure more", PLAN, PLAN + "（5）"),
    ("one character", PLAN, PLAN.replace("镇", "县")),
    ("a mask in place of Han", PLAN, PLAN.replace("党委", "XX")),
    ("a cut", PLAN, PLAN[:-5]),
    ("order", PLAN + WORK, WORK + PLAN),
    ("short texts, marks", "见附件！", "见附件。"),
    ("short texts, masks", "XX同志任局长", "**同志任局长"),
    ("nineteen Han characters", "一二三四五六七八九十一二三四五六七八九！", "一二三四五六七八九十一二三四五六七八九。"),
    ("no Han at all", "plain english text one", "plain english text two"),
    ("mostly other letters", PLAN[:30] + "first words " * 20, PLAN[:30] + "other words " * 20),
    ("no text and no Han", "", "a"),
]


@table(("what", "one", "other"), SAME, ids=[row[0] for row in SAME])
def test_what_does_not_matter(what: str, one: str, other: str) -> None:
    assert keys_of(one, None).pairs == keys_of(other, None).pairs, what


@table(("what", "one", "other"), DIFFERENT, ids=[row[0] for row in DIFFERENT])
def test_what_matters(what: str, one: str, other: str) -> None:
    assert not keys_of(one, None).pairs & keys_of(other, None).pairs, what


TITLE = "2020年读书活动总结"
# (text, title, text without it)
TITLED = [
    (f"{TITLE}\n{PLAN}", TITLE, f"\n{PLAN}"),
    (f"\n\u3000 {TITLE} \r\n{PLAN}", TITLE, f"\r\n{PLAN}"),
    (f"２０２０年讀書活動總結\n{PLAN}", TITLE, f"\n{PLAN}"),
    (f"《{TITLE}》\n{PLAN}", TITLE, f"\n{PLAN}"),
    (f"2019年读书活动总结\n{PLAN}", TITLE, None),
    (f"{TITLE}（一）\n{PLAN}", TITLE, None),
    (f"{TITLE}{PLAN}", TITLE, None),
    (f"{PLAN}\n{TITLE}", TITLE, None),
    (PLAN, None, None),
    (TITLE, TITLE, None),
    (f"{TITLE}\n \n", TITLE, None),
    ("", TITLE, None),
]


@table(("text", "title", "rest"), TITLED)
def test_a_leading_title_is_set_aside(text: str, title: str | None, rest: str | None) -> None:
    assert without_title(text, title) == (text if rest is None else rest)


# Three ways in which pages show one report under one title: every two share a key and its digits.
SHOWN = [(PLAN, TITLE), (f"{TITLE}\n{PLAN}", TITLE), (f"{TITLE}\n{PLAN}", None)]


@pytest.mark.parametrize("one", SHOWN)
@pytest.mark.parametrize("other", SHOWN)
def test_with_and_without_title_is_one_report(one: tuple[str, str | None], other: tuple[str, str | None]) -> None:
    assert keys_of(*one).pairs & keys_of(*other).pairs


def test_the_facts_of_keys() -> None:
    keys = keys_of(f"{TITLE}\n{PLAN}", TITLE)
    assert (keys.han, keys.chars) == (50, 61)
    assert [len(part) for part in (keys.sha256, keys.key, keys.title_key, keys.digits)] == [64, 32, 32, 33]
    assert keys_of("见附件！", None).key.startswith("text:")
    assert keys_of("a b", None).sha256 == keys_of("a\n\u3000b", None).sha256 != keys_of("ac", None).sha256


def test_the_tables_are_whole() -> None:
    assert len(variant_of()) == 8192
    assert len(simplified_of()) == 3222
    assert {variant_of()[one] for one in "坛墰壇壜罈罎"} == {"坛"}
    assert simplified_of()["態"] == "态"
    assert all(variant_of()[one] == one for one in variant_of().values())
    assert not set(simplified_of()) & set(simplified_of().values())


ANY = st.text(
    st.sampled_from("一二三某麼态態Xx1１①㈠度\uf98e，。\n\u3000 é\u0301𠀀〇") | st.characters(codec="utf-8"),
    max_size=80,
)


@given(ANY)
@example(PLAN)
@example("½㎡²Ⅷ\u2f00")
@example("某县")
def test_the_fast_path_gives_what_the_table_gives(text: str) -> None:
    assert skeleton(text) == text.translate(fingerprint._SKELETON)


@given(ANY, ANY)
def test_keys_ignore_white_space_and_are_stable(text: str, title: str) -> None:
    spaced = "\u3000".join(text)
    assert keys_of(text, None).pairs == keys_of(spaced, None).pairs
    assert bare(spaced) == bare(text)
    assert keys_of(text, title) == keys_of(text, title)


def test_scripts_fold_on_real_text(shared: Path) -> None:
    text = (shared / "seeds" / "002_b03e71d88d659f09.txt").read_text(encoding="utf-8")
    simplified = "".join(simplified_of().get(character, character) for character in text)
    assert simplified != text
    assert keys_of(text, None).pairs == keys_of(simplified, None).pairs


def test_long_and_nasty_texts_stay_linear() -> None:
    for nasty in ("\n" * 200_000, "1" * 200_000, "(" * 200_000, LONG * 5_000, " \r\n" * 70_000):
        keys_of(nasty, nasty)
