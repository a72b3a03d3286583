"""Which network addresses a crawl may connect to, and the rules that say otherwise. No name is looked up here.

(`cleaners.address_of` is about what a URL means; this is about where its bytes come from.)
"""

import ipaddress
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlsplit, urlunsplit

from crawler.errors import BadInput

IpAddress = ipaddress.IPv4Address | ipaddress.IPv6Address
# A host name or an IPv4 address in small letters: labels of one class, parted by single dots. Bounded: linear.
_NAME = re.compile(r"[a-z0-9_](?:[a-z0-9_-]{0,62})(?:\.[a-z0-9_-]{1,63}){0,20}")
NAT64 = ipaddress.IPv6Network("64:ff9b::/96")
"""IPv6 addresses that a gateway turns into the IPv4 address in their last 32 bits (RFC 6052)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """`--resolve HOST:PORT:ADDRESS[:PORT]`: connections to host and port go to that address instead."""

    host: str
    port: int
    address: IpAddress
    to_port: int


def read_rule(text: str) -> Rule:
    """Read a rule; an IPv6 address stands in brackets. Raises BadInput."""
    try:
        host, port, rest = text.split(":", 2)
        if rest.startswith("["):
            address, closed, to_port = rest[1:].partition("]")
            if not closed:
                raise ValueError("no closing bracket")
            to_port = to_port.removeprefix(":")
        else:
            address, _, to_port = rest.partition(":")
        if not host:
            raise ValueError("no host")
        return Rule(
            host=plain_host(host), port=_port(port), address=ipaddress.ip_address(address),
            to_port=_port(to_port) if to_port else _port(port),
        )
    except ValueError as error:
        wanted = "HOST:PORT:ADDRESS[:PORT], e.g. forum.example:80:127.0.0.1:8080"
        raise BadInput(f"--resolve {text}: want {wanted}") from error


def read_rules(texts: Iterable[str]) -> dict[tuple[str, int], Rule]:
    """Read many rules, by host and port; the last one for a place holds. Raises BadInput."""
    rules = (read_rule(text) for text in texts)
    return {(rule.host, rule.port): rule for rule in rules}


def _port(text: str) -> int:
    """Read a port number; ValueError outside 1 to 65535."""
    port = int(text)
    if not 0 < port < 65536:
        raise ValueError(text)
    return port


def plain_host(host: str) -> str:
    """Give a host as it is compared: lower case, full-width and circled digits as plain ones, no final dot."""
    return unicodedata.normalize("NFKC", host).lower().rstrip(".")


def literal(host: str) -> IpAddress | None:
    """Give the address that a host spells out, in any spelling that connects; None where it is a name.

    Decimal (`2130706433`), hex (`0x7f.1`), octal (`0177.0.0.1`), short (`127.1`), full-width and circled digits,
    bracketed IPv6: all are found by feeding real clients.
    """
    text = plain_host(host)
    try:
        return ipaddress.ip_address(text.strip("[]").partition("%")[0])
    except ValueError:
        return _loose_ipv4(text)


def _loose_ipv4(text: str) -> ipaddress.IPv4Address | None:
    """Read an IPv4 address as `inet_aton` does: one to four parts, the last one fills the rest; None if it is none."""
    parts = text.split(".")
    if len(parts) > 4:
        return None
    numbers = [_number(part) for part in parts]
    if any(number is None for number in numbers):
        return None
    *high, low = [number or 0 for number in numbers]
    room = 4 - len(high)
    if any(number > 255 for number in high) or low >= 256**room:
        return None
    return ipaddress.IPv4Address(sum(number << (24 - 8 * i) for i, number in enumerate(high)) + low)


def _number(part: str) -> int | None:
    """Read a decimal, octal (leading 0) or hexadecimal (0x) number of at most 16 digits; None if it is none."""
    digits, radix = part, 10
    if part.startswith("0x"):
        digits, radix = part[2:] or "0", 16
    elif part.startswith("0") and len(part) > 1:
        digits, radix = part[1:], 8
    if len(digits) > 16 or not digits.isascii() or not digits.isalnum():
        return None
    try:
        return int(digits, radix)
    except ValueError:
        return None


def is_public(address: IpAddress) -> bool:
    """True for an address out on the internet; its IPv4 inside (mapped, 6to4, Teredo, NAT64) must be one as well."""
    if isinstance(address, ipaddress.IPv6Address):
        inner = address.ipv4_mapped or address.sixtofour or (address.teredo[1] if address.teredo else None)
        if inner is None and address in NAT64:
            inner = ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
        if inner is not None:
            return is_public(inner)
    return address.is_global and not (address.is_multicast or address.is_reserved or address.is_unspecified)


def in_ascii(url: str) -> str | None:
    """Give a URL with its host as it goes over the wire: `例子.中国` in punycode, no final dot; None for no host name.

    One that needs no change comes back as it is.
    """
    parts = urlsplit(url)
    host = parts.hostname or ""
    if _NAME.fullmatch(host) or ":" in host:
        return url
    try:
        spelled = host.rstrip(".").encode("idna").decode()
    except UnicodeError:  # empty or too long labels, characters that no name may hold
        return None
    if not _NAME.fullmatch(spelled):
        return None
    port = f":{parts.port}" if parts.port is not None else ""
    return urlunsplit(parts._replace(netloc=spelled + port))


def host_of(url: str) -> str:
    """Give the host of a URL, with the port where it is not the usual one; ValueError where the port is no number."""
    parts = urlsplit(url)
    port = parts.port
    host = (parts.hostname or "").lower().rstrip(".")
    if ":" in host:
        host = f"[{host}]"
    return host if port in (None, {"http": 80, "https": 443}.get(parts.scheme)) else f"{host}:{port}"


def host_given(text: str) -> str:
    """Give the host that a person means by a URL or a host name, with the port where unusual; BadInput for neither.

    Names in other scripts come back as they go over the wire.
    """
    url = in_ascii(text.strip() if "://" in text else f"http://{text.strip()}")
    try:
        host = "" if url is None else host_of(url)
    except ValueError:  # a port that is no number
        host = ""
    if not host or any(mark in host for mark in "@?# "):
        raise BadInput(f"{text[:200]!r} is neither a host nor a URL")
    return host
