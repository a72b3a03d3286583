"""One claimed URL on its way: the address asked for now, and the redirects that led there."""

from dataclasses import dataclass, replace

from archive.frontier import Claim
from crawler.addresses import host_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """One claimed URL on its way."""

    claim: Claim
    url: str
    key: str
    """Of the address asked for now; another than the claim's after a redirect."""
    host: str
    redirects: tuple[tuple[int, str], ...] = ()
    etag: str | None = None
    last_modified: str | None = None

    def hop(self, status: int, url: str, key: str) -> "Visit":
        """Give the visit of the address that an answer pointed to; validators were those of the first one."""
        return replace(
            self, url=url, key=key, host=host_of(url), redirects=(*self.redirects, (status, self.url)), etag=None,
            last_modified=None,
        )
