"""The command `publish`: a compact copy of the archive for others. The work is in `archive.publishing`."""

from pathlib import Path

import click

from crawler.cli.main import OK
from crawler.cli.printing import counted, say
from crawler.cli.session import Session, session_options


@click.command()
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE")
@click.option("--with-people", is_flag=True, help="Leave handles and contacts as they are, and replies in: personal"
              " data, handle it as such.")
@session_options
def publish(session: Session, *, file: Path, with_people: bool) -> int:
    """Write a compact copy of the archive that `datasette -i FILE` serves anywhere, with all pages of `gongwen serve`.

    Left behind: pages that ask not to be archived; replies and contacts; addresses that were only looked at; headers
    and files of captures. Handles, and who asserted something, are salted hashes. A crawl may go on meanwhile.
    """
    from archive.publishing import publish as write_copy  # noqa: PLC0415 - `--help` needs no archive

    def tell(what: str) -> None:
        if session.loudness >= 0:
            say(f"{what} …")

    with session.archive(read_only=True) as archive:
        done = write_copy(archive, file, with_people=with_people, tell=tell)
    if session.loudness >= 0:
        size = f"{done.bytes / 1024 / 1024:.1f} MiB"
        say(f"{done.path}: {counted(done.reports, 'report')} in {counted(done.copies, 'place')}, {size}")
        for what, count in done.left.items():
            say(f"left behind: {count} {what}")
        if not done.is_salt_kept:
            say("the salt of the hashes could not be kept: they will be others the next time")
    return OK
