"""Running crawls inside this process: a plan goes in, a report comes out. The command line's one way to Scrapy.

Scrapy is imported when a crawl begins, so that commands that do not crawl never pay for it.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from archive.database import open_archive
from archive.errors import ArchiveError, DiskFull, UnknownId
from archive.frontier import Seed
from archive.status import UrlStatus, explain
from crawler.errors import CrawlerError
from crawler.order import Order, apply_order, make_order
from crawler.site import Site
from crawler.tally import CrawlReport, Progress, Tally, Watch

if TYPE_CHECKING:
    import asyncio

    from scrapy.crawler import AsyncCrawlerProcess, Crawler
    from scrapy.settings import Settings

    from crawler.spiders.frontier_spider import FrontierSpider

__all__ = ["CrawlReport", "Plan", "Progress", "Watch", "run_crawl", "run_crawls"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What to crawl, and how it differs from the site's own word."""

    data: Path
    """Folder of the archive; made where there is none."""
    spider: str | None = None
    """forum, document, portal or urls; None = the site's own, and `urls` where there is no site."""
    site: Site | None = None
    urls: tuple[str, ...] = ()
    """With a site: where to begin instead of its starts. Without: the list to archive."""
    contact: str | None = None
    """None = $GONGWEN_CONTACT."""
    resolve: tuple[str, ...] = ()
    """`HOST:PORT:ADDRESS[:PORT]`, as curl's connect-to."""
    limit: int | None = None
    """Pages to capture at most."""
    since: datetime | None = None
    """Kept with the run; lists do not date their rows, so nothing is left out by it yet."""
    refetch: bool = False
    """True: known pages are asked for again; one that answers 304 counts as unchanged."""
    delay_s: float | None = None
    concurrency: int | None = None
    """Seconds between two requests to one host; None = the site's."""
    workers: int = 0
    """Processes that read pages; 0 = one a core."""
    user_agent: str | None = None
    """None = our own, with the contact."""
    log_level: str = "WARNING"
    progress: Watch | None = field(default=None, compare=False)
    """Called in the event loop for every URL that came to an end: must be quick."""
    settings: tuple[tuple[str, Any], ...] = ()
    """Further settings of Scrapy or ours, for tests and benchmarks; they win over all others."""


def run_crawl(plan: Plan) -> CrawlReport:
    """Run one crawl to its end; see `run_crawls`. Only once in a process: Twisted's reactor does not start again."""
    return run_crawls([plan])[0]


def run_crawls(plans: Sequence[Plan]) -> list[CrawlReport]:
    """Run crawls one after the other, until all are done or a signal interrupts them; gives a report for each begun.

    SIGINT and SIGTERM finish what is in flight; the report then says `interrupted`. Raises BadInput, BadSite,
    NoContact before anything is asked for; Busy and other ArchiveErrors of opening; a full disk is in the report.
    """
    from scrapy.crawler import AsyncCrawlerProcess  # noqa: PLC0415 - only when something is crawled

    made = [(plan, _order(plan)) for plan in plans]
    for plan, order in made:
        apply_order(order, _settings([plan]))
    process = AsyncCrawlerProcess(_settings(plans))
    runs: list[_Run] = []
    _begin_next(process, list(made), runs)
    process.start()
    return [run.report() for run in runs]


@dataclass(slots=True, kw_only=True)
class _Run:
    """One crawl under way, and what is needed to tell of it afterwards."""

    order: Order
    crawler: Crawler
    task: asyncio.Task[None]
    began: float

    def report(self) -> CrawlReport:
        """Tell what came of it; raises what kept it from beginning."""
        spider: Any = self.crawler.spider
        if self.task.cancelled() and not hasattr(spider, "session"):  # a signal came before anything was begun
            raise KeyboardInterrupt
        if spider is None or (self.task.done() and not self.task.cancelled() and self.task.exception() is not None):
            raise self.task.exception() or CrawlerError("the crawl did not begin")
        failure = spider.failure
        if failure is not None and not isinstance(failure, DiskFull):
            raise failure
        return _report(spider, time.monotonic() - self.began)


def _begin_next(process: AsyncCrawlerProcess, waiting: list[tuple[Plan, Order]], runs: list[_Run]) -> None:
    """Begin the next crawl, and have the one after it begun when it ends by itself."""
    plan, order = waiting.pop(0)
    crawler = process.create_crawler(order.spider)
    crawler.settings.update(_own_settings(plan), priority="cmdline")
    task = process.crawl(crawler, order=order)
    runs.append(_Run(order=order, crawler=crawler, task=task, began=time.monotonic()))

    def then(_: object) -> None:
        finished = getattr(crawler.spider, "finish_reason", "error")
        if waiting and finished in ("finished", "limit"):
            _begin_next(process, waiting, runs)

    task.add_done_callback(then)


def _order(plan: Plan) -> Order:
    """Make the order that the spider works by."""
    spider = plan.spider or (plan.site.spider if plan.site else "urls")
    order = make_order(spider, plan.site, plan.urls, data=plan.data)
    return replace(
        order, limit=plan.limit, refetch=plan.refetch, delay_s=plan.delay_s, progress=plan.progress, since=plan.since,
        concurrency=plan.concurrency,
    )


def _settings(plans: Sequence[Plan]) -> Settings:
    """Give the settings of the process: the resolver is one for all crawls, so it knows the rules of all."""
    from scrapy.settings import Settings  # noqa: PLC0415 - as above

    settings = Settings()
    settings.setmodule("crawler.settings", priority="project")
    settings.update(_own_settings(plans[0]), priority="cmdline")
    rules = [rule for plan in plans for rule in plan.resolve]
    if rules:
        settings.set("GONGWEN_RESOLVE", rules, priority="cmdline")
    return settings


def _own_settings(plan: Plan) -> dict[str, Any]:
    """Give the settings in which this plan differs."""
    values: dict[str, Any] = {
        "GONGWEN_DATA": str(plan.data), "GONGWEN_WORKERS": plan.workers, "LOG_LEVEL": plan.log_level,
    }
    if plan.contact is not None:
        values["GONGWEN_CONTACT"] = plan.contact
    if plan.user_agent is not None:
        values["USER_AGENT"] = plan.user_agent
    return values | dict(plan.settings)


def _report(spider: FrontierSpider, seconds: float) -> CrawlReport:
    session = getattr(spider, "session", None)
    tally: Tally = session.tally if session is not None else Tally()
    crawl = session.begun if session is not None else None
    return CrawlReport(
        crawl_id=crawl.id if crawl else None, resumed=bool(crawl and crawl.resumed),
        finish_reason=spider.finish_reason if crawl or spider.failure else "interrupted", seconds=seconds,
        requests=spider.requests(), pages=tally.pages,
        reports_new=tally.reports_new, copies_new=tally.copies_new, outcomes=dict(tally.outcomes),
        pending=tally.pending or 0, warnings=tuple(tally.warnings),
        failure=str(spider.failure) if spider.failure is not None else None,
        urls=_told(spider.order, spider.seeds) if spider.order.spider == "urls" else (),
    )


def _told(order: Order, seeds: Sequence[Seed]) -> tuple[tuple[str, UrlStatus | None], ...]:
    """Look up what each URL of a list came to, in the order in which they were given."""
    try:
        with open_archive(order.data, read_only=True) as archive:
            return tuple((url, _look(archive, seed)) for url, seed in zip(order.urls, seeds, strict=True))
    except (ArchiveError, ValueError):  # interrupted before the list was put down
        return tuple((url, None) for url in order.urls)


def _look(archive: Any, seed: Seed) -> UrlStatus | None:  # noqa: ANN401 - an open archive
    try:
        return explain(archive, seed.key)
    except UnknownId:
        return None
