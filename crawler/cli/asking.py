"""The command `show`: one report with its facts and places. It changes nothing."""

import sys
from collections.abc import Iterator
from dataclasses import asdict

import click

from archive.queries import Report
from archive.queries import show as report_of
from crawler.cli.main import OK
from crawler.cli.printing import Row, as_json, counted, on_terminal, one_line
from crawler.cli.said import label_lines, with_word
from crawler.cli.session import Session, session_options
from crawler.cli.text_facts import text_facts


@click.command()
@click.argument("public_id", metavar="ID")
@click.option("--text", "form", flag_value="text", help="Print the text alone.")
@click.option("--json", "form", flag_value="json", help="Print one JSON object.")
@session_options
def show(session: Session, *, public_id: str, form: str | None) -> int:
    """Print one report: its text, its facts, and every place where it was seen, the earliest dated one first."""
    with session.archive(read_only=True) as archive:
        found = report_of(archive, public_id)
    if form == "json":
        row = asdict(found)
        for copy in row["copies"]:
            del copy["text"]  # of each place its own white space; the wording stands above
        print(as_json(row, indent=2))
        return OK
    text = found.text if form == "text" else "\n".join(_report_lines(found))
    print(on_terminal(text) if sys.stdout.isatty() or form is None else text)
    return OK


def _report_lines(found: Report) -> Iterator[str]:
    """Give a report in lines: title, facts, text, places, relations."""
    yield with_word(found.title or "no title", "title", found.asserted)
    if found.redirected_from:
        yield f"({found.redirected_from} was found to be the same report as {found.public_id})"
    facts = {
        "id": found.public_id, "author": found.asserted.get("author", {}).get("value"), "genre": found.genre,
        "period": ", ".join(found.period), "script": found.script,
        "first published": found.first_published_on, "characters": found.chars, "changes by rules": found.edits,
    }  # fmt: skip
    fields = {"first published": "first_published_on"}
    yield "; ".join(f"{name} {with_word(value, fields.get(name, name), found.asserted)}"
                    for name, value in facts.items() if value)
    yield from label_lines(found.asserted)
    shown = next((copy for copy in found.copies if copy.text == found.text), None) or next(iter(found.copies), None)
    yield from text_facts(shown.facts) if shown else ()
    yield f"\n{found.text}\n"
    yield f"{counted(found.current_copies, 'place')}, {counted(found.sites, 'site')}:"
    yield from (f"  {_copy_line(asdict(copy))}" for copy in found.copies)
    for other in found.related:
        yield f"{other.relation}: {other.public_id}  {one_line(other.title or 'no title')}"


def _copy_line(row: Row) -> str:
    """Give a place in one line: when, where, and what is odd about it."""
    notes = [row["relation"]] if row["relation"] != "identical" else []
    notes += [] if row["is_current"] else [f"version {row['version']}, replaced"]
    notes += [f"part {row['position']}"] if row["position"] != 1 else []
    notes += [f"item {row['part']}"] if row["part"] else []
    notes += [f"{name} {with_word(row[name], name, row['asserted'])}"
              for name in ("title", "author") if name in row["asserted"]]
    notes += label_lines(row["asserted"])
    place = one_line(row["url"] or row["document_key"])
    day = with_word(row["published_on"] or "undated", "published_on", row["asserted"])
    return f"{day}  {place}  {', '.join(notes)}".rstrip()
