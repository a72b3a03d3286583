"""The one thread that writes: it owns the archive's connection and the WARC segment. No SQL and no Scrapy here.

The event loop hands it functions and waits. What comes in while it is busy shares the next fsync: the bytes of all
captures, then in one transaction their rows (tx1) and the readings of other pages (tx2).
"""

import asyncio
import sys
import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, Concatenate, ParamSpec, TypeVar

from archive.capture import Fetched, Place
from archive.database import Archive, open_archive
from archive.record import put_capture
from archive.together import Work, do_together
from archive.warc import WarcWriter

P = ParamSpec("P")
T = TypeVar("T")
GROUP = 32
"""Captures, and readings, in one fsync at most: more would make the first of them wait for the last."""
SWITCH_S = 0.001
"""Seconds after which a busy event loop lets this thread go on. Each statement of SQLite gives the interpreter's lock
up, and Python's own 5 ms of waiting to get it back, statement by statement, would be most of the time of filing."""

Recorded = tuple[int, Place]
_Job = tuple[Work[Any], "Future[Any]"]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Capture:
    """A capture that waits to be written."""

    fetched: Fetched
    claim_id: int | None
    crawl_id: int
    done: "Future[Recorded]"


class Writer:
    """The archive, seen from other threads: everything happens one after the other in a thread of its own."""

    def __init__(self, folder: Path, *, software: str) -> None:
        self.folder = folder
        self._software = software
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="writer")
        self._captures: list[_Capture] = []
        self._jobs: list[_Job] = []
        self._lock = threading.Lock()
        self._archive: Archive | None = None
        self._warc: WarcWriter | None = None

    def open(self) -> None:
        """Open the archive, made where there is none; raises what `open_archive` does."""
        self._thread.submit(self._open).result()
        sys.setswitchinterval(SWITCH_S)

    def _open(self) -> None:
        self._archive = open_archive(self.folder, create=True)
        self._warc = WarcWriter(self.folder, software=self._software)

    async def run(self, function: Callable[Concatenate[Archive, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Run `function(archive, …)` in the writer thread and give what it returns or raises."""
        return await asyncio.wrap_future(self._thread.submit(lambda: function(self.archive, *args, **kwargs)))

    def run_now(self, function: Callable[Concatenate[Archive, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Do the same and wait for it: for code outside the event loop."""
        return self._thread.submit(lambda: function(self.archive, *args, **kwargs)).result()

    @property
    def archive(self) -> Archive:
        """Give the archive; only for code that runs in the writer thread."""
        if self._archive is None:
            raise RuntimeError("the writer is not open")
        return self._archive

    async def capture(self, fetched: Fetched, *, claim_id: int | None, crawl_id: int) -> Recorded:
        """Put a capture on disk, then record it (tx1); gives its id and place. Both are durable when this returns."""
        capture = _Capture(fetched=fetched, claim_id=claim_id, crawl_id=crawl_id, done=_promise())
        self._hand_in(self._captures, capture)
        return await asyncio.wrap_future(capture.done)

    async def share(self, work: Work[T]) -> T:
        """Do `work(conn)` in a transaction that it shares with whatever waits; durable when this returns (tx2).

        It may be done twice, the first time undone: it must change nothing but the database.
        """
        job: _Job = (work, _promise())
        self._hand_in(self._jobs, job)
        done: T = await asyncio.wrap_future(job[1])
        return done

    def _hand_in(self, waiting: list[Any], one: object) -> None:
        """Add to what waits; the first one calls the thread."""
        with self._lock:
            is_first = not self._captures and not self._jobs
            waiting.append(one)
        if is_first:
            self._thread.submit(self._flush)

    def _flush(self) -> None:
        """Write all that waits: one fsync for the bytes of captures, one for the rows of everything.

        Whatever fails, each of them hears of it.
        """
        with self._lock:
            captures, jobs = self._captures[:GROUP], self._jobs[:GROUP]
            del self._captures[:GROUP], self._jobs[:GROUP]
            if self._captures or self._jobs:
                self._thread.submit(self._flush)
        jobs += self._on_disk(captures)
        try:
            told = do_together(self.archive, [work for work, _ in jobs]) if jobs else []
        except BaseException as error:  # noqa: BLE001 - as above: nobody must wait for ever
            told = [error] * len(jobs)
        for (_, done), result in zip(jobs, told, strict=True):
            if isinstance(result, BaseException):
                done.set_exception(result)
            else:
                done.set_result(result)

    def _on_disk(self, captures: "list[_Capture]") -> "list[_Job]":
        """Put the bytes on disk; gives the work that is then to be done in the database."""
        try:
            places = self._segment().append_many([one.fetched for one in captures]) if captures else []
        except BaseException as error:  # noqa: BLE001 - handed to those who wait
            for one in captures:
                one.done.set_exception(error)
            return []
        return [(partial(_record, one, place), one.done) for one, place in zip(captures, places, strict=True)]

    def _segment(self) -> WarcWriter:
        if self._warc is None:
            raise RuntimeError("the writer is not open")
        return self._warc

    def close(self) -> None:
        """Finish what was handed in, close both files and end the thread."""
        self._thread.submit(self._close).result()
        self._thread.shutdown(wait=True)

    def _close(self) -> None:
        if self._warc is not None:
            self._warc.close()
        if self._archive is not None:
            self._archive.close()


def _promise() -> "Future[Any]":
    """Give a future whose work happens, whoever gives up waiting for it."""
    done: Future[Any] = Future()
    done.set_running_or_notify_cancel()
    return done


def _record(one: _Capture, place: Place, conn: Any) -> Recorded:  # noqa: ANN401 - the archive's own connection
    """Record a capture whose bytes are on disk (tx1)."""
    capture_id = put_capture(
        conn, claim_id=one.claim_id, fetched=one.fetched, place=place, crawl_id=one.crawl_id
    )
    return capture_id, place
