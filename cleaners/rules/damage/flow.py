"""Whether a line reads on in the next: what its end says, and what the next one begins with. No rule stands here."""

from enum import Enum

from cleaners.facts.words import by_rarest, has_any
from cleaners.regex import regex
from cleaners.rules.lines import HAN
from cleaners.split.lines import is_item_heading


class End(Enum):
    """What the end of a line says of the sentence on it."""

    SENTENCE = "sentence"
    """A full stop, also behind a closing quote."""
    CLAUSE = "clause"
    """A colon or semicolon: a list may follow."""
    MIDDLE = "middle"
    """A comma, or an open quote or bracket: the sentence cannot end here."""
    OPEN = "open"
    """A letter or digit: a heading, or a sentence that was cut."""


class Start(Enum):
    """What a line begins with."""

    ITEM = "item"
    """An enumerator that sets a paragraph or heading apart."""
    RUN_IN = "run-in"
    """`一是`, `第一,`: enumerators that also stand inside paragraphs; `1,` of texts whose marks were folded."""
    MARK = "mark"
    """A comma, full stop or closing quote: no paragraph begins so."""
    WORDS = "words"
    OTHER = "other"
    """What no sentence goes on with: bullets, labels, signs of another kind."""


CLOSERS = "”’」』）)】》〉"
"""Closing marks which may stand behind the full stop. Straight quotes open as well as close: they say nothing."""
STOPS = "。！？!?…"
COMMAS = "，,、"
OPENERS = "“‘「『（(【《〈"
LEADING_MARKS = "，。、；”’」』》〉"
"""Marks with which no paragraph begins; `）` is left out, it ends the `1）` of lists."""
MARKS_IN_FRONT = frozenset(f"{LEADING_MARKS},")
"""Whatever begins with none of them is no `Start.MARK`."""
FOLLOWING_MARKS = "，,：:；;！!？?）).%％‰℃·～~—…／/"
"""Marks with which a line begins where it was broken after so many characters."""
_NUMBER = "一二三四五六七八九十百零〇"
ITEM = regex(
    rf"(?:[{_NUMBER}]{{1,4}}[、.．](?![{_NUMBER}]{{1,3}}[、等期类類])|第[{_NUMBER}\d]{{1,4}}[章节節条條部分篇项項]|篇[{_NUMBER}\d]{{1,3}}"
    rf"|[（(][{_NUMBER}\d]{{1,3}}[)）]|[㈠-㈩①-⑳⑴-⒇⒈-⒛Ⅰ-Ⅻ]|\d{{1,2}}[、.．)）](?!\d)|[A-Za-z][、.．)）](?![A-Za-z])"
    rf"|附件?[\d{_NUMBER}]{{0,2}}[:：]|附[\d{_NUMBER}]{{0,2}}[:：])"
)
"""Enumerators of reports (reference: realtext, 5 and seeds), also `附件：`. Alternatives begin apart, all bounded."""
RUN_IN = regex(
    rf"(?:[{_NUMBER}]{{1,3}}[是要,，](?!否)|第[{_NUMBER}]{{1,3}}[,，、:：是]|其[{_NUMBER}][,，、是]|\d{{1,2}}[,，:：](?!\d))"
)
"""`一是`, `第一，`, `其一，`, and `一,` where a page folded `、` to a comma. Bounded."""
DATE_LINE = regex(
    r"[（(]?(?:[12]\d{3}|[12][\dXx*×_]{3}|二[〇○零Oo0][一二三四五六七八九〇○零Oo0]{2})\s?年\s?"
    r"[\dXx*×_一二三四五六七八九十]{1,3}\s?月(?:\s?[\dXx*×_一二三四五六七八九十]{1,3}\s?日)?[)）]?"
)
"""The date under a signature, alone on its line. Bounded, classes parted by 年, 月, 日."""
DATE_CHARS = 24
COLONS = (":", "：")
GREETING = regex(r"[^，,。；;]{2,30}[:：]")
"""`各位代表：`: a short line that ends in a colon. Bounded."""
CELL_SIGNS = ("\t", "|", "｜", "   ", "\u3000\u3000", "\u00a0\u00a0", "____")
"""One of these is in each line that `TABLE` fits, but for blanks of several kinds side by side."""
_CELLS = by_rarest(CELL_SIGNS)
TABLE = regex(r"\t|[|｜]|[㐀-鿿\w][ \u00a0\u3000]{3,}[㐀-鿿\w]|[:：] ?_{4,}")
"""Cells: tabs, bars, wide gaps, lines to write on; `____` inside a sentence is a mask."""
TITLE_END = regex(
    r"(?:总结|总结及.{2,8}|计划|报告|汇报|方案|要点|讲话|材料|体会|致辞|发言|意见|通知|办法|细则|规定|大全|范文"
    r"|總結|計劃|報告|匯報|要點|講話|體會|發言|意見|辦法|細則|規定|範文)(?:[（(].{1,12}[)）])?[\d一二三四五六七八九十]{0,3}"
)
"""How titles of reports end. Bounded; matched against the end of a line only."""
TITLE_TAIL = 24
INNER_STOP = regex(r"[。！？；][^。！？；”’）)]")
"""A full stop with something behind it."""
INNER_MARK = regex(r"[，,。！？；;：:、](?=.)")


def end_of(words: str) -> End:
    """Say what the end of a trimmed line means; an empty line ends a sentence."""
    bare = words.rstrip(CLOSERS)
    last = words[-1:]
    if not bare or bare[-1] in STOPS or (bare[-1] == "." and HAN.match(bare[-2:-1])):
        return End.SENTENCE
    if last in COMMAS or last in OPENERS:
        return End.MIDDLE
    if last in "；;：:":
        return End.CLAUSE
    return End.OPEN if last not in "—-=_~*＊·|｜" or last == "*" else End.CLAUSE


def start_of(words: str) -> Start:
    """Say what the beginning of a trimmed line means."""
    if ITEM.match(words):
        return Start.ITEM
    if RUN_IN.match(words):
        return Start.RUN_IN
    first = words[:1]
    if first in LEADING_MARKS:
        return Start.MARK
    if first == ",":  # MARKS_IN_FRONT has both
        return Start.MARK if HAN.match(words[1:2]) else Start.OTHER
    if HAN.match(first) or first.isalnum() or first in OPENERS or first in "\"'*×X□":
        return Start.WORDS
    return Start.OTHER


def is_apart(words: str) -> bool:
    """Say whether a line stands for itself whatever is around it: a date, a salutation, a row of a table."""
    return (words[-1:] in COLONS and bool(GREETING.fullmatch(words))) or is_cell(words)


def is_cell(words: str) -> bool:
    """Say whether a line is a date, a row of a table or the heading of an item of a compilation (`篇二：…`).

    It is no part of a sentence, however the lines were broken.
    """
    is_date = "年" in words and len(words) <= DATE_CHARS and bool(DATE_LINE.fullmatch(words))
    return (
        is_date or (has_any(words, _CELLS) and bool(TABLE.search(words))) or is_item_heading(words)
    )


def is_prose(words: str) -> bool:
    """Say whether a line holds more than one clause: headings and signatures do not."""
    return bool(INNER_MARK.search(words)) and len(HAN.findall(words)) >= 6


def is_heading(words: str) -> bool:
    """Say whether an enumerated line looks like a heading: no mark inside, none at its end."""
    match = ITEM.match(words)
    return match is not None and not INNER_MARK.search(words[match.end() :]) and end_of(words) is End.OPEN


def is_title(words: str) -> bool:
    """Say whether a line reads as the title of a report: no mark inside, and a kind of text at its end."""
    if INNER_MARK.search(words) or len(words) > 60:
        return False
    return any(match.end() == len(words[-TITLE_TAIL:]) for match in TITLE_END.finditer(words[-TITLE_TAIL:]))
