"""What speaks for a series of headings being a compilation, and what against: the rule of realtext, section 5."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from cleaners.regex import regex
from cleaners.rules.lines import bare
from cleaners.split.forms import (
    BRACKETED,
    LINE_CHARS,
    NUMBER_TITLE,
    ORDINAL_BASE,
    PIECE,
    REPEATED,
    SAMPLE,
    TITLE_NUMBER,
    TITLE_PIECE,
)
from cleaners.split.lines import MARKS, Heading, ShortLine
from cleaners.split.series import ITEM_HAN, Series, sizes, spans
from cleaners.split.words import claimed_in, han, likeness, names_a_text, number_of, plain_title, promises_many

LIKE_TITLE = 0.6
"""Share of character pairs by which a heading speaks of what the page's title names."""
BASE_HAN = 4
"""Han characters below which what items share is a word, no title (图1, 附件2)."""
LONE_BASE_HAN = 6
"""As before, where only the headings themselves speak for a compilation."""
_SECTION = regex(r"^[ \t\u3000]*(?P<n>[一二三四五六七八九十]{1,3})\s?、", re.MULTILINE)
_CHAPTER = regex(r"^[ \t\u3000]*第(?P<n>[一二三四五六七八九十百\d]{1,4})章", re.MULTILINE)
"""Numbered headings of the first level, and chapters: anchored at lines, bounded."""
_OPENING = regex(
    r"(?:尊敬的|敬爱的|敬愛的|各位|亲爱的|親愛的|同志们|同志們|大家好|[^，,。\n]{1,16}[：:]$"
    r"|今年以来|今年以來|一年来|一年來|近年来|近年來|根据|根據|按照|为了|為了|为深入|為深入|为切实|為切實|为进一步|(?:20\d\d|二[〇○零][一二三四五六七八九〇○零]{2}|20[xX*_]{2})年)"
)
"""How a report or a speech begins: salutation, address, year, ground (tried at one line's start; bounded)."""
_ENDS = "。！？!?；;：:”’」』）)】》…"
_SIGNED = regex(
    r"(?:20[\dxX*_]{2}|\d{4}|[xX*×]{2,4}|[二〇○零一九]{4})年.{1,6}月.{1,4}日"
    "|此致|敬礼|敬禮|谢谢大家.{0,2}|謝謝大家.{0,2}|完毕.?"
)
"""A date below a text, or its closing words, as a whole line; bounded."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A series with what it is judged by."""

    series: Series
    text: str
    titles: tuple[str, ...]
    """The page's title, those that rules took from the head, and what the headings themselves print."""

    @property
    def items(self) -> list[str]:
        """Give the texts of the items, the first without a heading included."""
        headings = self.series.headings
        found = [self.text[start:stop] for start, stop in spans(headings, len(self.text))]
        return [self.text[: headings[0].start], *found] if self.series.is_headless else found


def is_split(case: Case) -> bool | None:
    """Say whether a series is a compilation: True to cut it, None for unsure, False for parts of one report."""
    series, items = case.series, case.items
    is_mixed = series.form is TITLE_PIECE and not series.base
    unsure = None if series.form.is_strong and not is_mixed else False
    counts = [han(item) for item in items]
    continues, restarts = numbering(items)
    if continues > restarts:
        return False
    if not series.is_whole:
        return unsure if len(series.headings) > 1 else False
    if not _is_long_enough(counts, is_strong=series.form.is_strong):
        return unsure if len(items) > 1 and promises_many(case.titles) else False
    is_sound = not series.is_headless or (counts[0] >= ITEM_HAN and _begins_anew(case, restarts))
    return True if is_sound and _is_proven(case, restarts) else unsure


def _is_long_enough(counts: Sequence[int], *, is_strong: bool) -> bool:
    """True where two items at least are texts; where the form is weak, most of them."""
    long = sum(count >= ITEM_HAN for count in counts)
    return long >= 2 and (is_strong or 2 * long > len(counts))


def numbering(items: Sequence[str]) -> tuple[int, int]:
    """Count the items whose numbered headings go on from the item before, and those where they begin again at 1."""
    totals = [_counted(items, pattern) for pattern in (_SECTION, _CHAPTER)]
    return sum(total[0] for total in totals), sum(total[1] for total in totals)


def _counted(items: Sequence[str], pattern: re.Pattern[str]) -> tuple[int, int]:
    continues = restarts = last = 0
    for item in items:
        numbers = [number_of(match["n"]) or 0 for match in pattern.finditer(item)]
        if numbers and last:
            continues += numbers[0] == last + 1 > 1
            restarts += numbers[0] == 1
        last = numbers[-1] if numbers else last
    return continues, restarts


def _begins_anew(case: Case, restarts: int) -> bool:
    """True where the items of a series without its first heading begin as texts do, and end as texts do."""
    if case.series.form is REPEATED:  # its headings say nothing by themselves: all is in the proof
        return True
    if case.series.form.is_strong and (len(case.series.headings) > 1 or promises_many(case.titles)):
        return True
    return bool(restarts) and all(ends_well(case.text, heading) for heading in case.series.headings)


def _is_proven(case: Case, restarts: int) -> bool:
    """True where title or headings say that whole texts follow."""
    series, form = case.series, case.series.form
    if form is REPEATED:
        return all(ends_well(case.text, heading) for heading in series.headings) and (
            restarts > 0 or promises_many(case.titles) or openings(case.items) == len(case.items)
        )
    if form is BRACKETED:
        return _is_bracketed(case)
    if form in (TITLE_NUMBER, NUMBER_TITLE, ORDINAL_BASE):
        return _is_counted_title(case, restarts)
    if _are_counted(series.headings):
        return True
    return _is_titled_piece(case) if form is TITLE_PIECE else _is_label(case, restarts)


def _are_counted(headings: Sequence[Heading]) -> bool:
    """Say whether two headings or more, and most, say how many characters their texts have: parts of a text do not."""
    counted = sum(heading.is_counted for heading in headings)
    return counted > 1 and 2 * counted > len(headings)


def _is_titled_piece(case: Case) -> bool:
    """Judge `T 篇1`: T must be a title; one that introduces what follows (`我读的第一篇：`) must be the page's own."""
    series = case.series
    if not series.base:
        return promises_many(case.titles) or _name_texts(series)
    if promises_many(case.titles) or names_a_text(_without_number(series.headings[0].words, series)):
        return True
    if all(heading.is_open for heading in series.headings):
        return any(_same_title(series.base, title) for title in case.titles)
    return han(series.base) >= BASE_HAN


def _name_texts(series: Series) -> bool:
    """True where headings with titles of their own are called like whole texts, three of them and most."""
    named = sum(names_a_text(_without_number(heading.words, series)) for heading in series.headings)
    return named >= LEAST_NAMED and 4 * named >= 3 * len(series.headings)


LEAST_NAMED = 3
"""Titles of whole texts that speak for a compilation without the page's word for it."""


def _is_label(case: Case, restarts: int) -> bool:
    """Judge `篇一：T`, `第一篇：T`, `范文1`: they say that a text begins, but parts of a plan are called so too."""
    if promises_many(case.titles) or _are_typed_again(case) or _are_letters(case.items):
        return True
    own = list(filter(None, (heading.title or _named_below(case, heading) for heading in case.series.headings)))
    if case.series.form is PIECE and not own and any(names_a_text(title) for title in case.titles):
        return True
    texts = [title for title in own if names_a_text(title) or _is_like(title, case.titles)]
    if own and 2 * len(texts) > len(own):
        alike = sum(likeness(texts[0], other) >= LIKE_TITLE / 2 for other in texts[1:])
        return len(texts) > 1 and (alike > 0 or len(texts) > 2 or _is_like(texts[0], case.titles))
    if case.series.form is SAMPLE:
        return restarts > 0 or openings(case.items) > 1
    return not own and openings(case.items) == len(case.items) and restarts > 0


def _named_below(case: Case, heading: Heading) -> str | None:
    """Give the line below a bare label that is called like a whole text (`第一篇：` above `某村工作总结`), or None."""
    below = _line_below(case, heading)
    return below if han(below) >= LONE_BASE_HAN and names_a_text(below) and not MARKS.search(below) else None


def _line_below(case: Case, heading: Heading) -> str:
    return case.text[heading.after : heading.after + LINE_CHARS + 1].lstrip().partition("\n")[0].strip()


def _are_typed_again(case: Case) -> bool:
    """Say whether two labels or more, and most, have their title typed again below, in part perhaps, as texts have."""
    headings = case.series.headings
    again = 0
    for heading in headings:
        below = _line_below(case, heading)
        below = below.split()[0] if MARKS.search(below) else below  # a page may run the title into the text
        is_title = han(below) >= BASE_HAN and not MARKS.search(below) and not _SECTION.match(below)
        again += bool(is_title and heading.title and likeness(heading.title, below) >= LIKE_TITLE)
    return again > 1 and 2 * again > len(headings)


def _are_letters(items: Sequence[str]) -> bool:
    """Say whether each item begins with a salutation on a line of its own, a title above it counted in."""
    heads = ([line.strip() for line in item[:400].split("\n") if line.strip()][:2] for item in items)
    return len(items) > 1 and all(any(_SALUTATION.match(line) for line in lines) for lines in heads)


def _is_counted_title(case: Case, restarts: int) -> bool:
    """Judge `T1`, `1、T`: the shared title must name a kind of text, and the page or three items must bear it out."""
    series = case.series
    words = series.headings[0].words
    names_kind = names_a_text(_without_number(words, series)) or _counts_the_title(case)
    if han(series.base) < BASE_HAN or not names_kind or len(series.headings) < 2:
        return False
    if promises_many(case.titles) or any(_same_title(series.base, title) for title in case.titles):
        return True
    is_telling = len(series.headings) > 2 and han(series.base) >= LONE_BASE_HAN
    return series.form is TITLE_NUMBER and is_telling and restarts > 0


def _counts_the_title(case: Case) -> bool:
    """Say whether three headings or more are the page's whole title with a number, whatever it names (`岗位职责1`)."""
    series = case.series
    is_counted = series.form is TITLE_NUMBER and len(series.headings) > 2 and han(series.base) >= LONE_BASE_HAN
    return is_counted and any(bare(plain_title(AHEAD.sub("", title))) == series.base for title in case.titles)


AHEAD = regex(r"\A\s?[（(【\[][^（(【\[)）】\]\n]{1,6}[)）】\]]\s?")
"""`(荐)T`: a site's praise in brackets before a title; anchored, bounded."""


def _is_bracketed(case: Case) -> bool:
    """Judge `【T】`: all are titles of texts, and the page's title counts them or promises many."""
    own = [heading.title or "" for heading in case.series.headings]
    claimed = claimed_in(case.titles)
    is_counted = claimed == len(own) or (claimed is None and promises_many(case.titles))
    return is_counted and all(names_a_text(title) and han(title) >= LONE_BASE_HAN for title in own)


def _without_number(words: str, series: Series) -> str:
    match = series.form.pattern.fullmatch(words) if series.form.pattern else None
    return match["base"] if match else words


def _same_title(base: str, title: str) -> bool:
    plain = bare(plain_title(title))
    return bool(plain) and (plain == base or (len(base) >= LONE_BASE_HAN and (base in plain or plain in base)))


def _is_like(words: str, titles: Sequence[str]) -> bool:
    return any(han(title) >= BASE_HAN and likeness(words, title) >= LIKE_TITLE for title in titles)


def openings(items: Sequence[str]) -> int:
    """Count the items that begin as reports, letters or speeches do, a title of their own above counted in."""
    found = 0
    for item in items:
        lines = [line.strip() for line in item[:400].split("\n") if line.strip()][:2]
        found += any(_OPENING.match(line) or names_a_text(line) for line in lines)
    return found


def ends_well(text: str, heading: Heading) -> bool:
    """Say whether what stands above a heading ends as a text does: with a sentence, a date, closing words."""
    if heading.start == 0:
        return True
    above = text[: heading.start].rstrip()
    line = above[above.rfind("\n") + 1 :].strip()
    return line[-1:] in _ENDS or bool(_SIGNED.fullmatch(line))


def signed_sets(lines: Sequence[ShortLine]) -> int:
    """Count the places where a date or closing words end a text and a salutation begins another one below."""
    found = signed_at = 0
    for line in lines:
        if line.words[0] in _SALUTES and signed_at and line.start - signed_at <= BETWEEN_CHARS:
            if _SALUTATION.match(line.words):
                found, signed_at = found + 1, 0
        elif line.words[-1] in _SIGNS and _SIGNED.fullmatch(line.words):
            signed_at = line.after
    return found


BETWEEN_CHARS = 120
"""Characters within which a salutation follows the signature above it: a title and a date may stand between."""
_SALUTES, _SIGNS = "尊敬各亲親同老", "日致礼禮家毕。！"
"""First characters of a salutation, last ones of a date or of closing words."""


_SALUTATION = regex(r"(?:尊敬的|敬爱的|敬愛的|各位|亲爱的|親愛的|同志们|同志們|老师们|老師們).{0,40}[：:！!]?$")
"""A salutation on a line of its own; bounded."""
__all__ = ["Case", "ends_well", "is_split", "numbering", "openings", "signed_sets", "sizes"]
