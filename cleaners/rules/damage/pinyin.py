"""The rule that takes readings in brackets out of a text that a converter annotated. Lost bytes: `shifted`.

A page proves that a converter was at work: several characters of everyday use, each with a reading that fits it. One
or two glosses prove nothing, and a text about pinyin is full of readings that its author typed.
"""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from cleaners.facts.script_characters import TRADITIONAL_ONLY
from cleaners.reading import Edit
from cleaners.regex import regex
from cleaners.rules.damage.shifted import find_shifted
from cleaners.rules.damage.syllables import LETTERS, TONES, begins, fits, fits_all, fits_neutral, spelled
from cleaners.rules.lines import HAN
from cleaners.rules.rule import Change, Context, Rule, changed_by
from cleaners.rules.signs import brackets

TONED_ENOUGH = 3
"""Different everyday characters with a toned reading from which a page is annotated (realtext, section 4)."""
TONELESS_ENOUGH = 5
"""The same for readings without tones: `(an)` is also a word, so more are asked for (realtext, section 4)."""
CHANGED_ENOUGH = 2
"""The same where all are characters that a converter changed (業, 態): in a short text two of them stand."""
BRACKET = regex(rf"[(（](?P<inside>[{LETTERS}1-5:'’ \t\u00a0\u3000\r\n]{{1,30}}+)[)）]")
"""`(tài)`, `（tài）`, `( huì)`, `(jī jí)`, `(tai4)`, also over a line's end; one class, bounded, possessive: linear."""
CUT = regex(rf"[(（][ \u3000]?(?P<inside>[{LETTERS}]{{1,6}}+)(?=[ \t\u3000]{{0,2}}(?:\n|\Z))")
"""`(zhǎ` where the text or its line was cut; bounded, one class."""
HALF = regex(rf"(?<=[?\ufffd])(?P<inside>[{LETTERS}]{{1,6}}+)[)）](?=[\u3400-\u9fff])")
"""`?shí)施`: a lost byte took the bracket with the character that it annotated; bounded, one class."""
BREAK = regex(r"[ \t\u00a0\u3000]{0,30}+\n[ \t\u00a0\u3000\n]{0,30}+")
"""A line's end that a later wrap set inside a bracket; bounded."""
GAP = regex(r"[ \u00a0\u3000]?\n?[ \t\u00a0\u3000\n]{0,6}\Z")
"""White space that a wrap or a width conversion set between a character and its bracket."""
CLOSERS = "”’」』》\"'"
"""Quotes that may stand between a character and its reading."""
LESSON = regex(
    r"拼音|[生识識]字|多音字|[声聲]母|[韵韻]母|[读讀]音|注音|[声聲][调調]|[轻輕][声聲]|普通[话話](?:[测測][试試]|水平)|字音|[读讀]作|念作|正音"
)
"""Words of texts about reading aloud: their readings were typed by the author."""
LESSON_INSIDE = 0.5
"""Share of readings that stand in the middle of a clause, below which such a text's readings are its own: a lesson
sets them at the end of a word (`“蓝”(lán)、“天”(tiān)`), a converter anywhere (seed 002: 0.96; measured)."""
TRADITIONAL = frozenset(TRADITIONAL_ONLY)
LEVEL_1 = (0xB0, 0xD7)
"""First bytes of level 1 of GB2312: the 3,755 characters of everyday use."""
LONGEST_WORD = 4
"""Characters that one bracket may annotate."""


HAN_FIRST = "\u3400"
"""The first Han character: what no reading begins with."""


class Annotation(NamedTuple):
    """A reading that fits what stands before it: text[start:end) with the bracket, `put` in its place."""

    start: int
    end: int
    characters: str
    is_toned: bool
    is_sure: bool
    """False for a form that proves nothing by itself (a name's capital, cut off, behind a quote)."""
    put: str = ""


def _before(text: str, at: int) -> tuple[str, int, bool]:
    """Give the Han characters before a bracket, where they end, and whether a quote stands between."""
    piece = text[max(0, at - 20) : at]
    gap = GAP.search(piece)
    words = piece[: gap.start()] if gap else piece
    is_quoted = words[-1:] in tuple(CLOSERS)
    ends = len(words) - is_quoted
    start = ends
    while start > 0 and ends - start < LONGEST_WORD and HAN.match(words[start - 1]):
        start -= 1
    return words[start:ends], at - (len(piece) - len(words)), is_quoted


def _fitting(characters: str, inside: str) -> tuple[str, bool] | None:
    """Give the characters that a reading annotates and whether it is toned; None where it fits none."""
    pieces = re.split(r"[ \t\u00a0\u3000'’]+", BREAK.sub("", inside).strip(" \t\u00a0\u3000'’"))
    if not characters or not pieces[0]:
        return None
    if len(pieces) == 1:
        single = spelled(pieces[0])
        if single and fits(characters[-1], pieces[0]):
            return characters[-1], bool(single[1])
        if pieces[0].isascii():  # a word of plain letters is a name of a file or a column
            return None
        joined = (characters[-size:] for size in range(2, len(characters) + 1))
        found = next((own for own in joined if fits_all(own, pieces[0])), None)
        return (found, True) if found else None
    own = characters[-len(pieces) :]
    tones = [found[1] for found in map(spelled, pieces) if found]
    if len(own) == len(tones) == len(pieces) and any(tones) and all(map(fits, own, pieces)):
        return own, True
    return None


def annotations(text: str) -> list[Annotation]:
    """Find all readings in brackets that fit the characters before them, in order."""
    found: list[Annotation] = []
    for at in brackets(text):
        match = BRACKET.match(text, at) if text[at + 1 : at + 2] < HAN_FIRST else None
        if match is None:
            continue
        start, end = match.span()
        is_double = bool(found) and found[-1].end == start
        characters, ends, is_quoted = (found[-1].characters, start, False) if is_double else _before(text, start)
        fitting = _fitting(characters, match["inside"])
        if fitting is None:
            continue
        own, is_toned = fitting
        inner = BREAK.search(match["inside"])
        is_sure = not (is_quoted or is_double or match["inside"] != match["inside"].lower())
        gap = start if is_quoted or "\n" in text[ends:start] else ends
        found.append(Annotation(gap, end, own, is_toned, is_sure, inner[0] if inner else ""))
    return found


def _cut_off(text: str) -> list[Annotation]:
    """Find readings that end with the text or its line, where they begin like one of the character's."""
    found = []
    for match in CUT.finditer(text):
        characters, ends, is_quoted = _before(text, match.start())
        if characters and ends == match.start() and not is_quoted and begins(characters[-1], match["inside"]):
            found.append(Annotation(ends, match.end(), characters[-1], True, False))
    return found


def _half_lost(text: str) -> list[Annotation]:
    """Find readings whose opening bracket went with the character before it: `?shí)施`, the sign kept."""
    found = HALF.finditer(text) if "?" in text or "\ufffd" in text else ()
    toned = (match for match in found if (own := spelled(match["inside"])) and own[1])
    return [Annotation(match.start(), match.end(), "", True, False) for match in toned]


def _is_everyday(character: str) -> bool:
    """Say whether nobody needs to be told how a character is read; False for 歙 and 黟, which authors explain."""
    code = character.encode("gb2312", "replace")
    return (len(code) == 2 and LEVEL_1[0] <= code[0] <= LEVEL_1[1]) or character in TRADITIONAL


def _is_lesson(text: str, found: Sequence[Annotation]) -> bool:
    """Say whether a text is about reading aloud; True where it has its words and readings end what they explain."""
    if not LESSON.search(text):
        return False
    inside = sum(1 for one in found if HAN.match(text[one.end : one.end + 1]))
    return inside < LESSON_INSIDE * len(found)


def proven(text: str, found: Sequence[Annotation]) -> frozenset[bool]:
    """Say which kinds of readings a converter set into a text: holds True for toned ones, False for toneless ones."""
    kinds = set()
    for is_toned, enough in ((True, TONED_ENOUGH), (False, TONELESS_ENOUGH)):
        own = [one for one in found if one.is_toned is is_toned and one.is_sure]
        everyday = {one.characters for one in own if all(map(_is_everyday, one.characters))}
        is_changed = is_toned and all(set(one) <= TRADITIONAL for one in everyday)
        if len(everyday) >= (CHANGED_ENOUGH if is_changed else enough) and not _is_lesson(text, own):
            kinds.add(is_toned)
    return frozenset(kinds)


def _is_taken(text: str, one: Annotation, kinds: frozenset[bool]) -> bool:
    if one.is_toned in kinds:
        return True
    inside = text[one.start : one.end].strip(" \t\u00a0\u3000()（）")
    return True in kinds and fits_neutral(one.characters[-1], inside)


def find_readings(text: str, context: Context) -> Iterable[Change]:
    """Take readings in brackets, where several of them prove that a converter set them."""
    found = annotations(text)
    return _changes(text, found, proven(text, found)) if found else []


def _changes(text: str, found: Sequence[Annotation], kinds: frozenset[bool]) -> list[Change]:
    own = [one for one in found if _is_taken(text, one, kinds)]
    if True in kinds:
        own += [*_cut_off(text), *_half_lost(text)]
    changes: list[Change] = []
    for one in sorted(own, key=lambda one: (one.start, -one.end)):
        end = one.end
        if changes and one.start < changes[-1].end:  # a whole bracket over a line's end also looks cut off
            continue
        if not one.is_toned and text[end : end + 1] == " " and HAN.match(text[end + 1 : end + 2]):
            end += 1  # `全(quan)(quan) 生`: the blank came with the reading
        changes.append(Change(start=one.start, end=end, put=one.put))
    return changes


def annotations_in(edits: Sequence[Edit]) -> int:
    """Count the readings that rule `pinyin` took; each bracket counts, also inside a line that another rule took."""
    name = PINYIN.name
    return sum(_readings_in(edit.taken) for edit in edits if name in edit.rule and name in edit.rule.split("+"))


def _readings_in(taken: str) -> int:
    whole = {match.start() for match in BRACKET.finditer(taken) if match["inside"].strip()}
    return len(whole | {match.start() for match in CUT.finditer(taken)})


@lru_cache(maxsize=4)
def repaired_title(title: str | None, shown: str) -> str | None:
    """Give a title without the damage that its text, or the title itself, proves; None stays None.

    The last answers are kept: an entry and its page ask the same.
    """
    if title is None or ("(" not in title and "（" not in title):
        return title
    title = changed_by(title, find_shifted(title, PINYIN.context))
    found = annotations(title)
    if not found:
        return title
    kinds = proven(title, found) or proven(shown, annotations(shown))
    return changed_by(title, _changes(title, found, kinds))


TONED = regex(rf"[(（][ \u3000]?[a-zü]{{0,4}}[{TONES}]")
"""How a bracket with a toned reading begins; bounded, the classes disjoint."""


@lru_cache(maxsize=2)
def without_readings(text: str) -> str:
    """Give a page's text without the damage that its own readings prove, for telling lines and facts; never stored.

    The last answers are kept: who guesses a dump's family and who reads it ask the same.
    """
    if not TONED.search(text):
        return text
    text = changed_by(text, find_shifted(text, PINYIN.context))
    return changed_by(text, find_readings(text, PINYIN.context))


PINYIN = Rule(
    name="pinyin",
    version=3,
    reason="Converters of mirrors set the reading behind characters that they changed, 態(tài): no author wrote them,"
    " and they break words apart for search and copies. Several must fit their characters; a gloss or two stay.",
    families=frozenset(),
    find=find_readings,
    examples=(
        (
            "意識形態(tài)工作責任制，根據(jù)要求，現(xiàn)將情況匯報如下：參加（jiā）活動。",
            "意識形態工作責任制，根據要求，現將情況匯報如下：參加活動。",
        ),
        (
            "业务(wù )开展( zhǎn)有序，积极(jī jí)推进(jin4)，规(ɡuī)范运行，成效明显(xiǎ",
            "业务开展有序，积极推进，规范运行，成效明显",
        ),
        (
            "做好安(an)全(quan)(quan) 生(sheng)产(chan)(chan) 工(gong)作。",
            "做好安全生产工作。",
        ),
    ),
    counter_examples=(
        "使用手机(app)办理，贵宾(vip)通道，案(an)件办理，党委(党组)负责，单位(m)换算，选项(a)和(e)。",
        "多音字“行”(háng)与“长”(zhǎng)，读音(dú yīn)“乐”(lè)、“重”(zhòng)、“发”(fà)要分清。",
        "亳(bó)州、歙(shè)县两地交流经验。",
        "使用App(ān)与WiFi(wài)、VPN(fèi)。",
    ),
)
RULES = (PINYIN,)
