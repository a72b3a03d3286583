"""Politeness: robots.txt before the first page of a host, its Crawl-delay, Retry-After and 429 for the whole host.

Scrapy itself allows everything when robots.txt cannot be had, and applies neither Crawl-delay nor Retry-After.
"""

import asyncio
import logging
import time
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, Any, Self
from urllib.parse import urljoin, urlsplit

from scrapy import Request
from scrapy.exceptions import CannotResolveHostError

from cleaners.errors import BrokenBody
from cleaners.outcome import Reason
from cleaners.wire import unpack
from crawler.addresses import host_of
from crawler.middlewares.not_asked import NotAsked
from crawler.middlewares.robots import Robots, Ruling, parse, ruling_for

if TYPE_CHECKING:
    from scrapy.http import Response

logger = logging.getLogger(__name__)
KEEP_S = 24 * 3600.0
"""Seconds that rules are kept (RFC 9309 section 2.4)."""
UNREACHABLE_S = 3600.0
"""Seconds until an unreachable robots.txt is asked for again."""
MAX_CRAWL_DELAY_S = 60.0
MAX_RETRY_AFTER_S = 24 * 3600.0
HOPS = 5
BIG = 32 * 1024
"""Bytes of a robots.txt above which it is parsed off the event loop: 500 KiB take 0.35 s."""


class PolitenessMiddleware:
    """Holds back what robots.txt forbids, and a host that asked for a pause."""

    def __init__(self, crawler: Any) -> None:  # noqa: ANN401 - Scrapy's crawler
        self._crawler = crawler
        self._obeys = crawler.settings.getbool("ROBOTSTXT_OBEY")
        self._pause_s = crawler.settings.getfloat("GONGWEN_PAUSE_S")
        self._robots: dict[str, asyncio.Future[Robots]] = {}
        self._paused: dict[str, float] = {}
        self._refusals: dict[str, int] = {}

    @classmethod
    def from_crawler(cls, crawler: Any) -> Self:  # noqa: ANN401
        """Make it for a crawl."""
        return cls(crawler)

    def paused(self) -> frozenset[str]:
        """Give the hosts of which nothing may be asked now."""
        now = time.monotonic()
        self._paused = {host: until for host, until in self._paused.items() if until > now}
        return frozenset(self._paused)

    def pause_left_s(self, host: str) -> float:
        """Give the seconds for which nothing may be asked of a host (with port, as in the URL); 0 where it is free."""
        return max(0.0, self._paused.get(host, 0.0) - time.monotonic())

    async def process_request(self, request: Request) -> None:
        """Let the request pass or raise NotAsked."""
        if request.meta.get("is_robots_txt"):
            return
        parts = urlsplit(request.url)
        left = self.pause_left_s(host_of(request.url))
        if left > 0:
            raise NotAsked(Reason.RATE_LIMITED, f"the host asked for a pause of {left:.0f} s", wait_s=left)
        if self._obeys:
            self._keep_to(await self._robots_of(f"{parts.scheme}://{parts.netloc}"), request)

    def process_response(self, request: Request, response: "Response") -> "Response":
        """Pause the host where the answer says so, and pass the answer on."""
        host = host_of(request.url)
        if response.status in {429, 503}:
            self._refusals[host] = refusals = self._refusals.get(host, 0) + 1
            asked = retry_after_s(response.headers.get("Retry-After"), datetime.now(UTC))
            pause = asked if asked is not None else min(self._pause_s * 2 ** (refusals - 1), UNREACHABLE_S)
            self._paused[host] = max(self._paused.get(host, 0.0), time.monotonic() + pause)
            logger.warning("%s answered %d: nothing is asked of it for %.0f s", host, response.status, pause)
        else:
            self._refusals.pop(host, None)
        return response

    def _keep_to(self, robots: Robots, request: Request) -> None:
        """Raise NotAsked for what the rules forbid; take over their pace."""
        if robots.ruling is Ruling.WAIT:
            wait = max(1.0, robots.expires - time.monotonic())
            raise NotAsked(Reason.ROBOTS_UNREACHABLE, f"robots.txt: {robots.detail}", wait_s=wait)
        if not robots.allows(request.url):
            raise NotAsked(Reason.ROBOTS, "robots.txt does not allow it")
        delay = robots.crawl_delay_s
        if delay is None:
            return
        if delay > MAX_CRAWL_DELAY_S:
            raise NotAsked(Reason.ROBOTS, f"Crawl-delay of {delay:g} s; we wait at most {MAX_CRAWL_DELAY_S:g} s")
        self._slow_down(urlsplit(request.url).hostname or "", delay)
        request.meta["autothrottle_dont_adjust_delay"] = True  # it would go below

    def _slow_down(self, host: str, delay_s: float) -> None:
        """Give the host's slot the pace that it asks for; never a faster one than ours, and no jitter below it."""
        downloader = self._crawler.engine.downloader
        delay = max(delay_s, self._crawler.settings.getfloat("DOWNLOAD_DELAY"))
        downloader.per_slot_settings[host] = {"delay": delay, "concurrency": 1, "jitter": 0.0}
        slot = downloader.slots.get(host)
        if slot is not None:
            slot.delay, slot.concurrency, slot.jitter = max(delay, slot.delay), 1, 0.0

    async def _robots_of(self, origin: str) -> Robots:
        """Give the rules of an origin (scheme, host, port); fetched once however many requests wait for them."""
        known = self._robots.get(origin)
        if known is not None and known.done() and known.result().expires < time.monotonic():
            known = None
        if known is None:
            known = self._robots[origin] = asyncio.ensure_future(self._fetch(origin))
        # A request that is given up must not take the look-up with it: others wait for it.
        return await asyncio.shield(known)

    async def _fetch(self, origin: str) -> Robots:
        """Ask for robots.txt and say what follows from the answer; never raises but for a host that does not exist."""
        try:
            response = await self._follow(f"{origin}/robots.txt")
        except (CannotResolveHostError, NotAsked):
            # The page itself will fail with the better reason: no such host, or one that the guard refuses.
            return Robots(ruling=Ruling.FREE, expires=time.monotonic(), detail="no such host")
        except Exception as error:  # noqa: BLE001 - whatever kept us from it, unreachable means wait
            return self._wait(f"{type(error).__name__}: {error}"[:150])
        ruling = ruling_for(response.status) if not 300 <= response.status < 400 else Ruling.FREE
        if ruling is Ruling.WAIT:
            return self._wait(f"status {response.status}")
        expires = time.monotonic() + KEEP_S
        if ruling is Ruling.FREE:
            return Robots(ruling=ruling, expires=expires)
        return await self._read(response, expires)

    async def _read(self, response: "Response", expires: float) -> Robots:
        """Read the rules of an answer that holds some."""
        encodings = b", ".join(response.headers.getlist("Content-Encoding")).decode("latin-1")
        try:
            body = unpack(response.body, encodings or None)
        except BrokenBody as error:
            return self._wait(str(error))
        rules = parse(body) if len(body) < BIG else await asyncio.to_thread(parse, body)
        return Robots(ruling=Ruling.RULES, expires=expires, rules=rules)

    async def _follow(self, url: str) -> "Response":
        """Ask for a robots.txt over at most five redirects; the guard looks at each hop."""
        for _ in range(HOPS + 1):
            meta = {"is_robots_txt": True, "autothrottle_dont_adjust_delay": True}
            response: Response = await self._crawler.engine.download_async(Request(url, meta=meta))
            location = response.headers.get("Location")
            if not 300 <= response.status < 400 or location is None:
                return response
            url = urljoin(url, location.decode("latin-1"))
        return response

    def _wait(self, detail: str) -> Robots:
        """Give the ruling for a robots.txt that cannot be had."""
        return Robots(ruling=Ruling.WAIT, expires=time.monotonic() + UNREACHABLE_S, detail=detail)


def retry_after_s(header: bytes | None, now: datetime) -> float | None:
    """Give the seconds that Retry-After asks for, as number or date, at most a day; None where it says nothing."""
    text = (header or b"").decode("latin-1").strip()
    if text.isascii() and text.isdigit():
        return min(float(text[:10]), MAX_RETRY_AFTER_S)
    try:
        date = parsedate_to_datetime(text)
    except ValueError:
        return None
    if date.tzinfo is None:
        date = date.replace(tzinfo=UTC)
    return min(max(0.0, (date - now).total_seconds()), MAX_RETRY_AFTER_S)
