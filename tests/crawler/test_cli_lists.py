"""Lists of URLs: what is a line, what is told about a bad one, and that it costs no other its place."""

from pathlib import Path

import pytest

from crawler.cli.url_list import read_lists
from crawler.errors import BadInput

A, B = "http://a.example/thread-1-1-1.html", "https://b.example:8080/x?y=1#z"


@pytest.mark.parametrize("data", [
    f"{A}\n{B}\n".encode(), f"{A}\r\n{B}".encode(), f"\ufeff{A}\n{B}\n".encode(), f"{A}\n{B}\n".encode("utf-16"),
    f"# 名单\n\n  {A}  \n\t{B}\n\n".encode(), f"{A}\n{B}\n{A}\n".encode(), f"{A}\r{B}\r".encode(),
])  # fmt: skip
def test_lists_are_read_in_any_dress(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "list.txt"
    path.write_bytes(data)
    found = read_lists([], [str(path)])
    assert (found.urls, found.problems) == ((A, B), ())


BAD_LINES = [
    ("a.example/thread", "'a.example/thread' is no http or https URL (http://a.example/thread?)"),
    ("ftp://a.example/", "'ftp://a.example/' is no http or https URL"),
    ("javascript:alert(1)", "'javascript:alert(1)' is no http or https URL"),
    ("http://", "'http://' is no http or https URL"),
    ("http://a.example:port/", "is no http or https URL"),
    ("http://user:word@a.example/", "is no http or https URL"),
    ("http://[::1/", "is no http or https URL"),
    ("一段中文", "'一段中文' is no http or https URL"),
    (f"{A} {B}", "holds white space: one URL a line"),
    ("http://a.example/" + "x" * 2_048, "is longer than 2048 characters"),
    ("http://%61.example/", "holds a host that no name or address can be"),
    ("http://a..example/", "holds a host that no name or address can be"),
    ("http://a\\b.example/", "holds a host that no name or address can be"),
]


@pytest.mark.parametrize(("line", "message"), BAD_LINES, ids=[case[0][:30] for case in BAD_LINES])
def test_a_bad_line_is_told_with_its_number_and_the_others_count(tmp_path: Path, line: str, message: str) -> None:
    path = tmp_path / "list.txt"
    path.write_text(f"# list\n{A}\n{line}\n{B}\n", encoding="utf-8")
    found = read_lists([], [str(path)])
    assert found.urls == (A, B)
    (problem,) = found.problems
    assert problem.startswith(f"{path} line 3: ")
    assert message in problem


@pytest.mark.parametrize(("line", "url"), [
    ("http://例子.中国/thread-1-1-1.html", "http://xn--fsqu00a.xn--fiqs8s/thread-1-1-1.html"),
    ("http://BBS.A.example.:8080/x?y=总结", "http://bbs.a.example:8080/x?y=总结"),
    ("http://①②⑦.⓪.⓪.①/x", "http://127.0.0.1/x"),  # which the guard then refuses
    ("http://a_b.example/x", "http://a_b.example/x"),
    ("http://[2001:db8::1]:81/x", "http://[2001:db8::1]:81/x"),
])  # fmt: skip
def test_hosts_are_spelled_as_they_go_over_the_wire(line: str, url: str) -> None:
    assert read_lists([line], []).urls == (url,)


def test_a_line_in_another_charset_is_told(tmp_path: Path) -> None:
    path = tmp_path / "list.txt"
    path.write_bytes(f"{A}\nhttp://a.example/".encode() + "总结".encode("gbk") + b"\n")
    found = read_lists([], [str(path)])
    assert found.urls == (A,)
    assert "line 2: " in found.problems[0]
    assert "is not UTF-8" in found.problems[0]


NOTHING = [
    ("empty", b"", "the list is empty"), ("only comments", b"# a\n\n#b\n", "the list is empty"),
    ("only bad lines", b"x\ny\n", "list.txt line 1: 'x' is no http or https URL (and 1 more)"),
]  # fmt: skip


@pytest.mark.parametrize(("data", "message"), [case[1:] for case in NOTHING], ids=[case[0] for case in NOTHING])
def test_a_list_without_a_url_is_refused(tmp_path: Path, data: bytes, message: str) -> None:
    path = tmp_path / "list.txt"
    path.write_bytes(data)
    with pytest.raises(BadInput) as caught:
        read_lists([], [str(path)])
    assert message in str(caught.value)


def test_no_list_a_missing_one_and_a_folder(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="no URL given"):
        read_lists([], [])
    with pytest.raises(BadInput, match=r"none\.txt: no such file"):
        read_lists([], [str(tmp_path / "none.txt")])
    with pytest.raises(BadInput, match="is a folder, not a list of URLs"):
        read_lists([], [str(tmp_path)])


def test_arguments_and_lists_are_one_list(tmp_path: Path) -> None:
    path = tmp_path / "list.txt"
    path.write_text(f"{B}\n{A}\n", encoding="utf-8")
    found = read_lists([A, "nonsense"], [str(path)])
    assert found.urls == (A, B)
    assert found.problems == ("argument: 'nonsense' is no http or https URL",)
