"""Lines of files: numbered as an editor numbers them, whatever their ends; what is too long is passed over whole."""

import io
from pathlib import Path

import pytest

from crawler import jsonl
from crawler.errors import BadInput
from crawler.jsonl import MAX_LINE_BYTES, check_files, lines_of

LONG = b'{"text": "' + b"a" * MAX_LINE_BYTES
CASES = [
    (b"", []),
    (b"\n\n \r\n", []),
    (b"a\nb", [(1, b"a"), (2, b"b")]),
    (b"a\r\n\r\nb\r\n", [(1, b"a"), (3, b"b")]),
    (b"\xef\xbb\xbfa\nb", [(1, b"a"), (2, b"b")]),
    (b"  {\xc2\x85}\t\n", [(1, b"{\xc2\x85}")]),
    (b"a\x0bb\x0cc\xe2\x80\xa8d", [(1, b"a\x0bb\x0cc\xe2\x80\xa8d")]),
    (LONG + b"\nb\n", [(1, None), (2, b"b")]),
    (b"a\n" + LONG, [(1, b"a"), (2, None)]),
    (b"x" * MAX_LINE_BYTES + b"\r\nb", [(1, b"x" * MAX_LINE_BYTES), (2, b"b")]),
    (b"x" * (MAX_LINE_BYTES + 3) + b"\nb", [(1, None), (2, b"b")]),
]


@pytest.mark.parametrize(("data", "lines"), CASES, ids=range(len(CASES)))
def test_lines_are_numbered_and_long_ones_told(data: bytes, lines: list[tuple[int, bytes | None]]) -> None:
    found = list(lines_of(["-"], io.BytesIO(data)))
    assert [(line.number, None if line.problem else line.body) for line in found] == lines
    assert {line.problem for line in found} <= {None, "the line is longer than 8 MiB; split the text"}


def test_a_long_line_is_never_held(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only so much of it is asked for at once."""
    asked: list[int] = []

    class Watched(io.BytesIO):
        def readline(self, size: int | None = -1, /) -> bytes:
            asked.append(-1 if size is None else size)
            return super().readline(size)

    list(lines_of(["-"], Watched(b"a" * 50_000_000 + b"\n")))
    assert all(0 < size <= MAX_LINE_BYTES + 2 for size in asked)
    assert jsonl.MAX_LINE_BYTES < 50_000_000


def test_files_come_in_order_and_are_named_as_given(tmp_path: Path) -> None:
    for name in ("b.jsonl", "a.jsonl"):
        (tmp_path / name).write_bytes(name.encode())
    found = list(lines_of([str(tmp_path / "b.jsonl"), "-", str(tmp_path / "a.jsonl")], io.BytesIO(b"-")))
    assert [(line.body, line.place) for line in found] == [
        (b"b.jsonl", "b.jsonl:1"), (b"-", "stdin:1"), (b"a.jsonl", "a.jsonl:1")]
    assert found[0].file == str(tmp_path / "b.jsonl")


def test_what_is_no_file_is_told_before_anything_is_read(tmp_path: Path) -> None:
    check_files(["-"])
    with pytest.raises(BadInput, match=r"none\.jsonl: no such file"):
        check_files(["-", str(tmp_path / "none.jsonl")])
    with pytest.raises(BadInput, match="is a folder"):
        check_files([str(tmp_path)])
