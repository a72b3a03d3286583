"""Where the items of a compilation begin in a line into which a page ran all of them. Which lines: `paragraphs`."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from cleaners.regex import regex
from cleaners.split.words import NUMBER, number_of

LABEL = regex(
    rf"(?P<open>[【\[]\s?)?(?<![一二三四五六七八九十百几多千万名首\d第])(?:第\s?(?P<o>{NUMBER})\s?篇(?![章幅首])|篇\s?(?P<n>{NUMBER})(?![律\d篇]))"
    r"(?(open)\s?[】\]])(?P<colon>\s{0,2}[:：])?"
)
"""`第一篇：`, `篇1`, `【篇一】`, `T篇一` (reference: realtext, 5). Bounded; `千篇一律` and `3篇` are none."""
ITEM_CHARS = 150
"""Characters of an item at least (realtext 5)."""
BASE = regex(r"(?:^|[。！？”）)\s])(?P<base>[^。！？；;，,\s]{2,40}?)\s{0,2}[（(【\[]?$")
"""A title between the last full stop or blank and the label; matched at the end of a short stretch only."""
BASE_CHARS = 46
TITLE = regex(
    r"[^\S\n]{0,2}(?P<title>[^\s。！？；;，,]{2,40})(?:[^\S\n]{1,3}[（(]?[约約共]{0,2}\d{2,6}字[)）]?)?(?=[^\S\n])"
)
"""The title behind `篇一：`, up to a blank, a count of its characters (`T 2800字`) with it. Bounded."""
GAP = regex(r"[^\S\n]+")


class Label(NamedTuple):
    """An item's label: text[start:end), its base title counted in; `number` is the item's."""

    start: int
    end: int
    number: int
    base: str
    has_colon: bool
    bare: int = -1
    """Where the label itself begins, when a blank parts it from the base; -1 for one glued to it."""


def item_breaks(text: str, start: int, end: int) -> dict[int, int]:
    """Give the places at which lines begin and end for the items of a compilation: {where: end of white space there}.

    Empty unless labels of one form count up from 1 with texts between them. The line is text[start:end).
    """
    if "篇" not in text[start:end]:
        return {}
    labels = _series(list(_labels(text, start, end)))
    breaks: dict[int, int] = {}
    for label in labels:
        if label.start > start:
            behind = label.start
            while behind > start and text[behind - 1].isspace():
                behind -= 1
            breaks[behind] = label.start
        stop = _heading_end(text, label, end)
        gap = GAP.match(text, stop, end)
        if stop < end and (gap or (label.base and not label.has_colon)):
            breaks[stop] = gap.end() if gap else stop
    return breaks


def _labels(text: str, start: int, end: int) -> Iterator[Label]:
    for match in LABEL.finditer(text, start, end):
        number = number_of(match["o"] or match["n"])
        before = text[max(start, match.start() - BASE_CHARS) : match.start()]
        base = None if match["open"] else BASE.search(before)
        if match["open"] and number is not None:
            yield Label(match.start(), match.end(), number, match["open"][0], bool(match["colon"]))
            continue
        own = base["base"] if base else ""
        if number is not None and (own or not before or before[-1] in "。！？”）) \u00a0\u3000"):
            first = match.start() - (len(before) - base.start("base")) if base else match.start()
            apart = match.start() if before[-1:].isspace() else -1
            yield Label(first, match.end(), number, own, bool(match["colon"]), apart)


def _series(labels: Sequence[Label]) -> list[Label]:
    """Give the labels that count up from 1 with the same base title; an empty list where fewer than two do."""
    series: list[Label] = []
    for label in labels:
        if not series:
            series = [label] if label.number == 1 else []
            continue
        first = series[0]
        if len(series) == 1 and first.base and not label.base and first.bare >= 0:  # the base was but the page's head
            series = [first._replace(start=first.bare, base="")]
        if label.number == series[-1].number + 1 and label.base == series[0].base:
            if label.start - series[-1].end < ITEM_CHARS:
                return []
            series.append(label)
    return series if len(series) >= 2 else []


def _heading_end(text: str, label: Label, end: int) -> int:
    """Give the end of an item's heading: behind its title where one follows a colon and ends at a blank."""
    title = TITLE.match(text, label.end, end) if label.has_colon or not label.base else None
    return title.end() if title else label.end
