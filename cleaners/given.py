"""Texts that somebody hands over as JSON, one object each: what may stand in it, and what it makes of a reading.

`{"id": …, "url": …, "title": …, "text": …, "published_on": …}`, all but `text` optional; null and "" say nothing. What
is given wins over what the text says of itself. Which rules clean the text is `cleaners.read`'s matter; lines of a file
and what is told of bad ones are `crawler.jsonl`'s.
"""

import json
import re
from dataclasses import dataclass, replace
from typing import Any

from cleaners.entries import digest_of_shown
from cleaners.errors import BadGiven
from cleaners.facts.dates import read_date
from cleaners.facts.entry import entry_facts
from cleaners.outcome import Outcome, State
from cleaners.page import Hints, Page
from cleaners.platforms import address_of
from cleaners.platforms.platform import Draft, Findings, Sheet
from cleaners.reading import (
    CharsetDecision,
    Entry,
    Facts,
    Links,
    PageKind,
    PlatformGuess,
    Reading,
    StatedDate,
    UrlKind,
    View,
)

CONTENT_TYPE = "application/json; profile=gongwen-text"
"""Type of the capture of such an object, which is cleaned as any text."""
AS_IS_TYPE = f"{CONTENT_TYPE}; reading=as-is"
"""The same, to be filed as it stands: no rule, no split, no edits."""
KEYS = ("id", "url", "title", "text", "published_on", "place_key")
AS_GIVEN = "as given"
"""Where a fact is from that was not found but handed over."""
DATE_WORDS = "YYYY, YYYY-MM or YYYY-MM-DD, with or without a time"
# A year, then signs of dates alone: prose round a date is no date. One class, bounded: linear.
_DATE = re.compile(r"[0-9]{4}[-/.:+0-9TZ年月日号時时點点分秒 ]{0,36}")
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_CHARSET = CharsetDecision(charset="utf-8", how="given")
_PLATFORM = PlatformGuess(family="given", sure=1.0, why="filed as it stands")


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenText:
    """A text with what whoever hands it over says of it; None = nothing."""

    text: str
    id: str | None = None
    url: str | None = None
    title: str | None = None
    published_on: str | None = None
    place_key: str | None = None
    """Which of several texts at one address: `KEY#POSITION.PART`, as `gongwen export` names it; only beside a url."""
    ignored: tuple[str, ...] = ()
    """Keys of the object that nothing is made of, in its order."""


def parse_given(body: bytes) -> GivenText:
    """Read one object; BadGiven, naming the key, for what is no such object."""
    found = _object(body)
    text = _string(found, "text")
    if text is None or not text.strip():
        raise BadGiven("no text" if found.get("text") is None else "the text is empty")
    number = found.get("id")
    if isinstance(number, int) and not isinstance(number, bool):
        found["id"] = str(number)
    given = GivenText(
        text=text, id=_string(found, "id"), url=_string(found, "url"), title=_string(found, "title"),
        published_on=_string(found, "published_on"), place_key=_string(found, "place_key"),
        ignored=tuple(key for key in found if key not in KEYS),
    )  # fmt: skip
    if given.published_on is not None and _date_of(given, Hints().zone) is None:
        raise BadGiven(f"published_on: {given.published_on[:40]!r} is no date ({DATE_WORDS})")
    return given


def _object(body: bytes) -> dict[str, Any]:
    try:
        found = json.loads(body.decode())
    except UnicodeDecodeError as error:
        raise BadGiven(f"not UTF-8 at byte {error.start + 1}") from error
    except json.JSONDecodeError as error:
        raise BadGiven(f"bad JSON: {error.msg} at character {error.pos + 1}") from error
    except (ValueError, RecursionError) as error:  # a number of thousands of digits, a list in a list in a list …
        raise BadGiven(f"bad JSON: {error}") from error
    if not isinstance(found, dict):
        raise BadGiven(f"a JSON object is wanted, this is {_kind(found)}")
    return found


def _string(found: dict[str, Any], key: str) -> str | None:
    """Give the string at a key; None where it says nothing."""
    value = found.get(key)
    if value is None:
        return None
    if not isinstance(value, str):
        raise BadGiven(f"{key}: a string is wanted, this is {_kind(value)}")
    if "\0" in value:
        raise BadGiven(f"{key}: a NUL at character {value.index(chr(0)) + 1}")
    try:
        value.encode()
    except UnicodeEncodeError as error:
        raise BadGiven(f"{key}: half a surrogate pair at character {error.start + 1}") from error
    return value if key == "text" else value.strip() or None


def _kind(value: object) -> str:
    names = {bool: "true or false", int: "a number", float: "a number", list: "a list", dict: "an object"}
    return names.get(type(value), "a string" if isinstance(value, str) else "null")


def _date_of(given: GivenText, zone: str) -> StatedDate | None:
    """Understand the date that is given; None where there is none, or where it is none."""
    stated = given.published_on
    if stated is None or not _DATE.fullmatch(stated):
        return None
    if _YEAR.fullmatch(stated):
        return StatedDate(kind="published", stated=stated, at=stated, precision="year", where=AS_GIVEN)
    date = read_date(stated, kind="published", zone=zone, fetched_at=None, where=AS_GIVEN)
    return None if date.at is None else date


def key_of_given(given: GivenText) -> str | None:
    """Give the key of its document: by its address (and place there), else by its id; None = by its bytes.

    It is never the key of the page at that address: what somebody says stood there replaces nothing that was seen.
    Raises ValueError for an address that is no http(s) URL.
    """
    if given.url is None:
        return None if given.id is None else f"jsonl:{given.id}"
    address = address_of(given.url)
    if given.place_key is not None:
        return f"given:{given.place_key}"
    key = f"url:{given.url}" if address.kind is UrlKind.SKIP else address.key  # skipped ones share one key by rule
    return f"given:{key}:p{address.page}" if address.page > 1 else f"given:{key}"


def is_as_is(page: Page) -> bool:
    """True where the type of a given text says that it is filed as it stands."""
    _, *options = (page.header("Content-Type") or "").split(";")
    return "reading=as-is" in (option.strip() for option in options)


def as_it_stands(given: GivenText, hints: Hints) -> Reading:
    """Give the reading of a text that nothing is done to: one entry, no edits; its facts are counted all the same."""
    facts = _facts(given, Facts(), hints.zone)
    entry = Entry(
        position=1, title=given.title, title_from="given" if given.title else None, text=given.text,
        shown_sha256=digest_of_shown(given.text),
        facts=entry_facts(given.text, title=given.title, published=facts.published_at, edits=(), hidden_parts=0),
    )  # fmt: skip
    return Reading(
        platform=_PLATFORM, page_kind=PageKind.ARTICLE, outcome=Outcome(state=State.READ), title=given.title, pages=1,
        facts=facts, entries=(entry,), charset=_CHARSET,
    )  # fmt: skip


def sheet_of(given: GivenText, page: Page, hints: Hints) -> Sheet:
    """Give the text as an opened page, to be read as any text."""
    own = replace(page, url=given.url, final_url=None)
    return Sheet(page=own, hints=hints, text=given.text, charset=_CHARSET, tree=None, base_url=given.url)


def with_given(findings: Findings, given: GivenText, zone: str) -> Findings:
    """Let what is given win over what was found; the text is whole and leads nowhere."""
    facts = _facts(given, findings.facts, zone)
    drafts = tuple(_draft(draft, given, zone) if number == 0 else draft for number, draft in enumerate(findings.drafts))
    return replace(findings, facts=facts, drafts=drafts, view=View.MAIN, page=1, pages=1, links=Links())


def _draft(draft: Draft, given: GivenText, zone: str) -> Draft:
    if given.title is not None:
        draft = replace(draft, title=given.title, title_from="given")
    date = _date_of(given, zone)
    return draft if date is None else replace(draft, date=date)


def _facts(given: GivenText, found: Facts, zone: str) -> Facts:
    """Put date and id in place of what was found, each marked as given; dates that were found stay beside it."""
    where = dict(found.where)
    if given.title is not None:
        where["title"] = AS_GIVEN
    if given.id is not None:
        found = replace(found, document_id=given.id)
        where["document_id"] = AS_GIVEN
    date = _date_of(given, zone)
    if date is not None:
        found = replace(found, published_at=date.at, dates=(date, *found.dates))
        where["published_at"] = AS_GIVEN
    return replace(found, where=tuple(where.items()))
