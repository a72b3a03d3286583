"""Phrases that a site sets into the lines of its texts: a watermark in mid-sentence, a row of words at page breaks.

Pure. A phrase is looked for only round the signs of a site, and only where what stands before and behind it varies.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from archive.recurring import Found, Search, Source, Spot, needed
from archive.stock_phrases import FORMULA, STRICT, in_simplified, stock_of
from cleaners.rules.host import fold_line
from cleaners.rules.lines import HAN

SEED_CHARS = 4
FEWEST_CHARS, MOST_CHARS = 8, 60
FEWEST_NAME_CHARS = 5
"""A name of a site (`云岭范文网`) may be shorter where it stands amid sentences."""
SHARED = 0.9
"""Share of places with the same next character up to which a phrase goes on."""
VARIED = 0.3
"""Distinct neighbours on each side, to each document: a phrase of the language has its companions."""
AMID = 0.5
"""Share of places with a Han character on both sides, for a short name: the others stand beside punctuation."""
_MARKS = frozenset(" \t\u00a0\u3000，。、；：！？,.;:!?")


@dataclass(slots=True)
class _Place:
    """Where a seed stands: document, source, the line, and the bounds of the phrase in it as known so far."""

    document: int
    source: int
    line: str
    start: int
    end: int


@dataclass(slots=True)
class _Phrase:
    """A phrase with its places."""

    words: str
    places: list[_Place] = field(default_factory=list)

    @property
    def documents(self) -> int:
        return len({place.document for place in self.places})


def find_phrases(sources: Sequence[Source], search: Search, lines: Sequence[Found]) -> list[Found]:
    """Find phrases that recur inside lines; whole lines that were found already are passed over."""
    need = needed(len({source.document for source in sources}))
    known = {key for found in lines for key in found.keys}
    kept: list[_Phrase] = []
    for places in _seeds(sources, known, need):
        phrase = _grown(places)
        if phrase.documents < need or any(phrase.words in one.words or one.words in phrase.words for one in kept):
            continue
        reason = _refused(phrase, search)
        if reason is None:
            kept.append(phrase)
        else:
            search.left_out[reason] += 1
    return [_found(phrase) for phrase in kept]


def _seeds(sources: Sequence[Source], known: set[str], need: int) -> list[list[_Place]]:
    """Give the places of every run of four characters that lies on a sign and recurs, the most frequent first."""
    places: dict[str, list[_Place]] = defaultdict(list)
    for number, source in enumerate(sources):
        for line in source.text.split("\n"):
            plain = in_simplified(line)
            signs = list(STRICT.finditer(plain)) if len(plain) == len(line) else []
            if not signs or fold_line(line) in known:
                continue
            # A sign may begin the phrase or end it: both its first and its last four characters are tried.
            starts = {start for sign in signs for start in (sign.start(), max(0, sign.end() - SEED_CHARS))}
            for start in sorted(starts):
                seed = line[start : start + SEED_CHARS]
                places[seed].append(_Place(source.document, number, line, start, start + len(seed)))
    found = [one for one in places.values() if len({place.document for place in one}) >= need]
    return sorted(found, key=lambda one: (-len(one), one[0].line))


def _grown(places: list[_Place]) -> _Phrase:
    """Let the seed grow on either side as long as nine of ten places go on alike; the others are left behind."""
    for step in (-1, 1):
        while places and places[0].end - places[0].start < MOST_CHARS:
            beside = [_beside(place, step) for place in places]
            mark, count = Counter(beside).most_common(1)[0]
            if not mark or count < SHARED * len(places):
                break
            places = [place for place, own in zip(places, beside, strict=True) if own == mark]
            for place in places:
                place.start -= step < 0
                place.end += step > 0
    first = places[0]
    while first.end > first.start and (first.line[first.start] in _MARKS or first.line[first.end - 1] in _MARKS):
        is_first = first.line[first.start] in _MARKS  # the sentence's own: not to be taken with the phrase
        for place in places:
            place.start += is_first
            place.end -= not is_first
    return _Phrase(first.line[first.start : first.end], places)


def _beside(place: _Place, step: int) -> str:
    at = place.start - 1 if step < 0 else place.end
    return place.line[at] if 0 <= at < len(place.line) else ""


def _refused(phrase: _Phrase, search: Search) -> str | None:
    """Give the reason for which a phrase is not proposed; None where it may be."""
    words, count = phrase.words, len(phrase.places)
    plain = in_simplified(fold_line(words))
    if any(words in one or one in fold_line(words) for one in search.barred):
        return "rejected before"
    if FORMULA.search(plain) or stock_of(plain) is not None:
        return "stock of reports: phrase"
    if len(words) < FEWEST_NAME_CHARS or not HAN.search(words):
        return "too short a phrase"
    beside = [(_beside(place, -1), _beside(place, 1)) for place in phrase.places]
    if min(len({one[0] for one in beside}), len({one[1] for one in beside})) < VARIED * min(phrase.documents, 10):
        return "same neighbours everywhere"
    amid = sum(bool(HAN.match(before) and HAN.match(after)) for before, after in beside)
    if len(words) < FEWEST_CHARS and amid < AMID * count:
        return "too short a phrase"
    whole = sum(place.line.strip() == words for place in phrase.places)
    return "a whole line" if whole > count / 2 else None


def _found(phrase: _Phrase) -> Found:
    spots = [Spot(place.source, 0, 0, phrase.words, phrase.words) for place in phrase.places]
    return Found(keys=(phrase.words,), spots=spots, documents=phrase.documents, words=phrase.words, is_phrase=True)
