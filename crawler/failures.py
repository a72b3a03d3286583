"""Why a fetch failed, in the words of the one list. What follows from it is the spider's business."""

from dataclasses import dataclass
from urllib.parse import urlsplit

from OpenSSL import SSL
from scrapy.exceptions import (
    CannotResolveHostError,
    DownloadCancelledError,
    DownloadConnectionRefusedError,
    DownloadFailedError,
    DownloadTimeoutError,
    ResponseDataLossError,
    UnsupportedURLSchemeError,
)
from service_identity import VerificationError
from twisted.internet.error import ConnectError, ConnectionClosed, ConnectionLost
from twisted.web.client import ResponseNeverReceived

from cleaners.outcome import Reason
from crawler.addresses import plain_host
from crawler.resolver import REFUSED

DETAIL = 200
REASONS: tuple[tuple[type[BaseException], Reason], ...] = (
    (DownloadTimeoutError, Reason.TIMEOUT),
    (DownloadCancelledError, Reason.TOO_LARGE),
    (ResponseDataLossError, Reason.TRUNCATED),
    (UnsupportedURLSchemeError, Reason.GUARD),
    (DownloadConnectionRefusedError, Reason.CONNECTION),
    (DownloadFailedError, Reason.CONNECTION),
    (ConnectionLost, Reason.CONNECTION),
    (ConnectionClosed, Reason.CONNECTION),
    (ConnectError, Reason.CONNECTION),
    (ResponseNeverReceived, Reason.CONNECTION),
    (OSError, Reason.CONNECTION),
    (ValueError, Reason.BAD_URL),
)
FINAL = frozenset({Reason.TOO_LARGE, Reason.GUARD, Reason.BAD_URL})
"""Trying these again is no use."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """A failed fetch: its reason, one line about it, and whether asking again may help."""

    reason: Reason
    detail: str
    is_final: bool


def fault_of(error: BaseException, url: str) -> Fault:
    """Say why a request failed; what is of no known kind counts as a broken connection."""
    reason = _reason(error, url)
    detail = " ".join(f"{type(error).__name__}: {error}".split())[:DETAIL]
    return Fault(reason=reason, detail=detail, is_final=reason in FINAL)


def _reason(error: BaseException, url: str) -> Reason:
    if isinstance(error, CannotResolveHostError):
        return Reason.GUARD if plain_host(urlsplit(url).hostname or "") in REFUSED else Reason.DNS
    if _is_tls(error):
        return Reason.TLS
    return next((reason for kind, reason in REASONS if isinstance(error, kind)), Reason.CONNECTION)


def _is_tls(error: BaseException) -> bool:
    """True where a fault of TLS stands at the bottom: Twisted wraps it in a list of reasons."""
    seen: list[BaseException | None] = [error, error.__cause__, error.__context__]
    for item in list(seen):
        seen.extend(getattr(failure, "value", None) for failure in getattr(item, "reasons", ()))
    return any(isinstance(item, SSL.Error | VerificationError) for item in seen)
