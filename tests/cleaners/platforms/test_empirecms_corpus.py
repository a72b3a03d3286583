"""The captured EmpireCMS site against the facts behind it (`../shared`): each captured page, and the whole site."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from warcio.archiveiterator import ArchiveIterator

from cleaners.outcome import Reason, State
from cleaners.page import Page
from cleaners.read import read
from cleaners.reading import Reading, View

SHARED = Path(__file__).resolve().parents[4] / "shared" / "corpus"
pytestmark = [pytest.mark.shared, pytest.mark.skipif(not SHARED.is_dir(), reason="../shared is not here")]
FETCHED = datetime(2026, 11, 22, 1, 30, tzinfo=UTC)
NOTICE = "文章转载网络"
"""A notice on rights at the end of two articles, which a rule takes."""
REASONS = {
    "page beyond the end": Reason.GONE, "nonexistent": Reason.GONE, "search closed": Reason.CLOSED,
    "rss closed": Reason.CLOSED,
}  # fmt: skip
"""Gold's words to ours."""


def squeezed(text: str) -> str:
    return "".join(text.split()).partition(NOTICE)[0]


def rows() -> Iterator[tuple[dict[str, Any], Reading]]:
    for line in (SHARED / "cms" / "index.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if row["site"] == "empirecms" and row["method"] == "GET" and not row.get("request_extra"):
            headers = tuple((name, value) for name, value in row["headers"])
            body = (SHARED / "cms" / row["file"]).read_bytes()
            page = Page(body=body, url=row["url"], status=row["status"], headers=headers, fetched_at=FETCHED)
            yield row, read(page)


def faults(found: Reading, article: dict[str, Any], page: int) -> list[str]:
    """Compare a page of an article with what was typed."""
    is_main = found.view is View.MAIN
    text = article["pages"][page - 1] if is_main else "".join(article["pages"])
    facts = found.facts
    ours = (found.title, facts.author, facts.source, facts.published_at, facts.category, found.page,
            squeezed(found.entries[0].text) if found.entries else None)  # fmt: skip
    wanted = (article["title"], article["author"] or None, article["source"] or None, article["post_time"],
              article["category"], page if is_main else 1, squeezed(text))  # fmt: skip
    return [f"{article['id']} p{page}: {a!r}, gold {b!r}" for a, b in zip(ours, wanted, strict=True) if a != b]


def test_every_captured_article_view_list_and_error() -> None:
    gold = json.loads((SHARED / "cms" / "gold.json").read_text(encoding="utf-8"))["empirecms"]
    wrong: list[str] = []
    seen = dict.fromkeys(("article", "printable", "list", "soft_error"), 0)
    for row, found in rows():
        kind, truth = row["kind"], row.get("gold") or {}
        seen[kind] = seen.get(kind, 0) + 1
        if kind in ("article", "printable"):
            wrong += faults(found, gold[str(truth["id"])], truth["page"])
        elif kind == "list" and not truth.get("soft_error"):
            wrong += [] if found.outcome.state is State.LISTED else [f"{row['url']}: {found.outcome}"]
        elif truth.get("soft_error"):
            wrong += [] if found.outcome.reason is REASONS[truth["reason"]] else [f"{row['url']}: {found.outcome}"]
    assert wrong == []
    assert min(seen.values()) >= 1


def test_every_page_of_the_whole_site() -> None:
    gold = json.loads((SHARED / "sites" / "gold-empirecms.json").read_text(encoding="utf-8"))["articles"]
    places = {url: (article, n) for article in gold.values() for n, url in enumerate(article["page_urls"], start=1)}
    wrong: list[str] = []
    with (SHARED / "sites" / "empirecms.warc.gz").open("rb") as warc:
        for record in ArchiveIterator(warc):
            url = record.rec_headers.get_header("WARC-Target-URI")
            if record.rec_type == "response" and url in places:
                headers = tuple(record.http_headers.headers)
                page = Page(body=record.content_stream().read(), url=url, headers=headers, fetched_at=FETCHED)
                article, number = places.pop(url)
                found = read(page)
                wrong += faults(found, article, number)
                wrong += [] if found.document_key == key_of(article) else [f"{url}: key {found.document_key}"]
    assert (wrong, places) == ([], {})


def key_of(article: dict[str, Any]) -> str:
    classid = {"工作总结": 2, "工作计划": 3, "心得体会": 4}[article["category"]]
    return f"empirecms:wenmi.example:info:{classid}-{article['id']}"
