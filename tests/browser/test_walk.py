"""A reader's walk through a served archive in a real Chromium: search, report, copy, two compared, facet, CSV."""

import csv
import io
from pathlib import Path
from urllib.parse import unquote

import pytest

from tests.browser.driver import Browser, until
from tests.browser.looking import Look, faults_of

pytestmark = pytest.mark.browser
ENTER = "\ue007"
"""The key, as WebDriver names it."""


def searched(chromium: Browser, origin: str) -> None:
    """Search 舆情 from the first page, as a reader types it."""
    chromium.open(origin + "/")
    chromium.forget()
    chromium.type("main input[name=q]", f"舆情{ENTER}")
    until(lambda: "/search" in chromium.address)


def opened(chromium: Browser, origin: str) -> None:
    """Open the report found that has copies to compare."""
    searched(chromium, origin)
    chromium.follow("2021年舆情工作总结")
    until(lambda: "/report/" in chromium.address)


def test_the_first_page_tells_what_is_here(chromium: Browser, opinions: str, shots: Path) -> None:
    chromium.open(opinions + "/")
    assert "2022年舆情工作计划" in chromium.text("main")
    assert faults_of(chromium, Look(name="home", shots=shots)) == []


def test_a_word_is_searched_and_marked(chromium: Browser, opinions: str, shots: Path) -> None:
    searched(chromium, opinions)
    assert unquote(chromium.address).endswith("q=舆情") or "q=舆情&" in unquote(chromium.address)
    assert len(chromium.all("main mark")) >= 2
    assert chromium.text("main mark") == "舆情"
    assert faults_of(chromium, Look(name="search", shots=shots)) == []


def test_a_search_without_results_and_an_unknown_report_are_pages_too(
    chromium: Browser, opinions: str, shots: Path
) -> None:
    for name, path in (("nothing", "/search?q=无此词语"), ("unknown", "/report/nope"), ("copy", "/copy/999999")):
        chromium.forget()
        chromium.open(opinions + path)
        found = faults_of(chromium, Look(name=f"no-{name}", shots=shots))
        assert [fault for fault in found if "the server responded with a status of 404" not in fault] == []


def test_a_report_is_opened_and_read(chromium: Browser, opinions: str, shots: Path) -> None:
    opened(chromium, opinions)
    assert "舆情" in chromium.text("main h1")
    assert "全年处置网络舆情" in chromium.text("main")
    assert chromium.run("return document.querySelector('meta[name=citation_title]').content") == "2021年舆情工作总结"
    assert faults_of(chromium, Look(name="report", shots=shots)) == []


def test_a_copy_is_opened(chromium: Browser, opinions: str, shots: Path) -> None:
    opened(chromium, opinions)
    chromium.click("main a[href*='/copy/']")
    until(lambda: "/copy/" in chromium.address)
    assert "舆情" in chromium.text("main")
    assert faults_of(chromium, Look(name="copy", shots=shots)) == []


def test_two_copies_are_compared(chromium: Browser, opinions: str, shots: Path) -> None:
    opened(chromium, opinions)
    chromium.click("main a[href*='/compare?']")
    until(lambda: "/compare" in chromium.address)
    assert "12" in chromium.text("main")
    assert faults_of(chromium, Look(name="compare", shots=shots)) == []


def test_a_facet_is_followed_and_its_table_taken_as_csv(chromium: Browser, opinions: str, shots: Path) -> None:
    chromium.open(opinions + "/archive/reports?_facet=script")
    chromium.forget()
    chromium.click(".facet-results a[href*='script=simplified']")
    until(lambda: "script=simplified" in chromium.address)
    assert faults_of(chromium, Look(name="facet", shots=shots)) == []
    link = chromium.run("return document.querySelector(\"a[href*='.csv']\").href")
    text = chromium.run(
        "const [link, done] = arguments;"
        "fetch(link).then(a => a.arrayBuffer()).then(b => done([...new Uint8Array(b)]))",
        link,
        waits=True,
    )
    assert bytes(text[:3]) == b"\xef\xbb\xbf"  # else Excel takes it for the code page of the machine
    rows = list(csv.DictReader(io.StringIO(bytes(text).decode("utf-8-sig"))))
    assert {"2021年舆情工作总结", "2022年舆情工作计划"} <= {row["title"] for row in rows}


DATASETTE_PAGES = ["/archive", "/archive/reports", "/archive/copies", "/archive/sites", "/archive/reports/1"]


@pytest.mark.parametrize("path", DATASETTE_PAGES)
def test_datasettes_own_pages_are_as_clean(chromium: Browser, opinions: str, shots: Path, path: str) -> None:
    chromium.forget()
    chromium.open(opinions + path)
    assert faults_of(chromium, Look(name=path.strip("/").replace("/", "-"), shots=shots)) == []
