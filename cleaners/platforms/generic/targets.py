"""Targets of links made whole URLs as `urljoin` does, at a fraction of its cost. What they lead to: `addresses`."""

from functools import lru_cache
from urllib.parse import urljoin

ODD = ("/.", ";", "\t", "\n", "\r")
"""What `urljoin` rewrites in a target from the root: steps up and down, empty parameters, characters it leaves out."""


def joined(base: str, href: str) -> str:
    """Resolve a target; those from the root (`/a/1.html`) by hand, as most are. Raises ValueError as `urljoin` does.

    An empty query or fragment is kept, which `urljoin` drops.
    """
    if href[:1] == "/" and href[1:2] != "/" and not any(mark in href for mark in ODD):
        return _origin(base) + href
    return urljoin(base, href)


@lru_cache(maxsize=256)
def _origin(base: str) -> str:
    """Give the beginning of a URL up to its path."""
    return urljoin(base, "/").removesuffix("/")
