"""Addresses of our own pages, and which addresses of others may be linked. No HTML: templates escape what is given."""

import re
import unicodedata
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote, urlsplit

if TYPE_CHECKING:
    from datasette.app import Datasette  # type: ignore[import-untyped]  # datasette carries no annotations

# A scheme and a host, then no white space; one class behind a fixed beginning: linear.
_ADDRESS = re.compile(r"https?://[^\s/?#\\]\S*\Z", re.IGNORECASE)
_SAFE = ":@._-~,"


def report_path(datasette: "Datasette", public_id: str, form: str = "") -> str:
    """Give the stable address of a report's page, or of its file in a form: txt, json, bib, ris."""
    ending = f".{form}" if form else ""
    return str(datasette.urls.path(f"/report/{quote(public_id, safe='')}{ending}"))


def copy_path(datasette: "Datasette", name: str) -> str:
    """Give the stable address of a copy's page by its name (`archive.places.address`)."""
    return str(datasette.urls.path(f"/copy/{quote(name, safe=_SAFE)}"))


def compare_path(datasette: "Datasette", one: str, other: str, *, more: str = "") -> str:
    """Give the address of the comparison of two texts, each a report's id or a copy's name."""
    sides = f"one={quote(one, safe=_SAFE)}&other={quote(other, safe=_SAFE)}"
    return str(datasette.urls.path(f"/compare?{sides}{more}"))


def named_in(path_part: str) -> str:
    """Read a name back from a part of a path, as the router gives it."""
    return unquote(path_part, errors="replace")


def outward(url: object) -> str | None:
    """Give an address of others that may be linked: http or https, a host, nothing unseen in it; None for any other."""
    if not isinstance(url, str) or not _ADDRESS.match(url):
        return None
    if any(unicodedata.category(one) in ("Cc", "Cf", "Cs") for one in url):
        return None
    try:
        return url if urlsplit(url).hostname else None
    except ValueError:  # brackets that hold no address of the sixth version
        return None
