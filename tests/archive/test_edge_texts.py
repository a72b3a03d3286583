"""Texts at the edges of what comes in: empty, tiny, huge, masked, without Han; each filed rightly and fast."""

from pathlib import Path

import pytest

from archive.likeness.judge import judge
from archive.likeness.prepared import Prepared
from archive.rededup import rededup
from tests.archive.filing_texts import check_archive, file, filed, groups, related
from tests.archive.made_reports import laid_out, made, numbered, sentences
from tests.tables import table
from tests.timing import assert_quick

TWENTY = "镇里修桥三座，开渠两条，又种树百亩。"
OVER_TWENTY = f"今年以来全镇，{TWENTY}"
WHOLE = sentences(1000, 40)
TEXT = laid_out(WHOLE)
LATIN = "The quick brown fox jumps over the lazy dog, and the committee notes it. "
Case = tuple[str, list[str], list[set[int]]]
CASES: list[Case] = [
    ("nothing but white space", ["\n\u3000 \n", " \n", TEXT], [{2}]),  # a fault of the page
    ("under twenty characters", [TWENTY, TWENTY.replace("，", ","), TWENTY + "\n", TEXT], [{0, 2}, {1}, {3}]),
    (
        "twenty",
        [OVER_TWENTY, OVER_TWENTY.replace("，", ","), OVER_TWENTY.replace("桥", "路"), TEXT],
        [{0, 1}, {2}, {3}],
    ),
    ("twenty characters of a report", [WHOLE[5], TEXT], [{0}, {1}]),
    ("one character many times", ["一" * 100_000, "一" * 100_000 + "。", "二" * 100_000, TEXT], [{0, 1}, {2}, {3}]),
    ("two characters many times", ["总结" * 20_000, "总结" * 20_000 + "！", TEXT], [{0, 1}, {2}]),
    ("only masks", ["XX" * 400, "**" * 400, "某" * 400, TEXT], [{0}, {1}, {2}, {3}]),
    ("only Latin", [LATIN * 30, LATIN * 30 + "\n", LATIN * 31, TEXT], [{0, 1}, {2}, {3}]),
    ("only figures", ["2021 " * 300, "2022 " * 300, TEXT], [{0}, {1}, {2}]),
    ("kana and hangul", ["ひらがな한글" * 200, TEXT], [{0}, {1}]),
    ("signs past the BMP", ["😀" * 500 + TEXT, TEXT, "𠀀𠮷" * 400], [{0, 1}, {2}]),
    ("one line without end", ["".join(sentences(3, 40)).replace("。", ""), TEXT], [{0}, {1}]),
]


@table(("name", "texts", "expected"), CASES, ids=[case[0] for case in CASES])
def test_odd_texts_are_filed_with_those_they_are(
    name: str, texts: list[str], expected: list[set[int]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    for order in (1, -1):
        desk = filed(tmp_path_factory.mktemp("odd"), texts, list(range(len(texts)))[::order])
        assert groups(desk) == expected, name
        assert related(desk) == set()
        rededup(desk.archive)
        assert groups(desk) == expected, name
        check_archive(desk)
        desk.archive.close()


@table(
    ("name", "text", "seconds"),
    [
        ("one character", "一" * 100_000, 0.15),
        ("two characters", "总结" * 50_000, 0.15),
        ("masks", "某XX" * 33_000, 0.3),
        ("figures", "12、" * 33_000, 0.3),
        ("a figure at each character", "一1" * 50_000, 0.4),
        ("line breaks", "\n" * 100_000, 0.15),
        ("headings", "一、\n" * 33_000, 1.0),
        ("an odd line many times", f"{WHOLE[0]}\n" * 4_000, 0.6),
    ],
)
def test_a_hundred_thousand_characters_are_compared_in_a_moment(name: str, text: str, seconds: float) -> None:
    def work() -> None:
        judge(Prepared(text), Prepared(text + "。"))
        judge(Prepared(text), Prepared(TEXT))
        judge(Prepared(TEXT), Prepared(text))

    assert_quick(work, seconds=seconds, name=name)


def test_five_hundred_copies_are_one_report(tmp_path: Path) -> None:
    copies = [f"{'，' * (number % 25)}{TEXT.replace('了', 'X' * (number // 25))}" for number in range(500)]
    desk = filed(tmp_path, ["占位。"])
    for number, text in enumerate(copies, start=1):
        file(desk, number, text)
    assert groups(desk) == [{0}, set(range(1, 501))]
    assert file(desk, 501, laid_out(WHOLE[:20])) == file(desk, 502, TEXT.replace("和", "*"))
    assert file(desk, 503, made(2, 40)) != file(desk, 504, laid_out(WHOLE[18:]))
    assert groups(desk) == [{0}, {*range(1, 503), 504}, {503}]
    rededup(desk.archive)
    assert groups(desk) == [{0}, {*range(1, 503), 504}, {503}]
    check_archive(desk)
    desk.archive.close()


ITEMS = [made(number, 130) for number in range(100)]


def test_a_compilation_of_a_million_bytes_holds_its_hundred_reports(tmp_path: Path) -> None:
    book = numbered(*ITEMS)
    assert len(book.encode()) > 900_000
    known = [7, 33, 99]
    desk = filed(tmp_path, [*(ITEMS[number] for number in known), TEXT, book, ITEMS[50].replace("了", "X")])
    expected = {("contains", 4, number) for number in (0, 1, 2, 5)}
    assert groups(desk) == [{0}, {1}, {2}, {3}, {4}, {5}]
    assert related(desk) == expected
    rededup(desk.archive)
    assert (groups(desk), related(desk)) == ([{0}, {1}, {2}, {3}, {4}, {5}], expected)
    check_archive(desk)
    desk.archive.close()


def test_such_a_compilation_is_read_and_compared_fast() -> None:
    book = numbered(*ITEMS)

    def work() -> None:
        whole = Prepared(book)
        assert len(whole.sketch.hashes) > 20_000
        assert judge(whole, Prepared(ITEMS[40])) is not None

    assert_quick(work, seconds=1.5)
