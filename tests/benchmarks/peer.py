"""The peer of the crawl: bare Scrapy at its own defaults, alone or with `trafilatura.extract` on each page.

A process of its own: `python -m tests.benchmarks.peer URLS PROXY [--extract]`. The replay server stands in as its
proxy, so that host names need no resolving; Scrapy keeps its slots (8 requests to one host, 16 in all) by host name.
"""

import sys
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import scrapy
import trafilatura
from scrapy.crawler import CrawlerProcess
from scrapy.http import Response


class Bare(scrapy.Spider):
    """Fetches a list of URLs and does nothing with them, or extracts their text."""

    name = "bare"
    urls: Path
    proxy: str
    extracts = False
    fetched = 0
    extracted = 0

    async def start(self) -> AsyncIterator[Any]:
        """Ask for every URL of the list."""
        for url in self.urls.read_text(encoding="utf-8").split():
            yield scrapy.Request(url, self.parse, dont_filter=True, meta={"proxy": self.proxy})

    def parse(self, response: Response, **kwargs: Any) -> None:
        """Take the body; extract its text where asked to."""
        self.fetched += len(response.body) > 0
        if self.extracts:
            self.extracted += trafilatura.extract(response.body, url=response.url) is not None


def main() -> int:
    """Run the peer; the last line of stdout is the number of pages, fetched and extracted."""
    urls, proxy, *options = sys.argv[1:]
    process = CrawlerProcess({"LOG_LEVEL": "ERROR", "TELNETCONSOLE_ENABLED": False})
    crawler = process.create_crawler(
        type("Peer", (Bare,), {"urls": Path(urls), "proxy": proxy, "extracts": "--extract" in options})
    )
    process.crawl(crawler)
    process.start()
    assert isinstance(crawler.spider, Bare)
    print(crawler.spider.fetched, crawler.spider.extracted)
    return 0


if __name__ == "__main__":
    sys.exit(main())
