"""An extension of Scrapy that watches a crawl from inside: pages and when they came, lag of the event loop, memory."""

import asyncio
import json
import resource
import sys
import time
from pathlib import Path
from typing import Any, Self

from scrapy import signals
from scrapy.crawler import Crawler
from scrapy.http import Response

BEAT_S = 0.01
"""How often the loop is asked for; what it is late by is lag."""


class Probe:
    """Writes {pages, seconds, lag_p99_ms, memory_mb} to the file named by PROBE_FILE when the spider closes."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._came: list[float] = []
        self._lags: list[float] = []
        self._task: asyncio.Task[None] | None = None

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Take part in a crawl."""
        probe = cls(Path(str(crawler.settings["PROBE_FILE"])))
        crawler.signals.connect(probe.opened, signal=signals.spider_opened)
        crawler.signals.connect(probe.received, signal=signals.response_received)
        crawler.signals.connect(probe.closed, signal=signals.spider_closed)
        return probe

    def opened(self) -> None:
        """Begin to watch the loop."""
        self._task = asyncio.get_event_loop().create_task(self._watch())

    def received(self, response: Response, **rest: Any) -> None:
        """Note when a page came; robots.txt is none."""
        if not response.url.endswith("/robots.txt"):
            self._came.append(time.monotonic())

    def closed(self) -> None:
        """Write what was seen."""
        if self._task is not None:
            self._task.cancel()
        lags = sorted(self._lags)
        unit = 1 if sys.platform == "darwin" else 1024  # bytes there, kilobytes here
        seen = {
            "pages": len(self._came),
            "seconds": self._came[-1] - self._came[0] if self._came else 0.0,
            "lag_p99_ms": 1000 * lags[int(len(lags) * 0.99)] if lags else 0.0,
            "memory_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / 1e6,
        }
        self._file.write_text(json.dumps(seen), encoding="utf-8")

    async def _watch(self) -> None:
        while True:
            asked = time.monotonic()
            await asyncio.sleep(BEAT_S)
            self._lags.append(time.monotonic() - asked - BEAT_S)
