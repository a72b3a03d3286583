"""Units, digits, blanks, masks and marks, each typed here again, as pages print them."""

from datetime import UTC, datetime

import pytest

from cleaners.facts.counts import claimed_chars, read_count, read_size
from cleaners.facts.dates import read_date
from cleaners.facts.text import lost_characters, masks_of, script_of
from tests.tables import table


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        ("7", 7),
        ("7k", 7_000),
        ("7千", 7_000),
        ("7w", 70_000),
        ("7万", 70_000),
        ("7萬", 70_000),
        ("7m", 7_000_000),
        ("7亿", 700_000_000),
        ("7億", 700_000_000),
        ("7g", None),
        ("7百", None),
    ],
)
def test_units_of_counters(stated: str, expected: int | None) -> None:
    assert read_count(stated) == expected
    assert read_count(stated.upper()) == expected


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        ("３０２", 302),
        ("１２３４５６７８９０", 1_234_567_890),
        ("１，４５６", 1_456),
        ("７．８９W", 78_900),
        ("①", None),
        ("三", None),
        ("１、４５６", None),
    ],
)
def test_wide_digits(stated: str, expected: int | None) -> None:
    assert read_count(stated) == expected


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        ("3B", 3),
        ("3字节", 3),
        ("3K", 3_072),
        ("3M", 3_145_728),
        ("3兆", 3_145_728),
        ("3G", 3_221_225_472),
        ("３．５KB", 3_584),
        ("3T", None),
        ("3", None),
        ("3字", None),
    ],
)
def test_units_of_sizes(stated: str, expected: int | None) -> None:
    assert read_size(stated) == expected


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        ("全文共3字", (3,)),
        ("全文共3千字", (3_000,)),
        ("全文共1.2万字", (12_000,)),
        ("全文共1.2萬字", (12_000,)),
        ("全文共3亿字", ()),
    ],
)
def test_units_of_claims(stated: str, expected: tuple[int, ...]) -> None:
    assert claimed_chars(stated) == expected


@table("blank", ["\u00a0", "\u3000", "\u2002", "\u2003", "\u2009", "\u202f", "\t", " "])
@table(
    ("stated", "expected"),
    [
        ("_2021-1-2_22:08_", "2021-01-02T22:08+08:00"),
        ("2021年_1_月_2_日_22:08", "2021-01-02T22:08+08:00"),
        ("Sat,_02_Jan_2021_14:08:16_+0000", "2021-01-02T22:08:16+08:00"),
        ("GMT+0,_2021-1-2_14:08", "2021-01-02T22:08+08:00"),
        ("4_天前", "2026-11-18"),
        ("昨天_12:30", "2026-11-21T12:30+08:00"),
    ],
)
def test_blanks_of_any_width_stand_in_dates(blank: str, stated: str, expected: str) -> None:
    now = datetime(2026, 11, 22, 1, 26, tzinfo=UTC)
    found = read_date(stated.replace("_", blank), kind="posted", zone="Asia/Shanghai", fetched_at=now)
    assert found.at == expected


@table(
    "word",
    [
        "某些人", "某种程度", "某種程度", "某个村", "某個村", "某一天", "某项工作", "某項工作", "某类问题",
        "某類問題", "某次会", "某时", "某時",
        "某天", "某几个", "某件事", "某样东西", "某樣東西", "某段路", "某事", "某物", "某处", "某處", "某方面",
        "X光片", "X射线", "X线片", "X線片", "X轴", "X軸", "X染色体", "x光片", "x射线", "x线片", "x線片", "x轴", "x軸",
        "x染色体",
        "宽×长", "寬×長", "长×宽", "長×寬", "宽×高", "宽×厚", "宽×深", "单价×数量", "單價×數量", "数量×价格",
        "數量×價格", "重×量",
        "基数×率", "底×积", "底×積",
    ],
)  # fmt: skip
def test_words_and_products_are_no_masks(word: str) -> None:
    assert masks_of(f"关于{word}的说明") == ()


@pytest.mark.parametrize(
    ("text", "mask"),
    [
        ("关于某镇的说明", "某"),
        ("关于某某些许进步的说明", "某某"),
        ("关于X镇的说明", "X"),
        ("关于XX光电公司的说明", "XX"),
        ("关于x镇的说明", "x"),
        ("关于×镇的说明", "×"),
        ("关于××高中的说明", "××"),
    ],
)
def test_names_left_out_are_masks(text: str, mask: str) -> None:
    assert masks_of(text) == ((mask, 1),)


@table("stop", list("。！!；;，,：:“”‘’「」『』《》（）()…?？ \t\u3000\n"))
def test_a_question_ends_with_its_clause(stop: str) -> None:
    assert lost_characters(f"谁来干{stop}党旗领航?周五学习") == 1
    assert lost_characters("谁来干、党旗领航?周五学习") == 0


def test_bounds_of_texts() -> None:
    assert script_of("贯彻学习") is None  # under ten Han characters
    assert masks_of("关于" + "*" * 9 + "的说明") == (("*" * 9, 1),)
    assert masks_of("关于" + "*" * 10 + "的说明") == ()  # a rule across the page
    assert lost_characters("谁" + "抓落实" * 13 + "?学习") == 0
    assert lost_characters("谁" + "抓落实" * 14 + "?学习") == 1  # the question is too far above its mark


def test_a_date_far_behind_is_not_looked_for() -> None:
    dates = [read_date("于" * n + " 2021-1-2", kind="posted", zone="UTC", fetched_at=None).at for n in (200, 300)]
    assert dates == ["2021-01-02", None]
