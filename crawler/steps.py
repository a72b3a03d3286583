"""What follows from an answer: a pure decision on its status, its completeness and the attempts before it."""

from dataclasses import dataclass

from cleaners.outcome import Outcome, Reason, State
from crawler.middlewares.completeness import COMPLETE, Extent, Verdict

ATTEMPTS = 3
"""Fetches of one URL in all before it counts as failed."""
REDIRECTS = frozenset({301, 302, 303, 307, 308})
REFUSALS = {
    401: Reason.LOGIN, 402: Reason.PAID, 403: Reason.PERMISSION, 404: Reason.GONE, 407: Reason.PERMISSION,
    410: Reason.GONE, 451: Reason.PERMISSION,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What of an answer decides."""

    status: int
    location: str | None = None
    has_body: bool = True
    verdict: Verdict = COMPLETE
    is_unchanged: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Hop:
    """Ask for another address instead."""

    location: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Unchanged:
    """The page is as we have it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Keep:
    """Put the bytes into the archive and read them."""

    forced: Outcome | None = None
    """What it comes to whatever the page says; None = what it says."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Retry:
    """Leave the URL pending and ask again later."""

    reason: Reason
    detail: str


@dataclass(frozen=True, slots=True, kw_only=True)
class End:
    """Settle the URL; there are no bytes to keep."""

    state: State
    reason: Reason
    detail: str


Step = Hop | Unchanged | Keep | Retry | End


def next_step(answer: Answer, attempts: int) -> Step:
    """Say what follows; `attempts` = fetches of this URL that failed before."""
    is_last = attempts + 1 >= ATTEMPTS
    if answer.is_unchanged:
        return Unchanged()
    if answer.status in REDIRECTS and answer.location:
        return Hop(location=answer.location)
    if answer.verdict.extent is Extent.TOO_LARGE:
        return End(state=State.FAILED, reason=Reason.TOO_LARGE, detail=answer.verdict.detail)
    if answer.verdict.extent is Extent.TRUNCATED:
        return _after_cut(answer.verdict.detail, is_last=is_last)
    return _by_status(answer, is_last=is_last)


def _after_cut(detail: str, *, is_last: bool) -> Step:
    """Try a cut answer again; keep the bytes of the last one in quarantine."""
    if not is_last:
        return Retry(reason=Reason.TRUNCATED, detail=detail)
    return Keep(forced=Outcome(state=State.QUARANTINED, reason=Reason.TRUNCATED, detail=detail))


def _by_status(answer: Answer, *, is_last: bool) -> Step:
    status = answer.status
    detail = f"status {status}"
    if status == 429 or status >= 500:
        return _when_overloaded(status, detail, is_last=is_last)
    if status in (200, 203) and answer.has_body:
        return Keep()
    reason = REFUSALS.get(status)
    if reason is None and 200 <= status < 300:  # 204, 206 and an empty page are none
        reason = Reason.NO_CONTENT
    if reason is None:
        return End(state=State.FAILED, reason=Reason.HTTP_STATUS, detail=detail)
    return Keep(forced=Outcome(state=State.REFUSED, reason=reason, detail=detail))


def _when_overloaded(status: int, detail: str, *, is_last: bool) -> Step:
    """Try again; of the last answer keep an error page, which may say what is wrong."""
    reason = Reason.RATE_LIMITED if status == 429 else Reason.SERVER_ERROR
    if not is_last:
        return Retry(reason=reason, detail=detail)
    if status == 429:
        return End(state=State.FAILED, reason=reason, detail=detail)
    return Keep(forced=Outcome(state=State.REFUSED, reason=reason, detail=detail))


VAGUE = frozenset({None, Reason.NO_CONTENT, Reason.EMPTY_TEXT, Reason.NOT_A_PAGE})
"""Reasons of a page that say less than its status does."""


def forced(found: Outcome, wanted: Outcome) -> Outcome:
    """Join what the page says with what its status says: a refusal in the page's own words is the better one."""
    if found.state is State.REFUSED and found.reason not in VAGUE:
        return found
    return Outcome(state=wanted.state, reason=wanted.reason, detail=found.detail or wanted.detail)
