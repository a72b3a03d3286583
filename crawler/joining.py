"""Joins another archive into one: copies its segments, has its captures read again by the workers, and files them.

One fact, two derivations: what was derived there is made anew here, from the bytes; only what is not derived is taken
over. What is put where stands in `archive.union`. No network, no Scrapy.
"""

import shutil
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from archive.database import Archive, open_archive
from archive.errors import ArchiveError
from archive.locks import hold
from archive.reclean import hosts_of
from archive.together import do_together
from archive.union.captures import Failed, Shot, Unit, put_unit, renamed, units, with_ours
from archive.union.ids import Ids, join_ids
from archive.union.rows import Numbers, join_rows
from archive.union.segments import bring
from archive.union.words import Words, join_words
from archive.warc import read_page
from cleaners.page import Hints
from cleaners.reading import Reading
from crawler.addresses import host_of
from crawler.errors import BadInput
from crawler.own_word import own_word_of, with_own_word
from crawler.pool import Pool, cores
from crawler.recleaning import AHEAD, GROUP, LATENCY_S, Recleaning
from crawler.site import all_hints
from crawler.worker import Answer, Task

Filled = tuple[Unit, list[Reading | Failed | None]]
"""A unit with what its captures were read as; None for one that is not to be read."""
Watch = Callable[[Iterator[Filled], int], Iterable[Filled]]
"""Passes units on; told how many there are."""
SITES = "sites"
"""Folder of the hosts' own rules in an archive's folder."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Joined:
    """What came of joining one archive."""

    folder: str
    captures: int
    known: int
    """Captures that were here already."""
    forgotten: int
    """Captures that were left out: their pages were forgotten."""
    urls_new: int
    urls_changed: int
    ids: Ids
    words: Words
    rules_kept: tuple[str, ...]
    """Files of hosts' rules that differ there: ours stay."""


class Joining:
    """One run of `merge`, into an open archive."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive

    def check(self, others: Sequence[Path]) -> None:
        """Refuse, before anything is written, what cannot be joined: BadInput, ArchiveError."""
        stale = len(Recleaning(self._archive).stale())
        if stale:
            raise ArchiveError(f"{self._archive.folder}: {stale} captures were read by other rules than those of today;"
                               " run `gongwen reclean` first, then merge again")  # fmt: skip
        for folder in others:
            if folder.resolve() == self._archive.folder.resolve():
                raise BadInput(f"{folder}: this is the archive that others are to be joined into")
            open_archive(folder, read_only=True).close()

    def join(self, folder: Path, *, watch: Watch | None = None) -> Joined:
        """Join one archive; killed and run again, it goes on where it was. Raises Busy where another one is joined."""
        with hold(self._archive.folder, "merge", purpose="merge"), open_archive(folder, read_only=True) as other:
            other.conn.execute("BEGIN")  # one state of it, whatever is filed there meanwhile
            kept = self._bring_rules(folder)
            numbers = join_rows(self._archive, other.conn)
            todo, known, forgotten = units(self._archive, other.conn, numbers)
            captures = self._file(folder, todo, watch)
            ids = join_ids(self._archive, other.conn)
            words = join_words(self._archive, other.conn, ids.clashes)
        return _joined(folder, numbers, (captures, known, forgotten), (ids, words, kept))

    def _bring_rules(self, folder: Path) -> tuple[str, ...]:
        """Copy the rules of hosts for which we have none; gives the names of those that differ."""
        differing: list[str] = []
        for path in sorted((folder / SITES).glob("*")):
            target = self._archive.folder / SITES / path.name
            if not path.is_file():
                continue
            if not target.exists():
                target.parent.mkdir(exist_ok=True)
                shutil.copyfile(path, target.with_name(f"{target.name}.part"))
                target.with_name(f"{target.name}.part").replace(target)
            elif target.read_bytes() != path.read_bytes():
                differing.append(path.name)
        return tuple(differing)

    def _file(self, folder: Path, todo: Sequence[Unit], watch: Watch | None) -> int:
        """Bring the segments, read what is to be read, and file unit by unit, several in a transaction."""
        names = bring(self._archive.folder, folder, (shot.place.file for unit in todo for shot in unit.shots))
        known = all_hints(hosts_of(self._archive), data=self._archive.folder)
        group: list[Filled] = []
        count, filed_at = 0, time.monotonic()
        read = self._read((with_ours(self._archive, renamed(unit, names)) for unit in todo), known, len(todo))
        for one in read if watch is None else watch(read, len(todo)):
            group.append(one)
            if sum(len(unit.shots) for unit, _ in group) >= GROUP or time.monotonic() - filed_at >= LATENCY_S:
                count += self._put(group)
                group, filed_at = [], time.monotonic()
        return count + self._put(group)

    def _put(self, group: Sequence[Filled]) -> int:
        works = [partial(put_unit, unit=unit, answers=answers) for unit, answers in group]
        count = 0
        for told in do_together(self._archive, works) if works else ():
            if isinstance(told, BaseException):
                raise told
            count += told
        return count

    def _read(
        self, todo: Iterable[Unit], hints: dict[str, Hints], total: int
    ) -> Iterator[Filled]:
        """Give each unit with what the workers made of its captures, in order."""
        with Pool(min(cores(), max(1, total))) as pool:
            waiting: deque[Unit] = deque()

            def tasks() -> Iterator[Task]:
                for unit in todo:
                    waiting.append(unit)
                    yield from (self._task(shot, hints) for shot in unit.shots if not shot.is_verbatim)

            answers: list[Reading | Failed | None] = []
            for _, answer in pool.map(tasks(), ahead=AHEAD):
                yield from _complete(waiting, answers)
                _skip(waiting[0], answers)
                answers.append(self._told(waiting[0].shots[len(answers)], answer))
            yield from _complete(waiting, answers)

    def _task(self, shot: Shot, hints: dict[str, Hints]) -> Task:
        known = Hints() if shot.address is None else hints.get(host_of(shot.address), Hints())
        return Task(folder=self._archive.folder, place=shot.place, hints=known)

    def _told(self, shot: Shot, answer: Answer) -> Reading | Failed:
        """Give a reading as filing takes it, with what a page without address says of its own; or why there is none."""
        if not isinstance(answer, Reading):
            return Failed(reason=answer.reason, detail=answer.detail)
        if shot.address is not None:
            return answer
        return with_own_word(answer, own_word_of(read_page(self._archive.folder, shot.place)))


def _skip(unit: Unit, answers: list[Reading | Failed | None]) -> None:
    """Add None for each capture that comes next and was not to be read."""
    while len(answers) < len(unit.shots) and unit.shots[len(answers)].is_verbatim:
        answers.append(None)


def _complete(
    waiting: deque[Unit], answers: list[Reading | Failed | None]
) -> Iterator[Filled]:
    """Give the units at the head whose captures are all answered, and take their answers away."""
    while waiting:
        _skip(waiting[0], answers)
        if len(answers) < len(waiting[0].shots):
            return
        done = waiting.popleft()
        yield done, answers[:]
        answers.clear()


def _joined(
    folder: Path, numbers: Numbers, captures: tuple[int, int, int], rest: tuple[Ids, Words, tuple[str, ...]]
) -> Joined:
    return Joined(
        folder=str(folder), captures=captures[0], known=captures[1], forgotten=captures[2], urls_new=numbers.urls_new,
        urls_changed=numbers.urls_changed, ids=rest[0], words=rest[1], rules_kept=rest[2],
    )  # fmt: skip
