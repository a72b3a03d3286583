"""The options of `export` that choose reports, and what they make of what is typed. No archive is opened here."""

import re
from collections.abc import Callable
from typing import Any

import click

from crawler.errors import BadInput

KIND_NAMES = ("reports", "texts", "copies", "replies", "edits", "relations", "hosts")
FORMATS = ("jsonl", "csv", "parquet", "text", "gexf")
BY = ("site", "period", "genre", "script", "year")
_YEAR = click.IntRange(min=0, max=9999)
# A year, or two with a dash between them. Fixed widths: linear.
_PERIOD = re.compile(r"([0-9]{4})(?:-([0-9]{4}))?")


def choosing_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the filters of `search` and the sample; they arrive as `choice_of` takes them."""
    options = (
        click.option("--query", metavar="WORDS", help="Only reports with these words, as `gongwen search` finds them."),
        click.option("--site", "sites", multiple=True, metavar="HOST", help="With a copy on this host now; may be"
                     " given again."),
        click.option("--genre", "genres", multiple=True, metavar="NAME", help="Of this genre; may be given again."),
        click.option("--script", type=click.Choice(["simplified", "traditional", "mixed"]), help="Written in it."),
        click.option("--period", metavar="YEAR|YEAR-YEAR", help="Whose text speaks of a year of these."),
        click.option("--year-from", type=_YEAR, metavar="YEAR", help="Whose text speaks of this year or a later one."),
        click.option("--year-to", type=_YEAR, metavar="YEAR", help="Whose text speaks of this year or an earlier one."),
        click.option("--published-from", metavar="DATE", help="First published on this day, month or year (2021-03-05,"
                     " 2021-03, 2021) or later; undated ones stay behind."),
        click.option("--published-to", metavar="DATE", help="First published by the end of this day, month or year."),
        click.option("--copies/--no-copies", "--has-copies", "has_copies", default=None,
                     help="That stand in two places or more; in no other place."),
        click.option("--sample", type=click.IntRange(min=1), metavar="N", help="N of these reports, by the order of"
                     " hashes: the same ones again, and hardly others when the archive has grown."),
        click.option("--by", metavar="NAME,NAME…", help=f"Deal the sample out evenly by these: {', '.join(BY)}."),
        click.option("--seed", default="0", show_default=True, metavar="S", help="Another seed, another sample."),
    )  # fmt: skip
    for option in reversed(options):
        command = option(command)
    return command


def choice_of(*, period: str | None, by: str | None, script: str | None, **asked: Any) -> Any:  # noqa: ANN401
    """Make an `archive.exporting.choice.Choice` of the options; BadInput for what cannot be."""
    from archive.exporting.choice import Choice  # noqa: PLC0415 - `--help` needs no archive

    if period is not None:
        asked |= _years(period, asked)
    names = tuple(name.strip() for name in by.split(",") if name.strip()) if by else ()
    wrong = next((name for name in names if name not in BY), None)
    if wrong is not None:
        raise BadInput(f"--by {wrong[:40]!r}: a sample is dealt out by {', '.join(BY)}")
    if names and asked["sample"] is None:
        raise BadInput("--by needs --sample N: how many reports are wanted")
    return Choice(by=names, scripts=(script,) if script else (), **asked)


def _years(period: str, asked: dict[str, Any]) -> dict[str, int]:
    found = _PERIOD.fullmatch(period.strip())
    if found is None or asked["year_from"] is not None or asked["year_to"] is not None:
        raise BadInput(f"--period {period[:40]!r}: one year, or two as 2016-2020; instead of --year-from and --year-to")
    return {"year_from": int(found[1]), "year_to": int(found[2] or found[1])}
