"""`find_items`: whether a cleaned text holds several reports, and where each begins. Cutting them out: `items`."""

from dataclasses import dataclass

from cleaners.regex import regex
from cleaners.split.forms import PIECE, REPEATED, RUN_TOGETHER, TITLE_PIECE, Form
from cleaners.split.lines import Heading, ShortLine, glued_headings, headings_of, short_lines
from cleaners.split.proofs import Case, is_split, signed_sets
from cleaners.split.repeated import repeated_series
from cleaners.split.run_in import claimed_title, run_in_headings
from cleaners.split.series import ITEM_HAN, Series, all_series, sizes, spans
from cleaners.split.words import claimed_in, number_of

SPLIT, ITEM, SUSPECTED = "split", "item", "suspected"
"""What a document is: several reports cut apart, one item of a compilation elsewhere, several that nothing parts."""
_LABEL = PIECE.pattern or regex("")
_HAN_COUNT = "[一二三四五六七八九十百]{1,4}"
_ITEM = regex(
    rf".{{2,80}}?[\s_(（【\[-]{{0,3}}(?:第\s?(?:\d{{1,3}}|{_HAN_COUNT})\s?篇"
    rf"|(?:范文|精选)?(?<![\d一二三四五六七八九十百几多])篇\s?(?:\d{{1,3}}|{_HAN_COUNT}))\s?[)）\]】]?"
)
"""A title that ends in an item's number: `T 篇27`. Lazy and bounded, tried once a title."""
TOP = 200
"""Characters from the top in which a heading is that of the page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What was found of a compilation; `kind` is None for an ordinary text."""

    kind: str | None = None
    form: str | None = None
    claimed: int | None = None
    depth: int = 0
    series: Series | None = None
    """The headings to cut at; None unless `kind` is `split`."""


NOTHING = Found()


def find_items(text: str, title: str | None = None, top: tuple[str, ...] = ()) -> Found:
    """Look for the items of a cleaned text; `top` are the lines that rules took from its head, in order.

    A text without a line of any form costs one pass over its lines.
    """
    gone = [ShortLine(start=0, after=0, words=words, is_gone=True) for words in top if words]
    lines = [*gone, *short_lines(text)]
    titles = tuple(filter(None, (title, *top)))
    told = tuple(filter(None, (*titles, claimed_title(text))))
    claimed = claimed_in(titles)
    run_in = run_in_headings(text, told)
    headings = sorted([*headings_of(lines), *glued_headings(text), *run_in], key=lambda heading: heading.start)
    found = all_series(headings, text) if headings else []
    repeated = repeated_series(lines, text, title)
    found = [series for series in [*found, *([repeated] if repeated else [])] if _may_be(series)]
    cases = [_case(series, text, told) for series in found]
    if not cases:
        return _without_series(lines, (*titles, *_lone(headings)), claimed)
    verdicts = [(case, is_split(case)) for case in cases]
    proven = [case.series for case, verdict in verdicts if verdict]
    unsure = next((case.series for case, verdict in verdicts if verdict is None), None)
    if unsure and any(series.headings[0].start >= unsure.headings[0].start for series in proven):
        return _unsure(unsure.form, claimed)  # what is proven stands inside what is not
    if proven:
        outer = min(proven, key=lambda series: (series.headings[0].start, -len(series.headings)))
        return Found(
            kind=SPLIT, form=outer.form.name, claimed=claimed or claimed_in((*told, *_words(outer))), series=outer,
            depth=1 + any(_is_inside(other, outer, text) for other in found),
        )  # fmt: skip
    return _unsure(unsure.form, claimed) if unsure else _without_series(lines, titles, claimed)


def _may_be(series: Series) -> bool:
    """True for a series of two items at least; a lone second heading counts only where its words are telling."""
    return len(series.headings) > 1 or (series.is_headless and (series.form.is_strong or series.form is REPEATED))


def _lone(headings: list[Heading]) -> tuple[str, ...]:
    """Give a heading of an item that stands at the top by itself: `T 篇27` on the page of one item."""
    first = (heading for heading in headings[:1] if heading.form in (PIECE, TITLE_PIECE))
    return tuple(heading.words for heading in first if heading.start < TOP)


def _case(series: Series, text: str, titles: tuple[str, ...]) -> Case:
    counting = (words for words in _words(series)[:1] if claimed_in((words,)) is not None)  # `T(十篇)一`
    return Case(series=series, text=text, titles=(*titles, *counting))


def _words(series: Series) -> tuple[str, ...]:
    return tuple(heading.words for heading in series.headings)


def _is_inside(series: Series, outer: Series, text: str) -> bool:
    """True for a series of two texts or more that stands wholly inside one item of another."""
    first, last = series.headings[0], series.headings[-1]
    if len(series.headings) < 2 or first.number != 1 or not series.is_whole or series.runs > 1:
        return False
    around = [stop for start, stop in spans(outer.headings, len(text)) if start <= first.start and last.start < stop]
    return bool(around) and sum(size >= ITEM_HAN for size in sizes(series.headings, text, around[0])) > 1


def _unsure(form: Form, claimed: int | None) -> Found:
    return Found(kind=SUSPECTED, form=form.name, claimed=claimed)


def _without_series(lines: list[ShortLine], titles: tuple[str, ...], claimed: int | None) -> Found:
    """Say of a text without a series whether it is an item, or whether something else speaks of several texts."""
    if any("篇" in words and (_ITEM.fullmatch(words) or _LABEL.fullmatch(words)) for words in titles):
        return Found(kind=ITEM, claimed=claimed)
    if claimed is not None:
        return Found(kind=SUSPECTED, claimed=claimed)
    if signed_sets(lines) > 1:
        return Found(kind=SUSPECTED, form=RUN_TOGETHER)
    return NOTHING


__all__ = ["ITEM", "NOTHING", "SPLIT", "SUSPECTED", "Found", "Heading", "find_items", "number_of"]
