"""What a crawl has brought so far, and how it is told to whoever watches."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field

from archive.status import UrlStatus
from cleaners.outcome import Reason, State


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """A URL has come to an end."""

    url: str
    state: State
    reason: Reason | None
    detail: str | None
    pages: int
    """Pages captured by this run so far."""
    reports_new: int
    pending: int | None
    """URLs that wait, as last counted; None before the first count."""
    public_ids: tuple[str, ...] = ()
    note: str | None = None


Watch = Callable[[Progress], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class CrawlReport:
    """What a crawl came to."""

    crawl_id: int | None
    resumed: bool
    finish_reason: str
    """finished, interrupted, limit, disk_full, error."""
    seconds: float
    requests: int
    """Robots.txt, redirects and retries among them."""
    pages: int
    """Captures made."""
    reports_new: int
    copies_new: int
    outcomes: dict[tuple[State, Reason | None], int]
    """URLs by what this run made of them."""
    pending: int
    """URLs of this run that still wait, for the next run or a retry."""
    urls: tuple[tuple[str, UrlStatus | None], ...] = ()
    """For a list: each URL as given, and what it came to; None where it was never put down."""
    warnings: tuple[str, ...] = ()
    failure: str | None = None
    """What stopped it, where the disk is full; other faults are raised."""


@dataclass(slots=True)
class Tally:
    """Counts of a run as it goes; used by the event loop only."""

    watch: Watch | None = None
    pages: int = 0
    reports_new: int = 0
    copies_new: int = 0
    pending: int | None = None
    outcomes: Counter[tuple[State, Reason | None]] = field(default_factory=Counter)
    warnings: list[str] = field(default_factory=list)

    def note(  # noqa: PLR0913 - the facts of an outcome, each named by its caller
        self, url: str, state: State, reason: Reason | None, *, detail: str | None = None,
        public_ids: tuple[str, ...] = (), note: str | None = None,
    ) -> None:
        """Count what a URL came to, and tell it."""
        self.outcomes[state, reason] += 1
        if self.watch is not None:
            self.watch(Progress(
                url=url, state=state, reason=reason, detail=detail, pages=self.pages, reports_new=self.reports_new,
                pending=self.pending, public_ids=public_ids, note=note,
            ))
