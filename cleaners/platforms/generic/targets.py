"""Targets of links made whole URLs as `urljoin` does, at a fraction of its cost. What they lead to: `addresses`."""

from functools import lru_cache
from urllib.parse import urljoin, urlsplit

from cleaners.regex import regex

# What `urljoin` rewrites in a target from the root: steps up and down, empty parameters, characters it leaves out.
ODD = regex(r"/\.|[;\t\n\r]")

# A whole URL in which nothing is rewritten: a plain host, then no parameters and nothing but ASCII. Disjoint: one pass.
WHOLE = regex(r"https?://[A-Za-z0-9][A-Za-z0-9.:-]*+(?:[/?#][!-:<-~]*+)?")
# The same without a scheme, a query and a fragment: the page's own scheme stands before it. Disjoint: one pass.
HOST_AND_PATH = regex(r"//[A-Za-z0-9][A-Za-z0-9.:-]*+(?:/[!$-:<->@-~]*+)?")
SCHEMES = ("http", "https")
# A file beside the page or in a folder below it, as TRS writes nearly all: `./202401/t2024_1.html`. Names without dots,
# an ending of letters; disjoint and possessive: one pass.
BESIDE = regex(r"(?:\./)?((?:[A-Za-z0-9_-]++/)*+[A-Za-z0-9_-]++\.[a-z]{2,5})")


def joined(base: str, href: str) -> str:
    """Resolve a target; whole ones and those from the root (`/a/1.html`) by hand. Raises ValueError as `urljoin` does.

    An empty query or fragment is kept, which `urljoin` drops.
    """
    if href[:1] == "/" and href[1:2] != "/" and ODD.search(href) is None:
        return _origin(base) + href
    if WHOLE.fullmatch(href):
        return href
    if href[:2] == "//" and HOST_AND_PATH.fullmatch(href) and _scheme(base) in SCHEMES:
        return f"{_scheme(base)}:{href}"
    beside = BESIDE.fullmatch(href) if base else None
    return _folder(base) + beside[1] if beside is not None else urljoin(base, href)


@lru_cache(maxsize=256)
def _folder(base: str) -> str:
    """Give the beginning of a URL up to its last folder."""
    return urljoin(base, "x").removesuffix("x")


@lru_cache(maxsize=256)
def _scheme(base: str) -> str:
    """Give the scheme of a URL in small letters."""
    return urlsplit(base).scheme


@lru_cache(maxsize=256)
def _origin(base: str) -> str:
    """Give the beginning of a URL up to its path."""
    return urljoin(base, "/").removesuffix("/")
