"""The captured EmpireCMS site, replayed and crawled whole from its home page: every article once, joined."""

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from crawler.demo.truth import squeezed
from tests.journeys.comparing import claimed_items, put_together
from tests.journeys.runs import Kept, Run, gongwen
from tests.replay.answers import SHARED, WARCS
from tests.replay.server import Logged, Replay

pytestmark = [
    pytest.mark.journey,
    pytest.mark.shared,
    pytest.mark.skipif(not SHARED.is_dir(), reason="../shared is not here"),
]
HOST = "wenmi.example"
SITE = f"""
[site]
name = "{HOST}"
hosts = ["{HOST}"]
spider = "document"
starts = ["http://{HOST}/"]
[politeness]
delay_s = 0
concurrency = 8
"""
NOTICE = "文章转载网络,只供大家学习交流,版权归属作者"
"""What the rules take from the ends of two articles: a site's notice on rights."""


@dataclass(slots=True)
class Crawled:
    """The site after a crawl."""

    replay: Replay
    data: Path
    kept: Kept
    gold: dict[str, Any]
    run: Run
    asked: list[Logged]


@pytest.fixture(scope="module")
def crawled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Crawled]:
    data = tmp_path_factory.mktemp("empire") / "data"
    (data / "sites").mkdir(parents=True)
    (data / "sites" / f"{HOST}.toml").write_text(SITE, encoding="utf-8")
    gold = json.loads((SHARED / "sites" / f"gold-{WARCS[HOST]}.json").read_text(encoding="utf-8"))
    with Replay([HOST]) as replay:
        run = gongwen(data, "crawl", HOST, *replay.resolve_arguments)
        yield Crawled(replay, data, Kept(data), gold["articles"], run, replay.requests(HOST))


def test_the_run_ends_well(crawled: Crawled) -> None:
    assert crawled.run.code in (0, 3), crawled.run.err[-2000:]


def test_every_article_once_with_its_facts_and_all_pages(crawled: Crawled) -> None:
    documents = crawled.kept.documents(HOST)
    faults = []
    for article in crawled.gold.values():
        ours = next((row for row in documents.values() if row["url"] == article["url"]), None)
        if ours is None:
            faults.append(f"{article['id']}: no document")
            continue
        facts = json.loads(ours["facts"])
        found = (ours["title"], ours["author"], facts.get("source"), ours["published_on"], ours["category"],
                 ",".join(facts.get("keywords", ())), ours["pages_have"], ours["is_complete"])
        wanted = (article["title"], article["author"] or None, article["source"] or None, article["post_time"],
                  article["category"], article["keywords"], article["page_count"], 1)
        faults += [f"{article['id']}: {a!r}, gold {b!r}" for a, b in zip(found, wanted, strict=True) if a != b]
    assert faults == []


def test_texts_are_the_gold_and_rules_took_only_the_notice(crawled: Crawled) -> None:
    urls = {row["key"]: row["url"] for row in crawled.kept.documents(HOST).values()}
    shown = {urls[document]: copy for document, copy in put_together(crawled.kept.copies(HOST)).items()}
    faults = [
        article["id"] for article in crawled.gold.values()
        if article["url"] not in shown or squeezed(shown[article["url"]].shown) != squeezed("".join(article["pages"]))
    ]
    taken = [what for copy in shown.values() for _, what in copy.taken if not what.startswith(NOTICE)]
    assert (faults, taken) == ([], [])


def test_nothing_else_became_a_document(crawled: Crawled) -> None:
    documents, copies = crawled.kept.documents(HOST), crawled.kept.copies(HOST)
    assert {row["url"] for row in documents.values()} == {article["url"] for article in crawled.gold.values()}
    titles = {key: row["title"] for key, row in documents.items()}
    assert Counter(copy.document for copy in copies) == {key: claimed_items(title) for key, title in titles.items()}


def test_no_page_was_asked_for_twice_and_none_waits(crawled: Crawled) -> None:
    paths = Counter(one.target for one in crawled.asked)
    states = crawled.kept.states(HOST)
    waiting = {url: state for url, state in states.items() if state[0] in ("pending", "fetched", "quarantined")}
    assert ({path for path, times in paths.items() if times > 1}, waiting) == (set(), {})


def test_the_second_crawl_adds_nothing(crawled: Crawled) -> None:
    before = crawled.kept.counts()
    run = gongwen(crawled.data, "crawl", HOST, *crawled.replay.resolve_arguments)
    assert run.code in (0, 3), run.err[-2000:]
    assert crawled.kept.counts() == before
