"""The command `assert`: a person's word about a report, a copy or a document, one or a whole CSV; taking it back."""

import getpass
import sys
from dataclasses import asdict
from datetime import UTC, datetime

import click

from archive.asserting import NotSaid, Said, Word, say_all
from archive.assertions import Assertion, history_of
from archive.errors import BadAssertion
from crawler.assertion_file import Sheet, read_sheet
from crawler.cli.main import OK
from crawler.cli.printing import Form, Row, counted, one_line, print_rows, say
from crawler.cli.said import word_of
from crawler.cli.session import Session, session_options
from crawler.errors import BadInput

COLUMNS = ("id", "subject", "field", "value", "derived", "who", "why", "ended", "note")
LIST_COLUMNS = ("id", "subject", "field", "value", "who", "why", "asserted_at", "state", "ended_by_id")


@click.command("assert")
@click.argument("words", nargs=-1, metavar="[SUBJECT FIELD VALUE]")
@click.option("--csv", "csv_name", is_flag=False, flag_value="", metavar="[FILE]",
              help="Read columns subject, field, value, why, who from FILE (- for stdin); with --list: print CSV.")
@click.option("--why", help="On what ground; kept and shown with the value.")
@click.option("--who", help="Whose word it is.  [default: the user of this machine]")
@click.option("--retract", is_flag=True, help="Take back what was said; its history stays.")
@click.option("--list", "listed", is_flag=True, help="List what was said of SUBJECT, or all that was said.")
@click.option("--table", "form", flag_value=Form.TABLE, type=Form, help="Print an aligned table.")
@click.option("--json", "form", flag_value=Form.JSON, type=Form, help="Print one JSON object a line.")
@session_options
def assert_(  # noqa: PLR0913 - what the command line says, option by option
    session: Session, *, words: tuple[str, ...], csv_name: str | None, why: str | None, who: str | None,
    retract: bool, listed: bool, form: Form | None,
) -> int:  # fmt: skip
    """Say what a person knows better than the pages; it beats what was derived and is shown as a person's word.

    SUBJECT is a report (ID), a copy (copy:NUMBER, from `gongwen copies ID --json`), a document (its URL or
    document:KEY). FIELD is title, author, genre (of a report), published_on (of a copy or document), label, or
    same_as / not_same_as with another report's ID as VALUE.
    """
    if listed:
        # `--csv` takes the next word for its file: here that is the subject
        subjects = [*words, *([csv_name] if csv_name else [])]
        return _list(session, subjects, Form.CSV if csv_name is not None else form)
    if csv_name is None:
        word = _word(words, who or _user(), why, retract=retract)
        sheet = Sheet(words=(word,), lines=(), problems=(), charset=None)
    else:
        sheet = _sheet(words, csv_name, who or _user(), why, needs_value=not retract)
    said = _said(session, sheet, csv_name, retract=retract)
    print_rows(map(_row, said), COLUMNS, form or Form.LINES, _line)
    if session.loudness >= 0 and csv_name is not None:
        fresh = sum(one.id is not None for one in said)
        held = f", {len(said) - fresh} held before" if len(said) > fresh else ""
        say(f"{counted(fresh, 'word')} {'taken back' if retract else 'taken'}{held}")
    return OK


def _said(session: Session, sheet: Sheet, csv_name: str | None, *, retract: bool) -> tuple[Said, ...]:
    """Say all words of a sheet or none; each line that cannot be taken is told, and then the sum of them."""
    with session.archive() as archive:
        try:
            return say_all(archive, sheet.words, now=datetime.now(UTC), retract=retract,
                           only_check=bool(sheet.problems))
        except NotSaid as error:
            found = error
    if csv_name is None:
        problem = found.problems[0][1]
        raise (BadInput(str(problem)) if isinstance(problem, BadAssertion) else problem) from found
    name = "stdin" if csv_name == "-" else csv_name
    told = sorted([*sheet.problems, *((sheet.lines[number], str(error)) for number, error in found.problems)])
    for line, problem_told in told:
        print(f"{name}:{line}: {one_line(problem_told)}", file=sys.stderr)
    raise BadInput(f"{name}: {counted(len(told), 'bad line')}; nothing was written")


def _list(session: Session, subjects: list[str], form: Form | None) -> int:
    if len(subjects) > 1:
        raise click.UsageError("--list takes one SUBJECT or none")
    with session.archive(read_only=True) as archive:
        found = history_of(archive, subjects[0] if subjects else None)
    print_rows(map(asdict, found), LIST_COLUMNS, form or Form.LINES, lambda row: _listed_line(Assertion(**row)))
    if session.loudness >= 0:
        say(f"{counted(len(found), 'word')}, {sum(one.state == 'holds' for one in found)} in force")
    return OK


def _word(words: tuple[str, ...], who: str, why: str | None, *, retract: bool) -> Word:
    """Give the word of the command line; a retraction may leave the value out."""
    least, most = (2, 3) if retract else (3, 3)
    if not least <= len(words) <= most:
        wanted = "SUBJECT FIELD [VALUE]" if retract else "SUBJECT FIELD VALUE"
        raise click.UsageError(f"give {wanted}, a VALUE with blanks in quotes; or --csv FILE, or --list")
    return Word(subject=words[0], field=words[1], value=words[2] if len(words) == most else None, who=who, why=why)


def _sheet(words: tuple[str, ...], name: str, who: str, why: str | None, *, needs_value: bool) -> Sheet:
    """Read the words of a CSV."""
    if words:
        raise click.UsageError("give SUBJECT FIELD VALUE or --csv FILE, not both")
    if not name:
        raise click.UsageError("--csv needs a FILE (- for stdin)")
    with click.open_file(name, "rb") as stream:
        sheet = read_sheet(stream.read(), who=who, why=why, needs_value=needs_value)
    if sheet.charset == "gb18030":
        say(f"{name}: no UTF-8, read as GB18030")
    return sheet


def _user() -> str:
    """Give the name of who runs this; empty where the machine does not know."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # no such user, as in some containers
        return ""


def _row(said: Said) -> Row:
    ended = "; ".join(one.told() for one in said.ended) or None
    return {**asdict(said), "ended": ended}


def _line(row: Row) -> str:
    """Give a word that was taken in a line: subject, field, value, whose, and what the person should know."""
    named = f"{one_line(row['subject'])}  {row['field']}  {one_line(row['value'])}"
    notes = [row["note"]] if row["note"] else []
    if row["is_retraction"]:
        return "; ".join([f"{named}  taken back: {one_line(row['ended'])}", *notes])
    mark = {"who": row["who"], "why": row["why"]} | ({"derived": row["derived"]} if row["derived"] else {})
    notes += [f"replaces {one_line(row['ended'])}"] if row["ended"] else []
    return "; ".join([f"{named} ({word_of(mark)})", *notes])


def _listed_line(word: Assertion) -> str:
    by = f" by {word.ended_by_id}" if word.ended_by_id else ""
    state = "" if word.state == "holds" else f"  [{word.state}{by}]"
    return f"{word.id}  {one_line(word.told())}{state}"
