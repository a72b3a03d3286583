"""How texts differ, piece by piece: what is form, what is masked, lacking, added, changed, moved."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import Indel

from archive.likeness.alignment import CELLS, align
from archive.likeness.anchors import Block, heaviest
from archive.likeness.differences import differences
from archive.likeness.forms import Form
from archive.likeness.kinds import REAL, Kind
from tests.archive.desk import LONG, PLAN, WORK
from tests.tables import table

OTHER = "入夏以来雨水偏多，各村轮流值守，共转移低洼处住户26户，无一人受伤，庄稼也保住了大半。"

# (name, the one text, the other, [(kind, in the one, in the other)] of all that is not equal)
CHANGES: list[tuple[str, str, str, list[tuple[str, str, str]]]] = [
    ("nothing", PLAN, PLAN, []),
    ("empty texts", "", "", []),
    ("all of it", "", "开会", [("adds", "", "开会")]),
    ("a sentence less", PLAN + WORK + LONG, PLAN + LONG, [("lacks", WORK, "")]),
    ("a sentence more", PLAN + LONG, PLAN + WORK + LONG, [("adds", "", WORK)]),
    ("cut at the end", PLAN + WORK, PLAN, [("lacks", WORK, "")]),
    ("cut at the head", PLAN + WORK, WORK, [("lacks", PLAN, "")]),
    ("a mask for words", PLAN, PLAN.replace("镇党委", "XX"), [("masks", "镇党委", "XX")]),
    ("a mask for a character", "在村的带领下，全村动手", "在*的带领下，全*动手",
     [("masks", "村", "*"), ("masks", "村", "*")]),
    ("words for a mask", PLAN.replace("镇党委", "某某"), PLAN, [("filled", "某某", "镇党委")]),
    ("a mask for figures", "投入35万元，修路", "投入XX万元，修路", [("masks", "35", "XX")]),
    ("a masked year", "2019年修路三条", "20XX年修路三条", [("masks", "2019", "20XX")]),
    ("a long bar for words", "联系人王小二，电话另行通知", "联系人************，电话另行通知",
     [("masks", "王小二", "************")]),
    ("masks round a character", "由云岭镇石桥村承办", "由XX镇XX村承办",
     [("masks", "云岭", "XX"), ("masks", "石桥", "XX")]),
    ("a private character is no mask", "读\ue000书", "读好书", [("adds", "\ue000", "好")]),
    ("a difference begins where a sentence does", "村里读书，村里种树。村里修路，村里唱歌。村里开会。",
     "村里读书，村里种树。村里开会。", [("lacks", "村里修路，村里唱歌。", "")]),
    ("no mask: some", "某些村还没有修路", "少数村还没有修路", [("words", "某些", "少数")]),
    ("no mask: a sign", "修好了3×4米的台子", "修好了3乘4米的台子", [("adds", "×", "乘")]),
    ("a figure", PLAN, PLAN.replace("12", "15"), [("figures", "12", "15")]),
    ("a figure as a whole", "共2019元整", "共2119元整", [("figures", "2019", "2119")]),
    ("a decimal", "增长3.5个点", "增长3.8个点", [("figures", "3.5", "3.8")]),
    ("a figure in characters", "共十二项工作", "共十五项工作", [("figures", "二", "五")]),
    ("words", PLAN, PLAN.replace("读书", "植树"), [("words", "读书", "植树")]),
    ("words beside a figure", "共举办12场交流会", "共组织15场交流会",
     [("words", "举办", "组织"), ("figures", "12", "15")]),
    ("words beside the same figure", "共举办12场交流会", "共组织12场交流会", [("words", "举办", "组织")]),
    ("moved", PLAN + "\n" + WORK + "\n" + LONG, PLAN + "\n" + LONG + "\n" + WORK,
     [("moved", "", LONG + "\n"), ("moved", LONG, "")]),
    ("moved and changed", OTHER + PLAN + WORK, PLAN + WORK.replace("40", "50") + OTHER,
     [("moved", OTHER, ""), ("figures", "40", "50"), ("moved", "", OTHER)]),
    ("a note for pages", PLAN + WORK + LONG, PLAN + "下文从略", [("lacks", WORK + LONG, ""), ("adds", "", "下文从略")]),
    ("pages for a note", PLAN + "下文从略", PLAN + WORK + LONG, [("adds", "", WORK + LONG), ("lacks", "下文从略", "")]),
    ("a mask for much", PLAN + WORK + LONG + PLAN, PLAN + "XX" + PLAN, [("masks", WORK + LONG, "XX")]),
    ("marks", PLAN, PLAN.replace("。", "！"), [("marks", "。", "！")]),
    ("emoji", PLAN, "🌹" + PLAN, [("marks", "", "🌹")]),
    ("a reading without tone", PLAN, PLAN.replace("好书", "好(hao)书"), [("pinyin", "", "(hao)")]),
    ("a reading for a character that lost a byte", "工作。现有三项", "工作，F(xiàn)有三项",
     [("pinyin", "。现", "，F(xiàn)")]),
    ("masks in a row", "由王小、李大牵头", "由□□、□□牵头", [("masks", "王小、李大", "□□、□□")]),
    ("a reading for words", "读好书了", "读(hao)了", [("words", "好书", "(hao)")]),
    ("no reading", PLAN, PLAN.replace("好书", "好(附件一)书"), [("adds", "", "(附件一)")]),
    ("other sentences that share a word", PLAN + WORK, PLAN + "各位来宾对本次工作的开展提出了许多问题", [
        ("words", WORK, "各位来宾对本次工作的开展提出了许多问题"),
    ]),
]  # fmt: skip
# (name, the one text, the other, places by form)
FORMS = [
    ("script", "總結經驗，開展讀書", "总结经验，开展读书", {Form.SCRIPT: 7}),
    ("variants", "群众裏面", "羣众裡面", {Form.SCRIPT: 2}),
    ("width", "共12场（全镇），完成", "共１２场(全镇),完成", {Form.WIDTH: 4}),
    ("one sign for three", "等等…好的", "等等...好的", {}),
    ("a sign of two", "零下5℃", "零下5℃ ", {}),
    ("case", "用 App 报名", "用 APP 报名", {Form.CASE: 1}),
    ("wraps", PLAN, PLAN[:10] + "\n" + PLAN[10:30] + "\n\u3000" + PLAN[30:], {Form.SPACE: 2}),
    ("a wrap within a number", "于2019年8月", "于20\n19年8月", {Form.SPACE: 1}),
    ("readings", "態度很好，總之", "態(tài)度很好，總(zǒng)之", {Form.PINYIN: 2}),
    ("mask style", "XX镇与某某村", "***镇与□□村", {Form.MASK: 2}),
    ("year mask style", "20XX年修路", "20**年修路", {Form.MASK: 1}),
    ("white space alone", " \n", "", {Form.SPACE: 1}),
]


@table("name, one, other, expected", CHANGES, ids=[row[0] for row in CHANGES])
def test_each_difference_has_its_kind(name: str, one: str, other: str, expected: list[tuple[str, str, str]]) -> None:
    pieces = differences(one, other).pieces
    assert [(piece.kind, piece.one, piece.other) for piece in pieces if piece.kind is not Kind.EQUAL] == expected


@table("name, one, other, expected", FORMS, ids=[row[0] for row in FORMS])
def test_form_is_no_difference_of_the_text(name: str, one: str, other: str, expected: dict[Form, int]) -> None:
    found = differences(one, other)
    assert (dict(found.forms), found.is_form_only) == (expected, True)
    assert not set(found.tallies) & set(REAL)


def test_sums_count_runs_and_characters_without_white_space() -> None:
    one = PLAN + "\n" + WORK + "\n" + LONG
    other = PLAN.replace("镇党委", "XX").replace("12", "9") + "\n" + LONG.replace("全县", "全市")
    found = differences(one, other)
    told = {kind: (tally.runs, tally.chars, tally.other_chars) for kind, tally in found.tallies.items()}
    assert told == {Kind.MASKS: (1, 3, 2), Kind.FIGURES: (1, 2, 1), Kind.LACKS: (1, 44, 0), Kind.WORDS: (1, 1, 1)}
    assert (found.chars, found.other_chars) == (len(PLAN + WORK + LONG), len(other) - 1)
    assert (found.lacks_head, found.lacks_tail, found.is_form_only) == (0, 0, False)


@pytest.mark.parametrize(("other", "head", "tail"), [(PLAN, 0, len(WORK + LONG)), (LONG, len(PLAN + WORK), 0),
                                                     (WORK, len(PLAN), len(LONG)),
                                                     (PLAN + "下文从略", 0, len(WORK + LONG))])  # fmt: skip
def test_what_is_cut_off_is_told_by_its_end(other: str, head: int, tail: int) -> None:
    found = differences(f"{PLAN}\n{WORK}\n{LONG}", other)
    assert (found.lacks_head, found.lacks_tail) == (head, tail)


WILD = st.text(st.sampled_from("一二三甲乙丁总總结。，(tài)XX**某12 \n\u3000…㈠①ａA\ue000\U00040000🌹"), max_size=60)


@given(WILD, WILD)
def test_the_pieces_make_up_both_texts(one: str, other: str) -> None:
    found = differences(one, other)
    assert "".join(piece.one for piece in found.pieces) == one
    assert "".join(piece.other for piece in found.pieces) == other
    for piece in found.pieces:
        assert one[piece.start : piece.end] == piece.one
        assert other[piece.other_start : piece.other_end] == piece.other
    assert differences(one, one).is_form_only


PHRASES = st.lists(st.sampled_from(["甲乙丙丁戊己", "庚辛壬癸子丑", "丙丁戊己庚辛", "寅卯"]), max_size=12).map("".join)


@given(st.text("甲乙丙", max_size=80) | PHRASES, st.text("甲乙丙", max_size=80) | PHRASES)
def test_blocks_are_equal_in_order_and_apart(one: str, other: str) -> None:
    found = align(one, other)
    ends = (0, 0)
    for block in found.blocks:
        assert one[block.one : block.one + block.size] == other[block.other : block.other + block.size] != ""
        assert block.one >= ends[0]
        assert block.other >= ends[1]
        ends = block.one + block.size, block.other + block.size


def test_anchors_that_overlap_are_cut() -> None:
    blocks = [Block(0, 0, 20), Block(15, 30, 20), Block(22, 5, 9)]
    assert heaviest(blocks) == [Block(0, 0, 20), Block(20, 35, 15)]
    assert heaviest([]) == []


def _page(rng: random.Random, size: int, characters: int = 3000) -> str:
    return "".join(chr(0x4E00 + rng.randrange(characters)) for _ in range(size))


@pytest.mark.parametrize("name", ["unrelated", "one character", "by turns", "of two characters"])
def test_never_more_than_so_many_pairs_are_compared_at_once(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two rows of 20,000 symbols, 400 million pairs, on which no anchor is found."""
    rng, sizes = random.Random(5), list[int]()  # noqa: S311 - a test's own disorder
    one, other = {
        "unrelated": (_page(rng, 20_000), _page(rng, 20_000)),
        "one character": ("二" + "一" * 20_000 + "三", "四" + "一" * 19_000 + "五"),
        "by turns": ("一二" * 10_000, "二二一" * 6_500),
        "of two characters": (_page(rng, 20_000, 2), _page(rng, 20_000, 2)),
    }[name]

    class Counted:
        @staticmethod
        def opcodes(first: str, second: str) -> object:
            sizes.append(len(first) * len(second))
            return Indel.opcodes(first, second)

    monkeypatch.setattr("archive.likeness.alignment.Indel", Counted)
    found = align(one, other)
    assert len(sizes) > 1
    assert max(sizes) <= CELLS
    assert sum(block.size for block in found.blocks) > (3000 if name != "unrelated" else 0)


def test_of_passages_that_recur_one_can_be_moved() -> None:
    """LONG stands twice in both texts, so that it is no anchor until the other pair is found."""
    found = differences("甲" + LONG + PLAN + LONG + WORK + "乙", "丙" + LONG + PLAN + WORK + LONG + "丁")
    assert {kind: tally.runs for kind, tally in found.tallies.items()} == {Kind.WORDS: 2, Kind.MOVED: 1}


def test_shuffled_paragraphs_are_moved() -> None:
    rng = random.Random(7)  # noqa: S311 - a test's own disorder
    paragraphs = [_page(rng, 100) for _ in range(60)]
    found = differences("\n".join(paragraphs), "\n".join(rng.sample(paragraphs, len(paragraphs))))
    assert set(found.tallies) == {Kind.MOVED}
    assert 0 < found.tallies[Kind.MOVED].chars < found.chars
