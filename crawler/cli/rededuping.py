"""`gongwen rededup`: all relations made anew. What that means is decided in `archive.rededup`."""

import json
from dataclasses import asdict

import click

from archive.passages import rebuild_passages
from archive.rededup import rededup as make_anew
from archive.regrouping_write import Changes
from crawler.cli.main import OK
from crawler.cli.printing import counted, say
from crawler.cli.session import Session, session_options

MOST_NAMED = 20
"""Reports of each kind of change that are named; `--json` names all."""


@click.command()
@click.option("--dry-run", is_flag=True, help="Say what would change, and change nothing.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object that names every change.")
@session_options
def rededup(session: Session, *, dry_run: bool, as_json: bool) -> int:
    """Decide anew which texts are one report and how reports relate: by the texts, the rules and what people said.

    Filing decides as texts come; this looks at all of them together, so that the order in which they came does not
    matter any more. Ids stay: of reports that turn out to be one the older id stays and the other leads to it.
    """
    with session.archive() as archive:
        changes = make_anew(archive, dry_run=dry_run)
        passages = None if dry_run else rebuild_passages(archive)
    if as_json:
        print(json.dumps(asdict(changes) | {"dry_run": dry_run, "passages": passages}, ensure_ascii=False))
        return OK
    _tell(changes, dry_run=dry_run)
    if passages is not None and session.loudness >= 0:
        say(f"{counted(passages, 'passage')} shared by reports")
    return OK


def _tell(changes: Changes, *, dry_run: bool) -> None:
    would = "would be" if dry_run else "are"
    for one, other in changes.merged[:MOST_NAMED]:
        print(f"{one} and {other} {would} one report: {other}")
    for one, other in changes.parted[:MOST_NAMED]:
        print(f"{one} {would} a report of its own" + (f", no text of {other}" if other else ""))
    for what, found in (("merged", changes.merged), ("parted", changes.parted)):
        if len(found) > MOST_NAMED:
            print(f"... and {len(found) - MOST_NAMED} more {what}")
    say(
        f"{counted(changes.texts, 'text')}, {counted(changes.reports, 'report')}: {len(changes.merged)} merged,"
        f" {len(changes.parted)} parted, {counted(changes.moved, 'text')} moved; relations: {changes.relations_added}"
        f" new, {changes.relations_gone} gone" + (" (dry run: nothing was changed)" if dry_run else "")
    )
