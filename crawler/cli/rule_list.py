"""`rules` lists what cleans and splits texts, in order, and shows each with its examples. What rules do: `cleaners`."""

from collections.abc import Iterator
from typing import Any

import click

from cleaners.page import HostRule
from cleaners.rules.host import PREFIX, rules_of
from cleaners.rules.recipe import RULES
from cleaners.rules.rule import Rule
from cleaners.split.forms import FORMS
from cleaners.split.forms import Form as SplitForm
from cleaners.split.shape import RULES as SPLIT_RULES
from crawler.addresses import host_given
from crawler.cli.main import OK
from crawler.cli.printing import Form, Row, as_json, counted, listing_options, on_terminal, one_line, print_rows, say
from crawler.cli.session import Session, session_options
from crawler.errors import BadInput
from crawler.host_file import path_for, read_declared

COLUMNS = ("name", "kind", "version", "families", "dumps_only", "spares_posts", "reason")
HOST_COLUMNS = ("name", "shape", "place", "version", "words")
EXAMPLE_COLUMNS = (*COLUMNS, "examples", "counter_examples")
INDENT = "    "


@click.command()
@click.argument("name", required=False, metavar="[NAME]")
@click.option("--host", metavar="HOST", help="List the host's own rules, which `gongwen learn` keeps in DATA/sites.")
@listing_options
@session_options
def rules(session: Session, *, name: str | None, host: str | None, form: Form | None) -> int:
    """List the cleaning rules, and after them the forms of compilations, in the order in which they are tried.

    With NAME: that one, with all its examples and counter-examples.
    """
    if host is not None:
        return _list_host(session, host_given(host), name, form)
    every = [*map(_rule_row, (*RULES, *SPLIT_RULES)), *map(_form_row, FORMS)]
    if name is not None:
        _print_one(_named(every, name, "`gongwen rules` lists them"), form)
        return OK
    print_rows(({column: row[column] for column in COLUMNS} for row in every), COLUMNS, form or Form.LINES, _line)
    return OK


def _list_host(session: Session, host: str, name: str | None, form: Form | None) -> int:
    """List the rules of one host, or show one of them."""
    declared = read_declared(host, session.folder)
    if name is not None:
        rows = [_rule_row(rule) for rule in rules_of(declared.rules)]
        where = f"{path_for(host, session.folder)} holds {counted(len(rows), 'rule')}"
        _print_one(_named(rows, PREFIX + name.removeprefix(PREFIX), where), form)
        return OK
    found = print_rows(map(_host_row, declared.rules), HOST_COLUMNS, form or Form.LINES, _host_line)
    if session.loudness >= 0:
        path = path_for(host, session.folder)
        say(f"{counted(found, 'rule')} in {path}" if path.is_file() else f"no rules of {host}: `gongwen learn {host}`")
    return OK


def _rule_row(rule: Rule) -> dict[str, Any]:
    examples = [{"before": before, "after": after} for before, after in rule.examples]
    return {
        "name": rule.name, "kind": "rule", "version": rule.version, "families": sorted(rule.families) or ["all"],
        "dumps_only": rule.dumps_only, "spares_posts": rule.spares_posts, "reason": rule.reason, "examples": examples,
        "counter_examples": list(rule.counter_examples),
    }  # fmt: skip


def _form_row(one: SplitForm) -> dict[str, Any]:
    return {
        "name": one.name, "kind": "form", "version": one.version, "families": ["all"], "dumps_only": False,
        "spares_posts": False, "reason": one.reason, "examples": list(one.examples),
        "counter_examples": list(one.counter_examples),
    }  # fmt: skip


def _host_row(rule: HostRule) -> dict[str, Any]:
    return {"name": PREFIX + rule.name, "shape": rule.shape, "place": rule.place, "version": rule.version,
            "words": rule.words}


def _named(rows: list[dict[str, Any]], name: str, where: str) -> dict[str, Any]:
    found = next((row for row in rows if row["name"] == name), None)
    if found is None:
        near = [row["name"] for row in rows if name.lower() in row["name"]][:5]
        meant = f" (did you mean {', '.join(near)}?)" if near else ""
        raise BadInput(f"no rule is called {name!r}{meant}; {where}")
    return found


def _line(row: Row) -> str:
    """Give a rule in two lines: name and whom it touches; why."""
    notes = ["form of compilations" if row["kind"] == "form" else f"version {row['version']}"]
    notes += row["families"] if row["kind"] == "rule" else [f"version {row['version']}"]
    notes += ["dumps only"] if row["dumps_only"] else []
    notes += ["spares posts"] if row["spares_posts"] else []
    return f"{row['name']} ({', '.join(notes)})\n{INDENT}{one_line(row['reason'])}"


def _host_line(row: Row) -> str:
    words = "\n".join(INDENT + one_line(line) for line in row["words"].splitlines())
    place = "" if row["place"] == "any" else f" at the {row['place']}"
    return f"{row['name']} ({row['shape']}{place}, version {row['version']})\n{words}"


def _print_one(row: dict[str, Any], form: Form | None) -> None:
    """Print one rule with everything that it is tried on."""
    if form is Form.JSON:
        print(as_json(row, indent=2))
    elif form is not None:
        print_rows([row], EXAMPLE_COLUMNS, form, str)
    else:
        print("\n".join(_told(row)))


def _told(row: dict[str, Any]) -> Iterator[str]:
    yield _line(row)
    for number, example in enumerate(row["examples"], 1):
        if isinstance(example, str):
            yield f"example {number}:\n{_quoted(example)}"
        else:
            yield f"example {number}:\n{_quoted(example['before'])}\n  becomes\n{_quoted(example['after'])}"
    for number, text in enumerate(row["counter_examples"], 1):
        yield f"counter-example {number}, stays:\n{_quoted(text)}"


def _quoted(text: str) -> str:
    """Give a text indented; what nobody would see of it is spelled out."""
    seen = "".join(one if one.isprintable() or one in "\n\u3000" else repr(one)[1:-1] for one in text)
    return "\n".join(f"{INDENT}{line}" for line in on_terminal(seen).split("\n")) if text else f"{INDENT}(nothing)"
