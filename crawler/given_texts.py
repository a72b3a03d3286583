"""Takes in texts that are given as JSON objects, by the path of a page: WARC record, capture, worker, filing.

A group of lines shares the fsync of its bytes, that of its captures and that of its filing; while one group is filed,
the workers read the next. Lines come from `crawler.jsonl`; no network, no Scrapy.
"""

import hashlib
import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future
from contextlib import closing
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from functools import partial

from archive import crawls
from archive.capture import Fetched, Place
from archive.captures import find_given
from archive.database import Archive
from archive.file import Filed, put_reading
from archive.record import put_capture, quarantine, unread
from archive.together import do_together
from archive.warc import WarcWriter
from cleaners.errors import BadGiven
from cleaners.given import AS_IS_TYPE, CONTENT_TYPE, GivenText, parse_given
from cleaners.outcome import Reason, State
from cleaners.page import Hints, Media
from cleaners.reading import Reading
from crawler.addresses import host_of
from crawler.host_file import read_all_declared
from crawler.jsonl import Line
from crawler.own_word import is_web
from crawler.pool import Pool, cores
from crawler.site import all_hints
from crawler.worker import Answer, Task
from crawler.writer import SWITCH_S

LABEL = "import-jsonl"
GROUP = 64
"""Lines that share their fsyncs: with three of them a group, they cost little beside the reading."""
GROUP_BYTES = 8 * 1024 * 1024
"""Of the lines of a group, after which it ends: a few long texts are enough of one."""
BEAT_S = 30.0
MOST_IGNORED = 1_000
"""Different names of ignored keys that are kept; a file whose keys are data would have millions."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """What one line came to."""

    file: str
    line: int
    state: State
    reason: Reason | None = None
    detail: str | None = None
    id: str | None = None
    url: str | None = None
    reports: tuple[str, ...] = ()
    """Public ids of the reports that its text holds."""
    reports_new: int = 0
    copies_new: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class _Item:
    """A line that gives a text."""

    line: Line
    given: GivenText
    sha256: str

    def told(self, state: State, **more: object) -> Taken:
        fields = {"file": self.line.file, "line": self.line.number, "id": self.given.id, "url": self.given.url}
        return Taken(state=state, **{**fields, **more})  # type: ignore[arg-type]  # names and types are Taken's own


@dataclass(frozen=True, slots=True, kw_only=True)
class _Waiting:
    """A text whose capture was recorded and whose reading is under way."""

    item: _Item
    capture_id: int
    answer: "Future[Answer]"


@dataclass(slots=True)
class Taking:
    """What one run was asked for, and what it counted on the way."""

    as_is: bool
    ignored: Counter[str] = field(default_factory=Counter)
    """Keys that nothing was made of, and on how many lines."""

    @property
    def content_type(self) -> str:
        """Give the type of the captures, which says how their texts are to be read."""
        return AS_IS_TYPE if self.as_is else CONTENT_TYPE


def take_texts(archive: Archive, lines: Iterable[Line], taking: Taking, *, software: str) -> Iterator[Taken]:
    """File the texts, and give what each line came to, in order, bad lines among them.

    A line whose bytes are in the archive, to be read in the same way, comes back as `unchanged`.
    """
    sys.setswitchinterval(SWITCH_S)  # the filing must not wait for the threads that hand texts to the workers
    read_all_declared(archive.folder)  # a file of rules that cannot be used is told before anything is captured
    settings = {"as_is": taking.as_is}
    crawl = crawls.begin(archive, label=LABEL, spider="import", software=software, settings=settings, now=_now())
    reason = "interrupted"
    try:
        with closing(WarcWriter(archive.folder, software=software)) as warc, Pool(cores()) as pool:
            pool.warm_up()
            run = _Run(archive, warc, pool, crawl.id, taking)
            run.finish_waiting()
            yield from run.take(lines)
        reason = "finished"
    finally:
        crawls.finish(archive, crawl.id, reason=reason, now=_now())


class _Run:
    """One run: its archive, its WARC segment, its workers, and what it knows of hosts."""

    def __init__(self, archive: Archive, warc: WarcWriter, pool: Pool, crawl_id: int, taking: Taking) -> None:
        self._archive = archive
        self._warc = warc
        self._pool = pool
        self._crawl_id = crawl_id
        self._taking = taking
        self._hints: dict[str, Hints] = {}
        self._beat = time.monotonic()

    def finish_waiting(self) -> None:
        """Read what a run that was killed had captured."""
        rows = unread(self._archive, now=_now(), crawl_id=self._crawl_id)
        waiting = [one for one in rows if one.media is Media.GIVEN]
        self._learn_hosts([one.url for one in waiting])
        tasks = [self._task(one.place, one.url) for one in waiting]
        for one, (_, answer) in zip(waiting, self._pool.map(tasks), strict=True):
            for told in self._put([(one.capture_id, answer)]):
                if isinstance(told, BaseException):
                    raise told

    def take(self, lines: Iterable[Line]) -> Iterator[Taken]:
        """File the lines group by group."""
        before: list[Taken | _Item | _Waiting] = []
        for group in _groups(lines):
            begun = self._begin(group)
            yield from self._end(before)
            before = begun
            self._keep_alive()
        yield from self._end(before)

    def _begin(self, group: Sequence[Line]) -> list[Taken | _Item | _Waiting]:
        """Parse a group, record what is new in it and hand that to the workers; the rest waits as it is."""
        opened = [self._opened(line) for line in group]
        fresh: dict[str, _Item] = {}
        for item in opened:
            if isinstance(item, _Item) and item.sha256 not in fresh and not self._is_known(item):
                fresh[item.sha256] = item
        waiting = dict(zip((id(item) for item in fresh.values()), self._record(list(fresh.values())), strict=True))
        return [waiting.get(id(item), item) for item in opened]

    def _opened(self, line: Line) -> Taken | _Item:
        """Parse a line; what gives no text is told."""
        problem = line.problem
        if problem is None:
            try:
                given = parse_given(line.body)
            except BadGiven as error:
                problem = str(error)
            else:
                self._count(given)
                if given.url is None or is_web(given.url):
                    return _Item(line=line, given=given, sha256=hashlib.sha256(line.body).hexdigest())
                problem = f"url: {given.url[:80]!r} is no http or https URL"
        too_large = line.problem is not None
        reason = Reason.TOO_LARGE if too_large else Reason.NOT_A_PAGE
        return Taken(file=line.file, line=line.number, state=State.FAILED, reason=reason, detail=problem)

    def _count(self, given: GivenText) -> None:
        ignored = self._taking.ignored
        ignored.update(key for key in given.ignored if key in ignored or len(ignored) < MOST_IGNORED)

    def _is_known(self, item: _Item) -> bool:
        return find_given(self._archive, sha256=item.sha256, content_type=self._taking.content_type) is not None

    def _record(self, items: Sequence[_Item]) -> list[_Waiting]:
        """Put the bytes on disk, then down in the database (tx1), and hand them to the workers."""
        if not items:
            return []
        fetched = [self._fetched(item) for item in items]
        # The line is no answer of the address that it names: its record is called by its digest.
        places = self._warc.append_many([replace(one, url=None) for one in fetched])
        with self._archive.transaction() as conn:
            ids = [
                put_capture(conn, claim_id=None, fetched=one, place=place, crawl_id=self._crawl_id,
                            host=None if one.url is None else host_of(one.url))
                for one, place in zip(fetched, places, strict=True)
            ]  # fmt: skip
        self._learn_hosts([item.given.url for item in items])
        return [
            _Waiting(item=item, capture_id=number, answer=self._pool.submit(self._task(place, item.given.url)))
            for item, number, place in zip(items, ids, places, strict=True)
        ]

    def _fetched(self, item: _Item) -> Fetched:
        return Fetched(
            url=item.given.url, final_url=None, status=0, headers=(("Content-Type", self._taking.content_type),),
            body=item.line.body, source="import", fetched_at=_now(), media=Media.GIVEN, file_name=item.line.place,
        )  # fmt: skip

    def _learn_hosts(self, urls: Iterable[str | None]) -> None:
        """Look up what is known of hosts that are new to this run, each file read once."""
        new = {host_of(url) for url in urls if url is not None} - self._hints.keys()
        if new:
            self._hints |= all_hints(new, data=self._archive.folder)

    def _task(self, place: Place, url: str | None) -> Task:
        hints = Hints() if url is None else self._hints[host_of(url)]
        return Task(folder=self._archive.folder, place=place, hints=hints)

    def _end(self, begun: Sequence[Taken | _Item | _Waiting]) -> Iterator[Taken]:
        """File what the workers read of a group (tx2), and say what each of its lines came to."""
        answers = [(one.capture_id, one.answer.result()) for one in begun if isinstance(one, _Waiting)]
        filed = self._put(answers)
        for one in begun:
            if isinstance(one, Taken):
                yield one
            elif isinstance(one, _Item):
                yield self._earlier(one)
            else:
                yield self._told(one, next(filed))

    def _put(self, answers: Sequence[tuple[int, Answer]]) -> "Iterator[Filed | BaseException]":
        """File readings in one transaction, and set aside what could not be read."""
        now = _now()
        works = [
            partial(put_reading, capture_id=capture_id, reading=answer, seeds=(), crawl_id=self._crawl_id, now=now)
            for capture_id, answer in answers if isinstance(answer, Reading)
        ]  # fmt: skip
        told = iter(do_together(self._archive, works) if works else [])
        results: list[Filed | BaseException] = []
        for capture_id, answer in answers:
            if isinstance(answer, Reading):
                results.append(next(told))
                continue
            quarantine(self._archive, capture_id, reason=answer.reason, detail=answer.detail, now=now)
            results.append(Filed(state=State.QUARANTINED, reason=answer.reason, note=answer.detail))
        return iter(results)

    def _told(self, one: _Waiting, filed: Filed | BaseException) -> Taken:
        if isinstance(filed, BaseException):
            raise filed
        detail = filed.note
        answer = one.answer.result()
        if isinstance(answer, Reading):
            detail = detail or answer.outcome.detail
        return one.item.told(
            filed.state, reason=filed.reason, detail=detail, reports=filed.public_ids, reports_new=filed.reports_new,
            copies_new=filed.copies_new,
        )  # fmt: skip

    def _earlier(self, item: _Item) -> Taken:
        """Say what the same bytes came to before."""
        earlier = find_given(self._archive, sha256=item.sha256, content_type=self._taking.content_type)
        if earlier is None:  # forgotten between the two looks
            return item.told(State.SKIPPED, reason=Reason.FORGOTTEN)
        state = State.UNCHANGED if earlier.state in (State.READ, State.FETCHED) else earlier.state
        return item.told(state, reason=earlier.reason, detail=earlier.detail, reports=earlier.reports)

    def _keep_alive(self) -> None:
        if time.monotonic() - self._beat >= BEAT_S:
            crawls.heartbeat(self._archive, self._crawl_id, now=_now())
            self._beat = time.monotonic()


def _groups(lines: Iterable[Line]) -> Iterator[list[Line]]:
    group: list[Line] = []
    size = 0
    for line in lines:
        group.append(line)
        size += len(line.body)
        if len(group) >= GROUP or size >= GROUP_BYTES:
            yield group
            group, size = [], 0
    if group:
        yield group


def _now() -> datetime:
    return datetime.now(UTC)
