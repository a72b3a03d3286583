"""Progress on stderr: a bar on a terminal, a line now and then elsewhere, nothing when told to be quiet."""

import sys
import time
from collections.abc import Iterable, Iterator
from types import TracebackType
from typing import Any, Self, TypeVar

from crawler.cli.printing import counted, new_reports, say
from crawler.cli.session import Session
from crawler.tally import Progress

T = TypeVar("T")
EVERY_S = 10.0
"""Seconds between two lines where there is no terminal."""


class Watching:
    """Shows how far a crawl is; hand it to the plan as `progress`."""

    def __init__(self, session: Session, *, total: int | None = None) -> None:
        self._loudness = session.loudness
        self._total = total
        self._done = 0
        self._new, self._new_before = 0, 0
        self._last = time.monotonic()
        self._bar: Any = None
        self._task: Any = None

    def __enter__(self) -> Self:
        if self._loudness == 0 and sys.stderr.isatty():
            from rich.console import Console  # noqa: PLC0415 - 0.1 s that only a terminal needs
            from rich.progress import Progress as Bar  # noqa: PLC0415 - as above

            self._bar = Bar(console=Console(stderr=True), transient=True)
            self._task = self._bar.add_task("beginning", total=self._total)
            self._bar.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._bar is not None:
            self._bar.stop()

    def __call__(self, progress: Progress) -> None:
        """Take note of a URL that came to an end."""
        self._done += 1
        if progress.reports_new < self._new:  # the next of several crawls counts from nothing
            self._new_before += self._new
        self._new = progress.reports_new
        if self._loudness > 0:
            reason = f", {progress.reason}" if progress.reason else ""
            say(f"{progress.state}{reason}: {progress.url}" + (f" ({progress.detail})" if progress.detail else ""))
        elif self._bar is not None:
            self._bar.update(self._task, completed=self._done, description=self._sums(progress))
        elif self._loudness == 0 and time.monotonic() - self._last >= EVERY_S:
            self._last = time.monotonic()
            say(self._sums(progress))

    def _sums(self, progress: Progress) -> str:
        of_total = f" of {self._total}" if self._total is not None else ""
        waiting = f", {counted(progress.pending, 'URL')} to come" if progress.pending else ""
        return f"{self._done}{of_total} URLs, {new_reports(self._new_before + self._new)}{waiting}"


def advancing(items: Iterable[T], session: Session, *, total: int | None, what: str = "pages") -> Iterator[T]:
    """Pass the items on and show how far they are; `total` None = nobody knows how many will come."""
    if session.loudness < 0:
        yield from items
    elif sys.stderr.isatty():
        yield from _with_bar(items, total=total, what=what)
    else:
        yield from _with_lines(items, total=total, what=what)


def _with_bar(items: Iterable[T], *, total: int | None, what: str) -> Iterator[T]:
    from rich.console import Console  # noqa: PLC0415 - as above
    from rich.progress import track  # noqa: PLC0415 - as above

    yield from track(items, total=total, description=what, console=Console(stderr=True))


def _with_lines(items: Iterable[T], *, total: int | None, what: str) -> Iterator[T]:
    last = time.monotonic()
    for number, item in enumerate(items, start=1):
        yield item
        if time.monotonic() - last >= EVERY_S:
            last = time.monotonic()
            say(f"{number} {what}" if total is None else f"{number} of {total} {what}")
