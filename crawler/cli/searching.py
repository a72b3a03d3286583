"""The command `search`: words and filters, a page of reports in any form. What is found stands in `archive.finding`."""

from collections.abc import Callable
from dataclasses import asdict
from typing import Any

import click

from archive.errors import BadQuery
from archive.finding import MOST_HITS, Found, Hit, Note, Order, Query, find
from crawler.cli.main import OK
from crawler.cli.printing import Form, Row, counted, listing_options, one_line, print_rows, say
from crawler.cli.said import cells, with_word
from crawler.cli.session import Session, session_options

COLUMNS = (
    "public_id", "title", "copies", "sites", "first_published_on", "site", "genre", "script", "period", "chars",
    "labels", "asserted", "snippet",
)  # fmt: skip
# Longer than the count of any archive, and short enough for SQLite
_COUNT = click.IntRange(min=0, max=10**12)
_YEAR = click.IntRange(min=0, max=9999)


def _filter_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the filters of `Query`, each under the name of its field."""
    options = (
        click.option("--site", metavar="HOST", help="With a copy on this host now."),
        click.option("--genre", metavar="NAME", help="Of this genre, as 总结 or 自查."),
        click.option("--script", type=click.Choice(["simplified", "traditional", "mixed"]), help="Written in it."),
        click.option("--year-from", type=_YEAR, metavar="YEAR", help="Whose text speaks of this year or a later one."),
        click.option("--year-to", type=_YEAR, metavar="YEAR", help="Whose text speaks of this year or an earlier one."),
        click.option("--published-from", metavar="DATE",
                     help="First published on this day, month or year (2021-03-05, 2021-03, 2021) or later."),
        click.option("--published-to", metavar="DATE", help="First published by the end of this day, month or year."),
        click.option("--copies/--no-copies", "has_copies", default=None,
                     help="That stand in two places or more; in no other place."),
    )  # fmt: skip
    for option in reversed(options):
        command = option(command)
    return command


@click.command()
@click.argument("words", nargs=-1, metavar="QUERY...")
@_filter_options
@click.option("--order", type=click.Choice([order.value for order in Order]), default=Order.BEST.value,
              show_default=True, help="What comes first: the best match, or by first date, or most places.")
@click.option("--limit", type=click.IntRange(min=1, max=MOST_HITS), default=20, show_default=True,
              help="Reports to print.")
@click.option("--offset", type=_COUNT, default=0, help="Reports to pass over first.")
@listing_options
@session_options
def search(session: Session, *, words: tuple[str, ...], form: Form | None, **asked: Any) -> int:  # noqa: ANN401
    """Search the reports for every word of QUERY, in title or text, in simplified or traditional script.

    The best match comes first; where too many match to be ranked it says so, and gives the newest first. With filters
    QUERY may be left out.
    """
    order = Order(asked.pop("order"))
    if not words and all(value is None for name, value in asked.items() if name not in ("limit", "offset")):
        raise click.MissingParameter(param_hint="'QUERY...'", param_type="argument")
    # An argument that the locale could not decode is UTF-8 all the same
    text = " ".join(words).encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    with session.archive(read_only=True) as archive:
        try:
            found = find(archive.conn, Query(text=text, order=order, **asked))
        except BadQuery as error:
            raise click.UsageError(str(error)) from error
    print_rows((cells(_row(hit, form), form) for hit in found.hits), COLUMNS, form or Form.LINES, _lines)
    if session.loudness >= 0:
        _tell(found, asked["offset"])
    return OK


def _row(hit: Hit, form: Form | None) -> dict[str, Any]:
    """Give a hit by columns; years stand in one cell, and as a list in JSON."""
    row = asdict(hit)
    period = list(hit.period) if form in (Form.JSON, None) else ", ".join(hit.period) or None
    return {name: row[name] for name in COLUMNS if name in row} | {"snippet": hit.snippet, "period": period}


def _lines(row: Row) -> str:
    """Give a hit as two lines: id, title and where; then the words round the find."""
    first = row["first_published_on"]
    where = [counted(row["copies"], "copy", "copies"), row["site"],
             first and with_word(first, "first_published_on", row["asserted"]), *row["labels"]]
    known = ", ".join(str(item) for item in where if item)
    title = with_word(row["title"] or "no title", "title", row["asserted"])
    return f"{row['public_id']}  {title}  ({one_line(known)})\n    {one_line(row['snippet'])}"


def _tell(found: Found, offset: int) -> None:
    """Say how many there are, which of them were printed, and what is not as it was asked for."""
    of_total = counted(found.total, "report")
    is_part = len(found.hits) < found.total and found.hits
    said = f"{offset + 1} to {offset + len(found.hits)} of {of_total}" if is_part else of_total
    say(f"{said}: {found.note}" if found.note is Note.NO_WORDS else said)
    if found.note is Note.TOO_MANY_TO_RANK:
        say(found.note)
