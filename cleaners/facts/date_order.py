"""Which of a page's stated dates counts as the text's own, and which say the same. Reading one: `dates`."""

from collections.abc import Iterable

from cleaners.reading import StatedDate

_ORDER = ("published", "posted", "uploaded", "updated")
"""Kinds of dates that may count as a text's own, the best first; when it was written is another matter."""


def rank(date: StatedDate) -> tuple[bool, int]:
    """Sort understood dates first, by kind; `sorted` keeps the page's order among equals."""
    return date.at is None, _ORDER.index(date.kind) if date.kind in _ORDER else len(_ORDER)


def published_at(dates: Iterable[StatedDate]) -> str | None:
    """Give the date that counts as the text's own: the first of the best kind; None where none is understood."""
    known = [date for date in dates if date.at and date.kind in _ORDER]
    return min(known, key=rank).at if known else None


def distinct(dates: Iterable[StatedDate]) -> tuple[StatedDate, ...]:
    """Give the first of the dates that say the same; six at most."""
    kept: dict[tuple[str, str | None], StatedDate] = {}
    for date in dates:
        kept.setdefault((date.kind, date.at), date)
    return tuple(kept.values())[:6]
