"""What the four spiders share: URLs come from the archive's frontier, and everything they come to goes back there.

Nothing that matters is kept in memory only: a kill at any moment loses at most the requests in flight.
"""

import asyncio
import logging
import time
from collections.abc import AsyncIterator, Awaitable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Self

from scrapy import Request, Spider, signals
from scrapy.exceptions import CloseSpider
from scrapy.http import Response
from twisted.python.failure import Failure

from archive.errors import ArchiveError, Busy, DiskFull
from archive.frontier import Claim, Seed, add, claim, next_due
from archive.record import unread
from crawler.conduct import Conduct
from crawler.errors import BadInput, CrawlerError
from crawler.hosts import Hosts
from crawler.intake import Intake
from crawler.middlewares.politeness import PolitenessMiddleware
from crawler.order import Order, apply_order
from crawler.scope import Scope
from crawler.session import Name, Session
from crawler.visit import Visit

logger = logging.getLogger(__name__)
LEASE_S = 3600.0
"""Seconds for which a claimed URL is ours; a dead run's claims are freed at once, by its process number."""
CLAIMS = 64
"""URLs claimed at a time."""
BACKLOG = 12
"""Pages for each worker that may be on their way into the archive before no more are fetched: two thirds of them wait
for the writer, and the more wait, the more share its fsync (6 gave groups of four, and idle workers)."""


class FrontierSpider(Spider):
    """A crawl over the frontier. Arguments: `site` (name, file or Site), `urls`, `limit` (pages), `refetch`."""

    follows = True
    any_host = False

    def __init__(self, order: Order, **kwargs: Any) -> None:  # noqa: ANN401 - Scrapy's own signature
        super().__init__(**kwargs)
        self.order = order
        self.failure: BaseException | None = None
        self.finish_reason = "finished"
        self.began = time.monotonic()
        self.seeds: tuple[Seed, ...] = ()
        self._wake = asyncio.Event()
        self._active = 0
        self._nap_s: float | None = None

    @classmethod
    def from_crawler(cls, crawler: Any, *args: Any, **kwargs: Any) -> Self:  # noqa: ANN401 - as above
        """Read the arguments, and let the site have its say in the settings before they are frozen."""
        order = Order.from_arguments(cls.name or "", kwargs, data=Path(crawler.settings["GONGWEN_DATA"]))
        apply_order(order, crawler.settings)
        spider: Self = super().from_crawler(crawler, *args, order=order)
        crawler.signals.connect(spider.put_away, signal=signals.spider_closed)
        return spider

    async def start(self) -> AsyncIterator[Request]:
        """Give requests as long as the frontier has URLs for this crawl."""
        try:
            await self._open()
            while (request := await self._next()) is not None:
                yield request
        except (ArchiveError, CrawlerError) as error:
            self.give_up(error)
            raise CloseSpider(self.finish_reason) from error
        if self.finish_reason != "finished":
            raise CloseSpider(self.finish_reason)

    async def _open(self) -> None:
        settings, order = self.crawler.settings, self.order
        lock = f"site-{order.site.slug}" if self.follows else None
        name = Name(label=order.label, spider=self.name, software=f"Gongwen {settings['GONGWEN_VERSION']}", lock=lock)
        self.session = Session(
            Path(settings["GONGWEN_DATA"]), name, workers=settings.getint("GONGWEN_WORKERS"),
            min_free_mb=settings.getint("GONGWEN_MIN_FREE_MB"),
        )
        self.session.tally.watch = order.progress
        self._claimable = order.site.hosts if self.follows else None
        crawl = await self.session.open(order.settings, hosts=self._claimable)
        scope = Scope(order.site, follows=self.follows, any_host=self.any_host, since=order.since)
        self._parts(scope)
        self.seeds = scope.starts(order.urls, are_lists=self.follows)
        await self.session.writer.run(add, self.seeds, crawl=crawl, now=datetime.now(UTC), force=order.refetch)
        await self._take_up()
        self.session.keep_alive(self.requests, self.stop_for)

    def _parts(self, scope: Scope) -> None:
        """Make what works on the pages."""
        settings = self.crawler.settings
        concurrency = settings.getint("CONCURRENT_REQUESTS_PER_DOMAIN")
        is_polite = settings.getfloat("DOWNLOAD_DELAY") > 0
        self.hosts = Hosts(concurrency=concurrency, prefetch=concurrency * 2 if is_polite else CLAIMS)
        intake = Intake(
            writer=self.session.writer, pool=self.session.pool, scope=scope, crawl=self.session.crawl,
            tally=self.session.tally, hints=self.order.hints,
        )
        self.conduct = Conduct(
            session=self.session, intake=intake, scope=scope, hosts=self.hosts,
            back_off_s=settings.getfloat("GONGWEN_BACK_OFF_S"),
        )

    async def _take_up(self) -> None:
        """Read what a kill left unread; it is on disk, so it is read and not fetched again."""
        waiting = await self.session.writer.run(unread, now=datetime.now(UTC), crawl_id=self.session.crawl.id)
        if waiting:
            logger.info("%d pages that were fetched before are read now", len(waiting))
        room = asyncio.Semaphore(self.session.pool.size * BACKLOG)

        async def one(number: int) -> None:
            async with room:
                await self.conduct.take_again(waiting[number])

        await asyncio.gather(*(one(number) for number in range(len(waiting))))

    # --- which URL is next

    async def _next(self) -> Request | None:
        """Give the next request as soon as a host has room for it; None when the crawl is over."""
        while self.finish_reason == "finished":
            self._wake.clear()
            paused = self._politeness().paused()
            if self._is_limit_near():
                if not self._is_at_work():
                    self.finish_reason = "limit"
                    return None
            elif self._has_room():
                found = self.hosts.take(paused)
                if found is not None:
                    request = await self._request_for(found)
                    if request is not None:
                        return request
                    continue
                if self.hosts.wants_claims(paused) and await self._claim(paused):
                    continue
            if not self._is_at_work() and not self.hosts.waiting(paused) and not await self._is_worth_waiting(paused):
                return None
            await self._pause(paused)
        return None

    async def _request_for(self, found: Claim) -> Request | None:
        """Make the request for a claimed URL; None where it needs none, being settled already."""
        visit = await self.conduct.begin(found)
        request = None if visit is None else await self._request(visit)
        if request is None:
            self._end_visit(found.host)
        return request

    async def _request(self, visit: Visit) -> Request | None:
        """Make a request; None for an address that no request can be made of, which is then settled."""
        meta = {"visit": visit, "etag": visit.etag, "last_modified": visit.last_modified}
        try:
            return Request(visit.url, callback=self.answered, errback=self.failed, dont_filter=True, meta=meta)
        except ValueError as error:
            await self.conduct.fail(visit, error)
            return None

    async def _claim(self, paused: frozenset[str]) -> bool:
        """Claim URLs for the hosts that could use some; False where there were none."""
        busy = self.hosts.busy(paused)
        claims = await self.session.writer.run(
            claim, self.session.crawl, hosts=self._claimable, limit=self.hosts.wish(busy), lease_s=LEASE_S,
            now=datetime.now(UTC), busy=busy,
        )
        self.hosts.put(claims)
        if not claims:
            self.hosts.note_dry(busy)
        return bool(claims)

    def _politeness(self) -> PolitenessMiddleware:
        found: PolitenessMiddleware | None = self.crawler.get_downloader_middleware(PolitenessMiddleware)
        if found is None:
            raise BadInput("the politeness middleware is switched off: Gongwen does not crawl without it")
        return found

    def _has_room(self) -> bool:
        """True while pages are read about as fast as they come in."""
        return self._active < self.session.pool.size * BACKLOG

    def _is_at_work(self) -> bool:
        """True while a request or a reading may still bring new URLs."""
        return self.hosts.in_flight > 0 or self._active > 0

    def _is_limit_near(self) -> bool:
        """True where the pages captured and those under way may make up the limit."""
        limit = self.order.limit
        return limit is not None and self.session.tally.pages + self.hosts.in_flight + self._active >= limit

    async def _is_worth_waiting(self, paused: frozenset[str]) -> bool:
        """True where a retry is due or a pause ends soon enough; sees to it that it is looked for then."""
        self.hosts.note_news()
        if await self._claim(paused):  # what was claimed while others were under way may be free now
            return True
        longest = self.crawler.settings.getfloat("GONGWEN_WAIT_S")
        now = datetime.now(UTC)
        due = await self.session.writer.run(next_due, self.session.crawl, hosts=self._claimable, now=now)
        waits = [self._politeness().pause_left_s(host) for host in paused if not self.hosts[host].stopped]
        if due is not None and due > now:
            waits.append((due - now).total_seconds())
        soon = [wait for wait in waits if wait <= longest]
        if not soon:
            return False
        self._nap_s = min(soon)
        return True

    async def _pause(self, paused: frozenset[str]) -> None:
        """Wait until something changes: an answer, a filed page, the end of a pause or of a retry's delay."""
        waits = [self._politeness().pause_left_s(host) for host in paused]
        if self._nap_s is not None:
            waits.append(self._nap_s)
            self._nap_s = None
        wait = max(0.02, min([*waits, 5.0]))
        try:
            await asyncio.wait_for(self._wake.wait(), wait)
        except TimeoutError:
            self.hosts.note_news()

    # --- what comes back

    async def answered(self, response: Response) -> Request | None:
        """Take in an answer; gives the next request where it is a redirect."""
        visit: Visit = response.meta["visit"]
        self._active += 1
        self._end_visit(visit.host)
        return await self._safely(self.conduct.answer(visit, response))

    async def failed(self, failure: Failure) -> Request | None:
        """Settle or postpone a URL that gave no answer."""
        visit: Visit = failure.request.meta["visit"]  # type: ignore[attr-defined]
        self._active += 1
        self._end_visit(visit.host)
        error = failure.value
        if error is None:
            return None
        return await self._safely(self.conduct.fail(visit, error))

    def _end_visit(self, host: str) -> None:
        self.hosts.leave(host)
        self._wake.set()

    async def _safely(self, work: Awaitable[Visit | None]) -> Request | None:
        """Do the work on an answer; a fault of the archive ends the crawl, anything else only this page."""
        try:
            hop = await work
            request = None if hop is None else await self._request(hop)
            if request is not None and hop is not None:
                self.hosts.enter(hop.host)
            return request
        except (ArchiveError, CrawlerError) as error:
            self.give_up(error)
            raise CloseSpider(self.finish_reason) from error
        finally:
            self._active -= 1
            self._wake.set()

    # --- the end

    def give_up(self, error: BaseException) -> None:
        """Remember the first fault that ends the crawl."""
        if self.failure is None:
            self.failure = error
            self.finish_reason = "disk_full" if isinstance(error, DiskFull) else "error"
            if not isinstance(error, Busy):
                logger.error("%s", error)

    def stop_for(self, error: ArchiveError) -> None:
        """End the crawl from outside a callback."""
        self.give_up(error)
        self._wake.set()

    def requests(self) -> int:
        """Count the requests sent."""
        return int(self.crawler.stats.get_value("downloader/request_count", 0))

    async def put_away(self, reason: str) -> None:
        """End the run; Scrapy has waited for the answers in flight and their callbacks."""
        if reason == "shutdown" and self.failure is None:
            self.finish_reason = "interrupted"
        elif reason not in ("finished", "shutdown", self.finish_reason) and self.failure is None:
            self.finish_reason = "error"
        session: Session | None = getattr(self, "session", None)
        if session is not None:
            try:
                await session.close(self.finish_reason, requests=self.requests())
            except DiskFull as error:
                self.give_up(error)
