"""From bytes to the archive: capture (tx1), reading in a worker, filing with the links that are followed (tx2)."""

import logging
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial

from archive.capture import Fetched, Place
from archive.crawls import Crawl
from archive.file import Filed, put_reading
from archive.frontier import Seed, add
from archive.record import Waiting, quarantine
from cleaners.outcome import Outcome, Reason, State
from cleaners.page import Hints
from cleaners.reading import Links, PageKind, PlatformGuess, Reading, UrlKind
from crawler.pool import Pool
from crawler.scope import LISTS, Origin, Scope
from crawler.steps import forced
from crawler.tally import Tally
from crawler.worker import Task
from crawler.writer import Writer

logger = logging.getLogger(__name__)
FOLLOWED = frozenset({State.READ, State.LISTED})
"""What a page must be for its links to be followed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """A page to be taken in: where it stands in the crawl and what is known before it is read."""

    url: str
    origin: Origin
    was_known: bool
    """True where an earlier capture of it exists: an unchanged list then leads no further."""
    wanted: Outcome | None = None
    """What its status says it is; None = the page decides."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """What a page came to, and the hosts that got new URLs by it."""

    state: State
    reason: Reason | None
    sha256: str
    hosts: frozenset[str] = frozenset()


class Intake:
    """The way of every page of one crawl into the archive."""

    def __init__(  # noqa: PLR0913 - the parts of a crawl, each named by its caller
        self, *, writer: Writer, pool: Pool, scope: Scope, crawl: Crawl, tally: Tally, hints: Callable[[str], Hints]
    ) -> None:
        self._writer = writer
        self._pool = pool
        self._scope = scope
        self._crawl = crawl
        self._tally = tally
        self._hints = hints

    async def take(self, fetched: Fetched, given: Given) -> Taken:
        """Capture, read and file one answer."""
        capture_id, place = await self._writer.capture(
            fetched, claim_id=given.origin.frontier_id, crawl_id=self._crawl.id
        )
        self._tally.pages += 1
        if given.wanted is not None and given.wanted.state is State.QUARANTINED:
            return await self._quarantine(capture_id, place, given, given.wanted)
        return await self._read(capture_id, place, given)

    async def take_again(self, waiting: Waiting) -> Taken:
        """Read and file a capture that a kill left unread."""
        url = waiting.final_url or waiting.url or ""
        origin = Origin(
            frontier_id=waiting.frontier_id, key=waiting.key or "", kind=waiting.kind, depth=waiting.depth,
            host=waiting.host or "",
        )
        given = Given(url=url, origin=origin, was_known=False)
        return await self._read(waiting.capture_id, waiting.place, given)

    async def _read(self, capture_id: int, place: Place, given: Given) -> Taken:
        task = Task(folder=self._writer.folder, place=place, hints=self._hints(given.origin.host))
        answer = await self._pool.read(task)
        if given.wanted is not None:
            reading = _as_refused(answer if isinstance(answer, Reading) else _UNREAD, given.wanted)
        elif isinstance(answer, Reading):
            reading = answer
        else:
            outcome = Outcome(state=State.QUARANTINED, reason=answer.reason, detail=answer.detail)
            return await self._quarantine(capture_id, place, given, outcome)
        return await self._file(capture_id, place, given, reading)

    async def _file(self, capture_id: int, place: Place, given: Given, reading: Reading) -> Taken:
        seeds: tuple[Seed, ...] = ()
        if _leads_on(reading):
            seeds, reading = await self._links(reading, given)
        filed: Filed = await self._writer.share(partial(
            put_reading, capture_id=capture_id, reading=reading, seeds=seeds, crawl_id=self._crawl.id,
            now=datetime.now(UTC),
        ))
        self._tally.reports_new += filed.reports_new
        self._tally.copies_new += filed.copies_new
        self._tally.note(
            given.url, filed.state, filed.reason, detail=reading.outcome.detail, public_ids=filed.public_ids,
            note=filed.note,
        )
        self._scope.note_page(given.url, has_report=bool(filed.public_ids))
        hosts = frozenset(seed.host for seed in seeds)
        return Taken(state=filed.state, reason=filed.reason, sha256=place.sha256, hosts=hosts)

    async def _links(self, reading: Reading, given: Given) -> tuple[tuple[Seed, ...], Reading]:
        """Choose what to follow; a known list leads to its next page only where it shows something new."""
        origin = given.origin
        if reading.outcome.state is State.LISTED and origin.kind not in LISTS:
            origin = replace(origin, kind=UrlKind.LIST)  # its address did not show it
        chosen = self._scope.choose(reading.links, origin)
        reading = replace(reading, links=_counting(reading.links, chosen.left))
        if origin.kind in LISTS and reading.outcome.reason is Reason.NO_CONTENT and chosen.documents:
            reading = replace(reading, outcome=Outcome(state=State.LISTED))  # a short list shows it only by its place
        seeds = (*chosen.documents, *chosen.further, *chosen.lists)
        if not (given.was_known and origin.kind in LISTS and chosen.further and chosen.documents):
            return seeds, reading
        added = await self._writer.run(add, chosen.documents, crawl=self._crawl, now=datetime.now(UTC))
        if added.new or added.again:
            return seeds, reading
        return (*chosen.documents, *chosen.lists), reading

    async def _quarantine(self, capture_id: int, place: Place, given: Given, outcome: Outcome) -> Taken:
        reason = outcome.reason or Reason.UNPARSABLE
        logger.warning("Quarantined %s: %s (%s)", given.url, reason, outcome.detail)
        await self._writer.run(
            quarantine, capture_id, reason=reason, detail=outcome.detail, now=datetime.now(UTC)
        )
        self._tally.note(given.url, State.QUARANTINED, reason, detail=outcome.detail)
        return Taken(state=State.QUARANTINED, reason=reason, sha256=place.sha256)


def _leads_on(reading: Reading) -> bool:
    """True where the links of a page are followed: of pages and lists, and of what is neither and no error."""
    outcome = reading.outcome
    is_between = outcome.reason is Reason.NO_CONTENT and reading.page_kind is PageKind.OTHER
    return outcome.state in FOLLOWED or is_between


_UNREAD = Reading(
    platform=PlatformGuess(family="unknown", why="the page could not be read"), page_kind=PageKind.ERROR,
    outcome=Outcome(state=State.REFUSED),
)
"""Stands for an error page that cannot be read: its status says enough."""


def _as_refused(reading: Reading, wanted: Outcome) -> Reading:
    """Give the reading of an answer whose status says that it is not the page: no entries, no links."""
    return replace(reading, outcome=forced(reading.outcome, wanted), entries=(), replies=(), links=Links())


def _counting(links: Links, left: dict[str, int]) -> Links:
    """Add what the crawl left out to what the URL rules dropped: both are counted with the page."""
    total = Counter(dict(links.dropped))
    total.update(left)
    return replace(links, dropped=tuple((str(rule), count) for rule, count in total.items()))
