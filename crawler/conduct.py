"""What follows from each answer and each failure: the spider asks, this module settles, retries, follows or keeps."""

import logging
from datetime import UTC, datetime, timedelta
from http.client import responses
from typing import Any
from urllib.parse import urldefrag, urljoin

from scrapy.http import Response

from archive.capture import Fetched
from archive.errors import UnknownId
from archive.frontier import Claim, retry_later, settle, settle_unchanged
from archive.record import Waiting
from archive.status import explain
from cleaners.outcome import Reason, State
from cleaners.platforms import address_of
from cleaners.reading import UrlKind
from crawler.failures import fault_of
from crawler.hosts import Hosts
from crawler.intake import Given, Intake, Taken
from crawler.middlewares.completeness import COMPLETE
from crawler.middlewares.not_asked import NotAsked
from crawler.scope import LISTS, Origin, Scope, frontier_key
from crawler.session import Session
from crawler.steps import ATTEMPTS, Answer, End, Hop, Keep, Retry, Unchanged, next_step
from crawler.visit import Visit

logger = logging.getLogger(__name__)
MAX_HOPS = 5
MAX_BACK_OFF_S = 3600.0
HARMLESS = frozenset({"mobile", "twin-view"})
"""Rules for links that a redirect may use all the same: another view of the page is still the page."""
POSTPONED = frozenset({Reason.ROBOTS_UNREACHABLE, Reason.RATE_LIMITED})
ENDED = frozenset({State.ARCHIVED, State.LISTED, State.UNCHANGED, State.REFUSED, State.QUARANTINED})


class Conduct:
    """The rules of one crawl, applied to one visit at a time. Each method gives the next hop, or None."""

    def __init__(
        self, *, session: Session, intake: Intake, scope: Scope, hosts: Hosts, back_off_s: float
    ) -> None:
        self._session = session
        self._writer = session.writer
        self._intake = intake
        self._scope = scope
        self._hosts = hosts
        self._back_off_s = back_off_s
        self._landed: dict[str, str] = {}
        """Keys that a redirect led to in this run, and the URL it came from: not asked for a second time."""

    async def begin(self, claim: Claim) -> Visit | None:
        """Make the visit of a claimed URL; None where a redirect has brought its page already."""
        other = self._landed.get(claim.key)
        if other is not None and other != claim.url:
            await self._settle(claim, State.UNCHANGED, None, detail=f"the same page as {other}")
            return None
        # A list that is as it was still leads to others that may have changed: it is always fetched in full.
        asks_for_change = claim.capture_id is not None and claim.kind not in LISTS
        return Visit(
            claim=claim, url=claim.url, key=claim.key, host=claim.host, etag=claim.etag if asks_for_change else None,
            last_modified=claim.last_modified if asks_for_change else None,
        )

    async def answer(self, visit: Visit, response: Response) -> Visit | None:
        """Do what follows from an answer."""
        step = next_step(_facts(response), visit.claim.attempts)
        if isinstance(step, Hop):
            return await self._hop(visit, response.status, step.location)
        if isinstance(step, Keep):
            await self._keep(visit, response, step)
        elif isinstance(step, Unchanged):
            await self._writer.run(settle_unchanged, visit.claim.frontier_id, now=datetime.now(UTC))
            self._session.tally.note(visit.claim.url, State.UNCHANGED, None)
        elif isinstance(step, Retry):
            await self._retry(visit, step.reason, step.detail, http_status=response.status)
        else:
            await self._end(visit, step, http_status=response.status)
        return None

    async def fail(self, visit: Visit, error: BaseException) -> Visit | None:
        """Do what follows from a request that was not sent or not answered."""
        if isinstance(error, NotAsked):
            if error.reason in POSTPONED:
                await self._retry(visit, error.reason, error.detail, wait_s=error.wait_s)
            else:
                await self._settle(visit.claim, State.SKIPPED, error.reason, detail=error.detail)
            return None
        fault = fault_of(error, visit.url)
        if fault.reason in (Reason.GUARD, Reason.BAD_URL):
            await self._settle(visit.claim, State.SKIPPED, fault.reason, detail=fault.detail)
        elif fault.is_final or visit.claim.attempts + 1 >= ATTEMPTS:
            await self._end(visit, End(state=State.FAILED, reason=fault.reason, detail=fault.detail))
        else:
            await self._retry(visit, fault.reason, fault.detail)
        return None

    async def take_again(self, waiting: Waiting) -> None:
        """Read a capture that an earlier process left unread."""
        taken = await self._intake.take_again(waiting)
        self._hosts.note_news(set(taken.hosts))

    async def _keep(self, visit: Visit, response: Response, step: Keep) -> None:
        claim = visit.claim
        origin = Origin(
            frontier_id=claim.frontier_id, key=claim.key, kind=claim.kind, depth=claim.depth, host=visit.host
        )
        given = Given(
            url=claim.url, origin=origin, was_known=claim.capture_id is not None, wanted=step.forced
        )
        if visit.key != claim.key:
            self._landed[visit.key] = claim.url
        taken = await self._intake.take(_fetched(visit, response), given)
        self._after(visit, taken)

    def _after(self, visit: Visit, taken: Taken) -> None:
        """Wake what waits for new URLs; leave a host alone that answers everything with one page."""
        self._hosts.note_news(set(taken.hosts))
        is_page = taken.state in (State.ARCHIVED, State.LISTED)
        self._note(visit.host, taken.reason, taken.sha256 if is_page else None)

    def _note(self, host: str, reason: Reason | None, sha256: str | None = None) -> None:
        why = self._hosts.note_answer(host, reason, sha256)
        if why is not None:
            warning = f"{host}: {why}; it is left alone, its URLs wait for another run"
            logger.warning("%s", warning)
            self._session.tally.warnings.append(warning)

    async def _hop(self, visit: Visit, status: int, location: str) -> Visit | None:
        """Follow a redirect, unless something speaks against it or its page was fetched in this run already."""
        claim = visit.claim
        target = self._look(visit, location)
        if isinstance(target, End):
            await self._settle(claim, target.state, target.reason, detail=target.detail, http_status=status)
            return None
        url, key = target
        if key != claim.key and await self._is_fetched(key):
            detail = f"another spelling of {url}"
            await self._settle(claim, State.UNCHANGED, None, detail=detail, http_status=status)
            return None
        return visit.hop(status, url, key)

    def _look(self, visit: Visit, location: str) -> tuple[str, str] | End:
        """Look at a redirect as at a new link, its key made anew; an End where it is not followed."""
        if len(visit.redirects) >= MAX_HOPS:
            detail = f"more than {MAX_HOPS} redirects, the last to {location}"
            return End(state=State.FAILED, reason=Reason.TOO_MANY_REDIRECTS, detail=detail)
        try:
            target = urldefrag(urljoin(visit.url, location)).url
            reason = self._scope.fault(target)
            if reason is not None:
                return End(state=State.SKIPPED, reason=reason, detail=f"redirects to {target}")
            address = address_of(target)
        except ValueError:
            return End(state=State.SKIPPED, reason=Reason.BAD_URL, detail=f"redirects to {location}")
        if address.kind is UrlKind.SKIP and address.rule not in HARMLESS:
            why = Reason.LOGIN if address.rule == "login" else Reason.NO_CONTENT
            return End(state=State.REFUSED, reason=why, detail=f"redirects to {target}")
        return target, frontier_key(address.key, address.page)

    async def _is_fetched(self, key: str) -> bool:
        """True where the page of this key has come to an end in this run."""
        if key in self._landed:
            return True
        try:
            known = await self._writer.run(explain, key)
        except UnknownId:
            return False
        started = self._session.crawl.started_at
        return known.state in ENDED and known.fetched_at is not None and known.fetched_at >= started

    async def _retry(
        self, visit: Visit, reason: Reason, detail: str, *, wait_s: float | None = None, http_status: int | None = None
    ) -> None:
        """Leave the URL pending; each failed fetch doubles the wait."""
        wait = wait_s if wait_s is not None else min(self._back_off_s * 2**visit.claim.attempts, MAX_BACK_OFF_S)
        now = datetime.now(UTC)
        await self._writer.run(
            retry_later, visit.claim.frontier_id, due_at=now + timedelta(seconds=wait), reason=reason, message=detail,
            now=now, crawl_id=self._session.crawl.id, http_status=http_status,
        )
        if reason not in POSTPONED:
            self._note(visit.host, reason)

    async def _end(self, visit: Visit, end: End, *, http_status: int | None = None) -> None:
        await self._settle(visit.claim, end.state, end.reason, detail=end.detail, http_status=http_status)
        self._note(visit.host, end.reason)

    async def _settle(
        self, claim: Claim, state: State, reason: Reason | None, *, detail: str, http_status: int | None = None
    ) -> None:
        await self._writer.run(
            settle, claim.frontier_id, state=state, reason=reason, detail=detail, http_status=http_status,
            now=datetime.now(UTC),
        )
        self._session.tally.note(claim.url, state, reason, detail=detail)


def _facts(response: Response) -> Answer:
    """Take from an answer what decides."""
    meta: dict[str, Any] = response.meta
    location = response.headers.get("Location")
    return Answer(
        status=response.status, location=_text(location) if location else None, has_body=bool(response.body.strip()),
        verdict=meta.get("completeness", COMPLETE), is_unchanged=bool(meta.get("is_unchanged")),
    )


def _fetched(visit: Visit, response: Response) -> Fetched:
    """Put an answer down as it came over the wire."""
    request = response.request
    assert request is not None  # noqa: S101 - Scrapy sets it before any callback
    ip = response.ip_address
    return Fetched(
        url=visit.claim.url, final_url=visit.url, status=response.status, reason=responses.get(response.status, ""),
        headers=_pairs(response.headers), body=response.body, fetched_at=datetime.now(UTC),
        request_headers=_pairs(request.headers), redirects=visit.redirects, ip=str(ip) if ip else None,
    )


def _pairs(headers: Any) -> tuple[tuple[str, str], ...]:  # noqa: ANN401 - Scrapy's mapping of lists
    return tuple((_text(name), _text(value)) for name, values in headers.items() for value in values)


def _text(raw: bytes) -> str:
    """Read header bytes: servers send UTF-8 or, by the old rule, latin-1."""
    try:
        return raw.decode()
    except UnicodeDecodeError:
        return raw.decode("latin-1")
