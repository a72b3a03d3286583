"""Archives saved pages by the same path as fetched ones: WARC record, capture, worker, filing. No network, no Scrapy.

What a file says about itself is found out in `crawler.saved`; which files there are, in `crawler.gathering`.
"""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path

from archive import crawls
from archive.capture import Fetched, Place
from archive.captures import find_earlier
from archive.database import Archive
from archive.file import file_reading
from archive.frontier import Seed
from archive.record import quarantine, record_capture, unread
from archive.settling import settle_documents
from archive.warc import WarcWriter, read_page
from cleaners.outcome import Reason, State
from cleaners.page import Hints
from cleaners.reading import Reading
from cleaners.tree import looks_binary
from crawler.addresses import host_of
from crawler.errors import BadInput
from crawler.gathering import Found
from crawler.host_file import read_all_declared
from crawler.own_word import own_word_of, with_own_word
from crawler.pool import Pool, cores
from crawler.saved import Saved, open_saved
from crawler.scope import Scope
from crawler.site import Site, ad_hoc, hints_for, site_for_host
from crawler.worker import Answer, Task

LABEL = "import"
GROUP = 32
"""Files that share one fsync and are read side by side."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """What one file came to."""

    path: Path
    state: State
    reason: Reason | None = None
    detail: str | None = None
    url: str | None = None
    url_from: str | None = None
    """`note`, `mhtml`, `singlefile`, `browser`, or `page` where only the page itself says so."""
    reports: tuple[str, ...] = ()
    """Public ids of the reports that it shows."""
    reports_new: int = 0
    copies_new: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class _Recorded:
    """A capture on its way from tx1 to tx2."""

    capture_id: int
    saved: Saved
    path: Path
    task: Task


def import_pages(archive: Archive, found: Iterable[Found], *, software: str) -> Iterator[Imported]:
    """Archive the pages, and give what each came to as soon as it is filed, bad files among them.

    A file whose bytes are in the archive under the same address comes back as `unchanged`.
    """
    read_all_declared(archive.folder)  # a file of rules that cannot be used is told before anything is captured
    crawl = crawls.begin(archive, label=LABEL, spider=LABEL, software=software, settings={}, now=_now())
    reason = "interrupted"
    rest = iter(found)
    try:
        with closing(WarcWriter(archive.folder, software=software)) as warc, Pool(cores()) as pool:
            run = _Import(archive, warc, pool, crawl.id)
            run.finish_waiting()
            while group := list(islice(rest, GROUP)):
                yield from run.take(group)
                crawls.heartbeat(archive, crawl.id, now=_now())
            settle_documents(archive, crawl.id, _now())
        reason = "finished"
    finally:
        crawls.finish(archive, crawl.id, reason=reason, now=_now())


class _Import:
    """One run of the import: its archive, its WARC segment, its workers, and what it knows of sites."""

    def __init__(self, archive: Archive, warc: WarcWriter, pool: Pool, crawl_id: int) -> None:
        self._archive = archive
        self._warc = warc
        self._pool = pool
        self._crawl_id = crawl_id
        self._sites: dict[str, Site] = {}
        self._hints: dict[str, Hints] = {}

    def finish_waiting(self) -> None:
        """Read what an import that was killed had captured; what a crawl left is the crawl's."""
        waiting = [one for one in unread(self._archive, now=_now(), crawl_id=self._crawl_id) if one.file_name]
        tasks = [self._task(one.place, one.url) for one in waiting]
        for one, (_, answer) in zip(waiting, self._pool.map(tasks), strict=True):
            stated = None if one.url else own_word_of(read_page(self._archive.folder, one.place))
            saved = Saved(path=None, body=b"", media=one.media, url=one.url, stated_url=stated)
            self._file(one.capture_id, saved, answer)

    def take(self, group: Sequence[Found]) -> Iterator[Imported]:
        """Archive a group of files: one fsync for their bytes, read side by side, filed in order."""
        results: dict[Path, Imported] = {}
        fresh: dict[tuple[str, str | None], tuple[Path, Saved]] = {}
        again: list[tuple[Path, Saved]] = []
        for item in group:
            result = self._opened(item)
            if isinstance(result, Imported):
                results[item.path] = result
            elif (same := (_digest(result), result.url)) in fresh:
                again.append((item.path, result))
            else:
                fresh[same] = (item.path, result)
        recorded = self._record(list(fresh.values()))
        answers = self._pool.map([one.task for one in recorded])
        for one, (_, answer) in zip(recorded, answers, strict=True):
            results[one.path] = self._filed(one, answer)
        for path, saved in again:
            first, _ = fresh[_digest(saved), saved.url]
            results[path] = self._earlier(path, saved) or replace(results[first], path=path)
        yield from (results[item.path] for item in group)

    def _opened(self, item: Found) -> Saved | Imported:
        """Read a file; what is no page, and what is in the archive already, needs no capture."""
        problem = item.problem
        if problem is None:
            try:
                saved = open_saved(item.path)
            except BadInput as error:
                problem = str(error)
            else:
                if not looks_binary(saved.body):
                    return self._earlier(item.path, saved) or saved
                problem = "binary content, not a page"
        return Imported(path=item.path, state=State.FAILED, reason=Reason.NOT_A_PAGE, detail=problem)

    def _earlier(self, path: Path, saved: Saved) -> Imported | None:
        """Say what the same bytes came to before; None where they are new."""
        earlier = find_earlier(self._archive, sha256=_digest(saved), url=saved.url)
        if earlier is None or earlier.state is State.FETCHED:
            return None
        is_kept = earlier.state in (State.READ, State.LISTED)
        state = State.UNCHANGED if is_kept else earlier.state
        told = Imported(path=path, state=state, reason=earlier.reason, detail=earlier.detail, reports=earlier.reports)
        return _addressed(told, saved)

    def _record(self, fresh: Sequence[tuple[Path, Saved]]) -> list[_Recorded]:
        """Put the bytes on disk, then down in the database (tx1)."""
        fetched = [_fetched(path, saved) for path, saved in fresh]
        places = self._warc.append_many(fetched) if fetched else []
        recorded = []
        for (path, saved), one, place in zip(fresh, fetched, places, strict=True):
            capture_id = record_capture(
                self._archive, claim_id=None, fetched=one, place=place, crawl_id=self._crawl_id,
                seed=self._seed(saved.url),
            )  # fmt: skip
            task = self._task(place, one.url)
            recorded.append(_Recorded(capture_id=capture_id, saved=saved, path=path, task=task))
        return recorded

    def _filed(self, one: _Recorded, answer: Answer) -> Imported:
        return replace(self._file(one.capture_id, one.saved, answer), path=one.path)

    def _file(self, capture_id: int, saved: Saved, answer: Answer) -> Imported:
        """File what the worker made of a capture (tx2), or set the capture aside."""
        path = saved.path or Path()
        if not isinstance(answer, Reading):
            quarantine(self._archive, capture_id, reason=answer.reason, detail=answer.detail, now=_now())
            told = Imported(path=path, state=State.QUARANTINED, reason=answer.reason, detail=answer.detail)
            return _addressed(told, saved)
        filed = file_reading(
            self._archive, capture_id=capture_id, reading=_told(answer, saved), seeds=(),
            crawl_id=self._crawl_id, now=_now(),
        )  # fmt: skip
        told = Imported(
            path=path, state=filed.state, reason=filed.reason, detail=filed.note or answer.outcome.detail,
            reports=filed.public_ids, reports_new=filed.reports_new, copies_new=filed.copies_new,
        )  # fmt: skip
        return _addressed(told, saved)

    def _task(self, place: Place, url: str | None) -> Task:
        return Task(folder=self._archive.folder, place=place, hints=Hints() if url is None else self._hints_of(url))

    def _seed(self, url: str | None) -> Seed | None:
        """Give the frontier's row for the address that whoever saved the page gave; None without one."""
        return None if url is None else Scope(self._site(url)).start(url, is_list=False)

    def _hints_of(self, url: str) -> Hints:
        """Give what is known of the URL's host."""
        host = host_of(url)
        if host not in self._hints:
            self._hints[host] = hints_for(host, data=self._archive.folder, site=self._site(url))
        return self._hints[host]

    def _site(self, url: str) -> Site:
        """Give the declared site of a URL, else one made for its host."""
        host = host_of(url)
        if host not in self._sites:
            self._sites[host] = site_for_host(host, data=self._archive.folder) or ad_hoc((url,))
        return self._sites[host]


def _digest(saved: Saved) -> str:
    return hashlib.sha256(saved.body).hexdigest()


def _fetched(path: Path, saved: Saved) -> Fetched:
    """Make the capture of a file. Without a word on when it was saved, its own time stands, but never a future one."""
    changed = datetime.fromtimestamp(path.stat().st_mtime, UTC)
    return Fetched(
        url=saved.url, final_url=None, status=0, headers=saved.headers, body=saved.body, source="import",
        fetched_at=saved.saved_at or min(changed, _now()), media=saved.media, file_name=path.name,
    )  # fmt: skip


def _told(reading: Reading, saved: Saved) -> Reading:
    return reading if saved.url is not None else with_own_word(reading, saved.stated_url)


def _addressed(told: Imported, saved: Saved) -> Imported:
    """Add the address of a file, and who says so."""
    if saved.url is not None:
        return replace(told, url=saved.url, url_from=saved.url_from)
    return replace(told, url=saved.stated_url, url_from="page" if saved.stated_url else None)


def _now() -> datetime:
    return datetime.now(UTC)
