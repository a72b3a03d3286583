"""Forty hosts at a page a second each: Gongwen with everything on beside bare Scrapy at the same politeness.

Each runs in a process of its own: `python -m tests.benchmarks.polite WHO FOLDER PORT URLS OUT`. Both have the settings
of POLITENESS from `crawler.settings`; the peer fetches and does nothing else.
"""

import json
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from scrapy.crawler import CrawlerProcess

from crawler import settings as ours
from crawler.run import Plan, run_crawl
from tests.benchmarks.pages import Pages, spread
from tests.benchmarks.peer import Bare
from tests.benchmarks.racing import lap

HOSTS = 40
BUDGET_SHARE, BUDGET_LAG_MS, BUDGET_MEMORY_MB = 0.95, 50.0, 300.0
"""DESIGN section 6: pages a second to the peer's, p99 of the loop's lag, memory of the crawling process."""
POLITENESS = (
    "CONCURRENT_REQUESTS", "CONCURRENT_REQUESTS_PER_DOMAIN", "DOWNLOAD_DELAY", "DOWNLOAD_DELAY_JITTER",
    "AUTOTHROTTLE_ENABLED", "AUTOTHROTTLE_START_DELAY", "AUTOTHROTTLE_MAX_DELAY", "AUTOTHROTTLE_TARGET_CONCURRENCY",
)
PROBE = {"tests.benchmarks.probe.Probe": 0}


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """What the probe saw of one crawl."""

    pages: int
    seconds: float
    lag_p99_ms: float
    memory_mb: float
    cpu_s: float

    @property
    def pages_a_second(self) -> float:
        """Give the pace between the first page and the last."""
        return (self.pages - 1) / self.seconds if self.seconds else 0.0


def race(folder: Path, *, seconds: int) -> tuple[str, Seen, Seen]:
    """Run both, one after the other, over as many pages a host as seconds; give what, the peer and us."""
    with spread(HOSTS, each=seconds) as pages:
        return pages.what, _seen("bare", pages, folder), _seen("ours", pages, folder)


def _seen(who: str, pages: Pages, folder: Path) -> Seen:
    """Run one contestant."""
    listed, out = folder / f"polite-{who}.txt", folder / f"polite-{who}.json"
    listed.write_text("\n".join(pages.urls), encoding="utf-8")
    data = str(folder / f"polite-{who}")
    words = ["-m", "tests.benchmarks.polite", who, data, str(pages.port), str(listed), str(out)]
    taken = lap(words, log=folder / f"polite-{who}.log")
    return Seen(**json.loads(out.read_text(encoding="utf-8")), cpu_s=taken.cpu_s)


def main() -> int:
    """Run one contestant in this process."""
    who, folder, port, listed, out = sys.argv[1:]
    urls = Path(listed).read_text(encoding="utf-8").split()
    own = {"EXTENSIONS": PROBE, "PROBE_FILE": out}
    if who == "ours":
        hosts = dict.fromkeys(url.split("/")[2] for url in urls)
        rules = tuple(f"{host}:80:127.0.0.1:{port}" for host in hosts)
        run_crawl(Plan(data=Path(folder), urls=tuple(urls), resolve=rules, settings=tuple(own.items())))
        return 0
    polite: dict[str, Any] = {name: getattr(ours, name) for name in POLITENESS}
    process = CrawlerProcess({"LOG_LEVEL": "ERROR", "TELNETCONSOLE_ENABLED": False, **polite, **own})
    process.crawl(type("Peer", (Bare,), {"urls": Path(listed), "proxy": f"http://127.0.0.1:{port}"}))
    process.start()
    return 0


if __name__ == "__main__":
    sys.exit(main())
