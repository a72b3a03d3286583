"""Mirrors: the same text under the same path or document id on an unrelated host. Pure; copies are asked elsewhere.

Networks of document sites serve one store of files under many names; a copy that a person made has another id.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from ipaddress import ip_address
from urllib.parse import urlsplit

# Second labels under which names are given out, for domains of countries: those of .cn and the usual ones elsewhere.
_SECOND = frozenset((
    "ac", "co", "com", "edu", "gob", "gouv", "gov", "mil", "net", "or", "org", "ah", "bj", "cq", "fj", "gd",
    "gs", "gx", "gz", "ha", "hb", "he", "hi", "hk", "hl", "hn", "jl", "js", "jx", "ln", "mo", "nm", "nx",
    "qh", "sc", "sd", "sh", "sn", "sx", "tj", "tw", "xj", "xz", "yn", "zj",
))  # fmt: skip
# The last number of a path, of three digits and more: shorter ones are pages and chance. The look behind lets a run be
# tried from its first digit only: linear.
_NUMBER = re.compile(r"(?<![0-9])([0-9]{3,18})(?![0-9])")


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """A place, as far as it matters for mirrors."""

    number: int
    """As the listing counts places."""
    host: str | None
    url: str | None
    key: str
    """The document's."""
    text_key: str
    """Equal for texts that are the same but for script, width and marks."""
    place: tuple[int, int]
    """Floor or part, and item in it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mirror:
    """What a place is likely a mirror of."""

    of: int
    """Number of the likely original: the earliest dated, else the first captured."""
    why: str
    """same path, or same document id."""


def mirrors(standings: Sequence[Standing]) -> dict[int, Mirror]:
    """Say which places are likely mirrors, by number; the likeliest original comes first in `standings`."""
    found: dict[int, Mirror] = {}
    originals: dict[tuple[object, ...], list[Standing]] = {}
    for one in standings:
        shared = [(why, name, one.text_key, one.place) for why, name in _names(one)]
        for key in shared if one.host else ():
            first = next((other for other in originals.get(key, ()) if _are_apart(one, other)), None)
            if first is not None:
                found[one.number] = Mirror(of=first.number, why=key[0])
                break
        else:
            for key in shared if one.host else ():
                originals.setdefault(key, []).append(one)
    return found


def _names(one: Standing) -> Iterator[tuple[str, str]]:
    """Give what a mirror of a place would share with it, and how that is called; the surer one first."""
    path, number = path_of(one.url), number_of(one)
    if path is not None:
        yield "same path", path
    if number is not None:
        yield "same document id", number


def _are_apart(one: Standing, other: Standing) -> bool:
    """Return True where two places are on hosts of different owners."""
    return registrable(one.host or "") != registrable(other.host or "")


def registrable(host: str) -> str:
    """Give the part of a host's name that somebody registered: its last two labels, three below `com.cn` and its like.

    By the labels alone, for want of a list that is up to date; an address stays whole.
    """
    name = host.rsplit(":", 1)[0].strip("[]").rstrip(".").lower() if host.count(":") <= 1 or "]" in host else host
    try:
        return str(ip_address(name))
    except ValueError:  # a name, as most are
        labels = name.split(".")
    is_of_country = len(labels) > 2 and len(labels[-1]) == 2 and labels[-2] in _SECOND
    return ".".join(labels[-3:] if is_of_country else labels[-2:])


def path_of(url: str | None) -> str | None:
    """Give path and query where they name a document: not the home page, nor what every site has."""
    try:
        parts = urlsplit(url or "")
    except ValueError:  # an address that was never asked for, as some imports state one
        return None
    path = f"{parts.path}?{parts.query}" if parts.query else parts.path
    return path if any(character.isdigit() for character in path) else None


def number_of(one: Standing) -> str | None:
    """Give the document's number on its host, from its address, else its key; None without one of three digits."""
    is_address = one.key.startswith(("url:", "file:"))
    numbers = _NUMBER.findall(path_of(one.url) or ("" if is_address else one.key.rpartition(":")[2]))
    return numbers[-1].lstrip("0") or None if numbers else None
