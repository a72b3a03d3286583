"""What of a text is compared: its Han characters alone, folded; and the hashes of the runs that they form."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from archive.likeness.grams import Lookup, across_masks, han_of, hashes_of, points_of
from archive.likeness.sketch import LEAST_RUNS, sketch_of
from archive.likeness.sketch import RUN as EIGHT
from tests.tables import table

PLAIN = "镇党委组织干部每月读一本好书"


def folded(text: str) -> str:
    return "".join(map(chr, han_of(points_of(text))[0].tolist()))


def hashes(text: str, size: int = 5) -> list[int]:
    found: list[int] = hashes_of(han_of(points_of(text))[0], size).tolist()
    return found


ALIKE = [
    ("traditional", "鎮黨委組織幹部每月讀一本好書"),
    ("full width and marks", "镇党委（组织）干部，每月读：一本——好书！"),
    ("wraps", "镇党委组织\r\n  干部每月\u3000读一本\n\n好书"),
    ("figures", "镇党委2021年组织干部每月读一本好书".replace("年", "")),
    ("masks of letters", "XX镇党委***组织干部××每月读□□一本好书"),
    ("a mask that is a Han character", "某镇党委组织某某干部每月读一本好书"),
    ("pinyin in brackets", "镇党(dǎng)委组织(zǔzhī)干部每月读（dú）一本好书"),
    ("lost characters", "镇党委\ufffd组织干部??每月读一本好书"),
    ("letters and emoji", "镇党委PPT组织干部😀每月读APP一本好书"),
    ("zero width signs", "镇党委\u200b组织干部\ufeff每月读一本好书"),
    ("a lone surrogate", "镇党委\ud800组织干部每月读一本好书"),
]  # fmt: skip
UNLIKE = [
    ("a character more", "镇党委组织干部每月读一本好新书"),
    ("a character less", "镇党委组织干部每月读本好书"),
    ("another order", "镇党委组织干部每月一读本好书"),
    ("a numeral is a word", "镇党委组织干部每月读二本好书"),
]


@table(("name", "text"), ALIKE, ids=[row[0] for row in ALIKE])
def test_form_drops_out(name: str, text: str) -> None:
    assert (folded(text), hashes(text)) == (folded(PLAIN), hashes(PLAIN)), name


@table(("name", "text"), UNLIKE, ids=[row[0] for row in UNLIKE])
def test_words_do_not_drop_out(name: str, text: str) -> None:
    assert hashes(text) != hashes(PLAIN), name


@table(
    ("text", "kept"),
    [
        ("𠀀𠮷𪛖𫝀𰀀", 5),  # extensions B to G, past the BMP
        ("㐀䶵〇", 3),
        ("豈更車", 3),  # compatibility ideographs
        ("\u3006\u3005\u30ab\uac00a1。", 0),  # closing mark, iteration mark, kana, hangul
        ("\U000323b0\U0001f600", 0),
        ("", 0),
    ],
)
def test_all_han_characters_count_and_no_others(text: str, kept: int) -> None:
    assert len(folded(text)) == kept


def test_places_are_those_in_the_text_though_characters_lie_past_the_bmp() -> None:
    places = han_of(points_of("😀甲,𠮷 乙"))[1]
    assert places.tolist() == [1, 3, 5]


@table(("count", "size", "runs"), [(0, 5, 0), (4, 5, 0), (5, 5, 1), (6, 5, 2), (7, 8, 0), (8, 8, 1), (30, 8, 23)])
def test_a_text_has_so_many_runs(count: int, size: int, runs: int) -> None:
    text = "".join(chr(0x4E00 + number) for number in range(count))
    assert len(hashes(text, size)) == runs


def test_a_run_hashes_alike_wherever_it_stands_and_its_mirror_does_not() -> None:
    assert hashes("甲乙丙丁戊")[0] == hashes("子丑甲乙丙丁戊寅卯")[2]
    assert hashes("甲乙丙丁戊") != hashes("戊丁丙乙甲")
    spread = np.array(hashes("".join(chr(0x4E00 + number) for number in range(4000))), dtype=np.uint64)
    assert len(np.unique(spread)) == len(spread)
    assert abs(float((spread >> np.uint64(60)).mean()) - 7.5) < 0.5, "spread over all bits: neighbours' too"


@table(
    ("text", "blind"),
    [
        ("甲乙丙丁戊己庚", None),
        ("甲乙丙XX丁戊己庚", [True, True, True]),
        ("XX甲乙丙丁戊己庚", [False, False, False]),
        ("甲乙丙丁戊己庚**", [False, False, False]),
        ("甲某乙丙丁戊己庚", [True, False, False]),
        ("甲乙？丙丁戊己庚", [True, True, False]),
        ("甲乙，丙丁戊己庚", None),
        ("甲乙2021丙丁戊己庚", None),
        ("甲XX乙", None),
    ],
)
def test_a_run_across_a_mask_is_blind(text: str, blind: list[bool] | None) -> None:
    points = points_of(text)
    found = across_masks(points, han_of(points)[1], 5)
    assert (None if found is None else found.tolist()) == blind


@table(("count", "runs"), [(0, 0), (EIGHT - 1, 0), (EIGHT, 1), (LEAST_RUNS + EIGHT - 1, LEAST_RUNS)])
def test_a_short_text_keeps_all_of_its_runs(count: int, runs: int) -> None:
    sketch = sketch_of(han_of(points_of("".join(chr(0x4E00 + number) for number in range(count))))[0])
    assert (sketch.runs, len(sketch.hashes), len(sketch.indexed())) == (runs, runs, runs)


NUMBER = st.one_of(st.integers(0, 40), st.integers(2**64 - 20, 2**64 - 1), st.integers(0, 2**64 - 1))


@given(st.sets(NUMBER, max_size=60), st.lists(NUMBER, max_size=60))
def test_a_look_up_finds_what_is_there_whatever_shares_its_upper_bits(known: set[int], asked: list[int]) -> None:
    ascending = np.array(sorted(known), dtype=np.uint64)
    at, places = Lookup(ascending).find(np.array(asked, dtype=np.uint64))
    assert at.tolist() == [place for place, one in enumerate(asked) if one in known]
    assert [sorted(known)[place] for place in places.tolist()] == [one for one in asked if one in known]
