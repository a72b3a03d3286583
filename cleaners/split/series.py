"""Headings become series: of one form and base, counting up from 1, lists of contents apart. Proofs: `proofs`."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from cleaners.split.forms import TITLE_PIECE, Form
from cleaners.split.lines import Heading
from cleaners.split.words import han, likeness

ITEM_HAN = 150
"""Han characters that make an item a text (reference: realtext, section 5)."""
STUB_HAN = 40
"""Han characters below which what follows a heading is no text: a list of contents, or the heading typed twice."""
MOST_CLUSTERS = 12
"""Series that are looked at, those of most headings; real pages have one or two. Each costs a pass over the text."""
SAME_BASE = 0.8
"""Share of character pairs by which two bases are one that a page has typed in two ways; exact ones go first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """Headings of one form and base that count up, in the order of the text."""

    form: Form
    base: str
    headings: tuple[Heading, ...]
    is_whole: bool
    """True when the numbers have no gap; False where one is missing or out of order."""
    runs: int = 1
    """How often it begins again at 1: a page that joins two compilations of one form."""

    @property
    def is_headless(self) -> bool:
        """True when the first heading is the second item's: the first has none."""
        return self.headings[0].number == 2


def spans(headings: Sequence[Heading], end: int) -> list[tuple[int, int]]:
    """Give where the text of each heading stands: from behind its line to the next heading, or to `end`."""
    stops = [heading.start for heading in headings[1:]] + [end]
    return [(heading.after, max(heading.after, stop)) for heading, stop in zip(headings, stops, strict=True)]


def sizes(headings: Sequence[Heading], text: str, end: int) -> list[int]:
    """Count the Han characters under each heading."""
    return [han(text[start:stop]) for start, stop in spans(headings, end)]


def all_series(headings: Iterable[Heading], text: str) -> list[Series]:
    """Sort headings into series; one heading alone is a series of one."""
    found: list[Series] = []
    clusters = _clusters(headings)
    mixed = _mixed(clusters, text)
    if mixed:
        clusters = [cluster for cluster in clusters if cluster[0].form is not TITLE_PIECE]
        found.append(Series(form=TITLE_PIECE, base="", headings=mixed, is_whole=True))
    if len(clusters) > MOST_CLUSTERS:
        clusters = sorted(clusters, key=len, reverse=True)[:MOST_CLUSTERS]
    for members in clusters:
        counted = _without_contents(_runs(_without_doubles(members, text)), text)
        found += _series(counted)
    return found


def _mixed(clusters: Sequence[list[Heading]], text: str) -> tuple[Heading, ...]:
    """Give the headings `T 篇一`, `U 篇二` whose titles differ, where all of the form count from 1 without a gap."""
    own = [cluster for cluster in clusters if cluster[0].form is TITLE_PIECE]
    if len(own) < 2:
        return ()
    members = sorted((heading for cluster in own for heading in cluster), key=lambda heading: heading.start)
    runs = _without_contents(_runs(_without_doubles(members, text)), text)
    is_series = len(runs) == 1 and len(runs[0]) > 1 and runs[0][0].number == 1
    return tuple(runs[0]) if is_series else ()


def _clusters(headings: Iterable[Heading]) -> list[list[Heading]]:
    """Put headings of one form and base together; a base that is nearly the same joins the first that it is like."""
    clusters: list[list[Heading]] = []
    known: dict[tuple[str, str], list[Heading]] = {}
    for heading in headings:
        key = (heading.form.name, heading.base)
        cluster = known.get(key)
        if cluster is None and heading.base and heading.form.is_strong:
            cluster = next((other for other in clusters[:MOST_CLUSTERS] if _is_alike(other[0], heading)), None)
        if cluster is None:
            cluster = []
            clusters.append(cluster)
        known[key] = cluster
        cluster.append(heading)
    return clusters


def _is_alike(one: Heading, other: Heading) -> bool:
    return one.form is other.form and likeness(one.base, other.base) >= SAME_BASE


def _without_doubles(members: list[Heading], text: str) -> list[Heading]:
    """Leave out a heading typed twice: the same number again with nothing between."""
    kept: list[Heading] = []
    for heading in members:
        is_same = kept and kept[-1].number == heading.number > 0
        if not is_same or han(text[kept[-1].after : heading.start]) >= STUB_HAN:
            kept.append(heading)
    return kept


def _runs(members: list[Heading]) -> list[list[Heading]]:
    """Cut at each number that does not follow the one before it."""
    runs: list[list[Heading]] = []
    for heading in members:
        if runs and (heading.number == runs[-1][-1].number + 1 or not heading.number):
            runs[-1].append(heading)
        else:
            runs.append([heading])
    return runs


def _without_contents(runs: list[list[Heading]], text: str) -> list[list[Heading]]:
    """Leave out lists: of contents (headings one below the other, which another run repeats), of links at the end."""
    kept: list[list[Heading]] = []
    for at, run in enumerate(runs):
        numbers = [heading.number for heading in run]
        is_list = len(run) >= 2 and all(size < STUB_HAN for size in sizes(run, text, run[-1].after)[:-1])
        is_repeated = any(_numbers(later)[: len(numbers)] == numbers for later in runs[at + 1 :])
        is_last_list = 0 < at == len(runs) - 1 and all(size < STUB_HAN for size in sizes(run, text, len(text)))
        if not (is_last_list or (is_list and (is_repeated or _tail_repeats(run, runs[at + 1 :])))):
            kept.append(run)
    return kept


def _tail_repeats(run: list[Heading], later: list[list[Heading]]) -> bool:
    """True where a list's last line is the first item's heading no more: the items begin at 2 or count further."""
    return any(_numbers(other)[0] in (1, 2) and len(other) + 1 >= len(run) for other in later)


def _numbers(run: list[Heading]) -> list[int]:
    return [heading.number for heading in run]


def _series(runs: list[list[Heading]]) -> list[Series]:
    """Make one series of runs that each count from 1, the first perhaps from 2; what does not is a broken one."""
    if not runs:
        return []
    first = runs[0][0]
    starts = [run[0].number for run in runs]
    is_whole = starts[0] in (0, 1, 2) and all(start == 1 for start in starts[1:])
    headings = tuple(heading for run in runs for heading in run)
    made = Series(form=first.form, base=first.base, headings=headings, is_whole=is_whole, runs=len(runs))
    if is_whole and len(runs) > 1:
        return [made, *(replace(made, headings=tuple(run), runs=1) for run in runs if len(run) > 1)]
    return [made]
