"""What is true of each page of the demo: the values that a crawl of it is compared with. No page is made here."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from cleaners.outcome import Reason, State


class Relation(StrEnum):
    """How the report of a page stands to the report it was made from."""

    ORIGINAL = "original"
    IDENTICAL = "identical"
    TRADITIONAL = "traditional"
    """The same report in traditional script: one report for people, another text."""
    MASKED = "masked"
    """Place, people and sums are hidden: another text, found by near duplicates only."""
    EDITION = "edition"
    """The same wording, other figures, another year: another report, related."""
    PREVIEW = "preview"
    """Its beginning only."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplyTruth:
    """One floor of a thread that is no report."""

    floor: int
    author: str
    posted_at: str
    text: str
    shielded: bool = False
    """True where the board shows a notice in place of the text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Truth:
    """One document of the demo, or one URL that leads to none."""

    site: str
    """Slug of the site."""
    host: str
    paths: tuple[str, ...]
    """Request targets of its pages, in order; the first is its address."""
    title: str | None = None
    author: str | None = None
    posted_at: str | None = None
    """ISO 8601, GMT+8."""
    category: str | None = None
    text: str | None = None
    """Clean text, all pages joined, paragraphs one a line; None where there is no report."""
    base: int | None = None
    """Index of the composed report."""
    relation: Relation | None = None
    replies: tuple[ReplyTruth, ...] = ()
    attachments: tuple[str, ...] = ()
    claimed_chars: int | None = None
    """Length that the page states for the whole."""
    state: State = State.ARCHIVED
    reason: Reason | None = None

    @property
    def url(self) -> str:
        """Give the address."""
        return f"http://{self.host}{self.paths[0]}"

    @property
    def is_report(self) -> bool:
        """True where a report is to be archived from here."""
        return self.text is not None and self.state is State.ARCHIVED


def squeezed(text: str) -> str:
    """Give a text without white space, U+3000 and no-break spaces: what comparisons look at."""
    return "".join(text.split())


def report_count(truths: Iterator[Truth]) -> int:
    """Count the reports that exact duplicates leave: identical and traditional ones are one."""
    same = (Relation.ORIGINAL, Relation.IDENTICAL, Relation.TRADITIONAL)
    return len({
        (truth.base, None) if truth.relation in same else (truth.base, truth.relation)
        for truth in truths
        if truth.is_report
    })
