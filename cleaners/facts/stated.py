"""What a page states outside its text and its labels, by name, and facts completed with it. Nothing is read here.

A page names five of fifty facts there: what is silent need not be made, copied and looked through.
"""

from collections.abc import Mapping
from typing import NamedTuple

from cleaners.facts.changes import facts_of_values, facts_with, names, values_of
from cleaners.facts.date_order import distinct, published_at
from cleaners.facts.labels import is_silent
from cleaners.reading import Facts, StatedDate


class Stated(NamedTuple):
    """Facts by name with their places; the dates apart, as those of all places are put together."""

    values: Mapping[str, object]
    dates: tuple[StatedDate, ...]
    where: tuple[tuple[str, str], ...]

    def facts(self) -> Facts:
        """Give them as facts of their own."""
        return facts_with(**self.values, dates=self.dates, published_at=published_at(self.dates), where=self.where)


def completed(labelled: Facts, new: Mapping[str, object], where: tuple[tuple[str, str], ...], stated: Stated) -> Facts:
    """Put in what is `new`, with its places, and fill what is still silent from what the page states elsewhere.

    As `changed`, and `merged` with the facts of `stated`, at half their cost.
    """
    given = dict(zip(names(), values_of(labelled), strict=True))
    given |= new
    for name, value in stated.values.items():
        if is_silent(given[name]):
            given[name] = value
    dates = distinct((*labelled.dates, *stated.dates))
    where = (*labelled.where, *where)
    known = {name for name, _ in where}
    given |= {
        "dates": dates,
        "published_at": labelled.published_at or published_at(dates),
        "claimed_chars": tuple(dict.fromkeys(labelled.claimed_chars)),
        "where": (*where, *(pair for pair in stated.where if pair[0] not in known)),
    }
    return facts_of_values(given.values())
