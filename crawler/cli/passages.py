"""The command `passages`: sentences and paragraphs that a report shares with others, and finding them anew."""

from dataclasses import asdict

import click

from archive.passage_queries import Shared
from archive.passage_queries import passages as passages_of
from crawler.cli.main import OK
from crawler.cli.printing import Form, Row, counted, listing_options, one_line, print_rows, say
from crawler.cli.progress import advancing
from crawler.cli.session import Session, session_options

COLUMNS = (
    "start", "end", "kind", "others", "sites", "figures", "first_used_on", "first_id", "first_title", "is_first",
    "text", "reports",
)  # fmt: skip

DATE = len("2021-01-02")
"""Of a stated instant a line shows the date; rows and cells have all of it."""


@click.command()
@click.argument("public_id", metavar="[ID]", required=False)
@click.option("--rebuild", is_flag=True, help="Find all passages anew first; `rededup` does it too.")
@click.option("--min-reports", type=click.IntRange(min=1), default=1, show_default=True,
              help="Passages that at least so many other reports have.")
@click.option("--limit", type=click.IntRange(min=0), default=3, show_default=True,
              help="Other reports to name with each passage.")
@click.option("--all", "nested", is_flag=True,
              help="Sentences too that say no more than the paragraph they stand in.")
@listing_options
@session_options
def passages(  # noqa: PLR0913 - the options of the command, each named by Click
    session: Session, *, public_id: str | None, rebuild: bool, min_reports: int, limit: int, nested: bool,
    form: Form | None,
) -> int:
    """List the sentences and paragraphs of report ID that other reports have too, in order of place.

    Script, marks, masks and figures aside. Editions of a report, its compilations and items are no other reports.
    """
    if public_id is None and not rebuild:
        raise click.UsageError("Say the ID of a report, or --rebuild to find all passages anew")
    if rebuild:
        _rebuild(session)
    if public_id is None:
        return OK
    with session.archive(read_only=True) as archive:
        found = passages_of(archive, public_id, least=min_reports, limit=limit, nested=nested)
    print_rows((asdict(one) for one in found.passages), COLUMNS, form or Form.LINES, _lines)
    if session.loudness >= 0:
        _say_how_many(found)
    return OK


def _rebuild(session: Session) -> None:
    from archive.passages import rebuild_passages  # noqa: PLC0415 - numpy takes 0.1 s that no question needs

    with session.archive() as archive:
        count = rebuild_passages(
            archive, watch=lambda texts, total: advancing(texts, session, total=total, what="reports")
        )
    if session.loudness >= 0:
        say(counted(count, "passage"))


def _lines(row: Row) -> str:
    """Give a passage as its place and its spread; then its words; then some of the reports that have it too."""
    known = [counted(row["others"], "other report"), counted(row["sites"], "site"), _first(row)]
    known += [f"figures filled in {row['figures']} ways"] if row["figures"] > 1 else []
    lines = [f"{row['start']}  {row['kind']}: {', '.join(known)}", f"    {one_line(row['text'])}"]
    lines += [f"  {_named(other)}" for other in row["reports"]]
    return "\n".join(lines)


def _first(row: Row) -> str:
    """Say when and where a passage was first used, as far as the archive knows."""
    when = f"first {one_line(row['first_used_on'][:DATE])}" if row["first_used_on"] else "undated"
    if row["is_first"]:
        return f"{when} here"
    return f"{when} in {row['first_id']}" if row["first_id"] else when


def _named(other: Row) -> str:
    return f"{other['public_id']}  {one_line(other['title'] or 'no title')}"


def _say_how_many(found: Shared) -> None:
    """Say how many there are, and that they are not of today where that is so."""
    say(counted(len(found.passages), "passage"))
    if not found.is_current:
        say("reports were added or changed since the passages were found: `gongwen passages --rebuild` finds them anew")
