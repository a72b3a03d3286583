"""The process that reads pages: a task comes in through a pipe, an answer goes out, until the pipe closes.

It is started by `crawler.pool` and limits itself as far as the system lets it: CPU and wall time by interval timers
whose default action ends the process even inside C code, memory by the address space. Nothing here starts processes.
"""

import contextlib
import importlib
import logging
import os
import pickle
import signal
import struct
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, BinaryIO

from archive.capture import Place
from archive.errors import DamagedCapture
from cleaners.errors import BodyTooLarge, BrokenBody, CleaningError, UndecodablePage
from cleaners.outcome import Reason
from cleaners.page import Hints, Page
from cleaners.reading import Reading

HEAD = struct.Struct(">Q")
"""Length of the pickle that follows, in bytes."""
READ_TASK = "crawler.worker:read_task"
DETAIL = 200
"""Characters of an error that are kept, as in `Outcome.detail`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What one page may take of a worker, and how many pages a worker reads before it is replaced."""

    cpu_s: float = 2.0
    wall_s: float = 10.0
    memory_mb: int = 300
    """Resident megabytes of the process; held through its address space, on Linux only."""
    pages: int = 2_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """A capture to be read: where its record lies (which says all that the wire said) and what its site knows."""

    folder: Path
    """The archive's folder."""
    place: Place
    hints: Hints = field(default_factory=Hints)


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """A page that lies in no archive."""

    page: Page
    hints: Hints = field(default_factory=Hints)


@dataclass(frozen=True, slots=True, kw_only=True)
class Unread:
    """A page that could not be read: it goes into quarantine with this reason."""

    reason: Reason
    detail: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Killed:
    """A page that cost its worker's life."""

    limit: str
    """`cpu`, `wall`, `memory`, or `died` where the process ended by itself."""
    detail: str
    reason: Reason = Reason.KILLED_WORKER


Answer = Reading | Unread | Killed


def read_task(task: Task | Given) -> Reading | Unread:
    """Read one capture from its WARC record, or a given page; what is wrong comes back as `Unread`, never as None."""
    from archive.warc import read_page  # noqa: PLC0415 - only the worker process pays for these
    from cleaners.read import read  # noqa: PLC0415

    try:
        page = task.page if isinstance(task, Given) else read_page(task.folder, task.place)
        return read(page, task.hints)
    except (CleaningError, DamagedCapture) as error:
        return Unread(reason=_reason_of(error), detail=_one_line(error))
    except MemoryError:
        raise
    except Exception as error:  # noqa: BLE001 - a reader's bug costs its page, not the crawl; it is told with its name
        return Unread(reason=Reason.READER_FAULT, detail=_one_line(f"{type(error).__name__}: {error}"))


def _reason_of(error: Exception) -> Reason:
    """Give the reason for the quarantine of a page that this error stopped."""
    if isinstance(error, DamagedCapture):
        return Reason.DIGEST_MISMATCH
    if isinstance(error, BodyTooLarge):
        return Reason.TOO_LARGE
    if isinstance(error, BrokenBody):
        return Reason.TRUNCATED
    return Reason.UNDECODABLE if isinstance(error, UndecodablePage) else Reason.UNPARSABLE


def _one_line(message: object) -> str:
    """Fold a message to one line of at most `DETAIL` characters."""
    return " ".join(str(message).split())[:DETAIL]


def send(pipe: BinaryIO, value: object) -> None:
    """Write one value; raises BrokenPipeError where nobody reads any more."""
    data = pickle.dumps(value, protocol=pickle.HIGHEST_PROTOCOL)
    pipe.write(HEAD.pack(len(data)) + data)
    pipe.flush()


def receive(pipe: BinaryIO) -> Any:  # noqa: ANN401 - what `send` was given
    """Read one value; raises EOFError where the other end has closed, also in the middle of a value."""
    head = pipe.read(HEAD.size)
    if len(head) < HEAD.size:
        raise EOFError
    size = HEAD.unpack(head)[0]
    data = pipe.read(size)
    if len(data) < size:
        raise EOFError
    return pickle.loads(data)  # noqa: S301 - both ends are ours


def main() -> None:
    """Serve tasks from standard input until it closes; arguments: `module:function` and the limits."""
    with contextlib.suppress(KeyboardInterrupt, ValueError):
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent decides when to stop
    tasks, answers = _take_pipes()
    logging.disable(logging.CRITICAL)  # what libraries say about hostile pages is in the answer, not on the terminal
    work = _load(sys.argv[1])
    limits = Limits(cpu_s=float(sys.argv[2]), wall_s=float(sys.argv[3]), memory_mb=int(sys.argv[4]))
    _limit_memory(limits.memory_mb)
    with contextlib.suppress(EOFError, BrokenPipeError):
        send(answers, "ready")
        while True:
            send(answers, _timed(work, receive(tasks), limits))


def _take_pipes() -> tuple[BinaryIO, BinaryIO]:
    """Keep the two pipes for ourselves, so that a stray `print` goes to standard error and not among the answers."""
    tasks, answers = os.dup(0), os.dup(1)
    with Path(os.devnull).open("rb") as nothing:
        os.dup2(nothing.fileno(), 0)
    os.dup2(2, 1)
    return os.fdopen(tasks, "rb"), os.fdopen(answers, "wb")


def _load(name: str) -> Callable[[Any], object]:
    """Import `module:function`; for our own reader also what it needs, so that the first page does not pay."""
    module, _, function = name.partition(":")
    found: Callable[[Any], object] = getattr(importlib.import_module(module), function)
    if name == READ_TASK:
        importlib.import_module("archive.warc")
        importlib.import_module("cleaners.read")
    return found


def _limit_memory(megabytes: int) -> None:
    """Hold the address space so that resident memory cannot pass the limit; does nothing where /proc is not."""
    try:
        import resource  # noqa: PLC0415 - not on Windows

        pages = Path("/proc/self/statm").read_text(encoding="ascii").split()
    except (ImportError, OSError):
        return
    unit = resource.getpagesize()
    space, resident = int(pages[0]) * unit, int(pages[1]) * unit
    # Resident memory can only grow by as much as the address space does.
    allowed = space + max(megabytes * 1_000_000 - resident, 32_000_000)
    resource.setrlimit(resource.RLIMIT_AS, (allowed, allowed))


def _timed(work: Callable[[Any], object], task: object, limits: Limits) -> object:
    """Do one task under the timers; the default action of their signals ends the process."""
    has_timers = hasattr(signal, "setitimer")
    if has_timers:
        signal.setitimer(signal.ITIMER_PROF, limits.cpu_s)
        signal.setitimer(signal.ITIMER_REAL, limits.wall_s)
    try:
        return work(task)
    except MemoryError:
        return Killed(limit="memory", detail=f"a page needed more than {limits.memory_mb} MB")
    finally:
        if has_timers:
            signal.setitimer(signal.ITIMER_PROF, 0)
            signal.setitimer(signal.ITIMER_REAL, 0)


if __name__ == "__main__":
    # `python -m crawler.worker` would otherwise pickle its own classes as `__main__.Killed`.
    from crawler.worker import main as serve

    serve()
