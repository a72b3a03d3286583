"""What every command knows: the folder of the archive, how loud to be, and how the archive is opened.

Options stand on the group and on each command (`gongwen --data X search`, `gongwen search --data X`); the latter win.
"""

import functools
import logging
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from archive.errors import NoArchive

if TYPE_CHECKING:
    from archive.database import Archive

DEFAULT_DATA = Path("gongwen-data")
DATABASE = "archive.db"


def _log_to_stderr() -> logging.Handler:
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(logging.Formatter("%(message)s"))
    return handler


@dataclass(slots=True)
class Session:
    """One run of the command line; changed only while options are read."""

    data: Path | None = None
    """As given by option or environment; None = not given."""
    loudness: int = 0
    """-1 = results and errors only; 0 = progress too; 1 = what is done; 2 = everything."""
    debug: bool = False
    log: logging.Handler = field(default_factory=_log_to_stderr)

    @property
    def folder(self) -> Path:
        """Give the folder of the archive."""
        return self.data if self.data is not None else DEFAULT_DATA

    def heed(self, *, data: Path | None, quiet: bool, verbose: int, debug: bool) -> None:
        """Take over what an option says; what is not said stays."""
        self.data = data if data is not None else self.data
        self.loudness = -1 if quiet else verbose or self.loudness
        self.debug = debug or self.debug
        levels = {-1: logging.ERROR, 0: logging.WARNING, 1: logging.INFO}
        level = levels.get(self.loudness, logging.DEBUG)
        self.log.setLevel(level)
        root = logging.getLogger()
        root.setLevel(level)
        if self.log not in root.handlers:
            root.addHandler(self.log)

    def hand_over_log(self) -> None:
        """Leave the log to Scrapy, which brings a handler of its own: one message, one line."""
        logging.getLogger().removeHandler(self.log)
        if self.loudness <= 0:
            # What ends a crawl is raised to us and told; the spider's own line about it would be a second one.
            logging.getLogger("crawler.spiders.frontier_spider").setLevel(logging.CRITICAL)

    @contextmanager
    def archive(self, *, create: bool = False, read_only: bool = False) -> "Iterator[Archive]":
        """Open the archive of this run; without `create`, NoArchive names the folder and the way out."""
        if not create and not (self.folder / DATABASE).is_file():
            raise NoArchive(f"no archive in {self.folder}: `gongwen archive URL`, `crawl` and `import` make one; "
                            "name another folder with --data or GONGWEN_DATA")
        from archive.database import open_archive  # noqa: PLC0415 - sqlite-utils takes 0.4 s, `--help` does without

        opened = open_archive(self.folder, create=create, read_only=read_only)
        try:
            yield opened
        finally:
            opened.close()


def session_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command (or the group) `--data`, `-q`, `-v` and `--debug`; it is called with the Session first."""

    @click.option("--data", type=click.Path(path_type=Path, file_okay=False), metavar="DIR",
                  help=f"Folder of the archive.  [default: $GONGWEN_DATA, else ./{DEFAULT_DATA}]")
    @click.option("-q", "--quiet", is_flag=True, help="Print results and errors only.")
    @click.option("-v", "--verbose", count=True, help="Say more; twice: say everything.")
    @click.option("--debug", is_flag=True, help="Show the traceback of an error.")
    @click.pass_context
    @functools.wraps(command)
    def with_session(ctx: click.Context, /, *, data: Path | None, quiet: bool, verbose: int, debug: bool,
                     **given: Any) -> Any:  # noqa: ANN401 - whatever the command takes and gives
        session = ctx.ensure_object(Session)
        session.heed(data=data, quiet=quiet, verbose=verbose, debug=debug)
        return command(session, **given)

    return with_session
