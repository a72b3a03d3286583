"""Reads all captures again that were read by other rules or under other hints, in the workers, and files the outcome.

Which captures those are, and what takes the place of what, is decided by `archive.reclean`; what would change, by
`archive.comparing`. No network, no Scrapy.
"""

import os
import sys
import time
from collections import deque
from collections.abc import Collection, Iterator
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial

from archive.captures import Kept, kept
from archive.comparing import Compared, compare
from archive.database import Archive
from archive.file import Filed
from archive.locks import hold
from archive.reclean import hosts_of, note_tried, put_again, stale
from archive.record import quarantine
from archive.together import do_together
from archive.warc import read_page
from cleaners.outcome import Reason, State
from cleaners.page import Hints
from cleaners.read import recipe_digest
from cleaners.reading import Reading
from crawler.addresses import host_of
from crawler.own_word import own_word_of, with_own_word
from crawler.pool import Pool, cores
from crawler.site import all_hints
from crawler.worker import Answer, Killed, Task, Unread
from crawler.writer import SWITCH_S

GROUP = 32
"""Captures filed in one transaction: they share its fsync, and it lasts some 0.1 s, which other writers wait for."""
LATENCY_S = 0.5
"""Seconds after which what was read is filed, however little it is."""
AHEAD = 2 * GROUP
"""Tasks waiting for each worker: both go on reading while a group is filed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Recleaned:
    """What one capture came to under the rules of today."""

    url: str | None
    state: State
    reason: Reason | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Pace:
    """How fast captures were read, and what of the machine was used; CPU of the workers counts once they have ended."""

    captures: int
    seconds: float
    cpu_s: float

    @property
    def captures_a_second(self) -> float:
        """Captures read and filed, to each second of the wall clock."""
        return self.captures / max(self.seconds, 1e-9)

    @property
    def busy_cores(self) -> float:
        """Cores that were at work, on average."""
        return self.cpu_s / max(self.seconds, 1e-9)


class Stopwatch:
    """Takes the time and the CPU of this process and of the children that it has waited for."""

    def __init__(self) -> None:
        self._wall, self._cpu = time.monotonic(), _cpu_s()

    def pace(self, captures: int) -> Pace:
        """Give what it came to since this was made."""
        return Pace(captures=captures, seconds=time.monotonic() - self._wall, cpu_s=_cpu_s() - self._cpu)


def _cpu_s() -> float:
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system


class Recleaning:
    """One run of `reclean`."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._hints = all_hints(hosts_of(archive), data=archive.folder)

    def stale(self, *, hosts: Collection[str] | None = None) -> list[int]:
        """Give the captures that other rules, or other hints, have read; of these hosts, where some are named."""
        digests = {host: hints.digest for host, hints in self._hints.items()}
        return stale(self._archive, recipe_digest(), hints=digests, hosts=hosts)

    def run(self, captures: list[int]) -> Iterator[Recleaned]:
        """Read the captures again and file each; interrupted or killed, it goes on where it was when run again.

        Raises Busy at once where another run is at work on this archive.
        """
        group: list[tuple[Kept, Answer]] = []
        filed_at = time.monotonic()
        for one in self._read(captures, hold(self._archive.folder, "reclean", purpose="reclean")):
            group.append(one)
            if len(group) >= GROUP or time.monotonic() - filed_at >= LATENCY_S:
                yield from self._file(group)
                group, filed_at = [], time.monotonic()
        yield from self._file(group)

    def compare(self, captures: list[int]) -> Iterator[Compared]:
        """Read the captures again and say what would change; nothing is written."""
        for one, answer in self._read(captures, nullcontext()):
            reading = self._with_own_word(one, answer) if isinstance(answer, Reading) else None
            yield compare(self._archive, one.capture_id, reading)

    def _read(
        self, captures: list[int], lock: AbstractContextManager[None]
    ) -> Iterator[tuple[Kept, Answer]]:
        sys.setswitchinterval(SWITCH_S)  # the threads that hand pages to the workers must not wait for the filing
        with lock, Pool(min(cores(), max(1, len(captures)))) as pool:
            pool.warm_up()
            waiting: deque[Kept] = deque()

            def tasks() -> Iterator[Task]:
                for capture_id in captures:
                    waiting.append(kept(self._archive, capture_id))
                    yield self._task(waiting[-1])

            for _, answer in pool.map(tasks(), ahead=AHEAD):
                yield waiting.popleft(), answer

    def _task(self, one: Kept) -> Task:
        return Task(folder=self._archive.folder, place=one.place, hints=self._hints_of(one))

    def _hints_of(self, one: Kept) -> Hints:
        return Hints() if one.url is None else self._hints.get(host_of(one.url), Hints())

    def _file(self, group: list[tuple[Kept, Answer]]) -> Iterator[Recleaned]:
        """File what was read in one transaction, and set aside what could not be read."""
        now = datetime.now(UTC)
        works = [
            partial(put_again, capture_id=one.capture_id, reading=self._with_own_word(one, answer), now=now)
            for one, answer in group if isinstance(answer, Reading)
        ]  # fmt: skip
        told = iter(do_together(self._archive, works) if works else [])
        for one, answer in group:
            if not isinstance(answer, Reading):
                yield self._set_aside(one, answer, now)
                continue
            filed = next(told)
            if isinstance(filed, BaseException):
                raise filed
            yield _recleaned(one, filed)

    def _set_aside(self, one: Kept, answer: Unread | Killed, now: datetime) -> Recleaned:
        """Set a capture aside that could not be read; one that took too long by the clock is tried again next time."""
        quarantine(self._archive, one.capture_id, reason=answer.reason, detail=answer.detail, now=now)
        if not (isinstance(answer, Killed) and answer.limit == "wall"):  # the machine may have been busy
            digest = self._hints_of(one).digest
            note_tried(self._archive, one.capture_id, recipe=recipe_digest(), hints_digest=digest)
        return Recleaned(url=one.url or one.file_name, state=State.QUARANTINED, reason=answer.reason)

    def _with_own_word(self, one: Kept, reading: Reading) -> Reading:
        """Do what the import did with a page of which only the page itself says where it was."""
        if one.url is not None:
            return reading
        return with_own_word(reading, own_word_of(read_page(self._archive.folder, one.place)))


def _recleaned(one: Kept, filed: Filed) -> Recleaned:
    return Recleaned(url=one.url or one.file_name, state=filed.state, reason=filed.reason, note=filed.note)
