"""Titles that call or ask, and titles of two or three characters: told by the lines below. Others: `title_forms`.

A sentence that opens a speech or a notice stands above a sentence; a page's title above the source and the day, above
a mill's mark, above who wrote the text. Tried on trimmed lines; bounded.
"""

from collections.abc import Sequence

from cleaners.regex import regex
from cleaners.rules.folding import folded
from cleaners.rules.head.meta_labels import NAMING
from cleaners.rules.head.meta_lines import DATE_SHAPE, DAY, is_field_line, loose_fields
from cleaners.rules.head.opener_lines import PENNED
from cleaners.rules.lines import ENUMERATOR, HAN, Line, is_sentence
from cleaners.rules.title.openings import SALUTATION
from cleaners.rules.title.title_forms import is_title_like

CALLED = regex(r"(?=[^\n]{0,59}[!！?？])[^\s。；;：:][^。；;：:\n]{4,58}[^。；;：:，,、\n]")
"""A line with a call or a question in it or at its end; no other end mark."""
SPOKEN = regex(
    r"同志们|同学们|朋友们|老师们|领导|大家好|各位|你好|您好|谢谢|感谢|敬礼|来宾|家长|乡亲|战友|亲爱的|尊敬的|祝[大各您你全]|万岁|欢迎"
    r"|同學們|朋友們|老師們|領導|謝謝|感謝|敬禮|親愛的|歡迎"
)
"""Words of a speaker, whose call is no title."""
SOURCE = regex(r"(?:[•●▪◦·]\s{0,4})?[^\s。，,；;：:！!？?|｜]{2,14}")
"""Who published it, alone on its line between title and day."""
MARK = regex(r"【\s?(?:https?://)?(?:www\.)?[A-Za-z0-9.-]{3,60}/?\s{0,2}[-—–_|]{1,4}\s?(?P<column>[^【】]{1,20})】")
"""A mill's host and column; who takes it: `head_kinds`."""
BARS, DOTS = ("|", "｜"), "•●▪◦· \u3000"
NEAR_TOP = 3
"""Filled lines from the top among which such a title stands."""
SHORT = regex(r"[一-鿿]{2,3}|[一-鿿][ \u3000]{1,4}[一-鿿](?:[ \u3000]{1,4}[一-鿿])?|《[一-鿿]{1,3}》")
"""`国庆节`, `老 井`: too short to be told as a title by itself."""
SIGNED = regex(r"[□■◎○◆●▲△☆]\s{0,3}[一-鿿]{1,2}\s{0,3}[一-鿿]{1,2}")
"""`□ 青禾`: a paper's mark before who wrote it."""
TAGGED = regex(r"(?:标签|标籤|標籤|分类|分類)\s?[:：].{0,60}")
NAME = regex(r"[^。，,？?！!；;：:…]{1,16}")
"""A name behind its label: what a reporter asks behind `记者：` is none."""
HEAD_LINES = 4
"""Lines of a page's fields below such a title, and the first of the text."""
CALLED_HAN = 4
"""Han characters of a line that calls."""


def is_ruled(lines: Sequence[Line], n: int) -> bool:
    """Say whether a line near the top stands above a rule of stars, as offices print one below a release's title."""
    words = lines[n].words
    if n >= RULED_TOP or n + 2 >= len(lines) or not RULING.fullmatch(lines[n + 1].words):
        return False
    is_name = RULED_CHARS[0] <= len(words) <= RULED_CHARS[1] and len(HAN.findall(words)) >= CALLED_HAN
    return is_name and not (is_sentence(words) or ENUMERATOR.match(words) or SALUTATION.fullmatch(folded(words)))


def lines_over_rule(lines: Sequence[Line], kinds: Sequence[str]) -> range:
    """Give the places of all that stands above a title over a rule of stars: the page's own, but for sentences."""
    title = next((n for n, kind in enumerate(kinds) if kind == "title" and is_ruled(lines, n)), 0)
    is_all = all(kind != "other" or not is_sentence(lines[n].words) for n, kind in enumerate(kinds[:title]))
    return range(title) if is_all else range(0)


RULING = regex(r"(?:[*＊※]\s{0,2}){5,80}+")
"""A rule of stars, with blanks between them or none; possessive."""
RULED_TOP, RULED_CHARS = 10, (6, 80)
"""Filled lines from the top among which such a title stands, and its characters."""


def calls(lines: Sequence[Line], n: int) -> bool:
    """Say whether a line near the top is a page's title whatever its marks: source and day, or a mill's mark, below."""
    words = lines[n].words
    if n >= NEAR_TOP or not CALLED.fullmatch(words) or len(HAN.findall(words)) < CALLED_HAN:
        return False
    if ENUMERATOR.match(words) or SALUTATION.fullmatch(folded(words)) or SPOKEN.search(words):
        return False
    return _is_sourced(lines, n) or marked_below(lines, n) > 0


def _is_sourced(lines: Sequence[Line], n: int) -> bool:
    """Say whether right below a line stand the page's source and its day."""
    source, day = (line.words for line in lines[n + 1 : n + 3]) if len(lines) > n + 3 else ("", "")
    is_day = bool(DAY.fullmatch(day.lstrip(DOTS))) or (is_field_line(day) and DATE_SHAPE.search(day) is not None)
    return is_day and (SOURCE.fullmatch(source) is not None or bool(loose_fields(source.lstrip(DOTS))))


def marked_below(lines: Sequence[Line], n: int) -> int:
    """Give how many lines below a line a mill's mark stands, a bar between them or none; 0 for none."""
    for at in (1, 2):
        if n + at >= len(lines) - 1:
            return 0
        if MARK.fullmatch(lines[n + at].words):
            return at
        if lines[n + at].words not in BARS:
            return 0
    return 0


def lines_at_mark(lines: Sequence[Line], kinds: Sequence[str]) -> list[int]:
    """Give the places of the column above a title over a mill's mark, and of the bar between the two."""
    title = next((n for n in range(min(NEAR_TOP, len(kinds))) if kinds[n] == "title" and marked_below(lines, n)), None)
    if title is None:
        return []
    mark = title + marked_below(lines, title)
    found = MARK.fullmatch(lines[mark].words)
    above = [n for n in range(title) if found and lines[n].words == found["column"].strip()]
    return [*above, *range(title + 1, mark)]


def is_short_title(lines: Sequence[Line], kinds: Sequence[str]) -> bool:
    """Say whether the next line's two or three characters are a title, below nothing but what is the page's.

    The page's fields or who wrote it stand below, and text below those; or a site's introduction right above `《甲》`.
    """
    n = len(kinds)
    if not SHORT.fullmatch(lines[n].words) or set(kinds) - OF_PAGE:
        return False
    if kinds[-1:] == ["intro"] and lines[n].words[0] == "《":
        return True
    below = n + 1
    while below < min(len(lines), n + HEAD_LINES) and is_of_writer(lines[below].words):
        below += 1
    if below == n + 1 or below >= len(lines):
        return False
    text = lines[below].words
    return is_sentence(text) and not is_title_like(text)


OF_PAGE = frozenset({"path", "menu", "button", "strip", "site", "intro", "page"})


def is_of_writer(words: str) -> bool:
    """Say whether a line states who wrote a text, its day or its tags."""
    if is_field_line(words) or DAY.fullmatch(words.strip("()（）")) or TAGGED.fullmatch(words):
        return True
    signed = SIGNED.fullmatch(words)
    if signed or PENNED.fullmatch(folded(words)):
        return True
    fields = dict(loose_fields(words))
    return bool(fields.keys() & NAMING) and all(map(NAME.fullmatch, fields.values()))
