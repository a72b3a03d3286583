"""Lines and blocks that recur on many documents of one host, told from what recurs because reports are written so.

Pure: texts in, findings out. Phrases inside lines: `archive.recurring_phrases`. Reading and proposing: `learning`.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, field

from archive.stock_phrases import LENIENT, in_simplified, stock_of
from cleaners.rules.host import NEAR_LINES, NUMBER, fold_line, with_any_number
from cleaners.rules.lines import filled, is_sentence, lines_of

FEWEST_DOCUMENTS = 5
"""Below five documents a line that recurs may be one person's way of writing."""
SHARE = 0.2
"""Of the host's documents: a site's own words stand on all pages of a section, and sections are a fifth and more."""
MANY_DOCUMENTS = 20
"""Enough on a host of any size: so many authors do not write one line alike by chance."""
UNSIGNED_DOCUMENTS, UNSIGNED_SHARE, EDGE_SHARE = 10, 0.5, 0.8
"""For a line by which no site gives itself away: documents, share of all, and share that begins or ends with it."""
MAX_BLOCK = 8
MAX_RUN = 30
"""Lines in a row that all recur: more is a form that people fill in, not what stands round texts."""
FEWEST_CHARS = 4
MOST_CHARS = 200
"""White space apart. Shorter lines are everybody's; longer ones on many documents are passages."""
NEIGHBOURS = 0.5
"""Distinct neighbours on the text's side, to each document: the same neighbours belong to one form or series."""
MOST_STOCK = 6
"""Lines of stock that are passed over to find the neighbour: conclusion, thanks, signature, date and their like."""
MORE_NUMBERED = 1.25
"""A line is taken with any number where it recurs so much oftener than with this one."""
# A year with month or day, in figures: what states a date states a fact. Bounded classes: linear.
_DATED = re.compile(r"(?:19|20)\d\d[-./年]\d{1,2}|\d{1,2}月\d{1,2}日|\d{1,2}:\d\d")
_DECORATION = re.compile(r"[^\u3400-\u9fff，。、；：“”‘’《》,.;:]")
"""Whatever is neither a Han character nor punctuation of running text; one character: linear."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A text to be looked through."""

    document: int
    """Texts of one document count once."""
    text: str
    public_id: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Spot:
    """A line at its place: of which source, which filled line, of how many, as printed and folded."""

    source: int
    index: int
    count: int
    words: str
    folded: str


@dataclass(slots=True, kw_only=True)
class Found:
    """A line (one key) or block (several) that recurs, with every place."""

    keys: tuple[str, ...]
    spots: list[Spot]
    """First line of each place."""
    place: str = "any"
    documents: int = 0
    words: str = ""
    is_phrase: bool = False


@dataclass(slots=True, kw_only=True)
class Search:
    """What is known of the host beforehand, and what was left out on the way, with the reason."""

    names: tuple[str, ...] = ()
    """What the host calls itself: its presence signs a line."""
    barred: Collection[str] = ()
    """Folded lines that a person rejected."""
    left_out: Counter[str] = field(default_factory=Counter)


def needed(documents: int) -> int:
    """Give the documents on which something must stand of so many."""
    return max(FEWEST_DOCUMENTS, min(MANY_DOCUMENTS, -int(-documents * SHARE // 1)))


def find_lines(sources: Sequence[Source], search: Search) -> list[Found]:
    """Find blocks and lines that recur, the longest first, each place counted for one of them only."""
    texts = [_spots(number, source.text) for number, source in enumerate(sources)]
    need = needed(len({source.document for source in sources}))
    keys = _keys(texts, sources, need)
    allowed = {key for key in set(keys.values()) if _may_stand(key, search)}
    judge = _Judge(sources, texts, search)
    covered: set[tuple[int, int]] = set()
    kept: list[Found] = []
    for length in range(MAX_BLOCK, 0, -1):
        for found in _windows(texts, keys, allowed, covered, length):
            found.spots = [spot for spot in found.spots if not _touches(spot, length, covered)]
            found.documents = len({sources[spot.source].document for spot in found.spots})
            if found.documents >= need and judge.accepts(found):
                kept.append(found)
                covered.update((spot.source, spot.index + step) for spot in found.spots for step in range(length))
    return kept


def _spots(number: int, text: str) -> list[Spot]:
    every = lines_of(text)
    indices = filled(every)
    return [Spot(number, at, len(indices), every[index].words, fold_line(every[index].words))
            for at, index in enumerate(indices)]  # fmt: skip


def _keys(texts: list[list[Spot]], sources: Sequence[Source], need: int) -> dict[str, str]:
    """Give the key of every folded line that stands on enough documents: itself, or itself with any number."""
    exact: dict[str, set[int]] = defaultdict(set)
    loose: dict[str, set[int]] = defaultdict(set)
    for spots in texts:
        for spot in spots:
            if FEWEST_CHARS <= len(spot.folded) <= MOST_CHARS:
                exact[spot.folded].add(sources[spot.source].document)
                loose[with_any_number(spot.folded)].add(sources[spot.source].document)
    keys: dict[str, str] = {}
    for folded, documents in exact.items():
        numbered = with_any_number(folded)
        if numbered != folded and len(loose[numbered]) >= max(need, MORE_NUMBERED * len(documents)):
            if LENIENT.search(in_simplified(folded)) and not _DATED.search(folded):
                keys[folded] = numbered
        elif len(documents) >= need:
            keys[folded] = folded
    return keys


def _may_stand(key: str, search: Search) -> bool:
    """Say whether a line may be proposed, alone or in a block: no stock of reports, no date, not rejected."""
    plain = key.replace(NUMBER, "1")
    stock = stock_of(plain)
    reason = (
        "rejected before" if key in search.barred
        else f"stock of reports: {stock}" if stock not in (None, "enumerator")
        else "states a date" if _DATED.search(plain)
        else None
    )  # fmt: skip
    if reason is not None:
        search.left_out[reason] += 1
    return reason is None


def _windows(
    texts: list[list[Spot]], keys: dict[str, str], allowed: set[str], covered: set[tuple[int, int]], length: int
) -> Iterator[Found]:
    """Give all runs of so many lines that recur, the most frequent first."""
    places: dict[tuple[str, ...], list[Spot]] = defaultdict(list)
    for spots in texts:
        named = [keys.get(spot.folded) for spot in spots]
        own = [key if key in allowed and (spot.source, spot.index) not in covered else None
               for key, spot in zip(named, spots, strict=True)]  # fmt: skip
        for start, stop in _runs(own):
            if stop - start <= MAX_RUN:
                for at in range(start, stop - length + 1):
                    places[tuple(str(key) for key in own[at : at + length])].append(spots[at])
    for key, spots in sorted(places.items(), key=lambda item: (-len(item[1]), item[0])):
        yield Found(keys=key, spots=spots)


def _runs(keys: Sequence[str | None]) -> Iterator[tuple[int, int]]:
    """Give the bounds of runs without a gap."""
    start = 0
    for at, key in enumerate([*keys, None]):
        if key is None:
            if at > start:
                yield start, at
            start = at + 1


def _touches(spot: Spot, length: int, covered: set[tuple[int, int]]) -> bool:
    return any((spot.source, spot.index + step) in covered for step in range(length))


class _Judge:
    """Says of a run of lines whether it is a site's, and at which end of the texts it stands."""

    def __init__(self, sources: Sequence[Source], texts: list[list[Spot]], search: Search) -> None:
        self._sources = sources
        self._texts = texts
        self._search = search
        self._all = len({source.document for source in sources})
        self._told: set[tuple[str, ...]] = set()

    def accepts(self, found: Found) -> bool:
        """Say so; what is refused is counted with its reason, once."""
        found.place = self._place(found)
        found.words = self._words(found)
        reason = next((reason for check in _CHECKS if (reason := check(self, found)) is not None), None)
        if reason is not None and found.keys not in self._told:
            self._told.add(found.keys)
            self._search.left_out[reason] += len(found.keys) == 1
        return reason is None

    def _place(self, found: Found) -> str:
        """Give the end at which nine of ten stand; the nearer one where texts are short."""
        length, spots = len(found.keys), found.spots
        before = [spot.index for spot in spots]
        after = [spot.count - spot.index - length for spot in spots]
        for place, own, other in (("tail", after, before), ("head", before, after)):
            if sum(one < NEAR_LINES for one in own) >= 0.9 * len(spots) and sum(own) <= sum(other):
                return place
        return "any"

    def _words(self, found: Found) -> str:
        """Give the lines as they are mostly printed, with `{n}` for the numbers that vary."""
        lines = []
        for step, key in enumerate(found.keys):
            prints = Counter(self._texts[spot.source][spot.index + step].words for spot in found.spots)
            words = prints.most_common(1)[0][0]
            lines.append(with_any_number(words) if NUMBER in key else words)
        return "\n".join(lines)

    def signed(self, key: str) -> bool:
        """Say whether a line gives its site away."""
        plain = in_simplified(key.replace(NUMBER, "1"))
        return LENIENT.search(plain) is not None or any(name in plain for name in self._search.names)

    def no_sign(self, found: Found) -> str | None:
        """Refuse what nothing shows to be a site's; a bare line passes where most texts begin or end with it."""
        signed = sum(map(self.signed, found.keys))
        if len(found.keys) > 1:
            telling = sum(self.signed(key) or bool(_DECORATION.search(key)) for key in found.keys)
            return None if signed and 2 * telling >= len(found.keys) else "no sign of a site"
        if stock_of(found.keys[0].replace(NUMBER, "1")) is not None:
            return "numbered heading or item"
        if signed:
            return None
        is_edge = sum(spot.index == 0 or spot.index == spot.count - 1 for spot in found.spots)
        is_common = found.documents >= max(UNSIGNED_DOCUMENTS, UNSIGNED_SHARE * self._all)
        bare = found.keys[0]
        if is_sentence(found.words) or len(bare) > 30 or (len(bare) <= 4 and not _DECORATION.search(bare)):
            return "no sign of a site"
        return None if is_common and is_edge >= EDGE_SHARE * len(found.spots) else "no sign of a site"

    def in_the_middle(self, found: Found) -> str | None:
        """Refuse what stands amid texts: sentences there are the texts' own, and so is what has a number."""
        if found.place != "any":
            return None
        is_own = any(is_sentence(line) for line in found.words.splitlines()) or NUMBER in found.words
        return "amid texts" if is_own else None

    def same_neighbours(self, found: Found) -> str | None:
        """Refuse what stands beside the same lines everywhere: a form that people fill in, or a series."""
        sides = [(-1, "head"), (len(found.keys), "tail")]
        for step, end in sides:
            if found.place == end:
                continue
            beside = [self._line(spot, step) for spot in found.spots]
            if len(set(beside)) < NEIGHBOURS * found.documents:
                return "same neighbours everywhere"
        return None

    def _line(self, spot: Spot, step: int) -> str:
        """Give what stands next on a side: stock, as signatures under a text are, with the line behind it."""
        way, at = (-1 if step < 0 else 1), spot.index + step
        lines: list[str] = []
        while 0 <= at < spot.count and len(lines) <= MOST_STOCK:
            lines.append(self._texts[spot.source][at].folded)
            if stock_of(lines[-1]) in (None, "enumerator"):
                return "\n".join(lines)
            at += way
        return "\n".join([*lines, f"end {spot.source}"])

    def whole_text(self, found: Found) -> str | None:
        """Refuse what is all there is of some text."""
        length = len(found.keys)
        return "all of a text" if any(spot.count <= length for spot in found.spots) else None


_CHECKS: tuple[Callable[[_Judge, Found], str | None], ...] = (
    _Judge.whole_text, _Judge.no_sign, _Judge.in_the_middle, _Judge.same_neighbours,
)  # fmt: skip
