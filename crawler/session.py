"""One run of a crawl: its lock, its row in the archive, its writer and workers, its heartbeat. Opened and closed whole.

Which URLs are asked for, and in which order, is the spider's business.
"""

import asyncio
import logging
import shutil
from collections.abc import Callable, Collection, Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from archive.crawls import Crawl, begin, finish, heartbeat
from archive.errors import ArchiveError, DiskFull
from archive.frontier import counts, release_dead, retry_failed
from archive.locks import hold
from archive.settling import settle_documents
from cleaners.outcome import State
from crawler.pool import Pool
from crawler.tally import Tally
from crawler.writer import Writer

logger = logging.getLogger(__name__)
HEARTBEAT_S = 20.0
"""Seconds between two signs of life; a run is taken for dead after five minutes without."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """What a run is called in the archive."""

    label: str
    spider: str
    software: str
    lock: str | None = None
    """Two runs with one lock exclude each other; None for lists of URLs."""


class Session:
    """Everything of a run that must be put away again, whatever ends it."""

    def __init__(self, folder: Path, name: Name, *, workers: int, min_free_mb: int) -> None:
        self.folder = folder
        self.name = name
        self.tally = Tally()
        self.writer = Writer(folder, software=name.software)
        self._min_free = min_free_mb * 1_000_000
        self._workers = workers
        self._stack = ExitStack()
        self._beat: asyncio.Task[None] | None = None
        self._crawl: Crawl | None = None
        self._pool: Pool | None = None
        self._told_requests = 0

    @property
    def crawl(self) -> Crawl:
        """Give the run's row; only between `open` and the end."""
        if self._crawl is None:
            raise RuntimeError("the session is not open")
        return self._crawl

    @property
    def begun(self) -> Crawl | None:
        """Give the run's row; None where a signal or a fault came before it."""
        return self._crawl

    @property
    def pool(self) -> Pool:
        """Give the workers; only between `open` and `close`."""
        if self._pool is None:
            raise RuntimeError("the session is not open")
        return self._pool

    async def open(self, settings: Mapping[str, object], *, hosts: Collection[str] | None) -> Crawl:
        """Take the lock, open the archive and begin (or take up) the run. Raises Busy and what `open_archive` does."""
        now = datetime.now(UTC)
        self.folder.mkdir(parents=True, exist_ok=True)
        if self.name.lock is not None:
            self._stack.enter_context(hold(self.folder, self.name.lock, purpose=self.name.label))
        self.writer.open()
        self._stack.callback(self.writer.close)
        self._pool = Pool(self._workers or None)
        self._stack.callback(self._pool.close)
        self._pool.warm_up()
        self._crawl = await self.writer.run(
            begin, label=self.name.label, spider=self.name.spider, software=self.name.software, settings=settings,
            now=now,
        )
        released = await self.writer.run(release_dead, self._crawl, hosts=hosts, now=now)
        if released:
            logger.info("%d URLs that a dead run had claimed wait again", released)
        if hosts is not None and not self._crawl.resumed:
            await self.writer.run(retry_failed, self._crawl, hosts=hosts, now=now)
        return self._crawl

    def keep_alive(self, requests: Callable[[], int], fail: Callable[[ArchiveError], None]) -> None:
        """Begin the heartbeat: it also counts what waits, and watches the disk."""
        self._beat = asyncio.ensure_future(self._beats(requests, fail))

    async def _beats(self, requests: Callable[[], int], fail: Callable[[ArchiveError], None]) -> None:
        try:
            while True:
                await self._sign_of_life(requests())
                await asyncio.sleep(HEARTBEAT_S)
        except ArchiveError as error:
            fail(error)

    async def _sign_of_life(self, requests: int) -> None:
        free = shutil.disk_usage(self.folder).free
        if free < self._min_free:
            raise DiskFull(
                f"{self.folder}: only {free // 1_000_000} MB are free, and a crawl stops below"
                f" {self._min_free // 1_000_000}; what was committed stays. Make room and start again,"
                " or set $GONGWEN_MIN_FREE_MB"
            )
        new, self._told_requests = requests - self._told_requests, requests
        await self.writer.run(heartbeat, self.crawl.id, now=datetime.now(UTC), requests=new)
        self.tally.pending = await self._pending()

    async def _pending(self) -> int:
        found = await self.writer.run(counts, crawl_id=self.crawl.id)
        return found.get(State.PENDING, 0)

    async def close(self, reason: str, *, requests: int) -> None:
        """End the run with its reason, and put everything away; also where it was never fully opened.

        Raises DiskFull where its end cannot be written: it then counts as dead, and the next one takes it up.
        """
        if self._beat is not None:
            self._beat.cancel()
        try:
            if self._crawl is not None:
                await self._finish(reason, requests=requests - self._told_requests)
        finally:
            await asyncio.to_thread(self._stack.close)

    async def _finish(self, reason: str, *, requests: int) -> None:
        """Write how it ended; claims that were not used are free for the next run, articles without hope are filed."""
        now = datetime.now(UTC)
        await self.writer.run(release_dead, self.crawl, hosts=None, now=now)
        await self.writer.run(settle_documents, self.crawl.id, now)
        self.tally.pending = await self._pending()
        await self.writer.run(finish, self.crawl.id, reason=reason, now=now, requests=requests)
