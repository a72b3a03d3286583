"""What can be asked of the archive: words, facts and an order. How it is answered stands in `archive.finding`."""

from dataclasses import dataclass
from enum import StrEnum


class Order(StrEnum):
    """In which order reports are given; equals in the order of filing."""

    BEST = "best"
    NEWEST = "newest"
    """By the earliest date of a copy; undated ones last."""
    OLDEST = "oldest"
    COPIES = "copies"
    """Those that stand in most places first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """What a person asks: words and facts that all must hold. Facts that are None (or blank) are not asked for."""

    text: str = ""
    """Terms set apart by white space, in either script; marks and operators mean nothing. Blank: every report."""
    site: str | None = None
    """A host on which a copy stands now."""
    genre: str | None = None
    script: str | None = None
    """simplified, traditional or mixed."""
    year_from: int | None = None
    """First year that the text speaks of (its period, not its date)."""
    year_to: int | None = None
    published_from: str | None = None
    """First day, month or year of publication, as 2021-03-05, 2021-03 or 2021; undated reports do not pass."""
    published_to: str | None = None
    """Last one, itself within."""
    has_copies: bool | None = None
    """True: stands in two places or more; False: in one or none."""
    order: Order = Order.BEST
    limit: int = 20
    offset: int = 0
