"""Settings of every crawl, each with its unit and its reason; what a site or the command line changes is in `run`.

Numbers: section 7 of the project's reference on reliability, unless the line names another source. `scrapy crawl`
reads them too, so what depends on the machine or the person comes from environment variables.
"""

import os
from importlib.metadata import PackageNotFoundError, version

try:
    VERSION = version("gongwen")
except PackageNotFoundError:  # run from a folder that was never installed
    VERSION = "0"

BOT_NAME = "gongwen"
SPIDER_MODULES = ["crawler.spiders"]
NEWSPIDER_MODULE = "crawler.spiders"

# --- who runs it, and where to (ours; run.py sets them from the command line)
GONGWEN_VERSION = VERSION
GONGWEN_DATA = os.environ.get("GONGWEN_DATA", "./gongwen-data")
"""Folder of the archive."""
GONGWEN_CONTACT = os.environ.get("GONGWEN_CONTACT", "")
"""Address or page by which a site's owner reaches whoever runs the crawl; needed off loopback."""
GONGWEN_RESOLVE = [rule for rule in os.environ.get("GONGWEN_RESOLVE", "").split(",") if rule]
"""`HOST:PORT:ADDRESS[:PORT]`: where connections go instead; the only way to a private address."""
GONGWEN_PORTS: list[int] = []
"""Ports besides 80 and 443 (a site's own)."""
GONGWEN_WORKERS = int(os.environ.get("GONGWEN_WORKERS", "0"))
"""Processes that read pages; 0 = one for each core."""
GONGWEN_BACK_OFF_S = 5.0
"""Seconds before a failed fetch is tried again, doubled each time."""
GONGWEN_PAUSE_S = 30.0
"""Seconds for which a whole host is left alone after a 429 or 503 that names no time, doubled each time."""
GONGWEN_WAIT_S = 300.0
"""Longest wait, in seconds, for retries and pauses when nothing else is left to do; later ones stay pending."""
GONGWEN_MIN_FREE_MB = int(os.environ.get("GONGWEN_MIN_FREE_MB", "1000"))
"""Free megabytes on the archive's disk under which a crawl stops: a full disk in the middle of a write is worse."""

# --- how we ask
# Mozilla: without it Discuz adds a line to each page; "bot", "crawl" or "spider" in it would get other pages
# (discuz.md, "Guards against robots").
USER_AGENT = f"Mozilla/5.0 (compatible; Gongwen/{VERSION}; +{GONGWEN_CONTACT or 'loopback'})"
DEFAULT_REQUEST_HEADERS = {
    "Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
    "Accept-Language": "zh-CN,zh;q=0.9,en;q=0.5",
    "Accept-Encoding": "gzip, deflate",  # what every worker can check for completeness with the standard library
}
ROBOTSTXT_OBEY = True
CONCURRENT_REQUESTS = 64  # in all; each host has its own limit
CONCURRENT_REQUESTS_PER_DOMAIN = 1
DOWNLOAD_DELAY = 1.0  # seconds between two requests to one host
DOWNLOAD_DELAY_JITTER = 0.5  # of the delay, either way: a fixed beat looks like an attack to some guards
AUTOTHROTTLE_ENABLED = True
AUTOTHROTTLE_START_DELAY = 1.0  # seconds; Scrapy's 5 would slow every first minute
AUTOTHROTTLE_MAX_DELAY = 60.0  # seconds
AUTOTHROTTLE_TARGET_CONCURRENCY = 1.0
COOKIES_ENABLED = False  # four advisories, and cookie bombs; a site may switch them on
REFERER_ENABLED = False  # guards against hot-linking do not look at pages; fewer facts leave us

# --- what may come in
DOWNLOAD_TIMEOUT = 60  # seconds in all; a slow-loris would hold a slot for 180
DOWNLOAD_MAXSIZE = 8 * 1024 * 1024  # bytes; 1 GiB took the process to 1.10 GB, 8 MiB to 100 MB
DOWNLOAD_WARNSIZE = 2 * 1024 * 1024  # bytes
DOWNLOAD_FAIL_ON_DATALOSS = False  # the completeness middleware judges it: the bytes are kept
DOWNLOAD_VERIFY_CERTIFICATES = True  # provenance; off by default in Scrapy
DNS_TIMEOUT = 20  # seconds
TWISTED_DNS_RESOLVER = "crawler.resolver.GuardedResolver"
DOWNLOAD_HANDLERS = {"data": None, "file": None, "ftp": None, "s3": None}  # two advisories; http and https stay

# --- what is off
TELNETCONSOLE_ENABLED = False  # runs code for whoever connects
REMOTE_CONTROL_ENABLED = False  # the same; on by default since 2.19
METAREFRESH_ENABLED = False  # crossed to another port
REDIRECT_ENABLED = False  # the spider follows, so that guard, scope and key are looked at on each hop
RETRY_ENABLED = False  # the frontier retries, with back-off, and a kill does not forget it
HTTPCACHE_ENABLED = False
HTTPPROXY_ENABLED = False  # a proxy from the environment would go round the resolver's guard
JOBDIR = None  # loses pages without a word when the process is killed (reliability.md, fact 1)

DOWNLOADER_MIDDLEWARES = {
    "crawler.middlewares.guard.GuardMiddleware": 50,
    "crawler.middlewares.politeness.PolitenessMiddleware": 100,
    "crawler.middlewares.conditional.ConditionalMiddleware": 450,
    "crawler.middlewares.completeness.CompletenessMiddleware": 995,  # next to the wire: sees the raw bytes first
    "scrapy.downloadermiddlewares.offsite.OffsiteMiddleware": None,  # the spider's scope knows ports
    "scrapy.downloadermiddlewares.robotstxt.RobotsTxtMiddleware": None,  # allows all when it is unreachable
    "scrapy.downloadermiddlewares.cookies.CookiesMiddleware": None,  # brings requests; back where a site wants cookies
    "scrapy.downloadermiddlewares.httpauth.HttpAuthMiddleware": None,  # no credentials in a crawler that needs none
    "scrapy.downloadermiddlewares.retry.RetryMiddleware": None,
    "scrapy.downloadermiddlewares.redirect.MetaRefreshMiddleware": None,
    "scrapy.downloadermiddlewares.httpcompression.HttpCompressionMiddleware": None,  # the archive wants the wire bytes
    "scrapy.downloadermiddlewares.redirect.RedirectMiddleware": None,
    "scrapy.downloadermiddlewares.httpproxy.HttpProxyMiddleware": None,
    "scrapy.downloadermiddlewares.httpcache.HttpCacheMiddleware": None,
}
SPIDER_MIDDLEWARES = {  # their work is done by scope and frontier, and each costs CPU on each page
    "scrapy.spidermiddlewares.start.StartSpiderMiddleware": None,
    "scrapy.spidermiddlewares.httperror.HttpErrorMiddleware": None,
    "scrapy.spidermiddlewares.referer.RefererMiddleware": None,
    "scrapy.spidermiddlewares.urllength.UrlLengthMiddleware": None,
    "scrapy.spidermiddlewares.depth.DepthMiddleware": None,
    "scrapy.spidermiddlewares.metacopy.MetaCopyDetectionMiddleware": None,
}
DUPEFILTER_CLASS = "scrapy.dupefilters.BaseDupeFilter"  # the frontier's unique key does it, on disk

# --- the process
MEMUSAGE_ENABLED = True  # does nothing where the system has no `resource` module
MEMUSAGE_LIMIT_MB = 640  # the budget of DESIGN section 6 with the delta of duplicates; section 7 said 512
MEMUSAGE_CHECK_INTERVAL_SECONDS = 5
CONCURRENT_ITEMS = 1  # Scrapy starts so many tasks for each response; callbacks give at most one request
WARN_ON_GENERATOR_RETURN_VALUE = False  # a look at the source of our own callbacks
LOG_LEVEL = os.environ.get("GONGWEN_LOG_LEVEL", "INFO")
LOGSTATS_INTERVAL = 60.0  # seconds
