"""A site, as its TOML file declares it. Loading and checking the files is in this module too (owner: CLI)."""

from dataclasses import dataclass

from cleaners.page import Hints


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

    @property
    def hints(self) -> Hints:
        """Give what the readers may know beforehand."""
        return Hints(zone=self.zone, platform=self.platform)
