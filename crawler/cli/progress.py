"""Progress on stderr: a bar on a terminal, a line now and then elsewhere, nothing when told to be quiet."""

import sys
import time
from collections.abc import Iterable, Iterator
from typing import TypeVar

from crawler.cli.printing import say
from crawler.cli.session import Session

T = TypeVar("T")
EVERY_S = 10.0
"""Seconds between two lines where there is no terminal."""


def advancing(items: Iterable[T], session: Session, *, total: int, what: str = "pages") -> Iterator[T]:
    """Pass the items on and show how far they are."""
    if session.loudness < 0:
        yield from items
    elif sys.stderr.isatty():
        yield from _with_bar(items, total=total, what=what)
    else:
        yield from _with_lines(items, total=total, what=what)


def _with_bar(items: Iterable[T], *, total: int, what: str) -> Iterator[T]:
    from rich.console import Console  # noqa: PLC0415 - 0.1 s that only a terminal needs
    from rich.progress import track  # noqa: PLC0415 - as above

    yield from track(items, total=total, description=what, console=Console(stderr=True))


def _with_lines(items: Iterable[T], *, total: int, what: str) -> Iterator[T]:
    last = time.monotonic()
    for number, item in enumerate(items, start=1):
        yield item
        if time.monotonic() - last >= EVERY_S:
            last = time.monotonic()
            say(f"{number} of {total} {what}")
