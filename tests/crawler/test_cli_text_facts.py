"""What `clean --explain` and `show` say of a text: a line for each thing that it shows, none for what it does not."""

from pathlib import Path

from click.testing import CliRunner

from cleaners.as_json import public_entry_facts
from cleaners.facts.entry import entry_facts
from crawler.cli.main import gongwen
from crawler.cli.text_facts import text_facts

TITLE = "2022年XX镇工作总结"
BODY = (
    "2021年,XX镇在***同志带领下扎实工作,召开会议XX次,教育*员和*员家属,投入资金万元。20XX年建成文化站。2021年以来,成效明显,群众满意。"
    "2021年,又开展了检查,各村各社区都抓好落实,一年来没有发生事故,各项工作有序推进,得到了广大群众的认可和支持。"
)


def test_each_thing_has_its_line() -> None:
    facts = entry_facts(BODY, title=TITLE)
    assert list(text_facts(public_entry_facts(facts))) == [
        "genre   总结, by 总结 in the title",
        "period  2021, 2022: 2022年 (title), 2021年 (report), 20XX年 (open) and 2 more",
        "period  conflict: title says 2022, text says 2021 (3 times)",
        "period  open: 1 20XX",
        "masks   2 *, 2 XX, 1 ***; 1 leader, 1 place, 1 number, 2 unknown",
        "taboo   *员: 2 times, perhaps 党员",
        "numbers 1 broken, such as 万元 at 45",
        "flag    censored: 2, such as *员 at 33",
    ]


def test_nothing_is_said_of_a_text_that_shows_nothing() -> None:
    assert list(text_facts({})) == []
    assert list(text_facts(public_entry_facts(entry_facts("今年以来,成效明显。")))) == []


def test_losses_and_readings_have_lines_too() -> None:
    assert list(text_facts({"lost_characters": 3, "pinyin_annotations": 1})) == [
        "lost    3 characters",
        "pinyin  once taken out",
    ]


def test_words_that_a_rule_took_have_no_place() -> None:
    flag = {"name": "ai_written", "count": 1, "evidence": [{"words": "希望这篇\n总结", "start": None}]}
    assert list(text_facts({"flags": [flag]})) == ["flag    ai_written: 1, such as 希望这篇 总结"]


def test_both_commands_say_the_same(tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text(f"{TITLE}\n{BODY}", encoding="utf-8")
    run = CliRunner()
    explained = run.invoke(gongwen, ["clean", "--explain", str(page)]).stdout
    data = str(tmp_path / "data")
    run.invoke(gongwen, ["--data", data, "import", str(page)])
    (line, *_) = run.invoke(gongwen, ["--data", data, "search", "文化站"]).stdout.splitlines()
    shown = run.invoke(gongwen, ["--data", data, "show", line.split()[0]]).stdout
    conflict = "period  conflict: title says 2022, text says 2021 (3 times)"
    assert [conflict in explained, conflict in shown] == [True, True]
