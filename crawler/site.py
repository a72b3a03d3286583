"""A site: where it begins, what belongs to it, how politely it is asked. One that cannot work is refused on creation.

Reading a TOML file into a `Site` is in `crawler.site_file`. No Scrapy here: commands that do not crawl use it.
"""

import re
import zoneinfo
from collections.abc import Callable, Iterable
from dataclasses import dataclass, fields, replace
from pathlib import Path
from urllib.parse import urlsplit

from cleaners.page import Hints
from crawler.errors import BadSite

SPIDERS = ("forum", "document", "portal")

# A host name or address, a port where unusual. One bounded class, then an optional port: nothing to try twice.
_HOST = re.compile(r"(?:[a-z0-9_][a-z0-9._-]{0,252}|\[[0-9a-f:]{2,45}\])(?::[0-9]{1,5})?")
# Name of a TOML file, safe on every file system. One class, bounded: linear.
_SLUG = re.compile(r"[a-z0-9][a-z0-9._-]{0,79}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """One site: where it begins, what belongs to it, how politely it is asked."""

    slug: str
    """Name of its TOML file without the ending."""
    name: str
    hosts: tuple[str, ...]
    """Host names (with port where unusual); `www.` twins are listed too."""
    spider: str
    """`forum`, `document` or `portal`."""
    starts: tuple[str, ...]
    platform: str | None = None
    zone: str = "Asia/Shanghai"
    note: str = ""
    """What is odd about it."""
    documents: tuple[str, ...] = ()
    """Regular expressions (full match of path and query) of document URLs, where no family knows their shape."""
    lists: tuple[str, ...] = ()
    """The same for lists."""
    skip: tuple[str, ...] = ()
    """The same for what is never fetched."""
    delay_s: float = 1.0
    """Seconds between two requests to one host; jitter comes on top."""
    concurrency: int = 1
    """Requests to one host at a time."""
    cookies: bool = False
    verify_tls: bool = True
    ports: tuple[int, ...] = ()
    """Ports besides 80 and 443."""
    max_pages: int = 50_000

    def __post_init__(self) -> None:
        """Refuse a site that cannot work: BadSite names the key, what it holds and what is accepted."""
        for check in _CHECKS:
            problem = check(self)
            if problem is not None:
                raise BadSite(f"site {self.slug}: {problem}")

    @property
    def hints(self) -> Hints:
        """Give what the readers may know beforehand; of its hosts' own rules: `hints_for`."""
        return Hints(zone=self.zone, platform=self.platform)


def site_for_host(host: str, *, data: Path | None = None) -> Site | None:
    """Give the declared site that holds this host (with port where unusual), a user's own first; None: none does."""
    wanted = host.lower()
    return next((site for site in all_sites(data=data) if wanted in site.hosts), None)


def hints_for(host: str, *, data: Path | None = None, site: Site | None = None) -> Hints:
    """Give what the readers may know of a host's pages: the word of its declared site, or of `site`, and its own rules.

    Raises BadSite as `load_site`, also for a file of rules that cannot be used.
    """
    from crawler.host_file import read_declared  # noqa: PLC0415 - it reads TOML by way of site_file, as above

    known = site or site_for_host(host, data=data)
    hints = Hints() if known is None else known.hints
    return hints if data is None else replace(hints, rules=read_declared(host, data).rules)


def all_hints(hosts: Iterable[str], *, data: Path) -> dict[str, Hints]:
    """Give what is known of each of these hosts, as `hints_for` does, each file read once."""
    from crawler.host_file import Declared, bare_host, read_all_declared  # noqa: PLC0415 - as above

    sites = {host: site.hints for site in reversed(all_sites(data=data)) for host in site.hosts}
    declared, nothing = read_all_declared(data), Declared()
    return {
        host: replace(sites.get(host, Hints()), rules=declared.get(bare_host(host), nothing).rules) for host in hosts
    }


def all_sites(*, data: Path | None = None) -> tuple[Site, ...]:
    """Give every declared site, users' own first; of two with one name the user's. Raises BadSite as `load_site`."""
    from crawler.site_file import read_all  # noqa: PLC0415 - site_file imports Site from here

    return read_all(data)


def load_site(name_or_path: str | Path, *, data: Path | None = None) -> Site:
    """Read a site by its name, by one of its hosts, or from a TOML file; a user's own wins over a shipped one.

    `data` is the archive's folder, whose `sites/` holds the user's own; None = shipped ones only.
    Raises BadSite, one line, for an unknown name (it names the known ones) and for a file that cannot be used.
    """
    from crawler.site_file import read_named  # noqa: PLC0415 - site_file imports Site from here

    return read_named(name_or_path, data)


def ad_hoc(urls: tuple[str, ...]) -> Site:
    """Make a site for a host that no TOML declares: the forum spider, platform found out page by page."""
    host = urlsplit(urls[0]).netloc.rpartition("@")[2].lower()
    slug = host.replace(":", "_").strip("[]") or "unknown"
    return Site(slug=slug, name=host, hosts=(host,), spider="forum", starts=urls, ports=ports_of((host,)))


def ports_of(hosts: tuple[str, ...]) -> tuple[int, ...]:
    """Give the unusual ports that the hosts themselves name, in order, each once."""
    found = (int(_port(host)) for host in hosts if _HOST.fullmatch(host) and _port(host))
    return tuple(dict.fromkeys(port for port in found if port not in (80, 443)))


def families() -> tuple[str, ...]:
    """Give the names of the software families that can be named as `platform`."""
    from cleaners.platforms import platforms  # noqa: PLC0415 - loads every family: only when a site names one

    return tuple(platforms())


def _port(host: str) -> str:
    """Give the digits of the port that the host names; empty where it names none."""
    return host.rpartition("]")[2].partition(":")[2]


def _is_host(host: str) -> bool:
    """True for a host name or address as `hosts` wants it."""
    return _HOST.fullmatch(host) is not None and (not _port(host) or 0 < int(_port(host)) < 65_536)


def _bad_names(site: Site) -> str | None:
    if not _SLUG.fullmatch(site.slug):
        return "its file name must be small letters, digits, dots, dashes and underscores, 80 at most"
    return None if site.name.strip() else "`name` must not be empty"


def _bad_hosts(site: Site) -> str | None:
    if not site.hosts:
        return "`hosts` must name at least one host"
    bad = next((host for host in site.hosts if not _is_host(host)), None)
    if bad is None:
        return None
    return f"`hosts` holds {bad!r}, which is no host name (small letters, no scheme, no path; a port as `host:8080`)"


def _bad_spider(site: Site) -> str | None:
    return None if site.spider in SPIDERS else f"`spider` is {site.spider!r}; accepted: {', '.join(SPIDERS)}"


def _bad_platform(site: Site) -> str | None:
    if site.platform is None or site.platform in families():
        return None
    return f"`platform` is {site.platform!r}; accepted: {', '.join(families())}, or leave it out"


def _bad_zone(site: Site) -> str | None:
    try:
        zoneinfo.ZoneInfo(site.zone)
    # ZoneInfo raises ValueError for a path, OSError for a folder of the zone tree, KeyError for a name it lacks
    except (KeyError, ValueError, OSError):
        return f"`zone` is {site.zone!r}, which is no IANA time zone (as `Asia/Shanghai`)"
    return None


def _bad_starts(site: Site) -> str | None:
    if not site.starts:
        return "`starts` must hold at least one URL"
    for start in site.starts:
        if not start.startswith(("http://", "https://")):
            return f"`starts` holds {start!r}, which is no http or https URL"
        if urlsplit(start).netloc.lower() not in site.hosts:
            return f"`starts` holds {start!r}, whose host is not in `hosts` ({', '.join(site.hosts)})"
    return None


def _bad_patterns(site: Site) -> str | None:
    for key in ("documents", "lists", "skip"):
        for pattern in getattr(site, key):
            try:
                re.compile(pattern)
            except re.error as error:
                return f"`{key}` holds {pattern!r}, which is no regular expression ({error})"
    return None


def _bad_numbers(site: Site) -> str | None:
    # 600 s: a slower crawl is a broken setting, not politeness; 16: browsers open 6 connections to a host
    limits = {"delay_s": (0, 600), "concurrency": (1, 16), "max_pages": (1, 100_000_000)}
    for key, (low, high) in limits.items():
        if not low <= getattr(site, key) <= high:
            return f"`{key}` is {getattr(site, key)}; accepted: {low} to {high}"
    bad = next((port for port in site.ports if not 0 < port < 65_536), None)
    return None if bad is None else f"`ports` holds {bad}; accepted: 1 to 65535"


_CHECKS: tuple[Callable[[Site], str | None], ...] = (
    _bad_names, _bad_hosts, _bad_spider, _bad_platform, _bad_zone, _bad_starts, _bad_patterns, _bad_numbers,
)
FIELDS = tuple(field.name for field in fields(Site))
