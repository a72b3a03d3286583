"""One test over data for all software families: a page with its truth beside it (`NAME.html`, `NAME.json`) is a case.

A new family is tested by being there, and asked for pages until it has them. The truth is typed by a person: `url`, and
what of `page_kind`, `outcome`, `document_key`, `title`, `page`, `pages`, `facts`, `dates`, `attachments`, `text` (lines
of the first report), `replies` and `absent` (words that no text may hold) the page settles. A name begins with the
family's: `trs_notice`.
"""

import json
from datetime import datetime
from functools import cache, partial
from pathlib import Path
from typing import Any

from cleaners.as_json import public_json
from cleaners.page import Page
from cleaners.platforms import platforms
from cleaners.read import read
from cleaners.reading import Reading
from tests.cleaners.platforms.portal_rarer import CASES as PORTAL_CASES
from tests.tables import table
from tests.timing import assert_quick

PAGES = Path(__file__).parent / "pages"
TRUTHS = sorted(PAGES.glob("*.json"))
FAMILIES = [name for name in platforms() if name not in ("generic", "dump")]
"""`generic` claims what no family does, `dump` reads no markup: their tests stand elsewhere."""
ENOUGH = 2
"""Pages that a family must have: one reads as a report, one shows another side of it."""
PORTALS = {case.family for case in PORTAL_CASES}
"""Download portals, whose pages are made in four layouts each: see `portal_families`."""


@cache
def reading_of(truth: Path) -> Reading:
    """Read the page beside a truth, as a crawl would."""
    given = json.loads(truth.read_text("utf-8"))
    body = truth.with_suffix(".html").read_bytes()
    seen = given.get("fetched_at")
    return read(
        Page(
            url=given["url"], status=given.get("status", 200), headers=(("Content-Type", "text/html"),), body=body,
            fetched_at=datetime.fromisoformat(seen) if seen else None,
        )
    )  # fmt: skip


@table("truth", TRUTHS, ids=lambda path: path.stem)
def test_a_page_reads_as_its_truth_says(truth: Path) -> None:
    """All that the truth states holds, letter for letter; what it leaves open is not asked."""
    given: dict[str, Any] = json.loads(truth.read_text("utf-8"))
    reading = reading_of(truth)
    found = public_json(reading)
    assert reading.platform.family == given.get("family", truth.stem.partition("_")[0]), reading.platform.why
    for name in ("page_kind", "document_key", "title", "page", "pages", "view", "warnings"):
        if name in given:
            assert found[name] == given[name], name
    if "outcome" in given:
        assert [found["outcome"]["state"], found["outcome"]["reason"]] == given["outcome"]
    assert {name: found["facts"].get(name) for name in given.get("facts", {})} == given.get("facts", {})
    if "attachments" in given:
        assert [[file.name, file.key] for file in reading.facts.attachments] == given["attachments"]
    if "dates" in given:
        assert [[date.kind, date.at] for date in reading.facts.dates] == given["dates"]


@table("truth", TRUTHS, ids=lambda path: path.stem)
def test_a_page_gives_its_text_and_no_chrome(truth: Path) -> None:
    """The lines of the first report are those typed; no text holds what is absent."""
    given: dict[str, Any] = json.loads(truth.read_text("utf-8"))
    reading = reading_of(truth)
    if "text" in given:
        assert [line for line in reading.entries[0].text.splitlines() if line.strip()] == given["text"]
    if "replies" in given:
        assert [[reply.floor, reply.author, reply.text] for reply in reading.replies] == given["replies"]
    everything = "\n".join([entry.text for entry in reading.entries] + [reply.text for reply in reading.replies])
    assert [words for words in given.get("absent", ()) if words in everything] == []


@table("family", FAMILIES)
def test_a_family_has_pages(family: str) -> None:
    """A family without pages is untested: it has a file of tests, a portal's case, or pages with their truth."""
    own = [path.stem for path in TRUTHS if path.stem.partition("_")[0] == family]
    is_tested = any(PAGES.parent.glob(f"test_{family}*.py")) or family in PORTALS or len(own) >= ENOUGH
    assert is_tested, f"add {ENOUGH - len(own)} page(s) {family}_….html with .json to {PAGES.name}/"


@table("family", FAMILIES)
def test_a_family_takes_no_address_that_is_none(family: str) -> None:
    """What is no http(s) URL, or none at all, is refused without an error."""
    platform = platforms()[family]
    assert platform.version >= 1
    assert platform.address("mailto:a@b.example") is None
    assert platform.address("http://[bad") is None


def test_asking_every_family_is_cheap() -> None:
    """A page of no family costs each of them microseconds: signs are looked for in its source first."""
    from cleaners.page import Hints  # noqa: PLC0415 - only this test opens a sheet by hand
    from cleaners.sheet import open_sheet  # noqa: PLC0415

    body = ("<html><body>" + "<p>今年以来，我局认真开展工作，取得明显成效。</p>" * 400 + "</body></html>").encode()
    sheet = open_sheet(Page(url="http://a.example/1.html", status=200, headers=(), body=body), Hints())

    def asked_often(name: str) -> None:
        for _ in range(20):
            platforms()[name].detect(sheet)

    for name in FAMILIES:  # 1.5 ms each; a page is read in 5 to 50
        assert_quick(partial(asked_often, name), seconds=20 * 0.0015, name=name)
