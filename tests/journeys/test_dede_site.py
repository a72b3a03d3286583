"""A captured site of DedeCMS, replayed and crawled whole by the real command line, against its gold."""

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from crawler.demo.truth import squeezed
from tests.journeys.comparing import claimed_items, first_difference, put_together, without_title
from tests.journeys.runs import Copy, Kept, Run, gongwen
from tests.replay.answers import SHARED, WARCS
from tests.replay.server import Replay

pytestmark = [
    pytest.mark.journey,
    pytest.mark.shared,
    pytest.mark.skipif(not SHARED.is_dir(), reason="../shared is not here"),
]
HOST = "dede.example"
FACTS = {"title": "title", "author": "author", "category": "category", "pages_have": "page_count", "url": "url"}
"""Our columns of a document, and gold's names."""
PRINTED_MINUTES = 16
"""Characters of an instant to the minute: the pages print no seconds, gold has them."""


@dataclass(slots=True)
class Crawled:
    """The site after a crawl, and what it holds in truth."""

    run: Run
    again: Run
    kept: Kept
    before: dict[str, int]
    """Rows by table after the first crawl."""
    asked: tuple[int, int]
    """Requests of the first crawl and of the second."""
    truth: dict[str, dict[str, Any]]

    def documents(self) -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
        """Give every article of gold beside its document."""
        ours = self.kept.documents(HOST)
        for number, article in self.truth.items():
            yield article, ours[key_of(number)]

    def copies(self) -> dict[str, Copy]:
        """Give the one copy of every document, items of a compilation put together."""
        return put_together(self.kept.copies(HOST))


def key_of(number: str) -> str:
    return f"dedecms:{HOST}:article:{number}"


@pytest.fixture(scope="module")
def crawled(tmp_path_factory: pytest.TempPathFactory) -> Crawled:
    data: Path = tmp_path_factory.mktemp("dede") / "data"
    truth = json.loads((SHARED / "sites" / f"gold-{WARCS[HOST]}.json").read_text(encoding="utf-8"))["articles"]
    with Replay([HOST]) as replay:
        words = ("crawl", f"http://{HOST}/", "--delay", "0", *replay.resolve_arguments)
        run = gongwen(data, *words)
        before, first = Kept(data).counts(), len(replay.requests(HOST))
        again = gongwen(data, *words)
        asked = (first, len(replay.requests(HOST)) - first)
    return Crawled(run=run, again=again, kept=Kept(data), before=before, asked=asked, truth=truth)


def test_the_runs_end_well(crawled: Crawled) -> None:
    assert (crawled.run.code, crawled.again.code) == (0, 0), crawled.run.err[-2000:]


def test_every_article_once(crawled: Crawled) -> None:
    """A compilation gives as many reports as its title says."""
    counted = Counter(copy.document for copy in crawled.kept.copies(HOST))
    assert counted == {key_of(number): claimed_items(article["title"]) for number, article in crawled.truth.items()}
    assert set(crawled.kept.documents(HOST)) == set(counted)


def test_articles_are_joined_from_all_pages(crawled: Crawled) -> None:
    odd = [article["id"] for article, ours in crawled.documents() if not ours["is_complete"]]
    assert odd == []
    assert sum(article["page_count"] for article in crawled.truth.values()) == 83


def test_texts_are_the_gold(crawled: Crawled) -> None:
    """White space and a first line that repeats the title are set aside."""
    found, copies = [], crawled.copies()
    for number, article in crawled.truth.items():
        ours = copies[key_of(number)].shown.replace("(责任编辑：admin)", "")
        a, b = without_title(ours, article["title"]), without_title("".join(article["pages"]), article["title"])
        if a != b:
            at = first_difference(a, b)
            found.append(f"{number}: at {at} {a[at : at + 25]!r}, gold {b[at : at + 25]!r}")
    assert found == []


def test_rules_took_the_editor_and_repeated_titles_only(crawled: Crawled) -> None:
    odd = [
        (copy.document, rule, taken)
        for copy in crawled.copies().values()
        for rule, taken in copy.taken
        if taken != "(责任编辑：admin)" and not taken.startswith(squeezed(copy.title or ""))
    ]
    assert odd == []


def test_facts_are_the_gold(crawled: Crawled) -> None:
    found = []
    for article, ours in crawled.documents():
        facts = json.loads(ours["facts"])
        pairs = [(name, ours[name], article[gold] or None) for name, gold in FACTS.items()]
        pairs += [
            ("source", facts["source"], article["source"] or None),
            ("keywords", ",".join(facts["keywords"]), article["keywords"]),
            ("published", ours["published_on"][:PRINTED_MINUTES], article["post_time"][:PRINTED_MINUTES]),
            ("editor", facts["editor"], "admin"),
            ("views", facts["views"], None),
        ]
        found += [f"{article['id']}: {name} {a!r}, gold {b!r}" for name, a, b in pairs if a != b]
    assert found == []


def test_nothing_waits_and_nothing_failed(crawled: Crawled) -> None:
    states = Counter(state for state, _ in crawled.kept.states(HOST).values())
    assert set(states) <= {"archived", "listed", "refused"}
    assert states["refused"] <= 1  # the map of the site was never made


def test_no_action_or_mobile_twin_is_asked_for(crawled: Crawled) -> None:
    asked = [url for url in crawled.kept.states(HOST) if "/plus/" in url or "/m/" in url or "/member/" in url]
    assert asked == []


def test_the_second_crawl_adds_nothing_and_asks_for_little(crawled: Crawled) -> None:
    assert crawled.kept.counts() == crawled.before
    assert crawled.asked[1] <= crawled.asked[0] / 3, crawled.asked
