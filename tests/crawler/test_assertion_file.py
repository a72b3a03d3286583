"""A CSV of words: what each line says, and what is told of a line that is none."""

import pytest

from archive.asserting import Word
from crawler.assertion_file import read_sheet

HEAD = "subject,field,value,why,who\n"


def word(subject: str, value: str | None = "题", *, who: str = "甲", why: str | None = None) -> Word:
    return Word(subject=subject, field="title", value=value, who=who, why=why)


GOOD = [
    (f"{HEAD}a,title,题,,\n".encode(), (word("a"),), (2,)),
    (f"\ufeff{HEAD}a,title,题,查过,乙\r\n".encode(), (word("a", who="乙", why="查过"),), (2,)),
    (f"\r\n{HEAD}\n,,,,\na,title,题\n".encode(), (word("a"),), (5,)),
    ("Value, FIELD ,subject\n题,title, a \n题,title,b".encode(), (word("a"), word("b")), (2, 3)),
    (f'{HEAD}a,title,"题，甲,乙\n丙",,\nb,title,题\n'.encode(), (word("a", "题，甲,乙\n丙"), word("b")), (2, 4)),
]  # fmt: skip


@pytest.mark.parametrize(("body", "words", "lines"), GOOD)
def test_every_line_is_a_word(body: bytes, words: tuple[Word, ...], lines: tuple[int, ...]) -> None:
    sheet = read_sheet(body, who="甲")
    assert (sheet.words, sheet.lines, sheet.problems, sheet.charset) == (words, lines, (), "utf-8")


def test_a_spreadsheets_own_charset_is_read_and_named() -> None:
    sheet = read_sheet(f"{HEAD}a,title,题,,\n".encode("gb18030"), who="甲", why="名单")
    assert (sheet.words, sheet.charset) == ((word("a", why="名单"),), "gb18030")


def test_a_retraction_needs_no_value() -> None:
    sheet = read_sheet(b"subject,field\na,title\n", who="\u7532", needs_value=False)
    assert (sheet.words, sheet.problems) == ((word("a", None),), ())


BAD = [
    (b"", [(1, "no word below the header")]),
    (HEAD.encode(), [(1, "no word below the header")]),
    (b"a,title,x\n", [(1, "no column subject, field, value")]),
    (b"subject,field\na,title\n", [(1, "no column value")]),
    (b"subject,field,value,note\na,title,x,y\n", [(1, "no such column 'note'")]),
    (b"subject,field,value,value\na,title,x,y\n", [(1, "a column stands there twice")]),
    (f"{HEAD}a,title,,查过,乙\n,label,x\nb,,\n".encode(), [(2, "no value"), (3, "no subject"),
                                                         (4, "no field and no value")]),
    (f"{HEAD}a,title,一,二,三,四\nb,title,题\n".encode(), [(2, "6 cells under 5 columns")]),
    (f'{HEAD}b,title,题\na,title,"题\n'.encode(), [(3, "no CSV: unexpected end of data")]),
    (b"subject,field,value\na,title,\xff\xff\n", [(1, "neither UTF-8 nor GB18030")]),
]


@pytest.mark.parametrize(("body", "problems"), BAD)
def test_a_bad_line_is_told_with_its_number(body: bytes, problems: list[tuple[int, str]]) -> None:
    found = read_sheet(body, who="甲").problems
    assert len(found) == len(problems)
    for (line, told), (wanted_line, wanted) in zip(found, problems, strict=True):
        assert line == wanted_line
        assert told.startswith(wanted)
