"""Loads what every crawl loads, for `tests.crawler.forked`; installs no reactor and opens nothing."""

import importlib

from cleaners.platforms import platforms

MODULES = (
    "archive.data", "cleaners.read", "crawler.cli.main", "crawler.run", "crawler.session", "crawler.spiders.document",
    "crawler.spiders.forum", "crawler.spiders.portal", "crawler.spiders.urls", "gongwen",
    "scrapy.core.downloader.handlers.http11", "scrapy.crawler",
    "scrapy.downloadermiddlewares.defaultheaders", "scrapy.downloadermiddlewares.stats", "scrapy.dupefilters",
    "scrapy.pqueues", "scrapy.squeues", "tests.crawler.run_plan",
)  # fmt: skip
"""Each is imported by a crawl of any site anyway; `crawler.settings` is not here, for it reads the environment."""

for name in MODULES:
    importlib.import_module(name)
platforms()
