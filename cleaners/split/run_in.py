"""Headings of items that a page ran into the text: `…欢迎阅读。工作总结篇1今年以来，…`. On lines of their own: `lines`.

Only where a title promises several texts and its own words stand again and again with numbers that count from 1.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cleaners.regex import regex
from cleaners.split.forms import TITLE_NUMBER, TITLE_PIECE
from cleaners.split.lines import Heading, base_of
from cleaners.split.series import STUB_HAN
from cleaners.split.words import CLAIM, han, plain_title, promises_many

BASE_HAN = 4
"""Han characters of a title that may be counted; a shorter one is a word."""
MOST_ITEMS = 60
"""Items of a page at most; the longest met: 30."""
HEAD_CHARS = 600
"""Characters from the top in which a text of one line claims its number."""
PROMISING = regex(r"^(?:最新的?|优秀的?|優秀的?|精选|精選|实用|實用|热门|熱門|关于|關於)")
"""What a page puts before a title; the items have it or not. Anchored."""
CLAIMED_TITLE = regex(rf"(?P<title>[^\n（(。！？!?【]{{4,60}})[（(【][^（(\n]{{0,6}}?{CLAIM.pattern}\s?[)）】]")
"""`…发言稿(精选3篇)在不断进步的时代`; bounded, the class ends before its bracket."""
_LABEL = regex(
    r"[ \t]?(?:[（(【][^（(【\n]{0,6}[篇则][)）】])?[ \t]?(?P<piece>(?:精选|精選|范文|範文|优秀|優秀)?篇[ \t]?)?[（(]?"
)
"""What may stand between the title and its number; bounded."""
_BEHIND = regex(r"[)）]?(?:[:：][ \t\u3000]{0,4}|[ \t\u3000]{0,4})")
_BEFORE = frozenset("。！？!?…”’）)；;》 \t\u3000\n")
"""What a heading inside a line stands behind: a sentence's end, or white space."""
_GOES_ON = frozenset("、.．,，年月日号號%％届屆次名个個项項条條期")
"""What makes a number one of the text: `工作总结1、加强学习`."""
_HAN_DIGITS = "零一二三四五六七八九十"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Place:
    start: int
    after: int
    is_piece: bool


def claimed_title(text: str) -> str | None:
    """Give the words before a claim of several texts near the top of a text, the claim with them; None for none."""
    head = text[:HEAD_CHARS]
    found = CLAIMED_TITLE.search(head) if "篇" in head else None
    return found[0] if found else None


def run_in_headings(text: str, titles: Sequence[str]) -> list[Heading]:
    """Give the headings that stand at the start of a line's text, or behind a sentence, of the first title that counts.

    Lines that are a heading whole are counted on, and left to `lines`. A text without a promise costs nothing.
    """
    if not promises_many(tuple(titles)):
        return []
    for base in dict.fromkeys(_bases(text, titles)):
        places = _counted(text, base)
        own = [place for place in places if not _fills_line(text, place)]
        if len(places) > 1 and own:
            return [_heading(text, place, number) for number, place in enumerate(places, 1) if place in own]
    return []


def _bases(text: str, titles: Sequence[str]) -> Iterator[str]:
    """Give what the items may share: a title without its claim, without a promise before, or its last words."""
    for title in titles:
        plain = plain_title(title)
        shorter = PROMISING.sub("", plain)
        for base in (plain, shorter):
            if han(base) >= BASE_HAN and text.count(base) > 1:
                yield base
        for size in range(min(len(shorter), 40) - 1, BASE_HAN, -1):
            base = shorter[-size:]
            if text.count(base) > 2 and han(base) >= BASE_HAN:
                yield base
                break


def _counted(text: str, base: str) -> list[_Place]:
    """Give the places where the base stands with 1, 2, 3 …, each far enough behind the one before."""
    found: list[_Place] = []
    at = text.find(base)
    while at >= 0 and len(found) < MOST_ITEMS:
        place = _place(text, at, at + len(base), len(found) + 1)
        if place and (not found or han(text[found[-1].after : at]) >= STUB_HAN):
            found.append(place)
        at = text.find(base, at + len(base))
    return found


def _place(text: str, start: int, end: int, number: int) -> _Place | None:
    """Give the heading whose base stands there and whose number is the one expected; None where it is not."""
    if start and text[start - 1] not in _BEFORE:
        return None
    label = _LABEL.match(text, end)
    if label is None:
        return None
    for printed in (str(number), _in_han(number)):
        if text.startswith(printed, label.end()):
            behind = label.end() + len(printed)
            if _is_number_over(text, behind, is_piece=bool(label["piece"])):
                closing = _BEHIND.match(text, behind)
                after = closing.end() if closing else behind
                return _Place(start=start, after=after, is_piece=bool(label["piece"]))
    return None


def _is_number_over(text: str, at: int, *, is_piece: bool) -> bool:
    """Say whether a number ends at a place; `1` before `1、` and `一` does, before another digit it does not."""
    last, behind = text[at - 1], text[at : at + 3]
    if not behind:
        return False
    if behind[0].isdigit() if last.isdigit() else behind[0] in _HAN_DIGITS:
        return len(behind) > 1 and behind[1] in "、.．"
    return behind[0] not in _GOES_ON or (is_piece and behind[0] not in "、.．")


def _in_han(number: int) -> str:
    tens, ones = divmod(number, 10)
    lead = ("" if tens == 1 else _HAN_DIGITS[tens]) + "十" if tens else ""
    return lead + (_HAN_DIGITS[ones] if ones or not tens else "")


def _fills_line(text: str, place: _Place) -> bool:
    before = text[: place.start].rpartition("\n")[2]
    end = text.find("\n", place.after)
    behind = text[place.after : end if end >= 0 else len(text)]
    return not (before.strip() or behind.strip())


def _heading(text: str, place: _Place, number: int) -> Heading:
    words = text[place.start : place.after].strip().rstrip("：:")
    return Heading(
        start=place.start, after=place.after, words=words, form=TITLE_PIECE if place.is_piece else TITLE_NUMBER,
        number=number, base=_base_in(words),
    )  # fmt: skip


def _base_in(words: str) -> str:
    """Reduce a heading's words to its base, as `lines` does for one on a line of its own."""
    for form in (TITLE_PIECE, TITLE_NUMBER):
        found = form.pattern.fullmatch(words) if form.pattern else None
        if found:
            return base_of(found["base"])
    return base_of(words)
