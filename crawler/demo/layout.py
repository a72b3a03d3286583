"""Which report stands where, in which wording, and when it was posted. Numbers only; no page is made here.

The pattern repeats every twelve reports, so that each relation occurs in the smallest demo too.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from functools import cached_property, lru_cache

from crawler.demo.composer import Composed, compose, draw, in_traditional, masked
from crawler.demo.truth import Relation

BOARD, GBK, DOCUMENT, PORTAL = "demo-board", "demo-gbk", "demo-document", "demo-portal"
HOSTS = {
    BOARD: "board.gongwen.test",
    GBK: "gbk.gongwen.test",
    DOCUMENT: "document.gongwen.test",
    PORTAL: "portal.gongwen.test",
}
"""`.test` is reserved (RFC 6761): these names can never be somebody's."""
ORIGINAL, IDENTICAL = Relation.ORIGINAL, Relation.IDENTICAL
PATTERN: tuple[tuple[tuple[str, Relation], ...], ...] = (
    ((BOARD, ORIGINAL), (GBK, IDENTICAL)),
    ((BOARD, ORIGINAL),),
    ((BOARD, ORIGINAL), (DOCUMENT, Relation.TRADITIONAL)),
    ((BOARD, ORIGINAL),),
    ((GBK, ORIGINAL), (PORTAL, Relation.MASKED)),
    ((BOARD, ORIGINAL), (DOCUMENT, IDENTICAL)),
    ((DOCUMENT, ORIGINAL),),
    ((BOARD, ORIGINAL), (BOARD, Relation.EDITION)),
    ((PORTAL, ORIGINAL),),
    ((DOCUMENT, ORIGINAL), (GBK, Relation.EDITION)),
    ((BOARD, ORIGINAL), (PORTAL, Relation.PREVIEW)),
    ((BOARD, ORIGINAL), (GBK, Relation.TRADITIONAL)),
)
ZONE = timezone(timedelta(hours=8))
FIRST_DAY = datetime(2016, 3, 1, tzinfo=ZONE)
DAYS = 3_000
"""Reports were posted within this many days of the first."""
PREVIEW_SHARE = 0.4
SCRAP = 20
"""Characters below which the rest of a preview is not shown."""
JAMMED, LONG = 11, 3
"""Places in the pattern: whose thread stands on the jammer board, whose thread is long."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A report (or a mere question) at its place on one site."""

    number: int
    """tid, or number of the article; from 1."""
    base: int
    relation: Relation | None
    """None: a thread that asks for something and holds no report."""


class Layout:
    """All sites of one demo."""

    def __init__(self, *, seed: int, reports: int) -> None:
        self.seed = seed
        self.reports = reports
        self._report = lru_cache(maxsize=256)(self._compose)

    @cached_property
    def placed(self) -> dict[str, tuple[Placed, ...]]:
        """Give what stands on each site, by number."""
        rows: dict[str, list[Placed]] = {site: [] for site in HOSTS}
        for base in range(self.reports):
            for site, relation in PATTERN[base % len(PATTERN)]:
                rows[site].append(Placed(number=len(rows[site]) + 1, base=base, relation=relation))
            if base % 7 == 6:
                rows[BOARD].append(Placed(number=len(rows[BOARD]) + 1, base=base, relation=None))
        return {site: tuple(found) for site, found in rows.items()}

    def report(self, placed: Placed) -> Composed:
        """Compose the report as it is worded at this place; the last few are kept, lists and pages share them."""
        return self._report(placed)

    def _compose(self, placed: Placed) -> Composed:
        """Compose it anew."""
        if placed.relation is Relation.EDITION:
            return compose(self.seed, placed.base, edition=1)
        report = compose(self.seed, placed.base)
        if placed.relation is Relation.MASKED:
            return masked(report)
        return in_traditional(report) if placed.relation is Relation.TRADITIONAL else report

    def shown(self, placed: Placed) -> tuple[str, ...]:
        """Give the paragraphs that the site shows: of a preview the first part, cut within a paragraph.

        A scrap of a last paragraph is left out: extractors drop such scraps, and nobody's text ends in one.
        """
        report = self.report(placed)
        if placed.relation is not Relation.PREVIEW:
            return report.paragraphs
        room = int(report.chars * PREVIEW_SHARE)
        kept: list[str] = []
        for paragraph in report.paragraphs:
            if room < SCRAP:
                break
            kept.append(paragraph[:room])
            room -= len(paragraph)
        return tuple(kept)

    def posted(self, site: str, number: int) -> datetime:
        """Give the instant at which the document was posted."""
        random = draw(self.seed, site, number, "posted")
        return FIRST_DAY + timedelta(days=random.randrange(DAYS), seconds=random.randrange(86_400))
