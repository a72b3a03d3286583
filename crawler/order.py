"""What a crawl was asked to do: site or list, limits, and what follows from them for Scrapy's settings."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from cleaners.page import Hints
from crawler.addresses import Rule, host_of, literal, read_rules
from crawler.errors import BadInput, NoContact
from crawler.host_file import read_all_declared
from crawler.site import Site, ad_hoc, hints_for, load_site, ports_of
from crawler.tally import Watch

COOKIES = "scrapy.downloadermiddlewares.cookies.CookiesMiddleware"
COOKIES_PLACE = 700
"""Scrapy's own place for it; `crawler.settings` leaves it out, as most sites need no cookies."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What a crawl was asked to do."""

    spider: str
    site: Site
    urls: tuple[str, ...]
    """Where it begins, or, for `urls`, all that is asked for."""
    label: str
    data: Path
    limit: int | None = None
    """Pages to capture; None = as many as there are."""
    refetch: bool = False
    """True: known pages are asked for again, with their validators."""
    delay_s: float | None = None
    """Overrides the site's delay."""
    concurrency: int | None = None
    """Overrides the site's number of requests at a time."""
    since: datetime | None = None
    """Threads whose list says that nothing happened since this day are not asked for; what is undated is."""
    progress: Watch | None = field(default=None, compare=False)

    @property
    def settings(self) -> dict[str, object]:
        """Give what is put down with the run."""
        return {"urls": len(self.urls), "limit": self.limit, "refetch": self.refetch, "delay_s": self.delay_s,
                "concurrency": self.concurrency, "since": self.since}

    def hints(self, host: str) -> Hints:
        """Give what is known of a host's pages: the site's word, of a list each host's own site."""
        return _hints_of(host, self.data, self.site if self.spider != "urls" else None)

    @classmethod
    def from_arguments(cls, spider: str, arguments: Mapping[str, Any], *, data: Path) -> "Order":
        """Read the arguments of `scrapy crawl SPIDER -a NAME=VALUE`, or take the order that `run_crawl` made."""
        order = arguments.get("order")
        if isinstance(order, Order):
            return order
        unknown = sorted(set(arguments) - {"site", "urls", "limit", "refetch"})
        if unknown:
            raise BadInput(f"unknown argument {unknown[0]}: known are site, urls, limit, refetch")
        urls = tuple(str(arguments.get("urls", "")).split())
        limit = arguments.get("limit")
        made = make_order(spider, arguments.get("site"), urls, data=data)
        is_refetch = str(arguments.get("refetch", "")).lower() in ("1", "true")
        return replace(made, limit=int(limit) if limit else None, refetch=is_refetch)


@lru_cache(maxsize=4096)
def _hints_of(host: str, data: Path, site: Site | None) -> Hints:
    return hints_for(host, data=data, site=site)


def make_order(spider: str, site: Site | str | None, urls: tuple[str, ...], *, data: Path) -> Order:
    """Make an order for a site (by name, host or file) or for URLs. Raises BadInput, BadSite."""
    read_all_declared(data)  # a file of rules that cannot be used is told now, not at the first page of its host
    if spider == "urls":
        if not urls:
            raise BadInput("no URL to archive")
        hosts = tuple(dict.fromkeys(_host(url) for url in urls))
        listed = replace(ad_hoc(urls[:1]), hosts=hosts, ports=ports_of(hosts), starts=urls)
        return Order(spider=spider, site=listed, urls=urls, label="archive", data=data)
    if site is None and not urls:
        raise BadInput("say what to crawl: a site (-a site=NAME) or URLs (-a urls=URL)")
    found = site if isinstance(site, Site) else load_site(site, data=data) if site else ad_hoc(urls)
    return Order(spider=spider, site=found, urls=urls or found.starts, label=found.slug, data=data)


def _host(url: str) -> str:
    """Give the host of a URL; BadInput where there is none."""
    try:
        host = host_of(url)
    except ValueError as error:
        raise BadInput(f"{url[:200]}: not a URL ({error})") from error
    if not host or urlsplit(url).scheme not in ("http", "https"):
        raise BadInput(f"{url[:200]}: not an http(s) URL")
    return host


def apply_order(order: Order, settings: Any) -> None:  # noqa: ANN401 - Scrapy's Settings
    """Let site and order have their say in the settings. Raises NoContact off loopback without a contact."""
    site = order.site
    is_local = is_loopback(order, read_rules(settings.getlist("GONGWEN_RESOLVE")))
    contact = str(settings.get("GONGWEN_CONTACT") or "").strip()
    if not is_local and not contact:
        raise NoContact("say who runs this crawl: --contact URL-OR-ADDRESS (or $GONGWEN_CONTACT)")
    delay = site.delay_s if order.delay_s is None else order.delay_s
    concurrency = site.concurrency if order.concurrency is None else order.concurrency
    values = {
        "DOWNLOAD_DELAY": delay, "CONCURRENT_REQUESTS_PER_DOMAIN": concurrency, "COOKIES_ENABLED": site.cookies,
        "DOWNLOAD_VERIFY_CERTIFICATES": site.verify_tls, "GONGWEN_PORTS": list(site.ports),
        "USER_AGENT": user_agent(settings["GONGWEN_VERSION"], contact),
    }
    if is_local:
        values["AUTOTHROTTLE_ENABLED"] = False
    if site.cookies:
        values["DOWNLOADER_MIDDLEWARES"] = {**settings.getdict("DOWNLOADER_MIDDLEWARES"), COOKIES: COOKIES_PLACE}
    for name, value in values.items():
        settings.set(name, value, priority="spider")


def user_agent(version: str, contact: str) -> str:
    """Give our name as sites see it. "Mozilla" and no "bot", "crawl" or "spider": Discuz goes by these words."""
    return f"Mozilla/5.0 (compatible; Gongwen/{version}; +{' '.join(contact.split()) or 'loopback'})"


def is_loopback(order: Order, rules: Mapping[tuple[str, int], Rule]) -> bool:
    """True where every start lies on this machine, by a rule or as an address."""
    return all(_is_local(url, rules) for url in order.urls)


def _is_local(url: str, rules: Mapping[tuple[str, int], Rule]) -> bool:
    parts = urlsplit(url)
    host, port = (parts.hostname or "").lower().rstrip("."), parts.port or (443 if parts.scheme == "https" else 80)
    rule = rules.get((host, port))
    address = rule.address if rule is not None else literal(host)
    return address is not None and address.is_loopback
