"""Counters, sizes and claims of length."""


from functools import partial

from cleaners.facts.counts import claimed_chars, read_count, read_size
from tests.tables import table
from tests.timing import assert_quick


@table(
    ("stated", "expected"),
    [
        ("177", 177),
        (" 1,234 ", 1_234),
        ("1.46W", 14_600),
        ("1.2万", 12_000),
        ("3.2萬次", 32_000),
        ("10万+", 100_000),
        ("3千", 3_000),
        ("5.26K", 5_260),
        ("2亿", 200_000_000),
        ("１２３", 123),
        ("99 次", 99),
        ("0", 0),
        ("1.5", None),
        ("1.23456W", None),
        ("1,23", None),
        ("-", None),
        ("", None),
        ("12 34", None),
        ("约100", None),
        ("-5", None),
        ("1e5", None),
        ("V3.2", None),
    ],
)
def test_counts(stated: str, expected: int | None) -> None:
    assert read_count(stated) == expected


@table(
    ("stated", "expected"),
    [
        ("15.18KB", 15_544),
        ("2.16 MB", 2_264_924),
        ("1M", 1_048_576),
        ("512B", 512),
        ("512 Bytes", 512),
        ("3 字节", 3),
        ("1.5GB", 1_610_612_736),
        ("4 KiB", 4_096),
        ("12.3 kb", 12_595),
        ("KB", None),
        ("15", None),
        ("15,18KB", None),
        ("15.18KBs", None),
        ("约15KB", None),
        ("15KB/s", None),
    ],
)
def test_sizes(stated: str, expected: int | None) -> None:
    assert read_size(stated) == expected


@table(
    ("text", "expected"),
    [
        ("年度总结(3100字)(全文3110字)", (3_100, 3_110)),
        ("年度总结（4050字） 正文", (4_050,)),
        ("【本文共2,340字】", (2_340,)),
        ("(未完，全文共3110字，当前显示1037字)", (3_110,)),
        ("标题\n约3千字\n约 8页", (3_000,)),
        ("总字数：约3.2千字", (3_200,)),
        ("年度总结(3100字) 年度总结(3100字)", (3_100,)),
        ("撰写1000字以上的心得", ()),
        ("全文1000字以上为宜", ()),
        ("每人写一篇不少于2000字的体会", ()),
        ("打出300字左右的短讯", ()),
        ("(2021年8月)", ()),
        ("十三个字", ()),
        ("", ()),
    ],
)
def test_claims_of_length(text: str, expected: tuple[int, ...]) -> None:
    assert claimed_chars(text) == expected


def test_nasty_texts_are_quick() -> None:
    def read_all(nasty: str) -> None:
        claimed_chars(nasty)
        read_count(nasty)
        read_size(nasty)

    for nasty in (
        "(" * 100_000,
        "全文共" * 40_000,
        "1" * 100_000,
        "约" * 100_000,
        "(1,111" * 20_000,
        "字数：" * 30_000,
    ):
        assert_quick(partial(read_all, nasty), seconds=0.5, name=nasty[:9])
