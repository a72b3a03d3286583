"""The guard: only http and https, only ordinary ports and those named, no private address. On each hop anew.

What a host resolves to is checked by `crawler.resolver`, right before the connection; here falls what the URL itself
shows, so that it gets its reason without a look-up.
"""

from typing import TYPE_CHECKING, Any, Self
from urllib.parse import SplitResult, urlsplit

from cleaners.outcome import Reason
from crawler.addresses import Rule, is_public, literal, plain_host, read_rules
from crawler.middlewares.not_asked import NotAsked

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from scrapy import Request

PORTS = {"http": 80, "https": 443}


class GuardMiddleware:
    """Refuses requests that the operator has not allowed by URL, port or rule."""

    def __init__(self, rules: "Mapping[tuple[str, int], Rule]", ports: "Collection[int]") -> None:
        self._rules = rules
        self._ports = {*PORTS.values(), *ports}

    @classmethod
    def from_crawler(cls, crawler: Any) -> Self:  # noqa: ANN401 - Scrapy's crawler, or what stands for it
        """Make it from the settings GONGWEN_RESOLVE and GONGWEN_PORTS."""
        settings = crawler.settings
        return cls(
            read_rules(settings.getlist("GONGWEN_RESOLVE")),
            [int(port) for port in settings.getlist("GONGWEN_PORTS")],
        )

    def process_request(self, request: "Request") -> None:
        """Let the request pass or raise NotAsked."""
        fault = find_fault(request.url, self._rules, self._ports)
        if fault is not None:
            raise NotAsked(Reason.GUARD, fault)


def find_fault(url: str, rules: "Mapping[tuple[str, int], Rule]", ports: "Collection[int]") -> str | None:
    """Say why a URL must not be asked for; None where nothing speaks against it."""
    try:
        parts = urlsplit(url)
        port = parts.port or PORTS.get(parts.scheme, 0)
    except ValueError as error:
        return f"not a URL: {error}"
    if parts.scheme not in PORTS:
        return f"scheme {parts.scheme or 'missing'}: only http and https"
    return _place_fault(parts, port, rules, ports)


def _place_fault(
    parts: SplitResult, port: int, rules: "Mapping[tuple[str, int], Rule]", ports: "Collection[int]"
) -> str | None:
    """Say why host and port of a URL must not be connected to; None where they may."""
    if parts.username is not None or parts.password is not None:
        return "a name or password in the URL"
    host = plain_host(parts.hostname or "")
    if not host:
        return "no host"
    if (host, port) in rules:
        return None
    if port not in ports:
        return f"port {port}: only 80, 443 and those of the site"
    address = literal(host)
    if address is not None and not is_public(address):
        return f"{address} is not an address on the internet"
    return None
