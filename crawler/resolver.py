"""Where a connection goes: no private address unless a rule names it. Every connection of the crawl passes here.

Twisted's interfaces say nothing to a type checker, hence `Twisted` (any type) for what implements them.

Twisted resolves each host right before it connects, literal addresses too, so a name that changes its address between
two look-ups (rebinding) gains nothing. A rule maps the port as well: the endpoint takes both from the answer, while
the URL, the Host header and the certificate check keep the name.
"""

import ipaddress
import logging
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Self

from scrapy.resolver import CachingHostnameResolver, HostResolution
from twisted.internet.address import IPv4Address, IPv6Address
from twisted.internet.interfaces import IHostnameResolver, IResolutionReceiver
from zope.interface.declarations import implementer  # type: ignore[import-untyped]

from crawler.addresses import IpAddress, Rule, is_public, literal, plain_host, read_rules

if TYPE_CHECKING:
    from twisted.internet.base import ReactorBase

Twisted = Any
logger = logging.getLogger(__name__)
REFUSED: dict[str, str] = {}
"""Hosts whose addresses were refused, and the last such address: the connection's own error only says "no results"."""
REFUSED_MAX = 1_000


@implementer(IResolutionReceiver)
class _Sieve:
    """Passes on the addresses that may be connected to."""

    def __init__(self, receiver: Twisted, host: str) -> None:
        self._receiver = receiver
        self._host = host

    def resolutionBegan(self, resolution: Twisted) -> None:  # noqa: N802 - Twisted's name
        self._receiver.resolutionBegan(resolution)

    def addressResolved(self, address: Twisted) -> None:  # noqa: N802
        found = ipaddress.ip_address(str(getattr(address, "host", "")).partition("%")[0])
        if is_public(found):
            self._receiver.addressResolved(address)
            return
        note_refusal(self._host, found)

    def resolutionComplete(self) -> None:  # noqa: N802
        self._receiver.resolutionComplete()


@implementer(IHostnameResolver)
class GuardedResolver(CachingHostnameResolver):
    """Scrapy's caching resolver, behind the rules and the refusal of private addresses."""

    def __init__(self, reactor: "ReactorBase", cache_size: int, rules: dict[tuple[str, int], Rule]) -> None:
        super().__init__(reactor, cache_size)
        self._rules = rules

    @classmethod
    def from_crawler(cls, crawler: Any, reactor: "ReactorBase") -> Self:  # noqa: ANN401 - Scrapy passes its process
        """Make it from the settings."""
        size = crawler.settings.getint("DNSCACHE_SIZE") if crawler.settings.getbool("DNSCACHE_ENABLED") else 0
        return cls(reactor, size, read_rules(crawler.settings.getlist("GONGWEN_RESOLVE")))

    def resolveHostName(  # noqa: N802 - Twisted's name and signature
        self, resolutionReceiver: Twisted, hostName: str, portNumber: int = 0,  # noqa: N803
        addressTypes: Sequence[Any] | None = None, transportSemantics: str = "TCP",  # noqa: N803
    ) -> Twisted:
        """Answer with the addresses of a host that may be connected to; with none of them the connection fails."""
        host = plain_host(hostName)
        rule = self._rules.get((host, portNumber))
        if rule is not None:
            return _answer(resolutionReceiver, hostName, _as_twisted(rule.address, rule.to_port))
        spelled = literal(host)
        if spelled is not None:
            if is_public(spelled):
                return _answer(resolutionReceiver, hostName, _as_twisted(spelled, portNumber))
            note_refusal(host, spelled)
            return _answer(resolutionReceiver, hostName)
        sieve: Twisted = _Sieve(resolutionReceiver, host)
        return super().resolveHostName(sieve, hostName, portNumber, addressTypes, transportSemantics)


def note_refusal(host: str, address: IpAddress) -> None:
    """Remember that an address of this host was refused, so that the failure can be told from a missing name."""
    if len(REFUSED) < REFUSED_MAX:
        REFUSED[host] = str(address)
    logger.warning("Refused to connect to %s: %s is not an address on the internet", host, address)


def _as_twisted(address: IpAddress, port: int) -> IPv4Address | IPv6Address:
    """Give the address in Twisted's form."""
    kind = IPv6Address if isinstance(address, ipaddress.IPv6Address) else IPv4Address
    return kind("TCP", str(address), port)


def _answer(receiver: Twisted, host: str, *addresses: IPv4Address | IPv6Address) -> HostResolution:
    """Answer at once with these addresses; with none, the connection fails as for an unknown name."""
    resolution = HostResolution(host)
    receiver.resolutionBegan(resolution)
    for address in addresses:
        receiver.addressResolved(address)
    receiver.resolutionComplete()
    return resolution
