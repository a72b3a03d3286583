"""Reads all captures again that were read by other rules or under other hints, in the workers, and files the outcome.

Which captures those are, and what takes the place of what, is decided by `archive.reclean`. No network, no Scrapy.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from archive.captures import Kept, kept
from archive.database import Archive
from archive.file import Filed
from archive.reclean import refile, stale
from archive.record import quarantine
from archive.warc import read_page
from cleaners.outcome import Reason, State
from cleaners.page import Hints
from cleaners.read import recipe_digest
from cleaners.reading import Reading
from crawler.addresses import host_of
from crawler.own_word import own_word, with_own_word
from crawler.pool import Pool, cores
from crawler.site import all_sites
from crawler.worker import Answer, Task


@dataclass(frozen=True, slots=True, kw_only=True)
class Recleaned:
    """What one capture came to under the rules of today."""

    url: str | None
    state: State
    reason: Reason | None = None
    note: str | None = None


class Recleaning:
    """One run of `reclean`."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._hints = {host: site.hints for site in all_sites(data=archive.folder) for host in site.hosts}

    def stale(self) -> list[int]:
        """Give the captures that other rules, or other hints, have read."""
        digests = {host: hints.digest for host, hints in self._hints.items()}
        return stale(self._archive, recipe_digest(), hints=digests)

    def run(self, captures: list[int]) -> Iterator[Recleaned]:
        """Read the captures again and file each; interrupted, it goes on where it was when run again."""
        with Pool(min(cores(), max(1, len(captures)))) as pool:
            waiting: list[Kept] = []

            def tasks() -> Iterator[Task]:
                for capture_id in captures:
                    waiting.append(kept(self._archive, capture_id))
                    yield self._task(waiting[-1])

            for _, answer in pool.map(tasks()):
                yield self._file(waiting.pop(0), answer)

    def _task(self, one: Kept) -> Task:
        hints = Hints() if one.url is None else self._hints.get(host_of(one.url), Hints())
        return Task(folder=self._archive.folder, place=one.place, hints=hints)

    def _file(self, one: Kept, answer: Answer) -> Recleaned:
        now = datetime.now(UTC)
        if not isinstance(answer, Reading):
            quarantine(self._archive, one.capture_id, reason=answer.reason, detail=answer.detail, now=now)
            return Recleaned(url=one.url or one.file_name, state=State.QUARANTINED, reason=answer.reason)
        filed: Filed = refile(self._archive, one.capture_id, self._with_own_word(one, answer), now)
        return Recleaned(url=one.url or one.file_name, state=filed.state, reason=filed.reason, note=filed.note)

    def _with_own_word(self, one: Kept, reading: Reading) -> Reading:
        """Do what the import did with a page of which only the page itself says where it was."""
        if one.url is not None:
            return reading
        return with_own_word(reading, own_word(read_page(self._archive.folder, one.place).body))
