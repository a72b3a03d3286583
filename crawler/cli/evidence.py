"""Command `evidence`: one report as a folder that a third person can verify; what lies in it: `archive.evidence`."""

from datetime import UTC, datetime
from pathlib import Path

import click

from archive.evidence import write_evidence
from crawler.cli.main import OK, SOME_FAILED, version
from crawler.cli.printing import counted, one_line, say
from crawler.cli.session import Session, session_options


@click.command()
@click.argument("public_id", metavar="ID")
@click.option("-o", "--output", type=click.Path(path_type=Path, file_okay=False), metavar="DIR", required=True,
              help="Folder to make; nothing is there before all of it is.")
@session_options
def evidence(session: Session, *, public_id: str, output: Path) -> int:
    """Write what proves a report into a folder that others can verify without this program.

    It holds each capture's slice of the WARC files, byte for byte, with digests and response headers; of each place the
    text as shown, the text as kept and the edits between them; the differences between copies; a README with the
    commands to check it all. Exit code 3 where bytes are lost or damaged: the folder says which.
    """
    with session.archive(read_only=True) as archive:
        made = write_evidence(
            archive, public_id, output, made_at=datetime.now(UTC), software=f"gongwen/{version()}"
        )
    print(one_line(f"{output}: {counted(made.places, 'place')}, {counted(made.captures, 'capture')} of report "
                   f"{made.public_id}"))
    print(f"sha256 of SHA256SUMS: {made.digest}")
    for problem in made.problems:
        say(f"gongwen: {problem}")
    return SOME_FAILED if made.problems else OK
