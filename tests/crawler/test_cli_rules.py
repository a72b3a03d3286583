"""`rules`: every rule and form in every form of listing, one with its examples, and those of a host."""

import csv
import io
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from cleaners.page import HostRule
from cleaners.rules.recipe import RULES as RECIPE
from cleaners.split.forms import FORMS
from cleaners.split.shape import RULES as SPLIT_RULES
from crawler.cli.main import gongwen
from crawler.host_file import write_more
from tests.tables import table

RULES = (*RECIPE, *SPLIT_RULES)
NAMES = [*(rule.name for rule in RULES), *(form.name for form in FORMS)]
MARK = HostRule(name="tail-line-1", words="云岭之窗典藏文稿", place="tail")
NOTICE = HostRule(name="notice", words="温馨提示：\n客服在线", shape="block")


def rules(*args: str, data: Path | None = None) -> Result:
    folder = [] if data is None else ["--data", str(data)]
    return CliRunner().invoke(gongwen, [*folder, "rules", *args])


def test_rules_are_listed_in_order_and_every_form() -> None:
    lines = rules().stdout
    heads = [line.partition(" (")[0] for line in lines.splitlines() if not line.startswith(" ")]
    assert heads == NAMES
    rows = [json.loads(line) for line in rules("--json").stdout.splitlines()]
    assert [row["name"] for row in rows] == NAMES
    assert all(row["reason"] and row["version"] >= 1 and row["families"] for row in rows)
    assert {row["kind"] for row in rows} == {"rule", "form"}
    assert set(rows[0]) == {"name", "kind", "version", "families", "dumps_only", "spares_posts", "reason"}
    table = rules("--csv").stdout.removeprefix("\ufeff")
    assert [row["name"] for row in csv.DictReader(io.StringIO(table))] == NAMES
    assert [line.split()[0] for line in rules("--table").stdout.splitlines()] == ["name", *NAMES]


def test_what_a_rule_spares_is_said() -> None:
    lines = rules().stdout.splitlines()
    by_name = {line.partition(" (")[0]: line for line in lines if not line.startswith(" ")}
    for rule in RULES:
        assert ("dumps only" in by_name[rule.name]) == rule.dumps_only
        assert ("spares posts" in by_name[rule.name]) == rule.spares_posts


@table("rule", RULES, ids=lambda rule: rule.name)
def test_a_name_shows_all_that_its_rule_is_tried_on(rule: object) -> None:
    rule = next(one for one in RULES if one is rule)
    found = json.loads(rules(rule.name, "--json").stdout)
    assert [(one["before"], one["after"]) for one in found["examples"]] == list(rule.examples)
    assert found["counter_examples"] == list(rule.counter_examples)


def test_one_rule_reads_like_this() -> None:
    assert rules("host").stdout.startswith(
        "host (version 1, all)\n    A host's own watermark, intro or notice, which only its own pages show;"
        " taken by `host:NAME`.\nexample 1:\n    今年以来，各项工作有序推进。\n    本文由 云岭范文网整理发布\n"
        "  becomes\n    今年以来，各项工作有序推进。\n    \n"
    )  # fmt: skip
    assert "counter-example 3, stays:\n    本文由云岭范文网整理发布\n" in rules("host").stdout
    assert "\\u200b" in rules("invisible-characters").stdout
    assert "example 1:\n" in rules(FORMS[0].name).stdout


def test_an_unknown_name_is_one_line() -> None:
    result = rules("layou")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == (
        "gongwen: no rule is called 'layou' (did you mean layout?); `gongwen rules` lists them\n"
    )


@pytest.mark.parametrize("host", ["bbs.example", "www.bbs.example", "http://bbs.example/a?b", "BBS.example"])
def test_a_hosts_own_rules_are_listed(tmp_path: Path, host: str) -> None:
    path = write_more("bbs.example", tmp_path, rules=[(MARK, 5), (NOTICE, 6)], rejected=[])
    result = rules("--host", host, data=tmp_path)
    assert result.stdout == (
        "host:tail-line-1 (line at the tail, version 1)\n    云岭之窗典藏文稿\n"
        "host:notice (block, version 1)\n    温馨提示：\n    客服在线\n"
    )
    assert result.stderr == f"2 rules in {path}\n"
    (row, _) = map(json.loads, rules("--host", host, "--json", data=tmp_path).stdout.splitlines())
    assert row == {"name": "host:tail-line-1", "shape": "line", "place": "tail", "version": 1,
                   "words": "云岭之窗典藏文稿"}
    assert "counter-example 2, stays" in rules("notice", "--host", host, data=tmp_path).stdout


def test_a_host_without_rules_says_how_to_get_some(tmp_path: Path) -> None:
    result = rules("--host", "例子.example:8080", data=tmp_path)
    assert (result.exit_code, result.stdout) == (0, "")
    host = "xn--fsqu00a.example:8080"
    assert result.stderr == f"no rules of {host}: `gongwen learn {host}`\n"


@pytest.mark.parametrize("host", ["", "http://", "a b", "bbs.example:port", "http://x@y z/"])
def test_what_is_no_host_is_one_line(tmp_path: Path, host: str) -> None:
    result = rules("--host", host, data=tmp_path)
    assert (result.exit_code, result.stdout, result.stderr.count("\n")) == (2, "", 1)
    assert "is neither a host nor a URL" in result.stderr


def test_a_broken_file_is_one_line(tmp_path: Path) -> None:
    path = write_more("bbs.example", tmp_path, rules=[(MARK, 5)], rejected=[])
    path.write_text(path.read_text(encoding="utf-8") + "[[rule]]\nname = 'b'\n", encoding="utf-8")
    result = rules("--host", "bbs.example", data=tmp_path)
    assert (result.exit_code, result.stderr) == (2, f"gongwen: {path}: rule 2: lacks `words`\n")
