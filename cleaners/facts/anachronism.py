"""Words of another time than the one that title or page state: campaigns, congresses, anniversaries. Said, not settled.

The words and their years are in `dated_words`; years against years: `conflict`.
"""

import re
from collections.abc import Iterator
from typing import Final

from cleaners.facts.dated_words import (
    CAMPAIGNS,
    CONGRESSES,
    ERA_LAST,
    ERA_WORD,
    FOUNDED,
    LATER_WORDS,
    SINCE,
    Campaign,
)
from cleaners.facts.witness import LATE, Witness, quoted
from cleaners.facts.words import by_rarest, has_any, rarest
from cleaners.regex import regex

_YEARS: Final = "周年"
_ANNIVERSARY: Final = regex(
    rf"(?P<what>{'|'.join(FOUNDED)})\s?(?P<number>\d{{1,3}}|[一二三四五六七八九十百]{{1,5}})\s?周年"
)
_ANNIVERSARY_CHARS: Final = 18
"""The longest that it matches, and more than any: what stands before an earlier 周年 is no part of it."""
_KEPT: Final = regex(r"(?:庆祝|纪念|喜迎|迎接|献礼)[^。；;！\n]{0,12}$")
_THIS_YEAR: Final = regex(r"今年[^。；;！\n]{0,30}$")
# Looks forward to a congress. The number may be masked: 党的*大.
_FORWARD: Final = regex(
    r"(?:迎接|喜迎)(?:中国共产)?党的(?P<number>[一二三四五六七八九十]{1,3}|[*＊XxＸ×]{1,3})大(?:的)?(?:胜利)?(?:召开|到来)"
    r"|党的(?P<soon>[一二三四五六七八九十]{1,3})大(?:即将|将于|将要)"
)
_WELCOMED: Final = by_rarest(("迎接党的", "迎接中国共产党的", "喜迎党的", "喜迎中国共产党的"))
_SOON: Final = regex("大(?:将|即将)")
_SINCE: Final = tuple((word.since - word.foretold, rarest(word.words), word.words, word) for word in SINCE)
"""The year from which a word can be in a text at all, its rarest character, which is looked for first, and the word."""
_CAMPAIGNS: Final = tuple((rarest(campaign.signs[0]), campaign) for campaign in CAMPAIGNS)
_LOOKED_BACK: Final = regex(r"喜迎[^。；;！\n]{0,30}[”\"’」』》]")
_COUNTED_AFTER: Final = frozenset("类队项块件城行产型步板")
"""After 十八大 these count things: 十八大类."""
_AFTERLIFE: Final = regex(r"[^。；;！\n]{0,10}(?:常态化|制度化|长效|成果|以来|后|基础上|经验|总结会)")
_AFTERLIFE_BEFORE: Final = regex(r"(?:巩固|拓展|深化|延续|常态化|后|自)[^。；;，,！\n]{0,8}$")
_AT_WORK: Final = regex(r"(?:开展|抓实|抓好|推进|启动|部署|组织|结合|聚焦)[^。；;，,！\n]{0,6}$")
_HAN_TENS: Final = regex(
    r"(?:(?P<hundreds>[一二])?百零?)?(?:(?P<tens>[一二三四五六七八九])?(?P<ten>十))?(?P<ones>[一二三四五六七八九])?"
)
_FIGURES: Final = "一二三四五六七八九"


def words_of_another_time(page: Witness) -> Iterator[str]:
    """Give what words of the text belong to another time, one statement each."""
    if not page.stated:
        return
    yield from _anniversaries(page)
    yield from _words_of_the_future(page)
    yield from _campaigns_of_the_past(page)
    yield from _congress_ahead(page)
    yield from _old_era(page)


def _anniversaries(page: Witness) -> Iterator[str]:
    """What the text keeps as an anniversary this year is of another year."""
    for match in _anniversaries_in(page.plain):
        year = FOUNDED[match["what"]] + number_of(match["number"])
        left = page.plain[max(0, match.start() - 40) : match.start()]
        is_own = _THIS_YEAR.search(left) is not None
        is_off = year not in page.stated if is_own else year > max(page.stated) + 1 and _KEPT.search(left)
        if is_off:
            yield f"{page.stated_by}, text keeps {quoted(page, match)} ({year})"


def _anniversaries_in(plain: str) -> Iterator[re.Match[str]]:
    """Find them by their last word, which few texts have; each is searched in what stands right before it."""
    at, behind = plain.find(_YEARS) if _YEARS[0] in plain else -1, 0  # one character is found faster than two
    while at >= 0:
        end = at + len(_YEARS)
        match = _ANNIVERSARY.search(plain, max(behind, end - _ANNIVERSARY_CHARS), end)
        if match:
            yield match
        at, behind = plain.find(_YEARS, end), end


def number_of(figures: str) -> int:
    """Give the value of a number under 300, in figures or Chinese; 0 where it is none."""
    if figures.isdigit():
        return int(figures)
    match = _HAN_TENS.fullmatch(figures)
    if match is None:
        return 0
    hundreds = (_FIGURES.find(match["hundreds"] or "一") + 1) if "百" in figures else 0
    tens = (_FIGURES.find(match["tens"] or "一") + 1) if match["ten"] else 0
    return 100 * hundreds + 10 * tens + _FIGURES.find(match["ones"] or "?") + 1


def _words_of_the_future(page: Witness) -> Iterator[str]:
    """The text has words that nobody knew in the year that title or page state."""
    titled = max(page.titled, default=None)
    years = [titled + LATE] if titled else []
    years += [page.published] if page.published else []
    if not years:
        return
    first, plain = min(years), page.plain
    later = [word for since, sign, words, word in _SINCE if since > first and sign in plain and _has(plain, words)]
    if not later:
        return
    known = [(titled + LATE, page.titled_by)] if titled else []
    known += [(page.published, f"page is dated {page.published}")] if page.published else []
    for year, said in known:
        for word in later:
            if word.since - word.foretold > year:
                yield f"{said}, text speaks of {word.words} (from {word.since})"


def _may_look_forward(plain: str) -> bool:
    """Say whether _FORWARD can match: what it begins with, the rarest first."""
    return ("迎" in plain and has_any(plain, _WELCOMED)) or ("将" in plain and _SOON.search(plain) is not None)


def _has(plain: str, words: str) -> bool:
    """Say whether the words stand in the text; 十八大类 is no congress."""
    at = plain.find(words)
    return at >= 0 and not (words.endswith("大") and plain[at + len(words) : at + len(words) + 1] in _COUNTED_AFTER)


def _campaigns_of_the_past(page: Witness) -> Iterator[str]:
    """The text is at work in a campaign that was over before the year that title or page state."""
    stated = min(page.titled, default=None) or (page.published and page.published - LATE)
    if not stated:
        return
    for sign, campaign in _CAMPAIGNS:
        since = stated - campaign.last
        if since > 0 and sign in page.plain and _is_at_work(page.plain, campaign, since=since):
            years = str(campaign.first) if campaign.first == campaign.last else f"{campaign.first} to {campaign.last}"
            yield f"{page.titled_by}, text is at work in {campaign.signs[0]} ({years})"


def _is_at_work(plain: str, campaign: Campaign, *, since: int) -> bool:
    """Say whether a text is in the midst of a campaign, `since` years after its last year.

    In the year after it, two of its signs and a verb are needed; later, two mentions that do not speak of its outcome.
    """
    name = campaign.signs[0]
    if name not in plain:
        return False
    at_work = [
        match.start()
        for match in re.finditer(re.escape(name), plain)
        if not _AFTERLIFE.match(plain, match.end())
        and not _AFTERLIFE_BEFORE.search(plain[max(0, match.start() - 12) : match.start()])
    ]
    if since > 1:
        return len(at_work) > 1
    return any(sign in plain for sign in campaign.signs[1:]) and any(
        _AT_WORK.search(plain[max(0, start - 10) : start]) for start in at_work
    )


def _congress_ahead(page: Witness) -> Iterator[str]:
    """The text looks forward to a congress that was over, or is long after the one it looks back on."""
    if not _may_look_forward(page.plain):
        return
    for match in _FORWARD.finditer(page.plain):
        name = f"{match['number'] or match['soon']}大"
        if name in CONGRESSES:
            if page.stated and min(page.stated) > CONGRESSES[name] + (0 if page.titled else LATE):
                yield f"{page.stated_by}, text looks forward to {name} ({CONGRESSES[name]})"
        elif not _LOOKED_BACK.match(page.plain, match.start()):
            yield from _masked_congress_ahead(page, quoted(page, match))


def _masked_congress_ahead(page: Witness, words: str) -> Iterator[str]:
    """A congress with its number masked must be the one after the latest that the text names, and near."""
    named = [year for name, year in CONGRESSES.items() if _has(page.plain, name)]
    following = [year for year in CONGRESSES.values() if named and year > max(named)]
    if following and page.stated and max(page.stated) < following[0] - 1:
        back = next(name for name, year in CONGRESSES.items() if year == max(named))
        yield f"{page.stated_by}, text looks back on {back} and forward to a congress ({words})"


def _old_era(page: Witness) -> Iterator[str]:
    """The text names first what only the years 2000 to 2012 named first, and nothing that came later."""
    stated = page.titled or ((page.published - LATE,) if page.published else ())
    if not stated or min(stated) <= ERA_LAST or ERA_WORD not in page.plain:
        return
    if not any(word in page.plain for word in LATER_WORDS):
        yield f"{page.titled_by}, text knows {ERA_WORD} and nothing later"
