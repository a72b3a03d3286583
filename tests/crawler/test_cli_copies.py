"""`copies` and `diff` from the shell: in lines, as rows, as one object, with and without colour."""

import csv
import io
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from crawler.cli.copies import _numbers
from crawler.cli.main import gongwen
from tests.archive.desk import LONG, PLAN, WORK, Facts, entry, open_desk, reading
from tests.crawler.saved_pages import write

FIRST = "\n".join((PLAN, WORK, LONG))
LAST = FIRST.replace("，", ",").replace("总结经验", "總結經驗")
MASKED = FIRST.replace("镇党委", "某某").replace("12", "15")


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive of one report at three places, one of them undated between two dated threads."""
    folder = tmp_path_factory.mktemp("provenance")
    desk = open_desk(folder)
    put: Sequence[tuple[str, int, str | None, str]] = (
        ("a.example", 70, "2020-05-01", FIRST), ("b.example", 7, None, LAST), ("c.test", 70, "2021-06-01", FIRST),
        ("b.example", 5, "2019-01-01", "此处说的是山里的茶园与春天的雨水，与别处毫不相干，不过凑成一段。"),
        ("b.example", 9, "2019-02-01", "另一篇讲的是渔船何时出海、渔网如何修补、鱼汛几月到来，也是一段。"),
    )  # fmt: skip
    for host, number, on, text in put:
        url = f"http://{host}/thread-{number:05}-1-1.html"
        made = reading(entry(text), key=f"discuz:{host}:thread:{number}", url=url, facts=Facts(published_at=on))
        desk.file(made)
    desk.archive.close()
    return folder


def ask(data: Path, *args: str, **more: Any) -> Result:
    return CliRunner().invoke(gongwen, ["--data", str(data), *args], **more)


@pytest.fixture(scope="module")
def public_id(data: Path) -> str:
    (hit,) = (json.loads(line) for line in ask(data, "search", "村口的石桥", "--json").stdout.splitlines())
    found: str = hit["public_id"]
    return found


def test_copies_says_of_each_place_what_is_known(data: Path, public_id: str) -> None:
    result = ask(data, "copies", public_id)
    assert result.exit_code == 0
    day = "2026-11-22"
    assert result.stdout.splitlines() == [
        "  1  2020-05-01 published  http://a.example/thread-00070-1-1.html  canonical text, earliest",
        "  2  2021-06-01 published  http://c.test/thread-00070-1-1.html",
        "     likely a mirror of place 1: same path, the same text, another host",
        "  3  undated (2019-01-01 to 2019-02-01)  http://b.example/thread-00007-1-1.html",
        "     form: 11 marks of another width; 4 characters of another script or variant",
        "     bracketed by lower id 5: 2019-01-01 http://b.example/thread-00005-1-1.html; "
        f"first capture: {day}T03:02:00.000000Z; higher id 9: 2019-02-01 http://b.example/thread-00009-1-1.html",
        "canonical text: place 1, it is dated 2020-05-01, place 3 not at all",
        "earliest known copy: place 1, published 2020-05-01",
        "undated: place 3, perhaps earlier: place 3",
        "1 likely mirror",
    ]


def test_a_first_capture_alone_is_no_news(tmp_path: Path) -> None:
    desk = open_desk(tmp_path)
    (public_id,) = desk.file(reading(entry(FIRST))).public_ids
    desk.archive.close()
    assert ask(tmp_path, "copies", public_id).stdout.splitlines() == [
        "  1  undated (until 2026-11-22)  http://a.test/1  canonical text",
        "canonical text: place 1, the only wording",
        "earliest known copy: none of the places says when it was published",
    ]


@pytest.mark.parametrize(("numbers", "told"), [
    ((4,), "place 4"), ((1, 2, 3, 5, 8, 9), "places 1-3, 5, 8-9"),
    (tuple(range(1, 40, 2)), "places 1, 3, 5, 7, 9, 11, 13, 15, 17, 19, 21, 23 and 8 more"),
])  # fmt: skip
def test_many_places_are_named_in_short(numbers: tuple[int, ...], told: str) -> None:
    assert _numbers(numbers) == told


def test_copies_are_rows_and_cells(data: Path, public_id: str) -> None:
    rows = [json.loads(line) for line in ask(data, "copies", public_id, "--json").stdout.splitlines()]
    assert [(row["number"], row["is_earliest"], row["is_canonical"], row["mirror_of"]) for row in rows] == [
        (1, True, True, None), (2, False, True, 1), (3, False, False, None),
    ]  # fmt: skip
    assert (rows[2]["not_before"], rows[2]["not_after"], rows[2]["lacks"]) == ("2019-01-01", "2019-02-01", 0)
    assert "text" not in rows[0]
    assert [row["id"] for row in rows] == [1, 3, 2]  # of the archive's own rows; `assert` takes them
    told = csv.DictReader(io.StringIO(ask(data, "copies", public_id, "--csv").stdout.removeprefix("\ufeff")))
    assert [row["why_canonical"] for row in told] == ["it is dated 2020-05-01, place 3 not at all", "", ""]
    assert ask(data, "copies", public_id, "--table").stdout.startswith("number  published_on  date_kind")


def test_an_unknown_report_is_one_line(data: Path) -> None:
    for args in (["copies", "0123456789"], ["diff", "0123456789", "0123456789"], ["diff", "0123456789:2"]):
        result = ask(data, *args)
        assert (result.exit_code, result.stdout, result.stderr.count("\n")) == (1, "", 1)
        assert "0123456789" in result.stderr


def test_diff_of_a_place_against_its_report(data: Path, public_id: str) -> None:
    lines = ask(data, "diff", f"{public_id}:3").stdout.splitlines()
    assert lines[0].startswith(f"A  {public_id}  ")
    assert lines[1].startswith(f"B  {public_id}:3  ")
    assert lines[2:] == ["the same text but for its form",
                         "form: 11 marks of another width, 4 characters of another script or variant"]  # fmt: skip
    assert ask(data, "diff", public_id, f"{public_id}:2").stdout.splitlines()[2:] == ["the same text"]


def test_diff_of_a_report_and_a_file_marks_each_difference(data: Path, public_id: str, tmp_path: Path) -> None:
    path = write(tmp_path, "copy.txt", MASKED.encode("gb18030"))
    result = ask(data, "diff", public_id, str(path))
    assert result.exit_code == 0
    assert result.stdout.splitlines()[2:] == [
        "B masks 1 place (3 characters), changes 1 figure",
        "",
        "今年以来，[-镇党委-]{+某某+}坚持把读书活动放在重要位置，组织干部每月读一本好书，写一篇心得，共举办[-12-]{+15+}场交流会。",
        "… 86 characters in common …",
    ]


def test_colour_is_for_terminals_and_who_asks(data: Path, public_id: str, tmp_path: Path) -> None:
    path = str(write(tmp_path, "copy.txt", MASKED))
    assert "\x1b[" not in ask(data, "diff", public_id, path).stdout
    colored = ask(data, "diff", public_id, path, "--color").stdout
    assert "\x1b[33m[-镇党委-]\x1b[0m" in colored
    assert "\x1b[36m{+15+}\x1b[0m" in colored


@pytest.mark.parametrize(("no_color", "is_colored"), [("1", False), ("", True)])
def test_no_color_is_honoured_on_a_terminal(
    data: Path, public_id: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, no_color: str, is_colored: bool
) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    path, terminal = str(write(tmp_path, "copy.txt", MASKED)), Terminal()
    monkeypatch.setenv("NO_COLOR", no_color)
    monkeypatch.setattr("sys.stdout", terminal)
    gongwen.main(["--data", str(data), "diff", public_id, path], standalone_mode=False)
    assert ("\x1b[" in terminal.getvalue()) == is_colored


def test_diff_as_one_object(data: Path, public_id: str, tmp_path: Path) -> None:
    path = write(tmp_path, "copy.txt", MASKED)
    found = json.loads(ask(data, "diff", public_id, str(path), "--json").stdout)
    assert (found["a"]["name"], found["b"]["name"], found["same"]) == (public_id, str(path), False)
    assert found["kinds"]["masks"] == {"runs": 1, "chars": 3, "other_chars": 2}
    assert "".join(piece["a_text"] for piece in found["pieces"]) == FIRST
    assert "".join(piece["b_text"] for piece in found["pieces"]) == MASKED
    assert [piece["kind"] for piece in found["pieces"]] == ["equal", "masks", "equal", "figures", "equal"]


def test_diff_of_files_needs_no_archive(tmp_path: Path) -> None:
    one, other = write(tmp_path, "one.txt", FIRST), write(tmp_path, "other.txt", "\n".join((PLAN, LONG, WORK)))
    result = ask(tmp_path / "none", "diff", str(one), str(other), "--full")
    assert result.exit_code == 0
    assert result.stdout.splitlines()[2:] == [
        "B has 1 passage elsewhere (42 characters)", "", PLAN, f"<B has here: {LONG}>", WORK, f"<A has here: {LONG}>",
    ]  # fmt: skip


def test_a_long_difference_is_folded(tmp_path: Path) -> None:
    write(tmp_path, "one.txt", PLAN + LONG)
    write(tmp_path, "other.txt", PLAN + "".join(chr(0x4E00 + number) for number in range(500)) + LONG)
    args = ["diff", str(tmp_path / "one.txt"), str(tmp_path / "other.txt")]
    assert " … 340 characters … " in ask(tmp_path, *args).stdout
    assert " … 340 characters … " not in ask(tmp_path, *args, "--full").stdout


def test_what_a_file_wrote_cannot_paint_over_the_terminal(tmp_path: Path) -> None:
    write(tmp_path, "one.txt", PLAN)
    write(tmp_path, "other.txt", PLAN + "\x1b[2J末尾")
    result = ask(tmp_path, "diff", str(tmp_path / "one.txt"), str(tmp_path / "other.txt"))
    assert "\x1b" not in result.stdout
    assert "\ufffd[2J末尾" in result.stdout


@pytest.mark.parametrize(("args", "words"), [
    (["copy.txt"], "Give A and B"),
    (["-", "-"], "cannot both be standard input"),
    (["nowhere.txt", "-"], "nowhere.txt: no such file"),
])  # fmt: skip
def test_what_cannot_be_compared_is_one_line_and_2(data: Path, args: list[str], words: str) -> None:
    result = ask(data, "diff", *args)
    assert (result.exit_code, result.stdout, result.stderr.count("\n")) == (2, "", 1)
    assert words in result.stderr


def test_standard_input_is_a_text(data: Path, public_id: str) -> None:
    result = ask(data, "diff", public_id, "-", input=FIRST)
    assert result.stdout.splitlines()[2:] == ["the same text"]
