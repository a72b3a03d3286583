"""The command group `gongwen`: which commands there are, and what becomes of an error.

A command's module is loaded when the command runs, so that `--help` and `status` never wait for Scrapy or Datasette.
Every expected error is one line on stderr; `--debug` shows where it came from.
"""

import importlib
import sys
import traceback
from collections.abc import Callable, Sequence
from importlib import metadata
from keyword import iskeyword
from typing import Any

import click

from archive.errors import ArchiveError, Busy
from cleaners.errors import CleaningError
from crawler.cli.printing import say, speak_utf8
from crawler.cli.session import Session, session_options
from crawler.errors import CrawlerError

COMMANDS = {
    "demo": ("crawler.cli.demo", "Crawl a small built-in site and show what was kept and why."),
    "archive": ("crawler.cli.crawling", "Archive a list of URLs once; a line for each."),
    "crawl": ("crawler.cli.crawling", "Follow the boards, lists and pages of a site."),
    "import": ("crawler.cli.importing", "Archive saved pages: html, mhtml, SingleFile, txt."),
    "import-jsonl": ("crawler.cli.jsonl", "Take in texts from elsewhere: JSON, one object a line."),
    "clean": ("crawler.cli.cleaning", "Read one page without an archive."),
    "rules": ("crawler.cli.rule_list", "List the cleaning rules, each with its reason."),
    "learn": ("crawler.cli.learning", "Propose a host's own boilerplate, found on many of its pages."),
    "search": ("crawler.cli.searching", "Search the reports."),
    "show": ("crawler.cli.asking", "Print one report with every place where it was seen."),
    "copies": ("crawler.cli.copies", "List the places of a report, how its text differs there, which came first."),
    "diff": ("crawler.cli.diff", "Show how one text differs from another."),
    "passages": ("crawler.cli.passages", "List the sentences of a report that other reports have too."),
    "match": ("crawler.cli.matching", "Say which reports have a text, whole or in part; files nothing."),
    "assert": ("crawler.cli.asserting", "Say what a person knows better: a date, a title, which reports are one."),
    "status": ("crawler.cli.condition", "Say what each URL came to, in sums that add up."),
    "doctor": ("crawler.cli.condition", "Say what is wrong here."),
    "reclean": ("crawler.cli.recleaning", "Read all captures again with the rules of today."),
    "rededup": ("crawler.cli.rededuping", "Decide anew which texts are one report and how reports relate."),
    "merge": ("crawler.cli.merging", "Join other archives into this one."),
    "verify": ("crawler.cli.verifying", "Check that no byte was lost, and that all cleaning is undone by its edits."),
    "export": ("crawler.cli.exporting", "Take reports away: JSON lines, CSV, Parquet, texts, a graph of hosts."),
    "publish": ("crawler.cli.publishing", "Write a compact copy that others can serve."),
    "evidence": ("crawler.cli.evidence", "Write what proves a report into a folder that others can verify."),
    "serve": ("crawler.cli.serving", "Browse the archive with Datasette."),
}
"""Command: its module, and its help in one line. The module holds it under the same name, `import` as `import_`,
`assert` as `assert_`, `import-jsonl` as `import_jsonl`."""

OK, FAILURE, USAGE, SOME_FAILED, BUSY, INTERRUPTED = 0, 1, 2, 3, 75, 130
EXPECTED = (CrawlerError, ArchiveError, CleaningError, OSError)


class Told(click.ClickException):
    """An error as the person is told it: one line, and the exit code."""

    def __init__(self, message: str, code: int) -> None:
        super().__init__(message)
        self.code = code


class Commands(click.Group):
    """A group that loads a command when it is asked for, and says every error in one line."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Give the names of the commands, in the order in which they are met."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Load a command; None where there is none of that name."""
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(COMMANDS[cmd_name][0])
        command = getattr(module, cmd_name.replace("-", "_") + ("_" if iskeyword(cmd_name) else ""))
        if not isinstance(command, click.Command):
            raise TypeError(f"{module.__name__}.{cmd_name} is no command")
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of commands without loading any."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, text) for name, (_, text) in COMMANDS.items()])

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 - as click declares it
        """Run the command; whatever is expected to go wrong becomes one line."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError:
            raise
        except EXPECTED as error:
            if isinstance(ctx.obj, Session) and ctx.obj.debug:
                traceback.print_exc()
            raise Told(message_of(error), exit_code_of(error)) from error

    def main(self, args: Sequence[str] | None = None, prog_name: str | None = None,
             complete_var: str | None = None, standalone_mode: bool = True, **extra: Any) -> Any:  # noqa: ANN401
        """Run the command line and leave with the exit code of the result."""
        speak_utf8()
        if not standalone_mode:
            return super().main(args, prog_name, complete_var, standalone_mode=False, **extra)

        def run() -> Any:  # noqa: ANN401 - as click declares it
            return super(Commands, self).main(args, prog_name, complete_var, standalone_mode=False, **extra)

        sys.exit(_leave(run))


def _leave(run: Callable[[], Any]) -> int:
    """Run the command line; give the exit code, with one line on stderr where it is not 0."""
    try:
        code = run()
        sys.stdout.flush()
        return code if isinstance(code, int) else OK
    except click.exceptions.NoArgsIsHelpError as error:
        print(error.format_message())
        return OK
    except click.ClickException as error:
        say(f"gongwen: {_told(error)}")
        return error.code if isinstance(error, Told) else error.exit_code
    except (click.Abort, KeyboardInterrupt):
        say("gongwen: interrupted; what was committed stays, the same command goes on from there")
        return INTERRUPTED
    except BrokenPipeError:
        _silence_stdout()
        return FAILURE
    except Exception as error:  # noqa: BLE001 - the last edge: a bug must not bury the person in a traceback
        if "--debug" in sys.argv:
            traceback.print_exc()
        say(f"gongwen: unexpected {type(error).__name__}: {error}; this is a bug, run again with --debug and report it")
        return FAILURE


def _told(error: click.ClickException) -> str:
    """Give click's own complaint as one line that names the command and where its help is."""
    message = error.format_message()
    if not isinstance(error, click.UsageError):
        return message
    path = error.ctx.command_path if error.ctx is not None else "gongwen"
    return f"{message.rstrip('.')} (see `{path} -h`)"


def message_of(error: BaseException) -> str:
    """Give an expected error as one line: what, where, what to try."""
    if isinstance(error, OSError) and error.strerror:
        where = f"{error.filename}: " if error.filename is not None else ""
        return f"{where}{error.strerror}"
    return str(error) or type(error).__name__


def exit_code_of(error: BaseException) -> int:
    """Give the exit code of an expected error."""
    if isinstance(error, Busy):
        return BUSY
    return error.exit_code if isinstance(error, CrawlerError) else FAILURE


def _silence_stdout() -> None:
    """Keep the interpreter from complaining once more when it flushes a pipe that nobody reads."""
    try:
        sys.stdout.close()
    except BrokenPipeError:
        return


def version() -> str:
    """Give the version of the installed package; from a bare checkout `unknown`."""
    try:
        return metadata.version("gongwen")
    except metadata.PackageNotFoundError:
        return "unknown"


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "auto_envvar_prefix": "GONGWEN",
                                             "max_content_width": 120})
@click.version_option(version=version(), prog_name="gongwen")
@session_options
def gongwen(session: Session) -> None:
    """Archive the reports of Chinese forums, document sites and portals: each once, with every place it was seen."""


def main() -> None:
    """Run the command line of this process."""
    gongwen.main(prog_name="gongwen")
