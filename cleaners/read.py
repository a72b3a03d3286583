"""`read`: one page in, one reading out. Judgement about markup lies with the platforms, about text with the rules."""

import gc
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from functools import cache, lru_cache
from hashlib import sha256
from itertools import pairwise

from cleaners.entries import sort_drafts
from cleaners.errors import BadGiven, UndecodablePage, UnparsablePage
from cleaners.facts.labels import DATE, merged
from cleaners.facts.reporters import with_reporters
from cleaners.facts.signatures import with_signature
from cleaners.facts.writers import with_writer
from cleaners.given import GivenText, as_it_stands, is_as_is, key_of_given, parse_given, sheet_of, with_given
from cleaners.outcome import Outcome, Reason, State
from cleaners.page import Hints, Media, Page
from cleaners.platforms import address_of, detect, platforms
from cleaners.platforms.generic.reader import without_number
from cleaners.platforms.platform import Findings, Platform, Sheet
from cleaners.reading import Entry, Facts, Link, Links, PageKind, PlatformGuess, Reading, UrlKind
from cleaners.rules import recipe
from cleaners.rules.damage.pinyin import repaired_title
from cleaners.rules.rule import Context
from cleaners.sheet import open_sheet
from cleaners.split import forms
from cleaners.split.documents import split_reading, stands_alone
from cleaners.split.shape import RULES as SPLIT_RULES
from cleaners.tree import looks_binary

READER_VERSION = 9
"""Raised whenever this module, `entries`, `given` or `split` gives another reading of the same findings."""
NO_HINTS = Hints()
UNKNOWN = PlatformGuess(family="unknown", why="the page was not opened")
STATUS_REASONS = {
    401: Reason.LOGIN, 402: Reason.PAID, 403: Reason.PERMISSION, 404: Reason.GONE, 410: Reason.GONE,
    204: Reason.NO_CONTENT, 205: Reason.NO_CONTENT, 206: Reason.NO_CONTENT, 429: Reason.CHALLENGE,
    451: Reason.PERMISSION,
}  # fmt: skip
"""What a status says where the page itself says nothing of why."""
EMPTY_PAGE_BYTES = 2048
"""A page above this size without any text is suspect, not empty (reference: limits of a crawl, `empty text`)."""


def read(page: Page, hints: Hints = NO_HINTS) -> Reading:
    """Read one page; what cannot be read comes back with an outcome and a reason, never as silence.

    The collector of cycles rests meanwhile: a page's objects are freed by their counts, and looking through those that
    are still in use, ten times a page, took a fifth of the time (2.77 against 2.25 ms on an article, measured).
    """
    was_collecting = gc.isenabled()
    gc.disable()
    try:
        return _read(page, hints)
    finally:
        if was_collecting:
            gc.enable()


def _read(page: Page, hints: Hints) -> Reading:
    """Read one page, as `read` says."""
    if not page.body or page.body.isspace():
        return unopened(page, hints, Outcome(state=State.REFUSED, reason=Reason.NO_CONTENT, detail="empty answer"))
    if page.media is Media.GIVEN:
        return _read_given(page, hints)
    if looks_binary(page.body):
        return unopened(page, hints, Outcome(state=State.REFUSED, reason=Reason.NOT_A_PAGE, detail="binary content"))
    try:
        sheet = open_sheet(page, hints)
    except UndecodablePage as error:
        return unopened(page, hints, _quarantine(Reason.UNDECODABLE, str(error)))
    except UnparsablePage as error:
        return unopened(page, hints, _quarantine(Reason.UNPARSABLE, str(error)))
    return _read_sheet(sheet)


@cache
def recipe_digest() -> str:
    """Give twelve hex digits that change whenever a family, a rule or this reader changes its version."""
    families = sorted((name, platform.version) for name, platform in platforms().items())
    cuts = (forms.digest(), [(rule.name, rule.version) for rule in SPLIT_RULES])
    return sha256(repr((READER_VERSION, families, recipe.digest(), cuts)).encode()).hexdigest()[:12]


def _quarantine(reason: Reason, detail: str) -> Outcome:
    return Outcome(state=State.QUARANTINED, reason=reason, detail=detail[:200])


def unopened(page: Page, hints: Hints, outcome: Outcome) -> Reading:
    """Give the reading of a page that was not opened: an outcome, and the key that its address gives."""
    return Reading(
        platform=UNKNOWN,
        page_kind=PageKind.OTHER,
        outcome=_by_status(page.status, outcome),
        url=page.address,
        document_key=_key_of(page.address, hints.platform),
        recipe=recipe_digest(),
        hints_digest=hints.digest,
    )


def _read_given(page: Page, hints: Hints) -> Reading:
    """Read a text that was given as a JSON object: cleaned as any text, or as it stands where its type says so."""
    try:
        given = parse_given(page.body)
        key = key_of_given(given)
    except (BadGiven, ValueError) as error:
        return unopened(page, hints, _quarantine(Reason.UNPARSABLE, str(error)))
    reading = as_it_stands(given, hints) if is_as_is(page) else _read_sheet(sheet_of(given, page, hints), given)
    return replace(
        reading, url=given.url, document_key=key, recipe=recipe_digest(), hints_digest=hints.digest,
    )  # fmt: skip


def _read_sheet(sheet: Sheet, given: GivenText | None = None) -> Reading:
    """Read an opened page; `given`: what whoever handed the text in says of it, which wins over the text's own word."""
    platform, guess = detect(sheet)
    findings = platform.read(sheet, guess)
    if given is not None:
        findings = with_given(findings, given, sheet.hints.zone)
    if _has_no_body(findings) and platform.family != "generic" and sheet.tree is not None:
        platform, findings = _hand_over(sheet, platform, findings)
    context = Context(
        family=guess.family, is_dump=sheet.tree is None, host_rules=sheet.hints.rules,
        published=findings.facts.published_at,
    )  # fmt: skip
    entries, replies = sort_drafts(findings.drafts, context, findings.page_kind)
    if findings.facts.truncated:
        entries = tuple(_cut(entry) if _states_the_cut(entry, findings) else entry for entry in entries)
    outcome = _by_status(sheet.page.status, findings.outcome)
    if outcome.state is State.READ and not entries and not replies:
        outcome = _no_text(sheet, outcome)
    if outcome.state is not State.READ:
        entries, replies = (), ()
    reading = Reading(
        platform=guess,
        page_kind=findings.page_kind,
        outcome=outcome,
        url=sheet.page.address,
        document_key=findings.document_key or _key_of(sheet.page.address, guess.family),
        title=next((repaired_title(draft.title, draft.shown) for draft in findings.drafts if draft.title), None),
        view=findings.view,
        page=findings.page,
        pages=findings.pages,
        facts=_with_told(findings, entries),
        entries=entries,
        replies=replies,
        links=_keyed(findings.links, guess.family),
        charset=sheet.charset,
        warnings=findings.warnings,
        recipe=recipe_digest(),
        hints_digest=sheet.hints.digest,
    )
    return split_reading(reading) if stands_alone(reading) else reading


def _with_told(findings: Findings, entries: tuple[Entry, ...]) -> Facts:
    """Give a page's facts with what its only report says of its reporters, its writer and those who sign it."""
    if findings.page_kind is PageKind.THREAD and findings.facts.author is None:
        return _with_opener(findings)
    if len(entries) != 1 or findings.page_kind not in (PageKind.ARTICLE, PageKind.ENTRY):
        return findings.facts
    entry, shown = entries[0], findings.drafts[0].shown
    if findings.page_kind is PageKind.ENTRY:  # a file that somebody uploaded is no news
        return with_writer(findings.facts, entry.title, entry.text, shown)
    written = with_writer(with_reporters(findings.facts, entry.text), entry.title, entry.text, shown)
    return with_signature(written, entry.text)


def _with_opener(findings: Findings) -> Facts:
    """Give a thread's facts with who wrote its first floor, as the page of markup states it."""
    names = (draft.author for draft in findings.drafts if draft.position == 1)
    opener = next((name for name in names if name and not DATE.search(name)), None)
    facts = findings.facts
    return replace(facts, author=opener, where=(*facts.where, ("author", "floor 1"))) if opener else facts


def _states_the_cut(entry: Entry, findings: Findings) -> bool:
    """True where the page's own word that it shows only a part is about this entry: of a thread, the first floor."""
    return entry.position == 1 or findings.page_kind is not PageKind.THREAD


def _cut(entry: Entry) -> Entry:
    return replace(entry, facts=replace(entry.facts, truncated=True))


def _has_no_body(findings: Findings) -> bool:
    return findings.outcome.state is State.READ and not findings.drafts


def _hand_over(sheet: Sheet, platform: Platform, findings: Findings) -> tuple[Platform, Findings]:
    """Let `generic` read what a family recognised but found no body in; the family's key, view and facts stay."""
    generic = platforms()["generic"]
    guess = PlatformGuess(family="generic", why=f"{platform.family} found no body")
    read_again = generic.read(sheet, guess)
    warning = f"{platform.family} found no body; read by generic"
    is_counted = findings.page > 1 or findings.pages is not None
    page = findings.page if is_counted else read_again.page
    drafts = tuple(replace(draft, title=without_number(draft.title, page)) for draft in read_again.drafts)
    return generic, replace(
        read_again,
        drafts=drafts,
        document_key=findings.document_key or read_again.document_key,
        view=findings.view,
        page=page,
        pages=findings.pages if is_counted else read_again.pages,
        facts=merged(findings.facts, read_again.facts),
        warnings=(*findings.warnings, warning, *read_again.warnings),
    )


def _by_status(status: int, outcome: Outcome) -> Outcome:
    """Let an HTTP error status stand where the page says nothing better; a reason found on the page is kept."""
    if outcome.state is State.REFUSED and outcome.reason not in (Reason.NO_CONTENT, Reason.NOT_A_PAGE):
        return outcome
    reason = STATUS_REASONS.get(status) or (Reason.SERVER_ERROR if status >= 500 else None)
    if reason is None and status >= 400:
        reason = Reason.HTTP_STATUS
    if reason is None:
        return outcome
    return Outcome(state=State.REFUSED, reason=reason, detail=outcome.detail or f"HTTP {status}")


def _no_text(sheet: Sheet, outcome: Outcome) -> Outcome:
    """Say why a page that was read gave no text: a small one is empty, a large one is suspect."""
    if len(sheet.page.body) > EMPTY_PAGE_BYTES:
        return _quarantine(Reason.EMPTY_TEXT, f"no text found in {len(sheet.page.body)} bytes")
    return Outcome(state=State.REFUSED, reason=Reason.NO_CONTENT, detail=outcome.detail or "no text on the page")


def _key_of(url: str | None, family: str | None) -> str | None:
    if url is None:
        return None
    try:
        return address_of(url, family=family).key
    except ValueError:
        return None


def _keyed(links: Links, family: str) -> Links:
    """Give every link its key, kind and page; what a family says to skip is dropped and counted."""
    if _are_keyed(links):
        return links  # a family that keys its links itself
    dropped = Counter(dict(links.dropped))
    return replace(
        links,
        pages=_key_links(links.pages, family, dropped),
        documents=_key_links(links.documents, family, dropped),
        lists=_key_links(links.lists, family, dropped),
        feeds=_key_links(links.feeds, family, dropped),
        dropped=tuple(sorted(dropped.items())),
    )


def _are_keyed(links: Links) -> bool:
    """Say whether every link has its key and the rules by which others were dropped are in order."""
    for group in (links.pages, links.documents, links.lists, links.feeds):
        for link in group:
            if link.key is None:
                return False
    return all(before[0] < after[0] for before, after in pairwise(links.dropped))


def _key_links(found: Sequence[Link], family: str, dropped: Counter[str]) -> tuple[Link, ...]:
    kept: list[Link] = []
    for link in found:
        if link.key is not None:
            kept.append(link)
            continue
        keyed = _key_link(link.url, link.title, family)
        if isinstance(keyed, str):
            dropped[keyed] += 1
        elif link.stamp is None and link.active_on is None:
            kept.append(keyed)
        else:
            kept.append(replace(keyed, stamp=link.stamp, active_on=link.active_on))
    return tuple(kept)


@lru_cache(maxsize=8192)
def _key_link(url: str, title: str | None, family: str) -> Link | str:
    """Give a link with its key, or the rule by which its family drops it; a site's pages share most of their links."""
    try:
        address = address_of(url, family=family)
    except ValueError:
        return "bad-url"
    if address.kind is UrlKind.SKIP:
        return address.rule or "skip"
    return Link(url=address.url, key=address.key, kind=address.kind, page=address.page, title=title)
