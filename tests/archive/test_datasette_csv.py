"""Datasette's CSV: opened by Excel as UTF-8, and no cell a formula, however its pieces are cut."""

import csv
import io
import random
import re
from pathlib import Path

import pytest

from archive.datasette.csv_cells import SafeCells
from archive.exporting.cells import FORMULA_STARTS
from tests.archive.desk import LONG, PLAN, WORK, entry, open_desk, reading
from tests.archive.served import get, serve

# (cell, as it is sent)
CELLS = [
    ("标题", "标题"), ("=1+1", "'=1+1"), ("+cmd|' /C calc'!A0", "'+cmd|' /C calc'!A0"), ("@SUM(1)", "'@SUM(1)"),
    ("-1+1", "'-1+1"), ("\t=1", "'\t=1"), ("\r=1", "'\r=1"), ("＝1+1", "'＝1+1"), ("+5", "'+5"),
    ('=HYPERLINK("http://a.test","x")', '\'=HYPERLINK("http://a.test","x")'),
    ("-12", "-12"), ("-1.5e-07", "-1.5e-07"), ("-3e+300", "-3e+300"), ("-0.0", "-0.0"), ("-1e", "'-1e"), ("12", "12"),
    ("\x00=1", "'\x00=1"),
    ("\x1f=1", "'\x1f=1"), ("", ""), ("a=1", "a=1"), ("两\n=行", "两\n=行"),
    ('他说"=1"，', '他说"=1"，'), ('","=2', '","=2'), ('"', '"'), ("'=1", "'=1"), (" =1", " =1"),
    ("-5\n+cmd", "'-5\n+cmd"), ('"=1', '"=1'),
]  # fmt: skip


def written() -> bytes:
    out = io.StringIO()
    last = [[given, ""] for given, _ in CELLS]
    csv.writer(out).writerows([["=名", "值"], *(["一", given] for given, _ in CELLS), *last])
    return out.getvalue().encode()


@pytest.mark.parametrize("size", [1, 2, 3, 7, 64, 100_000])
def test_no_cell_is_a_formula_wherever_the_bytes_are_cut(size: int) -> None:
    cells, data = SafeCells(), written()
    parts = [data[at : at + size] for at in range(0, len(data), size)]
    sent = b"".join([*(cells.feed(part, is_last=False) for part in parts), cells.feed(b"", is_last=True)])
    assert sent.startswith(b"\xef\xbb\xbf")
    found = list(csv.reader(io.StringIO(sent.decode("utf-8-sig"), newline="")))
    assert found == [["'=名", "值"], *(["一", safe] for _, safe in CELLS), *([safe, ""] for _, safe in CELLS)]


def test_a_last_line_without_an_end_is_sent_too() -> None:
    assert SafeCells().feed(b"a,=b", is_last=True) == b"\xef\xbb\xbfa,'=b"
    assert SafeCells().feed(b"", is_last=True) == b"\xef\xbb\xbf"


def test_a_table_is_downloaded_safe_and_whole(tmp_path: Path) -> None:
    desk = open_desk(tmp_path)
    titles = ['=HYPERLINK("http://x")', "@甲,“乙”\n-丙", "公文"]
    for number, (title, text) in enumerate(zip(titles, (PLAN, WORK, LONG), strict=True)):
        desk.file(reading(entry(text, title=title), key=f"doc:{number}", url=f"http://a.test/{number}"))
    desk.archive.close()
    served = serve(tmp_path / "archive.db")
    for path in ("/archive/reports.csv?_sort=id", "/archive/reports.csv?_sort=id&_stream=1&_dl=1"):
        answer = get(served, path)
        assert answer.content.startswith(b"\xef\xbb\xbf")
        rows = list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"), newline="")))
        kept = [title.lstrip("'").replace("\r\n", "\n") for title in (row["title"] for row in rows)]
        assert [row["title"][0] for row in rows] == ["'", "'", "公"]
        assert kept == titles


def test_any_cells_cut_anywhere_are_safe_and_whole() -> None:
    drawn = random.Random(1)  # noqa: S311 - cells, no secret
    numbers = [-1.5e-07, -1e-300, -3, 2.5, 7]
    for _ in range(300):
        given = [[drawn.choice(["".join(drawn.choices('=+-@\t\r\n",a1.e甲＝', k=drawn.randrange(6))), *numbers])
                  for _ in range(3)] for _ in range(3)]  # fmt: skip
        out = io.StringIO()
        csv.writer(out).writerows(given)
        data, cells, sent = out.getvalue().encode(), SafeCells(), b""
        while data:
            size = drawn.randrange(1, 9)
            sent, data = sent + cells.feed(data[:size], is_last=False), data[size:]
        sent += cells.feed(b"", is_last=True)
        found = list(csv.reader(io.StringIO(sent.decode("utf-8-sig"), newline="")))
        assert found == [[_safe(cell) for cell in row] for row in given]


def _safe(cell: object) -> str:
    is_harmless = not str(cell).startswith(FORMULA_STARTS) or re.fullmatch(r"-\d+(\.\d+)?(e[+-]?\d+)?", str(cell))
    return str(cell) if is_harmless else f"'{cell}"
