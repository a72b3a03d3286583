"""What title, text and page say of the time of one report, side by side; whether they agree is judged elsewhere."""

import re
from collections import Counter
from collections.abc import Collection, Sequence
from typing import NamedTuple

from cleaners.facts.period import Period, values

LATE = 1
"""Years after the year it is about in which a text is still posted in due course."""


class Witness(NamedTuple):
    """What is said of the time: text, the same in simplified characters, its years, the year of the page, the genre."""

    text: str
    plain: str
    period: Period
    published: int | None
    genre: str | None

    titled: tuple[int, ...]
    """Years of the title, each as often as it is said; likewise those below."""
    reported: tuple[int, ...]
    planned: tuple[int, ...]

    @property
    def stated(self) -> tuple[int, ...]:
        """Give the years that the page stands for: the title's, else those reported, else the page's date."""
        return self.titled or self.reported or ((self.published,) if self.published else ())

    @property
    def stated_by(self) -> str:
        """Say who states those years."""
        if self.reported and not self.titled:
            return f"text says {listed(self.reported)}"
        return self.titled_by

    @property
    def titled_by(self) -> str:
        """Say who states the year that stands for the whole: the title, or the page where no title does."""
        return f"title says {listed(self.titled)}" if self.titled else f"page is dated {self.published}"


def witness(text: str, plain: str, period: Period, *, published: int | None, genre: str | None) -> Witness:
    """Lay side by side what is said of the time of a text; `published` is the year of its page."""
    years: dict[str, list[int]] = {"title": [], "report": [], "plan": []}
    for one in period.mentions:
        if one.role in years:
            years[one.role] += values(one.year)
    titled, reported, planned = map(tuple, years.values())
    return Witness(text, plain, period, published, genre, titled, reported, planned)


def listed(years: Collection[int]) -> str:
    """Give years in order, each once."""
    return ", ".join(map(str, sorted(set(years))))


def counted(years: Sequence[int]) -> str:
    """Give years with how often each is said: `2021 (3 times)`."""
    counts = sorted(Counter(years).items())
    return ", ".join(f"{year} ({'once' if count == 1 else f'{count} times'})" for year, count in counts)


def quoted(page: Witness, match: re.Match[str]) -> str:
    """Give what a match over the simplified text covers, as the text itself has it."""
    return page.text[match.start() : match.end()]
