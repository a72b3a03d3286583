"""Processes for crawls of tests: forked from one that has loaded Scrapy, the rooms and the families once.

A crawl needs a process of its own, for a reactor runs once; it need not load twelve hundred modules each time. What a
person starts, imports and all, is tested in `tests.journeys` and by the command line's own tests.
"""

import importlib
import multiprocessing
import os
import subprocess
import sys
import tempfile
import traceback
from collections.abc import Mapping, Sequence
from multiprocessing.context import BaseContext
from pathlib import Path
from typing import IO, NamedTuple

ROOT = Path(__file__).resolve().parents[2]


def _context() -> BaseContext:
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["tests.crawler.preloaded"])
    return context


CONTEXT = _context()


class Streams(NamedTuple):
    """The files that stand for a process's standard streams."""

    stdin: Path
    stdout: Path
    stderr: Path


class Forked:
    """A process that runs `main` of a module with these words; it is used as a `subprocess.Popen` is."""

    def __init__(self, module: str, *words: str, stdin: str = "", environment: Mapping[str, str] = {}) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="forked")
        streams = Streams(*(Path(self._folder.name) / name for name in Streams._fields))
        streams.stdin.write_text(stdin, encoding="utf-8")
        self._streams = streams
        self._process = CONTEXT.Process(  # type: ignore[attr-defined]  # each context has its own
            target=run, args=(module, words, streams, dict(environment))
        )
        self._process.start()

    @property
    def pid(self) -> int:
        return int(self._process.pid)

    @property
    def returncode(self) -> int:
        return int(self._process.exitcode)

    def printed(self) -> str:
        """Give what it has printed to standard output so far."""
        return self._streams.stdout.read_text(encoding="utf-8") if self._streams.stdout.exists() else ""

    def communicate(self, timeout: float) -> tuple[str, str]:
        """Wait for the end and give what was printed to standard output and error; raises TimeoutExpired."""
        self._process.join(timeout)
        if self._process.exitcode is None:
            raise subprocess.TimeoutExpired(str(self._process), timeout)
        told = [file.read_text(encoding="utf-8") if file.exists() else "" for file in self._streams[1:]]
        self._folder.cleanup()
        return told[0], told[1]


def run(module: str, words: Sequence[str], streams: Streams, environment: Mapping[str, str]) -> None:
    """Run a module's `main` in this process, its three streams led to files."""
    sys.stdin, sys.stdout, sys.stderr = (_led(number, path) for number, path in enumerate(streams))
    os.environ.update(environment)
    os.chdir(ROOT)
    sys.argv = [module, *words]
    code = 0
    try:
        importlib.import_module(module).main()
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else 1
    except BaseException:  # noqa: BLE001 - what nobody caught ends the process, as it would have ended a script
        traceback.print_exc()
        code = 1
    sys.exit(code)


def _led(number: int, path: Path) -> IO[str]:
    """Lead a descriptor to a file, and give the text stream over it: 0 is read from, the others are written to."""
    with path.open("wb" if number else "rb") as file:
        os.dup2(file.fileno(), number)
    return open(number, "w" if number else "r", encoding="utf-8", buffering=1, closefd=False)
