"""Where title, text and page do not agree about the year: said in words, never settled. Mentions come from `period`.

A yearly summary is posted up to the end of the next year, and a plan may be for the next; neither is a conflict.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from cleaners.facts.anachronism import words_of_another_time
from cleaners.facts.period import Mention, values
from cleaners.facts.witness import LATE, Witness, counted, listed, quoted
from cleaners.regex import regex

OFTEN = 3
"""Dates inside sentences speak for another year than the title's from so many on."""

# 今年…签订《2018年…: what is made this year bears this year. Bounded, without a stop between.
_PLEDGE: Final = regex(
    r"今年[^。；;！\n]{0,16}(?:签订|签署|制定|制订|印发|下发|出台)[^。；;！\n《]{0,8}《\s?((?:19|20)\d\d)\s?年"
)
_PLAN_NAME: Final = regex(
    r"(?:制定|制订|下发|出台|编制)[^。；;！\n《]{0,8}《\s?((?:19|20)\d\d)\s?年[^》\n]{0,30}(?:方案|计划|要点)》"
)
_YEAR_NAME: Final = regex(r"《\s?(?:19|20)\d\d")
"""What a document's name begins with that is said to be of a year; the search is one for 《."""
_HALF: Final = ("下半年", "后半年")
_YEARLY: Final = frozenset({"总结", "自查", "述职", "汇报", "计划", "整改报告"})
"""Written of one year, soon after it or just before; an article of any kind may tell of old years."""
_SUMMARIES: Final = frozenset({"总结", "自查", "汇报", "报告", "整改报告"})


def conflicts(page: Witness) -> tuple[str, ...]:
    """Give what does not agree, one statement each; empty where nothing is stated or all agrees."""
    said = [*_title_and_text(page), *_title_and_page(page)]
    if _YEAR_NAME.search(page.plain):
        said += (*_own_pledges(page), *_plans_of_the_year_reported(page))
    said += words_of_another_time(page)
    return tuple(dict.fromkeys(said))


def published_year(published: str | None) -> int | None:
    """Give the year of a date in ISO 8601."""
    return int(published[:4]) if published and published[:4].isdigit() else None


def _title_and_text(page: Witness) -> Iterator[str]:
    """The title's year is none of those that the text reports on or plans for."""
    if not page.titled:
        return
    titled, told = set(page.titled), [one for one in page.period.mentions if _is_told(one)]
    strong = [year for one in told if one.is_strong for year in values(one.year)]
    inside = [year for one in page.period.mentions if not one.is_in_title and one.year.first and not one.is_strong
              for year in values(one.year) if one.role in ("report", "plan", "cited") and one.year.part]  # fmt: skip
    if titled.intersection([*strong, *inside]):
        return
    said = strong or (inside if len(set(inside)) == 1 and len(inside) >= OFTEN else [])
    if not said or _is_neighbour(page, titled, said):
        return
    yield f"title says {listed(titled)}, text says {counted(said)}"


def _is_told(one: Mention) -> bool:
    return one.role in ("report", "plan") and not one.is_in_title


def _is_neighbour(page: Witness, titled: set[int], said: Sequence[int]) -> bool:
    """Say whether the text's years are such neighbours of the title's as it may well name.

    A plan looks back, an address at New Year too, and any text may end with what it plans.
    """
    planned = page.planned
    if set(said) <= set(planned) and min(said) <= max(titled) + 1:
        return True
    return page.genre not in _SUMMARIES and max(said) >= min(titled) - 1 and min(said) <= max(titled) + 1


def _title_and_page(page: Witness) -> Iterator[str]:
    """The page's date is years away from the title's year, or from all that a yearly report says it reports on."""
    year, stated, who = page.published, page.titled, "title"
    if not stated and page.genre in _YEARLY:
        who = "text"
        stated = tuple(
            value
            for one in page.period.mentions
            if one.is_strong and one.role == "report"
            for value in values(one.year)
        )
    if year and stated and not min(stated) - 1 <= year <= max(stated) + LATE:
        yield f"{who} says {listed(stated)}, page is dated {year}"


def _own_pledges(page: Witness) -> Iterator[str]:
    """What was signed this year bears another year than the page."""
    if "今年" not in page.plain or not page.stated:
        return
    for match in _PLEDGE.finditer(page.plain):
        if int(match[1]) < min(page.stated):
            yield f"{page.stated_by}, text calls {match[1]} this year ({quoted(page, match)})"


def _plans_of_the_year_reported(page: Witness) -> Iterator[str]:
    """A text that reports on a whole year plans for the same year."""
    reported = {value for one in page.period.mentions if one.is_strong and one.role == "report"
                for value in values(one.year)}  # fmt: skip
    behind = len(page.plain) // 2
    if not reported or not _YEAR_NAME.search(page.plain, behind) or any(half in page.plain for half in _HALF):
        return
    for match in _PLAN_NAME.finditer(page.plain, behind):
        if int(match[1]) == max(reported):
            yield f"text reports on {match[1]} and plans for {match[1]} ({quoted(page, match)})"
