"""Opens the written pages of this folder the way `read` does, for the tests of the Discuz family."""

from datetime import UTC, datetime
from pathlib import Path

from cleaners.page import Hints, Page
from cleaners.platforms.discuz import PLATFORM
from cleaners.platforms.platform import Findings, Sheet
from cleaners.sheet import open_sheet

PAGES = Path(__file__).parent / "pages"
FETCHED = datetime(2026, 11, 22, 1, 26, tzinfo=UTC)


def open_page(name: str, url: str | None = None, *, replace: dict[str, str] | None = None) -> Sheet:
    text = (PAGES / name).read_text(encoding="utf-8")
    for before, after in (replace or {}).items():
        assert before in text, before
        text = text.replace(before, after)
    return open_text(text, url)


def open_text(text: str, url: str | None = None, *, content_type: str = "text/html; charset=utf-8") -> Sheet:
    page = Page(body=text.encode(), url=url, headers=(("Content-Type", content_type),), fetched_at=FETCHED)
    return open_sheet(page, Hints())


def read_sheet(sheet: Sheet) -> Findings:
    guess = PLATFORM.detect(sheet)
    assert guess is not None, "the family does not know its own page"
    return PLATFORM.read(sheet, guess)


def read_page(name: str, url: str | None = None, *, replace: dict[str, str] | None = None) -> Findings:
    return read_sheet(open_page(name, url, replace=replace))
