"""The command `import-jsonl`: texts from elsewhere, one JSON object a line. The work is in `crawler.given_texts`."""

import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict

import click

from cleaners.outcome import State
from crawler.cli.main import OK, SOME_FAILED, version
from crawler.cli.printing import Form, Row, counted, listing_options, new_reports, print_rows, say
from crawler.cli.progress import advancing
from crawler.cli.session import Session, session_options
from crawler.given_texts import Taken, Taking, take_texts
from crawler.jsonl import check_files, lines_of

COLUMNS = ("file", "line", "id", "url", "state", "reason", "reports", "reports_new", "copies_new", "detail")
BAD = (State.FAILED, State.QUARANTINED)
MOST_KEYS = 12
"""Ignored keys that are named."""


@click.command("import-jsonl")
@click.argument("files", nargs=-1, required=True, metavar="FILE|-...")
@click.option("--as-is", is_flag=True, help="File each text exactly as it stands: no rule, no split, no edit.")
@listing_options
@session_options
def import_jsonl(session: Session, *, files: tuple[str, ...], as_is: bool, form: Form | None) -> int:
    """Take in texts from elsewhere: JSON in UTF-8, one object a line; `-` reads standard input.

    Keys: text, and where known id, url, title, published_on; they win over what the text says of itself. Other keys are
    ignored. A text is known by its url, else by its id, else by its line: the same one with another text is a new
    version of it; place_key, as `gongwen export` writes it, tells several texts at one url apart. --json, --csv and
    --table print what each line came to, with its report.
    """
    check_files(files)
    counts: Counter[str] = Counter()
    taking = Taking(as_is=as_is)
    with session.archive(create=True) as archive:
        lines = lines_of(files, sys.stdin.buffer)
        taken = _told(take_texts(archive, lines, taking, software=f"gongwen/{version()}"), counts)
        rows = (_row(one) for one in advancing(taken, session, total=None, what="lines"))
        if form is None:
            for _ in rows:
                pass
        else:
            print_rows(rows, COLUMNS, form, str)
    if session.loudness >= 0:
        _say_sums(counts, taking.ignored)
    return SOME_FAILED if any(counts[state] for state in BAD) else OK


def _told(taken: Iterator[Taken], counts: Counter[str]) -> Iterator[Taken]:
    """Pass the lines on, count them, and say which could not be used."""
    for one in taken:
        counts[one.state] += 1
        counts["new"] += one.reports_new
        if one.state in BAD:
            told = f"{one.state}, {one.reason}: {one.detail}" if one.state is State.QUARANTINED else one.detail
            say(f"{one.file}:{one.line}: {told}")
        yield one


def _row(one: Taken) -> Row:
    row = asdict(one)
    return row | {"state": one.state.value, "reason": one.reason and one.reason.value, "reports": list(one.reports)}


def _say_sums(counts: Counter[str], ignored: Counter[str]) -> None:
    """Say what the lines came to, and once which of their keys nothing was made of."""
    if ignored:
        named = ", ".join(f"{key} ({lines})" for key, lines in ignored.most_common(MOST_KEYS))
        more = f" and {len(ignored) - MOST_KEYS} more" if len(ignored) > MOST_KEYS else ""
        say(f"keys that were ignored: {named}{more}")
    lines = sum(counts[state] for state in State)
    states = ", ".join(f"{counts[state]} {state}" for state in State if counts[state]) or "nothing to take in"
    say(f"{counted(lines, 'line')}: {states}; {new_reports(counts['new'])}")
