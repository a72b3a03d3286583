"""Who reports, as papers of Taiwan, Hong Kong and overseas print it: `【記者青禾/溪口報導】`, `（記者王溪石榴二日電）`.

The words stand in brackets before a text, or are a line of their own below the title. Other datelines: `reporters`.
"""

import re
from collections.abc import Iterator
from itertools import islice

from cleaners.facts.people import names_of
from cleaners.regex import regex
from cleaners.rules.folding import folded
from cleaners.rules.title.surnames import COMPOUND

BYLINE_CHARS = 60
"""Characters of such a line, or of the brackets before a text."""
BRACKETED = regex(r"[【〔（(\[](?P<inside>[^【】〔〕（）()\[\]。；！？]{4,40})[】〕）)\]]")
_PLACE = r"[一-鿿]{2,8}"
BYLINE = regex(
    r"(?:[一-鿿A-Za-z0-9·]{2,14}?[\s/／、]{0,2})?(?P<role>(?:特约|特派|实习|驻地)?(?:记者|特派员|编译))[\s:：]{0,2}"
    rf"(?P<people>[一-鿿]{{2,12}}(?:[、,，]\s?[一-鿿]{{2,12}}){{0,3}})(?P<slash>\s?[/／]\s?{_PLACE}?)?"
    r"\s?(?:(?:\d{1,2}|[一二三四五六七八九十廿]{1,3})\s?日)?(?:综合|专题)?(?:报导|报道|专电|电)。?"
    r"|(?:[一-鿿A-Za-z0-9·]{2,12}?(?:报|社|网|新闻|传媒|周刊|台)[\s/／、]{1,2})?"
    rf"(?P<people2>[一-鿿]{{2,4}}(?:[、,，]\s?[一-鿿]{{2,4}}){{0,3}})(?:\s?[/／]\s?|\s){_PLACE}\s?(?:综合|专题)?(?:报导|报道)。?"
)
"""A role with names and a place, a slash between them or not; without a role a slash or a blank. Whole; bounded."""
DATED = regex(r"[一-鿿]{2,14}?(?P<date>\d{4}年\d{1,2}月\d{1,2}日)(?:综合)?(?:讯|报导|报道|电)")
"""`溪聲2019年03月06日訊`: the day of a report; without its year it is none."""
SIGNS = ("报导", "报道", "电", "讯")
BEFORE = regex(
    r"\d{4}[-/.年]\s?\d{1,2}[-/.月]\s?\d{1,2}日?(?:\s{0,3}\d{1,2}[:：]\d{2}(?:[:：]\d{2})?)?[\s•·|｜]{0,4}(?=\S)"
)
"""A date before the reporters in their line; bounded."""
FULL = 3
"""Characters of most names in those papers: where the place stands right behind, the rest is the place's."""


def byline_of(words: str) -> Iterator[tuple[str, str]]:
    """Give the author whom brackets at the start of a line name, or a line of nothing else."""
    start = folded(words[: 2 * BYLINE_CHARS])
    if not any(sign in start for sign in SIGNS):
        return
    at = 0
    while bracket := BRACKETED.match(start, at):
        yield from _told(words[slice(*bracket.span("inside"))], bracket["inside"])
        at = bracket.end()
    if at == 0 and len(words) <= BYLINE_CHARS:
        for dated in BEFORE.finditer(start):
            at = dated.end()
        yield from _told(words[at:], start[at:])


def day_of(text: str) -> str:
    """Give the day of the brackets before a text; empty for none."""
    for line in islice(text.splitlines(), DATED_LINES):
        bracket = BRACKETED.match(folded(line[: 2 * BYLINE_CHARS].lstrip()))
        if bracket and (dated := DATED.fullmatch(bracket["inside"])):
            return dated["date"]
    return ""


DATED_LINES = 5


def _told(words: str, line: str) -> Iterator[tuple[str, str]]:
    if (match := BYLINE.fullmatch(line)) and (names := _names(match, words)):
        yield "author", names


def _names(match: re.Match[str], words: str) -> str:
    """Give the names without the place behind them; empty where they are none."""
    if match["people2"]:
        return names_of(words[slice(*match.span("people2"))], is_sure=False)
    people = words[slice(*match.span("people"))]
    if match["slash"]:
        return names_of(people, is_sure=True)
    start = max(people.rfind(sign) for sign in "、,，") + 1
    size = FULL + (people[start : start + 2] in COMPOUND)
    return names_of(people[: start + size], is_sure=False)
