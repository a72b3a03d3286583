"""`merge`: joins other archives into this one. What that means is decided in `archive.union` and `crawler.joining`."""

from dataclasses import asdict
from pathlib import Path

import click

from crawler.cli.main import OK
from crawler.cli.printing import as_json, counted, say
from crawler.cli.progress import advancing
from crawler.cli.session import Session, session_options
from crawler.joining import Joined, Joining


@click.command()
@click.argument("others", nargs=-1, required=True, metavar="OTHER...",
                type=click.Path(path_type=Path, file_okay=False, exists=True))
@click.option("--json", "is_json", is_flag=True, help="Print one JSON object for each archive that was joined.")
@session_options
def merge(session: Session, *, others: tuple[Path, ...], is_json: bool) -> int:
    """Join the archives in the folders OTHER into this one: pages with their bytes, URLs, and what people said.

    Everything is filed as if it had been captured here, in order of time; nothing is doubled, every id goes on leading
    to its report, and OTHER is not changed. Interrupted, the same command goes on; run again, it changes nothing.
    """
    from archive.passages import rebuild_passages  # noqa: PLC0415 - numpy takes 0.1 s that a bad OTHER need not wait
    from archive.rededup import rededup  # noqa: PLC0415 - as above

    with session.archive(create=True) as archive:
        joining = Joining(archive)
        joining.check(others)
        for folder in others:
            found = joining.join(folder, watch=lambda items, total: advancing(items, session, total=total))
            print(as_json(asdict(found))) if is_json else _tell(found)
        changes = rededup(archive)
        rebuild_passages(archive)
    if session.loudness >= 0:
        say(f"{counted(changes.texts, 'text')}, {counted(changes.reports, 'report')} here now")
    return OK


def _tell(found: Joined) -> None:
    """Say what came of one archive, and what a person should know."""
    told = [counted(found.captures, "capture")]
    told += [f"{found.known} known before"] if found.known else []
    told += [f"{found.forgotten} left out as forgotten"] if found.forgotten else []
    told += [f"{counted(found.urls_new, 'new URL')}, {found.urls_changed} further than here"]
    told += [counted(found.words.new, "word of people", "words of people")] if found.words.new else []
    told += [f"{counted(found.ids.redirects, 'id')} redirected"] if found.ids.redirects else []
    told += [f"{counted(found.ids.kept, 'report')} without a place kept"] if found.ids.kept else []
    print(f"{found.folder}: {', '.join(told)}")
    for theirs, ours in found.ids.clashes.items():
        say(f"{theirs} is another text here: what it was in {found.folder} has the id {ours}")
    if found.words.replaced:
        say(f"{counted(found.words.replaced, 'word')} replaced by a later one: `gongwen assert --list` shows them")
    for name in found.rules_kept:
        say(f"sites/{name} differs in {found.folder}: the one here holds")
