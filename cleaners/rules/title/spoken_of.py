"""The title that the text below it speaks of, where no other proof names one: it shares its pairs of characters.

A site's menus and slogans above a title are made of other words than the report. Other proofs: `title_forms`.
"""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from cleaners.regex import regex
from cleaners.rules.folding import folded
from cleaners.rules.foot.tail_lines import tail_zone
from cleaners.rules.head.head_kinds import kind_of
from cleaners.rules.head.meta_lines import DATE_SHAPE, plain
from cleaners.rules.lines import HAN, Line, is_sentence, lines_of

TOP_LINES = 40
"""Filled lines from the top among which the first sentence must stand."""
LEAD_CHARS, BODY_CHARS = 600, 3000
"""Characters of the text that say its title again, and those of which none may say again what is the site's: in a long
text the words of any menu stand somewhere."""
TITLE_HAN = (7, 60)
"""Han characters of a title that can be told so: of a shorter one too few pairs are left."""
SHARED_PAIRS, SHARE = 4, 0.2
"""Pairs that a title has in common with the text, and their share of its own. On 444 pages in the shapes of real ones
that tells 20 titles which no other proof named, and takes one line for a title that is none."""
NO_TITLE = regex(
    r"[（(\s]*(?:文/|图/|摄影|作者|记者|通讯员|特约|来源|责任?编|编辑|摘要|关键词|内容提要|导读|附件|下载|注册|登录|转发|分享|扫一扫|上一|下一|进入专题"
    r"|尊敬的|各位|亲爱的|同志们|[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[)）]|\d{1,2}(?:[.、．]|\s))"
    r"|[^\n]{0,90}(?:上一[篇版]|下一[篇版]|放大|缩小|原创|[:：]\s?\d|\d{1,2}-\d{1,2}|(?:摄[)）]?|记者[^\n]{2,8}|报道|[:：,，;；、])\Z)"
)
"""How lines begin or end that name people, call to readers, head a part of the text, or go on; bounded."""


BARS, DASHES = "|｜", ("—", "–", "--")


class Spoken(NamedTuple):
    """A line above a text, and how much of it the text says again: pairs of characters, and their share."""

    words: str
    pairs: int
    share: float


def title_spoken_of(text: str) -> str | None:
    """Give the line above the first sentence that the text speaks of most; None where none is proven."""
    told = max(_laid_beside(text), key=lambda one: (one.share, one.pairs), default=None)
    return told.words if told is not None and told.pairs >= SHARED_PAIRS and told.share >= SHARE else None


def is_unspoken(text: str, title: str) -> bool:
    """Say whether the text says nothing of a title: not one pair of its characters."""
    body = _body(_top(text), text)
    return bool(body) and not pairs_of(title) & pairs_of(body)


def _laid_beside(text: str) -> Iterable[Spoken]:
    top = _top(text)
    body = pairs_of(_body(top, text)[:LEAD_CHARS])
    for n, line in enumerate(top[:-1] if body else ()):
        if _may_be_title(line.words, top[n - 1].words if n else "", top[n + 1].words):
            own = pairs_of(line.words)
            shared = len(own & body)
            yield Spoken(line.words, shared, shared / len(own))


def _top(text: str) -> Sequence[Line]:
    """Give the filled lines down to the first sentence; empty where it stands too far below or on the first line."""
    top: list[Line] = []
    lines = lines_of(text)
    for line in lines[: tail_zone(lines)]:
        if line.words:
            top.append(line)
            if is_sentence(line.words) and not _is_called(line.words):
                return top if len(top) > 1 else ()
            if len(top) > TOP_LINES:
                return ()
    return ()


def _is_called(words: str) -> bool:
    """Say whether a line may be a headline of two clauses, the first called out: `柚子開採！鄉長走訪果農`."""
    return len(words) <= CALLED_CHARS and "。" not in words and words[-1] not in "！!；;."


CALLED_CHARS = 50


def _body(top: Sequence[Line], text: str) -> str:
    return text[top[-1].start : top[-1].start + BODY_CHARS] if top else ""


def _may_be_title(words: str, above: str, below: str) -> bool:
    if words[-1] in BARS or DATE_SHAPE.search(words) or words.startswith(DASHES):
        return False  # a table's row, a page's line of dates, the second line of a title
    if not TITLE_HAN[0] <= len(HAN.findall(plain(words))) <= TITLE_HAN[1] or NO_TITLE.match(folded(words)):
        return False
    return kind_of(words, above, below) in ("title", "other")


@lru_cache(maxsize=64)
def pairs_of(words: str) -> frozenset[str]:
    """Give the pairs of neighbouring letters and digits, in simplified characters and without readings."""
    signs = [sign for sign in folded(plain(words)) if sign.isalnum()]
    return frozenset(map("".join, pairwise(signs)))
