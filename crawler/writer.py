"""The one thread that writes: it owns the archive's connection and the WARC segment. No SQL and no Scrapy here.

The event loop hands it functions and waits; captures that come in while it is busy are put on disk with one fsync.
"""

import asyncio
import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import Concatenate, ParamSpec, TypeVar

from archive.capture import Fetched, Place
from archive.database import Archive, open_archive
from archive.record import record_capture
from archive.warc import WarcWriter

P = ParamSpec("P")
T = TypeVar("T")
GROUP = 32
"""Captures in one fsync at most: more would make the first of them wait for the last."""

Recorded = tuple[int, Place]


class Writer:
    """The archive, seen from other threads: everything happens one after the other in a thread of its own."""

    def __init__(self, folder: Path, *, software: str) -> None:
        self.folder = folder
        self._software = software
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="writer")
        self._waiting: list[tuple[Fetched, int | None, int, Future[Recorded]]] = []
        self._lock = threading.Lock()
        self._archive: Archive | None = None
        self._warc: WarcWriter | None = None

    def open(self) -> None:
        """Open the archive, made where there is none; raises what `open_archive` does."""
        self._thread.submit(self._open).result()

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
        done: Future[Recorded] = Future()
        done.set_running_or_notify_cancel()  # from here on it happens, whoever gives up waiting
        with self._lock:
            self._waiting.append((fetched, claim_id, crawl_id, done))
            is_first = len(self._waiting) == 1
        if is_first:
            self._thread.submit(self._flush)
        return await asyncio.wrap_future(done)

    def _flush(self) -> None:
        """Write the captures that wait; whatever fails, each of them hears of it."""
        with self._lock:
            group, self._waiting = self._waiting, []
        for start in range(0, len(group), GROUP):
            part = group[start : start + GROUP]
            try:
                places = self._segment().append_many([fetched for fetched, *_ in part])
            except BaseException as error:  # noqa: BLE001 - handed to those who wait
                for *_, done in part:
                    done.set_exception(error)
                continue
            for (fetched, claim_id, crawl_id, done), place in zip(part, places, strict=True):
                self._record(fetched, claim_id, crawl_id, (place, done))

    def _record(
        self, fetched: Fetched, claim_id: int | None, crawl_id: int, where: tuple[Place, "Future[Recorded]"]
    ) -> None:
        place, done = where
        try:
            capture_id = record_capture(
                self.archive, claim_id=claim_id, fetched=fetched, place=place, crawl_id=crawl_id
            )
        except BaseException as error:  # noqa: BLE001 - handed to the one who waits
            done.set_exception(error)
        else:
            done.set_result((capture_id, place))

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
