"""Three whole sites of real servers as WARC, page by page, against the facts behind them (`../shared`)."""

import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from warcio.archiveiterator import ArchiveIterator

from cleaners.outcome import State
from cleaners.platforms.discuz import PLATFORM
from cleaners.platforms.platform import Findings
from cleaners.reading import View

from .test_discuz_corpus import article_faults, read, thread_faults

pytestmark = pytest.mark.shared

FLOORS_A_PAGE = 10
Site = tuple[dict, dict[str, Findings]]
SITES = ("x34", "x35", "gbk34")


def records(path: Path) -> Iterator[tuple[str, int, list[list[str]], bytes]]:
    with path.open("rb") as stream:
        for record in ArchiveIterator(stream):
            if record.rec_type == "response":
                http = record.http_headers
                url = record.rec_headers.get_header("WARC-Target-URI")
                yield (
                    url,
                    int(http.get_statuscode()),
                    [list(pair) for pair in http.headers],
                    record.content_stream().read(),
                )


@pytest.fixture(scope="module", params=SITES)
def site(request: pytest.FixtureRequest, shared: Path) -> Site:
    folder = shared / "corpus" / "sites"
    gold = json.loads((folder / f"gold-{request.param}.json").read_text(encoding="utf-8"))
    pages = {
        url: read(body, url, status, headers)
        for url, status, headers, body in records(folder / f"{request.param}.warc.gz")
        if body and "mod=attachment" not in url and "/data/attachment/" not in url and not url.endswith(".txt")
    }
    return gold, pages


def test_every_readable_thread_of_a_site_is_read_right(site: Site) -> None:
    gold, pages = site
    faults, seen = {}, 0
    for tid, thread in gold["threads"].items():
        for number, url in enumerate(thread["page_urls"], start=1):
            seen += 1
            findings = pages[url]
            found = thread_faults(findings, thread, tid)
            floors = [f["floor"] for f in thread["floors"] if (f["floor"] - 1) // FLOORS_A_PAGE + 1 == number]
            if [draft.position for draft in findings.drafts] != floors:
                found.append("floors")
            if (findings.page, findings.pages) != (number, thread["pages"]):
                found.append(f"page {findings.page} of {findings.pages}")
            if len(findings.links.pages) != thread["pages"] - 1 or (findings.links.next is None) != (
                number == thread["pages"]
            ):
                found.append("links")
            names = [a["name"] for a in thread["attachments"] if a.get("readable_by_guest")] if number == 1 else []
            if sorted(a.name for a in findings.facts.attachments) != sorted(names):
                found.append(f"attachments {findings.facts.attachments}")
            if found:
                faults[url] = found
    assert faults == {}
    assert seen == 97


def test_every_article_of_a_site_is_read_right(site: Site) -> None:
    gold, pages = site
    faults, seen = {}, 0
    for article in gold["portal_articles"].values():
        for number, url in enumerate(article["page_urls"], start=1):
            seen += 1
            if found := article_faults(pages[url], article, number):
                faults[url] = found
    assert faults == {}
    assert seen == 22


def test_twin_views_of_a_site_show_the_same(site: Site) -> None:
    gold, pages = site
    faults, seen = {}, Counter()
    for url, findings in pages.items():
        key = re.search(r":thread:(\d+)$", findings.document_key or "")
        if not findings.drafts or key is None or "authorid=" in url:
            continue
        # The archiver prints pasted HTML and picture addresses as typed.
        if findings.view is View.ARCHIVER and gold["threads"][key[1]]["case"] in (
            "htmlon_word_paste",
            "table_img_font",
        ):
            continue
        seen[findings.view.value] += 1
        found = thread_faults(findings, gold["threads"][key[1]], key[1])
        if found:
            faults[url] = found
    assert faults == {}
    assert seen["archiver"] >= 98
    assert seen["printable"] == 10


def test_unreadable_threads_of_a_site_give_nothing(site: Site) -> None:
    gold, pages = site
    for entry in gold["not_readable"]:
        findings = pages.get(entry["url"])
        if findings is not None:  # three of them redirect and have no body
            assert (findings.outcome.state, findings.drafts) == (State.REFUSED, ()), entry["url"]


def test_board_lists_of_a_site_lead_to_all_its_threads_with_stamps(site: Site) -> None:
    gold, pages = site
    for board in gold["boards"]:
        if not board["readable"]:
            continue
        links = [link for url in board["page_urls"] for link in pages[url].links.documents if link.page == 1]
        assert {int(link.key.rsplit(":", 1)[1]) for link in links} == set(board["tids"])
        assert all(re.fullmatch(r"\d+\|\d{4}-\d\d-\d\dT\d\d:\d\d\|.+", link.stamp or "") for link in links)


def test_nothing_readable_of_a_site_is_refused(site: Site) -> None:
    gold, pages = site
    readable = {url for thread in gold["threads"].values() for url in thread["page_urls"]}
    readable |= {url for article in gold["portal_articles"].values() for url in article["page_urls"]}
    readable |= {url for board in gold["boards"] if board["readable"] for url in board["page_urls"]}
    threads = tuple(f":thread:{tid}" for tid in gold["threads"])
    for url, findings in pages.items():
        if findings.outcome.state is not State.REFUSED:
            continue
        address = PLATFORM.address(url)
        assert url not in readable, (url, findings.outcome)
        assert address is None or not address.key.endswith(threads), (url, findings.outcome)
