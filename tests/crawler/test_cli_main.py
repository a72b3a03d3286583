"""The command line as a whole: help, exit codes, one line for each error, and what is never loaded."""

import os
import subprocess
import sys
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from archive.errors import ArchiveError, Busy, DiskFull, NewerArchive, NoArchive
from cleaners.errors import UndecodablePage
from crawler.cli.main import COMMANDS, Commands, gongwen
from crawler.cli.session import session_options
from crawler.errors import BadInput, BadSite, CrawlerError, NoContact

ROOT = Path(__file__).resolve().parents[2]
HEAVY = ("scrapy", "twisted", "datasette", "sqlite_utils", "trafilatura", "rich")


def run(*args: str, cwd: Path, stdin: bytes = b"", **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Run the command line in a process of its own, in that folder."""
    return subprocess.run(
        [sys.executable, "-m", "gongwen", *args], cwd=cwd, input=stdin, capture_output=True, check=False,
        env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
    )  # fmt: skip


@pytest.mark.parametrize("way", ["-h", "--help", ""])
def test_help_names_every_command(way: str) -> None:
    result = CliRunner().invoke(gongwen, [way] if way else [])
    assert result.exit_code == 0
    assert [name for name in COMMANDS if f"\n  {name} " not in result.output] == []


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_command_has_help_that_agrees_with_the_list(name: str) -> None:
    command = gongwen.get_command(click.Context(gongwen), name)
    assert command is not None
    assert command.name == name
    assert command.help
    result = CliRunner().invoke(gongwen, [name, "-h"])
    assert result.exit_code == 0
    assert "--data DIR" in result.output
    silent = [option.name for option in command.params
              if isinstance(option, click.Option) and not option.help and option.name != "help"]
    assert silent == []


def test_help_loads_nothing_heavy() -> None:
    script = (
        "import sys, gongwen\nsys.argv = ['gongwen', '-h']\ntry:\n    gongwen.main()\nexcept SystemExit:\n    pass\n"
        f"print(sorted({{name.split('.')[0] for name in sys.modules}} & set({HEAVY!r})), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, cwd=ROOT, check=False)
    assert done.stderr == b"[]\n"


def test_the_version_is_the_packages(tmp_path: Path) -> None:
    done = run("--version", cwd=tmp_path)
    assert done.returncode == 0
    assert done.stdout.startswith(b"gongwen, version ")


USAGE = [
    (["frobnicate"], "No such command 'frobnicate'"),
    (["--frobnicate"], "No such option '--frobnicate'"),
    (["search", "总结", "--jsn"], "No such option '--jsn'"),
    (["search"], "Missing argument 'QUERY...'"),
    (["search", "总结", "--limit", "0"], "0 is not in the range"),
    (["search", "总结", "--limit", "many"], "'many' is not a valid integer"),
    (["--data"], "Option '--data' requires an argument"),
]  # fmt: skip


@pytest.mark.parametrize(("args", "message"), USAGE, ids=[" ".join(case[0]) for case in USAGE])
def test_wrong_usage_is_one_line_and_2(args: list[str], message: str) -> None:
    result = CliRunner().invoke(gongwen, args)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("gongwen: ")
    assert message in result.stderr
    assert result.stderr.count("\n") == 1
    assert "-h`)" in result.stderr


ERRORS = [
    (BadInput("what\nwhere"), 2, "gongwen: what where\n"),
    (BadSite("site x"), 2, "gongwen: site x\n"),
    (NoContact("say who you are"), 2, "gongwen: say who you are\n"),
    (CrawlerError("it failed"), 1, "gongwen: it failed\n"),
    (ArchiveError("it broke"), 1, "gongwen: it broke\n"),
    (NoArchive("none here"), 1, "gongwen: none here\n"),
    (NewerArchive("newer"), 1, "gongwen: newer\n"),
    (DiskFull("full"), 1, "gongwen: full\n"),
    (Busy("another one works"), 75, "gongwen: another one works\n"),
    (UndecodablePage("no codec"), 1, "gongwen: no codec\n"),
    (PermissionError(13, "Permission denied", "/x"), 1, "gongwen: /x: Permission denied\n"),
    (OSError(28, "No space left on device"), 1, "gongwen: No space left on device\n"),
    (KeyboardInterrupt(), 130, "interrupted; what was committed stays"),
    (ZeroDivisionError("division"), 1, "gongwen: unexpected ZeroDivisionError: division; this is a bug"),
    (BrokenPipeError(32, "Broken pipe"), 1, ""),
]


@pytest.mark.parametrize(("error", "code", "message"), ERRORS, ids=[type(case[0]).__name__ for case in ERRORS])
def test_every_error_is_one_line_and_its_code(error: BaseException, code: int, message: str) -> None:
    @click.command()
    @session_options
    def fail(session: object) -> None:
        raise error

    group = click.group(cls=Commands)(session_options(lambda _session: None))
    group.get_command = lambda ctx, name: fail  # type: ignore[method-assign]
    result = CliRunner().invoke(group, ["fail"])
    assert (result.exit_code, result.stdout) == (code, "")
    assert message in result.stderr
    assert "Traceback" not in result.stderr
    assert result.stderr.strip().count("\n") == 0


def test_debug_shows_where_an_error_came_from(tmp_path: Path) -> None:
    for place in (["--debug", "search", "总结"], ["search", "总结", "--debug"]):
        done = run(*place, cwd=tmp_path)
        assert done.returncode == 1
        assert b"Traceback" in done.stderr
        assert done.stderr.endswith(b"name another folder with --data or GONGWEN_DATA\n")


WITHOUT_ARCHIVE = [["search", "总结"], ["show", "x"], ["copies", "x"], ["status"], ["status", "http://a.example/"],
                   ["serve"], ["reclean"], ["verify"], ["verify", "--cleaning"],
                   ["learn", "bbs.example"]]


@pytest.mark.parametrize("args", WITHOUT_ARCHIVE, ids=" ".join)
def test_commands_that_make_no_archive_say_that_there_is_none(args: list[str], tmp_path: Path) -> None:
    folder = tmp_path / "nowhere"
    result = CliRunner().invoke(gongwen, ["--data", str(folder), *args])
    assert (result.exit_code, result.stdout) == (1, "")
    assert f"no archive in {folder}" in result.stderr
    assert "`gongwen archive URL`" in result.stderr
    assert result.stderr.count("\n") == 1
    assert not folder.exists()


def test_the_folder_comes_from_option_environment_or_default(tmp_path: Path) -> None:
    told = run("search", "x", cwd=tmp_path).stderr.decode()
    assert "no archive in gongwen-data:" in told
    told = run("search", "x", cwd=tmp_path, GONGWEN_DATA="from-env").stderr.decode()
    assert "no archive in from-env:" in told
    told = run("search", "x", "--data", "from-option", cwd=tmp_path, GONGWEN_DATA="from-env").stderr.decode()
    assert "no archive in from-option:" in told
    told = run("--data", "from-group", "search", "x", cwd=tmp_path, GONGWEN_DATA="from-env").stderr.decode()
    assert "no archive in from-group:" in told


def test_a_data_folder_that_is_a_file_is_bad_usage(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"x")
    result = CliRunner().invoke(gongwen, ["search", "x", "--data", str(path)])
    assert result.exit_code == 2
    assert "is a file" in result.stderr


def test_every_option_has_an_environment_variable(tmp_path: Path) -> None:
    done = run("search", "x", cwd=tmp_path, GONGWEN_SEARCH_LIMIT="none")
    assert done.returncode == 2
    assert b"'none' is not a valid integer" in done.stderr
