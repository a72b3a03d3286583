"""`assert` from the shell: one word, a CSV of them, their history; and how the other commands mark them."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from crawler.cli.main import gongwen
from tests.archive.desk import LONG, PLAN, WORK, entry, open_desk, reading


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Three unrelated reports."""
    desk = open_desk(tmp_path / "data")
    for number, text in enumerate((PLAN, WORK, LONG)):
        desk.file(reading(entry(text, title=f"题{number}"), key=f"doc:{number}", url=f"http://a.test/{number}"))
    desk.archive.close()
    return tmp_path / "data"


def run(data: Path, *args: str, stdin: str | bytes = "") -> Result:
    return CliRunner().invoke(gongwen, ["--data", str(data), *args], input=stdin)


def rows(result: Result) -> list[dict[str, Any]]:
    return [json.loads(line) for line in result.stdout.splitlines()]


def ids(data: Path) -> list[str]:
    found = [rows(run(data, "search", words, "--json"))[0]["public_id"] for words in ("读书活动", "石桥", "总结经验")]
    assert len(set(found)) == 3
    return found


def listed(data: Path, *args: str) -> list[tuple[Any, ...]]:
    found = rows(run(data, "assert", "--list", *args, "--json"))
    return [(row["subject"], row["field"], row["value"], row["who"], row["state"]) for row in found]


def test_a_title_is_taken_and_shown_as_a_persons_word(data: Path) -> None:
    one = ids(data)[0]
    done = run(data, "assert", one, "title", "读书会纪要", "--who", "甲", "--why", "目录页作此题")
    marked = "读书会纪要 (asserted by 甲: 目录页作此题; derived: 题0)"
    assert (done.exit_code, done.stdout) == (0, f"report:{one}  title  {marked}\n")
    assert run(data, "show", one).stdout.startswith(f"{marked}\n")
    assert run(data, "search", "读书会纪要").stdout.startswith(f"{one}  {marked}  (1 copy")
    shown = json.loads(run(data, "show", one, "--json").stdout)
    assert (shown["title"], shown["asserted"]["title"]["derived"]) == ("读书会纪要", "题0")
    (cell,) = csv.DictReader(io.StringIO(run(data, "search", "读书会纪要", "--csv").stdout.removeprefix("\ufeff")))
    assert cell["asserted"] == "title asserted by 甲: 目录页作此题; derived: 题0"


def test_dates_and_labels_of_places_are_marked_where_places_are_listed(data: Path) -> None:
    one = ids(data)[0]
    number = rows(run(data, "copies", one, "--json"))[0]["id"]
    run(data, "assert", f"copy:{number}", "published_on", "2018-12-30", "--who", "乙")
    run(data, "assert", one, "label", "待核", "--who", "乙")
    day = "2018-12-30 (asserted by 乙; derived: nothing)"
    assert f"{day}  http://a.test/0" in run(data, "copies", one).stdout
    shown = run(data, "show", one).stdout
    assert f"first published {day}; " in shown
    assert "\nlabel 待核 (asserted by 乙)\n" in shown
    (copy,) = rows(run(data, "copies", one, "--json"))
    assert (copy["published_on"], copy["date_kind"]) == ("2018-12-30", "asserted")
    assert copy["asserted"]["published_on"]["derived"] is None
    assert rows(run(data, "search", "读书活动", "--json"))[0]["labels"] == ["待核"]


def test_two_reports_are_said_to_be_one_and_the_contrary_is_refused(data: Path) -> None:
    one, other, third = ids(data)
    assert f"; {other} redirects to {one} now" in run(data, "assert", other, "same_as", one, "--who", "甲").stdout
    refused = run(data, "assert", one, "not_same_as", other)
    assert refused.exit_code == 2
    assert refused.stderr.count("\n") == 1
    assert f"contradicts report:{other} same_as {one} (by 甲, " in refused.stderr
    apart = run(data, "assert", third, "not_same_as", one)
    assert (apart.exit_code, apart.stderr) == (0, "")
    assert run(data, "show", other).stdout.splitlines()[1] == (
        f"({other} was found to be the same report as {one})"
    )  # fmt: skip


def test_reports_that_are_one_now_wait_for_rededup_to_be_parted(data: Path) -> None:
    one, other, _ = ids(data)
    run(data, "assert", other, "same_as", one)
    back = run(data, "assert", "--retract", one, "same_as", other)
    assert back.stdout.startswith(f"report:{one}  same_as  {other}  taken back: report:{other} same_as {one} (by ")
    apart = run(data, "assert", one, "not_same_as", other)
    assert "they are one report now: `gongwen rededup` parts them" in apart.stdout


def test_a_word_is_taken_back_and_its_history_is_listed_in_every_form(data: Path) -> None:
    one, other, _ = ids(data)
    run(data, "assert", one, "title", "一", "--who", "甲")
    run(data, "assert", one, "title", "二", "--who", "=乙")
    run(data, "assert", other, "title", "三", "--who", "甲")
    back = run(data, "assert", "--retract", one, "title", "--who", "丙")
    assert back.stdout.startswith(f"report:{one}  title  二  taken back: report:{one} title 二 (by =乙, ")
    about = f"report:{one}"
    history = [(about, "title", "一", "甲", "replaced"), (about, "title", "二", "=乙", "retracted"),
               (about, "title", "二", "丙", "retraction")]  # fmt: skip
    assert listed(data, one) == history
    assert len(listed(data)) == 4
    cells = run(data, "assert", "--list", "--csv", one)
    assert [row["who"] for row in csv.DictReader(io.StringIO(cells.stdout))] == ["甲", "'=乙", "丙"]
    assert cells.stderr == "3 words, 0 in force\n"
    assert run(data, "assert", "--list", "--table").stdout.splitlines()[0].split()[:3] == ["id", "subject", "field"]
    assert "[retracted by 4]" in run(data, "assert", "--list", one).stdout


def test_a_csv_is_taken_whole_and_a_second_time_changes_nothing(data: Path) -> None:
    one, other, _ = ids(data)
    text = f"subject,field,value,why\n{one},title,一,名单\nhttp://a.test/1,published_on,2019-01-01,\n{other},label,样本,\n"
    for said in ("3 words taken\n", "0 words taken, 3 held before\n"):
        done = run(data, "assert", "--csv", "-", "--who", "甲", "--why", "普查", stdin=text)
        assert (done.exit_code, done.stderr) == (0, said)
    found = rows(run(data, "assert", "--list", "--json"))
    assert [(row["value"], row["why"]) for row in found] == [("一", "名单"), ("2019-01-01", "普查"), ("样本", "普查")]
    assert run(data, "assert", "--retract", "--csv", "-", stdin=f"subject,field\n{one},title\n").stderr == (
        "1 word taken back\n"
    )  # fmt: skip
    assert run(data, "assert", "--csv", "-", stdin=text.encode("gb18030")).stderr.startswith("-: no UTF-8, read as")


def test_a_csv_with_a_bad_line_is_not_taken_and_every_bad_line_is_told(data: Path, tmp_path: Path) -> None:
    one, other, third = ids(data)
    path = tmp_path / "words.csv"
    path.write_text(
        "subject,field,value\n"
        f"{one},title,一\n{one},label,\nreport:0123,title,二\n{one},published_on,2019-01-01\n"
        f"{one},same_as,{other}\n{other},not_same_as,{one}\n{third},label,好\n",
        "utf-8",
    )
    done = run(data, "assert", "--csv", str(path))
    lines = done.stderr.splitlines()
    assert [line.split(": ")[0].rpartition(":")[2] for line in lines[:-1]] == ["3", "4", "5", "7"]
    assert lines[-1] == f"gongwen: {path}: 4 bad lines; nothing was written"
    assert (done.exit_code, done.stdout, listed(data)) == (2, "", [])


def test_a_csv_of_good_words_and_one_line_that_is_none_is_not_taken_either(data: Path) -> None:
    one = ids(data)[0]
    done = run(data, "assert", "--csv", "-", stdin=f"subject,field,value\n{one},title,一\n{one},label,\n")
    assert (done.exit_code, done.stderr) == (2, "stdin:3: no value\ngongwen: stdin: 1 bad line; nothing was written\n")
    assert listed(data) == []


WRONG = [
    (["assert"], 2, "give SUBJECT FIELD VALUE"),
    (["assert", "x", "title"], 2, "give SUBJECT FIELD VALUE"),
    (["assert", "x", "title", "a", "b"], 2, "a VALUE with blanks in quotes"),
    (["assert", "--retract", "x"], 2, "give SUBJECT FIELD [VALUE]"),
    (["assert", "x", "title", "y"], 1, "no report 'x' here"),
    (["assert", "http://a.test/0", "tittle", "y"], 2, "no field 'tittle'"),
    (["assert", "http://a.test/0", "title", "y", "--who", " "], 2, "a word needs a name"),
    (["assert", "http://a.test/0", "title", "y", "--csv", "f.csv"], 2, "not both"),
    (["assert", "--csv"], 2, "--csv needs a FILE"),
    (["assert", "--csv", "none.csv"], 1, "none.csv: No such file"),
    (["assert", "--list", "x", "y"], 2, "--list takes one SUBJECT"),
    (["assert", "--list", "0123"], 1, "no report '0123' here"),
    (["assert", "--retract", "http://a.test/0", "title"], 2, "no title of document:doc:0 is in force"),
]


@pytest.mark.parametrize(("args", "code", "message"), WRONG, ids=[" ".join(case[0]) for case in WRONG])
def test_what_is_wrong_is_one_line(data: Path, args: list[str], code: int, message: str) -> None:
    done = run(data, *args)
    assert (done.exit_code, done.stdout) == (code, "")
    assert message in done.stderr
    assert done.stderr.count("\n") == 1


def test_without_an_archive_nothing_is_made(tmp_path: Path) -> None:
    done = run(tmp_path / "none", "assert", "x", "title", "y")
    assert (done.exit_code, (tmp_path / "none").exists()) == (1, False)
