"""Threads of software without a family: every floor with author, time and text, and nothing beside it."""

from datetime import UTC, datetime

import pytest

from cleaners.outcome import State
from cleaners.page import Hints, Media, Page
from cleaners.platforms.generic import PLATFORM
from cleaners.platforms.platform import Findings
from cleaners.read import read
from cleaners.reading import PageKind
from cleaners.sheet import open_sheet
from tests.cleaners.platforms import generic_thread_pages as pages

PHPBB = pages.named("phpBB 3")


def page_of(html: str, url: str) -> Page:
    return Page(body=html.encode(), url=url, media=Media.HTML, fetched_at=datetime(2021, 4, 1, tzinfo=UTC))


def found_on(html: str, url: str) -> Findings:
    sheet = open_sheet(page_of(html, url), Hints())
    guess = PLATFORM.detect(sheet)
    assert guess is not None
    return PLATFORM.read(sheet, guess)


def told(findings: Findings) -> list[tuple[int, str | None, str | None, str]]:
    return [
        (
            draft.position,
            draft.author,
            draft.date.at[:16] if draft.date and draft.date.at else None,
            "\n".join(line.strip() for line in draft.shown.splitlines() if line.strip()),
        )
        for draft in findings.drafts
    ]


@pytest.mark.parametrize("software", pages.ALL, ids=lambda software: software.name)
def test_every_floor_is_read(software: pages.Software) -> None:
    findings = found_on(pages.thread(software), software.url)
    assert (findings.page_kind, findings.outcome.state) == (PageKind.THREAD, State.READ)
    assert told(findings) == pages.floors(software)


def test_the_first_post_is_the_entry_and_the_others_are_replies() -> None:
    reading = read(page_of(pages.thread(PHPBB), PHPBB.url))
    assert [(entry.position, entry.title, entry.author) for entry in reading.entries] == [(1, pages.TITLE, "山前雨")]
    assert [(reply.floor, reply.author) for reply in reading.replies] == [
        (2, "青石板"), (3, "北坡"), (4, "木槿"), (5, "青石板"),
    ]  # fmt: skip
    assert reading.entries[0].node == "div.content"
    assert (reading.facts.author, reading.facts.published_at) == ("山前雨", "2021-03-04T22:18+08:00")
    assert reading.facts.dates[0].kind == "posted"
